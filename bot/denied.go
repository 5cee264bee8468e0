package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// denies tells, where a report just filed counts a case of the one-hour rule no longer that its unit has reported in figures today, whoever has the
// case that came of them: it goes on until a person has found that it is none. The sender hears so too.
func (t *turn) denies(before workgroup.Standing, report workgroup.Report) {
	yesterday, _ := workgroup.FiledOn(t.b, report.Date.Add(-1), report.Unit)
	now, once := workgroup.KindsCounted(report.Figures, yesterday.Figures), workgroup.KindsCounted(before.Figures, yesterday.Figures)
	words := lastSaid(report)
	if call, ok := workgroup.Calls.Get(t.b, t.deskOwner()); ok && call.Unit == report.Unit && !now[call.Kind] && (once[call.Kind] || t.counts(call.Kind, call.Words)) {
		t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Words: words}, t.now)
	}
	for _, k := range workgroup.Running(t.b) {
		if k.Unit == report.Unit && k.Date == report.Date && !k.Void() && !now[k.Kind] && (once[k.Kind] || t.counts(k.Kind, told(k).Words)) {
			t.denied(k, words, false)
		}
	}
}

var (
	// noCase is what somebody says of a case that is none: 不是疑似, 已经排除了, 没有的事, 就是普通感冒; dayWide is said of the day's report.
	noCase  = pattern.MustCompile(`(?i)(?:不是|并非|不属于|不算)(?:什么)?(?:疑似|确诊|阳性|新冠|密接|密切接触|被?隔离)|(?:已经?|刚刚?|都|被|今天)?排除(?:了|疑似|新冠|嫌疑|$)|没有?的事|没这回?事|(?:就是|只是|是个?)(?:普通|一般|流行性)?(?:感冒|流感|着凉|肠胃炎)|\b(?:is|was|it's) not (?:suspected|confirmed|positive|a case)|\bruled out\b|\bjust a cold\b`)
	notYet  = pattern.MustCompile(`(?i)(?:没有?|未|不能|无法|尚未|还没|待|等)[^，。；,;]{0,3}排除|排除(?:前|之前|后)|\bnot (?:yet )?ruled out`)
	dayWide = pattern.MustCompile(`(?i)零报|日报|其[余他它]|各项|全[院部校]|无异常|更正|汇总|\bzero report\b`)
	// kindDenied is the kind of case that such words name.
	kindDenied = map[workgroup.CaseKind]*pattern.Pattern{workgroup.CaseSuspected: pattern.MustCompile(`疑似|(?i)suspected`), workgroup.CaseConfirmed: pattern.MustCompile(`确诊|阳性|(?i)confirmed|positive`), workgroup.CaseContact: pattern.MustCompile(`密接|密切接触`), workgroup.CaseSealed: pattern.MustCompile(`隔离|封`)}
)

// deniesAloud takes the word of a head that the open case of their unit is none (“这个不是疑似，已经排除了”) to whoever has it: it is no report of the
// day. False: they say nothing of the kind, or have no such case.
func (t *turn) deniesAloud(r understand.Reading) bool {
	words := t.msg.Text
	if !noCase.MatchString(words) && !understand.Disowns(words) || notYet.MatchString(words) || dayWide.MatchString(words) || strings.ContainsAny(words, "?？吗") {
		return false
	}
	for _, n := range r.Fields {
		if n > 0 {
			return false
		}
	}
	cases := those(workgroup.Running(t.b), func(k workgroup.Case) bool {
		return k.Unit != "" && t.person.Speaks(k.Unit) && !k.Void() && k.Verdict != workgroup.VerdictExcluded && !t.holds(k) && (r.Unit == "" || string(k.Unit) == r.Unit)
	})
	named := false
	for kind, of := range kindDenied {
		named = named || of.MatchString(words) && slices.ContainsFunc(cases, func(k workgroup.Case) bool { return k.Kind == kind })
	}
	if named {
		cases = those(cases, func(k workgroup.Case) bool { of := kindDenied[k.Kind]; return of != nil && of.MatchString(words) })
	}
	switch {
	case len(r.Unknown) > 0:
		return false
	case len(cases) == 0:
		// It is still being reported, or was only heard.
		if len(t.person.Units()) == 0 || !t.ownDenied() && !t.toOthersCall(r) && !t.rumourDenied() {
			return false
		}
	case len(cases) == 1:
		t.denied(cases[0], words, true)
	default:
		t.askWhichCase(cases)
	}
	if !t.private() {
		t.mark("✍")
		t.offerErase(workgroup.SourceKey(t.chat.ID, t.msg.ID))
	}
	return true
}

// ownDenied keeps with the urgent report that the sender is making, in the group, that it is none, and asks them in private: its button takes it back.
func (t *turn) ownDenied() bool {
	call, ok := workgroup.Calls.Get(t.b, t.deskOwner())
	if !ok || t.private() {
		return false
	}
	t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Words: excerpt(t.msg.Text)}, t.now)
	return true
}

// rumourDenied takes the word of a head for the answer to what was heard of their unit; false: they were asked of nothing, or of several things.
func (t *turn) rumourDenied() bool {
	var asked []workgroup.Alarm
	for a := range workgroup.Alarms.Each(t.b, "") {
		if a.Rumour != "" && a.Settled == "" && t.person.Speaks(a.Unit) && t.now.Sub(a.At) < afterwards {
			asked = append(asked, a)
		}
	}
	if len(asked) != 1 {
		return false
	}
	if _, err := t.College.SettleRumour(t.b, asked[0].Object, t.person, false, t.now); err != nil {
		return false
	}
	t.whisper("toast/rumour-false", nil)
	return true
}

// counts tells whether words count a case of a kind.
func (t *turn) counts(kind workgroup.CaseKind, words string) bool {
	said := workgroup.Figures{}
	for key, n := range t.read(words, understand.Context{}).Fields {
		said[workgroup.Key(key)] = workgroup.Count(n)
	}
	return workgroup.KindsCounted(said, nil)[kind]
}

// lastSaid are the last words that a report was made of.
func lastSaid(report workgroup.Report) string {
	if n := len(report.Sources); n > 0 {
		return report.Sources[n-1].Text
	}
	return ""
}

// denied tells whoever has a case, and the duty staff, that its unit counts it no longer, or says that it is none, and its unit that it goes on.
func (t *turn) denied(k workgroup.Case, words string, said bool) {
	t.College.Link(t.b, k, t.remark(excerpt(words), t.now), t.now)
	facts := workgroup.Facts{"code": k.Code(), "kind": k.Kind, "name": t.reporter().Name, "phone": t.person.Phone, "words": excerpt(words), "holder": t.nameOf(k.Holder), "said": said}
	for _, p := range t.concerned(k, doubted) {
		letter := workgroup.Letter{Text: "say/case-denied", Facts: facts, About: workgroup.Ref{Object: k.Key()}}
		if p.ID == k.Holder {
			letter.Buttons = verdictRows(k)
		}
		t.tellEach([]workgroup.Person{p}, letter)
	}
	if t.privateChat() != 0 {
		t.whisper("say/case-denied-yours", facts)
	}
}

// verdictRows ask whoever has a case whether it is one.
func verdictRows(k workgroup.Case) (rows [][]workgroup.Button) {
	for _, v := range []workgroup.Verdict{workgroup.VerdictExcluded, workgroup.VerdictStands} {
		rows = append(rows, []workgroup.Button{{Label: "button/verdict", Facts: workgroup.Facts{"verdict": v, "instead": k.Verdict != ""}, Verb: "verdict", Object: k.Key() + "/" + string(v)}})
	}
	return rows
}
