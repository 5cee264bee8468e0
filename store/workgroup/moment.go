package workgroup

import "time"

// MomentFacts are an instant as texts tell it beside another one: its time, and its day where that is not the same.
func (c College) MomentFacts(at, now time.Time) Facts {
	at = at.In(c.Zone)
	on, today := DateOf(at), DateOf(now.In(c.Zone))
	day := "other"
	switch on {
	case today:
		day = "today"
	case today.Add(-1):
		day = "yesterday"
	case today.Add(1):
		day = "tomorrow"
	}
	return Facts{"at": at.Format("15:04"), "on": on, "day": day}
}
