package bot

import (
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// saysKnown asks whoever may say since when a case is known, where something added to it says another time than the case has: who has it, else the
// heads of its unit.
func (t *turn) saysKnown(k workgroup.Case, r workgroup.Remark) {
	w, ok := understand.KnownIn(r.Text, r.At)
	if !ok || w.At.Sub(k.Known).Abs() < time.Minute {
		return
	}
	l := workgroup.Letter{Text: "say/case-known-said", Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now, About: workgroup.Ref{Object: k.Key()},
		Facts:   workgroup.Facts{"code": k.Code(), "said": t.Moment(w.At, t.now), "known": t.Moment(k.Known, t.now)},
		Buttons: [][]workgroup.Button{{{Label: "button/known", Verb: "word", Object: k.Key() + "/" + string(workgroup.KnownDesk)}}}}
	for _, p := range t.concerned(k, sinceWhen) { // the sender, too, who may be the one to set it
		t.College.Tell(t.b, p, l)
	}
}
