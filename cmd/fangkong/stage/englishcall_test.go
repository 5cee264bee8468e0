package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A command, the board's button and a sentence lead to the same questions, in private; four presses wake somebody.
func TestTheWaysIntoAnUrgentReportInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, other, duty := p.Head("ruanjian"), p.Head("huli"), p.Holder(workgroup.DutyStaff)

	p.says(head, p.Group, "/urgent")
	p.sees(head, nil, "Urgent report", "What happened?", "rings the duty staff by itself at 14:08")
	for _, answer := range []string{"Lockdown or central quarantine", "Staff member", "15 min ago"} {
		p.presses(head, nil, answer)
	}
	p.sees(head, nil, "lockdown or central quarantine", "School of Software", "staff", "Known: 13:50", "Right?")
	p.answers(head, "Start the urgent report", "Opened as 急-0131-01", "0392-0000000")
	p.sees(duty, nil, "急-0131-01: lockdown or central quarantine", "School of Software, staff", "due by 14:50, 45 min left", "Known: 13:50", "Individual’s report: missing", "Unit’s report: 14:05 何望桥")
	p.reads(head, nil, "Opened as 急-0131-01", "The duty staff are being rung", "0392-0000000")

	// The button on the board goes on in private.
	if toast := p.presses(other, p.Group, "Urgent report"); !strings.Contains(toast, "three questions in our private chat") {
		t.Errorf("pressed on the board: %q", toast)
	}
	p.sees(other, nil, "What happened?")
	p.answers(other, "Not urgent, withdraw", "no case was opened")

	// A sentence is asked about once, with everything filled in that could be read, and taken out of the group with consent.
	p.says(other, p.Group, "One of our students has tested positive today")
	p.reads(other, p.Group, "Telephone now: 0392-0000000", "do not write names or illnesses in the group")
	p.reads(duty, nil, "Possibly a one-hour case", "王秋禾", "One of our students has tested positive today")
	p.reads(other, nil, "Urgent report: confirmed case, School of Nursing, students", "Since when is it known?")
	p.answers(other, "Delete it from the group", "Deleted")
	for _, m := range p.Group.Posts() {
		if strings.Contains(m.Text, "positive") {
			t.Errorf("still in the group: %q", m.Text)
		}
	}
	p.presses(other, nil, "Just now")
	p.presses(other, nil, "Start the urgent report")
	p.sees(duty, nil, "急-0131-02: confirmed case", "School of Nursing")
}

func TestWhatIsNoCaseIsWithdrawnInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	m := p.says(head, nil, "One student of ours has been confirmed today")
	p.presses(head, nil, "Not urgent, withdraw")
	p.sees(director, nil, "何望桥", "School of Software", "no urgent case")
	// One that goes on is not withdrawn with the next.
	p.says(head, nil, "One student of ours has been confirmed today!")
	p.presses(head, nil, "Just now")
	p.presses(head, nil, "Start the urgent report")
	p.says(head, nil, "/urgent")
	p.says(head, nil, "/cancel")
	p.sees(head, nil, "Only this urgent report is cancelled", "急-0131-01: not withdrawn, it goes on")
	head.Edits(m, "Nobody has been confirmed, it was a mistake")
	p.settle()
	p.reads(director, nil, "changed the words you were alarmed by", "it was a mistake", "急-0131-01 goes on")
	p.reads(head, nil, "have your changed words", "急-0131-01 goes on")
}

func TestAnUnfinishedReportWakesTheDutyStaffInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "13:50", "xie-silan")
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "/urgent")
	p.presses(head, nil, "Suspected case")
	p.until("14:07:59")
	if p.rung(duty) {
		t.Error("woken before three minutes")
	}
	p.until("14:08:01")
	p.sees(duty, nil, "急-0131-01: suspected case", "School of Software", "left unfinished, telephone first", "nobody said; counted from the report")
	p.reads(head, nil, "Reported as 急-0131-01")
	p.reads(head, nil, "You did not finish; please keep your telephone free")

	// Whoever cannot be asked in private wakes them all the same.
	silent := p.Person("xie-silan")
	p.says(silent, p.Group, "A teacher of ours is suspected today")
	p.reads(silent, p.Group, "Telephone now: 0392-0000000")
	if toast := p.presses(silent, p.Group, "Urgent report"); !strings.Contains(toast, "open a private chat with @fangkong_bot, press Start") {
		t.Errorf("pressed on the board: %q", toast)
	}
	p.says(silent, p.Group, "🚨")
	p.sees(silent, p.Group, "Telephone the duty office now: 0392-0000000", "press Start and send “urgent”")
	p.wait(workgroup.CallLife + time.Second)
	p.sees(duty, nil, "急-0131-02", "left unfinished")
}

