package bot

import (
	"slices"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// denies tells, where a report just filed counts a case of the one-hour rule no longer that its unit has reported in figures today, whoever has the
// case that came of them: it goes on until a person has found that it is none. The sender hears so too.
func (t *turn) denies(before workgroup.Standing, report workgroup.Report) {
	yesterday, _ := workgroup.FiledOn(t.b, report.Date.Add(-1), report.Unit)
	now, once := countedKinds(report.Figures, yesterday.Figures), countedKinds(before.Figures, yesterday.Figures)
	words := lastSaid(report)
	if call, ok := workgroup.Calls.Get(t.b, t.deskOwner()); ok && call.Unit == report.Unit && !now[call.Kind] && (once[call.Kind] || t.counts(call.Kind, call.Words)) {
		t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Words: words}, t.now)
	}
	for _, k := range workgroup.Running(t.b) {
		if k.Unit == report.Unit && k.Date == report.Date && !k.Void() && !now[k.Kind] && (once[k.Kind] || t.counts(k.Kind, told(k).Words)) {
			t.denied(k, words)
		}
	}
}

// counts tells whether words count a case of a kind.
func (t *turn) counts(kind workgroup.CaseKind, words string) bool {
	said := workgroup.Figures{}
	for key, n := range t.read(words, understand.Context{}).Fields {
		said[workgroup.Key(key)] = workgroup.Count(n)
	}
	return countedKinds(said, nil)[kind]
}

// countedKinds are the kinds of case that figures count, against those of the day before.
func countedKinds(f, yesterday workgroup.Figures) map[workgroup.CaseKind]bool {
	kinds := map[workgroup.CaseKind]bool{}
	for _, key := range hard(f, yesterday) {
		base, _, _ := key.Parts()
		kinds[kindsHeard[base]] = true
	}
	return kinds
}

// lastSaid are the last words that a report was made of.
func lastSaid(report workgroup.Report) string {
	if n := len(report.Sources); n > 0 {
		return report.Sources[n-1].Text
	}
	return ""
}

// denied tells whoever has a case, and the duty staff, that its unit counts it no longer, and its unit that it goes on.
func (t *turn) denied(k workgroup.Case, words string) {
	t.College.Link(t.b, k, t.remark(excerpt(words), t.now), t.now)
	facts := workgroup.Facts{"code": k.Code(), "kind": k.Kind, "name": t.reporter().Name, "phone": t.person.Phone, "words": excerpt(words), "holder": t.nameOf(k.Holder)}
	letter := workgroup.Letter{Text: "say/case-denied", Facts: facts, About: workgroup.Ref{Object: k.Key()}}
	others := workgroup.Woken(t.b, t.now)
	if holder, ok := workgroup.People.Get(t.b, string(k.Holder)); ok {
		asked := letter
		for _, v := range []workgroup.Verdict{workgroup.VerdictExcluded, workgroup.VerdictStands} {
			asked.Buttons = append(asked.Buttons, []workgroup.Button{{Label: "button/verdict", Facts: workgroup.Facts{"verdict": v, "instead": k.Verdict != ""}, Verb: "verdict", Object: k.Key() + "/" + string(v)}})
		}
		t.tellEach([]workgroup.Person{holder}, asked)
		others = slices.DeleteFunc(others, func(p workgroup.Person) bool { return p.ID == holder.ID })
	}
	t.tellEach(others, letter)
	if t.privateChat() != 0 {
		t.whisper("say/case-denied-yours", facts)
	}
}
