package bot

import (
	"errors"
	"strings"
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// phoneOutcomes are what can come of a call, as it is read.
var phoneOutcomes = map[string]workgroup.PhoneOutcome{
	understand.PhoneAnswered: workgroup.Answered, understand.PhoneNoAnswer: workgroup.NoAnswer, understand.PhoneOff: workgroup.PhoneOff,
}

// pressPhoned asks for the calls made about a case.
func (t *turn) pressPhoned(key, rest string) error {
	k, ok := workgroup.Cases.Get(t.b, key)
	switch {
	case !ok || !k.Sees(t.b, t.person, t.now):
		return workgroup.Refuse(workgroup.NoCase)
	case rest != "":
		return workgroup.Refuse(workgroup.Changed)
	case !t.person.Watches(t.b, t.now):
		return workgroup.Refuse(workgroup.NotWatch)
	case !k.Closed.IsZero():
		return k.IsOver()
	}
	t.expect(workgroup.PhonedDesk, key)
	t.reply("say/case-ask-phoned", workgroup.Facts{"code": k.Code()})
	return nil
}

// phoning is how long after it was asked a note of calls is still waited for.
const phoning = 10 * time.Minute

// pastPhoning tells whether no note of calls is waited for any more: it was asked too long ago. That a case is closed is
// answered, once.
func (t *turn) pastPhoning(desk workgroup.Desk) bool {
	return !workgroup.Cases.Has(t.b, desk.Of) || t.now.Sub(desk.Since) > phoning
}

// phonedWords keeps the calls that were asked for, one a line. A line that cannot be kept is named, and asked again.
func (t *turn) phonedWords(desk workgroup.Desk, text string) (bool, error) {
	now := t.said
	if now.After(t.now) {
		now = t.now // Telegram's clock may be ahead of ours
	}
	kept, again, wrong := []workgroup.Facts{}, []string{}, []string{}
	var refused *workgroup.Refusal
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		call, ok := understand.Phone(line, now)
		if !ok {
			again = append(again, line)
			continue
		}
		_, err := t.College.NotePhoned(t.b, desk.Of, phonedOf(call), t.person, t.now)
		switch {
		case errors.Is(err, &workgroup.Refusal{Code: workgroup.NotYet}), errors.Is(err, &workgroup.Refusal{Code: workgroup.LongAgo}):
			errors.As(err, &refused)
			wrong = append(wrong, line)
		case errors.As(err, &refused):
			// Closed meanwhile, or no longer theirs: nothing more is expected.
			t.clearDesk(desk)
			t.refuse(refused)
			return true, nil
		case err != nil:
			return true, err
		default:
			kept = append(kept, t.PhonedFacts(phonedOf(call), t.now))
		}
	}
	r := t.read(text, understand.Context{})
	switch {
	case len(kept)+len(wrong) == 0 && (r.Urgent == understand.Yes || r.Kind == understand.Zero || r.Kind == understand.Report || r.Kind == understand.Correction):
		// No call at all: the words are about something else.
		t.clearDesk(desk)
		return false, nil
	case len(kept)+len(again) == 0 && len(wrong) == 1:
		return true, refused
	case len(again)+len(wrong) == 0:
		t.clearDesk(desk)
	}
	k, _ := workgroup.Cases.Get(t.b, desk.Of)
	is := about(k, r, text)
	if len(kept)+len(wrong) == 0 && r.Urgent == understand.Maybe && is == understand.TheSame {
		// No call, but news that was heard in one.
		t.clearDesk(desk)
		if err := t.addTo(k, t.remark(excerpt(text), t.said)); err != nil {
			return true, err
		}
		t.added(k)
		t.askUrgent(r)
		return true, nil
	}
	t.reply("say/case-phoned", workgroup.Facts{"code": k.Code(), "kept": kept, "again": again, "wrong": wrong})
	// What was heard in a call may be another case.
	if is != understand.TheSame {
		t.news(k, is, r, text, false)
	}
	return true, nil
}

// phonedOf is a call that was read as the case keeps it.
func phonedOf(p understand.Phoned) workgroup.Phoned {
	return workgroup.Phoned{Who: p.Who, At: p.At, Outcome: phoneOutcomes[p.Outcome], Note: p.Note}
}
