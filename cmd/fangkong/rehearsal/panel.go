package rehearsal

import (
	"strings"

	"fangkong/cmd/fangkong/stage"
	"fangkong/store/workgroup"
)

// panel is the tour as the page shows it.
type panel struct {
	Words  words
	At     int
	Steps  []panelStep
	Title  string
	Text   []string
	Panes  string
	Seen   bool
	Last   bool
	Leads  bool // to the next step, by itself
	Failed bool
	Mute   bool // the bot can answer nobody, and that comes first
	Over   bool // it was seen to its end
	None   bool // the roster has nobody for one of the parts
	Offers []offerView
	Taken  *offerView // of the offers
}

type panelStep struct {
	No    int
	Title string
	Seen  bool
	Here  bool
}

// cueView is where the visitor finds what they do next.
type cueView struct {
	Pane  string `json:"pane,omitempty"`  // the telephone
	Press string `json:"press,omitempty"` // the data of the button
	Line  string `json:"line,omitempty"`  // that lies ready in the field
	Clock bool   `json:"clock,omitempty"` // it is the clock that is to run fast again
	Mend  bool   `json:"mend,omitempty"`  // before anything else the bot is given back its power or its network
}

// view is the panel as it stands, and what the visitor does next.
func (t *tour) view(p *performance) (v panel, c cueView) {
	v = panel{Words: p.words, At: t.at, Failed: t.failed, Over: t.over}
	cast, ok := p.troupe()
	if v.None = !ok; !ok {
		return v, c
	}
	if t.at == 0 {
		v.Offers, v.Taken = t.offered(p, cast)
		if v.Taken != nil {
			c = cueView{Pane: v.Taken.first, Line: v.Taken.line, Press: p.button(v.Taken.first, v.Taken.last)}
		}
		return v, c
	}
	for i, s := range steps {
		v.Steps = append(v.Steps, panelStep{No: i + 1, Title: p.words.say("tour." + s.name + ".title"), Seen: t.seen[i+1], Here: t.at == i+1})
	}
	s, next := steps[t.at-1], p.lookOn(cast)
	panes := s.panes(cast)
	text := "text"
	switch {
	case t.seen[t.at] && p.words.has("tour."+s.name+".after"):
		text = "after"
	case next.words != "":
		text = next.words
	}
	v.Title, v.Panes = p.words.say("tour."+s.name+".title"), strings.Join(panes, ";")
	v.Seen, v.Last, v.Leads = t.seen[t.at], t.at == len(steps), s.leads
	v.Text = strings.Split(strings.TrimSpace(p.words.say("tour."+s.name+"."+text, s.said(cast)...)), "\n")
	if v.Mute = p.mute(); v.Mute {
		v.Text = []string{p.words.say("tour.mute", p.words.say(p.mends()))}
		return v, cueView{Pane: panes[next.pane], Mend: true}
	}
	if !v.Seen && s.cue != nil {
		c = p.found(next, s, panes[next.pane])
	}
	return v, c
}

// mends names what gives a mute bot back its voice: the network first, without which it does not start.
func (p *performance) mends() string {
	if p.away {
		return "mend"
	}
	return "plug"
}

// found is where on a telephone something is done: the button, or, until there is one, the field with its line.
func (p *performance) found(next cue, s step, pane string) cueView {
	c := cueView{Pane: pane, Press: p.button(pane, next), Clock: next.clock}
	if next.line && c.Press == "" {
		c.Line = p.words.say("tour." + s.name + ".line")
	}
	return c
}

// button is the data of a cue's button on a telephone; empty: there is none.
func (p *performance) button(pane string, next cue) (data string) {
	if who, where, _ := strings.Cut(pane, " "); next.verb != "" {
		_, data = stage.WithVerb(p.cast[workgroup.PersonID(who)], p.chat(workgroup.PersonID(who), where), next.verb, next.object)
	}
	return data
}
