package workgroup

import (
	"slices"
	"time"
)

// NoticeClass is how soon a notice must be read.
type NoticeClass string

const (
	NoticeOrdinary  NoticeClass = "ordinary"  // 一般
	NoticeImportant NoticeClass = "important" // 重要
	NoticePressing  NoticeClass = "pressing"  // 紧急
)

// NoticeClasses are all of them, calmest first.
var NoticeClasses = []NoticeClass{NoticeOrdinary, NoticeImportant, NoticePressing}

// NoticeNeed is what a notice asks of its readers.
type NoticeNeed string

const (
	NeedRead NoticeNeed = "read" // 已阅
	NeedDone NoticeNeed = "done" // 已阅, and later 已办 with a result
)

// NoticeNeeds are both.
var NoticeNeeds = []NoticeNeed{NeedRead, NeedDone}

// Wording is what a notice says and asks: what its author settles before it goes out, and again with each new version.
type Wording struct {
	Text     string      `json:"text"`
	Class    NoticeClass `json:"class"`
	Need     NoticeNeed  `json:"need"`
	Audience Audience    `json:"audience"`
	Deadline time.Time   `json:"deadline,omitzero"`
	Copies   bool        `json:"copies,omitempty"` // to each reader in private as well
	Source   int         `json:"source,omitempty"` // the group's message it was made of, which may hold a file; 0: none
}

// Notice is what the office asks people to read, and to do (通知). How many have is kept with it; who has, in the receipts.
type Notice struct {
	ID      uint64   `json:"id"`
	Version uint64   `json:"version"` // of its wording: a receipt is for one version
	By      PersonID `json:"by"`
	Wording
	Group     bool      `json:"group,omitempty"` // it stands in the group
	First     time.Time `json:"first"`           // published
	Published time.Time `json:"published"`       // …as this version
	Recalled  Act       `json:"recalled,omitzero"`
	Reason    string    `json:"reason,omitempty"` // of the recall

	Seats   int `json:"seats"`             // receipts asked for
	Read    int `json:"read,omitempty"`    // 已阅
	Replied int `json:"replied,omitempty"` // “收到” in words, and no press
	Did     int `json:"did,omitempty"`     // 已办

	Ahead []Planned `json:"ahead,omitempty"` // the steps of its ladder to come
	Next  time.Time `json:"next,omitzero"`   // when the first of them is taken
	Named time.Time `json:"named,omitzero"`  // the group reads who has not read it since then

	Posted   time.Time `json:"posted,omitzero"`    // in the group, at the bottom
	Enclosed int       `json:"enclosed,omitempty"` // the source that readers have a copy of in private
	Stands   []Copy    `json:"stands,omitempty"`   // where it is up, once its cards are forgotten
}

// Notices are kept for good.
var Notices = Shelf[Notice]{"notices"}

// Key sorts notices by the order they were published in.
func (n Notice) Key() string { return NumberKey(n.ID) }

// Due is when the ladder goes on.
func (n Notice) Due() time.Time { return n.Next }

// Open tells whether it can still be read and done.
func (n Notice) Open() bool { return !n.Recalled.Done() }

// Unread is how many have neither pressed nor replied.
func (n Notice) Unread() int { return n.Seats - n.Read - n.Replied }

// Publishers may publish, renew and recall notices.
var Publishers = []Role{Director, Staff, Admin}

// LongestNotice is how many UTF-16 units a notice's text may have: Telegram takes 4096 of a message, and the counts and names of
// the card stand below the text.
const LongestNotice = 3400

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
	n.withdrawLists(b)
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

// MayRenew is an open notice that a person may renew or recall.
func (c College) MayRenew(b Book, key string, by Person) (Notice, error) {
	if !by.Holds(Publishers...) {
		return Notice{}, Refuse(NotForYou)
	}
	n, ok := Notices.Get(b, key)
	switch {
	case !ok:
		return n, Refuse(Changed)
	case !n.Open():
		return n, c.recalled(n)
	}
	return n, nil
}

func (c College) recalled(n Notice) error {
	return Refuse(NoticeRecalled, "no", n.ID, "on", DateOf(n.Recalled.At.In(c.Zone)), "at", n.Recalled.At.In(c.Zone).Format("15:04"), "reason", n.Reason)
}

