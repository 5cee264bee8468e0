package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// shown is the newest message of the bot in a chat, whatever it says.
func (p *play) shown(who *sandbox.Person, where sandbox.Chat) sandbox.Message {
	return p.sees(who, where)
}

// lacks fails when the newest message of the bot in a chat holds any of the words.
func (p *play) lacks(who *sandbox.Person, where sandbox.Chat, words ...string) {
	p.t.Helper()
	last := p.shown(who, where)
	for _, w := range words {
		if strings.Contains(last.Text, w) {
			p.t.Fatalf("%s should not see %q in the last message of the bot:\n%s", who.Name(), w, last.Text)
		}
	}
}

// board is the board the group sees: of several pinned messages Telegram shows the newest.
func (p *play) board() sandbox.Message {
	p.t.Helper()
	for _, m := range slices.Backward(p.Group.Standing()) {
		if m.Pinned {
			return m
		}
	}
	p.t.Fatal("no board is pinned")
	return sandbox.Message{}
}

// onBoard presses a button of the board and returns the toast.
func (p *play) onBoard(who *sandbox.Person, label string) string {
	p.t.Helper()
	board := p.board()
	press, err := who.Presses(&board, label)
	if err != nil {
		p.t.Fatal(err)
	}
	p.settle()
	text, _, ok := press.Answered()
	if !ok {
		p.t.Fatalf("%s pressed %q on the board and got no answer", who.Name(), label)
	}
	return text
}

// saysBoard fails unless the board holds the words.
func (p *play) saysBoard(words ...string) {
	p.t.Helper()
	board := p.board()
	for _, w := range words {
		if !strings.Contains(board.Text, w) {
			p.t.Fatalf("the board should say %q:\n%s", w, board.Text)
		}
	}
}

func TestTheBoardGoesUpAtTwo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("13:59:59")
	if posts := p.Group.Posts(); len(posts) != 0 {
		t.Fatalf("%d posts before 14:00", len(posts))
	}
	p.until("14:00")
	head := p.Head("ruanjian")
	if board := p.sees(head, p.Group, "1月31日", "0/33", "14:30"); !board.Pinned {
		t.Error("the board is not pinned")
	}
	p.sees(head, nil, "请软件学院于 14:30 前报送")
	p.zero("ruanjian")
	p.sees(head, p.Group, "1/33")
	for _, m := range head.Sees(p.Group) {
		if m.Service == "pinned" {
			t.Error("the line that says the board was pinned is still there")
		}
	}
}

// What is being filled in shows as 待确认, what was late with its time; nobody's figures are on the board.
func TestTheBoardFollowsTheDay(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2人")
	p.wait(time.Minute)
	p.saysBoard("0/33", "待确认：软件学院")
	p.says(he, nil, "对")
	p.wait(time.Minute)
	p.saysBoard("1/33")
	p.until("14:41")
	p.zero("jidian")
	p.wait(time.Minute)
	p.saysBoard("2/33", "零报告 1", "机电工程学院 逾时 14:41")
	for _, word := range []string{"居家隔离", "待确认"} {
		if strings.Contains(p.board().Text, word) {
			t.Errorf("the board tells %s", word)
		}
	}
}

func TestBoardAndMissingInBothChats(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	head, staff := p.Head("ruanjian"), p.Holder(workgroup.Staff)
	p.zero("jidian")
	for _, ask := range []string{"/board", "看板"} {
		p.says(head, nil, ask)
		p.sees(head, nil, "1/33", "未报：护理学院")
	}
	for _, ask := range []string{"/missing", "未报"} {
		p.says(head, nil, ask)
		p.sees(head, nil, "已报 1/33", "未报：护理学院、电子信息工程学院")
	}
	// In the group the board moves down; a head's question for the list is answered in private.
	first := p.board().ID
	p.says(head, p.Group, "/board")
	p.wait(time.Minute)
	if p.board().ID == first {
		t.Error("the board did not move down")
	}
	before := len(p.Group.Standing())
	p.says(head, p.Group, "/missing@"+p.Telegram.BotName())
	p.sees(head, nil, "已报 1/33")
	if len(p.Group.Standing()) != before {
		t.Error("a head's /missing made a post in the group")
	}
	p.says(staff, p.Group, "/missing")
	p.sees(staff, p.Group, "已报 1/33")
	// Plain words are for private chats: in the group people use them among themselves.
	before = len(p.Group.Posts())
	p.says(head, p.Group, "未报")
	p.says(head, p.Group, "看板")
	p.says(staff, p.Group, "汇总")
	if len(p.Group.Posts()) != before {
		t.Error("a plain word in the group was answered there")
	}
}

func TestHelpAndWhoAmI(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.says(head, nil, "/help")
	p.sees(head, nil, "连按两次「零报告」", "更正：居家隔离3人", "请软件学院代报", "/report", "0392-0000000")
	p.lacks(head, nil, "/summary", "/start")
	p.says(director, nil, "帮助")
	p.sees(director, nil, "/summary")
	p.lacks(director, nil, "连按两次「零报告」")
	p.says(head, p.Group, "/help")
	p.sees(head, nil, "怎么报送")
	p.says(head, nil, "我是谁")
	p.sees(head, nil, "软件学院 负责人")
	p.lacks(head, nil, "收不到提醒")
	p.says(director, p.Group, "/whoami")
	p.sees(director, nil, "防控办主任")
	if posts := p.Group.Posts(); len(posts) != 0 {
		t.Errorf("help and whoami made %d posts in the group", len(posts))
	}
}

// A head who never opened a private chat is answered under their message, and told what that costs them.
func TestHelpForWhoeverHasNoPrivateChat(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{}, "he-wangqiao")
	he := p.Person("he-wangqiao")
	p.says(he, p.Group, "/whoami")
	p.sees(he, p.Group, "收不到提醒")
	p.says(he, p.Group, "/help")
	p.sees(he, p.Group, "怎么报送")
}

func TestTheBoardOfYesterday(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	old := p.board()
	p.until("23:59")
	p.until("00:01")
	if p.withText(p.Head("ruanjian"), p.Group, "当日报送已结束") == nil {
		t.Error("the board does not say that the day has ended")
	}
	p.until("14:01")
	he := p.Head("ruanjian")
	for _, label := range []string{"zero", "fill"} {
		press, err := he.PressesData(&old, label+":2020-01-31")
		if err != nil {
			t.Fatal(err)
		}
		p.settle()
		if text, alert, ok := press.Answered(); !ok || !alert || text == "" {
			t.Errorf("%s on yesterday's board: %q", label, text)
		}
	}
	if p.board().ID == old.ID {
		t.Error("yesterday's board is still the pinned one")
	}
	p.saysBoard("2月1日", "0/33")
}
