package bot

import (
	"strconv"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// startCommand welcomes who opens the private chat; with the one-time code it makes them the first administrator.
func (t *turn) startCommand(args string) error {
	if !t.private() {
		return nil
	}
	if workgroup.IsInvite(args) {
		return t.openInvite(args)
	}
	if args != "" && !t.person.Holds(workgroup.Admin) {
		who, err := t.College.UseCode(t.b, args, t.fullName(), t.from.ID, t.now)
		if err != nil {
			return err
		}
		t.person, t.known = who, true
		t.reply("say/first-admin", workgroup.Facts{"name": who.Name})
		t.openMatters()
		return nil
	}
	if !t.known {
		t.welcomeStranger(false)
		return nil
	}
	t.reply("say/welcome", workgroup.Facts{"name": t.person.Name, "duties": t.duties(), "head": len(t.person.Units()) > 0, "duty": t.person.DoesDuty() || t.person.Watches(t.b, t.now)})
	return nil
}

func (t *turn) fullName() string { return strings.TrimSpace(t.from.LastName + t.from.FirstName) }

// hanIn finds Chinese characters.
var hanIn = pattern.MustCompile(`\p{Han}`)

func (t *turn) whoamiCommand(string) error {
	if !t.known {
		t.whisper("say/whoami-stranger", workgroup.Facts{"id": strconv.FormatInt(t.from.ID, 10)}, []workgroup.Button{{Label: "button/iam", Verb: "iam"}})
		return nil
	}
	if !t.private() && !t.person.Reachable() {
		t.reply("say/ask-in-private", workgroup.Facts{"bot": t.Username, "word": "/whoami", "open": false}) // what they are called is not for everybody
		return nil
	}
	title := t.person.Title
	if there, _ := t.inPrivate(); there.language() == workgroup.English && hanIn.MatchString(title) {
		title = "" // the roster has it in Chinese alone; the duties below say it
	}
	t.whisper("say/whoami", workgroup.Facts{"name": t.person.Name, "title": title, "duties": t.duties(), "id": strconv.FormatInt(t.from.ID, 10),
		"reach": t.person.Reachable(), "lent": t.lent()})
	return nil
}

// duties are the sender's roles, each with its unit.
func (t *turn) duties() []workgroup.Facts { return t.dutiesOf(t.person) }

func (t *turn) dutiesOf(p workgroup.Person) []workgroup.Facts {
	var out []workgroup.Facts
	for _, d := range p.Duties {
		out = append(out, workgroup.Facts{"role": d.Role, "unit": t.unitName(d.Unit)})
	}
	return out
}

func (t *turn) languageCommand(string) error {
	var row []workgroup.Button
	for _, l := range workgroup.Languages {
		row = append(row, workgroup.Button{Label: "button/language-" + string(l), Verb: "speak", Object: string(l)})
	}
	t.whisper("say/language", workgroup.Facts{}, row)
	return nil
}

func (t *turn) pressLanguage() error {
	lang := workgroup.Language(t.button.Object)
	if lang != workgroup.Chinese && lang != workgroup.English {
		return workgroup.Refuse(workgroup.Changed)
	}
	if !t.known {
		return workgroup.Refuse(workgroup.Stranger)
	}
	t.person.Language = lang
	workgroup.People.Put(t.b, t.person)
	t.b.Note(workgroup.Event{At: t.now, Kind: workgroup.LanguageChosen, Object: t.person.Key(), By: t.person.ID})
	t.toast("toast/language", false, nil)
	return nil
}

func (t *turn) helpCommand(string) error {
	var lines []workgroup.Facts
	for _, c := range commands {
		if !c.listed(t.person, t.known) {
			continue
		}
		line, err := t.Texts.Plain(t.language(), "menu/"+c.Name, nil)
		if err != nil {
			return err
		}
		lines = append(lines, workgroup.Facts{"name": c.Name, "line": line, "word": c.Words[0]})
	}
	t.whisper("say/help", workgroup.Facts{"commands": lines, "head": len(t.person.Units()) > 0, "known": t.known, "phone": t.dutyPhone(), "papers": t.readsPapers()})
	return nil
}
