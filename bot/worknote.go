package bot

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// workNotes is what a message says of the work of a unit's day (工作动态), and what it says beside that.
type workNotes struct {
	understand.Notes
	unit workgroup.Unit // that its heading names; none: the sender's own
	date workgroup.Date
	rest string // what is read as ever: the figures before it and behind
	more bool   // its heading says that they come beside those that stand (补充)
}

var (
	// asksOthers are in what asks others for theirs, and is no heading of one's own.
	asksOthers = pattern.MustCompile(`请|各单位|各学院|各部门|大家|通知|要求|关于|怎么|如何|(?i:\bplease\b|\ball units\b|\beveryone\b)`)
	// ofToday are words of a heading that name no unit.
	ofToday = pattern.MustCompile(`(?i)^(?:我们?|本|咱们?)(?:学?院|处|部|单位|馆|集团|中心)?|^(?:另外?|此外|同时|以及|还有|附上?|下面是?|以下是?|今天|今日|当日|报送|报告|现将|更正|修改|重报|重发|的|\s|[：:】\]、]|'s\b|\btoday\b|\bour\b)+`)
	// dayOfNotes is another day than today, or today by its date.
	dayOfNotes = pattern.MustCompile(`(?i)^(?:昨天|昨日|前天|明天|[0-9]{1,2}月[0-9]{1,2}[日号]|yesterday)`)
	// further begins a heading of what comes beside what stands; greeted is a greeting of somebody.
	further = pattern.MustCompile(`(?i)^(?:补充|追加|另报|再报|more\b|further\b)`)
	greeted = pattern.MustCompile(`^[^，,。\n]{0,8}(?:您好|你们?好|大家好|好|早|辛苦了?)[，,。！! \n]*$`)
	// noWork is that there is nothing to tell of.
	// nothingToday begins it.
	nothingToday = pattern.MustCompile(`^(?:我们?|本)?(?:学?院|处|部门?|单位)?(?:今[天日]|目前|暂时)+`)
	noWork       = []string{"无", "没有", "暂无", "没什么", "同上", "同昨日", "none", "nothing", "n/a", "零报告", "无工作动态"}
)

// longOnce is how long the rest of a message that Telegram cut in two is still that.
const longOnce = "once/notes/"

// notesGiven takes what its head writes of the work of a unit's day out of a message, and keeps it; what tells of a case in it is heard like any other
// words. What stands around it is left to the next: false.
func (t *turn) notesGiven() (bool, error) {
	if t.restOfLong() {
		t.hearsCaseIn(t.msg.Text)
		return true, nil
	}
	n, is := t.notesIn(t.msg.Text)
	if !is {
		if t.edited {
			t.notesEditedAway(workgroup.UnitID(""))
		}
		return false, nil
	}
	if utf8.RuneCountInString(t.msg.Text) >= cutAt {
		workgroup.Desks.Put(t.b, workgroup.Desk{Person: longOnce + t.deskOwner(), Chat: t.chat.ID, Since: t.said})
	}
	if t.hearsCaseIn(n.Text) == understand.No {
		t.hearsBeside(n)
	}
	if err := t.keeping(t.keepsNotes(n)); err != nil {
		return true, err
	}
	if n.rest == "" {
		return true, nil
	}
	m := *t.msg
	m.Text = n.rest
	t.msg = &m
	return false, nil
}

// notesIn are the notes that a message holds: under a heading of the sender's own, which names nothing but a unit and a day, and asks nothing of others.
func (t *turn) notesIn(text string) (n workNotes, ok bool) {
	found, ok := understand.WorkNotes(text)
	if !ok || asksOthers.MatchString(found.Lead) {
		return n, false
	}
	n.Notes, n.date = found, workgroup.DateOf(t.said)
	if t.edited {
		n.date = workgroup.DateOf(time.Unix(int64(t.msg.Date), 0).In(t.now.Location()))
	}
	if !t.headsNotes(&n, n.Lead) {
		switch at := strings.LastIndexAny(n.Lead, " 　"); {
		case at >= 0 && t.countsToday(n.Lead[:at]) && t.headsNotes(&n, n.Lead[at:]):
			n.Before += n.Lead[:at] // 软件学院 零报告 工作动态：…
		case t.leadsList(n):
			n.unit = workgroup.Unit{} // whatever the words before it say, a list under this heading counts nobody
		default:
			return n, false
		}
	}
	var behind string
	n.Text, behind = t.figuresBehind(n.Text)
	n.rest = t.readable(n.Before, behind, n.Behind)
	own := n.unit.ID == "" && t.heads() || t.person.Speaks(n.unit.ID)
	switch points := understand.NotePoints(n.Text); {
	case len(points) == 0, len(points) == 1 && t.asksBeside(points[0]), !n.Sure && codeSaid.MatchString(n.Text):
		return n, false
	case !n.Sure && (!own || len(points) == 1 && (t.countsToday(points[0]) || t.read(points[0], understand.Context{}).Zero)):
		return n, false // 工作情况：一切正常 is a report
	}
	return n, own || t.addressed() || n.unit.ID != "" && workgroup.MayNote(t.b, workgroup.Round{Date: n.date, Units: []workgroup.UnitID{n.unit.ID}}, n.unit, t.person) == nil
}

