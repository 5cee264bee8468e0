package workgroup

import "slices"

// Check names one rule that figures should pass (V1–V20). None refuses a figure: a doubt is asked, and both values are kept.
type Check string

// The checks the daily report knows.
const (
	V1  Check = "V1"  // now = prev + new − released
	V2  Check = "V2"  // now ≤ total; total = now + released_total
	V3  Check = "V3"  // total = total of yesterday + new
	V4  Check = "V4"  // prev = yesterday's now
	V5  Check = "V5"  // all = sum of the groups
	V6  Check = "V6"  // ≤ people on the roster
	V7  Check = "V7"  // reported + unreached = due
	V8  Check = "V8"  // quarantine ≥ home + central
	V9  Check = "V9"  // Wuhan ≤ Hubei
	V10 Check = "V10" // released ≤ prev + new; new ≤ now + released
	V11 Check = "V11" // who is suspected no more was excluded, confirmed, or died
	V12 Check = "V12" // confirmed in all = now + cured + died
	V14 Check = "V14" // a fever, and somebody who has been in Hubei
	V15 Check = "V15" // a zero while yesterday's stock was not
	V16 Check = "V16" // a jump: more than 3 and more than half of yesterday
	V17 Check = "V17" // an approximate figure
	V18 Check = "V18" // another date than today
	V19 Check = "V19" // the unit filed already
	V20 Check = "V20" // another unit than the sender's
)

// Checks are all of them; each has a question in every language.
var Checks = []Check{V1, V2, V3, V4, V5, V6, V7, V8, V9, V10, V11, V12, V14, V15, V16, V17, V18, V19, V20}

// AllChecks is what an item is held against unless its form says otherwise.
var AllChecks = []Check{V1, V2, V3, V4, V5, V6, V10, V15, V16}

// Doubt is a check that figures do not pass, with the numbers of the question.
type Doubt struct {
	Check Check `json:"check"`
	Key   Key   `json:"key,omitempty"`
	Facts Facts `json:"facts,omitempty"`
}

// Examine holds a unit's figures against its form, its roster and what it reported the day before (nil: nothing known).
func Examine(form Form, unit Unit, figures, yesterday Figures) []Doubt {
	e := examiner{form: form, unit: unit, now: figures, before: yesterday}
	groups := append([]Group{Everybody}, unit.Kind.Groups()...)
	for _, item := range form.For(unit.Kind) {
		base, m, _ := item.Key.Parts()
		for _, g := range groups {
			e.stock(item, base, m, g)
		}
		e.sum(item)
	}
	e.across()
	for _, k := range figures.Nonzero() {
		if figures[k] == Unsaid {
			e.doubt(V17, k, nil)
		}
	}
	return e.doubts
}

// Either are the two numbers of a doubt that asks which of them is right, and the key they are figures of; false for a doubt that
// asks something else. With the second one the figures add up.
func (d Doubt) Either() (k Key, given, other int, ok bool) {
	n := func(name string) int { n, _ := d.Facts[name].(int); return n }
	switch d.Check {
	case V1:
		return d.Key, n("now"), n("sum"), true
	case V4:
		return d.Key.As(Prev), n("prev"), n("stored"), true
	case V5:
		return d.Key, n("all"), n("sum"), true
	}
	return "", 0, 0, false
}

type examiner struct {
	form        Form
	unit        Unit
	now, before Figures
	doubts      []Doubt
}

func (e *examiner) doubt(c Check, k Key, facts Facts) {
	e.doubts = append(e.doubts, Doubt{c, k, facts})
}

// stock holds one stock against its flows, the day before and the roster.
func (e *examiner) stock(item Item, base string, m Measure, g Group) {
	on := func(c Check) bool { return len(item.Checks) == 0 || slices.Contains(item.Checks, c) }
	k, as := K(base, m, g), func(m Measure) Key { return K(base, m, g) }
	now, said := e.now.Said(k)
	if !said {
		return
	}
	added, hasNew := e.now.Said(as(New))
	released, hasReleased := e.now.Said(as(Released))
	total, hasTotal := e.now.Said(as(Total))
	prev, hasPrev := e.now.Said(as(Prev))
	stored, known := e.before.Said(k)

	if on(V4) && hasPrev && known && prev != stored {
		e.doubt(V4, k, Facts{"prev": prev, "stored": stored})
	}
	if !hasPrev {
		prev, hasPrev = stored, known
	}
	silent := !hasNew && !hasReleased
	switch {
	case base == "suspected" && e.left():
		// Where they went is told, or asked: V11.
	case on(V15) && known && stored > 0 && now == 0 && silent:
		e.doubt(V15, k, Facts{"prev": stored})
	case on(V1) && hasPrev && !silent && now != prev+added-released:
		e.doubt(V1, k, Facts{"now": now, "prev": prev, "new": added, "released": released, "sum": prev + added - released})
	case on(V16) && known && jump(stored, now):
		e.doubt(V16, k, Facts{"prev": stored, "now": now})
	}
	if on(V2) && hasTotal && now > total {
		e.doubt(V2, k, Facts{"now": now, "total": total})
	} else if out, ok := e.now.Said(as(ReleasedTotal)); on(V2) && hasTotal && ok && total != now+out {
		e.doubt(V2, k, Facts{"now": now, "total": total, "out": out})
	}
	if before, ok := e.before.Said(as(Total)); on(V3) && hasTotal && ok && (total < before || hasNew && total != before+added) {
		e.doubt(V3, k, Facts{"total": total, "prev": before, "new": added})
	}
	if on(V10) && (hasReleased && hasPrev && released > prev+added || hasNew && added > now+released) {
		e.doubt(V10, k, Facts{"now": now, "prev": prev, "new": added, "released": released, "over": hasNew && added > now+released})
	}
	if roster := e.roster(k); on(V6) && roster > 0 && now > roster {
		e.doubt(V6, k, Facts{"now": now, "roster": roster})
	}
}

