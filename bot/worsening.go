package bot

import (
	"slices"
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// worseKind is what words say that the patient of a case has turned out to have, where that is a later stage of what the case is of; "": nothing.
func worseKind(k workgroup.CaseKind, r understand.Reading) workgroup.CaseKind {
	if found := workgroup.KindsHeard[r.UrgentType]; r.Urgent != understand.No && !r.Theirs && k.Before(found) {
		return found
	}
	return ""
}

// turnsTo is what words say that the patient of a case has turned out to have after all: a later stage of it, or what had been excluded; "":
// nothing.
func turnsTo(k workgroup.Case, r understand.Reading) workgroup.CaseKind {
	if found := workgroup.KindsHeard[r.UrgentType]; k.Verdict == workgroup.VerdictExcluded && r.Urgent == understand.Yes && !r.Theirs && found.Hard() {
		return found
	}
	return worseKind(k.Kind, r)
}

// turnedOut takes news that tells of nobody new for how it goes on with the patients of the sender's earlier cases: the case moves on to
// what it has turned out to be, with its hour. Of several cases it is asked which. False: the words are of no such case.
func (t *turn) turnedOut(r understand.Reading, words string) bool {
	cases := those(t.casesMeant(), func(k workgroup.Case) bool {
		return turnsTo(k, r) != "" && t.now.Sub(k.Opened) < workgroup.Course && about(k, r, words) == understand.TheSame
	})
	switch {
	case len(cases) == 0 || !t.known || t.edited:
		return false
	case len(cases) > 1 && !t.private():
		return false // nothing is asked before the group
	case len(cases) > 1:
		t.offersCases(cases, words, true)
		return true
	}
	return t.addTo(cases[0], t.remark(excerpt(words), t.said)) == nil
}

// worsens moves a case on to what a remark says that its patient has turned out to have, and tells the sender that it did; false: they say nothing of the kind.
func (t *turn) worsens(k workgroup.Case, r workgroup.Remark) (workgroup.Case, bool) {
	found := turnsTo(k, t.read(r.Text, understand.Context{}))
	if found == "" || !k.Closed.IsZero() {
		return k, false
	}
	was, again := k.Kind, k.Void()
	k = t.College.Worsen(t.b, k, found, t.learned(r.Text, r.At), t.person, t.now)
	facts := workgroup.Facts{"code": k.Code(), "was": was, "kind": found, "known": t.Moment(k.Known, t.now), "by": t.Moment(k.Deadline(), t.now), "starts": again || was != "" && !was.Hard() || was.Turns(found), "again": again, "mine": t.holds(k),
		"holder": t.nameOf(k.Holder)}
	if t.privateChat() != 0 {
		t.whisper("say/case-worsened", facts)
	}
	return k, true
}

// learned is since when words say that something is known, else when they were said.
func (t *turn) learned(words string, said time.Time) time.Time {
	if w, ok := understand.KnownIn(words, said); ok {
		return w.At
	}
	return said
}

// callTurnedOut moves an urgent report being made on to what its patient has turned out to have: it is one case. Since when the graver is known
// is another question than before.
func (t *turn) callTurnedOut(call workgroup.Call, r understand.Reading, words string) {
	found := worseKind(call.Kind, r)
	if found == "" || call.Kind == "" || toldIn(call).About(r, words) != understand.TheSame || slices.Contains(call.Further, found) {
		return
	}
	if !call.Kind.Hard() {
		call.Known, call.Rough, call.Assumed, call.Day = time.Time{}, false, false, ""
	}
	call.Kind = found
	workgroup.Calls.Put(t.b, call)
}
