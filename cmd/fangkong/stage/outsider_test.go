package stage

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Somebody from outside who wants the office is passed on to it, with their words, and hears so; no figure is given, and no registration is asked of them.
func TestSomebodyFromOutsideIsPassedOn(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"我是市疾控中心的，找你们防控办", "你好，我们是区教育局，请把今天的数据报一下", "这里是淇滨区卫健委，联系一下贵校负责人", "我是学生家长，想问什么时候开学", "您好，派出所的，核实一个人", "我是大河报记者，想采访一下", "我是市指挥部督查组，请你院主任回电13800000001",
		"我是长江路社区的，找你们学校防控办"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		p.says(p.Head("huli"), nil, "居家隔离2人，其余无")
		p.presses(p.Head("huli"), nil, "报送")
		stranger := p.newcomer("钱", "多")
		group := len(p.Group.Posts())
		said := p.answered(stranger, words)
		p.checks(stranger, said, words, "已转告", "防控办", "0392-0000000", "!已报", "!居家隔离2", "!请按一个")
		if number := strings.Contains(words, "138"); number == strings.Contains(said, "请留下") {
			t.Errorf("%s: %s", words, said)
		}
		for _, role := range []workgroup.Role{workgroup.Director, workgroup.Staff} {
			p.reads(p.Holder(role), nil, "校外", "钱多", words)
		}
		// What they write next is passed on, too; not without end.
		p.checks(stranger, p.answered(stranger, "我姓李，电话13800000002"), "more", "已转告")
		p.reads(p.Holder(workgroup.Director), nil, "我姓李，电话13800000002")
		for i := range 12 {
			p.answered(stranger, fmt.Sprintf("请尽快回电，第%d次", i))
		}
		p.checks(stranger, p.answered(stranger, "请尽快回电"), "much more", "没有再转", "0392-0000000")
		if n := strings.Count(p.transcript(p.Holder(workgroup.Director), nil), "请尽快回电"); n == 0 || n > 10 {
			t.Errorf("passed on %d times", n)
		}
		if len(p.Group.Posts()) != group || p.events(workgroup.OutsideHeard) == 0 {
			t.Error("the group reads it, or it is not on record")
		}
	}
}

// Who is one of ours, or tells of a case, is heard as before.
func TestWhoIsNotFromOutside(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"我是软件学院王老师":        "",
		"我是护理学院孙悟空，社区让我填表": "",
		"你好":       "还不认识您",
		"软件学院 零报告": "还不认识您",
		"今天社区有人吗":  "还不认识您",
		"我是学生家长，孩子在软件学院，今天确诊了":   "紧急",
		"我是市疾控中心的，你们软件学院有个学生确诊了": "紧急",
	} {
		p := newPlay(t, Options{})
		p.until("14:05")
		stranger := p.newcomer("钱", "多")
		said := p.answered(stranger, words)
		p.wait(4 * time.Minute)
		if strings.Contains(said, "已转告防控办") || !strings.Contains(said, want) || p.events(workgroup.OutsideHeard) > 0 {
			t.Errorf("%s: %s", words, said)
		}
		if want == "紧急" && len(p.open()) == 0 {
			t.Errorf("%s: no case", words)
		}
	}
}

func TestSomebodyFromOutsideInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	stranger := p.newcomer("Li", "Ming")
	p.checks(stranger, p.answered(stranger, "I am from the city health commission, I need to talk to your office"), "english", "passed on")
	p.reads(p.Holder(workgroup.Director), nil, "outside", "city health commission")
}
