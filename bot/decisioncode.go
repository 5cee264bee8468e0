package bot

import (
	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// alsoOf stands before what is said of one more decision.
	alsoOf = pattern.MustCompile(`^(?:另外|还有|再有|再就是|顺便|同时|对了|以及|此外|然后|also|and)[，,：:\s]*(?:请|把|将|再)?\s*((?:决\s*[-—－]?\s*)?[0-9]{4}-[0-9]{2}(?:[^0-9-]|$)|第)`)
	// ordinal calls a decision by where it stands among those of its meeting.
	ordinal = pattern.MustCompile(`^((?:请|把|将|撤销|取消|办结|办完|完成)*)第\s*([0-9]{1,2}|[一二三四五六七八九十])\s*(?:(?:项|条)(?:决定|议定事项|事项)?|个(?:决定|议定事项))\s*`)
)

// byCode is what words say of a decision with its code in front, whatever stands before that: they may call it by its number (“另外，第二条改为…”), of the
// last meeting that decided anything. Other words stay.
func (t *turn) byCode(words string) string {
	said := words
	if m := alsoOf.FindStringSubmatchIndex(words); m != nil {
		said = words[m[2]:]
	}
	m := ordinal.FindStringSubmatch(said)
	if m == nil {
		return said
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
