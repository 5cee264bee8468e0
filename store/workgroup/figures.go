package workgroup

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Key names a count: base, measure and, where only part of the people is meant, group (home_quarantine_now_student).
type Key string

// Measure tells what a count counts.
type Measure string

const (
	New           Measure = "new"            // 新增, a flow of the day
	Prev          Measure = "prev"           // 昨日, a stock
	Released      Measure = "released"       // 解除, a flow of the day
	Now           Measure = "now"            // 现有, a stock
	Total         Measure = "total"          // 累计
	ReleasedTotal Measure = "released_total" // 累计解除
	Plain         Measure = ""               // a key without one
)

var measures = []Measure{ReleasedTotal, Released, Total, Prev, New, Now}

// whole are keys that end like a measure or a group and have none: people on the roster, key population.
var whole = []string{"staff_total", "student_total", "other_total", "key_other", "key_total", "key_new"}

// K puts a key together.
func K(base string, m Measure, g Group) Key {
	s := base
	if m != Plain {
		s += "_" + string(m)
	}
	if g != Everybody {
		s += "_" + string(g)
	}
	return Key(s)
}

// Parts takes a key apart.
func (k Key) Parts() (base string, m Measure, g Group) {
	base = string(k)
	if slices.Contains(whole, base) {
		return base, Plain, Everybody
	}
	for _, group := range Groups {
		if rest, ok := cutWord(base, string(group)); ok {
			base, g = rest, group
			break
		}
	}
	// “student_total” is the roster's, not a cumulative count of something called “student”.
	if slices.Contains(whole, base) {
		return base, Plain, g
	}
	for _, measure := range measures {
		if rest, ok := cutWord(base, string(measure)); ok {
			return rest, measure, g
		}
	}
	return base, Plain, g
}

// cutWord cuts the last word off a key. It makes no string: keys are taken apart by the hundred for one report.
func cutWord(key, word string) (string, bool) {
	n := len(key) - len(word) - 1
	if n < 0 || key[n] != '_' || key[n+1:] != word {
		return key, false
	}
	return key[:n], true
}

// Of is the same count of another group.
func (k Key) Of(g Group) Key {
	base, m, _ := k.Parts()
	return K(base, m, g)
}

// As is another measure of the same thing.
func (k Key) As(m Measure) Key {
	base, _, g := k.Parts()
	return K(base, m, g)
}

// Count is a whole number of people or things, or Unsaid.
type Count int

// Unsaid is a figure that was named only approximately: neither zero nor missing. It is written as null.
const Unsaid Count = -1

// MarshalJSON writes Unsaid as null.
func (c Count) MarshalJSON() ([]byte, error) {
	if c < 0 {
		return []byte("null"), nil
	}
	return json.Marshal(int(c))
}

// UnmarshalJSON reads null as Unsaid.
func (c *Count) UnmarshalJSON(raw []byte) error {
	if string(raw) == "null" {
		*c = Unsaid
		return nil
	}
	return json.Unmarshal(raw, (*int)(c))
}

// Figures are the counts of one filing.
type Figures map[Key]Count

// MarshalJSON writes the figures by key, Unsaid as null.
func (f Figures) MarshalJSON() ([]byte, error) {
	if f == nil {
		return []byte("null"), nil
	}
	out := append(make([]byte, 0, 2+24*len(f)), '{')
	for _, k := range slices.Sorted(maps.Keys(f)) {
		if len(out) > 1 {
			out = append(out, ',')
		}
		if strings.ContainsFunc(string(k), func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') }) {
			key, err := json.Marshal(string(k))
			if err != nil {
				return nil, err
			}
			out = append(append(out, key...), ':')
		} else {
			out = append(append(append(out, '"'), k...), '"', ':')
		}
		if n := f[k]; n < 0 {
			out = append(out, "null"...)
		} else {
			out = strconv.AppendInt(out, int64(n), 10)
		}
	}
	return append(out, '}'), nil
}

// UnmarshalJSON reads null as Unsaid, which encoding/json would skip.
func (f *Figures) UnmarshalJSON(raw []byte) error {
	if own, ok := ownFigures(raw); ok {
		*f = own
		return nil
	}
	var plain map[Key]*int
	if err := json.Unmarshal(raw, &plain); err != nil {
		return err
	}
	*f = make(Figures, len(plain))
	for k, n := range plain {
		if n == nil {
			(*f)[k] = Unsaid
		} else {
			(*f)[k] = Count(*n)
		}
	}
	return nil
}

// ownFigures reads figures as they are written here, which most are that are ever read and half of what an update costs: an object
// without blanks of plain keys, each with a few digits or null. False: it is something else.
func ownFigures(raw []byte) (Figures, bool) {
	rest, ok := bytes.CutPrefix(raw, []byte(`{"`))
	if !ok {
		return nil, false
	}
	f := make(Figures, bytes.Count(rest, []byte(`":`)))
	for {
		end := bytes.IndexByte(rest, '"')
		if end < 0 || end+2 > len(rest) || rest[end+1] != ':' || bytes.ContainsFunc(rest[:end], func(r rune) bool { return r == '\\' || r < ' ' || r > '~' }) {
			return nil, false
		}
		key := Key(rest[:end])
		rest = rest[end+2:]
		n, digits := 0, 0
		for ; digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9'; digits++ {
			n = 10*n + int(rest[digits]-'0')
		}
		switch unsaid := bytes.HasPrefix(rest, []byte("null")); {
		case unsaid:
			f[key], rest = Unsaid, rest[len("null"):]
		case digits == 0 || digits > 9 || digits > 1 && rest[0] == '0':
			return nil, false
		default:
			f[key], rest = Count(n), rest[digits:]
		}
		switch {
		case string(rest) == "}":
			return f, true
		case !bytes.HasPrefix(rest, []byte(`,"`)):
			return nil, false
		}
		rest = rest[len(`,"`):]
	}
}

// Clone is a copy to change.
func (f Figures) Clone() Figures {
	if f == nil {
		return Figures{}
	}
	return maps.Clone(f)
}

// Said returns a figure that was given as a number.
func (f Figures) Said(k Key) (int, bool) {
	n, ok := f[k]
	return int(n), ok && n >= 0
}

// Has tells whether the key was given at all, as a number or only approximately.
func (f Figures) Has(k Key) bool { _, ok := f[k]; return ok }

// Nonzero lists the keys whose figure is not zero, in key order.
func (f Figures) Nonzero() []Key {
	var out []Key
	for k, n := range f {
		if n != 0 {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// Clean tells whether nothing abnormal is among them.
func (f Figures) Clean() bool { return len(f.Nonzero()) == 0 }

// Change is one figure that differs between two filings; Unsaid also stands for “not given”.
type Change struct {
	Key    Key   `json:"key"`
	Before Count `json:"before"`
	After  Count `json:"after"`
}

// Differ lists what changed from one filing to the next, in key order.
func Differ(before, after Figures) []Change {
	var out []Change
	keys := maps.Clone(before)
	if keys == nil {
		keys = Figures{}
	}
	maps.Copy(keys, after)
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		x, had := before[k]
		y, has := after[k]
		if !had {
			x = Unsaid
		}
		if !has {
			y = Unsaid
		}
		if x != y {
			out = append(out, Change{k, x, y})
		}
	}
	return out
}
