package card

import (
	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// joiningCard is what everybody in the group needs who is not known yet: how many wait, how to say who one is, and nobody's name.
func (r Renderer) joiningCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language) (courier.Message, error) {
	given, back := workgroup.Registered(b, workgroup.Date(c.Object))
	m, err := r.card(lang, "card/joining", workgroup.Facts{"given": given, "back": back, "waiting": workgroup.Waiting(b), "bot": r.Username, "phone": r.College.DutyPhone},
		[][]workgroup.Button{{{Label: "button/iam", Verb: "iam"}}})
	m.Silent = true
	return m, err
}
