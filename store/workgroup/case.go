package workgroup

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// CaseKind is what happened to somebody of ours.
type CaseKind string

// The hard kinds start the clock of the one-hour rule (notice 二（三）); the soft ones (notice 三（二）, “及时”) run the same
// ladder without its mark.
const (
	CaseSealed    CaseKind = "sealed"    // 封闭隔离: under lockdown, or taken to central quarantine, by government order
	CaseSuspected CaseKind = "suspected" // 疑似
	CaseConfirmed CaseKind = "confirmed" // 确诊
	CaseHospital  CaseKind = "hospital"  // 因疫情症状入院
	CaseExposed   CaseKind = "exposed"   // 发热且有接触史
	CaseContact   CaseKind = "contact"   // 密切接触者
)

// CaseKinds are all of them, in the order they are asked for.
var CaseKinds = []CaseKind{CaseSealed, CaseSuspected, CaseConfirmed, CaseHospital, CaseExposed, CaseContact}

// Hard tells whether the one-hour rule is about it.
func (k CaseKind) Hard() bool {
	return k == CaseSealed || k == CaseSuspected || k == CaseConfirmed
}

// OneHour is how long the individual and the unit have from knowing to reporting (notice 二（三）).
const OneHour = time.Hour

// Stage is how far a case has come.
type Stage string

const (
	StageReported Stage = "reported" // 已报告，无人接手
	StageTaken    Stage = "taken"    // 已接手
	StageVerified Stage = "verified" // 已核实
	StageClosed   Stage = "closed"   // 已办结
)

// Stages are all of them, in order.
var Stages = []Stage{StageReported, StageTaken, StageVerified, StageClosed}

// Verdict is what verifying a case found.
type Verdict string

const (
	VerdictStands   Verdict = "stands"    // 成立
	VerdictWatch    Verdict = "watch"     // 观察
	VerdictExcluded Verdict = "excluded"  // 排除
	VerdictSame     Verdict = "same-case" // 与另一例重复，已并入
)

// Verdicts are those that a person can find, in order.
var Verdicts = []Verdict{VerdictStands, VerdictWatch, VerdictExcluded}

// Channel is whom outside the college the case must be told to (notice 二（三）).
type Channel string

const (
	Community Channel = "community" // 当地社区
	CDC       Channel = "cdc"       // 卫生疾控部门
)

// Channels are all of them, in order.
var Channels = []Channel{Community, CDC}

// Told is that an obligation was met: when, by whom, and who wrote it down.
type Told struct {
	At      time.Time `json:"at"`
	By      string    `json:"by"` // name of who told
	Entered PersonID  `json:"entered"`
	Written time.Time `json:"written"`
}

// Remark is one report in words: 初报, 续报, 终报.
type Remark struct {
	At   time.Time `json:"at"`
	By   PersonID  `json:"by,omitempty"` // "" for somebody who is not on the roster
	Name string    `json:"name,omitempty"`
	Text string    `json:"text"`

	Death bool `json:"death,omitempty"` // it tells that the patient has died
}

// Case is one urgent case. Its details go to private chats by role; the group sees its code, the minutes left and who has
// it. All times that matter to the one-hour rule are kept: event, known, each leg, taken, verified, told, closed.
type Case struct {
	Date    Date   `json:"date"`   // on which it was opened
	Number  int    `json:"number"` // of that date, from 1
	Version uint64 `json:"version"`

	Kind     CaseKind `json:"kind,omitempty"` // "": left open by who reported it
	Group    Group    `json:"group,omitempty"`
	Unit     UnitID   `json:"unit,omitempty"`
	Death    bool     `json:"death,omitempty"` // somebody said that the patient has died (死亡): the form has no such type, it stands beside what they had
	Reporter Reporter `json:"reporter"`
	Remarks  []Remark `json:"remarks,omitempty"`
	Partial  bool     `json:"partial,omitempty"` // it opened by itself: the call was left unfinished
	Former   string   `json:"former,omitempty"`  // key of a case closed before it, of which it may be the sequel
	Like     string   `json:"like,omitempty"`    // key of a case that may be the same
	Alone    bool     `json:"alone,omitempty"`   // somebody has said that it is the same as no other: it is not asked again
	Into     string   `json:"into,omitempty"`    // key of the case it was merged into
	Backed   bool     `json:"backed,omitempty"`  // one that somebody of the roster vouched for was merged into it

	Event      time.Time        `json:"event,omitzero"` // T0 事发
	Known      time.Time        `json:"known"`          // T1 知悉: from here the hour runs
	Assumed    bool             `json:"assumed,omitempty"`
	Worded     bool             `json:"worded,omitempty"` // assumed from a time that the report's words name
	Opened     time.Time        `json:"opened"`
	Individual Leg              `json:"individual"` // T2 本人报告
	OfUnit     Leg              `json:"of_unit"`    // T3 单位报告
	Taken      time.Time        `json:"taken,omitzero"`
	Verdict    Verdict          `json:"verdict,omitempty"`
	Verified   time.Time        `json:"verified,omitzero"`  // T5
	Told       map[Channel]Told `json:"told,omitempty"`     // T6, T7
	Turned     time.Time        `json:"turned,omitzero"`    // whoever was sealed off was found to be ill: what was told before is told anew
	Phoned     []Phoned         `json:"phoned,omitempty"`   // in the order they were made
	Findings   []Finding        `json:"findings,omitempty"` // in the order they were made
	Closed     time.Time        `json:"closed,omitzero"`    // T8
	ClosedBy   PersonID         `json:"closed_by,omitempty"`
	Outcome    string           `json:"outcome,omitempty"`

	Holding
	Climb
	Chase time.Time `json:"chase,omitzero"` // the missing leg is asked for next
	Late  bool      `json:"late,omitempty"` // that the hour passed without a leg has been told
	Tick  time.Time `json:"tick,omitzero"`  // the minutes left are shown anew
}

