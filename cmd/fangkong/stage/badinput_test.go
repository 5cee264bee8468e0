package stage

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// TestWhatIsNoReport says all kinds of things that are no report: each has an answer or a deliberate silence, and none
// leaves anything in the book.
func TestWhatIsNoReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, inspector, stranger := p.Head("ruanjian"), p.Holder(workgroup.Inspector), p.newcomer("孔", "明")
	outsider := p.Telegram.Person("外", "人") // not in the group
	p.Group.Promotes(head)
	p.settle()
	const silence = ""
	says := func(who *sandbox.Person, where sandbox.Chat, words string) func() {
		return func() { who.Says(where, words) }
	}
	long := strings.Repeat("今天的午饭不错。", 512)
	for _, c := range []struct {
		name  string
		who   *sandbox.Person
		where sandbox.Chat
		does  func()
		want  string // in the newest message of the bot
	}{
		{"a stranger reports in private", stranger, nil, says(stranger, nil, "软件学院 零报告"), "还不认识您"},
		{"an outsider reports in private", outsider, nil, says(outsider, nil, "软件学院 居家隔离2人"), "还不认识您"},
		{"an outsider chats", outsider, nil, says(outsider, nil, "在吗"), "还不认识您"},
		{"an outsider asks for the summary", outsider, nil, says(outsider, nil, "/summary"), "还不认识您"},
		{"no head", inspector, p.Group, says(inspector, p.Group, "软件学院 零报告"), silence},
		{"no head, told in private", inspector, nil, says(inspector, nil, "软件学院 零报告"), "由软件学院自己报"},
		{"an anonymous administrator", head, p.Group, func() { head.SaysAsGroup(p.Group, "大家辛苦了") }, silence},
		{"a channel", head, p.Group, func() { p.Group.ChannelPosts("校园新闻", "软件学院 零报告") }, silence},
		{"a sticker in the group", head, p.Group, func() { head.SendsSticker(p.Group) }, silence},
		{"a sticker in private", head, nil, func() { head.SendsSticker(nil) }, "请用文字报送"},
		{"a document in private", head, nil, func() { head.SendsDocument(nil, "日报.xlsx", []byte("x"), "软件学院日报") }, "请用文字报送"},
		{"a document in the group", head, p.Group, func() { head.SendsDocument(p.Group, "日报.xlsx", []byte("x"), "软件学院日报") }, silence},
		{"4096 letters in private", head, nil, says(head, nil, long), "没看懂"},
		{"4096 letters in the group", head, p.Group, says(head, p.Group, long), silence},
		{"emoji in private", head, nil, says(head, nil, "👍👍🏽👨‍👩‍👧"), silence},
		{"emoji in the group", head, p.Group, says(head, p.Group, "👍"), silence},
		{"only marks nobody sees", head, nil, says(head, nil, "\u200b\u200f\u2060"), "没看懂"},
		{"thanks in the group", head, p.Group, says(head, p.Group, "收到，谢谢"), silence},
		{"a forward in private", head, nil, func() { head.Forwards(nil, "转发：隔壁学院很热闹", "某人") }, "转发的内容"},
		{"a date that has not come", head, nil, says(head, nil, "软件学院 2月3日 居家隔离2人"), "还没到"},
		{"a date without a round", head, nil, says(head, nil, "软件学院 1月20日 居家隔离2人"), "没有开展报送"},
		{"another bot's command", head, p.Group, says(head, p.Group, "/report@other_bot"), silence},
		{"another bot's command in private", head, nil, says(head, nil, "/report@other_bot"), silence},
		{"a command nobody knows, in the group", head, p.Group, says(head, p.Group, "/frobnicate"), silence},
		{"a command nobody knows", head, nil, says(head, nil, "/frobnicate"), "没有这个命令"},
		{"a bare slash", head, nil, says(head, nil, "/"), "没有这个命令"},
		{"the summary by a head", head, nil, says(head, nil, "/summary"), "只对防控办开放"},
		{"nothing to cancel", head, nil, says(head, nil, "/cancel"), "没有正在填报"},
	} {
		before, said := p.shelves(), p.count(c.who, c.where)
		c.does()
		p.settle()
		p.unchanged(before, c.name)
		switch after := p.count(c.who, c.where); {
		case c.want == silence && after != said:
			t.Errorf("%s: should be silent, and said %q", c.name, c.who.Last(c.where).Text)
		case c.want != silence && after != said+1:
			t.Errorf("%s: %d answers", c.name, after-said)
		case c.want != silence:
			p.sees(c.who, c.where, c.want)
		}
	}
	p.sound()
}

