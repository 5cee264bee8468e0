package bot

import (
	"slices"
	"strconv"
	"time"

	"fangkong/bot/courier"
	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// What of the state is looked at, in the order it is told.
const (
	checkToken   = "token"
	checkGroup   = "group"
	checkRights  = "rights"
	checkPrivacy = "privacy"
	checkClock   = "clock"
	checkDisk    = "disk"
	checkBackup  = "backup"
	checkUpdates = "updates"
	checkOutbox  = "outbox"
	checkLadder  = "ladder"
)

// How far each may go before something is to be done.
const (
	clockWrong  = 60 * time.Second // of the deadlines' own minute
	backupOld   = 26 * time.Hour
	updatesOld  = 3 * time.Minute
	lettersWait = 10 * time.Minute
)

// findings are the state line by line: good, or bad with what the text needs to say what to do.
func (bot *Bot) findings(b workgroup.Book, x errand.Examination, now time.Time) (lines []workgroup.Facts, good bool) {
	good = true
	say := func(what string, well bool, pairs ...any) {
		line := workgroup.Facts{"what": what, "good": well}
		for i := 0; i < len(pairs); i += 2 {
			line[pairs[i].(string)] = pairs[i+1]
		}
		lines, good = append(lines, line), good && well
	}
	say(checkToken, x.Answered, "refused", x.Refused)
	office := workgroup.Office(b)
	old := bot.College.Group != 0 && bot.College.Group == office.Former
	state := ""
	switch {
	case x.Group == 0:
		state = "none"
	case x.Outside:
		state = "outside"
	case x.Unasked:
		state = "unasked"
	case x.Moved != 0:
		state = "moved"
	case old:
		state = "settings"
	}
	say(checkGroup, state == "", "state", state, "id", strconv.FormatInt(x.Group, 10))
	if state == "" || state == "settings" {
		say(checkRights, x.Member.Pin && x.Member.Delete, "admin", x.Member.Admin, "pin", x.Member.Pin, "delete", x.Member.Delete)
		say(checkPrivacy, x.Hears || x.Member.Admin)
	}
	say(checkClock, x.Ahead.Abs() < clockWrong, "known", x.Compared, "seconds", int(x.Ahead.Abs().Seconds()), "ahead", x.Ahead > 0)
	if x.Free >= 0 {
		say(checkDisk, x.Free >= x.Need, "free", int(x.Free>>20), "need", int(x.Need>>20))
	}
	if x.BacksUp {
		newest := workgroup.Facts(nil)
		if !x.Backup.IsZero() {
			newest = bot.Moment(x.Backup, now)
		}
		say(checkBackup, !x.Backup.IsZero() && now.Sub(x.Backup) < backupOld, "newest", newest)
	}
	heard := workgroup.Facts(nil)
	if last := bot.heard.Load(); last != nil {
		heard = bot.Moment(*last, now)
	}
	say(checkUpdates, now.Sub(x.Polled) < updatesOld, "polled", bot.Moment(x.Polled, now), "heard", heard)
	oldest := courier.Waiting(b, now)
	minutes := 0
	if !oldest.IsZero() {
		minutes = int(now.Sub(oldest).Minutes())
	}
	say(checkOutbox, oldest.IsZero() || now.Sub(oldest) < lettersWait, "minutes", minutes)
	gaps := []workgroup.Facts{}
	for _, g := range bot.College.Gaps(b, now) {
		gaps = append(gaps, workgroup.Facts{"rung": g.Rung + 1, "roles": g.Roles, "names": g.Names})
	}
	say(checkLadder, len(gaps) == 0, "gaps", gaps, "rungs", len(bot.College.Ladder.Rungs))
	return lines, good
}

// examined tells what was found: to whoever asked, or to the office when nobody did. A self-check that finds nothing is one line.
func (bot *Bot) examined(b workgroup.Book, e workgroup.Errand, x errand.Examination, now time.Time) {
	lines, good := bot.findings(b, x, now)
	workgroup.Examined(b, good, now)
	l := workgroup.Letter{Text: "say/doctor", Written: now, Facts: workgroup.Facts{"at": bot.Clock(now), "good": good, "lines": lines}}
	if e.By != "" {
		who, _ := workgroup.People.Get(b, string(e.By))
		l.Lane = "talk"
		bot.College.Tell(b, who, l)
		return
	}
	l.Text, l.About = "say/self-check", workgroup.Ref{Object: "self-check"}
	l.Facts["lines"] = slices.DeleteFunc(lines, func(line workgroup.Facts) bool { return line["good"] == true })
	if !good {
		l.Urgency = workgroup.Deadline
	}
	workgroup.Withdraw(b, l.About.Object) // yesterday's is of no more use
	bot.tellOffice(b, l)
}

// SelfCheck sends for the bot's own state, for the office to read.
func (bot *Bot) SelfCheck(b workgroup.Book, now time.Time) {
	workgroup.SendOnce(b, workgroup.Errand{Kind: errand.ForDoctor, Written: now})
}

// doctorCommand is /doctor: the answer comes in private, when Telegram and the machine have been asked.
func (t *turn) doctorCommand(string) error {
	if !t.person.Reachable() {
		t.reply("say/ask-in-private", workgroup.Facts{"bot": t.Username, "word": "/doctor", "open": false})
		return nil
	}
	workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForDoctor, By: t.person.ID, Written: t.now})
	return nil
}
