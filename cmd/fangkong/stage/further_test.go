package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// What may be of a further patient is asked about; unanswered it rings by itself after the usual minutes, and an answer is heard.
func TestWhatMayBeAFurtherPatientRingsByItself(t *testing.T) {
	t.Parallel()
	for _, one := range []struct {
		words   string
		aloud   bool   // in the group
		answer  string // "": none
		asked   string // what is asked
		cases   int    // open in the end
		remarks int    // of the first
	}{
		{words: "补充：他也确诊了", asked: "还是又有新情况", cases: 2, remarks: 1},
		{words: "补充：他也确诊了", asked: "还是又有新情况", answer: "记入 急-0131-01", cases: 1, remarks: 2},
		{words: "补充：他也确诊了", asked: "还是又有新情况", answer: "另报新情况", cases: 2, remarks: 1},
		{words: "还有一个同学也在发烧", asked: "去过湖北", cases: 2, remarks: 1},
		{words: "还有一个同学也在发烧", asked: "去过湖北", answer: "不是", cases: 1, remarks: 1},
		{words: "还有一个同学也在发烧", aloud: true, asked: "去过湖北", cases: 2, remarks: 1},
		{words: "他的室友也发烧了", aloud: true, asked: "这像是另一起新情况", cases: 2, remarks: 1},
	} {
		t.Run(one.words+" "+one.answer, func(t *testing.T) {
			t.Parallel()
			p, head, duty := reported(t)
			p.wait(15 * time.Minute)
			where := sandbox.Chat(nil)
			if one.aloud {
				where = p.Group
			}
			p.says(head, where, one.words)
			p.reads(head, nil, one.asked)
			if one.answer != "" {
				p.presses(head, nil, one.answer)
			} else if !strings.Contains(one.asked, "另一起") {
				p.reads(head, nil, "14:23 前没有回答", "自动立案并呼叫值班员")
			}
			p.wait(workgroup.CallLife + time.Second)
			open := p.open()
			if len(open) != one.cases || len(open[0].Remarks) != one.remarks {
				t.Fatalf("%d cases, %+v:\n%s", len(open), open, p.transcript(head, nil))
			}
			if one.cases == 2 && (!p.rings(duty) || !open[1].Partial || open[1].Unit != "ruanjian") {
				t.Errorf("opened as %+v", open[1])
			}
			if one.cases == 2 && one.answer == "" && p.withButton(head, nil, "🚨 另报新情况") != nil {
				if toast := p.presses(head, nil, "🚨 另报新情况"); !strings.Contains(toast, "急-0131-02") || len(p.open()) != 2 {
					t.Errorf("answered too late with %q", toast)
				}
			}
			if one.aloud {
				groupHides(p, "发烧", "湖北")
			}
		})
	}
}

// Who is named as a patient, and of whom is not said, is asked about in private wherever it is written; unanswered it rings by itself, and of
// somebody near it does not.
func TestWhoIsNamedAsAPatientIsAskedAbout(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	for i, one := range []struct {
		who    *sandbox.Person
		words  string
		asked  string
		answer string
		opens  bool
	}{
		{p.Head("ruanjian"), "李明确诊", "是本单位人员、今日新发生的吗", "", true},
		{p.Head("huli"), "王芳疑似", "是本单位人员、今日新发生的吗", "不是", false},
		{p.holders(workgroup.DutyStaff)[0], "赵强确诊了", "是本单位人员、今日新发生的吗", "", true},
		{p.Head("qiche"), "楼上宿舍有人核酸没过 说是阳", "病的是谁", "", false},
		{p.holders(workgroup.Staff)[0], "小刘的对象确诊", "病的是谁", "", false},
		{p.Head("jidian"), "陈静、刘洋都确诊了", "是本单位人员、今日新发生的吗", "是，提醒值班员", true},
	} {
		before := len(p.open())
		p.says(one.who, p.Group, one.words)
		p.reads(one.who, nil, one.asked)
		if one.answer != "" {
			p.presses(one.who, nil, one.answer)
		}
		p.wait(workgroup.CallLife + time.Second)
		if opens := len(p.open()) > before; opens != one.opens {
			t.Errorf("%d %s: opens a case: %v\n%s", i, one.words, opens, p.transcript(one.who, nil))
		}
	}
	groupHides(p, "是本单位人员")
	// Of whoever cannot be written to it rings all the same, and they read where they can be asked.
	q := newPlay(t, Options{}, "he-wangqiao")
	q.until("14:05")
	q.says(q.Person("he-wangqiao"), q.Group, "李明确诊")
	if q.withText(q.Head("huli"), q.Group, "私聊") == nil {
		t.Errorf("nothing is said:\n%s", q.transcript(q.Head("huli"), q.Group))
	}
	q.wait(workgroup.CallLife + time.Second)
	if n := len(q.open()); n != 1 {
		t.Errorf("%d cases", n)
	}
}

func TestWhatMayBeAFurtherPatientInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.presses(duty, nil, "I take it")
	p.says(head, nil, "Addition: he has tested positive too")
	p.reads(head, nil, "or a new case?", "Without an answer by 14:08", "calls the duty staff")
	p.presses(head, nil, "Add to 急-0131-01")
	p.wait(workgroup.CallLife + time.Second)
	if n := len(p.open()); n != 1 {
		t.Errorf("%d cases", n)
	}
	p.spoke()
}
