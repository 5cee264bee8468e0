package paper

import (
	"slices"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Whoever loads down several files of one day can tell each from the others by its name.
func TestFilesOfOneDayAreToldApart(t *testing.T) {
	c, tallies := days(t, 1)
	tally, later, next := tallies[0], at.Add(50*time.Minute), at.AddDate(0, 0, 1)
	signed := Official{Date: "2020-01-31", Signed: true}
	resigned, second, third := signed, signed, signed
	resigned.Voided = 1
	second.Again, second.Number = true, 2
	third.Again, third.Number = true, 3
	for _, lang := range workgroup.Languages {
		var all []string
		for _, when := range []time.Time{at, later, next} {
			span := Span{College: c, Days: tallies, Language: lang, At: when}
			all = append(all, Day{College: c, Tally: tally, Language: lang, At: when}.FileName(), span.AttendanceName(), span.TrendName(), Register{Year: "2020", Language: lang, At: when}.NameNow(),
				Own{Unit: tally.Lines[0].Unit, Days: tallies, Language: lang, At: when}.FileName())
		}
		slices.Sort(all)
		if n := len(slices.Compact(slices.Clone(all))); n != len(all) {
			t.Errorf("%s: %d names of %d files: %q", lang, n, len(all), all)
		}
	}
	for _, o := range []struct {
		is   Official
		want string
	}{
		{Official{Date: "2020-01-31", At: at}, "疫情防控情况报告（2020年1月31日，截至15时05分，送审稿）.docx"},
		{Official{Date: "2020-01-31", At: later}, "疫情防控情况报告（2020年1月31日，截至15时55分，送审稿）.docx"},
		{Official{Date: "2020-01-31", At: next}, "疫情防控情况报告（2020年1月31日，截至2月1日15时05分，送审稿）.docx"},
		{signed, "疫情防控情况报告（2020年1月31日）.docx"},
		{resigned, "疫情防控情况报告（2020年1月31日，第2次签发）.docx"},
		{second, "疫情防控情况报告（2020年1月31日，更正件）.docx"},
		{third, "疫情防控情况报告（2020年1月31日，第2次更正件）.docx"},
	} {
		if got := o.is.FileName(); got != o.want {
			t.Errorf("called %s, want %s", got, o.want)
		}
	}
	if second.AnnexName() == third.AnnexName() || second.AnnexName() == signed.AnnexName() {
		t.Error("annexes are called alike")
	}
}
