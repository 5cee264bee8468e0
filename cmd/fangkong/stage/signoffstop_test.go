package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// signed is a play whose report of the day is signed, and its signed document made.
func signed(t *testing.T) (p *play, drafter, checker, director *sandbox.Person) {
	p = newPlay(t, Options{})
	drafter, checker, director = p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	p.sentRound(drafter, checker, "拟稿送审", "四：宿舍消毒两次", "五：继续排查")
	for range 2 {
		p.says(director, nil, "签发")
		p.wait(3 * time.Second)
	}
	p.wait(10 * time.Second)
	if p.paperState() != workgroup.PaperSigned {
		t.Fatal(p.paperState())
	}
	return p, drafter, checker, director
}

// The director's word after signing that the report is not to go out is heard by the office at once; nothing is returned by it.
func TestTheOfficeHearsAStopAfterSigning(t *testing.T) {
	t.Parallel()
	p, drafter, _, director := signed(t)
	for _, says := range []string{"等下，刚签的先别报，我发现数字不对", "先别发出去", "签早了，先不要报"} {
		before := len(drafter.Sees(nil))
		p.says(director, nil, says)
		p.sees(director, nil, "已告", "先别报", "退回：原因")
		p.sees(drafter, nil, "先别报", says)
		if len(drafter.Sees(nil)) == before {
			t.Errorf("%s: the office hears nothing", says)
		}
	}
	p.says(director, nil, "护理学院的先别报了")
	if strings.Contains(director.Last(nil).Text, "已告") {
		t.Errorf("a unit's is stopped:\n%s", p.transcript(director, nil))
	}
	if p.paperState() != workgroup.PaperSigned {
		t.Error("it was returned")
	}
	// Once it is out it is not returned.
	p.wait(10 * time.Minute)
	p.says(drafter, nil, "已报送：传真；15:15；李科长")
	p.says(director, nil, "退回：数字有问题")
	p.sees(director, nil, "没有退回", "已经报出")
}

// How a report went is entered in plain words once it is signed, and who took it is put right in them.
func TestASendingIsToldWithoutPressing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ says, how, at, who string }{
		{"15点15传真给市指挥部，李科长收的", "传真", "15:15", "李科长"}, {"发了，传真，15:15，李科长", "传真", "15:15", "李科长"}, {"登记上报 传真 15点15 李科长", "传真", "15:15", "李科长"},
		{"传真过去了", "", "", ""}, {"已经发了 15点15传真的", "", "", ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			t.Parallel()
			p, drafter, _, _ := signed(t)
			p.wait(10 * time.Minute)
			p.says(drafter, nil, c.says)
			if c.how == "" {
				p.sees(drafter, nil, "方式", "时间", "接收人")
				p.says(drafter, nil, "传真；15:15；李科长")
			}
			var sent workgroup.Sending
			p.view(func(b workgroup.Book) { paper, _ := workgroup.LastPaper(b, "2020-01-31"); sent = paper.Sent })
			if sent.How != "传真" || p.hour(sent.At) != "15:15" || sent.Received != "李科长" {
				t.Fatalf("entered %+v:\n%s", sent, p.transcript(drafter, nil))
			}
			p.says(drafter, nil, "不是李科长，是王科长收的")
			p.signOff(drafter, "传真，15:15，王科长接收")
			p.says(drafter, nil, "接收人写错了，应该是李科长")
			p.signOff(drafter, "传真，15:15，李科长接收")
			p.says(drafter, nil, "发送时间写错了，是15点16")
			p.signOff(drafter, "传真，15:16，李科长接收")
		})
	}
}
