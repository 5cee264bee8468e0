package stage

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// docWords are the text of a document, without its marks.
func docWords(t *testing.T, raw []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	must(t, err)
	f, err := z.Open("word/document.xml")
	must(t, err)
	defer f.Close()
	xml, err := io.ReadAll(f)
	must(t, err)
	var out strings.Builder
	in := false
	for _, r := range string(xml) {
		switch r {
		case '<':
			in = true
		case '>':
			in = false
		default:
			if !in {
				out.WriteRune(r)
			}
		}
	}
	return out.String()
}

// What was decided can be changed and taken back, with a reason: whoever answers for it hears so, what it said stays in the record, and the
// next pack and the minutes say so.
func TestADecisionIsChanged(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: only(wholeCollege(), "xuesheng", "renshi", "houqin", "houqinchu", "ruanjian")})
	leader, office, head, other := p.Holder(workgroup.Leading), p.Person("zhao-wangpu"), p.Head("xuesheng"), p.Head("houqinchu")
	p.until("16:00")
	for _, what := range []string{"增加测温点，由学生处负责，明天18点前完成", "每天通风，由后勤处负责，明天前完成", "门岗登记，由后勤处负责，明天前完成"} {
		p.says(leader, nil, "决定："+what)
		p.presses(leader, nil, "记为议定事项")
	}
	p.says(head, nil, "收到")

	// The owner cannot, and a change has its reason.
	p.says(head, nil, "决-0131-01 时限改到2月5日，人手不够")
	p.sees(head, nil, "由领导小组和防控办办理")
	p.says(leader, nil, "/decisions")
	p.presses(leader, nil, "更改 决-0131-01")
	p.presses(leader, nil, "改时限")
	p.sees(leader, nil, "时限改到什么时候")
	p.says(leader, nil, "2月3日下班前")
	p.sees(leader, nil, "2月3日下班前是几点前")
	p.says(leader, nil, "12点")
	p.sees(leader, nil, "为什么这样改？")
	p.decisionCard(head, "0131-01", "时限：2月1日 18:00前", "收到：")
	p.says(leader, nil, "测温枪2月2日才到")
	p.decisionCard(head, "0131-01", "待收到", "时限：2月3日 12:00前", "2月1日 18:00前 → 2月3日 12:00前", "测温枪2月2日才到", "已有更改，请按「收到」")
	p.sees(office, nil, "决-0131-01 已更改", "测温枪2月2日才到")
	if toast := p.presses(head, nil, "收到"); strings.Contains(toast, "不") {
		t.Errorf("received with %q", toast)
	}
	// Given to another, in one line: whoever it was told before is told that it is theirs no longer.
	p.says(office, nil, "决-0131-01 改由后勤处负责，因为学生处人手不够")
	p.sees(head, nil, "决-0131-01 已更改", "学生处 → 后勤处", "贵单位不用再办")
	p.decisionCard(other, "0131-01", "增加测温点\n", "责任：后勤处", "请按「收到」")
	// Its words, and what is taken back.
	p.says(office, nil, "/decisions")
	p.presses(office, nil, "更改 决-0131-02")
	p.presses(office, nil, "改内容")
	p.says(office, nil, "两次，原因：上级有新要求")
	p.sees(office, nil, "改后全文：\n“两次”", "原来是：“每天通风”", "原因：上级有新要求", "对吗？")
	p.decisionCard(other, "0131-02", "每天通风，由后勤处负责")
	p.says(office, nil, "每天通风两次")
	p.sees(office, nil, "改后全文：\n“每天通风两次”", "对吗？")
	p.says(office, nil, "对")
	p.decisionCard(other, "0131-02", "每天通风两次", "” → “每天通风两次”")
	p.says(leader, nil, "撤销决-0131-03")
	p.sees(leader, nil, "为什么撤销")
	p.says(leader, nil, "与上级通知重复")
	p.sees(other, nil, "决-0131-03 已撤销", "与上级通知重复", "不用再办")
	p.says(other, nil, "决-0131-03 办结：已登记")
	p.sees(other, nil, "决-0131-03 已撤销")

	p.says(leader, nil, "散会")
	p.wait(2 * time.Second)
	p.says(leader, nil, "散会")
	p.wait(10 * time.Second)
	minutes := p.withText(leader, nil, "会议纪要（草稿），议定事项 2 项")
	if minutes == nil {
		t.Fatalf("no minutes:\n%s", p.transcript(leader, nil))
	}
	read := docWords(t, minutes.File.Data)
	for _, want := range []string{"1.增加测温点。责任单位：后勤处；时限：2月3日12时00分。", "以下议定事项有更改：", "时限由2月1日18时00分改为2月3日12时00分。原因：测温枪2月2日才到。", "责任由学生处改为后勤处。原因：学生处人手不够。", "决-0131-03（门岗登记", "撤销。原因：与上级通知重复。"} {
		if !strings.Contains(read, want) {
			t.Errorf("the minutes do not say %q:\n%s", want, read)
		}
	}
	p.until("23:59")
	p.until("15:51")
	p.lastCard(office, "📑", "2月1日 研判材料 v1", "没办结的议定事项 2 项", "更改、撤销的议定事项", "决-0131-03", "撤销（原因：与上级通知重复）")
	found, err := p.Store.Verify()
	must(t, err)
	if !found.Sound() {
		t.Error(found.Faults)
	}
}

func TestADecisionIsChangedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	office, head := p.Person("zhao-wangpu"), p.Head("xuesheng")
	p.until("16:01")
	p.says(office, nil, "Decision: more temperature checks in dormitories, by the Student Affairs Office, before 1 February")
	p.presses(office, nil, "Record")
	p.presses(office, nil, "Change when")
	p.sees(office, nil, "until when instead?")
	p.says(office, nil, "3 February 12:00, reason: supplies are late")
	p.lastCard(head, "📌 0131-01", "before 12:00, 3 February", "supplies are late", "It was changed.")
	p.says(office, nil, "0131-01 words to more checks at the gates, reason: the city asks for it")
	p.sees(office, nil, "All that 0131-01 is to say:\n“more checks at the gates”", "Is that right?")
	p.says(office, nil, "yes")
	p.lastCard(head, "📌 0131-01", "more checks at the gates", "the city asks for it")
	p.says(office, nil, "revoke 0131-01: the city has decided otherwise")
	p.sees(head, nil, "0131-01 was taken back", "the city has decided otherwise", "Nothing is to be done")
}

// Words that begin with a decision's code, and “决定：”, are of their own: never the reason of a change that waits for one.
func TestANewChangeIsNoReason(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	leader, head := p.Holder(workgroup.Leading), p.Head("xuesheng")
	p.until("16:01")
	for _, what := range []string{"学生宿舍每日测温两次", "门岗登记"} {
		p.says(leader, nil, "决定："+what+"，由学生处负责，2月1日18点前完成")
		p.says(leader, nil, "对")
	}
	p.says(leader, nil, "决-0131-01 改由人事处负责")
	p.sees(leader, nil, "为什么这样改？")
	p.says(leader, nil, "决-0131-01 时限改到2月3日，原因：体温枪没到")
	p.reads(leader, nil, "决-0131-01 刚才的更改没有写完，没有生效")
	p.decisionCard(head, "0131-01", "责任：学生处　时限：2月3日前", "原因：体温枪没到）")
	p.says(leader, nil, "决-0131-01 改由人事处负责")
	p.says(leader, nil, "撤销决-0131-02，原因：与上级通知重复")
	p.sees(head, nil, "决-0131-02 已撤销", "与上级通知重复）")
	p.says(leader, nil, "决-0131-01 改由人事处负责")
	p.says(leader, nil, "决定：全院停课，由学生处负责，2月1日18点前完成")
	p.says(leader, nil, "是的")
	p.decisionCard(head, "0131-03", "全院停课", "待收到")
	p.decisionCard(head, "0131-01", "责任：学生处")
	// A reason that repeats what it is the reason of is one.
	p.says(leader, nil, "撤销决-0131-03")
	p.says(leader, nil, "撤销原因：上级另有安排")
	p.sees(head, nil, "决-0131-03 已撤销", "原因：上级另有安排）")
}
