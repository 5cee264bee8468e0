package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// In private everything: who, when, figures with change and coverage, doubts, corrections.
func TestSummaryInPrivate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.says(he, nil, "居家隔离2人，发热1人")
	p.presses(he, nil, "确认报送")
	p.until("14:30")
	p.everybody("jidian", "ruanjian")
	p.until("23:59")

	p.until("14:05")
	p.says(he, nil, "居家隔离5人")
	p.presses(he, nil, "数据无误")
	p.says(he, nil, "更正：居家隔离6人")
	p.presses(he, nil, "数据无误")
	p.until("14:10")
	p.everybody("ruanjian", "huli", "jidian")
	p.until("14:35")
	p.zero("huli")
	p.says(director, nil, "/summary")
	p.sees(director, nil, "2月1日 汇总", "32/33", "按时 31", "逾时 1", "迟报 0", "护理学院 逾时 14:35", "未报：机电工程学院",
		p.phone("song-shupu"), "居家隔离 现有 6（较昨日 +4）", "[32/33]", "发热 现有 0（较昨日 -1）", "待核", "更正：软件学院（第2版 14:05）")
	p.says(director, nil, "汇总 昨天")
	p.sees(director, nil, "1月31日 汇总", "32/33", "居家隔离 现有 2")
	p.lacks(director, nil, "较昨日")
	for _, ask := range []string{"/summary 2020-01-31", "/summary 1月31日", "/summary 昨日", "/summary yesterday"} {
		p.says(director, nil, ask)
		p.sees(director, nil, "1月31日 汇总")
	}
	p.says(director, nil, "/summary 呵呵")
	p.sees(director, nil, "没看懂“呵呵”")
	p.says(director, nil, "/summary 2020-02-05")
	p.sees(director, nil, "2月5日 还没到")
	p.says(director, nil, "/summary 2019-12-01")
	p.sees(director, nil, "12月1日 没有开展报送")
	p.says(he, nil, "/summary")
	p.sees(he, nil, "只对防控办开放")
}

// In the group aggregates only: no unit's figures, no reasons, no telephone numbers.
func TestSummaryInTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:41")
	he, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.says(he, nil, "居家隔离2000人")
	p.presses(he, nil, "数据无误")
	p.says(he, nil, "李某某的情况正在核实")
	p.everybody("ruanjian", "jidian")
	p.says(director, p.Group, "/summary@"+p.Telegram.BotName())
	m := p.sees(director, p.Group, "1月31日 汇总", "32/33", "居家隔离 现有 2000")
	for _, private := range []string{"李某某", "1380", "请联系", "待核", p.phone("song-shupu")} {
		if strings.Contains(m.Text, private) {
			t.Errorf("the group reads %q:\n%s", private, m.Text)
		}
	}
	posts := len(p.Group.Posts())
	p.says(he, p.Group, "/summary")
	p.says(p.Holder(workgroup.Inspector), p.Group, "/summary")
	p.wait(time.Minute)
	if len(p.Group.Posts()) != posts {
		t.Error("a summary for somebody who is not of the office")
	}
	p.sees(he, nil, "只对防控办开放")
}

// Beside the names of who is missing, a case in the group's figures would say whose it is.
func TestSummaryInTheGroupTellsNoCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he, deng, director := p.Head("ruanjian"), p.Head("huli"), p.Holder(workgroup.Director)
	p.says(he, nil, "新增确诊1人，发热2人，其余正常")
	p.presses(he, nil, "确认报送")
	p.says(deng, nil, "集中隔离3人，封闭隔离1人，其余正常")
	p.presses(deng, nil, "确认报送")
	p.says(director, p.Group, "/summary@"+p.Telegram.BotName())
	m := p.sees(director, p.Group, "1月31日 汇总", "2/33", "个案情况见私聊", "密切接触者 现有 0")
	for _, told := range []string{"确诊 现有", "确诊 新增", "集中隔离 现有", "封闭隔离 现有", "疑似 现有", "发热 现有"} {
		if strings.Contains(m.Text, told) {
			t.Errorf("the group reads %q:\n%s", told, m.Text)
		}
	}
	p.says(director, nil, "/summary")
	p.sees(director, nil, "确诊 现有 1", "发热 现有 2")
	// Among the answers of many it is the college's figure.
	p.until("14:20")
	p.everybody("ruanjian", "huli", "jidian")
	p.says(director, p.Group, "/summary@"+p.Telegram.BotName())
	m = p.sees(director, p.Group, "32/33", "发热 现有 2", "个案情况见私聊")
	if strings.Contains(m.Text, "确诊 现有") || strings.Contains(m.Text, "集中隔离 现有") {
		t.Errorf("the group reads of a case:\n%s", m.Text)
	}
}

func TestSummaryInTheGroupInEnglish(t *testing.T) {
	t.Parallel()
	p := wholeEnglish(t, "13:50")
	p.until("14:05")
	he, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.says(he, nil, "1 newly confirmed, everything else normal")
	p.presses(he, nil, "File")
	p.says(director, p.Group, "/summary@"+p.Telegram.BotName())
	m := p.sees(director, p.Group, "1/33", "told in private")
	if strings.Contains(m.Text, "Confirmed: ") {
		t.Errorf("the group reads of a case:\n%s", m.Text)
	}
}

func TestSummaryInEnglish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	director := p.Holder(workgroup.Director)
	p.says(director, nil, "/language")
	p.presses(director, nil, "English")
	p.until("14:10")
	p.everybody("jidian")
	p.says(director, nil, "/summary")
	m := p.sees(director, nil, "Summary, 31 January", "32/33", "on time 32", "Not heard from: School of Mechanical and Electrical Engineering", "Please telephone")
	for _, chinese := range []string{"未报", "居家", "学院"} {
		if strings.Contains(m.Text, chinese) {
			t.Errorf("Chinese %q in an English summary:\n%s", chinese, m.Text)
		}
	}
}

// Before anything was filed nothing is shown as zero people.
func TestSummaryOfAnEmptyDay(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:01")
	director := p.Holder(workgroup.Director)
	p.says(director, nil, "/summary")
	p.sees(director, nil, "0/33", "未报")
	p.lacks(director, nil, "发热 现有 0")
}
