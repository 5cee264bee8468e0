package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

func TestAnExcludedCaseDoesNotSayThatBothReported(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty, director := p.holders(workgroup.DutyStaff)[0], p.Holder(workgroup.Director)
	p.calls(p.Head("ruanjian"), "疑似", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "排除")
	p.says(director, nil, "/summary")
	for _, m := range []string{p.sees(duty, nil, "核实：排除", "不再计时", "本人报告：未报，不再要求").Text, p.sees(duty, p.Group, "急-0131-01", "不再计时").Text,
		p.sees(director, nil, "急-0131-01", "不再计时").Text} {
		if strings.Contains(m, "均已报告") {
			t.Errorf("says what is not so:\n%s", m)
		}
	}
	if m := p.sees(duty, p.Group, "急-0131-01"); strings.Contains(m.Text, "排除") {
		t.Errorf("the group reads the verdict:\n%s", m.Text)
	}
}

func TestACaseSaysWhetherItWasGivenBackOrTimedOut(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.holders(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "疑似", "学生", "刚刚")
	p.presses(duty[0], nil, "我来接手")
	p.presses(duty[0], nil, "退回")
	p.sees(duty[1], nil, "还没有人接手（"+duty[0].Name()+"已退回）")
	p.presses(duty[0], nil, "我来接手")
	p.until("14:26")
	p.sees(duty[1], nil, "还没有人接手（"+duty[0].Name()+"逾时没有进展）")
}

func TestAWrongVerdictAndAWrongKindArePutRight(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty, head := p.holders(workgroup.DutyStaff)[0], p.Head("ruanjian")
	p.calls(head, "密切接触者", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "排除")
	if toast := p.presses(duty, nil, "改为成立"); !strings.Contains(toast, "成立") {
		t.Errorf("the verdict put right: %q", toast)
	}
	p.sees(duty, nil, "核实：成立", "张秋溪：核实 排除\n14:05 张秋溪：核实 排除 → 成立")
	p.presses(duty, nil, "更正类型")
	p.sees(duty, nil, "现为密切接触者，更正为？")
	if toast := p.presses(duty, nil, "确诊"); !strings.Contains(toast, "一小时从知悉（14:05）算起") {
		t.Errorf("the kind put right: %q", toast)
	}
	p.says(duty, nil, "/case 0131-01")
	p.sees(duty, nil, "急-0131-01　确诊", "须于 15:05 前报齐", "未报：社区、疾控", "类型 密切接触者 → 确诊")
	p.presses(duty, nil, "记事发时间")
	p.says(duty, nil, "昨晚8点")
	p.says(duty, nil, "/case 0131-01")
	p.sees(duty, nil, "事发：昨天 20:00", "事发 昨天 20:00")
	p.until("15:06")
	if p.withText(head, p.Group, "急-0131-01\n已超过一小时（15:05 截止）") == nil {
		t.Errorf("the group:\n%s", p.transcript(head, p.Group))
	}
}

func TestTheNextStageOfAnIllnessMayBeTheSameCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty, head := p.holders(workgroup.DutyStaff)[0], p.Head("ruanjian")
	p.calls(head, "疑似", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.until("14:10")
	p.calls(head, "确诊", "学生", "刚刚")
	p.sees(duty, nil, "急-0131-02", "可能与 急-0131-01 是同一例")
	p.presses(duty, nil, "是同一例，并案")
	if k := p.kase(); k.Code() != "0131-01" || k.Kind != workgroup.CaseConfirmed {
		t.Errorf("the case that is left: %s %s", k.Code(), k.Kind)
	}
	if p.withText(duty, nil, "急-0131-01　确诊", "类型 疑似 → 确诊") == nil {
		t.Errorf("the card:\n%s", p.transcript(duty, nil))
	}
	// What was merged says where it is, to everybody.
	merged := p.withText(duty, nil, "急-0131-02　确诊", "已并入 急-0131-01")
	if merged == nil || strings.Contains(merged.Text, "请判断") {
		t.Errorf("the merged card:\n%s", p.transcript(duty, nil))
	}
	if p.withText(head, p.Group, "急-0131-02\n已并入 急-0131-01。") == nil {
		t.Errorf("the group:\n%s", p.transcript(head, p.Group))
	}
	if p.withText(head, nil, "急-0131-02 与 急-0131-01 是同一例，已并入 急-0131-01") == nil {
		t.Errorf("the reporter reads:\n%s", p.transcript(head, nil))
	}
}

