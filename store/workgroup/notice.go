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
	From     string      `json:"from,omitempty"`   // the message its text was written in (SourceKey)
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
	Outages  []Outage  `json:"outages,omitempty"`  // that took of the time before its deadline
}

// Notices are kept for good.
var Notices = Shelf[Notice]{Name: "notices"}

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
	n.withdrawAll(b)
	b.Note(Event{At: now, Kind: NoticeTakenBack, Object: n.Key(), By: by.ID, Payload: Facts{"reason": reason}})
	n.everywhere(b, now)
	return n, nil
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
