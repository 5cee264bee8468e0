package card

import (
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// coverageCard is who can be written to in private, and why the others cannot, as it stands now.
func (r Renderer) coverageCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	if p, ok := workgroup.People.Get(b, string(c.Person)); !ok || !p.Decides() {
		return r.card(lang, "card/closed", workgroup.Facts{}, nil)
	}
	v := workgroup.Covered(b, now)
	lines := []workgroup.Facts{}
	for _, why := range workgroup.Silences {
		people := []workgroup.Facts{}
		for _, p := range v.Silent[why] {
			unit := workgroup.Named{}
			if units := p.Units(); len(units) > 0 {
				u, _ := workgroup.Units.Get(b, string(units[0]))
				unit = u.Named()
			}
			people = append(people, workgroup.Facts{"name": p.Name, "unit": unit})
		}
		if len(people) > 0 {
			lines = append(lines, workgroup.Facts{"why": why, "n": len(people), "people": people})
		}
	}
	departed := []string{}
	for _, p := range v.Departed {
		departed = append(departed, p.Name)
	}
	facts := workgroup.Facts{"heads": v.Heads, "heads_reached": v.HeadsReached, "others": v.Others, "others_reached": v.OthersReached, "silent": lines, "departed": departed,
		"links": v.Links, "at": r.Clock(now), "bot": r.Username}
	var rows [][]workgroup.Button
	if n := len(workgroup.Uninvited(b, now)); n > 0 {
		rows = append(rows, []workgroup.Button{{Label: "button/invite-all", Facts: workgroup.Facts{"n": n}, Verb: "inviteall"}})
	}
	return r.card(lang, "card/coverage", facts, rows)
}
