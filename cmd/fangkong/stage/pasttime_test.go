package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// A time that has passed is not asked to be kept: the board, a lead unit's sheet and the answer to a question say what holds now.
func TestATimeThatHasPassedIsSaidToBe(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head, lead, filed := p.Head("ruanjian"), p.Head("xuesheng"), p.Head("huli")
	board := func(want ...string) {
		t.Helper()
		last := ""
		for _, m := range head.Sees(p.Group) {
			if strings.Contains(m.Text, "疫情信息日报告") {
				last = m.Text
			}
		}
		p.checks(head, last, "the board", want...)
	}
	sheet := func(want ...string) {
		t.Helper()
		last := ""
		for _, m := range lead.Sees(nil) {
			if strings.Contains(m.Text, "学生汇总 1月31日") || strings.Contains(m.Text, "连按两次「报送汇总」") {
				last = m.Text
			}
		}
		p.checks(lead, last, "the sheet", want...)
	}
	asks := func(want ...string) {
		t.Helper()
		p.checks(head, p.answered(head, "几点截止？"), "几点截止", want...)
	}
	p.until("14:10")
	p.zero("huli")
	board("请各单位于 14:30 前报送", "15:00 前汇总")
	sheet("请于 15:00 前连按两次「报送汇总」")
	asks("单位 14:30 前", "!已过")
	p.until("14:32")
	board("14:30 已过", "未报的请即报送，记为逾时", "15:00 前汇总", "!请各单位于")
	sheet("请于 15:00 前连按两次「报送汇总」")
	asks("单位 14:30 前", "今天还没报，14:30 已过，请即报送，记为逾时")
	p.checks(filed, p.answered(filed, "几点截止？"), "几点截止", "今天已于 14:10 报送", "!已过")
	p.until("15:02")
	board("15:00 已过", "未报的请即报送，记为迟报", "汇总没报的请即报送", "!15:00 前")
	sheet("15:00 已过", "请即连按两次「报送汇总」", "记为迟报", "!15:00 前")
	asks("今天还没报，15:00 已过，请即报送，记为迟报")
	p.says(p.Holder(workgroup.Director), nil, "看板")
	p.sees(p.Holder(workgroup.Director), nil, "15:00 已过")
	p.until("23:59")
	p.until("08:00")
	board("当日报送已结束", "!已过")
}

func TestATimeThatHasPassedIsSaidToBeInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	head := p.Head("huli")
	p.until("14:35")
	p.says(head, nil, "When is the deadline?")
	p.sees(head, nil, "14:30 has passed", "overdue")
}
