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
	for _, step := range []StepName{StepRemind, StepAgain, StepUnits} {
		Touch(b, OwedCard, StandingKey(d, u)+"/"+string(step), now)
	}
}
