package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

func TestTheGroupIsConfirmedInChat(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege(), Unbound: true})
	p.until("14:10") // the day has begun, in private only
	head, admin := p.Head("ruanjian"), p.Holder(workgroup.Admin)
	p.sees(head, nil, "请软件学院于 14:30 前报送")
	p.Group.AddBot(true)
	p.settle()
	p.sees(admin, nil, "疫情防控工作群", "是疫情防控工作群吗")
	p.silent(head, p.Group, "the group is not confirmed", func() { p.says(head, p.Group, "软件学院 零报告") })
	letter := *p.withButton(admin, nil, "就是工作群")

	press, err := head.PressesData(head.Last(nil), letter.Buttons[0][0].Data)
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "只对防控办开放") || len(p.Group.Posts()) > 0 {
		t.Errorf("a head binds the group: %q", text)
	}
	p.presses(admin, nil, "就是工作群")
	posts := p.Group.Standing()
	if len(posts) != 2 || !posts[0].Pinned || !strings.Contains(posts[0].Text, "0/33") || !strings.Contains(posts[1].Text, "私聊 @fangkong_bot") {
		t.Fatalf("the group should be shown the day and greeted:\n%s", p.transcript(head, p.Group))
	}
	press, err = admin.Presses(&letter, "就是工作群")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "处理过") {
		t.Errorf("bound twice: %q", text)
	}
	p.zero("ruanjian")
	if board := p.withButton(head, p.Group, "零报告"); !strings.Contains(board.Text, "1/33") {
		t.Errorf("the board:\n%s", board.Text)
	}
	if n := p.events(workgroup.GroupBound); n != 1 {
		t.Errorf("bound %d times", n)
	}
}

func TestAnAdministratorWhoComesLaterIsAskedAboutTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege(), Unbound: true}, "liang-wangzhou")
	p.Group.AddBot(true)
	p.settle()
	admin := p.Holder(workgroup.Admin)
	admin.Starts()
	p.settle()
	p.presses(admin, nil, "就是工作群")
	p.until("14:00")
	p.sees(admin, p.Group, "0/33")
}

func TestAGroupThatMigratesBeforeItIsConfirmed(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege(), Unbound: true, Basic: true})
	p.Group.AddBot(true)
	p.settle()
	p.Group.Migrate()
	p.settle()
	p.presses(p.Holder(workgroup.Admin), nil, "就是工作群")
	p.until("14:00")
	p.sees(p.Head("ruanjian"), p.Group, "0/33")
}

func TestAnotherGroupHearsNothing(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:01")
	head := p.Head("ruanjian")
	other := p.Telegram.Group("软件学院聊天群")
	head.Joins(other)
	admins := p.count(p.Holder(workgroup.Admin), nil)
	before := p.shelves()
	p.silent(head, other, "another group", func() {
		other.AddBot(true)
		p.settle()
		for _, words := range []string{"软件学院 零报告", "/report", "/board", "我院一名学生确诊", "我是软件学院王老师", "/help@fangkong_bot"} {
			p.says(head, other, words)
		}
		// A button of ours, sent from there by a forged client.
		m := head.Last(other)
		press, err := head.PressesData(m, p.withButton(head, p.Group, "零报告").Buttons[0][0].Data)
		must(t, err)
		p.settle()
		if text, _, ok := press.Answered(); !ok || !strings.Contains(text, "不再有效") {
			t.Errorf("a press from another group: %q", text)
		}
	})
	if p.count(p.Holder(workgroup.Admin), nil) != admins {
		t.Error("the office is asked about another group")
	}
	p.unchanged(before, "another group")
}