// jump is a change of more than three people and more than half of yesterday.
func jump(before, now int) bool {
	change := now - before
	if change < 0 {
		change = -change
	}
	return change > 3 && 2*change > before
}

// roster is how many people of a key's group the unit has; 0 when the roster does not say.
func (e *examiner) roster(k Key) int {
	_, _, g := k.Parts()
	if g != Everybody {
		return e.unit.Totals[g]
	}
	sum := 0
	for _, g := range e.unit.Kind.Groups() {
		n, known := e.unit.Totals[g]
		if !known {
			return 0
		}
		sum += n
	}
	return sum
}

// sum holds a count of everybody against the counts of the groups: never fewer than they, and not more where each that the unit has is given.
func (e *examiner) sum(item Item) {
	all, ok := e.now.Said(item.Key)
	if !ok {
		return
	}
	groups := e.unit.Kind.Groups()
	sum, given := 0, 0
	for _, g := range Groups {
		if n, ok := e.now.Said(item.Key.Of(g)); ok {
			sum += n
			if slices.Contains(groups, g) {
				given++
			}
		}
	}
	if given == len(groups) && sum != all || sum > all {
		e.doubt(V5, item.Key, Facts{"all": all, "sum": sum})
	}
}

// across holds different counts against one another.
func (e *examiner) across() {
	if due, ok := e.now.Said("headcount_due"); ok {
		reported, a := e.now.Said("headcount_reported")
		unreached, b := e.now.Said("unreached")
		if (a || b) && reported+unreached != due {
			e.doubt(V7, "headcount_due", Facts{"due": due, "reported": reported, "unreached": unreached})
		}
	}
	home, _ := e.now.Said("home_quarantine_now")
	central, _ := e.now.Said("central_quarantine_now")
	if q, ok := e.now.Said("quarantine_now"); ok && q < home+central {
		e.doubt(V8, "quarantine_now", Facts{"all": q, "sum": home + central})
	}
	hubei, a := e.now.Said("hubei_now")
	if wuhan, b := e.now.Said("wuhan_now"); a && b && wuhan > hubei {
		e.doubt(V9, "wuhan_now", Facts{"wuhan": wuhan, "hubei": hubei})
	}
	if gone := e.gone(); e.left() && gone > 0 {
		e.doubt(V11, "suspected_now", Facts{"prev": e.before.known("suspected_now"), "now": e.now.known("suspected_now"), "gone": gone})
	}
	ill, a := e.now.Said("confirmed_now")
	total, b := e.now.Said("confirmed_total")
	cured, died := e.now.known("cured_total"), e.now.known("death_total")
	if a && b && (e.now.Has("cured_total") || e.now.Has("death_total")) && total != ill+cured+died {
		e.doubt(V12, "confirmed_now", Facts{"total": total, "now": ill, "cured": cured, "died": died})
	}
	from := e.now.known("hubei_left") + e.now.known("hubei_contact")
	if fever := e.now.known("fever_now"); fever > 0 && from > 0 {
		e.doubt(V14, "fever_now", Facts{"now": fever, "hubei": from})
	}
}

// left tells whether fewer are suspected than the day before, and no more are told to have gone than could.
func (e *examiner) left() bool {
	before, known := e.before.Said("suspected_now")
	now, said := e.now.Said("suspected_now")
	return known && said && now < before && e.gone() >= 0
}

// gone is how many were suspected the day before and are no more, beyond those told of: nobody drops out of sight.
func (e *examiner) gone() int {
	before, now := e.before.known("suspected_now"), e.now.known("suspected_now")
	return before + e.now.known("suspected_new") - now - e.now.known("suspected_released") - e.now.known("confirmed_new") - e.now.known("death_new")
}

// known is a figure that was said exactly, 0 for any other.
func (f Figures) known(k Key) int {
	n, said := f.Said(k)
	if !said {
		return 0
	}
	return n
}
