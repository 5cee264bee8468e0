package workgroup

import (
	"testing"
	"time"
)

func TestTwoPresses(t *testing.T) {
	type press struct {
		by              PersonID
		what, of, basis string
		after           time.Duration // since the one before
		counts          Pressed
	}
	const of = "2020-01-31/ruanjian"
	for _, c := range []struct {
		sentence string
		presses  []press
	}{
		{"the second press does it", []press{{"wang", "zero", of, "0", 0, First}, {"wang", "zero", of, "0", 3 * time.Second, Second}}},
		{"the third begins anew", []press{{"wang", "zero", of, "0", 0, First}, {"wang", "zero", of, "0", 3 * time.Second, Second}, {"wang", "zero", of, "0", time.Second, First}}},
		{"two within a second are one nervous press", []press{{"wang", "zero", of, "0", 0, First}, {"wang", "zero", of, "0", 999 * time.Millisecond, Hasty}}},
		{"and the next one after it counts", []press{{"wang", "zero", of, "0", 0, First}, {"wang", "zero", of, "0", 500 * time.Millisecond, Hasty}, {"wang", "zero", of, "0", 500 * time.Millisecond, Second}}},
		{"two minutes are enough", []press{{"wang", "zero", of, "0", 0, First}, {"wang", "zero", of, "0", 2 * time.Minute, Second}}},
		{"after two minutes it is a first press again", []press{{"wang", "zero", of, "0", 0, First}, {"wang", "zero", of, "0", 2*time.Minute + 1, First}, {"wang", "zero", of, "0", 2 * time.Second, Second}}},
		{"another unit is another thing", []press{{"wang", "zero", of, "0", 0, First}, {"wang", "zero", "2020-01-31/jidian", "0", 2 * time.Second, First}, {"wang", "zero", of, "0", 2 * time.Second, First}}},
		{"another button is another thing", []press{{"wang", "sheet", of, "0", 0, First}, {"wang", "zero", of, "0", 2 * time.Second, First}}},
		{"what changed since has to be read again", []press{{"wang", "zero", of, "0", 0, First}, {"wang", "zero", of, "1", 2 * time.Second, First}, {"wang", "zero", of, "1", 2 * time.Second, Second}}},
		{"two people press for themselves", []press{{"wang", "zero", of, "0", 0, First}, {"zhao", "zero", of, "0", 2 * time.Second, First}, {"wang", "zero", of, "0", 2 * time.Second, Second}}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			b, now := NewMemory(), at("14:00")
			for i, p := range c.presses {
				now = now.Add(p.after)
				if got := Press(b, p.by, p.what, p.of, p.basis, now); got != p.counts {
					t.Errorf("press %d is %v, want %v", i+1, got, p.counts)
				}
			}
		})
	}
}
