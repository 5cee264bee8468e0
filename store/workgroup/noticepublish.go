package workgroup

import (
	"slices"
	"time"
)

// Publish sends a draft out: as a new notice, or as a new version of one, whose receipts are then asked for again.
func (c College) Publish(b Book, by Person, version uint64, now time.Time) (Notice, error) {
	d, err := ownDraft(b, by, version)
	if err != nil {
		return Notice{}, err
	}
	n, err := c.send(b, by, d, now)
	if err == nil {
		d.Drop(b)
	}
	return n, err
}

// ownDraft is a publisher's draft in the state they have seen.
func ownDraft(b Book, by Person, version uint64) (NoticeDraft, error) {
	d, ok := NoticeDrafts.Get(b, string(by.ID))
	switch {
	case !by.Holds(Publishers...):
		return d, Refuse(NotForYou)
	case !ok:
		return d, Refuse(Settled)
	case d.Version != version:
		return d, Refuse(Changed)
	}
	return d, nil
}

// target is the notice that a draft renews, and the seats it is for.
func (c College) target(b Book, d NoticeDraft, by Person) (n Notice, seats []Receipt, err error) {
	if !by.Holds(Publishers...) {
		return n, nil, Refuse(NotForYou)
	}
	if d.Of == 0 {
		return n, d.Audience.Seats(b), nil
	}
	if n, err = c.MayRenew(b, NumberKey(d.Of), by); err != nil {
		return n, nil, err
	}
	if d.Base != n.Version {
		return n, nil, Refuse(RenewedByOther, "no", n.ID, "version", n.Version)
	}
	return n, n.All(b), nil
}

// send publishes a draft.
func (c College) send(b Book, by Person, d NoticeDraft, now time.Time) (Notice, error) {
	n, seats, err := c.target(b, d, by)
	if err != nil {
		return n, err
	}
	place := c.PlaceOf(b, n, now)
	if err := c.publishable(b, d, seats, place, now); err != nil {
		return Notice{}, err
	}
	if d.Of == 0 {
		n = c.issue(b, d, seats, by, now)
	} else {
		n = c.renew(b, c.recollect(b, n), d, by, now)
	}
	n = c.start(b, c.distribute(b, n, place, now), now)
	Notices.Put(b, n)
	return n, nil
}

// publishable is why a draft cannot go out as it stands; nil when it can. Somebody has to hear of it: in private, or by a post at the
// bottom of the group.
func (c College) publishable(b Book, d NoticeDraft, seats []Receipt, place Place, now time.Time) error {
	switch {
	case d.Text == "":
		return Refuse(NoticeEmpty)
	case d.Length() > LongestNotice:
		return Refuse(NoticeLong, "n", d.Length(), "most", LongestNotice)
	case !d.Deadline.IsZero() && !d.Deadline.After(now):
		return c.DeadlinePast(d.Deadline)
	case len(seats) == 0:
		return Refuse(NoticeNobody)
	}
	if place == Anew || d.Copies && reached(b, seats) {
		return nil
	}
	return Refuse(NoticeNowhere, "grouped", c.GroupChat(b) != 0, "copies", d.Copies)
}

// DeadlinePast is the refusal of a deadline that has passed.
func (c College) DeadlinePast(at time.Time) error {
	return Refuse(DeadlinePast, "on", DateOf(at.In(c.Zone)), "at", at.In(c.Zone).Format("15:04"))
}

// reached tells whether any reader at these seats gets anything in private.
func reached(b Book, seats []Receipt) bool {
	for _, r := range seats {
		if slices.ContainsFunc(r.Readers(b), Person.Reachable) {
			return true
		}
	}
	return false
}

// issue makes a notice of a draft, and a receipt to be filled for everybody it is for.
func (c College) issue(b Book, d NoticeDraft, seats []Receipt, by Person, now time.Time) Notice {
	n := Notice{ID: b.Number(Notices.Name), Version: 1, By: by.ID, Wording: d.Wording, First: now, Published: now, Seats: len(seats)}
	for _, r := range seats {
		r.Notice = n.ID
		Receipts.Put(b, r)
	}
	p := Office(b)
	p.LastNotice = n.ID
	p.Keep(b)
	b.Note(Event{At: now, Kind: NoticePublished, Object: n.Key(), By: by.ID, Payload: Facts{"text": n.Text, "class": n.Class, "need": n.Need, "seats": n.Seats}})
	return n
}

// renew puts a draft in the place of what a notice said. Its receipts stay, as those of the version before.
func (c College) renew(b Book, n Notice, d NoticeDraft, by Person, now time.Time) Notice {
	n.withdrawAll(b)
	before := n.edition()
	before.Replaced = now
	Editions.Put(b, before)
	for other := range NoticeDrafts.Each(b, "") {
		if other.Of == n.ID && other.Person != by.ID {
			Touch(b, NoticeDraftCard, other.Key(), now) // written over what stands no more
		}
	}
	d.Audience = n.Audience // whom it is for was settled when it went out
	n.Wording = d.Wording
	n.Version++
	n.Published, n.Named = now, time.Time{}
	n.Read, n.Replied, n.Did = 0, 0, 0
	b.Note(Event{At: now, Kind: NoticeRenewed, Object: n.Key(), By: by.ID, Payload: Facts{"text": n.Text, "version": n.Version}})
	return n
}
