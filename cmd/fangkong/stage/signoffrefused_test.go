package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// sentRound brings a report of zeros before the director, or before whoever the words of its drafter say.
func (p *play) sentRound(drafter, checker *sandbox.Person, acts ...string) {
	p.t.Helper()
	for _, act := range append(acts, "送审", "送审") {
		p.says(drafter, nil, act)
		p.wait(2 * time.Second)
	}
	p.says(checker, nil, "审核通过")
}

// paperState is how far the report of the day has come.
func (p *play) paperState() (state workgroup.PaperState) {
	p.view(func(b workgroup.Book) {
		paper, _ := workgroup.LastPaper(b, "2020-01-31")
		state = paper.State
	})
	return state
}

// Between the two steps of signing, what is no plain yes gives the first one up: a refusal is told that nothing was signed and how the report is
// returned, with its own words where they say why; a question is answered, and 同意 after it begins anew.
func TestARefusalStopsTheSigning(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	p.sentRound(drafter, colleague, "拟稿送审", "四：宿舍消毒两次", "五：继续排查")
	for _, says := range []string{"不同意", "这个不能签", "等等，我再看一眼", "数不对，别签", "先等等再签发", "暂缓签发", "这里面居家隔离怎么是0？", "明天再说吧", "图书馆那个0是他们自己报的吗", "今天发热几个人"} {
		p.wait(3 * time.Minute)
		p.says(director, nil, "签发")
		p.sees(director, nil, "再发一次“签发”")
		p.wait(2 * time.Second)
		p.says(director, nil, says)
		if last := director.Last(nil); last == nil || !last.From.Bot {
			t.Errorf("%q was told nothing", says)
		} else if !strings.ContainsAny(says, "？吗几") && !strings.Contains(last.Text, "没有签发") {
			t.Errorf("%q was told:\n%s", says, last.Text)
		}
		p.wait(2 * time.Second)
		p.says(director, nil, "同意")
		p.wait(3 * time.Second)
		if p.paperState() != workgroup.PaperToSign {
			t.Fatalf("%q did not stop the signature:\n%s", says, p.transcript(director, nil))
		}
	}
	// So does what is asked with a command, or sent without words of its own.
	for name, does := range map[string]func(){
		"/summary": func() { p.says(director, nil, "/summary") },
		"汇总":       func() { p.says(director, nil, "汇总") },
		"/missing": func() { p.says(director, nil, "/missing") },
		"a file":   func() { p.sends(director, "名单.pdf", []byte("%PDF-1.4")) },
		"a forward": func() {
			director.Forwards(nil, "同意", "王老师")
			p.settle()
		},
	} {
		p.wait(3 * time.Minute)
		p.says(director, nil, "签发")
		p.sees(director, nil, "再发一次“签发”")
		p.wait(2 * time.Second)
		does()
		p.wait(2 * time.Second)
		p.says(director, nil, "同意")
		p.wait(3 * time.Second)
		if p.paperState() != workgroup.PaperToSign {
			t.Fatalf("%s did not stop the signature:\n%s", name, p.transcript(director, nil))
		}
		p.sees(director, nil, "再发一次“签发”")
	}
	// Its own words are the reason, if it likes.
	p.wait(3 * time.Minute)
	p.says(director, nil, "签发")
	p.says(director, nil, "五写得太空，这个不能签")
	p.sees(director, nil, "没有签发", "退回：")
	p.presses(director, nil, "退回，就写这句")
	p.signOff(drafter, "草稿", "退回：五写得太空，这个不能签")
	// Whoever says so returns it at once.
	p.sentRound(drafter, colleague, "五：增设测温点两个")
	p.says(director, nil, "签发")
	p.says(director, nil, "不行，五写得太空，退回去")
	p.signOff(drafter, "草稿", "退回：不行，五写得太空")
	p.sentRound(drafter, colleague, "五：增设测温点三个")
	p.says(director, nil, "签发")
	p.wait(2 * time.Second)
	p.says(director, nil, "同意")
	p.wait(10 * time.Second)
	p.signOff(director, "已签")
	// Signed and not sent yet, it is returned with a reason, which is asked for.
	p.says(director, nil, "不行，退回")
	p.sees(director, nil, "退回")
	p.says(director, nil, "五的测温点是四个")
	p.signOff(drafter, "草稿", "退回：五的测温点是四个")
	p.audited(1)
}

