package workgroup

import (
	"slices"
	"time"
)

// Reopening is that a decision which was closed was opened again (重新办理): by whom, what it had been closed with, and why, where that is said.
type Reopening struct {
	Act
	Closed Act    `json:"closed"`
	Result string `json:"result"`
	Reason string `json:"reason,omitempty"`
}

// MayReopen tells whether somebody may open a decision again that was closed by mistake: the office may.
func (c College) MayReopen(b Book, key string, by Person, now time.Time) (Decision, error) {
	d, ok := Decisions.Get(b, key)
	switch {
	case !ok || !d.Recorded.Done():
		return d, Refuse(Changed)
	case !by.Holds(Director, Staff):
		return d, Refuse(DecisionOffice, "code", d.Code())
	case d.Revoked.Done():
		return d, c.ended(b, d, now)
	case !d.Done.Done():
		return d, Refuse(DecisionGoesOn, "code", d.Code())
	}
	return d, nil
}

// ReopenDecision opens a decision again that was closed. What it was closed with is kept; whoever answers for it is asked for 收到 anew, and the office reads
// who has opened it.
func (c College) ReopenDecision(b Book, key string, version uint64, reason string, by Person, now time.Time) (Decision, error) {
	d, err := c.MayReopen(b, key, by, now)
	switch {
	case err != nil:
		return d, err
	case version != d.Version:
		return d, Refuse(Changed)
	}
	d.Reopened = append(slices.Clone(d.Reopened), Reopening{Act{by.ID, now}, d.Done, d.Result, reason})
	d.Done, d.Result, d.Reminded, d.Overdue = Act{}, "", false, time.Time{}
	d.Parties = slices.Clone(d.Parties)
	for i, p := range d.Parties {
		d.Parties[i] = Party{Owner: p.Owner}
	}
	d = d.unseen()
	b.Note(Event{At: now, Kind: DecisionReopened, Object: d.Key(), By: by.ID, Payload: Facts{"reason": reason}})
	d = c.brought(b, d, now)
	d.show(b, by, now)
	d.Next = d.next(c, now)
	d = d.keep(b, now)
	recorder, _ := People.Get(b, string(d.Recorded.By))
	for _, p := range but(d.others(b, together(Holders(b, Director, Staff), []Person{recorder})), by.ID) {
		c.Tell(b, p, Letter{Text: "say/decision-reopened", Facts: c.DecisionFacts(b, d, now), Urgency: Deadline, Written: now, Until: now.Add(24 * time.Hour)})
	}
	return d, nil
}

// unseen is the decision with no receipt of it: everybody who answers for it is asked for one.
func (d Decision) unseen() Decision {
	d.Seen, d.Asked, d.Listed = Act{}, 0, false
	d.Parties = slices.Clone(d.Parties)
	for i := range d.Parties {
		d.Parties[i].Seen = Act{}
	}
	return d
}

// asks is since when whoever answers for a decision is asked for it as it is.
func (d Decision) asks() time.Time {
	if n := len(d.Reopened); n > 0 && d.Reopened[n-1].At.After(d.Stood()) {
		return d.Reopened[n-1].At
	}
	return d.Stood()
}

// reopenedFacts are how often a decision was opened again, as texts tell it.
func (c College) reopenedFacts(b Book, d Decision, now time.Time) []Facts {
	out := []Facts{}
	for _, r := range d.Reopened {
		out = append(out, Facts{"by": nameOf(b, r.By), "at": c.MomentFacts(r.At, now), "closed": nameOf(b, r.Closed.By), "when": c.MomentFacts(r.Closed.At, now), "result": r.Result, "reason": r.Reason})
	}
	return out
}
