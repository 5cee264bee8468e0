package courier

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// flight is one job on its way: prepared from the book, carried by a worker, settled in a commit.
type flight struct {
	lane  *lane
	job   job
	kind  kind
	chat  int64
	began time.Time

	// The letter, and its bytes, as this flight last saw or wrote it.
	letter workgroup.Letter
	seen   []byte

	// What is carried.
	message int    // the message it works on
	emoji   string // of a react
	body    Message
	raw     []byte // body as a letter keeps it
	byID    bool   // its file goes by the id that Telegram gave it
	want    uint64 // of the card as rendered
	digest  string

	// What came of it.
	clear   bool   // still true when it was about to be carried
	done    bool   // ended without a call: not needed, or never will be
	back    bool   // the call ended
	failure string // why it never will be, known before any call
	person  workgroup.PersonID
	posted  int
	err     error

	// What settling it decided.
	verdict   verdict
	unwritten int       // times that could not be written down
	again     bool      // the job stays first in its lane
	wait      time.Time // not before
	next      kind      // what its next call will do
	told      bool      // somebody sees something now
	lost      bool      // a person turned out to be out of reach
	stirred   bool      // cards show something else for it
	report    report
}

// report is one log line, written after the commit. It holds ids only.
type report struct {
	level zerolog.Level
	text  string
}

// The reasons a letter or card never arrives.
const (
	Blocked      = "blocked"
	Refused      = "refused"
	Expired      = "expired"
	Unrenderable = "unrenderable"
	Moved        = "moved"    // a reaction to a message of the group before it became a supergroup
	Unpinned     = "unpinned" // a card that is up, but may not be pinned
)

// carry makes the call. It always comes back.
func (c *Courier) carry(ctx context.Context, f *flight) {
	defer func() {
		if r := recover(); r != nil {
			f.err = errors.New("the call panicked")
		}
		f.back = true
		c.landed <- f
	}()
	switch f.kind {
	case say, post:
		f.posted, f.err = c.Telegram.Send(ctx, f.chat, f.body)
	case react:
		f.err = c.Telegram.React(ctx, f.chat, f.message, f.emoji)
	case edit:
		f.err = c.Telegram.Edit(ctx, f.chat, f.message, f.body)
	case pin:
		f.err = c.Telegram.Pin(ctx, f.chat, f.message)
	case unpin:
		f.err = c.Telegram.Unpin(ctx, f.chat, f.message)
	case remove:
		f.err = c.Telegram.Delete(ctx, f.chat, f.message)
	}
}

// prepare reads what a job is about and makes it ready for its call. Nil: there is nothing left to do.
func (c *Courier) prepare(l *lane, now time.Time) (*flight, error) {
	f := &flight{lane: l, job: l.jobs[0], chat: l.key.chat, began: now}
	if f.job.card != "" {
		return c.prepareCard(f, now)
	}
	return c.prepareLetter(f, now)
}

// begin notes in the commit before the call that it is about to be made. False: it has become untrue meanwhile.
func (f *flight) begin(b workgroup.Book, now time.Time) bool {
	switch f.kind {
	case say, react:
		return f.beginLetter(b, now)
	case post:
		return f.beginCard(b, now)
	}
	return true
}

// settle writes down what came of it.
func (c *Courier) settle(b workgroup.Book, f *flight, now time.Time) {
	f.again, f.told, f.lost, f.stirred, f.wait, f.next, f.report = false, false, false, false, time.Time{}, f.kind, report{}
	v := delivered
	if !f.done {
		v = judge(f.kind, f.chat, f.err)
	}
	if v == migrated && c.move(b, f, now) {
		f.verdict = v
		return
	}
	f.verdict = v
	if f.job.card != "" {
		f.settleCard(b, v, now)
	} else {
		f.settleLetter(b, v, now)
	}
	if f.lost && c.OnLost != nil {
		c.OnLost(b, f.person, now)
	}
	if f.kind == post && f.told && c.OnPosted != nil {
		if card, ok := workgroup.Cards.Get(b, f.job.card); ok {
			f.stirred = c.OnPosted(b, card, now)
		}
	}
}

// move follows a group to its supergroup. False: Telegram sends us where we are, which is a refusal.
func (c *Courier) move(b workgroup.Book, f *flight, now time.Time) bool {
	to := migratedTo(f.err)
	if to == f.chat {
		return false
	}
	if Migrate(b, f.chat, to, now) && c.OnMigrate != nil {
		c.OnMigrate(b, f.chat, to)
	}
	f.report = report{zerolog.InfoLevel, "group has become a supergroup"}
	// A letter is found to have moved at its next turn, which is at once; a card is listed under its new chat.
	if f.job.card == "" {
		f.again = true
		if l, ok := workgroup.Letters.Get(b, workgroup.NumberKey(f.job.letter)); ok {
			l.Trying = time.Time{}
			workgroup.Letters.Put(b, l)
		}
	}
	return true
}

// retry has the job tried again.
func (f *flight) retry(v verdict, now time.Time) {
	f.again = true
	switch v {
	case limited:
		f.wait = now.Add(retryAfter(f.err))
		f.report = report{zerolog.InfoLevel, "chat limited"}
	case unknown:
		f.wait = now.Add(pause(f.job.tries, f.job.urgency))
		f.report = report{zerolog.WarnLevel, "outcome unknown"}
	default:
		// Everything waits, and it is this lane's turn again when that is over.
		f.wait = now
		f.report = report{zerolog.DebugLevel, "not reached"}
	}
}

// log writes the report of a settled flight.
func (c *Courier) log(f *flight) {
	if f.report.text == "" {
		return
	}
	e := c.Log.WithLevel(f.report.level).Str("call", f.kind.String()).Int64("chat", f.chat)
	if f.job.card != "" {
		e = e.Str("card", f.job.card)
	} else {
		e = e.Uint64("letter", f.job.letter)
	}
	if f.failure != "" {
		e = e.Str("failure", f.failure)
	}
	if f.person != "" {
		e = e.Str("person", string(f.person))
	}
	// Only our own error type is known to hold no content.
	var t *telegram.Error
	if errors.As(f.err, &t) {
		e = e.Str("error", t.Error())
	}
	if !f.wait.IsZero() {
		e = e.Time("wait", f.wait)
	}
	e.Msg(f.report.text)
}

// render runs a renderer; its panic is an error like any other, told by type only: the value may hold what was rendered.
func render(what string, r func() (Message, error)) (m Message, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%s: renderer panicked with a %T", what, v)
		}
	}()
	return r()
}
