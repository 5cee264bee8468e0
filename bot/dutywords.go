package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/pattern"
	"fangkong/bot/rota"
	"fangkong/store/workgroup"
)

// shiftWord is what people type in place of a button of a shift.
var shiftWord = pattern.MustCompile(`(?i)^\s*(我?到岗了?|我?要?交班|我?来?接班|我?要?调班|我?来?顶班|check in|i am here|i['’]m here|hand over|take over|i take over|swap)[\s：:，,。.！!]*$`)

// typedOnShift does what the button of that word does, where exactly one shift can be meant, and else shows which there are. A word that
// says more (“交班：…”) is none.
func (t *turn) typedOnShift() (bool, error) {
	m := shiftWord.FindStringSubmatch(t.msg.Text)
	if m == nil || !t.onRota() {
		return false, nil
	}
	word := strings.ToLower(m[1])
	return true, t.onOneShift(word, func(all ...string) bool {
		return slices.ContainsFunc(all, func(one string) bool { return strings.Contains(word, one) })
	})
}

// onRota tells whether the sender does duty, or stands on a shift of these days: one that is over is still to be handed over.
func (t *turn) onRota() bool {
	return t.person.DoesDuty() || t.person.Watches(t.b, t.now) ||
		slices.ContainsFunc(workgroup.ShiftsBetween(t.b, t.now.Add(-24*time.Hour), t.now.AddDate(0, 0, weekAhead)), func(s workgroup.Shift) bool { return s.Has(t.person.ID) })
}

// onOneShift does with the one shift that can be meant what a button on it does.
func (t *turn) onOneShift(word string, is func(...string) bool) error {
	type one struct {
		verb, object string
		version      uint64
	}
	var can []one
	for _, s := range workgroup.ShiftsBetween(t.b, t.now.AddDate(0, 0, -2), t.now.AddDate(0, 0, weekAhead)) {
		_, mayHandOver := workgroup.MayHandOver(t.b, s.Key(), t.person, t.now)
		switch {
		case is("到岗", "check in", "here"):
			if s.Runs(t.now) && s.Has(t.person.ID) && !slices.ContainsFunc(s.Arrived, func(a workgroup.Act) bool { return a.By == t.person.ID }) {
				can = append(can, one{"arrive", s.Key(), 0})
			}
		case is("交班", "hand over"):
			if mayHandOver == nil && t.now.Sub(s.To) < 24*time.Hour {
				can = append(can, one{"handover", s.Key(), 0})
			}
		case is("调班", "swap"):
			if s.From.After(t.now) && s.Has(t.person.ID) {
				can = append(can, one{"swap", s.Key(), 0})
			}
		case is("顶班", "i take over"):
			for _, id := range s.Crew() {
				if s.Runs(t.now) && !s.Has(t.person.ID) {
					can = append(can, one{"standin", string(s.Date()) + "/" + string(id), s.Number})
				}
			}
		case is("接班", "take over"):
			if s.Noted.Done() && !s.Accepted.Done() {
				can = append(can, one{"relieve", s.Key(), 0})
			}
		}
	}
	switch {
	case len(can) == 0:
		t.nothingWaits(word)
		return nil
	case len(can) > 1:
		t.reply("say/no-such", workgroup.Facts{"word": word, "several": true})
		return t.showDuty(t.today(), weekAhead) // its buttons say which
	}
	t.button = button.Press{Verb: can[0].verb, Object: can[0].object, Version: can[0].version}
	if err := presses[can[0].verb](t); err != nil {
		return err
	}
	if v := can[0].verb; v != "handover" && v != "swap" {
		t.reply("say/noted", workgroup.Facts{"word": word})
	}
	return nil
}

// maybeRota offers to read words of the office as a duty roster that nobody has headed so.
func (t *turn) maybeRota() bool {
	if !t.person.MakesRota() || !rosterLike.MatchString(t.msg.Text) {
		return false
	}
	read := rota.Read(rota.Lines(t.msg.Text), rota.Options{Today: t.today(), Zone: t.College.Zone})
	named := func(p workgroup.Person) bool { return p.Name != "" && strings.Contains(t.msg.Text, p.Name) }
	if len(read.Rows) == 0 || !slices.ContainsFunc(slices.Collect(workgroup.People.Each(t.b, "")), named) {
		return false
	}
	source := t.slip(slipRota, "", t.msg.Text)
	t.reply("say/rota-maybe", workgroup.Facts{"n": len(read.Rows)}, []workgroup.Button{slipButton("button/rota-read", source, "read", nil)},
		[]workgroup.Button{slipButton("button/no-news", source, "no", nil)})
	return true
}

var rosterLike = pattern.MustCompile(`值班|带班|白班|夜班|排班|(?i:roster|on duty|\bleader\b)`)

// readsSlip reads a slip's words as a roster, and shows it.
func (t *turn) readsSlip(s workgroup.Slip) {
	read := rota.Read(rota.Lines(s.Text), rota.Options{Today: t.today(), Zone: t.College.Zone})
	t.previewRota(t.b, t.person, t.College.ProposeRota(t.b, t.person, "", read.Rows, read.Faults, t.now), t.now)
}
