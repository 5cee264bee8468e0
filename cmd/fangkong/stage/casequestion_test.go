package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// asked is the message in which a question reached whoever has the case.
func (p *play) asked(who *sandbox.Person, words ...string) *sandbox.Message {
	p.t.Helper()
	m := p.withText(who, nil, words...)
	if m == nil {
		p.t.Fatalf("%s should read %q:\n%s", who.Name(), words, p.transcript(who, nil))
	}
	return m
}

// What a head asks of whoever has their case reaches them, and the answer comes back.
func TestAQuestionReachesWhoeverHasTheCase(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"张老师你什么时候到", "校医什么时候来？", "你们几点能来", "救护车到哪了", "要不要先隔离他的室友？", "张秋溪老师，我们在3号楼门口"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p, head, duty := reported(t)
			p.says(head, nil, words)
			p.reads(head, nil, "已转张秋溪", "139-0000-0081", "答复会发到这里")
			if k := p.kase(); len(k.Remarks) != 2 || k.Remarks[1].Text != words {
				t.Fatalf("kept: %+v", k.Remarks)
			}
			m := p.asked(duty, "急-0131-01", "何望桥问", words)
			duty.Replies(m, "10分钟到，先别让他出宿舍")
			p.settle()
			p.reads(head, nil, "急-0131-01", "张秋溪", "答复您", "10分钟到")
			p.reads(duty, nil, "已转何望桥", "记入 急-0131-01")
			if k := p.kase(); len(k.Remarks) != 3 || len(p.open()) != 1 {
				t.Errorf("kept: %+v", k.Remarks)
			}
			if toast := p.presses(duty, nil, "答复何望桥"); !strings.Contains(toast, "请写给何望桥") {
				t.Error("the button says nothing")
			}
		})
	}
}

// In the middle of a filing, too; a question of the day's report is none to the holder.
func TestAQuestionBesidesAFiling(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.says(head, nil, "/report")
	p.says(head, nil, "校医什么时候来")
	p.asked(duty, "何望桥问", "校医什么时候来")
	p.says(head, nil, "日报几点截止")
	if k := p.kase(); len(k.Remarks) != 2 {
		t.Errorf("kept: %+v", k.Remarks)
	}
	// Nobody has it: whoever it rings reads it.
	p.presses(duty, nil, "退回")
	p.says(head, nil, "你们几点能来")
	p.reads(head, nil, "还没有人接手")
	if k := p.kase(); len(k.Remarks) != 3 {
		t.Errorf("kept: %+v", k.Remarks)
	}
}

// Who is not on the roster is answered, too.
func TestAStrangerIsAnsweredByWhoeverHasTheCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	who, duty := p.newcomer("孔", "明"), p.holders(workgroup.DutyStaff)[0]
	who.Starts()
	p.settle()
	p.says(who, nil, "我今天确诊了，软件学院学生")
	p.presses(who, nil, "刚刚")
	p.presses(who, nil, "启动紧急报告")
	p.presses(duty, nil, "我来接手")
	p.says(who, nil, "校医什么时候来")
	duty.Replies(p.asked(duty, "孔明", "校医什么时候来"), "马上到")
	p.settle()
	p.reads(who, nil, "急-0131-01", "张秋溪", "答复您", "马上到")
	p.says(who, nil, "我现在能出门吗")
	p.reads(who, nil, "已转张秋溪", "答复会发到这里")
	p.presses(duty, nil, "答复孔明")
	p.says(duty, nil, "先在宿舍等")
	p.reads(who, nil, "答复您", "先在宿舍等")
}

func TestAQuestionReachesWhoeverHasTheCaseInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.presses(duty, nil, "I take it")
	p.says(head, nil, "When will the doctor come?")
	p.reads(head, nil, "passed on to "+duty.Name())
	duty.Replies(p.asked(duty, "asks", "When will the doctor come?"), "In ten minutes")
	p.settle()
	p.reads(head, nil, "answers you", "In ten minutes")
}

