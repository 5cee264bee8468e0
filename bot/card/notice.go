package card

import (
	"strings"
	"time"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// mostNames is how many of the unread the group reads by name.
const mostNames = 30

// noticeCard is a notice: to the group its text and counts, and once the names of those who have not read it; in private its
// reader's own state as well.
func (r Renderer) noticeCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	n, ok := workgroup.Notices.Get(b, c.Object)
	if !ok {
		return r.card(lang, "card/closed", workgroup.Facts{}, nil)
	}
	facts := r.College.NoticeFacts(b, n)
	facts["text"], facts["group"], facts["names"], facts["mine"], facts["more"] = n.Text, c.Chat < 0, []string{}, nil, 0
	if !n.Open() {
		return r.card(lang, "card/notice", facts, nil)
	}
	button := func(label, verb string) workgroup.Button {
		return workgroup.Button{Label: label, Verb: verb, Object: n.Key(), Version: n.Version}
	}
	row := []workgroup.Button{button("button/notice-read", "read")}
	if n.Need == workgroup.NeedDone {
		row = append(row, button("button/notice-did", "did"))
	}
	if c.Chat < 0 {
		if !n.Named.IsZero() {
			facts["names"], facts["more"] = r.SeatNames(b, n, workgroup.Receipt.Waits, lang)
		}
		return r.card(lang, "card/notice", facts, [][]workgroup.Button{row})
	}
	p, _ := workgroup.People.Get(b, string(c.Person))
	seats := n.SeatsOf(b, p)
	if len(seats) == 0 {
		return r.card(lang, "card/closed", workgroup.Facts{}, nil)
	}
	s := seats[0]
	facts["mine"] = r.College.ReceiptFacts(b, n, s)
	if s.Read.Done() {
		row = row[1:]
		if s.Read.By == p.ID && !s.Done.Done() {
			row = append(row, button("button/notice-unread", "unread"))
		} else if s.Proxy && s.Person == p.ID {
			row = append([]workgroup.Button{button("button/notice-read", "read")}, row...)
		}
	}
	rows := [][]workgroup.Button{row}
	if len(row) == 0 {
		rows = nil
	}
	return r.card(lang, "card/notice", facts, rows)
}

// SeatNames are the seats of a notice for which something holds, unit and person, as the group reads them.
func (tell *Teller) SeatNames(b workgroup.Book, n workgroup.Notice, of func(workgroup.Receipt) bool, lang workgroup.Language) (names []string, more int) {
	names = []string{}
	for _, s := range n.All(b) {
		switch {
		case !of(s):
		case len(names) == mostNames:
			more++
		default:
			names = append(names, tell.seatName(b, s, lang))
		}
	}
	return names, more
}

// seatName is a seat as people call it: the unit, and the person where one is meant.
func (tell *Teller) seatName(b workgroup.Book, s workgroup.Receipt, lang workgroup.Language) string {
	u, _ := workgroup.Units.Get(b, string(s.Unit))
	name := u.Name
	if lang == workgroup.English && u.English != "" {
		name = u.English
	}
	if p, ok := workgroup.People.Get(b, string(s.Person)); ok {
		name = strings.TrimSpace(name + " " + p.Name)
	}
	return name
}
