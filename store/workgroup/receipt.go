package workgroup

import (
	"slices"
	"time"
)

// Reading is what one seat has done with one version of a notice. Sent, delivered, read and done are different facts, and
// none is taken for another.
type Reading struct {
	Version uint64 `json:"version,omitempty"`
	Read    Act    `json:"read,omitzero"`    // 已阅, a press
	Proxy   bool   `json:"proxy,omitempty"`  // …a deputy's (代阅)
	Undone  Act    `json:"undone,omitzero"`  // the press taken back (撤回已阅)
	Replied Act    `json:"replied,omitzero"` // “收到” in words, or a reaction: weaker than a press, and stands below it
	Done    Act    `json:"done,omitzero"`    // 已办
	Result  string `json:"result,omitempty"`
	Nudges  int    `json:"nudges,omitempty"`  // how often it was asked for in private
	Arrived bool   `json:"arrived,omitempty"` // 已送达, once the card that showed it is forgotten
}

// Receipt is what became of a notice at one seat (回执): a person, or a unit for which anybody who speaks for it may read.
type Receipt struct {
	Notice uint64   `json:"notice"`
	Seat   string   `json:"seat"`
	Unit   UnitID   `json:"unit,omitempty"`
	Person PersonID `json:"person,omitempty"` // "": anybody who speaks for the unit
	Out    Act      `json:"out,omitzero"`     // asked no more (不再应阅): who left, or heads nothing any more
	Reading
	Earlier []Reading `json:"earlier,omitempty"` // of versions before, and what a later act has taken the place of
}

// Receipts are kept for good, by notice and seat.
var Receipts = Shelf[Receipt]{Name: "receipts"}

// Key is the notice and the seat.
func (r Receipt) Key() string { return NumberKey(r.Notice) + "/" + r.Seat }

// For is the receipt as it stands for a version: what was done with an older one is put by.
func (r Receipt) For(version uint64) Receipt {
	if r.Version == version {
		return r
	}
	if r.Version != 0 {
		r.Earlier = append(slices.Clone(r.Earlier), r.Reading)
	}
	r.Reading = Reading{Version: version}
	return r
}

// Weak tells whether a reply is all that has come.
func (r Reading) Weak() bool { return r.Replied.Done() && !r.Read.Done() }

// Waits tells whether neither a press nor a reply has come.
func (r Receipt) Waits() bool { return !r.Read.Done() && !r.Replied.Done() }

// ReadNotice keeps that a person has read a notice (已阅). A second press changes nothing and gets the first reading; only who
// was read for reads for themselves. fresh tells whether anything was new.
func (c College) ReadNotice(b Book, key string, version uint64, by Person, now time.Time) (n Notice, r Receipt, fresh bool, err error) {
	n, seats, err := c.addressed(b, key, version, by)
	if err != nil {
		return n, r, false, err
	}
	r = seats[0]
	for _, s := range seats {
		own := s.Read.Done() && s.Proxy && !s.standsIn(by)
		if s.Read.Done() && !own {
			continue
		}
		if own {
			s.Earlier = append(slices.Clone(s.Earlier), s.Reading)
			n.Read--
		}
		s = n.read(s, by, now)
		if !fresh {
			r, fresh = s, true // their own before another's
		}
		Receipts.Put(b, s)
		b.Note(Event{At: now, Kind: NoticeRead, Object: s.Key(), By: by.ID, Payload: Facts{"version": n.Version, "proxy": s.Proxy}})
	}
	if fresh {
		c.settle(b, n, seats, now)
	}
	return n, r, fresh, nil
}

// read counts a reading: the press says more than a reply did.
func (n *Notice) read(s Receipt, by Person, now time.Time) Receipt {
	if s.Weak() {
		n.Replied--
	}
	s.Read, s.Proxy = Act{by.ID, now}, s.standsIn(by)
	n.Read++
	return s
}

// settle keeps the counts, and has those shown that are about these seats.
func (c College) settle(b Book, n Notice, seats []Receipt, now time.Time) {
	n = c.recollect(b, n)
	Notices.Put(b, n)
	if n.Unread() == 0 {
		Withdraw(b, n.unreadList())
	}
	if n.Did == n.Seats {
		Withdraw(b, n.undoneList())
	}
	changed(b, CardKey(NoticeCard, n.Key(), c.GroupChat(b)), now)
	for _, s := range seats {
		for _, p := range s.Readers(b) {
			if p.Telegram == 0 {
				continue
			}
			key := CardKey(NoticeCard, n.Key(), p.Telegram)
			if card, _ := Cards.Get(b, key); card.Stuck(now) {
				n.hush(b, p.ID)
			}
			changed(b, key, now)
		}
	}
}

