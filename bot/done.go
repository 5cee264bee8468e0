package bot

import (
	"time"

	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// done decides over an errand's result.
func (bot *Bot) done(b workgroup.Book, d errand.Done, now time.Time) {
	workgroup.Errands.Drop(b, d.Errand.Key())
	switch result := d.Result.(type) {
	case errand.Failed:
		bot.paperFailed(b, d.Errand, now)
	case errand.RotaFile:
		bot.rotaFetched(b, d.Errand, result, now)
	case errand.MenusSet:
		result.Keep(b)
	case errand.Examination:
		bot.examined(b, d.Errand, result, now)
	case errand.Paper:
		bot.paperMade(b, d.Errand, result, now)
	case errand.Minutes:
		bot.minutesMade(b, d.Errand, result, now)
	case errand.Official:
		bot.officialMade(b, d.Errand, result, now)
	case errand.Rights:
		bot.rightsKnown(b, d.Errand.Object, result, now)
	}
}
