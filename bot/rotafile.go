package bot

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"fangkong/bot/people"
	"fangkong/bot/rota"
	"fangkong/store/workgroup"
)

const (
	// largestFile is the longest roster that is fetched, in bytes.
	largestFile = 1 << 20
	// largestSheet bounds what a workbook unpacks to: a small archive can hold a very large sheet.
	largestSheet = 16 << 20
	// fetchTries is how often a file is fetched in vain before its sender hears of it.
	fetchTries = 4
)

// RotaFile is what fetching an uploaded roster brings back.
type RotaFile struct {
	Sheets  []workgroup.RotaSheet
	People  []sheetRows // sheets of people: who is what, in place of a roster
	Failure string      // "fetch": Telegram does not hand it over; "read": it is not what its name says
}

// fileNamed tells what sort of roster a file is by its name; "" for none.
func fileNamed(name string) string {
	for _, kind := range []string{"xlsx", "csv"} {
		if strings.HasSuffix(strings.ToLower(strings.TrimSpace(name)), "."+kind) {
			return kind
		}
	}
	return ""
}

// document is a file that somebody sends in private: a roster, when the office sends it. done says that it was taken for one.
func (t *turn) document() (done bool, err error) {
	doc := t.msg.Document
	if doc == nil || t.edited || !t.private() || !t.known || !t.person.MakesRota() {
		return false, nil
	}
	switch {
	case fileNamed(doc.FileName) == "":
		return true, workgroup.Refuse(workgroup.BadFile, "people", ofPeople(doc.FileName))
	case doc.FileSize > largestFile:
		return true, workgroup.Refuse(workgroup.LargeFile, "most", largestFile>>10, "people", ofPeople(doc.FileName))
	}
	workgroup.Send(t.b, workgroup.Errand{Kind: rotaErrand, Object: doc.FileID, Facts: workgroup.Facts{"name": doc.FileName}, By: t.person.ID, Written: t.now})
	t.reply("say/rota-reading", workgroup.Facts{"source": excerpt(doc.FileName)})
	return true, nil
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
		if people.IsSheet(s.rows) {
			continue
		}
		r := rota.Read(s.rows, rota.Options{Today: today, Zone: zone})
		one := workgroup.RotaSheet{Name: s.name, Rows: r.Rows, Faults: r.Faults}
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
	case ofPeople(name):
		if len(sheets) == 0 {
			sheets = []sheetRows{{}} // a workbook with nothing in it
		}
		return RotaFile{People: sheets}
	case len(all) > 0:
		one := all[0]
		// Where no line is like a turn, the whole is no roster: one fault says so.
		if len(one.Rows) == 0 && !slices.ContainsFunc(one.Faults, func(f workgroup.RotaFault) bool { return f.Code != workgroup.RotaUnread }) {
			one.Faults = []workgroup.RotaFault{{Line: 1, Code: workgroup.RotaNoTable, Out: true, Facts: workgroup.Facts{"words": firstWords(sheets[0].rows)}}}
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

type sheetRows struct {
	name string
	rows []rota.Row
}

func sheetsOf(name string, raw []byte) ([]sheetRows, error) {
	if fileNamed(name) == "csv" {
		rows, err := csvRows(raw)
		return []sheetRows{{"", rows}}, err
	}
	// What the library unpacks beside memory goes with the folder, whether or not it could open the file.
	scratch, err := os.MkdirTemp("", "fangkong-")
	if err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	defer os.RemoveAll(scratch)
	book, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: largestSheet, UnzipXMLSizeLimit: largestSheet, RawCellValue: true, TmpDir: scratch})
	if err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	defer book.Close()
	var out []sheetRows
	for _, sheet := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(sheet); err != nil || !visible {
			continue
		}
		cells, err := cellsOf(book, sheet)
		if err != nil {
			return nil, fmt.Errorf("sheet: %w", err)
		}
		if len(cells) > 0 {
			out = append(out, sheetRows{sheet, cells})
		}
	}
	return out, nil
}

