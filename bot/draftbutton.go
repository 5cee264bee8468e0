package bot

import (
	"strconv"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/dialog"
	"fangkong/store/workgroup"
)

// draft is the draft a press is about: the presser's own, as it was shown.
func (t *turn) draft() (workgroup.Draft, workgroup.Unit, []string, error) {
	date, id, rest := t.standing()
	unit, _ := workgroup.Units.Get(t.b, string(id))
	d, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(date, id, t.person.ID))
	if !ok {
		for other := range workgroup.Drafts.Each(t.b, workgroup.StandingKey(date, id)+"/") {
			if other.Chat == t.chat.ID {
				return d, unit, rest, workgroup.Refuse(workgroup.NotYours)
			}
		}
		return d, unit, rest, workgroup.Refuse(workgroup.Changed)
	}
	if d.Version != t.button.Version {
		return d, unit, rest, workgroup.Refuse(workgroup.Changed)
	}
	return d, unit, rest, nil
}

func (t *turn) pressNumber() error {
	d, unit, rest, err := t.draft()
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(strings.Join(rest, ""))
	if err != nil || n < 0 || n > most || d.Asked == "" {
		return workgroup.Refuse(workgroup.Changed)
	}
	d.Said = t.now
	d.Sources = append(d.Sources, workgroup.Source{Chat: t.chat.ID, Text: strconv.Itoa(n), At: t.now})
	t.answered(d, unit, n, false)
	return nil
}

func (t *turn) pressBack() error {
	d, _, _, err := t.draft()
	if err != nil {
		return err
	}
	d = backOf(d)
	d.Picking = false
	t.talk(d, false)
	return nil
}

// pressPick shows the questions, to choose one that is to be answered anew; of a unit that filed it opens a correction.
func (t *turn) pressPick() error {
	date, id, _ := t.standing()
	d, _, _, err := t.draft()
	if _, filed := workgroup.FiledOn(t.b, date, id); err != nil && filed && t.person.Speaks(id) {
		if _, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(date, id, t.person.ID)); !ok {
			unit, _ := workgroup.Units.Get(t.b, string(id))
			return t.guide(unit, date, t.chat.ID, false)
		}
	}
	if err != nil {
		return err
	}
	d.Picking, d.Asked, d.Guided, d.Left = true, "", false, nil
	t.talk(d, false)
	return nil
}

func (t *turn) pressAsk() error {
	d, unit, rest, err := t.draft()
	if err != nil {
		return err
	}
	k := workgroup.Key(strings.Join(rest, ""))
	if string(k) == card.NoneOf && d.Doubtful != "" {
		return t.isNoneOf(d, unit)
	}
	if _, ok := dialog.ItemOf(t.College.FormOn(d.Date).For(unit.Kind), k); !ok {
		return workgroup.Refuse(workgroup.Changed)
	}
	d.Picking, d.Asked = false, k
	t.talk(d, t.chat.ID < 0) // in the group the answer is typed: the question must open the keyboard
	return nil
}

// pressWhich says which question a number belongs to that stood there alone.
func (t *turn) pressWhich() error {
	d, unit, rest, err := t.draft()
	if err != nil {
		return err
	}
	k := workgroup.Key(strings.Join(rest, ""))
	if _, ok := dialog.ItemOf(t.College.FormOn(d.Date).For(unit.Kind), k); !ok || d.Doubtful == "" {
		return workgroup.Refuse(workgroup.Changed)
	}
	t.placesDoubt(&d, unit, k)
	t.talk(d, false)
	return nil
}
