package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// shifts are a day of the sample college's duty staff, as somebody who writes English sends them.
const shifts = "duty roster\n2020-01-31 08:30-20:30, leader 何松石, staff 张秋溪, phone 0392-3312345\n2020-01-31 night, leader 何松石, staff 吴远舟\n" +
	"2020-02-01 day, leader 何松石, staff 张秋溪\n2020-02-01 night, leader 何松石, staff 吴远舟"

// putsInForce has the office send a roster and put it in force.
func (p *play) putsInForce(text string) {
	p.t.Helper()
	office := p.Person("zhao-wangpu")
	p.says(office, nil, text)
	p.answers(office, "Put in force", "In force: ")
}

func TestARosterIsPastedInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "07:00", "wu-yuanzhou")
	office, other := p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	p.says(office, nil, "duty")
	p.sees(office, nil, "There is no roster yet", "0392-0000000")
	// Every line that is wrong is named, with what to do.
	p.says(office, nil, "/duty\nDate|Shift|Leader|Staff|Phone\n2020-01-31|day|何松石|张秋西|0392-3312345\n2020-01-31|night|何松石|吴远舟|\n2020-02-30|day|何松石|张秋溪|\n"+
		"2020-01-29|day|何松石|张秋溪|\n2020-02-02|day|何松石|张秋溪|\n2020-02-02|08:30-12:00|何松石|张秋溪|\n2020-02-03|99:00|何松石|张秋溪|")
	p.sees(office, nil, "Duty roster (not in force)", "3 shifts", "line 2: “张秋西” is not on the roster of people: 张秋溪 perhaps?", "line 4: no date could be read in “2020-02-30”",
		"line 5: 29 January", "is over and left out", "吴远舟 has not opened a private chat with me", "has nobody on duty; add a shift", "line 8: the times could not be read", "Left out (")
	p.answers(office, "Give up", "the roster in force has not changed")
	if got := p.roster(); len(got) != 0 {
		t.Fatalf("given up, and yet %v", got)
	}
	// Nothing usable at all.
	p.says(office, nil, "/duty\n2020-02-30 day, staff 张秋溪")
	if m := p.sees(office, nil, "There is no shift to put in force"); len(m.Buttons) != 0 {
		t.Errorf("buttons %v", m.Buttons)
	}
	p.says(office, nil, shifts)
	p.sees(office, nil, "4 shifts, 31 January 08:30 to 2 February 08:30", "leader 何松石; on duty 张秋溪, phone 0392-3312345", "It counts only once you press “Put in force”")
	p.answers(office, "Put in force", "In force: 4 shifts")
	if got := p.roster(); !slices.Equal(got, sampleDays) {
		t.Errorf("in force is %v", got)
	}
	p.reads(p.zhang(), nil, "A new duty roster is in force", "31 January 08:30–20:30", "/duty to swap one")
	p.reads(other, nil, "赵望朴 has put a duty roster in force: 4 shifts", "It can be undone for a day")
	p.answers(office, "Put in force", "already")
	p.answers(other, "Undo, back to the one before", "the roster before is back")
	p.reads(p.zhang(), nil, "The duty roster was undone", "You have no shift")
	p.reads(office, nil, "has undone the duty roster (31 January to 2 February, 4 shifts)")

	// Lines that nobody headed are offered to be read; who is not of the office sends none, and nobody does in the group.
	p.says(office, nil, "2020-02-01 day, leader 何松石, staff 张秋溪")
	p.sees(office, nil, "I read 1 shift. Is it a duty roster?")
	p.presses(office, nil, "Yes, show it")
	p.sees(office, nil, "not in force", "1 shift")
	p.says(p.Head("ruanjian"), nil, shifts)
	p.sees(p.Head("ruanjian"), nil, "This is for the prevention office")
	p.says(office, p.Group, "/duty\n2020-02-01 day, staff 张秋溪")
	p.sees(office, nil, "Please send the duty roster in private")
}

func TestARosterAsAFileInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "07:00")
	office := p.Person("zhao-wangpu")
	columns := []any{"Date", "Shift", "Leader", "Staff", "Phone"}
	date := func(day int) time.Time { return time.Date(2020, 1, day, 0, 0, 0, 0, time.UTC) }
	// Two sheets: which one? Merged cells, and dates as text.
	p.sends(office, "february.xlsx", workbook(t, map[string][][]any{
		"January":  {columns, {date(31), "08:30-20:30", "何松石", "张秋溪", "0392-3312345"}, {nil, "night", nil, "吴远舟"}, {"2020-02-01", "day", "何松石", "张秋溪"}, {"", "night", "何松石", "吴远舟"}},
		"February": {columns, {"2020-02-01", "day", "何松石", "张秋溪"}},
		"Notes":    {{"hand over in time"}},
	}, "A2:A3", "C2:C3"))
	p.reads(office, nil, "february.xlsx is here; you will see in a moment what I read")
	p.sees(office, nil, "february.xlsx holds several rosters. Which one?")
	p.presses(office, nil, "January (4 shifts)")
	p.sees(office, nil, "not in force", "4 shifts, 31 January 08:30 to 2 February 08:30")
	p.presses(office, nil, "Put in force")
	if got := p.roster(); !slices.Equal(got, sampleDays) {
		t.Errorf("in force is %v", got)
	}
	p.answers(office, "February", "done that already")
	good := workbook(t, map[string][][]any{"Sheet": {columns, {"2020-01-31", "day", "何松石", "张秋溪"}}})
	for name, c := range map[string]struct {
		data []byte
		says string
	}{
		"half.xlsx":   {good[:len(good)/2], "half.xlsx cannot be read; please save it as xlsx or csv and send it again"},
		"notice.docx": {good, "Please send the duty roster as xlsx or csv"},
		"large.csv":   {[]byte(strings.Repeat("2020-01-31,day\n", 80_000)), "The file is too large (1024 KB at most)"},
		"names.csv":   {[]byte("name,phone\n张秋溪,139\n"), "there is no date, time and name in it"},
		"empty.csv":   {[]byte("\n"), "the file is empty"},
	} {
		p.sends(office, name, c.data)
		p.reads(office, nil, c.says)
		p.wait(3 * time.Second)
	}
	p.sends(p.Head("ruanjian"), "roster.xlsx", good)
	p.sees(p.Head("ruanjian"), nil, "I take no file from you")
}

func TestADayOfDutyInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "07:00", "xie-silan")
	p.putsInForce(shifts)
	director, zhang, wu, leader, head := p.Holder(workgroup.Director), p.zhang(), p.wu(), p.he(), p.Head("ruanjian")
	p.until("08:30")
	p.reads(director, nil, "Duty, 31 January", "Now: 31 January 08:30–20:30", "Next: 31 January 20:30–08:30 next day", "Tomorrow (1 February)")
	p.reads(zhang, nil, "Your shift: 31 January 08:30–20:30", "Nobody has checked in", "Press “I am here” when you are", "Please call the duty phone once")
	// Who is on duty is told to whoever asks; the group reads the phone alone.
	p.says(head, nil, "/duty")
	p.sees(head, nil, "Now: 31 January 08:30–20:30: leader 何松石", "on duty 张秋溪 139-0000-0081", "Duty phone 0392-3312345", "The week", "Nobody on duty: 2 February 08:30")
	p.says(head, nil, "/duty tomorrow")
	p.sees(head, nil, "Duty, 1 February", "张秋溪", "吴远舟")
	p.says(head, nil, "/duty 3 Feb")
	p.sees(head, nil, "Duty, 3 February", "Nobody on duty", "Everybody with a duty role is rung then")
	p.says(head, nil, "/duty someday")
	p.sees(head, nil, "“someday” is not a date I know", "tomorrow, 1 Feb, Sunday")
	p.says(p.Person("xie-silan"), p.Group, "/duty")
	p.sees(head, p.Group, "Duty phone 0392-3312345", "send /duty to @fangkong_bot in private")

	// Nobody comes: the leader hears, then the director.
	p.until("08:46")
	p.reads(leader, nil, "Nobody has checked in for duty for 15 minutes", "on duty 张秋溪 139-0000-0081")
	p.until("09:01")
	p.reads(director, nil, "Nobody has checked in for duty for 30 minutes")
	p.says(zhang, nil, "I am here")
	p.sees(zhang, nil, "“i am here”: noted")
	p.sees(director, nil, "张秋溪 checked in at 09:01 (31 January 08:30–20:30)")
	p.answers(zhang, "Duty phone works", "Noted")
	p.reads(zhang, nil, "Here: 张秋溪 09:01", "Duty phone works: 张秋溪 09:01")
	p.answers(zhang, "Does not work", "the director of the prevention office was told")
	p.sees(director, nil, "The duty phone does not work 0392-3312345", "Tried at 09:01 by 张秋溪")
	p.says(wu, nil, "check in")
	p.sees(wu, nil, "Nothing waits for your “check in” now")

	// The hand-over, and who takes it up.
	p.until("20:30")
	p.reads(zhang, nil, "Your shift is over", "Please hand over")
	p.presses(zhang, nil, "Hand over")
	p.sees(zhang, nil, "Please write the hand-over")
	note := p.says(zhang, nil, "one call from the School of Nursing, passed to Student Affairs")
	p.sees(zhang, nil, "Handed on; you will hear when somebody takes it over")
	p.reads(wu, nil, "Hand-over, 31 January 08:30–20:30", "张秋溪 139-0000-0081", "one call from the School of Nursing", "One of you please press “Take over”")
	zhang.Edits(note, "two calls from the School of Nursing, passed to Student Affairs")
	p.settle()
	p.sees(zhang, nil, "Those on duty have the hand-over as you changed it")
	p.reads(wu, nil, "Hand-over (changed)", "two calls")
	p.until("20:46")
	p.reads(leader, nil, "Nobody has taken over yet", "two calls")
	p.presses(wu, nil, "Take over")
	p.reads(zhang, nil, "吴远舟 took over at 20:46 (the shift 31 January 08:30–20:30)")
	p.answers(leader, "Take over", "settled")
}

func TestAHandOverThatTellsOfACaseInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "07:00")
	p.putsInForce(shifts)
	p.until("20:30")
	p.presses(p.zhang(), nil, "Hand over")
	p.says(p.zhang(), nil, "another student of the School of Nursing has just now been confirmed")
	p.reads(p.wu(), nil, "Hand-over", "just now been confirmed")
	p.sees(p.zhang(), nil, "The hand-over is kept. Is what it says new, and not reported yet?")
	p.presses(p.zhang(), nil, "It is a new case")
	p.reads(p.wu(), nil, "Possibly a one-hour case", "just now been confirmed")
	p.reads(p.zhang(), nil, "Urgent report: confirmed case, School of Nursing")
}

func TestASwapInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "07:00")
	p.putsInForce(shifts)
	office, zhang, wu := p.Person("zhao-wangpu"), p.zhang(), p.wu()
	p.says(wu, nil, "/duty")
	p.presses(wu, nil, "Swap 31 January 20:30")
	p.sees(wu, nil, "31 January 20:30–08:30 next day: who shall take it?")
	p.answers(wu, "张秋溪", "张秋溪 was asked; the prevention office approves after that")
	p.sees(zhang, nil, "吴远舟", "asks you to take this shift", "It is approved after you agree")
	p.answers(zhang, "I cannot")
	p.sees(wu, nil, "张秋溪 cannot take 31 January 20:30–08:30 next day; 吴远舟 stays on it")
	p.says(wu, nil, "/duty")
	p.presses(wu, nil, "Swap 31 January 20:30")
	p.presses(wu, nil, "张秋溪")
	p.answers(zhang, "Agree", "the prevention office and the leader were asked to approve")
	p.sees(office, nil, "A swap of duty: 31 January 20:30–08:30 next day, 张秋溪 in place of 吴远舟; both agree")
	p.presses(office, nil, "Approve")
	for _, who := range []*sandbox.Person{wu, zhang} {
		p.sees(who, nil, "The swap is approved (赵望朴)", "张秋溪 in place of 吴远舟")
	}
	p.answers(p.he(), "Do not approve", "settled")
	if got := p.roster(); got[1] != "31T20:30 he-songshi zhang-qiuxi" {
		t.Errorf("the roster is %v", got)
	}
}

func TestTakingAPlaceInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "07:00")
	p.putsInForce(shifts)
	p.until("09:05")
	p.strangersOpen(1)
	zhang, wu := p.zhang(), p.wu()
	p.says(wu, nil, "/duty")
	p.answers(wu, "I take over for 张秋溪", "You are on duty now; it can be undone for half an hour")
	p.reads(zhang, nil, "吴远舟 is on duty from now on in place of 张秋溪")
	p.reads(zhang, nil, "this shift was taken over by 吴远舟")
	p.reads(wu, nil, "Your shift", "Here: 吴远舟 09:05")
	p.reads(wu, nil, "急-0131-01: confirmed case", "rang 吴远舟")
	p.presses(zhang, nil, "Undo")
	p.reads(wu, nil, "张秋溪 has undone it: 张秋溪 is on duty")
	p.reads(zhang, nil, "急-0131-01: confirmed case", "rang 张秋溪")
	p.answers(wu, "Undo", "settled")
	if got := p.roster(); !slices.Equal(got, sampleDays) {
		t.Errorf("the roster is %v", got)
	}
	p.wait(31 * time.Minute)
	p.says(wu, nil, "I take over")
	p.reads(wu, nil, "There is more than one “i take over” for you; please choose below")
}

func TestGapsInTheRosterInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "07:00")
	director := p.Holder(workgroup.Director)
	p.until("08:31")
	p.sees(director, nil, "There is no duty roster yet", "all 3 people with a duty role are rung", "“duty roster” and the shifts on lines below")
	p.putsInForce(shifts)
	p.until("20:01")
	p.sees(director, nil, "The duty roster of the next 7 days has gaps", "2 February 08:30", "Please fill them", "each evening until they are filled")
	p.until("19:59")
	p.until("20:01")
	n := 0
	for _, m := range director.Sees(nil) {
		if m.From.Bot && strings.Contains(m.Text, "has gaps") {
			n++
		}
	}
	if n != 2 {
		t.Errorf("told of gaps %d times by the second evening", n)
	}
}
