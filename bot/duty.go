package bot

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/rota"
	"fangkong/store/workgroup"
)

// weekAhead is how many days of the roster /duty shows.
const weekAhead = 7

// dutyCommand is /duty: who is on duty, now, next and in the week, or on a date; with lines below it, it is a roster that the office
// sends.
func (t *turn) dutyCommand(string) error {
	words, headed := afterWord(t.msg.Text), rosterLines(t.msg.Text)
	if headed {
		words = t.msg.Text // its heading may say the month
	}
	date, dated := rota.DateIn(words, t.today())
	read := rota.Read(rota.Lines(words), rota.Options{Today: t.today(), Zone: t.College.Zone})
	if headed {
		read = belowHeading(read)
	}
	switch {
	case words == "":
		return t.showDuty(t.today(), weekAhead)
	case dated:
		return t.showDuty(date, 1)
	case len(read.Rows) == 0 && !headed && !strings.HasPrefix(t.msg.Text, "/"):
		return t.words() // “值班 3人” asks for nothing
	case len(read.Rows) == 0 && !headed && !strings.Contains(strings.TrimSpace(t.msg.Text), "\n"):
		return workgroup.Refuse(workgroup.NotADate, "words", words, "ahead", true)
	case !t.person.MakesRota():
		return workgroup.Refuse(workgroup.NotForYou)
	case !t.private():
		return workgroup.Refuse(workgroup.InPrivate)
	}
	r := t.College.ProposeRota(t.b, t.person, "", read.Rows, read.Faults, t.now)
	t.previewRota(t.b, t.person, r, t.now)
	return nil
}

// belowHeading counts the lines of a roster from the one below its heading, as they are counted below /duty.
func belowHeading(r rota.Reading) rota.Reading {
	for i := range r.Rows {
		r.Rows[i].Line--
	}
	for i := range r.Faults {
		r.Faults[i].Line--
	}
	return r
}

// afterWord is what follows the command or the word for it, with its lines.
func afterWord(text string) string {
	text = strings.TrimSpace(text)
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		return ""
	}
	return strings.TrimSpace(text[end:])
}

// headsRoster is how people call a roster of duty.
var headsRoster = pattern.MustCompile(`值班表|值班安排|排班表|值班名单|(?i:\bduty roster\b)`)

// rosterLines tells whether a text is headed as a roster (“2月值班表”) and has lines below.
func rosterLines(text string) bool {
	head, rest, several := strings.Cut(strings.TrimSpace(text), "\n")
	return several && strings.TrimSpace(rest) != "" && headsRoster.MatchString(head) && utf8.RuneCountInString(head) <= 30
}

// showDuty answers in private, with telephone numbers. Whoever cannot be answered there reads the duty phone in the group: the group
// names nobody.
func (t *turn) showDuty(first workgroup.Date, days int) error {
	text := "say/duty"
	if days == 1 {
		text = "say/duty-on"
	}
	if t.private() || t.person.Reachable() {
		t.whisper(text, t.College.DutyFacts(t.b, first, days, t.now), t.dutyButtons(days)...)
		return nil
	}
	t.reply("say/duty-group", workgroup.Facts{"phone": t.dutyPhone(), "bot": t.Username})
	return nil
}

// dutyPhone is the number to call now.
func (t *turn) dutyPhone() string { return t.College.PhoneNow(t.b, t.now) }

// dutyButtons are what the sender may do about the roster: check in or hand over where that is still to be done, give a shift of
// theirs to another, or take a running one's place.
func (t *turn) dutyButtons(days int) [][]workgroup.Button {
	var rows [][]workgroup.Button
	if days == 1 {
		return nil
	}
	running := workgroup.ShiftsAt(t.b, t.now)
	for _, s := range workgroup.ShiftsBetween(t.b, t.now.AddDate(0, 0, -1), t.now.Add(time.Nanosecond)) {
		switch _, err := workgroup.MayHandOver(t.b, s.Key(), t.person, t.now); {
		case err == nil:
			rows = append(rows, []workgroup.Button{{Label: "button/handover", Verb: "handover", Object: s.Key()}})
		case s.Runs(t.now) && s.Has(t.person.ID) && !slices.ContainsFunc(s.Arrived, func(a workgroup.Act) bool { return a.By == t.person.ID }):
			rows = append(rows, []workgroup.Button{{Label: "button/arrive", Verb: "arrive", Object: s.Key()}})
		}
	}
	on := slices.ContainsFunc(running, func(s workgroup.Shift) bool { return s.Has(t.person.ID) })
	for _, s := range running {
		for _, id := range s.Crew() {
			if on || !t.person.DoesDuty() || len(rows) >= 6 {
				continue
			}
			p, _ := workgroup.People.Get(t.b, string(id))
			rows = append(rows, []workgroup.Button{{Label: "button/take-place", Facts: workgroup.Facts{"name": p.Name}, Verb: "standin",
				Object: string(s.Date()) + "/" + string(id), Version: s.Number}})
		}
	}
	mine := 0
	for _, s := range workgroup.ShiftsBetween(t.b, t.now, t.now.AddDate(0, 0, weekAhead)) {
		if s.From.After(t.now) && s.Has(t.person.ID) && mine < 5 {
			rows = append(rows, []workgroup.Button{{Label: "button/swap", Facts: t.College.SpanFacts(workgroup.Span{From: s.From, To: s.To}), Verb: "swap", Object: s.Key()}})
			mine++
		}
	}
	return rows
}
