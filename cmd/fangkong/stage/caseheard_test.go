package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// running is a case of 李明 that the head of 软件学院 has reported; taken: the duty staff has it.
func running(t *testing.T, taken bool) (p *play, head, duty *sandbox.Person) {
	t.Helper()
	p = newPlay(t, Options{})
	p.until("14:05")
	head, duty = p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "我院学生李明确诊，刚刚知道")
	p.presses(head, nil, "启动紧急报告")
	if taken {
		p.presses(duty, nil, "我来接手")
	}
	p.wait(2 * time.Minute)
	return p, head, duty
}

// lastRemark is what was written last in the running case.
func (p *play) lastRemark() string {
	k := p.kase()
	if len(k.Remarks) == 0 {
		return ""
	}
	return k.Remarks[len(k.Remarks)-1].Text
}

// A receipt is no reason to drop what stands beside it.
func TestWhatIsSaidBesideAReceiptReachesTheCase(t *testing.T) {
	t.Parallel()
	p, head, duty := running(t, true)
	other := p.Person("xie-silan")
	for _, c := range []struct {
		who   *sandbox.Person
		words string
	}{{head, "李明的父母已经知道了，正往学校赶"}, {head, "好的，李明说他昨天去过图书馆和食堂"}, {other, "收到，李明昨天还上了一天课，接触了40个人"}, {head, "收到，他已转到郑州"}, {other, "好的。该生家长到了"}, {head, "OK, his father is on the way"}, {head, "这事昨天晚上10点就知道了"}} {
		p.says(c.who, nil, c.words)
		p.sees(c.who, nil, "急-0131-01 续报已记入")
		if p.lastRemark() != c.words {
			t.Errorf("%q is not kept: %+v", c.words, p.kase().Remarks)
		}
	}
	for _, words := range []string{"收到疾控通知，要转到郑州去", "收到，家长半小时后到校"} {
		p.says(head, nil, words)
		p.sees(head, nil, "要记入正在处理的紧急情况吗")
		if p.withText(duty, nil, words) == nil {
			t.Errorf("the holder does not read %q", words)
		}
		p.presses(head, nil, "记入 急-0131-01")
		if p.lastRemark() != words {
			t.Errorf("%q is not kept", words)
		}
	}
	p.reads(duty, nil, "急-0131-01 的补充说 昨天 22:00 已知道", "案卷记的知悉时间是 14:05")
	if p.withButton(duty, nil, "改知悉时间") == nil {
		t.Error("the holder cannot put the time right")
	}
	n := len(p.kase().Remarks)
	for _, words := range []string{"收到", "好的，谢谢", "收到，马上处理", "知道了，辛苦了", "明白，我们立即落实"} {
		before := head.Last(nil).ID
		p.says(head, nil, words)
		if m := head.Last(nil); m.From.Bot && m.ID != before {
			t.Errorf("%q is answered with %q", words, m.Text)
		}
	}
	if len(p.kase().Remarks) != n {
		t.Errorf("a receipt is a remark: %+v", p.kase().Remarks)
	}
}

// That somebody is well again is no zero report of their unit.
func TestThatAllIsWellIsNoZeroReport(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"谢谢，人没事了", "没事了，弄错了", "没事了", "刚才弄错了", "他没事了，虚惊一场", "学生好了"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p, head, duty := running(t, true)
			p.says(head, nil, "居家隔离2人")
			p.says(head, nil, words)
			if p.lastRemark() != words {
				t.Errorf("%q is not of the case: %+v", words, p.kase().Remarks)
			}
			for _, m := range head.Sees(nil) {
				if strings.Contains(m.Text, "零报告：各项") {
					t.Errorf("the head reads %q", m.Text)
				}
			}
			p.sees(duty, nil, words)
			p.sees(head, nil, "急-0131-01")
		})
	}
}

// Two presses file a zero over an open case, once it was asked whether that is right.
func TestAZeroReportAsksAboutAnOpenCase(t *testing.T) {
	t.Parallel()
	p, head, _ := running(t, true)
	if toast := p.presses(head, p.Group, "零报告"); !strings.Contains(toast, "急-0131-01 还没有办结") {
		t.Errorf("the read-back is %q", toast)
	}
	p.wait(2 * time.Second)
	if toast := p.presses(head, p.Group, "零报告"); !strings.Contains(toast, "已报送") {
		t.Errorf("the second press: %q", toast)
	}
	other := p.Head("huli")
	if toast := p.presses(other, p.Group, "零报告"); strings.Contains(toast, "急-") {
		t.Errorf("another unit reads %q", toast)
	}
}

// So does one in words, or a correction to zero: in private, where a code names nobody to the group.
func TestAZeroReportInWordsAsksAboutAnOpenCase(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"零报告", "无发热，其余正常", "更正：零报告"} {
		p, head, _ := running(t, true)
		p.says(head, nil, words)
		p.reads(head, nil, "急-0131-01 还没有办结", "这里没有计入")
		p.says(head, nil, "对对对")
		if _, ok := p.filed("ruanjian"); !ok {
			t.Errorf("%s: not filed:\n%s", words, p.transcript(head, nil))
		}
	}
	p, head, _ := running(t, true)
	p.says(head, p.Group, "零报告")
	p.reads(head, nil, "急-0131-01 还没有办结")
	p.figuresInGroup()
	other := p.Head("huli")
	p.says(other, nil, "零报告")
	if m := p.withText(other, nil, "急-"); m != nil {
		t.Errorf("another unit reads %q", m.Text)
	}
}

