package workgroup

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// AsOf is a book as it was known at a moment, for reading only: answers and sheets are those revisions that had been confirmed
// or filed by then, whatever was corrected since, with what lead units had put beside their sums and asked by then; what stood unconfirmed is not known any more, and rounds show
// only what had been done. Every other record is as it is now.
func AsOf(b Book, at time.Time) Book { return asOf{b, at, false, map[string]map[string][]byte{}} }

// AsSaid is the same with what had been said by then and not confirmed, where it waits still or was confirmed later.
func AsSaid(b Book, at time.Time) Book { return asOf{b, at, true, map[string]map[string][]byte{}} }

type asOf struct {
	Book
	at    time.Time
	said  bool                         // with what was not confirmed
	stood map[string]map[string][]byte // the answers that were asked for, by the beginning of their keys
}

// errPast is the fault of a rule that writes into the past.
var errPast = fmt.Errorf("a book as of an earlier moment is for reading only")

func (p asOf) Write(string, string, []byte, time.Time) { p.Fault(errPast) }
func (p asOf) Erase(string, string)                    { p.Fault(errPast) }
func (p asOf) Note(Event)                              { p.Fault(errPast) }
func (p asOf) Number(string) uint64                    { p.Fault(errPast); return 0 }

func (p asOf) Read(shelf, key string) []byte {
	switch shelf {
	case Latest.Name:
		date, _, _ := strings.Cut(key, "/")
		return p.standings(date + "/")[key]
	case Sheets.Name:
		s, ok := Sheets.Get(p.Book, key)
		if !ok || s.Filed.After(p.at) {
			return nil
		}
		s.Gaps = slices.DeleteFunc(s.Gaps, func(g SheetGap) bool { return g.At.After(p.at) })
		return p.raw(shelf, key, s)
	case Worksheets.Name:
		if w, ok := Worksheets.Get(p.Book, key); ok {
			return p.raw(shelf, key, w.before(p.at))
		}
	case Queries.Name:
		q, ok := Queries.Get(p.Book, key)
		if !ok || q.At.After(p.at) {
			return nil
		}
		return p.raw(shelf, key, q.before(p.at))
	case Drafts.Name:
		return nil
	case Rounds.Name:
		return p.round(key)
	}
	return p.Book.Read(shelf, key)
}

func (p asOf) Walk(shelf, prefix, from string, visit func(key string, value []byte) bool) {
	switch shelf {
	case Latest.Name:
		standings := p.standings(prefix)
		for _, key := range slices.Sorted(maps.Keys(standings)) {
			if key >= from && strings.HasPrefix(key, prefix) && !visit(key, standings[key]) {
				return
			}
		}
	case Drafts.Name:
		if !p.said {
			return
		}
		drafts := p.drafts(prefix)
		for _, key := range slices.Sorted(maps.Keys(drafts)) {
			if key >= from && !visit(key, drafts[key]) {
				return
			}
		}
	default:
		p.Book.Walk(shelf, prefix, from, func(key string, value []byte) bool {
			if slices.Contains([]string{Sheets.Name, Rounds.Name, Worksheets.Name, Queries.Name}, shelf) {
				value = p.Read(shelf, key)
			}
			return value == nil || visit(key, value)
		})
	}
}

// standings are the answers as they stood, by their keys, of all revisions whose keys begin with prefix.
func (p asOf) standings(prefix string) map[string][]byte {
	if out, known := p.stood[prefix]; known {
		return out
	}
	stood := map[string]Standing{}
	for r := range Reports.Each(p.Book, prefix) {
		if r.Confirmed.After(p.at) {
			continue
		}
		s, more := stood[StandingKey(r.Date, r.Unit)]
		if !more {
			s.First, s.Was = r.Filed, r.Mark
		}
		s.Report = r
		stood[s.Key()] = s
	}
	out := make(map[string][]byte, len(stood))
	for key, s := range stood {
		out[key] = p.raw(Latest.Name, key, s)
	}
	p.stood[prefix] = out
	return out
}

// drafts are what had been said and not confirmed, by their keys: what waits still, and what was confirmed later.
func (p asOf) drafts(prefix string) map[string][]byte {
	out := map[string][]byte{}
	for d := range Drafts.Each(p.Book, prefix) {
		if !d.Opened.After(p.at) && !d.Said.After(p.at) {
			out[d.Key()] = p.raw(Drafts.Name, d.Key(), d)
		}
	}
	for r := range Reports.Each(p.Book, prefix) {
		if r.Confirmed.After(p.at) && !r.Filed.After(p.at) {
			d := Draft{Date: r.Date, Unit: r.Unit, Person: r.By, For: r.For, Opened: r.Filed, Said: r.Filed, Figures: r.Figures, Zero: r.Zero, Sources: r.Sources}
			out[d.Key()] = p.raw(Drafts.Name, d.Key(), d)
		}
	}
	return out
}

// round is a round of which only what had been done is done.
func (p asOf) round(key string) []byte {
	r, ok := Rounds.Get(p.Book, key)
	if !ok || r.Opened.After(p.at) {
		return nil
	}
	r.Steps = slices.Clone(r.Steps)
	for i, s := range r.Steps {
		if s.Done.After(p.at) {
			r.Steps[i].Done = time.Time{}
		}
		if s.At.After(p.at) {
			r.Steps[i].Missed = false
		}
	}
	r.Outages = slices.DeleteFunc(slices.Clone(r.Outages), func(o Outage) bool { return o.To.After(p.at) })
	return p.raw(Rounds.Name, key, r)
}

func (p asOf) raw(shelf, key string, record any) []byte {
	raw, err := json.Marshal(record)
	if err != nil {
		p.Fault(fmt.Errorf("%s %q as of %s: %w", shelf, key, p.at, err))
	}
	return raw
}
