package workgroup

import (
	"slices"
	"testing"
)

func TestASwap(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	key := r.shift(at("20:30")).Key()
	jia, ban, dai, yuan := r.person("jia"), r.person("ban"), r.person("dai"), r.person("yuan")
	_, err := r.AskSwap(r, key, ban, "jia", at("10:00"))
	refused(t, err, Changed) // not theirs to give
	_, err = r.AskSwap(r, key, jia, "wang", at("10:00"))
	refused(t, err, Changed) // does no duty
	w, err := r.AskSwap(r, key, jia, "ban", at("10:00"))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the other is asked", r.told(), []string{"say/swap-ask ban"})
	_, err = r.AskSwap(r, key, jia, "ban", at("10:01"))
	refused(t, err, Settled)
	answer := func(yes bool, by Person, clock string) error {
		_, err := r.AnswerSwap(r, w.Key(), yes, by, at(clock))
		return err
	}
	refused(t, answer(true, yuan, "10:02"), NotOnShift)
	r.hush()
	if err := answer(true, ban, "10:02"); err != nil {
		t.Fatal(err)
	}
	same(t, "the office and the leader are asked to approve", r.told(), []string{"say/swap-approve dai", "say/swap-approve yuan", "say/swap-approve zhu"})
	refused(t, answer(true, ban, "10:03"), OwnAgain)
	refused(t, answer(true, jia, "10:03"), NotForYou)
	refused(t, answer(true, r.person("wang"), "10:03"), NotForYou)
	r.hush()
	if err := answer(true, dai, "10:04"); err != nil {
		t.Fatal(err)
	}
	same(t, "both hear of it", r.told(), []string{"say/swap-ended jia", "say/swap-ended ban"})
	if s := r.shift(at("20:30")); !slices.Equal(s.Staff, []PersonID{"ban"}) {
		t.Errorf("on it are %v", s.Staff)
	}
	refused(t, answer(true, yuan, "10:05"), Settled)
	if !slices.Contains(r.kinds(), SwapDone) {
		t.Errorf("noted %v", r.kinds())
	}
}

func TestASwapThatComesToNothing(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	key := r.shift(at("20:30")).Key()
	jia, ban := r.person("jia"), r.person("ban")
	w, _ := r.AskSwap(r, key, jia, "ban", at("10:00"))
	if _, err := r.AnswerSwap(r, w.Key(), false, ban, at("10:01")); err != nil {
		t.Fatal(err)
	}
	w, _ = r.AskSwap(r, key, jia, "ban", at("10:02"))
	if _, err := r.AnswerSwap(r, w.Key(), true, ban, at("10:03")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.AnswerSwap(r, w.Key(), false, r.person("yuan"), at("10:04")); err != nil {
		t.Fatal(err)
	}
	w, _ = r.AskSwap(r, key, jia, "ban", at("10:05"))
	r.hush()
	r.clock(at("20:30"))
	if got := r.told(); !slices.Contains(got, "say/swap-ended jia") {
		t.Errorf("when the shift begins they hear that it stays as it was: %v", got)
	}
	_, err := r.AnswerSwap(r, w.Key(), true, ban, at("20:31"))
	refused(t, err, Settled)
	_, err = r.AskSwap(r, key, jia, "ban", at("20:31"))
	refused(t, err, ShiftBegun)
	if s := r.shift(at("20:30")); !slices.Equal(s.Staff, []PersonID{"jia"}) {
		t.Errorf("on it are %v", s.Staff)
	}
	// A shift that a new roster takes away takes its swaps along.
	tomorrow := r.shift(on(next, "08:30")).Key()
	w, _ = r.AskSwap(r, tomorrow, ban, "jia", at("21:00"))
	r.adopts([]RotaRow{row(1, on(next, "08:30"), on(next, "20:30"), "戴带班", "班值班")}, at("21:01"))
	_, err = r.AnswerSwap(r, w.Key(), true, jia, at("21:02"))
	refused(t, err, Settled)
}

func TestTakingAPlace(t *testing.T) {
	r := dutyRig(t)
	r.adopts(week(), at("08:00"))
	r.clock(at("08:45"))
	r.hush()
	key := r.shift(at("08:30")).Key()
	jia, ban := r.person("jia"), r.person("ban")
	refused(t, r.TakePlace(r, key, "ban", r.person("wang"), at("08:50")), NoDutyRole)
	if err := r.TakePlace(r, key, "ban", jia, at("08:50")); err != nil {
		t.Fatal(err)
	}
	same(t, "whoever was alarmed, both and the leader are told", r.told(), []string{"say/arrived dai", "say/place-taken ban", "say/place-taken jia", "say/place-taken dai"})
	if got := names(OnDuty(r, at("08:51"), DutyStaff)); got != "jia" {
		t.Errorf("on duty is %s", got)
	}
	refused(t, r.TakePlace(r, key, "ban", jia, at("08:51")), Settled)
	refused(t, r.GiveBackPlace(r, key, 0, r.person("zhu"), at("08:52")), NotOnShift)
	refused(t, r.GiveBackPlace(r, key, 7, jia, at("08:52")), Changed)
	refused(t, r.GiveBackPlace(r, key, 0, ban, at("09:20:00.001")), TooLate)
	if err := r.GiveBackPlace(r, key, 0, ban, at("09:20")); err != nil {
		t.Fatal(err)
	}
	if got := names(OnDuty(r, at("09:21"), DutyStaff)); got != "ban" {
		t.Errorf("given back, on duty is %s", got)
	}
	if s := r.shift(at("08:30")); len(s.Arrived) != 1 || s.Arrived[0].By != "ban" {
		t.Errorf("whoever took it back is there, the other is not: %+v", s.Arrived)
	}
	refused(t, r.GiveBackPlace(r, key, 0, jia, at("09:21")), Settled)
	refused(t, r.TakePlace(r, key, "ban", jia, at("20:30")), ShiftOver)
}
