package bot

import (
	"context"
	"strings"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// ownErrand makes a workbook of a unit's own figures for one of its heads: date/unit.
const ownErrand = "own"

// ownPaper is what texts call it.
const ownPaper = "own"

// exported is how many days a unit's own workbook holds.
const exported = 31

// pressExport is 「导出本单位数据」 under a unit's own ledger.
func (t *turn) pressExport() error {
	date, id, _ := t.standing()
	if !t.private() || !date.Valid() {
		return workgroup.Refuse(workgroup.Changed)
	}
	return t.exportOwn(date, id)
}

// exportOwn has a unit's own figures brought to one of its heads, as a workbook for internal use.
func (t *turn) exportOwn(date workgroup.Date, id workgroup.UnitID) error {
	if !t.person.Speaks(id) {
		return workgroup.Refuse(workgroup.NotAHead, "unit", t.unitName(id))
	}
	sendOnce(t.b, workgroup.Errand{Kind: ownErrand, Object: workgroup.StandingKey(date, id), By: t.person.ID, Written: t.now})
	t.b.Note(workgroup.Event{At: t.now, Kind: workgroup.UnitExported, Object: workgroup.StandingKey(date, id), By: t.person.ID})
	t.says("toast/paper-coming", false, nil)
	return nil
}

// makeOwn makes it, of the days up to its date of which there is a round in which the unit owed a report.
func (r *Runner) makeOwn(ctx context.Context, e workgroup.Errand) (any, error) {
	date, id, _ := strings.Cut(e.Object, "/")
	college := r.Rules.College
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
