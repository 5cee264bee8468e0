package card

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fangkong/bot/courier"
	"fangkong/bot/dialog"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// talkCard shows a filing in progress: the question asked, the read-back, or how it ended.
func (r Renderer) talkCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, _ time.Time) (courier.Message, error) {
	d, ok := workgroup.Drafts.Get(b, c.Object)
	if !ok {
		return r.talkEnded(b, c, lang)
	}
	unit, ok := workgroup.Units.Get(b, string(d.Unit))
	if !ok {
		return courier.Message{}, fmt.Errorf("card %s: unit unknown", c.Key())
	}
	v := talkView{Renderer: r, b: b, d: d, unit: unit, lang: lang, form: r.College.FormOn(d.Date), object: workgroup.StandingKey(d.Date, d.Unit)}
	v.who, _ = workgroup.People.Get(b, string(d.Person))
	m, err := v.message()
	if c.Chat < 0 {
		m.Selective, m.Silent, m.ReplyTo = true, true, c.ReplyTo
	}
	return m, err
}

// talkView is one draft as its head sees it.
type talkView struct {
	Renderer
	b      workgroup.Book
	d      workgroup.Draft
	unit   workgroup.Unit
	who    workgroup.Person
	lang   workgroup.Language
	form   workgroup.Form
	object string
}

func (v talkView) group() bool { return v.d.Chat < 0 }

func (v talkView) message() (courier.Message, error) {
	switch {
	case v.group() && TellsOfCase(v.d):
		facts := v.facts()
		facts["bot"], facts["phone"] = v.Username, v.College.DutyPhone
		return v.card(v.lang, "card/private", facts, nil)
	case v.d.Asked != "":
		return v.question()
	case v.d.Doubtful != "":
		return v.choice("card/which", "which")
	case v.d.Picking:
		return v.choice("card/pick", "ask")
	}
	return v.readBack()
}

// facts are what every state of the card says: who, for which unit, of which date.
func (v talkView) facts() workgroup.Facts {
	from := ""
	if v.d.From != "" && v.d.From != v.d.Person {
		sender, _ := workgroup.People.Get(v.b, string(v.d.From))
		from = sender.Name
	}
	return workgroup.Facts{"unit": v.unit.Named(), "date": v.d.Date, "group": v.group(), "id": v.who.Telegram, "person": v.who.Name, "from": from}
}

func (v talkView) button(label, verb, rest string) workgroup.Button {
	object := v.object
	if rest != "" {
		object += "/" + rest
	}
	return workgroup.Button{Label: "button/" + label, Verb: verb, Object: object, Version: v.d.Version}
}

// question asks for one number. In private the small ones are a press; in the group the keyboard opens for its head.
func (v talkView) question() (courier.Message, error) {
	facts := v.facts()
	p, known := dialog.PromptOf(v.form.For(v.unit.Kind), v.d.Asked)
	if !known {
		p = dialog.Prompt{Key: v.d.Asked, Of: v.d.Asked}
	}
	ask := workgroup.LabelFacts(v.form, v.d.Asked)
	ask["stage"], ask["at"], ask["total"] = string(p.Stage), p.At, p.Total
	ask["approximate"] = v.d.Figures.Has(v.d.Asked) && v.d.Figures[v.d.Asked] == workgroup.Unsaid
	ask["guided"], ask["fraction"] = v.d.Guided, ""
	if n := len(v.d.Sources); n > 0 && ask["approximate"] == true {
		if all := fraction.FindAllString(v.d.Sources[n-1].Text, 2); len(all) == 1 {
			ask["fraction"] = all[0]
		}
	}
	if n, ok := v.d.Figures.Said(p.Of); ok && p.Stage != dialog.Count {
		ask["of"] = n
	}
	if s, ok := v.d.Basis(v.b, v.d.Date.Add(-1)); ok && p.Stage == dialog.Count {
		if n, ok := s.Figures.Said(v.d.Asked); ok && n > 0 {
			ask["prev"] = n
		}
	}
	ask["new"] = 0
	if n, _ := v.d.Figures.Said(v.d.Asked.As(workgroup.New)); p.Stage == dialog.Count {
		ask["new"] = n
	}
	ask["clash"] = ""
	one, clashes := dialog.ClashAsked(v.College, v.b, v.d, v.unit)
	if clashes = clashes && !v.d.Foreign(v.b); clashes { // it names what the unit filed
		ask["clash"] = v.DoubtLines(v.d.Date, []workgroup.Doubt{one.Doubt}, v.lang)[0]
	}
	facts["ask"] = ask
	if v.group() {
		m, err := v.card(v.lang, "card/question", facts, nil)
		m.ForceReply = true
		m.Placeholder, _ = v.Texts.Plain(v.lang, "toast/placeholder", nil)
		return m, err
	}
	var digits, tail []workgroup.Button
	small := v.likely(p)
	if clashes {
		small = []int{one.Given, one.Other}
	}
	for _, n := range small {
		b := v.button("number", "num", fmt.Sprint(n))
		b.Facts = workgroup.Facts{"n": n}
		digits = append(digits, b)
	}
	if len(v.d.Answered) > 0 {
		tail = append(tail, v.button("back", "back", ""))
	}
	tail = append(tail, v.button("drop", "drop", ""))
	return v.card(v.lang, "card/question", facts, [][]workgroup.Button{digits, tail})
}

