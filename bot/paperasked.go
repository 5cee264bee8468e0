package bot

import (
	"slices"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// papersOffered are all of them, what their buttons are called, and for whom they are.
var papersOffered = []struct {
	what, label string
	roles       []workgroup.Role
}{
	{errand.AttendancePaper, "button/paper-attendance", workgroup.Overseers}, {errand.TrendPaper, "button/paper-trend", workgroup.Overseers},
	{errand.WorkbookPaper, "button/paper-workbook", workgroup.Overseers}, {errand.ReportPaper, "button/paper-report", workgroup.PaperReaders},
}

// mayHave tells whether a paper is for somebody.
func mayHave(p workgroup.Person, what string) bool {
	for _, one := range papersOffered {
		if one.what == what {
			return p.Holds(one.roles...)
		}
	}
	return (what == errand.RegisterPaper || what == errand.WeekPaper) && p.Holds(workgroup.Overseers...)
}

// paperButtons are under a summary, in private, two a row.
func (t *turn) paperButtons(date workgroup.Date) (rows [][]workgroup.Button) {
	var all []workgroup.Button
	for _, p := range papersOffered {
		if t.person.Holds(p.roles...) {
			all = append(all, workgroup.Button{Label: p.label, Verb: "paper", Object: string(date) + "/" + p.what})
		}
	}
	return slices.Collect(slices.Chunk(all, 2))
}

// pressPaper has a paper made, for whoever may have it: it comes when it is made, in private.
func (t *turn) pressPaper() error {
	date, what := button.CutLast(t.button.Object)
	switch {
	case !workgroup.Date(date).Valid() || !t.private():
		return workgroup.Refuse(workgroup.Changed)
	case !mayHave(t.person, what):
		return workgroup.Refuse(workgroup.PaperCollege)
	}
	workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForPaper, Object: t.button.Object, By: t.person.ID, Written: t.now})
	t.toast("toast/paper-coming", false, nil)
	return nil
}

// paperMade sends a paper to whoever asked for it, if they may still see it.
func (bot *Bot) paperMade(b workgroup.Book, e workgroup.Errand, made errand.Paper, now time.Time) {
	date, what := button.CutLast(e.Object)
	reader, ok := workgroup.People.Get(b, string(e.By))
	may := mayHave(reader, what)
	if e.Kind == errand.ForOwn {
		may = reader.Speaks(workgroup.UnitID(what))
	}
	if !ok || !may {
		return
	}
	made.File.Written = now
	if what == errand.WorkbookPaper && workgroup.Date(date).Valid() {
		looked(b, workgroup.Date(date), reader, now) // of a frozen pack the workbook has no cases
	}
	var rows [][]workgroup.Button
	if what == errand.ReportPaper {
		made.Facts["drafters"] = []workgroup.Named{}
	}
	switch {
	case what != errand.ReportPaper:
	case workgroup.MayDraft(b, reader) != nil:
		made.Facts["drafters"] = workgroup.DraftersNamed(b)
	default:
		rows = append(rows, []workgroup.Button{{Label: "button/paper-draft", Verb: "draftout", Object: date}})
	}
	bot.College.Tell(b, reader, workgroup.Letter{Lane: "talk", Text: "say/paper", Facts: made.Facts, Buttons: rows, Attached: workgroup.Attach(b, made.File), Silent: true,
		Written: now, Until: now.Add(24 * time.Hour)})
}

// looked notes that somebody has the cases of a date on paper: each look is on record.
func looked(b workgroup.Book, date workgroup.Date, by workgroup.Person, now time.Time) {
	if !by.Holds(workgroup.PaperReaders...) {
		return
	}
	for _, k := range workgroup.CasesOf(b, date) {
		b.Note(workgroup.Event{At: now, Kind: workgroup.CaseViewed, Object: k.Key(), By: by.ID})
	}
}