// ReplyNotice keeps a reply in words (“收到”), or a reaction, with the time it was made at: weaker than 已阅, and shown as such. Where a press was made it adds nothing.
func (c College) ReplyNotice(b Book, key string, version uint64, by Person, said, now time.Time) error {
	n, seats, err := c.addressed(b, key, version, by)
	if err != nil {
		return err
	}
	fresh := false
	for _, s := range seats {
		if !s.Waits() {
			continue
		}
		s.Replied = Act{by.ID, said}
		n.Replied++
		fresh = true
		Receipts.Put(b, s)
		b.Note(Event{At: now, Kind: NoticeReplied, Object: s.Key(), By: by.ID, Payload: Facts{"version": n.Version}})
	}
	if fresh {
		c.settle(b, n, seats, now)
	}
	return nil
}

// unreadIn is how long a press can be taken back.
const unreadIn = 5 * time.Minute

// MayUndo tells whether a person can still take a reading at a seat back: their own press, which nothing was done on.
func (r Receipt) MayUndo(by PersonID, now time.Time) bool {
	return r.Read.Done() && r.Read.By == by && !r.Done.Done() && now.Sub(r.Read.At) <= unreadIn
}

// UndoRead takes a press of 已阅 back, within five minutes, by who made it. What it had taken the place of counts again: a deputy's
// reading, or a reply.
func (c College) UndoRead(b Book, key string, version uint64, by Person, now time.Time) (Notice, error) {
	n, seats, err := c.addressed(b, key, version, by)
	if err != nil {
		return n, err
	}
	why := Refuse(Settled)
	undone := false
	for _, s := range seats {
		switch {
		case s.MayUndo(by.ID, now):
		case s.Read.Done() && s.Read.By == by.ID && !s.Done.Done():
			why = Refuse(UndoLate, "at", s.Read.At.In(c.Zone).Format("15:04"))
			continue
		default:
			continue
		}
		s = n.unread(s, Act{by.ID, now})
		undone = true
		Receipts.Put(b, s)
		b.Note(Event{At: now, Kind: NoticeReadUndone, Object: s.Key(), By: by.ID})
	}
	if !undone {
		return n, why
	}
	c.settle(b, n, seats, now)
	return n, nil
}

// unread puts a reading that was taken back by, and what it had taken the place of in its place.
func (n *Notice) unread(s Receipt, undone Act) Receipt {
	back := s.Reading
	back.Undone = undone
	s.Read, s.Proxy = Act{}, false
	s.Earlier = slices.Clone(s.Earlier)
	for i, e := range slices.Backward(s.Earlier) {
		if e.Version == s.Version && e.Proxy && !e.Undone.Done() && !back.Proxy {
			s.Read, s.Proxy = e.Read, true
			s.Earlier = slices.Delete(s.Earlier, i, i+1)
			break
		}
	}
	s.Earlier = append(s.Earlier, back)
	if !s.Read.Done() {
		n.Read--
	}
	if s.Weak() {
		n.Replied++
	}
	return s
}

// MayDo tells whether a person can write that a notice is done.
func (c College) MayDo(b Book, key string, version uint64, by Person) (Notice, error) {
	n, _, err := c.addressed(b, key, version, by)
	if err == nil && n.Need != NeedDone {
		err = Refuse(Changed)
	}
	return n, err
}

// DoNotice keeps that a notice is done (已办), with the result. Written again, the result is put right; the first stays below it.
// Whoever has done a notice has read it.
func (c College) DoNotice(b Book, key string, version uint64, result string, by Person, now time.Time) (Notice, error) {
	n, seats, err := c.addressed(b, key, version, by)
	switch {
	case err != nil:
		return n, err
	case n.Need != NeedDone:
		return n, Refuse(Changed)
	case result == "":
		return n, Refuse(NoResult)
	}
	seats = own(seats, by)
	for _, s := range seats {
		if s.Done.Done() {
			s.Earlier = append(slices.Clone(s.Earlier), s.Reading)
			n.Did--
		}
		if !s.Read.Done() {
			s = n.read(s, by, now)
			b.Note(Event{At: now, Kind: NoticeRead, Object: s.Key(), By: by.ID, Payload: Facts{"version": n.Version, "proxy": s.Proxy}})
		}
		s.Done, s.Result = Act{by.ID, now}, result
		n.Did++
		Receipts.Put(b, s)
		b.Note(Event{At: now, Kind: NoticeDone, Object: s.Key(), By: by.ID, Payload: Facts{"version": n.Version, "result": result}})
	}
	c.settle(b, n, seats, now)
	return n, nil
}
