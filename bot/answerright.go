package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/dialog"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// Under a question people also put right what they have answered to the one before it: “应该是8”.

// rightNumber is a number that puts another right: plainly one that was said before, or, with “should be” alone, perhaps.
var rightNumber = pattern.MustCompile(`^(?:(?:哦|噢|啊|哎呀|等等|抱歉|不好意思)[，,\s]*)?((?:(?:不对|错了|(?:刚才|刚刚|上面|前面|上一?[题个问])?(?:那?个)?的?(?:说|写|报|填|打|输|点|按|答|弄|搞)错了?|(?:刚才|刚刚|上面|前面|上一?[题个问])(?:那?个)?的?|更正|no|sorry)[，,：:。\s]*)*)((?:应该|应当|应|应该改)?(?:是|为|改为|改成)|应该|(?:it )?(?:should be|should have been|make that|i meant))?\s*([0-9０-９]{1,5}|[零一二两三四五六七八九十百]{1,5})\s*(?:个人|人|个|例|名)?(?:才对)?$`)

// putsRight takes a number that puts an earlier answer of the talk right for that. Where it may as well answer the question that is asked, it is asked
// which: nothing is changed until then.
func (t *turn) putsRight(d workgroup.Draft, unit workgroup.Unit) (bool, error) {
	word := bareWord(t.msg.Text)
	if len(d.Answered) == 0 || len(word) > 60 || !strings.ContainsAny(word, "应改错对正前上才snm") {
		return false, nil
	}
	m := rightNumber.FindStringSubmatch(word)
	if m == nil || m[1] == "" && strings.Trim(m[2], "是为") == "" {
		return false, nil
	}
	n, ok := t.number(t.read(m[3], understand.Context{Asked: string(d.Asked)}), unit, d)
	if !ok || n > most {
		return false, nil
	}
	switch of := t.mayBeOf(d, n, m[1] != ""); len(of) {
	case 0:
		return false, nil
	case 1:
		return true, t.putRight(d, unit, of[0], n)
	default:
		t.asksWhichFigure(d, of, n)
		return true, nil
	}
}

// mayBeOf are the figures that a number said anew may be of: the answers about the same item and, unless it was said that one of them is wrong, what is
// asked now. Of no part are more than of the whole.
func (t *turn) mayBeOf(d workgroup.Draft, n int, wrong bool) (of []workgroup.Key) {
	base, _, _ := d.Asked.Parts()
	last := d.Answered[len(d.Answered)-1]
	if wrong {
		return []workgroup.Key{last}
	}
	for _, k := range append(slices.Clone(d.Answered), d.Asked) {
		one, measure, group := k.Parts()
		whole, said := d.Figures.Said(workgroup.Key(base + "_now"))
		part := measure == "new" || group != workgroup.Everybody
		was, told := d.Figures.Said(k)
		if one != base && k != last || k != d.Asked && told && was == n || one == base && part && said && n > whole {
			continue
		}
		of = append(of, k)
	}
	if len(of) == 1 && of[0] == d.Asked {
		return nil // an answer like any other
	}
	return of
}

// putRight answers one of a talk's questions anew, and goes on.
func (t *turn) putRight(d workgroup.Draft, unit workgroup.Unit, k workgroup.Key, n int) error {
	d.Asked = k
	if t.msg != nil {
		t.sourceOf(&d)
	}
	t.answered(d, unit, n, true)
	return nil
}

// asksWhichFigure asks of which of some figures a number is.
func (t *turn) asksWhichFigure(d workgroup.Draft, of []workgroup.Key, n int) {
	keys := []string{d.Key(), string(d.Asked)}
	for _, k := range of {
		keys = append(keys, string(k))
	}
	source := t.slip(slipFigure, strings.Join(keys, "\n"), strconv.Itoa(n))
	form := t.College.FormOn(d.Date)
	var row []workgroup.Button
	for i, k := range of {
		row = append(row, slipButton("button/query-item", source, "f"+strconv.Itoa(i), workgroup.LabelFacts(form, k)))
	}
	t.whisper("say/which-figure", workgroup.Facts{"n": n}, card.InRows(2, row)...)
}

// figureSaid puts the number of a slip where its button says, while the talk still asks what it asked then.
func (t *turn) figureSaid(s workgroup.Slip, answer string) error {
	keys := strings.Split(s.Of, "\n")
	d, ok := workgroup.Drafts.Get(t.b, keys[0])
	i, err := strconv.Atoi(strings.TrimPrefix(answer, "f"))
	n, bad := strconv.Atoi(s.Text)
	if !ok || err != nil || bad != nil || i < 0 || i+2 >= len(keys) || string(d.Asked) != keys[1] {
		return workgroup.Refuse(workgroup.Changed)
	}
	unit, _ := workgroup.Units.Get(t.b, string(d.Unit))
	if _, known := dialog.ItemOf(t.College.FormOn(d.Date).For(unit.Kind), workgroup.Key(keys[i+2])); !known {
		return workgroup.Refuse(workgroup.Changed)
	}
	return t.putRight(d, unit, workgroup.Key(keys[i+2]), n)
}
