package errand

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// The papers of a date that a summary offers.
const (
	WorkbookPaper   = "workbook"   // 日报汇总表
	AttendancePaper = "attendance" // 报送情况图
	TrendPaper      = "trend"      // 人数走势图
	WeekPaper       = "week"       // the week that ends with the date, day by day
	ReportPaper     = "report"     // 上报稿, for those who draft and review it
	RegisterPaper   = "register"   // 上报信息备案登记簿, which the archive offers
)

// pictured is how many days a picture shows.
const pictured = 14

// Paper is what errands ForPaper, ForOwn and ForRegister bring back.
type Paper struct {
	File  workgroup.Attachment
	Facts workgroup.Facts
}

// Failed is the result of an errand whose paper cannot be made: it is given up, and people are told.
type Failed struct{}

// makesPaper tells whether an errand makes a paper: trying for ever would leave somebody waiting who is told nothing.
func makesPaper(kind string) bool {
	return slices.Contains([]string{ForPaper, ForOwn, ForRegister, ForOfficial, ForMinutes}, kind)
}

// wanted is a paper that is to be made, with all that it is made of.
type wanted struct {
	what   string
	date   workgroup.Date
	at     time.Time
	days   []workgroup.Tally // the last is its own
	reader workgroup.Person
	tables []paper.Table // of a workbook
	report paper.Report
}

// makePaper makes a paper as its date stands, or stood when a pack was frozen, from what one look into the book shows. Whoever waits sees that something is coming.
func (r *Runner) makePaper(ctx context.Context, e workgroup.Errand) (any, error) {
	var w wanted
	if err := r.Desk.View(func(b workgroup.Book) error { w = r.wantedBy(b, e); return nil }); err != nil {
		return nil, err
	}
	if w.reader.Reachable() {
		// A sign is all it is: it comes to nothing when Telegram is out, and the paper then waits for it.
		_ = r.Asked.Uploads(ctx, w.reader.Telegram, w.what == AttendancePaper || w.what == TrendPaper)
	}
	file, err := r.fileOf(w)
	if file.Name == "" {
		return nil, err
	}
	day := w.days[len(w.days)-1]
	facts := workgroup.Facts{"paper": w.what, "from": w.date.Monday(), "date": w.date, "at": w.at.Format("15:04"), "filed": day.Filed(), "due": len(day.Lines)}
	return Paper{file, facts}, err
}

// wantedBy is the paper of an errand, with what the book has for it.
func (r *Runner) wantedBy(b workgroup.Book, e workgroup.Errand) (w wanted) {
	date, what := button.CutLast(e.Object)
	w.what, w.date, w.report = what, workgroup.Date(date), paper.Report{College: r.College}
	w.at = r.Now().In(r.College.Zone).Truncate(time.Minute) // as it is printed: whoever asks in the same minute gets the same file
	w.reader, _ = workgroup.People.Get(b, string(e.By))
	p, of := frozen(b, e.Object)
	if of {
		b, w.date, w.at = workgroup.AsOf(b, p.At), p.Date, p.At.In(r.College.Zone)
	}
	if what == WeekPaper {
		w.days = r.College.CountFrom(b, w.date.Monday(), w.date)
	}
	if len(w.days) == 0 {
		w.days = r.College.CountDays(b, w.date, pictured)
	}
	day := w.days[len(w.days)-1]
	if what == WorkbookPaper {
		w.tables = r.ledgers(b, day, w.reader, w.at, of)
	}
	if what == ReportPaper {
		w.report.Stated = r.Stated(b, w.date)
		if w.date == workgroup.DateOf(w.at) {
			w.report.Begun = workgroup.CallsBegun(b)
		}
	}
	w.report.Cases, w.report.Units = workgroup.CasesOf(b, w.date), day.Round.Called(b)
	return w
}

// fileOf makes the file of a paper, in its reader's language.
func (r *Runner) fileOf(w wanted) (file workgroup.Attachment, err error) {
	college, lang := r.College, r.College.Speaks(w.reader)
	day := w.days[len(w.days)-1]
	file.Picture = true
	span := paper.Span{College: college, Days: w.days, Cases: w.report.Cases, Language: lang, At: w.at}
	switch w.what {
	case WorkbookPaper:
		of := paper.Day{College: college, Tally: day, Language: lang, At: w.at, Tables: w.tables, Cases: w.report.Cases}
		file.Name, file.Picture = of.FileName(), false
		file.Bytes, err = of.Workbook()
	case WeekPaper:
		of := paper.Period{College: college, From: w.date.Monday(), To: w.date, Days: w.days, Language: lang, At: w.at}
		file.Name, file.Picture = of.FileName(), false
		file.Bytes, err = of.Workbook()
	case AttendancePaper:
		file.Name = span.AttendanceName()
		file.Bytes, err = span.Attendance()
	case TrendPaper:
		file.Name = span.TrendName()
		file.Bytes, err = span.Trend()
	case ReportPaper:
		w.report.Tally, w.report.At = day, w.at
		file.Name, file.Picture = w.report.FileName(), false
		file.Bytes, err = w.report.Document()
	default:
		err = fmt.Errorf("paper %q unknown", w.what)
	}
	return file, err
}

// ledgers are those that stand behind the figures of a day in its workbook, for whoever reads it.
func (r *Runner) ledgers(b workgroup.Book, day workgroup.Tally, reader workgroup.Person, now time.Time, frozen bool) []paper.Table {
	college := r.College
	book := daybook{Teller: r.Teller, b: b, round: day.Round, lang: college.Speaks(reader), now: now, day: paper.Day{College: college, Tally: day}}
	return book.tables(reader, frozen)
}

// frozen is the pack whose figures an errand's paper is made of, where it is one's.
func frozen(b workgroup.Book, object string) (workgroup.Pack, bool) {
	key, what := button.CutLast(object)
	if !strings.Contains(key, "/") || !slices.Contains(workgroup.PackAnnexes, workgroup.Annex(what)) {
		return workgroup.Pack{}, false
	}
	return workgroup.Packs.Get(b, key)
}
