package workgroup

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// PaperState is how far a paper to the authorities has come (notice: 审签备案制).
type PaperState string

// The states of a paper, in order. An important one goes by way of the leading group.
const (
	PaperDraft    PaperState = "draft"    // 草稿
	PaperChecking PaperState = "checking" // 审核中: with the office
	PaperReview   PaperState = "review"   // 待领导小组
	PaperReviewed PaperState = "reviewed" // 已研究，待签
	PaperToSign   PaperState = "to-sign"  // 待签
	PaperSigned   PaperState = "signed"   // 已签
	PaperSent     PaperState = "sent"     // 已上报
	PaperFiled    PaperState = "filed"    // 已备案
)

// PaperStates are all of them, in order.
var PaperStates = []PaperState{PaperDraft, PaperChecking, PaperReview, PaperReviewed, PaperToSign, PaperSigned, PaperSent, PaperFiled}

// PaperClass is which way a paper goes (notice: 一般性信息, 重要疫情信息).
type PaperClass string

const (
	PaperOrdinary  PaperClass = "ordinary"  // 一般性信息: the office checks, the director signs
	PaperImportant PaperClass = "important" // 重要疫情信息: the leading group reviews it first
)

// PaperClasses are both.
var PaperClasses = []PaperClass{PaperOrdinary, PaperImportant}

// PaperGround is why a paper is important.
type PaperGround string

const (
	GroundCase       PaperGround = "case"       // an urgent case of the date
	GroundFigure     PaperGround = "figure"     // 确诊、疑似、密接、封闭、集中隔离 above zero
	GroundTold       PaperGround = "told"       // its own words tell of a case that is neither reported nor counted
	GroundCorrection PaperGround = "correction" // it corrects what was sent
	GroundRaised     PaperGround = "raised"     // somebody thinks so
)

// PaperGrounds are all of them, in order.
var PaperGrounds = []PaperGround{GroundCase, GroundFigure, GroundTold, GroundCorrection, GroundRaised}

// weighty are the counts that make a paper important when they are above zero.
var weighty = []string{"confirmed", "suspected", "close_contact", "sealed", "central_quarantine"}

// PaperPart is a heading of a paper and the paragraphs below it.
type PaperPart struct {
	Heading string   `json:"heading,omitempty"`
	Lines   []string `json:"lines"`
}

// PaperContent is what a signature covers: the words as they go out, the figures by revision, and the class.
type PaperContent struct {
	Class    PaperClass     `json:"class"`
	Corrects string         `json:"corrects,omitempty"` // key of the paper that this one corrects
	Basis    []Basis        `json:"basis"`              // which revision of each unit's answer the figures are
	Missing  []UnitID       `json:"missing,omitempty"`  // 未报, never 0
	Sums     Figures        `json:"sums"`
	Stated   []Contradicted `json:"stated,omitempty"` // what lead units state otherwise than those sums, which the words say
	Parts    []PaperPart    `json:"parts"`
	At       time.Time      `json:"at"` // as of when
}

// Digest is the content's hash, SHA-256 in hex.
func (c PaperContent) Digest() string {
	raw, err := json.Marshal(c)
	if err != nil {
		return ""
	}
	return digestOf(raw)
}

// Review is what the leading group found of an important paper (领导小组研究): when and how it met, who was there, and its conclusion.
type Review struct {
	Time       string    `json:"time"`         // in their own words
	Met        time.Time `json:"met,omitzero"` // which moment that is
	Form       string    `json:"form"`
	People     string    `json:"people"`
	Conclusion string    `json:"conclusion"`
	Digest     string    `json:"digest"` // of what lay before them
	Act
}

// Lowered is who made an important paper an ordinary one, and why (按一般办理).
type Lowered struct {
	Act
	Reason string `json:"reason,omitempty"`
}

// Dropped is who gave up a correction that had come to correct nothing, and why.
type Dropped struct {
	Act
	Reason string `json:"reason"`
}

