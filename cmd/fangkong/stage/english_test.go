package stage

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// newEnglishPlay is a play of a college that speaks English, the group as well as everybody in private, from ten to two on.
func newEnglishPlay(t *testing.T) *play {
	t.Helper()
	return englishFrom(t, "13:50")
}

// englishFrom is a play that speaks English and begins at a time of the 31st.
func englishFrom(t *testing.T, clock string, silent ...workgroup.PersonID) *play {
	t.Helper()
	return englishOf(t, fewUnits(), clock, silent...)
}

// wholeEnglish is one of the whole college.
func wholeEnglish(t *testing.T, clock string) *play {
	t.Helper()
	return englishOf(t, wholeCollege(), clock)
}

func englishOf(t *testing.T, roster *settings.Roster, clock string, silent ...workgroup.PersonID) *play {
	t.Helper()
	sample, _ := settings.Sample()
	sample.College.Language = workgroup.English
	p := newPlay(t, Options{Settings: &sample, Roster: roster, Start: on31st(t, clock)}, silent...)
	t.Cleanup(p.spoke)
	return p
}

// files makes an urgent report on the board's button, with four presses in private.
func (p *play) files(who *sandbox.Person, kind, group, since string) {
	p.t.Helper()
	p.presses(who, p.Group, "Urgent report")
	for _, answer := range []string{kind, group, since} {
		p.presses(who, nil, answer)
	}
	if toast := p.presses(who, nil, "Start the urgent report"); !strings.Contains(toast, "Opened as 急-") {
		p.t.Fatalf("opened with %q", toast)
	}
}

// rung tells whether a person has a case before them that can be taken.
func (p *play) rung(who *sandbox.Person) bool { return p.withButton(who, nil, "I take it") != nil }

// reads fails unless a message of a chat holds all the words.
func (p *play) reads(who *sandbox.Person, where sandbox.Chat, words ...string) {
	p.t.Helper()
	if p.withText(who, where, words...) == nil {
		p.t.Errorf("%s should read %q:\n%s", who.Name(), words, p.transcript(who, where))
	}
}

// answers presses a button and holds its toast against some words.
func (p *play) answers(who *sandbox.Person, label string, words ...string) {
	p.t.Helper()
	toast := p.presses(who, nil, label)
	for _, w := range words {
		if !strings.Contains(toast, w) {
			p.t.Errorf("%s pressed %q and was answered %q, not %q", who.Name(), label, toast, w)
		}
	}
}

// spoke holds what the bot wrote against English: of Chinese it may hold names, the code of a case, what has to be typed in Chinese, and
// what people said.
func (p *play) spoke() {
	p.t.Helper()
	known := []string{"急", "外", p.College.Name, p.Group.Title(), "中文", "居家隔离2人，无发热", "取消代报", "请××学院代报", "“我是”", "我是软件学院王老师"}
	for _, who := range p.Roster.People {
		known = append(known, who.Name, who.Title)
	}
	for _, u := range p.Roster.Units {
		known = append(known, append([]string{u.Name}, u.Aliases...)...)
	}
	for _, e := range p.Telegram.Transcript() {
		if !e.Bot {
			known = append(known, e.Text)
			known = append(known, strings.FieldsFunc(e.Text, func(c rune) bool { return c == '\n' || c == '|' })...)
		}
	}
	clean := strings.NewReplacer(pairs(known)...)
	for _, e := range p.Telegram.Transcript() {
		if e.Bot && strings.ContainsFunc(clean.Replace(e.Text), func(c rune) bool { return unicode.Is(unicode.Han, c) }) {
			p.t.Errorf("not in English, at %s:\n%s", e.Time.Format("15:04"), e.Text)
		}
	}
}

// pairs are words, each to be replaced by nothing; the longest first, so that none is cut by another.
func pairs(words []string) (out []string) {
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	for _, w := range words {
		if w != "" {
			out = append(out, w, "")
		}
	}
	return out
}

