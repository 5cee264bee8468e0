package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// offered are the names of the commands that Telegram offers somebody in a chat.
func offered(who *sandbox.Person, where sandbox.Chat) (out []string) {
	for _, line := range who.Menu(where) {
		name, _, _ := strings.Cut(line, " ")
		out = append(out, name)
	}
	return out
}

// menuCalls counts how often a menu was set or taken away.
func (p *play) menuCalls() (n int) {
	for _, c := range p.Telegram.Calls() {
		if c.Method == "setMyCommands" || c.Method == "deleteMyCommands" {
			n++
		}
	}
	return n
}

func TestEverybodyIsOfferedWhatTheyMayDo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Menus: true})
	office, head, duty, inspector := p.Holder(workgroup.Staff), p.Person("xie-silan"), p.zhang(), p.Holder(workgroup.Inspector)
	stranger := p.newcomer("张", "三")
	for _, c := range []struct {
		who  *sandbox.Person
		has  []string
		lack []string
	}{
		{office, []string{"people", "invite", "doctor", "notice", "summary"}, []string{"report", "start"}},
		{head, []string{"report", "urgent", "board", "help"}, []string{"people", "summary", "invite", "doctor"}},
		{duty, []string{"duty", "case", "urgent"}, []string{"report", "people"}},
		{inspector, []string{"summary", "receipts"}, []string{"people", "notice", "report"}},
		{stranger, []string{"urgent", "whoami", "help"}, []string{"report", "board", "people"}},
	} {
		menu := offered(c.who, nil)
		p.says(c.who, nil, "/help")
		help := p.sees(c.who, nil, "/urgent").Text
		for _, name := range append(c.has, c.lack...) {
			if strings.Contains(help, "/"+name+" ") != slices.Contains(c.has, name) {
				t.Errorf("/%s for %s: the help says\n%s", name, c.who.Name(), help)
			}
		}
		for _, name := range c.has {
			if !slices.Contains(menu, name) {
				t.Errorf("%s is not offered /%s: %v", c.who.Name(), name, menu)
			}
		}
		for _, name := range c.lack {
			if slices.Contains(menu, name) {
				t.Errorf("%s is offered /%s: %v", c.who.Name(), name, menu)
			}
		}
	}
	if group := offered(office, p.Group); !slices.Contains(group, "report") || slices.Contains(group, "people") {
		t.Errorf("the group is offered %v", group)
	}
	// In the language in which the bot speaks with them, at once.
	if menu := head.Menu(nil); !slices.Contains(menu, "board 今日报送看板") {
		t.Errorf("in Chinese it reads %q", menu)
	}
	n := p.menuCalls()
	p.wait(time.Hour)
	if p.menuCalls() != n {
		t.Error("a menu is set again though nothing has changed")
	}
	p.says(head, nil, "/language")
	p.presses(head, nil, "English")
	if menu := head.Menu(nil); !slices.Contains(menu, "board Today’s board") {
		t.Errorf("in English it reads %q", menu)
	}
	if p.menuCalls() != n+1 {
		t.Errorf("%d menus were set for one person", p.menuCalls()-n)
	}
	stranger.SpeaksOnTelephone("en")
	if menu := stranger.Menu(nil); !slices.Contains(menu, "help How it works") {
		t.Errorf("a stranger who speaks English reads %q", menu)
	}
	// A new house on the same data sets none of them again.
	n = p.menuCalls()
	must(t, p.Fall())
	must(t, p.Raise())
	p.wait(time.Minute)
	if p.menuCalls() != n {
		t.Error("a restart sets menus again")
	}
}

func TestTheMenuFollowsTheRoles(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Menus: true})
	office, xie := p.Holder(workgroup.Staff), p.Person("xie-silan")
	p.says(office, nil, "/people 谢思岚任防控办工作人员")
	p.presses(office, nil, "确认变更")
	if menu := offered(xie, nil); !slices.Contains(menu, "people") || !slices.Contains(menu, "report") {
		t.Errorf("a new member of the office is offered %v", menu)
	}
	p.says(office, nil, "/people 谢思岚退休")
	p.presses(office, nil, "确认变更")
	if menu := offered(xie, nil); slices.Contains(menu, "people") || slices.Contains(menu, "report") || !slices.Contains(menu, "whoami") {
		t.Errorf("whoever has left is offered %v", menu)
	}
	p.presses(office, nil, "撤销")
	if menu := offered(xie, nil); !slices.Contains(menu, "people") {
		t.Errorf("taken back, they are offered %v", menu)
	}
	// Whoever joins has theirs with the first press.
	p.says(office, nil, "/people 软件学院副职增加 张三 13800000000")
	p.presses(office, nil, "确认变更")
	zhang := p.newcomer("张", "三")
	p.opens(zhang, p.invited(office, "张三"))
	if menu := offered(zhang, nil); !slices.Contains(menu, "report") {
		t.Errorf("who has joined is offered %v", menu)
	}
}

func TestMenusWaitForTelegramAndNobodyWaitsForThem(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Menus: true})
	office, xie := p.Holder(workgroup.Staff), p.Person("xie-silan")
	p.Telegram.Fail(sandbox.Fault{Method: "setMyCommands", Kind: sandbox.Broken500, Times: -1})
	p.until("14:05")
	p.says(office, nil, "/people 谢思岚任防控办工作人员")
	p.presses(office, nil, "确认变更")
	p.reads(xie, nil, "您现在是：防控办工作人员")
	p.says(xie, nil, "无异常")
	p.presses(xie, nil, "确认报送")
	if _, filed := p.filed("ruanjian"); !filed {
		t.Error("a report waits for a menu")
	}
	if slices.Contains(offered(xie, nil), "people") {
		t.Fatal("the menu was set though Telegram failed")
	}
	must(t, p.Fall())
	must(t, p.Raise())
	p.Telegram.Heal()
	p.wait(10 * time.Minute)
	if !slices.Contains(offered(xie, nil), "people") {
		t.Errorf("not set when Telegram was back: %v", offered(xie, nil))
	}
	waiting(t, p, 0)
}
