package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// talks are the bot's standing messages in the group that are no board: working messages.
func (p *play) talks() (out []sandbox.Message) {
	for _, m := range p.Group.Standing() {
		if !m.Pinned {
			out = append(out, m)
		}
	}
	return out
}

// figures fails unless a unit's answer of today is these figures, and zero for the rest.
func (p *play) figures(unit workgroup.UnitID, want workgroup.Figures) workgroup.Standing {
	p.t.Helper()
	s, ok := p.filed(unit)
	if !ok {
		p.t.Fatalf("%s has not filed", unit)
	}
	for k, n := range s.Figures {
		if n != want[k] {
			p.t.Errorf("%s filed %s = %d, want %d", unit, k, n, want[k])
		}
	}
	for k, n := range want {
		if s.Figures[k] != n {
			p.t.Errorf("%s filed %s = %d, want %d", unit, k, s.Figures[k], n)
		}
	}
	return s
}

// One question at a time, by button and in words; details only after a number that is not zero.
func TestGuidedInPrivate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	if toast := p.onBoard(he, "填报"); !strings.Contains(toast, "私聊") {
		t.Errorf("from the group the head is sent to the private chat: %q", toast)
	}
	p.sees(he, nil, "【软件学院】1月31日 1/9", "发热现有几人？", "没有请回 0")
	p.presses(he, nil, "0")
	p.sees(he, nil, "2/9", "咳嗽等其他症状现有几人？")
	p.says(he, nil, "没有")
	p.sees(he, nil, "3/9", "密切接触者现有几人？")
	p.says(he, nil, "0")
	p.sees(he, nil, "4/9", "居家隔离现有几人？")
	p.says(he, nil, "两人")
	p.sees(he, nil, "居家隔离（共 2 人）：今日新增几人？")
	p.presses(he, nil, "1")
	p.sees(he, nil, "今日解除几人？")
	p.says(he, nil, "无")
	p.sees(he, nil, "居家隔离 2 人中，学生几人？")
	// A slip: back, and another answer.
	p.says(he, nil, "2")
	p.sees(he, nil, "5/9")
	p.presses(he, nil, "上一题")
	p.sees(he, nil, "居家隔离 2 人中，学生几人？")
	p.says(he, nil, "1")
	for range 5 {
		p.presses(he, nil, "0")
	}
	p.sees(he, nil, "居家隔离 现有 2", "居家隔离 新增 1", "居家隔离（学生） 现有 1", "居家隔离（教职工） 现有 1", "其余为 0", "对吗？")
	if _, ok := p.filed("ruanjian"); ok {
		t.Fatal("filed before it was confirmed")
	}
	if toast := p.presses(he, nil, "确认报送"); !strings.Contains(toast, "✅ 已报送：软件学院 1月31日，14:05") {
		t.Errorf("toast: %q", toast)
	}
	receipt := p.sees(he, nil, "✅ 已报送", "居家隔离 现有 2")
	if len(receipt.Buttons) != 1 || receipt.Buttons[0][0].Text != "更正" {
		t.Errorf("the receipt offers a correction: %v", receipt.Buttons)
	}
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2, "home_quarantine_new": 1, "home_quarantine_now_student": 1, "home_quarantine_now_staff": 1})
	if n := len(p.talks()); n != 0 {
		t.Errorf("a private filing left %d messages in the group", n)
	}
}

// An unfinished filing never dies before the day closes: not by cancelling a command, not by a power failure.
func TestGuidedSurvivesARestart(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "/report")
	p.says(he, nil, "3")
	p.sees(he, nil, "发热（共 3 人）：今日新增几人？")
	must(t, p.Fall())
	must(t, p.Skip("14:12"))
	must(t, p.Raise())
	p.settle()
	p.says(he, nil, "1")
	p.sees(he, nil, "发热 3 人中，学生几人？")
	// Asked for again it goes on where it was.
	p.says(he, nil, "日报")
	p.sees(he, nil, "发热 3 人中，学生几人？")
	p.says(he, nil, "3")
	for range 8 {
		p.says(he, nil, "0")
	}
	p.sees(he, nil, "发热 现有 3", "对吗？")
	p.says(he, nil, "对")
	p.sees(he, nil, "✅ 已报送")
	p.figures("ruanjian", workgroup.Figures{"fever_now": 3, "fever_new": 1, "fever_now_student": 3})
}

func TestGuidedIsGivenUp(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he := p.Head("ruanjian")
	for _, word := range []string{"/cancel", "取消", "放弃"} {
		p.says(he, nil, "填报")
		p.says(he, nil, "2")
		p.says(he, nil, word)
		p.sees(he, nil, "已取消")
	}
	p.says(he, nil, "填报")
	if toast := p.presses(he, nil, "放弃"); !strings.Contains(toast, "已放弃") {
		t.Errorf("toast: %q", toast)
	}
	p.sees(he, nil, "本次填报已结束，没有报送")
	p.says(he, nil, "/cancel")
	p.sees(he, nil, "没有正在填报的内容")
	if _, ok := p.filed("ruanjian"); ok {
		t.Error("given up and filed")
	}
	p.wait(time.Minute)
	p.saysBoard("0/33")
	if strings.Contains(p.board().Text, "待确认") {
		t.Error("given up and still 待确认")
	}
}

