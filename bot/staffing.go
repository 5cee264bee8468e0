package bot

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fangkong/bot/card"
	"fangkong/bot/people"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// peopleCommand is /people: who is what, one unit or one person of it, or a sentence that changes it. All of it in private.
func (t *turn) peopleCommand(args string) error {
	words := args
	if rest := afterWord(t.msg.Text); rest != "" {
		words = rest // with its lines
	}
	if !t.private() && !t.person.Reachable() {
		return workgroup.Refuse(workgroup.NoticePrivate, "bot", t.Username)
	}
	if words == "" {
		t.College.Tell(t.b, t.person, workgroup.Letter{Lane: "talk", Text: "say/people", Facts: t.register(), Written: t.now})
		return nil
	}
	if u, ok := t.unitCalled(words); ok {
		return t.showUnit(u)
	}
	if ids, unknown, doubtful := workgroup.PeopleNamed(t.b, words); len(unknown)+len(doubtful) == 0 && len(ids) > 0 {
		t.showPeople(workgroup.Named{}, ids)
		return nil
	}
	read := t.peopleReader(t.b).Read(words)
	if _, unknown, _ := workgroup.PeopleNamed(t.b, words); len(unknown) > 0 && !slices.ContainsFunc(unknown, func(name string) bool { return !named(name) }) &&
		!slices.ContainsFunc(read, func(one people.Sentence) bool { return len(one.Postings) > 0 || one.NoUnit != "" }) {
		return workgroup.Refuse(workgroup.NamesUnknown, "unknown", unknown, "doubtful", []string{})
	}
	return t.staff(read)
}

// named tells whether a word can hardly be anything but somebody's name.
func named(word string) bool { return understand.Surnamed(word) && utf8.RuneCountInString(word) <= 3 }

// register is who is what, briefly, as facts.
func (t *turn) register() workgroup.Facts {
	names, n := map[workgroup.Duty][]string{}, 0
	for p := range workgroup.People.Each(t.b, "") {
		if p.Left.IsZero() {
			n++
		}
		for _, d := range p.Duties {
			names[d] = append(names[d], p.Name)
		}
	}
	units := []workgroup.Facts{}
	for _, u := range workgroup.Roster(t.b) {
		units = append(units, workgroup.Facts{"unit": u.Named(), "heads": names[workgroup.Duty{Role: workgroup.Head, Unit: u.ID}], "deputies": names[workgroup.Duty{Role: workgroup.Deputy, Unit: u.ID}]})
	}
	roles := []workgroup.Facts{}
	for _, role := range workgroup.Roles {
		if holders := names[workgroup.Duty{Role: role}]; len(holders) > 0 {
			roles = append(roles, workgroup.Facts{"role": role, "names": holders})
		}
	}
	return workgroup.Facts{"n": n, "units": units, "roles": roles}
}

func (t *turn) showUnit(u workgroup.Unit) error {
	var ids []workgroup.PersonID
	for _, p := range workgroup.Speakers(t.b, u.ID) {
		ids = append(ids, p.ID)
	}
	t.showPeople(u.Named(), ids)
	return nil
}

// showPeople shows people with their duties, telephone numbers, and whether private messages reach them.
func (t *turn) showPeople(unit workgroup.Named, ids []workgroup.PersonID) {
	lines := []workgroup.Facts{}
	for _, id := range ids {
		p, _ := workgroup.People.Get(t.b, string(id))
		lines = append(lines, workgroup.Facts{"name": p.Name, "title": p.Title, "phone": p.Phone, "duties": t.dutiesOf(p), "why": p.Silence()})
	}
	t.College.Tell(t.b, t.person, workgroup.Letter{Lane: "talk", Text: "say/people-some", Facts: workgroup.Facts{"unit": unit, "people": lines}, Written: t.now})
}

// peopleReader reads about the people there are. Roles are called as this college calls them, too.
func (bot *Bot) peopleReader(b workgroup.Book) *people.Reader {
	var names []string
	for p := range workgroup.People.Each(b, "") {
		if p.Name != "" && p.Left.IsZero() {
			names = append(names, p.Name)
		}
	}
	return people.New(workgroup.Roster(b), names, bot.roleNames())
}

// roleNames are what the roles are called here, in every language.
func (bot *Bot) roleNames() map[string]workgroup.Role {
	out := map[string]workgroup.Role{}
	for _, lang := range workgroup.Languages {
		for _, role := range workgroup.Roles {
			if name, err := bot.Texts.Plain(lang, "role/"+string(role), nil); err == nil {
				out[name] = role
			}
		}
	}
	return out
}

// staff proposes what sentences ask for: all of it, or nothing where one is not understood.
func (t *turn) staff(read []people.Sentence) error {
	var postings []workgroup.Posting
	for _, one := range read {
		if one.NoUnit != "" {
			return t.noUnit(one.NoUnit, "/people ")
		}
		if len(one.Postings) == 0 {
			return workgroup.Refuse(workgroup.StaffUnread, "words", card.FirstLine(one.Text), "several", len(read) > 1)
		}
		postings = append(postings, one.Postings...)
	}
	s := t.College.ProposeStaffing(t.b, t.person, "", postings, nil, t.now)
	t.previewStaffing(t.b, t.person, s, t.now)
	return nil
}

// maybeStaff takes words of the office in private for sentences about people where they can hardly be anything else: where they read
// as a report, only if they name somebody who is known, or a telephone number.
func (t *turn) maybeStaff(r understand.Reading) (bool, error) {
	if !t.person.Decides() {
		return false, nil
	}
	read := t.peopleReader(t.b).Read(t.msg.Text)
	unsure := func(one people.Sentence) bool {
		stranger := slices.ContainsFunc(one.Postings, func(p workgroup.Posting) bool { return one.Told && !named(p.Name) })
		return len(one.Postings) == 0 && one.NoUnit == "" || !one.Sure && !(one.Likely && !stranger && !reports(r))
	}
	if len(read) == 0 || slices.ContainsFunc(read, unsure) {
		return false, nil
	}
	return true, t.staff(read)
}

// pressStaff is 「确认变更」.
func (t *turn) pressStaff() error {
	s, err := t.College.MakeStaffing(t.b, t.button.Object, t.button.Version, t.person, t.now)
	switch {
	case err != nil:
		return err
	case s.State != workgroup.StaffingMade:
		t.toast("toast/staff-anew", true, nil)
		t.previewStaffing(t.b, t.person, s, t.now)
	default:
		t.toast("toast/staff-made", len(s.Lacks) > 0, workgroup.Facts{"n": len(s.Changes), "lacks": len(s.Lacks) > 0})
	}
	return nil
}

// pressNoStaff is 「放弃」.
func (t *turn) pressNoStaff() error {
	if err := t.College.GiveUpStaffing(t.b, t.button.Object, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/staff-dropped", false, nil)
	return nil
}

// pressUnstaff is 「撤销」.
func (t *turn) pressUnstaff() error {
	if err := t.College.UndoStaffing(t.b, t.button.Object, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/staff-undone", false, nil)
	return nil
}

// pressWhichStaff answers what a change of people asks.
func (t *turn) pressWhichStaff() error {
	key, option, _ := strings.Cut(t.button.Object, "/")
	n, err := strconv.Atoi(option)
	if err != nil {
		return workgroup.Refuse(workgroup.Changed)
	}
	s, err := t.College.AnswerStaffing(t.b, key, n, t.person, t.now)
	if err != nil {
		return err
	}
	t.previewStaffing(t.b, t.person, s, t.now)
	return nil
}
