package errand

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fangkong/bot/people"
	"fangkong/bot/rota"
	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

const (
	// LargestFile is the longest roster that is fetched, in bytes.
	LargestFile = 1 << 20
	// largestSheet bounds what a workbook unpacks to: a small archive can hold a very large sheet.
	largestSheet = 16 << 20
	// fetchTries is how often a file is fetched in vain before its sender hears of it.
	fetchTries = 4
)

// RotaFile is what fetching an uploaded roster brings back.
type RotaFile struct {
	Sheets  []workgroup.RotaSheet
	People  []Sheet // sheets of people: who is what, in place of a roster
	Failure string  // "fetch": Telegram does not hand it over; "read": it is not what its name says
}

// fetchRota fetches and reads an uploaded roster. What cannot be had is told to its sender: at once when asking again cannot help,
// and else after some tries.
func (r *Runner) fetchRota(ctx context.Context, e workgroup.Errand) (any, error) {
	raw, err := r.Asked.Download(ctx, e.Object, LargestFile)
	var told *telegram.Error
	switch {
	case err == nil:
		name, _ := e.Facts["name"].(string)
		zone := r.College.Zone
		return readRota(name, raw, workgroup.DateOf(e.Written.In(zone)), zone), nil
	case errors.As(err, &told) && told.Lasting() || e.Tries >= fetchTries:
		return RotaFile{Failure: "fetch"}, nil
	}
	return nil, err
}

// readRota makes rosters, or sheets of people where there is none, of a file's bytes. Of a workbook's sheets those count that name their columns; where none does, those
// in which any turn was found.
func readRota(name string, raw []byte, today workgroup.Date, zone *time.Location) (file RotaFile) {
	// The reader of workbooks is somebody else's, and the file a stranger's: one that breaks it is a file that cannot be read.
	defer func() {
		if recover() != nil {
			file = RotaFile{Failure: "read"}
		}
	}()
	sheets, err := sheetsOf(name, raw)
	if err != nil {
		return RotaFile{Failure: "read"}
	}
	var all, headed, found []workgroup.RotaSheet
	staff := peopleSheets(sheets)
	for _, s := range sheets {
		if people.IsSheet(s.Rows) {
			continue
		}
		r := rota.Read(s.Rows, rota.Options{Today: today, Zone: zone})
		one := workgroup.RotaSheet{Name: s.Name, Rows: r.Rows, Faults: r.Faults}
		all = append(all, one)
		switch {
		case r.Header && len(r.Rows)+len(r.Faults) > 0:
			headed = append(headed, one)
		case len(r.Rows) > 0:
			found = append(found, one)
		}
	}
	switch {
	case len(headed) > 0:
		return RotaFile{Sheets: headed}
	case len(staff) > 0:
		return RotaFile{People: staff}
	case len(found) > 0:
		return RotaFile{Sheets: found}
	case OfPeople(name):
		if len(sheets) == 0 {
			sheets = []Sheet{{}} // a workbook with nothing in it
		}
		return RotaFile{People: sheets}
	case len(all) > 0:
		one := all[0]
		// Where no line is like a turn, the whole is no roster: one fault says so.
		if len(one.Rows) == 0 && !slices.ContainsFunc(one.Faults, func(f workgroup.RotaFault) bool { return f.Code != workgroup.RotaUnread }) {
			one.Faults = []workgroup.RotaFault{{Line: 1, Code: workgroup.RotaNoTable, Out: true, Facts: workgroup.Facts{"words": firstWords(sheets[0].Rows)}}}
		}
		return RotaFile{Sheets: []workgroup.RotaSheet{one}}
	}
	return RotaFile{Failure: "read"}
}

// firstWords are the first words of a sheet, “” of an empty one.
func firstWords(rows []rota.Row) string {
	for _, row := range rows {
		if words := strings.Join(strings.Fields(strings.Join(row.Cells, " ")), " "); words != "" {
			return string([]rune(words)[:min(40, len([]rune(words)))])
		}
	}
	return ""
}
