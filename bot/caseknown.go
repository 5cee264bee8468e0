package bot

import (
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// saysKnown tells whoever has a case that something added to it says when it was known, where that is another time than the case has:
// whether the hour runs from there is theirs to say.
func (t *turn) saysKnown(k workgroup.Case, r workgroup.Remark) {
	w, ok := understand.KnownIn(r.Text, r.At)
	holder, held := workgroup.People.Get(t.b, string(k.Holder))
	if !ok || !held || w.At.Sub(k.Known).Abs() < time.Minute {
		return
	}
	t.College.Tell(t.b, holder, workgroup.Letter{Text: "say/case-known-said", Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now, About: workgroup.Ref{Object: k.Key()},
		Facts:   workgroup.Facts{"code": k.Code(), "said": t.moment(w.At, t.now), "known": t.moment(k.Known, t.now)},
		Buttons: [][]workgroup.Button{{{Label: "button/known", Verb: "word", Object: k.Key() + "/" + string(workgroup.KnownDesk)}}}})
}
