package bot

import (
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// tellsOfSomebody tells whether the message at hand has raised an alarm, or says by name who is ill: beside its unit's name the group could
// tell whose figures are read back.
func (t *turn) tellsOfSomebody() bool {
	return workgroup.Alarms.Has(t.b, workgroup.SourceKey(t.chat.ID, t.msg.ID)) || understand.NamesIll(t.msg.Text)
}

// pointsAtPatient tells whether words say by name who the patient of an open case is: of who stands on the roster they are taken to be of duty.
func (t *turn) pointsAtPatient(words string) bool {
	name := understand.Points(words)
	if name == "" || len(workgroup.Running(t.b)) == 0 {
		return false
	}
	for p := range workgroup.People.Each(t.b, "") {
		if p.Name != "" && (p.Name == name || strings.HasPrefix(name, p.Name)) {
			return false
		}
	}
	return true
}

// offerNamed offers whoever has written in the group by name who is ill, and has woken nobody by it, to take that out.
func (t *turn) offerNamed() {
	if !understand.NamesIll(t.msg.Text) && !t.pointsAtPatient(t.msg.Text) {
		return
	}
	object := workgroup.SourceKey(t.chat.ID, t.msg.ID)
	switch {
	case workgroup.Alarms.Has(t.b, object) || workgroup.Slips.Has(t.b, object):
		return // it was offered already
	case t.privateChat() == 0:
		t.eraseYourself(false)
		return
	}
	t.slip(slipNamed, "", "")
	t.askErase(object, workgroup.Facts{"code": "", "passed": false})
}

// eraseYourself asks whoever cannot be asked in private to delete what they have written, once an hour; passed: the duty staff have it.
func (t *turn) eraseYourself(passed bool) {
	if t.onceAnHour("erase") {
		t.reply("say/erase-yourself", workgroup.Facts{"bot": t.Username, "passed": passed})
	}
}

// withheld is words as they may stand in a paper: nobody is named in them, of the roster or not, and no number by which somebody is reached.
func (t *turn) withheld(words string) string { return card.Withheld(t.b, words) }
