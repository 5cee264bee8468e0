package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

func TestTheLadderHurriesInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:55")
	head := p.Head("ruanjian")
	p.says(head, nil, "/urgent")
	p.presses(head, nil, "Confirmed case")
	p.presses(head, nil, "Student")
	p.says(head, nil, "50 minutes ago")
	p.presses(head, nil, "Start the urgent report")
	for _, who := range append(p.holders(workgroup.DutyStaff), p.Holder(workgroup.DutyLeader), p.Holder(workgroup.Director)) {
		p.sees(who, nil, "急-0131-01", "due by 15:05, 10 min left")
	}
	if p.rung(p.Holder(workgroup.Leading)) {
		t.Error("the leading group is rung at once")
	}
	p.until("15:16")
	p.sees(p.Holder(workgroup.Leading), nil, "急-0131-01", "over an hour (due by 15:05)")
}

// A holder without progress is rung, then the ladder goes on; a case is put off with a reason, handed over and given back.
func TestHoldingACaseInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	duty, director := p.holders(workgroup.DutyStaff), p.Holder(workgroup.Director)
	p.files(p.Head("ruanjian"), "Suspected case", "Student", "Just now")
	p.answers(duty[1], "Read", "Noted as read")
	p.sees(duty[0], nil, "Read by "+duty[1].Name()+" 14:05")
	p.answers(duty[0], "I take it", "急-0131-01 is yours")
	if p.rung(duty[1]) {
		t.Error("the other copies keep their button")
	}
	p.reads(duty[1], nil, "Taken by "+duty[0].Name())
	p.until("14:20:30")
	p.sees(duty[0], nil, "no progress for a quarter of an hour. Please act or give it back.")
	p.presses(duty[0], nil, "Later")
	p.sees(duty[0], nil, "急-0131-01 later, fifteen minutes at most. Why?")
	p.says(duty[0], nil, "waiting for the hospital to call back")
	p.sees(duty[0], nil, "you will be reminded at 14:35")
	p.presses(duty[0], nil, "Hand over")
	p.sees(duty[0], nil, "Hand 急-0131-01 over to whom? It stays yours until they take it.")
	p.answers(duty[0], director.Name(), director.Name()+" is asked to take 急-0131-01")
	p.answers(director, "I take it", "is yours")
	p.answers(director, "Give back", "given back, ringing again")
	p.sees(duty[1], nil, "Nobody has taken it ("+director.Name()+" gave it back)")
	p.says(duty[0], nil, "I take it")
	p.sees(duty[0], nil, "急-0131-01 is yours")
	p.wait(21 * time.Minute)
	p.sees(duty[1], nil, "Nobody has taken it ("+duty[0].Name()+" timed out)")
	if toast := p.presses(duty[1], nil, "I take it"); !strings.Contains(toast, "is yours") {
		t.Errorf("taken with %q", toast)
	}
	// A press on a copy that has lost its button.
	press, err := duty[0].PressesData(duty[0].Last(nil), "take:2020-01-31/0001:0")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, duty[1].Name()+" took it at ") {
		t.Errorf("the second press: %q", text)
	}
}

func TestALadderSleptThroughInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	leader, director := p.Holder(workgroup.DutyLeader), p.Holder(workgroup.Director)
	p.files(p.Head("ruanjian"), "Confirmed case", "Student", "Just now")
	must(t, p.Fall())
	must(t, p.Skip("14:35"))
	must(t, p.Raise())
	p.settle()
	p.sees(leader, nil, "急-0131-01", "25 min late: the bot was down", "next 14:40")
	if p.rung(director) {
		t.Error("the director's step comes five minutes later")
	}
	p.until("14:41")
	p.sees(director, nil, "急-0131-01", "14:40 rang "+director.Name())
	p.says(director, nil, "/summary")
	p.sees(director, nil, "The bot was down")
}

func TestARingDeliveredLateInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.forgives("Internal Server Error", "too old")
	p.until("16:16")
	head, zhang, director := p.Head("ruanjian"), p.zhang(), p.Holder(workgroup.Director)
	p.says(head, nil, "/urgent")
	p.presses(head, nil, "Confirmed case")
	p.presses(head, nil, "Student")
	p.presses(head, nil, "Just now")
	p.Telegram.Fail(sandbox.Fault{Kind: sandbox.Broken500, Method: "sendMessage", Times: -1})
	p.presses(head, nil, "Start the urgent report")
	p.until("16:19:30")
	p.says(director, nil, "/case")
	p.Telegram.Heal()
	p.until("16:23")
	p.sees(zhang, nil, "急-0131-01", "the ring of 16:16 was delivered at 16:19")
	p.reads(director, nil, "no ring has been delivered to anybody")
}

// When nobody can be reached the group's card says to telephone; whoever presses Start is rung.
func TestNobodyCanBeReachedInEnglish(t *testing.T) {
	t.Parallel()
	_, roster := settings.Sample()
	var silent []workgroup.PersonID
	for _, who := range roster.People {
		if who.Holds(workgroup.Watch...) {
			silent = append(silent, who.ID)
		}
	}
	p := englishFrom(t, "13:50", silent...)
	p.until("14:05")
	head, zhang := p.Head("ruanjian"), p.zhang()
	p.files(head, "Confirmed case", "Student", "Just now")
	p.reads(head, nil, "Opened as 急-0131-01", "Nobody can be rung right now", "now: 0392-0000000")
	p.reads(head, p.Group, "急-0131-01", "Nobody could be rung", "call the duty office now: 0392-0000000", "press Start in a private chat with @fangkong_bot")
	zhang.Starts()
	p.settle()
	p.reads(zhang, nil, "急-0131-01: confirmed case", "Nobody has taken it")
	if p.withText(head, p.Group, "Nobody could be rung") != nil {
		t.Error("the group still reads that nobody can be rung")
	}
	p.presses(zhang, nil, "I take it")
	p.reads(head, p.Group, "急-0131-01", "张秋溪 has taken it")
}

func TestALadderWithAGapInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.forgives("blocked")
	director, duty := p.Holder(workgroup.Director), p.holders(workgroup.DutyStaff)
	for _, who := range duty {
		who.Blocks()
	}
	p.until("14:05")
	p.sees(director, nil, "The urgent ladder lacks people", "rung 1 (0 min, duty staff)", duty[0].Name(), "out of reach")
	duty[0].Starts()
	p.settle()
	p.reads(director, nil, "The urgent ladder: rung 1 can be reached again; every rung reaches somebody")
	// The director is the gap: the leading group is told.
	director.Blocks()
	p.until("20:05")
	p.reads(p.Holder(workgroup.Leading), nil, "The urgent ladder lacks people", director.Name())
}

// Who comes on duty is rung for what nobody has, and learns who has the rest.
func TestTheShiftThatComesOnInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "17:00")
	p.putsInForce(shifts)
	p.until("20:11")
	p.files(p.Head("huli"), "Suspected case", "Student", "Just now")
	p.files(p.Head("ruanjian"), "Confirmed case", "Student", "Just now")
	p.says(p.zhang(), nil, "/case 0131-01")
	p.presses(p.zhang(), nil, "I take it")
	p.until("20:31")
	p.reads(p.wu(), nil, "急-0131-02: confirmed case", "rang 吴远舟")
	p.reads(p.wu(), nil, "Urgent cases that run", "case 0131-01: 张秋溪 139-0000-0081")
	p.says(p.wu(), nil, "duty")
	p.reads(p.wu(), nil, "Now: 31 January 20:30–08:30 next day")
}

func TestSummaryAndListOfCasesInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	director, duty, head := p.Holder(workgroup.Director), p.Holder(workgroup.DutyStaff), p.Head("ruanjian")
	p.files(p.Head("huli"), "Close contact", "Student", "Just now")
	p.files(head, "Confirmed case", "Student", "Just now")
	p.says(director, nil, "/summary")
	m := p.sees(director, nil, "Open urgent cases: 2", "急-0131-02 confirmed case, School of Software", "nobody has it", "Opened that day: 2, closed: 0")
	if strings.Index(m.Text, "急-0131-02") > strings.Index(m.Text, "急-0131-01") {
		t.Errorf("the one-hour rule comes first:\n%s", m.Text)
	}
	p.says(director, p.Group, "/summary")
	if m := p.sees(director, p.Group, "急-0131-02", "nobody has it"); strings.Contains(m.Text, "onfirmed case") {
		t.Errorf("the group reads %q", m.Text)
	}
	p.says(head, nil, "/case")
	if m := p.sees(head, nil, "Open urgent cases", "急-0131-02 confirmed case", "Details: /case and the code"); strings.Contains(m.Text, "0131-01") {
		t.Errorf("another unit's case: %q", m.Text)
	}
	p.says(duty, nil, "/case 0131-02")
	p.presses(duty, nil, "I take it")
	p.presses(duty, nil, "Ruled out")
	p.presses(duty, nil, "Close")
	p.says(duty, nil, "the test was negative")
	p.presses(duty, nil, "Yes, close it")
	p.says(director, nil, "/summary")
	p.sees(director, nil, "Open urgent cases: 1", "Opened that day: 2, closed: 1")
	p.until("09:00")
	p.says(director, nil, "/summary yesterday")
	p.sees(director, nil, "Open urgent cases: 1", "急-0131-01 close contact, School of Nursing")
}

func TestALongListOfCasesInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	director := p.Holder(workgroup.Director)
	p.strangersOpen(25)
	p.says(director, nil, "/case")
	p.sees(director, nil, "Open urgent cases (1–20 of 25)", "急-0131-25 confirmed case, unit unknown")
	p.presses(director, nil, "5 more")
	p.sees(director, nil, "Open urgent cases (21–25 of 25)")
}

// What the holder writes in place of a button does what it does, and what nothing can be made of is asked about.
func TestTheHoldersWordsInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	duty := p.holders(workgroup.DutyStaff)
	p.files(p.Head("ruanjian"), "Confirmed case", "Student", "Just now")
	p.says(duty[0], nil, "I take it")
	p.says(duty[0], nil, "Community told: 14:05 Director Wang")
	p.sees(duty[0], nil, "急-0131-01, noted: community told at 14:05 by Director Wang")
	p.says(duty[0], nil, "disease control told")
	p.sees(duty[0], nil, "急-0131-01: noted as disease control told at 14:05 by "+duty[0].Name())
	p.says(duty[0], nil, "yes")
	p.says(duty[0], nil, "the parents' line is engaged all the time")
	p.sees(duty[0], nil, "shall I add that to an urgent case that is open?")
	p.answers(duty[0], "Add to 急-0131-01", "Added to 急-0131-01")
	p.says(duty[0], nil, "calls made: Director Wang 14:05 answered")
	p.wait(21 * time.Minute)
	p.says(duty[0], nil, "further report: moved to the designated hospital")
	p.sees(duty[0], nil, "shall I add that to an urgent case that is open?")
	p.presses(duty[0], nil, "Add to 急-0131-01")
	if k := p.kase(); k.Holder != "" || len(k.Remarks) != 2 || len(k.Phoned) != 1 {
		t.Errorf("%+v", k)
	}
}
