package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// checks holds what somebody is answered for some words against what it should say, and (after “!”) should not.
func (p *play) checks(who *sandbox.Person, said string, words string, want ...string) {
	p.t.Helper()
	for _, w := range want {
		if no, lacks := strings.CutPrefix(w, "!"); lacks == strings.Contains(said, no) {
			p.t.Errorf("%s, %s: %q:\n%s", who.Name(), words, w, said)
		}
	}
}

// A summary is also of one unit: what it has reported, and of a lead unit what its sheet stands on.
func TestSummaryOfAUnit(t *testing.T) {
	t.Parallel()
	p := filledDay(t)
	director, head := p.Holder(workgroup.Director), p.Head("huli")
	told := func(words string, want ...string) {
		t.Helper()
		p.checks(director, p.answered(director, words), words, append(want, "!没看懂日期")...)
	}
	told("/summary 学生处", "学生处 1月31日 汇总（截至 16:01）", "本单位日报：未报", "请联系", "汇总（学生）：未报，已收 3/6", "未报：", "居家隔离 现有 3", "改为 6（机电学院电话报了1人", "!后勤集团")
	told("/summary 软件学院", "软件学院 1月31日 汇总", "日报：14:05 已报", "居家隔离 现有 4", "发热 现有 2", "!护理学院")
	told("汇总 护理", "护理学院 1月31日", "居家隔离 现有 2", "滞留湖北 现有 5", "其余", "!软件学院")
	told("/summary 旅游学院", "旅游学院 1月31日", "急-0131-01 确诊 旅游学院", "待确认", "!现有 1")
	told("/summary 学生处 昨天", "1月30日 没有开展报送")
	told("/summary 昨天 学生处", "1月30日 没有开展报送")
	told("/summary 呵呵学院", "没看懂“呵呵学院”", "本周", "单位")
	p.says(head, nil, "/summary 软件学院")
	p.sees(head, nil, "只对防控办开放")
	group := len(p.Group.Posts())
	p.says(director, p.Group, "/summary@"+p.Telegram.BotName()+" 软件学院")
	p.reads(director, nil, "私聊")
	if len(p.Group.Posts()) != group {
		t.Error("a unit's figures are asked for in the group, and something is posted")
	}
	// Of a day that is over it is as it ended, and compared.
	p.until("23:59")
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "居家隔离5人，其余无")
	p.presses(p.Head("ruanjian"), nil, "数据无误")
	told("/summary 软件学院", "2月1日", "居家隔离 现有 5（较昨日 +1）")
	told("/summary 软件学院 昨天", "1月31日", "居家隔离 现有 4", "!现有 5")
}

// answered is all that the bot writes to somebody in private for words of theirs.
func (p *play) answered(who *sandbox.Person, words string) string {
	p.t.Helper()
	before := len(who.Sees(nil))
	p.says(who, nil, words)
	said := ""
	for _, m := range who.Sees(nil)[before:] {
		if m.From.Bot {
			said += m.Text + "\n"
		}
	}
	return said
}

// A week is told day by day, with how many units stand behind each day; a day without reports is no zero, and no day of another week is in it.
func TestSummaryOfAWeek(t *testing.T) {
	t.Parallel()
	p := filledDay(t) // a Friday
	director := p.Holder(workgroup.Director)
	told := func(words string, want ...string) {
		t.Helper()
		p.checks(director, p.answered(director, words), words, append(want, "!没看懂", "!答不了")...)
	}
	p.until("23:59")
	p.until("14:05") // Saturday
	p.says(p.Head("ruanjian"), nil, "居家隔离5人，新增居家隔离1人，解除居家隔离0人，其余无")
	p.presses(p.Head("ruanjian"), nil, "数据无误")
	p.until("14:10")
	for _, words := range []string{"/summary 本周", "汇总 这周", "本周情况怎么样", "本周新增多少", "这周新增几例", "/summary this week"} {
		told(words, "1月27日—2月1日", "1月31日：已报 3/11", "2月1日：已报 1/11", "1月30日：没有开展报送", "居家隔离 现有：", "1月31日 6", "2月1日 5", "新增合计", "急-0131-01")
	}
	told("本周谁迟报了", "1月27日—2月1日", "1月31日：已报 3/11，按时 2，逾时、迟报 1")
	told("这周几点开会", "每日分析研判 16:00", "!1月27日")
	told("本周谁值班", "值班", "!1月27日")
	told("本周的报告发了吗", "上报件还没有人拟稿", "!1月27日")
	told("/summary 本周 软件学院", "软件学院 1月27日—2月1日", "1月31日：14:05 已报", "居家隔离 现有：1月31日 4", "2月1日 5", "!护理")
	told("软件学院本周新增几人", "软件学院 1月27日—2月1日", "新增合计 1（1 天有数）")
	told("/summary 上周", "1月20日—1月26日", "没有开展报送", "!现有：")
	p.says(director, nil, "/summary 本周")
	p.presses(director, nil, "一周汇总表")
	p.wait(10 * time.Second)
	p.reads(director, nil, "1月27日—2月1日", "汇总表")
	p.until("23:59")
	p.until("12:00")
	p.until("09:00") // Monday: the week has just begun
	told("/summary 本周", "2月3日—2月3日", "!1月31日：", "!2月1日")
	told("/summary 上周", "1月27日—2月2日", "1月31日：已报 3/11", "2月2日：已报 0/11")
}
