package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// meantPlay is a meeting that has given the security office its back gate to lock, which has received it.
func meantPlay(t *testing.T) (p *play, office, owner *sandbox.Person) {
	p = newPlay(t, Options{Start: on31st(t, "15:57"), Roster: only(wholeCollege(), "huli", "jidian", "anbao", "tushu")})
	p.until("16:01")
	office, owner = p.Person("zhao-wangpu"), p.Head("anbao")
	p.decides("zhao-wangpu", "今晚8点前锁好后门，由安保处负责")
	owner.Says(nil, "收到")
	p.settle()
	return p, office, owner
}

// getsFor is what somebody reads in private of what they have written.
func (p *play) getsFor(who *sandbox.Person, words string) string {
	before := len(who.Sees(nil))
	who.Says(nil, words)
	p.settle()
	var out []string
	for _, m := range who.Sees(nil)[before:] {
		out = append(out, m.Text+strings.Join(m.Reactions, ""))
	}
	return strings.Join(out, "\n")
}

func (p *play) hasAll(got string, words ...string) {
	p.t.Helper()
	for _, w := range words {
		if !strings.Contains(got, w) {
			p.t.Errorf("got %q, without %q", got, w)
		}
	}
}

func TestWhatIsNotUnderstoodIsOfferedToWhatWaits(t *testing.T) {
	p, office, owner := meantPlay(t)
	p.hasAll(p.getsFor(owner, "锁头要明天上午才送来"), "没看懂“锁头要明天上午才送来”", "决-0131-01", "锁好后门")
	p.presses(owner, nil, "进展")
	p.settle()
	p.hasAll(p.transcript(office, nil), "进展", "锁头要明天上午才送来")

	p.hasAll(p.getsFor(owner, "门卫老张那把钥匙收走"), "没看懂“门卫老张那把钥匙收走”")
	p.presses(owner, nil, "已办结，就写这句")
	p.settle()
	if d := p.decision("001"); !d.Done.Done() || d.Result != "门卫老张那把钥匙收走" {
		t.Errorf("the decision is %+v", d)
	}
	p.hasAll(p.getsFor(owner, "门卫老张那把钥匙收走"), "没看懂。报送请写一句话")
}

func TestNothingIsDoneWithoutThePress(t *testing.T) {
	p, office, owner := meantPlay(t)
	p.getsFor(owner, "锁头要明天上午才送来")
	p.hasAll(p.getsFor(owner, "都不是"), "没看懂。报送请写一句话")
	p.getsFor(owner, "钥匙只配了三把的样子")
	p.wait(31 * time.Minute)
	p.hasAll(p.transcript(office, nil), "写了一句，我没看懂，问了没有回答", "钥匙只配了三把的样子")
	if strings.Contains(p.transcript(office, nil), "锁头要明天上午才送来") {
		t.Error("what was meant for nothing was told")
	}
	if p.decision("001").Done.Done() {
		t.Error("closed without a press")
	}
}

func TestTheOfficeAnswersInItsOwnWords(t *testing.T) {
	p, office, owner := meantPlay(t)
	p.getsFor(owner, "决-0131-01 锁要自己买吗？")
	p.hasAll(p.getsFor(office, "到后勤仓库领，找老刘"), "没看懂“到后勤仓库领，找老刘”", "锁要自己买吗")
	p.presses(office, nil, "这是答复")
	p.settle()
	p.hasAll(p.transcript(owner, nil), "到后勤仓库领，找老刘")
}

func TestAResultNamesItsDecision(t *testing.T) {
	for _, said := range []string{"后门已经锁了，钥匙在值班室", "后门锁好了", "任务完成，后门已上锁", "后门贴好封条锁上了", "后门上好锁了"} {
		p, _, owner := meantPlay(t)
		p.hasAll(p.getsFor(owner, said), "是这一项的办理结果吗")
		owner.Says(nil, "是的")
		p.settle()
		if d := p.decision("001"); d.Result != said {
			t.Errorf("%s: %q", said, d.Result)
		}
	}
	for _, said := range []string{"后门又坏了，得找后勤修", "后门的事知道了", "后门还没锁上", "图书馆门口的雪扫好了", "零报告"} {
		p, _, owner := meantPlay(t)
		if got := p.getsFor(owner, said); strings.Contains(got, "办理结果") {
			t.Errorf("%s: %s", said, got)
		}
	}
}

