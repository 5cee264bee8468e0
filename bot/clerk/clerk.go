// Package clerk reads what people write as a clerk of the college would, with the roster in hand: its units as they are called now, the
// words of its own form, until when something is to be done, and who is responsible for it. What words mean anywhere is understand's.
//
//	roster in the book ──┐
//	words of the form ───┼─► Clerk ─┬─ Reader ──► understand: figures, cases, corrections
//	time zone, names ────┘          ├─ deadlines  “今天下午4点前”, “3天内”, “by 4 pm tomorrow”
//	                                └─ decisions  who, until when, and what is to be done
package clerk

import (
	"bytes"
	"slices"
	"sync"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// Clerk reads with the roster of a book. It keeps the reader built for the roster as it is, and the units as they were read for it: each
// text is compared with the book byte by byte, because decoding 33 units costs ten times what reading the text does, and they seldom
// change. It is safe for several at once.
type Clerk struct {
	college workgroup.College
	items   []understand.Item // what the form counts in words of its own
	mu      sync.Mutex
	units   [][]byte
	reader  *understand.Reader
}

// New returns the clerk of a college.
func New(college workgroup.College) *Clerk {
	return &Clerk{college: college, items: Wordings(college.Forms)}
}

// Reader reads with the roster that a book holds.
func (c *Clerk) Reader(b workgroup.Book) *understand.Reader {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.knows(b) {
		c.learn(b)
	}
	return c.reader
}

// knows tells whether the kept reader was built for the units that the book holds.
func (c *Clerk) knows(b workgroup.Book) bool {
	n, same := 0, c.reader != nil
	b.Walk(workgroup.Units.Name, "", "", func(_ string, raw []byte) bool {
		same = same && n < len(c.units) && bytes.Equal(c.units[n], raw)
		n++
		return same
	})
	return same && n == len(c.units)
}

// learn builds the reader for the units that the book holds.
func (c *Clerk) learn(b workgroup.Book) {
	c.units = nil
	b.Walk(workgroup.Units.Name, "", "", func(_ string, raw []byte) bool {
		c.units = append(c.units, bytes.Clone(raw))
		return true
	})
	var known []understand.Unit
	for _, u := range workgroup.Roster(b) {
		aliases := u.Aliases
		if u.English != "" {
			aliases = append(append([]string{}, aliases...), u.English)
		}
		known = append(known, understand.Unit{ID: string(u.ID), Name: u.Name, Aliases: aliases})
	}
	c.reader = understand.New(known, c.items...)
}

// Wordings are the words of a college's forms that the reader does not know by itself: those the office has written beside its questions,
// and the names of questions that other offices do not ask.
func Wordings(forms []workgroup.Form) (items []understand.Item) {
	for _, form := range forms {
		for _, i := range form.Items {
			base, _, _ := i.Key.Parts()
			words := i.Words
			if _, usual := workgroup.Labels[base]; !usual && i.Label.Name != "" {
				words = append(slices.Clone(words), i.Label.Name)
				if i.Label.English != "" {
					words = append(words, i.Label.English)
				}
			}
			if len(words) > 0 {
				items = append(items, understand.Item{Base: base, Words: words})
			}
		}
	}
	return items
}