func TestTheLadderInEnglish(t *testing.T) {
	t.Parallel()
	p := wholeEnglish(t, "13:50")
	p.forgives("blocked")
	p.until("14:05")
	duty := p.holders(workgroup.DutyStaff)
	leader, director, leading := p.Holder(workgroup.DutyLeader), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	for _, who := range duty {
		who.Blocks()
	}
	p.settle()
	p.sees(director, nil, "nobody gets private messages", "duty staff")
	head := p.Head("ruanjian")
	p.presses(head, p.Group, "Urgent report")
	p.presses(head, nil, "Confirmed case")
	p.presses(head, nil, "Student")
	p.says(head, nil, "25 o'clock")
	p.sees(head, nil, "time")
	p.says(head, nil, "15:30")
	p.sees(head, nil, "15:30 has not come yet")
	p.presses(head, nil, "Just now")
	p.presses(head, nil, "Start the urgent report")
	p.sees(head, p.Group, "急-0131-01", "60 min", "Nobody has taken it")
	// The empty rung rings the next at once; then each in turn, and the top again until somebody takes it.
	p.sees(leader, nil, "急-0131-01", "confirmed case", "skipped: ", duty[0].Name())
	p.until("14:16")
	p.sees(director, nil, "急-0131-01", "14:10 rang "+director.Name())
	p.until("14:26")
	p.sees(leading, nil, "急-0131-01")
	p.until("14:46")
	p.sees(leading, nil, "14:40 rang ", leading.Name())
	p.until("15:06")
	if p.withText(head, p.Group, "急-0131-01", "over an hour (due by 15:05)") == nil {
		t.Errorf("the group reads:\n%s", p.transcript(head, p.Group))
	}
	p.says(director, nil, "/summary")
	p.sees(director, nil, "急-0131-01", "0/33")
	p.presses(leading, nil, "I take it")
	if p.withText(head, p.Group, "急-0131-01", leading.Name()) == nil {
		t.Errorf("the group reads:\n%s", p.transcript(head, p.Group))
	}
}

func TestACaseInEnglishToItsEnd(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	duty, director, head := p.holders(workgroup.DutyStaff), p.Holder(workgroup.Director), p.Head("ruanjian")
	p.says(head, nil, "/urgent")
	p.presses(head, nil, "Suspected case")
	p.presses(head, nil, "Student")
	p.says(head, nil, "last night at 8")
	p.presses(head, nil, "Start the urgent report")
	p.sees(head, p.Group, "over an hour", "yesterday 21:00")
	p.presses(duty[0], nil, "I take it")
	p.presses(duty[0], nil, "Later")
	p.presses(duty[0], nil, "On the way")
	p.presses(duty[0], nil, "Hand over")
	p.presses(duty[0], nil, director.Name())
	p.presses(director, nil, "I take it")
	p.presses(director, nil, "Give back")
	p.presses(duty[0], nil, "I take it")
	p.presses(duty[0], nil, "Ruled out")
	p.presses(duty[0], nil, "confirmed as reported")
	p.presses(duty[0], nil, "Correct the kind")
	p.presses(duty[0], nil, "Confirmed case")
	if toast := p.presses(duty[0], nil, "In hospital"); !strings.Contains(toast, "changed") || p.kase().Kind != workgroup.CaseConfirmed {
		t.Errorf("a menu used twice: %q, %s", toast, p.kase().Kind)
	}
	p.says(duty[0], nil, "/case 0131-01")
	if toast := p.presses(duty[0], nil, "Close"); !strings.Contains(toast, "issing") {
		t.Errorf("closed with %q", toast)
	}
	p.presses(duty[0], nil, "Community told")
	p.says(duty[0], nil, "14:06 Wang")
	p.presses(duty[0], nil, "Disease control told")
	p.presses(duty[0], nil, "Further report")
	p.says(duty[0], nil, "a sample has been taken")
	p.presses(duty[0], nil, "Calls made")
	p.says(duty[0], nil, "Wang not picked up\nLi 14:05 answered")
	p.presses(head, nil, "The person has reported to us")
	p.says(head, nil, "addition: the student is at the city hospital now")

	// The individual's leg, and a second report of the same illness.
	student := p.newcomer("Li", "Xiaoming")
	p.says(student, nil, "/urgent")
	p.presses(student, nil, "Confirmed case")
	p.presses(student, nil, "Student Affairs Office")
	p.says(student, nil, "软件学院") // the wrong button: the name puts it right
	if m := p.sees(student, nil, "School of Software", "Since when"); strings.Contains(m.Text, "Software, staff") {
		t.Errorf("the wrong unit's people are left:\n%s", m.Text)
	}
	p.presses(student, nil, "Just now")
	p.presses(student, nil, "Start the urgent report")
	p.presses(duty[0], nil, "The same case, merge")

	p.says(duty[0], nil, "/case 0131-01")
	p.presses(duty[0], nil, "Close")
	p.says(duty[0], nil, "taken to hospital")
	p.presses(duty[0], nil, "Yes, close it")
	p.sees(head, nil, "急-0131-01", "closed")
	p.sees(head, p.Group, "急-0131-01", "Closed")
	p.says(director, nil, "/summary")
	p.says(director, nil, "/case")
}
