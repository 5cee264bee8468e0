package bot

import (
	"errors"
	"maps"
	"slices"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// list takes a list of several units apart. A row that the sender may file is read back to them; of every other row the unit's own heads
// are asked. Nothing of it counts before they have said so.
func (t *turn) list(r understand.Reading) error {
	date := t.today()
	if r.DateRef != "" && r.DateRef != string(date) || t.dated("明天") {
		return workgroup.Refuse(workgroup.OtherDaysList, "date", workgroup.Date(r.DateRef))
	}
	round, err := t.round(date)
	if err != nil {
		return err
	}
	parts, homeless, unread := t.parts(r)
	out := sorting{homeless: homeless, unread: unread}
	for _, p := range parts {
		unit, ok := workgroup.Units.Get(t.b, string(p.unit))
		if !ok {
			continue
		}
		switch {
		case t.stands(date, unit, p):
			out.said = append(out.said, unit)
		case len(t.beside(p.reading, unit, date)) > 0:
			out.beside = append(out.beside, unit)
		case !t.yesterdayKnown(date, unit, p.reading):
			out.unread = append(out.unread, unit.Name) // the same as nothing anybody knows
		case !t.mayFile(date, unit.ID):
			t.offer(round, unit, p, &out)
		default:
			// A row that is refused keeps nothing from the others.
			refusal, err := (*workgroup.Refusal)(nil), t.ownRow(p)
			switch {
			case errors.As(err, &refusal):
				out.unread = append(out.unread, unit.Name)
			case err != nil:
				return err
			default:
				out.own = append(out.own, unit)
			}
		}
	}
	out.tell(t)
	return nil
}

// part is what a list says of one unit: a row, or the sum of several.
type part struct {
	unit    workgroup.UnitID
	reading understand.Reading
	words   string
	rows    int
}

// parts are the rows unit by unit, in the order of the list, and the labels of those that belong to no unit of the college or report
// nothing. Classes and people that stand under a unit's name, or under nobody's in a message of its head, are that unit's, and summed.
func (t *turn) parts(r understand.Reading) (parts []*part, homeless, unread []string) {
	named := slices.ContainsFunc(r.Rows, func(row understand.Row) bool { return row.Unit != "" })
	under := workgroup.UnitID(r.Unit)
	if own := t.person.Units(); under == "" && len(own) == 1 {
		under = own[0]
	}
	of := map[workgroup.UnitID]*part{}
	for _, row := range r.Rows {
		unit := workgroup.UnitID(row.Unit)
		if unit == "" && !named {
			unit = under
		}
		switch {
		case unit == "":
			homeless = append(homeless, row.Label)
			continue
		case row.Kind != understand.Zero && len(row.Fields)+len(row.Unknown) == 0 && !asksOf(row): // 汽车学院正在核实 is no zero report
			unread = append(unread, row.Label)
			continue
		}
		p, known := of[unit]
		if !known {
			p = &part{unit: unit, reading: understand.Reading{Kind: understand.Zero, Unit: string(unit), Fields: map[string]int{}, DateRef: r.DateRef}}
			of[unit], parts = p, append(parts, p)
		}
		p.add(row, named)
	}
	for _, p := range parts {
		p.reading.Zero = p.reading.Kind == understand.Zero
	}
	return parts, homeless, unread
}

// asksOf tells whether a row without figures leaves something to ask, and not only that it is not complete.
func asksOf(row understand.Row) bool {
	return slices.ContainsFunc(row.Doubts, func(d understand.Doubt) bool { return d.Code != understand.Incomplete })
}

// add adds a row: to the sum of a unit's classes or people, or to what its other rows say. Two rows of one unit that differ about the same people
// leave the figure open.
func (p *part) add(row understand.Row, named bool) {
	r := &p.reading
	if p.rows++; p.words != "" {
		p.words += "\n"
	}
	p.words += row.Words
	if row.Kind != understand.Zero {
		r.Kind = row.Kind
	}
	for key, n := range wholes(row.Fields) {
		was, said := r.Fields[key]
		switch {
		case !named || row.One:
			r.Fields[key] = was + n
		case said && was != n:
			r.Unknown = append(r.Unknown, key)
		default:
			r.Fields[key] = n
		}
	}
	r.Unknown, r.Doubts = append(r.Unknown, row.Unknown...), append(r.Doubts, row.Doubts...)
}

// wholes are a row's figures with the count of everybody beside those given by group, so that sums of rows stay sums.
func wholes(fields map[string]int) map[string]int {
	out := maps.Clone(fields)
	for key, n := range fields {
		base, measure, group := workgroup.Key(key).Parts()
		whole := string(workgroup.K(base, measure, workgroup.Everybody))
		if _, said := fields[whole]; group != workgroup.Everybody && !said {
			out[whole] += n
		}
	}
	return out
}

// mayFile tells whether the sender may file for a unit today: one of their own, or one that has agreed.
func (t *turn) mayFile(date workgroup.Date, unit workgroup.UnitID) bool {
	return t.person.Speaks(unit) || slices.ContainsFunc(t.person.Units(), func(own workgroup.UnitID) bool { return workgroup.Granted(t.b, date, unit, own) })
}

// stands tells whether a unit's answer is already what its row says: a chain is sent again with every row added to it.
func (t *turn) stands(date workgroup.Date, unit workgroup.Unit, p *part) bool {
	filed, ok := workgroup.FiledOn(t.b, date, unit.ID)
	if !ok || len(p.reading.Unknown) > 0 {
		return false
	}
	d := workgroup.Draft{Date: date, Unit: unit.ID, Figures: workgroup.Figures{}}
	t.take(&d, unit, p.reading)
	return d.Asked == "" && d.Doubtful == "" && len(workgroup.Differ(filed.Figures, t.College.Settled(d, unit))) == 0
}

// ownRow reads a row back to the sender, as if they had sent it alone.
func (t *turn) ownRow(p *part) error {
	whole := t.msg
	m := *whole
	m.Text = p.words
	t.msg = &m
	defer func() { t.msg = whole }()
	if err := t.lineOf(p.reading, true); err != nil {
		return err
	}
	t.summed(p)
	return nil
}

// summed marks the draft that a row has become as the sum of several.
func (t *turn) summed(p *part) {
	d, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(t.today(), p.unit, t.person.ID))
	if ok && p.rows > 1 {
		d.Rows = p.rows
		workgroup.Drafts.Put(t.b, d)
	}
}

