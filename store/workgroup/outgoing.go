package workgroup

import (
	"slices"
	"time"
)

// Outgoing is a date's watch over the times of the authorities (要求时限): it reminds the office before each of them, once, as long as nobody
// has sent that authority the day's report.
type Outgoing struct {
	Date Date      `json:"date"`
	Told []string  `json:"told,omitempty"` // the addressees of whose time the office was reminded
	Next time.Time `json:"next,omitzero"`
}

// Outgoings are kept for good, as the rounds are.
var Outgoings = Shelf[Outgoing]{Name: "outgoings"}

// Key is the date.
func (o Outgoing) Key() string { return string(o.Date) }

// Due is when the office is reminded next.
func (o Outgoing) Due() time.Time { return o.Next }

// outgoingObject names what letters about a date's sending are about.
func outgoingObject(d Date) string { return "outgoing/" + string(d) }

// until is an addressee's time on a date; zero where it asks for none.
func (c College) until(r Recipient, d Date) time.Time {
	at, err := time.Parse("15:04", r.By)
	if err != nil {
		return time.Time{}
	}
	return d.In(c.Zone).Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute)
}

// watchSending begins a date's watch where an addressee asks for a time, or has it follow the settings as they are now.
func (c College) watchSending(b Book, d Date) {
	o, there := Outgoings.Get(b, string(d))
	o.Date = d
	if next := c.nextReminder(o); !next.Equal(o.Next) && (there || !next.IsZero()) {
		o.Next = next
		Outgoings.Put(b, o)
	}
}

// CheckSending has the day's watch follow addressees and times that were changed while the house was closed.
func (c College) CheckSending(b Book, now time.Time) {
	if d := DateOf(now.In(c.Zone)); Rounds.Has(b, string(d)) {
		c.watchSending(b, d)
	}
}

// nextReminder is the earliest reminder of a date that is still to come.
func (c College) nextReminder(o Outgoing) time.Time {
	var moments []time.Time
	for _, r := range c.Addressees() {
		if until := c.until(r, o.Date); !until.IsZero() && !slices.Contains(o.Told, r.Name) {
			moments = append(moments, until.Add(-c.waits().Sending))
		}
	}
	return earliest(moments...)
}

// sentOn tells whether somebody has entered that an addressee got a report on a date.
func sentOn(b Book, d Date, to string) bool {
	for p := range Papers.Each(b, string(d)+"/") {
		if slices.ContainsFunc(p.AllSendings(), func(s Sending) bool { return s.To == "" || s.To == to }) {
			return true
		}
	}
	return false
}

// WakeOutgoing reminds the office of the addressees whose time is near and who have no report of the date, with how far that is.
func (c College) WakeOutgoing(b Book, key string, now time.Time) {
	o, ok := Outgoings.Get(b, key)
	if !ok || o.Next.IsZero() || o.Next.After(now) {
		return
	}
	lines := []Facts{}
	for _, r := range c.Addressees() {
		until := c.until(r, o.Date)
		if until.IsZero() || slices.Contains(o.Told, r.Name) || until.Add(-c.waits().Sending).After(now) {
			continue
		}
		o.Told = append(o.Told, r.Name)
		if !sentOn(b, o.Date, r.Name) {
			lines = append(lines, Facts{"name": r.Named, "how": r.How, "until": r.By, "over": !now.Before(until)})
		}
	}
	o.Next = c.nextReminder(o)
	Outgoings.Put(b, o)
	midnight := o.Date.Add(1).In(c.Zone)
	if len(lines) == 0 || !now.Before(midnight) {
		return
	}
	facts := Facts{"date": o.Date, "lines": lines, "state": PaperState("")}
	p, drafted := LastPaper(b, o.Date)
	if drafted {
		facts["state"] = p.State
	}
	b.Note(Event{At: now, Kind: PaperUnsent, Object: string(o.Date), Payload: Facts{"addressees": len(lines), "state": p.State}})
	var rows [][]Button
	if !drafted {
		rows = [][]Button{{{Label: "button/paper-draft", Verb: "draftout", Object: string(o.Date)}}}
	}
	for _, one := range Holders(b, Drafters...) {
		c.Tell(b, one, Letter{Text: "say/paper-unsent", Facts: facts, Buttons: rows, Urgency: Deadline, Written: now, Until: midnight, About: Ref{Object: outgoingObject(o.Date)}})
		if drafted {
			ShowPaper(b, p, one, now)
		}
	}
}
