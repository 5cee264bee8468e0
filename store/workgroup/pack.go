package workgroup

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// PackCase is an urgent case as far as a pack stands on it.
type PackCase struct {
	Case    string   `json:"case"`
	Kind    CaseKind `json:"kind,omitempty"`
	Death   bool     `json:"death,omitempty"`
	Unit    UnitID   `json:"unit,omitempty"`
	Verdict Verdict  `json:"verdict,omitempty"`
}

// PackContent is what the hash of a pack covers: its date, the figures by revision, who is missing, and the urgent cases of the date.
type PackContent struct {
	Date    Date           `json:"date,omitempty"` // two days that say the same are two packs; "": of a time when the hash did not tell
	Basis   []Basis        `json:"basis"`
	Missing []UnitID       `json:"missing,omitempty"` // 未报, never 0
	Sums    Figures        `json:"sums"`
	Cases   []PackCase     `json:"cases,omitempty"`
	Stated  []Contradicted `json:"stated,omitempty"` // by lead units, otherwise than the figures below them
}

// Digest is the content's hash, SHA-256 in hex.
func (c PackContent) Digest() string {
	raw, err := json.Marshal(c)
	if err != nil {
		return ""
	}
	return digestOf(raw)
}

// Pack is one version of what lies before the daily analysis (研判材料; notice 二（四）), frozen. What changes afterwards is a version of
// its own.
type Pack struct {
	Date    Date        `json:"date"`
	Version int         `json:"version"` // from 1
	At      time.Time   `json:"at"`      // when it was frozen
	By      PersonID    `json:"by,omitempty"`
	Content PackContent `json:"content"`
	Digest  string      `json:"digest"`
	Head    Seal        `json:"head"` // of the journal, when it was frozen
	Says    Facts       `json:"says"` // what its readers were told, word for word
	Next    time.Time   `json:"next,omitzero"`
}

// Packs are kept for good, every version.
var Packs = Shelf[Pack]{Name: "packs"}

// PackReaders are those before whom a pack lies.
var PackReaders = []Role{Leading, Director, Staff}

// Key sorts packs by date and version.
func (p Pack) Key() string { return fmt.Sprintf("%s/%02d", p.Date, p.Version) }

// Due is when what has changed since becomes the next version.
func (p Pack) Due() time.Time { return p.Next }

// gathering is how long changes are gathered: several that come at once are one version. It is no setting: nobody waits for it, and what
// matters is only that a unit's second thought comes within it.
const gathering = 2 * time.Minute

// LastPack is the newest version of a date's pack.
func LastPack(b Book, d Date) (Pack, bool) { return Packs.Last(b, string(d)+"/") }

// packCase is a case as far as a pack stands on it.
func packCase(k Case) PackCase { return PackCase{k.Key(), k.Kind, k.Death, k.Unit, k.Verdict} }

// packContent is what a pack of a date would stand on now.
func (c College) packContent(b Book, t Tally) PackContent {
	of := covered(t)
	out := PackContent{Date: t.Round.Date, Basis: of.Basis, Missing: of.Missing, Sums: of.Sums, Stated: c.contradicted(b, t.Round)}
	for _, k := range CasesOf(b, t.Round.Date) {
		out.Cases = append(out.Cases, packCase(k))
	}
	return out
}

