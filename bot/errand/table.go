package errand

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"fangkong/bot/rota"
)

// FileKind tells what sort of roster a file is by its name; "" for none.
func FileKind(name string) string {
	for _, kind := range []string{"xlsx", "csv"} {
		if strings.HasSuffix(strings.ToLower(strings.TrimSpace(name)), "."+kind) {
			return kind
		}
	}
	return ""
}

// Sheet is a table of a file: a sheet of a workbook, by its name, or the whole of a text.
type Sheet struct {
	Name string
	Rows []rota.Row
}

func sheetsOf(name string, raw []byte) ([]Sheet, error) {
	if FileKind(name) == "csv" {
		rows, err := csvRows(raw)
		return []Sheet{{"", rows}}, err
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
	var out []Sheet
	for _, sheet := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(sheet); err != nil || !visible {
			continue
		}
		cells, err := cellsOf(book, sheet)
		if err != nil {
			return nil, fmt.Errorf("sheet: %w", err)
		}
		if len(cells) > 0 {
			out = append(out, Sheet{sheet, cells})
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