func TestAReceiptWithAQuestionIsAReceipt(t *testing.T) {
	p := newPlay(t, Options{Start: on31st(t, "15:57"), Roster: only(wholeCollege(), "huli", "caiwu")})
	p.until("16:01")
	office, owner := p.Person("zhao-wangpu"), p.Head("caiwu")
	p.decides("zhao-wangpu", "拨5万元防疫经费，由财务处负责，2月3日18点前到位")
	p.hasAll(p.getsFor(owner, "收到。5万从哪个账上走？"), "已记为收到", "是问这一项吗")
	if !p.decision("001").Seen.Done() {
		t.Error("not received")
	}
	p.presses(owner, nil, "问的是 决-0131-01")
	p.settle()
	p.hasAll(p.getsFor(office, "从防疫专项走"), "没看懂“从防疫专项走”")
	p.presses(office, nil, "这是答复")
	p.settle()
	p.hasAll(p.transcript(owner, nil), "从防疫专项走")
}

func TestABareMarkIsForCourtesyAlone(t *testing.T) {
	p, office, owner := meantPlay(t)
	if got := p.getsFor(owner, "谢谢"); got != "谢谢👌" {
		t.Errorf("thanks: %q", got)
	}
	if got := p.getsFor(office, "可以，给图书馆"); got == "可以，给图书馆👌" || !strings.Contains(got, "决-0131-01") {
		t.Errorf("given away: %q", got)
	}
	p.presses(office, nil, "改成这样")
	p.settle()
	p.getsFor(office, "安保处没人手")
	if who, _ := p.owns("001"); !strings.Contains(who, "tushu") && !strings.Contains(who, "图书馆") {
		t.Errorf("it is %s's", who)
	}
	if got := p.getsFor(p.Head("huli"), "确认"); got == "确认👌" {
		t.Error("a yes to nothing is marked")
	}
}

func TestAYesTakesANoticeBack(t *testing.T) {
	for _, said := range []string{"确认", "是", "撤回通知", "对，撤回"} {
		p := newPlay(t, Options{Start: on31st(t, "14:31"), Roster: only(wholeCollege(), "huli", "jidian")})
		office, head := p.Person("zhao-wangpu"), p.Head("huli")
		p.getsFor(office, "通知 明天上午9点视频会，各单位负责人参加")
		p.presses(office, nil, "发布")
		p.settle()
		if got := p.getsFor(head, "1"); got == "1👌" {
			t.Error("a receipt is marked and not kept")
		}
		p.getsFor(office, "撤回第1号通知")
		p.getsFor(office, "会不开了")
		p.getsFor(office, said)
		p.view(func(b workgroup.Book) {
			if len(workgroup.OpenNotices(b)) > 0 {
				t.Errorf("%s: the notice stands", said)
			}
		})
	}
}

func TestAYesAnswersNoWhich(t *testing.T) {
	p := newPlay(t, Options{Start: on31st(t, "14:05"), Roster: only(wholeCollege(), "huli", "jidian")})
	head := p.Head("huli")
	p.hasAll(p.getsFor(head, "居家隔离学生4个，有一个昨天解除了"), "指的是哪一项")
	p.hasAll(p.getsFor(head, "对"), "指的是哪一项")
}

func TestTheOfficeChangesADecisionCalledByItsOwner(t *testing.T) {
	p, office, owner := meantPlay(t)
	p.hasAll(p.getsFor(office, "安保处那条先把前门也看起来，后门加锁"), "没看懂", "决-0131-01")
	p.presses(office, nil, "改成这样")
	p.getsFor(office, "前门没有人")
	p.getsFor(office, "对")
	if d := p.decision("001"); d.Text != "先把前门也看起来，后门加锁" {
		t.Errorf("it says %q", d.Text)
	}
	p.getsFor(owner, "决-0131-01 办结：锁好了")
	p.hasAll(p.getsFor(owner, "后门又坏了，得找后勤修"), "没看懂")
	p.presses(owner, nil, "转告防控办")
	p.hasAll(p.transcript(office, nil), "已办结，宋知舟", "后门又坏了，得找后勤修")
}
