package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// The words of a case's buttons do what the buttons do, to the one case that can be meant.
func TestTheWordsOfATakenCase(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.says(duty, nil, "成立")
	p.sees(duty, nil, "急-0131-01", "“成立”已记录")
	if k := p.kase(); k.Verdict != workgroup.VerdictStands {
		t.Errorf("found: %+v", k.Findings)
	}
	p.says(duty, nil, "改知悉时间 14:00")
	if k := p.kase(); k.Known.Format("15:04") != "14:00" {
		t.Errorf("known since %s", k.Known)
	}
	p.says(duty, nil, "知悉时间")
	p.sees(duty, nil, "急-0131-01")
	p.says(duty, nil, "14:01")
	if k := p.kase(); k.Known.Format("15:04") != "14:01" {
		t.Errorf("known since %s", k.Known)
	}
	p.says(duty, nil, "稍后：正在路上")
	p.sees(duty, nil, "急-0131-01")
	if k := p.kase(); k.Snoozed != "正在路上" {
		t.Errorf("put off for %q", k.Snoozed)
	}
	p.says(head, nil, "本人已报")
	p.sees(head, nil, "几点、怎么报的")
	if k := p.kase(); !k.Individual.In() {
		t.Error("the individual's report is not in")
	}
	// What is lacking is said, then the outcome is read back.
	p.says(duty, nil, "办结：已送定点医院，家长知情")
	if p.withButton(duty, nil, "确认办结") != nil || len(p.open()) != 1 {
		t.Errorf("closed with obligations open:\n%s", p.transcript(duty, nil))
	}
	p.says(duty, nil, "改为排除")
	p.says(duty, nil, "办结：核酸阴性，复核排除")
	p.sees(duty, nil, "核酸阴性，复核排除")
	if len(p.open()) != 1 {
		t.Error("closed without being read back")
	}
}

// Handing over, by name or by what colleagues are called; of nobody that is known it is asked to whom.
func TestACaseIsHandedOverInWords(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"转给吴远舟", "移交吴老师", "转给吴远舟老师", "0131-01 转给吴远舟"} {
		p, _, duty := reported(t)
		p.says(duty, nil, words)
		p.sees(duty, nil, "已请吴远舟接手")
		if k := p.kase(); k.Offered != "wu-yuanzhou" {
			t.Fatalf("%s: offered to %q", words, k.Offered)
		}
		p.says(p.wu(), nil, "同意")
		if k := p.kase(); k.Holder != "wu-yuanzhou" {
			t.Errorf("%s: held by %q", words, k.Holder)
		}
	}
	p, _, duty := reported(t)
	p.says(duty, nil, "转给孔老师")
	p.sees(duty, nil, "急-0131-01")
	p.presses(duty, nil, "吴远舟")
	p.says(duty, nil, "退回")
	if k := p.kase(); k.Holder != "" {
		t.Errorf("held by %q", k.Holder)
	}
	// What nobody has taken is to be taken first.
	p.says(duty, nil, "排除")
	p.sees(duty, nil, "请先接手")
	p.says(duty, nil, "已接")
	if k := p.kase(); k.Holder != "zhang-qiuxi" {
		t.Errorf("held by %q", k.Holder)
	}
}

// Within a sentence, too, and in answer to “to whom?”; a name that nobody has is asked again.
func TestACaseIsHandedOverInASentence(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"我要下班了，移交给吴远舟", "这个案子移交给吴远舟", "让吴远舟接手", "请吴老师来接手吧", "吴远舟接一下", "我去开会，麻烦转给吴远舟处理", "hand it to 吴远舟", "please hand this case over to 吴远舟",
		"急-0131-01 交给吴远舟吧", "学生已送二院，移交给吴远舟"} {
		p, _, duty := reported(t)
		p.says(duty, nil, words)
		p.sees(duty, nil, "已请吴远舟接手")
		k := p.kase()
		if k.Offered != "wu-yuanzhou" || k.Holder != "zhang-qiuxi" {
			t.Errorf("%s: offered to %q", words, k.Offered)
		}
		if told := strings.Contains(words, "二院"); told != (p.lastRemark() == "学生已送二院") {
			t.Errorf("%s: kept %q", words, p.lastRemark())
		}
	}
	for _, words := range []string{"不要移交给吴远舟", "学生已转交给社区", "还没移交给吴远舟"} {
		p, _, duty := reported(t)
		p.says(duty, nil, words)
		if k := p.kase(); k.Offered != "" {
			t.Errorf("%s: offered to %q", words, k.Offered)
		}
	}
	p, _, duty := reported(t)
	p.presses(duty, nil, "移交")
	p.says(duty, nil, "孔明")
	p.sees(duty, nil, "移交给谁")
	p.says(duty, nil, "吴老师")
	p.sees(duty, nil, "已请吴远舟接手")
	if k := p.kase(); k.Offered != "wu-yuanzhou" {
		t.Errorf("offered to %q", k.Offered)
	}
	// What is no name goes on as ever.
	p.presses(duty, nil, "移交")
	p.says(duty, nil, "续报：学生已送二院")
	if p.lastRemark() != "续报：学生已送二院" && p.lastRemark() != "学生已送二院" {
		t.Errorf("kept %q", p.lastRemark())
	}
	// Of several it is asked which, and one press hands it over.
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.says(duty, nil, "我要下班了，移交给何老师")
	p.sees(duty, nil, "哪一件")
	p.presses(duty, nil, "急-0131-02")
	if open := p.open(); open[1].Offered != "he-songshi" {
		t.Errorf("offered to %q", open[1].Offered)
	}
}

