package workgroup

import (
	"slices"
	"time"
)

// Edition is what one version of a notice said (版本), and how far it had come when the next took its place.
type Edition struct {
	Notice  uint64 `json:"notice"`
	Version uint64 `json:"version"`
	Wording
	Published time.Time `json:"published"`
	Replaced  time.Time `json:"replaced,omitzero"` // zero: it is in force
	Read      int       `json:"read,omitempty"`
	Replied   int       `json:"replied,omitempty"`
	Did       int       `json:"did,omitempty"`
}

// Editions are those that stand no more, kept for good: a receipt is of what its reader read.
var Editions = Shelf[Edition]{Name: "editions"}

// Key is the notice and the version.
func (e Edition) Key() string { return NumberKey(e.Notice) + "/" + NumberKey(e.Version) }

// edition is what the notice says now.
func (n Notice) edition() Edition {
	return Edition{Notice: n.ID, Version: n.Version, Wording: n.Wording, Published: n.Published, Read: n.Read, Replied: n.Replied, Did: n.Did}
}

// Editions are all of a notice, oldest first; the last is in force.
func (n Notice) Editions(b Book) []Edition {
	var out []Edition
	for e := range Editions.Each(b, n.Key()+"/") {
		out = append(out, e)
	}
	return append(out, n.edition())
}

// Of are a seat's readings of one version, oldest first: a press that was taken back and what a later one took the place of
// included. There is always one, which may hold nothing.
func (r Receipt) Of(version uint64) []Reading {
	var out []Reading
	for _, e := range append(slices.Clone(r.Earlier), r.Reading) {
		if e.Version == version {
			out = append(out, e)
		}
	}
	if len(out) == 0 {
		return []Reading{{Version: version}}
	}
	return out
}
