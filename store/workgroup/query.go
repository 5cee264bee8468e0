package workgroup

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// QueryEnd is how a question to a unit ended.
type QueryEnd string

// The ends of a question.
const (
	QueryOpen    QueryEnd = ""
	QueryRevised QueryEnd = "revised" // the unit has corrected what it was asked about
	QueryStands  QueryEnd = "stands"  // it says that its figure is right
	QueryLapsed  QueryEnd = "lapsed"  // the date closed without an answer
)

// Query is one question to a unit about one item of its report: of a lead unit whose sum it is part of (退回), or of the day ledger, where
// the item does not follow from the day before.
type Query struct {
	Date     Date      `json:"date"`
	Number   int       `json:"number"` // of that date, from 1
	Unit     UnitID    `json:"unit"`
	Item     Key       `json:"item"`
	Lead     UnitID    `json:"lead,omitempty"` // "": the day ledger asks
	By       PersonID  `json:"by,omitempty"`   // who asked for the lead unit
	At       time.Time `json:"at"`
	Words    string    `json:"words,omitempty"`   // in their own; "": please check
	Revision int       `json:"revision"`          // of the unit's report that was asked about
	Figure   Count     `json:"figure"`            // of the item in it
	Balance  *Balance  `json:"balance,omitempty"` // what the day ledger asks about

	End        QueryEnd  `json:"end,omitempty"`
	Ended      time.Time `json:"ended,omitzero"`
	AnsweredBy PersonID  `json:"answered_by,omitempty"`
	Answer     int       `json:"answer,omitempty"`    // the revision that answers it, or stands
	Now        Count     `json:"now,omitempty"`       // the item's figure in that
	Chased     int       `json:"chased,omitempty"`    // times the unit's heads were asked again
	Listed     bool      `json:"listed,omitempty"`    // the lead unit and the office were told that nobody answers
	Unreached  bool      `json:"unreached,omitempty"` // none of the unit's heads gets private messages
	Parting    bool      `json:"parting,omitempty"`   // they were asked how many are of the group it is about
	Next       time.Time `json:"next,omitzero"`
}

// Queries are kept for good: what was asked is part of how a figure came about.
var Queries = Shelf[Query]{Name: "queries"}

// Key sorts questions by date and number.
func (q Query) Key() string { return fmt.Sprintf("%s/%03d", q.Date, q.Number) }

// Due is when the unit is asked again, the question listed, or ended with its date.
func (q Query) Due() time.Time { return q.Next }

// Open tells whether it waits for an answer.
func (q Query) Open() bool { return q.End == QueryOpen }

// object names what letters about a question are about.
func (q Query) object() string { return "query/" + q.Key() }

// before is a question as it was at a moment after it was asked.
func (q Query) before(at time.Time) Query {
	if q.Ended.After(at) {
		q.End, q.Ended, q.AnsweredBy, q.Answer, q.Now = QueryOpen, time.Time{}, "", 0, 0
	}
	return q
}

// QueriesOf are a date's questions, in order.
func QueriesOf(b Book, d Date) []Query { return slices.Collect(Queries.Each(b, string(d)+"/")) }

// AskUnit sends an item of a unit's report back with a question. The unit's heads are asked in private; who of them cannot be is
// the answer's Unreached. One question about an item is open at a time.
func (c College) AskUnit(b Book, r Round, lead, u Unit, item Key, words string, by Person, now time.Time) (Query, error) {
	answer, filed := FiledOn(b, r.Date, u.ID)
	switch {
	case !by.Speaks(lead.ID):
		return Query{}, Refuse(NotAHead, "unit", lead.Named())
	case !slices.ContainsFunc(r.fedBy(b, lead.ID), func(o Unit) bool { return o.ID == u.ID }) || !c.FormOn(r.Date).Asks(u.Kind, item):
		return Query{}, Refuse(Changed)
	case !filed:
		return Query{}, Refuse(QueryOfNothing, "unit", u.Named())
	}
	all := QueriesOf(b, r.Date)
	for _, old := range all {
		if old.Open() && old.Unit == u.ID && old.Item == item && old.Lead == lead.ID {
			who, _ := People.Get(b, string(old.By))
			return Query{}, Refuse(QueryAsked, "unit", u.Named(), "by", who.Name, "at", old.At.In(c.Zone).Format("15:04"))
		}
	}
	q := Query{Date: r.Date, Number: len(all) + 1, Unit: u.ID, Item: item, Lead: lead.ID, By: by.ID, At: now, Words: words,
		Revision: answer.Revision, Next: now.Add(c.waits().Answer)}
	q.Figure = q.In(b, answer.Figures)
	q.Unreached = !c.tellQuery(b, r, q, now)
	Queries.Put(b, q)
	b.Note(Event{At: now, Kind: UnitAsked, Object: q.Key(), By: by.ID, Payload: Facts{"unit": u.ID, "item": item, "lead": lead.ID, "words": words}})
	Touch(b, SheetCard, SheetObject(r.Date, lead.ID), now)
	return q, nil
}

