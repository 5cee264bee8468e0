package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// noteBack takes notes back.
	noteBack = pattern.MustCompile(`^(?:请|把|请把|麻烦)?(.{0,20}?)(?:的)?(?:今[天日]的?)?(?:(?:撤回|取消|删除|作废|撤销|删掉)(.{0,20}?)的?(?:今[天日]的?)?工作动态|工作动态(?:不要了?|不报了?|作废|撤回|取消|删除|删掉|删|去掉|撤掉|撤|撤销|先不报了?))了?$|^(?i:(?:withdraw|delete|drop|take back) (?:the |our )?(?:work notes?|work done|today's work)()(?: of (.{3,40}))?)$`)
	// noteAsks asks what was said of the work of the day, or how it is said.
	noteAsks = pattern.MustCompile(`^(?:请问)?(?:看看?|查看|查)?(?:各单位|各学院|我院|我处|我们?|本单位)?的?(?:今[天日])?的?(?:工作动态)(?:怎么[写报填发交]|如何[写报填]送?|有哪些|都?报了(?:吗|没有?)|都?收到了(?:吗|没有?)|写什么|呢|情况|在哪[里看儿]*|(?:怎么|为什么|咋)?(?:就)?(?:没了|没有了|不见了|不在了)|被谁[删撤]了?)?$|^(?i:(?:the )?(?:units' )?work notes|how (?:do|should) (?:i|we) (?:send|write|report) (?:the |our )?work notes)$`)
)

// notesSpoken takes what is said of notes: that they are taken back, and what stands there.
func (t *turn) notesSpoken() (bool, error) {
	word := strings.TrimRight(bareWord(t.msg.Text), "?？：: ")
	if len(word) > 120 {
		return false, nil
	}
	if m := noteBack.FindStringSubmatch(word); m != nil {
		return t.takesNotesBack(strings.Join(m[1:], ""))
	}
	if !noteAsks.MatchString(word) || !t.addressed() {
		return false, nil
	}
	switch units := t.person.Units(); {
	case len(units) > 0 && !t.readsPapers():
		t.tellsNotes(t.noteUnit())
		return true, nil
	}
	return false, nil
}

// speaksOfWork are words that speak of notes, in whatever way.
var speaksOfWork = pattern.MustCompile(`工作动态|(?i:\bwork notes\b)`)

// noteUnit is the unit of the sender's that has notes today, else their first.
func (t *turn) noteUnit() (u workgroup.Unit) {
	units := t.person.Units()
	for _, id := range append([]workgroup.UnitID{units[0]}, units...) {
		if u.ID == "" || workgroup.WorkNotes.Has(t.b, workgroup.StandingKey(t.today(), id)) {
			u, _ = workgroup.Units.Get(t.b, string(id))
		}
	}
	return u
}

// tellsNotes tells what stands of a unit's work, and how it is written.
func (t *turn) tellsNotes(u workgroup.Unit) {
	if !t.private() {
		return
	}
	t.reply("say/note-own", t.noteFacts(u, t.today()))
}

// takesNotesBack takes away the notes of the unit that is named, or of the only one of the sender's that has any.
func (t *turn) takesNotesBack(named string) (bool, error) {
	var stand []workgroup.WorkNote
	of, said, ok := t.unitOfNotes(named)
	if !ok {
		return false, nil
	}
	for _, id := range t.person.Units() {
		if n, ok := workgroup.WorkNotes.Get(t.b, workgroup.StandingKey(t.today(), id)); ok && (!said || id == of.ID) {
			stand = append(stand, n)
		}
	}
	switch {
	case !t.heads(), len(stand) == 0 && !t.addressed():
		return false, nil
	case len(stand) == 0:
		return true, workgroup.Refuse(workgroup.NoteNone)
	case len(stand) > 1:
		return true, workgroup.Refuse(workgroup.NoteWhich, "units", t.unitsOfNotes(stand))
	}
	t.takesNotes(stand[0])
	if !t.private() {
		t.mark("👌")
	}
	return true, nil
}

func (t *turn) unitsOfNotes(notes []workgroup.WorkNote) (names []workgroup.Named) {
	for _, n := range notes {
		names = append(names, t.unitName(n.Unit))
	}
	return names
}

// tellNotes shows what the units have told of their work on a date to whoever writes or reviews what goes to the authorities.
func (t *turn) tellNotes(q bookQuestion) (bool, error) {
	round, ok := workgroup.Rounds.Get(t.b, string(q.date))
	switch {
	case !t.readsPapers():
		return false, nil
	case !ok:
		return true, workgroup.Refuse(workgroup.NoSummary, "date", q.date)
	}
	t.showsNotes(round, false)
	return true, nil
}

// readNotes shows them from the card of a report, to choose from for its part 四; nothing is written by that.
func (t *turn) readNotes(p workgroup.Paper, _ uint64) error {
	round, ok := workgroup.Rounds.Get(t.b, string(p.Date))
	if !ok || !t.readsPapers() {
		return workgroup.Refuse(workgroup.NotForYou)
	}
	t.showsNotes(round, p.State == workgroup.PaperDraft && workgroup.MayDraft(t.b, t.person) == nil)
	t.toast("", false, nil)
	return nil
}

// showsNotes shows the notes of a round, in messages that Telegram takes; to choose from for whoever drafts.
func (t *turn) showsNotes(round workgroup.Round, choose bool) {
	pages := t.pagesOfNotes(round)
	for i, page := range pages {
		t.reply("say/notes", workgroup.Facts{"date": round.Date, "units": page, "page": i + 1, "pages": len(pages), "n": len(workgroup.NotesOn(t.b, round)), "due": len(round.Units), "choose": choose && i == len(pages)-1})
	}
}

// mostOfPage is how many characters of notes a message shows.
const mostOfPage = 3000

// pagesOfNotes are the notes of a round, unit by unit, parted into messages; one page at least.
func (t *turn) pagesOfNotes(round workgroup.Round) (pages [][]workgroup.Facts) {
	pages = [][]workgroup.Facts{{}}
	room := mostOfPage
	for _, n := range workgroup.NotesOn(t.b, round) {
		unit, _ := round.Unit(t.b, n.Unit)
		size := len([]rune(strings.Join(n.Points, ""))) + len([]rune(unit.English)) + 20*len(n.Points)
		if last := len(pages) - 1; size > room && len(pages[last]) > 0 {
			pages, room = append(pages, []workgroup.Facts{}), mostOfPage
		}
		last := len(pages) - 1
		pages[last], room = append(pages[last], workgroup.Facts{"unit": unit.Named(), "points": n.Points, "by": t.nameOf(n.By), "at": t.Clock(n.Source.At)}), room-size
	}
	return pages
}
