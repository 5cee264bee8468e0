package workgroup

import (
	"fmt"
	"testing"
)

// heard counts the letters of a text that wait, and forgets them.
func (r *rig) heard(text string) (n int) {
	for _, l := range r.said() {
		if l.Text == text {
			n++
		}
	}
	r.hush()
	return n
}

// Two days on which everybody says the same are two packs, and their hashes tell them apart.
func TestPacksOfTwoDaysAreToldApart(t *testing.T) {
	one, other := PackContent{Date: "2020-01-30", Sums: Figures{}}, PackContent{Date: "2020-01-31", Sums: Figures{}}
	if one.Digest() == other.Digest() {
		t.Error("the same hash for two days")
	}
	r := office(t)
	round, _ := Rounds.Get(r, string(day))
	p, _ := r.FreezePack(r, round, Person{}, at("15:50"))
	if p.Content.Date != day {
		t.Errorf("the hash covers %+v", p.Content)
	}
	// One that was frozen before its date was in the hash still is what it was.
	p.Content.Date = ""
	p.Digest = p.Content.Digest()
	Packs.Put(r, p)
	if _, anew := r.FreezePack(r, round, Person{}, at("15:55")); anew {
		t.Error("a version without any change")
	}
}

// A pack is frozen once. What changes after that is gathered for two minutes and is one version more, which says what changed; what comes to
// nothing meanwhile is none.
func TestAFrozenPackChangesByVersions(t *testing.T) {
	r := office(t)
	r.until(StepPack)
	r.files("ruanjian", Figures{"home_quarantine_now": 2}, at("14:10"))
	r.hush()
	r.step(StepPack)
	if n := r.heard("say/pack"); n != 3 { // the director and two of the office
		t.Errorf("%d read the draft", n)
	}
	r.step(StepFreeze)
	if n := r.heard("say/pack"); n != 4 { // and the leading group
		t.Errorf("%d read the frozen pack", n)
	}
	r.step(StepMeeting)
	first, _ := LastPack(r, day)
	if n := r.heard("say/pack"); n != 0 || first.Version != 1 || !first.Due().IsZero() {
		t.Errorf("the meeting froze it again: %d told, %+v", n, first)
	}
	if first.Digest != first.Content.Digest() || first.Head.Line == 0 || len(first.Content.Missing) != 5 {
		t.Errorf("frozen as %+v", first)
	}

	// Two corrections within two minutes are one version.
	r.files("ruanjian", Figures{"home_quarantine_now": 5}, at("15:52"))
	r.files("jiaowu", Figures{}, at("15:53"))
	if due := r.DueAt(Packs.Name, first.Key()); !due.Equal(at("15:54")) {
		t.Errorf("gathered until %s", due)
	}
	r.hush()
	r.WakePack(r, first.Key(), at("15:53:59"))
	r.WakePack(r, first.Key(), at("15:54"))
	r.WakePack(r, first.Key(), at("15:54"))
	second, _ := LastPack(r, day)
	since, _ := second.Says["since"].(map[string]any)
	if second.Version != 2 || len(since["filed"].([]any)) != 1 || len(since["revised"].([]any)) != 1 || len(since["changes"].([]any)) == 0 {
		t.Errorf("second version says %v", since)
	}
	if n := r.heard("say/pack"); n != 4 {
		t.Errorf("%d read the second version", n)
	}

	// A correction that is taken back in time changes nothing that anybody was told; the revisions it stands on did change.
	r.WakePack(r, second.Key(), at("16:00"))
	if third, _ := LastPack(r, day); third.Version != 2 {
		t.Error("nothing has changed, and there is another version")
	}
	// A case is a change too; that somebody takes it is none.
	k := Case{Date: day, Number: 1, Kind: CaseSuspected, Unit: "jidian", Opened: at("16:10"), Known: at("16:05")}.keep(r, at("16:10"))
	if r.DueAt(Packs.Name, second.Key()).IsZero() {
		t.Error("a case is no change")
	}
	r.WakePack(r, second.Key(), at("16:12"))
	third, _ := LastPack(r, day)
	k.Holder = "zhu"
	k.keep(r, at("16:13"))
	if third.Version != 3 || !r.DueAt(Packs.Name, third.Key()).IsZero() {
		t.Errorf("version %d, due %s", third.Version, r.DueAt(Packs.Name, third.Key()))
	}
	// Tomorrow's correction is no matter of today's meeting any more.
	r.files("jidian", Figures{}, on("2020-02-01", "09:00"))
	if !r.DueAt(Packs.Name, third.Key()).IsZero() {
		t.Error("the pack of yesterday is stirred")
	}
	if faults := AuditPacks(r, headOf); len(faults) > 0 {
		t.Error(faults)
	}
	third.Content.Sums["home_quarantine_now"] = 1
	Packs.Put(r, third)
	first.Head.Digest = first.Digest
	Packs.Put(r, first)
	same(t, "faults", AuditPacks(r, headOf), []string{fmt.Sprintf("pack 2020-01-31/01: journal line %d is not the one it was frozen after", first.Head.Line), "pack 2020-01-31/03: is not what was frozen"})
}

// headOf is the digest that a memory gives a line.
func headOf(line uint64) string { return digestOf(fmt.Appendf(nil, "%d lines", line)) }

// Frozen by hand in the morning it does not follow each report of the afternoon: the day's own freeze is its next version.
func TestAPackThatWasFrozenEarly(t *testing.T) {
	r := office(t)
	r.until(StepRemind)
	if _, err := r.OpenMeeting(r, r.round, r.person("zhu"), at("10:00")); err != nil {
		t.Fatal(err)
	}
	r.hush()
	r.files("ruanjian", Figures{"home_quarantine_now": 2}, at("14:10"))
	if p, _ := LastPack(r, day); !p.Due().IsZero() {
		t.Errorf("stirred at %s", p.Due())
	}
	r.hush()
	r.step(StepFreeze)
	if p, _ := LastPack(r, day); p.Version != 2 || r.heard("say/pack") != 4 {
		t.Errorf("at the freeze it is version %d", p.Version)
	}
	r.step(StepMeeting)
	if m, _ := LastMeeting(r, day); m.Number != 1 {
		t.Error("the clock begins another meeting")
	}
}

// Slept through, the freeze comes with the meeting, once, and the draft never.
func TestAPackThatWasSleptThrough(t *testing.T) {
	r := office(t)
	r.until(StepPack)
	r.TakeStep(r, day, at("16:05"))
	p, ok := LastPack(r, day)
	if n := r.heard("say/pack"); !ok || n != 4 || !p.At.Equal(at("16:05")) {
		t.Errorf("%d told, %+v", n, p)
	}
	r.TakeStep(r, day, at("16:06"))
	if n := r.heard("say/pack"); n != 0 {
		t.Errorf("%d told again", n)
	}
}