// figureOf is a figure as it was given; Unsaid when it was not, or only approximately.
func figureOf(f Figures, k Key) Count {
	if n, said := f.Said(k); said {
		return Count(n)
	}
	return Unsaid
}

// Group are the people that a question is about: those whom the lead unit consolidates; "" where it is about all of the unit's, as the day
// ledger's is, and of a unit that has no others.
func (q Query) Group(b Book) Group {
	lead, _ := Units.Get(b, string(q.Lead))
	u, _ := Units.Get(b, string(q.Unit))
	if groups := u.Kind.Groups(); len(groups) < 2 || !slices.Contains(groups, lead.Leads) {
		return Everybody
	}
	return lead.Leads
}

// Asks is the figure that a question is about.
func (q Query) Asks(b Book) Key { return q.Item.Of(q.Group(b)) }

// In is what a question is about in a unit's figures: of a lead unit's, its own people's part; Unsaid where that was not told.
func (q Query) In(b Book, f Figures) Count {
	u, _ := Units.Get(b, string(q.Unit))
	if n, known := partOf(f, q.Item, q.Group(b), u.Kind); known {
		return Count(n)
	}
	return Unsaid
}

// QueryFacts are the figure that a question is about, beside the one of all people of the unit.
func (c College) QueryFacts(b Book, q Query) Facts {
	s, _ := FiledOn(b, q.Date, q.Unit)
	return Facts{"line": c.LabelFacts(q.Date, q.Item), "group": q.Group(b), "n": q.Figure, "all": figureOf(s.Figures, q.Item)}
}

// tellQuery asks the heads of the unit, and says whether any of them gets it.
func (c College) tellQuery(b Book, r Round, q Query, now time.Time) (reached bool) {
	u, _ := r.Unit(b, q.Unit)
	lead, _ := r.Unit(b, q.Lead)
	mend, stands := Button{Label: "button/query-mend", Verb: "mend", Object: q.Key()}, Button{Label: "button/query-stands", Verb: "stands", Object: q.Key()}
	l := Letter{Text: "say/query", Urgency: Deadline, Written: now, Until: q.Date.Add(1).In(c.Zone), About: Ref{Object: q.object()}, Buttons: [][]Button{{mend, stands}}}
	l.Facts = c.QueryFacts(b, q)
	l.Facts["unit"], l.Facts["date"], l.Facts["lead"], l.Facts["leads"], l.Facts["revision"], l.Facts["words"], l.Facts["again"] = u.Named(), q.Date, lead.Named(), lead.Leads, q.Revision, q.Words, q.Chased > 0
	if q.Balance != nil {
		added, released := q.Balance.Flows()
		l.Text = "say/query-balance"
		l.Facts["silent"], l.Facts["prev"], l.Facts["new"], l.Facts["released"], l.Facts["sum"] = q.Balance.State == BalanceSilent, q.Balance.Prev, q.Balance.New, q.Balance.Released, q.Balance.Sum()
		if q.Balance.State == BalanceSilent {
			l.Facts["new"], l.Facts["released"] = added, released
			l.Buttons = [][]Button{{{Label: "button/query-flow", Facts: Facts{"new": added, "released": released}, Verb: "flow", Object: q.Key()}, mend}}
		}
	}
	for _, p := range Speakers(b, q.Unit) {
		if !c.Tell(b, p, l) {
			continue
		}
		reached = true
		// A filing, or another question, that lies there goes first; the buttons work all the same.
		if key := DeskKey(string(p.ID), p.Telegram); !Desks.Has(b, key) {
			Desks.Put(b, Desk{Person: string(p.ID), Chat: p.Telegram, Expect: QueryDesk, Of: q.Key(), Since: now})
		}
	}
	return reached
}

