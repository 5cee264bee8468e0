package workgroup

import (
	"slices"
	"time"
)

// NoticeLadder is how those who have not read a notice are asked: in private, then by name in the group, then by a person who
// gets the list. The times count from when it was published; one with a deadline before the last of them climbs faster.
type NoticeLadder struct {
	Nudges []time.Duration // in private, each seat at most so often
	Names  time.Duration   // once, in the group
	List   time.Duration   // to the office; of a pressing notice to whoever is on duty as well
}

// DefaultNoticeLadders are what holds where the settings say nothing.
func DefaultNoticeLadders() map[NoticeClass]NoticeLadder {
	return map[NoticeClass]NoticeLadder{
		NoticeOrdinary:  {[]time.Duration{4 * time.Hour}, 8 * time.Hour, 24 * time.Hour},
		NoticeImportant: {[]time.Duration{time.Hour, 2 * time.Hour}, 3 * time.Hour, 4 * time.Hour},
		NoticePressing:  {[]time.Duration{5 * time.Minute, 10 * time.Minute}, 15 * time.Minute, 20 * time.Minute},
	}
}

// QuietHours are those in which an ordinary notice nudges nobody: what falls into them comes at their end. They begin and end at times
// of day, counted from midnight; both the same: there are none.
type QuietHours struct{ From, Until time.Duration }

// DefaultQuietHours are those of a college that says nothing else.
func DefaultQuietHours() QuietHours { return QuietHours{22 * time.Hour, 7 * time.Hour} }

// over is the first instant not before another that is in no quiet hours.
func (q QuietHours) over(at time.Time) time.Time {
	y, m, d := at.Date()
	clock := func(days int, of time.Duration) time.Time {
		return time.Date(y, m, d+days, 0, int(of.Minutes()), 0, 0, at.Location())
	}
	from, until := clock(0, q.From), clock(0, q.Until)
	switch overnight := q.From > q.Until; {
	case !overnight && !at.Before(from) && at.Before(until), overnight && at.Before(until):
		return until
	case overnight && !at.Before(from):
		return clock(1, q.Until)
	}
	return at
}

// NoticeStep is one step of a notice's ladder.
type NoticeStep string

const (
	StepNudgeRead NoticeStep = "nudge"     // in private, to those who have not read
	StepNameThem  NoticeStep = "names"     // in the group
	StepListThem  NoticeStep = "list"      // to a person
	StepNudgeDone NoticeStep = "nudge-due" // in private, to those who have not done it, before the deadline
	StepListDone  NoticeStep = "list-due"  // at the deadline, to a person
)

// lists tells whether a step hands the matter to a person: that is never left out.
func (s NoticeStep) lists() bool { return s == StepListThem || s == StepListDone }

// ofClock tells whether a step is set by the deadline, and not by its distance from the one before.
func (s NoticeStep) ofClock() bool { return s == StepNudgeDone || s == StepListDone }

// Planned is a step and when it would be taken by day and on time.
type Planned struct {
	Step NoticeStep `json:"step"`
	At   time.Time  `json:"at"`
}

// plan are the steps of a notice, in order.
func (c College) plan(n Notice) []Planned {
	l, ok := c.Notices[n.Class]
	if !ok {
		l = DefaultNoticeLadders()[n.Class]
	}
	span := n.Deadline.Sub(n.Published)
	scale := func(d time.Duration) time.Time {
		if !n.Deadline.IsZero() && span < l.List {
			d = time.Duration(float64(d) * float64(span) / float64(l.List))
		}
		return n.Published.Add(d)
	}
	var out []Planned
	for _, d := range l.Nudges {
		out = append(out, Planned{StepNudgeRead, scale(d)})
	}
	if n.Group {
		out = append(out, Planned{StepNameThem, scale(l.Names)})
	}
	out = append(out, Planned{StepListThem, scale(l.List)})
	if n.Need == NeedDone && !n.Deadline.IsZero() {
		out = append(out, Planned{StepNudgeDone, n.Deadline.Add(-min(span/4, 2*time.Hour))}, Planned{StepListDone, n.Deadline})
	}
	// Reading and doing are asked for apart: both ladders in the order of time.
	slices.SortStableFunc(out, func(a, b Planned) int { return a.At.Compare(b.At) })
	return out
}

