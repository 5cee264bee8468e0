package bot

import (
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// delegate is “请软件学院代报”: a head's word that another unit may file for theirs today.
func (t *turn) delegate(r understand.Reading) error {
	own := t.person.Units()
	switch {
	case !t.known:
		return t.strangerOnce()
	case len(own) == 0:
		return workgroup.Refuse(workgroup.NotAHead, "unit", workgroup.Named{})
	case r.Unit == "":
		return workgroup.Refuse(workgroup.NameTheUnit)
	}
	unit, _ := workgroup.Units.Get(t.b, string(own[0]))
	if err := t.College.Grant(t.b, t.today(), unit, workgroup.UnitID(r.Unit), t.person, t.now); err != nil {
		return err
	}
	t.whisper("say/grant-kept", workgroup.Facts{"unit": unit.Named(), "to": t.unitName(workgroup.UnitID(r.Unit))})
	return nil
}

// pressGrant is 「同意代报」.
func (t *turn) pressGrant() error {
	date, id, rest := t.standing()
	unit, ok := workgroup.Units.Get(t.b, string(id))
	to := workgroup.UnitID(strings.Join(rest, ""))
	if _, known := workgroup.Units.Get(t.b, string(to)); !ok || !known {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err := t.onlyToday(date); err != nil {
		return err
	}
	if err := t.College.Grant(t.b, date, unit, to, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/granted", false, workgroup.Facts{"to": t.unitName(to)})
	return nil
}

// pressReason is one of the ready reasons for being overdue.
func (t *turn) pressReason() error {
	date, unit, rest := t.standing()
	reason, err := t.Texts.Plain(workgroup.Chinese, "button/reason-"+strings.Join(rest, ""), nil)
	if err != nil {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err := workgroup.Explain(t.b, date, unit, t.person, reason, t.now); err != nil {
		return err
	}
	workgroup.Desks.Drop(t.b, workgroup.DeskKey(t.deskOwner(), t.chat.ID))
	t.toast("toast/reason", false, nil)
	return nil
}

// reasonInWords is a typed reason, given as a reply to the question.
func (t *turn) reasonInWords(desk workgroup.Desk) (bool, error) {
	date, unit, ok := strings.Cut(desk.Of, "/")
	workgroup.Desks.Drop(t.b, desk.Key())
	if !ok {
		return false, nil
	}
	if err := workgroup.Explain(t.b, workgroup.Date(date), workgroup.UnitID(unit), t.person, excerpt(t.msg.Text), t.now); err != nil {
		return true, err
	}
	t.reply("say/reason-kept", workgroup.Facts{})
	return true, nil
}
