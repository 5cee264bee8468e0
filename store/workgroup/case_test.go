package workgroup

import (
	"errors"
	"slices"
	"testing"
	"time"
)

// opened opens a case of the software school, known at a time, called by its head.
func (r *rig) opened(kind CaseKind, known, now string) Case {
	return r.Open(r, Opening{Kind: kind, Group: Students, Unit: "ruanjian", Reporter: Reporter{Person: "wang", Name: "王一"}, Words: "一名学生",
		Known: at(known), Leg: LegUnit}, at(now))
}

// kase reads a case as it stands.
func (r *rig) kase(key string) Case {
	r.Helper()
	k, ok := Cases.Get(r, key)
	if !ok {
		r.Fatalf("no case %s", key)
	}
	return k
}

// rung lists who was rung, ring by ring.
func rung(k Case) (out []PersonID) {
	for _, ring := range k.Rings {
		out = append(out, ring.People...)
	}
	return out
}

// wake lets the clock come back to a case whenever it is due, until a time.
func (r *rig) wake(key, until string) Case {
	r.Helper()
	for range 1000 {
		due := r.kase(key).Due()
		if due.IsZero() || due.After(at(until)) {
			return r.kase(key)
		}
		r.WakeCase(r, key, due)
	}
	r.Fatal("the clock does not come to rest")
	return Case{}
}

// lose makes people unreachable.
func (r *rig) lose(ids ...PersonID) {
	for _, id := range ids {
		Lost(r, id, at("08:00"))
	}
}

func TestACaseHasACodeAndBothLegs(t *testing.T) {
	r := newRig(t)
	first, second := r.opened(CaseConfirmed, "14:00", "14:02"), r.opened(CaseSealed, "14:00", "14:03")
	if first.Code() != "0131-01" || second.Code() != "0131-02" {
		t.Errorf("codes %s and %s", first.Code(), second.Code())
	}
	if k, ok := CaseByCode(r, "0131-02", at("15:00")); !ok || k.Key() != second.Key() {
		t.Errorf("found by its code: %v %v", k.Key(), ok)
	}
	for _, wrong := range []string{"", "0131", "0131-", "0131-3", "131-02", "0131-02-1", "abcd-02", "0131--2"} {
		if _, ok := CaseByCode(r, wrong, at("15:00")); ok {
			t.Errorf("%q finds a case", wrong)
		}
	}
	if !first.OfUnit.In() || first.Individual.In() {
		t.Error("the head's call is the unit's leg and no other")
	}
	asked := 0
	for l := range Letters.Each(r, "") {
		if l.Text == "say/case-leg-individual" {
			asked++
		}
	}
	if asked != 4 { // head and deputy, two cases
		t.Errorf("the individual's leg was asked for %d times", asked)
	}
}

func TestTheLadderClimbsUntilSomebodyTakesTheCase(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	for _, step := range []struct {
		until string
		want  []PersonID
	}{
		{"14:02", []PersonID{"ban"}},
		{"14:06:59", []PersonID{"ban"}},
		{"14:07", []PersonID{"ban", "ban", "dai"}},
		{"14:12", []PersonID{"ban", "ban", "dai", "zhu"}},
		{"14:22", []PersonID{"ban", "ban", "dai", "zhu", "shu"}},
		{"14:42", []PersonID{"ban", "ban", "dai", "zhu", "shu", "shu", "shu"}},
	} {
		if got := rung(r.wake(key, step.until)); !slices.Equal(got, step.want) {
			t.Fatalf("by %s rung were %v, want %v", step.until, got, step.want)
		}
	}
	ban, _ := People.Get(r, "ban")
	k, err := r.TakeCase(r, key, ban, at("14:43"))
	if err != nil || k.Holder != "ban" || !k.Next.IsZero() {
		t.Fatalf("taken: %+v %v", k.Holding, err)
	}
	zhu, _ := People.Get(r, "zhu")
	if _, err := r.TakeCase(r, key, zhu, at("14:43")); !errors.Is(err, &Refusal{Code: CaseTaken}) {
		t.Errorf("the second to take it: %v", err)
	}
	if got := rung(r.wake(key, "14:57")); len(got) != 7 {
		t.Errorf("it rang after it was taken: %v", got)
	}
}

