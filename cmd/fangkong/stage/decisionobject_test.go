package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Whoever was given what is not theirs says so in their own words: the office reads it and gives it to whom they name, or keeps it where it is.
func TestADecisionIsSaidToBeSomebodyElses(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office, director, other := p.Head("xuesheng"), p.Person("zhao-wangpu"), p.Holder(workgroup.Director), p.Head("houqin")
	p.until("16:01")
	p.owing("食堂每天消毒")
	p.says(owner, nil, "这事不归我们管，应该由后勤集团负责")
	p.sees(owner, nil, "已转", "决-0131-01", "您提出不归您负责", "建议由后勤集团负责", "答复前仍由学生处办", "2月1日 18:00前")
	p.reads(office, nil, "不归其负责", "决-0131-01", "“这事不归我们管，应该由后勤集团负责”", owner.Name())
	p.reads(director, nil, "不归其负责", "决-0131-01")
	p.decisionCard(owner, "0131-01", "建议由后勤集团负责，待答复")
	if d := p.decision("001"); !d.Seen.Done() || d.Owner.Unit != "xuesheng" {
		t.Errorf("received and standing: %+v", d)
	}
	p.presses(director, nil, "改由后勤集团负责")
	p.reads(owner, nil, "决-0131-01 已更改", "学生处 → 后勤集团", "贵单位不用再办")
	p.decisionCard(other, "0131-01", "食堂每天消毒", "请按「收到」")
	if d := p.decision("001"); d.Plea.Done() || d.Owner.Unit != "houqin" || d.Amended[0].Reason != "这事不归我们管，应该由后勤集团负责" {
		t.Errorf("given to whom they name: %+v", d)
	}

	// Who names nobody is answered with another, or that it stays, which needs a reason.
	p.says(other, nil, "这个不是我们单位的职责")
	p.reads(office, nil, "不归其负责", "“这个不是我们单位的职责”")
	p.presses(office, nil, "仍由后勤集团负责")
	p.sees(office, nil, "决-0131-01 仍由后勤集团负责：请写原因")
	p.says(office, nil, "食堂是你们管的")
	p.reads(other, nil, "决-0131-01 仍由后勤集团负责", office.Name(), "原因：食堂是你们管的", "请于 2月1日 18:00前办结")
	p.reads(director, nil, "仍由后勤集团负责", "食堂是你们管的")
	if d := p.decision("001"); d.Plea.Done() || len(d.Amended) != 1 {
		t.Errorf("kept: %+v", d)
	}
	p.says(other, nil, "收到，这个不归我处负责，能不能换个单位")
	p.presses(director, nil, "改责任")
	p.says(director, nil, "安保处")
	p.reads(other, nil, "后勤集团 → 安保处", "贵单位不用再办")
	if d := p.decision("001"); d.Owner.Unit != "anbao" || d.Amended[1].Reason != "收到，这个不归我处负责，能不能换个单位" {
		t.Errorf("given to another: %+v", d)
	}
}

// Who can do it, but not easily, has received it, and the office hears what is in the way.
func TestADifficultyIsPassedOn(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office, director := p.Head("xuesheng"), p.Person("zhao-wangpu"), p.Holder(workgroup.Director)
	p.until("16:01")
	p.owing("摸清返校名单")
	p.says(owner, nil, "收到，但是有困难，人手不够")
	p.sees(owner, nil, "已记为收到", "困难已转", "决-0131-01", "2月1日 18:00前")
	p.reads(office, nil, "有困难", "决-0131-01", "“收到，但是有困难，人手不够”", owner.Name())
	if d := p.decision("001"); !d.Seen.Done() {
		t.Error("not received")
	}
	p.presses(office, nil, "按原定办")
	p.says(office, nil, "团委派两个人来帮忙")
	p.reads(owner, nil, "决-0131-01 仍按原定办", "答复：团委派两个人来帮忙")
	// Its deadline, where the office gives more time for it.
	p.says(owner, nil, "决-0131-01 难以落实，物资短缺")
	p.sees(owner, nil, "困难已转")
	p.presses(director, nil, "另定时限")
	p.says(director, nil, "2月3日下班前")
	p.sees(director, nil, "2月3日下班前是几点前")
	p.says(director, nil, "17点")
	p.sees(director, nil, "请写原因")
	p.says(director, nil, "物资2号到")
	p.reads(owner, nil, "时限改为 2月3日 17:00前")
	if d := p.decision("001"); d.Plea.Done() || len(d.Amended) != 1 || d.Amended[0].Reason != "物资2号到" {
		t.Errorf("more time: %+v", d)
	}
}

