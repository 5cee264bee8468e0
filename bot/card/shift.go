package card

import (
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// shiftCard is a running shift in its people's private chats: who has come, whether the duty phone works, and what to press.
func (r Renderer) shiftCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	s, ok := workgroup.Shifts.Get(b, c.Object)
	if !ok {
		return r.card(lang, "card/closed", workgroup.Facts{}, nil)
	}
	if !s.Has(c.Person) {
		by, _ := workgroup.People.Get(b, string(s.InPlaceOf(c.Person)))
		facts := r.College.SpanFacts(workgroup.Span{From: s.From, To: s.To})
		facts["by"], facts["own"] = by.Name, by.Phone
		return r.card(lang, "card/shift-left", facts, nil)
	}
	facts := r.College.ShiftFacts(b, s, true)
	arrived := []workgroup.Facts{}
	mine := false
	for _, a := range s.Arrived {
		p, _ := workgroup.People.Get(b, string(a.By))
		arrived = append(arrived, workgroup.Facts{"name": p.Name, "at": r.Clock(a.At)})
		mine = mine || a.By == c.Person
	}
	facts["arrived"], facts["mine"], facts["over"], facts["tested"] = arrived, mine, !s.Closed.IsZero(), nil
	call, called := s.LastCall()
	if called {
		p, _ := workgroup.People.Get(b, string(call.By))
		facts["tested"] = workgroup.Facts{"works": call.Works, "name": p.Name, "at": r.Clock(call.At)}
	}
	var rows [][]workgroup.Button
	if s.Closed.IsZero() && now.Before(s.To) {
		if !mine {
			rows = append(rows, []workgroup.Button{{Label: "button/arrive", Verb: "arrive", Object: c.Object}})
		}
		rows = append(rows, []workgroup.Button{{Label: "button/phone-works", Verb: "phoneok", Object: c.Object}, {Label: "button/phone-dead", Verb: "phonedead", Object: c.Object}})
	}
	return r.card(lang, "card/shift", facts, rows)
}
