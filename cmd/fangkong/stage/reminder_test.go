package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// told are the bot's messages to somebody in a chat since a time of day.
func (p *play) told(who *sandbox.Person, where sandbox.Chat, since string) []string {
	p.t.Helper()
	at, err := time.ParseInLocation("15:04:05", since, p.College.Zone)
	if err != nil {
		p.t.Fatal(err)
	}
	now := p.Now()
	from := time.Date(now.Year(), now.Month(), now.Day(), at.Hour(), at.Minute(), at.Second(), 0, p.College.Zone)
	var out []string
	for _, m := range who.Sees(where) {
		if m.From.Bot && m.Service == "" && !m.Date.Before(from) {
			out = append(out, m.Text)
		}
	}
	return out
}

func holds(texts []string, words ...string) bool {
	return slices.ContainsFunc(texts, func(text string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
	})
}

// everybody files a zero report for all units but those named, through the rules; whenever that is, they said so in time.
func (p *play) everybody(but ...workgroup.UnitID) {
	p.t.Helper()
	now := p.Now()
	said := now
	if at, err := p.Next("14:10"); err == nil && at.Day() != now.Day() {
		said = at.AddDate(0, 0, -1)
	}
	err := p.Store.Update(func(b workgroup.Book) error {
		round := p.College.OpenRound(b, workgroup.DateOf(now), nil, now)
		for _, u := range workgroup.Roster(b) {
			if _, filed := workgroup.FiledOn(b, round.Date, u.ID); filed || slices.Contains(but, u.ID) {
				continue
			}
			who := workgroup.Speakers(b, u.ID)[0]
			p.College.File(b, round, workgroup.Filing{Unit: u, Date: round.Date, By: who, Zero: true, At: said, Now: now,
				Figures: p.College.FormOn(round.Date).Zeros(u.Kind)})
		}
		return nil
	})
	if err != nil {
		p.t.Fatal(err)
	}
	p.Courier.Kick()
	p.settle()
}

// Each step names only those who still owe, in the group for the eye and in private for the ear.
func TestRemindersGoOnlyToThoseWhoOwe(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:10")
	p.everybody("ruanjian", "jidian", "xuesheng")
	he, song, nurse := p.Head("ruanjian"), p.Head("jidian"), p.Head("huli")

	p.until("14:20")
	p.sees(he, nil, "软件学院还未报送今日疫情信息", "14:30")
	p.sees(song, nil, "机电工程学院还未报送")
	p.sees(he, p.Group, "还有 3 个单位未报", "机电工程学院、软件学院、学生处")
	p.zero("jidian")

	p.until("14:30")
	p.sees(he, nil, "14:30 已到，软件学院未报", "此后记为逾时")
	p.sees(he, p.Group, "已报 31/33", "软件学院、学生处")
	if texts := p.told(song, nil, "14:21:00"); len(texts) != 0 {
		t.Errorf("a unit that filed was reminded: %q", texts)
	}
	if texts := p.told(nurse, nil, "14:00:30"); len(texts) != 0 {
		t.Errorf("a unit that had filed was reminded: %q", texts)
	}
	// The lead units hear who is missing below them, and have their sheet at hand.
	lead := p.Head("renshi")
	if texts := p.told(lead, nil, "14:29:00"); !holds(texts, "人事处：教职工汇总已收 31/33", "未报：软件学院、学生处", "15:00") {
		t.Errorf("lead unit at 14:30: %q", texts)
	}

	p.until("14:45")
	if texts := p.told(lead, nil, "14:44:00"); !holds(texts, "汇总还未报送", "软件学院、学生处", "如实列为未报") {
		t.Errorf("lead unit at 14:45: %q", texts)
	}
	if texts := p.told(he, nil, "14:44:00"); len(texts) != 0 {
		t.Errorf("heads are not told at 14:45: %q", texts)
	}

	p.until("15:00")
	p.sees(he, p.Group, "截至 15:00，已报 31/33", "未报：软件学院、学生处", "未报汇总：学生处、人事处、后勤集团", "值班员将电话联系")
	for _, who := range []*sandbox.Person{p.Holder(workgroup.DutyStaff), p.Holder(workgroup.Director)} {
		p.sees(who, nil, "未报，请电话联系", "软件学院", p.phone("he-wangqiao"), "未报汇总", p.phone("xie-silan"))
	}
	if texts := p.told(nurse, nil, "14:59:00"); len(texts) != 0 {
		t.Errorf("heads are not told the list of 15:00: %q", texts)
	}
}

func (p *play) phone(id workgroup.PersonID) string {
	for _, who := range p.Roster.People {
		if who.ID == id {
			return who.Name + " " + who.Phone
		}
	}
	return "nobody"
}

// When all is in nobody is reminded of anything.
func TestSilentWhenNobodyOwes(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("13:55")
	p.everybody()
	p.until("14:10")
	for _, lead := range []workgroup.UnitID{"xuesheng", "renshi", "houqin"} {
		p.sheet(p.Head(lead))
	}
	posts := len(p.Group.Posts())
	p.until("15:01")
	if after := p.Group.Posts(); len(after) != posts {
		t.Errorf("posts in the group although all is in: %+v", after[posts:])
	}
	for _, who := range []*sandbox.Person{p.Head("ruanjian"), p.Head("renshi"), p.Holder(workgroup.DutyStaff), p.Holder(workgroup.Director)} {
		if texts := p.told(who, nil, "14:15:00"); len(texts) != 0 {
			t.Errorf("%s is told although all is in: %q", who.Name(), texts)
		}
	}
	p.saysBoard("33/33", "各单位均已报送")
}