// Signature is the director's, over a hash of the content.
type Signature struct {
	Act
	Digest string    `json:"digest"`
	Sums   Figures   `json:"sums"`
	Voided time.Time `json:"voided,omitzero"` // by a change of what it covers
}

// Sending is how a paper went to the authorities: a person sends it.
type Sending struct {
	To       string    `json:"to,omitempty"` // to which addressee, by name
	At       time.Time `json:"at"`
	How      string    `json:"how"`
	Received string    `json:"received"` // who took it there
	Entered  Act       `json:"entered"`
}

// Struck is an entry of a sending that was wrong, and by whom it was put right.
type Struck struct {
	Sending
	Now       string `json:"now,omitempty"` // to whom it went in fact
	Corrected Act    `json:"corrected"`
}

// Paper is one report to the authorities (信息上报审签单) on its way from a draft to the archive.
type Paper struct {
	Date    Date       `json:"date"`   // that it reports on
	Number  int        `json:"number"` // of that date, from 1; those after the first correct it
	Version uint64     `json:"version"`
	State   PaperState `json:"state"`

	Drafter  PersonID  `json:"drafter"` // who sent it round last
	Drafted  time.Time `json:"drafted"`
	Work     string    `json:"work,omitempty"`  // 四、工作开展情况, in the drafter's words
	Plans    string    `json:"plans,omitempty"` // 五、存在困难和下一步打算
	WorkBy   PersonID  `json:"work_by,omitempty"`
	PlansBy  PersonID  `json:"plans_by,omitempty"`
	Corrects string    `json:"corrects,omitempty"`
	Dropped  []Dropped `json:"dropped,omitempty"` // corrections of it that corrected nothing, oldest first

	Content PaperContent  `json:"content"` // as it was sent round last
	Grounds []PaperGround `json:"grounds,omitempty"`
	Raised  bool          `json:"raised,omitempty"`
	Lowered Lowered       `json:"lowered,omitzero"` // by the leading group, for this content

	Returned   string      `json:"returned,omitempty"` // why it came back
	ReturnedBy PersonID    `json:"returned_by,omitempty"`
	Checked    Act         `json:"checked,omitzero"`
	Review     Review      `json:"review,omitzero"`
	Reviews    []Review    `json:"reviews,omitempty"` // as they were recorded before they were put right, oldest first
	Signature  Signature   `json:"signature,omitzero"`
	Void       []Signature `json:"void,omitempty"`     // those that no longer hold, oldest first
	Voided     *Paper      `json:"voided,omitempty"`   // as it was when its last signature fell and its document was out of the house's hands
	Asked      Sending     `json:"asked,omitzero"`     // how that document went out, as long as nobody has said whether it did
	Copy       string      `json:"copy,omitempty"`     // digest of the signed document, which is kept for good
	Annex      string      `json:"annex,omitempty"`    // digest of the workbook that the document names as its annex, kept with it
	Sent       Sending     `json:"sent,omitzero"`      // the last of them
	Sendings   []Sending   `json:"sendings,omitempty"` // one for each addressee, in the order they were entered
	Struck     []Struck    `json:"struck,omitempty"`   // entries that were wrong, oldest first
	Wanting    bool        `json:"wanting,omitempty"`  // filed, and an addressee turned out not to have it
	Filed      Act         `json:"filed,omitzero"`
	Entry      string      `json:"entry,omitempty"` // key of its line in the register
}

// Key sorts papers by date and number.
func (p Paper) Key() string { return fmt.Sprintf("%s/%02d", p.Date, p.Number) }

// Class is which way the paper goes.
func (p Paper) Class() PaperClass {
	if len(p.Grounds) > 0 && !p.Lowered.Done() {
		return PaperImportant
	}
	return PaperOrdinary
}

// Signable tells whether the paper waits for the director.
func (p Paper) Signable() bool { return p.State == PaperToSign || p.State == PaperReviewed }

// Wrote tells whether somebody has a part in what a paper says: who does neither checks nor signs it.
func (p Paper) Wrote(id PersonID) bool { return id == p.Drafter || id == p.WorkBy || id == p.PlansBy }

