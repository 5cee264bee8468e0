package stage

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// packs are how many packs of a version somebody has been sent; version "" is the draft.
func (p *play) packs(who *sandbox.Person, version string) (n int) {
	head := "研判材料（草稿）"
	if version != "" {
		head = "研判材料 " + version
	}
	for _, m := range who.Sees(nil) {
		if strings.HasPrefix(m.Text, "📑") && strings.Contains(strings.SplitN(m.Text, "\n", 2)[0], head) {
			n++
		}
	}
	return n
}

// The pack of a day: a draft for the office, what is still asked, frozen before the meeting through a restart, and every later change a
// version that says what changed. Its annexes are of the moment at which it was frozen.
func TestThePackOfADay(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	head, director, leader, office := p.Head("ruanjian"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading), p.Person("zhao-wangpu")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "确认报送")
	for _, u := range p.Roster.Units {
		if u.ID != "ruanjian" && u.ID != "tushu" && u.ID != "keyan" {
			p.zero(u.ID)
		}
	}
	lead := p.Head("xuesheng")
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "逐项查看")
	p.until("15:06")
	for who, n := range map[*sandbox.Person]int{director: 1, office: 1, leader: 0, head: 0} {
		if got := p.packs(who, ""); got != n {
			t.Errorf("%s has %d drafts, want %d:\n%s", who.Name(), got, n, p.transcript(who, nil))
		}
	}
	p.sees(office, nil, "研判材料（草稿）　15:05", "今日无紧急情况", "报送 31/33", "未报（已催 4 次）：", "图书馆", "居家隔离 现有 2", "发热", "（只含已报的 31 家）", "15:50 冻结")

	// A restart between the times loses and doubles nothing.
	p.until("15:45")
	must(t, p.Fall())
	must(t, p.Skip("15:51"))
	must(t, p.Raise())
	p.settle()
	p.until("16:01")
	for who, n := range map[*sandbox.Person]int{director: 1, office: 1, leader: 1, head: 0} {
		if got := p.packs(who, "v1"); got != n {
			t.Errorf("%s has v1 %d times, want %d", who.Name(), got, n)
		}
	}
	p.reads(leader, nil, "研判材料 v1　15:51 冻结")
	p.reads(leader, nil, "校验")
	p.reads(leader, nil, "议程：传达学习 → 分析交流 → 研究决策 → 审核上报信息 → 安排部署")
	if p.withButton(leader, nil, "待审上报件") != nil || p.withButton(leader, nil, "未阅通知") != nil {
		t.Errorf("annexes that do not exist are offered:\n%s", p.transcript(leader, nil))
	}

	// After the freeze: two changes, one version, told as such.
	p.says(head, nil, "更正：居家隔离5人")
	p.presses(head, nil, "确认报送")
	p.zero("keyan")
	p.wait(3 * time.Minute)
	for _, who := range []*sandbox.Person{director, office, leader} {
		if n := p.packs(who, "v2"); n != 1 {
			t.Errorf("%s has v2 %d times:\n%s", who.Name(), n, p.transcript(who, nil))
		}
	}
	p.sees(leader, nil, "研判材料 v2", "与 v1（15:51）相比", "补报：科研处", "更正：软件学院", "居家隔离 现有 2 → 5", "报送 32/33")
	p.wait(10 * time.Minute)
	if p.packs(leader, "v3") != 0 {
		t.Error("nothing has changed, and there is a third version")
	}

	// The workbook that hangs on a version is of its moment.
	p.says(leader, nil, "/pack")
	p.sees(leader, nil, "研判材料 v2")
	p.says(head, nil, "更正：居家隔离9人")
	p.presses(head, nil, "确认报送")
	p.presses(leader, nil, "附：汇总表")
	m := p.sees(leader, nil, "日报汇总表", "已报 32/33")
	f, err := excelize.OpenReader(bytes.NewReader(m.File.Data))
	must(t, err)
	rows, err := f.GetRows(f.GetSheetName(0))
	must(t, err)
	must(t, f.Close())
	for _, row := range rows {
		if len(row) > 0 && row[0] == "软件学院" && (strings.Contains(strings.Join(row, "|"), "|9|") || !strings.Contains(strings.Join(row, "|"), "|5|")) {
			t.Errorf("软件学院 stands as %v", row)
		}
	}
	p.presses(leader, nil, "报送情况图")
	p.sees(leader, nil, "报送情况，截至")

	// Whoever it is not for is told kindly, and sees none of it.
	for _, says := range []string{"/pack", "研判材料"} {
		p.says(head, nil, says)
		p.sees(head, nil, "研判材料和研判会由领导小组和防控办办理", "照常报送")
	}
	p.says(director, nil, "/pack 昨天")
	p.sees(director, nil, "1月30日 没有研判材料")
	p.says(leader, p.Group, "/pack")
	for _, m := range leader.Sees(p.Group) {
		if strings.Contains(m.Text, "研判材料") {
			t.Errorf("the group reads:\n%s", m.Text)
		}
	}
	found, err := p.Store.Verify()
	must(t, err)
	if !found.Sound() {
		t.Error(found.Faults)
	}
	// On another day it says whose it is.
	p.says(director, nil, "/pack")
	p.sees(director, nil, "今日无紧急情况", "今晚值班")
	p.until("07:00")
	p.says(director, nil, "/pack 昨天")
	p.sees(director, nil, "1月31日 无紧急情况", "1月31日晚值班")
}

// A version of a pack is asked for as people name it; one that is not there is said.
func TestAVersionOfThePackIsAskedFor(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office := p.Person("zhao-wangpu")
	p.until("14:05")
	p.zero("huli")
	p.says(office, nil, "研判材料 v1")
	p.sees(office, nil, "没有 v1。还没有冻结")
	p.until("15:51")
	p.zero("ruanjian")
	p.until("15:56")
	p.says(office, nil, "研判材料")
	p.sees(office, nil, "研判材料 v2", "报送 2/11")
	for _, words := range []string{"研判材料 v1", "研判材料 第1版", "研判材料 今天 V1", "研判材料 1月31日 v1", "/pack v1", "材料 1版", "研判材料v1"} {
		p.says(office, nil, words)
		p.sees(office, nil, "研判材料 v1", "报送 1/11")
	}
	p.says(office, nil, "研判材料 v3")
	p.sees(office, nil, "没有 v3。现有 v1 至 v2")
}
