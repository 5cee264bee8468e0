package workgroup

import (
	"errors"
	"time"
)

// NoticePlan is a draft that goes out at a time (定时发布). Its author may have another draft at work meanwhile.
type NoticePlan struct {
	ID    uint64      `json:"id"`
	Draft NoticeDraft `json:"draft"`
}

// NoticePlans are kept until they are published or taken back.
var NoticePlans = Shelf[NoticePlan]{Name: "noticeplans"}

// Key sorts plans by the order they were made in.
func (p NoticePlan) Key() string { return NumberKey(p.ID) }

// Due is when it goes out.
func (p NoticePlan) Due() time.Time { return p.Draft.At }

// PlanNotice has a draft go out at the time it names: it must be able to go out as things are now.
func (c College) PlanNotice(b Book, by Person, version uint64, now time.Time) (NoticePlan, error) {
	d, err := ownDraft(b, by, version)
	if err != nil {
		return NoticePlan{}, err
	}
	if !d.At.After(now) || !d.Deadline.IsZero() && !d.Deadline.After(d.At) {
		return NoticePlan{}, c.PlanTime(d.At)
	}
	n, seats, err := c.target(b, d, by)
	if err != nil {
		return NoticePlan{}, err
	}
	// Where it will stand is decided when it goes out; the group has room again on another day.
	place := Anew
	if c.GroupChat(b) == 0 || DateOf(d.At.In(c.Zone)) == DateOf(now) {
		place = c.PlaceOf(b, n, now)
	}
	if err := c.publishable(b, d, seats, place, now); err != nil {
		return NoticePlan{}, err
	}
	p := NoticePlan{ID: b.Number(NoticePlans.Name), Draft: d}
	NoticePlans.Put(b, p)
	d.Drop(b)
	b.Note(Event{At: now, Kind: NoticePlanned, Object: p.Key(), By: by.ID, Payload: Facts{"at": d.At, "text": d.Text}})
	return p, nil
}

// PlanTime is the refusal of a time to go out at.
func (c College) PlanTime(at time.Time) error {
	f := c.moment(at)
	return Refuse(PlanTime, "on", f["on"], "at", f["at"])
}

// UnplanNotice makes a draft of what was to go out at a time. It takes no other draft's place.
func (c College) UnplanNotice(b Book, key string, by Person, now time.Time) (NoticeDraft, error) {
	p, ok := NoticePlans.Get(b, key)
	switch {
	case !ok:
		return p.Draft, Refuse(Settled)
	case p.Draft.Person != by.ID:
		return p.Draft, Refuse(NotYours)
	}
	if old, at := draftAtWork(b, by); at {
		return old, Refuse(DraftAtWork, "of", old.Of, "text", old.Text)
	}
	NoticePlans.Drop(b, key)
	b.Note(Event{At: now, Kind: NoticeUnplanned, Object: key, By: by.ID})
	p.Draft.At = time.Time{}
	return p.Draft.Keep(b, now), nil
}

// WakePlan sends out what was to go out by now, once, and says how late it is; what cannot go out any more its author has back, with the
// reason.
func (c College) WakePlan(b Book, key string, now time.Time) {
	p, ok := NoticePlans.Get(b, key)
	if !ok || p.Due().After(now) {
		return
	}
	NoticePlans.Drop(b, key)
	by, _ := People.Get(b, string(p.Draft.Person))
	n, err := c.send(b, by, p.Draft, now)
	to := []Person{by}
	if !by.Reachable() || !by.Left.IsZero() {
		to = Holders(b, Director, Staff)
	}
	if err != nil {
		c.unsent(b, p.Draft, by, to, err, now)
		return
	}
	facts := c.PublishedFacts(b, n, now)
	if late := now.Sub(p.Draft.At); late > PressLife {
		facts["late"], facts["planned"] = int(late.Minutes()), c.moment(p.Draft.At)
	}
	for _, one := range to {
		c.Tell(b, one, Letter{Lane: "talk", Text: "say/notice-published", Facts: facts, Urgency: Deadline, Written: now, About: Ref{Object: "notice/" + n.Key()}, Buttons: n.OfficeButtons()})
	}
}

// unsent gives a draft that could not go out back to its author, where they may still publish and it takes no other's place, and says why.
func (c College) unsent(b Book, d NoticeDraft, by Person, to []Person, why error, now time.Time) {
	facts := Facts{"text": d.Text, "planned": c.moment(d.At), "back": false}
	if _, at := draftAtWork(b, by); !at && by.Left.IsZero() && by.Holds(Publishers...) {
		d.At = time.Time{}
		d.Keep(b, now)
		facts["back"] = by.Reachable()
		if by.Reachable() {
			Show(b, Card{Kind: NoticeDraftCard, Object: d.Key(), Chat: by.Telegram, Person: by.ID, Repost: true, Urgency: Deadline}, now)
		}
	}
	b.Note(Event{At: now, Kind: NoticeUnsent, Object: d.Key(), Payload: Facts{"text": d.Text}})
	var no *Refusal
	for _, one := range to {
		c.Tell(b, one, Letter{Lane: "talk", Text: "say/notice-unsent", Facts: facts, Urgency: Deadline, Written: now})
		if errors.As(why, &no) {
			c.Tell(b, one, Letter{Lane: "talk", Text: "refusal/" + string(no.Code), Facts: no.Facts, Urgency: Deadline, Written: now})
		}
	}
}
