package bot

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// clockAsked is the time of day in “15:07 昨天”, “昨天15点07分”.
var clockAsked = pattern.MustCompile(`([0-9]{1,2})\s*[:点时]\s*([0-9]{1,2})?\s*分?`)

// asOfCommand is /asof: a date's summary as it was known at a time of that day, whatever was filed or corrected since.
func (t *turn) asOfCommand(args string) error {
	at, err := t.asked(args)
	if err != nil {
		return err
	}
	date := workgroup.DateOf(at)
	round, err := t.round(date)
	if errors.Is(err, &workgroup.Refusal{Code: workgroup.NoRound}) {
		return workgroup.Refuse(workgroup.NoSummary, "date", date)
	}
	if err != nil {
		return err
	}
	then := workgroup.AsOf(t.b, at)
	round, opened := workgroup.Rounds.Get(then, round.Key())
	if !opened {
		return workgroup.Refuse(workgroup.AsOfWhen, "words", args, "why", "early")
	}
	tally := t.College.Count(then, round)
	facts := t.summaryFacts(tally)
	facts["at"], facts["queries"], facts["sheet_notes"] = t.Clock(at), t.unanswered(then, round), t.sheetNotes(then, round, tally.Sheets)
	t.reply("say/asof", facts)
	return nil
}

// asked is the moment that the words of /asof name.
func (t *turn) asked(args string) (time.Time, error) {
	args = width.Narrow.String(args)
	m := clockAsked.FindStringSubmatchIndex(args)
	if m == nil {
		return time.Time{}, workgroup.Refuse(workgroup.AsOfWhen, "words", args, "why", "")
	}
	part := func(from, to int) int {
		if from < 0 {
			return 0
		}
		n, _ := strconv.Atoi(args[from:to])
		return n
	}
	hour, minute := part(m[2], m[3]), part(m[4], m[5])
	if hour > 23 || minute > 59 {
		return time.Time{}, workgroup.Refuse(workgroup.AsOfWhen, "words", args, "why", "")
	}
	date, err := t.dateIn(strings.TrimSpace(args[:m[0]] + " " + args[m[1]:]))
	if err != nil {
		return time.Time{}, err
	}
	// What was known at 15:07 is what was known when that minute ended.
	at := date.In(t.College.Zone).Add(time.Duration(hour)*time.Hour + time.Duration(minute+1)*time.Minute - 1)
	if at.After(t.now.Add(time.Minute)) {
		return time.Time{}, workgroup.Refuse(workgroup.AsOfWhen, "words", args, "why", "future")
	}
	return at, nil
}
