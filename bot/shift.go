package bot

import (
	"strconv"
	"strings"

	"fangkong/bot/button"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// pressArrive is 「到岗」.
func (t *turn) pressArrive() error {
	return t.noted(t.College.Arrive(t.b, t.button.Object, t.person, t.now))
}

func (t *turn) pressPhoneWorks() error {
	return t.noted(t.College.TestCall(t.b, t.button.Object, true, t.person, t.now))
}

func (t *turn) pressPhoneDead() error {
	if err := t.College.TestCall(t.b, t.button.Object, false, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/phone-dead", true, nil)
	return nil
}

// pressHandOver is 「交班」: the note is written in the next message.
func (t *turn) pressHandOver() error {
	if !t.private() {
		return workgroup.Refuse(workgroup.Changed)
	}
	s, err := workgroup.MayHandOver(t.b, t.button.Object, t.person, t.now)
	if err != nil {
		return err
	}
	t.expect(workgroup.HandoverDesk, s.Key())
	t.reply("say/handover-ask", t.College.ShiftFacts(t.b, s, false))
	return nil
}

// writesNote tells whether the sender is writing a hand-over note here: within half an hour of being asked, or in reply to it.
// What comes later is meant otherwise; the button asks again.
func (t *turn) writesNote() bool {
	desk := t.deskHere()
	return t.known && !t.edited && desk.Expect == workgroup.HandoverDesk && (t.now.Sub(desk.Since) <= patience || t.repliesToBot())
}

// handoverNote takes the words for the hand-over note. What in it is plainly new is an alarm as well; whether what may be new is so,
// its writer is asked.
func (t *turn) handoverNote() (bool, error) {
	desk := t.deskHere()
	of := desk.Of
	t.clearDesk(desk)
	if err := t.College.HandOver(t.b, of, t.person, excerpt(t.msg.Text), workgroup.SourceKey(t.chat.ID, t.msg.ID), t.now); err != nil {
		return true, err
	}
	t.reply("say/handed-over", workgroup.Facts{})
	t.newsInNote("")
	return true, nil
}

// newsInNote alarms for what a hand-over note tells that is plainly new, and asks about what may be. An edit brings what it newly
// tells (was: what it said before), and to those who were woken what it says now.
func (t *turn) newsInNote(was string) {
	r := t.read(t.msg.Text, understand.Context{})
	tells, told := t.tells(r, t.msg.Text), understand.No
	if was != "" {
		told = t.tells(t.read(was, understand.Context{}), was)
	}
	switch {
	case tells == understand.Yes:
		t.urgentHeard(r, t.msg.Text)
	case told == understand.Yes:
		t.alarmEdited()
	case tells == understand.Maybe && told != understand.Maybe:
		source := t.slip(slipNews, "", t.msg.Text)
		t.reply("say/handover-maybe", workgroup.Facts{"phone": t.dutyPhone()}, []workgroup.Button{slipButton("button/other-case", source, "new", nil)},
			[]workgroup.Button{slipButton("button/no-news", source, "no", nil)})
	}
}

// tells is whether a hand-over note tells of something new that is urgent: it looks back on what is known.
func (t *turn) tells(r understand.Reading, note string) understand.Urgency {
	news, perhaps := justHappened.MatchString(note), strings.Contains(note, "发现")
	switch {
	case r.Urgent == understand.No:
	case r.Urgent == understand.Yes && news:
		return understand.Yes
	case news, perhaps, r.Urgent == understand.Yes && len(workgroup.Running(t.b)) == 0:
		return understand.Maybe
	}
	return understand.No
}

// justHappened are words for what has come up just now.
var justHappened = pattern.MustCompile(`(?i)又有|又[一1]|又发现|又新|另有|新增|新发|刚刚|刚才|刚(?:发现|确诊|接到|收到|报)|\b(?:just now|another|new case)\b`)

// amendedNote takes an edited hand-over note to those who read it.
func (t *turn) amendedNote() bool {
	was, ok := t.College.AmendNote(t.b, workgroup.SourceKey(t.chat.ID, t.msg.ID), t.person, excerpt(t.msg.Text), t.now)
	if !ok {
		return false
	}
	t.reply("say/note-amended", workgroup.Facts{})
	t.newsInNote(was)
	return true
}

// pressRelieve is 「接班」.
func (t *turn) pressRelieve() error {
	return t.noted(t.College.Relieve(t.b, t.button.Object, t.person, t.now))
}

// noted answers a press that was kept.
func (t *turn) noted(err error) error {
	if err == nil {
		t.toast("toast/noted", false, nil)
	}
	return err
}

// pressSwap is 「调班」: with whom?
func (t *turn) pressSwap() error {
	s, err := workgroup.MaySwap(t.b, t.button.Object, t.person, t.now)
	if err != nil {
		return err
	}
	var rows [][]workgroup.Button
	for _, p := range workgroup.Substitutes(t.b, s) {
		if len(rows) < 30 {
			rows = append(rows, []workgroup.Button{{Label: "button/swap-with", Facts: workgroup.Facts{"name": p.Name}, Verb: "swapto",
				Object: string(s.Date()) + "/" + string(p.ID), Version: s.Number}})
		}
	}
	if len(rows) == 0 {
		return workgroup.Refuse(workgroup.Nobody)
	}
	t.whisper("say/swap-pick", t.College.ShiftFacts(t.b, s, false), rows...)
	return nil
}

// shiftAndPerson are what a button names by date and person, with the shift's number for a version.
func (t *turn) shiftAndPerson() (shift string, of workgroup.PersonID, err error) {
	date, person, _ := strings.Cut(t.button.Object, "/")
	s, ok := workgroup.ShiftOn(t.b, workgroup.Date(date), t.button.Version)
	if !ok || person == "" {
		return "", "", workgroup.Refuse(workgroup.Changed)
	}
	return s.Key(), workgroup.PersonID(person), nil
}

func (t *turn) pressSwapTo() error {
	shift, to, err := t.shiftAndPerson()
	if err != nil {
		return err
	}
	if _, err := t.College.AskSwap(t.b, shift, t.person, to, t.now); err != nil {
		return err
	}
	p, _ := workgroup.People.Get(t.b, string(to))
	t.toast("toast/swap-asked", false, workgroup.Facts{"name": p.Name})
	return nil
}

func (t *turn) pressSwapYes() error { return t.answerSwap(true) }
func (t *turn) pressSwapNo() error  { return t.answerSwap(false) }

func (t *turn) answerSwap(yes bool) error {
	w, err := t.College.AnswerSwap(t.b, t.button.Object, yes, t.person, t.now)
	if err != nil {
		return err
	}
	if w.State == workgroup.SwapAgreed {
		t.toast("toast/swap-agreed", false, nil)
	}
	return t.noted(nil)
}

// pressStandIn is 「我来顶班」.
func (t *turn) pressStandIn() error {
	shift, of, err := t.shiftAndPerson()
	if err != nil {
		return err
	}
	if err := t.College.TakePlace(t.b, shift, of, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/place-taken", false, nil)
	return nil
}

// pressStandBack undoes a place taken.
func (t *turn) pressStandBack() error {
	shift, place := button.CutLast(t.button.Object)
	n, err := strconv.Atoi(place)
	if err != nil {
		return workgroup.Refuse(workgroup.Changed)
	}
	return t.noted(t.College.GiveBackPlace(t.b, shift, n, t.person, t.now))
}