func TestThreeRungsAtOnceWhenTheHourIsNearlyOver(t *testing.T) {
	r := newRig(t)
	k := r.opened(CaseConfirmed, "13:15", "14:01") // 14 minutes are left
	if got := rung(k); !slices.Equal(got, []PersonID{"ban", "ban", "dai", "zhu"}) {
		t.Errorf("rung at the opening: %v", got)
	}
	if got := rung(r.wake(k.Key(), "14:11")); !slices.Contains(got, "shu") {
		t.Errorf("the top follows ten minutes after the third: %v", got)
	}
	r = newRig(t)
	if got := rung(r.opened(CaseConfirmed, "13:16", "14:01")); !slices.Equal(got, []PersonID{"ban"}) { // 15 minutes
		t.Errorf("with a quarter of an hour left: %v", got)
	}
}

func TestARungWithoutAnybodyIsPassedOverAtOnceAndAloud(t *testing.T) {
	r := newRig(t)
	r.lose("ban", "dai")
	k := r.opened(CaseConfirmed, "14:00", "14:02")
	if got := rung(k); !slices.Equal(got, []PersonID{"zhu"}) {
		t.Errorf("rung: %v", got)
	}
	if !slices.Contains(k.Rings[0].Skipped, "ban") {
		t.Error("the card cannot say who was passed over")
	}
	if !k.Next.Equal(at("14:12")) {
		t.Errorf("the top rings at %v", k.Next)
	}
}

func TestNobodyAtAllIsCriedOutAndRepeated(t *testing.T) {
	r := newRig(t)
	r.lose("ban", "dai", "zhu", "shu")
	k := r.opened(CaseConfirmed, "14:00", "14:02")
	heard := func() (posts int, moved uint64) {
		for card := range Cards.Each(r, CaseCard+"/"+k.Key()+"@") {
			if card.Chat == group {
				posts, moved = posts+1, card.Moved
			}
		}
		for l := range Letters.Each(r, "") {
			if l.Chat == group {
				posts++
			}
		}
		return posts, moved
	}
	posts, first := heard()
	if posts != 1 || first == 0 || k.Cried.IsZero() || k.Next.IsZero() {
		t.Fatalf("%d posts, cried %v, next %v", posts, k.Cried, k.Next)
	}
	// Those who are lost on the way change nothing; the next round is heard again, in the same post.
	r.RingLost(r, k.Key(), at("14:02:01"))
	if k = r.wake(k.Key(), "14:02:02"); !k.Cried.Equal(at("14:02")) || len(k.Rings) != 4 {
		t.Errorf("cried again at %v, rang %d times", k.Cried, len(k.Rings))
	}
	k = r.wake(k.Key(), "14:23")
	if posts, moved := heard(); posts != 1 || moved == first || k.Cried.Before(at("14:20")) {
		t.Errorf("by 14:23 %d posts, cried %v", posts, k.Cried)
	}
	// Somebody who can be reached is rung at once, and the group reads so no longer.
	Reached(r, r.person("ban"), at("14:24"))
	r.RingReached(r, r.person("ban"), at("14:24"))
	if k = r.kase(k.Key()); !k.Cried.IsZero() || !slices.Equal(rung(k), []PersonID{"ban"}) {
		t.Errorf("after somebody came: cried %v, rung %v", k.Cried, rung(k))
	}
}