func TestADeadlineOfAnotherDaySaysTheDay(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("16:20")
	head := p.Head("ruanjian")
	p.says(head, nil, "/urgent")
	p.presses(head, nil, "确诊")
	p.presses(head, nil, "学生")
	p.says(head, nil, "昨晚8点")
	p.presses(head, nil, "启动紧急报告")
	p.sees(head, p.Group, "已超过一小时（昨天 21:00 截止）")
	if p.withText(head, nil, "请联系本人立即向学院报告（昨天 21:00 的时限已过）") == nil {
		t.Errorf("the head reads:\n%s", p.transcript(head, nil))
	}
}

// Whoever works on a case goes on with the one it is merged into.
func TestAMergedCaseKeepsItsHolder(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.says(duty, nil, "/case 0131-02")
	p.presses(duty, nil, "我来接手")
	if toast := p.presses(duty, nil, "是同一例，并案"); !strings.Contains(toast, "急-0131-01") || !strings.Contains(toast, "您接手") {
		t.Errorf("merged with %q", toast)
	}
	if p.withText(duty, nil, "急-0131-01", "接手："+duty.Name()) == nil {
		t.Errorf("the card:\n%s", p.transcript(duty, nil))
	}
	if p.withText(duty, p.Group, "急-0131-01", "已接手") == nil {
		t.Errorf("the group reads:\n%s", p.transcript(duty, p.Group))
	}
	p.until("14:20")
	if p.withText(p.Holder(workgroup.Leading), nil, "急-0131-01", "呼叫") != nil {
		t.Error("it goes on ringing")
	}
}

// A unit that was taken down wrongly is put right from the card: the other unit's report is not taken for its own.
func TestACasesUnitIsPutRight(t *testing.T) {
	t.Parallel()
	p, _, duty := reported(t)
	p.sees(duty, nil, "单位报告：14:05 何望桥")
	p.presses(duty, nil, "更正单位")
	p.presses(duty, nil, "机电工程学院")
	if k := p.open()[0]; k.Unit != "jidian" || k.OfUnit.In() {
		t.Errorf("of %s, reported by it: %v", k.Unit, k.OfUnit)
	}
	p.reads(duty, nil, "单位 软件学院 → 机电工程学院", "单位报告：未报")
	p.reads(p.Head("jidian"), nil, "急-0131-01")
}

// Two cases that turn out to be of one unit and one kind are asked about when that is known, and no more when it turns out otherwise, or somebody has said that
// they are two.
func TestACaseIsLikenedWhenItsKindOrUnitIsKnown(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.zhang()
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.calls(p.Head("huli"), "确诊", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.says(duty, nil, "急-0131-01 我来接手")
	like := func(want string) {
		t.Helper()
		if k := p.kase(); k.Like != want {
			t.Errorf("%s may be the same as %q, not %q", k.Code(), want, k.Like)
		}
	}
	like("")
	unit := func(name string) {
		t.Helper()
		p.says(duty, nil, "/case 0131-02")
		p.presses(duty, nil, "更正单位")
		p.presses(duty, nil, name)
	}
	unit("软件学院")
	like("2020-01-31/0001")
	p.reads(duty, nil, "急-0131-02", "可能与 急-0131-01 是同一例")
	unit("旅游学院")
	like("")
	if p.withButton(duty, nil, "是同一例，并案") != nil {
		t.Error("it can be merged with a case of another unit")
	}
	unit("软件学院")
	p.presses(duty, nil, "不是同一例")
	unit("护理学院")
	unit("软件学院")
	like("")
}