// StandBy answers a question with the word that the figure is right. Where the unit has not told how many are of the group that is asked
// about, it is asked that first, once: the caller keeps that it was.
func (c College) StandBy(b Book, q Query, by Person, now time.Time) (Query, error) {
	u, _ := Units.Get(b, string(q.Unit))
	switch {
	case !by.Speaks(q.Unit):
		return q, Refuse(NotAHead, "unit", u.Named())
	case !q.Open():
		return q, c.queryOver(b, q)
	}
	s, _ := FiledOn(b, q.Date, q.Unit)
	if group := q.Group(b); group != Everybody && q.In(b, s.Figures) == Unsaid && !q.Parting {
		q.Parting = true
		Queries.Put(b, q)
		return q, Refuse(QueryUnparted, "unit", u.Named(), "line", c.LabelFacts(q.Date, q.Item), "group", group, "all", figureOf(s.Figures, q.Item))
	}
	return c.endQuery(b, q, QueryStands, s.Report, by, now), nil
}

// MayMend tells why somebody may not answer a question with a correction; nil when they may.
func (c College) MayMend(b Book, q Query, by Person) error {
	u, _ := Units.Get(b, string(q.Unit))
	switch {
	case !by.Speaks(q.Unit):
		return Refuse(NotAHead, "unit", u.Named())
	case !q.Open():
		return c.queryOver(b, q)
	}
	return nil
}

// queryOver is that a question has ended: by whom it was answered, and how.
func (c College) queryOver(b Book, q Query) error {
	who, _ := People.Get(b, string(q.AnsweredBy))
	return Refuse(QueryEnded, "end", q.End, "by", who.Name, "at", q.Ended.In(c.Zone).Format("15:04"))
}

// settleQueries ends the questions that a new revision of a unit's report answers: those about an item that it changes.
func (c College) settleQueries(b Book, r Round, report Report, before Figures, by Person, now time.Time) (asked []Query) {
	changed := map[string]bool{}
	for _, change := range Differ(before, report.Figures) {
		base, _, _ := change.Key.Parts()
		changed[base] = true
	}
	for _, q := range QueriesOf(b, r.Date) {
		if base, _, _ := q.Item.Parts(); q.Open() && q.Unit == report.Unit && changed[base] {
			asked = append(asked, c.endQuery(b, q, QueryRevised, report, by, now))
		}
	}
	return asked
}

// standByAnswered ends the questions about items that a correction without a change has answered anew.
func (c College) standByAnswered(b Book, d Draft, by Person, now time.Time) {
	for _, q := range QueriesOf(b, d.Date) {
		base, _, _ := q.Item.Parts()
		again := slices.ContainsFunc(d.Answered, func(k Key) bool { of, _, _ := k.Parts(); return of == base })
		if q.Open() && q.Unit == d.Unit && again && by.Speaks(q.Unit) {
			s, _ := FiledOn(b, q.Date, q.Unit)
			c.endQuery(b, q, QueryStands, s.Report, by, now)
		}
	}
}

// endQuery ends a question and tells who asked.
func (c College) endQuery(b Book, q Query, end QueryEnd, report Report, by Person, now time.Time) Query {
	q.End, q.Ended, q.AnsweredBy, q.Answer, q.Now, q.Next = end, now, by.ID, report.Revision, q.In(b, report.Figures), time.Time{}
	Queries.Put(b, q)
	b.Note(Event{At: now, Kind: UnitAnswered, Object: q.Key(), By: by.ID, Payload: Facts{"end": end, "report": report.Key(), "asked_by": q.By, "lead": q.Lead}})
	c.queryDone(b, q, now)
	asker, ok := People.Get(b, string(q.By))
	if u, _ := Units.Get(b, string(q.Unit)); ok && q.By != by.ID {
		c.Tell(b, asker, Letter{Text: "say/query-answered", Urgency: Deadline, Written: now, Until: q.Date.Add(1).In(c.Zone),
			Facts: Facts{"unit": u.Named(), "line": c.LabelFacts(q.Date, q.Item), "group": q.Group(b), "end": end, "was": q.Figure, "now": q.Now, "revision": q.Answer, "by": by.Name}})
	}
	return q
}

