package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

func TestCallsMadeAreWrittenDownLater(t *testing.T) {
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty, leader := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff), p.Holder(workgroup.DutyLeader)
	p.calls(head, "确诊", "学生", "刚刚")
	p.until("14:12")
	p.presses(leader, nil, "我来接手")
	p.until("14:24")

	// Whoever may take the case may write, without holding it; the unit's head has no such button.
	if p.says(head, nil, "/case 0131-01"); p.withButton(head, nil, "电话记录") != nil {
		t.Error("the head may write calls down")
	}
	p.presses(duty, nil, "电话记录")
	p.sees(duty, nil, "急-0131-01 电话记录", "一行一次")
	p.says(duty, nil, "王主任 14:20 接通\n李老师 稍后再打\n14:22 李老师 未接\n张老师 23:00 接通")
	p.sees(duty, nil, "已记", "14:20 王主任　接通", "14:22 李老师　未接", "没看懂，没有记", "李老师 稍后再打", "时间还没到", "张老师 23:00 接通", "请重写")
	if k := p.kase(); len(k.Phoned) != 2 || p.Person(k.Holder) != leader {
		t.Errorf("kept %+v, held by %s", k.Phoned, k.Holder)
	}
	// Asked again, one line is enough; a time to come alone is refused by itself.
	p.says(duty, nil, "张老师 23:00 接通")
	p.sees(duty, nil, "23:00 还没到")
	p.says(duty, nil, "李老师 关机")
	p.sees(duty, nil, "已记", "14:24 李老师　关机")
	p.presses(duty, nil, "电话记录")
	p.says(duty, nil, "昨晚8点 李老师 未接")
	if p.withText(duty, nil, "电话记录（共 4 次）\n· 14:20 王主任　接通", "14:22 李老师　未接", "14:24 李老师　关机") == nil {
		t.Errorf("the card shows the last three:\n%s", p.transcript(duty, nil))
	}

	// The holder's own call is progress; it holds the case past the quarter of an hour.
	p.until("14:26:30")
	p.presses(leader, nil, "电话记录")
	p.says(leader, nil, "医院 14:25 接通")
	p.until("14:39")
	if k := p.kase(); k.Nudged || p.Person(k.Holder) != leader {
		t.Errorf("after the holder's call: %+v", k.Holding)
	}
	for _, m := range p.Group.Posts() {
		if strings.Contains(m.Text, "王主任") || strings.Contains(m.Text, "接通") {
			t.Errorf("the group reads %q", m.Text)
		}
	}
}

func TestCallsAskedForSwallowNothing(t *testing.T) {
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.presses(duty, nil, "电话记录")
	p.says(duty, nil, "护理学院一名学生今天确诊")
	if p.withText(duty, nil, "紧急报告：确诊", "护理学院") == nil {
		t.Errorf("news of a case is taken for a call:\n%s", p.transcript(duty, nil))
	}
	p.presses(duty, nil, "不是紧急情况")
	p.presses(duty, nil, "电话记录")
	p.says(duty, nil, "取消")
	p.says(duty, nil, "王主任 14:05 接通")
	if k := p.kase(); len(k.Phoned) != 0 {
		t.Errorf("kept after it was given up: %+v", k.Phoned)
	}
	// A case that was closed meanwhile takes no call, and asks for none any more.
	second := p.holders(workgroup.DutyStaff)[1]
	p.presses(second, nil, "电话记录")
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "排除")
	p.presses(duty, nil, "办结")
	p.says(duty, nil, "误报")
	p.presses(duty, nil, "确认办结")
	p.says(second, nil, "王主任 14:05 接通")
	p.sees(second, nil, "急-0131-01 已于")
	p.says(second, nil, "王主任 14:05 接通")
	if last := second.Last(nil); strings.Contains(last.Text, "已于") {
		t.Errorf("a closed case still asks: %q", last.Text)
	}
	m := duty.Last(nil)
	press, err := duty.PressesData(m, "phoned:2020-01-31/0001:0")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "已于") {
		t.Errorf("pressed on a closed case: %q", text)
	}
}

func TestCallsMadeInEnglish(t *testing.T) {
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.says(duty, nil, "/language")
	p.presses(duty, nil, "English")
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.until("14:20")
	p.presses(duty, nil, "Calls made")
	p.says(duty, nil, "Director Wang 14:10 answered\nDean Li switched off\nperhaps later")
	p.sees(duty, nil, "急-0131-01, noted", "14:10 Director Wang: answered", "14:20 Dean Li: switched off", "Not understood", "perhaps later")
	if p.withText(duty, nil, "Calls made (2 in all)", "14:10 Director Wang: answered") == nil {
		t.Errorf("the card:\n%s", p.transcript(duty, nil))
	}
}

