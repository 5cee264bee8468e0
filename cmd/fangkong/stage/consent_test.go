package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// “对” says nothing to a doubt that asks which of two numbers is right: the number does, or the button that keeps both.
func TestWhichIsRightIsNotAnsweredByYes(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song, deng := p.Head("ruanjian"), p.Head("jidian"), p.Head("huli")
	p.says(he, nil, "发热3人，其中学生5人")
	p.sees(he, nil, "合计 3，分项相加 5，哪个对？")
	p.says(he, nil, "对")
	p.sees(he, nil, "合计 3，分项相加 5", "准确的数")
	if _, ok := p.filed("ruanjian"); ok {
		t.Fatal("filed by a word that answers nothing")
	}
	p.presses(he, nil, "5")
	p.sees(he, nil, "发热 现有 5", "发热（学生） 现有 5", "对吗？")
	p.says(he, nil, "对")
	p.figures("ruanjian", workgroup.Figures{"fever_now": 5, "fever_now_student": 5})

	// In the group, and with the other number: its parts are asked anew.
	p.says(song, p.Group, "机电工程学院发热3人，其中学生5人")
	p.says(song, p.Group, "对")
	p.sees(song, p.Group, "合计 3，分项相加 5", "准确的数")
	p.says(song, p.Group, "3")
	p.sees(song, p.Group, "发热")
	p.says(song, p.Group, "0")
	p.says(song, p.Group, "2")
	p.sees(song, p.Group, "发热（学生） 现有 2", "对吗？")
	p.says(song, p.Group, "对")
	p.figures("jidian", workgroup.Figures{"fever_now": 3, "fever_now_student": 2, "fever_now_staff": 1})

	// The button says that both are meant; so do its words. They are kept with the doubt.
	p.says(deng, nil, "发热3人，其中学生5人")
	p.says(deng, nil, "3")
	p.sees(deng, nil, "新增几人")
	p.says(deng, nil, "发热3人，其中学生5人")
	p.says(deng, nil, "数据无误")
	if s := p.figures("huli", workgroup.Figures{"fever_now": 3, "fever_now_student": 5}); len(s.Doubts) != 1 {
		t.Errorf("doubts: %+v", s.Doubts)
	}
}

// Stock and flow that do not add up: either number is an answer.
func TestStockAgainstFlow(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离昨日4人，新增3人，解除1人，现有7人")
	p.sees(he, nil, "＝6，哪个对？")
	p.says(he, nil, "是的")
	p.sees(he, nil, "＝6", "准确的数")
	p.presses(he, nil, "6")
	p.sees(he, nil, "居家隔离 现有 6", "居家隔离 新增 3", "对吗？")
	p.says(he, nil, "对")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 6, "home_quarantine_new": 3, "home_quarantine_prev": 4, "home_quarantine_released": 1})
}

// What another head of the unit files meanwhile is shown before a word is taken for consent, and who is replaced is told.
func TestAWordMeantForWhatStoodBefore(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, xie := p.Person("he-wangqiao"), p.Person("xie-silan")
	p.says(he, nil, "居家隔离2人")
	p.says(xie, nil, "居家隔离3人")
	p.presses(xie, nil, "确认报送")
	p.wait(time.Second)
	p.says(he, nil, "对")
	p.sees(he, nil, "谢思岚", "14:05", "居家隔离 现有 3 → 2", "对吗？")
	if s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 3}); s.Revision != 1 {
		t.Fatalf("overwritten unseen: %+v", s)
	}
	p.says(he, nil, "对")
	if s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2}); s.Revision != 2 {
		t.Errorf("standing: %+v", s)
	}
	p.sees(xie, nil, "何望桥", "第2版", "居家隔离 现有 3 → 2", "更正")

	// In the group, where nobody is named.
	p.until("14:10")
	p.says(he, p.Group, "更正：居家隔离5人")
	p.says(xie, nil, "更正：居家隔离6人")
	p.presses(xie, nil, "确认报送")
	p.says(he, p.Group, "确认报送")
	m := p.sees(he, p.Group, "另一位负责人", "居家隔离 现有 6 → 5")
	if strings.Contains(m.Text, "谢思岚") {
		t.Errorf("the group reads a name: %s", m.Text)
	}
	p.says(he, p.Group, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 5})
}