// cellsOf are a sheet's rows as they are kept, numbers as numbers; a merged cell says the same in each of its places.
func cellsOf(book *excelize.File, sheet string) ([]rota.Row, error) {
	rows, err := book.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []rota.Row
	for line := 1; rows.Next() && len(out) <= rota.Most; line++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, err
		}
		out = append(out, rota.Row{Line: line, Cells: cells[:min(len(cells), 60)]})
	}
	merged, err := book.GetMergeCells(sheet)
	if err != nil {
		return nil, err
	}
	for _, m := range merged {
		left, top, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		right, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 != nil || err2 != nil || left != right {
			continue // across columns it is a heading
		}
		for line := top + 1; line <= min(bottom, len(out)); line++ {
			row := &out[line-1]
			for len(row.Cells) < left && left <= 60 {
				row.Cells = append(row.Cells, "")
			}
			if left <= len(row.Cells) && top <= len(out) && left <= len(out[top-1].Cells) {
				row.Cells[left-1] = out[top-1].Cells[left-1]
			}
		}
	}
	return out, nil
}

// csvRows reads a table of text, in UTF-8 or in GB18030 as older spreadsheets write it, parted by whatever parts its first lines.
func csvRows(raw []byte) ([]rota.Row, error) {
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(raw) {
		var err error
		if raw, err = simplifiedchinese.GB18030.NewDecoder().Bytes(raw); err != nil {
			return nil, fmt.Errorf("encoding: %w", err)
		}
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		return nil, errors.New("not a text")
	}
	r := csv.NewReader(bytes.NewReader(raw))
	r.FieldsPerRecord, r.LazyQuotes, r.Comma = -1, true, ','
	head := raw[:min(len(raw), 2000)]
	for _, comma := range []rune{';', '\t'} {
		if bytes.Count(head, []byte(string(comma))) > bytes.Count(head, []byte(string(r.Comma))) {
			r.Comma = comma
		}
	}
	var out []rota.Row
	for len(out) <= rota.Most {
		cells, err := r.Read()
		if err != nil {
			break // the end, or a line no reader can read: what came before it stands
		}
		line, _ := r.FieldPos(0)
		out = append(out, rota.Row{Line: line, Cells: cells})
	}
	return out, nil
}

// rotaFetched decides over a roster that was fetched: it is shown, or one of its sheets asked for.
func (bot *Bot) rotaFetched(b workgroup.Book, e workgroup.Errand, file RotaFile, now time.Time) {
	p, ok := workgroup.People.Get(b, string(e.By))
	if !ok || !p.MakesRota() {
		return // no longer of the office
	}
	name, _ := e.Facts["name"].(string)
	switch {
	case file.Failure != "":
		bot.College.Tell(b, p, workgroup.Letter{Lane: "talk", Text: "say/rota-failed", Facts: workgroup.Facts{"source": excerpt(name), "why": file.Failure, "people": ofPeople(name)}, Written: now})
	case len(file.People) > 0:
		bot.previewStaffing(b, p, bot.proposePeople(b, p, name, file.People, now), now)
	case len(file.Sheets) == 1:
		r := bot.College.ProposeRota(b, p, name, file.Sheets[0].Rows, file.Sheets[0].Faults, now)
		bot.previewRota(b, p, r, now)
	default:
		sheets := slices.Clone(file.Sheets[:min(len(file.Sheets), 12)])
		r := bot.College.AskSheet(b, p, name, sheets, now)
		l := workgroup.Letter{Lane: "talk", Text: "say/rota-which", Facts: workgroup.Facts{"source": excerpt(name)}, Written: now, About: workgroup.Ref{Object: "rota/" + r.Key()}}
		for i, s := range sheets {
			l.Buttons = append(l.Buttons, []workgroup.Button{{Label: "button/rota-sheet", Facts: workgroup.Facts{"name": s.Name, "n": len(s.Rows)},
				Verb: "whichrota", Object: r.Key() + "/" + strconv.Itoa(i)}})
		}
		bot.College.Tell(b, p, l)
	}
}