// calm is when a step may be taken: an ordinary notice waits for the end of the quiet hours.
func (c College) calm(n Notice, at time.Time) time.Time {
	if n.Class != NoticeOrdinary {
		return at
	}
	return c.Quiet.over(at.In(c.Zone))
}

// QuietAt tells whether an ordinary notice would nudge nobody at an instant.
func (c College) QuietAt(at time.Time) bool { return !c.Quiet.over(at.In(c.Zone)).Equal(at) }

// start puts a notice on the first step of its ladder, which it keeps whatever the settings become.
func (c College) start(b Book, n Notice, now time.Time) Notice {
	n.Ahead = c.plan(n)
	return c.climb(b, n, Planned{At: now}, false, now)
}

// climb has a notice wait for its next step, after one taken now: people get their time, also after the quiet hours and an outage. A
// list is never later than the deadline, which is the clock's; another step that would be is left out, and on record as missed where
// the bot was late.
func (c College) climb(b Book, n Notice, done Planned, late bool, now time.Time) Notice {
	n.Next = time.Time{}
	for len(n.Ahead) > 0 {
		next := n.Ahead[0]
		at := next.At
		if apart := now.Add(next.At.Sub(done.At)); !next.Step.ofClock() && apart.After(at) {
			at = apart
		}
		at = c.calm(n, at)
		over := !n.Deadline.IsZero() && !at.Before(n.Deadline)
		if over && next.Step.lists() {
			at = n.Over()
		}
		if !over || next.Step.lists() {
			n.Next = at
			return n
		}
		if late {
			c.missed(b, n, next.Step, now)
		}
		n.Ahead = n.Ahead[1:]
	}
	return n
}

func (c College) missed(b Book, n Notice, step NoticeStep, now time.Time) {
	b.Note(Event{At: now, Kind: NoticeMissed, Object: n.Key(), Payload: Facts{"step": step}})
}

// WakeNotice takes the step of a notice's ladder that is due. What asks readers is of no use after the deadline.
func (c College) WakeNotice(b Book, key string, now time.Time) {
	n, ok := Notices.Get(b, key)
	if !ok || n.Next.IsZero() || n.Next.After(now) {
		return // woken for what was settled since
	}
	if over := n.Over(); !n.Deadline.IsZero() && !n.Next.Before(n.Deadline) && now.Before(over) {
		n.Next = over // an outage took of the time before it
		Notices.Put(b, n)
		return
	}
	late := now.Sub(n.Next) > PressLife
	for len(n.Ahead) > 0 && !n.Deadline.IsZero() && !now.Before(n.Deadline) {
		switch step := n.Ahead[0].Step; {
		case step == StepListThem && n.Plans(StepListDone) && !now.Before(n.Over()):
			// At the deadline one list says who has not done it, and with that who has not read it.
			n.Ahead = n.Ahead[1:]
			continue
		case !step.lists():
			c.missed(b, n, step, now)
			n.Ahead = n.Ahead[1:]
			continue
		}
		break
	}
	n.Next = time.Time{}
	if len(n.Ahead) > 0 {
		done := n.Ahead[0]
		n.Ahead = n.Ahead[1:]
		n = c.take(b, c.climb(b, n, done, late, now), done.Step, now)
	}
	Notices.Put(b, n)
}

