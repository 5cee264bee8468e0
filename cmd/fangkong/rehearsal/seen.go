package rehearsal

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// mostPosts is how many messages of a chat a page shows: the latest.
const mostPosts = 250

// post is one message as the page shows it.
type post struct {
	Chat, ID   string
	From, Name string // whose it is: a person's id, “bot”, or “”
	Role       string
	Text       template.HTML
	Time       string
	Edited     bool
	Pinned     bool
	Asks       bool // it opens a field to answer in (ForceReply)
	Service    string
	Quote      *quote
	File       *attachment
	Reactions  []string
	Buttons    [][]sandbox.Button
	Words      words
}

// quote is the beginning of what a message answers.
type quote struct{ ID, From, Name, Text string }

// attachment is a picture or a document.
type attachment struct {
	Name, Size, Link string
	Alt              string // what a picture shows, in words
	Picture          bool
	Paper            []paragraph // what a document says; it lies open but for a draft
	Open             bool
}

// changed are the messages that look otherwise than when they were told last, in the chats where something has happened.
func (p *performance) changed() (out []news) {
	chats := p.stirred.take()
	for id := range chats {
		key, known := p.chats[id]
		if !known {
			continue
		}
		out = append(out, p.changedIn(key)...)
	}
	slices.SortStableFunc(out, func(a, b news) int { return strings.Compare(a.Chat, b.Chat) })
	return out
}

func (p *performance) changedIn(key string) (out []news) {
	before, first := p.shown[key], p.shown[key] == nil
	now := map[int]string{}
	posts := p.posts(key)
	for _, m := range posts {
		now[m.ID] = p.render(key, m, posts)
		switch was, there := before[m.ID]; {
		case first && key == group: // stands in every page already
		case !there:
			out = append(out, news{Kind: "message", Chat: key, ID: m.ID, HTML: now[m.ID], Fresh: true})
		case was != now[m.ID]:
			out = append(out, news{Kind: "message", Chat: key, ID: m.ID, HTML: now[m.ID]})
		}
	}
	for id := range before {
		if _, there := now[id]; !there {
			out = append(out, news{Kind: "gone", Chat: key, ID: id})
		}
	}
	slices.SortFunc(out, func(a, b news) int { return a.ID - b.ID })
	p.shown[key] = now
	return out
}

// posts are the messages that stand in a chat, the latest of them.
func (p *performance) posts(key string) []sandbox.Message {
	var all []sandbox.Message
	if key == group {
		for _, who := range p.Roster.People {
			if all = p.cast[who.ID].Sees(p.Group); all != nil {
				break
			}
		}
	} else if who := p.cast[workgroup.PersonID(key)]; who != nil {
		all = who.Sees(nil)
	}
	// Everybody came into the group at once before it began, and nobody wants to read that.
	all = slices.DeleteFunc(all, func(m sandbox.Message) bool { return m.Service == "joined" && m.Date.Unix() == p.begun.Unix() })
	return all[max(0, len(all)-mostPosts):]
}

// render is a message as HTML.
func (p *performance) render(key string, m sandbox.Message, among []sandbox.Message) string {
	out := post{Chat: key, ID: fmt.Sprint(m.ID), Text: formatted(m.Text, m.Entities, p.botName()), Time: m.Date.In(p.College.Zone).Format("15:04"),
		Edited: !m.EditDate.IsZero(), Pinned: m.Pinned, Asks: m.ForceReply, Reactions: m.Reactions, Buttons: m.Buttons, Words: p.words}
	out.From, out.Name, out.Role = p.whose(m.From)
	if m.Service != "" {
		out.Service = p.words.say("service."+m.Service, out.Name)
	}
	if i := slices.IndexFunc(among, func(o sandbox.Message) bool { return o.ID == m.ReplyTo }); m.ReplyTo != 0 && i >= 0 {
		from, name, _ := p.whose(among[i].From)
		out.Quote = &quote{ID: fmt.Sprint(m.ReplyTo), From: from, Name: name, Text: firstLine(among[i].Text)}
	}
	if f := m.File; f != nil {
		out.File = &attachment{Name: p.fileName(f.Name), Alt: firstLine(m.Text), Size: size(len(f.Data)), Link: fmt.Sprintf("/file/%s/%s/%d", p.run, key, m.ID),
			Picture: strings.HasPrefix(http.DetectContentType(f.Data), "image/"), Paper: preview(f.Name, f.Data), Open: !strings.Contains(f.Name, "送审稿")}
		if out.Text == template.HTML(template.HTMLEscapeString(f.Name)) {
			out.Text = "" // a file without a caption is named by its name
		}
	}
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, "message", out); err != nil {
		return template.HTMLEscapeString(m.Text)
	}
	return b.String()
}

// whose is who sent a message: their id, their name, and what they are.
func (p *performance) whose(from sandbox.Who) (id, name, role string) {
	if from.Bot && from.ID == p.Telegram.BotID() {
		return "bot", p.asDrill(p.words.say("bot")), ""
	}
	key, known := p.chats[from.ID]
	if !known || key == group {
		return "", from.Name, ""
	}
	return key, from.Name, p.role(workgroup.PersonID(key))
}

// asDrill says of what a drill shows that it is one.
func (p *performance) asDrill(name string) string {
	if p.drill {
		return name + "（" + p.words.say("drill") + "）"
	}
	return name
}

// fileName is what a file is called once it has left the page: one of a drill says so wherever it lies.
func (p *performance) fileName(name string) string {
	if p.drill {
		return "演练-" + name
	}
	return name
}

func (p *performance) botName() string { return p.Telegram.BotName() }

// firstLine is the first line of a text, cut where a quotation ends.
func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	if r := []rune(line); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return line
}

// size is a number of bytes for people.
func size(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", (n+1023)/1024)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}
