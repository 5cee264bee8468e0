package workgroup

import (
	"strconv"
	"strings"
	"time"
)

// Awaited is what a person's next words in a chat are for.
type Awaited string

const (
	ClaimDesk    Awaited = "claim"     // who a stranger is
	NameDesk     Awaited = "name"      // the name that belongs to the unit they chose
	ReasonDesk   Awaited = "reason"    // why a filing was overdue
	RemarkDesk   Awaited = "remark"    // 续报
	OutcomeDesk  Awaited = "outcome"   // 终报: with what a case is closed
	KnownDesk    Awaited = "known"     // 知悉时间
	EventDesk    Awaited = "event"     // 事发时间
	PauseDesk    Awaited = "pause"     // why a case is put off
	OfferDesk    Awaited = "offer"     // to whom a case is handed over
	PhonedDesk   Awaited = "phoned"    // 电话记录
	LegDesk      Awaited = "leg"       // when and how the person reported
	AnswerDesk   Awaited = "answer"    // the answer to what somebody has written of a case
	HandoverDesk Awaited = "handover"  // 交班
	AskDesk      Awaited = "ask"       // what a lead unit asks a unit (退回)
	QueryDesk    Awaited = "query"     // the answer to that
	SumDesk      Awaited = "sum"       // another sum than the units' figures make, and why
	GapDesk      Awaited = "gap"       // why a unit is missing on a sheet
	NoticeDesk   Awaited = "notice-"   // begins what is written for a notice; what for stands behind it
	PaperDesk    Awaited = "paper-"    // begins what is written for a report to the authorities
	DecisionDesk Awaited = "decision-" // begins what is written for a decision of a meeting
	toldDesk     Awaited = "told-"     // begins who told a channel, and when; the channel stands behind it
)

// OfCase are those that a case's button asks for, beside who told a channel.
var OfCase = []Awaited{RemarkDesk, OutcomeDesk, KnownDesk, EventDesk, PauseDesk, OfferDesk, PhonedDesk, LegDesk, AnswerDesk}

// ToldDesk asks who told a channel, and when.
func ToldDesk(ch Channel) Awaited { return toldDesk + Awaited(ch) }

// Told is the channel that is asked about, where one is.
func (a Awaited) Told() (Channel, bool) {
	ch, is := strings.CutPrefix(string(a), string(toldDesk))
	return Channel(ch), is
}

// OfNotice is what of a notice is being written, where something is.
func (a Awaited) OfNotice() (what string, is bool) {
	return strings.CutPrefix(string(a), string(NoticeDesk))
}

// OfPaper is what of a report to the authorities is being written, where something is.
func (a Awaited) OfPaper() (what string, is bool) {
	return strings.CutPrefix(string(a), string(PaperDesk))
}

// OfDecision is what of a decision is being written, where something is.
func (a Awaited) OfDecision() (what string, is bool) {
	return strings.CutPrefix(string(a), string(DecisionDesk))
}

// Desk is what a person is in the middle of in a chat: to what a bare answer belongs.
type Desk struct {
	Person string  `json:"person"` // a person's id, or a stranger's Telegram id
	Chat   int64   `json:"chat"`
	Draft  string  `json:"draft,omitempty"`  // key of the draft being talked about
	Expect Awaited `json:"expect,omitempty"` // what else is expected
	Of     string  `json:"of,omitempty"`     // of what
	Words  string  `json:"words,omitempty"`  // what was written already, until the rest of it is asked

	Since time.Time `json:"since,omitzero"` // when it was asked for
}

// Clear tells whether nothing lies on it.
func (d Desk) Clear() bool { return d.Draft == "" && d.Expect == "" }

// Key is the person and chat.
func (d Desk) Key() string { return DeskKey(d.Person, d.Chat) }

// Copy is the desk itself: it has nothing to share.
func (d Desk) Copy() Desk { return d }

// DeskKey is the key of a desk.
func DeskKey(person string, chat int64) string { return person + "@" + strconv.FormatInt(chat, 10) }

// Desks are forgotten with what lay on them.
var Desks = copying[Desk]("desks", 1000)
