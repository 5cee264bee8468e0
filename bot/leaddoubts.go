package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// The head of a lead unit who doubts what a unit has reported, or would have it looked at again, files nothing: it is a question to that unit, which is
// read back before it goes.

var (
	// asksAbout begins words that have a unit asked: “问一下软件学院，…”.
	asksAbout = pattern.MustCompile(`^(?:请|麻烦|帮我?|再|先|去|我?想|我?要|得)*(?:(?:问|核实|核对|核查|核|查|落实)(?:一?下|问|清楚)?|(?:退回|打回)给?)[，,：:\s]*(?:那?个)?|^(?i:(?:please )?(?:ask|check with|send (?:it )?back to) (?:the )?)`)
	// beforeDoubt may stand before the unit that is doubted.
	beforeDoubt = pattern.MustCompile(`^(?:请|麻烦|帮我?|把|将|让|叫|我看|我觉得|感觉|那个?|这个|今天|[，,\s])+`)
	// ordersCheck has a unit's report gone back, looked at again, or made anew.
	ordersCheck = pattern.MustCompile(`退回|打回|退给|(?:去|再|请|要|得|给我|他们|麻烦|[，,。；;\s]|^)+(?:核实|核对|核查|复核|核|查|问)(?:一?下|一遍|问|清楚|他们|$)|(?:再|重新)(?:核实|核对|核|查|问|报送|报(?:一|$))|重报|(?:让|请|叫)(?:他们|其|她们)(?:再|重新)?(?:重报|报|核|查|改)|(?i:\b(?:check|send back|ask (?:them|it))\b)`)
	// sendsIt is the same, said outright.
	sendsIt = pattern.MustCompile(`退回|打回|(?i)send (?:it )?back`)
	// wrongFigures says that a report is not right.
	wrongFigures = pattern.MustCompile(`(?:数据?|数字|日报|报表|报告|人数)(?:好像|可能|应该|是不是|都|也)*(?:不对|有误|错|有问题|不准|对不上|不平|不符)|报得?(?:不对|有误|错|多了|少了|重了)|(?:^|[^没有无未要别])(?:多|少|漏|错)报|(?:数|人数|数字|数据)[^，。,]{0,6}(?:偏|太|不像|离谱|有点[多少高低]|差[太很])|不对(?:吧|啊|呀|吗|头)?(?:[，,。]|$)|有误|(?i:\b(?:is|are|looks?|seems?) (?:wrong|not right|incorrect)\b)`)
	// suspects doubts a figure.
	suspects = pattern.MustCompile(`好像|似乎|可能|应该|是不是|是否|有没有|会不会|怎么|不对|多了|少了|错了|对吗|对不对|[?？]|[吗吧呢么]$`)
	// looksUp asks how many there are, which the sheet says.
	looksUp = pattern.MustCompile(`多少|几(?:个|人|例|名)|几$|什么时候|几点|答|回复|汇总|台账|催|(?:怎么|为什么|为啥)?(?:还)?(?:没有?|未)(?:报|交|填)`)
	// toldOn passes on what a unit has said, or done.
	toldOn = pattern.MustCompile(`说|电话|来电|告诉|(?:问|核|查)(?:实|对)?过|(?:已经?|都|刚)(?:核|查|改|更正|退回|打回)|(?:核实|更正|改好?|改过|补报|重报)了|代报|(?:不用|别|不要|甭)(?:再)?(?:退|打回|问|核|查)`)
	// behindDoubt is the order at the end of a question, which its reader need not see.
	behindDoubt = pattern.MustCompile(`[，,。；;\s]*(?:请|麻烦|帮我?|就|要|得|先|给他们)*(?:退回|打回)(?:去|来|给?他们)?[，,\s]*(?:(?:让|请|叫)(?:他们|其))?(?:核实|核对|核查|核|查|问)?(?:一?下|清楚|问|他们)*[吧了]?$`)
	// nameLike is what looks like the name of a unit at the beginning of words, and ourPlace what does and is none of the college's units.
	nameLike = pattern.MustCompile(`^(\p{Han}{2,6}?(?:学院|院|系|处|部|馆|集团|中心|办))(?:[：:，,\s]|的|那|居家|集中|封闭|发热|密接|滞留|学生|老师|教职工|报|数|[0-9]|是不是|今天|退回|打回|$)`)
	ourPlace = pattern.MustCompile(`[我本全该贵各住出入法咱二]|医院$|^(?:学院|学校|大学|校办)$`)
)

