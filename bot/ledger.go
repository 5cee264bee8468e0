package bot

import (
	"slices"

	"fangkong/bot/card"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// ledgerOf is what a day ledger is of: the college, a lead unit's sheet, or one unit.
type ledgerOf struct {
	unit  workgroup.Unit // the zero unit: the college
	sheet bool
}

func (o ledgerOf) object(date workgroup.Date) string {
	switch {
	case o.unit.ID == "":
		return string(date)
	case o.sheet:
		return workgroup.SheetObject(date, o.unit.ID) + "/s"
	}
	return workgroup.StandingKey(date, o.unit.ID)
}

// ledgers are the day ledgers that somebody may read, the widest first: whoever oversees the college all of them, a lead unit's heads
// those of their sheet and of the units that feed it, a unit's heads their own.
func (t *turn) ledgers(round workgroup.Round) (out []ledgerOf) {
	if t.person.Holds(workgroup.Overseers...) {
		out = append(out, ledgerOf{})
	}
	for _, id := range round.Leads {
		if u, _ := round.Unit(t.b, id); card.SeesSheet(t.person, id) {
			out = append(out, ledgerOf{unit: u, sheet: true})
		}
	}
	for _, id := range t.person.Units() {
		if u, ok := round.Unit(t.b, id); ok && round.Owes(id) {
			out = append(out, ledgerOf{unit: u})
		}
	}
	return out
}

// readsLedger tells whether somebody may read a unit's own ledger that is not among theirs: of a unit that feeds their sheet, or all.
func (t *turn) readsLedger(u workgroup.Unit) bool {
	return t.person.Speaks(u.ID) || t.person.Holds(workgroup.Overseers...) || slices.ContainsFunc(u.Feeds, func(lead workgroup.UnitID) bool { return t.person.Speaks(lead) })
}

// ledgerCommand is /ledger: the day ledger of what is named, else the widest that the sender may read.
func (t *turn) ledgerCommand(args string) error {
	date, named, err := t.dateAndUnit(args)
	if err != nil {
		return err
	}
	round, err := t.round(date)
	if err != nil {
		return err
	}
	mine := t.ledgers(round)
	if named == "" {
		if len(mine) == 0 {
			return workgroup.Refuse(workgroup.NoLedger)
		}
		t.showLedger(round, mine[0])
		return nil
	}
	return t.ledgerOfUnit(round, named)
}

// ledgerOfUnit shows the day ledger of a unit, of a lead unit that of its sheet to whoever sees it.
func (t *turn) ledgerOfUnit(round workgroup.Round, id workgroup.UnitID) error {
	u, ok := round.Unit(t.b, id)
	if !ok {
		return workgroup.Refuse(workgroup.NoLedger)
	}
	return t.ledger(round, ledgerOf{unit: u, sheet: slices.Contains(round.Leads, id) && card.SeesSheet(t.person, id)})
}

// dateAndUnit reads the date and the unit that a command names; without them today, and none.
func (t *turn) dateAndUnit(args string) (workgroup.Date, workgroup.UnitID, error) {
	if args == "" {
		return t.today(), "", nil
	}
	r := t.read(args, understand.Context{})
	switch {
	case r.DateRef != "":
		return workgroup.Date(r.DateRef), workgroup.UnitID(r.Unit), nil
	case r.Unit != "":
		return t.today(), workgroup.UnitID(r.Unit), nil
	}
	date, err := t.dateIn(args)
	return date, "", err
}

// pressLedger shows another day ledger.
func (t *turn) pressLedger() error {
	date, id, rest := t.standing()
	round, err := t.round(date)
	if err != nil {
		return err
	}
	if !t.private() {
		return workgroup.Refuse(workgroup.Changed)
	}
	of := ledgerOf{sheet: len(rest) > 0}
	if id != "" {
		u, ok := round.Unit(t.b, id)
		if !ok || of.sheet && !slices.Contains(round.Leads, id) {
			return workgroup.Refuse(workgroup.Changed)
		}
		of.unit = u
	}
	return t.ledger(round, of)
}

// ledger shows a day ledger to whoever may read it.
func (t *turn) ledger(round workgroup.Round, of ledgerOf) error {
	may := t.person.Holds(workgroup.Overseers...)
	switch {
	case of.unit.ID != "" && of.sheet:
		may = card.SeesSheet(t.person, of.unit.ID)
	case of.unit.ID != "":
		may = t.readsLedger(of.unit)
	}
	if !may {
		return workgroup.Refuse(workgroup.NoLedger)
	}
	t.showLedger(round, of)
	return nil
}

func (t *turn) showLedger(round workgroup.Round, of ledgerOf) {
	var l workgroup.Ledger
	switch {
	case of.unit.ID != "" && !of.sheet:
		l = t.College.OwnLedger(t.b, round, of.unit)
	default:
		l, _ = t.College.Ledger(t.b, round, of.unit.ID)
	}
	var others []workgroup.Button
	for _, other := range t.ledgers(round) {
		if other.object(round.Date) == of.object(round.Date) || len(others) >= 8 {
			continue
		}
		name := other.unit.Named()
		if other.unit.ID == "" {
			name = workgroup.Named{Name: t.College.Name}
		}
		others = append(others, workgroup.Button{Label: "button/ledger", Facts: workgroup.Facts{"unit": name, "sheet": other.sheet}, Verb: "ledger", Object: other.object(round.Date)})
	}
	facts := t.ledgerFacts(round, l)
	facts["own"] = of.unit.ID != "" && !of.sheet && t.person.Speaks(of.unit.ID) && round.Date == t.today()
	facts["unit"], facts["college"], facts["sheet"], facts["overrides"] = of.unit.Named(), t.College.Name, of.sheet, []workgroup.Facts{}
	if of.sheet {
		facts["overrides"] = t.OverrideLines(t.b, round.Date, t.College.Consolidate(t.b, round, of.unit))
	}
	rows := card.InRows(2, others)
	if of.unit.ID != "" && !of.sheet && t.person.Speaks(of.unit.ID) {
		rows = append(rows, []workgroup.Button{{Label: "button/own-export", Verb: "export", Object: of.object(round.Date)}})
	}
	t.reply("say/ledger", facts, rows...)
}

// ledgerFacts are a day ledger as people read it. Items of which nobody has anybody, today or the day before, are one line.
func (t *turn) ledgerFacts(round workgroup.Round, l workgroup.Ledger) workgroup.Facts {
	lines, unsaid, zeros, fresh := []workgroup.Facts{}, []workgroup.Facts{}, 0, 0
	queries := workgroup.QueriesOf(t.b, round.Date)
	for _, line := range l.Lines {
		one := t.College.LabelFacts(round.Date, line.Item)
		switch {
		case line.Covered == 0:
			unsaid = append(unsaid, one)
			continue
		case line.Prev+line.New+line.Released+line.Now+line.Rest == 0 && len(line.Uneven)+len(line.Said) == 0:
			if zeros++; line.Known == 0 {
				fresh++
			}
			continue
		}
		one["prev"], one["new"], one["released"], one["n"], one["flows"] = line.Prev, line.New, line.Released, line.Now, line.Flows
		one["covered"], one["due"], one["known"], one["rest"], one["others"] = line.Covered, line.Due, line.Known, line.Rest, line.Covered-line.Known
		one["told"] = line.Told
		uneven := []workgroup.Facts{}
		for _, u := range line.Uneven {
			state := "told"
			for _, q := range queries {
				if q.Unit == u.Unit.ID && q.Item == line.Item && q.Lead == "" {
					if state = string(q.End); q.Open() {
						state = "open"
					}
				}
			}
			uneven = append(uneven, workgroup.Facts{"unit": u.Unit.Named(), "silent": u.State == workgroup.BalanceSilent, "prev": u.Prev, "new": u.New, "released": u.Released, "n": u.Now, "sum": u.Sum(), "state": state})
		}
		own := []workgroup.Facts{}
		for _, c := range line.Said {
			own = append(own, workgroup.Facts{"unit": c.Unit.Named(), "says": c.Says, "filed": c.Filed})
		}
		one["uneven"], one["own_prev"] = uneven, own
		lines = append(lines, one)
	}
	return workgroup.Facts{"date": round.Date, "group": l.Group, "filed": l.Filed, "due": l.Due, "missing": round.Names(t.b, l.Missing), "lines": lines, "unsaid": unsaid, "zeros": zeros - fresh, "fresh": fresh, "any": l.Filed > 0}
}

// pressFlow answers the day ledger's question with the flows that it names.
func (t *turn) pressFlow() error {
	q, err := t.query(t.button.Object)
	if err != nil {
		return err
	}
	return t.fileFlows(q, workgroup.Source{Chat: t.chat.ID, Text: "新增、解除：是", At: t.now})
}

func (t *turn) fileFlows(q workgroup.Query, source workgroup.Source) error {
	round, err := t.round(q.Date)
	if err != nil {
		return err
	}
	before, _ := workgroup.FiledOn(t.b, q.Date, q.Unit)
	report, err := t.College.FileFlows(t.b, round, q, t.person, source, t.now)
	if err != nil {
		return err
	}
	t.alarmHard(before, report)
	if before.By != t.person.ID {
		t.replaced(before, report, workgroup.Differ(before.Figures, report.Figures))
	}
	if t.press == nil {
		t.reply("toast/filed", t.filedFacts(report))
	}
	t.toast("toast/filed", false, t.filedFacts(report))
	return nil
}
