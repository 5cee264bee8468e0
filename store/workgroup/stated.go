package workgroup

// Contradicted is a sum that a lead unit has filed otherwise than the figures below it make it. What goes to the authorities is added up from
// the units: whoever checks or signs it must know that the lead unit says something else.
type Contradicted struct {
	Lead   UnitID `json:"lead"`
	Item   Key    `json:"item"`
	To     Count  `json:"to"`
	Reason string `json:"reason"`
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
		out = append(out, Contradicted{one.lead.ID, one.Item, one.To, one.Reason})
	}
	return out
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

// restate has what lies before those who check and sign follow a sheet that was filed with other overrides.
func (c College) restate(b Book, before, now Sheet) {
	if len(before.Overrides)+len(now.Overrides) == 0 {
		return
	}
	stirPack(b, now.Date, now.Filed)
	if p, ok := LastPaper(b, now.Date); ok {
		Touch(b, PaperCard, p.Key(), now.Filed)
	}
}
