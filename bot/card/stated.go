package card

import (
	"fangkong/bot/paper"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// Stated are the sums that lead units state otherwise than the units, for a report. A reason that tells of a case is left out: the authorities
// read of it under its number alone.
func (tell *Teller) Stated(b workgroup.Book, d workgroup.Date) (out []paper.Stated) {
	for _, one := range tell.College.Stated(b, d) {
		one.Reason = tell.Outward(b, d, one.Reason)
		round, _ := workgroup.Rounds.Get(b, string(d))
		lead, _ := round.Unit(b, one.Lead)
		out = append(out, paper.Stated{Contradicted: one, Lead: lead.Name, Group: lead.Leads})
	}
	return out
}

// Outward is a reason as the authorities read it: one that tells of a case is left out, of which they read under its number alone, and nobody is
// named.
func (tell *Teller) Outward(b workgroup.Book, d workgroup.Date, reason string) string {
	if tell.Reader(b).Read(reason, understand.Context{Date: string(d)}).Urgent == understand.Yes {
		return ""
	}
	return Withheld(b, reason)
}

// Withheld is words as they may stand in a paper: nobody is named in them, and no number by which somebody is reached.
func Withheld(b workgroup.Book, words string) string {
	var names []string
	for p := range workgroup.People.Each(b, "") {
		names = append(names, p.Name)
	}
	// Who has what an open case is of, is known from its own words, wherever they are named again.
	for _, k := range workgroup.Running(b) {
		if name := k.Reporter.Name; understand.IsName(name) {
			names = append(names, name)
		}
		for _, said := range k.Remarks {
			names = append(names, understand.WhoIsIll(said.Text)...)
		}
	}
	return understand.Withheld(words, names)
}