// figuresSaid tells whether words name a figure of a unit's report, or a number.
func (t *turn) figuresSaid(form workgroup.Form, u workgroup.Unit, words string) bool {
	return digits.MatchString(words) || len(t.itemsIn(form, u, words)) > 0
}

// doubts is how sure it is that words behind the name of a unit doubt what it has filed.
func (t *turn) doubts(form workgroup.Form, u workgroup.Unit, asked bool, words string) bool {
	switch {
	case toldOn.MatchString(words) || noSending.MatchString(words) || endsAsking.MatchString(words) && answeredYet.MatchString(words):
		return false
	case asked && !looksUp.MatchString(words), ordersCheck.MatchString(words):
		// 护理学院的学生没填健康表，退回去: whatever else is sent back
		return !sendsIt.MatchString(words) || wrongReport.MatchString(words) || suspects.MatchString(words) || t.figuresSaid(form, u, words)
	case looksUp.MatchString(words):
		return false
	}
	return wrongFigures.MatchString(words) || suspects.MatchString(words) && t.figuresSaid(form, u, words)
}

// doubtsUnit takes what the head of a lead unit doubts, or would have looked at, of a unit that has reported: a question to it, read back with a button.
func (t *turn) doubtsUnit() (bool, error) {
	text := strings.TrimSpace(people.Narrow(t.msg.Text))
	if len(text) > 3*longestQuery || len(t.leadsToday()) == 0 {
		return false, nil
	}
	round, err := t.round(t.today())
	r := t.read(t.msg.Text, understand.Context{})
	if err != nil || r.Urgent == understand.Yes || len(r.Rows) > 0 {
		return false, nil
	}
	order := asksAbout.FindString(text)
	words := text[len(order):]
	words = words[len(beforeDoubt.FindString(words)):]
	named, rest, ok := t.unitBefore(words)
	if !ok {
		return t.doubtsUnknown(words, order != "" || ordersCheck.MatchString(words)), nil
	}
	u, _ := round.Unit(t.b, named.ID)
	_, lies := workgroup.Drafts.Get(t.b, workgroup.DraftKey(round.Date, u.ID, t.person.ID))
	rest = strings.TrimLeft(strings.TrimSpace(rest), "，,：:、的 ")
	form := t.College.FormOn(round.Date)
	if t.person.Speaks(u.ID) || lies || !t.doubts(form, u, order != "", strings.TrimRight(rest, "。.！! ")) {
		return false, nil
	}
	leads := t.leadOver(round, u)
	_, filed := workgroup.FiledOn(t.b, round.Date, u.ID)
	switch outright := sendsIt.MatchString(text); {
	case len(leads) == 0 && outright:
		return true, workgroup.Refuse(workgroup.QueryNotFed, "unit", u.Named())
	case !filed && outright:
		return true, workgroup.Refuse(workgroup.QueryOfNothing, "unit", u.Named())
	case len(leads) == 0 || !filed:
		return false, nil
	}
	t.readsDoubtBack(workgroup.SheetObject(round.Date, leads[0]), u, form, behindDoubt.ReplaceAllString(rest, ""))
	t.askUrgent(r)
	return true, nil
}

// readsDoubtBack reads a question to a unit back, before it goes; which item it is about is asked where the words do not name one.
func (t *turn) readsDoubtBack(sheet string, u workgroup.Unit, form workgroup.Form, words string) {
	items := t.itemsIn(form, u, words)
	if len(items) == 0 {
		items = t.itemsMeant(form, u, words)
	}
	if !speaks(words) {
		words = ""
	}
	if words = excerpt(words); len(items) != 1 {
		t.asksWhichItem(sheet, u, form, words)
		return
	}
	source := t.slip(slipDoubt, sheet+"/"+string(u.ID)+"/"+string(items[0]), words)
	t.reply("say/query-asked", workgroup.Facts{"unit": u.Named(), "line": workgroup.LabelFacts(form, items[0]), "words": words},
		[]workgroup.Button{slipButton("button/query-send", source, "in", nil), slipButton("button/query-drop", source, "no", nil)})
}

