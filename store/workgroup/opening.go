package workgroup

import (
	"slices"
	"time"
)

// Opening is what a case is opened with.
type Opening struct {
	Kind     CaseKind
	Group    Group
	Unit     UnitID
	Reporter Reporter
	Words    string
	Death    bool // they tell that somebody has died
	Event    time.Time
	Known    time.Time // zero: nobody said; the hour runs from Heard, assumed
	Said     time.Time // the earliest time that the words name; where nobody said when it was known the hour runs from it
	Former   string    // key of a case of the reporter's that was closed lately
	Heard    time.Time // when it began to be reported; zero: at the opening
	Partial  bool
	Due      time.Time // when it should have opened by itself; zero: now
	Beside   bool      // the words tell of another case too: this is not that one
	Leg      LegName   // the report that this call is; "": neither (the office writes down what it was told)
}

// Open opens a case, starts its clock and rings the ladder. It returns the case.
func (c College) Open(b Book, o Opening, now time.Time) Case {
	k := Case{Date: DateOf(now), Kind: o.Kind, Group: o.Group, Unit: o.Unit, Reporter: o.Reporter, Death: o.Death, Partial: o.Partial, Event: o.Event, Known: o.Known,
		Opened: now, Former: o.Former}
	if o.Heard.IsZero() {
		o.Heard = now
	}
	k.Number = 1 + count(b, k.Date)
	if k.Known.IsZero() || k.Known.After(now) {
		k.Known, k.Assumed = o.Heard, true
		if !o.Said.IsZero() && o.Said.Before(k.Known) {
			k.Known, k.Worded = o.Said, true
		}
	}
	if o.Words != "" {
		k.Remarks = []Remark{{At: o.Heard, By: o.Reporter.Person, Name: o.Reporter.Name, Text: o.Words}}
	}
	if o.Leg != "" {
		k.setLeg(o.Leg, Leg{At: o.Heard, By: o.Reporter.Person, Name: o.Reporter.Name})
	}
	k.Next, k.Alone = o.Due, o.Beside
	k.Like = c.likely(b, k)
	b.Note(Event{At: now, Kind: CaseOpened, Object: k.Key(), By: o.Reporter.Person, Payload: Facts{"kind": k.Kind, "unit": k.Unit, "group": k.Group,
		"known": k.Known, "assumed": k.Assumed, "partial": k.Partial, "reporter": k.Reporter.Name, "words": o.Words, "like": k.Like}})
	k = c.begin(b, k, now)
	k = c.chase(b, k, now)
	k.Tick = tick(k, now)
	k = k.keep(b, now)
	by, _ := People.Get(b, string(o.Reporter.Person))
	c.moveSigned(b, k, by, now)
	c.post(b, k, false, now)
	c.tellReporter(b, k, "say/case-opened", Facts{"kind": k.Kind, "unit": unitNamed(b, k.Unit),
		"partial": k.Partial, "phone": c.PhoneNow(b, now), "leg": o.Leg, "unreached": !k.Cried.IsZero()}, now)
	return k
}

// Vouched tells whether somebody of the roster stands behind a case: they reported it or what was merged into it, have taken it,
// or its unit reports it. Before that it is in private chats only: no stranger fills the group.
func (k Case) Vouched() bool {
	return k.Reporter.Person != "" || k.Backed || !k.Taken.IsZero() || k.OfUnit.In()
}

// post puts a case up in the group once somebody vouches for it; loud moves it to the bottom.
func (c College) post(b Book, k Case, loud bool, now time.Time) {
	if chat := c.GroupChat(b); chat != 0 && k.Vouched() {
		Show(b, Card{Kind: CaseCard, Object: k.Key(), Chat: chat, Urgency: Urgent, Repost: loud}, now)
	}
}

// count is how many cases were opened on a date.
func count(b Book, d Date) (n int) {
	b.Walk(Cases.Name, string(d)+"/", "", func(string, []byte) bool { n++; return true })
	return n
}

// Near is how far apart two reports of one case may come, and an illness how long from one stage to the next.
const (
	Near   = 24 * time.Hour
	Course = 14 * 24 * time.Hour
)

