package bot

import (
	"slices"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// startsCall is how people ask for the button that rings.
var startsCall = []string{"启动", "启动紧急报告", "马上启动", "马上呼叫", "start", "start the urgent report"}

// asksOfCall answers whoever is reporting and asks who has it, how it stands or what to do, or wants it started: who was woken, and when it
// rings by itself. Such words are nothing that has happened.
func (t *turn) asksOfCall(call workgroup.Call) (bool, error) {
	code, text := cutCode(t.msg.Text)
	text = strings.Trim(bareWord(text), "?？ 呢啊呀")
	starts := slices.Contains(startsCall, text)
	who, how := asksWho.MatchString(text), asksHowGoes.MatchString(text)
	switch _, opened := workgroup.CaseByCode(t.b, code, t.now); {
	case !starts && !who && !how && !asksNext.MatchString(text):
		return false, nil
	case code != "" && opened:
		return t.saysOfCases(code, "", who)
	case starts && call.Step() == workgroup.CallConfirm:
		return true, t.confirmCall(call)
	}
	t.saysCall(call, false)
	return true, nil
}

// saysCall tells whoever is reporting how that stands, and shows what it asks once more. Kept: their words are in it.
func (t *turn) saysCall(call workgroup.Call, kept bool) {
	woken := slices.ContainsFunc(workgroup.Woken(t.b, t.now), workgroup.Person.Reachable)
	t.reply("say/call-stands", workgroup.Facts{"ready": call.Step() == workgroup.CallConfirm, "woken": call.Source != "" && woken, "by": t.Clock(call.Due()), "phone": t.dutyPhone(), "kept": kept})
	call.Keep(t.b, true, t.now)
}

// moreAsked keeps words with the report being made; a question among them is answered with how that stands.
func (t *turn) moreAsked(call workgroup.Call, r understand.Reading, words string) error {
	if err := t.moreOfCall(call, r, words); err != nil {
		return err
	}
	if open, ok := workgroup.Calls.Get(t.b, call.Owner); ok && r.Kind == understand.Question && r.Urgent == understand.No {
		t.saysCall(open, true)
	}
	return nil
}

// begun are the urgent reports that are being made and are no case yet. Those who were woken read whose they are, and so does their
// reporter; in the group stands only that somebody of the roster is making one.
func (t *turn) begun() []workgroup.Facts {
	woken := t.known && slices.ContainsFunc(workgroup.Woken(t.b, t.now), func(p workgroup.Person) bool { return p.ID == t.person.ID })
	out := []workgroup.Facts{}
	for call := range workgroup.Calls.Each(t.b, "") {
		own := call.Owner == t.deskOwner()
		if t.private() && !own && !woken || !t.private() && call.Reporter.Person == "" {
			continue
		}
		line := workgroup.Facts{"at": t.Clock(call.Began), "by": t.Clock(call.Due()), "name": "", "phone": "", "unit": workgroup.Named{}}
		if t.private() {
			line["name"], line["phone"], line["unit"] = call.Reporter.Name, call.Reporter.Phone, t.unitName(call.Unit)
		}
		out = append(out, line)
	}
	return out
}

// saysBegun answers whoever was woken, and asks of a case or wants to take it before there is one; false: nobody is reporting.
func (t *turn) saysBegun() bool {
	if len(t.begun()) == 0 {
		return false
	}
	t.saysPlainly(nil)
	return true
}