// TestAReportInStrangeLetters is a report all the same.
func TestAReportInStrangeLetters(t *testing.T) {
	t.Parallel()
	for name, words := range map[string]string{
		"right-to-left marks":  "\u200f软件学院\u202e 居家隔离\u202c2人\u200f，无发热",
		"zero-width spaces":    "软\u200b件学院 居家\u200d隔离\ufeff2人，无发热",
		"full-width digits":    "软件学院　居家隔离２人，无发热",
		"non-breaking spaces":  "软件学院\u00a0居家隔离\u00a02\u00a0人，无发热",
		"four thousand spaces": "软件学院" + strings.Repeat(" ", 4000) + "居家隔离2人，无发热",
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("ruanjian")
			p.says(head, p.Group, words)
			p.sees(head, p.Group, "居家隔离 现有 2")
			p.presses(head, p.Group, "确认报送")
			if s, ok := p.filed("ruanjian"); !ok || s.Figures["home_quarantine_now"] != 2 {
				t.Errorf("filed %v", s.Figures)
			}
		})
	}
}

// TestForgedButtons presses what no button of ours says, or not to this person: always an answer, and nothing is kept.
func TestForgedButtons(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, victim, stranger := p.Head("huli"), p.Head("ruanjian"), p.newcomer("孔", "明")
	p.says(victim, nil, "居家隔离2人") // a draft to be meddled with
	mine := p.withButton(victim, nil, "确认报送")
	var stolen []string
	for _, row := range mine.Buttons {
		for _, b := range row {
			stolen = append(stolen, b.Data)
		}
	}
	data := append(stolen,
		"", ":", "::", "zero", "zero:2020-01-31/ruanjian:0", "zero:2020-01-30:0", "zero:2020-02-01:0", "zero:2020-13-77:0", "zero::0", "zero:9999-99-99/x:zz",
		"fill:2020-01-30:0", "fill:2020-01-31/nowhere:0", "fill://///:0", "fill:x:0",
		"num:2020-01-31/huli/1:1", "num:2020-01-31/huli/-1:1", "num:2020-01-31/huli/99999999999999999999:1", "num:2020-01-31/ruanjian/3:1",
		"ok:2020-01-31/huli:1", "ok:2020-01-31/ruanjian:zzzzzzzzzzzz", "ok:2020-01-31/ruanjian:3w5e11264sgsf", "back:2020-01-31/ruanjian:1",
		"pick:2020-01-31/huli:0", "pick:2020-01-31/ruanjian:0", "ask:2020-01-31/ruanjian/fever_now:1", "which:2020-01-31/ruanjian/fever_now:1", "drop:2020-01-31/ruanjian:1",
		"sheet:2020-01-31/xuesheng:0", "sheet:2020-01-31/huli:0", "sheet:x:0", "grant:2020-01-31/ruanjian/huli:0", "grant:2020-01-31/huli/nowhere:0", "grant:2020-01-30/huli/ruanjian:0",
		"why:2020-01-31/ruanjian/verify:0", "why:2020-01-31/huli/nonsense:0", "is:1/head:1", "is:x:1", "isnot:1:1", "isnot:x:1", "undo:0000000000000001:0", "undo::0", "undo:x:1",
		"unit:nowhere:0", "unit:ruanjian:0", "group:-1:0", "group:x:0", "speak:xx:0", "frobnicate:1:1", "ZERO:2020-01-31:0",
		"zero:2020-01-31:00", "zero:2020-01-31:-1", "\x00\xff", "零报告", strings.Repeat("x", 64))
	before := p.shelves()
	for _, who := range []*sandbox.Person{head, stranger} {
		for _, d := range data {
			for _, on := range []*sandbox.Message{firstPost(p), who.Last(nil)} {
				if on == nil {
					continue
				}
				press, err := who.PressesData(on, d)
				must(t, err)
				p.settle()
				if text, _, ok := press.Answered(); !ok || text == "" {
					t.Errorf("%s pressed %q and got %q (%v)", who.Name(), d, text, ok)
				}
				p.wait(200 * time.Millisecond)
			}
		}
	}
	p.unchanged(before, "forged buttons")
	if toast := p.presses(victim, nil, "确认报送"); !strings.Contains(toast, "已报送") {
		t.Errorf("the draft itself: %q", toast)
	}
}

func firstPost(p *play) *sandbox.Message { return &p.Group.Posts()[0] }

