package bot

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"fangkong/bot/courier"
	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// Machine is what the machine itself knows of the bot's state.
type Machine struct {
	Free    int64     // bytes its disk has left; -1: not known
	Need    int64     // how many it should have
	BacksUp bool      // there is a folder for backups
	Backup  time.Time // of the newest; zero: there is none
	Polled  time.Time // Telegram last answered, whether or not there was an update

	Ahead    time.Duration // of Telegram's clock, as it dates what we send
	Compared bool          // something has been sent since the start
}

// Examination is what an errand of that kind brings back.
type Examination struct {
	Machine
	Answered bool // Telegram said who we are: the token is good
	Refused  bool // Telegram does not know the token
	Hears    bool // it hears all that is written in groups
	Group    int64
	Member   Rights
	Outside  bool  // the group is not there, or we are not in it
	Moved    int64 // the group has become this supergroup
	Unasked  bool  // Telegram did not say
}

// examine asks Telegram and the machine. What gets no answer is a finding too.
func (r *Runner) examine(ctx context.Context) (any, error) {
	x := Examination{Machine: r.Machine()}
	err := r.Desk.View(func(b workgroup.Book) error { x.Group = r.Rules.College.GroupChat(b); return nil })
	if err != nil {
		return nil, err
	}
	me, err := r.Asked.GetMe(ctx)
	switch trouble := asTrouble(err); {
	case err == nil:
		x.Answered, x.Hears = true, me.CanReadAllGroupMessages
	case trouble != nil && trouble.TokenRefused():
		x.Refused = true
	}
	if x.Group == 0 {
		return x, nil
	}
	m, err := r.Asked.ChatMember(ctx, x.Group, r.Rules.ID)
	switch trouble := asTrouble(err); {
	case err == nil:
		x.Member, x.Outside = rightsOf(m), m.Left != nil || m.Banned != nil
	case trouble != nil && trouble.MigrateTo != 0:
		x.Moved = trouble.MigrateTo
	case trouble != nil && trouble.Lasting():
		x.Outside = true
	default:
		x.Unasked = true
	}
	return x, nil
}

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
func (bot *Bot) findings(b workgroup.Book, x Examination, now time.Time) (lines []workgroup.Facts, good bool) {
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
			newest = bot.moment(x.Backup, now)
		}
		say(checkBackup, !x.Backup.IsZero() && now.Sub(x.Backup) < backupOld, "newest", newest)
	}
	heard := workgroup.Facts(nil)
	if last := bot.heard.Load(); last != nil {
		heard = bot.moment(*last, now)
	}
	say(checkUpdates, now.Sub(x.Polled) < updatesOld, "polled", bot.moment(x.Polled, now), "heard", heard)
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
func (bot *Bot) examined(b workgroup.Book, e workgroup.Errand, x Examination, now time.Time) {
	lines, good := bot.findings(b, x, now)
	workgroup.Examined(b, good, now)
	l := workgroup.Letter{Text: "say/doctor", Written: now, Facts: workgroup.Facts{"at": bot.clock(now), "good": good, "lines": lines}}
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
	sendOnce(b, workgroup.Errand{Kind: doctorErrand, Written: now})
}

// doctorCommand is /doctor: the answer comes in private, when Telegram and the machine have been asked.
func (t *turn) doctorCommand(string) error {
	if !t.person.Reachable() {
		t.reply("say/ask-in-private", workgroup.Facts{"bot": t.Username, "word": "/doctor", "open": false})
		return nil
	}
	sendOnce(t.b, workgroup.Errand{Kind: doctorErrand, By: t.person.ID, Written: t.now})
	return nil
}

// sendOnce queues an errand that nobody waits for twice.
func sendOnce(b workgroup.Book, e workgroup.Errand) {
	for waiting := range workgroup.Errands.Each(b, "") {
		if waiting.Kind == e.Kind && waiting.Object == e.Object && waiting.By == e.By {
			return
		}
	}
	workgroup.Send(b, e)
}

func asTrouble(err error) *telegram.Error {
	var e *telegram.Error
	_ = errors.As(err, &e)
	return e
}
