package bot

import "fangkong/store/workgroup"

// pressMore shows all buttons of a case's card, or again those alone that it waits for.
func (t *turn) pressMore(key, rest string) error {
	c, ok := workgroup.Cards.Get(t.b, workgroup.CardKey(workgroup.CaseCard, key, t.chat.ID))
	if !ok || c.Person != t.person.ID || rest != "" && rest != "less" {
		return workgroup.Refuse(workgroup.Changed)
	}
	workgroup.Unfold(t.b, c, rest == "", t.now)
	return t.noted(nil)
}
