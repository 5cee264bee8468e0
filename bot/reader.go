package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// heard is what was read in a text.
type heard struct {
	text    string
	in      understand.Context
	reading understand.Reading
}

// read reads a text as a clerk of this college would. What several places ask for in one turn is read once.
func (t *turn) read(text string, c understand.Context) understand.Reading {
	c.Date = string(workgroup.DateOf(t.said))
	if units := t.person.Units(); len(units) > 0 {
		c.Unit = string(units[0])
	}
	if t.msg != nil {
		c.Forwarded = t.msg.ForwardOrigin != nil
		c.Meant = t.addressed()
	}
	at := slices.IndexFunc(t.heard, func(h heard) bool { return h.text == text && h.in == c })
	if at < 0 {
		r := t.reader().Read(text, c)
		if r.Unit == "" && r.Urgent == understand.Yes {
			r.Unit = t.patientsUnit(text)
		}
		at, t.heard = len(t.heard), append(t.heard, heard{text, c, r})
	}
	return t.heard[at].reading.Copy()
}

// ours are the words with which somebody speaks of their own unit.
var ours = pattern.MustCompile(`(?i)[我本咱](?:院|处|部|系|馆|单位|中心|集团|们)|\bours?\b`)

var (
	// theirs and theirsAfter are what stands behind and before the name of a patient's unit.
	theirs      = pattern.MustCompile(`^的?(?:[一两二三四五六七八九十0-9]*[名位个])?(?:学生|同学|教师|老师|教职工|职工|教工|员工)`)
	theirsAfter = pattern.MustCompile(`\b(?:of|from|at) (?:the )?$`)
	// theirsShort stands behind the short name of a college (“护理有个学生”).
	theirsShort = pattern.MustCompile(`^(?:院|那边|那里)?(?:刚|又|也|今天|昨天)?有[一两二三四五六七八九十0-9]*[名位个]?(?:学生|同学|教师|老师|教职工|职工|教工|员工|人)`)
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
		short, college := strings.CutSuffix(u.Name, "学院")
		_, behindShort, called := strings.Cut(text, short)
		before, _, english := strings.Cut(text, strings.ToLower(u.English))
		switch {
		case !(chinese && theirs.MatchString(behind)) && !(college && called && theirsShort.MatchString(behindShort)) && !(u.English != "" && english && theirsAfter.MatchString(before)):
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
		t.reads = t.Bot.Reader(t.b)
	}
	return t.reads
}
