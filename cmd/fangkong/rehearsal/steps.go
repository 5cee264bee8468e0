package rehearsal

import (
	"slices"
	"time"

	"fangkong/cmd/fangkong/stage"
	"fangkong/store/workgroup"
)

// step is one of the tour's.
type step struct {
	name  string
	panes func(troupe) []string                           // whose telephones lie on the table, and at which chat
	ready func(*performance, *stage.Hands, troupe)        // what others have done before; nil: nothing
	do    func(*performance, *stage.Hands, troupe)        // what the visitor is asked to do
	seen  func(*performance, workgroup.Book, troupe) bool // whether it has come about
	cue   func(*performance, workgroup.Book, troupe) cue  // what the visitor does next; nil: nothing
	said  func(troupe) []any                              // what its words speak of
	leads bool                                            // the next step is on the same telephones, and begins by itself
}

// cue is what the visitor does next: where, with which button, and in which words the panel says so.
type cue struct {
	pane         int    // of the step's
	verb, object string // of the button
	line         bool   // until there is such a button, the step's line lies ready in the field
	words        string // of the step's; empty: its text
	waits        bool   // nothing is to be done but to look on, and the clock hurries
	clock        bool   // the visitor has it run fast again
}

// filing and calling are the telephones of the first three steps, and of the last three.
func filing(t troupe) []string { return []string{at(t.heads[0], group), private(t.heads[1])} }

func calling(t troupe) []string {
	return []string{at(t.heads[2], group), private(t.heads[2]), private(t.duty), private(t.director)}
}

// rungWithin is how long the ladder may take to reach the director, by the timetable of anybody.
const rungWithin = 30 * time.Minute

// steps are the six.
var steps = []step{
	{
		name:  "reminder",
		panes: filing,
		do:    (*performance).reminded,
		seen: func(p *performance, _ workgroup.Book, _ troupe) bool {
			return !p.Now().Before(p.today(workgroup.StepRemind))
		},
		said:  func(t troupe) []any { return []any{t.remind} },
		leads: true,
	},
	{
		name:  "zero",
		panes: filing,
		do:    func(p *performance, h *stage.Hands, t troupe) { p.reportsNothing(h, t.heads[0]) },
		seen: func(p *performance, b workgroup.Book, t troupe) bool {
			_, filed := workgroup.FiledOn(b, workgroup.DateOf(p.Now()), t.units[0])
			return filed
		},
		cue:   func(*performance, workgroup.Book, troupe) cue { return cue{pane: 0, verb: "zero"} },
		said:  func(t troupe) []any { return []any{t.names[0], t.remind} },
		leads: true,
	},
	{
		name:  "words",
		panes: filing,
		do: func(p *performance, h *stage.Hands, t troupe) {
			head := p.cast[t.heads[1]]
			if m, _ := stage.WithVerb(head, nil, "ok", ""); m == nil { // or the visitor has sent it
				h.Say(head, nil, p.words.say("tour.words.line"))
				h.Wait(moment)
			}
			h.PressVerb(head, nil, "ok", "")
		},
		seen: func(p *performance, b workgroup.Book, t troupe) bool {
			_, filed := workgroup.FiledOn(b, workgroup.DateOf(p.Now()), t.units[1])
			return filed
		},
		cue:  func(*performance, workgroup.Book, troupe) cue { return cue{pane: 1, verb: "ok", line: true} },
		said: func(t troupe) []any { return []any{t.names[1], t.alone[0], t.alone[1]} },
	},
	{
		name:  "urgent",
		panes: calling,
		do: func(p *performance, h *stage.Hands, t troupe) {
			if !p.opened(t.units[2]) { // or the visitor has come as far as that
				p.calls(h, t)
			}
			h.Wait(10*time.Minute + time.Second)
			h.PressVerb(p.cast[t.director], nil, "take", "")
		},
		seen: func(_ *performance, b workgroup.Book, _ troupe) bool {
			for k := range workgroup.Cases.Each(b, "") {
				if k.Holder != "" { // whoever took it, and however soon
					return true
				}
			}
			return false
		},
		cue: func(p *performance, b workgroup.Book, t troupe) cue {
			k, opened := caseOf(b, t.units[2])
			switch {
			case !opened:
				return cue{pane: 1, verb: "call", object: "ok", line: true}
			case slices.ContainsFunc(k.Rings, func(r workgroup.Ring) bool { return slices.Contains(r.People, t.director) }):
				return cue{pane: 3, verb: "take", words: "rung"}
			case p.tour.hurry && p.speed != hurried:
				return cue{pane: 2, words: "stands", waits: true, clock: true}
			case k.Holder == "" && p.Now().Before(k.Opened.Add(rungWithin)):
				return cue{pane: 2, words: "climbs", waits: true}
			}
			return cue{pane: 2, words: "climbs"}
		},
		said:  func(t troupe) []any { return []any{t.names[2], t.called, t.chief, t.alone[2]} },
		leads: true,
	},
	{
		name:  "receipt",
		panes: calling,
		ready: func(p *performance, h *stage.Hands, t troupe) {
			office := p.cast[t.office]
			h.Say(office, nil, "/notice "+p.words.say("tour.receipt.notice"))
			h.Wait(2 * time.Second)
			h.PressVerb(office, nil, "publish", "")
		},
		do: func(p *performance, h *stage.Hands, t troupe) {
			h.PressVerb(p.cast[t.heads[2]], p.Group, "read", "")
		},
		seen: func(_ *performance, b workgroup.Book, t troupe) bool {
			for r := range workgroup.Receipts.Each(b, "") {
				if r.Read.By == t.heads[2] {
					return true
				}
			}
			return false
		},
		cue:   func(*performance, workgroup.Book, troupe) cue { return cue{pane: 0, verb: "read"} },
		said:  func(t troupe) []any { return []any{t.alone[2]} },
		leads: true,
	},
	{
		name:  "signature",
		panes: calling,
		ready: (*performance).bringSummaryToSign,
		do: func(p *performance, h *stage.Hands, t troupe) {
			if !p.todaysPaper().Signable() { // the visitor has returned it
				p.bringToSign(h, t)
			}
			for range 2 {
				h.Wait(moment)
				h.PressVerb(p.cast[t.director], nil, "signoff", "/sign")
			}
		},
		seen: func(p *performance, b workgroup.Book, _ troupe) bool {
			for paper := range workgroup.Papers.Each(b, "") {
				if paper.Date == workgroup.DateOf(p.Now()) && paper.Signature.Done() {
					return true
				}
			}
			return false
		},
		cue:  func(*performance, workgroup.Book, troupe) cue { return cue{pane: 3, verb: "signoff", object: "/sign"} },
		said: func(t troupe) []any { return []any{t.chief} },
	},
}

