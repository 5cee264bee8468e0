package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Whoever has taken the first of two steps and says that they do not want it has to begin anew.
func TestTheFirstOfTwoStepsIsGivenUpInWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	for _, leave := range []string{"取消", "等一下", "不签"} {
		p.says(director, nil, "签发")
		p.sees(director, nil, "再发一次“签发”")
		p.wait(2 * time.Second)
		p.says(director, nil, leave)
		p.sees(director, nil, "没有签发")
		p.wait(2 * time.Second)
		p.says(director, nil, "签发")
		p.sees(director, nil, "再发一次“签发”")
		p.signOff(director, "待签")
		p.says(director, nil, "算了")
		p.sees(director, nil, "没有签发")
	}
}

// A bare word of leaving means what was asked last, and not the urgent report that was begun before.
func TestLeavingAQuestionKeepsTheUrgentReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague := p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.says(colleague, nil, "软件学院一名学生刚刚确诊")
	p.wait(time.Second)
	p.presses(colleague, nil, "退回")
	p.wait(2 * time.Second)
	p.says(colleague, nil, "取消")
	p.sees(colleague, nil, "紧急报告还在")
	p.view(func(b workgroup.Book) {
		if !workgroup.Calls.Has(b, "zhu-sixi") {
			t.Errorf("the urgent report is withdrawn:\n%s", p.transcript(colleague, nil))
		}
	})
	p.says(colleague, nil, "取消")
	p.sees(colleague, nil, "紧急报告已撤销")
}

// News of a case is heard as one, whatever its writer was asked for, and the question still waits.
func TestACaseComesBeforeAnyAnswer(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, owner := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("houqin")
	p.until("15:10")
	rang := func(who string, n int) {
		p.t.Helper()
		p.view(func(b workgroup.Book) {
			alarms := 0
			for range workgroup.Alarms.Each(b, "") {
				alarms++
			}
			if alarms != n {
				p.t.Fatalf("%s: %d alarms, want %d", who, alarms, n)
			}
		})
	}
	p.drafts(drafter, "无", "无")
	p.presses(drafter, nil, "写四")
	p.says(drafter, nil, "刚接到电话，软件学院一名学生确诊")
	p.reads(drafter, nil, "前面问的还在等", "请以“四：”开头")
	rang("四", 1)
	p.signOff(drafter, "四：无")
	p.presses(drafter, nil, "不是紧急情况，撤销")
	p.says(drafter, nil, "四：对确诊学生宿舍消毒")
	p.signOff(drafter, "四：对确诊学生宿舍消毒")
	p.says(drafter, nil, "四：消毒两次")
	p.submits(drafter)
	p.presses(colleague, nil, "退回")
	p.says(colleague, nil, "汽车工程学院又有一名学生确诊")
	rang("退回", 2)
	p.signOff(drafter, "审核中")
	p.presses(colleague, nil, "不是紧急情况，撤销")
	p.says(colleague, nil, "取消")
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	p.presses(drafter, nil, "登记上报")
	p.says(drafter, nil, "电话，刚才，艺术学院一名学生确诊")
	rang("登记上报", 3)
	p.signOff(drafter, "已签")
	p.until("16:01")
	p.says(colleague, nil, "决定：宿舍消毒，由后勤集团负责，2月1日18点前完成")
	p.presses(colleague, nil, "记为议定事项")
	p.wait(2 * time.Second)
	p.presses(owner, nil, "办结")
	p.says(owner, nil, "我们食堂一名员工被确诊了")
	p.view(func(b workgroup.Book) {
		for d := range workgroup.Decisions.Each(b, "") {
			if d.Done.Done() {
				t.Errorf("closed with %q", d.Result)
			}
		}
	})
	rang("办结", 4)
}

// Words of the house are no result of a decision: they do what they do at any time.
func TestWordsOfTheHouseAreNoResult(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office, owner := p.Person("zhao-wangpu"), p.Head("houqin")
	p.until("16:01")
	p.says(office, nil, "现在开会")
	p.says(office, nil, "决定：宿舍消毒，由后勤集团负责，2月1日18点前完成")
	p.presses(office, nil, "记为议定事项")
	p.wait(2 * time.Second)
	p.presses(office, nil, "办结")
	p.says(office, nil, "散会")
	p.sees(office, nil, "再发一次")
	p.presses(owner, nil, "办结")
	for _, none := range []string{"好的", "怎么填？", "值班"} {
		p.says(owner, nil, none)
		p.view(func(b workgroup.Book) {
			for d := range workgroup.Decisions.Each(b, "") {
				if d.Done.Done() {
					t.Errorf("closed with %q", d.Result)
				}
			}
		})
	}
	p.says(owner, nil, "宿舍楼全部消毒两遍")
	if !strings.Contains(p.transcript(office, nil), "宿舍楼全部消毒两遍") {
		t.Error("the result is not kept")
	}
}
