package errand

import (
	"context"
	"strings"
	"time"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// makeRegister makes the register of a year (上报信息备案登记簿).
func (r *Runner) makeRegister(_ context.Context, e workgroup.Errand) (any, error) {
	year, _, _ := strings.Cut(e.Object, "/")
	var of paper.Register
	if err := r.Desk.View(func(b workgroup.Book) error {
		reader, _ := workgroup.People.Get(b, string(e.By))
		of = RegisterOf(b, r.College, year, r.College.Speaks(reader), r.Now())
		return nil
	}); err != nil {
		return nil, err
	}
	raw, err := of.Workbook()
	return Paper{workgroup.Attachment{Name: of.NameNow(), Bytes: raw}, workgroup.Facts{"paper": RegisterPaper, "year": year, "n": len(of.Rows)}}, err
}

// RegisterOf is the register of a year as it stands.
func RegisterOf(b workgroup.Book, college workgroup.College, year string, lang workgroup.Language, now time.Time) paper.Register {
	of := paper.Register{College: college, Year: year, Language: lang, At: now.In(college.Zone)}
	for entry := range workgroup.PaperEntries.Each(b, year+"/") {
		p, _ := workgroup.Papers.Get(b, entry.Paper)
		row := paper.RegisterRow{Entry: entry, Paper: p}
		name := func(id workgroup.PersonID) string {
			one, _ := workgroup.People.Get(b, string(id))
			return one.Name
		}
		row.Drafter, row.Signer, row.Sender, row.Filer = name(p.Drafter), name(p.Signature.By), name(p.Sent.Entered.By), name(p.Filed.By)
		row.Checker, row.Lowerer = name(p.Checked.By), name(p.Lowered.By)
		for _, s := range p.Struck {
			row.Struck = append(row.Struck, name(s.Entered.By))
		}
		if first, ok := workgroup.Papers.Get(b, p.Corrects); ok && p.Corrects != "" {
			if e, ok := workgroup.EntryOf(b, first); ok {
				row.Corrects = e.Named().Name
			}
		}
		of.Rows = append(of.Rows, row)
	}
	return of
}