// leadsList tells whether words before a heading that are neither a unit nor a day can stand before a list of notes: they are short, and count and
// change nothing.
func (t *turn) leadsList(n workNotes) bool {
	return n.Sure && understand.Numbered(n.Text) && utf8.RuneCountInString(n.Lead) <= 10 && !strings.ContainsAny(n.Lead, "0123456789改删撤不没?？") &&
		!t.countsToday(n.Lead) && t.read(n.Lead, understand.Context{}).Unit == ""
}

// headsWork tells whether the message is headed as notes by the word that means nothing else.
func (t *turn) headsWork() bool {
	n, is := t.notesIn(t.msg.Text)
	return is && n.Sure
}

// headsNotes reads the words before a heading on its line: the unit and the day that they name. False: they name something else.
func (t *turn) headsNotes(n *workNotes, lead string) bool {
	n.unit = workgroup.Unit{}
	for lead = strings.TrimSpace(lead); lead != ""; lead = strings.TrimSpace(lead) {
		if m := ofToday.FindString(lead); m != "" {
			lead = lead[len(m):]
			continue
		}
		if m := further.FindString(lead); m != "" {
			n.more, lead = true, lead[len(m):]
			continue
		}
		if m := dayOfNotes.FindString(lead); m != "" {
			date, err := t.dateIn(m)
			if err != nil {
				return false
			}
			n.date, lead = date, lead[len(m):]
			continue
		}
		u, rest, ok := t.unitBefore(lead)
		if !ok || n.unit.ID != "" {
			return false
		}
		n.unit, lead = u, rest
	}
	return true
}

// figuresBehind parts notes from the lines behind them that report: behind numbered points without a number, or after an empty line.
func (t *turn) figuresBehind(text string) (notes, behind string) {
	text = strings.TrimSpace(text)
	lines, list := strings.Split(text, "\n"), understand.Numbered(text)
	at := len(lines)
	for i := len(lines) - 1; i > 0; i-- {
		line := strings.TrimSpace(lines[i])
		apart := list || strings.TrimSpace(lines[i-1]) == "" || strings.Contains(line, "零报")
		if line == "" || !apart || understand.Numbered(line) || !t.countsToday(line) {
			break
		}
		at = i
	}
	return strings.Join(lines[:at], "\n"), strings.Join(lines[at:], "\n")
}

// countsToday tells whether a line is a report of what the form asks.
func (t *turn) countsToday(line string) bool {
	r := t.read(line, understand.Context{})
	return reports(r) && t.countsIn(r)
}

// countsIn tells whether a reading has anything of what the sender's form asks.
func (t *turn) countsIn(r understand.Reading) bool {
	units := t.person.Units()
	if len(units) == 0 {
		return false
	}
	u, _ := workgroup.Units.Get(t.b, string(units[0]))
	return len(t.beside(r, u, t.today())) == 0
}

// countsPeople tells whether points tell of people whom the day's report counts: they are not counted by that.
func (t *turn) countsPeople(points []string) bool {
	return slices.ContainsFunc(points, func(p string) bool {
		r := t.read(p, understand.Context{})
		maps.DeleteFunc(r.Fields, func(_ string, n int) bool { return n == 0 })
		r.Zero, r.Doubts = false, nil
		return len(r.Fields) > 0 && t.countsIn(r)
	})
}

