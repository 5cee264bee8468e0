package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// noteChange is a way in which people change notes that stand, in words: what they mean stands in its groups.
type noteChange struct {
	said *pattern.Pattern
	does func(t *turn, u workgroup.Unit, m []string) (bool, error)
}

// noteHead is how people name notes, with whose they are; nthNote is one of their points.
const (
	noteHead = `^(?:请|麻烦|帮忙)?(?:把|将|在)?(.{0,14}?)的?工作动态(?:里面?|中|上)?的?`
	nthNote  = `第?([一二三四五1-5１-５])(?:条|点|项)`
	noteTo   = `(?:改成|改为|换成|更正为|应该?[是为])[:：，,\s]*`
	noteGoes = `请?(?:不要|删|去掉|撤|取消|作废)[^，,。]{0,3}$`
)

// noteChanges are looked at in this order.
var noteChanges []noteChange

func init() {
	// Filled here because what changes notes keeps them anew, and is asked for by name as well.
	noteChanges = []noteChange{
		{pattern.MustCompile(noteHead + nthNote + `(?:内容)?` + noteTo + `(.+)$`), (*turn).setsPoint},
		{pattern.MustCompile(noteHead + nthNote + noteGoes), (*turn).dropsPoint},
		{pattern.MustCompile(noteHead + `(.{1,40}?)` + noteTo + `(.{1,200})$`), (*turn).putsInNotes},
		{pattern.MustCompile(noteHead + `(?:请|再|还|又|也)*(?:有|加|补充|补|增加|添加?|追加|写|记|报)(?:上|进)?(?:一下|[一二两三四五1-5]?[条点项个])?[:：，,、\s]+(.+)$`), (*turn).addsToNotes},
		{pattern.MustCompile(`^()(.+?)[，,。；;\s]*(?:请|帮忙|麻烦)?(?:也|都|一并)?(?:记|写|加|放|补|算|列)(?:到|进|入|在)(?:我们?的?|[本我][院处部])?(?:今[天日]的?)?工作动态(?:里面?|中|上)?(?:去|吧|了|一下)*$`), (*turn).addsToNotes},
		{pattern.MustCompile(`^(.{0,14}?)的?(?:工作)?动态的?(?:上面|上边|刚才|刚刚|刚|前面|之前)(?:发|写|报)?的?[那这]?一?[条个份]` + noteGoes), (*turn).dropsPoint},
	}
}

// changesNotes takes what a head says in words to change the notes of the unit: nothing of it is a figure of the day's report, and what may be a case
// in it is heard all the same.
func (t *turn) changesNotes() (bool, error) {
	text := strings.TrimSpace(people.Narrow(t.msg.Text))
	if !t.heads() || !speaksOfNotes.MatchString(text) || headedAsNotes(text) {
		return false, nil
	}
	for _, one := range noteChanges {
		m := one.said.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		if u, named, ok := t.unitOfNotes(m[1]); ok && (named || t.addressed()) {
			if done, err := one.does(t, u, m[2:]); done || err != nil {
				return true, t.keeping(err)
			}
		}
	}
	return t.countsInNotes(text), nil
}

// speaksOfNotes are words that may speak of notes.
var speaksOfNotes = pattern.MustCompile(`动态`)

// headedAsNotes tells whether a text is headed as notes: that is no change in words.
func headedAsNotes(text string) bool {
	n, is := understand.WorkNotes(text)
	return is && n.Sure
}

// unitOfNotes is the unit that words before 工作动态 name, of the sender's; without a name it is the one that has notes. False: they name something else.
func (t *turn) unitOfNotes(lead string) (u workgroup.Unit, named, ok bool) {
	var n workNotes
	switch {
	case asksOthers.MatchString(lead):
		return u, false, false
	case t.headsNotes(&n, lead) && n.unit.ID == "":
		return t.noteUnit(), false, true
	case n.unit.ID == "":
		n.unit.ID = workgroup.UnitID(t.read(lead, understand.Context{}).Unit) // 护理, of 护理学院
	}
	if !t.person.Speaks(n.unit.ID) {
		return u, false, false
	}
	u, _ = workgroup.Units.Get(t.b, string(n.unit.ID))
	return u, true, true
}

