package workgroup

import (
	"slices"
	"time"
)

// reseat has the notices that still wait for somebody follow a change of these people: who left, or heads nothing any more, and owes an
// answer is asked no more; who heads a unit now is asked like everybody else. What was read and done stays counted. Whoever made the
// change and each notice's author are told.
func (c College) reseat(b Book, people []PersonID, by Person, now time.Time) {
	told := map[PersonID][]Facts{}
	for _, n := range OpenNotices(b) {
		if n.Audience.Kind == OneAUnit {
			c.showSpeakers(b, n, people, now)
			continue
		}
		line := c.reseatOne(b, n, people, by, now)
		if line == nil {
			continue
		}
		told[by.ID] = append(told[by.ID], line)
		if n.By != by.ID {
			told[n.By] = append(told[n.By], line)
		}
	}
	for p := range People.Each(b, "") {
		if lines := told[p.ID]; lines != nil {
			c.Tell(b, p, Letter{Text: "say/notice-reseated", Facts: Facts{"notices": lines}, Written: now, Silent: p.ID != by.ID})
		}
	}
}

// reseatOne has one notice follow a change; nil where nothing of it is about these people.
func (c College) reseatOne(b Book, n Notice, people []PersonID, by Person, now time.Time) Facts {
	out, in := []string{}, []string{}
	var seats []Receipt
	var come []Person
	asked := n.Audience.Seats(b)
	for _, id := range people {
		p, _ := People.Get(b, string(id))
		i := slices.IndexFunc(asked, func(r Receipt) bool { return r.Person == id })
		r, had := Receipts.Get(b, n.Key()+"/"+personSeat(id))
		r = r.For(n.Version)
		switch {
		case i < 0 && had && !r.Out.Done() && n.owed(r):
			n.count(r, -1)
			r.Out = Act{by.ID, now}
			out = append(out, p.Name)
			changed(b, CardKey(NoticeCard, n.Key(), p.Telegram), now)
		case i >= 0 && had && r.Out.Done():
			r.Out = Act{}
			n.count(r, 1)
			in, come = append(in, p.Name), append(come, p)
		case i >= 0 && !had:
			r = asked[i].For(n.Version)
			r.Notice = n.ID
			n.count(r, 1)
			in, come = append(in, p.Name), append(come, p)
		default:
			continue
		}
		Receipts.Put(b, r)
		seats = append(seats, r)
	}
	if len(seats) == 0 {
		return nil
	}
	b.Note(Event{At: now, Kind: NoticeReseated, Object: n.Key(), By: by.ID, Payload: Facts{"out": len(out), "in": len(in), "seats": n.Seats}})
	c.settle(b, n, seats, now)
	unreached := []string{}
	for _, p := range come {
		if !p.Reachable() {
			unreached = append(unreached, p.Name)
		}
		if n.Copies && p.Reachable() {
			c.showNotice(b, n, p, now)
		}
	}
	return Facts{"no": n.ID, "out": out, "in": in, "unreached": unreached, "seats": n.Seats}
}

// showSpeakers brings a notice that anybody may read for their unit to those who speak for one now and have no copy yet.
func (c College) showSpeakers(b Book, n Notice, people []PersonID, now time.Time) {
	for _, id := range people {
		p, _ := People.Get(b, string(id))
		seats := n.SeatsOf(b, p)
		waits := slices.ContainsFunc(seats, func(r Receipt) bool { return n.owed(r) && among(r.Readers(b), p) })
		if waits && n.Copies && p.Reachable() && !Cards.Has(b, CardKey(NoticeCard, n.Key(), p.Telegram)) {
			c.showNotice(b, n, p, now)
		}
	}
}

// owed tells whether a notice still asks something at a seat.
func (n Notice) owed(r Receipt) bool {
	return !r.Read.Done() || n.Need == NeedDone && !r.Done.Done()
}

// count adds a receipt to a notice's counts, or takes it from them.
func (n *Notice) count(r Receipt, by int) {
	n.Seats += by
	if r.Read.Done() {
		n.Read += by
	}
	if r.Weak() {
		n.Replied += by
	}
	if r.Done.Done() {
		n.Did += by
	}
}
