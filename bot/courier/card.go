package courier

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/rs/zerolog"

	"fangkong/store/workgroup"
)

// step is the next call a card needs, and the message it works on. False: people see what they should.
func step(c workgroup.Card) (k kind, message int, needed bool) {
	switch {
	case c.Gone && c.Message != 0:
		return remove, c.Message, true
	case c.Gone && len(c.Old) > 0:
		return remove, c.Old[0], true
	case c.Gone:
		return remove, 0, false
	case c.Message == 0 || c.Repost:
		return post, 0, true
	case c.Pin && !c.Pinned && c.Failure != Unpinned:
		return pin, c.Message, true
	case !c.Pin && c.Pinned:
		return unpin, c.Message, true
	case c.Shown != c.Want:
		return edit, c.Message, true
	case len(c.Old) > 0:
		// Last: the new message must be up before the old one goes.
		return remove, c.Old[0], true
	}
	return edit, 0, false
}

// jobOfCard is a card as the queue sees it.
func jobOfCard(c workgroup.Card) (laneKey, job) {
	k, _, _ := step(c)
	return laneKey{chat: c.Chat, name: c.Key(), card: true},
		job{card: c.Key(), kind: k, urgency: c.Urgency, age: c.WantedAt, wait: c.Wait}
}

// prepareCard reads a card, and renders it where its next step shows something.
func (c *Courier) prepareCard(f *flight, now time.Time) (*flight, error) {
	var card workgroup.Card
	var found, needed bool
	err := c.Outbox.View(func(b workgroup.Book) error {
		raw := b.Read(workgroup.Cards.Name, f.job.card)
		if found = raw != nil; !found {
			return nil
		}
		if json.Unmarshal(raw, &card) != nil {
			return errUnreadable
		}
		f.kind, f.message, needed = step(card)
		f.want, f.person, f.digest = card.Want, card.Person, card.Digest
		if needed && (f.kind == post || f.kind == edit) {
			f.renderCard(c.Renderer, b, card, now)
		}
		return nil
	})
	switch {
	case err != nil && f.want == 0:
		return nil, fmt.Errorf("card %s: %w", f.job.card, err)
	case err != nil:
		// The book is at fault where this card looked, and nowhere else.
		f.done, f.failure, f.err = true, Unrenderable, err
	case !found:
		return nil, nil
	case !needed:
		f.done = true
	case f.kind == edit && f.failure == "" && f.digest == card.Digest:
		f.done = true
	}
	return f, nil
}

func (f *flight) renderCard(r Renderer, b workgroup.Book, card workgroup.Card, now time.Time) {
	m, err := render("card", func() (Message, error) { return r.Card(b, card, now) })
	if err != nil {
		f.done, f.failure, f.err = true, Unrenderable, err
		return
	}
	if card.ReplyTo != 0 {
		m.ReplyTo = card.ReplyTo
	}
	f.body, f.digest = m, digest(m)
}

// digest is of what people see: text and buttons.
func digest(m Message) string {
	raw, _ := json.Marshal(Message{HTML: m.HTML, Buttons: m.Buttons})
	sum := sha256.Sum256(raw)
	return base64.RawStdEncoding.EncodeToString(sum[:12])
}

// beginCard notes the attempt to post. An edit needs no note: it is simply repeated.
func (f *flight) beginCard(b workgroup.Book, now time.Time) bool {
	card, ok := workgroup.Cards.Get(b, f.job.card)
	if !ok || card.Gone {
		return false
	}
	if !card.Trying.IsZero() {
		doubleCard(b, card, now)
	}
	card.Trying = now
	workgroup.Cards.Put(b, card)
	return true
}

// doubleCard notes that a card may stand in its chat twice, and only one of them will change.
func doubleCard(b workgroup.Book, card workgroup.Card, now time.Time) {
	b.Note(workgroup.Event{At: now, Kind: workgroup.LetterDoubled, Object: card.Object, Payload: workgroup.Facts{
		"card": card.Key(), "person": string(card.Person),
	}})
}

// settleCard keeps what people see now, and takes the card off the list when that is what they should see.
func (f *flight) settleCard(b workgroup.Book, v verdict, now time.Time) {
	card, ok := workgroup.Cards.Get(b, f.job.card)
	if !ok {
		workgroup.Stale.Drop(b, f.job.card)
		return
	}
	if f.kind == post {
		card.Trying = time.Time{}
	}
	card.Wait = time.Time{}
	switch {
	case f.done && f.failure == "":
		if f.kind == edit {
			card.Shown = f.want
		}
	case f.failure != "":
		f.fail(&card, f.failure)
	case v == delivered || v == unchanged:
		f.told = f.kind != pin && f.kind != unpin
		f.show(&card, now)
	case v == missing:
		f.vanish(&card)
	case v == blocked:
		if card.Person != "" {
			f.lost = workgroup.Lost(b, card.Person, now)
		}
		f.fail(&card, Blocked)
	case v == refused && f.kind == pin:
		// It is up, which matters more. It is tried again when the card is put up anew.
		f.fail(&card, Unpinned)
	case v == refused && f.kind == unpin:
		f.show(&card, now) // somebody took the pin away before us
	case v == refused || v == migrated:
		f.fail(&card, Refused)
	default:
		if v == unknown && f.kind == post {
			doubleCard(b, card, now)
		}
		f.retry(v, now)
		card.Wait, f.next = f.wait, f.kind
		workgroup.Cards.Put(b, card)
		return
	}
	f.file(b, card)
}

// show notes what a call that arrived has changed.
func (f *flight) show(card *workgroup.Card, now time.Time) {
	switch f.kind {
	case post:
		if card.Message != 0 {
			card.Old = append(card.Old, card.Message)
		}
		card.Message, card.Posted, card.Pinned = f.posted, now, false
		card.Shown, card.Digest, card.Failure = f.want, f.digest, ""
		// Asked for anew while we were at it: anew, then. What only changed meanwhile is edited: nobody is rung twice.
		if card.Moved <= f.want {
			card.Repost = false
		}
	case edit:
		card.Shown, card.Digest, card.Failure = f.want, f.digest, ""
	case pin:
		card.Pinned = true
	case unpin:
		card.Pinned = false
	case remove:
		if card.Message == f.message {
			card.Message, card.Pinned, card.Digest = 0, false, ""
		}
		card.Old = slices.DeleteFunc(card.Old, func(m int) bool { return m == f.message })
	}
}

// vanish notes that the message cannot be edited any more: the card is posted anew, what is left of the old one goes.
func (f *flight) vanish(card *workgroup.Card) {
	if card.Message != f.message {
		return
	}
	card.Old = append(card.Old, card.Message)
	card.Message, card.Pinned, card.Digest = 0, false, ""
}

// fail notes why a card is not shown.
func (f *flight) fail(card *workgroup.Card, failure string) {
	card.Failure, f.failure = failure, failure
	f.report = report{zerolog.ErrorLevel, "card not shown"}
	if failure == Blocked {
		f.report.level = zerolog.WarnLevel
	}
}

// file keeps the card; whether it stays on the list is asked of the card as it is now, not as it was rendered.
func (f *flight) file(b workgroup.Book, card workgroup.Card) {
	k, _, needed := step(card)
	failed := f.failure != "" && f.failure != Unpinned && card.Want == f.want
	switch {
	case card.Gone && !needed:
		workgroup.Cards.Drop(b, card.Key())
		workgroup.Stale.Drop(b, card.Key())
		return
	case !needed || failed:
		workgroup.Stale.Drop(b, card.Key())
	default:
		f.again, f.next = true, k
	}
	workgroup.Cards.Put(b, card)
}
