package courier

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// jobOf is a letter as the queue sees it.
func jobOf(l workgroup.Letter) (laneKey, job) {
	k := say
	if l.Kind == workgroup.React {
		k = react
	}
	return laneKey{chat: l.Chat, name: l.Lane},
		job{letter: l.ID, kind: k, urgency: l.Urgency, age: l.Written, wait: l.Wait, until: l.Until, tries: l.Tries}
}

// read is a flight's letter as the book has it. As long as that is as this flight last saw it, it is not decoded again.
func (f *flight) read(b workgroup.Book) (l workgroup.Letter, found bool, err error) {
	raw := b.Read(workgroup.Letters.Name, workgroup.NumberKey(f.job.letter))
	switch {
	case raw == nil:
		return l, false, nil
	case bytes.Equal(raw, f.seen):
		return f.letter, true, nil
	}
	if err := json.Unmarshal(raw, &l); err != nil {
		return l, false, err
	}
	f.letter, f.seen = l, bytes.Clone(raw)
	return l, true, nil
}

// stands is read within a commit, where what cannot be read is the book's fault.
func (f *flight) stands(b workgroup.Book) (workgroup.Letter, bool) {
	l, found, err := f.read(b)
	if err != nil {
		b.Fault(fmt.Errorf("letter %d: %w", f.job.letter, err))
	}
	return l, found
}

// keep puts a flight's letter back, as it will see it next.
func (f *flight) keep(b workgroup.Book, l workgroup.Letter) {
	workgroup.Letters.Put(b, l)
	f.letter, f.seen = l, bytes.Clone(b.Read(workgroup.Letters.Name, l.Key()))
}

// prepareLetter reads a letter and renders it, the first time.
func (c *Courier) prepareLetter(f *flight, now time.Time) (*flight, error) {
	var l workgroup.Letter
	var found bool
	var attached *telegram.File
	if err := c.Outbox.View(func(b workgroup.Book) (err error) {
		if l, found, err = f.read(b); err != nil {
			return errUnreadable
		}
		if a, ok := workgroup.Attachments.Get(b, l.Attached); ok {
			attached = &telegram.File{Name: a.Name, Picture: a.Picture, Bytes: a.Bytes, ID: a.Telegram}
		}
		return nil
	}); err != nil {
		return nil, fmt.Errorf("letter %d: %w", f.job.letter, err)
	}
	if !found {
		return nil, nil // withdrawn
	}
	key, j := jobOf(l)
	f.kind, f.job, f.person = j.kind, j, l.Person
	if key.chat != f.lane.key.chat {
		// Its group has become a supergroup: it goes on in its lane there.
		c.queue.add(key, j, now)
		return nil, nil
	}
	switch {
	case j.expired(now), l.Attached != "" && attached == nil:
		f.done, f.failure = true, Expired
	case j.kind == react && l.ReplyTo == 0:
		f.done, f.failure = true, Moved
	case j.kind == react:
		f.message, f.emoji = l.ReplyTo, l.Text
	case l.Body != nil:
		if err := json.Unmarshal(l.Body, &f.body); err != nil {
			f.done, f.failure = true, Unrenderable
		}
		f.raw = l.Body
	default:
		f.renderLetter(c.Renderer, l)
	}
	if attached != nil {
		f.body.File, f.byID = attached, attached.ID != ""
	}
	return f, nil
}

func (f *flight) renderLetter(r Renderer, l workgroup.Letter) {
	m, err := render("letter", func() (Message, error) { return r.Letter(l) })
	if err == nil {
		// Where the letter says so itself, it is right: the renderer knows texts, not chats.
		m.Silent = m.Silent || l.Silent
		if l.ReplyTo != 0 {
			m.ReplyTo = l.ReplyTo
		}
		f.body = m
		f.raw, err = json.Marshal(m)
	}
	if err != nil {
		f.done, f.failure, f.err = true, Unrenderable, err
	}
}

// beginLetter keeps the bytes and notes the attempt.
func (f *flight) beginLetter(b workgroup.Book, now time.Time) bool {
	l, ok := f.stands(b)
	if !ok || l.Chat != f.chat {
		return false
	}
	// An attempt is noted that has not ended, and nobody of ours is making it: we were killed in between.
	if !l.Trying.IsZero() {
		double(b, &l, now)
	}
	l.Body, l.Trying = f.raw, now
	l.Tries++
	f.job.tries = l.Tries
	f.keep(b, l)
	return true
}

// double notes that a letter may be read twice. A reaction cannot be.
func double(b workgroup.Book, l *workgroup.Letter, now time.Time) {
	if l.Doubled || l.Kind == workgroup.React {
		return
	}
	l.Doubled = true
	b.Note(workgroup.Event{At: now, Kind: workgroup.LetterDoubled, Object: l.About.Object, Payload: workgroup.Facts{
		"letter": l.ID, "text": l.Text, "person": string(l.Person),
	}})
}

// settleLetter moves a letter to Sent, or has it tried again.
func (f *flight) settleLetter(b workgroup.Book, v verdict, now time.Time) {
	l, ok := f.stands(b)
	if !ok {
		return
	}
	l.Trying = time.Time{}
	failure := f.failure
	switch {
	case f.done:
	case v == delivered || v == unchanged:
		f.told = true
		l.SentAt, l.Message, l.Wait = now, f.posted, time.Time{}
		if f.body.File != nil {
			workgroup.Uploaded(b, l.Attached, f.body.File.ID)
		}
	case v == blocked:
		failure = Blocked
		if l.Person != "" {
			f.lost = workgroup.Lost(b, l.Person, now)
		}
	case v == refused && f.byID:
		// Telegram does not know the file by that id any more: it is uploaded again.
		workgroup.Uploaded(b, l.Attached, "")
		f.again = true
		workgroup.Letters.Put(b, l)
		return
	case v == refused || v == missing || v == migrated:
		failure = Refused
	default:
		if v == unknown {
			double(b, &l, now)
		}
		f.retry(v, now)
		l.Wait = f.wait
		workgroup.Letters.Put(b, l)
		return
	}
	if failure != "" {
		f.lose(b, &l, failure, now)
	}
	if l.Secret {
		l.Facts, l.Square, l.Body = nil, "", nil
	}
	workgroup.Letters.Drop(b, l.Key())
	workgroup.Sent.Put(b, l)
	l.Settle(b, now)
}

// lose notes that a letter never will be delivered. Nobody misses a reaction.
func (f *flight) lose(b workgroup.Book, l *workgroup.Letter, failure string, now time.Time) {
	l.Failure, f.failure = failure, failure
	f.report = report{zerolog.ErrorLevel, "letter not delivered"}
	switch {
	case l.Kind == workgroup.React:
		f.report.level = zerolog.DebugLevel
		return
	case failure == Blocked || failure == Expired:
		f.report.level = zerolog.WarnLevel
	}
	b.Note(workgroup.Event{At: now, Kind: workgroup.LetterLost, Object: l.About.Object, Payload: workgroup.Facts{
		"letter": l.ID, "text": l.Text, "person": string(l.Person), "failure": failure,
	}})
}
