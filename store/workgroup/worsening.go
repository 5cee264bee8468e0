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

// Turns tells whether whoever was only shut off is found to be ill: 封闭隔离, then 疑似 or 确诊. It is another thing to report than the
// sealing was, with an hour of its own.
func (k CaseKind) Turns(found CaseKind) bool {
	return k == CaseSealed && (found == CaseSuspected || found == CaseConfirmed)
}

// Worsen moves a case on to what its patient has turned out to have; the finding is that of by. Where the one-hour rule asked for nothing
// before, it had been excluded, or whoever was sealed off falls ill, the hour runs from known. What was excluded, and who was only sealed
// off, has to be verified again, and of the latter those outside are told anew.
func (c College) Worsen(b Book, k Case, found CaseKind, known time.Time, by Person, now time.Time) Case {
	was := k.Kind
	if was != found {
		k.found(Finding{At: now, By: by.ID, What: FoundKind, Was: string(was), Now: string(found)})
	}
	turned := was.Turns(found)
	if was != "" && !was.Hard() || k.Void() || turned {
		k.found(Finding{At: now, By: by.ID, What: FoundKnown, From: k.Known, To: known})
		k.Known, k.Assumed = known, false
	}
	if k.Verdict != "" && (k.Void() || turned) {
		k.found(Finding{At: now, By: by.ID, What: FoundVerdict, Was: string(k.Verdict)})
		k.Verdict = ""
	}
	if turned {
		k.Turned = now
	}
	k.Kind = found
	k = retime(b, k, now)
	if k.Quiet.IsZero() {
		k = c.progress(k, now) // what was settled is not any more
	}
	b.Note(Event{At: now, Kind: CaseDetailed, Object: k.Key(), By: by.ID, Payload: Facts{"kind": found, "was": was, "known": k.Known}})
	k = k.keep(b, now)
	c.moveSigned(b, k, by, now)
	c.post(b, k, false, now)
	return k
}
