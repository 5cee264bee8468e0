package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// newcomer is somebody the roster does not know, in the group.
func (p *play) newcomer(last, first string) *sandbox.Person {
	who := p.Telegram.Person(last, first)
	who.Joins(p.Group)
	p.settle()
	return who
}

// marked fails unless a message in the group has the bot's reaction; none for “”.
func (p *play) marked(said *sandbox.Message, emoji string) {
	p.t.Helper()
	for _, m := range p.Head("ruanjian").Sees(p.Group) {
		if m.ID != said.ID {
			continue
		}
		if got := strings.Join(m.Reactions, ""); got != emoji {
			p.t.Errorf("%q is marked %q, not %q", said.Text, got, emoji)
		}
	}
}

// joining are the joining cards that stand in the group.
func (p *play) joining() (out []sandbox.Message) {
	for _, m := range p.Group.Standing() {
		if strings.Contains(m.Text, "还没登记的") {
			out = append(out, m)
		}
	}
	return out
}

func TestTheCodeMakesTheFirstAdministratorOnce(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Strangers: []workgroup.PersonID{"liang-wangzhou"}})
	p.update(func(b workgroup.Book) { workgroup.IssueCode(b, "ABCDEF234567") })
	first, second := p.Person("liang-wangzhou"), p.newcomer("钱", "多")

	before := p.shelves()
	p.says(first, p.Group, "/start@fangkong_bot ABCDEF234567")
	p.sees(first, p.Group, "还没登记的") // a code is used in private only
	p.says(first, nil, "/start WRONG")
	p.sees(first, nil, "口令不对")
	p.unchanged(before, "a wrong code")

	first.Starts("ABCDEF234567")
	p.settle()
	p.sees(first, nil, "首位管理员")
	who, ok := p.account(first)
	if !ok || who.ID != "liang-wangzhou" || !who.Holds(workgroup.Admin) || !who.Reachable() {
		t.Errorf("the roster's administrator should be who used the code, got %+v", who)
	}
	before = p.shelves()
	second.Starts("ABCDEF234567")
	p.settle()
	p.sees(second, nil, "用过")
	p.unchanged(before, "a used code")
	// The administrator's own link again is a welcome, nothing more.
	first.Starts("ABCDEF234567")
	p.settle()
	p.sees(first, nil, "管理员")
	if n := p.events(workgroup.CodeUsed); n != 1 {
		t.Errorf("the code was used %d times", n)
	}
}

func TestAClaimMadeBeforeTheCodeLeavesTheAdministratorWhole(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Strangers: []workgroup.PersonID{"liang-wangzhou"}})
	p.update(func(b workgroup.Book) { workgroup.IssueCode(b, "ABCDEF234567") })
	who := p.newcomer("何", "新")
	p.says(who, nil, "我是软件学院何新")
	office := p.Person("zhao-wangpu")
	old := *p.withButton(office, nil, "登记为负责人")
	who.Starts("ABCDEF234567")
	p.settle()
	press, err := office.Presses(&old, "登记为负责人")
	must(t, err)
	p.settle()
	if text, _, ok := press.Answered(); !ok || !strings.Contains(text, "处理过") {
		t.Errorf("a claim of somebody known by now: %q", text)
	}
	if admin, _ := p.account(who); !admin.Holds(workgroup.Admin) || admin.Holds(workgroup.Head) {
		t.Errorf("the administrator became %+v", admin)
	}
}

