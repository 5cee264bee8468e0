package settings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fangkong/store/workgroup"
)

// Fault is one thing wrong with a file.
type Fault struct {
	File  string // as given; "" for a value that came from no file
	Path  string // the key, such as times.units or units[7].heads; "" for the file as a whole
	Line  int    // 1 is the first; 0: not known
	Code  Code
	Facts map[string]string // what its wording names
}

// What says what is wrong.
func (f Fault) What(l workgroup.Language) string { return f.fill(wordings[f.Code].in(l).what) }

// Instead says what to write.
func (f Fault) Instead(l workgroup.Language) string { return f.fill(wordings[f.Code].in(l).instead) }

func (f Fault) fill(text string) string {
	for name, value := range f.Facts {
		text = strings.ReplaceAll(text, "{"+name+"}", value)
	}
	return text
}

// Text is the fault for a terminal: where, what, and what instead on a line of its own.
func (f Fault) Text(l workgroup.Language) string {
	where := f.File
	if f.Line > 0 {
		where += fmt.Sprintf(":%d", f.Line)
	}
	where = strings.TrimSpace(where + " " + f.Path)
	arrow := "应改为："
	if l == workgroup.English {
		arrow = "instead: "
	}
	return where + "\n    " + f.What(l) + "\n    " + arrow + f.Instead(l)
}

// Faults are all that is wrong, in the order of the file.
type Faults []Fault

// Text is all of them for a terminal; "" when nothing is wrong.
func (fs Faults) Text(l workgroup.Language) string {
	var out strings.Builder
	for _, f := range fs {
		out.WriteString(f.Text(l) + "\n")
	}
	return out.String()
}

// Err is nil when nothing is wrong, else all faults as one error.
func (fs Faults) Err(l workgroup.Language) error {
	if len(fs) == 0 {
		return nil
	}
	return fmt.Errorf("%s", strings.TrimSuffix(fs.Text(l), "\n"))
}

// Broken tells whether a file could not be taken apart at all, so that nothing can be said about its meaning.
func (fs Faults) Broken() bool {
	return slices.ContainsFunc(fs, func(f Fault) bool { return f.Path == "" })
}

// sorted puts them in the order of the file; those of unknown place last.
func (fs Faults) sorted() Faults {
	slices.SortStableFunc(fs, func(a, b Fault) int {
		if (a.Line == 0) != (b.Line == 0) {
			return cmp.Compare(b.Line, a.Line)
		}
		return cmp.Compare(a.Line, b.Line)
	})
	return fs
}

// without drops the faults of meaning about a key that could not even be read: the first fault explains the second.
func (fs Faults) without(unread Faults) Faults {
	return slices.DeleteFunc(fs, func(f Fault) bool {
		return slices.ContainsFunc(unread, func(u Fault) bool {
			return within(f.Path, u.Path)
		})
	})
}

// within tells whether a key is another, or below it.
func within(path, above string) bool {
	rest, ok := strings.CutPrefix(path, above)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
