package card

import (
	"fmt"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// owedCard is a reminder that was sent: once its unit has filed it says so, and asks for nothing more.
func (r Renderer) owedCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language) (courier.Message, error) {
	date, id, _, ok := workgroup.OwedOf(c.Object)
	unit, known := workgroup.Units.Get(b, string(id))
	if !ok || !known {
		return courier.Message{}, fmt.Errorf("card %s: unit unknown", c.Key())
	}
	facts := workgroup.Facts{"unit": unit.Named(), "date": date, "at": "", "by": ""}
	filed, done := workgroup.FiledOn(b, date, id)
	if !done {
		object := workgroup.StandingKey(date, id)
		return r.card(lang, "card/owed", facts, [][]workgroup.Button{{{Label: "button/zero", Verb: "zero", Object: object}, {Label: "button/fill", Verb: "fill", Object: object}}})
	}
	facts["at"] = r.Clock(filed.First)
	if filed.Revision == 1 {
		who, _ := workgroup.People.Get(b, string(filed.By))
		facts["by"] = who.Name
	}
	return r.card(lang, "card/owed", facts, nil)
}
