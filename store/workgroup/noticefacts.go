package workgroup

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// All are a notice's receipts as they stand for its version, in roster order of their units, those of no unit last. Who is asked no
// more is not among them.
func (n Notice) All(b Book) []Receipt {
	return slices.DeleteFunc(n.Ever(b), func(r Receipt) bool { return r.Out.Done() })
}

// Ever are all receipts of a notice, those of people who are asked no more as well.
func (n Notice) Ever(b Book) []Receipt {
	place := map[UnitID]int{}
	for i, u := range Roster(b) {
		place[u.ID] = i - 1<<20
	}
	var out []Receipt
	for r := range Receipts.Each(b, n.Key()+"/") {
		out = append(out, r.For(n.Version))
	}
	slices.SortStableFunc(out, func(a, b Receipt) int { return cmp.Compare(place[a.Unit], place[b.Unit]) })
	return out
}

// NoticeFacts are what everybody who has a notice may read of it beside its text.
func (c College) NoticeFacts(b Book, n Notice) Facts {
	f := Facts{"no": n.ID, "version": n.Version, "class": n.Class, "need": n.Need, "seats": n.Seats, "read": n.Read, "replied": n.Replied, "did": n.Did,
		"on": "", "by": "", "moved": nil, "cause": Cause(""), "recalled": false, "reason": "", "source": n.Source != 0, "enclosed": n.Source != 0 && n.Enclosed == n.Source, "published": c.moment(n.Published)}
	if !n.Deadline.IsZero() {
		local := n.Deadline.In(c.Zone)
		f["on"], f["by"] = DateOf(local), local.Format("15:04")
	}
	if over := n.Over(); !over.Equal(n.Deadline) {
		f["moved"], f["cause"] = c.moment(over), n.Outages[len(n.Outages)-1].Cause
	}
	if n.Recalled.Done() {
		f["recalled"], f["reason"] = true, n.Reason
	}
	return f
}

// mostUnreached is how many of those who get nothing in private are named.
const mostUnreached = 30

// PublishedFacts are what is told to whoever has just published a notice.
func (c College) PublishedFacts(b Book, n Notice, now time.Time) Facts {
	f, unreached := c.NoticeFacts(b, n), Unreachable(b, n.All(b))
	f["place"], f["copies"], f["late"], f["planned"] = n.CameUp(now), n.Copies, 0, nil
	f["unreached"], f["more"] = unreached[:min(len(unreached), mostUnreached)], max(0, len(unreached)-mostUnreached)
	f["nudges"], f["named"] = n.Plans(StepNudgeRead), n.Plans(StepNameThem)
	return f
}

// OfficeButtons are what the office can do about an open notice.
func (n Notice) OfficeButtons() [][]Button {
	if !n.Open() {
		return nil
	}
	return [][]Button{{{Label: "button/notice-receipts", Verb: "receipts", Object: n.Key()}, {Label: "button/notice-renew", Verb: "renew", Object: n.Key()},
		{Label: "button/notice-recall", Verb: "recall", Object: n.Key()}}}
}

// moment is an instant as texts write it: its date and its time.
func (c College) moment(at time.Time) Facts {
	at = at.In(c.Zone)
	return Facts{"on": DateOf(at), "at": at.Format("15:04")}
}

// Delivery is how far a notice has come on its way to a seat, which says nothing of reading.
type Delivery string

const (
	GroupOnly   Delivery = "group"       // 只发在群里: who has it nobody can tell
	OnItsWay    Delivery = "sent"        // 已发出: in the outbox
	Delivered   Delivery = "delivered"   // 已送达: Telegram has taken it
	Undelivered Delivery = "undelivered" // 未送达: no private chat, or Telegram refuses
)

// Deliveries are all of them.
var Deliveries = []Delivery{GroupOnly, OnItsWay, Delivered, Undelivered}

// DeliveryOf is how far a notice's version has come to a seat: as far as to any of its readers.
func (n Notice) DeliveryOf(b Book, r Receipt) Delivery {
	if r.Arrived {
		return Delivered
	}
	best, alone := Undelivered, !n.Copies && r.Nudges == 0
	for _, p := range r.Readers(b) {
		card, ok := Cards.Get(b, CardKey(NoticeCard, n.Key(), p.Telegram))
		switch {
		case p.Telegram == 0 || !ok:
		case card.Current():
			return Delivered
		case card.Failure == "":
			best, alone = OnItsWay, false
		default:
			alone = false
		}
	}
	if alone {
		return GroupOnly
	}
	return best
}

