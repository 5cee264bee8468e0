package bot

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// welcomeStranger tells a stranger in private how to become known, or that the office has yet to decide; and, of a report, that it was
// not taken.
func (t *turn) welcomeStranger(reported bool) {
	if claim, waits := workgroup.Welcome(t.b, t.from.ID); waits {
		unit, _ := workgroup.Units.Get(t.b, string(claim.Unit))
		t.reply("say/claim-waits", workgroup.Facts{"unit": unit.Named(), "name": claim.Name, "reported": reported})
		return
	}
	t.reply("say/stranger", workgroup.Facts{"reported": reported, "phone": t.dutyPhone()}, []workgroup.Button{{Label: "button/iam", Verb: "iam"}})
}

// strangerOnce tells a stranger how to become known: in the group once a day, by the card they all share there.
func (t *turn) strangerOnce() error {
	key := workgroup.DeskKey(t.deskOwner(), t.chat.ID)
	told := workgroup.Desks.Has(t.b, key)
	workgroup.Desks.Put(t.b, workgroup.Desk{Person: t.deskOwner(), Chat: t.chat.ID, Expect: workgroup.ClaimDesk})
	switch {
	case t.private():
		r := t.read(t.msg.Text, understand.Context{})
		t.welcomeStranger(reports(r))
	case !told:
		t.showJoining()
	}
	return nil
}

// claimsByName is “我是…” with the name of somebody on the roster, whatever else it says.
func (t *turn) claimsByName(r understand.Reading) (bool, error) {
	if !strings.Contains(t.msg.Text, "我是") {
		return false, nil
	}
	if _, named := workgroup.NamedIn(t.b, t.msg.Text); !named {
		return false, nil
	}
	return true, t.claim(r)
}

// claim is “我是软件学院王老师”, said in the group or in private.
func (t *turn) claim(r understand.Reading) error {
	unit, ok := workgroup.Units.Get(t.b, r.Unit)
	if p, named := workgroup.NamedIn(t.b, t.msg.Text); named {
		return t.claimAs(unit, p.Name)
	}
	if !ok || r.Name == "" {
		if t.private() {
			t.welcomeStranger(false)
		}
		return nil
	}
	return t.claimAs(unit, r.Name)
}

// halfClaim is “我是…” of a stranger in private that lacks the unit or the name: what is missing is asked for. False: it is neither.
func (t *turn) halfClaim(r understand.Reading) bool {
	rest, says := strings.CutPrefix(strings.TrimSpace(t.msg.Text), "我是")
	if !says || !t.private() || utf8.RuneCountInString(rest) > 30 {
		return false
	}
	if unit, ok := workgroup.Units.Get(t.b, r.Unit); ok {
		t.askName(unit)
		return true
	}
	lacks := "unit"
	if n := utf8.RuneCountInString(rest); n == 0 || n > 4 {
		lacks = "known"
	}
	t.reply("say/which-unit-are-you", workgroup.Facts{"lacks": lacks}, t.unitRows("unit", "")...)
	return true
}

// claimAs passes a claim on to the office. In the group a mark under the claimant's own words is the receipt, and one card for
// all says the rest.
func (t *turn) claimAs(unit workgroup.Unit, name string) error {
	if runes := []rune(name); len(runes) > 20 {
		name = string(runes[:20])
	}
	first, err := t.College.Claim(t.b, workgroup.Claim{Telegram: t.from.ID, Chat: t.chat.ID, Name: name, Unit: unit.ID, Words: excerpt(name),
		Language: t.strangersLanguage(), At: t.now, Private: t.private()}, t.now)
	switch {
	case t.private() && err != nil:
		return err
	case t.private():
		workgroup.Desks.Drop(t.b, workgroup.DeskKey(t.deskOwner(), t.chat.ID))
		t.reply("say/claim-kept", workgroup.Facts{"unit": unit.Named(), "name": name})
	case err != nil:
		t.mark("🙏") // the card says what that means
		return t.strangerOnce()
	default:
		t.mark("👌")
		if first {
			t.showJoining()
		}
	}
	return nil
}

// mark puts an emoji under the sender's own message: the receipt that posts nothing.
func (t *turn) mark(emoji string) {
	workgroup.Tell(t.b, workgroup.Letter{Kind: workgroup.React, Chat: t.chat.ID, Lane: "marks", ReplyTo: t.msg.ID, Text: emoji, Written: t.now})
}

var (
	// englishSentence is a message of English and no Chinese: of two words, or one of those that somebody begins with.
	englishSentence = pattern.MustCompile(`(?i)^[^\p{Han}]*\b[a-z]+\b[^\p{Han}a-z0-9]+[a-z]{2,}\b[^\p{Han}]*$|^(?:help|hello|hi|hey|emergency|urgent)[.!? ]*$`)
	han             = pattern.MustCompile(`\p{Han}`)
)

// tongue notes that a stranger writes English to us, whatever their telephone speaks.
func (t *turn) tongue() workgroup.Desk {
	return workgroup.Desk{Person: "once/english/" + strconv.FormatInt(t.from.ID, 10), Chat: t.chat.ID}
}