// What is said of people around the patient while a case is being reported is no filing.
func TestPeopleAroundThePatientAreNoFiling(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"他的室友王强、刘洋也发烧了", "张伟的室友也发烧了", "同宿舍的王强也发热"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("jidian")
			p.says(head, nil, "机电1901班张伟同学确诊了")
			p.says(head, nil, words)
			for _, m := range head.Sees(nil) {
				if strings.Contains(m.Text, "现有几人") {
					t.Errorf("the head reads %q", m.Text)
				}
			}
			p.wait(5 * time.Minute)
			said := false
			for _, k := range p.open() {
				for _, r := range k.Remarks {
					said = said || strings.Contains(r.Text, words)
				}
			}
			if !said {
				t.Errorf("nothing is kept of it: %+v", p.open())
			}
		})
	}
}

// A cry for help while a question is open stays with the report, and rings.
func TestACryForHelpRingsWhileAQuestionIsOpen(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	student, duty := p.newcomer("孙", "小雨"), p.Holder(workgroup.DutyStaff)
	student.Starts()
	p.settle()
	p.says(student, nil, "我是护理学院学生，我是密接，14点社区打电话说的")
	for _, words := range []string{"我现在发烧39度，喘不上气", "救命"} {
		p.says(student, nil, words)
		p.sees(duty, nil, words)
		if loud(p, duty, words) == 0 {
			t.Errorf("%q is silent", words)
		}
	}
	p.wait(5 * time.Minute)
	if k := p.kase(); !strings.Contains(k.Remarks[0].Text, "救命") {
		t.Errorf("%+v", k.Remarks)
	}
	// And after it was opened.
	for _, words := range []string{"我妈妈也发烧了", "我现在发烧38.5了", "我喘不上气"} {
		p.says(student, nil, words)
		if p.lastRemark() != words {
			t.Fatalf("%q: %+v", words, p.kase().Remarks)
		}
		if m := duty.Last(nil); !strings.Contains(m.Text, words) || m.Date.Before(p.Now().Add(-time.Minute)) {
			t.Errorf("%q does not ring: %q", words, m.Text)
		}
		p.wait(2 * time.Minute)
	}
	p.says(student, nil, "我住3号楼")
	if p.lastRemark() != "我住3号楼" {
		t.Errorf("%+v", p.kase().Remarks)
	}
}

// loud is how many messages with these words reached somebody aloud.
func loud(p *play, who *sandbox.Person, words string) (n int) {
	p.t.Helper()
	silent := map[int]bool{}
	p.view(func(b workgroup.Book) {
		for l := range workgroup.Sent.Each(b, "") {
			silent[l.Message] = silent[l.Message] || l.Silent && l.Chat == who.Last(nil).Chat
		}
	})
	for _, m := range who.Sees(nil) {
		if strings.Contains(m.Text, words) && !silent[m.ID] {
			n++
		}
	}
	return n
}

// What is told after the first alarm was withdrawn, or its case closed, rings aloud: nothing goes on that it could add to.
func TestASecondAlarmRingsWhenNothingGoesOnOfTheFirst(t *testing.T) {
	t.Parallel()
	settle := map[string]func(*play, *sandbox.Person, *sandbox.Person){
		"withdrawn": func(p *play, head, _ *sandbox.Person) {
			p.says(head, nil, "我院学生李明确诊，刚刚知道")
			p.says(head, nil, "/cancel")
		},
		"closed": func(p *play, head, duty *sandbox.Person) {
			p.says(head, nil, "我院学生李明确诊，刚刚知道")
			p.presses(head, nil, "启动紧急报告")
			p.presses(duty, nil, "我来接手")
			p.presses(duty, nil, "排除")
			p.presses(duty, nil, "办结")
			p.says(duty, nil, "核酸阴性")
			p.presses(duty, nil, "确认办结")
		},
	}
	for how, first := range settle {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:05")
			head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
			first(p, head, duty)
			p.wait(2 * time.Minute)
			p.says(head, nil, "我院学生王芳确诊")
			if loud(p, duty, "我院学生王芳确诊") == 0 {
				t.Errorf("the duty staff hears nothing:\n%s", p.transcript(duty, nil))
			}
			for _, m := range duty.Sees(nil) {
				if strings.Contains(m.Text, "王芳") && strings.Contains(m.Text, "补充（接") {
					t.Errorf("it adds to nothing: %q", m.Text)
				}
			}
		})
	}
}

// What goes on with the patient forks no second case.
func TestTheSamePatientStaysOneCase(t *testing.T) {
	t.Parallel()
	for _, after := range []time.Duration{time.Minute, 20 * time.Minute} {
		p, head, _ := running(t, true)
		p.wait(after)
		for _, words := range []string{"120来了", "他叫李明，电话13912345678", "13912345678", "救护车已到校门口"} {
			p.says(head, nil, words)
			if p.lastRemark() != words {
				t.Errorf("%q after %s is not of the case:\n%s", words, after, p.transcript(head, nil))
			}
		}
		p.wait(5 * time.Minute)
		if open := p.open(); len(open) != 1 {
			t.Errorf("%d cases", len(open))
		}
	}
}

// Nor does the ambulance while the report is being made; a teacher who is spoken to is nobody's patient.
func TestTheAmbulanceIsNoSecondReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "我院一人确诊")
	for _, words := range []string{"120来了", "张老师你什么时候到"} {
		p.says(head, nil, words)
	}
	p.wait(5 * time.Minute)
	open := p.open()
	if len(open) != 1 || open[0].Kind != workgroup.CaseConfirmed || open[0].Group == workgroup.Workers {
		t.Errorf("%+v", open)
	}
}
