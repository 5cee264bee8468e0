package bot

import (
	"slices"

	"fangkong/store/workgroup"
)

// reportedBySender tells whether a case was reported by whom this turn is from. Of two who are anonymous nobody knows whether they are one.
func (t *turn) reportedBySender(k workgroup.Case) bool {
	if t.known {
		return k.Reporter.Person == t.person.ID
	}
	return k.Reporter.Person == "" && k.Reporter.Telegram == t.from.ID && (!t.anonymous() || k.Reporter.Name == t.signature())
}

// holds tells whether the sender has taken a case.
func (t *turn) holds(k workgroup.Case) bool { return t.known && k.Holder == t.person.ID }

// mayTake tells whether the sender can take a case: nobody has it, or they were asked to.
func (t *turn) mayTake(k workgroup.Case) bool {
	return t.person.Watches(t.b, t.now) && k.Holder == "" || k.Offered != "" && k.Offered == t.person.ID
}

// own tells whether a case is the sender's: they have reported it, or taken it.
func (t *turn) own(k workgroup.Case) bool { return t.reportedBySender(k) || t.holds(k) }

// ownCases are the open cases that the sender has reported or taken.
func (t *turn) ownCases() []workgroup.Case {
	return those(workgroup.Running(t.b), t.own)
}

// casesInHand are the open cases that the sender has taken; of who has none, those that they may see.
func (t *turn) casesInHand() []workgroup.Case {
	running := workgroup.Running(t.b)
	if held := those(running, t.holds); len(held) > 0 {
		return held
	}
	return those(running, func(k workgroup.Case) bool { return k.Sees(t.b, t.person, t.now) })
}

// casesMeant are the open cases that the sender's words can be of, newest first: their own; of who has none, those of their unit.
func (t *turn) casesMeant() []workgroup.Case {
	running := workgroup.Running(t.b)
	own := those(running, t.own)
	if len(own) == 0 {
		own = those(running, func(k workgroup.Case) bool { return k.Unit != "" && t.person.Speaks(k.Unit) })
	}
	slices.Reverse(own)
	return own
}

// strangersCase is the open case that a stranger has reported: what they write after it is about that. A head may have another.
func (t *turn) strangersCase() (workgroup.Case, bool) {
	if t.known {
		return workgroup.Case{}, false
	}
	own := t.ownCases()
	if len(own) == 0 {
		return workgroup.Case{}, false
	}
	return own[len(own)-1], true
}

// seenCases are the open cases that the sender may see, oldest first.
func (t *turn) seenCases() []workgroup.Case {
	return those(workgroup.Running(t.b), func(k workgroup.Case) bool { return k.Sees(t.b, t.person, t.now) })
}

// those are the cases among some that are wanted, in their order.
func those(cases []workgroup.Case, want func(workgroup.Case) bool) (out []workgroup.Case) {
	for _, k := range cases {
		if want(k) {
			out = append(out, k)
		}
	}
	return out
}

// casesOn are the cases of a date, and of today also those before it that are still open.
func (t *turn) casesOn(date workgroup.Date) []workgroup.Case {
	cases := workgroup.CasesOf(t.b, date)
	if date == t.today() {
		cases = append(cases, those(workgroup.Running(t.b), func(k workgroup.Case) bool { return k.Date < date })...)
	}
	return cases
}
