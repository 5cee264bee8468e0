package understand

import (
	"maps"
	"slices"
)

// Kind says what a message is for.
type Kind string

const (
	Zero       Kind = "zero_report" // nothing abnormal, said outright
	Report     Kind = "report"      // figures, or an answer to the bot's question
	Urgent     Kind = "urgent"      // first-hand news of a case of ours
	Ack        Kind = "ack"         // 收到
	Question   Kind = "question"    // asks the office something
	Chatter    Kind = "chatter"     // everything that is not for the office
	Correction Kind = "correction"  // changes an earlier filing
	Leave      Kind = "leave"       // leave, trip, swap of duty, 销假
	Delegate   Kind = "delegate"    // asks another unit to file for this one
	Claim      Kind = "claim"       // “我是软件学院王老师”
)

// DoubtCode says why a clerk would ask.
type DoubtCode string

const (
	Approximate   DoubtCode = "approximate"       // a figure given as 大约, 左右, 三四个
	Contradiction DoubtCode = "contradiction"     // two statements that cannot both hold
	DateMismatch  DoubtCode = "date_mismatch"     // dated, but not today
	WhichField    DoubtCode = "which_field"       // a number and no item for it
	WhichMessage  DoubtCode = "which_message"     // a correction of nothing we can name
	HowMany       DoubtCode = "how_many"          // an item said to exist, without a figure
	ManyUnits     DoubtCode = "many_units"        // rows of several units or classes
	SameAsBefore  DoubtCode = "same_as_yesterday" // 同昨日: only the book knows the figures
	NoNew         DoubtCode = "no_new"            // 无新增: how many there were before is not said
	UnknownUnit   DoubtCode = "unknown_unit"      // a unit is named that the college does not have
	Incomplete    DoubtCode = "incomplete"        // 未统计, 待核实: not yet a whole answer
	BareNo        DoubtCode = "bare_no"           // 软件学院 无: nothing else said; only its own head can mean it
)

// Doubt is one thing to ask before the reading may be filed.
type Doubt struct {
	Code  DoubtCode
	Key   string // the item it is about, "" when that is the question
	Words string // as written
}

// Urgency says whether the one-hour questions must be asked.
type Urgency uint8

const (
	No    Urgency = iota
	Maybe         // ask “是否本单位人员、是否今日新发生？”
	Yes
)

func (u Urgency) String() string { return [...]string{"no", "maybe", "yes"}[u] }

// Amend is a figure changed by name of its old value: “2人应为3人”. Key is ""
// when the sentence does not say which item held it.
type Amend struct {
	From, To int
	Key      string
	Blind    bool // the old figure is not said, and may be any: 应该是3
}

// Reason names the words that gave a figure.
type Reason struct {
	Key   string
	Words string
}

// Context is what the bot knows beside the words.
type Context struct {
	Unit      string // the sender's unit id
	Asked     string // key of the item the bot just asked for, "" none
	Date      string // today, as 2006-01-02
	Meant     bool   // said to the bot alone: a bare 没有 then answers its daily question
	Forwarded bool   // Telegram marks the message as forwarded
	Before    string // what stood before: the question asked, or the unit's previous message
	Undated   bool   // Date is only assumed: a written date differs from nothing
}

// Reading is what one message says.
type Reading struct {
	Kind       Kind
	Unit       string         // id of the unit named as the speaker, "" none or 我院
	Name       string         // who claims to speak, for a Claim
	Fields     map[string]int // figures by key; empty, never nil
	Unknown    []string       // keys given without an exact figure
	Zero       bool           // nothing abnormal said, of all or of the rest
	Rest       bool           // and of the rest alone, of whatever was said before: 其他无, 没有了
	Doubts     []Doubt
	Urgent     Urgency
	UrgentType string   // sealed, central_quarantine, suspected, confirmed, close_contact, fever_with_exposure, hospital, fever; "": not said
	Further    []string // types of case that others beside the one named are counted as: 一个确诊一个密接
	Alike      int      // people named beside the first of whom the same is told: 李某和王某确诊
	Cry        bool     // it calls for help, and does not say what has happened, or asks it for their own child
	Death      bool     // the alarm is that somebody has died
	Exposed    bool     // whoever has a fever is called by where they are counted: 居家隔离的那个学生发烧了
	Theirs     bool     // the case is a relative's or a neighbour's, which may have reached ours
	Family     bool     // it is a relative's
	Case       string   // key of the one new case that is told of without a figure, "" for none: for who shows the reading; registering counts it
	DateRef    string   // the day the figures are for, when written, as 2006-01-02
	Amend      *Amend
	Corrects   bool // it puts something right, whatever its Kind: a correction may be an alarm
	Why        []Reason
	Attempt    bool // a report was begun, and nothing of it could be read; Kind is Chatter
	Rows       []Row
	grave      bool
}

// Row is what one unit, class or person of a list said of itself. Unit is "" for whom the college has no unit; Label is
// what the row calls itself, Words what it says, with its label.
type Row struct {
	Unit, Label string
	One         bool // of one person: rows of one unit add up
	Words       string
	Kind        Kind
	Fields      map[string]int
	Unknown     []string
	Doubts      []Doubt
}

// Public reports whether the office's records know the doubt by this code.
func (c DoubtCode) Public() bool {
	switch c {
	case Approximate, Contradiction, DateMismatch, WhichField, WhichMessage:
		return true
	}
	return false
}

// Copy is the reading with figures and lists of its own.
func (r Reading) Copy() Reading {
	r.Fields, r.Unknown, r.Doubts = maps.Clone(r.Fields), slices.Clone(r.Unknown), slices.Clone(r.Doubts)
	r.Further, r.Why, r.Rows = slices.Clone(r.Further), slices.Clone(r.Why), slices.Clone(r.Rows)
	return r
}

// Escalates reports whether the office should look before it files: an alarm, a grave count that contradicts itself, a
// case that a correction ends.
func (r Reading) Escalates() bool { return r.Urgent > No || r.grave }

// Doubtful reports whether the reading carries a doubt of that code.
func (r Reading) Doubtful(code DoubtCode) bool {
	return slices.ContainsFunc(r.Doubts, func(d Doubt) bool { return d.Code == code })
}

// doubted reports that a doubt of this code about this item was raised.
func (r *Reading) doubted(code DoubtCode, key string) bool {
	return slices.ContainsFunc(r.Doubts, func(d Doubt) bool { return d.Code == code && d.Key == key })
}

// unsure reports a doubt of the figures, beside the day that they are for.
func (r Reading) unsure() bool {
	return slices.ContainsFunc(r.Doubts, func(d Doubt) bool { return d.Code != DateMismatch })
}

// mostDoubts is how many numbers one message is asked about.
const mostDoubts = 6

func (r *Reading) doubt(code DoubtCode, key, words string) {
	if r.doubted(code, key) && (code != WhichField || key != "" || len(r.Doubts) >= mostDoubts || slices.ContainsFunc(r.Doubts, func(d Doubt) bool { return d.Words == words })) {
		return // every number that no item names is asked about
	}
	r.Doubts = append(r.Doubts, Doubt{code, key, words})
}

func (r *Reading) unknown(key string) {
	if !slices.Contains(r.Unknown, key) {
		r.Unknown = append(r.Unknown, key)
	}
}
