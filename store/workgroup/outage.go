package workgroup

import "time"

// Cause is what kept people from reporting in an outage.
type Cause string

// The causes of an outage.
const (
	BotDown      Cause = "down"     // the bot was not running
	TelegramAway Cause = "telegram" // the bot could not reach Telegram, or Telegram the bot
)

// Causes are all there are.
var Causes = []Cause{BotDown, TelegramAway}

// Outage is that nobody could reach the bot during a date's reporting.
type Outage struct {
	From  time.Time `json:"from"` // it was last known to hear
	To    time.Time `json:"to"`   // it heard again
	Cause Cause     `json:"cause"`
}

// PressLife is how long Telegram keeps a press for a bot that does not ask: what was pressed earlier is lost without a trace.
const PressLife = 150 * time.Second

// Returned notes that the bot hears again, after longer than presses last: the board and the summary say so, for nobody else can
// tell those who pressed, and the time is given back to whoever had yet to report. It tells whether that was so.
func (c College) Returned(b Book, cause Cause, last, now time.Time) bool {
	if last.IsZero() || now.Sub(last) <= PressLife {
		return false
	}
	o := Outage{last, now, cause}
	b.Note(Event{At: now, Kind: BotReturned, Payload: Facts{"last": last, "seconds": int(now.Sub(last).Seconds()), "cause": cause}})
	for _, n := range OpenNotices(b) {
		n.missedBy(b, o, now)
	}
	r, ok := Rounds.Get(b, string(DateOf(now)))
	if !ok || r.At(StepRemind).After(now) {
		return true // nobody had a button of today's
	}
	r.Outages = append(r.Outages, o)
	Rounds.Put(b, r)
	Touch(b, BoardCard, r.Key(), now)
	c.pressAgain(b, r, cause, last, now)
	return true
}

// Deadline is when a step's time is up: at the step, and later by what outages took of the time since the reminder. Nobody is
// late by minutes in which nobody could report.
func (r Round) Deadline(name StepName) time.Time {
	return moved(r.At(StepRemind), r.At(name), r.Outages)
}

// Past is the last of the times of the day that is up at a moment: StepLeads, StepUnits, or "" while neither is.
func (r Round) Past(now time.Time) StepName {
	for _, name := range []StepName{StepLeads, StepUnits} {
		if !now.Before(r.Deadline(name)) {
			return name
		}
	}
	return ""
}

// Stepped is when the newest of its steps was taken: what is shown of the day is as of then, or later.
func (r Round) Stepped() (at time.Time) {
	for _, s := range r.Steps {
		if s.Done.After(at) {
			at = s.Done
		}
	}
	return at
}

// lastStretch is the time before a notice's deadline in which an outage keeps people from meeting it. Before that there is time enough.
const lastStretch = 2 * time.Hour

// Over is when a notice's time is up: at its deadline, and later by what outages took of the stretch before it; zero without a deadline.
func (n Notice) Over() time.Time {
	if n.Deadline.IsZero() {
		return n.Deadline
	}
	from := n.Deadline.Add(-lastStretch)
	if from.Before(n.Published) {
		from = n.Published
	}
	return moved(from, n.Deadline, n.Outages)
}

// missedBy gives the time of an outage back to the readers of a notice whose deadline it may have kept them from meeting.
func (n Notice) missedBy(b Book, o Outage, now time.Time) {
	was := n.Over()
	n.Outages = append(n.Outages, o)
	if n.Over().Equal(was) {
		return
	}
	Notices.Put(b, n)
	n.everywhere(b, now)
}

// moved is when a time that began at from and was to end at an instant is up, by what outages took of it.
func moved(from, at time.Time, outages []Outage) time.Time {
	for _, o := range outages { // in the order they came
		if o.From.After(at) {
			break
		}
		if o.From.After(from) {
			from = o.From
		}
		if o.To.After(from) {
			at, from = at.Add(o.To.Sub(from)), o.To
		}
	}
	return at
}

// pressAgain tells whoever has a filing open in private that what they pressed there meanwhile was not heard.
func (c College) pressAgain(b Book, r Round, cause Cause, last, now time.Time) {
	var open []Draft
	for d := range Drafts.Each(b, r.Key()+"/") {
		if d.Chat > 0 && d.Opened.Before(last) && d.Stands(b) {
			open = append(open, d)
		}
	}
	for _, d := range open {
		u, _ := Units.Get(b, string(d.Unit))
		p, _ := People.Get(b, string(d.Person))
		c.Tell(b, p, Letter{Text: "say/press-again", Urgency: Deadline, Written: now, About: Ref{Object: OwedBy(d.Date, d.Unit)},
			Facts: Facts{"unit": u.Named(), "from": last.In(c.Zone).Format("15:04"), "to": now.In(c.Zone).Format("15:04"), "cause": cause}})
	}
}