// What is no number is not taken for one, and the question stands.
func TestAnswersThatAreNoNumber(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "填报")
	for _, words := range []string{"稍等", "😀", "在吗"} {
		p.says(he, nil, words)
		p.sees(he, nil, "请回一个整数")
	}
	p.says(he, nil, "999999")
	p.sees(he, nil, "999999 太大了")
	p.says(he, nil, "１")
	p.sees(he, nil, "发热（共 1 人）")
}

// In the group there is one working message at any time; it asks only its head, and is gone when the filing ends.
func TestGuidedInTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{}, "he-wangqiao")
	p.until("14:05")
	he, song := p.Person("he-wangqiao"), p.Head("jidian")
	p.onBoard(he, "填报")
	question := p.sees(he, p.Group, "何望桥 【软件学院】1月31日 1/9", "发热现有几人？", "不填了")
	if !question.ForceReply {
		t.Error("the question does not open the keyboard")
	}
	if len(question.Entities) == 0 || question.Entities[0].Type != "text_mention" {
		t.Errorf("the head is not mentioned: %v", question.Entities)
	}
	for _, c := range p.Telegram.Calls() {
		if c.Method == "sendMessage" && strings.Contains(string(c.Params["reply_markup"]), "force_reply") &&
			!strings.Contains(string(c.Params["reply_markup"]), `"selective":true`) {
			t.Errorf("the keyboard opens for everybody: %s", c.Params["reply_markup"])
		}
	}
	// Other people's chatter is no answer, nor the head's own.
	p.says(song, p.Group, "3")
	p.says(song, p.Group, "没有")
	p.says(he, p.Group, "大家注意安全")
	p.sees(he, p.Group, "发热现有几人？")
	if n := len(p.talks()); n != 1 {
		t.Fatalf("%d working messages", n)
	}
	p.says(he, p.Group, "2")
	p.sees(he, p.Group, "发热（共 2 人）：今日新增几人？")
	question = p.shown(he, p.Group)
	he.Replies(&question, "没有")
	p.settle()
	p.sees(he, p.Group, "发热 2 人中，学生几人？")
	for _, answer := range []string{"2人", "0", "0", "0", "0", "0", "0", "0", "0"} {
		if n := len(p.talks()); n != 1 {
			t.Fatalf("%d working messages before %q", n, answer)
		}
		p.wait(5 * time.Second)
		p.says(he, p.Group, answer)
	}
	p.sees(he, p.Group, "发热 现有 2", "对吗？")
	// Somebody else cannot confirm it.
	if toast := p.presses(song, p.Group, "确认报送"); !strings.Contains(toast, "另一位负责人") {
		t.Errorf("another head: %q", toast)
	}
	if toast := p.presses(he, p.Group, "确认报送"); !strings.Contains(toast, "✅ 已报送") {
		t.Errorf("toast: %q", toast)
	}
	p.wait(time.Minute)
	if left := p.talks(); len(left) != 0 {
		t.Errorf("the filing left %+v", left)
	}
	p.figures("ruanjian", workgroup.Figures{"fever_now": 2, "fever_now_student": 2})
}

func TestReportCommandInTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	song := p.Head("jidian")
	p.says(song, p.Group, "/report")
	p.sees(song, p.Group, "【机电工程学院】", "发热现有几人？")
	p.wait(5 * time.Second)
	p.says(song, p.Group, "/cancel")
	p.wait(time.Minute)
	if left := p.talks(); len(left) != 0 {
		t.Errorf("given up, and left %+v", left)
	}
	// A talk begun in the group goes on in private: the group's message goes.
	p.says(song, p.Group, "/report")
	p.says(song, p.Group, "1")
	p.says(song, nil, "/report")
	p.sees(song, nil, "发热（共 1 人）")
	p.wait(time.Minute)
	if left := p.talks(); len(left) != 0 {
		t.Errorf("moved to private, and left %+v", left)
	}
	if toast := p.onBoard(p.Holder(workgroup.DutyStaff), "填报"); !strings.Contains(toast, "负责人或副职") {
		t.Errorf("duty staff: %q", toast)
	}
}

func TestGuidedInEnglish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	he := p.Head("ruanjian")
	p.says(he, nil, "/language")
	p.presses(he, nil, "English")
	p.until("14:05")
	p.presses(he, nil, "Fill in")
	p.sees(he, nil, "School of Software, 31 January, question 1 of 9", "Fever (≥37.3 °C): how many now?", "0 for none")
	p.presses(he, nil, "1")
	p.sees(he, nil, "how many new today?")
	p.presses(he, nil, "1")
	p.sees(he, nil, "of 1, how many students?")
	p.presses(he, nil, "1")
	for range 8 {
		p.presses(he, nil, "0")
	}
	p.sees(he, nil, "Fever (≥37.3 °C)", "Everything else is 0", "Is that right?")
	p.says(he, nil, "yes")
	p.sees(he, nil, "Filed", "School of Software")
	p.figures("ruanjian", workgroup.Figures{"fever_now": 1, "fever_new": 1, "fever_now_student": 1})
}

// Staff-only units are not asked to split their people.
func TestGuidedOfAnOfficeUnit(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	deng := p.Head("caiwu")
	p.says(deng, nil, "填报")
	p.says(deng, nil, "1")
	p.sees(deng, nil, "今日新增几人？")
	p.says(deng, nil, "0")
	p.sees(deng, nil, "2/9")
}
