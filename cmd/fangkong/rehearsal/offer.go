package rehearsal

import (
	"strings"

	"fangkong/cmd/fangkong/stage"
	"fangkong/store/workgroup"
)

// offer is one of the things to do without the tour: who does it, and what others have done before, so that it can be done at once.
type offer struct {
	name  string
	who   func(troupe) workgroup.PersonID
	panes func(troupe) []string                    // whose telephones are laid for it
	other func(troupe) workgroup.PersonID          // who goes on with it; nil: nobody
	ready func(*performance, *stage.Hands, troupe) // nil: nothing
	last  cue                                      // what it comes to on the first telephone
}

// offers are those there are, in the order of an afternoon. Their words are “offer.NAME”, what is to be done “offer.NAME.text”, and
// what may be written “offer.NAME.line”.
var offers = []offer{
	{
		name:  "report",
		who:   func(t troupe) workgroup.PersonID { return t.heads[1] },
		panes: func(t troupe) []string { return []string{at(t.heads[1], group), private(t.heads[1])} },
		ready: (*performance).reminded,
		last:  cue{verb: "ok"},
	},
	{
		name:  "urgent",
		who:   func(t troupe) workgroup.PersonID { return t.heads[2] },
		panes: func(t troupe) []string { return []string{private(t.heads[2]), private(t.duty), private(t.director)} },
		last:  cue{verb: "call", object: "ok"},
	},
	{
		name:  "notice",
		who:   func(t troupe) workgroup.PersonID { return t.office },
		panes: func(t troupe) []string { return []string{private(t.office), at(t.heads[0], group)} },
		other: func(t troupe) workgroup.PersonID { return t.heads[0] },
		last:  cue{verb: "publish"},
	},
	{
		name:  "draft",
		who:   func(t troupe) workgroup.PersonID { return t.office },
		panes: func(t troupe) []string { return []string{private(t.office), private(t.second), private(t.director)} },
		other: func(t troupe) workgroup.PersonID { return t.second },
		ready: (*performance).reminded,
	},
	{
		name:  "sign",
		who:   func(t troupe) workgroup.PersonID { return t.director },
		panes: func(t troupe) []string { return []string{private(t.director), private(t.office)} },
		ready: func(p *performance, h *stage.Hands, t troupe) {
			p.reminded(h, t)
			p.bringToSign(h, t)
		},
		last: cue{verb: "signoff", object: "/sign"},
	},
}

// reminded goes on to the first reminder of the day: what one does with it cannot be done before.
func (p *performance) reminded(h *stage.Hands, _ troupe) {
	if due := p.today(workgroup.StepRemind).Sub(p.Now()); due > 0 {
		h.Wait(due)
	}
}

// takeUp does what others do before the visitor, and has the panel say what is to be done.
func (p *performance) takeUp(name string, t troupe) error {
	for _, o := range offers {
		if o.name != name {
			continue
		}
		p.tour.trying = name
		p.speed = min(p.speed, 1)
		h := p.hands()
		if o.ready != nil {
			o.ready(p, h, t)
		}
		p.tour.failed = h.Err != nil
		return nil
	}
	return errUnclear
}

// offerView is an offer as the panel shows it.
type offerView struct {
	Name, Title, Part, Panes string   // Part: what whoever does it is
	Taken                    bool     // it was taken up
	Text                     []string // what is to be done then
	Next                     string   // of a report to the authorities: with whom it lies
	first, line              string   // whose telephone comes first, and the line that lies ready there
	last                     cue      // what it comes to there
}

// offered are the offers, and the one that was taken up.
func (t *tour) offered(p *performance, with troupe) (all []offerView, taken *offerView) {
	for _, o := range offers {
		who := p.personView(o.who(with))
		parts := strings.Split(who.Role, " · ")
		panes := o.panes(with)
		v := offerView{Name: o.name, Title: p.words.say("offer." + o.name), Part: parts[len(parts)-1], Panes: strings.Join(panes, ";"), first: panes[0], last: o.last}
		if line := "offer." + o.name + ".line"; p.words.has(line) {
			v.line = p.words.say(line)
		}
		if v.Taken = o.name == t.trying; !v.Taken {
			all = append(all, v)
			continue
		}
		said := []any{p.words.say("offer.part", who.Name, who.Role)}
		if o.other != nil {
			said = append(said, p.personView(o.other(with)).Name)
		}
		v.Text = strings.Split(strings.TrimSpace(p.words.say("offer."+o.name+".text", said...)), "\n")
		if o.name == "draft" || o.name == "sign" {
			v.Next = p.nextOnPaper(with)
		}
		all, taken = append(all, v), &v
	}
	return all, taken
}

// nextOnPaper says with whom today's report to the authorities lies; nothing while the bot is down, and nobody can tell.
func (p *performance) nextOnPaper(t troupe) string {
	if p.Down() {
		return ""
	}
	state := p.todaysPaper().State
	if state == "" {
		state = "none"
	}
	next := map[workgroup.PaperState]workgroup.PersonID{"none": t.office, workgroup.PaperDraft: t.office, workgroup.PaperChecking: t.second,
		workgroup.PaperReview: t.leader, workgroup.PaperReviewed: t.director, workgroup.PaperToSign: t.director}[state]
	if next == "" {
		return p.words.say("next.done")
	}
	return p.words.say("next."+string(state), p.personView(next).Name)
}