func TestYesterdaysButtons(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	board := *p.withButton(head, p.Group, "零报告")
	letter := *p.withButton(head, nil, "填报")
	p.says(head, nil, "居家隔离2人")
	draft := *p.withButton(head, nil, "确认报送")
	p.until("14:00") // tomorrow
	p.wait(time.Minute)
	before := p.shelves()
	for _, c := range []struct {
		on    *sandbox.Message
		label string
		want  string
	}{{&board, "零报告", "1月31日 的按钮"}, {&letter, "填报", "1月31日 的按钮"}} {
		press, err := head.Presses(c.on, c.label)
		if err != nil {
			// The board of yesterday has lost its buttons; an old client may still show them.
			press, err = head.PressesData(c.on, c.on.Buttons[0][0].Data)
		}
		must(t, err)
		p.settle()
		if text, _, ok := press.Answered(); !ok || !strings.Contains(text, c.want) {
			t.Errorf("%s of yesterday: %q", c.label, text)
		}
	}
	press, err := head.PressesData(&draft, draft.Buttons[0][0].Data)
	must(t, err)
	p.settle()
	if text, _, ok := press.Answered(); !ok || !strings.Contains(text, "不再有效") {
		t.Errorf("a filing of yesterday: %q", text)
	}
	p.unchanged(before, "buttons of yesterday")
}

func TestDoublePresses(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "居家隔离2人")
	m := p.withButton(head, nil, "确认报送")
	var presses []*sandbox.Press
	for range 3 { // before the house has answered any
		press, err := head.Presses(m, "确认报送")
		must(t, err)
		presses = append(presses, press)
	}
	p.settle()
	for i, press := range presses {
		text, _, ok := press.Answered()
		if want := []string{"已报送", "不再有效", "不再有效"}[i]; !ok || !strings.Contains(text, want) {
			t.Errorf("press %d: %q", i+1, text)
		}
	}
	if n := p.events(workgroup.ReportFiled) + p.events(workgroup.ReportAmended); n != 1 {
		t.Errorf("%d filings", n)
	}
	// One nervous press on the board reads back, and files nothing.
	other := p.Head("huli")
	board := p.withButton(other, p.Group, "零报告")
	for range 2 {
		_, err := other.Presses(board, "零报告")
		must(t, err)
	}
	p.settle()
	if _, filed := p.filed("huli"); filed {
		t.Error("two presses in one moment are one nervous press")
	}
}

func TestTwoLinesAtOnce(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	first, second := p.Person("he-wangqiao"), p.Person("xie-silan")
	first.Says(p.Group, "软件学院 居家隔离2人")
	second.Says(p.Group, "软件学院 居家隔离3人")
	p.settle()
	p.pressesOwn(first, "确认报送", "现有 2", "已报送")
	// The second sees now that it would change what the first has filed.
	p.pressesOwn(second, "确认报送", "2 → 3", "已报送")
	if s, _ := p.filed("ruanjian"); s.Revision != 2 || s.Figures["home_quarantine_now"] != 3 || s.By != "xie-silan" {
		t.Errorf("filed %+v", s)
	}
}

// pressesOwn presses a button of the newest message in the group that holds the words.
func (p *play) pressesOwn(who *sandbox.Person, label, words, want string) {
	p.t.Helper()
	seen := who.Sees(p.Group)
	for i := len(seen) - 1; i >= 0; i-- {
		if !strings.Contains(seen[i].Text, words) {
			continue
		}
		press, err := who.Presses(&seen[i], label)
		must(p.t, err)
		p.settle()
		if text, _, ok := press.Answered(); !ok || !strings.Contains(text, want) {
			p.t.Fatalf("%s: %q", who.Name(), text)
		}
		return
	}
	p.t.Fatalf("nothing says %q:\n%s", words, p.transcript(who, p.Group))
}

func TestNumbersBeyondReason(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	// More than the roster has: asked, and filed when its head says so.
	p.says(head, nil, "居家隔离9000人")
	p.sees(head, nil, "超过名册人数")
	p.presses(head, nil, "数据无误")
	if s, ok := p.filed("ruanjian"); !ok || s.Figures["home_quarantine_now"] != 9000 || len(s.Doubts) == 0 {
		t.Errorf("filed %+v", s)
	}
	// More than any unit could have: a slip of the hand, not kept.
	before := p.shelves()
	for _, words := range []string{"居家隔离9999999人", "居家隔离99999999999999999999人"} {
		p.says(head, nil, words)
		p.unchanged(before, words)
	}
	p.until("14:10")
	other := p.Head("huli")
	p.presses(other, nil, "填报")
	for _, words := range []string{"999999999", "-3", "3.5", "99999999999999999999999", "很多"} {
		before, said := p.shelves(), len(p.Telegram.Transcript())
		p.says(other, nil, words)
		p.unchanged(before, "answer "+words)
		if len(p.Telegram.Transcript()) == said+1 {
			t.Errorf("answer %q: no word", words)
		}
	}
}

