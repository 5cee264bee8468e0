package stage

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// TestTelegramGoesWrong has each kind of trouble meet each method in the busiest minutes of a day: everybody is reminded, the
// board is right in the end, and what was confirmed is filed once.
func TestTelegramGoesWrong(t *testing.T) {
	t.Parallel()
	kinds := []sandbox.Fault{{Kind: sandbox.Flood, RetryAfter: 7}, {Kind: sandbox.Broken500}, {Kind: sandbox.Gateway502}, {Kind: sandbox.HTML},
		{Kind: sandbox.Truncated}, {Kind: sandbox.Cut}, {Kind: sandbox.Cut, After: true}, {Kind: sandbox.Truncated, After: true}, {Kind: sandbox.HTML, After: true}}
	for _, method := range []string{"sendMessage", "editMessageText", "getUpdates", "answerCallbackQuery", "pinChatMessage"} {
		for _, fault := range kinds {
			name := method + " " + string(fault.Kind)
			if fault.After {
				name += " after"
			}
			t.Run(name, func(t *testing.T) {
				p := newPlay(t, Options{Roster: smallCollege()})
				p.forgives("Too Many Requests", "retry after", "query is too old", "not modified")
				fault.Method, fault.Times = method, 3
				p.until("13:59:50")
				p.Telegram.Fail(fault)
				p.until("14:02")
				head := p.Head("ruanjian")
				p.Telegram.Fail(fault)
				p.says(head, nil, "居家隔离2人")
				p.wait(time.Minute)
				for range 8 { // people press again when no answer comes
					m := p.withButton(head, nil, "确认报送")
					if m == nil {
						break
					}
					press, err := head.Presses(m, "确认报送")
					must(t, err)
					p.settle()
					if text, _, ok := press.Answered(); ok && (strings.Contains(text, "已报送") || strings.Contains(text, "不再有效")) {
						break
					}
					p.wait(20 * time.Second)
				}
				p.Telegram.Heal()
				p.until("14:20")
				p.wait(time.Minute)
				if s, ok := p.filed("ruanjian"); !ok || s.Revision != 1 {
					t.Errorf("filed %+v", s)
				}
				board := p.withButton(head, p.Group, "零报告")
				if board == nil || !strings.Contains(board.Text, "1/6") || !board.Pinned {
					t.Errorf("the board: %+v", board)
				}
				for _, unit := range []workgroup.UnitID{"huli", "jidian", "caiwu", "xuesheng", "renshi"} {
					for words, most := range map[string]int{"前报送": 4, "还未报送": 1} {
						n := 0
						for _, m := range p.Head(unit).Sees(nil) {
							if m.From.Bot && !strings.HasPrefix(m.Text, "📊") && strings.Contains(m.Text, words) {
								n++
							}
						}
						if n == 0 || n > most {
							t.Errorf("the head of %s was told %q %d times", unit, words, n)
						}
					}
				}
				if n := p.events(workgroup.LetterLost); n > 0 {
					t.Errorf("%d letters lost", n)
				}
			})
		}
	}
}

func TestAPersonBlocksTheBotAndComesBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("blocked")
	p.until("14:05")
	gone, other := p.Person("he-wangqiao"), p.Person("xie-silan")
	gone.Blocks()
	p.until("14:20:10")
	if who, _ := p.account(gone); who.Reach != workgroup.Blocked {
		t.Errorf("the person is %q", who.Reach)
	}
	if n := p.events(workgroup.PersonLost); n != 1 {
		t.Errorf("noted %d times", n)
	}
	p.sees(other, nil, "还未报送")
	// In the group they go on as before.
	p.zero("ruanjian")
	gone.Starts()
	p.settle()
	p.sees(gone, nil, "您好")
	if who, _ := p.account(gone); !who.Reachable() {
		t.Errorf("the person is still %q", who.Reach)
	}
	p.until("14:00") // tomorrow
	p.wait(time.Minute)
	p.sees(gone, nil, "请软件学院于 14:30 前报送 2月1日")
}

