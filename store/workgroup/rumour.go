package workgroup

import "time"

// TellRumour passes on what somebody has heard of another unit (传闻): the office and the duty staff read it as such, and the
// unit's heads are asked. Nothing is opened, and nothing stands in the unit's name, before one of them says so. It returns how
// many heads could be asked.
func (c College) TellRumour(b Book, a Alarm, by Person, now time.Time) (asked int) {
	a.By, a.Telegram, a.Name, a.At = by.ID, by.Telegram, by.Name, now
	Alarms.Put(b, a)
	b.Note(Event{At: now, Kind: RumourHeard, Object: a.Object, By: by.ID, Payload: Facts{"unit": a.Unit, "words": a.Rumour}})
	facts := Facts{"name": a.Name, "phone": by.Phone, "from": unitNamed(b, by.headOf()), "unit": unitNamed(b, a.Unit), "words": a.Rumour, "duty": c.PhoneNow(b, now)}
	for _, p := range Speakers(b, a.Unit) {
		if c.Tell(b, p, Letter{Text: "say/rumour-ask", Facts: facts, Lane: "urgent", Urgency: Urgent, Written: now, About: Ref{Object: rumourKey(a)},
			Buttons: [][]Button{{{Label: "button/rumour-true", Verb: "rumour", Object: a.Object + "/yes"}}, {{Label: "button/rumour-false", Verb: "rumour", Object: a.Object + "/no"}}}}) {
			asked++
		}
	}
	facts["asked"] = asked
	for _, p := range Woken(b, now) {
		if p.ID != by.ID && !p.Speaks(a.Unit) {
			c.Tell(b, p, Letter{Text: "say/rumour", Facts: facts, Lane: "urgent", Urgency: Urgent, Written: now, About: Ref{Object: rumourKey(a)}})
		}
	}
	return asked
}

// SettleRumour is a head's word whether what was heard of their unit is so; the first counts. The office and the duty staff hear
// that it is not; that it is, they hear as the head's own alarm.
func (c College) SettleRumour(b Book, object string, by Person, so bool, now time.Time) (Alarm, error) {
	a, ok := Alarms.Get(b, object)
	switch {
	case !ok || a.Rumour == "":
		return a, Refuse(Changed)
	case !by.Speaks(a.Unit):
		return a, Refuse(NotAHead, "unit", unitNamed(b, a.Unit))
	case a.Settled != "":
		return a, Refuse(Settled)
	}
	a.Settled = by.ID
	Alarms.Put(b, a)
	b.Note(Event{At: now, Kind: RumourSettled, Object: object, By: by.ID, Payload: Facts{"unit": a.Unit, "so": so}})
	Withdraw(b, rumourKey(a))
	if so {
		return a, nil
	}
	for _, p := range Woken(b, now) {
		if p.ID != by.ID {
			c.Tell(b, p, Letter{Text: "say/rumour-false", Lane: "urgent", Urgency: Urgent, Written: now,
				Facts: Facts{"name": by.Name, "phone": by.Phone, "unit": unitNamed(b, a.Unit), "from": a.Name, "words": a.Rumour}})
		}
	}
	return a, nil
}

func rumourKey(a Alarm) string { return "rumour/" + a.Object }