// course is how an illness goes on; what happens to one person may be reported at every stage.
var course = []CaseKind{CaseContact, CaseExposed, CaseHospital, CaseSuspected, CaseConfirmed}

// later is the kind that is further on in an illness; what is not of it, or unknown, gives way to the other.
func later(a, b CaseKind) CaseKind {
	if a == "" || a.Turns(b) || slices.Contains(course, a) && slices.Index(course, b) > slices.Index(course, a) {
		return b
	}
	return a
}

// likely is the open case that a newer one may be the same as: same unit, the same kind or another stage of one illness, near
// time; a later stage may take two weeks to come.
func (c College) likely(b Book, k Case) string {
	if k.Alone || k.Unit == "" {
		return ""
	}
	for _, other := range slices.Backward(Running(b)) {
		ill := slices.Contains(course, k.Kind) && slices.Contains(course, other.Kind)
		apart := k.Opened.Sub(other.Opened)
		switch {
		case other.Unit != k.Unit || other.Key() >= k.Key():
		case apart < Near && (other.Kind == k.Kind || ill), apart < Course && ill && later(other.Kind, k.Kind) != other.Kind:
			return other.Key()
		}
	}
	return ""
}

// liken asks anew, of a case whose kind or unit is known now, or was put right, whether it is the same as an older one; and so of newer ones, whether they are
// the same as this.
func (c College) liken(b Book, k Case, now time.Time) Case {
	if like := c.likely(b, k); like != k.Like {
		k.Like = like
		k = k.keep(b, now)
	}
	for _, other := range Running(b) {
		if other.Unit != k.Unit && other.Like != k.Key() || other.Key() <= k.Key() {
			continue
		}
		if like := c.likely(b, other); like != other.Like {
			other.Like = like
			other.keep(b, now)
		}
	}
	return k
}

func unitNamed(b Book, id UnitID) Named {
	u, _ := Units.Get(b, string(id))
	return u.Named()
}

// tickEvery is how often the minutes left are shown anew.
const tickEvery = 5 * time.Minute

// tick is when the minutes left of the hour are shown anew; zero when they no longer run.
func tick(k Case, now time.Time) time.Time {
	if !now.Before(k.Deadline()) || k.Void() {
		return time.Time{}
	}
	return earliest(now.Add(tickEvery), k.Deadline())
}

// tellReporter tells whoever reported a case in private how it goes on.
func (c College) tellReporter(b Book, k Case, text string, facts Facts, now time.Time) {
	facts["code"] = k.Code()
	c.TellOfCase(b, k, k.Reporter.Person, Letter{Text: text, Facts: facts, Lane: "urgent", Urgency: Urgent, Written: now, About: Ref{k.Key(), k.Version}})
}

// TellOfCase writes about a case to somebody of the roster, or, where nobody is named, to its reporter who is not on it; false: they
// cannot be written to.
func (c College) TellOfCase(b Book, k Case, to PersonID, l Letter) bool {
	if p, ok := People.Get(b, string(to)); ok {
		return c.Tell(b, p, l)
	}
	if to != "" || !k.Reporter.Private {
		return false
	}
	l.Chat, l.Language = k.Reporter.Telegram, c.Language
	if k.Reporter.Language != "" {
		l.Language = k.Reporter.Language
	}
	Tell(b, l)
	return true
}

// WakeCase does what a case's clock asks for at now.
func (c College) WakeCase(b Book, key string, now time.Time) {
	k, ok := Cases.Get(b, key)
	if !ok || k.Due().IsZero() || k.Due().After(now) {
		return // woken for what somebody has settled since
	}
	due := func(at time.Time) bool { return !at.IsZero() && !at.After(now) }
	if due(k.Quiet) {
		k = c.hush(b, k, now)
	}
	if due(k.Next) {
		k = c.ring(b, k, now)
	}
	if due(k.Remind) {
		k = c.remindReaders(b, k, now)
	}
	if due(k.Chase) {
		k = c.chase(b, k, now)
	}
	if due(k.Tick) {
		k.Tick = tick(k, now)
	}
	k.keep(b, now)
}