// queryDone takes back what still asks for an answer: letters on their way, and what lies on the heads' desks.
func (c College) queryDone(b Book, q Query, now time.Time) {
	Withdraw(b, q.object())
	for _, p := range Speakers(b, q.Unit) {
		if desk, ok := Desks.Get(b, DeskKey(string(p.ID), p.Telegram)); ok && desk.Expect == QueryDesk && desk.Of == q.Key() {
			Desks.Drop(b, desk.Key())
		}
	}
	c.touchAsking(b, q, now)
}

// touchAsking has the sheets shown anew that a question stands on: of who asks, or of the lead units that the unit feeds.
func (c College) touchAsking(b Book, q Query, now time.Time) {
	leads := []UnitID{q.Lead}
	if q.Lead == "" {
		u, _ := Units.Get(b, string(q.Unit))
		leads = u.Feeds
	}
	for _, lead := range leads {
		Touch(b, SheetCard, SheetObject(q.Date, lead), now)
	}
}

// WakeQuery asks the heads of a unit again; after that the lead unit and the office are told that nobody answers, with the numbers to
// call; what the day ledger has asked is listed on the sheets and in the summary. With its date a question ends.
func (c College) WakeQuery(b Book, key string, now time.Time) {
	q, ok := Queries.Get(b, key)
	if !ok || !q.Open() || q.Next.IsZero() || q.Next.After(now) {
		return
	}
	r, _ := Rounds.Get(b, string(q.Date))
	switch midnight := q.Date.Add(1).In(c.Zone); {
	case !now.Before(midnight):
		q.End, q.Ended, q.Next = QueryLapsed, now, time.Time{}
		b.Note(Event{At: now, Kind: QueryUnanswered, Object: q.Key()})
		c.queryDone(b, q, now)
	case q.Chased == 0 && !q.Unreached:
		Withdraw(b, q.object())
		q.Chased++
		q.Unreached = !c.tellQuery(b, r, q, now)
		q.Next = now.Add(c.waits().Answer)
		b.Note(Event{At: now, Kind: UnitChased, Object: q.Key()})
	default:
		q.Listed, q.Next = true, midnight
		b.Note(Event{At: now, Kind: QueryListed, Object: q.Key()})
		if q.Lead != "" {
			c.listQuery(b, r, q, now)
		}
		c.touchAsking(b, q, now)
	}
	Queries.Put(b, q)
}

// listQuery tells the heads of the lead unit and the office which question nobody answers.
func (c College) listQuery(b Book, r Round, q Query, now time.Time) {
	u, _ := r.Unit(b, q.Unit)
	lead, _ := r.Unit(b, q.Lead)
	facts := c.QueryFacts(b, q)
	facts["unit"], facts["lead"], facts["words"], facts["at"] = u.Named(), lead.Named(), q.Words, q.At.In(c.Zone).Format("15:04")
	facts["unreached"], facts["people"] = q.Unreached, Phones(Speakers(b, q.Unit))
	for _, p := range together(Speakers(b, q.Lead), Holders(b, Director, Staff)) {
		c.Tell(b, p, Letter{Text: "say/query-unanswered", Facts: facts, Urgency: Deadline, Written: now, Until: q.Date.Add(1).In(c.Zone), About: Ref{Object: q.object()}})
	}
}

// Phones are people with their numbers, to telephone one after another.
func Phones(people []Person) []string {
	out := []string{}
	for _, p := range people {
		out = append(out, strings.TrimSpace(p.Name+" "+p.Phone))
	}
	return out
}

// LabelFacts are a key as texts name it, by the form of a date.
func (c College) LabelFacts(d Date, k Key) Facts { return LabelFacts(c.FormOn(d), k) }

// LabelFacts is a key as people call it: what is counted, and in the texts' words the measure and the group.
func LabelFacts(form Form, k Key) Facts {
	base, m, g := k.Parts()
	named := form.LabelOf(k)
	if named.Name == "" {
		named.Name = base
	}
	return Facts{"label": named, "measure": m, "group": g, "base": base}
}
