package workgroup

import (
	"cmp"
	"slices"
	"time"
)

// Outgoing is a date's watch over the times of the authorities (要求时限): it reminds the office before each of them, once, as long as nobody
// has sent that authority the day's report; of one that asks for no time, at the office's own.
type Outgoing struct {
	Date  Date      `json:"date"`
	Told  []string  `json:"told,omitempty"` // the addressees of whose time the office was reminded
	Again time.Time `json:"again,omitzero"` // when it reminds of a correction, whose addressees it has reminded of already
	Next  time.Time `json:"next,omitzero"`
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
func (c College) until(r Recipient, d Date) time.Time { return c.timeOn(d, r.By) }

// remindsOf is when the office is reminded of an addressee on a date: before its time, and at the office's own where it asks for none.
func (c College) remindsOf(r Recipient, d Date) time.Time {
	if until := c.until(r, d); !until.IsZero() {
		return until.Add(-c.waits().Sending)
	}
	return c.timeOn(d, cmp.Or(c.SentBy, UsuallySentBy))
}

// timeOn is a time of day on a date; zero for what is none.
func (c College) timeOn(d Date, clock string) time.Time {
	at, err := time.Parse("15:04", clock)
	if err != nil {
		return time.Time{}
	}
	return d.In(c.Zone).Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute)
}

// watchSending begins a date's watch, or has it follow the settings as they are now.
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
	moments := []time.Time{o.Again}
	for _, r := range c.Addressees() {
		if !slices.Contains(o.Told, r.Name) {
			moments = append(moments, c.remindsOf(r, o.Date))
		}
	}
	return earliest(moments...)
}

// owedTo is the report of a date that an addressee has not got: the last of them, which corrects those before it. None: false with what there is
// last; nobody has drafted one: true with none.
func owedTo(b Book, d Date, to string) (Paper, bool) {
	p, ok := LastPaper(b, d)
	return p, !ok || !p.sentTo(to)
}

// watchCorrection has the office reminded of a correction of what was sent, where the times of those who have the wrong one are past: as long
// after it was drafted as they are reminded before their times.
func (c College) watchCorrection(b Book, d Date, now time.Time) {
	if o, ok := Outgoings.Get(b, string(d)); ok {
		o.Again = now.Add(c.waits().Sending)
		o.Next = c.nextReminder(o)
		Outgoings.Put(b, o)
	}
}

// WakeOutgoing reminds the office of the addressees whose time is near and who have no report of the date, with how far that is.
func (c College) WakeOutgoing(b Book, key string, now time.Time) {
	o, ok := Outgoings.Get(b, key)
	if !ok || o.Next.IsZero() || o.Next.After(now) {
		return
	}
	again := !o.Again.IsZero() && !o.Again.After(now)
	if again {
		o.Again = time.Time{}
	}
	lines, papers := []Facts{}, []Paper{}
	for _, r := range c.Addressees() {
		until, told := c.until(r, o.Date), slices.Contains(o.Told, r.Name)
		if told && !again || !told && c.remindsOf(r, o.Date).After(now) {
			continue
		}
		if !told {
			o.Told = append(o.Told, r.Name)
		}
		p, owed := owedTo(b, o.Date, r.Name)
		if !owed || told && p.Corrects == "" {
			continue
		}
		lines = append(lines, Facts{"name": r.Named, "how": r.How, "until": r.By, "over": !until.IsZero() && !now.Before(until), "state": p.State, "again": p.Corrects != "", "first": FirstFor(b, p, r.Name)})
		if p.Date != "" && !slices.ContainsFunc(papers, func(o Paper) bool { return o.Key() == p.Key() }) {
			papers = append(papers, p)
		}
	}
	o.Next = c.nextReminder(o)
	Outgoings.Put(b, o)
	if len(lines) > 0 && now.Before(o.Date.Add(1).In(c.Zone)) {
		c.tellUnsent(b, o.Date, lines, papers, now)
	}
}

// tellUnsent tells the office which addressees have not got which report, with the cards of those reports.
func (c College) tellUnsent(b Book, d Date, lines []Facts, papers []Paper, now time.Time) {
	facts := Facts{"date": d, "lines": lines, "state": PaperState(""), "drafters": []Named{}}
	switch len(papers) {
	case 0:
	case 1:
		facts["state"] = papers[0].State
	default:
		facts["state"] = "several" // each is said beside its addressee
	}
	b.Note(Event{At: now, Kind: PaperUnsent, Object: string(d), Payload: Facts{"addressees": len(lines), "state": facts["state"]}})
	for _, one := range Holders(b, Drafters...) {
		l := Letter{Text: "say/paper-unsent", Facts: facts, Urgency: Deadline, Written: now, Until: d.Add(1).In(c.Zone), About: Ref{Object: outgoingObject(d)}}
		switch {
		case len(papers) > 0:
		case MayDraft(b, one) == nil:
			l.Buttons = [][]Button{{{Label: "button/paper-draft", Verb: "draftout", Object: string(d)}}}
		default:
			l.Facts = with(facts, "drafters", DraftersNamed(b))
		}
		c.Tell(b, one, l)
		for _, p := range papers {
			ShowPaper(b, p, one, now)
		}
	}
}