func TestAnEditedCommandIsNotRunAgain(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("ruanjian")
	m := p.says(head, nil, "/whoami")
	p.silent(head, nil, "the edit", func() {
		head.Edits(m, "/help")
		p.settle()
	})
}

// rawOffset puts an update into the inbox as Telegram would send it, and the offset to ask from next.
func (p *play) rawOffset(id int64, body string, next int64) {
	p.t.Helper()
	_, err := p.Store.Receive([]workgroup.Received{{Update: id, Stored: p.Now(), Raw: fmt.Appendf(nil, `{"update_id":%d%s}`, id, body)}}, next)
	must(p.t, err)
}

// written is a message as Telegram sends it.
func (p *play) written(who *sandbox.Person, where int64, kind, text string, more string) string {
	words, err := json.Marshal(text)
	must(p.t, err)
	return fmt.Sprintf(`,"message":{"message_id":%d,"date":%d,"chat":{"id":%d,"type":%q},"from":{"id":%d,"is_bot":false,"first_name":"x"},"text":%s%s}`,
		777, p.Now().Unix(), where, kind, who.ID(), words, more)
}

func TestUpdatesNoModelReads(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("no model fits", "query is too old", "chat not found", "blocked")
	p.until("14:05")
	offset, err := p.Store.Offset()
	must(t, err)
	before := p.shelves()
	for i, body := range []string{`,"message":"hello"`, `,"message":{"message_id":"x"}`, `,"callback_query":{"id":7}`, `,"message":{"chat":[]}`} {
		p.rawOffset(int64(900_000_000+i), body, offset)
	}
	// What a model reads, and says nothing: silence.
	for i, body := range []string{``, `,"message":{}`, `,"callback_query":{"id":"7","from":{"id":1}}`, `,"edited_message":{"chat":{"id":5}}`, `,"my_chat_member":{}`,
		`,"poll":{"id":"1"}`, `,"message":{"chat":{"id":1,"type":"private"},"from":{"id":2}}`, `,"something_new":{"a":1}`} {
		p.rawOffset(int64(900_000_100+i), body, offset)
	}
	p.settle()
	if dead := p.dead(); len(dead) != 4 {
		t.Errorf("%d set aside, not 4: %+v", len(dead), dead)
	}
	if n := p.events(workgroup.InputSetAside); n != 4 {
		t.Errorf("%d reported", n)
	}
	p.unchanged(before, "unreadable updates")
	p.zero("ruanjian") // and the next one is heard
}

func TestAnUpdateTwiceAndInAnyOrder(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	offset, err := p.Store.Offset()
	must(t, err)
	// The same update again, while it waits, after it was applied, and after a restart.
	line := p.written(head, head.ID(), "private", "居家隔离2人", "")
	n := p.count(head, nil)
	p.rawOffset(500, line, offset)
	p.rawOffset(500, line, offset)
	p.settle()
	p.rawOffset(500, line, offset)
	p.settle()
	must(t, p.Fall())
	must(t, p.Raise())
	p.rawOffset(500, line, offset)
	p.settle()
	if got := p.count(head, nil) - n; got != 1 {
		t.Errorf("one update, %d answers", got)
	}
	// After a quiet week numbers start anywhere, lower ones too.
	must(t, p.Fall())
	p.Skip("14:00")
	must(t, p.Raise())
	for i, id := range []int64{77, 3, 900, 41} {
		n := p.count(head, nil)
		p.rawOffset(id, strings.Replace(p.written(head, head.ID(), "private", "/whoami", ""), "777", fmt.Sprint(800+i), 1), offset)
		p.settle()
		if p.count(head, nil) == n {
			t.Errorf("update %d was not heard", id)
		}
	}
	p.sound()
}

func TestOtherBotsAreNotPeople(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	offset, err := p.Store.Offset()
	must(t, err)
	before := p.shelves()
	p.silent(head, p.Group, "another bot", func() {
		body := strings.Replace(p.written(head, p.Group.ID(), "supergroup", "软件学院 零报告", ""), `"is_bot":false`, `"is_bot":true`, 1)
		p.rawOffset(600, body, offset)
		p.settle()
	})
	p.unchanged(before, "another bot")
}
