package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// 各二级学院 is every college: each of them receives it and closes its own part.
func TestAllCollegesAnswerForADecision(t *testing.T) {
	t.Parallel()
	for _, says := range [][]string{{"决定：由各二级学院负责，2月1日18点前摸清返校名单"}, {"决定：各二级学院2月1日18点前摸清返校名单"}, {"决定：2月1日18点前摸清返校名单", "各二级学院"}, {"决定：摸清返校名单，各学院牵头，学生处配合，2月1日18点前完成"}} {
		p := newPlay(t, Options{})
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		for _, words := range says {
			p.says(office, nil, words)
		}
		p.decisionCard(office, "0131-01", "各二级学院", "对吗")
		p.says(office, nil, "对")
		d, colleges := p.decision("001"), 0
		p.view(func(b workgroup.Book) {
			for u := range workgroup.Units.Each(b, "") {
				if u.Kind == workgroup.CollegeUnit {
					colleges++
				}
			}
		})
		if more := strings.Count(says[0], "配合"); len(d.Parties) != colleges+more || !d.Recorded.Done() {
			t.Errorf("%q: %+v\n%s", says, d, p.transcript(office, nil))
		}
		p.decisionCard(p.Head("ruanjian"), "0131-01", "请按「收到」")
		p.decisionCard(p.Head("huli"), "0131-01", "请按「收到」")
		if p.withText(p.Head("caiwu"), nil, "决-0131-01") != nil {
			t.Error("who is no college answers for it")
		}
	}
}

// What is not recorded yet may be worded anew by its code: who and until when stay unless the new words say others.
func TestAnUnrecordedDecisionIsWordedAnew(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "决定：宿舍消毒，由学生处负责，2月1日18点前完成")
	p.says(office, nil, "决-0131-01 内容改为宿舍和食堂每天消毒两次")
	p.decisionCard(office, "0131-01", "宿舍和食堂每天消毒两次", "责任：学生处", "2月1日 18:00前", "对吗")
	p.says(office, nil, "决-0131-01 内容改为：食堂每天消毒三次，由后勤集团负责，2月2日12点前完成")
	p.decisionCard(office, "0131-01", "食堂每天消毒三次", "责任：后勤集团", "2月2日 12:00前", "对吗")
	if n := len(p.decided()); n != 1 {
		t.Errorf("decided: %q", p.decided())
	}
	p.says(office, nil, "对")
	if d := p.decision("001"); !d.Recorded.Done() || len(d.Amended) != 0 {
		t.Errorf("%+v\n%s", d, p.transcript(office, nil))
	}
}

// Who takes part in the meeting, and what of it is not recorded, is answered.
func TestWhoMeetsAndWhatIsNotRecorded(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office, head, leader := p.Person("zhao-wangpu"), p.Head("ruanjian"), p.Holder(workgroup.Leading)
	p.until("14:30")
	for _, words := range []string{"下午四点的会我要参加吗", "今天的研判会我们要去吗？", "16:00的会谁参加"} {
		p.says(head, nil, words)
		p.sees(head, nil, "16:00", "参加", "不用")
		p.says(leader, nil, words)
		p.sees(leader, nil, "16:00", "请您参加")
	}
	p.says(head, nil, "家长会我要参加吗")
	if strings.Contains(head.Last(nil).Text, "研判会由") {
		t.Error("of another meeting")
	}
	p.says(office, nil, "有几条没记")
	p.sees(office, nil, "都记下了")
	p.until("16:01")
	p.says(office, nil, "决定：宿舍消毒，由学生处负责，2月1日18点前完成")
	for _, words := range []string{"有几条没记", "还有哪些没记？", "几条没记下"} {
		p.says(office, nil, words)
		p.reads(office, nil, "1 项决定还没有记为议定事项", "决-0131-01")
		p.lastCard(office, "📌 决-0131-01", "对吗")
	}
	p.says(office, nil, "对")
	p.says(office, nil, "有几条没记")
	p.sees(office, nil, "都记下了")
}
