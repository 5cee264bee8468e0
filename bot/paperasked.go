package bot

import (
	"context"
	"fmt"
	"slices"
	"time"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// papersErrand makes a paper of a date for whoever asked for it: date/paper, or of a pack as it was frozen: date/version/paper.
const papersErrand = "paper"

// The papers of a date that a summary offers.
const (
	workbookPaper   = "workbook"   // 日报汇总表
	attendancePaper = "attendance" // 报送情况图
	trendPaper      = "trend"      // 人数走势图
	reportPaper     = "report"     // 上报稿, for those who draft and review it
	registerPaper   = "register"   // 上报信息备案登记簿, which the archive offers
)

// papersOffered are all of them, what their buttons are called, and for whom they are.
var papersOffered = []struct {
	what, label string
	roles       []workgroup.Role
}{
	{attendancePaper, "button/paper-attendance", overseers}, {trendPaper, "button/paper-trend", overseers},
	{workbookPaper, "button/paper-workbook", overseers}, {reportPaper, "button/paper-report", workgroup.PaperReaders},
}

// mayHave tells whether a paper is for somebody.
func mayHave(p workgroup.Person, what string) bool {
	for _, one := range papersOffered {
		if one.what == what {
			return p.Holds(one.roles...)
		}
	}
	return what == registerPaper && p.Holds(overseers...)
}

// pictured is how many days a picture shows.
const pictured = 14

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
	date, what := cutLast(t.button.Object)
	switch {
	case !workgroup.Date(date).Valid() || !t.private():
		return workgroup.Refuse(workgroup.Changed)
	case !mayHave(t.person, what):
		return workgroup.Refuse(workgroup.PaperCollege)
	}
	sendOnce(t.b, workgroup.Errand{Kind: papersErrand, Object: t.button.Object, By: t.person.ID, Written: t.now})
	t.toast("toast/paper-coming", false, nil)
	return nil
}

// Paper is a paper that was made.
type Paper struct {
	File  workgroup.Attachment
	Facts workgroup.Facts
}

// makePaper makes a paper as its date stands, or stood when a pack was frozen, from what one look into the book shows. Whoever waits sees that something is coming.
func (r *Runner) makePaper(ctx context.Context, e workgroup.Errand) (any, error) {
	date, what := cutLast(e.Object)
	at := r.Now().In(r.Rules.College.Zone).Truncate(time.Minute) // as it is printed: whoever asks in the same minute gets the same file
	var days []workgroup.Tally
	var reader workgroup.Person
	var tables []paper.Table
	report := paper.Report{College: r.Rules.College}
	if err := r.Desk.View(func(b workgroup.Book) error {
		reader, _ = workgroup.People.Get(b, string(e.By))
		p, of := frozen(b, e.Object)
		if of {
			b, date, at = workgroup.AsOf(b, p.At), string(p.Date), p.At.In(r.Rules.College.Zone)
		}
		days = r.Rules.College.CountDays(b, workgroup.Date(date), pictured)
		if what == workbookPaper {
			tables = r.ledgers(b, days[len(days)-1], reader, at, of)
		}
		if what == reportPaper {
			report.Stated = r.Rules.statedOf(b, workgroup.Date(date))
			if workgroup.Date(date) == workgroup.DateOf(at) {
				report.Begun = workgroup.CallsBegun(b)
			}
		}
		report.Cases = workgroup.CasesOf(b, workgroup.Date(date))
		report.Units = days[len(days)-1].Round.Called(b)
		return nil
	}); err != nil {
		return nil, err
	}
	if reader.Reachable() {
		// A sign is all it is: it comes to nothing when Telegram is out, and the paper then waits for it.
		_ = r.Asked.Uploads(ctx, reader.Telegram, what == attendancePaper || what == trendPaper)
	}
	college, lang := r.Rules.College, r.Rules.College.Speaks(reader)
	day := days[len(days)-1]
	file := workgroup.Attachment{Picture: true}
	span := paper.Span{College: college, Days: days, Language: lang, At: at}
	var err error
	switch what {
	case workbookPaper:
		of := paper.Day{College: college, Tally: day, Language: lang, At: at, Tables: tables}
		file.Name, file.Picture = of.FileName(), false
		file.Bytes, err = of.Workbook()
	case attendancePaper:
		file.Name = span.AttendanceName()
		file.Bytes, err = span.Attendance()
	case trendPaper:
		file.Name = span.TrendName()
		file.Bytes, err = span.Trend()
	case reportPaper:
		report.Tally, report.At = day, at
		file.Name, file.Picture = report.FileName(), false
		file.Bytes, err = report.Document()
	default:
		return nil, fmt.Errorf("paper %q unknown", what)
	}
	facts := workgroup.Facts{"paper": what, "date": workgroup.Date(date), "at": at.Format("15:04"), "filed": day.Filed(), "due": len(day.Lines)}
	return Paper{file, facts}, err
}

// ledgers are those that stand behind the figures of a day in its workbook, for whoever reads it.
func (r *Runner) ledgers(b workgroup.Book, day workgroup.Tally, reader workgroup.Person, now time.Time, frozen bool) []paper.Table {
	college := r.Rules.College
	book := daybook{Bot: r.Rules, b: b, round: day.Round, lang: college.Speaks(reader), now: now, day: paper.Day{College: college, Tally: day}}
	return book.tables(reader, frozen)
}

// paperMade sends a paper to whoever asked for it, if they may still see it.
func (bot *Bot) paperMade(b workgroup.Book, e workgroup.Errand, made Paper, now time.Time) {
	date, what := cutLast(e.Object)
	reader, ok := workgroup.People.Get(b, string(e.By))
	may := mayHave(reader, what)
	if e.Kind == ownErrand {
		may = reader.Speaks(workgroup.UnitID(what))
	}
	if !ok || !may {
		return
	}
	made.File.Written = now
	if what == workbookPaper && workgroup.Date(date).Valid() {
		looked(b, workgroup.Date(date), reader, now) // of a frozen pack the workbook has no cases
	}
	var rows [][]workgroup.Button
	if what == reportPaper {
		made.Facts["drafters"] = []workgroup.Named{}
	}
	switch {
	case what != reportPaper:
	case workgroup.MayDraft(b, reader) != nil:
		made.Facts["drafters"] = workgroup.DraftersNamed(b)
	default:
		rows = append(rows, []workgroup.Button{{Label: "button/paper-draft", Verb: "draftout", Object: date}})
	}
	bot.College.Tell(b, reader, workgroup.Letter{Lane: "talk", Text: "say/paper", Facts: made.Facts, Buttons: rows, Attached: workgroup.Attach(b, made.File), Silent: true,
		Written: now, Until: now.Add(24 * time.Hour)})
}