// Who checks returns a report in words of their own; what they say of other things returns none.
func TestAReportIsReturnedInOwnWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	for _, act := range []string{"拟稿送审", "四：无", "五：无", "送审"} {
		p.says(drafter, nil, act)
	}
	for _, not := range []string{"护理学院报错了，退回去", "退回的那份改好了吗", "学生都退回去了", "要不要退回", "先不退回", "昨天那份是不是退回去了", "同意退回", "退回护理学院，居家隔离12人是不是多了", "护理学院的快递，退回去吧", "有学生从武汉来，劝退回去了"} {
		p.says(colleague, nil, not)
		if p.paperState() != workgroup.PaperChecking {
			t.Fatalf("%q returned the report:\n%s", not, p.transcript(colleague, nil))
		}
	}
	p.says(colleague, nil, "日期写错了吧，退回去改改")
	p.signOff(drafter, "草稿", "退回：日期写错了吧")
	// Consent is heard as well.
	for _, says := range []string{"行，签了吧", "签吧", "没意见，签发吧", "可以发", "可以签发", "我签了", "OK", "可以，签", "没意见"} {
		p.sentRound(drafter, colleague)
		p.says(director, nil, says)
		if last := director.Last(nil); !last.From.Bot {
			t.Errorf("%q is not heard", says)
		} else if says != "OK" && says != "没意见" {
			if last := director.Last(nil); !strings.Contains(last.Text, "再发一次“签发”") {
				t.Errorf("%q was told:\n%s", says, last.Text)
			}
		}
		p.says(director, nil, "退回：再来")
		if p.paperState() != workgroup.PaperDraft {
			t.Fatalf("not returned:\n%s", p.transcript(director, nil))
		}
	}
	p.audited(1)
}

// A report that somebody raised and the leading group lowered is as important as before with other figures: it was lowered for what it said then.
func TestALoweringCoversWhatItWasSaidOf(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, leader := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	for _, act := range []string{"拟稿送审", "四：无", "五：无"} {
		p.says(drafter, nil, act)
	}
	p.says(director, nil, "按重要信息报")
	p.signOff(drafter, "有人提出按重要办理")
	p.says(director, nil, "算了还是按一般吧")
	p.sees(director, nil, "领导小组")
	p.sentRound(drafter, colleague)
	p.signOff(leader, "待领导小组研究")
	p.says(leader, nil, "按一般办理，没有个案")
	p.says(leader, nil, "对")
	p.signOff(director, "待签", "一般性信息")
	p.says(p.Head("ruanjian"), nil, "更正：居家隔离1人，学生1人")
	p.presses(p.Head("ruanjian"), nil, "报送")
	p.wait(3 * time.Minute)
	p.signOff(drafter, "草稿")
	p.sentRound(drafter, colleague)
	p.signOff(leader, "待领导小组研究", "重要疫情信息", "有人提出按重要办理")
	// Lowered again it is an ordinary one, and may be raised anew.
	p.says(leader, nil, "按一般办理，居家隔离的已经核实")
	p.says(leader, nil, "对")
	p.signOff(director, "待签", "一般性信息")
	p.says(director, nil, "按重要的办")
	p.signOff(leader, "待领导小组研究", "重要疫情信息")
	p.audited(1)
}

// Of a report that has been studied the leading group objects in its own words, and it is back with whoever drafted it, to the director's
// knowledge; what is agreed to on a condition is no approval; who says “我” in the record is its writer.
func TestTheLeadingGroupObjects(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, leader := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	p.sentRound(drafter, colleague, "拟稿送审", "四：无", "五：无", "按重要办理")
	p.says(leader, nil, "记研究意见")
	p.says(leader, nil, "刚刚，电话，我和许书记，原则同意，核实隔离人数后上报")
	p.signOff(drafter, "草稿", "原则同意，核实隔离人数后上报")
	p.sentRound(drafter, colleague)
	p.says(leader, nil, "研究意见：刚刚，电话，我和许书记，同意上报")
	p.signOff(director, "已研究，待签", leader.Name()+"和许书记")
	for _, not := range []string{"不同意小王请假", "有人不同意开学时间吗", "不行，明天18点前要完成", "他家长不同意，我来做工作", "家长反对提前开学", "先不要发", "谁不同意上报？", "今天的会不开了"} {
		p.says(leader, nil, not)
		if p.paperState() != workgroup.PaperReviewed {
			t.Fatalf("%q sent the report back:\n%s", not, p.transcript(leader, nil))
		}
	}
	// What is asked for comes first: the answer to whether a conclusion is an approval, a reason to return.
	p.says(director, nil, "退回")
	p.says(director, nil, "不同意，五太空")
	p.signOff(drafter, "草稿", "不同意，五太空")
	p.sentRound(drafter, colleague)
	p.says(leader, nil, "研究意见：刚刚，电话，我和许书记，同意上报")
	p.says(leader, nil, "我不同意，先不要报")
	p.signOff(drafter, "草稿", "我不同意，先不要报")
	p.sees(director, nil, "📄", "草稿", "我不同意，先不要报")
	p.audited(1)
}