// Of several cases it is asked which, unless the code is there.
func TestTheWordsOfOneOfSeveralCases(t *testing.T) {
	t.Parallel()
	p, _, duty := reported(t)
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.says(duty, nil, "排除")
	p.sees(duty, nil, "“排除”是哪一件")
	p.presses(duty, nil, "急-0131-02")
	p.says(duty, nil, "急-0131-01 成立")
	if open := p.open(); open[0].Verdict != workgroup.VerdictStands || open[1].Verdict != workgroup.VerdictExcluded {
		t.Errorf("found %q and %q", open[0].Verdict, open[1].Verdict)
	}
}

// A case that is open is not cancelled, by whatever word: it is said what to do.
func TestAnOpenCaseIsNotCancelled(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"/cancel", "取消", "撤销", "误报", "算了", "撤回", "搞错了"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:05")
			head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
			p.calls(head, "确诊", "学生", "刚刚")
			p.says(head, nil, words)
			p.sees(head, nil, "急-0131-01", "不能取消", "值班员", "0392-0000000")
			p.presses(duty, nil, "我来接手")
			p.says(head, nil, words)
			p.sees(head, nil, "不能取消", "张秋溪", "139-0000-0081")
			p.says(duty, nil, words)
			p.sees(duty, nil, "不能取消", "「排除」", "「办结」")
			kept := words == "误报" || words == "搞错了"
			if k := p.kase(); (len(k.Remarks) > 0) != kept {
				t.Errorf("kept: %+v", k.Remarks)
			}
			// A filing is given up as ever, and what is not touched by that is said.
			p.says(head, nil, "居家隔离2人，其余为0")
			p.says(head, nil, "取消")
			p.sees(head, nil, "已取消", "急-0131-01 不受影响")

			who := p.newcomer("孔", "明")
			who.Starts()
			p.settle()
			p.says(who, nil, "我今天确诊了，软件学院学生")
			p.presses(who, nil, "刚刚")
			p.presses(who, nil, "启动紧急报告")
			p.says(who, nil, words)
			p.sees(who, nil, "急-0131-02", "不能取消")
		})
	}
}

func TestTheWordsOfACaseInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.says(duty, nil, "ruled out")
	p.sees(duty, nil, "Please take it first")
	p.presses(duty, nil, "I take 急-0131-01")
	p.says(duty, nil, "ruled out")
	p.sees(duty, nil, "is noted")
	p.says(head, nil, "cancel")
	p.sees(head, nil, "cannot be cancelled", "who has it")
	p.says(duty, nil, "hand over to "+p.wu().Name())
	p.sees(duty, nil, "is asked to take 急-0131-01 over")
	p.says(p.wu(), nil, "agreed")
	if k := p.kase(); k.Verdict != workgroup.VerdictExcluded || !strings.HasPrefix(string(k.Holder), "wu") {
		t.Errorf("found %q, held by %q", k.Verdict, k.Holder)
	}
}

// Where a patient is taken is news of the case, which its holder is asked about: it hands the case over to nobody.
func TestWhereAPatientIsTakenHandsNothingOver(t *testing.T) {
	t.Parallel()
	p, _, duty := reported(t)
	p.says(duty, nil, "转定点医院")
	p.sees(duty, nil, "“转定点医院”要记入正在处理的紧急情况吗？")
	p.presses(duty, nil, "记入 急-0131-01")
	if k := p.kase(); len(k.Remarks) != 2 {
		t.Errorf("not kept: %+v", k.Remarks)
	}
}
