package bot

import (
	"time"

	"fangkong/bot/button"
	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// meetingCommand is /meeting: the daily analysis of today, or the question whether it begins now.
func (t *turn) meetingCommand(args string) error {
	if args != "" && t.msg != nil { // “meeting over”
		if done, err := t.meetingSpoken(); done || err != nil {
			return err
		}
	}
	if _, err := t.round(t.today()); err != nil {
		return err
	}
	if m, ok := workgroup.LastMeeting(t.b, t.today()); ok {
		workgroup.ShowMeeting(t.b, m, t.person, t.now)
		return nil
	}
	t.reply("say/meeting-begin", workgroup.Facts{"date": t.today()}, []workgroup.Button{{Label: "button/meeting-begin", Verb: "meet", Object: string(t.today()) + "/begin"}})
	return nil
}

// pressMeeting is a button of a meeting: date/begin, or of its card.
func (t *turn) pressMeeting() error {
	key, act := button.CutLast(t.button.Object)
	if !t.private() {
		return workgroup.Refuse(workgroup.Changed)
	}
	switch act {
	case "begin":
		if workgroup.Date(key) != t.today() {
			return workgroup.Refuse(workgroup.OtherDay, "date", workgroup.Date(key), "unit", workgroup.Named{})
		}
		round, err := t.round(t.today())
		if err == nil {
			_, err = t.College.OpenMeeting(t.b, round, t.person, t.now)
		}
		return t.noted(err)
	case "end":
		return t.endsMeeting(key)
	case "minutes":
		return t.bringsMinutes(key)
	case "preview", "share":
		return t.sharesMeeting(key, act == "share")
	}
	return workgroup.Refuse(workgroup.Changed)
}

// bringsMinutes has the minutes of a meeting that is over made for whoever asks.
func (t *turn) bringsMinutes(key string) error {
	m, ok := workgroup.Meetings.Get(t.b, key)
	switch {
	case !t.person.Holds(workgroup.PackReaders...):
		return workgroup.Refuse(workgroup.PackNotYours)
	case !ok:
		return workgroup.Refuse(workgroup.NoMeeting)
	case m.Open():
		return workgroup.Refuse(workgroup.MinutesLater)
	}
	workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForMinutes, Object: key, By: t.person.ID, Written: t.now})
	t.says("toast/paper-coming", false, nil)
	return nil
}

// endsMeeting is 「结束会议」, pressed twice: the minutes follow.
func (t *turn) endsMeeting(key string) error {
	if _, err := workgroup.MayCloseMeeting(t.b, key, t.person, t.now); err != nil {
		return t.keeping(err)
	}
	if !t.twice("meeting", key, "") {
		t.says("toast/meeting-end", true, workgroup.Facts{"n": len(workgroup.DecisionsOf(t.b, key)), "typed": t.press == nil})
		return nil
	}
	if _, err := t.College.CloseMeeting(t.b, key, t.person, t.now); err != nil {
		return err
	}
	workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForMinutes, Object: key, Written: t.now})
	return t.noted(nil)
}

// endMeeting ends a meeting that nobody has ended with its date; minutes follow where anything was written down. Of one that is over its mended
// minutes follow.
func (bot *Bot) endMeeting(b workgroup.Book, key string, now time.Time) {
	if m, minuted := bot.College.WakeMeeting(b, key, now); minuted {
		workgroup.SendOnce(b, workgroup.Errand{Kind: errand.ForMinutes, Object: m.Key(), Written: now})
	}
}

// sharesMeeting shows the office what the group would read of a meeting, and with its press puts it there: aggregates alone, as they were
// frozen. A pack that was frozen after they looked is looked at first.
func (t *turn) sharesMeeting(key string, out bool) error {
	m, err := t.College.MayShare(t.b, key, t.person, t.now)
	if err != nil {
		return err
	}
	p, ok := workgroup.LastPack(t.b, m.Date)
	if !ok {
		return workgroup.Refuse(workgroup.NoPack, "date", m.Date)
	}
	facts, looked := t.sharedFacts(m, p), uint64(p.Version)
	switch {
	case !out:
		facts["preview"] = true
		t.reply("say/meeting-shared", facts, []workgroup.Button{{Label: "button/meeting-share", Verb: "meet", Object: key + "/share", Version: looked}})
		return nil
	case t.button.Version != looked:
		return workgroup.Refuse(workgroup.Changed)
	}
	if !t.College.Announce(t.b, workgroup.Letter{Text: "say/meeting-shared", Facts: facts, Silent: true, Written: t.now, Until: m.Ends.AddDate(0, 0, 1)}) {
		return workgroup.Refuse(workgroup.NoGroup)
	}
	_, err = t.College.ShareMeeting(t.b, key, t.person, t.now)
	return t.noted(err)
}

// sharedFacts are what the group may read of a meeting, by the figures of a pack.
func (t *turn) sharedFacts(m workgroup.Meeting, p workgroup.Pack) workgroup.Facts {
	book := workgroup.AsOf(t.b, p.At)
	round, _ := workgroup.Rounds.Get(book, string(m.Date))
	tally := t.College.Count(book, round)
	tally.Totals = aggregates(tally.Totals)
	facts := t.summaryFacts(tally)
	n := 0
	for _, d := range workgroup.DecisionsOf(t.b, m.Key()) {
		if d.Recorded.Done() {
			n++
		}
	}
	facts["at"], facts["decisions"], facts["preview"] = t.Clock(p.At), n, false
	return facts
}

// minutesMade brings the minutes to whoever asked, else to everybody whose meeting it was.
func (bot *Bot) minutesMade(b workgroup.Book, e workgroup.Errand, made errand.Minutes, now time.Time) {
	to := workgroup.Holders(b, workgroup.PackReaders...)
	if e.By != "" {
		reader, ok := workgroup.People.Get(b, string(e.By))
		if !ok || !reader.Holds(workgroup.PackReaders...) {
			return
		}
		to = []workgroup.Person{reader}
	} else if !workgroup.SendsMinutes(b, e.Object, made.File.Bytes) {
		return
	}
	made.File.Written = now
	attached := workgroup.Attach(b, made.File)
	for _, one := range to {
		bot.College.Tell(b, one, workgroup.Letter{Lane: "talk", Text: "say/minutes", Facts: made.Facts, Attached: attached, Silent: true, Written: now, Until: now.Add(24 * time.Hour)})
	}
}