// likely are the small numbers that can answer a question: of those there are no more can be new, of a group or in Wuhan than there are, and
// there are those who are new, or none any more.
func (v talkView) likely(p dialog.Prompt) []int {
	least, most := 0, 5
	base, measure, _ := p.Key.Parts()
	switch of, said := v.d.Figures.Said(p.Of); {
	case p.Stage == dialog.Count:
		least, _ = v.d.Figures.Said(p.Key.As(workgroup.New))
		most += least
	case said && (p.Stage == dialog.Split || measure == workgroup.New || base == "wuhan"):
		most = min(most, max(of, 1))
	}
	var out []int
	if least > 0 {
		out = append(out, 0) // they may all be elsewhere by now
	}
	for n := least; n <= most; n++ {
		out = append(out, n)
	}
	return out
}

// fraction is a number that counts nobody.
var fraction = pattern.MustCompile(`[0-9]+[.．][0-9]+`)

// NoneOf stands in the place of a question in the button that says that it is none of them.
const NoneOf = "none"

// choice offers the questions of the form: for a number that stood alone, or for an answer to change.
func (v talkView) choice(name, verb string) (courier.Message, error) {
	facts := v.facts()
	facts["words"], facts["unread"] = v.d.Doubtful, v.d.Unread
	if _, ours := dialog.Homeless(v.form, v.d.Figures); v.group() && v.d.Doubtful != ours && !dialog.ANumber.MatchString(v.d.Doubtful) {
		facts["words"] = "" // a sender's own words may name somebody
	}
	var all []workgroup.Button
	for _, item := range v.form.For(v.unit.Kind) {
		b := v.button("item", verb, string(item.Key))
		b.Facts = workgroup.LabelFacts(v.form, item.Key)
		all = append(all, b)
	}
	if verb == "which" && !v.group() { // what has anybody comes first
		slices.SortStableFunc(all, func(x, y workgroup.Button) int { return v.has(y) - v.has(x) })
	}
	last := []workgroup.Button{v.button("drop", "drop", "")}
	if verb == "which" {
		last = slices.Insert(last, 0, v.button("none-of", verb, NoneOf))
	}
	rows := append(InRows(3, all), last)
	return v.card(v.lang, name, facts, rows)
}

// has is 1 where the question of a button has anybody in the draft, or in what was filed before it.
func (v talkView) has(b workgroup.Button) int {
	k := workgroup.Key(b.Object[strings.LastIndex(b.Object, "/")+1:])
	filed, _ := v.d.Basis(v.b, v.d.Date)
	said, _ := v.College.Settled(v.d, v.unit).Said(k)
	if stood, _ := filed.Figures.Said(k); said > 0 || stood > 0 {
		return 1
	}
	return 0
}

// readBack says what will be filed, so that a wrong reading is caught by its head.
func (v talkView) readBack() (courier.Message, error) {
	figures := v.College.Settled(v.d, v.unit)
	facts := v.facts()
	facts["other"], facts["by"], facts["rows"] = false, "", v.d.Rows
	facts["lines"], facts["beside"] = v.Told(v.form, v.unit.Kind, figures)
	foreign := v.d.Foreign(v.b)
	var doubts []workgroup.Doubt
	if !foreign { // they compare with what the unit has filed
		doubts = v.College.Doubts(v.b, v.unit, v.d.Date, figures)
	}
	makeup := v.d.Date != workgroup.DateOf(v.d.Said) && !v.d.Said.IsZero()
	if makeup {
		doubts = append(doubts, workgroup.Doubt{Check: workgroup.V18})
	}
	facts["makeup"], facts["doubts"] = makeup, v.DoubtLines(v.d.Date, doubts, v.lang)
	facts["for"] = v.d.For != ""
	facts["unsplit"], facts["part"] = v.unsplit(figures), nil
	if item, one := dialog.Unparted(v.form, v.unit, figures); one {
		facts["part"] = workgroup.LabelFacts(v.form, item.Key.Of(v.unit.Kind.Groups()[0]))
	}
	changed := false
	if old, ok := v.d.Basis(v.b, v.d.Date); ok {
		changes := workgroup.Differ(old.Figures, figures)
		changed = true
		facts["changes"], facts["revision"], facts["filed_at"] = v.Changes(v.form, changes), old.Revision, v.Clock(old.Filed)
		if by, known := workgroup.People.Get(v.b, string(old.By)); known && old.By != v.d.Person {
			facts["other"] = true
			if !v.group() {
				facts["by"] = by.Name
			}
		}
	}
	facts["left"], _ = v.Told(v.form, v.unit.Kind, v.left(figures))
	facts["unread"] = v.d.Unread
	facts["changed"] = changed
	codes := []string{}
	if !v.group() && !foreign { // beside its unit's name a code names a person
		codes = workgroup.LeftOut(v.b, v.d.Unit, figures)
	}
	facts["codes"], facts["rings"] = codes, ""
	if call, rings := workgroup.AskedAside(v.b, v.d.Key()); rings {
		facts["rings"] = v.Clock(call.Due())
	}
	rows := [][]workgroup.Button{{v.button("ok", "ok", "")}}
	if len(doubts) > 0 {
		rows[0][0].Label = "button/ok-anyway"
	}
	if facts["waiting"] = foreign; foreign {
		rows = nil
	}
	rows = append(rows, []workgroup.Button{v.button("pick", "pick", ""), v.button("drop", "drop", "")})
	return v.card(v.lang, "card/read-back", facts, rows)
}

