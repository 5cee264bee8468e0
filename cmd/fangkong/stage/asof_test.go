package stage

import (
	"maps"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// What was known at a time is read from the revisions: a correction, a late report and a sheet of later are not in it.
func TestWhatWasKnownThen(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.says(he, nil, "居家隔离2人")
	p.presses(he, nil, "确认报送")
	p.until("14:20")
	p.zero("huli")
	p.until("14:41")
	p.says(he, nil, "更正：居家隔离5人")
	p.presses(he, nil, "确认报送")
	p.zero("jidian")
	p.until("15:20")

	p.says(director, nil, "/asof 14:10")
	p.sees(director, nil, "1月31日 14:10 时已知的情况", "1/33", "按时 1", "居家隔离 现有 2")
	p.lacks(director, nil, "更正：")
	p.lacks(director, nil, "学生处（学生）：汇总 14")
	p.says(director, nil, "/asof 14：41")
	p.sees(director, nil, "14:41 时", "3/33", "逾时 1", "居家隔离 现有 5", "更正：软件学院（第2版 14:41）")
	p.says(director, nil, "当时 14点20")
	p.sees(director, nil, "14:20 时", "2/33", "居家隔离 现有 2")
	// As people say a time: an hour without a part of the day is one of the working day.
	for ask, at := range map[string]string{"/asof 下午3点": "15:00", "/asof 15点": "15:00", "/asof 3点": "15:00", "/asof 下午三点": "15:00", "/asof 两点半": "14:30", "/asof 14点半": "14:30", "/asof 下午两点十分": "14:10",
		"/asof 1月31日 下午3点": "15:00", "/asof 下午3点 今天": "15:00", "/asof 3pm": "15:00", "/asof 2:30 pm": "14:30", "/asof 今天15：07": "15:07", "/asof 截至15点": "15:00"} {
		p.says(director, nil, ask)
		p.sees(director, nil, "1月31日 "+at+" 时已知的情况")
	}
	// Also days later, and written with the date.
	p.until("23:59")
	p.until("14:05")
	for _, ask := range []string{"/asof 14:10 昨天", "/asof 昨天14:10", "/asof 昨天下午2点10分", "/asof 1月31日 下午两点十分", "/asof 2020-01-31 14:10", "/asof 1月31日 14点10分", "/asof yesterday 14:10"} {
		p.says(director, nil, ask)
		p.sees(director, nil, "1月31日 14:10 时已知的情况", "1/33", "居家隔离 现有 2")
	}
	for ask, answer := range map[string]string{"/asof": "请写时间", "/asof 昨天": "请写时间", "/asof 25:00": "请写时间", "/asof 23:59": "还没到", "/asof 晚上8点": "还没到", "/asof 2月2日 下午3点": "还没到", "/asof 下午": "请写时间", "/asof 三点半 呵呵": "没看懂日期", "/asof 9:00 昨天": "报送还没开始", "/asof 14:00 呵呵": "没看懂日期", "/asof 14:00 2019-12-01": "没有开展报送"} {
		p.says(director, nil, ask)
		p.sees(director, nil, answer)
	}
	p.says(he, nil, "/asof 14:10")
	p.sees(he, nil, "只对防控办开放")
	p.says(director, p.Group, "/asof 14:10 昨天")
	p.reads(director, nil, "私聊")
}

// What had been said by then and waited for its confirmation is shown as that, whether it was confirmed since or not.
func TestWhatWaitedForItsConfirmationThen(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	director, one, other := p.Holder(workgroup.Director), p.Head("ruanjian"), p.Head("huli")
	p.until("14:05")
	p.says(one, nil, "学生居家隔离2人，其余无")
	p.says(other, nil, "学生居家隔离1人，其余无")
	p.until("14:30")
	p.says(other, nil, "对")
	p.until("15:20")
	p.says(director, nil, "/asof 14:10")
	p.sees(director, nil, "14:10 时", "0/11", "待确认", "软件学院", "护理学院")
	if last := director.Last(nil).Text; strings.Contains(strings.Split(last[strings.Index(last, "未报"):], "\n")[0], "护理学院") {
		t.Errorf("who waited is told as missing:\n%s", last)
	}
	p.says(director, nil, "/asof 15:10")
	p.sees(director, nil, "1/11", "待确认", "软件学院")
	p.says(director, nil, "3点的时候还差谁")
	p.sees(director, nil, "15:00", "机电工程学院")
	p.says(director, nil, "三点十分的汇总")
	p.sees(director, nil, "1月31日 15:10 时已知的情况")
	for _, asks := range []string{"学生处汇总了吗", "图书馆还没报吧", "护理院呢", "护理学院今天报的是多少，谁报的", "护理学院更正了没"} {
		p.says(director, nil, asks)
		p.wait(time.Second)
		last := director.Last(nil).Text
		if name := asks[:len("护理")]; !strings.Contains(last, name) || strings.Contains(last, "没看懂") || strings.Contains(last, "我是") {
			t.Errorf("%q: told %q", asks, last)
		}
	}
	for asks, want := range map[string]string{"材料在哪看": "研判材料", "更正的那个报了吗": "还没有人拟稿", "报告现在什么情况": "还没有人拟稿", "护理和旅游一共隔离多少": "旅游学院", "图书馆昨天呢": "1月30日", "护理学院昨天今天各多少": "护理学院"} {
		p.says(director, nil, asks)
		p.sees(director, nil, want)
	}
	p.says(p.Person("zhao-wangpu"), nil, "找一下1月31号的上报件")
	p.sees(p.Person("zhao-wangpu"), nil, "1月31日")
}

// What lead units put beside their sums, and what units had not answered, is shown as it stood then too.
func TestWhatStoodBesideTheSumsThen(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, lead, director := p.Head("ruanjian"), p.Head("xuesheng"), p.Holder(workgroup.Director)
	p.says(he, nil, "居家隔离2人，学生2人，老师0人")
	p.presses(he, nil, "确认报送")
	p.says(lead, nil, "退回软件学院，居家隔离的2人是否含昨日返校的")
	p.until("14:35")
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "逐项查看")
	p.presses(lead, nil, "居家隔离")
	p.presses(lead, nil, "改合计")
	p.says(lead, nil, "3 机电工程学院电话报1人")
	p.says(lead, nil, "对")
	p.says(lead, nil, "/sheet")
	p.presses(lead, nil, "报送汇总")
	p.wait(2 * time.Second)
	p.presses(lead, nil, "报送汇总")
	p.says(he, nil, "数据无误")
	p.until("15:20")
	p.says(director, nil, "/asof 14:30")
	p.sees(director, nil, "问过还没答", "软件学院 居家隔离 现有（14:05 学生处问：居家隔离的2人是否含昨日返校的）未答")
	p.lacks(director, nil, "汇总的说明")
	p.says(director, nil, "/asof 14:36")
	p.sees(director, nil, "学生处汇总的说明", "单位合计 2，改为 3（机电工程学院电话报1人", "机电工程学院：原因待说明")
	p.lacks(director, nil, "问过还没答")
}