func TestSayingWhoOneIs(t *testing.T) {
	t.Parallel()
	office := workgroup.PersonID("zhao-wangpu")
	for name, say := range map[string]func(*play, *sandbox.Person){
		"in the group": func(p *play, who *sandbox.Person) {
			said := p.says(who, p.Group, "我是软件学院何老师")
			p.marked(said, "👌")
			p.sees(who, p.Group, "1 人已申请", "私聊")
		},
		"in private": func(p *play, who *sandbox.Person) {
			p.says(who, nil, "我是软件学院何老师")
			p.sees(who, nil, "已转防控办", "软件学院")
		},
		"by button": func(p *play, who *sandbox.Person) {
			who.Starts()
			p.settle()
			p.presses(who, nil, "我是…")
			p.presses(who, nil, "软件学院")
			p.sees(who, nil, "请回复您的姓名")
			p.says(who, nil, "12345")
			p.sees(who, nil, "请回复您的姓名")
			p.says(who, nil, "何望桥")
			p.sees(who, nil, "已转防控办")
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlay(t, Options{Strangers: []workgroup.PersonID{"he-wangqiao"}}, "he-wangqiao")
			p.until("14:05")
			who := p.Person("he-wangqiao")
			say(p, who)
			if _, known := p.account(who); known {
				t.Fatal("known before the office decided")
			}
			for _, decider := range p.holders(workgroup.Admin, workgroup.Director, workgroup.Staff) {
				p.sees(decider, nil, "申请登记", "软件学院")
			}
			if toast := p.presses(p.Person(office), nil, "是 何望桥"); !strings.Contains(toast, "已登记") {
				t.Errorf("approved with %q", toast)
			}
			person, ok := p.account(who)
			if !ok || person.ID != "he-wangqiao" {
				t.Fatalf("approved as %+v", person)
			}
			// The other person of the office decides too: nothing happens, and they are told.
			before := p.shelves()
			if toast := p.presses(p.Holder(workgroup.Director), nil, "拒绝"); !strings.Contains(toast, "处理过") {
				t.Errorf("the second decision: %q", toast)
			}
			p.unchanged(before, "a second decision")
			// Who is approved files at once.
			who.Starts()
			p.settle()
			p.presses(who, p.Group, "零报告")
			p.wait(2 * time.Second)
			if toast := p.presses(who, p.Group, "零报告"); !strings.Contains(toast, "已报送：软件学院") {
				t.Errorf("filed with %q", toast)
			}
		})
	}
}

func TestTheOfficesDecisions(t *testing.T) {
	t.Parallel()
	for label, want := range map[string]workgroup.Role{"登记为负责人": workgroup.Head, "登记为副职": workgroup.Deputy, "拒绝": ""} {
		t.Run(label, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			who := p.newcomer("孔", "明")
			p.says(who, nil, "我是软件学院孔明")
			p.presses(p.Holder(workgroup.Director), nil, label)
			person, known := p.account(who)
			if want == "" {
				p.sees(who, nil, "未获通过")
				if known {
					t.Errorf("refused, and known as %+v", person)
				}
				before := p.shelves()
				p.says(who, nil, "软件学院 零报告")
				p.unchanged(before, "a report of somebody who was refused")
				return
			}
			p.sees(who, nil, "已登记：孔明")
			if !known || !person.Holds(want) || !person.Speaks("ruanjian") || !person.Reachable() {
				t.Fatalf("approved as %+v", person)
			}
			p.says(who, nil, "零报告")
			p.presses(who, nil, "确认报送")
			if s, ok := p.filed("ruanjian"); !ok || s.By != person.ID {
				t.Errorf("filed %+v", s)
			}
		})
	}
}

func TestAClaimMadeTwiceIsOneClaim(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	who, office := p.newcomer("孔", "明"), p.Holder(workgroup.Director)
	p.says(who, p.Group, "我是软件学院孔明")
	old := *p.withButton(office, nil, "登记为负责人")
	p.says(who, nil, "我是护理学院孔明")
	if n := len(p.shelves("claims")); n != 1 {
		t.Errorf("%d claims", n)
	}
	press, err := office.Presses(&old, "登记为负责人")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "已有变化") {
		t.Errorf("the claim as it was first: %q", text)
	}
	p.presses(office, nil, "登记为负责人")
	if person, _ := p.account(who); !person.Speaks("huli") || person.Speaks("ruanjian") {
		t.Errorf("approved as %+v", person)
	}
}

func TestTwoPeopleClaimToBeOneOfTheRoster(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Strangers: []workgroup.PersonID{"he-wangqiao"}}, "he-wangqiao")
	first, second, office := p.Person("he-wangqiao"), p.newcomer("何", "望桥"), p.Holder(workgroup.Director)
	p.says(second, nil, "我是软件学院何望桥")
	forger := *p.withButton(office, nil, "是 何望桥")
	p.says(first, nil, "我是软件学院何望桥")
	p.presses(office, nil, "是 何望桥")
	press, err := office.Presses(&forger, "是 何望桥")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "处理过") {
		t.Errorf("the place is taken: %q", text)
	}
	if who, _ := p.account(first); who.ID != "he-wangqiao" {
		t.Errorf("the first is %+v", who)
	}
	if who, known := p.account(second); known {
		t.Errorf("the second is %+v", who)
	}
}

