package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// Failed is the result of an errand whose paper cannot be made: it is given up, and people are told.
type Failed struct{}

// makesPaper tells whether an errand makes a paper: trying for ever would leave somebody waiting who is told nothing.
func makesPaper(kind string) bool {
	return slices.Contains([]string{papersErrand, ownErrand, registerErrand, officialErrand, minutesErrand}, kind)
}

// paperFailed tells whoever waits for a paper, once, that it could not be made, and what to do: who asked for it, else the office.
func (bot *Bot) paperFailed(b workgroup.Book, e workgroup.Errand, now time.Time) {
	to := workgroup.Holders(b, workgroup.Director, workgroup.Staff)
	if reader, ok := workgroup.People.Get(b, string(e.By)); ok {
		to = []workgroup.Person{reader}
	}
	first, _, _ := strings.Cut(e.Object, "/")
	what := e.Kind
	if e.Kind == papersErrand {
		_, what = cutLast(e.Object)
	}
	for _, one := range to {
		bot.College.Tell(b, one, workgroup.Letter{Lane: "talk", Text: "say/paper-failed", Facts: workgroup.Facts{"paper": what, "date": first}, Urgency: workgroup.Deadline, Written: now})
	}
}