func TestWhatWasKnownThenInEnglish(t *testing.T) {
	t.Parallel()
	p := wholeEnglish(t, "13:50")
	p.until("14:05")
	p.says(p.Holder(workgroup.Director), nil, "/asof 14:03")
	p.sees(p.Holder(workgroup.Director), nil, "As known on", "at 14:03", "0/33")
	p.says(p.Holder(workgroup.Director), nil, "/asof noon")
	p.sees(p.Holder(workgroup.Director), nil, "Please give a time")
}

// At every moment of a busy day the book as of that moment tallies as the book itself did then.
func TestThePastIsAsItWas(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	type seen struct {
		at    time.Time
		tally workgroup.Tally
	}
	var history []seen
	count := func(b workgroup.Book) workgroup.Tally {
		round, _ := workgroup.Rounds.Get(b, "2020-01-31")
		return p.College.Count(b, round)
	}
	look := func() {
		p.view(func(b workgroup.Book) { history = append(history, seen{p.Now(), count(b)}) })
		p.wait(time.Second)
	}
	p.until("14:05")
	he := p.Head("ruanjian")
	look()
	p.says(he, nil, "居家隔离2人，发热1人")
	p.presses(he, nil, "确认报送")
	look()
	p.zero("huli")
	look()
	p.until("14:31")
	p.says(he, nil, "更正：居家隔离4人，发热1人")
	p.presses(he, nil, "确认报送")
	look()
	p.zero("xuesheng")
	look()
	lead := p.Head("xuesheng")
	p.presses(lead, nil, "报送汇总")
	look()
	p.zero("jidian")
	look()
	p.until("23:30")
	for _, then := range history {
		p.view(func(b workgroup.Book) {
			got := count(workgroup.AsOf(b, then.at))
			if got.Filed() != then.tally.Filed() || got.OnTime != then.tally.OnTime || got.Overdue != then.tally.Overdue || len(got.Amended) != len(then.tally.Amended) {
				t.Errorf("%s: %d filed, %d in time, %d overdue, %d amended; it was %d, %d, %d, %d", then.at.Format("15:04:05"),
					got.Filed(), got.OnTime, got.Overdue, len(got.Amended), then.tally.Filed(), then.tally.OnTime, then.tally.Overdue, len(then.tally.Amended))
			}
			for i, line := range then.tally.Lines {
				if is := got.Lines[i]; line.State == workgroup.Filed && (!maps.Equal(is.Standing.Figures, line.Standing.Figures) || is.Standing.First != line.Standing.First || is.Standing.Was != line.Standing.Was) {
					t.Errorf("%s: %s stands as %+v, it was %+v", then.at.Format("15:04:05"), line.Unit.ID, is.Standing, line.Standing)
				}
			}
			for i, sheet := range then.tally.Sheets {
				if is := got.Sheets[i]; is.Sheet.Revision != sheet.Sheet.Revision || is.Moved != sheet.Moved || is.Filed != sheet.Filed {
					t.Errorf("%s: the sheet of %s is %d, moved %v; it was %d, %v", then.at.Format("15:04:05"), sheet.Lead.ID, is.Sheet.Revision, is.Moved, sheet.Sheet.Revision, sheet.Moved)
				}
			}
		})
	}
}
