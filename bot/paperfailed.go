package bot

import (
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// paperFailed tells whoever waits for a paper, once, that it could not be made, and what to do: who asked for it, else the office.
func (bot *Bot) paperFailed(b workgroup.Book, e workgroup.Errand, now time.Time) {
	to := workgroup.Holders(b, workgroup.Director, workgroup.Staff)
	if reader, ok := workgroup.People.Get(b, string(e.By)); ok {
		to = []workgroup.Person{reader}
	}
	first, _, _ := strings.Cut(e.Object, "/")
	what := e.Kind
	if e.Kind == errand.ForPaper {
		_, what = button.CutLast(e.Object)
	}
	for _, one := range to {
		bot.College.Tell(b, one, workgroup.Letter{Lane: "talk", Text: "say/paper-failed", Facts: workgroup.Facts{"paper": what, "date": first}, Urgency: workgroup.Deadline, Written: now})
	}
}