// New figures of such people in a filing begin an urgent report, or are added to the case that is open.
func TestNewHardFiguresInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "/report")
	for range 20 {
		asked := p.sees(head, nil, "School of Software").Text
		if p.withButton(head, nil, "File") != nil {
			break
		}
		answer := "0"
		if strings.Contains(asked, "Suspected") && !strings.Contains(asked, "released") {
			answer = "1"
		}
		p.says(head, nil, answer)
	}
	p.answers(head, "File", "The duty staff and the prevention office are alerted", "Telephone now: 0392-0000000")
	p.reads(duty, nil, "Possibly a one-hour case", "何望桥", "Suspected, new: 1")
	p.reads(head, nil, "Urgent report: suspected case, School of Software")
	p.wait(workgroup.CallLife + time.Second)
	p.sees(duty, nil, "急-0131-01: suspected case", "left unfinished")
	p.presses(duty, nil, "I take it")
	p.says(head, nil, "correction: suspected 2")
	p.presses(head, nil, "File")
	if n := len(p.open()); n != 1 {
		t.Errorf("%d cases", n)
	}
}

// Filed later than the hour it is taken, and marked; each leg is asked for until it is in.
func TestBothLegsInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	student, head, duty, director := p.newcomer("Kong", "Ming"), p.Head("ruanjian"), p.Holder(workgroup.DutyStaff), p.Holder(workgroup.Director)
	student.Starts()
	p.settle()
	p.says(student, nil, "urgent")
	p.presses(student, nil, "Lockdown or central quarantine")
	p.presses(student, nil, "School of Software")
	p.presses(student, nil, "Just now")
	p.answers(student, "Start the urgent report", "Opened as 急-0131-01")
	p.sees(duty, nil, "lockdown or central quarantine", "KongMing (not registered", "Individual’s report: 14:05 KongMing", "Unit’s report: missing")
	p.sees(head, nil, "急-0131-01: somebody reports a case (lockdown or central quarantine) at School of Software", "by 15:05", "The unit reports too")
	p.says(student, nil, "I am at the quarantine hotel now")
	p.sees(student, nil, "急-0131-01: noted")
	p.until("15:06")
	p.sees(head, nil, "it was due by 15:05, please report now")
	p.reads(director, nil, "the hour is over. Missing: unit’s report")
	p.answers(head, "The unit reports", "unit’s report noted at 15:06", "over an hour")
	p.answers(head, "The unit reports", "Unit’s report was made by 何望桥 at 15:06")
	p.says(head, nil, "/case 0131-01")
	p.sees(head, nil, "急-0131-01", "lockdown or central quarantine", "Unit’s report: 15:06 何望桥 (over an hour)", "individual and unit have reported")

	// Known long before: taken, and marked from the beginning.
	p.says(p.Head("huli"), nil, "/urgent")
	p.presses(p.Head("huli"), nil, "Confirmed case")
	p.presses(p.Head("huli"), nil, "Student")
	p.says(p.Head("huli"), nil, "yesterday 20:10")
	p.sees(p.Head("huli"), nil, "Known: 30 January 20:10 (over an hour ago; report it all the same)")
	p.presses(p.Head("huli"), nil, "Start the urgent report")
	p.sees(duty, nil, "急-0131-02", "over an hour (due by yesterday 21:10)", "Unit’s report: 15:06 王秋禾 (over an hour)")
	p.reads(p.Head("huli"), nil, "the individual’s own report is missing", "report to the college now (it was due by yesterday 21:10)")
	// The unit writes down that the person has reported to it.
	p.answers(p.Head("huli"), "The person has reported to us", "individual’s report noted at 15:06", "over an hour")
	p.says(duty, nil, "/case 0131-02")
	p.sees(duty, nil, "Individual’s report: 15:06 王秋禾 (recorded)")
}

func TestTwoReportsOfOneCaseInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Suspected case", "Student", "Just now")
	p.presses(duty, nil, "I take it")
	p.files(p.Person("xie-silan"), "Confirmed case", "Student", "Just now")
	p.sees(duty, nil, "急-0131-02", "It may be the same as 急-0131-01; please decide")
	p.answers(duty, "The same case, merge", "Merged into 急-0131-01, which is yours")
	p.reads(duty, nil, "急-0131-01: confirmed case", "kind suspected case → confirmed case")
	p.reads(duty, nil, "急-0131-02: confirmed case", "Merged into 急-0131-01")
	p.reads(head, p.Group, "急-0131-02", "Merged into 急-0131-01.")
	p.reads(p.Person("xie-silan"), nil, "急-0131-02 is the same case as 急-0131-01, and goes on under that code")
	p.files(head, "Confirmed case", "Student", "Just now")
	p.answers(duty, "Not the same", "Kept apart")
	if n := len(p.open()); n != 2 {
		t.Errorf("%d cases", n)
	}
}

// What goes on about a case is added to it and rings who has it; what is of somebody else is another case, and what may be is asked.
func TestAdditionsInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty, director := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff), p.Holder(workgroup.Director)
	p.says(head, nil, "Our student Li Xiaoming has been confirmed today")
	p.presses(head, nil, "Just now")
	p.presses(head, nil, "Start the urgent report")
	p.presses(duty, nil, "I take it")
	p.says(head, nil, "The student is in the city hospital now")
	p.sees(head, nil, "Added to 急-0131-01; "+duty.Name()+" has it")
	p.reads(duty, nil, "急-0131-01", "The student is in the city hospital now")
	p.says(head, nil, "His roommate has tested positive too")
	p.reads(head, nil, "Urgent report: confirmed case", "His roommate has tested positive too")
	p.presses(head, nil, "Student")
	p.presses(head, nil, "Just now")
	p.presses(head, nil, "Start the urgent report")
	p.sees(duty, nil, "急-0131-02: confirmed case")
	p.says(head, nil, "addition: he has a cough")
	p.sees(head, nil, "shall I add that to an urgent case that is open?")
	p.answers(head, "Add to 急-0131-02", "Added to 急-0131-02")

	// After a case was closed it goes to the office.
	p.says(duty, nil, "/case 0131-01")
	p.presses(duty, nil, "Ruled out")
	p.presses(duty, nil, "Close")
	p.says(duty, nil, "the test was negative")
	p.sees(duty, nil, "急-0131-01 will be closed, verdict: ruled out", "the test was negative", "Right?")
	p.answers(duty, "Yes, close it", "急-0131-01 is closed")
	p.says(duty, nil, "/case 0131-02")
	p.presses(duty, nil, "I take it")
	p.presses(duty, nil, "Ruled out")
	p.presses(duty, nil, "Close")
	p.says(duty, nil, "negative as well")
	p.presses(duty, nil, "Yes, close it")
	p.says(head, nil, "addition: the second test was negative, too")
	p.reads(head, nil, "急-0131-02 is closed. What you added is kept with it and has been passed on")
	p.reads(director, nil, "急-0131-02 was closed", "何望桥", "the second test was negative, too")
}

// Under 「续报」 news of somebody else is alarmed and not filed; what may be either is asked.
func TestNewsUnderACaseInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty, director := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff), p.Holder(workgroup.Director)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.presses(duty, nil, "I take it")
	p.presses(duty, nil, "Further report")
	p.sees(duty, nil, "急-0131-01, further report: please write what is new")
	p.says(duty, nil, "Another student of the School of Nursing has been confirmed")
	p.reads(duty, nil, "another, new case", "not added to 急-0131-01")
	p.reads(director, nil, "Possibly a one-hour case", "Another student of the School of Nursing has been confirmed")
	if k := p.open()[0]; len(k.Remarks) != 0 {
		t.Errorf("filed: %+v", k.Remarks)
	}
	p.wait(workgroup.CallLife + time.Second)
	if n := len(p.open()); n != 2 {
		t.Errorf("%d cases:\n%s", n, p.transcript(duty, nil))
	}
	p.says(duty, nil, "further report: a sample has been taken")
	p.sees(duty, nil, "noted")
	p.says(duty, nil, "calls made")
	p.sees(duty, nil, "“calls made”: for which case?")
	p.presses(duty, nil, "急-0131-01")
	p.says(duty, nil, "Director Wang 14:05 answered")
	p.reads(duty, nil, "14:05 Director Wang: answered")
}