// itemsMeant are the items that words mean which name none: those of what their unit has filed today that are the number said (“软件那2个”), else all
// that are not 0.
func (t *turn) itemsMeant(form workgroup.Form, u workgroup.Unit, words string) (items []workgroup.Key) {
	filed, _ := workgroup.FiledOn(t.b, t.today(), u.ID)
	numbered := []workgroup.Key{}
	for _, item := range form.For(u.Kind) {
		if filed.Figures[item.Key] <= 0 {
			continue
		}
		items = append(items, item.Key)
		for _, g := range append([]workgroup.Group{workgroup.Everybody}, u.Kind.Groups()...) {
			if n := filed.Figures[item.Key.Of(g)]; n > 0 && slices.Contains(wholeNumbers.FindAllString(words, -1), strconv.Itoa(int(n))) && !slices.Contains(numbered, item.Key) {
				numbered = append(numbered, item.Key)
			}
		}
	}
	if len(numbered) > 0 {
		return numbered
	}
	return items
}

// wholeNumbers are the numbers in words.
var wholeNumbers = pattern.MustCompile(`[0-9]+`)

// sendsDoubt sends a question that was read back.
func (t *turn) sendsDoubt(s workgroup.Slip) error {
	at := strings.Split(s.Of, "/")
	if len(at) != 4 {
		return workgroup.Refuse(workgroup.Changed)
	}
	return t.askUnit(at[0]+"/"+at[1], workgroup.UnitID(at[2]), workgroup.Key(at[3]), s.Text)
}

// justAsked is how long after a question to a unit was read back a bare yes sends it.
const justAsked = fresh

// agreesToDoubt takes a yes, or the words on the button, for the question to a unit that was read back just now, where nothing else was since.
func (t *turn) agreesToDoubt() (bool, error) {
	s, asked := t.askedLast(slipDoubt)
	if !asked || t.said.Sub(s.At) > justAsked {
		return false, nil
	}
	word := bareWord(t.msg.Text)
	_, waits := t.readsBack()
	_, armed := workgroup.Armed(t.b, t.person.ID, t.now)
	switch {
	case waits || armed:
		return false, nil
	case saysYes(word) || t.types(word, "button/query-send") || slices.Contains([]string{"退回", "退回去", "问", "问吧", "去问", "发", "发吧", "退", "退吧", "send", "send it"}, word):
		err := t.sendsDoubt(s)
		if err == nil {
			t.used(s)
		}
		return true, t.keeping(err)
	case slices.Contains(no, word) || backs(word, leaves) || slices.Contains([]string{"不问了", "不退了", "不用问了", "先不问", "别问了", "leave it"}, word) || t.types(word, "button/query-drop"):
		t.used(s)
		t.reply("toast/noted", workgroup.Facts{})
		return true, nil
	}
	return false, nil
}

// doubtsUnknown says that a unit which words name is none, where they would send something back, or report of it in the name of the sender's own.
func (t *turn) doubtsUnknown(words string, orders bool) bool {
	m := nameLike.FindStringSubmatch(words)
	if m == nil || ourPlace.MatchString(m[1]) {
		return false
	}
	r := t.read(t.msg.Text, understand.Context{})
	ofOwn := r.Unit == "" || t.person.Speaks(workgroup.UnitID(r.Unit))
	if !orders && !(strings.HasSuffix(m[1], "院") && ofOwn && reports(r)) {
		return false
	}
	t.unitUnknown(words)
	return true
}

// unitUnknown says which unit is not known that words begin with, and which ones may be meant; where they name none, how a unit is asked.
func (t *turn) unitUnknown(words string) {
	m := nameLike.FindStringSubmatch(words)
	if m == nil || ourPlace.MatchString(m[1]) {
		t.reply("say/query-how", workgroup.Facts{})
		return
	}
	like := []workgroup.Named{}
	for _, u := range workgroup.Roster(t.b) {
		if t.gathersFrom(u) && within(strings.TrimSuffix(m[1], "学院"), u.Name) && len(like) < 4 {
			like = append(like, u.Named())
		}
	}
	t.reply("say/query-unknown", workgroup.Facts{"words": m[1], "like": like})
}

// within tells whether the letters of a short name stand in a longer one, in their order: 工程院 in 机电工程学院.
func within(short, name string) bool {
	for _, r := range short {
		_, behind, ok := strings.Cut(name, string(r))
		if !ok {
			return false
		}
		name = behind
	}
	return true
}