// calls has the head of the third unit report an urgent case in a line, and answer what it left open.
func (p *performance) calls(h *stage.Hands, t troupe) {
	head := p.cast[t.heads[2]]
	if m, _ := stage.WithVerb(head, nil, "call", "ok"); m == nil { // or the visitor has sent it
		h.Say(head, nil, p.words.say("tour.urgent.line"))
	}
	for _, answer := range []string{"kind/sealed", "group/student", "known/0"} { // what of it the unit's kind makes the bot ask
		if m, _ := stage.WithVerb(head, nil, "call", answer); m != nil {
			h.Wait(moment)
			h.PressVerb(head, nil, "call", answer)
		}
	}
	h.Wait(moment)
	h.PressVerb(head, nil, "call", "ok")
}

// caseOf is the urgent case of a unit that runs.
func caseOf(b workgroup.Book, u workgroup.UnitID) (workgroup.Case, bool) {
	running := workgroup.Running(b)
	if i := slices.IndexFunc(running, func(k workgroup.Case) bool { return k.Unit == u }); i >= 0 {
		return running[i], true
	}
	return workgroup.Case{}, false
}

// opened tells whether a case of a unit runs.
func (p *performance) opened(u workgroup.UnitID) (is bool) {
	_ = p.Store.View(func(b workgroup.Book) error {
		_, is = caseOf(b, u)
		return nil
	})
	return is
}

// today is when a step of today falls due.
func (p *performance) today(step workgroup.StepName) (at time.Time) {
	_ = p.Store.View(func(b workgroup.Book) error {
		round, _ := workgroup.Rounds.Get(b, string(workgroup.DateOf(p.Now())))
		at = round.At(step)
		return nil
	})
	return at
}
