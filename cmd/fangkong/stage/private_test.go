package stage

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// groupHides fails when the group was shown any of the words in a post of the bot.
func groupHides(p *play, words ...string) {
	p.t.Helper()
	for _, m := range p.Group.Posts() {
		for _, w := range words {
			if strings.Contains(m.Text, w) {
				p.t.Fatalf("the group was shown %q: %s", w, m.Text)
			}
		}
	}
}

// withText is the newest message of the bot in a chat that holds all the words, nil when there is none.
func (p *play) withText(who *sandbox.Person, where sandbox.Chat, words ...string) *sandbox.Message {
	for _, m := range slices.Backward(who.Sees(where)) {
		if m.From.Bot && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(m.Text, w) }) {
			return &m
		}
	}
	return nil
}

func TestADiagnosisIsReadBackInPrivate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, p.Group, "软件学院 现有确诊1人")
	p.sees(head, nil, "确诊 现有 1")
	groupHides(p, "确诊")

	// Filing it wakes the duty staff and says so to its head.
	toast := p.presses(head, nil, "报送")
	if !strings.Contains(toast, "已提醒值班员") {
		t.Fatalf("answered %q", toast)
	}
	p.sees(duty, nil, "可能是一小时内必报", "软件学院", "确诊 现有 1")
	if p.withText(head, nil, "已报送", "1 小时内") == nil || p.withText(head, nil, "紧急报告：确诊", "软件学院", "确诊 现有 1") == nil {
		t.Errorf("in private:\n%s", p.transcript(head, nil))
	}
	groupHides(p, "确诊")
}

func TestADiagnosisWaitsForAPrivateChat(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	head.Blocks()
	p.settle()
	p.forgives("blocked")
	p.says(head, p.Group, "软件学院 现有疑似2人")
	p.sees(head, p.Group, "请到与我的私聊中继续")
	groupHides(p, "疑似")
	if _, ok := p.filed("ruanjian"); ok {
		t.Fatal("filed without being read back")
	}
	head.Unblocks()
	p.settle()
	p.says(head, nil, "/report")
	p.sees(head, nil, "疑似")
	groupHides(p, "疑似")
}

func TestWhatWasPressedBeforeMidnightIsDecidedBeforeIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("23:59:50")
	head := p.Head("ruanjian")
	p.says(head, nil, "居家隔离2人，无发热")
	m := p.withButton(head, nil, "报送")
	press, err := head.Presses(m, "报送")
	if err != nil {
		t.Fatal(err)
	}
	// The press is on disk and waits; the clock gets to the store first.
	if _, err := p.Poller.Once(context.Background(), 0); err != nil {
		t.Fatal(err)
	}
	if err := p.Skip("00:00:01"); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Sweeper.Sweep(); err != nil {
		t.Fatal(err)
	}
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "已报送") {
		t.Fatalf("answered %q", text)
	}
}

func TestTwoPressesThrowNoFiguresAway(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "居家隔离2人，无发热")
	if toast := p.presses(head, p.Group, "零报告"); !strings.Contains(toast, "还没有确认") {
		t.Fatalf("answered %q", toast)
	}
	p.presses(head, nil, "确认报送")
	if s, _ := p.filed("ruanjian"); s.Figures["home_quarantine_now"] != 2 {
		t.Fatalf("filed %v", s.Figures)
	}
}

func TestAnEditedAnswerChangesThatAnswerOnly(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("tushu")
	p.says(head, nil, "/report")
	first := p.says(head, nil, "1") // 发热
	p.says(head, nil, "1")          // 今日新增
	p.says(head, nil, "0")          // 其他症状
	p.sees(head, nil, "3/9")
	head.Edits(first, "2")
	p.settle()
	p.says(head, nil, "2") // 今日新增, asked anew
	p.sees(head, nil, "3/9")
	for range 7 {
		p.says(head, nil, "0")
	}
	p.sees(head, nil, "发热 现有 2", "发热 新增 2")
}

func TestALeadHeadWhoLeavesSeesNoMore(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("xuesheng")
	p.sees(head, nil, "学生汇总")
	err := p.Store.Update(func(b workgroup.Book) error {
		who, _ := workgroup.PersonOf(b, head.ID())
		who.Duties = nil
		workgroup.People.Put(b, who)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	p.zero("ruanjian")
	for _, m := range head.Sees(nil) {
		if strings.Contains(m.Text, "1/15") {
			t.Fatalf("still sees %s", m.Text)
		}
	}
}

// A word in the group for a read-back that went on in private files nothing: it is read back there again.
func TestAWordInTheGroupForAPrivateReadBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, p.Group, "软件学院一名学生确诊，居家隔离2人")
	was := he.Last(nil).ID
	p.says(he, p.Group, "对")
	if he.Last(nil).ID == was {
		t.Errorf("nothing was said in private:\n%s", p.transcript(he, nil))
	}
	p.sees(he, nil, "居家隔离 现有 2", "对吗？")
	if _, ok := p.filed("ruanjian"); ok {
		t.Error("filed by a word in the group")
	}
}
