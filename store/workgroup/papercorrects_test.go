package workgroup

import "testing"

// What a correction changes is told as it was said: what is left out is no zero, and what is made of nothing is nothing.
func TestWhatIsLeftOutIsNoZeroOfACorrection(t *testing.T) {
	c := newRig(t).College
	for _, x := range []struct {
		sentence      string
		before, after Figures
		sums          [2]Figures
		unit, sum     Count // of who is new, after
	}{
		{"left out, and nobody else has any", Figures{"home_quarantine_now": 2, "home_quarantine_new": 2}, Figures{"home_quarantine_now": 4},
			[2]Figures{{"home_quarantine_new": 2}, {"home_quarantine_new": 0}}, Unsaid, Unsaid},
		{"left out, and others have some", Figures{"home_quarantine_now": 2, "home_quarantine_new": 2}, Figures{"home_quarantine_now": 4},
			[2]Figures{{"home_quarantine_new": 5}, {"home_quarantine_new": 3}}, Unsaid, 3},
		{"nobody is there: nobody is new", Figures{"home_quarantine_now": 2, "home_quarantine_new": 2}, Figures{"home_quarantine_now": 0},
			[2]Figures{{"home_quarantine_new": 2}, {"home_quarantine_new": 0}}, 0, 0},
	} {
		changes := c.saidOtherwise(day, x.before, x.after)
		moved := sumsMoved(x.sums[0], x.sums[1], []Corrected{{Unit: "ruanjian", Changes: changes}})
		unit, sum := Count(-9), Count(-9)
		for _, ch := range changes {
			if ch.Key == "home_quarantine_new" {
				unit = ch.After
			}
		}
		for _, ch := range moved {
			sum = ch.After
		}
		if unit != x.unit || sum != x.sum {
			t.Errorf("%s: unit %d, sum %d; want %d, %d", x.sentence, unit, sum, x.unit, x.sum)
		}
	}
}
