package workgroup

import (
	"slices"
	"time"
)

// AddRemark keeps a further report in words (续报).
func (c College) AddRemark(b Book, key string, r Remark, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return k, err
	case !k.Sees(b, by, now):
		return k, Refuse(NotForYou)
	}
	if by.ID == k.Holder {
		k = c.progress(k, now)
	}
	return k.remarked(b, r, now), nil
}

// remarked is the case with one more remark, kept.
func (k Case) remarked(b Book, r Remark, now time.Time) Case {
	k.Remarks, k.Death = append(k.Remarks, r), k.Death || r.Death
	b.Note(Event{At: now, Kind: CaseRemarked, Object: k.Key(), By: r.By, Payload: Facts{"text": r.Text}})
	return k.keep(b, now)
}

// AddQuietly keeps what was said of a case and rings nobody: after it was closed, which it stays, or by somebody who is not on the roster.
func (c College) AddQuietly(b Book, k Case, r Remark, now time.Time) { k.remarked(b, r, now) }

// Link adds new figures of its unit to a case, and rings who has it, or the ladder's last rung again.
func (c College) Link(b Book, k Case, r Remark, now time.Time) {
	k = k.remarked(b, r, now)
	if holder, ok := People.Get(b, string(k.Holder)); ok {
		c.show(b, k, holder, true, now)
		return
	}
	if n := len(k.Rings); n > 0 {
		for _, id := range k.Rings[n-1].People {
			if p, ok := People.Get(b, string(id)); ok {
				c.show(b, k, p, true, now)
			}
		}
	}
}

// followUp asks each evening for the day's further report (续报) of every case that somebody has: its holder, or the director
// where the holder cannot be written to. A case is reported on daily until it is closed.
func (c College) followUp(b Book, d Date, now time.Time) {
	for _, k := range Running(b) {
		if k.Holder == "" || k.Date == d || k.remarkedOn(d, c.Zone) {
			continue
		}
		people := Holders(b, Director)
		if holder, ok := People.Get(b, string(k.Holder)); ok && holder.Reachable() {
			people = []Person{holder}
		}
		Withdraw(b, "follow/"+k.Key())
		for _, p := range people {
			c.Tell(b, p, Letter{Text: "say/case-follow", Lane: "urgent", Urgency: Deadline, Written: now, About: Ref{"follow/" + k.Key(), k.Version},
				Facts:   Facts{"code": k.Code(), "since": k.Date, "holder": nameOf(b, k.Holder)},
				Buttons: [][]Button{{{Label: "button/remark", Verb: "word", Object: k.Key() + "/" + string(RemarkDesk)}}}})
		}
	}
}

// remarkedOn tells whether a further report was made on a date.
func (k Case) remarkedOn(d Date, zone *time.Location) bool {
	return slices.ContainsFunc(k.Remarks, func(r Remark) bool { return DateOf(r.At.In(zone)) == d })
}