// yesterdayKnown tells whether a row that says it is as the day before says anything.
func (t *turn) yesterdayKnown(date workgroup.Date, unit workgroup.Unit, r understand.Reading) bool {
	if !r.Doubtful(understand.SameAsBefore) && !r.Doubtful(understand.NoNew) {
		return true
	}
	_, filed := workgroup.FiledOn(t.b, date.Add(-1), unit.ID)
	return filed
}

// offer asks a unit's heads about its row.
func (t *turn) offer(round workgroup.Round, unit workgroup.Unit, p *part, out *sorting) {
	d := workgroup.Draft{Figures: workgroup.Figures{}, Zero: p.reading.Zero, Said: t.said}
	if p.rows > 1 {
		d.Rows = p.rows
	}
	if p.reading.Doubtful(understand.SameAsBefore) || p.reading.Doubtful(understand.NoNew) {
		before, _ := workgroup.FiledOn(t.b, round.Date.Add(-1), unit.ID)
		d.Figures = stocks(before.Figures)
	}
	t.take(&d, unit, p.reading)
	d.Sources = []workgroup.Source{{Chat: t.chat.ID, Message: t.msg.ID, Text: excerpt(p.words), At: t.said, Edited: t.edited}}
	became, err := t.College.OfferRow(t.b, round, unit, d, t.person, t.now)
	switch {
	case err != nil:
		out.outside = append(out.outside, unit)
	case became == workgroup.Offered:
		out.asked = append(out.asked, unit)
	case became == workgroup.SaidSelf:
		out.said = append(out.said, unit)
	default:
		out.deaf = append(out.deaf, unit)
	}
}

// sorting is a list sorted by what becomes of its rows.
type sorting struct {
	own, asked, said, deaf, outside []workgroup.Unit
	beside                          []workgroup.Unit // whose rows count nothing that the report asks
	homeless, unread                []string         // labels of rows without a unit, and of rows that say nothing of a report
}

// tell says to the sender what has become of the rows, but for a list whose rows are all theirs, and read back, or stand already.
func (l sorting) tell(t *turn) {
	news := len(l.asked) + len(l.deaf) + len(l.outside) + len(l.homeless) + len(l.unread)
	if news+len(l.own)+len(l.said) == 0 && !t.addressed() {
		return // 口罩 of three units, told to colleagues
	}
	theirs := func(u workgroup.Unit) bool { return t.person.Speaks(u.ID) }
	if news == 0 && (len(l.own) > 0 || slices.ContainsFunc(l.said, theirs)) {
		return
	}
	facts := workgroup.Facts{"own": workgroup.Names(l.own), "asked": workgroup.Names(l.asked), "said": workgroup.Names(l.said),
		"deaf": workgroup.Names(l.deaf), "outside": workgroup.Names(l.outside), "beside": workgroup.Names(l.beside), "homeless": l.homeless, "unread": l.unread, "private": t.private() || t.person.Reachable()}
	t.whisper("say/list", facts)
}
