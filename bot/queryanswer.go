package bot

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// lookedAt says that somebody has looked at a figure, and nothing yet of what they saw.
	lookedAt = pattern.MustCompile(`^(?:我们?|刚)?(?:已经?|又|再|都)*(?:核实|核对|查|问|数|统计|确认|看)(?:过|对)?了?(?:一遍|一下|下)?$`)
	// theFigure is a figure that is said, alone or with the word that it is right (“就是12个”, “12人没错”).
	theFigure = pattern.MustCompile(`^(?:(?:核实|核对|查|数|统计|看)(?:过|对)?了?(?:一遍|一下|下)?|的确|确实|确定|应该|仍然?|还|就|一共|总共|共|现在|现有|目前)*(?:是|为|有|应为|改成|改为)?\s*([0-9]{1,6})\s*(?:个人|[人个名例位])?(没错|没问题|没有错|无误|属实|是对的|对的|正确)?$`)
	// lessOrMore is by how much the figure was wrong (“减掉3个”, “漏报了1人”).
	lessOrMore = pattern.MustCompile(`^(?:(减|减掉|减去|扣掉|扣除|去掉|重复|重复算|重复报|重复统计|重报|重算|多报|多算|多填|多写)|(加|加上|再加|增加|补|补上|漏|漏报|漏了|少报|少算|少填))了?\s*([0-9]{1,6})\s*[人个名例]?$`)
	// fewWritten is a small number of people, written out.
	fewWritten = pattern.MustCompile(`[一二两三四五六七八九][人个名例位]`)
	// wrongly is a word beside a yes that takes it back.
	wrongly = pattern.MustCompile(`不|错|多|少|漏|重复|没有|但|可能|好像|吧`)
	// denied is a figure that is not so (“不是12个”).
	denied = pattern.MustCompile(`^不(?:是|到|止)\s*[0-9]{1,6}\s*[人个名例]?$`)
)

// said is what a unit answers to a question about a figure: that it stands, and which it is.
type said struct {
	stands, given bool
	n             int
}

// inFigures is a clause with a few people who are written out (“三个人”) in figures.
func inFigures(clause string) string {
	if strings.ContainsAny(clause, "十百") {
		return clause
	}
	return fewWritten.ReplaceAllStringFunc(clause, func(s string) string {
		digit, unit := s[:3], s[3:]
		if digit == "两" {
			digit = "二"
		}
		return strconv.Itoa(strings.Index("零一二三四五六七八九", digit)/3) + unit
	})
}

// answers reads an answer to a question about a figure, clause by clause: every clause has to be one, or there is one figure, and the
// words beside it, which count nobody, are why.
func (t *turn) answers(q workgroup.Query, words string) (out said) {
	label, now := t.College.LabelFacts(q.Date, q.Item)["label"].(workgroup.Named), q.Figure
	if s, ok := workgroup.FiledOn(t.b, q.Date, q.Unit); ok {
		now = q.In(t.b, s.Figures)
	}
	figures, firm, beside := []int{}, false, []string{}
	for _, clause := range parts(width.Fold.String(words)) {
		clause = strings.TrimPrefix(strings.TrimPrefix(clause, label.Name), "现有")
		counted := inFigures(clause)
		if m := theFigure.FindStringSubmatch(counted); m != nil {
			n, _ := strconv.Atoi(m[1])
			figures, firm = append(figures, n), firm || m[2] != ""
			continue
		}
		if m := lessOrMore.FindStringSubmatch(counted); m != nil && now >= 0 {
			n, _ := strconv.Atoi(m[3])
			if m[1] != "" {
				n = -n
			}
			figures = append(figures, int(now)+n)
			continue
		}
		switch {
		case slices.Contains(right, clause) || saysRight(clause) || foundRight(clause):
			firm = true
		case lookedAt.MatchString(clause) || denied.MatchString(clause):
		default:
			beside = append(beside, clause)
		}
	}
	besides := t.read(strings.Join(beside, "，"), understand.Context{})
	switch {
	case len(figures) > 1 || strings.ContainsAny(words, "?？吗"):
	case len(beside) > 0 && (len(figures) == 0 && (!firm || wrongly.MatchString(strings.Join(beside, ""))) || besides.Urgent != understand.No || len(besides.Fields) > 0 || digits.MatchString(strings.Join(beside, ""))):
	case len(figures) == 0:
		out.stands = firm
	case figures[0] < 0:
	case workgroup.Count(figures[0]) == now:
		out = said{true, true, figures[0]}
	case !firm:
		out = said{false, true, figures[0]}
	}
	return out
}

