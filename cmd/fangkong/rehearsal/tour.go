package rehearsal

import (
	"slices"
	"strings"
	"time"

	"fangkong/cmd/fangkong/stage"
	"fangkong/store/workgroup"
)

// tour leads through six things in a few minutes. A step has been seen when the college says so, however it came about: by
// the visitor's own hand, or by 「替我做」.
type tour struct {
	at     int // from 1; 0: nobody is on it
	seen   map[int]bool
	failed bool   // the step could not be prepared, or done for the visitor
	over   bool   // the visitor has seen all of it, and is by themselves
	trying string // the offer that was taken up
}

// step is one of them.
type step struct {
	name  string
	panes func(troupe) []string                           // whose telephones lie on the table, and at which chat
	ready func(*performance, *stage.Hands, troupe)        // what others have done before; nil: nothing
	do    func(*performance, *stage.Hands, troupe)        // what the visitor is asked to do
	seen  func(*performance, workgroup.Book, troupe) bool // whether it has come about
	said  func(troupe) []any                              // what its words speak of
}

// troupe are those the tour is about.
type troupe struct {
	units    []workgroup.UnitID
	heads    []workgroup.PersonID
	names    []string // of the heads, each with the unit
	office   workgroup.PersonID
	second   workgroup.PersonID // of the office, too
	director workgroup.PersonID
	duty     workgroup.PersonID // rung first
	leader   workgroup.PersonID // of the leading group
	remind   string             // when the first reminder of the day comes
}

// troupe casts them from the roster; false when it has nobody for one of the parts.
func (p *performance) troupe() (t troupe, ok bool) {
	t.remind = p.begun.Add(time.Minute).Format("15:04")
	for _, u := range p.Roster.Units {
		for _, who := range p.Roster.People {
			if len(t.units) < 3 && !u.Lead() && len(who.Duties) > 0 && who.Duties[0] == (workgroup.Duty{Role: workgroup.Head, Unit: u.ID}) {
				t.units, t.heads = append(t.units, u.ID), append(t.heads, who.ID)
				t.names = append(t.names, p.words.person(u.Named(), who.Name))
				break
			}
		}
	}
	for _, who := range p.Roster.People {
		switch {
		case who.Holds(workgroup.DutyStaff) && t.duty == "":
			t.duty = who.ID
		case who.Holds(workgroup.Director) && t.director == "":
			t.director = who.ID
		case who.Holds(workgroup.Staff) && t.office == "":
			t.office = who.ID
		case who.Holds(workgroup.Drafters...) && t.second == "" && who.ID != t.office:
			t.second = who.ID
		}
		if who.Holds(workgroup.Leading) && t.leader == "" { // who may be one of the above as well
			t.leader = who.ID
		}
	}
	return t, len(t.units) == 3 && t.office != "" && t.second != "" && t.director != "" && t.duty != "" && t.leader != ""
}

func at(who workgroup.PersonID, where string) string { return string(who) + " " + where }

func private(who workgroup.PersonID) string { return at(who, string(who)) }

