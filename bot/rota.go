package bot

import (
	"strconv"
	"time"

	"fangkong/store/workgroup"
)

const (
	readBack   = 14 // how many shifts of a roster are read back one by one
	mostFaults = 12 // how many faults of either sort are said
)

// previewRota shows a roster as it was read, with what is wrong line by line: nothing of it counts before 「启用」.
func (bot *Bot) previewRota(b workgroup.Book, p workgroup.Person, r workgroup.Rota, now time.Time) {
	lang := bot.College.Speaks(p)
	left, doubts, out := []workgroup.Facts{}, []workgroup.Facts{}, map[int]bool{}
	for _, f := range r.Faults {
		facts := workgroup.Facts{"line": f.Line}
		for k, v := range f.Facts {
			facts[k] = v
		}
		line, err := bot.Texts.Plain(lang, "fault/"+string(f.Code), facts)
		if err != nil {
			bot.Log.Error().Str("fault", string(f.Code)).Msg("fault has no text")
			continue
		}
		fault := workgroup.Facts{"line": f.Line, "words": line}
		if f.Out {
			left, out[f.Line] = append(left, fault), true
		} else {
			doubts = append(doubts, fault)
		}
	}
	// What would not fit a message is counted: the first faults are often the cause of the others.
	more := max(0, len(left)-mostFaults) + max(0, len(doubts)-mostFaults)
	left, doubts = left[:min(mostFaults, len(left))], doubts[:min(mostFaults, len(doubts))]
	shifts := []workgroup.Facts{}
	for _, s := range r.Shifts[:min(readBack, len(r.Shifts))] {
		one := bot.College.ShiftFacts(b, s, false)
		one["own"] = s.Phone
		shifts = append(shifts, one)
	}
	span := r.Span()
	facts := bot.College.SpanFacts(span)
	facts["n"], facts["shifts"], facts["more"] = len(r.Shifts), shifts, len(r.Shifts)-len(shifts)
	facts["left"], facts["doubts"], facts["more_faults"], facts["out"], facts["source"] = left, doubts, more, len(out), r.Source
	facts["replaces"] = 0
	l := workgroup.Letter{Lane: "talk", Text: "say/rota-preview", Facts: facts, Written: now, About: workgroup.Ref{Object: "rota/" + r.Key()}}
	if len(r.Shifts) > 0 {
		facts["replaces"] = len(workgroup.ReplacedBy(b, span, now))
		l.Buttons = [][]workgroup.Button{{{Label: "button/rota-yes", Verb: "rota", Object: r.Key()}, {Label: "button/rota-no", Verb: "norota", Object: r.Key()}}}
	}
	bot.College.Tell(b, p, l)
}

// pressRota is 「启用」.
func (t *turn) pressRota() error {
	r, err := t.College.AdoptRota(t.b, t.button.Object, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/rota-adopted", false, workgroup.Facts{"n": len(r.Put)})
	return nil
}

// pressNoRota is 「放弃」.
func (t *turn) pressNoRota() error {
	if err := t.College.GiveUpRota(t.b, t.button.Object, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/rota-dropped", false, nil)
	return nil
}

// pressUnRota is 「撤销」: back to the roster before.
func (t *turn) pressUnRota() error {
	if err := t.College.UndoRota(t.b, t.button.Object, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/rota-undone", false, nil)
	return nil
}

// pressWhichRota chooses a sheet of a workbook.
func (t *turn) pressWhichRota() error {
	parts := t.object()
	n, err := strconv.Atoi(parts[len(parts)-1])
	if err != nil || len(parts) != 2 {
		return workgroup.Refuse(workgroup.Changed)
	}
	r, err := t.College.ChooseSheet(t.b, parts[0], n, t.person, t.now)
	if err != nil {
		return err
	}
	t.previewRota(t.b, t.person, r, t.now)
	return nil
}