// splitsAsked takes an answer that says how many of each group of people the figure asked about counts (“学生10人，教职工2人”): alone, such
// words would count the people of the unit. One group is a part, with which the whole moves; all of them are the whole.
func (t *turn) splitsAsked(q workgroup.Query) (bool, error) {
	if !q.Open() || q.Balance != nil {
		return false, nil
	}
	split, whole, told := t.splitIn(q.Item, q.Unit)
	if len(split) == 0 {
		return false, nil
	}
	unit, _ := workgroup.Units.Get(t.b, string(q.Unit))
	if !told && len(split) == 1 {
		for key, n := range split {
			return true, t.mendAs(q, workgroup.Key(key), n)
		}
	}
	if !told && len(split) == len(unit.Kind.Groups()) {
		for _, n := range split {
			whole, told = whole+n, true
		}
	}
	if told {
		split[string(q.Item)] = whole
	}
	return true, t.keeping(t.line(understand.Reading{Kind: understand.Correction, Unit: string(q.Unit), Fields: split}))
}

// splitIn is how many of each group words say that a count of a unit holds, and how many in all where they say that too; none where they say
// anything else.
func (t *turn) splitIn(item workgroup.Key, unit workgroup.UnitID) (split map[string]int, whole int, told bool) {
	r := t.reader().Read(t.msg.Text, understand.Context{Asked: string(item)})
	split = map[string]int{}
	for key, n := range r.Fields {
		k := workgroup.Key(key)
		_, _, g := k.Parts()
		if people, counts := strings.CutSuffix(key, "_total"); counts && slices.Contains(workgroup.Groups, workgroup.Group(people)) {
			k, g = item, workgroup.Group(people)
		}
		switch {
		case k.Of(workgroup.Everybody) != item:
			return nil, 0, false
		case g != workgroup.Everybody:
			split[string(item.Of(g))] = n
		}
	}
	if len(r.Unknown) > 0 || r.Unit != "" && r.Unit != string(unit) || r.Urgent != understand.No {
		return nil, 0, false
	}
	whole, told = r.Fields[string(item)]
	return split, whole, told
}

// saysAgain takes a line that says what its unit has filed already, with the word that it is right (“居家隔离12人没错，我核对过了”): it
// answers the question that waits about it, and files nothing anew; of what is read back and not filed yet, that is shown again.
func (t *turn) saysAgain(r understand.Reading, unit workgroup.Unit, date workgroup.Date) (bool, error) {
	if t.edited || r.Kind != understand.Report || r.Zero || r.Amend != nil || len(r.Fields) == 0 || len(r.Unknown)+len(r.Doubts) > 0 || !vouches.MatchString(t.msg.Text) {
		return false, nil
	}
	form, said := t.College.FormOn(date), workgroup.Figures{}
	for key, n := range r.Fields {
		said[t.fitAmong(form, unit, workgroup.Key(key), r.Fields, nil)] = workgroup.Count(n)
	}
	holds := func(stand workgroup.Figures) bool {
		return !slices.ContainsFunc(sorted(said), func(k workgroup.Key) bool { return stand[k] != said[k] })
	}
	if d, lies := t.draftHere(); lies && d.ReadsBack() && d.Unit == unit.ID && d.Date == date && holds(d.Figures) {
		t.readAgain(d)
		return true, nil
	}
	filed, ok := workgroup.FiledOn(t.b, date, unit.ID)
	if !ok || !holds(filed.Figures) {
		return false, nil
	}
	if !t.mayFile(date, unit.ID) {
		return !t.private(), nil // nobody is shown what another unit has filed for having guessed it
	}
	for _, q := range workgroup.QueriesOf(t.b, date) {
		switch {
		case !q.Open() || q.Unit != unit.ID || !said.Has(q.Item) || !t.person.Speaks(unit.ID):
		case t.private():
			return true, t.standBy(q)
		default:
			_, err := t.College.StandBy(t.b, q, t.person, t.now)
			if err == nil {
				t.mark("👌")
			}
			return true, t.keeping(err)
		}
	}
	if t.unchanged(filed.Report); !t.private() && t.person.Speaks(unit.ID) {
		t.mark("👌")
	}
	return true, nil
}
