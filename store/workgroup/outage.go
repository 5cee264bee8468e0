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
	b.Note(Event{At: now, Kind: BotReturned, Payload: Facts{"last": last, "seconds": int(now.Sub(last).Seconds()), "cause": cause}})
	r, ok := Rounds.Get(b, string(DateOf(now)))
	if !ok || r.At(StepRemind).After(now) {
		return true // nobody had a button of today's
	}
	r.Outages = append(r.Outages, Outage{last, now, cause})
	Rounds.Put(b, r)
	Touch(b, BoardCard, r.Key(), now)
	c.pressAgain(b, r, cause, last, now)
	return true
}

// Deadline is when a step's time is up: at the step, and later by what outages took of the time since the reminder. Nobody is
// late by minutes in which nobody could report.
func (r Round) Deadline(name StepName) time.Time {
	at, from := r.At(name), r.At(StepRemind)
	for _, o := range r.Outages { // in the order they came
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
