package workgroup

import (
	"slices"
	"testing"
)

func TestCallsAreKeptWithTheirTrueTimes(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	ban, dai := r.person("ban"), r.person("dai")
	// An answer takes the case for nobody: the ladder goes on.
	k, err := r.NotePhoned(r, key, Phoned{Who: "王主任", At: at("14:03"), Outcome: Answered}, dai, at("14:04"))
	if err != nil || k.Holder != "" || k.Next.IsZero() {
		t.Fatalf("%+v %v", k.Holding, err)
	}
	if _, err := r.TakeCase(r, key, ban, at("14:05")); err != nil {
		t.Fatal(err)
	}
	// Of somebody else it is no progress; of the holder it is.
	if k, _ := r.NotePhoned(r, key, Phoned{Who: "李老师", At: at("14:12"), Outcome: NoAnswer}, dai, at("14:12")); !k.Quiet.Equal(at("14:20")) {
		t.Errorf("somebody else's call puts the holder's quiet off to %v", k.Quiet)
	}
	k, err = r.NotePhoned(r, key, Phoned{Who: "李老师", At: at("14:01"), Outcome: PhoneOff}, ban, at("14:15"))
	if err != nil || !k.Quiet.Equal(at("14:30")) {
		t.Errorf("the holder's call is progress: %v %v", k.Quiet, err)
	}
	var order []string
	for _, p := range k.Phoned {
		order = append(order, p.At.Format("15:04")+" "+string(p.Outcome)+" "+string(p.Entered)+" "+p.Written.Format("15:04"))
	}
	same(t, "calls", order, []string{"14:01 off ban 14:15", "14:03 answered dai 14:04", "14:12 no-answer dai 14:12"})
	if n := len(slices.DeleteFunc(r.kinds(), func(e EventKind) bool { return e != CasePhoned })); n != 3 {
		t.Errorf("%d calls are in the journal", n)
	}
}

func TestCallsThatCannotBeKept(t *testing.T) {
	r := newRig(t)
	key := r.opened(CaseConfirmed, "14:00", "14:02").Key()
	call := func(by PersonID, when string) error {
		_, err := r.NotePhoned(r, key, Phoned{Who: "王主任", At: at(when), Outcome: Answered}, r.person(by), at("14:05"))
		return err
	}
	refused(t, call("ban", "14:06"), NotYet)
	refused(t, call("wang", "14:05"), NotWatch) // the unit's head sees the case, and may not take it
	_, err := r.NotePhoned(r, key, Phoned{Who: "王主任", At: on("2020-01-16", "14:05"), Outcome: Answered}, r.person("ban"), at("14:05"))
	refused(t, err, LongAgo)
	if n := len(r.kase(key).Phoned); n != 0 {
		t.Errorf("%d calls were kept", n)
	}
	k := r.kase(key)
	r.end(r, k, r.person("ban"), at("14:06"))
	refused(t, call("ban", "14:05"), CaseOver)
}

func TestMergedCasesKeepTheCallsOfBoth(t *testing.T) {
	r := newRig(t)
	first, second := r.opened(CaseConfirmed, "14:00", "14:02"), r.opened(CaseConfirmed, "14:00", "14:03")
	ban := r.person("ban")
	for _, c := range []struct{ key, when string }{{first.Key(), "14:06"}, {second.Key(), "14:04"}} {
		if _, err := r.NotePhoned(r, c.key, Phoned{Who: "王主任", At: at(c.when), Outcome: Answered}, ban, at("14:10")); err != nil {
			t.Fatal(err)
		}
	}
	into, err := r.Merge(r, second.Key(), ban, at("14:11"))
	if err != nil || len(into.Phoned) != 2 || !into.Phoned[0].At.Equal(at("14:04")) {
		t.Errorf("%+v %v", into.Phoned, err)
	}
}