// left are the figures that the talk held before a zero report took their place, and that it drops.
func (v talkView) left(figures workgroup.Figures) workgroup.Figures {
	out := workgroup.Figures{}
	for _, k := range v.d.Left.Nonzero() {
		if figures[k] != v.d.Left[k] {
			out[k] = v.d.Left[k]
		}
	}
	return out
}

// unsplit tells whether people are counted without saying of which group they are.
func (v talkView) unsplit(f workgroup.Figures) bool {
	groups := v.unit.Kind.Groups()
	for _, item := range v.form.For(v.unit.Kind) {
		if n, _ := f.Said(item.Key); n == 0 || !item.Split || len(groups) < 2 {
			continue
		}
		for _, g := range groups {
			if f.Has(item.Key.Of(g)) {
				return false
			}
		}
		return true
	}
	return false
}

// talkEnded shows how a filing ended, in the private chat where its card stays.
func (r Renderer) talkEnded(b workgroup.Book, c workgroup.Card, lang workgroup.Language) (courier.Message, error) {
	parts := strings.Split(c.Object, "/")
	if len(parts) != 3 {
		return courier.Message{}, fmt.Errorf("card %s: not a draft's", c.Key())
	}
	date, id := workgroup.Date(parts[0]), workgroup.UnitID(parts[1])
	unit, _ := workgroup.Units.Get(b, string(id))
	facts := workgroup.Facts{"unit": unit.Named(), "date": date}
	s, ok := workgroup.FiledOn(b, date, id)
	if !ok || string(s.By) != parts[2] {
		if facts["filed"] = ok; ok {
			facts["at"], facts["revision"] = r.Clock(s.Filed), s.Revision
		}
		return r.card(lang, "card/ended", facts, nil)
	}
	form := r.College.FormOn(date)
	facts["lines"], facts["beside"] = r.Told(form, unit.Kind, s.Figures)
	facts["zero"], facts["at"], facts["mark"], facts["revision"] = s.Zero, r.Clock(s.Filed), s.Mark, s.Revision
	yesterday, _ := workgroup.FiledOn(b, date.Add(-1), id)
	urgent := untold(b, id, workgroup.HardKeys(s.Figures, yesterday.Figures))
	facts["hard"] = urgent
	pick := workgroup.Button{Label: "button/correct", Verb: "pick", Object: workgroup.StandingKey(date, id)}
	rows := [][]workgroup.Button{{pick}}
	if urgent {
		rows = append(rows, []workgroup.Button{{Label: "button/alarm", Verb: "alarm", Object: workgroup.StandingKey(date, id)}})
	}
	return r.card(lang, "card/filed", facts, rows)
}

// untold tells whether one of some keys of a unit's figures is of no open case of the unit: of the others the duty staff are alarmed already.
func untold(b workgroup.Book, unit workgroup.UnitID, keys []workgroup.Key) bool {
	if len(keys) == 0 {
		return false
	}
	running := workgroup.Running(b)
	return slices.ContainsFunc(keys, func(key workgroup.Key) bool {
		base, _, _ := key.Parts()
		return !slices.ContainsFunc(running, func(k workgroup.Case) bool { return k.Unit == unit && k.Kind == workgroup.KindsHeard[base] })
	})
}

// Delicate tells whether an item, beside a unit's name, names a person: what the one-hour rule is about, and a death.
func Delicate(base string) bool { return slices.Contains(workgroup.HardItems, base) || base == "death" }

// sensitive tells whether figures say of anybody what the group is not to read beside a unit's name.
func sensitive(f workgroup.Figures) bool {
	for k, n := range f {
		if base, _, _ := k.Parts(); n > 0 && Delicate(base) {
			return true
		}
	}
	return false
}

// TellsOfCase tells whether a filing, or the question that came of its words, says of a unit what the group is not to read. The
// questions that everybody is asked one after another say nothing.
func TellsOfCase(d workgroup.Draft) bool {
	base, _, _ := d.Asked.Parts()
	return d.Discreet || sensitive(d.Figures) || sensitive(d.Left) || !d.Guided && Delicate(base)
}