// FreezePack freezes what a date's figures and cases say now as the pack's next version, and puts it before its readers. Where nothing has
// changed since the last one, that one stands; false.
func (c College) FreezePack(b Book, r Round, by Person, now time.Time) (Pack, bool) {
	last, again := LastPack(b, r.Date)
	tally := c.Count(b, r)
	content := c.packContent(b, tally)
	if again {
		content.Date = last.Content.Date // the versions of a date are told apart by what they say
	}
	digest := content.Digest()
	if again && !last.Next.IsZero() {
		last.Next = time.Time{}
		Packs.Put(b, last)
	}
	if again && last.Digest == digest {
		return last, false
	}
	p := Pack{Date: r.Date, Version: last.Version + 1, At: now, By: by.ID, Content: content, Digest: digest, Head: b.Head()}
	p.Says = c.packFacts(b, tally, now)
	p.Says["version"], p.Says["digest"], p.Says["line"], p.Says["head"] = p.Version, digest[:8], p.Head.Line, p.Head.Digest[:8]
	if again {
		p.Says["since"] = c.packChanges(b, r, last, p)
	}
	Packs.Put(b, p)
	b.Note(Event{At: now, Kind: PackFrozen, Object: p.Key(), By: by.ID, Payload: Facts{"digest": digest, "line": p.Head.Line}})
	Withdraw(b, packObject(r.Date))
	if m, ok := LastMeeting(b, r.Date); ok && m.Open() {
		Touch(b, MeetingCard, m.Key(), now) // it stands on this one from now on
	}
	for _, one := range Holders(b, PackReaders...) {
		c.tellPack(b, p, one, now)
	}
	return p, true
}

// packObject names what letters about a date's pack are about.
func packObject(d Date) string { return "pack/" + string(d) }

// tellPack tells somebody what a pack says, with its annexes below.
func (c College) tellPack(b Book, p Pack, to Person, now time.Time) {
	c.Tell(b, to, Letter{Text: "say/pack", Facts: p.Says, Buttons: c.Annexes(b, p, now), Urgency: Deadline, Written: now, Until: p.Date.Add(1).In(c.Zone),
		About: Ref{Object: packObject(p.Date)}})
}

// stir notes that something of a frozen pack may have changed, as long as its date lasts: what it is, is looked at when it has been gathered.
// One that was frozen by hand before the day's own freeze waits for that.
func (p Pack) stir(b Book, now time.Time) {
	r, _ := Rounds.Get(b, string(p.Date))
	if p.Next.IsZero() && DateOf(now) == p.Date && !now.Before(r.At(StepFreeze)) {
		p.Next = now.Add(gathering)
		Packs.Put(b, p)
	}
}

// stirPack has a frozen pack follow a new revision of a unit's answer.
func stirPack(b Book, d Date, now time.Time) {
	if p, ok := LastPack(b, d); ok {
		p.stir(b, now)
	}
}

// stirPack has a frozen pack follow a case that is not as it stands there.
func (k Case) stirPack(b Book, now time.Time) {
	p, ok := LastPack(b, k.Date)
	if !ok {
		return
	}
	i := slices.IndexFunc(p.Content.Cases, func(of PackCase) bool { return of.Case == k.Key() })
	stands := i >= 0
	if k.Into == "" && (!stands || p.Content.Cases[i] != packCase(k)) || k.Into != "" && stands {
		p.stir(b, now)
	}
}

// WakePack freezes what has been gathered.
func (c College) WakePack(b Book, key string, now time.Time) {
	p, ok := Packs.Get(b, key)
	r, opened := Rounds.Get(b, string(p.Date))
	if ok && opened && !p.Next.IsZero() && !p.Next.After(now) {
		c.FreezePack(b, r, Person{}, now)
	}
}

// AuditPacks walks the packs: each is what its hash says, versions follow one another, and the journal still leads to the digest that was
// written down, which digest is asked for by line. Faults name keys, never contents.
func AuditPacks(b Book, digest func(line uint64) string) (faults []string) {
	before := Pack{}
	for p := range Packs.Each(b, "") {
		if p.Date != before.Date {
			before = Pack{Date: p.Date}
		}
		if p.Version != before.Version+1 {
			faults = append(faults, fmt.Sprintf("packs of %s: after version %d comes %d", p.Date, before.Version, p.Version))
		}
		before = p
		if p.Content.Digest() != p.Digest {
			faults = append(faults, fmt.Sprintf("pack %s: is not what was frozen", p.Key()))
		}
		if p.Head.Line > 0 && digest(p.Head.Line) != p.Head.Digest {
			faults = append(faults, fmt.Sprintf("pack %s: journal line %d is not the one it was frozen after", p.Key(), p.Head.Line))
		}
	}
	return faults
}
