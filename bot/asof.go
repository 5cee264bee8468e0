package bot

import (
	"time"

	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

// asOfCommand is /asof: a date's summary as it was known at a time of that day, whatever was filed or corrected since.
func (t *turn) asOfCommand(args string) error {
	at, err := t.asked(args)
	if err != nil {
		return err
	}
	return t.asOfTold(bookQuestion{date: workgroup.DateOf(at), at: at})
}

// asOfTold tells a date's summary as it was known at a time.
func (t *turn) asOfTold(q bookQuestion) error {
	tally, then, err := t.tallied(q)
	if err != nil {
		return err
	}
	facts := t.summaryFacts(tally)
	facts["at"], facts["queries"], facts["sheet_notes"] = t.Clock(q.at), t.unanswered(then, tally.Round), t.sheetNotes(then, tally.Round, tally.Sheets)
	t.reply("say/asof", facts)
	return nil
}

// asked is the moment that the words of /asof name, as people say a time.
func (t *turn) asked(args string) (time.Time, error) {
	q, rest, ok := t.whenAsked(people.Narrow(args))
	switch {
	case !ok:
		return time.Time{}, workgroup.Refuse(workgroup.NotADate, "words", args, "ahead", false)
	case q.at.IsZero():
		return time.Time{}, workgroup.Refuse(workgroup.AsOfWhen, "words", args, "why", "")
	}
	if rest != "" { // a date that is written otherwise than people say one
		date, err := t.dateIn(rest)
		if err != nil {
			return time.Time{}, err
		}
		q.at = date.In(t.College.Zone).Add(q.at.Sub(q.date.In(t.College.Zone)))
	}
	if q.at.After(t.now.Add(time.Minute)) {
		return time.Time{}, workgroup.Refuse(workgroup.AsOfWhen, "words", args, "why", "future")
	}
	return q.at, nil
}