// Whoever filed early is not asked at 14:00; whoever has no private chat is on the board, and can act there.
func TestWhoGetsAPrivateReminder(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()}, "he-wangqiao", "xie-silan")
	p.until("13:55")
	song := p.Head("jidian")
	p.says(song, nil, "零报告")
	p.presses(song, nil, "确认报送")
	p.until("14:01")
	if texts := p.told(song, nil, "13:59:00"); len(texts) != 0 {
		t.Errorf("filed at 13:55 and reminded: %q", texts)
	}
	if texts := p.told(p.Person("dong-yunxi"), nil, "13:59:00"); len(texts) != 0 {
		t.Errorf("the other head of a unit that filed was reminded: %q", texts)
	}
	he := p.Person("he-wangqiao")
	if seen := he.Sees(nil); len(seen) != 0 {
		t.Errorf("written to without a private chat: %v", seen)
	}
	p.saysBoard("1/33", "软件学院")
	p.zero("ruanjian")
	p.wait(time.Minute)
	p.saysBoard("2/33")
}

// A filing takes back the letters that still say the unit owes.
func TestLettersAreWithdrawnWhenTheUnitFiles(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.everybody("ruanjian")
	now := p.Now()
	he := p.Head("ruanjian")
	err := p.Store.Update(func(b workgroup.Book) error {
		who, _ := workgroup.PersonOf(b, he.ID())
		p.College.Tell(b, who, workgroup.Letter{Text: "say/owe-again", Written: now, About: workgroup.Ref{Object: workgroup.OwedBy("2020-01-31", "ruanjian")},
			Facts: workgroup.Facts{"unit": workgroup.Named{Name: "软件学院"}, "pending": false, "units_by": "14:30"}})
		round, _ := workgroup.Rounds.Get(b, "2020-01-31")
		u, _ := workgroup.Units.Get(b, "ruanjian")
		p.College.File(b, round, workgroup.Filing{Unit: u, Date: round.Date, By: who, Zero: true, Figures: workgroup.Figures{}, At: now, Now: now})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	p.Courier.Kick()
	p.wait(time.Minute)
	if texts := p.told(he, nil, "14:04:00"); holds(texts, "还未报送") {
		t.Errorf("told that it owes after it filed: %q", texts)
	}
}

// A step slept through is not sent late; the latest one still useful is, once, and the summary says both.
func TestStepsWhileTheBotWasDown(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	must(t, p.Fall())
	must(t, p.Skip("14:33"))
	must(t, p.Raise())
	p.settle()
	he, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	if texts := p.told(he, nil, "14:06:00"); len(texts) != 1 || !strings.Contains(texts[0], "14:30 已到，软件学院未报") {
		t.Errorf("on return the head is told once: %q", texts)
	}
	if texts := p.told(he, p.Group, "14:06:00"); len(texts) != 1 {
		t.Errorf("on return the group is told once: %q", texts)
	}
	p.says(director, nil, "/summary")
	p.sees(director, nil, "助手停机，漏发：再次提醒", "14:30 的提醒（单位截止）因停机，14:33 补发")
	must(t, p.Fall())
	must(t, p.Raise())
	p.wait(time.Minute)
	if texts := p.told(he, nil, "14:06:00"); len(texts) != 1 {
		t.Errorf("a second restart told it again: %q", texts)
	}
}

// Down over the whole afternoon: what was missed is on record, and the day can still be reported on.
func TestDownUntilTheEvening(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("13:55")
	must(t, p.Fall())
	must(t, p.Skip("18:00"))
	must(t, p.Raise())
	p.settle()
	director, he := p.Holder(workgroup.Director), p.Head("ruanjian")
	p.reads(director, nil, "未报，请电话联系")
	p.reads(director, nil, "研判材料 v1　18:00 冻结", "报送 0/11") // no meeting begins without one
	if p.withText(he, p.Group, "13:55—18:00 助手停机", "18:30 后算逾时，19:00 起算迟报") == nil {
		t.Errorf("the board does not say from when it counts:\n%s", p.transcript(he, p.Group))
	}
	p.zero("ruanjian")
	p.until("18:31")
	p.zero("jidian")
	p.until("19:00")
	p.zero("huli")
	for unit, want := range map[workgroup.UnitID]workgroup.Mark{"ruanjian": workgroup.OnTime, "jidian": workgroup.Overdue, "huli": workgroup.Late} {
		if s, _ := p.filed(unit); s.Mark != want {
			t.Errorf("%s is %q, want %q", unit, s.Mark, want)
		}
	}
	p.says(director, nil, "汇总")
	p.sees(director, nil, "漏发：首次提醒、再次提醒、单位截止、牵头单位提醒", "15:00 的提醒（汇总截止）因停机，18:00 补发")
}