// Another deadline does not answer whose it is; of several who answer for it only whoever objects is replaced; asked what came of it, one may say that
// it is somebody else's; and of several it is asked of which.
func TestWhoseADecisionIsStaysAsked(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office, director, guard := p.Head("xuesheng"), p.Person("zhao-wangpu"), p.Holder(workgroup.Director), p.Head("anbao")
	p.until("16:01")
	p.owing("清点物资")
	p.presses(owner, nil, "办结")
	p.says(owner, nil, "这不是我们的事，该后勤集团管")
	p.sees(owner, nil, "已转", "建议由后勤集团负责")
	p.says(director, nil, "决-0131-01 时限改到2月2日18点，原因：上级推迟")
	if d := p.decision("001"); !d.Plea.Done() || d.Done.Done() {
		t.Errorf("a deadline answers whose it is: %+v", d)
	}
	p.presses(office, nil, "改由后勤集团负责")
	if d := p.decision("001"); d.Owner.Unit != "houqin" {
		t.Errorf("not given: %+v", d)
	}
	p.says(office, nil, "决定：安保处和学生处今晚8点前完成各楼门标识")
	p.presses(office, nil, "记为议定事项")
	p.says(owner, nil, "楼门标识不属于我处职责范围，建议由后勤集团负责")
	p.sees(owner, nil, "是这一项不归您负责吗？", "决-0131-02")
	p.presses(owner, nil, "不归我们 决-0131-02")
	p.presses(office, nil, "改由后勤集团负责")
	if d := p.decision("002"); !slices.Equal(d.Owners(), []workgroup.Owner{{Unit: "anbao"}, {Unit: "houqin"}}) {
		t.Errorf("of two: %+v", d.Owners())
	}
	p.decisionCard(guard, "0131-02", "请按「收到」")
	p.owing("摸清返校名单")
	p.owing("电话随访")
	p.says(owner, nil, "这项工作不归我们管")
	p.sees(owner, nil, "是下面哪一项不归您负责？", "决-0131-03", "决-0131-04")
	p.presses(owner, nil, "不归我们 决-0131-04")
	p.reads(office, nil, "不归其负责", "决-0131-04")
	if p.decision("003").Plea.Done() || !p.decision("004").Plea.Done() {
		t.Error("of another one")
	}
}

// What is no word about a decision is none, whoever answers for one.
func TestWhatIsNoObjection(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
	p.until("14:05")
	p.says(office, nil, "/meeting")
	p.presses(office, nil, "现在开会")
	p.owing("摸清返校名单")
	for _, words := range []string{
		"这个学生不是我们单位的", "不归我们管的人员要不要报？", "这项工作应该由谁负责？", "这事归谁管", "我处居家隔离2人，宿管不归我们管", "没有人发热",
		"学生处负责的名单已经交了", "请假两天，由朱思溪代我负责", "有困难的学生名单在哪里看", "由后勤集团负责的消毒做完了没有", "食堂人手不够，建议开学前招人", "收到",
		"这人应该归护理学院管", "此人不归我们学院管", "该生不归我们管，归护理学院", "他不归我们管，归护理学院管", "这个学生不该我们管", "这是护理学院的学生", "这个数不是我们单位的", "应该给学生发口罩", "建议由学院统一安排返校", "这是后勤集团", "我们不负责任的学生已处理", "由安保处负责门岗的同志今天测温了吗",
	} {
		p.says(owner, nil, words)
		if d := p.decision("001"); d.Plea.Done() {
			t.Errorf("“%s” objects: %+v", words, d.Plea)
		}
		if said := p.transcript(owner, nil); strings.Contains(said, "不归您负责？") {
			t.Fatalf("“%s” is asked about:\n%s", words, said)
		}
	}
	p.says(owner, nil, "这个学生不归我们管，是护理学院的，今天确诊了")
	p.rings(p.Holder(workgroup.DutyStaff))
	if d := p.decision("001"); d.Plea.Done() || p.withButton(owner, nil, "不归我们 决-0131-01") != nil {
		t.Errorf("a case objects: %+v", d.Plea)
	}
}

