package workgroup

import "time"

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

// The hours in which an ordinary notice nudges nobody: what falls into them comes at their end.
const (
	quietFrom  = 22 // o'clock
	quietUntil = 7
)

// NoticeStep is one step of a notice's ladder.
type NoticeStep string

const (
	StepNudgeRead NoticeStep = "nudge"     // in private, to those who have not read
	StepNameThem  NoticeStep = "names"     // in the group
	StepListThem  NoticeStep = "list"      // to a person
	StepNudgeDone NoticeStep = "nudge-due" // in private, to those who have not done it, before the deadline
	StepListDone  NoticeStep = "list-due"  // at the deadline, to a person
)

// planned is a step and when it is due.
type planned struct {
	step NoticeStep
	at   time.Time
}

// plan are the steps of a notice, in order.
func (c College) plan(n Notice) []planned {
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
	var out []planned
	for _, d := range l.Nudges {
		out = append(out, planned{StepNudgeRead, scale(d)})
	}
	if n.Group {
		out = append(out, planned{StepNameThem, scale(l.Names)})
	}
	out = append(out, planned{StepListThem, scale(l.List)})
	if n.Need != NeedDone || n.Deadline.IsZero() {
		return out
	}
	due := []planned{{StepNudgeDone, n.Deadline.Add(-min(span/4, 2*time.Hour))}, {StepListDone, n.Deadline}}
	// Both ladders in the order of time: reading and doing are asked for apart.
	for _, d := range due {
		i := 0
		for i < len(out) && !out[i].at.After(d.at) {
			i++
		}
		out = append(out[:i], append([]planned{d}, out[i:]...)...)
	}
	return out
}

// calm is when a step may be taken: an ordinary notice waits for the end of the quiet hours.
func (c College) calm(n Notice, at time.Time) time.Time {
	local := at.In(c.Zone)
	y, m, d := local.Date()
	switch h := local.Hour(); {
	case n.Class != NoticeOrdinary || h >= quietUntil && h < quietFrom:
		return at
	case h >= quietFrom:
		d++
	}
	return time.Date(y, m, d, quietUntil, 0, 0, 0, c.Zone)
}

// Quiet tells whether an ordinary notice would nudge nobody at an instant.
func (c College) Quiet(at time.Time) bool {
	return !c.calm(Notice{Wording: Wording{Class: NoticeOrdinary}}, at).Equal(at)
}

// start puts a notice on the first step of its ladder.
func (c College) start(n Notice, now time.Time) Notice {
	n.Step, n.Next = 0, c.calm(n, c.plan(n)[0].at)
	return n
}

// WakeNotice takes the step of a notice's ladder that is due. After an outage, or the quiet hours, the next one keeps its distance
// from it: people get their time.
func (c College) WakeNotice(b Book, key string, now time.Time) {
	n, ok := Notices.Get(b, key)
	if !ok || n.Next.IsZero() || n.Next.After(now) {
		return // woken for what was settled since
	}
	plan := c.plan(n)
	if n.Step >= len(plan) { // the settings have fewer steps now
		n.Next = time.Time{}
		Notices.Put(b, n)
		return
	}
	done := plan[n.Step]
	n.Step++
	n.Next = time.Time{}
	if n.Step < len(plan) {
		next := plan[n.Step]
		n.Next = c.calm(n, notBefore(next.at, now.Add(next.at.Sub(done.at))))
		if next.step == StepListDone {
			n.Next = c.calm(n, next.at) // a deadline is the clock's
		}
	}
	n = c.take(b, n, done.step, now)
	Notices.Put(b, n)
}

func notBefore(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
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
		n = c.raise(b, n, now)
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

func (n Notice) withdrawLists(b Book) {
	Withdraw(b, n.unreadList())
	Withdraw(b, n.undoneList())
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
			facts["undone"], facts["left"] = step == StepListDone, lines[i:min(i+mostListed, len(lines))]
			facts["page"], facts["pages"] = i/mostListed+1, (len(lines)+mostListed-1)/mostListed
			c.Tell(b, p, Letter{Text: "say/notice-left", Facts: facts, Urgency: Deadline, Written: now, About: Ref{object, n.Version}})
		}
	}
	b.Note(Event{At: now, Kind: NoticeListed, Object: n.Key(), Payload: Facts{"seats": len(left), "told": told}})
}
