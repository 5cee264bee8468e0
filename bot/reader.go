package bot

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// readers keeps the reader built for the roster as it is, and the units as they were read for it. Each text is compared with
// the book byte by byte, because decoding 33 units costs ten times what reading the text does, and they seldom change.
type readers struct {
	items  []understand.Item // what the form counts in words of its own
	mu     sync.Mutex
	units  [][]byte
	reader *understand.Reader
}

// knows tells whether the kept reader was built for the units that the book holds.
func (r *readers) knows(b workgroup.Book) bool {
	n, same := 0, r.reader != nil
	b.Walk(workgroup.Units.Name, "", "", func(_ string, raw []byte) bool {
		same = same && n < len(r.units) && bytes.Equal(r.units[n], raw)
		n++
		return same
	})
	return same && n == len(r.units)
}

// learn builds the reader for the units that the book holds.
func (r *readers) learn(b workgroup.Book) {
	r.units = nil
	b.Walk(workgroup.Units.Name, "", "", func(_ string, raw []byte) bool {
		r.units = append(r.units, bytes.Clone(raw))
		return true
	})
	var known []understand.Unit
	for _, u := range workgroup.Roster(b) {
		aliases := u.Aliases
		if u.English != "" {
			aliases = append(append([]string{}, aliases...), u.English)
		}
		known = append(known, understand.Unit{ID: string(u.ID), Name: u.Name, Aliases: aliases})
	}
	r.reader = understand.New(known, r.items...)
}

// Wordings are the words of a college's forms that the reader does not know by itself: those the office has written beside its questions,
// and the names of questions that other offices do not ask.
func Wordings(forms []workgroup.Form) (items []understand.Item) {
	for _, form := range forms {
		for _, i := range form.Items {
			base, _, _ := i.Key.Parts()
			words := i.Words
			if _, usual := workgroup.Labels[base]; !usual && i.Label.Name != "" {
				words = append(slices.Clone(words), i.Label.Name)
				if i.Label.English != "" {
					words = append(words, i.Label.English)
				}
			}
			if len(words) > 0 {
				items = append(items, understand.Item{Base: base, Words: words})
			}
		}
	}
	return items
}

// read reads a text as a clerk of this college would.
func (t *turn) read(text string, c understand.Context) understand.Reading {
	c.Date = string(workgroup.DateOf(t.said))
	if units := t.person.Units(); len(units) > 0 {
		c.Unit = string(units[0])
	}
	if t.msg != nil {
		c.Forwarded = t.msg.ForwardOrigin != nil
		c.Meant = t.addressed()
	}
	r := t.reader().Read(text, c)
	if r.Unit == "" && r.Urgent == understand.Yes {
		r.Unit = t.patientsUnit(text)
	}
	return r
}

// ours are the words with which somebody speaks of their own unit.
var ours = pattern.MustCompile(`(?i)[我本咱](?:院|处|部|系|馆|单位|中心|集团|们)|\bours?\b`)

var (
	// theirs and theirsAfter are what stands behind and before the name of a patient's unit.
	theirs      = pattern.MustCompile(`^的?(?:[一两二三四五六七八九十0-9]*[名位个])?(?:学生|同学|教师|老师|教职工|职工|教工|员工)`)
	theirsAfter = pattern.MustCompile(`\b(?:of|from|at) (?:the )?$`)
	// beside are words for somebody whom the patient has met: the unit may be theirs.
	beside = pattern.MustCompile(`(?i)接触|密接|密切|一起|[与和跟同][\p{Han}]|\b(?:contacts?|with|met)\b`)
)

// patientsUnit is the one unit whose people news of a case names (“刚接到电话，一名软件学院的学生被确诊”): its patient is not the
// writer's. “” where it names none, or several, or whom the patient has met, or where its writer speaks of their own.
func (t *turn) patientsUnit(text string) string {
	if ours.MatchString(text) || beside.MatchString(text) {
		return ""
	}
	text = strings.ToLower(text)
	found := workgroup.Unit{}
	for _, u := range workgroup.Roster(t.b) {
		_, behind, chinese := strings.Cut(text, u.Name)
		before, _, english := strings.Cut(text, strings.ToLower(u.English))
		switch {
		case !(chinese && theirs.MatchString(behind)) && !(u.English != "" && english && theirsAfter.MatchString(before)):
		case found.ID == "", strings.Contains(u.Name, found.Name):
			found = u
		case !strings.Contains(found.Name, u.Name): // 继续教育学院 names no 教育学院
			return ""
		}
	}
	return string(found.ID)
}

// reader is asked of the book once a turn: what one message says is read with one roster.
func (t *turn) reader() *understand.Reader {
	if t.reads == nil {
		t.reads = t.Bot.reader(t.b)
	}
	return t.reads
}

// reader reads with the roster that a book holds.
func (bot *Bot) reader(b workgroup.Book) *understand.Reader {
	bot.readers.mu.Lock()
	defer bot.readers.mu.Unlock()
	if !bot.readers.knows(b) {
		bot.readers.learn(b)
	}
	return bot.readers.reader
}