// heardIn takes the language that a stranger writes in private for the one they read.
func (t *turn) heardIn() {
	switch words := strings.TrimSpace(t.msg.Text); {
	case t.known || !t.private() || words == "" || strings.HasPrefix(words, "/"):
	case englishSentence.MatchString(words):
		workgroup.Desks.Put(t.b, t.tongue())
	case han.MatchString(words):
		workgroup.Desks.Drop(t.b, t.tongue().Key())
	}
}

// inEnglish tells whether the sender, a stranger, has written English to us.
func (t *turn) inEnglish() bool {
	return t.private() && workgroup.Desks.Has(t.b, t.tongue().Key())
}

func (t *turn) strangersLanguage() workgroup.Language {
	if t.language() == t.College.Language {
		return ""
	}
	return t.language()
}

// pressIAm is 「我是…」: the units to choose from, in private.
func (t *turn) pressIAm() error {
	switch {
	case t.known:
		t.toast("toast/claim-accepted", true, workgroup.Facts{"name": t.person.Name})
		return nil
	case !t.private():
		t.toast("toast/write-me", true, workgroup.Facts{"bot": t.Username})
		return nil
	}
	t.reply("say/which-unit-are-you", workgroup.Facts{"lacks": ""}, t.unitRows("unit", "")...)
	return nil
}

// unitRows are the units to choose from, each the end of what its button is about.
func (t *turn) unitRows(verb, of string) [][]workgroup.Button {
	var all []workgroup.Button
	for _, u := range workgroup.Roster(t.b) {
		all = append(all, workgroup.Button{Label: "button/unit", Facts: workgroup.Facts{"unit": u.Named()}, Verb: verb, Object: of + string(u.ID)})
	}
	return card.InRows(2, all)
}

func (t *turn) pressUnit() error {
	unit, ok := workgroup.Units.Get(t.b, t.button.Object)
	if t.known || !ok || !t.private() {
		return workgroup.Refuse(workgroup.Settled)
	}
	t.askName(unit)
	return nil
}

// askName asks for the name that belongs to a unit.
func (t *turn) askName(unit workgroup.Unit) {
	workgroup.Desks.Put(t.b, workgroup.Desk{Person: t.deskOwner(), Chat: t.chat.ID, Expect: workgroup.NameDesk, Of: string(unit.ID)})
	t.reply("say/your-name", workgroup.Facts{"unit": unit.Named()})
}

// claimName takes the words after 「我是…」 for a name.
func (t *turn) claimName(desk workgroup.Desk) (bool, error) {
	name := strings.TrimSpace(t.msg.Text)
	unit, ok := workgroup.Units.Get(t.b, desk.Of)
	if !ok || t.known {
		workgroup.Desks.Drop(t.b, desk.Key())
		return false, nil
	}
	if n := utf8.RuneCountInString(name); n < 2 || n > 12 || strings.ContainsAny(name, "0123456789,，。") {
		if t.read(name, understand.Context{}).Kind == understand.Claim {
			return false, nil // they wrote the whole sentence after all
		}
		t.reply("say/your-name", workgroup.Facts{"unit": unit.Named()})
		return true, nil
	}
	return true, t.claimAs(unit, name)
}

// pressIs is the office's word on a claim: as somebody of the roster, or as a new head or deputy.
func (t *turn) pressIs() error {
	if !t.person.Decides() {
		return workgroup.Refuse(workgroup.NotForYou)
	}
	id, who, ok := strings.Cut(t.button.Object, "/")
	telegram, err := strconv.ParseInt(id, 10, 64)
	if !ok || err != nil {
		return workgroup.Refuse(workgroup.Changed)
	}
	person, role := workgroup.PersonID(who), workgroup.Role("")
	if who == string(workgroup.Head) || who == string(workgroup.Deputy) {
		person, role = "", workgroup.Role(who)
	}
	if who, asks := t.College.AskSure(t.b, telegram, person, t.person, t.now); asks {
		t.toast("toast/claim-sure", true, workgroup.Facts{"name": who.Name, "duties": t.dutiesOf(who), "phone": who.Phone})
		return nil
	}
	p, err := t.College.Decide(t.b, telegram, t.button.Version, person, role, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/claim-accepted", false, workgroup.Facts{"name": p.Name})
	t.showOwed(p)
	return nil
}

func (t *turn) pressIsNot() error {
	if !t.person.Decides() {
		return workgroup.Refuse(workgroup.NotForYou)
	}
	telegram, err := strconv.ParseInt(t.button.Object, 10, 64)
	if err != nil {
		return workgroup.Refuse(workgroup.Changed)
	}
	if _, err := t.College.Decide(t.b, telegram, t.button.Version, "", "", t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/claim-refused", false, nil)
	return nil
}

// pressUndo takes a wrong registration back.
func (t *turn) pressUndo() error {
	if !t.person.Decides() {
		return workgroup.Refuse(workgroup.NotForYou)
	}
	p, err := t.College.Undo(t.b, t.button.Object, t.person, t.now)
	if err != nil {
		return err
	}
	// A filing they had begun no longer counts as one that waits.
	workgroup.Touch(t.b, workgroup.BoardCard, string(t.today()), t.now)
	t.toast("toast/undone", false, workgroup.Facts{"name": p.Name})
	return nil
}
