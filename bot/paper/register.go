package paper

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

// Register is the register of a year's reports to the authorities (上报信息备案登记簿).
type Register struct {
	College  workgroup.College
	Year     string
	Rows     []RegisterRow // by number
	Language workgroup.Language
	At       time.Time // as of when, in the college's zone
}

// RegisterRow is one report that was filed, with the names of its people.
type RegisterRow struct {
	Entry                                   workgroup.PaperEntry
	Paper                                   workgroup.Paper
	Drafter, Checker, Signer, Sender, Filer string
	Lowerer                                 string   // who made it an ordinary one
	Struck                                  []string // by whom each entry that was wrong had been entered
	Corrects                                string   // the number of the one it corrects
}

func (r Register) word(name string, pairs ...any) string { return worded(r.Language, name, pairs...) }

func (r Register) in(zh, en string) string { return Day{Language: r.Language}.in(zh, en) }

// FileName is what the office calls it.
func (r Register) FileName() string {
	return worded(r.Language, "book/file-register", "year", r.Year, "at", "") + ".xlsx"
}

// NameNow is what it is called where the year is not over: as of when.
func (r Register) NameNow() string {
	at := r.At.Format("1月2日15时04分")
	if r.Language == workgroup.English {
		at = r.At.Format("0102-1504")
	}
	return worded(r.Language, "book/file-register", "year", r.Year, "at", at) + ".xlsx"
}

// Workbook is the register as an .xlsx; whatever people wrote is text and is never computed.
func (r Register) Workbook() ([]byte, error) {
	titles := strings.Split(r.word("book/register-header", "leading", r.College.Body("leading")), "|")
	widths := []float64{20, 12, 22, 9, 10, 14, 26, 14, 24, 18, 14, 10, 14, 14, 24, 24}
	s := &sheet{Day: Day{College: r.College, Language: r.Language}, file: excelize.NewFile(), name: r.word("book/register"), styles: map[string]int{}}
	made := r.At.UTC().Format(time.RFC3339)
	s.note(s.file.SetSheetName(s.file.GetSheetName(0), s.name))
	s.note(s.file.SetDocProps(&excelize.DocProperties{Creator: "fangkong", LastModifiedBy: "fangkong", Created: made, Modified: made}))
	s.makeStyles()
	s.span("title", 1, 1, len(titles), 1, r.word("book/register-title", "college", r.College.Name, "year", r.Year))
	for i, title := range titles {
		s.text("header", i+1, 2, title)
		column, err := excelize.ColumnNumberToName(i + 1)
		s.note(err)
		s.note(s.file.SetColWidth(s.name, column, column, widths[i]))
	}
	for i, row := range r.Rows {
		s.row = i + 3
		for j, words := range r.cells(row) {
			s.text("name", j+1, s.row, words)
			s.grow(words, widths[j])
		}
	}
	s.tall()
	s.note(s.file.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 2, TopLeftCell: "B3", ActivePane: "bottomRight"}))
	s.note(s.file.SetRowHeight(s.name, 1, 30))
	s.printed(2)
	raw, err := s.file.WriteToBuffer()
	if err := errors.Join(s.err, err, s.file.Close()); err != nil {
		return nil, fmt.Errorf("register of %s: %w", r.Year, err)
	}
	return raw.Bytes(), nil
}

func (r Register) cells(row RegisterRow) []string {
	p := row.Paper
	at := func(t time.Time) string { return t.In(r.College.Zone).Format("01-02 15:04") }
	class, review := r.word("book/ordinary"), ""
	if p.Class() == workgroup.PaperImportant {
		class = r.word("book/important")
	}
	if p.Lowered.Done() {
		class += r.in("（", " (") + row.Lowerer + " " + at(p.Lowered.At) + " " + r.in("降为一般：", "made it so: ") + p.Lowered.Reason + r.in("）", ")")
	}
	if p.Review.Done() {
		review = p.Review.Time + r.in("，", ", ") + p.Review.Form + r.in("，", ", ") + p.Review.People + r.in("，", ", ") + p.Review.Conclusion
	}
	checked := ""
	if p.Checked.Done() {
		checked = row.Checker + " " + at(p.Checked.At)
	}
	var to, how, received []string
	for _, s := range p.AllSendings() {
		to, how, received = append(to, s.To), append(how, s.How+" "+at(s.At)), append(received, s.Received)
	}
	for i, s := range p.Struck { // what was entered first stays in the register
		was := s.How + " " + at(s.At) + r.in("，", ", ") + s.Received
		if s.To != "" {
			was = s.To + r.in("，", ", ") + was
		}
		how = append(how, r.in("原登记：", "entered first: ")+was+r.in("（", " (")+row.Struck[i]+r.in(" 登记，", ", put right ")+at(s.Corrected.At)+r.in(" 更正）", ")"))
	}
	each := func(words []string) string { return strings.Join(words, r.in("；", "; ")) }
	return []string{row.Entry.Named().Name, string(p.Date), r.word("book/report", "again", p.Corrects != ""), class, row.Drafter, checked, review, row.Signer + " " + at(p.Signature.At), each(to), each(how), each(received),
		row.Sender, row.Filer + " " + at(p.Filed.At), row.Corrects, p.Copy, p.Annex}
}
