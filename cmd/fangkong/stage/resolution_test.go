package stage

import (
	"fmt"
	"testing"

	"fangkong/store/workgroup"
)

// decided are the decisions of today, by their words.
func (p *play) decided() (out []string) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		for d := range workgroup.Decisions.Each(b, "2020-01-31/") {
			out = append(out, d.Text)
		}
	})
	return out
}

// What is numbered is as many decisions, each read back and recorded by itself, with the label and without.
func TestNumberedLinesAreSeveralDecisions(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"1. 安保处和后勤集团今晚8点前完成各楼门标识\n2. 学生处明天12点前上报返校名单\n3. 由后勤集团负责宿舍消毒，2月3日前完成",
		"决定：\n1、安保处和后勤集团今晚8点前完成各楼门标识\n2、学生处明天12点前上报返校名单\n3、由后勤集团负责宿舍消毒，2月3日前完成",
		"会议决定如下：①安保处和后勤集团今晚8点前完成各楼门标识；②学生处明天12点前上报返校名单；③由后勤集团负责宿舍消毒，2月3日前完成",
		"决定：一是安保处和后勤集团今晚8点前完成各楼门标识；二是学生处明天12点前上报返校名单；三是由后勤集团负责宿舍消毒，2月3日前完成",
	} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, words)
		all := p.decided()
		if len(all) != 3 || all[1] != "学生处明天12点前上报返校名单" {
			t.Fatalf("%s: %q\n%s", words, all, p.transcript(office, nil))
		}
		p.reads(office, nil, "决-0131-01", "责任：安保处、后勤集团", "对吗")
		p.reads(office, nil, "决-0131-02", "责任：学生处", "对吗")
		p.presses(office, nil, "记为议定事项")
		if !p.decision("003").Recorded.Done() || p.decision("001").Recorded.Done() {
			t.Error("not recorded by itself")
		}
	}
}

// While the meeting goes on a sentence of its people that says who does what until when is read back as a decision; what is none is not, and
// without a meeting nothing is.
func TestASentenceThatReadsAsAResolution(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	director, leader := p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	p.until("15:20")
	p.says(director, nil, "安保处今晚8点前完成各楼门标识")
	if len(p.decided()) != 0 {
		t.Error("decided without a meeting")
	}
	p.until("16:01")
	n := 0
	for _, words := range []string{"安保处今晚8点前完成各楼门标识", "由学生处负责联系在鄂学生", "后勤集团明天中午12点前备好20间隔离房", "决定宿舍每天消毒两次", "学生处尽快核实返校名单", "安保处和后勤集团今晚完成各楼门标识", "安保处、后勤集团要加强值守", "请学生处和团委做好心理疏导"} {
		p.says(director, nil, words)
		if n++; len(p.decided()) != n {
			t.Fatalf("%s: %q\n%s", words, p.decided(), p.transcript(director, nil))
		}
	}
	p.reads(director, nil, "决-0131-01", "责任：安保处", "安保处今晚8点前完成各楼门标识")
	p.says(leader, nil, "由人事处牵头，2月2日前摸清返鹤教职工")
	if n++; len(p.decided()) != n {
		t.Fatalf("the leading group's: %q\n%s", p.decided(), p.transcript(leader, nil))
	}
	p.presses(leader, nil, "记为议定事项")
	p.sees(p.Head("renshi"), nil, "请按「收到」")
	for _, words := range []string{"安保处今天完成了消毒", "学生处明天报名单吗？", "谁没报", "学生处", "好的", "值班", "学生处已经报了名单", "安保处今晚谁值班？", "软件学院居家隔离2人，今晚前解除", "2月1日，李望石值夜班", "软件学院负责人是谁", "消毒由谁牵头", "学生处今天不报", "决定作废", "议定事项办得怎么样了", "决定发下去了吗", "决定撤销决-0131-01"} {
		p.says(director, nil, words)
		if len(p.decided()) != n {
			t.Fatalf("“%s” is a decision: %q", words, p.decided())
		}
	}
}

// The number of a point is no part of what was decided, however it is written and whether or not there is a second one; a number that is a part stays.
func TestTheNumberOfAPointIsNoPartOfADecision(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	var want []string
	for i, words := range []string{"（一）", "1.", "一是", "1、", "(2)", "①", "一、", "第一，", "3. ", "（1）"} {
		said := fmt.Sprintf("学生处明天12点前上报%d批返校名单", i+1)
		p.says(office, nil, "决定："+words+said)
		want = append(want, said)
	}
	p.says(office, nil, "（一）安保处今晚8点前完成各楼门标识")
	want = append(want, "安保处今晚8点前完成各楼门标识")
	for i, words := range []string{"（一）学生处明天12点前上报%s；（二）安保处今晚8点前完成%s", "决定：\n一、学生处明天12点前上报%s\n二、安保处今晚8点前完成%s", "（一）决定：学生处明天12点前上报%s\n（二）决定：安保处今晚8点前完成%s"} {
		list, mark := fmt.Sprintf("%d级名单", 2017+i), fmt.Sprintf("%d号门标识", 1+i)
		p.says(office, nil, fmt.Sprintf(words, list, mark))
		want = append(want, "学生处明天12点前上报"+list, "安保处今晚8点前完成"+mark)
	}
	for _, words := range []string{"1.5米间隔由后勤集团负责，明天18点前落实", "2月1日18点前由学生处摸清名单", "一周内由后勤集团完成消毒", "1、2、3号楼由后勤集团负责消毒，明天18点前完成", "一二号楼由后勤集团负责消毒，明天18点前完成", "一、二、三号楼由后勤集团负责消毒，明天18点前完成", "120急救联系由校办负责，明天18点前完成", "3人一间由后勤集团负责安排，明天18点前完成"} {
		p.says(office, nil, "决定："+words)
		want = append(want, words)
	}
	got := p.decided()
	for i, words := range want {
		if i >= len(got) || got[i] != words {
			t.Fatalf("%d: %q, not %q", i+1, got[min(i, len(got)-1):], words)
		}
	}
}