func TestWhoBecomesReachableIsRungWhereARungThatHasRungNamesThem(t *testing.T) {
	r := newRig(t)
	r.lose("ban", "zhu")
	k := r.opened(CaseConfirmed, "14:00", "14:02") // the second rung rang
	for _, id := range []PersonID{"ban", "zhu"} {
		Reached(r, r.person(id), at("14:04"))
		r.RingReached(r, r.person(id), at("14:04"))
	}
	if got := rung(r.kase(k.Key())); !slices.Equal(got, []PersonID{"dai", "ban"}) {
		t.Errorf("rung: %v; the director's step has not come", got)
	}
}

func TestWhereNobodyOfTheLadderIsReachableWhoMayTakeItIsRung(t *testing.T) {
	r := newRig(t)
	r.lose("ban", "dai", "zhu", "shu")
	p := Bind(r, Person{ID: "wen", Name: "文干事", Duties: []Duty{{Role: Staff}}}, 900, at("07:00"))
	Reached(r, p, at("07:00"))
	k := r.opened(CaseConfirmed, "14:00", "14:02")
	if got := rung(k); !slices.Equal(got, []PersonID{"wen"}) || !k.Cried.IsZero() {
		t.Errorf("rung: %v, cried %v", got, k.Cried)
	}
}

func TestARungLostOnTheWayRingsTheNextAtOnce(t *testing.T) {
	r := newRig(t)
	k := r.opened(CaseConfirmed, "14:00", "14:02")
	r.lose("ban")
	r.RingLost(r, k.Key(), at("14:02:01"))
	k = r.wake(k.Key(), "14:02:01")
	if got := rung(k); !slices.Equal(got, []PersonID{"ban", "dai"}) {
		t.Errorf("rung: %v", got)
	}
}

func TestAfterAnOutageAStepRingsOnceAndTheNextComesFromThen(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	r.WakeCase(r, key, at("14:40")) // down since 14:02: 14:07, 14:12, 14:22 passed
	k := r.kase(key)
	last := k.Rings[len(k.Rings)-1]
	if len(k.Rings) != 2 || last.Rung != 1 || last.Late != 33*time.Minute {
		t.Errorf("rings: %+v", k.Rings)
	}
	if !k.Next.Equal(at("14:45")) {
		t.Errorf("the director is rung at %v", k.Next)
	}
}

func TestAHoldingExpiresWithoutProgress(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	r.wake(key, "14:08") // duty staff and leader
	dai, _ := People.Get(r, "dai")
	if _, err := r.TakeCase(r, key, dai, at("14:08")); err != nil {
		t.Fatal(err)
	}
	if k := r.wake(key, "14:23"); k.Holder != "dai" || !k.Nudged {
		t.Errorf("after a quarter of an hour: %+v", k.Holding)
	}
	k := r.wake(key, "14:28")
	if k.Holder != "" || k.Lapsed != "dai" {
		t.Errorf("after the grace: %+v", k.Holding)
	}
	// The step where it stopped: duty staff and leader, then the director after their interval.
	if last := k.Rings[len(k.Rings)-1]; last.Rung != 1 || !k.Next.Equal(at("14:33")) {
		t.Errorf("resumed at rung %d, next %v", last.Rung, k.Next)
	}
}

