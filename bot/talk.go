package bot

import (
	"fangkong/bot/card"
	"fangkong/bot/dialog"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// talk keeps a draft that its head has worked on, and shows its card. What was typed is answered below it, in a new message; a press in
// place. Whatever it began as, it is their own word now.
func (t *turn) talk(d workgroup.Draft, typed bool) {
	d.Unread, d.Overtaken, d.From = false, false, ""
	t.showTalk(d, typed)
}

// readAgain shows a read-back once more to somebody whose words were no answer to it.
func (t *turn) readAgain(d workgroup.Draft) {
	d.Unread, d.Overtaken = true, false
	t.showTalk(d, true)
}

func (t *turn) showTalk(d workgroup.Draft, typed bool) {
	unit, _ := workgroup.Units.Get(t.b, string(d.Unit))
	// A unit and a diagnosis name a person: such a filing goes on in private, and so does one that leaves a case of the unit out.
	if d.Chat < 0 && d.ReadsBack() && t.person.Reachable() && len(workgroup.Running(t.b)) > 0 && len(workgroup.LeftOut(t.b, d.Unit, t.College.Settled(d, unit))) > 0 {
		d.Discreet = true
	}
	if d.Chat < 0 && card.TellsOfCase(d) && t.person.Reachable() {
		d = d.Move(t.b, t.person.Telegram, t.now)
		typed = true
		t.toast("toast/continue-private", false, nil)
	}
	// What came into the form since the unit filed is asked before anything is read back.
	if d.ReadsBack() {
		if item, open := t.College.NewlyAsked(t.b, d, unit.Kind); open {
			d.Asked = item.Key
		}
	}
	d = t.College.WatchCorrection(t.b, d.Keep(t.b), t.now)
	t.ringsUnconfirmed(d, unit)
	c := workgroup.Card{Kind: workgroup.TalkCard, Object: d.Key(), Chat: d.Chat, Person: d.Person, Urgency: workgroup.Deadline, Repost: typed}
	if d.Chat < 0 && t.msg != nil {
		c.ReplyTo = t.msg.ID // a selective ForceReply opens the keyboard of whom it replies to
	}
	workgroup.Show(t.b, c, t.now)
	workgroup.Touch(t.b, workgroup.BoardCard, string(d.Date), t.now)
}

// reportCommand opens the guided talk where it was asked for.
func (t *turn) reportCommand(args string) error {
	unit, err := t.unitToReport(args)
	if err != nil {
		return err
	}
	return t.guide(unit, t.today(), t.chat.ID, true)
}

// unitToReport is the unit named, else the sender's own that still owes, else the sender's first.
func (t *turn) unitToReport(args string) (workgroup.Unit, error) {
	own := t.person.Units()
	if len(own) == 0 {
		return workgroup.Unit{}, workgroup.Refuse(workgroup.NotAHead, "unit", workgroup.Named{})
	}
	id := own[0]
	for _, u := range own {
		if _, filed := workgroup.FiledOn(t.b, t.today(), u); !filed {
			id = u
			break
		}
	}
	if args != "" {
		r := t.read(args, understand.Context{})
		if r.Unit == "" {
			return workgroup.Unit{}, t.noUnit(args, "/report ")
		}
		id = workgroup.UnitID(r.Unit)
	}
	u, _ := workgroup.Units.Get(t.b, string(id))
	return u, nil
}

// guide starts the questions, or goes on with them; of a unit that filed it asks what to change.
func (t *turn) guide(unit workgroup.Unit, date workgroup.Date, chat int64, typed bool) error {
	round, err := t.round(date)
	if err != nil {
		return err
	}
	d, err := t.College.StartDraft(t.b, round, unit, t.person, chat, t.now)
	if err != nil {
		return err
	}
	d = t.College.AskGrant(t.b, unit, d, t.person, t.now)
	filed, ok := d.Basis(t.b, date)
	switch {
	case ok && len(d.Figures) == 0:
		d.Figures, d.Guided = filed.Figures.Clone(), false
		d.Picking = len(t.College.Unasked(filed, unit.Kind)) == 0
	case d.ReadsBack() && !ok:
		// What was said waits for a word, not for more questions.
	case d.Asked == "" && d.Doubtful == "" && !ok:
		d.Guided = true
		next, _ := dialog.Next(t.College.FormOn(date).For(unit.Kind), unit.Kind.Groups(), d.Figures)
		d.Asked = next.Key
	}
	t.talk(d, typed)
	return nil
}

// pressFill is 「填报」: in private where the person can be reached there, else in the group.
func (t *turn) pressFill() error {
	date, unit, err := t.pressedUnit()
	if err != nil {
		return err
	}
	chat := t.chat.ID
	if t.person.Reachable() {
		chat = t.person.Telegram
	}
	if err := t.guide(unit, date, chat, true); err != nil {
		return err
	}
	if chat != t.chat.ID {
		t.toast("toast/continue-private", false, nil)
	}
	return nil
}

// pressedUnit is what a button of today's reporting is about: the unit it names, else the presser's own.
func (t *turn) pressedUnit() (workgroup.Date, workgroup.Unit, error) {
	date, id, _ := t.standing()
	if err := t.onlyToday(date); err != nil {
		return date, workgroup.Unit{}, err
	}
	unit, err := t.unitToReport("")
	if err == nil && id != "" {
		unit, _ = workgroup.Units.Get(t.b, string(id))
	}
	return date, unit, err
}

func (t *turn) onlyToday(date workgroup.Date) error {
	switch today := t.today(); {
	case !date.Valid():
		return workgroup.Refuse(workgroup.Changed)
	case date != today:
		return workgroup.Refuse(workgroup.OtherDay, "date", date)
	}
	return nil
}
