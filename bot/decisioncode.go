package bot

import (
	"strings"

	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// alsoOf stands before what is said of one more decision.
	alsoOf = pattern.MustCompile(`^(?:另外|还有|再有|再就是|顺便|同时|对了|以及|此外|然后|刚才的?|刚刚的?|上面的?|also|and)[，,：:\s]*(?:请|把|将|再)?\s*((?:决\s*[-—－]?\s*)?[0-9]{4}-[0-9]{2}(?:[^0-9-]|$)|第)`)
	// ordinal calls a decision by where it stands among those of its meeting.
	ordinal = pattern.MustCompile(`^((?:请|把|将|撤销|撤掉|取消|作废|删掉|删除|删|办结|办完|完成)*)第\s*([0-9]{1,2}|[一二三四五六七八九十])\s*(?:(?:项|条)(?:决定|议定事项|事项)?|个(?:决定|议定事项))\s*`)
)

// thingChanged is what a decision is about, and that it is to be otherwise (“门岗测温改由后勤处负责”).
var thingChanged = pattern.MustCompile(`^(?:把|将)?(\p{Han}{2,12}?)(?:的事情?|这[条项件]|那[条项件]|一[条项]|工作)?的?((?:责任(?:单位|部门|人)?|时限|完成时限)?(?:改由|改到|改成由|改为由|推迟到|延到|延长到|提前到)[^，,。]{2,20}(?:[，,。；;].*)?)$`)

// byThing is the same for words that call a decision of these days, open or not recorded yet, by what it is about, where one alone is.
func (t *turn) byThing(words string) string {
	m := thingChanged.FindStringSubmatch(words)
	if m == nil || !t.person.Holds(workgroup.PackReaders...) {
		return words
	}
	var of []workgroup.Decision
	for _, date := range t.recentDays() {
		for d := range workgroup.Decisions.Each(t.b, string(date)+"/") {
			if (d.Open() || !d.Recorded.Done()) && strings.Contains(d.Text, m[1]) {
				of = append(of, d)
			}
		}
	}
	if len(of) != 1 {
		return words
	}
	return "决-" + of[0].Code() + " " + m[2]
}

// byCode is what words say of a decision with its code in front, whatever stands before that: they may call it by its number (“另外，第二条改为…”), of the
// last meeting that decided anything. Other words stay.
func (t *turn) byCode(words string) string {
	said := words
	if m := alsoOf.FindStringSubmatchIndex(words); m != nil {
		said = words[m[2]:]
	}
	m := ordinal.FindStringSubmatch(said)
	if m == nil {
		return t.byThing(said)
	}
	if d, ok := t.decisionNumbered(clerk.SmallNumber(m[2])); ok {
		return m[1] + "决-" + d.Code() + " " + said[len(m[0]):]
	}
	return words
}

// decisionNumbered is the decision of a number, of the last meeting of these days that decided anything: to those whose meetings they are of, and who
// answers for it.
func (t *turn) decisionNumbered(number int) (workgroup.Decision, bool) {
	for back := range decidedDays {
		date := t.today().Add(-back)
		if _, any := workgroup.Decisions.Last(t.b, string(date)+"/"); !any {
			continue
		}
		d, ok := workgroup.Decisions.Get(t.b, workgroup.Decision{Date: date, Number: number}.Key())
		return d, ok && (t.person.Holds(workgroup.PackReaders...) || d.Owes(t.b, t.person))
	}
	return workgroup.Decision{}, false
}