// Of two who answer for one decision each may ask for something: neither is lost over the other, and what is answered first leaves the other to be answered.
func TestTwoWhoAskOfOneDecision(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, director, guard, students := p.Person("zhao-wangpu"), p.Holder(workgroup.Director), p.Head("anbao"), p.Head("xuesheng")
	p.until("16:01")
	p.says(office, nil, "决定：安保处和学生处今晚8点前完成各楼门标识")
	p.presses(office, nil, "记为议定事项")
	p.says(guard, nil, "这事不归我们管，应该由后勤集团负责")
	p.wait(time.Minute)
	p.says(students, nil, "来不及，请延期到2月1日12点")
	p.presses(director, nil, "同意延到 2月1日 12:00")
	p.reads(students, nil, "同意延期")
	p.wait(2 * time.Second)
	if d := p.decision("001"); d.Plea.By != "" && d.Plea.Kind != workgroup.PleaOwner || !d.Plea.Done() {
		t.Fatalf("the first is lost: %+v", d.Plea)
	}
	p.sees(director, nil, "异议还没有答复", "“这事不归我们管，应该由后勤集团负责”")
	p.presses(director, nil, "改由后勤集团负责")
	if d := p.decision("001"); !slices.Equal(d.Owners(), []workgroup.Owner{{Unit: "xuesheng"}, {Unit: "houqin"}}) || d.Plea.Done() {
		t.Errorf("not given: %+v", d)
	}
	// Who asks anew says it in place of what they asked before.
	p.says(students, nil, "决-0131-01 申请延期到2月2日12点")
	p.says(students, nil, "决-0131-01 申请延期到2月3日12点")
	if d := p.decision("001"); len(d.Pleas) != 0 || !strings.Contains(d.Plea.Words, "2月3日") {
		t.Errorf("asked anew: %+v %+v", d.Plea, d.Pleas)
	}
}

func TestADecisionIsAnsweredInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	office, head := p.Person("zhao-wangpu"), p.Head("xuesheng")
	p.until("16:01")
	p.says(office, nil, "Decision: more temperature checks")
	p.says(office, nil, "Student Affairs Office")
	p.says(office, nil, "1 February 18:00")
	p.says(office, nil, "yes")
	p.says(head, nil, "received, but we are short of staff")
	p.sees(head, nil, "Taken as received", "what is in the way of 0131-01")
	p.says(head, nil, "please give us more time")
	p.sees(head, nil, "Until when do you need?")
	p.says(head, nil, "3 February 12:00")
	if p.withButton(office, nil, "Grant until 12:00, 3 February") == nil {
		t.Errorf("no button grants it:\n%s", p.transcript(office, nil))
	}
	p.says(head, nil, "This should be done by the Logistics Group")
	p.sees(head, nil, "you say that 0131-01 is not yours to do, but for Logistics Group")
	p.presses(office, nil, "Logistics Group instead")
	p.reads(head, nil, "You are not responsible any more")
}

// 还是学生处牵头 is the office's answer to whom an objection named: it stays as it is.
func TestItStaysWhoseItIsInWords(t *testing.T) {
	t.Parallel()
	for words, why := range map[string]string{"还是学生处牵头，后勤集团配合": "后勤集团配合", "还是由学生处负责，名单在你们那里": "名单在你们那里", "仍然学生处牵头": "", "决-0131-01 还是学生处牵头": ""} {
		p := wholeEarly(t, "15:58")
		owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
		p.until("16:01")
		p.owing("摸清返校名单")
		p.says(owner, nil, "这事不归我们管，应该由后勤集团负责")
		p.says(office, nil, words)
		if why == "" {
			p.sees(office, nil, "请写原因")
			p.says(office, nil, "名单在他们那里")
			why = "名单在他们那里"
		}
		p.reads(owner, nil, "决-0131-01 仍由学生处负责", "原因："+why)
		if d := p.decision("001"); d.Plea.Done() || d.Owner.Unit != "xuesheng" {
			t.Errorf("“%s”: %+v\n%s", words, d, p.transcript(office, nil))
		}
	}
}
