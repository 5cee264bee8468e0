package workgroup

import (
	"slices"
	"testing"
)

func TestNobodyChecksIn(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	key := r.shift(at("08:30")).Key()
	r.clock(at("08:44"))
	same(t, "at first its people have a card, and nobody is told", r.told(), []string{})
	if !Cards.Has(r, CardKey(ShiftCard, key, r.person("ban").Telegram)) || !Cards.Has(r, CardKey(ShiftCard, key, r.person("dai").Telegram)) {
		t.Error("its people have no card")
	}
	r.clock(at("08:45"))
	same(t, "after a quarter of an hour the leader", r.told(), []string{"say/no-show dai"})
	r.clock(at("09:00"))
	same(t, "after half an hour the director", r.told(), []string{"say/no-show dai", "say/no-show zhu"})
	r.clock(at("15:00"))
	if n := len(r.said()); n != 2 {
		t.Errorf("each once: %v", r.told())
	}
	r.hush()
	if err := r.Arrive(r, key, r.person("ban"), at("09:10")); err != nil {
		t.Fatal(err)
	}
	same(t, "whoever was alarmed hears that somebody came", r.told(), []string{"say/arrived dai", "say/arrived zhu"})
	refused(t, r.Arrive(r, key, r.person("ban"), at("09:11")), OwnAgain)
	refused(t, r.Arrive(r, key, r.person("jia"), at("09:11")), NotOnShift)
	refused(t, r.Arrive(r, r.shift(at("20:30")).Key(), r.person("jia"), at("09:11")), ShiftAhead)
	refused(t, r.Arrive(r, key, r.person("ban"), at("20:30")), ShiftOver)
	refused(t, r.Arrive(r, "2020-01-31/0830.99", r.person("ban"), at("09:11")), Changed)
}

func TestSomebodyChecksInInTime(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	r.clock(at("08:30"))
	if err := r.Arrive(r, r.shift(at("08:30")).Key(), r.person("dai"), at("08:40")); err != nil {
		t.Fatal(err)
	}
	r.clock(at("20:00"))
	same(t, "told", r.told(), []string{})
}

func TestALeaderWhoCannotBeToldIsPassedOver(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	Lost(r, "dai", at("08:10"))
	r.clock(at("08:45"))
	same(t, "the director at once", r.told(), []string{"say/no-show zhu"})
}

func TestSomebodyAlwaysHears(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	Lost(r, "dai", at("08:10"))
	Lost(r, "zhu", at("08:10"))
	r.clock(at("08:45"))
	same(t, "nobody came", r.told(), []string{"say/ladder-gaps shu", "say/no-show yuan"})
	r.hush()
	if err := r.TestCall(r, r.shift(at("08:30")).Key(), false, r.person("ban"), at("08:50")); err != nil {
		t.Fatal(err)
	}
	same(t, "the duty phone", r.told(), []string{"say/duty-phone yuan"})
}

func TestAShiftSleptThrough(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	key := r.shift(at("08:30")).Key()
	r.hush()
	r.TakeShift(r, key, at("21:00"))
	same(t, "nobody is asked anything", r.told(), []string{})
	if s := r.shift(at("08:30")); !s.Missed || !s.Due().IsZero() {
		t.Errorf("it is %+v", s)
	}
	// One that had begun before, and ended meanwhile, is still handed over; hours later it is not.
	night := r.shift(at("20:30")).Key()
	r.TakeShift(r, night, at("21:00"))
	r.hush()
	r.TakeShift(r, night, on(next, "09:00"))
	same(t, "asked for the hand-over", r.told(), []string{"say/shift-ends dai", "say/shift-ends jia"})
}

func TestLateCheckInCountsFromWhenItWasAskedFor(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	key := r.shift(at("08:30")).Key()
	r.TakeShift(r, key, at("10:00")) // the bot was down until ten
	if due := r.DueAt(Shifts.Name, key); !due.Equal(at("10:15")) {
		t.Errorf("people get their quarter of an hour: due at %v", due)
	}
}

func TestTestCalls(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	r.clock(at("08:30"))
	key, ban := r.shift(at("08:30")).Key(), r.person("ban")
	call := func(works bool) error { return r.TestCall(r, key, works, ban, at("08:40")) }
	if err := call(true); err != nil {
		t.Fatal(err)
	}
	same(t, "that it works is only kept", r.told(), []string{})
	refused(t, call(true), OwnAgain)
	if err := call(false); err != nil {
		t.Fatal(err)
	}
	same(t, "that it is dead goes to the director", r.told(), []string{"say/duty-phone zhu"})
	r.hush()
	if err := call(true); err != nil {
		t.Fatal(err)
	}
	same(t, "and that it works again", r.told(), []string{"say/duty-phone zhu"})
	if s := r.shift(at("08:30")); len(s.Calls) != 3 || s.Calls[1].By != "ban" || s.Calls[1].Works {
		t.Errorf("calls %+v", s.Calls)
	}
	refused(t, r.TestCall(r, key, true, r.person("jia"), at("08:41")), NotOnShift)
}

func TestHandingOver(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	r.clock(at("20:29"))
	r.hush()
	key := r.shift(at("08:30")).Key()
	ban, jia := r.person("ban"), r.person("jia")
	refused(t, r.HandOver(r, key, ban, "无", "", at("20:29")), ShiftRuns)
	r.clock(at("20:30"))
	same(t, "its people are asked for it", r.told(), []string{"say/shift-ends dai", "say/shift-ends ban"})
	r.hush()
	r.clock(at("20:45"))
	if got := r.told(); !slices.Contains(got, "say/unrelieved dai") {
		t.Errorf("without a note the leader of the next shift hears of it: %v", got)
	}
	r.hush()
	refused(t, r.HandOver(r, key, jia, "无", "", at("20:50")), NotOnShift)
	if err := r.HandOver(r, key, ban, "软件学院一人待核", "", at("20:50")); err != nil {
		t.Fatal(err)
	}
	same(t, "the next shift reads it", r.told(), []string{"say/handover dai", "say/handover jia"})
	refused(t, r.HandOver(r, key, ban, "无", "", at("20:51")), OwnAgain)
	r.hush()
	r.TakeShift(r, key, at("21:05"))
	same(t, "nobody takes it over: their leader, once", r.told(), []string{"say/unrelieved dai"})
	r.hush()
	refused(t, r.Relieve(r, key, ban, at("21:06")), NotOnShift)
	if err := r.Relieve(r, key, jia, at("21:06")); err != nil {
		t.Fatal(err)
	}
	same(t, "those who handed over hear of it, and who was told that nobody had come", r.told(), []string{"say/arrived dai", "say/relieved dai", "say/relieved ban"})
	refused(t, r.Relieve(r, key, jia, at("21:07")), OwnAgain)
	if s := r.shift(at("08:30")); s.Note != "软件学院一人待核" || s.Accepted.By != "jia" || !s.Due().IsZero() {
		t.Errorf("it is %+v", s)
	}
}

func TestAHandOverCarriesTheOpenUrgentCases(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	Case{Date: day, Number: 2, Holding: Holding{Holder: "ban"}}.keep(r, at("20:00"))
	r.clock(at("20:30"))
	r.hush()
	if err := r.HandOver(r, r.shift(at("08:30")).Key(), r.person("ban"), "无", "", at("20:31")); err != nil {
		t.Fatal(err)
	}
	open, _ := r.said()[0].Facts["open"].([]any)
	if len(open) != 1 || open[0].(map[string]any)["code"] != "0131-02" || open[0].(map[string]any)["holder"] != "班值班" {
		t.Errorf("open %v", r.said()[0].Facts["open"])
	}
}
