package workgroup

import "slices"

// Contradicted is a sum that a lead unit has filed otherwise than the figures below it make it. What goes to the authorities is added up from
// the units: whoever checks or signs it must know that the lead unit says something else.
type Contradicted struct {
	Lead   UnitID `json:"lead"`
	Item   Key    `json:"item"`
	To     Count  `json:"to"`
	Reason string `json:"reason"`
	Sum    Count  `json:"sum,omitempty"` // as the figures make it; Unsaid: nobody has given it
}

// contradiction is such a sum with what it is now.
type contradiction struct {
	lead Unit
	sum  int
	told bool // some unit has given it
	Override
}

// contradictions are the overrides of filed sheets that the figures do not bear out by now either.
func (c College) contradictions(b Book, r Round) (out []contradiction) {
	for _, lead := range r.leads(b) {
		filed, ok := LastSheet(b, r.Date, lead.ID)
		if !ok || len(filed.Overrides) == 0 {
			continue
		}
		now := c.Consolidate(b, r, lead)
		for _, o := range filed.Overrides {
			if sum, told := now.Sums[o.Item]; !told || sum != o.To || now.Unsplit[o.Item] > 0 {
				out = append(out, contradiction{lead, int(sum), told, o})
			}
		}
	}
	return out
}

// contradicted is what of them a pack stands on.
func (c College) contradicted(b Book, r Round) (out []Contradicted) {
	for _, one := range c.contradictions(b, r) {
		was := Contradicted{one.lead.ID, one.Item, one.To, one.Reason, Count(one.sum)}
		if !one.told {
			was.Sum = Unsaid
		}
		out = append(out, was)
	}
	return out
}

// Stated are those sums of a date as they stand.
func (c College) Stated(b Book, d Date) []Contradicted {
	r, _ := Rounds.Get(b, string(d))
	return c.contradicted(b, r)
}

// StatedFacts are those sums as texts tell them.
func (c College) StatedFacts(b Book, d Date) []Facts {
	out := []Facts{}
	r, ok := Rounds.Get(b, string(d))
	if !ok {
		return out
	}
	for _, one := range c.contradictions(b, r) {
		out = append(out, Facts{"unit": one.lead.Named(), "line": c.LabelFacts(d, one.Item), "sum": one.sum, "given": one.told, "to": int(one.To),
			"reason": one.Reason, "by": nameOf(b, one.By), "at": c.clock(one.At)})
	}
	return out
}

// restate has what lies before those who check and sign follow a sheet that was filed with other overrides. A paper that has not left the house
// says what lead units state otherwise: where they state something else now it comes back, and a signature falls.
func (c College) restate(b Book, r Round, before, now Sheet, by Person) {
	if len(before.Overrides)+len(now.Overrides) == 0 {
		return
	}
	stirPack(b, now.Date, now.Filed)
	p, ok := LastPaper(b, now.Date)
	switch {
	case !ok:
		return
	case p.State == PaperDraft || p.Out() || slices.Equal(p.Content.Stated, c.contradicted(b, r)):
		Touch(b, PaperCard, p.Key(), now.Filed)
		return
	}
	was, payload := p, Facts{"unit": now.Lead, "revision": now.Revision}
	if p.State == PaperSigned {
		c.unsign(b, &p, by, now.Filed, payload)
	} else {
		p.note(b, PaperOvertaken, by, now.Filed, payload)
	}
	lead, _ := r.Unit(b, now.Lead)
	c.comeBack(b, was, p, Facts{"unit": lead.Named(), "by": by.Name, "changes": []Facts{}, "zeros": 0, "first": false, "case": "", "stated": true}, now.Filed)
}
