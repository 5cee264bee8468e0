package workgroup

import (
	"testing"
	"time"
)

// Nobody is late by minutes in which nobody could report.
func TestADeadlineMovesByWhatOutagesTook(t *testing.T) {
	for name, c := range map[string]struct {
		outages      []Outage
		units, leads string
	}{
		"none":                         {nil, "14:30", "15:00"},
		"over before the reminder":     {[]Outage{{From: at("13:00"), To: at("13:50")}}, "14:30", "15:00"},
		"over the reminder":            {[]Outage{{From: at("13:00"), To: at("14:05")}}, "14:35", "15:05"},
		"before either":                {[]Outage{{From: at("14:10"), To: at("14:20")}}, "14:40", "15:10"},
		"at the very deadline":         {[]Outage{{From: at("14:29"), To: at("14:32")}}, "14:33", "15:03"},
		"between the two":              {[]Outage{{From: at("14:40"), To: at("14:50")}}, "14:30", "15:10"},
		"in the time given back":       {[]Outage{{From: at("14:20"), To: at("14:28")}, {From: at("14:33"), To: at("14:43")}}, "14:48", "15:18"},
		"the bot down, and no network": {[]Outage{{From: at("14:10"), To: at("14:20")}, {From: at("14:15"), To: at("14:22")}}, "14:42", "15:12"},
		"after both":                   {[]Outage{{From: at("15:01"), To: at("15:30")}}, "14:30", "15:00"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t).round
			r.Outages = c.outages
			if units, leads := r.Deadline(StepUnits), r.Deadline(StepLeads); !units.Equal(at(c.units)) || !leads.Equal(at(c.leads)) {
				t.Errorf("overdue after %s, late from %s, want %s and %s", units.Format("15:04"), leads.Format("15:04"), c.units, c.leads)
			}
		})
	}
}

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
			if noted := r.Returned(r, BotDown, last, at(c.now)); noted != c.noted {
				t.Errorf("noted: %v", noted)
			}
			if round, _ := Rounds.Get(r, string(day)); len(round.Outages) != c.outages {
				t.Errorf("outages: %v", round.Outages)
			}
		})
	}
}