// Reporter is who reported a case: somebody of the roster, or anybody in private.
type Reporter struct {
	Person   PersonID `json:"person,omitempty"`
	Telegram int64    `json:"telegram,omitempty"`
	Name     string   `json:"name,omitempty"`
	Phone    string   `json:"phone,omitempty"`
	Language Language `json:"language,omitempty"` // of who is not on the roster
	Private  bool     `json:"private,omitempty"`  // who is not on the roster can be answered in private

	Anonymous bool `json:"anonymous,omitempty"` // an administrator who wrote as the group: who, only they can say
}

// Key sorts cases by date and number.
func (k Case) Key() string { return caseKey(k.Date, k.Number) }

func caseKey(d Date, number int) string { return fmt.Sprintf("%s/%04d", d, number) }

// Code is what people call it, without the word before it: 0131-02.
func (k Case) Code() string {
	return strings.ReplaceAll(string(k.Date), "-", "")[4:] + fmt.Sprintf("-%02d", k.Number)
}

// Due is the earliest moment the clock must come back to; never zero while nobody has taken the case.
func (k Case) Due() time.Time {
	if !k.Closed.IsZero() {
		return time.Time{}
	}
	return earliest(k.Next, k.Remind, k.Quiet, k.Chase, k.Tick)
}

// earliest of the moments that are not zero.
func earliest(moments ...time.Time) (first time.Time) {
	for _, at := range moments {
		if !at.IsZero() && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	return first
}

// Stage is how far the case has come.
func (k Case) Stage() Stage {
	switch {
	case !k.Closed.IsZero():
		return StageClosed
	case k.Holder == "":
		return StageReported
	case k.Verdict != "":
		return StageVerified
	}
	return StageTaken
}

// Deadline is until when both legs are owed.
func (k Case) Deadline() time.Time { return k.Known.Add(OneHour) }

// Settled tells whether everything the first hour asks for is done: it is verified, both legs are in, and community and
// disease control know. A case that was excluded asks for nothing more.
func (k Case) Settled() bool {
	return k.Verdict != "" && len(k.Owing()) == 0 && len(k.Untold()) == 0
}

// Void tells whether verifying the case found that it is none, or another one: nothing more is owed for it.
func (k Case) Void() bool { return k.Verdict == VerdictExcluded || k.Verdict == VerdictSame }

// Untold are the channels that must be told and that nobody is known to have told, in order. The rule asks it for the hard
// kinds.
func (k Case) Untold() []Channel {
	if !k.Kind.Hard() || k.Void() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(Channels), func(c Channel) bool { return !k.Told[c].At.IsZero() && !k.Told[c].Written.Before(k.Turned) })
}

var (
	// Cases are kept for good.
	Cases = Shelf[Case]{Name: "cases"}
	// OpenCases names those that are not closed, so that nobody has to read the closed ones to find them.
	OpenCases = Shelf[OpenCase]{Name: "opencases"}
)

// OpenCase is the key of a case that is not closed.
type OpenCase struct {
	Case string `json:"case"`
}

// Key is the case's own.
func (o OpenCase) Key() string { return o.Case }

// keep writes the case as its next version, and shows it anew wherever it is up.
func (k Case) keep(b Book, now time.Time) Case {
	k.Version++
	Cases.Put(b, k)
	if k.Closed.IsZero() {
		OpenCases.Put(b, OpenCase{k.Key()})
	} else {
		OpenCases.Drop(b, k.Key())
	}
	Touch(b, CaseCard, k.Key(), now)
	k.stirPack(b, now)
	return k
}

// Running are the open cases, oldest first.
func Running(b Book) []Case {
	var out []Case
	for o := range OpenCases.Each(b, "") {
		if k, ok := Cases.Get(b, o.Case); ok {
			out = append(out, k)
		}
	}
	return out
}

// ByUrgency are cases as a person looks through them: those of the one-hour rule first, and those whose kind nobody has said;
// of each, what nobody has taken first, then the newest.
func ByUrgency(cases []Case) []Case {
	rank := func(k Case) int {
		n := 0
		if k.Kind != "" && !k.Kind.Hard() {
			n += 2
		}
		if k.Holder != "" {
			n++
		}
		return n
	}
	out := slices.Clone(cases)
	slices.SortFunc(out, func(a, b Case) int { return cmp.Or(rank(a)-rank(b), cmp.Compare(b.Key(), a.Key())) })
	return out
}

// CaseByCode finds the newest case that people call by a code (0131-02); after a year codes come again.
func CaseByCode(b Book, code string, now time.Time) (Case, bool) {
	day, number, _ := strings.Cut(code, "-")
	n, err := strconv.Atoi(number)
	if err != nil || n <= 0 || len(day) != 4 {
		return Case{}, false
	}
	for year := now.Year(); year > now.Year()-10; year-- {
		if k, ok := Cases.Get(b, caseKey(Date(fmt.Sprintf("%d-%s-%s", year, day[:2], day[2:])), n)); ok {
			return k, true
		}
	}
	return Case{}, false
}
