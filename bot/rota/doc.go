// Package rota reads duty rosters (值班表) as offices write them: lines pasted into a chat, or the rows of a sheet. It knows
// dates, times and columns, and nobody's name: whose a name is, is decided by the rules.
//
//	text or rows ──► cells, half-width ──► header? ─ yes ─► by column ─┐
//	                                          └──── no ──► by words ───┴─► shifts as read, and what was wrong with which line
//
// There is no I/O here, and no text for people: a fault is a code, a line and words.
package rota

import (
	"time"

	"fangkong/store/workgroup"
)

// Options are what a roster is read against.
type Options struct {
	Today workgroup.Date // what “31日” and “周六” are meant from
	Zone  *time.Location
}

// Row is one line of a roster: its number as people count them, and its cells.
type Row struct {
	Line  int
	Cells []string
}

// Reading is what was read.
type Reading struct {
	Rows   []workgroup.RotaRow
	Faults []workgroup.RotaFault
	Header bool // it had a line that names its columns
}

// Most is how many lines of a roster are read.
const Most = 1000
