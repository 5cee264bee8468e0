package bot

import (
	"crypto/rand"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"fangkong/bot/card"
	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// Options are what a bot works with.
type Options struct {
	*card.Teller                                       // of which college, in which words
	ID           int64                                 // the bot's own, from getMe
	Username     string                                // without @
	Steps        func(workgroup.Date) []workgroup.Step // the timetable of a date
	Secret       func() string                         // a word of letters and digits that nobody can guess; nil: 130 bits of chance
}

// Bot is the rules of the conversation. It is safe for one applier at a time, and for renderers beside it.
type Bot struct {
	Options
	heard atomic.Pointer[time.Time] // when the last update was here
}

// New returns a bot.
func New(o Options) *Bot {
	if o.Secret == nil {
		o.Secret = rand.Text
	}
	return &Bot{Options: o}
}

// Decide applies one input: a person's update, or a moment that fell due.
func (bot *Bot) Decide(b workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
	switch body := in.Body.(type) {
	case Update:
		t := bot.turn(b, in, body)
		err := t.handle()
		return t.answer, err
	case OpenDay:
		bot.College.OpenRound(b, body.Date, bot.Steps(body.Date), in.Now)
		return workgroup.Answer{}, nil
	case errand.Done:
		bot.done(b, body, in.Now)
		return workgroup.Answer{}, nil
	case Unreadable:
		return workgroup.Answer{}, fmt.Errorf("update %d: %w", body.ID, body.Err)
	case nil:
		return workgroup.Answer{}, bot.tick(b, in)
	}
	return workgroup.Answer{}, fmt.Errorf("input %s: no handler for %T", in.Mark, in.Body)
}

// Refuse answers a person whose input was refused, or set aside through a fault of ours.
func (bot *Bot) Refuse(b workgroup.Book, in workgroup.Input, why error, reference string) workgroup.Answer {
	body, ok := in.Body.(Update)
	if !ok {
		bot.Log.Error().Str("mark", in.Mark).Str("reference", reference).Msg("input set aside")
		return workgroup.Answer{}
	}
	t := bot.turn(b, in, body)
	var refusal *workgroup.Refusal
	refused := errors.As(why, &refusal)
	if !refused {
		bot.Log.Error().Str("mark", in.Mark).Str("reference", reference).Msg("input set aside")
		refusal = &workgroup.Refusal{Code: workgroup.Broken, Facts: workgroup.Facts{"reference": reference}}
	}
	switch {
	case t.msg != nil && refused:
		t.wavers() // what is refused is no yes either
	case t.msg != nil:
		t.unsigns() // unread: the fault may be in the reading
	}
	t.refuse(refusal)
	return t.answer
}

// OpenDay is the clock's order to open a date's round.
type OpenDay struct{ Date workgroup.Date }

// tick does what the clock came back for.
func (bot *Bot) tick(b workgroup.Book, in workgroup.Input) error {
	switch in.Due.Shelf {
	case workgroup.Rounds.Name:
		bot.College.TakeStep(b, workgroup.Date(in.Due.Key), in.Now)
	case workgroup.Cases.Name:
		bot.College.WakeCase(b, in.Due.Key, in.Now)
	case workgroup.Calls.Name:
		bot.College.WakeCall(b, in.Due.Key, in.Now)
	case workgroup.Shifts.Name:
		bot.College.TakeShift(b, in.Due.Key, in.Now)
	case workgroup.Notices.Name:
		bot.College.WakeNotice(b, in.Due.Key, in.Now)
	case workgroup.NoticePlans.Name:
		bot.College.WakePlan(b, in.Due.Key, in.Now)
	case workgroup.Queries.Name:
		bot.College.WakeQuery(b, in.Due.Key, in.Now)
	case workgroup.Drafts.Name:
		bot.College.WakeDraft(b, in.Due.Key, in.Now)
	case workgroup.Packs.Name:
		bot.College.WakePack(b, in.Due.Key, in.Now)
	case workgroup.Outgoings.Name:
		bot.College.WakeOutgoing(b, in.Due.Key, in.Now)
	case workgroup.Meetings.Name:
		bot.endMeeting(b, in.Due.Key, in.Now)
	case workgroup.Decisions.Name:
		bot.College.WakeDecision(b, in.Due.Key, in.Now)
	case workgroup.Worksheets.Name:
		bot.College.WakeWorksheet(b, in.Due.Key, in.Now)
	case workgroup.Slips.Name:
		bot.College.LapseSlip(b, in.Due.Key, in.Now)
	case workgroup.Delegations.Name:
		bot.College.WakeDelegation(b, in.Due.Key, in.Now)
	default:
		return fmt.Errorf("due %s %s: nothing to do for it", in.Due.Shelf, in.Due.Key)
	}
	return nil
}

// Missing are the rounds that the clock should have opened by now and has not: today's once its opening time has come,
// and those of the days slept through, so that what was missed is on record. Before the first round there is nothing to
// have missed.
func (bot *Bot) Missing(b workgroup.Book, now time.Time) []workgroup.Input {
	today := workgroup.DateOf(now)
	first := today
	for d, oldest := today, today.Add(-30); d >= oldest; d = d.Add(-1) {
		if workgroup.Rounds.Has(b, string(d)) {
			first = d.Add(1)
			break
		}
	}
	var out []workgroup.Input
	for d := first; d <= today; d = d.Add(1) {
		if workgroup.Rounds.Has(b, string(d)) {
			continue
		}
		if steps := bot.Steps(d); len(steps) > 0 && !steps[0].At.After(now) {
			out = append(out, workgroup.Input{Now: now, Stored: now, Body: OpenDay{d}})
		}
	}
	return out
}
