package bot

import (
	"slices"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// longestQuery is how many letters a question to a unit may have.
const longestQuery = 200

// pressQuery is 「退回询问」 under a unit's part of a sum: the question itself is typed, or is 「请核对」.
func (t *turn) pressQuery() error {
	date, id, rest := t.standing()
	if err := t.onlyToday(date); err != nil {
		return err
	}
	page, ok := workgroup.Pages.Get(t.b, workgroup.PageKey(workgroup.SheetObject(date, id), t.chat.ID))
	if !ok || len(rest) == 0 || page.Unit != workgroup.UnitID(rest[0]) || page.Item == "" {
		return workgroup.Refuse(workgroup.Changed)
	}
	if !t.person.Speaks(id) {
		return workgroup.Refuse(workgroup.NotAHead, "unit", t.unitName(id))
	}
	if len(rest) > 1 {
		if desk := t.deskHere(); desk.Expect == workgroup.AskDesk {
			t.clearDesk(desk)
		}
		return t.askUnit(page.Sheet, page.Unit, page.Item, "")
	}
	t.expect(workgroup.AskDesk, page.Sheet+"/"+string(page.Unit)+"/"+string(page.Item))
	t.reply("say/query-ask", workgroup.Facts{"unit": t.unitName(page.Unit), "line": t.College.LabelFacts(date, page.Item)},
		[]workgroup.Button{{Label: "button/query-check", Verb: "query", Object: t.button.Object + "/ok"}})
	return nil
}

// askUnit asks a unit about one item for the lead unit of a sheet.
func (t *turn) askUnit(sheet string, unit workgroup.UnitID, item workgroup.Key, words string) error {
	round, lead, err := workgroup.RoundAndUnit(t.b, sheet)
	if err != nil {
		return err
	}
	if err := t.onlyToday(round.Date); err != nil {
		return err
	}
	u, _ := round.Unit(t.b, unit)
	q, err := t.College.AskUnit(t.b, round, lead, u, item, words, t.person, t.now)
	if err != nil {
		return err
	}
	people := workgroup.Phones(workgroup.Speakers(t.b, unit))
	t.reply("say/query-sent", workgroup.Facts{"unit": u.Named(), "line": t.College.LabelFacts(q.Date, item), "words": words, "unreached": q.Unreached, "people": people})
	return nil
}

// query is the question a button is about.
func (t *turn) query(key string) (workgroup.Query, error) {
	q, ok := workgroup.Queries.Get(t.b, key)
	if !ok {
		return q, workgroup.Refuse(workgroup.Changed)
	}
	if q.Open() {
		return q, t.onlyToday(q.Date)
	}
	return q, nil
}

// pressMend answers a question with a correction: the item is asked anew, and read back with the rest of the report.
func (t *turn) pressMend() error {
	q, err := t.query(t.button.Object)
	if err != nil {
		return err
	}
	d, _, err := t.mend(q, q.Asks(t.b))
	if err != nil {
		return err
	}
	t.talk(d, true)
	return nil
}

// mend is the correction that answers a question, with its item, or some group's part of it, asked for.
func (t *turn) mend(q workgroup.Query, k workgroup.Key) (workgroup.Draft, workgroup.Unit, error) {
	unit, _ := workgroup.Units.Get(t.b, string(q.Unit))
	if err := t.College.MayMend(t.b, q, t.person); err != nil {
		return workgroup.Draft{}, unit, err
	}
	round, err := t.round(q.Date)
	if err != nil {
		return workgroup.Draft{}, unit, err
	}
	d, err := t.College.StartDraft(t.b, round, unit, t.person, t.chat.ID, t.now)
	if err != nil {
		return d, unit, err
	}
	if filed, ok := workgroup.FiledOn(t.b, q.Date, q.Unit); ok && len(d.Figures) == 0 {
		d.Figures = filed.Figures.Clone()
	}
	d.Asked, d.Guided, d.Picking, d.Doubtful = k, false, false, ""
	_, _, g := k.Parts()
	if n, known := workgroup.GroupPart(d.Figures, q.Item, g, unit.Kind); known && g != workgroup.Everybody {
		d.Figures[k] = workgroup.Count(n) // what only the other groups told is told by itself from now on
	}
	return d, unit, nil
}

// pressStands is 「数据无误」 under a question.
func (t *turn) pressStands() error {
	q, err := t.query(t.button.Object)
	if err != nil {
		return err
	}
	return t.standBy(q)
}

func (t *turn) standBy(q workgroup.Query) error {
	q, err := t.College.StandBy(t.b, q, t.person, t.now)
	if err != nil {
		return t.keeping(err)
	}
	facts := workgroup.Facts{"lead": t.unitName(q.Lead)}
	if t.press == nil {
		t.reply("toast/query-stands", facts)
	}
	t.toast("toast/query-stands", false, facts)
	return nil
}

// queryWords takes a unit's answer to a question: that its figure is right, or the right one.
// Any other words are read like any others; a report among them answers by itself.
func (t *turn) queryWords(desk workgroup.Desk) (bool, error) {
	q, asked := t.queryAsked(desk)
	if !asked || !t.person.Speaks(q.Unit) {
		return false, nil
	}
	word := bareWord(t.msg.Text)
	if answer, more := answerAndMore(t.msg.Text); more != "" && q.Open() && q.Balance == nil && t.answers(q, answer).stands {
		return false, t.standBy(q) // what comes to it is a report of its own
	}
	if d, waits := t.readsBack(); waits && d.Unit == q.Unit && (saysYes(word) || foundRight(word) || slices.Contains(no, word)) {
		return false, nil // what was read back since is meant
	}
	if done, err := t.splitsAsked(q); done || err != nil {
		return done, err
	}
	isRight := all(word, right) || saysRight(word) || foundRight(word)
	answer, flows := t.answers(q, word), q.Balance != nil && q.Balance.State == workgroup.BalanceSilent
	switch {
	case isRight && flows:
		return true, t.fileFlows(q, workgroup.Source{Chat: t.chat.ID, Message: t.msg.ID, Text: excerpt(t.msg.Text), At: t.said})
	case answer.stands && q.Open() && !flows:
		return true, t.standBy(q)
	case isRight:
		return true, t.standBy(q)
	case !slices.Contains(no, word) && !answer.given:
		return q.Open() && q.Balance == nil && t.countsNobody() && t.queriesAgain(), nil
	}
	if answer.given {
		return true, t.mendAs(q, q.Asks(t.b), answer.n)
	}
	d, _, err := t.mend(q, q.Asks(t.b))
	if err != nil {
		return true, err
	}
	t.talk(d, true)
	return true, nil
}

// countsNobody tells whether a message holds a number, and nothing that says what it counts: while a question waits, that is no report.
func (t *turn) countsNobody() bool {
	r := t.read(t.msg.Text, understand.Context{})
	return r.Kind == understand.Report && r.Urgent == understand.No && bare(r) && t.firsthand()
}

// mendAs is the correction that answers a question with a figure.
func (t *turn) mendAs(q workgroup.Query, k workgroup.Key, n int) error {
	d, unit, err := t.mend(q, k)
	switch {
	case err != nil:
		return err
	case n > most:
		return workgroup.Refuse(workgroup.TooMany, "n", n)
	}
	t.sourceOf(&d)
	t.answered(d, unit, n, true)
	return nil
}

// queryAsked is the question that words answer: the one replied to, else the one that lies on the desk, else the only one that waits,
// where nothing else does but a reason.
func (t *turn) queryAsked(desk workgroup.Desk) (workgroup.Query, bool) {
	for _, p := range t.buttonsRepliedTo() {
		if p.Verb == "mend" {
			return workgroup.Queries.Get(t.b, p.Object)
		}
	}
	if desk.Expect == workgroup.QueryDesk && t.now.Sub(desk.Since) <= patience {
		return workgroup.Queries.Get(t.b, desk.Of)
	}
	if !t.private() || desk.Draft != "" || desk.Expect != "" && desk.Expect != workgroup.ReasonDesk && desk.Expect != workgroup.QueryDesk {
		return workgroup.Query{}, false
	}
	var waits []workgroup.Query
	for _, q := range workgroup.QueriesOf(t.b, t.today()) {
		if q.Open() && t.person.Speaks(q.Unit) {
			waits = append(waits, q)
		}
	}
	if len(waits) != 1 {
		return workgroup.Query{}, false
	}
	return waits[0], true
}

// asksUnit sends the words that were asked for to the unit.
func (t *turn) asksUnit(desk workgroup.Desk) (bool, error) {
	words := strings.TrimSpace(t.msg.Text)
	if len([]rune(words)) > longestQuery {
		return true, workgroup.Refuse(workgroup.LongReason, "most", longestQuery)
	}
	parts := strings.Split(desk.Of, "/")
	if len(parts) != 4 {
		t.clearDesk(desk)
		return true, workgroup.Refuse(workgroup.Changed)
	}
	t.clearDesk(desk)
	return true, t.keeping(t.askUnit(parts[0]+"/"+parts[1], workgroup.UnitID(parts[2]), workgroup.Key(parts[3]), words))
}

// unanswered are the questions to units that nobody has answered, or had as of a moment.
func (t *turn) unanswered(b workgroup.Book, round workgroup.Round) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, q := range workgroup.QueriesOf(b, round.Date) {
		if q.Open() || q.End == workgroup.QueryLapsed {
			out = append(out, t.QueryLine(b, round, q))
		}
	}
	return out
}