// What whoever has a case writes to the other end reaches it: by the button, of words that were asked about; a question by
// itself.
func TestTheHoldersWordsReachTheOtherEnd(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.says(head, nil, "要不要先隔离他的室友？")
	p.says(duty, nil, "要的，先单间隔离")
	p.presses(duty, nil, "发给何望桥")
	p.reads(head, nil, "急-0131-01", "张秋溪", "答复您", "要的，先单间隔离")
	p.reads(duty, nil, "已转何望桥")
	p.says(head, nil, "校医什么时候来")
	p.presses(duty, nil, "答复何望桥")
	p.reads(duty, nil, "请写给何望桥的答复")
	p.says(duty, nil, "10分钟到")
	p.reads(head, nil, "答复您", "10分钟到")
	p.says(duty, nil, "请问李小明住哪个宿舍？")
	p.reads(duty, nil, "急-0131-01", "已代您问何望桥")
	p.lacks(duty, nil, "说过“校医什么时候来”") // a question tells nothing
	p.reads(head, nil, "张秋溪", "问您", "住哪个宿舍")
	if k := p.kase(); len(k.Remarks) != 6 {
		t.Errorf("kept: %+v", k.Remarks)
	}
	// What was asked for is left by a word, and goes to nobody.
	p.presses(duty, nil, "答复何望桥")
	p.says(duty, nil, "取消")
	p.lacks(head, nil, "取消")
	if k := p.kase(); len(k.Remarks) != 6 {
		t.Errorf("kept: %+v", k.Remarks)
	}
}

// Whoever may see a case no longer is offered for none of its words.
func TestAnAnswerGoesToNobodyWhoMayNotSeeTheCase(t *testing.T) {
	t.Parallel()
	p, _, duty := reported(t)
	other := p.Person("xie-silan")
	p.says(other, nil, "补充：李小明昨天还上了一天课")
	p.presses(duty, nil, "更正单位")
	p.presses(duty, nil, "机电工程学院")
	p.says(duty, nil, "要的，先单间隔离")
	if m := p.withButton(duty, nil, "发给谢思岚"); m != nil {
		t.Errorf("offered to somebody of another unit: %s", m.Text)
	}
	p.presses(duty, nil, "发给何望桥")
	if p.withText(other, nil, "先单间隔离") != nil {
		t.Error("the case is told to another unit")
	}
}

// An answer to somebody who may not see the case any more is refused in words, by the button, in a reply and when the case changes in between.
func TestAnAnswerToWhoMayNotSeeTheCaseIsRefused(t *testing.T) {
	t.Parallel()
	p, _, duty := reported(t)
	other := p.Person("xie-silan")
	p.says(other, nil, "要不要先隔离他的室友？")
	question := p.asked(duty, "谢思岚问")
	p.presses(duty, nil, "答复谢思岚")
	p.presses(duty, nil, "更正单位")
	p.presses(duty, nil, "机电工程学院")
	for _, answers := range []func() string{
		func() string { p.says(duty, nil, "要的，先单间隔离"); return "" },
		func() string { return p.presses(duty, nil, "答复谢思岚") },
		func() string { duty.Replies(question, "要的，先单间隔离"); p.settle(); return "" },
	} {
		before := p.count(duty, nil)
		told := answers()
		if told == "" && p.count(duty, nil) == before+1 {
			told = p.withText(duty, nil, "").Text
		}
		if !strings.Contains(told, "谢思岚现在看不到 急-0131-01 了") || !strings.Contains(told, "请打电话 139-") {
			t.Errorf("answered with %q\n%s", told, p.transcript(duty, nil))
		}
	}
	if p.withText(other, nil, "先单间隔离") != nil {
		t.Error("the case is told to another unit")
	}
}

// Who calls for help again and again rings once in five minutes; each call is kept, and answered.
func TestCallsForHelpRingOnceInAWhile(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.wait(time.Minute)
	rang := p.count(duty, nil)
	kept := 1
	for i, words := range []string{"怎么没人理我", "有人吗", "打不通电话", "急死了"} {
		where := sandbox.Chat(nil)
		if i%2 == 1 {
			where = p.Group
		}
		told := p.count(head, nil)
		p.says(head, where, words)
		kept++
		if k := p.kase(); len(k.Remarks) != kept || p.count(duty, nil) != rang+1 || p.count(head, nil) != told+1 {
			t.Fatalf("%s: kept %+v, rang %d times\n%s", words, k.Remarks, p.count(duty, nil)-rang, p.transcript(head, nil))
		}
		p.wait(time.Minute)
	}
	p.reads(duty, nil, "急-0131-01　确诊", "急死了")
	p.wait(2 * time.Minute)
	p.says(head, nil, "还是没人理我")
	if p.count(duty, nil) != rang+2 {
		t.Errorf("rang %d times", p.count(duty, nil)-rang)
	}
	// Of a case that nobody has, the ladder's last rung.
	p, head, duty = rung(t)
	p.wait(time.Minute)
	card := p.withText(duty, nil, "急-0131-01")
	p.says(head, nil, "怎么没人理我")
	again := p.withText(duty, nil, "急-0131-01")
	p.says(head, nil, "有人吗")
	if card.ID == again.ID || p.withText(duty, nil, "急-0131-01").ID != again.ID || len(p.kase().Remarks) != 2 {
		t.Errorf("kept %+v", p.kase().Remarks)
	}
}