func TestTheGroupBecomesASupergroupInTheMiddleOfTheDay(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege(), Basic: true})
	p.forgives("upgraded", "moved") // the mark under words said before has nowhere to go
	p.until("14:05")
	p.zero("huli")
	// Somebody is in the middle of a filing in the group.
	head := p.Head("ruanjian")
	p.says(head, p.Group, "软件学院 居家隔离2人")
	p.sees(head, p.Group, "居家隔离 现有 2")
	old := p.Group.ID()
	p.Group.Migrate()
	p.settle()
	if p.Group.ID() == old {
		t.Fatal("the group has not migrated")
	}
	// What waits there goes up anew: the board, pinned, and the open filing.
	seen := p.transcript(head, p.Group)
	if !strings.Contains(seen, "1/33") || !strings.Contains(seen, "居家隔离 现有 2") {
		t.Fatalf("the supergroup shows:\n%s", seen)
	}
	pinned := 0
	for _, m := range head.Sees(p.Group) {
		if m.Pinned {
			pinned++
		}
	}
	if pinned != 1 {
		t.Errorf("%d messages are pinned", pinned)
	}
	if toast := p.presses(head, p.Group, "确认报送"); !strings.Contains(toast, "已报送") {
		t.Errorf("confirmed with %q", toast)
	}
	p.zero("jidian")
	p.until("14:20:05")
	p.sees(head, p.Group, "还有 30 个单位未报")
	board := p.withButton(head, p.Group, "零报告")
	if board == nil || !strings.Contains(board.Text, "3/33") {
		t.Errorf("the board in the supergroup: %+v", board)
	}
	// The settings file still names the old group; a restart must not go back to it.
	must(t, p.Fall())
	must(t, p.Raise())
	p.until("14:30:05")
	p.sees(head, p.Group, "截至 14:30，已报 3/33")
	if p.events(workgroup.GroupMigrated) == 0 {
		t.Error("the migration is not in the journal")
	}
	p.sound()
}

func TestTheBotIsRemovedFromTheGroupAndComesBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.forgives("kicked", "not a member", "blocked")
	p.until("14:05")
	office, head := p.Person("zhao-wangpu"), p.Head("ruanjian")
	p.Group.RemoveBot()
	p.settle()
	p.sees(office, nil, "移出了群")
	p.until("14:20:05")
	p.sees(head, nil, "还未报送") // private reminders go on
	p.presses(head, nil, "零报告")
	p.wait(2 * time.Second)
	if toast := p.presses(head, nil, "零报告"); !strings.Contains(toast, "已报送") {
		t.Errorf("filed with %q", toast)
	}
	p.Group.AddBot(true)
	p.settle()
	var board string
	for _, m := range p.Group.Standing() {
		if m.Pinned {
			board = m.Text
		}
	}
	if !strings.Contains(board, "1/33") {
		t.Errorf("the board after the return: %q", board)
	}
	p.until("14:30:05")
	p.sees(head, p.Group, "截至 14:30")
	if n := p.events(workgroup.GroupLost); n != 1 {
		t.Errorf("%d removals noted", n)
	}
}

// A bot that is no administrator hears nothing in the group, and nobody there can tell: the office and the director are told at once,
// once, and when it is mended; the board that went up meanwhile is pinned then.
func TestTheBotIsDemotedInTheGroup(t *testing.T) {
	t.Parallel()
	for lang, words := range map[workgroup.Language][3]string{
		workgroup.Chinese: {"群里的话我收不到", "管理员权限已齐", "移出了群"},
		workgroup.English: {"I do not hear what is written there", "all my rights", "removed from the group"},
	} {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			sample, _ := settings.Sample()
			sample.College.Language = lang
			p := newPlay(t, Options{Settings: &sample})
			p.forgives("not enough rights", "kicked", "not a member")
			p.until("13:50")
			office := append(p.holders(workgroup.Staff), p.Holder(workgroup.Director))
			told := func(word string, times int) {
				t.Helper()
				for _, who := range office {
					if n := strings.Count(p.transcript(who, nil), word); n != times {
						t.Errorf("%s reads %q %d times", who.Name(), word, n)
					}
				}
			}
			p.Group.AddBot(false)
			p.wait(10 * time.Second)
			told(words[0], 1)
			p.until("14:05")
			if n := pinned(p, p.Head("ruanjian")); n != 0 {
				t.Fatalf("%d boards are pinned without the right", n)
			}
			told(words[0], 1)
			p.Group.AddBot(true)
			p.wait(10 * time.Second)
			told(words[1], 1)
			if n := pinned(p, p.Head("ruanjian")); n != 1 {
				t.Errorf("%d boards are pinned again", n)
			}
			// Out, and back as one who is deaf.
			p.Group.RemoveBot()
			p.wait(time.Minute)
			told(words[2], 1)
			p.Group.AddBot(false)
			p.wait(10 * time.Second)
			told(words[0], 2)
			p.Group.AddBot(true)
			p.wait(10 * time.Second)
			told(words[1], 2)
			if n := pinned(p, p.Head("ruanjian")); n != 1 || p.events(workgroup.GroupRights) != 4 {
				t.Errorf("%d boards are pinned, %d changes noted", n, p.events(workgroup.GroupRights))
			}
			told(words[0], 2)
		})
	}
}
