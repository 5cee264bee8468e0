package workgroup

import (
	"slices"
	"time"
)

// Before tells whether a kind is an earlier stage of what somebody turns out to have: 入院 before 疑似, 疑似 before 确诊. Only what the
// one-hour rule is about comes after another, and what nobody has said yet is before all of it.
func (k CaseKind) Before(found CaseKind) bool {
	return k != found && found.Hard() && (k == "" || slices.Contains(course, found)) && later(k, found) == found
}

// Worsen moves a case on to what its patient has turned out to have; the finding is that of by. Where the one-hour rule asked for nothing
// before, or it had been excluded, the hour runs from known. What was excluded has to be verified again.
func (c College) Worsen(b Book, k Case, found CaseKind, known time.Time, by Person, now time.Time) Case {
	was := k.Kind
	if was != found {
		k.found(Finding{At: now, By: by.ID, What: FoundKind, Was: string(was), Now: string(found)})
	}
	if was != "" && !was.Hard() || k.Void() {
		k.found(Finding{At: now, By: by.ID, What: FoundKnown, From: k.Known, To: known})
		k.Known, k.Assumed = known, false
	}
	if k.Void() {
		k.found(Finding{At: now, By: by.ID, What: FoundVerdict, Was: string(k.Verdict)})
		k.Verdict = ""
	}
	k.Kind = found
	k = retime(b, k, now)
	b.Note(Event{At: now, Kind: CaseDetailed, Object: k.Key(), By: by.ID, Payload: Facts{"kind": found, "was": was, "known": k.Known}})
	k = k.keep(b, now)
	c.post(b, k, false, now)
	return k
}
