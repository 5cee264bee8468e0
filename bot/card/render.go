// Package card draws what people see: letters, which say what was so when they were written, and cards, which show the book as it is now,
// each in its reader's language and with the buttons that are theirs. It decides nothing and keeps nothing.
//
//	Letter (its own facts) ──────────────┐
//	                                     ├─► Renderer ─► courier.Message: HTML, buttons, a picture
//	Card (a key) ─► Book ─► Teller ──────┘
//	                          └─► facts: times, figures, cases, reports as people read them
//
// The Teller puts what stands in the book into facts as texts take them. The conversation and the errands tell with the same one, so that
// a case, a figure or a time reads alike wherever it is said. Each kind of card has its file, named for what it shows.
package card

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/courier"
	"fangkong/bot/square"
	"fangkong/bot/telegram"
	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

// Renderer turns letters and cards into messages in their reader's language.
type Renderer struct {
	*Teller
	Username string // the bot's own, without @
}

// Letter renders a letter from its own facts.
func (r Renderer) Letter(l workgroup.Letter) (courier.Message, error) {
	if l.Kind == workgroup.React {
		return courier.Message{HTML: l.Text, ReplyTo: l.ReplyTo}, nil
	}
	render := r.Texts.HTML
	if strings.HasPrefix(l.Text, "refusal/") {
		render = r.Texts.Escaped
	}
	html, err := render(l.Language, l.Text, l.Facts)
	if err != nil {
		return courier.Message{}, err
	}
	rows, err := r.buttons(l.Language, l.Buttons)
	m := courier.Message{HTML: html, Buttons: rows, Silent: l.Silent, ReplyTo: l.ReplyTo}
	if l.Copies != nil {
		m.Copies = &telegram.Original{Chat: l.Copies.Chat, Message: l.Copies.Message}
	}
	// A text too long for a caption goes without the picture: it says the link as well.
	if err == nil && l.Square != "" && text.Length(html) <= longestCaption {
		m.Photo, err = square.PNG(l.Square)
	}
	return m, err
}

// longestCaption is how many UTF-16 units Telegram takes below a picture.
const longestCaption = 1024

// Card renders what a card shows as the book is now.
func (r Renderer) Card(b workgroup.Book, c workgroup.Card, now time.Time) (courier.Message, error) {
	lang := r.College.Language
	if c.Chat > 0 {
		p, known := workgroup.People.Get(b, string(c.Person))
		lang = r.College.Speaks(p)
		if c.Kind == workgroup.CallCard && !known {
			return r.callCard(b, c, r.reportersLanguage(b, c), now)
		}
		// Whoever has another account now, or another duty, sees nothing more here.
		_, lead, _ := strings.Cut(c.Object, "/")
		if p.Telegram != c.Chat || c.Kind == workgroup.SheetCard && !SeesSheet(p, workgroup.UnitID(lead)) {
			return r.card(lang, "card/closed", workgroup.Facts{}, nil)
		}
	}
	switch c.Kind {
	case workgroup.BoardCard:
		return r.boardCard(b, c, lang, now)
	case workgroup.SheetCard:
		return r.sheetCard(b, c, lang, now)
	case workgroup.OwedCard:
		return r.owedCard(b, c, lang)
	case workgroup.TalkCard:
		return r.talkCard(b, c, lang, now)
	case workgroup.JoiningCard:
		return r.joiningCard(b, c, lang)
	case workgroup.CaseCard:
		return r.caseCard(b, c, lang, now)
	case workgroup.CallCard:
		return r.callCard(b, c, lang, now)
	case workgroup.ShiftCard:
		return r.shiftCard(b, c, lang, now)
	case workgroup.NoticeCard:
		return r.noticeCard(b, c, lang, now)
	case workgroup.NoticeDraftCard:
		return r.noticeDraftCard(b, c, lang, now)
	case workgroup.PaperCard:
		return r.paperCard(b, c, lang, now)
	case workgroup.MeetingCard:
		return r.meetingCard(b, c, lang, now)
	case workgroup.DecisionCard:
		return r.decisionCard(b, c, lang, now)
	case workgroup.CoverageCard:
		return r.coverageCard(b, c, lang, now)
	}
	return courier.Message{}, fmt.Errorf("card %s: no such kind", c.Key())
}

// card puts a card's text and buttons together.
func (r Renderer) card(lang workgroup.Language, name string, facts workgroup.Facts, rows [][]workgroup.Button) (courier.Message, error) {
	html, err := r.Texts.HTML(lang, name, facts)
	if err != nil {
		return courier.Message{}, err
	}
	buttons, err := r.buttons(lang, rows)
	return courier.Message{HTML: html, Buttons: buttons}, err
}

func (r Renderer) buttons(lang workgroup.Language, rows [][]workgroup.Button) ([][]courier.Button, error) {
	var out [][]courier.Button
	for _, row := range rows {
		var line []courier.Button
		for _, one := range row {
			label, err := r.Texts.Plain(lang, one.Label, one.Facts)
			if err != nil {
				return nil, err
			}
			data, err := button.Encode(one.Verb, one.Object, one.Version)
			if err != nil {
				return nil, err
			}
			line = append(line, courier.Button{Label: label, Data: data})
		}
		out = append(out, line)
	}
	return out, nil
}

// InRows are buttons side by side, as many in a row as it is wide.
func InRows(wide int, all []workgroup.Button) [][]workgroup.Button {
	return slices.Collect(slices.Chunk(all, wide))
}