func TestABlockNobodyToldUsOf(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("blocked")
	gone, other := p.Person("he-wangqiao"), p.Person("xie-silan")
	// The update about the block is lost; the 403 tells as well.
	offset, err := p.Store.Offset()
	must(t, err)
	gone.Blocks()
	_, err = p.Store.Receive(nil, offset+1)
	must(t, err)
	p.until("14:01")
	if who, _ := p.account(gone); who.Reach != workgroup.Blocked {
		t.Errorf("the person is %q", who.Reach)
	}
	p.sees(other, nil, "前报送")
	if n := p.events(workgroup.LetterLost); n != 1 {
		t.Errorf("%d letters lost", n)
	}
}

// TestTheHouseIsDownForAnHour has the power off from before 14:00 to after 14:40: what is too late is noted, what is late is sent
// once, and the summary says both.
func TestTheHouseIsDownForAnHour(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("13:59")
	must(t, p.Fall())
	p.Skip("14:40")
	must(t, p.Raise())
	p.settle()
	p.wait(time.Minute)
	head, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	reminded := 0
	for _, m := range head.Sees(nil) {
		if m.From.Bot && strings.Contains(m.Text, "软件学院") && strings.Contains(m.Text, "14:30") {
			reminded++
		}
	}
	if reminded != 1 {
		t.Errorf("%d reminders after the outage:\n%s", reminded, p.transcript(head, nil))
	}
	if p.withButton(head, p.Group, "零报告") == nil {
		t.Errorf("there is no board:\n%s", p.transcript(head, p.Group))
	}
	p.until("15:01")
	p.says(director, nil, "/summary")
	p.sees(director, nil, "漏发", "首次提醒", "再次提醒", "14:30 的提醒（单位截止）因停机，14:40 补发")
	if n := p.events(workgroup.StepMissed); n != 2 {
		t.Errorf("%d steps missed", n)
	}
	p.sound()
}

// TestTelegramIsAwayForAnHour: the house runs, nothing gets through for most of the hour before 15:00.
func TestTelegramIsAwayForAnHour(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("expired")
	p.until("13:59:30")
	p.Telegram.Fail(sandbox.Fault{Kind: sandbox.Broken500, Times: -1})
	p.until("14:52")
	p.Telegram.Heal()
	p.until("14:58") // after so many unknown outcomes the courier looks again each five minutes
	head, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	seen := p.transcript(head, nil)
	if strings.Contains(seen, "还未报送") || strings.Contains(seen, "请软件学院于") {
		t.Errorf("reminders of no more use were sent:\n%s", seen)
	}
	if board := p.withButton(head, p.Group, "零报告"); board == nil || !board.Pinned {
		t.Errorf("the board is not up:\n%s", p.transcript(head, p.Group))
	}
	// Of the hour nobody could report in, nobody is late.
	p.sees(head, p.Group, "—14:52 连不上 Telegram", "请再按一次", "起算迟报")
	p.zero("ruanjian")
	p.until("15:01")
	p.zero("jidian")
	p.view(func(b workgroup.Book) {
		for _, unit := range []workgroup.UnitID{"ruanjian", "jidian"} {
			if s, ok := workgroup.FiledOn(b, "2020-01-31", unit); !ok || s.Mark != workgroup.OnTime {
				t.Errorf("%s stands as %q, %v", unit, s.Mark, ok)
			}
		}
	})
	p.sees(director, nil, "请电话联系")
	if n := p.events(workgroup.BotReturned); n != 1 {
		t.Errorf("the outage was noted %d times", n)
	}
	if p.events(workgroup.LetterLost) == 0 {
		t.Error("what was not delivered is not in the journal")
	}
	p.sound()
}

