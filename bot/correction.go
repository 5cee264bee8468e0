package bot

import (
	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// correctedBy is what a correction changes of what was sent, as its document says it.
func (bot *Bot) correctedBy(b workgroup.Book, p workgroup.Paper) paper.Corrected {
	sums, units := bot.College.Corrections(b, p)
	out := paper.Corrected{Sums: sums}
	round, _ := workgroup.Rounds.Get(b, string(p.Date))
	for _, one := range units {
		u, _ := round.Unit(b, one.Unit) // as it was called on that day
		is, _ := workgroup.FiledOn(b, p.Date, one.Unit)
		out.Units = append(out.Units, paper.UnitCorrected{Unit: u.Name, Changes: one.Changes, First: one.First, At: is.Confirmed, Why: bot.Outward(b, p.Date, one.Reason)})
	}
	return out
}
