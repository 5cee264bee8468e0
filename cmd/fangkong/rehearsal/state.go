package rehearsal

import (
	"bytes"
	"slices"
)

// state is what every page shows above the telephones. It is compared as a whole.
type state struct {
	Date   string  `json:"date"`
	Clock  string  `json:"clock"`
	Speed  int     `json:"speed"` // which of the speeds
	Down   bool    `json:"down"`
	Away   bool    `json:"away"`
	Others bool    `json:"others"`
	Told   string  `json:"told"` // what the others have done, when they were last asked
	Broken string  `json:"broken,omitempty"`
	Tour   string  `json:"tour"` // its panel, as HTML
	Step   int     `json:"step"` // where it stands
	Cue    cueView `json:"cue"`  // what the visitor does next
	Late   bool    `json:"late"` // it would begin everything anew
}

// state is what the page shows now.
func (p *performance) state() state {
	now := p.Now()
	s := state{Date: p.words.date(now), Clock: now.Format("15:04:05"), Speed: slices.Index(speeds, p.speed), Down: p.Down(), Away: p.away, Others: p.others,
		Told: p.said, Step: p.tour.at, Late: p.late()}
	if p.stopped != nil {
		s.Broken = p.stopped.Error()
	}
	var html bytes.Buffer
	view, next := p.tour.view(p)
	if err := pages.ExecuteTemplate(&html, "tour", view); err == nil {
		s.Tour, s.Cue = html.String(), next
	}
	return s
}