// ReceiptFacts are what the office reads of one receipt.
func (c College) ReceiptFacts(b Book, n Notice, r Receipt) Facts {
	f := Facts{"unit": unitNamed(b, r.Unit), "person": "", "phones": []Facts{}, "delivery": n.DeliveryOf(b, r), "nudges": r.Nudges, "proxy": r.Proxy, "result": r.Result,
		"read": nil, "replied": nil, "done": nil, "reader": "", "doer": "", "minutes": 0, "late": false}
	phones := []Facts{}
	for _, p := range r.Readers(b) {
		phones = append(phones, Facts{"name": p.Name, "phone": p.Phone})
	}
	f["phones"] = phones
	if r.Person != "" {
		f["person"] = nameOf(b, r.Person)
	}
	if r.Read.Done() {
		f["read"], f["reader"], f["minutes"] = c.moment(r.Read.At), nameOf(b, r.Read.By), int(r.Read.At.Sub(n.Published).Minutes())
	}
	if r.Weak() {
		f["replied"] = c.moment(r.Replied.At)
	}
	if r.Done.Done() {
		f["done"], f["doer"] = c.moment(r.Done.At), nameOf(b, r.Done.By)
	}
	last := r.Read.At
	if n.Need == NeedDone {
		last = r.Done.At
	}
	f["late"] = n.LateAt(last)
	return f
}

// LateAt tells whether what a notice asks is late at an instant.
func (n Notice) LateAt(at time.Time) bool { return !n.Deadline.IsZero() && at.After(n.Over()) }

// ReadingTimes are how long readers took, from publishing to 已阅, shortest first.
func ReadingTimes(n Notice, all []Receipt) []time.Duration {
	var out []time.Duration
	for _, r := range all {
		if r.Read.Done() {
			out = append(out, r.Read.At.Sub(n.Published))
		}
	}
	slices.Sort(out)
	return out
}

// noticeCards is how long the cards of a notice follow it.
const noticeCards = 30 * 24 * time.Hour

// Copy is where a notice stands, for whom and since when.
type Copy struct {
	Chat    int64     `json:"chat"`
	Message int       `json:"message"`
	Person  PersonID  `json:"person,omitempty"`
	Posted  time.Time `json:"posted,omitzero"`
}

// forgetNotices lets the cards of old notices stand as they are. What they knew is kept with the notice and the receipts, for the day
// somebody reads or recalls it after all.
func forgetNotices(b Book, now time.Time) {
	old := map[string]Notice{}
	var gone []string
	for card := range Cards.Each(b, NoticeCard+"/") {
		n, known := old[card.Object]
		if !known {
			n, known = Notices.Get(b, card.Object)
		}
		if !known || now.Sub(n.Published) <= noticeCards || Stale.Has(b, card.Key()) {
			continue
		}
		gone = append(gone, card.Key())
		if card.Message != 0 {
			n.Stands = append(n.Stands, Copy{card.Chat, card.Message, card.Person, card.Posted})
			n.arrived(b, card)
		}
		old[card.Object] = n
	}
	for _, key := range slices.Sorted(maps.Keys(old)) {
		Notices.Put(b, old[key])
	}
	for _, key := range gone {
		Cards.Drop(b, key)
	}
}

// arrived keeps that a card has brought a notice to a seat.
func (n Notice) arrived(b Book, card Card) {
	p, ok := People.Get(b, string(card.Person))
	if !ok || !card.Current() {
		return
	}
	for _, r := range n.SeatsOf(b, p) {
		if among(r.Readers(b), p) {
			r.Arrived = true
			Receipts.Put(b, r)
		}
	}
}

// recollect has the forgotten cards of a notice there again, as they stood, but for a group that is another one now.
func (c College) recollect(b Book, n Notice) Notice {
	for _, at := range n.Stands {
		card := Card{Kind: NoticeCard, Object: n.Key(), Chat: at.Chat, Person: at.Person, Want: 1, Shown: 1, Message: at.Message, Posted: at.Posted, WantedAt: n.Published}
		if (at.Chat > 0 || at.Chat == c.GroupChat(b)) && !Cards.Has(b, card.Key()) {
			Cards.Put(b, card)
		}
	}
	n.Stands = nil
	return n
}