// notesOfToday are the notes of a unit that stand today; where it has none, or a point is meant that they have not, what stands is shown.
func (t *turn) notesOfToday(u workgroup.Unit, nth int) (workgroup.WorkNote, bool) {
	n, ok := workgroup.WorkNotes.Get(t.b, workgroup.StandingKey(t.today(), u.ID))
	if !ok || nth >= len(n.Points) || nth < 0 {
		t.tellsNotes(u)
		return n, false
	}
	n.Points = slices.Clone(n.Points)
	return n, true
}

// rewrites keeps the points of notes as they are changed, and hears what may be a case in the words that are new.
func (t *turn) rewrites(u workgroup.Unit, points []string, words string) error {
	t.hearsCaseIn(words)
	source := workgroup.Source{Chat: t.chat.ID, Message: t.msg.ID, Text: excerpt(t.msg.Text), At: t.said}
	return t.noteOf(t.today(), u, points, source, false)
}

// setsPoint puts other words in the place of one point: 工作动态第二条改成：发口罩300个.
func (t *turn) setsPoint(u workgroup.Unit, m []string) (bool, error) {
	nth := nthOf(m[0])
	n, ok := t.notesOfToday(u, nth-1)
	if !ok {
		t.hearsCaseIn(m[1])
		return true, nil
	}
	n.Points[nth-1] = strings.TrimSpace(m[1])
	return true, t.rewrites(u, n.Points, m[1])
}

// dropsPoint takes one point away; where it is not said which, the only one.
func (t *turn) dropsPoint(u workgroup.Unit, m []string) (bool, error) {
	nth := 1
	if len(m) > 0 {
		nth = nthOf(m[0])
	}
	n, ok := t.notesOfToday(u, nth-1)
	switch {
	case !ok:
	case len(n.Points) == 1:
		t.takesNotes(n)
	case len(m) == 0:
		t.tellsNotes(u)
	default:
		return true, t.rewrites(u, slices.Delete(n.Points, nth-1, nth), "")
	}
	return true, nil
}

// nthOf is which point a number names, in digits or in words.
func nthOf(number string) int {
	if i := strings.Index("一二三四五", number); i >= 0 {
		return i/len("一") + 1
	}
	n, _ := firstNumber(number)
	return n
}

// putsInNotes puts words in the place of others where they stand once: 把工作动态里的120改成112.
func (t *turn) putsInNotes(u workgroup.Unit, m []string) (bool, error) {
	n, ok := t.notesOfToday(u, 0)
	found := 0
	for i, point := range n.Points {
		if at := wordAt(point, m[0]); at >= 0 {
			found += 1 + strings.Count(point[at+len(m[0]):], m[0])
			n.Points[i] = point[:at] + m[1] + point[at+len(m[0]):]
		}
	}
	if ok && found == 1 {
		return true, t.rewrites(u, n.Points, m[1])
	}
	if t.hearsCaseIn(m[1]); ok {
		t.tellsNotes(u)
	}
	return true, nil
}

// wordAt is where words stand in a text, no part of a longer number; -1: nowhere.
func wordAt(text, words string) int {
	digit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	for from := 0; from < len(text); {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return -1
		}
		at += from
		end := at + len(words)
		if !(digit(at) && digit(at-1)) && !(digit(end-1) && digit(end)) {
			return at
		}
		from = end
	}
	return -1
}

// addsToNotes puts further points behind those that stand.
func (t *turn) addsToNotes(u workgroup.Unit, m []string) (bool, error) {
	if questions.MatchString(m[0]) && strings.ContainsAny(m[0], "?？") {
		return false, nil
	}
	n := workNotes{unit: u, date: workgroup.DateOf(t.said), more: true}
	n.Text = m[0]
	t.hearsCaseIn(m[0])
	return true, t.keepsNotes(n)
}

// countsInNotes tells whether words begin as notes do and tell of people whom the day's report counts, under no heading: how notes are written is
// told, and nobody is counted.
func (t *turn) countsInNotes(text string) bool {
	m := beginsNotes.FindStringSubmatch(text)
	if m == nil || asksOthers.MatchString(m[2]) || !t.countsToday(m[2]) {
		return false
	}
	u, named, ok := t.unitOfNotes(m[1])
	if !ok || !named && !t.addressed() {
		return false
	}
	t.hearsCaseIn(text)
	t.tellsNotes(u)
	return true
}

// beginsNotes is 工作动态 without a colon behind it, and the clause that follows.
var beginsNotes = pattern.MustCompile(`^(.{0,14}?)工作动态[ 　]*([^，,。；;\n]+)`)
