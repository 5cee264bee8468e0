package rehearsal

import (
	"slices"
	"strings"
	"time"

	"fangkong/cmd/fangkong/stage"
	"fangkong/store/workgroup"
)

// The others are everybody whom nobody on the page plays. They do what people do on such an afternoon: most press twice, some
// write a line in the group, some answer in private; notices are read, and lead units file once their units have.

// letOthers has them do all that is left to do, one after another, so that whoever looks on sees it happen. It ends when
// nothing is left, when the performance does, or when it is asked for again.
func (r *Rehearsal) letOthers(played []workgroup.PersonID) error {
	return r.do(func(p *performance) error {
		switch {
		case p.others: // they are at it: they stop
			p.others = false
			return nil
		case p.Down() || p.away || r.jobs.Err() != nil:
			return errNotNow
		}
		p.others, p.said = true, ""
		r.busy.Go(func() { r.others(p, played) })
		return nil
	})
}

// others does one thing after another, and in between lets the visitor have the stage.
func (r *Rehearsal) others(of *performance, played []workgroup.PersonID) {
	tried := map[string]bool{}
	defer func() {
		_ = r.do(func(p *performance) error { // what broke is in the state
			if p == of {
				p.said = p.didOthers(tried)
			}
			return nil
		})
	}()
	for more := true; more && r.jobs.Err() == nil; {
		err := r.do(func(p *performance) error {
			// What one of them cannot do, the next may: only a house that breaks down ends it, and shows in the state.
			more = p == of && p.others && !p.Down() && !p.away && p.oneMore(p.hands(), played, tried)
			p.others = p.others && (more || p != of)
			return nil
		})
		more = more && err == nil
	}
}

// didOthers says what the others have done.
func (p *performance) didOthers(tried map[string]bool) string {
	did := map[string]int{}
	for key, done := range tried {
		if kind, _, _ := strings.Cut(key, "/"); done {
			did[kind]++
		}
	}
	if len(did) == 0 {
		return p.words.say("told.none")
	}
	var parts []string
	for _, kind := range []string{"report", "sheet", "read", "case"} {
		if did[kind] > 0 {
			parts = append(parts, p.words.say("told."+kind, did[kind]))
		}
	}
	return p.words.say("told.others", strings.Join(parts, p.words.say("told.and")), p.Now().Format("15:04"))
}

// owed is a thing that somebody has to do yet.
type owed struct {
	key string
	do  func()
	gap time.Duration // until the next one does something
}

// oneMore has one of them do the next thing that is left, each thing once, and notes whether it came about; false when nothing
// is left.
func (p *performance) oneMore(h *stage.Hands, played []workgroup.PersonID, tried map[string]bool) bool {
	var all []owed
	err := p.Store.View(func(b workgroup.Book) error {
		round, _ := workgroup.Rounds.Get(b, string(workgroup.DateOf(p.Now())))
		all = p.owedReports(b, round, played, func(who workgroup.PersonID, which int) { p.reports(h, who, which) })
		for r := range workgroup.Receipts.Each(b, "") {
			who := r.Person
			if who == "" {
				who, _ = p.speaker(r.Unit, played)
			}
			if r.Waits() && p.cast[who] != nil && !slices.Contains(played, who) {
				all = append(all, owed{key: "read/" + r.Key(), do: func() { p.reads(h, who, r.Notice) }})
			}
		}
		for _, k := range workgroup.Running(b) {
			for _, who := range workgroup.OnDuty(b, p.Now(), workgroup.DutyStaff) {
				if k.Holder == "" && !slices.Contains(played, who.ID) && !p.cast[who.ID].Blocking() {
					all = append(all, owed{key: "case/" + k.Key(), do: func() { h.PressVerb(p.cast[who.ID], nil, "take", k.Key()) }})
					break
				}
			}
		}
		if len(workgroup.Owing(b, round)) == 0 || p.Now().After(round.At(workgroup.StepNudge)) {
			all = append(all, p.owedSheets(h, round, played)...)
		}
		return nil
	})
	if err != nil {
		return false
	}
	for _, one := range all {
		if _, was := tried[one.key]; !was {
			one.do()
			tried[one.key] = h.Err == nil
			h.Wait(one.gap)
			return true
		}
	}
	return false
}

// owedReports are the reports of the units that have not filed and whose heads nobody plays.
func (p *performance) owedReports(b workgroup.Book, round workgroup.Round, played []workgroup.PersonID, files func(who workgroup.PersonID, which int)) (all []owed) {
	for i, u := range round.Units {
		if _, filed := workgroup.FiledOn(b, round.Date, u); filed {
			continue
		}
		if who, ok := p.speaker(u, played); ok {
			all = append(all, owed{"report/" + string(u), func() { files(who, i) }, 9 * time.Second})
		}
	}
	return all
}

// owedSheets are what the lead units file of their units.
func (p *performance) owedSheets(h *stage.Hands, round workgroup.Round, played []workgroup.PersonID) (all []owed) {
	for _, u := range round.Leads {
		if who, ok := p.speaker(u, played); ok {
			all = append(all, owed{key: "sheet/" + string(u), do: func() { p.consolidates(h, who) }})
		}
	}
	return all
}

// speaker is who speaks for a unit and is not played by anybody on the page; false when the page plays one of its heads.
func (p *performance) speaker(u workgroup.UnitID, played []workgroup.PersonID) (workgroup.PersonID, bool) {
	first := workgroup.PersonID("")
	for _, who := range p.Roster.People {
		if !who.Speaks(u) {
			continue
		}
		if slices.Contains(played, who.ID) {
			return "", false
		}
		if first == "" && !p.cast[who.ID].Blocking() {
			first = who.ID
		}
	}
	return first, first != ""
}

// reports files a unit's report, in one of the ways people do.
func (p *performance) reports(h *stage.Hands, id workgroup.PersonID, which int) {
	who := p.cast[id]
	_, board := stage.WithVerb(who, p.Group, "zero", "")
	lines := p.words.lines
	switch line := lines[which%len(lines)]; {
	case board != "" && which%3 != 0:
		p.reportsNothing(h, id)
	case which%2 == 0:
		h.Say(who, p.Group, line)
		h.Wait(4 * time.Second)
		h.PressVerb(who, p.Group, "ok", "")
	default:
		h.Say(who, nil, line)
		h.Wait(4 * time.Second)
		h.PressVerb(who, nil, "ok", "")
	}
}

// reportsNothing presses 「零报告」 twice.
func (p *performance) reportsNothing(h *stage.Hands, id workgroup.PersonID) {
	h.PressVerb(p.cast[id], p.Group, "zero", "")
	h.Wait(3 * time.Second)
	h.PressVerb(p.cast[id], p.Group, "zero", "")
}

// reads presses 「已阅」.
func (p *performance) reads(h *stage.Hands, id workgroup.PersonID, notice uint64) {
	h.PressVerb(p.cast[id], p.Group, "read", workgroup.NumberKey(notice))
	h.Wait(2 * time.Second)
}

// consolidates files a lead unit's sheet with two presses.
func (p *performance) consolidates(h *stage.Hands, id workgroup.PersonID) {
	h.PressVerb(p.cast[id], nil, "sheet", "")
	h.Wait(4 * time.Second)
	h.PressVerb(p.cast[id], nil, "sheet", "")
	h.Wait(4 * time.Second)
}
