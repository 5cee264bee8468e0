package workgroup

import (
	"strconv"
	"strings"
)

// Page is where a reader of a lead unit's sheet has turned to (翻到): nothing of it is the sheet itself, else an item of it, a
// unit's part of that item, and one revision of the unit's report.
type Page struct {
	Sheet    string `json:"sheet"` // SheetObject
	Chat     int64  `json:"chat"`
	Items    bool   `json:"items,omitempty"` // all items, to choose one
	Gaps     bool   `json:"gaps,omitempty"`  // the units not heard from, and why
	Item     Key    `json:"item,omitempty"`
	Unit     UnitID `json:"unit,omitempty"`
	Revision int    `json:"revision,omitempty"` // 0: the newest
}

// Key is the sheet's and the chat.
func (p Page) Key() string { return PageKey(p.Sheet, p.Chat) }

// PageKey is the key of a page.
func PageKey(sheet string, chat int64) string { return sheet + "@" + strconv.FormatInt(chat, 10) }

// Pages are forgotten with the cards of their date.
var Pages = Shelf[Page]{Name: "pages"}

// forgetPages forgets where readers of earlier dates' sheets had turned to.
func forgetPages(b Book, date Date) {
	var gone []string
	for p := range Pages.Each(b, "") {
		if day, _, _ := strings.Cut(p.Sheet, "/"); Date(day) < date {
			gone = append(gone, p.Key())
		}
	}
	for _, k := range gone {
		Pages.Drop(b, k)
	}
}

// Turn is the page that somebody turns to from this one, as a button says it; false when there is none of that sort. What a
// unit or a revision belongs to is the page that stands there.
func (p Page) Turn(to []string) (Page, bool) {
	next := Page{Sheet: p.Sheet, Chat: p.Chat}
	what, which := strings.Join(to[:min(1, len(to))], ""), strings.Join(to[min(1, len(to)):], "")
	switch {
	case what == "t":
	case what == "l":
		next.Items = true
	case what == "g":
		next.Gaps = true
	case what == "i" && which != "":
		next.Item = Key(which)
	case what == "u" && which != "" && p.Item != "":
		next.Item, next.Unit = p.Item, UnitID(which)
	case what == "r" && p.Unit != "":
		n, err := strconv.Atoi(which)
		if err != nil || n < 1 {
			return p, false
		}
		next.Item, next.Unit, next.Revision = p.Item, p.Unit, n
	default:
		return p, false
	}
	return next, true
}

// Share is one unit's part of a sum on a lead unit's sheet.
type Share struct {
	Unit     Unit
	Revision int  // of its report; 0: not heard from, which is never 0
	N        int  // people of the lead unit's group
	Split    bool // N is known to be of that group
	All      int  // where it is not: of the unit's people altogether
}

// Shares are the parts of one sum of a sheet, in roster order: of every unit that is asked about the item.
func (c College) Shares(b Book, r Round, lead Unit, item Key) []Share {
	form := c.FormOn(r.Date)
	var out []Share
	for _, u := range r.fedBy(b, lead.ID) {
		if !form.Asks(u.Kind, item) {
			continue
		}
		s := Share{Unit: u}
		if answer, ok := FiledOn(b, r.Date, u.ID); ok {
			s.Revision = answer.Revision
			n, known := GroupPart(answer.Figures, item, lead.Leads, u.Kind)
			if s.Split = known; known {
				s.N = n
			} else {
				s.All = n
			}
		}
		out = append(out, s)
	}
	return out
}
