package errand

import (
	"errors"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
)

// ErrNoPeople is a file in which nothing is a sheet of people.
var ErrNoPeople = errors.New("no sheet of people")

// PeopleFile is a sheet of people that was read from a file.
type PeopleFile struct {
	Name   string
	Sheets []Sheet
}

// IsPeopleFile tells by its name whether a file may be a sheet of people.
func IsPeopleFile(name string) bool { return FileKind(name) != "" }

// ReadPeople reads a sheet of people; ErrNoPeople: it has no line that names a name, and a unit or a role.
func ReadPeople(name string, raw []byte) (file PeopleFile, err error) {
	defer func() {
		if recover() != nil { // of the reader of workbooks
			err = ErrNoPeople
		}
	}()
	sheets, err := sheetsOf(name, raw)
	file = PeopleFile{name, peopleSheets(sheets)}
	if err == nil && len(file.Sheets) == 0 {
		err = ErrNoPeople
	}
	return file, err
}

// peopleNames are what a file of people is called, and dutyNames what a roster is even where it is called one of people, too.
var (
	peopleNames = pattern.MustCompile(`(?i)人员|名册|people|staff|personnel`)
	dutyNames   = pattern.MustCompile(`(?i)值班|排班|带班|duty|rota|shift`)
)

// OfPeople tells by its name that a file is meant for a sheet of people, whatever it holds.
func OfPeople(name string) bool { return peopleNames.MatchString(name) && !dutyNames.MatchString(name) }

// peopleSheets are those of the sheets that are of people.
func peopleSheets(sheets []Sheet) (out []Sheet) {
	for _, s := range sheets {
		if people.IsSheet(s.Rows) {
			out = append(out, s)
		}
	}
	return out
}