// Who is not on the roster is led to a private report, and their later words belong to it.
func TestAStrangerInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	student, duty, head := p.newcomer("Kong", "Ming"), p.Holder(workgroup.DutyStaff), p.Head("ruanjian")
	p.marked(p.says(student, p.Group, "🚨"), "")
	p.sees(head, p.Group, "Telephone the duty office now", "open a private chat with @fangkong_bot")
	student.Starts()
	p.settle()
	p.says(student, nil, "I have tested positive today")
	p.reads(student, nil, "Telephone now: 0392-0000000")
	p.reads(duty, nil, "Possibly a one-hour case", "KongMing (not registered", "Unit unknown")
	p.wait(workgroup.CallLife + time.Second)
	p.sees(duty, nil, "急-0131-01: confirmed case", "unit unknown", "not registered")
	p.says(student, nil, "/urgent")
	p.sees(student, nil, "You have reported 急-0131-01; it is being dealt with")
	p.says(student, nil, "I was in canteen 2 yesterday")
	p.sees(student, nil, "急-0131-01: noted")
	p.reads(duty, nil, "急-0131-01", "I was in canteen 2 yesterday")
	if p.withText(head, p.Group, "急-0131-01") != nil {
		t.Error("the group reads of a stranger's case that nobody has taken")
	}
	p.says(student, nil, "/case 0131-01")
	p.sees(student, nil, "I do not know you yet")
}

// A second patient while the first is still being reported is a second report.
func TestASecondPatientInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "Our student Li Xiaoming has been confirmed today")
	p.wait(time.Minute)
	p.says(head, nil, "Another student of ours has been confirmed today")
	p.reads(head, nil, "Opened as 急-0131-01", "You did not finish")
	p.presses(head, nil, "Just now")
	p.presses(head, nil, "Start the urgent report")
	if n := len(p.open()); n != 2 {
		t.Errorf("%d cases:\n%s", n, p.transcript(head, nil))
	}
}

// Words about the time are read, or asked again; none is lost.
func TestSinceWhenInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("16:05")
	head := p.Head("ruanjian")
	begin := func() {
		p.presses(head, p.Group, "Urgent report")
		p.presses(head, nil, "Confirmed case")
		p.presses(head, nil, "Student")
	}
	begin()
	for _, c := range []struct{ says, reads string }{
		{"25 o'clock", "I could not read “25 o'clock” as a time; it is kept as part of what happened"},
		{"23:00", "23:00 has not come yet"},
		{"yesterday", "at what hour"},
		{"8 pm yesterday", "Known: 30 January 20:00 (over an hour ago"},
		{"in 20 minutes", "I could not read “in 20 minutes” as a time"},
		{"half an hour ago", "Known: 15:35"},
		{"unknown", "Known: 15:35"},
	} {
		p.says(head, nil, c.says)
		p.sees(head, nil, c.reads)
	}
	p.presses(head, nil, "Fill in again")
	p.sees(head, nil, "What happened?")
	p.presses(head, nil, "Confirmed case")
	p.presses(head, nil, "Student")
	p.says(head, nil, "don't know")
	p.sees(head, nil, "nobody can say; counted from the report, 16:05")
	p.presses(head, nil, "Start the urgent report")
	p.sees(p.Holder(workgroup.DutyStaff), nil, "Known: 16:05 (nobody said; counted from the report)")
}

// Whoever is asked answers in the group's chat nothing: it reads the code, the minutes left and who has it.
func TestTheGroupReadsTheCodeOnlyInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "15 min ago")
	p.presses(duty, nil, "I take it")
	p.presses(duty, nil, "Ruled out")
	for _, who := range []*sandbox.Person{head, duty} {
		p.says(who, p.Group, "/case 0131-01")
	}
	p.reads(head, p.Group, "急-0131-01", "no time runs", duty.Name()+" has taken it")
	for _, m := range p.Group.Posts() {
		if m.From.Bot && (strings.Contains(m.Text, "onfirmed case") || strings.Contains(m.Text, "School of Software:") || strings.Contains(m.Text, "ruled out")) {
			t.Errorf("the group reads %q", m.Text)
		}
	}
}