// readable are the words around notes that are worth reading: no more than a unit's name, or a greeting, is nothing.
func (t *turn) readable(words ...string) string {
	rest := strings.Trim(strings.Join(words, "\n"), "\n 　，,。；;")
	if _, behind, named := t.unitBefore(rest); rest == "" || named && strings.Trim(behind, "：:，,。 ") == "" || (all(bareWord(rest), greetings) || greeted.MatchString(rest)) && !t.countsToday(rest) {
		return ""
	}
	return rest
}

// hearsCaseIn hears what may be a case in words that are kept as something else: it rings, or is asked about, as ever.
func (t *turn) hearsCaseIn(words string) understand.Urgency {
	r := t.read(words, understand.Context{})
	if r.Urgent == understand.No {
		return r.Urgent
	}
	whole := t.msg
	m := *t.msg
	m.Text = words
	t.msg = &m
	if t.besideCase = true; r.Urgent == understand.Yes {
		t.urgentHeard(r, words)
	} else {
		t.askUrgent(r)
	}
	t.msg = whole
	return r.Urgent
}

// hearsBeside hears a case that only the whole message tells of.
func (t *turn) hearsBeside(n workNotes) {
	if t.read(t.msg.Text, understand.Context{}).Urgent == understand.Yes && t.read(n.rest, understand.Context{}).Urgent == understand.No {
		t.hearsCaseIn(t.msg.Text)
	}
}

// keepsNotes keeps notes of the unit that they name, or of the sender's own; of several it is asked which.
func (t *turn) keepsNotes(n workNotes) error {
	if r := t.read(n.rest, understand.Context{}); n.unit.ID == "" && n.rest != "" && r.Unit != "" {
		n.unit, _ = workgroup.Units.Get(t.b, r.Unit)
	}
	points, units := understand.NotePoints(n.Text), t.person.Units()
	switch {
	case n.unit.ID == "" && len(units) == 0 && t.readsPapers():
		return workgroup.Refuse(workgroup.NoteHeads)
	case n.unit.ID == "" && len(units) == 0:
		return workgroup.Refuse(workgroup.NotAHead, "unit", workgroup.Named{})
	case n.unit.ID == "" && len(units) == 1:
		n.unit, _ = workgroup.Units.Get(t.b, string(units[0]))
	}
	if len(points) == 1 && slices.Contains(noWork, nothingToday.ReplaceAllString(bareWord(points[0]), "")) {
		if n.rest == "" {
			t.tellsNotes(n.unit)
		}
		return nil
	}
	if n.unit.ID == "" {
		return t.asksWhoseNotes(n, units)
	}
	source := workgroup.Source{Chat: t.chat.ID, Message: t.msg.ID, Text: excerpt(t.msg.Text), At: t.said, Edited: t.edited}
	if stands, ok := workgroup.WorkNotes.Get(t.b, workgroup.StandingKey(n.date, n.unit.ID)); n.more && ok && !t.edited {
		points = append(slices.Clone(stands.Points), points...)
	}
	return t.noteOf(n.date, n.unit, points, source, n.rest != "" && t.countsToday(n.rest))
}

// noteOf keeps the notes of a unit and says so; with: figures came with them.
func (t *turn) noteOf(date workgroup.Date, u workgroup.Unit, points []string, source workgroup.Source, with bool) error {
	if date != t.today() && date != workgroup.DateOf(t.said) || t.edited && date != t.today() {
		return workgroup.Refuse(workgroup.NoteOtherDay, "date", date)
	}
	round, err := t.round(date)
	if err != nil {
		return err
	}
	if t.edited {
		t.notesEditedAway(u.ID)
		switch stands, ok := workgroup.WorkNotes.Get(t.b, workgroup.StandingKey(date, u.ID)); {
		case ok && slices.Equal(stands.Points, points):
			return nil
		case ok && !stands.From(source.Chat, source.Message) && stands.Source.At.After(time.Unix(int64(t.msg.Date), 0)):
			return workgroup.Refuse(workgroup.NoteSince, "unit", u.Named(), "at", t.Clock(stands.Source.At))
		}
	}
	was, err := t.College.KeepNote(t.b, round, u, points, source, t.person, t.now)
	if err != nil {
		return err
	}
	if !t.private() && t.press == nil {
		t.mark("👌")
		return nil
	}
	facts := t.noteFacts(u, date)
	facts["instead"], facts["owes"], facts["counts"] = len(was.Points), facts["owes"].(bool) && !with, t.countsPeople(points)
	t.reply("say/note-kept", facts)
	return nil
}

