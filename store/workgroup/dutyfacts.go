package workgroup

import "time"

// SpanFacts are a time as texts tell it: the date and time it begins, and those it ends.
func (c College) SpanFacts(s Span) Facts {
	from, to := s.From.In(c.Zone), s.To.In(c.Zone)
	first, last := DateOf(from), DateOf(to)
	end := to.Format("15:04")
	// Midnight is the end of the day before, not the beginning of the next.
	if end == "00:00" && last > first {
		last, end = last.Add(-1), "24:00"
	}
	return Facts{"date": first, "from": from.Format("15:04"), "to_date": last, "to": end, "same": first == last, "next": last == first.Add(1)}
}

// ShiftFacts are a shift as texts tell it, with people's own telephone numbers only where asked for.
func (c College) ShiftFacts(b Book, s Shift, phones bool) Facts {
	list := func(ids []PersonID) []Facts {
		out := []Facts{}
		for _, id := range ids {
			one := Facts{"name": string(id), "phone": ""}
			if p, ok := People.Get(b, string(id)); ok {
				one["name"] = p.Name
				if phones {
					one["phone"] = p.Phone
				}
			}
			out = append(out, one)
		}
		return out
	}
	facts := c.SpanFacts(Span{s.From, s.To})
	facts["leaders"], facts["staff"], facts["place"], facts["phone"] = list(s.Leaders), list(s.Staff), s.Place, c.PhoneOf(s)
	return facts
}

// PhoneNow is the phone to be called now: the running shift's, unless its last test call failed, else the college's.
func (c College) PhoneNow(b Book, now time.Time) string {
	for _, s := range ShiftsAt(b, now) {
		if last, tested := s.LastCall(); s.Phone != "" && (!tested || last.Works) {
			return s.Phone
		}
	}
	return c.DutyPhone
}

// PhoneOf is the phone a shift answers.
func (c College) PhoneOf(s Shift) string {
	if s.Phone != "" {
		return s.Phone
	}
	return c.DutyPhone
}

// DutyFacts are who is on duty: now, next, and in the days from a date on, with the times in which nobody is; for private chats.
func (c College) DutyFacts(b Book, first Date, days int, now time.Time) Facts {
	list := func(shifts []Shift, phones bool) []Facts {
		out := []Facts{}
		for _, s := range shifts {
			out = append(out, c.ShiftFacts(b, s, phones))
		}
		return out
	}
	from, to := first.In(c.Zone), first.Add(days).In(c.Zone)
	if from.Before(now) && to.After(now) {
		from = now // whoever asks about today asks about what is left of it
	}
	gaps := []Facts{}
	for _, g := range Gaps(b, from, to) {
		gaps = append(gaps, c.SpanFacts(g))
	}
	shifts := ShiftsBetween(b, first.In(c.Zone), to)
	return Facts{"date": first, "now": list(ShiftsAt(b, now), true), "next": list(NextShifts(b, now), true), "shifts": list(shifts, days == 1),
		"gaps": gaps, "past": !to.After(now), "any": HasRota(b), "duty_phone": c.DutyPhone}
}
