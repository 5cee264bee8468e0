package workgroup

import (
	"fmt"
	"time"
)

// PaperEntry is a line of the register (上报信息备案登记簿): numbers of a year follow one another without a gap.
type PaperEntry struct {
	Year   int       `json:"year"`
	Number int       `json:"number"`
	Paper  string    `json:"paper"`
	At     time.Time `json:"at"`
}

// Key sorts entries by year and number.
func (e PaperEntry) Key() string { return fmt.Sprintf("%04d/%06d", e.Year, e.Number) }

// Named is the number as it is written on papers.
func (e PaperEntry) Named() Named {
	return Named{fmt.Sprintf("防控信〔%d〕%d号", e.Year, e.Number), fmt.Sprintf("No. %d of %d", e.Number, e.Year)}
}

// PaperCopy is a signed document, or its annex, as it was made, under the hash of its bytes. It is never written again.
type PaperCopy struct {
	Digest string    `json:"digest"` // SHA-256 in hex
	Paper  string    `json:"paper"`
	Name   string    `json:"name"`
	Bytes  []byte    `json:"bytes"`
	At     time.Time `json:"at"`
}

// Key is the digest.
func (c PaperCopy) Key() string { return c.Digest }

var (
	// PaperEntries are kept for good.
	PaperEntries = Shelf[PaperEntry]{Name: "paperentries"}
	// PaperCopies are kept for good.
	PaperCopies = Shelf[PaperCopy]{Name: "papercopies"}
)

// EntryOf is a paper's line in the register, once it has one.
func EntryOf(b Book, p Paper) (PaperEntry, bool) {
	if p.Entry == "" {
		return PaperEntry{}, false
	}
	return PaperEntries.Get(b, p.Entry)
}

// NumberFact is a paper's number as a text says it; nil before it has one.
func NumberFact(b Book, p Paper) any {
	if e, ok := EntryOf(b, p); ok {
		return e.Named()
	}
	return nil
}

// KeepCopy keeps the document that was made of a signed paper, and its annex. Of a signature that no longer holds nothing is kept: false.
func KeepCopy(b Book, key, signed string, document, annex Attachment, now time.Time) (Paper, bool) {
	p, ok := Papers.Get(b, key)
	if !ok || p.State != PaperSigned || p.Signature.Digest != signed || p.Copy != "" {
		return p, false
	}
	keep := func(a Attachment) string {
		digest := digestOf(a.Bytes)
		if !PaperCopies.Has(b, digest) {
			PaperCopies.Put(b, PaperCopy{digest, key, a.Name, a.Bytes, now})
		}
		return digest
	}
	p.Copy, p.Annex = keep(document), keep(annex)
	b.Note(Event{At: now, Kind: PaperCopied, Object: key, Payload: Facts{"copy": p.Copy, "annex": p.Annex}})
	Papers.Put(b, p)
	Touch(b, PaperCard, key, now)
	return p, true
}

// FilePaper files a sent paper (备案): it gets the next number of its year in the same commit. Its year is that of the date which stands on it, when it
// was signed: a paper of the last day of December that is filed in January is not numbered as one of the new year.
func (c College) FilePaper(b Book, key string, version uint64, by Person, now time.Time) (Paper, error) {
	p, err := paperAt(b, key, version, PaperSent)
	switch {
	case err != nil:
		return p, err
	case !by.Holds(Drafters...):
		return p, Refuse(NotForYou)
	}
	year := p.Signature.At.In(c.Zone).Year()
	last, _ := PaperEntries.Last(b, fmt.Sprintf("%04d/", year))
	e := PaperEntry{Year: year, Number: last.Number + 1, Paper: key, At: now}
	PaperEntries.Put(b, e)
	p.Filed, p.Entry, p.State = Act{by.ID, now}, e.Key(), PaperFiled
	p.note(b, PaperArchived, by, now, Facts{"entry": e.Key(), "copy": p.Copy, "annex": p.Annex})
	return p.keep(b, now), nil
}

// AuditPapers walks the archive: numbers follow one another, every line of the register has its paper, every copy is the bytes it is named
// after, and every signature still is of what it was given for. Faults name keys, never contents.
func AuditPapers(b Book) (papers int, faults []string) {
	add := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	before := PaperEntry{}
	for e := range PaperEntries.Each(b, "") {
		if e.Year != before.Year {
			before = PaperEntry{Year: e.Year}
		}
		if e.Number != before.Number+1 {
			add("register of papers: after %d/%d comes %d", before.Year, before.Number, e.Number)
		}
		before = e
		if p, ok := Papers.Get(b, e.Paper); !ok || p.Entry != e.Key() {
			add("register of papers: %s names paper %q, which does not name it", e.Key(), e.Paper)
		}
	}
	for p := range Papers.Each(b, "") {
		papers++
		if p.Entry != "" && !PaperEntries.Has(b, p.Entry) {
			add("paper %s: not in the register under %s", p.Key(), p.Entry)
		}
		if p.Signature.Done() && p.Signature.Digest != p.Content.Digest() {
			add("paper %s: is not what was signed", p.Key())
		}
		copied := []struct{ what, digest string }{{"copy", p.Copy}}
		if p.Annex != "" { // those of before annexes were kept have none
			copied = append(copied, struct{ what, digest string }{"annex", p.Annex})
		}
		for _, one := range copied {
			if kept, ok := PaperCopies.Get(b, one.digest); p.Out() && (!ok || one.digest == "") {
				add("paper %s: its %s is missing", p.Key(), one.what)
			} else if ok && one.digest != "" && digestOf(kept.Bytes) != one.digest {
				add("paper %s: its %s is not what was kept", p.Key(), one.what)
			}
		}
	}
	return papers, faults
}