// Writers are who wrote parts of it beside its drafter.
func (p Paper) Writers() (out []PersonID) {
	for _, id := range []PersonID{p.WorkBy, p.PlansBy} {
		if id != "" && id != p.Drafter && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// Says tells whether a paper's text holds words.
func (p Paper) Says(words string) bool {
	return slices.ContainsFunc(p.Content.Parts, func(part PaperPart) bool {
		return slices.ContainsFunc(part.Lines, func(line string) bool { return strings.Contains(line, words) })
	})
}

// Out tells whether the paper has left the house, be it to one of its addressees.
func (p Paper) Out() bool {
	return p.State == PaperSent || p.State == PaperFiled || len(p.Sendings) > 0
}

// Papers are kept for good.
var Papers = Shelf[Paper]{Name: "papers"}

// LastPaper is the newest paper that reports on a date.
func LastPaper(b Book, d Date) (Paper, bool) { return Papers.Last(b, string(d)+"/") }

// keep writes the paper as its next version, and shows it anew wherever it is up.
func (p Paper) keep(b Book, now time.Time) Paper {
	p.Version++
	Papers.Put(b, p)
	Touch(b, PaperCard, p.Key(), now)
	return p
}

// note writes a line of the journal about the paper.
func (p Paper) note(b Book, kind EventKind, by Person, now time.Time, payload Facts) {
	b.Note(Event{At: now, Kind: kind, Object: p.Key(), By: by.ID, Payload: payload})
}

// paperAt is a paper in one of some states, in the version that a button was made for.
func paperAt(b Book, key string, version uint64, states ...PaperState) (Paper, error) {
	p, ok := Papers.Get(b, key)
	switch {
	case !ok:
		return p, Refuse(NoPaper)
	case !slices.Contains(states, p.State):
		return p, p.elsewhere(b, false)
	case version != p.Version:
		return p, Refuse(PaperNewer)
	}
	return p, nil
}

// elsewhere refuses what a paper is too far for, or not far enough; again: it was done to it already.
func (p Paper) elsewhere(b Book, again bool) error {
	by, at := p.last()
	return Refuse(PaperElsewhere, "state", p.State, "by", nameOf(b, by), "at", at, "again", again)
}

// last is who brought the paper to where it is, and at what time of day.
func (p Paper) last() (PersonID, string) {
	a := Act{p.Drafter, p.Drafted}
	switch p.State {
	case PaperReview, PaperToSign:
		a = p.Checked
	case PaperReviewed:
		a = p.Review.Act
	case PaperSigned:
		a = p.Signature.Act
	case PaperSent:
		a = p.Sent.Entered
	case PaperFiled:
		a = p.Filed
	}
	return a.By, a.At.Format("15:04")
}

// grounds are why a paper is important, by what it says.
func (c College) grounds(b Book, p Paper, sums Figures, tells bool) (out []PaperGround) {
	if slices.ContainsFunc(CasesOf(b, p.Date), func(k Case) bool { return !k.Void() }) {
		out = append(out, GroundCase)
	}
	for key, n := range sums {
		base, measure, _ := key.Parts()
		if n > 0 && slices.Contains(weighty, base) && measure != Total && measure != ReleasedTotal {
			out = append(out, GroundFigure)
			break
		}
	}
	if tells && len(out) == 0 {
		out = append(out, GroundTold)
	}
	if p.Corrects != "" {
		out = append(out, GroundCorrection)
	}
	if p.Raised {
		out = append(out, GroundRaised)
	}
	return out
}

// covered is what of a tally a paper stands on: its figures, by revision.
func covered(t Tally) (c PaperContent) {
	c.Sums = Figures{}
	for _, line := range t.Totals {
		if line.Covered > 0 {
			c.Sums[line.Key] = Count(line.Sum)
		}
	}
	for _, line := range t.Lines {
		if line.State == Filed {
			c.Basis = append(c.Basis, Basis{line.Unit.ID, line.Standing.Revision})
		} else {
			c.Missing = append(c.Missing, line.Unit.ID)
		}
	}
	return c
}
