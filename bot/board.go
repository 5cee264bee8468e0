package bot

import (
	"fmt"
	"maps"
	"strings"
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// boardCard is the day in one message: how many have filed, who has not, by when.
func (r Renderer) boardCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, _ time.Time) (courier.Message, error) {
	round, ok := workgroup.Rounds.Get(b, c.Object)
	if !ok {
		return courier.Message{}, fmt.Errorf("card %s: no round", c.Key())
	}
	facts := r.boardFacts(r.College.Count(b, round))
	var rows [][]workgroup.Button
	if !facts["closed"].(bool) {
		rows = [][]workgroup.Button{{{Label: "button/zero", Verb: "zero", Object: c.Object}, {Label: "button/fill", Verb: "fill", Object: c.Object}}}
	}
	rows = append(rows, []workgroup.Button{{Label: "button/urgent", Verb: "urgent"}}) // day and night
	return r.card(lang, "card/board", facts, rows)
}

// boardFacts are what the group may see: units and counts of units, nobody's health.
func (bot *Bot) boardFacts(t workgroup.Tally) workgroup.Facts {
	late := []workgroup.Facts{}
	for _, l := range t.Lines {
		if l.State == workgroup.Filed && l.Standing.Mark != workgroup.OnTime {
			late = append(late, workgroup.Facts{"unit": l.Unit.Named(), "mark": l.Standing.Mark, "at": bot.clock(l.Standing.First)})
		}
	}
	closed := false
	for _, s := range t.Round.Steps {
		closed = closed || s.Name == workgroup.StepClose && !s.Done.IsZero()
	}
	outages := []workgroup.Facts{}
	for _, o := range t.Round.Outages {
		outages = append(outages, workgroup.Facts{"from": bot.clock(o.From), "to": bot.clock(o.To), "cause": o.Cause})
	}
	facts := bot.College.Deadlines(t.Round)
	maps.Copy(facts, workgroup.Facts{"outages": outages, "date": t.Round.Date, "filed": t.Filed(), "due": len(t.Lines), "zeros": t.Zeros, "lacking": workgroup.Names(t.Lacking),
		"awaiting": workgroup.Names(t.In(workgroup.Awaiting)), "missing": workgroup.Names(t.In(workgroup.Missing)), "late": late, "sheets": bot.sheetLines(t.Sheets), "closed": closed})
	return facts
}

// sheetLines say of lead units' sheets how they stand, one a line.
func (bot *Bot) sheetLines(sheets []workgroup.SheetLine) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, s := range sheets {
		line := workgroup.Facts{"unit": s.Lead.Named(), "group": s.Lead.Leads, "filed": s.Filed, "due": s.Due, "done": s.Sheet.Revision > 0, "mark": s.Sheet.Mark, "at": "", "moved": s.Moved}
		line["kept"] = s.Stays != nil
		if s.Sheet.Revision > 0 {
			line["at"] = bot.clock(s.Sheet.Filed)
		}
		out = append(out, line)
	}
	return out
}

// boardCommand brings the board: in the group it moves down to the last message, in private it is a letter.
func (t *turn) boardCommand(string) error {
	round, err := t.round(t.today())
	if err != nil {
		return err
	}
	if t.private() {
		t.reply("card/board", t.boardFacts(t.College.Count(t.b, round)))
		return nil
	}
	workgroup.Show(t.b, workgroup.Card{Kind: workgroup.BoardCard, Object: round.Key(), Chat: t.chat.ID, Pin: true, Repost: true, Urgency: workgroup.Deadline}, t.now)
	return nil
}

// missingCommand lists who has not been heard from. In the group only the office may post it.
func (t *turn) missingCommand(string) error {
	round, err := t.round(t.today())
	if err != nil {
		return err
	}
	facts := t.missingOn(round)
	if t.private() || t.person.Holds(workgroup.Director, workgroup.Staff) {
		t.reply("say/missing", facts)
		return nil
	}
	t.whisper("say/missing", facts)
	return nil
}

// missingOn is who has not been heard from on a date.
func (t *turn) missingOn(round workgroup.Round) workgroup.Facts {
	tally := t.College.Count(t.b, round)
	return workgroup.Facts{"date": round.Date, "missing": workgroup.Names(tally.In(workgroup.Missing)), "awaiting": workgroup.Names(tally.In(workgroup.Awaiting)),
		"filed": tally.Filed(), "due": len(tally.Lines)}
}

// roundAndUnit reads an object that names a date and a unit.
func roundAndUnit(b workgroup.Book, object string) (workgroup.Round, workgroup.Unit, error) {
	date, id, _ := strings.Cut(object, "/")
	round, ok := workgroup.Rounds.Get(b, date)
	if !ok {
		return round, workgroup.Unit{}, fmt.Errorf("object %s: no round", object)
	}
	u, ok := round.Unit(b, workgroup.UnitID(id))
	if !ok {
		return round, u, fmt.Errorf("object %s: no unit", object)
	}
	return round, u, nil
}