func TestAHeadWithANewTelephoneStaysThePerson(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:01")
	old, office := p.Person("he-wangqiao"), p.Holder(workgroup.Director)
	fresh := p.newcomer("何", "望桥")
	p.says(fresh, nil, "我是软件学院何老师")
	if m := p.withButton(office, nil, "换了号"); m != nil {
		t.Error("a surname is not enough to take over a bound account")
	}
	p.says(fresh, nil, "我是软件学院何望桥")
	p.presses(office, nil, "换了号")
	if who, _ := p.account(fresh); who.ID != "he-wangqiao" || who.Telegram != fresh.ID() || !who.Reachable() {
		t.Errorf("the new telephone is %+v", who)
	}
	if who, known := p.account(old); known {
		t.Errorf("the old telephone is still %+v", who)
	}
	before := p.shelves("reports", "drafts")
	p.says(old, nil, "零报告")
	p.sees(old, nil, "还不认识您")
	if after := p.shelves("reports", "drafts"); len(after) != len(before) {
		t.Error("the old telephone files still")
	}
	n := p.count(old, nil)
	p.until("14:20")
	p.sees(fresh, nil, "还未报送")
	if p.count(old, nil) != n {
		t.Error("the old telephone is still reminded")
	}
	p.sound()
}

func TestAClaimWaitsForAnOfficeThatIsNotThereYet(t *testing.T) {
	t.Parallel()
	silent := []workgroup.PersonID{"lv-jinglin", "zhao-wangpu", "zhu-sixi", "liang-wangzhou"}
	p := newPlay(t, Options{}, silent...)
	who := p.newcomer("孔", "明")
	p.says(who, nil, "我是软件学院孔明")
	office := p.Person("zhao-wangpu")
	office.Starts()
	p.settle()
	p.presses(office, nil, "登记为负责人")
	if person, _ := p.account(who); !person.Speaks("ruanjian") {
		t.Errorf("approved as %+v", person)
	}
}

func TestOnlyTheOfficeDecides(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	who := p.newcomer("孔", "明")
	p.says(who, nil, "我是软件学院孔明")
	letter := p.withButton(p.Holder(workgroup.Director), nil, "登记为负责人")
	data := letter.Buttons[len(letter.Buttons)-2][0].Data
	forgers := []*sandbox.Person{who, p.Head("ruanjian"), p.Holder(workgroup.Inspector)}
	for _, forger := range forgers[1:] {
		forger.Starts() // whoever presses has a message of the bot to press
	}
	p.settle()
	before := p.shelves()
	for _, forger := range forgers {
		m := forger.Last(nil)
		press, err := forger.PressesData(m, data)
		must(t, err)
		p.settle()
		if text, alert, ok := press.Answered(); !ok || !alert || text == "" {
			t.Errorf("%s approved with %q", forger.Name(), text)
		}
	}
	p.unchanged(before, "a decision by somebody else")
}

func TestAStrangerInTheGroupIsToldOnce(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:01")
	who := p.newcomer("孔", "明")
	before := p.shelves()
	p.says(who, p.Group, "软件学院 零报告")
	p.sees(who, p.Group, "还没登记的", "没有收下")
	p.silent(who, p.Group, "a stranger again", func() {
		for _, words := range []string{"软件学院 零报告", "/report", "/help", "/whoami", "/nonsense", "大家好", "收到"} {
			p.says(who, p.Group, words)
		}
	})
	p.unchanged(before, "a stranger in the group")
}

// Thirty-three heads say who they are within five minutes, and five people whom nobody knows report: one message more
// stands in the group, and the office has everything.
func TestAFirstDayLeavesOneMessage(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("13:55")
	standing := len(p.Group.Standing())
	var claims []*sandbox.Message
	var asked []sandbox.Message
	var last *sandbox.Person
	for i, u := range p.Roster.Units {
		last = p.newcomer("新", strings.Repeat("甲", 1+i/10)+string([]rune("乙丙丁戊己庚辛壬癸子")[i%10]))
		claims = append(claims, last.Says(p.Group, "我是"+u.Name+last.Name()))
		if i%7 == 3 {
			stranger := p.newcomer("外", "人")
			stranger.Says(p.Group, "软件学院 零报告")
			stranger.Says(p.Group, "/report")
		}
		p.wait(8 * time.Second)
	}
	p.wait(2 * time.Minute)
	if n := len(p.Group.Standing()) - standing; n != 2 { // the board of 14:00 is the other
		t.Errorf("%d messages more stand in the group", n)
	}
	for _, m := range claims {
		p.marked(m, "👌")
	}
	card := p.joining()[0]
	if !strings.Contains(card.Text, "33 人已申请") || !strings.Contains(card.Text, "没有收下") || strings.Contains(card.Text, "新甲") || card.ReplyTo != claims[32].ID {
		t.Errorf("the card replies to %d: %s", card.ReplyTo, card.Text)
	}
	director := p.Holder(workgroup.Director)
	for _, office := range append(p.holders(workgroup.Admin, workgroup.Staff), director) {
		asked = nil
		for _, m := range office.Sees(nil) {
			if strings.Contains(m.Text, "申请登记") {
				asked = append(asked, m)
			}
		}
		if len(asked) != 33 {
			t.Errorf("%s has %d claims", office.Name(), len(asked))
		}
	}
	// Nobody new needs it: it stays where it is, and counts down.
	p.pressesThat(director, asked[0], "登记为负责人")
	p.wait(time.Minute)
	if now := p.joining(); len(now) != 1 || now[0].ID != card.ID || !strings.Contains(now[0].Text, "32 人已申请") {
		t.Errorf("after a decision: %+v", now)
	}
	// With the day it goes, and nothing brings it back but somebody new.
	p.until("00:01")
	p.pressesThat(director, asked[1], "登记为负责人")
	p.wait(time.Minute)
	if now := p.joining(); len(now) != 0 {
		t.Errorf("after the day: %+v", now)
	}
	p.says(p.newcomer("孔", "明"), p.Group, "我是软件学院孔明")
	if now := p.joining(); len(now) != 1 || !strings.Contains(now[0].Text, "32 人已申请") {
		t.Errorf("the next day: %+v", now)
	}
}

