package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// kase is the newest open case; the scenario fails when there is none.
func (p *play) kase() (k workgroup.Case) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		open := workgroup.Running(b)
		if len(open) == 0 {
			p.t.Fatal("no case is open")
		}
		k = open[len(open)-1]
	})
	return k
}

// calls makes an urgent report on the board's button, with four presses in private.
func (p *play) calls(who *sandbox.Person, kind, group, since string) {
	p.t.Helper()
	p.presses(who, p.Group, "紧急报告")
	p.presses(who, nil, kind)
	p.presses(who, nil, group)
	p.presses(who, nil, since)
	if toast := p.presses(who, nil, "启动紧急报告"); !strings.Contains(toast, "已立案") {
		p.t.Fatalf("opened with %q", toast)
	}
}

// rings tells whether a person's newest message is the card of a case that can be taken.
func (p *play) rings(who *sandbox.Person) bool {
	m := p.withButton(who, nil, "我来接手")
	return m != nil
}

func TestAnUrgentCaseFromTheBoardToItsEnd(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	duty := p.holders(workgroup.DutyStaff)
	p.calls(head, "确诊", "学生", "15 分钟前")

	// The group reads the code, the minutes left and who has it, nothing else.
	group := p.sees(head, p.Group, "急-0131-01", "14:50", "剩 45 分钟", "还没有人接手", "0392-0000000")
	for _, secret := range []string{"确诊", "软件", "学生", "何望桥"} {
		if strings.Contains(group.Text, secret) {
			t.Errorf("the group reads %q", group.Text)
		}
	}
	if p.withText(head, nil, "已立案 急-0131-01", "0392-0000000") == nil {
		t.Error("the head is not told")
	}
	for _, who := range duty {
		p.sees(who, nil, "急-0131-01", "确诊", "软件学院", "学生", "何望桥", "本人报告：未报", "单位报告：14:05 何望桥")
	}
	if p.rings(director) {
		t.Error("the director is rung at the opening")
	}

	// One takes it: the others lose the button and read who has it.
	if toast := p.presses(duty[0], nil, "我来接手"); !strings.Contains(toast, "由您接手") {
		t.Errorf("taken with %q", toast)
	}
	old := duty[1].Last(nil)
	if p.rings(duty[1]) {
		t.Error("the other copy keeps its button")
	}
	if !strings.Contains(old.Text, "接手："+duty[0].Name()) {
		t.Errorf("the other reads %q", old.Text)
	}
	p.sees(head, p.Group, "急-0131-01", duty[0].Name()+"已接手")
	p.sees(head, nil, "急-0131-01 由"+duty[0].Name()+"接手")
	p.until("14:16")
	if p.rings(director) {
		t.Error("it rings after it was taken")
	}

	// The holder brings it to its end; what is missing is named.
	p.presses(duty[0], nil, "成立")
	if toast := p.presses(duty[0], nil, "办结"); !strings.Contains(toast, "缺：") || !strings.Contains(toast, "本人报告") || !strings.Contains(toast, "报社区") {
		t.Errorf("closed with %q", toast)
	}
	p.presses(duty[0], nil, "已报社区")
	p.says(duty[0], nil, "14:10 王主任")
	p.presses(duty[0], nil, "已报疾控")
	p.presses(duty[0], nil, "续报")
	p.says(duty[0], nil, "核酸已采样，结果待出")
	p.presses(head, nil, "本人已向单位报告")
	p.sees(duty[0], nil, "已记录")
	card := p.withText(duty[0], nil, "报社区：14:10 王主任", "核酸已采样")
	if card == nil {
		t.Fatalf("the card:\n%s", p.transcript(duty[0], nil))
	}
	p.presses(duty[0], nil, "办结")
	p.says(duty[0], nil, "已转定点医院")
	p.sees(duty[0], nil, "急-0131-01 将办结", "已转定点医院", "对吗")
	p.presses(duty[0], nil, "确认办结")
	p.sees(head, nil, "急-0131-01 已办结", "成立")
	p.sees(head, p.Group, "已办结")
	if press, err := duty[0].PressesData(card, "take:2020-01-31/0001:0"); err != nil {
		t.Error(err)
	} else {
		p.settle()
		if text, _, _ := press.Answered(); !strings.Contains(text, "已于") {
			t.Errorf("a press on a closed case: %q", text)
		}
	}
}

