package bot

import (
	"errors"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

// proposePeople holds sheets of people against the roster.
func (bot *Bot) proposePeople(b workgroup.Book, by workgroup.Person, source string, sheets []sheetRows, now time.Time) workgroup.Staffing {
	var postings []workgroup.Posting
	var faults []workgroup.RotaFault
	reader := bot.peopleReader(b)
	for _, s := range sheets {
		name := s.name
		if len(sheets) == 1 {
			name = "" // its lines need no name of a sheet
		}
		read, wrong := reader.Sheet(name, s.rows)
		postings, faults = append(postings, read...), append(faults, wrong...)
	}
	return bot.College.ProposeStaffing(b, by, source, postings, faults, now)
}

// ErrNoPeople is a file in which nothing is a sheet of people.
var ErrNoPeople = errors.New("no sheet of people")

// PeopleFile is a sheet of people that was read from a file.
type PeopleFile struct {
	name   string
	sheets []sheetRows
}

// IsPeopleFile tells by its name whether a file may be a sheet of people.
func IsPeopleFile(name string) bool { return fileNamed(name) != "" }

// ReadPeople reads a sheet of people; ErrNoPeople: it has no line that names a name, and a unit or a role.
func ReadPeople(name string, raw []byte) (file PeopleFile, err error) {
	defer func() {
		if recover() != nil { // of the reader of workbooks
			err = ErrNoPeople
		}
	}()
	sheets, err := sheetsOf(name, raw)
	file = PeopleFile{name, peopleSheets(sheets)}
	if err == nil && len(file.sheets) == 0 {
		err = ErrNoPeople
	}
	return file, err
}

// peopleNames are what a file of people is called, and dutyNames what a roster is even where it is called one of people, too.
var (
	peopleNames = pattern.MustCompile(`(?i)人员|名册|people|staff|personnel`)
	dutyNames   = pattern.MustCompile(`(?i)值班|排班|带班|duty|rota|shift`)
)

// ofPeople tells by its name that a file is meant for a sheet of people, whatever it holds.
func ofPeople(name string) bool { return peopleNames.MatchString(name) && !dutyNames.MatchString(name) }

// peopleSheets are those of the sheets that are of people.
func peopleSheets(sheets []sheetRows) (out []sheetRows) {
	for _, s := range sheets {
		if people.IsSheet(s.rows) {
			out = append(out, s)
		}
	}
	return out
}

// Propose holds the file against the roster, for whoever runs the program.
func (f PeopleFile) Propose(bot *Bot, b workgroup.Book, by workgroup.Person, now time.Time) workgroup.Staffing {
	return bot.proposePeople(b, by, f.name, f.sheets, now)
}
