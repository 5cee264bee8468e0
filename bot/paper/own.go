package paper

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

// Own is what one unit has reported in some days, for its own use (内部工作用): its sums, and nobody else's.
type Own struct {
	College  workgroup.College
	Unit     workgroup.Unit
	Days     []workgroup.Tally // oldest first, each with the unit's line alone; at least one
	Language workgroup.Language
	At       time.Time // as of when, in the college's zone
}

func (o Own) word(name string, pairs ...any) string { return worded(o.Language, name, pairs...) }

func (o Own) newest() workgroup.Tally { return o.Days[len(o.Days)-1] }

// FileName is what the office calls it; it says for whom it is.
func (o Own) FileName() string {
	return worded(o.Language, "book/file-own", "unit", o.Unit.Named(), "moment", moment(o.Language, o.newest().Round.Date, o.At)) + ".xlsx"
}

// columns are the figures that any of its days was asked for, as the newest form has them; what that no longer asks stands behind.
func (o Own) columns() (out []column) {
	for _, t := range slices.Backward(o.Days) {
		for _, c := range (Day{College: o.College, Tally: t, Language: o.Language}).columns() {
			if !slices.ContainsFunc(out, func(is column) bool { return is.key == c.key && is.item.Key == c.item.Key }) {
				out = append(out, c)
			}
		}
	}
	return out
}

// internal stands on every page, behind the figures and in the title.
func (o Own) internal() string { return o.word("book/internal") }

// Workbook is the unit's days as an .xlsx, a row each, marked on the screen and on paper. A day it did not report stands as 未报, never as a
// zero; whatever people wrote is text and is never computed.
func (o Own) Workbook() ([]byte, error) {
	day := Day{College: o.College, Tally: o.newest(), Language: o.Language, At: o.At}
	s := &sheet{Day: day, file: excelize.NewFile(), name: o.internal(), columns: o.columns(), styles: map[string]int{}}
	made := o.At.UTC().Format(time.RFC3339)
	s.note(s.file.SetSheetName(s.file.GetSheetName(0), s.name))
	s.note(s.file.SetDocProps(&excelize.DocProperties{Title: o.internal(), Creator: "fangkong", LastModifiedBy: "fangkong", Created: made, Modified: made}))
	s.makeStyles()
	s.across("title", o.word("book/own-title", "unit", o.Unit.Named()))
	s.across("below", o.word("book/own-below", "office", o.College.Body("office"), "until", s.until()))
	s.header(o.word("book/date"))
	for _, t := range o.Days {
		for _, line := range t.Lines {
			s.line(string(t.Round.Date), o.College.FormOn(t.Round.Date), line)
		}
	}
	s.across("below", o.word("book/own-foot"))
	s.layOut()
	o.mark(s)
	raw, err := s.file.WriteToBuffer()
	if err := errors.Join(s.err, err, s.file.Close()); err != nil {
		return nil, fmt.Errorf("workbook of unit %s: %w", o.Unit.ID, err)
	}
	return raw.Bytes(), nil
}

// mark puts the watermark behind the cells, where a screen shows it, and large on the head of every page, where a printer does.
func (o Own) mark(s *sheet) {
	c := newCanvas(420, 260, o.Language)
	c.slant(o.internal(), 70, 200, 22)
	picture, err := c.Bytes()
	s.note(err)
	s.note(s.file.SetSheetBackgroundFromBytes(s.name, ".png", picture))
	s.note(s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Top: ptr(0.9), Header: ptr(0.3)})) // inches: the mark stands above the title
	s.note(s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddHeader: "&C&22&KC0C0C0" + o.internal(), OddFooter: "&L" + o.internal() + "&C&P/&N&R" + o.At.Format("2006-01-02 15:04")}))
}