func TestTheLadderWakesTheNextAndNeverFallsSilent(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("blocked")
	p.until("14:05")
	for _, who := range p.holders(workgroup.DutyStaff) {
		who.Blocks()
	}
	p.settle()
	leader, director, leading := p.Holder(workgroup.DutyLeader), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	// Before anything happens the director knows that the first rung is empty.
	p.sees(director, nil, "梯次缺人", "值班员")
	p.calls(p.Head("ruanjian"), "封闭隔离", "教职工", "刚刚")
	if !p.rings(leader) {
		t.Fatalf("an empty rung rings the next at once:\n%s", p.transcript(leader, nil))
	}
	p.sees(leader, nil, "私聊不通，已跳过")
	p.until("14:09:59")
	if p.rings(director) {
		t.Error("the director is rung too early")
	}
	p.until("14:10:30")
	if !p.rings(director) {
		t.Error("five minutes after the second rung comes the third")
	}
	p.until("14:21")
	if !p.rings(leading) {
		t.Error("the leading group is not rung")
	}
	n := p.count(leading, nil)
	p.until("14:31")
	if last := leading.Last(nil); p.count(leading, nil) != n || last.Date.Before(p.Now().Add(-2*time.Minute)) {
		t.Errorf("the top repeats as a new message in place of the old: %d then %d, the last at %v", n, p.count(leading, nil), last.Date)
	}
	p.presses(leading, nil, "我来接手")
	p.until("14:45")
	if p.rings(director) {
		t.Error("a taken case offers itself")
	}
}

func TestAnUnfinishedCallWakesTheDutyStaffByItself(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, p.Group, "/urgent")
	p.sees(head, nil, "紧急报告", "发生了什么", "14:08")
	p.presses(head, nil, "疑似")
	p.until("14:07:59")
	if p.rings(duty) {
		t.Error("woken before three minutes")
	}
	p.until("14:08:01")
	p.sees(duty, nil, "疑似", "软件学院", "没有填完", "没有人说明")
	if p.withText(head, nil, "已报告，编号 急-0131-01") == nil {
		t.Errorf("the head's card:\n%s", p.transcript(head, nil))
	}
	// The old card's buttons do nothing any more.
	m := p.withText(head, nil, "已报告，编号")
	press, err := head.PressesData(m, "call:group/student:2")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "不再有效") {
		t.Errorf("pressed too late: %q", text)
	}
}

func TestASentenceIsAskedAboutOnceAndTakenBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, p.Group, "软件学院一名学生今天确诊")
	card := p.withText(head, nil, "紧急报告：确诊", "软件学院", "学生", "什么时候知道的")
	if card == nil {
		t.Fatalf("not asked:\n%s", p.transcript(head, nil))
	}
	p.says(head, nil, "25点")
	p.sees(head, nil, "没看懂这个时间")
	p.says(head, nil, "23:00")
	p.sees(head, nil, "还没到")
	p.says(head, nil, "昨晚8点")
	p.sees(head, nil, "1月30日 20:00", "已超过一小时", "对吗")
	p.presses(head, nil, "不是紧急情况")
	p.sees(duty, nil, "何望桥", "不是紧急情况")
	p.until("14:30")
	if p.rings(duty) {
		t.Error("a withdrawn call becomes a case")
	}
	p.view(func(b workgroup.Book) {
		if n := len(workgroup.Running(b)); n != 0 {
			t.Errorf("%d cases are open", n)
		}
	})
	// What was written in the group goes, with its writer's consent.
	if toast := p.presses(head, nil, "删除群里那条"); toast != "已删除" {
		t.Errorf("erased with %q", toast)
	}
	for _, m := range p.Group.Posts() {
		if strings.Contains(m.Text, "确诊") {
			t.Errorf("still in the group: %q", m.Text)
		}
	}
}

func TestTheIndividualAndTheUnitEachReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	student, head, duty := p.newcomer("孔", "明"), p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	student.Starts()
	p.settle()
	p.says(student, nil, "紧急")
	p.presses(student, nil, "封闭隔离")
	p.presses(student, nil, "软件学院")
	p.presses(student, nil, "刚刚")
	p.presses(student, nil, "启动紧急报告")
	p.sees(student, nil, "已立案 急-0131-01")
	p.sees(duty, nil, "封闭隔离", "软件学院", "孔明", "未登记", "本人报告：14:05 孔明", "单位报告：未报")
	p.sees(head, nil, "急-0131-01", "有人报告软件学院", "封闭隔离", "15:05", "单位也须")
	p.until("15:06")
	p.sees(head, nil, "时限已过")
	p.reads(p.Holder(workgroup.Director), nil, "已满一小时")
	if toast := p.presses(head, nil, "单位报告"); !strings.Contains(toast, "超过一小时") {
		t.Errorf("accepted, and marked: %q", toast)
	}
	if toast := p.presses(head, nil, "单位报告"); !strings.Contains(toast, "报过") {
		t.Errorf("the second press: %q", toast)
	}
	p.says(head, nil, "/case 0131-01")
	p.sees(head, nil, "急-0131-01", "封闭隔离", "单位报告：15:06 何望桥（超过一小时）")
	// Another unit's head, and the student, see nothing of it.
	other := p.Head("huli")
	p.says(other, nil, "/case 0131-01")
	p.sees(other, nil, "没有这个编号")
	p.says(student, nil, "/case 0131-01")
	p.sees(student, nil, "还不认识您")
}

func TestTwoReportsOfOneCaseAreMergedByAPerson(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	student, duty := p.newcomer("孔", "明"), p.Holder(workgroup.DutyStaff)
	student.Starts()
	p.settle()
	p.calls(p.Head("ruanjian"), "封闭隔离", "学生", "刚刚")
	p.says(student, nil, "/urgent")
	for _, answer := range []string{"封闭隔离", "软件学院", "刚刚", "启动紧急报告"} {
		p.presses(student, nil, answer)
	}
	p.sees(duty, nil, "急-0131-02", "可能与 急-0131-01 是同一例")
	if toast := p.presses(duty, nil, "是同一例，并案"); !strings.Contains(toast, "急-0131-01") {
		t.Errorf("merged with %q", toast)
	}
	k := p.kase()
	if k.Code() != "0131-01" || !k.Individual.In() || !k.OfUnit.In() {
		t.Errorf("the case that is left: %+v", k)
	}
}

func TestTakingHandingOverAndGivingBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty, director := p.holders(workgroup.DutyStaff)[0], p.Holder(workgroup.Director)
	p.calls(p.Head("ruanjian"), "疑似", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "稍后")
	if toast := p.presses(duty, nil, "正在联系本人或医院"); !strings.Contains(toast, "14:20") {
		t.Errorf("put off with %q", toast)
	}
	p.presses(duty, nil, "移交")
	p.presses(duty, nil, director.Name())
	if k := p.kase(); k.Holder == "" || k.Offered == "" {
		t.Errorf("handed over before it is accepted: %+v", k.Holding)
	}
	p.presses(director, nil, "我来接手")
	p.presses(director, nil, "退回")
	if !p.rings(duty) {
		t.Error("the ladder goes on where it stopped")
	}
	// No progress: the holder is rung, then the ladder goes on.
	p.presses(duty, nil, "我来接手")
	p.until("14:20:30")
	p.sees(duty, nil, "一刻钟没有进展")
	p.until("14:26")
	if k := p.kase(); k.Holder != "" {
		t.Errorf("a holding without progress lasts: %+v", k.Holding)
	}
}

func TestALadderStepSleptThroughRingsOnceAndSaysHowLate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	leader := p.Holder(workgroup.DutyLeader)
	must(t, p.Fall())
	must(t, p.Skip("14:35"))
	must(t, p.Raise())
	p.settle()
	p.sees(leader, nil, "急-0131-01", "晚了 25 分钟", "下一次 14:40")
	if p.rings(p.Holder(workgroup.Director)) {
		t.Error("the director's step comes five minutes after the second, not at once")
	}
	p.until("14:41")
	if !p.rings(p.Holder(workgroup.Director)) {
		t.Error("and then it comes")
	}
}

