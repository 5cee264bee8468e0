package errand

import (
	"context"
	"strings"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// ownPaper is what texts call it.
const ownPaper = "own"

// exported is how many days a unit's own workbook holds.
const exported = 31

// makeOwn makes it, of the days up to its date of which there is a round in which the unit owed a report.
func (r *Runner) makeOwn(ctx context.Context, e workgroup.Errand) (any, error) {
	date, id, _ := strings.Cut(e.Object, "/")
	college := r.College
	of := paper.Own{College: college, At: r.Now().In(college.Zone)}
	var reader workgroup.Person
	filed := 0
	if err := r.Desk.View(func(b workgroup.Book) error {
		of.Days, filed = nil, 0
		reader, _ = workgroup.People.Get(b, string(e.By))
		of.Unit, _ = workgroup.Units.Get(b, id)
		for round := range workgroup.Rounds.From(b, "", string(workgroup.Date(date).Add(1-exported))) {
			u, known := round.Unit(b, workgroup.UnitID(id))
			if round.Date > workgroup.Date(date) {
				break
			}
			if !known || !round.Owes(u.ID) {
				continue
			}
			line := workgroup.UnitLine{Unit: u, State: workgroup.Missing}
			if s, ok := workgroup.FiledOn(b, round.Date, u.ID); ok {
				line.State, line.Standing = workgroup.Filed, s
				filed++
			}
			of.Days = append(of.Days, workgroup.Tally{Round: round, Lines: []workgroup.UnitLine{line}})
		}
		return nil
	}); err != nil {
		return nil, err
	}
	if len(of.Days) == 0 {
		return Failed{}, nil
	}
	if reader.Reachable() {
		_ = r.Asked.Uploads(ctx, reader.Telegram, false) // a sign is all it is
	}
	of.Language = college.Speaks(reader)
	raw, err := of.Workbook()
	facts := workgroup.Facts{"paper": ownPaper, "unit": of.Unit.Named(), "date": workgroup.Date(date), "at": of.At.Format("15:04"), "filed": filed, "due": len(of.Days)}
	return Paper{workgroup.Attachment{Name: of.FileName(), Bytes: raw}, facts}, err
}
