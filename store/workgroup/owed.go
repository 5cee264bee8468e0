package workgroup

import (
	"strings"
	"time"
)

// Settle makes a card of a letter that was delivered, where it is to become one: what it asks for may be done later, and may be done already.
func (l Letter) Settle(b Book, now time.Time) {
	kind, object, ok := strings.Cut(l.Becomes, "/")
	if !ok || l.Failure != "" || l.Message == 0 {
		return
	}
	Cards.Put(b, Card{Kind: kind, Object: object, Chat: l.Chat, Person: l.Person, Want: 1, Shown: 1, WantedAt: now, Message: l.Message, Posted: now})
	if date, unit, _, ok := OwedOf(object); kind == OwedCard && ok {
		if _, filed := FiledOn(b, date, unit); filed {
			Touch(b, kind, object, now)
		}
	}
}

// OwedOf takes the object of a reminder apart.
func OwedOf(object string) (date Date, unit UnitID, step StepName, ok bool) {
	day, rest, _ := strings.Cut(object, "/")
	of, name, ok := strings.Cut(rest, "/")
	return Date(day), UnitID(of), StepName(name), ok
}

// settleReminders has what a unit was reminded of say that it is done.
func settleReminders(b Book, d Date, u UnitID, now time.Time) {
	for _, step := range []StepName{StepRemind, StepAgain, StepUnits, urging} {
		Touch(b, OwedCard, StandingKey(d, u)+"/"+string(step), now)
	}
}

// owedLetter reminds a head of what their unit owes, and becomes the card of it. Their own filing that waits is confirmed with it.
func (c College) owedLetter(b Book, r Round, u Unit, p Person, step StepName, until, now time.Time) Letter {
	object := StandingKey(r.Date, u.ID)
	zero, fill := Button{Label: "button/zero", Verb: "zero", Object: object}, Button{Label: "button/fill", Verb: "fill", Object: object}
	waiting := unconfirmed(b, r.Date, u.ID)
	l := Letter{Text: "say/owe-" + string(step), Facts: c.Deadlines(r), Urgency: Deadline, Written: now, Until: until,
		About: Ref{Object: OwedBy(r.Date, u.ID)}, Becomes: OwedCard + "/" + object + "/" + string(step), Buttons: [][]Button{{zero, fill}}}
	l.Facts["unit"], l.Facts["date"], l.Facts["pending"], l.Facts["by"], l.Facts["open"], l.Facts["doubts"] = u.Named(), r.Date, len(waiting) > 0, "", false, false
	if len(waiting) > 0 {
		l.Buttons = [][]Button{{fill}}
		who, _ := People.Get(b, string(waiting[0].Person))
		l.Facts["by"] = who.Name
	}
	for _, d := range waiting {
		if d.Person != p.ID {
			continue
		}
		// Their own: one press confirms what they were read back, and nothing that came later.
		l.Facts["by"], l.Facts["open"] = "", !d.ReadsBack()
		if d.ReadsBack() && (d.For == "" || Granted(b, d.Date, d.Unit, d.For)) {
			ok := "button/ok"
			if len(c.Doubts(b, u, d.Date, c.Settled(d, u))) > 0 {
				ok, l.Facts["doubts"] = "button/ok-anyway", true // they have been asked, and say so with it
			}
			l.Buttons = [][]Button{{{Label: ok, Verb: "ok", Object: object, Version: d.Version}, fill}}
		}
	}
	return l
}