func TestPressesOfWhoMayNot(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	other, stranger := p.Head("huli"), p.newcomer("孔", "明")
	stranger.Starts()
	p.settle()
	before := p.shelves()
	for _, who := range []*sandbox.Person{other, stranger} {
		m := who.Last(nil)
		for _, data := range []string{
			"take:2020-01-31/0001:0", "seen:2020-01-31/0001:0", "leg:2020-01-31/0001/unit:0", "verdict:2020-01-31/0001/excluded:0", "told:2020-01-31/0001/cdc:0",
			"word:2020-01-31/0001/outcome:0", "word:2020-01-31/0001/remark:0", "give:2020-01-31/0001:0", "offer:2020-01-31/0001:0", "hand:2020-01-31/0001/wang:0", "pause:2020-01-31/0001/way:0",
			"same:2020-01-31/0001/yes:0", "detail:2020-01-31/0001/kind/contact:0", "take:2020-01-31/0099:0", "take:x:0", "take:2020-01-31:0", "leg:2020-01-31/0001/x:0", "detail:2020-01-31/0001/x/y:0", "phoned:2020-01-31/0001:0", "phoned:2020-01-31/0001/x:0",
			"erase:-100/5:0", "call:ok:1", "call:kind/x:0",
		} {
			press, err := who.PressesData(m, data)
			must(t, err)
			p.settle()
			if text, _, ok := press.Answered(); !ok || text == "" {
				t.Errorf("%s pressed %s: %q", who.Name(), data, text)
			}
		}
	}
	p.unchanged(before, "presses of who may not")
}

func TestAnUrgentCaseInEnglish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	for _, who := range []*sandbox.Person{head, duty} {
		p.says(who, nil, "/language")
		p.presses(who, nil, "English")
	}
	p.says(head, nil, "/urgent")
	p.sees(head, nil, "Urgent report", "What happened?")
	p.presses(head, nil, "Confirmed case")
	p.presses(head, nil, "Student")
	p.says(head, nil, "20 minutes ago")
	p.sees(head, nil, "Known: 13:45", "Right?")
	p.presses(head, nil, "Start the urgent report")
	p.sees(duty, nil, "急-0131-01: confirmed case", "due by 14:45", "Individual’s report: missing")
	p.presses(duty, nil, "I take it")
	p.sees(head, nil, "has taken 急-0131-01")
	p.says(head, nil, "/case")
	p.sees(head, nil, "Open urgent cases", "急-0131-01 confirmed case")
}

func TestACaseOfAnothersUnitIsNobodysLeg(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.says(p.Head("huli"), nil, "软件学院一名学生今天确诊")
	p.presses(p.Head("huli"), nil, "刚刚")
	p.presses(p.Head("huli"), nil, "启动紧急报告")
	k := p.kase()
	if k.Unit != "ruanjian" || k.OfUnit.In() || k.Individual.In() {
		t.Errorf("the case: %+v", k)
	}
	p.sees(p.Head("ruanjian"), nil, "急-0131-01")
}

// A head without a private chat still wakes the duty staff: nobody can be asked, so it opens by itself.
func TestAnUrgentSentenceOfWhoCannotBeAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{}, "xie-silan")
	p.until("14:05")
	who := p.Person("xie-silan")
	p.says(who, p.Group, "我院一名学生今天确诊")
	if p.withText(who, p.Group, "立即电话", "0392-0000000") == nil {
		t.Errorf("in the group:\n%s", p.transcript(who, p.Group))
	}
	if toast := p.presses(who, p.Group, "紧急报告"); !strings.Contains(toast, "0392-0000000") || !strings.Contains(toast, "@fangkong_bot") {
		t.Errorf("pressed on the board: %q", toast)
	}
	p.until("14:08:01")
	p.sees(p.Holder(workgroup.DutyStaff), nil, "确诊", "软件学院", "没有填完")
}

func TestWordsOfACallAreKept(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "/urgent")
	p.says(head, nil, "三号楼一名学生被带走隔离了") // kind, unit and group are read from it
	p.says(head, nil, "20分钟前")
	p.sees(head, nil, "封闭隔离", "学生", "知悉：13:45")
	p.says(head, nil, "是")
	p.sees(duty, nil, "三号楼一名学生被带走隔离了", "知悉：13:45")
	// Zero reports of the same head go on as ever.
	p.says(head, nil, "/urgent")
	p.says(head, nil, "零报告")
	if p.withText(head, nil, "零报告：各项均为 0") == nil {
		t.Errorf("the day's report:\n%s", p.transcript(head, nil))
	}
	p.says(head, nil, "/cancel") // the urgent report first: it would wake people
	p.sees(head, nil, "只取消了刚才这一次", "急-0131-01 没有撤销")
	p.says(head, nil, "/cancel")
	p.sees(head, nil, "已取消")
}

