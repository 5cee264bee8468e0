package workgroup

import (
	"time"
	"unicode/utf16"
)

// NoticeDraft is a notice its author has not published, or a new version of one. An author has one.
type NoticeDraft struct {
	Person  PersonID `json:"person"`
	Of      uint64   `json:"of,omitempty"` // the notice that gets a new version; 0: a new one
	Version uint64   `json:"version"`      // raised by each change
	Wording
}

// noticeDesks is how long at most a desk waits for what somebody writes for a notice.
const noticeDesks = time.Hour

// Key is its author.
func (d NoticeDraft) Key() string { return string(d.Person) }

// NoticeDrafts are kept until they are published or given up.
var NoticeDrafts = Shelf[NoticeDraft]{"noticedrafts"}

// Length is how long its text is for Telegram.
func (d NoticeDraft) Length() int { return len(utf16.Encode([]rune(d.Text))) }

// StartNotice begins a draft in place of any the author had: for each unit's heads, ordinary, to be read.
func StartNotice(b Book, by Person, text string, source int, now time.Time) (NoticeDraft, error) {
	if !by.Holds(Publishers...) {
		return NoticeDraft{}, Refuse(NotForYou)
	}
	d := NoticeDraft{Person: by.ID, Wording: Wording{Text: text, Class: NoticeOrdinary, Need: NeedRead, Audience: Audience{Kind: EveryHead}, Copies: true, Source: source}}
	return d.Keep(b, now), nil
}

// StartVersion begins a draft of a notice's next version.
func (c College) StartVersion(b Book, key string, by Person, now time.Time) (NoticeDraft, error) {
	n, err := c.MayRenew(b, key, by)
	if err != nil {
		return NoticeDraft{}, err
	}
	d := NoticeDraft{Person: by.ID, Of: n.ID, Wording: n.Wording}
	if !d.Deadline.IsZero() && !d.Deadline.After(now) {
		d.Deadline = time.Time{}
	}
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