// noteFacts are the notes of a unit as texts tell them, and whether it still owes its figures.
func (t *turn) noteFacts(u workgroup.Unit, date workgroup.Date) workgroup.Facts {
	n, _ := workgroup.WorkNotes.Get(t.b, workgroup.StandingKey(date, u.ID))
	_, filed := workgroup.FiledOn(t.b, date, u.ID)
	return workgroup.Facts{"unit": u.Named(), "date": date, "points": n.Points, "owes": !filed, "instead": 0, "counts": false, "most": workgroup.MostPoints}
}

// restOfLong tells whether the message is the rest of one too long that Telegram cut: it came at once. The first part has been answered.
func (t *turn) restOfLong() bool {
	desk, ok := workgroup.Desks.Get(t.b, workgroup.DeskKey(longOnce+t.deskOwner(), t.chat.ID))
	if !ok {
		return false
	}
	_, headed := understand.WorkNotes(t.msg.Text)
	gap := t.said.Sub(desk.Since)
	if headed || gap < 0 || gap > atOnce || t.edited {
		workgroup.Desks.Drop(t.b, desk.Key())
		return false
	}
	return true
}

// notesEditedAway takes away the notes that the message held before it was edited, but for those of a unit.
func (t *turn) notesEditedAway(but workgroup.UnitID) {
	date := workgroup.DateOf(time.Unix(int64(t.msg.Date), 0).In(t.now.Location()))
	if date != t.today() {
		return // what was said of a day that is over stands
	}
	for n := range workgroup.WorkNotes.Each(t.b, string(date)+"/") {
		if n.Unit != but && n.By == t.person.ID && n.From(t.chat.ID, t.msg.ID) {
			t.takesNotes(n)
			return
		}
	}
}

// takesNotes takes notes away and says so.
func (t *turn) takesNotes(n workgroup.WorkNote) {
	t.College.DropNote(t.b, n, t.person, t.now)
	t.whisper("say/note-gone", workgroup.Facts{"unit": t.unitName(n.Unit), "date": n.Date, "points": n.Points})
}

// asksWhoseNotes asks of which of the sender's units the notes are.
func (t *turn) asksWhoseNotes(n workNotes, units []workgroup.UnitID) error {
	source := noteSlip + workgroup.SourceKey(t.chat.ID, t.msg.ID)
	if n.date != t.today() {
		return workgroup.Refuse(workgroup.NoteOtherDay, "date", n.date)
	}
	points := understand.NotePoints(n.Text)
	if err := workgroup.NoteFits(points, 0); err != nil {
		return err
	}
	workgroup.Slips.Put(t.b, workgroup.Slip{Source: source, Person: t.deskOwner(), What: slipNotes, Of: string(n.date), Text: n.Text, At: t.said})
	rows := slipRows("button/unit", source, units, func(i int, id workgroup.UnitID) (string, workgroup.Facts) {
		return "u" + strconv.Itoa(i), workgroup.Facts{"unit": t.unitName(id)}
	})
	t.whisper("say/note-whose", workgroup.Facts{"points": points}, rows...)
	return nil
}

// noteSlip begins the source of a slip that holds notes: the same message may hold what is asked about otherwise.
const noteSlip = "n/"

// notesOf keeps the notes of a slip for the unit that was pressed.
func (t *turn) notesOf(s workgroup.Slip, answer string) error {
	i, err := strconv.Atoi(strings.TrimPrefix(answer, "u"))
	units := t.person.Units()
	if err != nil || i < 0 || i >= len(units) {
		return workgroup.Refuse(workgroup.Changed)
	}
	u, _ := workgroup.Units.Get(t.b, string(units[i]))
	chat, message, _ := strings.Cut(strings.TrimPrefix(s.Source, noteSlip), "/")
	source := workgroup.Source{Text: s.Text, At: s.At}
	source.Chat, _ = strconv.ParseInt(chat, 10, 64)
	source.Message, _ = strconv.Atoi(message)
	if err := t.noteOf(workgroup.Date(s.Of), u, understand.NotePoints(s.Text), source, false); err != nil {
		return err
	}
	workgroup.Slips.Drop(t.b, s.Source)
	return nil
}
