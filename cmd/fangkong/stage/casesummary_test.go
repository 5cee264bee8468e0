package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

func TestEverySummaryShowsTheCasesThatAreOpenWhateverDayTheyAreOf(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	director, duty := p.Holder(workgroup.Director), p.Holder(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.until("00:10")
	p.says(director, nil, "/summary 昨天")
	p.sees(director, nil, "待核", "急-0131-01（软件学院 确诊）没有计入日报数据")
	p.sees(director, nil, "1月31日 汇总", "正在处理的紧急情况 1 起", "急-0131-01 确诊 软件学院", "无人接手", "当日立案 1 起，已办结 0 起")
	p.says(director, p.Group, "/summary 昨天")
	if m := p.sees(director, p.Group, "急-0131-01", "无人接手", "已办结 0 起"); strings.Contains(m.Text, "确诊") {
		t.Errorf("the group reads %q", m.Text)
	}
	p.until("09:30")
	p.calls(p.Head("huli"), "密切接触者", "学生", "刚刚")
	p.says(director, nil, "/summary")
	m := p.sees(director, nil, "正在处理的紧急情况 2 起", "当日立案 1 起，已办结 0 起")
	if strings.Index(m.Text, "急-0131-01") > strings.Index(m.Text, "急-0201-01") {
		t.Errorf("the one-hour rule comes first:\n%s", m.Text)
	}
	p.says(director, nil, "/summary 昨天")
	p.sees(director, nil, "正在处理的紧急情况 2 起", "当日立案 1 起，已办结 0 起")
	p.says(duty, nil, "/case 0131-01")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "排除")
	p.says(director, nil, "/summary 昨天")
	p.sees(director, nil, "急-0131-01 确诊 软件学院", "接手，核实：排除")
	p.says(director, p.Group, "/summary 昨天")
	if m := p.sees(director, p.Group, "急-0131-01"); strings.Contains(m.Text, "排除") {
		t.Errorf("the group reads %q", m.Text)
	}
	p.presses(duty, nil, "办结")
	p.says(duty, nil, "核酸阴性")
	p.presses(duty, nil, "确认办结")
	p.says(director, nil, "/summary 昨天")
	p.sees(director, nil, "正在处理的紧急情况 1 起", "当日立案 1 起，均已办结")
	p.lacks(director, nil, "没有计入")
}
