package bot

import (
	"errors"
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// noticeWords takes the words that a notice expects. What sounds urgent in them comes first, and they are asked for again; a text is
// the office's own writing, and its writer is asked whether it tells of a case. A result that sounds urgent is a result and an alarm.
func (t *turn) noticeWords() (bool, error) {
	what, desk := t.onNotice()
	if what == "" {
		return false, nil
	}
	words, r := strings.TrimSpace(t.msg.Text), t.read(t.msg.Text, understand.Context{})
	switch {
	case backs(bareWord(words), leaves) || slices.Contains(noWords, bareWord(words)):
		t.writesNothing(desk)
		return true, nil
	case what == noticeResult:
		return t.noticeResult(desk, words, r)
	case what == noticeText && asksWhoRead(words):
		return true, t.unreadCommand("")
	case what != noticeText && (r.Urgent == understand.Yes || t.dailyReport()):
		return false, nil
	case what == noticeReason:
		return t.settled(desk, t.recallReason(desk.Of, words, r))
	}
	d, ok := workgroup.NoticeDrafts.Get(t.b, desk.Of)
	if !ok {
		t.noticeAnswered(desk)
		return false, nil
	}
	switch what {
	case noticeText:
		d.From = workgroup.SourceKey(t.chat.ID, t.msg.ID)
		old := d.Text
		if d.Text = words; d.Length() > workgroup.LongestNotice {
			return true, workgroup.Refuse(workgroup.NoticeLong, "n", d.Length(), "most", workgroup.LongestNotice)
		}
		d = t.asWritten(d, old)
		t.maybeCase(r)
	case noticeDeadline:
		at, ok := t.DeadlineIn(words, t.now)
		switch {
		case !ok:
			return true, workgroup.Refuse(workgroup.NotATime)
		case !at.After(t.now):
			return true, t.College.DeadlinePast(at)
		}
		d.Deadline = at
	case card.NoticeAt:
		at, ok := t.DeadlineIn(words, t.now)
		switch {
		case !ok:
			return true, workgroup.Refuse(workgroup.NotATime)
		case !at.After(t.now):
			return true, t.College.PlanTime(at)
		}
		d.At = at
	case noticePeople:
		people, unknown, doubtful := workgroup.PeopleNamed(t.b, words)
		if len(people) == 0 || len(unknown)+len(doubtful) > 0 {
			return true, workgroup.Refuse(workgroup.NamesUnknown, "unknown", card.FirstFew(unknown), "doubtful", card.FirstFew(doubtful))
		}
		d.Audience = workgroup.Audience{Kind: workgroup.ByName, People: people}
	default:
		return false, nil
	}
	t.noticeAnswered(desk)
	return true, t.drafted(d.Keep(t.b, t.now))
}

// settled takes a question from the desk once it is answered, or once there is nothing left to answer: a refusal then is told, and
// what is written next is meant otherwise.
func (t *turn) settled(desk workgroup.Desk, err error) (bool, error) {
	var no *workgroup.Refusal
	switch {
	case err == nil:
		t.noticeAnswered(desk)
	case errors.As(err, &no) && slices.Contains(askedInVain, no.Code):
		t.noticeAnswered(desk)
		t.refuse(no)
		err = nil
	}
	return true, err
}

// askedInVain are refusals that no other words would help against.
var askedInVain = []workgroup.RefusalCode{workgroup.NoticeRecalled, workgroup.NoticeNewer, workgroup.NotAddressed, workgroup.Changed, workgroup.NotForYou}

// maybeCase asks the writer of a notice that sounds like a case whether it tells of one.
func (t *turn) maybeCase(r understand.Reading) {
	if r.Urgent == understand.Yes {
		r.Urgent, r.Kind, r.Fields, r.Rows = understand.Maybe, understand.Urgent, nil, nil
		t.asksInTime(r)
	}
}

// pressDid is 「已办」: the result is written in private.
func (t *turn) pressDid() error {
	n, err := t.College.MayDo(t.b, t.button.Object, t.button.Version, t.person)
	switch {
	case err != nil:
		return err
	case !t.person.Reachable():
		return workgroup.Refuse(workgroup.NoticePrivate, "bot", t.Username)
	}
	t.noticeAsks(noticeResult, resultOf(n), "say/notice-ask-result", workgroup.Facts{"no": n.ID})
	if !t.private() {
		t.toast("toast/notice-result", false, nil)
	}
	return nil
}

// reportsToday tells whether a reading can be the daily report of a unit of the sender's: one that is still owed, or a correction.
func (t *turn) reportsToday(r understand.Reading) bool {
	switch {
	case len(t.person.Units()) == 0:
		return false
	case !reports(r) || len(r.Rows) > 0:
		return len(r.Rows) > 0
	}
	unit, err := t.unitOf(r)
	if err != nil || len(t.beside(r, unit, t.today())) > 0 {
		return err != nil
	}
	_, filed := workgroup.FiledOn(t.b, t.today(), unit.ID)
	return !filed || r.Kind == understand.Correction
}

// noticeResult takes words for the result of what a notice asks. The day's report in between is a report, which would be lost as a
// result: whoever means one answers the question itself. Figures that the report does not ask, and of a unit that has filed, are of the
// result.
func (t *turn) noticeResult(desk workgroup.Desk, words string, r understand.Reading) (bool, error) {
	if _, _, asked := t.answersNotice(); !asked && (r.Zero || len(r.Fields) > 0) && t.reportsToday(r) {
		return false, nil
	}
	key, _, _ := strings.Cut(desk.Of, "/")
	if n, ok := workgroup.Notices.Get(t.b, key); ok && resultOf(n) == desk.Of && r.Urgent != understand.Yes && notDone.MatchString(words) {
		t.noticeAnswered(desk)
		t.asksResult([]workgroup.Notice{n}, "say/notice-not-done", "button/notice-not-done", excerpt(words))
		return true, nil
	}
	if _, err := t.did(desk.Of, excerpt(words)); err != nil {
		done, err := t.settled(desk, err)
		return done && r.Urgent != understand.Yes, err // an alarm is none of the notice's
	}
	t.noticeAnswered(desk)
	if r.Urgent == understand.Yes {
		t.urgentHeard(r, t.msg.Text)
	}
	return true, nil
}

// noticeFile is a picture or file with /notice below it, or sent in place of a notice's text: in the group the notice stands
// under it, in private there is no way on.
func (t *turn) noticeFile() (bool, error) {
	if name, _, is, foreign := t.parseCommand(t.msg.Caption); is && !foreign && name == "notice" && !t.edited {
		c, _ := findCommand(name)
		m := *t.msg
		m.Text = m.Caption
		t.msg = &m
		return true, t.command(c.Name, "", false)
	}
	if what, _ := t.onNotice(); what != "" && what != noticeResult && holdsFile(t.msg) {
		return true, workgroup.Refuse(workgroup.NoticeFile)
	}
	return false, nil
}
