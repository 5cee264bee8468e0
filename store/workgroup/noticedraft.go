package workgroup

import (
	"time"
	"unicode/utf16"
)

// NoticeDraft is a notice its author has not published, or a new version of one. An author has one.
type NoticeDraft struct {
	Person  PersonID `json:"person"`
	Of      uint64   `json:"of,omitempty"`   // the notice that gets a new version; 0: a new one
	Base    uint64   `json:"base,omitempty"` // the version its author has read before writing
	Version uint64   `json:"version"`        // raised by each change
	Wording
	At time.Time `json:"at,omitzero"` // when it goes out (定时); zero: when its author says so
}

// noticeDesks is how long at most a desk waits for what somebody writes for a notice.
const noticeDesks = time.Hour

// Key is its author.
func (d NoticeDraft) Key() string { return string(d.Person) }

// NoticeDrafts are kept until they are published or given up.
var NoticeDrafts = Shelf[NoticeDraft]{Name: "noticedrafts"}

// Length is how long its text is for Telegram.
func (d NoticeDraft) Length() int { return Length(d.Text) }

// Length is how many UTF-16 units words are, which Telegram counts in.
func Length(words string) (n int) {
	for _, r := range words {
		n += utf16.RuneLen(r)
	}
	return n
}

// StartNotice begins a draft: for each unit's heads, ordinary, to be read. One that its author has written something in is not wiped by
// it: without words of its own it goes on with that one.
func StartNotice(b Book, by Person, text string, source int, now time.Time) (NoticeDraft, error) {
	if !by.Holds(Publishers...) {
		return NoticeDraft{}, Refuse(NotForYou)
	}
	if old, at := draftAtWork(b, by); at && text == "" && source == 0 {
		return old, nil
	} else if at {
		return old, Refuse(DraftAtWork, "of", old.Of, "text", old.Text)
	}
	d := NoticeDraft{Person: by.ID, Wording: Wording{Text: text, Class: NoticeOrdinary, Need: NeedRead, Audience: Audience{Kind: EveryHead}, Copies: true, Source: source}}
	return d.Keep(b, now), nil
}

// StartVersion begins a draft of a notice's next version, or goes on with the one there is. It takes no other draft's place.
func (c College) StartVersion(b Book, key string, by Person, now time.Time) (NoticeDraft, error) {
	n, err := c.MayRenew(b, key, by)
	if err != nil {
		return NoticeDraft{}, err
	}
	if old, at := draftAtWork(b, by); at && old.Of == n.ID {
		return old, nil
	} else if at {
		return old, Refuse(DraftAtWork, "of", old.Of, "text", old.Text)
	}
	d := NoticeDraft{Person: by.ID, Of: n.ID, Base: n.Version, Wording: n.Wording}
	d.From = ""
	if !d.Deadline.IsZero() && !d.Deadline.After(now) {
		d.Deadline = time.Time{}
	}
	return d.Keep(b, now), nil
}

// draftAtWork is a draft that its author has written something in.
func draftAtWork(b Book, by Person) (NoticeDraft, bool) {
	d, ok := NoticeDrafts.Get(b, string(by.ID))
	if !ok || d.Of == 0 {
		return d, ok && d.Text != ""
	}
	n, ok := Notices.Get(b, NumberKey(d.Of))
	return d, ok && n.Open() && d.Text != n.Text
}

// Rebase is its author's word that the version published meanwhile was read: what is written goes out after that one.
func (d NoticeDraft) Rebase(b Book, version uint64, now time.Time) (NoticeDraft, error) {
	n, ok := Notices.Get(b, NumberKey(d.Of))
	if !ok || n.Version != version {
		return d, Refuse(Changed)
	}
	d.Base = version
	return d.Keep(b, now), nil
}

// Keep keeps a draft, and has its author see it. Its states are numbered by the clock, so that a button of one given up fits no
// later one.
func (d NoticeDraft) Keep(b Book, now time.Time) NoticeDraft {
	old, _ := NoticeDrafts.Get(b, d.Key())
	d.Version = max(old.Version+1, uint64(now.UnixMilli()))
	NoticeDrafts.Put(b, d)
	Touch(b, NoticeDraftCard, d.Key(), now)
	return d
}

// Drop forgets a draft.
func (d NoticeDraft) Drop(b Book) { NoticeDrafts.Drop(b, d.Key()) }
