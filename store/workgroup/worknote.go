package workgroup

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// WorkNote is what a unit did on a date (工作动态), in its own words. It counts nothing and is no report: a unit that has sent nothing else still owes
// its figures. The newest stands; the journal has those before it.
type WorkNote struct {
	Date   Date     `json:"date"`
	Unit   UnitID   `json:"unit"`
	Points []string `json:"points"`
	By     PersonID `json:"by"`
	Source Source   `json:"source"`
}

// Key is the date and the unit.
func (n WorkNote) Key() string { return StandingKey(n.Date, n.Unit) }

// From tells whether it was written in a message.
func (n WorkNote) From(chat int64, message int) bool {
	return n.Source.Chat == chat && n.Source.Message == message
}

// WorkNotes are kept for good.
var WorkNotes = Shelf[WorkNote]{Name: "worknotes"}

// NoteLongest is how many characters the notes of a unit have at most: 简明扼要.
const NoteLongest = 1000

// MayNote refuses whoever may not write the notes of a unit: they are its heads' and deputies', and those's whom it lets file for it on this date (代报).
func MayNote(b Book, r Round, u Unit, by Person) error {
	granted := slices.ContainsFunc(by.Units(), func(mine UnitID) bool { return Granted(b, r.Date, u.ID, mine) })
	switch {
	case !by.Speaks(u.ID) && !granted && len(by.Units()) > 0:
		return Refuse(NoteGrant, "unit", u.Named())
	case !by.Speaks(u.ID) && !granted:
		return Refuse(NotAHead, "unit", u.Named())
	case !r.Owes(u.ID):
		return Refuse(UnitNotInRound, "unit", u.Named())
	}
	return nil
}

// NoteFits refuses notes of too many points or words; those that stand, so many, go on standing.
func NoteFits(points []string, stand int) error {
	switch long := utf8.RuneCountInString(strings.Join(points, "")); {
	case long > NoteLongest:
		return Refuse(NoteLong, "n", long, "most", NoteLongest, "stand", stand)
	case len(points) > MostPoints:
		return Refuse(NotePoints, "n", len(points), "most", MostPoints, "stand", stand)
	}
	return nil
}

// KeepNote keeps what a unit did on the date of a round, in the place of what it said before, which is returned. More points than a report to the
// authorities has room for, or more words than anybody reads, are refused, and what was said before stands.
func (c College) KeepNote(b Book, r Round, u Unit, points []string, source Source, by Person, now time.Time) (was WorkNote, err error) {
	was, _ = WorkNotes.Get(b, StandingKey(r.Date, u.ID))
	if err = MayNote(b, r, u, by); err == nil {
		err = NoteFits(points, len(was.Points))
	}
	if err != nil {
		return was, err
	}
	n := WorkNote{Date: r.Date, Unit: u.ID, Points: points, By: by.ID, Source: source}
	WorkNotes.Put(b, n)
	b.Note(Event{At: now, Kind: NoteKept, Object: n.Key(), By: by.ID, Payload: Facts{"points": points}})
	noteMoved(b, r.Date, now)
	if author, ok := People.Get(b, string(was.By)); ok && was.By != by.ID && !slices.Equal(was.Points, points) {
		c.Tell(b, author, Letter{Text: "say/note-replaced", Urgency: Deadline, Written: now, Facts: Facts{"unit": u.Named(), "date": r.Date, "by": by.Name, "was": was.Points}})
	}
	return was, nil
}

// DropNote takes the notes of a unit away. Whoever wrote them is told, and has them back, where somebody else does it.
func (c College) DropNote(b Book, n WorkNote, by Person, now time.Time) {
	WorkNotes.Drop(b, n.Key())
	b.Note(Event{At: now, Kind: NoteTaken, Object: n.Key(), By: by.ID, Payload: Facts{"points": n.Points}})
	noteMoved(b, n.Date, now)
	if author, ok := People.Get(b, string(n.By)); ok && n.By != by.ID {
		unit, _ := Units.Get(b, string(n.Unit))
		c.Tell(b, author, Letter{Text: "say/note-taken", Urgency: Deadline, Written: now, Facts: Facts{"unit": unit.Named(), "date": n.Date, "by": by.Name, "was": n.Points}})
	}
}

// NotesOn are the notes of a round's units, as they stand in the roster.
func NotesOn(b Book, r Round) (out []WorkNote) {
	for _, u := range r.Units {
		if n, ok := WorkNotes.Get(b, StandingKey(r.Date, u)); ok {
			out = append(out, n)
		}
	}
	return out
}

// noteMoved has the report that is being drafted on a date shown anew: it says how many units have told of their work.
func noteMoved(b Book, d Date, now time.Time) {
	if p, ok := LastPaper(b, d); ok && p.State == PaperDraft {
		Touch(b, PaperCard, p.Key(), now)
	}
}