func TestAStrangersLaterWordsBelongToTheirCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	student, duty := p.newcomer("孔", "明"), p.Holder(workgroup.DutyStaff)
	student.Starts()
	p.settle()
	p.says(student, nil, "我今天确诊了")
	p.until("14:08:01") // left unfinished
	p.says(student, nil, "我昨天去过二食堂，今天确诊了")
	p.view(func(b workgroup.Book) {
		if n := len(workgroup.Running(b)); n != 1 {
			t.Errorf("%d cases of one person", n)
		}
	})
	if p.withText(duty, nil, "急-0131-01", "二食堂") == nil {
		t.Errorf("the card:\n%s", p.transcript(duty, nil))
	}
}

func TestAskingForWordsLeavesAFilingOnTheDesk(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.update(func(b workgroup.Book) {
		who, _ := workgroup.People.Get(b, "he-wangqiao")
		who.Duties = append(who.Duties, workgroup.Duty{Role: workgroup.DutyStaff})
		workgroup.People.Put(b, who)
	})
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.says(head, nil, "/report")
	p.says(head, nil, "0")
	p.presses(head, nil, "我来接手")
	p.presses(head, nil, "续报")
	p.says(head, nil, "已联系上本人")
	p.sees(head, nil, "已记录")
	p.says(head, nil, "3")
	p.sees(head, nil, "咳嗽等其他症状", "3")
}

func TestTheGroupNeverReadsACaseListed(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{}, "xie-silan")
	p.until("14:05")
	p.calls(p.Head("ruanjian"), "疑似", "学生", "刚刚")
	deputy := p.Person("xie-silan") // of the same school, without a private chat
	p.says(deputy, p.Group, "/case")
	p.sees(deputy, p.Group, "私聊 @fangkong_bot")
	m := p.Group.Posts()[0]
	press, err := p.Holder(workgroup.DutyStaff).PressesData(&m, "offer:2020-01-31/0001:0")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "不再有效") {
		t.Errorf("a forged press in the group: %q", text)
	}
}

// 「已报社区」 asks for words that may never come: what comes instead is heard for what it is.
func TestWordsAskedForSwallowNothing(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "已报社区")
	p.says(duty, nil, "护理学院一名学生今天疑似")
	if p.withText(duty, nil, "紧急报告：疑似", "护理学院") == nil {
		t.Errorf("urgent news is not heard:\n%s", p.transcript(duty, nil))
	}
	p.presses(duty, nil, "不是紧急情况")
	p.says(duty, nil, "/help")
	p.sees(duty, nil, "命令", "/case")
	p.says(duty, nil, "好的，辛苦了")
	p.sees(duty, nil, "命令", "/case") // courtesy is answered by a mark, and is no remark on the case
}

func TestAStrangerCannotRingAgainAndAgain(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	student := p.newcomer("孔", "明")
	student.Starts()
	p.settle()
	for range 4 {
		p.says(student, nil, "/urgent")
		p.wait(4 * time.Minute)
	}
	p.view(func(b workgroup.Book) {
		if n := len(workgroup.Running(b)); n != 1 {
			t.Errorf("%d cases", n)
		}
	})
	p.sees(student, nil, "您已报告 急-0131-01", "有补充请直接写在这里")
}

func TestWhatIsAddedOpensNoSecondCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "我院一名学生今天确诊")
	p.presses(head, nil, "刚刚")
	p.presses(head, nil, "启动紧急报告")
	p.says(head, nil, "该确诊学生已送市人民医院，我院一名学生今天确诊")
	p.wait(4 * time.Minute)
	p.view(func(b workgroup.Book) {
		if open := workgroup.Running(b); len(open) != 1 || len(open[0].Remarks) != 2 {
			t.Errorf("cases: %+v", open)
		}
	})
}

// Figures of the next week are not the case of this one, and a case that was excluded takes in nothing more.
func TestNewFiguresAfterAnExcludedCaseAreNews(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.calls(head, "确诊", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "排除")
	p.says(head, nil, "现有确诊1人")
	p.presses(head, nil, "报送")
	p.wait(4 * time.Minute)
	p.view(func(b workgroup.Book) {
		if n := len(workgroup.Running(b)); n != 2 {
			t.Errorf("%d cases are open", n)
		}
	})
}
