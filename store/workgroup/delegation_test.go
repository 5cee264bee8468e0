package workgroup

import (
	"strings"
	"testing"
)

// Whoever stood in and is gone from the roster leaves nothing behind: neither now, nor when a delegation to them would have begun.
func TestADelegationToWhoIsGoneLeavesNobodyBehind(t *testing.T) {
	for name, c := range map[string]struct {
		from Date
		ends func(r *rig, key string)
	}{
		"checked when the house opens": {day, func(r *rig, _ string) { r.CheckDelegations(r, at("14:00")) }},
		"when it would have begun":     {day.Add(1), func(r *rig, key string) { r.WakeDelegation(r, key, on(day.Add(1), "00:00")) }},
		"when it would have ended":     {day, func(r *rig, key string) { r.WakeDelegation(r, key, on(day.Add(3), "00:00")) }},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			by, to := Speakers(r, "ruanjian")[0], Speakers(r, "jidian")[0]
			to.Telegram, to.Reach = 77, Open
			People.Put(r, to)
			d, err := r.Delegate(r, by, to, c.from, day.Add(2), at("13:00"))
			if err != nil {
				t.Fatal(err)
			}
			People.Drop(r, to.Key())
			c.ends(r, d.Key())
			if p, there := People.Get(r, ""); there {
				t.Errorf("a person without a name stands on the roster: %+v", p)
			}
			if d, _ := Delegations.Get(r, d.Key()); d.Ended.IsZero() || !d.Due().IsZero() {
				t.Errorf("it goes on: %+v", d)
			}
		})
	}
}

func TestTheDatesOfADelegationFitItsButton(t *testing.T) {
	for _, d := range []Delegation{{From: day, Until: day}, {From: day, Until: day.Add(30)}, {From: "2020-12-30", Until: "2021-01-02"}} {
		first, days, _ := strings.Cut(d.Dates(), "/")
		if from, until, ok := ReadDates(first, days); !ok || from != d.From || until != d.Until {
			t.Errorf("%s read back as %s to %s, %v", d.Dates(), from, until, ok)
		}
	}
	for _, forged := range [][2]string{{"20200230", "1"}, {"20200131", "0"}, {"20200131", "32"}, {"20200131", "x"}, {"x", "1"}, {"", ""}} {
		if _, _, ok := ReadDates(forged[0], forged[1]); ok {
			t.Errorf("%v is read", forged)
		}
	}
}