// A stranger cannot keep the office's telephones ringing with names.
func TestThreeClaimsADayArePassedOn(t *testing.T) {
	t.Parallel()
	for name, private := range map[string]bool{"in private": true, "in the group": false} {
		t.Run(name, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			who, office := p.newcomer("孔", "明"), p.Holder(workgroup.Director)
			var where sandbox.Chat
			if !private {
				where = p.Group
			}
			for _, as := range []string{"孔一", "孔二", "孔二", "孔三"} {
				p.says(who, where, "我是软件学院"+as)
			}
			rung := p.count(office, nil)
			if n := p.events(workgroup.ClaimMade); n != 3 {
				t.Errorf("%d claims", n)
			}
			before := p.shelves()
			for _, as := range []string{"孔四", "孔五"} {
				said := p.says(who, where, "我是软件学院"+as)
				if !private {
					p.marked(said, "🙏")
					p.sees(who, where, "最多申请三次", "值班电话 0392-0000000")
					continue
				}
				p.sees(who, where, "今天已申请过三次，请等防控办处理", "值班电话 0392-0000000")
			}
			p.unchanged(before, "a fourth claim")
			if p.count(office, nil) != rung {
				t.Error("the office was rung again")
			}
			if n := len(p.joining()); !private && n != 1 {
				t.Errorf("%d cards", n)
			}
			// Tomorrow is another day.
			p.until("08:00")
			p.says(who, where, "我是软件学院孔四")
			if p.events(workgroup.ClaimMade) != 4 {
				t.Error("not passed on the next day")
			}
		})
	}
}

// An account that somebody else takes over is told, and the office is asked twice before it gives the director's away; the card says whom the
// same account has called itself before.
func TestWhoseAccountIsTakenOverHearsOfIt(t *testing.T) {
	t.Parallel()
	for lang, words := range map[workgroup.Language][6]string{
		workgroup.Chinese: {"还自称过：李老师", "换了号", "向本人核实", "换到另一个号", "撤销", "已恢复到这个号"},
		workgroup.English: {"also called itself 李老师", "new account", "call them first", "to another account", "Undo", "with this account again"},
	} {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			sample, _ := settings.Sample()
			sample.College.Language = lang
			p := newPlay(t, Options{Settings: &sample})
			p.until("13:00")
			director, office := p.Holder(workgroup.Director), p.Person("zhao-wangpu")
			stranger := p.newcomer("李", "四")
			p.says(stranger, nil, "我是软件学院李老师")
			p.says(stranger, nil, "我是防控办"+director.Name())
			card := p.sees(office, nil, words[0])
			if toast := p.pressesThat(office, card, words[1]); !strings.Contains(toast, words[2]) {
				t.Errorf("the director's account is given away with %q", toast)
			}
			if toast := p.pressesThat(office, card, words[1]); !strings.Contains(toast, words[2]) {
				t.Errorf("a double press: %q", toast)
			}
			if _, known := p.account(stranger); known {
				t.Fatal("given away by one press")
			}
			p.wait(2 * time.Second)
			p.pressesThat(office, card, words[1])
			if who, _ := p.account(stranger); who.ID != "lv-jinglin" {
				t.Fatalf("the second press makes them %+v", who)
			}
			p.sees(director, nil, words[3])
			p.presses(office, nil, words[4])
			p.sees(director, nil, words[5])
			if _, known := p.account(director); !known {
				t.Error("the director is nobody")
			}
			p.sound()
		})
	}
}
