package day

import (
	"errors"
	"os"
	"path/filepath"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// papers writes the draft of the report, and the pictures of who filed and how many there are.
func (d *day) papers(dir string) error {
	var days []workgroup.Tally
	report := paper.Report{College: d.College, Units: map[workgroup.UnitID]string{}, At: d.Now()}
	if err := d.Store.View(func(b workgroup.Book) error {
		days = d.College.CountDays(b, workgroup.DateOf(d.Now()), pictured)
		report.Tally, report.Cases = days[len(days)-1], workgroup.CasesOf(b, workgroup.DateOf(d.Now()))
		for u := range workgroup.Units.Each(b, "") {
			report.Units[u.ID] = u.Name
		}
		return nil
	}); err != nil {
		return err
	}
	span := paper.Span{College: d.College, Days: days, Cases: report.Cases, Language: d.lang, At: d.Now()}
	attendance, bad := span.Attendance()
	trend, worse := span.Trend()
	document, worst := report.Document()
	if err := errors.Join(bad, worse, worst); err != nil {
		return err
	}
	for name, raw := range map[string][]byte{report.FileName(): document, span.AttendanceName(): attendance, span.TrendName(): trend} {
		if err := os.WriteFile(filepath.Join(dir, name), raw, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// pictured is how many days a picture shows.
const pictured = 14
