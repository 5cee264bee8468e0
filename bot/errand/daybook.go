package errand

import (
	"fmt"
	"strings"
	"time"

	"fangkong/bot/card"
	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// daybook gathers the ledgers that stand behind the figures of a day in its workbook.
type daybook struct {
	*card.Teller
	b     workgroup.Book
	round workgroup.Round
	lang  workgroup.Language
	now   time.Time
	day   paper.Day
}

// tables are the ledgers for whoever reads them: those that tell of cases, and whom to telephone, only for those who draft and review what
// goes to the authorities, and so is who is away. Of a frozen pack there are those alone that its figures fill: the others are as they are now.
func (d daybook) tables(reader workgroup.Person, frozen bool) []paper.Table {
	out := []paper.Table{d.balances(), d.keyPeople(), d.stores()}
	if frozen {
		return out
	}
	out = append(out, d.decisions(), d.receipts(), d.duty(), d.reports())
	if reader.Holds(workgroup.PaperReaders...) {
		if notes := d.workNotes(); len(notes.Rows) > 0 {
			out = append(out, notes)
		}
		out = append(out, d.cases(), d.contacts(), d.away())
	}
	return out
}

func (d daybook) in(zh, en string) string {
	if d.lang == workgroup.English {
		return en
	}
	return zh
}

// semicolon stands between things that are told in one cell.
func (d daybook) semicolon() string { return d.in("；", "; ") }

func (d daybook) named(n workgroup.Named) string {
	if n.English != "" {
		return d.in(n.Name, n.English)
	}
	return n.Name
}

// word is one of the office's words in the reader's language, with facts by name and value.
func (d daybook) word(name string, pairs ...any) string {
	facts := workgroup.Facts{}
	for i := 0; i+1 < len(pairs); i += 2 {
		facts[pairs[i].(string)] = pairs[i+1]
	}
	words, err := d.Texts.Plain(d.lang, name, facts)
	if err != nil {
		d.Log.Error().Str("text", name).Msg("a word of the workbook has no text")
		return ""
	}
	return words
}

func (d daybook) at(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(d.College.Zone).Format("01-02 15:04")
}

func (d daybook) names(ids []workgroup.PersonID) string {
	var all []string
	for _, id := range ids {
		if p, ok := workgroup.People.Get(d.b, string(id)); ok {
			all = append(all, p.Name)
		}
	}
	return strings.Join(all, d.in("、", ", "))
}

// balances is the college's day ledger (日台账).
func (d daybook) balances() paper.Table {
	t := d.titled("balance", 20, 9, 9, 9, 9, 13, 11, 13, 60)
	ledger, _ := d.College.Ledger(d.b, d.round, "")
	for _, line := range ledger.Lines {
		name := d.named(d.College.FormOn(d.round.Date).LabelOf(line.Item))
		covered := fmt.Sprintf("%d/%d", line.Covered, line.Due)
		if line.Covered == 0 {
			nobody := paper.Instead(d.word("book/missing"))
			t.Rows = append(t.Rows, []any{name, nobody, nobody, nobody, nobody, nobody, paper.Instead(covered), "", ""})
			continue
		}
		added, released := any(line.New), any(line.Released)
		if !line.Flows {
			unasked := paper.Instead(d.word("book/unasked"))
			added, released = unasked, unasked
		}
		prev, now := any(line.Prev), any(line.Now)
		if line.Known == 0 { // nothing can be held against yesterday: that is no 0
			const none = paper.Instead("—")
			prev, added, released, now = none, none, none, none
		}
		flows := paper.Instead("")
		if line.Flows && line.Known > 0 {
			flows = paper.Instead(fmt.Sprintf("%d/%d", line.Told, line.Known))
		}
		var uneven []string
		for _, u := range line.Uneven {
			uneven = append(uneven, d.word("book/uneven", "silent", u.State == workgroup.BalanceSilent, "unit", u.Unit.Named(), "prev", u.Prev, "new", u.New, "released", u.Released, "sum", u.Sum(), "now", u.Now))
		}
		for _, own := range line.Said {
			uneven = append(uneven, d.word("book/says", "unit", own.Unit.Named(), "says", own.Says, "filed", own.Filed))
		}
		t.Rows = append(t.Rows, []any{name, prev, added, released, now, line.Rest, paper.Instead(covered), flows, strings.Join(uneven, d.semicolon())})
	}
	return t
}

// decisions are those of the date's meetings, and those of earlier ones that are not done (议定事项).
func (d daybook) decisions() paper.Table {
	t := d.titled("decisions", 11, 50, 18, 16, 12, 12, 34)
	all := workgroup.StandingDecisions(d.b)
	for one := range workgroup.Decisions.Each(d.b, string(d.round.Date)+"/") {
		if one.Recorded.Done() && !one.Open() {
			all = append(all, one)
		}
	}
	for _, one := range all {
		facts, until := d.College.DecisionFacts(d.b, one, d.now), ""
		if !one.Deadline.IsZero() {
			until = d.word("book/decision-until", "on", facts["on"], "until", facts["until"])
		}
		t.Rows = append(t.Rows, []any{d.word("book/decision", "code", one.Code()), one.Text, d.named(d.College.OwnersNamed(d.b, one.Owners())), until, d.at(one.Seen.At), d.at(one.Done.At), d.cameOf(one)})
	}
	return t
}

// cameOf is what came of a decision: its result, or that it was taken back, and how it was changed.
func (d daybook) cameOf(one workgroup.Decision) string {
	words := []string{}
	if one.Result != "" {
		words = append(words, one.Result)
	}
	for _, change := range d.College.ChangesFacts(d.b, one, time.Time{}, d.now) {
		words = append(words, d.word("book/decision-change", "change", change))
	}
	return strings.Join(words, d.semicolon())
}

// receipts are how far the notices are read that were published on the date, or are still asked about (阅读回执).
func (d daybook) receipts() paper.Table {
	t := d.titled("receipts", 7, 8, 56, 12, 8, 8, 8, 16)
	for n := range workgroup.Notices.Each(d.b, "") {
		if workgroup.DateOf(n.First.In(d.College.Zone)) != d.round.Date && !n.Waits() {
			continue
		}
		median := any("")
		if times := workgroup.ReadingTimes(n, n.All(d.b)); len(times) > 0 {
			median = int(times[len(times)/2].Round(time.Minute).Minutes())
		}
		t.Rows = append(t.Rows, []any{int(n.ID), d.word("class/" + string(n.Class)), card.FirstLine(n.Text), d.at(n.Published), n.Seats, n.Read, n.Did, median})
	}
	return t
}

// workNotes are what the units have told of their work on the date, a row for each point (工作动态).
func (d daybook) workNotes() paper.Table {
	t := d.titled("work", 24, 7, 80, 14, 14)
	for _, n := range workgroup.NotesOn(d.b, d.round) {
		unit, _ := d.round.Unit(d.b, n.Unit)
		for i, point := range n.Points {
			t.Rows = append(t.Rows, []any{d.named(unit.Named()), i + 1, point, d.names([]workgroup.PersonID{n.By}), d.at(n.Source.At)})
		}
	}
	return t
}

// duty is who is on duty from the morning of the date to that of the next (值班表).
func (d daybook) duty() paper.Table {
	t := d.titled("duty", 28, 20, 34, 18, 18)
	from := d.round.Date.In(d.College.Zone)
	for _, s := range workgroup.ShiftsBetween(d.b, from, from.AddDate(0, 0, 1)) {
		t.Rows = append(t.Rows, []any{d.at(s.From) + " — " + d.at(s.To), d.names(s.Leaders), d.names(s.Staff), s.Place, d.College.PhoneOf(s)})
	}
	return t
}

// reports are those of the date to the authorities, as the register has them (上报信息备案登记).
func (d daybook) reports() paper.Table {
	t := d.titled("reports", 20, 26, 14, 12, 20, 44, 12)
	for p := range workgroup.Papers.Each(d.b, string(d.round.Date)+"/") {
		number := ""
		if e, ok := workgroup.EntryOf(d.b, p); ok {
			number = d.named(e.Named())
		}
		var sent []string
		for _, s := range p.AllSendings() {
			sent = append(sent, strings.TrimSpace(s.To+" "+s.How+" "+d.at(s.At)+" "+s.Received))
		}
		signed := ""
		if p.Signature.Done() {
			signed = d.names([]workgroup.PersonID{p.Signature.By}) + " " + d.at(p.Signature.At)
		}
		t.Rows = append(t.Rows, []any{number, d.word("book/report", "again", p.Corrects != ""), d.word("paperclass/" + string(p.Class())), d.word("paperstate/" + string(p.State)), signed, strings.Join(sent, d.semicolon()), d.at(p.Filed.At)})
	}
	return t
}