// TestNothingPersonalLeavesTheBook plays what touches people most, with everything going wrong beside it: no log line and no
// button data holds a name, a word or an illness.
func TestNothingPersonalLeavesTheBook(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	p := newPlay(t, Options{Log: zerolog.New(zerolog.SyncWriter(&log)).Level(zerolog.TraceLevel)})
	p.forgives("no model fits", "blocked", "expired", "Too Many Requests", "retry after", "can't parse", "refused", "query is too old")
	p.until("14:05")
	head, stranger := p.Head("ruanjian"), p.newcomer("孔", "明德")
	p.says(head, p.Group, "软件学院学生李小明今天确诊")
	p.says(head, nil, "居家隔离2人，张小红发热")
	p.says(stranger, p.Group, "我是软件学院孔明德")
	p.says(stranger, nil, "我今天被隔离点接走了，被判定为密接")
	p.says(stranger, nil, "/start GEHEIM")
	p.Group.RemoveBot()
	p.settle()
	p.Group.AddBot(true)
	p.Person("xie-silan").Blocks()
	for _, kind := range []sandbox.Kind{sandbox.Truncated, sandbox.HTML, sandbox.Cut, sandbox.Flood, sandbox.Broken500} {
		p.Telegram.Fail(sandbox.Fault{Kind: kind, After: kind != sandbox.Flood, RetryAfter: 3, Times: 4})
		p.says(head, nil, "更正：居家隔离3人，王小军咳嗽")
		p.wait(30 * time.Second)
	}
	p.Telegram.Heal()
	offset, err := p.Store.Offset()
	must(t, err)
	p.rawOffset(900_000_000, `,"message":{"message_id":"x","text":"李小明确诊"}`, offset)
	p.until("15:05")
	if log.Len() == 0 {
		t.Fatal("nothing was logged: nothing is tested")
	}
	words := []string{"小明", "小红", "小军", "孔明", "何望桥", "软件", "确诊", "发热", "隔离", "咳嗽", "密接", "GEHEIM", Token, "疫情防控工作群", "139-0000"}
	for _, line := range strings.Split(log.String(), "\n") {
		for _, w := range words {
			if strings.Contains(line, w) {
				t.Errorf("the log says %q: %s", w, line)
			}
		}
	}
	for _, e := range p.Telegram.Transcript() {
		for _, row := range e.Buttons {
			for _, b := range row {
				for _, r := range b.Data {
					if r > 127 {
						t.Errorf("a button holds %q", b.Data)
					}
				}
			}
		}
	}
	// And the group reads nobody's illness from the bot.
	for _, m := range p.Group.Posts() {
		for _, w := range []string{"小明", "小红", "小军", "密接，", "确诊 "} {
			if strings.Contains(m.Text, w) {
				t.Errorf("the group reads %q:\n%s", w, m.Text)
			}
		}
	}
}

func TestPressesLostWhileTheBotWasDownAreOwnedUpTo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	board := *p.withButton(head, p.Group, "零报告")
	must(t, p.Fall())
	press, err := head.Presses(&board, "零报告")
	must(t, err)
	must(t, p.Skip("14:12"))
	must(t, p.Raise())
	p.settle()
	if _, _, answered := press.Answered(); answered {
		t.Error("Telegram has kept a press for seven minutes")
	}
	p.sees(head, p.Group, "14:05—14:12 助手停机", "请再按一次")
	p.says(p.Holder(workgroup.Director), nil, "/summary")
	p.sees(p.Holder(workgroup.Director), nil, "14:05—14:12 助手停机")
	p.zero("ruanjian")
	// A restart that loses nothing is nobody's business.
	must(t, p.Fall())
	must(t, p.Skip("14:14"))
	must(t, p.Raise())
	p.settle()
	if n := p.events(workgroup.BotReturned); n != 1 {
		t.Errorf("noted %d times", n)
	}
}

// Whoever could not be reached when another took their place reads it when they come back.
func TestWhoComesBackReadsThatTheirPlaceWasTaken(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.forgives("blocked")
	p.adopts(pasted)
	p.until("08:35")
	p.zhang().Blocks()
	p.settle()
	p.says(p.wu(), nil, "/duty")
	p.presses(p.wu(), nil, "我来顶班：替张秋溪")
	p.until("09:00")
	p.zhang().Starts()
	p.settle()
	if p.withText(p.zhang(), nil, "由吴远舟", "顶班") == nil {
		t.Errorf("their chat says:\n%s", p.transcript(p.zhang(), nil))
	}
}
