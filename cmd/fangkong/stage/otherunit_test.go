package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A filing that its writer says is of another unit is read back for that one, whose heads are asked; of their own nothing is filed, and what was filed
// already stands until they correct it.
func TestAFilingGoesToTheUnitThatItsWriterNames(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"弄错了，是旅游学院的", "不是我们学院的，是旅游学院的"} {
		for _, group := range []bool{false, true} {
			p := newPlay(t, Options{})
			p.until("14:05")
			head, other := p.Head("ruanjian"), p.Head("lvyou")
			var chat sandbox.Chat
			if group {
				chat = p.Group
			}
			p.says(head, chat, "软件学院发热1人")
			p.says(head, chat, words)
			p.reads(head, chat, "【旅游学院】", "代报", "发热 现有 1", "已请旅游学院负责人同意")
			p.reads(other, nil, "软件学院何望桥拟代旅游学院报送", "发热 现有 1")
			if p.withText(head, chat, "【软件学院】", "对吗？") != nil {
				t.Errorf("%s: still read back for their own:\n%s", words, p.transcript(head, chat))
			}
			p.presses(other, nil, "同意代报")
			p.presses(head, chat, "确认报送")
			p.figures("lvyou", workgroup.Figures{"fever_now": 1})
			if _, filed := p.filed("ruanjian"); filed {
				t.Errorf("%s: filed for their own", words)
			}
		}
	}

	p := newPlay(t, Options{})
	p.until("14:05")
	head, other := p.Head("ruanjian"), p.Head("lvyou")
	p.says(head, nil, "发热1人")
	p.presses(head, nil, "确认报送")
	p.says(head, nil, "弄错了，是旅游学院的")
	p.reads(other, nil, "拟代旅游学院报送", "发热 现有 1")
	p.sees(head, nil, "旅游学院的填报在上面，等他们同意", "软件学院 14:05 所报没有变")
	p.figures("ruanjian", workgroup.Figures{"fever_now": 1})
	p.presses(head, nil, "更正")
	p.reads(head, nil, "【软件学院】", "要改哪一项")
}

// A cry for help whose writer says of which unit it is becomes a case of that unit, whether they press or not; its heads are asked.
func TestACryGoesToTheUnitThatItsWriterNames(t *testing.T) {
	t.Parallel()
	for _, pressed := range []bool{false, true} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head, other := p.Head("ruanjian"), p.Head("lvyou")
		p.says(head, nil, "张三晕倒了，快来人")
		p.says(head, nil, "弄错了，是旅游学院的")
		p.sees(head, nil, "是旅游学院的", "14:08 会自动立案（旅游学院）")
		if pressed {
			p.presses(head, nil, "是，提醒值班员")
			p.reads(p.zhang(), nil, "涉及：旅游学院", "张三晕倒了")
		}
		p.wait(workgroup.CallLife + 1)
		if k := p.kase(); len(p.open()) != 1 || k.Unit != "lvyou" {
			t.Errorf("%d cases, of %s", len(p.open()), k.Unit)
		}
		p.reads(other, nil, "急-0131-01", "何望桥报告旅游学院")
	}

	p := newEnglishPlay(t)
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "help, somebody has collapsed, come quickly")
	p.says(head, nil, "correction: it is School of Tourism")
	p.reads(head, nil, "it is of School of Tourism")
	p.says(head, nil, "fever 1")
	p.says(head, nil, "correction: it is School of Tourism")
	p.reads(head, nil, "School of Tourism", "on behalf")
	p.spoke()
}

// The button of a cry that has become a case by itself rings for nobody any more, whatever has become of the case.
func TestTheButtonOfACryWhoseCaseIsMergedRingsForNobody(t *testing.T) {
	t.Parallel()
	for _, merged := range []bool{true, false} {
		p := newPlay(t, Options{})
		p.until("14:00")
		head, duty := p.Head("ruanjian"), p.zhang()
		p.says(head, nil, "救命，快来人啊")
		p.wait(time.Minute)
		p.calls(p.heads("ruanjian")[1], "确诊", "学生", "刚刚")
		p.presses(duty, nil, "我来接手")
		p.wait(workgroup.CallLife)
		p.presses(duty, nil, "我来接手")
		want := "办结"
		if merged {
			p.presses(duty, nil, "确诊")
			p.presses(duty, nil, "是同一例，并案")
			want = "并入 急-0131-01"
		} else {
			p.presses(duty, nil, "排除")
			p.presses(duty, nil, "办结")
			p.says(duty, nil, "核实没有此事")
			p.presses(duty, nil, "确认办结")
		}
		alarms, cases := p.alarms(duty), len(p.open())
		if toast := p.presses(head, nil, "是，提醒值班员"); !strings.Contains(toast, "急-0131-02") || !strings.Contains(toast, want) || !strings.Contains(toast, "不再重复呼叫") {
			t.Errorf("answered with %q", toast)
		}
		p.wait(workgroup.CallLife + 1)
		if p.alarms(duty) != alarms || len(p.open()) != cases {
			t.Errorf("rung once more:\n%s", p.transcript(duty, nil))
		}
	}
}

// Whoever was asked about a cry and says that it was a mistake is not called for; that all is well does not say so, and what means nothing else is kept with it.
func TestACryIsTakenBackInWords(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"弄错了", "误报"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head := p.Head("ruanjian")
		p.says(head, nil, "张三晕倒了，快来人")
		p.says(head, nil, words)
		p.sees(head, nil, "不呼叫值班员，也不立案")
		p.wait(workgroup.CallLife + 1)
		if p.rang(0, p.zhang()); len(p.open()) != 0 {
			t.Errorf("%s: %d cases", words, len(p.open()))
		}
		p.says(head, nil, "是旅游学院的") // it is of nothing any more
		p.lacks(head, nil, "记下了")
	}
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "张三晕倒了，快来人")
	p.says(head, nil, "没事了")
	p.sees(head, nil, "请按「不是」", "14:08 会自动立案")
	p.says(head, nil, "他在3号楼门口台阶上")
	p.sees(head, nil, "已记下", "14:08 会自动立案")
	p.says(head, nil, "应该是旅游学院的学生")
	p.sees(head, nil, "是旅游学院的")
	p.wait(workgroup.CallLife + 1)
	if k := p.kase(); k.Unit != "lvyou" || !strings.Contains(k.Remarks[0].Text, "3号楼门口") {
		t.Errorf("%+v", k)
	}
	if toast := p.presses(head, nil, "是，提醒值班员"); !strings.Contains(toast, "急-0131-01") {
		t.Errorf("pressed too late: %q", toast)
	}
	// Of the case that has come of it the same words are asked of whoever has it, and of a report being made they put it right.
	p.says(head, nil, "应该是护理学院的学生")
	p.reads(p.zhang(), nil, "急-0131-01 说的是护理学院")
	q := newPlay(t, Options{})
	q.until("14:05")
	q.says(q.Head("ruanjian"), nil, "我院一名学生今天疑似")
	q.says(q.Head("ruanjian"), nil, "应该是护理学院的学生")
	q.wait(workgroup.CallLife + 1)
	if k := q.kase(); k.Unit != "huli" || k.Kind != workgroup.CaseSuspected {
		t.Errorf("%+v", k)
	}
}