// take takes a step; when nobody is left to be asked it is silent.
func (c College) take(b Book, n Notice, step NoticeStep, now time.Time) Notice {
	waits := Receipt.Waits
	if step == StepNudgeDone || step == StepListDone {
		waits = func(r Receipt) bool { return !r.Done.Done() }
	}
	left := n.left(b, waits)
	if len(left) == 0 {
		return n
	}
	switch step {
	case StepNudgeRead, StepNudgeDone:
		c.nudge(b, n, left, now)
	case StepNameThem:
		n.Named = now
		n = c.raise(b, n, c.PlaceOf(b, n, now), now)
		b.Note(Event{At: now, Kind: NoticeNamed, Object: n.Key(), Payload: Facts{"seats": len(left)}})
	case StepListThem, StepListDone:
		c.list(b, n, left, step, now)
	}
	return n
}

// left are the receipts of a notice's version for which something holds, in the order of the units.
func (n Notice) left(b Book, waits func(Receipt) bool) []Receipt {
	var out []Receipt
	for _, r := range n.All(b) {
		if waits(r) {
			out = append(out, r)
		}
	}
	return out
}

// nudge brings the notice to the bottom of the private chats of those who are asked again.
func (c College) nudge(b Book, n Notice, left []Receipt, now time.Time) {
	for _, r := range left {
		told := false
		for _, p := range r.Readers(b) {
			if p.Reachable() {
				c.showNotice(b, n, p, now)
				told = true
			}
		}
		if told {
			r.Nudges++
			Receipts.Put(b, r)
			b.Note(Event{At: now, Kind: NoticeNudged, Object: r.Key(), Payload: Facts{"n": r.Nudges}})
		}
	}
}

// unreadList and undoneList are the objects of a notice's lists to a person.
func (n Notice) unreadList() string { return "notice-unread/" + n.Key() }
func (n Notice) undoneList() string { return "notice-undone/" + n.Key() }

// withdrawAll takes back what waits to be said of a notice as it was.
func (n Notice) withdrawAll(b Book) {
	Withdraw(b, n.unreadList())
	Withdraw(b, n.undoneList())
	Withdraw(b, n.again())
}

// Plans tells whether a step is still to come.
func (n Notice) Plans(step NoticeStep) bool {
	return slices.ContainsFunc(n.Ahead, func(p Planned) bool { return p.Step == step })
}

// asksOn tells whether readers are still asked later on.
func (n Notice) asksOn() bool {
	return slices.ContainsFunc(n.Ahead, func(p Planned) bool { return !p.Step.lists() })
}

// mostListed is how many seats one message lists.
const mostListed = 30

// list hands those who are left to a person: the office and the notice's author, and whoever is on duty where it is pressing.
func (c College) list(b Book, n Notice, left []Receipt, step NoticeStep, now time.Time) {
	people := Holders(b, Director, Staff)
	if author, ok := People.Get(b, string(n.By)); ok && !among(people, author) {
		people = append(people, author)
	}
	if n.Class == NoticePressing {
		people = together(people, crewOn(b, now))
	}
	lines := []Facts{}
	for _, r := range left {
		lines = append(lines, c.ReceiptFacts(b, n, r))
	}
	object := n.unreadList()
	if step == StepListDone {
		object = n.undoneList()
	}
	Withdraw(b, object)
	told := 0
	for _, p := range people {
		if !p.Reachable() {
			continue
		}
		told++
		for i := 0; i < len(lines); i += mostListed {
			facts := c.NoticeFacts(b, n)
			facts["undone"], facts["left"], facts["more_asked"] = step == StepListDone, lines[i:min(i+mostListed, len(lines))], n.asksOn()
			facts["page"], facts["pages"] = i/mostListed+1, (len(lines)+mostListed-1)/mostListed
			c.Tell(b, p, Letter{Text: "say/notice-left", Facts: facts, Urgency: Deadline, Written: now, About: Ref{object, n.Version}})
		}
	}
	b.Note(Event{At: now, Kind: NoticeListed, Object: n.Key(), Payload: Facts{"seats": len(left), "told": told}})
}