func TestProgressKeepsAHolding(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	ban, _ := People.Get(r, "ban")
	must := func(_ Case, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(r.TakeCase(r, key, ban, at("14:03")))
	must(r.Verify(r, key, VerdictStands, ban, at("14:15")))
	must(r.TellChannel(r, key, Community, Told{At: at("14:20"), By: "班值班"}, ban, at("14:28")))
	if _, err := r.Close(r, key, "已转运", ban, at("14:29")); !errors.Is(err, &Refusal{Code: CaseLacks}) {
		t.Errorf("closed with gaps: %v", err)
	}
	must(r.TellChannel(r, key, CDC, Told{At: at("14:30"), By: "班值班"}, ban, at("14:42")))
	must(r.FileLeg(r, key, LegIndividual, Leg{Name: "本人", How: "电话", At: at("14:10"), Entered: "wang"}, Person{ID: "wang", Duties: []Duty{{Head, "ruanjian"}}}, at("14:50")))
	k := r.wake(key, "20:00")
	if k.Holder != "ban" || !k.Settled() {
		t.Errorf("a settled case leaves its holder in peace: %+v", k.Holding)
	}
	if _, err := r.Close(r, key, " ", ban, at("20:00")); !errors.Is(err, &Refusal{Code: CaseLacks}) {
		t.Errorf("closed without an outcome: %v", err)
	}
	must(r.Close(r, key, "已转运至定点医院", ban, at("20:01")))
	if k := r.kase(key); !k.Due().IsZero() || OpenCases.Has(r, key) {
		t.Errorf("a closed case is due at %v", k.Due())
	}
	if _, err := r.TakeCase(r, key, ban, at("20:02")); !errors.Is(err, &Refusal{Code: CaseOver}) {
		t.Errorf("taken after the end: %v", err)
	}
}

func TestHandingOverAndPausing(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	ban, _ := People.Get(r, "ban")
	zhu, _ := People.Get(r, "zhu")
	if _, err := r.Offer(r, key, "zhu", ban, at("14:03")); !errors.Is(err, &Refusal{Code: NotHolder}) {
		t.Errorf("offered by who does not hold it: %v", err)
	}
	if _, err := r.TakeCase(r, key, ban, at("14:03")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Snooze(r, key, 10*time.Minute, "", ban, at("14:04")); !errors.Is(err, &Refusal{Code: NoReason}) {
		t.Errorf("a pause without a reason: %v", err)
	}
	if k, err := r.Snooze(r, key, time.Hour, "正在与医院核实", ban, at("14:04")); err != nil || !k.Quiet.Equal(at("14:19")) {
		t.Errorf("a pause is fifteen minutes at most: %v %v", k.Quiet, err)
	}
	if k, err := r.Offer(r, key, "zhu", ban, at("14:05")); err != nil || k.Holder != "ban" {
		t.Errorf("offered: %+v %v", k.Holding, err)
	}
	if k, err := r.TakeCase(r, key, zhu, at("14:06")); err != nil || k.Holder != "zhu" || !k.Taken.Equal(at("14:03")) {
		t.Errorf("taken over: %+v %v", k.Holding, err)
	}
	if k, err := r.GiveBack(r, key, zhu, at("14:07")); err != nil || k.Holder != "" || k.Next.IsZero() {
		t.Errorf("given back: %+v %v", k.Holding, err)
	}
}

func TestSomeMustAllReadAndSomeAreReachedUntilTheEnd(t *testing.T) {
	r := newRig(t)
	r.Ladder.Rungs = []Rung{{0, []Role{DutyStaff, DutyLeader}, UntilTaken, true}, {5 * time.Minute, []Role{Director}, UntilClosed, false},
		{10 * time.Minute, []Role{Leading}, UntilTaken, false}}
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	ban, _ := People.Get(r, "ban")
	if _, err := r.TakeCase(r, key, ban, at("14:03")); err != nil {
		t.Fatal(err)
	}
	k := r.wake(key, "14:13")
	if got := rung(k); !slices.Equal(got, []PersonID{"ban", "dai", "zhu"}) {
		t.Errorf("rung: %v", got)
	}
	if !slices.Equal(k.Unread, []PersonID{"dai"}) || k.Remind.IsZero() {
		t.Errorf("who has not read it is rung again: %v at %v", k.Unread, k.Remind)
	}
	dai, _ := People.Get(r, "dai")
	if first, err := r.ReadCase(r, key, dai, at("14:14")); err != nil || !first {
		t.Error(err)
	}
	if again, err := r.ReadCase(r, key, dai, at("14:15")); err != nil || again {
		t.Error("read twice")
	}
	if k := r.kase(key); len(k.Unread) > 0 || !k.Remind.IsZero() {
		t.Errorf("still waiting for %v", k.Unread)
	}
}

func TestACallLeftUnfinishedOpensByItself(t *testing.T) {
	r := newRig(t)
	r.Begin(r, Call{Owner: "tg5", Chat: 5, Reporter: Reporter{Telegram: 5, Name: "孔明"}, Kind: CaseConfirmed, Leg: LegIndividual}, at("14:00"))
	r.Begin(r, Call{Owner: "tg5", Chat: 5, Words: "我确诊了", Unit: "ruanjian", Leg: LegIndividual}, at("14:01"))
	r.WakeCall(r, "tg5", at("14:02:59"))
	if len(Running(r)) != 0 {
		t.Fatal("opened before three minutes")
	}
	r.WakeCall(r, "tg5", at("14:03"))
	r.WakeCall(r, "tg5", at("14:03"))
	open := Running(r)
	if len(open) != 1 || !open[0].Partial || !open[0].Assumed || open[0].Unit != "ruanjian" || open[0].Remarks[0].Text != "我确诊了" {
		t.Fatalf("opened: %+v", open)
	}
	if !open[0].Individual.In() || open[0].OfUnit.In() {
		t.Error("the individual's own call is their leg, and not the unit's")
	}
}

func TestTwoReportsOfOneCaseBecomeOneByAPersonsWord(t *testing.T) {
	r := newRig(t)
	first := r.opened(CaseConfirmed, "13:50", "14:02")
	second := r.Open(r, Opening{Kind: CaseConfirmed, Unit: "ruanjian", Reporter: Reporter{Telegram: 9, Name: "学生"}, Words: "我确诊了", Known: at("13:30"), Leg: LegIndividual}, at("14:10"))
	if second.Like != first.Key() {
		t.Fatalf("the second may be %q", second.Like)
	}
	stranger, _ := People.Get(r, "li")
	if _, err := r.Merge(r, second.Key(), stranger, at("14:11")); !errors.Is(err, &Refusal{Code: NotWatch}) {
		t.Errorf("merged by somebody else's head: %v", err)
	}
	ban, _ := People.Get(r, "ban")
	into, err := r.Merge(r, second.Key(), ban, at("14:12"))
	if err != nil || !into.Individual.In() || !into.OfUnit.In() || !into.Known.Equal(at("13:30")) || len(into.Remarks) != 2 {
		t.Errorf("merged: %+v %v", into, err)
	}
	if k := r.kase(second.Key()); k.Stage() != StageClosed || k.Into != first.Key() {
		t.Errorf("the other: %+v", k)
	}
}

func TestAHolderWhoHasLeftIsNotWaitedFor(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	ban, _ := People.Get(r, "ban")
	if _, err := r.TakeCase(r, key, ban, at("14:03")); err != nil {
		t.Fatal(err)
	}
	People.Drop(r, "ban")
	if k := r.wake(key, "14:18"); k.Holder != "" || k.Next.IsZero() {
		t.Errorf("held by nobody known: %+v, next %v", k.Holding, k.Next)
	}
}

func TestGapsAreToldOnceToWhoeverCanBeReachedFirst(t *testing.T) {
	r := newRig(t)
	gaps := func(who PersonID) (n int) {
		for l := range Letters.Each(r, "") {
			if l.Text == "say/ladder-gaps" && l.Person == who {
				n++
			}
		}
		return n
	}
	r.lose("ban", "zhu", "shu")
	r.CheckLadder(r, at("09:00")) // nobody to tell
	shu, _ := People.Get(r, "shu")
	Reached(r, shu, at("09:01"))
	r.CheckLadder(r, at("09:01"))
	if gaps("shu") != 1 {
		t.Errorf("the leading group was told %d times", gaps("shu"))
	}
	zhu, _ := People.Get(r, "zhu")
	Reached(r, zhu, at("09:02"))
	r.CheckLadder(r, at("09:02"))
	if gaps("zhu") != 0 {
		t.Error("what was told is told again to who comes later")
	}
	sent := func() {
		for _, l := range slices.Collect(Letters.Each(r, "")) {
			Letters.Drop(r, l.Key())
		}
	}
	// Once it has gone out, who was told hears that there is somebody again, and which step still has nobody.
	sent()
	Lost(r, "zhu", at("09:02"))
	r.CheckLadder(r, at("09:02"))
	sent()
	Reached(r, r.person("zhu"), at("09:02"))
	r.CheckLadder(r, at("09:02"))
	whole := slices.Collect(Letters.Each(r, ""))
	if len(whole) != 1 || whole[0].Text != "say/ladder-whole" || whole[0].Person != "zhu" || !slices.Equal(whole[0].Facts["filled"].([]any), []any{3.0}) {
		t.Errorf("the all-clear: %+v", whole)
	}
	r.lose("dai")
	r.CheckLadder(r, at("09:03"))
	if gaps("zhu") != 1 {
		t.Errorf("the second step is empty as well: told %d times", gaps("zhu"))
	}
	r.RepeatGaps(r, at("20:00"))
	if gaps("zhu") != 1 { // the newest letter takes the place of the one that waits
		t.Errorf("in the evening: %d letters", gaps("zhu"))
	}
	for _, id := range []PersonID{"ban", "dai"} {
		p, _ := People.Get(r, string(id))
		Reached(r, p, at("20:01"))
	}
	r.CheckLadder(r, at("20:01"))
	if len(Office(r).Gaps) != 0 {
		t.Errorf("gaps: %v", Office(r).Gaps)
	}
}

func TestACaseIsReportedOnEachDayUntilItIsClosed(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	ban, _ := People.Get(r, "ban")
	if _, err := r.TakeCase(r, key, ban, at("14:03")); err != nil {
		t.Fatal(err)
	}
	asked := func() (who []PersonID) {
		for l := range Letters.Each(r, "") {
			if l.Text == "say/case-follow" {
				who = append(who, l.Person)
			}
		}
		return who
	}
	r.followUp(r, day, at("20:00"))
	if len(asked()) != 0 {
		t.Error("asked on the day it was opened")
	}
	tomorrow := day.Add(1)
	r.followUp(r, tomorrow, on(tomorrow, "20:00"))
	if !slices.Equal(asked(), []PersonID{"ban"}) {
		t.Errorf("asked: %v", asked())
	}
	if _, err := r.AddRemark(r, key, Remark{At: on(tomorrow, "20:05"), By: "ban", Text: "体温正常"}, ban, on(tomorrow, "20:05")); err != nil {
		t.Fatal(err)
	}
	next := day.Add(2)
	r.lose("ban")
	r.followUp(r, next, on(next, "20:00"))
	if !slices.Equal(asked(), []PersonID{"zhu"}) {
		t.Errorf("the director, for a holder out of reach: %v", asked())
	}
}

func TestAnUnreachableTopRingsWhoCanBeReached(t *testing.T) {
	r := newRig(t)
	r.lose("shu")
	k := r.opened(CaseConfirmed, "14:00", "14:02")
	if got := rung(r.wake(k.Key(), "14:32")); !slices.Equal(got, []PersonID{"ban", "ban", "dai", "zhu", "zhu", "zhu"}) {
		t.Errorf("rung: %v", got)
	}
	if !r.kase(k.Key()).Cried.IsZero() {
		t.Error("the group is told that nobody could be reached")
	}
}

func TestAHolderOutOfReachGivesWay(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	ban, _ := People.Get(r, "ban")
	zhu, _ := People.Get(r, "zhu")
	if _, err := r.TakeCase(r, key, ban, at("14:03")); err != nil {
		t.Fatal(err)
	}
	r.lose("ban")
	if k, err := r.TakeCase(r, key, zhu, at("14:04")); err != nil || k.Holder != "zhu" {
		t.Errorf("taken from who cannot be reached: %+v %v", k.Holding, err)
	}
}

func TestNewsOfAnotherUnitIsAnotherCase(t *testing.T) {
	r := newRig(t)
	r.Begin(r, Call{Owner: "ban", Chat: 5, Reporter: Reporter{Person: "ban", Name: "班值班"}, Kind: CaseSuspected, Unit: "ruanjian"}, at("14:00"))
	r.Begin(r, Call{Owner: "ban", Chat: 5, Reporter: Reporter{Person: "ban", Name: "班值班"}, Kind: CaseConfirmed, Unit: "jidian"}, at("14:01"))
	open := Running(r)
	if len(open) != 1 || open[0].Unit != "ruanjian" || !open[0].Partial {
		t.Errorf("the first: %+v", open)
	}
	if call, ok := Calls.Get(r, "ban"); !ok || call.Unit != "jidian" || call.Kind != CaseConfirmed {
		t.Errorf("the second: %+v", call)
	}
}

func TestCorrectingTheKnownTimeMovesTheClocks(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "13:00", "14:05").Key()
	ban, _ := People.Get(r, "ban")
	if _, err := r.TakeCase(r, key, ban, at("14:06")); err != nil {
		t.Fatal(err)
	}
	k, err := r.SetKnown(r, key, at("14:00"), ban, at("14:07"))
	if err != nil || !k.Deadline().Equal(at("15:00")) || k.Tick.IsZero() || !k.Chase.Equal(at("14:07")) {
		t.Errorf("deadline %v, tick %v, chase %v: %v", k.Deadline(), k.Tick, k.Chase, err)
	}
	if _, err := r.SetKnown(r, key, at("14:00"), Person{}, at("14:08")); err == nil {
		t.Error("nobody may correct it")
	}
}

func TestAnExcludedCaseOwesNothing(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	ban, _ := People.Get(r, "ban")
	if _, err := r.TakeCase(r, key, ban, at("14:03")); err != nil {
		t.Fatal(err)
	}
	k, err := r.Verify(r, key, VerdictExcluded, ban, at("14:10"))
	if err != nil || len(k.Owing()) > 0 || len(k.Untold()) > 0 || !k.Settled() || !k.Due().IsZero() {
		t.Errorf("owes %v, untold %v, due %v: %v", k.Owing(), k.Untold(), k.Due(), err)
	}
	if k, err = r.Verify(r, key, VerdictStands, ban, at("14:20")); err != nil || len(k.Owing()) != 1 || k.Chase.IsZero() || k.Tick.IsZero() {
		t.Errorf("found to stand after all: %+v %v", k, err)
	}
}

func TestTheDirectorHearsOnceThatTheHourIsOver(t *testing.T) {
	r := newRig(t)
	k := r.opened(CaseConfirmed, "10:00", "14:02") // known four hours ago
	r.wake(k.Key(), "17:00")
	n := 0
	for l := range Letters.Each(r, "") {
		if l.Text == "say/case-over" && l.Person == "zhu" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("told %d times", n)
	}
	wang, _ := People.Get(r, "wang")
	if _, err := r.FileLeg(r, k.Key(), LegIndividual, Leg{Name: "王一", How: "recorded"}, wang, at("17:01")); err != nil {
		t.Fatal(err)
	}
	for l := range Letters.Each(r, "") {
		if l.Text == "say/case-over" {
			t.Error("a letter stays queued that is no longer true")
		}
	}
}

func TestAStrangersCaseIsPostedWithWhatIsMergedIntoIt(t *testing.T) {
	r := newRig(t)
	posted := func(k Case) bool { return Cards.Has(r, CardKey(CaseCard, k.Key(), group)) }
	first := r.Open(r, Opening{Kind: CaseSuspected, Unit: "ruanjian", Reporter: Reporter{Telegram: 9, Name: "学生"}, Leg: LegIndividual}, at("14:00"))
	second := r.Open(r, Opening{Kind: CaseConfirmed, Unit: "ruanjian", Reporter: Reporter{Person: "li", Name: "李三"}}, at("14:10"))
	third := r.Open(r, Opening{Kind: CaseConfirmed, Unit: "ruanjian", Reporter: Reporter{Telegram: 10, Name: "同学"}, Leg: LegIndividual}, at("14:11"))
	if posted(first) || !posted(second) || posted(third) || second.Like != first.Key() || third.Like != second.Key() {
		t.Fatalf("posted %v %v %v; like %q %q", posted(first), posted(second), posted(third), second.Like, third.Like)
	}
	into, err := r.Merge(r, second.Key(), r.person("ban"), at("14:12"))
	if err != nil || into.Key() != first.Key() || into.Kind != CaseConfirmed || !posted(first) {
		t.Errorf("merged: %s %s, posted %v: %v", into.Code(), into.Kind, posted(first), err)
	}
	// What may be the same as the one that is gone may be the same as the one that is left.
	if third = r.kase(third.Key()); third.Like != first.Key() {
		t.Errorf("the third may be %q", third.Like)
	}
	if _, err := r.Merge(r, third.Key(), r.person("ban"), at("14:13")); err != nil {
		t.Error(err)
	}
}

func TestWhichCasesMayBeOne(t *testing.T) {
	for _, c := range []struct {
		was, is CaseKind
		after   time.Duration
		same    bool
	}{
		{CaseSuspected, CaseConfirmed, time.Hour, true}, {CaseContact, CaseExposed, time.Hour, true}, {CaseConfirmed, CaseHospital, time.Hour, true},
		{CaseSuspected, CaseConfirmed, 5 * 24 * time.Hour, true}, {CaseConfirmed, CaseContact, 2 * 24 * time.Hour, false}, {CaseConfirmed, CaseConfirmed, 2 * 24 * time.Hour, false},
		{CaseSuspected, CaseConfirmed, 15 * 24 * time.Hour, false}, {CaseSealed, CaseConfirmed, time.Hour, false}, {CaseSealed, CaseSealed, time.Hour, true},
	} {
		r := newRig(t)
		first := r.opened(c.was, "14:00", "14:00")
		second := r.Open(r, Opening{Kind: c.is, Unit: "ruanjian", Reporter: Reporter{Person: "wang"}}, at("14:00").Add(c.after))
		if (second.Like == first.Key()) != c.same {
			t.Errorf("%s, then %s after %v: %q", c.was, c.is, c.after, second.Like)
		}
	}
}

func TestTheMarkOfTheRuleFollowsTheKind(t *testing.T) {
	r := newRig(t)
	ban := r.person("ban")
	k := r.opened(CaseContact, "13:00", "14:02")
	_, _ = r.TakeCase(r, k.Key(), ban, at("14:03"))
	if k = r.kase(k.Key()); k.Over(LegIndividual, at("14:04")) || len(k.Untold()) != 0 {
		t.Error("a softer fact carries the mark")
	}
	k, err := r.Detail(r, k.Key(), Details{Kind: CaseConfirmed}, ban, at("14:04"))
	if err != nil || !k.Over(LegIndividual, at("14:04")) || len(k.Untold()) != 2 || !k.Due().Equal(at("14:04")) {
		t.Errorf("a confirmed case does not: due %v, %v", k.Due(), err)
	}
	if k, err = r.Detail(r, k.Key(), Details{Kind: CaseContact}, ban, at("14:05")); err != nil || k.Over(LegIndividual, at("14:05")) {
		t.Errorf("put right again: %v", err)
	}
	if len(k.Findings) != 2 || k.Findings[1].Was != string(CaseConfirmed) || k.Findings[1].Now != string(CaseContact) {
		t.Errorf("both are kept: %+v", k.Findings)
	}
	if _, err := r.Detail(r, k.Key(), Details{Kind: CaseContact}, ban, at("14:06")); !errors.Is(err, &Refusal{Code: OwnAgain}) {
		t.Errorf("the same again: %v", err)
	}
}
