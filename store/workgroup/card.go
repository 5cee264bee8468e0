package workgroup

import (
	"slices"
	"strconv"
	"time"
)

// Card is shown, not said: only what it shows is kept. The courier renders it when it is sent and edits it in place, as
// often as the chat's limits allow and never without a difference.
type Card struct {
	Kind     string    `json:"kind"`             // how it is rendered: board, sheet, talk …
	Object   string    `json:"object"`           // of what
	Chat     int64     `json:"chat"`             // where
	Person   PersonID  `json:"person,omitempty"` // for whom: language, mention
	ReplyTo  int       `json:"reply_to,omitempty"`
	Urgency  Urgency   `json:"urgency,omitempty"`
	Pin      bool      `json:"pin,omitempty"`
	Repost   bool      `json:"repost,omitempty"` // show it anew at the bottom; the old message goes
	Gone     bool      `json:"gone,omitempty"`   // take it away, and forget it
	Whole    bool      `json:"whole,omitempty"`  // its reader wants all of its buttons
	Want     uint64    `json:"want"`             // raised by every change of what it shows
	Moved    uint64    `json:"moved,omitempty"`  // the Want that asked for it anew at the bottom
	Turned   uint64    `json:"turned,omitempty"` // the Want since which it is of a new version: who saw an earlier one has not seen it
	WantedAt time.Time `json:"wanted_at"`

	// The courier's part.
	Shown   uint64    `json:"shown,omitempty"`   // the Want that people see
	Message int       `json:"message,omitempty"` // as this message
	Posted  time.Time `json:"posted,omitzero"`   // which has stood there since
	Old     []int     `json:"old,omitempty"`     // messages still to be taken away
	Digest  string    `json:"digest,omitempty"`  // of what people see
	Pinned  bool      `json:"pinned,omitempty"`
	Trying  time.Time `json:"trying,omitzero"` // a first showing that has not ended
	Wait    time.Time `json:"wait,omitzero"`   // not before
	Failure string    `json:"failure,omitempty"`
}

// Key names a card: one of a kind and object a chat.
func (c Card) Key() string { return CardKey(c.Kind, c.Object, c.Chat) }

// Copy is the card with messages of its own.
func (c Card) Copy() Card {
	c.Old = slices.Clone(c.Old)
	return c
}

// Current tells whether the card is up, and in the version there is now.
func (c Card) Current() bool {
	return c.Message != 0 && !c.Gone && c.Failure == "" && c.Shown >= c.Turned
}

// Stuck tells whether Telegram lets a bot take the card's message away no more: put up anew it would stand there twice.
func (c Card) Stuck(now time.Time) bool {
	return c.Message != 0 && !c.Posted.IsZero() && now.Sub(c.Posted) > removable
}

// CardKey is the key of a card.
func CardKey(kind, object string, chat int64) string {
	return kind + "/" + object + "@" + strconv.FormatInt(chat, 10)
}

var (
	// Cards are all cards there are.
	Cards = copying[Card]("cards", 1000)
	// Stale names the cards whose readers do not see what they should yet.
	Stale = Shelf[StaleCard]{Name: "stale"}
)

// StaleCard is a card's key in the courier's list of work.
type StaleCard struct {
	Card string `json:"card"`
}

// Key is the card's own.
func (s StaleCard) Key() string { return s.Card }

// Show puts a card up, or has a card that is up shown as things are now. Only the fields that say what, where, for whom
// and how are read from c.
func Show(b Book, c Card, now time.Time) {
	anew := c.Repost
	if old, ok := Cards.Get(b, c.Key()); ok {
		// A move to the bottom that has not happened yet still has to.
		old.Repost, old.Gone, old.ReplyTo, old.Whole = old.Repost || c.Repost, false, c.ReplyTo, old.Whole && !c.Repost
		old.Urgency, old.Pin, old.Person = c.Urgency, c.Pin, c.Person
		c = old
	}
	c.Want++
	if anew {
		c.Moved = c.Want
	}
	c.WantedAt = now
	c.Failure = ""
	Cards.Put(b, c)
	Stale.Put(b, StaleCard{c.Key()})
}

// Touch has every card of a kind and object shown as things are now, wherever it is up.
func Touch(b Book, kind, object string, now time.Time) {
	for c := range Cards.Each(b, kind+"/"+object+"@") {
		if !c.Gone {
			c.Want++
			c.WantedAt = now
			Cards.Put(b, c)
			Stale.Put(b, StaleCard{c.Key()})
		}
	}
}

// Unfold has a card that is up show all of its buttons, or again the first of them.
func Unfold(b Book, c Card, whole bool, now time.Time) {
	c.Whole = whole
	c.Want++
	c.WantedAt = now
	Cards.Put(b, c)
	Stale.Put(b, StaleCard{c.Key()})
}

// Unpin takes the pin of a card away wherever it is up, and has it shown as things are now.
func Unpin(b Book, kind, object string, now time.Time) {
	for c := range Cards.Each(b, kind+"/"+object+"@") {
		c.Pin = false
		Cards.Put(b, c)
	}
	Touch(b, kind, object, now)
}

// PinAgain has every card of a chat pinned that should be and is not: the right to pin had been missing.
func PinAgain(b Book, chat int64, now time.Time) {
	var bare []Card
	for c := range Cards.Each(b, "") {
		if c.Chat == chat && c.Pin && !c.Pinned && !c.Gone {
			bare = append(bare, c)
		}
	}
	for _, c := range bare {
		c.Repost = false
		Show(b, c, now)
	}
}

// TakeAway removes a card from its chat.
func TakeAway(b Book, key string, now time.Time) {
	c, ok := Cards.Get(b, key)
	if !ok {
		return
	}
	c.Gone = true
	c.Want++
	c.WantedAt = now
	Cards.Put(b, c)
	Stale.Put(b, StaleCard{key})
}
