package workgroup

import (
	"testing"
	"time"
)

func TestAnOutageThatLosesPressesIsKept(t *testing.T) {
	for name, c := range map[string]struct {
		last, now string
		noted     bool
		outages   int
	}{
		"a first start":               {"", "14:10", false, 0},
		"a restart":                   {"14:08", "14:10", false, 0},
		"as long as Telegram waits":   {"14:07:30", "14:10", false, 0},
		"longer":                      {"14:07", "14:10", true, 1},
		"before anybody had a button": {"09:00", "13:59", true, 0},
		"over the reminder":           {"13:50", "14:03", true, 1},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			var last time.Time
			if c.last != "" {
				last = at(c.last)
			}
			if noted := r.Returned(r, last, at(c.now)); noted != c.noted {
				t.Errorf("noted: %v", noted)
			}
			if round, _ := Rounds.Get(r, string(day)); len(round.Outages) != c.outages {
				t.Errorf("outages: %v", round.Outages)
			}
		})
	}
}
