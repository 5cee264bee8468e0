package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

func TestACaseOfAnothersUnitInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	other, head := p.Head("huli"), p.Head("ruanjian")
	p.says(other, nil, "A student of the School of Software has been confirmed today")
	p.reads(other, nil, "Urgent report: confirmed case, School of Software")
	p.presses(other, nil, "Just now")
	p.presses(other, nil, "Start the urgent report")
	if k := p.kase(); k.Unit != "ruanjian" || k.OfUnit.In() || k.Individual.In() {
		t.Errorf("the case: %+v", k)
	}
	p.reads(head, nil, "急-0131-01: 王秋禾 reports a case (confirmed case) at School of Software")
	p.says(p.Head("jidian"), nil, "/case 0131-01")
	p.sees(p.Head("jidian"), nil, "There is no urgent case of that code, or it is not yours to see. A code looks like 0131-02.")
	p.says(head, nil, "/case 9999")
	p.sees(head, nil, "There is no urgent case of that code")
}

func TestClosingWhatIsNotDoneInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.presses(duty, nil, "I take it")
	if p.withButton(duty, nil, "Close") != nil {
		t.Error("a case that nobody has verified offers to be closed")
	}
	p.presses(duty, nil, "Confirmed as reported")
	p.says(duty, nil, "/case 0131-01")
	p.answers(duty, "Close", "急-0131-01 cannot be closed yet. Missing: the individual’s report, telling the community, telling disease control.")
	p.presses(duty, nil, "Community told")
	p.sees(duty, nil, "急-0131-01: noted as community told at 14:05", "such as: 14:20 Director Wang")
	p.says(duty, nil, "maybe it was earlier, I am not sure who did it")
	p.sees(duty, nil, "I could not read", "when was community told, and by whom?")
	p.says(duty, nil, "23:30 Director Wang")
	p.sees(duty, nil, "23:30 has not come yet")
	p.says(duty, nil, "14:02 Director Wang")
	p.sees(duty, nil, "noted: community told at 14:02 by Director Wang", "press “Correct: community told”")
	p.presses(duty, nil, "Disease control told")
	p.says(duty, nil, "yes")
	p.presses(head, nil, "The person has reported to us")
	p.says(duty, nil, "/case 0131-01")
	p.presses(duty, nil, "Close")
	p.sees(duty, nil, "急-0131-01, final report: please write the outcome in one sentence")
	p.says(duty, nil, "in the designated hospital")
	p.presses(duty, nil, "Do not close, keep it as a further report")
	p.presses(duty, nil, "Correct known time")
	p.says(duty, nil, "13:30")
	p.sees(duty, nil, "急-0131-01: known since 13:30", "press the button on its card again")
	p.presses(duty, nil, "When it happened")
	p.says(duty, nil, "yesterday 20:10")
	p.says(duty, nil, "/case 0131-01")
	p.sees(duty, nil, "Happened: yesterday 20:10", "Known: 13:30", "in the designated hospital", "known 14:05 → 13:30")
	old := *p.withButton(duty, nil, "Close")
	p.presses(duty, nil, "Close")
	p.says(duty, nil, "in the designated hospital, stable")
	p.answers(duty, "Yes, close it", "急-0131-01 is closed")
	p.reads(head, nil, "急-0131-01 is closed: confirmed as reported")

	// A press on what is closed.
	press, err := duty.PressesData(&old, "verdict:2020-01-31/0001/excluded:0")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "急-0131-01 was closed at") || !strings.Contains(text, "send /urgent") {
		t.Errorf("a press on a closed case: %q", text)
	}
}

// Presses of who may not are answered, and change nothing.
func TestPressesOfWhoMayNotInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	p.files(p.Head("ruanjian"), "Confirmed case", "Student", "Just now")
	other, stranger := p.Head("huli"), p.newcomer("Kong", "Ming")
	stranger.Starts()
	p.settle()
	before := p.shelves()
	for _, who := range []*sandbox.Person{other, stranger} {
		for _, data := range []string{"take:2020-01-31/0001:0", "leg:2020-01-31/0001/unit:0", "told:2020-01-31/0001/cdc:0", "word:2020-01-31/0001/outcome:0",
			"pause:2020-01-31/0001/way:0", "take:2020-01-31/0099:0", "take:x:0", "call:ok:1", "phoned:2020-01-31/0001:0"} {
			press, err := who.PressesData(who.Last(nil), data)
			must(t, err)
			p.settle()
			if text, _, ok := press.Answered(); !ok || text == "" {
				t.Errorf("%s pressed %s: %q", who.Name(), data, text)
			}
		}
	}
	p.unchanged(before, "presses of who may not")
}

// A name and a diagnosis typed into the group go on in private, and are deleted there with their writer's consent.
func TestADiagnosisInTheGroupInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	said := p.says(head, p.Group, "Our student Li Xiaoming has been confirmed today")
	p.reads(head, p.Group, "Please do not write names or illnesses in the group.")
	p.reads(head, nil, "Shall I delete it there? The duty staff and the prevention office have it; nothing is lost.")
	p.reads(head, nil, "Urgent report: confirmed case")
	p.answers(head, "Delete it from the group", "Deleted")
	for _, m := range p.Group.Standing() {
		if m.ID == said.ID || m.From.Bot && strings.Contains(m.Text, "Li Xiaoming") {
			t.Errorf("the group reads %q", m.Text)
		}
	}
}

// Calls that cannot be read are named and asked again.
func TestCallsThatCannotBeReadInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.files(p.Head("ruanjian"), "Confirmed case", "Student", "Just now")
	p.until("14:20")
	p.presses(duty, nil, "Calls made")
	p.sees(duty, nil, "急-0131-01, calls made: whom, when, and what came of it")
	p.says(duty, nil, "Director Wang 14:10 answered\nDean Li perhaps later\nDean Zhang 23:00 answered")
	p.sees(duty, nil, "急-0131-01, noted:", "14:10 Director Wang: answered", "Not understood, not noted:", "Dean Li perhaps later", "A time to come, or very long ago, not noted:", "Dean Zhang 23:00 answered",
		"Please write these again")
	p.says(duty, nil, "cancel")
	p.says(duty, nil, "Director Wang 14:15 answered")
	if k := p.kase(); len(k.Phoned) != 1 {
		t.Errorf("kept after it was given up: %+v", k.Phoned)
	}
}

// Who rings again and again is cut off and told to telephone.
func TestTooManyAlarmsInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	student := p.newcomer("Kong", "Ming")
	student.Starts()
	p.settle()
	for i := range 7 {
		p.says(student, nil, "I have tested positive today"+strings.Repeat("!", i))
	}
	p.reads(student, nil, "You have sent several alerts within the hour", "Telephone now: 0392-0000000")
}