// What somebody said in a call is kept, and alarms where it is of another case.
func TestACallThatTellsOfAnotherCase(t *testing.T) {
	t.Parallel()
	for _, button := range []bool{false, true} {
		p := newPlay(t, Options{})
		p.until("20:05")
		head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
		p.calls(head, "确诊", "学生", "刚刚")
		p.presses(duty, nil, "我来接手")
		p.until("20:12")
		words := "李主任 20:11 接通，说机电学院又有一人确诊"
		if button {
			p.presses(duty, nil, "电话记录")
			p.says(duty, nil, words)
		} else {
			p.says(duty, nil, "电话记录："+words)
		}
		p.alarmed(1)
		if k := p.kase(); len(k.Phoned) != 1 {
			t.Errorf("kept %+v", k.Phoned)
		}
		p.wait(workgroup.CallLife + 1)
		if n := len(p.open()); n != 2 {
			t.Errorf("%d cases:\n%s", n, p.transcript(duty, nil))
		}
	}
}

// A note of calls that never came is waited for no longer: later words of the case are of the case.
func TestPhoningIsNotWaitedForLong(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, zhang := p.Head("ruanjian"), p.zhang()
	p.calls(he, "确诊", "学生", "刚刚")
	p.presses(zhang, nil, "我来接手")
	p.presses(zhang, nil, "电话记录")
	p.until("14:25")
	p.says(zhang, nil, "该生已送人民医院")
	p.lacks(zhang, nil, "没看懂")
	p.sees(zhang, nil, "急-0131-01 已记录")
}

// What came of a call is kept whenever it is written: of a colleague who is named at once; of nobody, it is asked who was called.
func TestWhatCameOfACallIsKept(t *testing.T) {
	t.Parallel()
	for words, outcome := range map[string]workgroup.PhoneOutcome{"不通": workgroup.NoAnswer, "没人接": workgroup.NoAnswer, "打不通": workgroup.NoAnswer, "占线": workgroup.NoAnswer,
		"无人接听": workgroup.NoAnswer, "已打电话，没人接": workgroup.NoAnswer, "关机": workgroup.PhoneOff, "打通了": workgroup.Answered} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p, _, duty := reported(t)
			p.says(duty, nil, words)
			p.sees(duty, nil, "急-0131-01", "是给谁打的")
			p.presses(duty, nil, "何望桥")
			p.sees(duty, nil, "急-0131-01 已记", "何望桥")
			p.presses(duty, nil, "电话记录")
			p.says(duty, nil, words)
			p.presses(duty, nil, "谢思岚")
			k := p.kase()
			if len(k.Phoned) != 2 || k.Phoned[0].Outcome != outcome || k.Phoned[0].Who != "何望桥" || len(k.Remarks) != 1 {
				t.Errorf("kept: %+v", k.Phoned)
			}
		})
	}
	p, _, duty := reported(t)
	p.says(duty, nil, "何望桥没人接")
	p.says(duty, nil, "软件学院 打通了")
	if k := p.kase(); len(k.Phoned) != 2 || k.Phoned[0].Outcome != workgroup.NoAnswer || k.Phoned[1].Who != "软件学院" {
		t.Errorf("kept: %+v", k.Phoned)
	}
	// Somebody else is written down with their name; of two cases it is asked which.
	p.says(duty, nil, "关机")
	p.presses(duty, nil, "其他人")
	p.says(duty, nil, "家长 关机")
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.presses(duty, nil, "我来接手")
	p.says(duty, nil, "不通")
	p.presses(duty, nil, "急-0131-02")
	p.presses(duty, nil, "王秋禾")
	if open := p.open(); len(open[0].Phoned) != 3 || len(open[1].Phoned) != 1 || open[1].Phoned[0].Who != "王秋禾" {
		t.Errorf("kept: %+v, %+v", open[0].Phoned, open[1].Phoned)
	}
}

func TestWhatCameOfACallInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.files(head, "Confirmed case", "Student", "Just now")
	p.says(duty, nil, "no answer")
	p.sees(duty, nil, "who was called?")
	p.presses(duty, nil, "何望桥")
	if k := p.kase(); len(k.Phoned) != 1 || k.Phoned[0].Outcome != workgroup.NoAnswer {
		t.Errorf("kept: %+v", k.Phoned)
	}
}
