package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// newcomer is somebody the roster does not know, in the group.
func (p *play) newcomer(last, first string) *sandbox.Person {
	who := p.Telegram.Person(last, first)
	who.Joins(p.Group)
	p.settle()
	return who
}

func TestTheCodeMakesTheFirstAdministratorOnce(t *testing.T) {
	p := newPlay(t, Options{Strangers: []workgroup.PersonID{"liang-wangzhou"}})
	p.update(func(b workgroup.Book) { workgroup.IssueCode(b, "ABCDEF234567") })
	first, second := p.Person("liang-wangzhou"), p.newcomer("钱", "多")

	before := p.shelves()
	p.says(first, p.Group, "/start@fangkong_bot ABCDEF234567")
	p.sees(first, p.Group, "还不认识您") // a code is used in private only
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
	office := workgroup.PersonID("zhao-wangpu")
	for name, say := range map[string]func(*play, *sandbox.Person){
		"in the group": func(p *play, who *sandbox.Person) {
			p.says(who, p.Group, "我是软件学院何老师")
			p.sees(who, p.Group, "已转防控办", "软件学院", "私聊")
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
	for label, want := range map[string]workgroup.Role{"登记为负责人": workgroup.Head, "登记为副职": workgroup.Deputy, "拒绝": ""} {
		t.Run(label, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			who := p.newcomer("孔", "明")
			p.says(who, nil, "我是软件学院孔明")
			p.presses(p.Holder(workgroup.Director), nil, label)
			person, known := p.account(who)
			if want == "" {
				p.sees(who, nil, "没有通过")
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
	p := newPlay(t, Options{})
	who := p.newcomer("孔", "明")
	p.says(who, nil, "我是软件学院孔明")
	letter := p.withButton(p.Holder(workgroup.Director), nil, "登记为负责人")
	data := letter.Buttons[len(letter.Buttons)-2][0].Data
	before := p.shelves()
	for _, forger := range []*sandbox.Person{who, p.Head("ruanjian"), p.Holder(workgroup.Inspector)} {
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
	p := newPlay(t, Options{})
	p.until("14:01")
	who := p.newcomer("孔", "明")
	before := p.shelves()
	p.says(who, p.Group, "软件学院 零报告")
	p.sees(who, p.Group, "还不认识您")
	p.silent(who, p.Group, "a stranger again", func() {
		for _, words := range []string{"软件学院 零报告", "/report", "/help", "/whoami", "/nonsense", "大家好", "收到"} {
			p.says(who, p.Group, words)
		}
	})
	p.unchanged(before, "a stranger in the group")
}