// Recall takes a notice back: it stays in its place, without its text and with the reason, and asks nobody for anything.
func (c College) Recall(b Book, key, reason string, by Person, now time.Time) (Notice, error) {
	n, err := c.MayRenew(b, key, by)
	switch {
	case err != nil:
		return n, err
	case reason == "":
		return n, Refuse(RecallReason)
	}
	n = c.recollect(b, n)
	n.takeFile(b, now)
	n.Recalled, n.Reason, n.Ahead, n.Next = Act{by.ID, now}, reason, nil, time.Time{}
	Notices.Put(b, n)
	n.withdrawLists(b)
	b.Note(Event{At: now, Kind: NoticeTakenBack, Object: n.Key(), By: by.ID, Payload: Facts{"reason": reason}})
	n.everywhere(b, now)
	return n, nil
}

// everywhere has a notice shown as it is now wherever it is up; nobody is rung by it.
func (n Notice) everywhere(b Book, now time.Time) {
	for card := range Cards.Each(b, NoticeCard+"/"+n.Key()+"@") {
		changed(b, card.Key(), now)
	}
}

// distribute puts a notice, or a new version of it, up in the group and in private. The version before stands nowhere any more.
func (c College) distribute(b Book, n Notice, place Place, now time.Time) Notice {
	for card := range Cards.Each(b, NoticeCard+"/"+n.Key()+"@") {
		card.Turned = card.Want + 1
		Cards.Put(b, card)
	}
	n.everywhere(b, now)
	n = c.enclose(b, c.raise(b, n, place, now), now)
	if !n.Copies {
		return n
	}
	for r := range Receipts.Each(b, n.Key()+"/") {
		for _, p := range r.Readers(b) {
			if p.Reachable() {
				c.showNotice(b, n, p, now)
			}
		}
	}
	return n
}

// showNotice puts a notice up at the bottom of a chat. A private copy that cannot be taken away any more stays where it is, and a
// message that answers it rings.
func (c College) showNotice(b Book, n Notice, p Person, now time.Time) {
	card := Card{Kind: NoticeCard, Object: n.Key(), Chat: p.Telegram, Person: p.ID, Repost: true}
	if n.Class != NoticeOrdinary {
		card.Urgency = Deadline
	}
	if p.Telegram < 0 {
		card.ReplyTo = n.Source
	}
	if old, ok := Cards.Get(b, card.Key()); ok && p.Telegram > 0 && old.Stuck(now) {
		changed(b, card.Key(), now)
		f := c.NoticeFacts(b, n)
		f["anew"] = n.Published.Equal(now)
		c.Tell(b, p, Letter{Text: "say/notice-again", Facts: f, Urgency: card.Urgency, Written: now, ReplyTo: old.Message, About: Ref{n.again(p), n.Version},
			Buttons: [][]Button{{{Label: "button/notice-read", Verb: "read", Object: n.Key(), Version: n.Version}}}})
		return
	}
	Show(b, card, now)
}

// again is the object of what reminds a person of a copy further up.
func (n Notice) again(p Person) string { return "notice-again/" + n.Key() + "/" + p.Key() }

// changed has a card of a notice shown as things are now where it is up; what would have rung somebody who has answered
// meanwhile does not.
func changed(b Book, key string, now time.Time) {
	card, ok := Cards.Get(b, key)
	if !ok || card.Gone {
		return
	}
	if card.Chat > 0 && card.Message != 0 && card.Trying.IsZero() {
		card.Repost = false
	}
	card.Want++
	card.WantedAt = now
	Cards.Put(b, card)
	Stale.Put(b, StaleCard{key})
}

// DayCount is how often something was done on one date.
type DayCount struct {
	Date Date `json:"date,omitempty"`
	N    int  `json:"n,omitempty"`
}

func (d DayCount) on(date Date) int {
	if d.Date != date {
		return 0
	}
	return d.N
}

func (d *DayCount) count(date Date) { *d = DayCount{date, d.on(date) + 1} }

// RecentNotices are the open ones of the last sixty published, newest first.
func RecentNotices(b Book) []Notice {
	var out []Notice
	for n := range Notices.From(b, "", NumberKey(lastNotice(b))) {
		if n.Open() {
			out = append(out, n)
		}
	}
	slices.Reverse(out)
	return out
}

// OpenNotices are those of them that not everybody has read or done yet.
func OpenNotices(b Book) []Notice {
	return slices.DeleteFunc(RecentNotices(b), func(n Notice) bool { return !n.Waits() })
}

// Waits tells whether somebody has still to read or do it.
func (n Notice) Waits() bool {
	return n.Open() && (n.Unread() > 0 || n.Replied > 0 || n.Need == NeedDone && n.Did < n.Seats)
}

// recent is how many notices back lists look.
const recent = 60

// lastNotice is the number from which lists begin.
func lastNotice(b Book) uint64 {
	last := Office(b).LastNotice
	return last - min(last, recent)
}
