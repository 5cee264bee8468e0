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

// makePaper makes a paper as its date stands, or stood when a pack was frozen, from what one look into the book shows. Whoever waits sees that something is coming.
func (r *Runner) makePaper(ctx context.Context, e workgroup.Errand) (any, error) {
	date, what := button.CutLast(e.Object)
	at := r.Now().In(r.College.Zone).Truncate(time.Minute) // as it is printed: whoever asks in the same minute gets the same file
	var days []workgroup.Tally
	var reader workgroup.Person
	var tables []paper.Table
	report := paper.Report{College: r.College}
	if err := r.Desk.View(func(b workgroup.Book) error {
		reader, _ = workgroup.People.Get(b, string(e.By))
		p, of := frozen(b, e.Object)
		if of {
			b, date, at = workgroup.AsOf(b, p.At), string(p.Date), p.At.In(r.College.Zone)
		}
		if what == WeekPaper {
			days = r.College.CountFrom(b, workgroup.Date(date).Monday(), workgroup.Date(date))
		}
		if len(days) == 0 {
			days = r.College.CountDays(b, workgroup.Date(date), pictured)
		}
		if what == WorkbookPaper {
			tables = r.ledgers(b, days[len(days)-1], reader, at, of)
		}
		if what == ReportPaper {
			report.Stated = r.Stated(b, workgroup.Date(date))
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
		_ = r.Asked.Uploads(ctx, reader.Telegram, what == AttendancePaper || what == TrendPaper)
	}
	college, lang := r.College, r.College.Speaks(reader)
	day := days[len(days)-1]
	file := workgroup.Attachment{Picture: true}
	span := paper.Span{College: college, Days: days, Cases: report.Cases, Language: lang, At: at}
	var err error
	switch what {
	case WorkbookPaper:
		of := paper.Day{College: college, Tally: day, Language: lang, At: at, Tables: tables, Cases: report.Cases}
		file.Name, file.Picture = of.FileName(), false
		file.Bytes, err = of.Workbook()
	case WeekPaper:
		of := paper.Period{College: college, From: workgroup.Date(date).Monday(), To: workgroup.Date(date), Days: days, Language: lang, At: at}
		file.Name, file.Picture = of.FileName(), false
		file.Bytes, err = of.Workbook()
	case AttendancePaper:
		file.Name = span.AttendanceName()
		file.Bytes, err = span.Attendance()
	case TrendPaper:
		file.Name = span.TrendName()
		file.Bytes, err = span.Trend()
	case ReportPaper:
		report.Tally, report.At = day, at
		file.Name, file.Picture = report.FileName(), false
		file.Bytes, err = report.Document()
	default:
		return nil, fmt.Errorf("paper %q unknown", what)
	}
	facts := workgroup.Facts{"paper": what, "from": workgroup.Date(date).Monday(), "date": workgroup.Date(date), "at": at.Format("15:04"), "filed": day.Filed(), "due": len(day.Lines)}
	return Paper{file, facts}, err
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
