package workgroup

import (
	"strconv"
	"time"
)

// ahead is how many days of the roster are looked over for gaps.
const ahead = 7

func itoa(n int) string { return strconv.Itoa(n) }

// dutyCard is the hand-over card of the morning: now, next and tomorrow, to today's people, the director and the office. Where
// there never was a roster the office hears once that everybody is rung, and how to send one.
func (c College) dutyCard(b Book, r Round, s Step, now time.Time) {
	if !HasRota(b) {
		c.askRota(b, now)
		return
	}
	people := Holders(b, Director, Staff)
	for _, shift := range ShiftsBetween(b, r.Date.In(c.Zone), r.Date.Add(1).In(c.Zone)) {
		for _, p := range shift.crew(b) {
			if !among(people, p) {
				people = append(people, p)
			}
		}
	}
	facts := c.DutyFacts(b, r.Date.Add(1), 1, now)
	facts["today"] = r.Date
	for _, p := range people {
		c.Tell(b, p, Letter{Text: "say/duty-card", Facts: facts, Written: now, Until: r.Until(s.Name), About: Ref{Object: "duty/" + r.Key()}})
	}
}

// askRota says once that there is no roster.
func (c College) askRota(b Book, now time.Time) {
	office := Office(b)
	if !office.RotaAsked.IsZero() {
		return
	}
	told := false
	for _, p := range Holders(b, Director, Staff) {
		told = c.Tell(b, p, Letter{Text: "say/no-rota", Facts: Facts{"people": len(Holders(b, dutyRoles...))}, Written: now, About: Ref{Object: "rota"}}) || told
	}
	if told {
		office.RotaAsked = now
		office.Keep(b)
	}
}

// dutyGaps tells the director and the office in the evening when nobody is on duty in the days ahead; every evening, until
// somebody is.
func (c College) dutyGaps(b Book, r Round, s Step, now time.Time) {
	if !HasRota(b) {
		return
	}
	gaps := Gaps(b, now, now.AddDate(0, 0, ahead))
	if len(gaps) == 0 {
		return
	}
	list := []Facts{}
	for _, g := range gaps {
		list = append(list, c.SpanFacts(g))
	}
	for _, p := range Holders(b, Director, Staff) {
		c.Tell(b, p, Letter{Text: "say/duty-gaps", Facts: Facts{"gaps": list, "days": ahead}, Urgency: Deadline, Written: now, Until: r.Until(s.Name),
			About: Ref{Object: "duty/" + r.Key()}})
	}
}
