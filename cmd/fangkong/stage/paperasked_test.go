package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// While a report waits for words, a question is answered, who puts it off is not taken at their word, and neither becomes part of it.
func TestWhatIsBesideAReportIsNoPartOfIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	paper := func() (one workgroup.Paper) {
		p.view(func(b workgroup.Book) { one, _ = workgroup.LastPaper(b, "2020-01-31") })
		return one
	}
	p.until("15:10")
	p.says(drafter, nil, "拟稿送审")
	p.says(drafter, nil, "四：教学楼消毒3次")
	for _, words := range []string{"软件学院报了吗", "等一下，我问问后勤"} {
		p.presses(drafter, nil, "写五")
		p.says(drafter, nil, words)
		if got := paper().Plans; got != "" {
			t.Errorf("%q is written as %q", words, got)
		}
	}
	p.says(drafter, nil, "五：口罩不够")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.presses(director, nil, "退回")
	p.says(director, nil, "护理学院居家隔离几个人")
	if got := paper().State; got != workgroup.PaperToSign {
		t.Errorf("a question sent it back: %s\n%s", got, p.transcript(director, nil))
	}
	p.says(director, nil, "取消")
	p.signs(director)
	p.presses(drafter, nil, "登记上报")
	p.says(drafter, nil, "传真机坏了")
	p.wait(10 * time.Minute)
	p.says(drafter, nil, "刚刚发出去了")
	if got := paper(); got.State != workgroup.PaperSigned || got.Sent.Received != "" {
		t.Errorf("entered %s %+v\n%s", got.State, got.Sent, p.transcript(drafter, nil))
	}
	p.says(drafter, nil, "传真，刚刚，市指挥部王科长")
	sent := paper().Sent
	p.presses(drafter, nil, "备案")
	for _, words := range []string{"等我问一下", "护理学院报了吗", "撤回报告"} {
		p.presses(drafter, nil, "更正登记")
		p.says(drafter, nil, words)
		if got := paper().Sent; got.Received != sent.Received || got.Received == "" {
			t.Errorf("%q: received by %q, was %q\n%s", words, got.Received, sent.Received, p.transcript(drafter, nil))
		}
	}
}

// Who signs while a correction waits reads so in the first of both steps.
func TestSigningOverACorrectionThatWaitsSaysSo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("huli")
	p.until("14:05")
	p.says(head, nil, "学生居家隔离3人")
	p.says(head, nil, "对")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.says(head, nil, "更正：学生居家隔离4人")
	if said, want := p.presses(director, nil, "签发"), "1 处更正待确认"; !strings.Contains(said, want) {
		t.Errorf("told %q, want %q", said, want)
	}
}

// Who took a report and when is read to the letter.
func TestWhoTookAReportAndWhenIsReadToTheLetter(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, received, at string }{
		{"三点四十五分传真给市指挥部，李永发收的", "李永发", "15:45"},
		{"四点一刻传真给市指挥部，李科长收的", "李科长", "16:15"},
		{"四点零七分传真给市指挥部，李科长收的", "李科长", "16:07"},
		{"16:12传真给市指挥部，张来生收的", "张来生", "16:12"},
		{"登记上报：传真；16:12；李永发", "李永发", "16:12"},
	} {
		p := newPlay(t, Options{})
		drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
		p.until("15:10")
		p.drafts(drafter, "无", "无")
		p.submits(drafter)
		p.presses(colleague, nil, "审核通过")
		p.signs(director)
		p.until("16:50")
		p.says(drafter, nil, c.words)
		p.view(func(b workgroup.Book) {
			if one, _ := workgroup.LastPaper(b, "2020-01-31"); one.Sent.Received != c.received || p.hour(one.Sent.At) != c.at {
				t.Errorf("%q: received by %q at %s\n%s", c.words, one.Sent.Received, p.hour(one.Sent.At), p.transcript(drafter, nil))
			}
		})
	}
}

// Words by which somebody may be named are shown to nobody but whoever wrote them.
func TestWordsOfACorrectionAreTheirWritersOwn(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("huli")
	p.until("14:05")
	p.says(head, nil, "学生居家隔离3人，咳嗽1人")
	p.says(head, nil, "对")
	p.says(head, nil, "张小明那个多报了")
	p.until("15:45")
	for _, one := range p.Roster.People {
		for _, m := range p.Person(one.ID).Sees(nil) {
			if p.Person(one.ID) != head && strings.Contains(m.Text, "张小明") {
				t.Errorf("%s reads %q", one.Name, m.Text)
			}
		}
	}
}
