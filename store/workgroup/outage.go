package workgroup

import "time"

// Outage is that the bot was down during a date's reporting.
type Outage struct {
	From time.Time `json:"from"` // it was last known to be up
	To   time.Time `json:"to"`   // it was up again
}

// PressLife is how long Telegram keeps a press for a bot that does not ask: what was pressed earlier is lost without a trace.
const PressLife = 150 * time.Second

// Returned notes that the bot was down, once it is up again, where presses were lost by it: the board and the summary say so,
// for nobody else can tell those who pressed. It tells whether that was so.
func (c College) Returned(b Book, last, now time.Time) bool {
	if last.IsZero() || now.Sub(last) <= PressLife {
		return false
	}
	b.Note(Event{At: now, Kind: BotReturned, Payload: Facts{"last": last, "seconds": int(now.Sub(last).Seconds())}})
	r, ok := Rounds.Get(b, string(DateOf(now)))
	if !ok || r.At(StepRemind).After(now) {
		return true // nobody had a button of today's
	}
	r.Outages = append(r.Outages, Outage{last, now})
	Rounds.Put(b, r)
	Touch(b, BoardCard, r.Key(), now)
	c.pressAgain(b, r, last, now)
	return true
}

// pressAgain tells whoever has a filing open in private that what they pressed there meanwhile was not heard.
func (c College) pressAgain(b Book, r Round, last, now time.Time) {
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
			Facts: Facts{"unit": u.Named(), "from": last.In(c.Zone).Format("15:04"), "to": now.In(c.Zone).Format("15:04")}})
	}
}
