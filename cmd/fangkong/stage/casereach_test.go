package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// unmanned is a play in which nobody who may take a case has a private chat.
func unmanned(t *testing.T) *play {
	_, roster := settings.Sample()
	var silent []workgroup.PersonID
	for _, p := range roster.People {
		if p.Holds(workgroup.Watch...) {
			silent = append(silent, p.ID)
		}
	}
	return newPlay(t, Options{}, silent...)
}

// cries are the posts in the group that say that nobody could be reached.
func (p *play) cries() (n int) {
	for _, m := range p.Group.Standing() {
		if strings.Contains(m.Text, "没有能呼叫到的人") {
			n++
		}
	}
	return n
}

func TestWhoeverPressesStartIsRungAtOnce(t *testing.T) {
	t.Parallel()
	p := unmanned(t)
	p.until("14:05")
	head, zhang := p.Head("ruanjian"), p.zhang()
	p.calls(head, "确诊", "学生", "刚刚")
	if p.withText(head, nil, "急-0131-01", "现在没有能呼叫到的人", "立即打值班电话 0392-0000000") == nil || p.withText(head, nil, "正在呼叫") != nil {
		t.Errorf("its reporter reads:\n%s", p.transcript(head, nil))
	}
	if p.cries() != 1 {
		t.Fatalf("%d posts that nobody can be rung:\n%s", p.cries(), p.transcript(head, p.Group))
	}
	p.until("14:37")
	if p.cries() != 1 {
		t.Errorf("half an hour later %d posts stand", p.cries())
	}
	zhang.Starts()
	p.settle()
	if !p.rings(zhang) {
		t.Fatalf("a greeting, and no case:\n%s", p.transcript(zhang, nil))
	}
	if p.cries() != 0 {
		t.Error("somebody was rung, and the group still reads that nobody can be")
	}
	p.presses(zhang, nil, "我来接手")
	if p.withText(head, p.Group, "急-0131-01", "张秋溪已接手") == nil || p.cries() != 0 {
		t.Errorf("the group:\n%s", p.transcript(head, p.Group))
	}
}

func TestTheOfficeIsRungBeforeTheGroupIsTold(t *testing.T) {
	t.Parallel()
	p := unmanned(t)
	office := p.Person("zhao-wangpu")
	office.Starts()
	p.until("14:05")
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	if !p.rings(office) || p.cries() != 0 {
		t.Errorf("the office:\n%s", p.transcript(office, nil))
	}
}

func TestPeopleWhoBlockOneAfterAnotherLeaveOnePost(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("blocked")
	p.until("14:05")
	for _, who := range p.Roster.People {
		if who.Holds(workgroup.Watch...) {
			p.Person(who.ID).Blocks()
		}
	}
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.until("14:50")
	if p.cries() != 1 {
		t.Errorf("%d posts:\n%s", p.cries(), p.transcript(p.Head("ruanjian"), p.Group))
	}
}

func TestARingThatTelegramDeliversLateSaysSo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("Internal Server Error", "too old")
	p.until("16:16")
	head, zhang, director := p.Head("ruanjian"), p.zhang(), p.Holder(workgroup.Director)
	p.says(head, nil, "/urgent")
	p.presses(head, nil, "确诊")
	p.presses(head, nil, "学生")
	p.presses(head, nil, "刚刚")
	p.Telegram.Fail(sandbox.Fault{Kind: sandbox.Broken500, Method: "sendMessage", Times: -1})
	p.presses(head, nil, "启动紧急报告")
	p.until("16:19:30")
	if p.rings(zhang) {
		t.Fatal("delivered all the same")
	}
	p.says(director, nil, "/case")
	if ring := p.pulse().Ring; ring.IsZero() || p.Now().Sub(ring) < 3*time.Minute {
		t.Errorf("the heartbeat says %v", ring)
	}
	p.Telegram.Heal()
	p.until("16:23")
	p.sees(zhang, nil, "急-0131-01", "16:16 的呼叫 16:19 才送达")
	if p.withText(director, nil, "呼叫还没有送达任何人") == nil {
		t.Errorf("the list:\n%s", p.transcript(director, nil))
	}
	if !p.pulse().Ring.IsZero() {
		t.Error("delivered, and still ailing")
	}
}

func TestAnUnfinishedReportSleptThroughSaysHowLateItRings(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "/urgent")
	p.presses(p.Head("ruanjian"), nil, "确诊")
	must(t, p.Fall())
	must(t, p.Skip("14:35"))
	must(t, p.Raise())
	p.settle()
	p.sees(p.zhang(), nil, "急-0131-01", "没有填完", "晚了 27 分钟")
}

func TestWhatWasAskedForIsDroppedWhenTheCaseCloses(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty, head := p.holders(workgroup.DutyStaff), p.Head("ruanjian")
	p.calls(head, "疑似", "学生", "刚刚")
	p.presses(duty[1], nil, "我来接手")
	p.presses(duty[1], nil, "续报")
	p.presses(duty[1], nil, "退回")
	p.presses(duty[0], nil, "我来接手")
	p.presses(duty[0], nil, "排除")
	p.presses(duty[0], nil, "办结")
	p.says(duty[0], nil, "核酸阴性")
	p.presses(duty[0], nil, "确认办结")
	p.sees(duty[1], nil, "急-0131-01 已办结", "不用再写")
	p.view(func(b workgroup.Book) {
		for d := range workgroup.Desks.Each(b, "") {
			if d.Of != "" {
				t.Errorf("still asked for: %+v", d)
			}
		}
	})
}