// steps are the six.
var steps = []step{
	{
		name:  "reminder",
		panes: func(t troupe) []string { return []string{at(t.heads[0], group), private(t.heads[0])} },
		do:    func(p *performance, h *stage.Hands, _ troupe) { h.Wait(p.today(workgroup.StepRemind).Sub(p.Now())) },
		seen: func(p *performance, _ workgroup.Book, _ troupe) bool {
			return !p.Now().Before(p.today(workgroup.StepRemind))
		},
		said: func(t troupe) []any { return []any{t.names[0], t.remind} },
	},
	{
		name:  "zero",
		panes: func(t troupe) []string { return []string{at(t.heads[0], group), private(t.heads[0])} },
		do: func(p *performance, h *stage.Hands, t troupe) {
			for range 2 {
				h.PressVerb(p.cast[t.heads[0]], p.Group, "zero", "")
				h.Wait(3 * time.Second)
			}
		},
		seen: func(p *performance, b workgroup.Book, t troupe) bool {
			_, filed := workgroup.FiledOn(b, workgroup.DateOf(p.Now()), t.units[0])
			return filed
		},
		said: func(t troupe) []any { return []any{t.names[0]} },
	},
	{
		name:  "words",
		panes: func(t troupe) []string { return []string{at(t.heads[1], group)} },
		do: func(p *performance, h *stage.Hands, t troupe) {
			h.Say(p.cast[t.heads[1]], p.Group, p.words.say("tour.words.line"))
			h.Wait(5 * time.Second)
			h.PressVerb(p.cast[t.heads[1]], p.Group, "ok", "")
		},
		seen: func(p *performance, b workgroup.Book, t troupe) bool {
			_, filed := workgroup.FiledOn(b, workgroup.DateOf(p.Now()), t.units[1])
			return filed
		},
		said: func(t troupe) []any { return []any{t.names[1]} },
	},
	{
		name: "urgent",
		panes: func(t troupe) []string {
			return []string{at(t.heads[2], group), private(t.heads[2]), private(t.duty), private(t.director)}
		},
		do: func(p *performance, h *stage.Hands, t troupe) {
			if head := p.cast[t.heads[2]]; !p.opened(t.units[2]) { // or the visitor has come as far as that
				h.PressVerb(head, p.Group, "urgent", "")
				for _, answer := range []string{"kind/sealed", "group/student", "known/0", "ok"} {
					h.Wait(3 * time.Second)
					h.PressVerb(head, nil, "call", answer)
				}
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
		said: func(t troupe) []any { return []any{t.names[2]} },
	},
	{
		name:  "receipt",
		panes: func(t troupe) []string { return []string{at(t.heads[0], group), private(t.office)} },
		ready: func(p *performance, h *stage.Hands, t troupe) {
			office := p.cast[t.office]
			h.Say(office, nil, "/notice "+p.words.say("tour.receipt.notice"))
			h.Wait(2 * time.Second)
			h.PressVerb(office, nil, "publish", "")
		},
		do: func(p *performance, h *stage.Hands, t troupe) {
			h.PressVerb(p.cast[t.heads[0]], p.Group, "read", "")
			h.PressVerb(p.cast[t.office], nil, "receipts", "")
		},
		seen: func(_ *performance, b workgroup.Book, t troupe) bool {
			for r := range workgroup.Receipts.Each(b, "") {
				if r.Read.By == t.heads[0] {
					return true
				}
			}
			return false
		},
		said: func(t troupe) []any { return []any{t.names[0]} },
	},
	{
		name:  "signature",
		panes: func(t troupe) []string { return []string{private(t.director), private(t.office)} },
		ready: (*performance).bringToSign,
		do: func(p *performance, h *stage.Hands, t troupe) {
			director := p.cast[t.director]
			if !p.todaysPaper().Signable() { // the visitor has returned it
				p.bringToSign(h, t)
			}
			h.Say(director, nil, "/summary")
			for range 2 {
				h.Wait(3 * time.Second)
				h.PressVerb(director, nil, "signoff", "/sign")
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
		said: func(troupe) []any { return nil },
	},
}

// opened tells whether a case of a unit runs.
func (p *performance) opened(u workgroup.UnitID) (is bool) {
	_ = p.Store.View(func(b workgroup.Book) error {
		is = slices.ContainsFunc(workgroup.Running(b), func(k workgroup.Case) bool { return k.Unit == u })
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

// look sees how far the visitor has come.
func (t *tour) look(p *performance) {
	if t.at == 0 || t.seen[t.at] || p.Down() {
		return
	}
	troupe, ok := p.troupe()
	if !ok {
		return
	}
	_ = p.Store.View(func(b workgroup.Book) error {
		t.seen[t.at] = steps[t.at-1].seen(p, b, troupe)
		return nil
	})
}

// late tells whether the reminder, with which the tour begins, is over and more has happened since.
func (p *performance) late() bool { return p.Now().After(p.begun.Add(2 * time.Minute)) }

// tourAsked is what is asked of the tour: begin, next, help or leave; and at which step, so that a second press asks nothing more.
// Instead of it an offer is taken up by its name.
type tourAsked struct {
	Do    string
	From  int
	Offer string
}

// guide leads on. A tour that begins late begins with everything else anew: what it leads to has happened already. A step that
// is left out is done for the visitor, for the next ones rest on it.
func (r *Rehearsal) guide(asked tourAsked) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if asked.Do == "begin" && r.playing != nil && r.playing.late() {
		if err := r.anew(""); err != nil {
			return err
		}
	}
	return r.held(func(p *performance) error { return p.guided(asked) })
}

// guided is what one press asks of the tour.
func (p *performance) guided(asked tourAsked) error {
	troupe, ok := p.troupe()
	here := p.tour.at > 0 && asked.From == p.tour.at
	switch {
	case asked.Do == "leave":
		p.tour.at, p.tour.over, p.tour.trying = 0, p.tour.seen[len(steps)], ""
		return nil
	case !ok:
		return errNoTour
	case p.Down() || p.away:
		return errNotNow
	}
	h := p.hands()
	switch {
	case asked.Do == "try" && p.tour.at == 0:
		return p.takeUp(asked.Offer, troupe)
	case asked.Do == "begin":
		p.tour = tour{at: 1, seen: map[int]bool{}}
	case asked.Do == "next" && here && p.tour.at < len(steps):
		p.finish(p.hands(), troupe)
		p.tour.at++
		p.speed = min(p.speed, 1) // what comes next is not run past
		if ready := steps[p.tour.at-1].ready; ready != nil {
			ready(p, h, troupe)
		}
	case asked.Do == "help" && here:
		p.finish(h, troupe)
	}
	p.tour.failed = h.Err != nil
	return nil
}

// finish does for the visitor what the step asks, unless it has come about.
func (p *performance) finish(h *stage.Hands, t troupe) {
	if !p.tour.seen[p.tour.at] {
		steps[p.tour.at-1].do(p, h, t)
		p.tour.look(p)
	}
}

// panel is the tour as the page shows it.
type panel struct {
	Words   words
	At      int
	Steps   []panelStep
	Title   string
	Text    []string
	Panes   string
	Line    string // what the visitor may write; a press puts it into the field
	Several bool   // there is more than one of them
	Seen    bool
	Last    bool
	Failed  bool
	Over    bool // it was seen to its end
	None    bool // the roster has nobody for one of the parts
	Offers  []offerView
	Taken   *offerView // of the offers
}

type panelStep struct {
	No    int
	Title string
	Seen  bool
	Here  bool
}

func (t *tour) view(p *performance) panel {
	v := panel{Words: p.words, At: t.at, Failed: t.failed, Over: t.over}
	troupe, ok := p.troupe()
	if v.None = !ok; !ok {
		return v
	}
	if t.at == 0 {
		v.Offers, v.Taken = t.offered(p, troupe)
		return v
	}
	for i, s := range steps {
		v.Steps = append(v.Steps, panelStep{No: i + 1, Title: p.words.say("tour." + s.name + ".title"), Seen: t.seen[i+1], Here: t.at == i+1})
	}
	s := steps[t.at-1]
	v.Title, v.Seen, v.Last = p.words.say("tour."+s.name+".title"), t.seen[t.at], t.at == len(steps)
	text := "tour." + s.name + ".text"
	if after := "tour." + s.name + ".after"; v.Seen && p.words.has(after) { // what was to come has come
		text = after
	}
	v.Text = strings.Split(strings.TrimSpace(p.words.say(text, s.said(troupe)...)), "\n")
	if name := "tour." + s.name + ".line"; !v.Seen && p.words.has(name) {
		v.Line = p.words.say(name)
	}
	panes := s.panes(troupe)
	v.Panes, v.Several = strings.Join(panes, ";"), len(panes) > 1
	return v
}
