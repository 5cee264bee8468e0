package paper

import (
	"slices"

	"fangkong/store/workgroup"
)

// stating is a sum that a lead unit has filed otherwise than the answers below it make it by now.
type stating struct {
	lead workgroup.Unit
	workgroup.Override
	sum  int
	told bool // some unit has given its part
}

// statings are those of a date: what the college's own sums do not say, and its papers must.
func statings(t workgroup.Tally) (out []stating) {
	for _, of := range t.Sheets {
		for _, o := range of.Sheet.Overrides {
			one, open := stating{lead: of.Lead, Override: o}, false
			for _, line := range t.Lines {
				if line.State != workgroup.Filed || !slices.Contains(line.Unit.Feeds, of.Lead.ID) {
					continue
				}
				n, known := workgroup.GroupPart(line.Standing.Figures, o.Item, of.Lead.Leads, line.Unit.Kind)
				if open = open || !known && n > 0; known {
					one.sum, one.told = one.sum+n, true
				}
			}
			if open || !one.told || workgroup.Count(one.sum) != o.To {
				out = append(out, one)
			}
		}
	}
	return out
}

// noted is such a sum as a paper tells it, in a sentence of a text.
func (d Day) noted(text string, s stating) string {
	label := d.College.LabelFacts(d.Tally.Round.Date, s.Item)
	label["group"] = s.lead.Leads
	return d.word(text, "unit", s.lead.Named(), "line", label, "sum", s.sum, "given", s.told, "to", int(s.To), "reason", sentence(s.Reason), "at", s.At.In(d.College.Zone).Format("15:04"))
}
