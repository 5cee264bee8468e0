package bot

import (
	"bytes"
	"slices"
	"sync"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// readers keeps the reader built for the roster as it is, and the units as they were read for it. Each text is compared with
// the book byte by byte, because decoding 33 units costs ten times what reading the text does, and they seldom change.
type readers struct {
	items  []understand.Item // what the form counts in words of its own
	mu     sync.Mutex
	units  [][]byte
	reader *understand.Reader
}

// knows tells whether the kept reader was built for the units that the book holds.
func (r *readers) knows(b workgroup.Book) bool {
	n, same := 0, r.reader != nil
	b.Walk(workgroup.Units.Name, "", "", func(_ string, raw []byte) bool {
		same = same && n < len(r.units) && bytes.Equal(r.units[n], raw)
		n++
		return same
	})
	return same && n == len(r.units)
}

// learn builds the reader for the units that the book holds.
func (r *readers) learn(b workgroup.Book) {
	r.units = nil
	b.Walk(workgroup.Units.Name, "", "", func(_ string, raw []byte) bool {
		r.units = append(r.units, bytes.Clone(raw))
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
	r.reader = understand.New(known, r.items...)
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

// read reads a text as a clerk of this college would.
func (t *turn) read(text string, c understand.Context) understand.Reading {
	c.Date = string(workgroup.DateOf(t.said))
	if units := t.person.Units(); len(units) > 0 {
		c.Unit = string(units[0])
	}
	if t.msg != nil {
		c.Forwarded = t.msg.ForwardOrigin != nil
		c.Meant = t.addressed()
	}
	return t.reader().Read(text, c)
}

// reader is asked of the book once a turn: what one message says is read with one roster.
func (t *turn) reader() *understand.Reader {
	if t.reads != nil {
		return t.reads
	}
	t.readers.mu.Lock()
	defer t.readers.mu.Unlock()
	if !t.readers.knows(t.b) {
		t.readers.learn(t.b)
	}
	t.reads = t.readers.reader
	return t.reads
}
