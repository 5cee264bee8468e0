package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A correction in words: only what is said anew changes, the difference is shown, and revision 2 stands.
func TestCorrectionInWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2人，密接1人")
	p.presses(he, nil, "确认报送")
	p.until("14:50")
	p.says(he, nil, "更正：居家隔离3人")
	p.sees(he, nil, "居家隔离 现有 3", "密切接触者 现有 1", "与 14:05 所报（第1版）相比", "居家隔离 现有 2 → 3")
	if s, _ := p.filed("ruanjian"); s.Revision != 1 {
		t.Fatal("a correction counted before it was confirmed")
	}
	p.says(he, nil, "对")
	p.sees(he, nil, "✅ 已报送", "第2版")
	s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 3, "close_contact_now": 1})
	// Whoever filed in time and corrects at 14:50 has not become overdue.
	if s.Revision != 2 || s.Mark != workgroup.OnTime || s.First.In(p.College.Zone).Format("15:04") != "14:05" {
		t.Errorf("standing: %+v", s)
	}
	p.says(he, nil, "刚才3人应为4人")
	p.sees(he, nil, "居家隔离 现有 3 → 4")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 4, "close_contact_now": 1})
	p.says(p.Holder(workgroup.Director), nil, "/summary")
	p.sees(p.Holder(workgroup.Director), nil, "更正：软件学院（第3版 14:50）", "逾时 0")
}

// A total that nobody stated follows its groups when one of them is corrected; one that somebody stated is asked about.
func TestCorrectionOfOneGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, nurse := p.Head("ruanjian"), p.Head("huli")
	p.says(he, nil, "学生居家隔离5人，教师居家隔离1人，其余正常")
	p.presses(he, nil, "确认报送")
	p.says(he, nil, "更正：学生居家隔离7人")
	p.sees(he, nil, "居家隔离 现有 6 → 8", "对吗？")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 8, "home_quarantine_now_student": 7, "home_quarantine_now_staff": 1})
	p.says(he, nil, "更正：密接1人")
	p.presses(he, nil, "确认报送")
	p.says(he, nil, "更正：教师居家隔离2人")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"close_contact_now": 1, "home_quarantine_now": 9, "home_quarantine_now_student": 7, "home_quarantine_now_staff": 2})

	p.says(nurse, nil, "居家隔离5人，其中学生5人，其余正常")
	p.presses(nurse, nil, "确认报送")
	p.says(nurse, nil, "更正：学生居家隔离7人")
	p.sees(nurse, nil, "合计 5", "7", "哪个对")
}

// Corrected before it was confirmed: nothing was filed yet, and the rest of what was said stays.
func TestCorrectionBeforeConfirming(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2人，密接1人")
	p.says(he, nil, "更正：居家隔离3人")
	p.sees(he, nil, "居家隔离 现有 3", "密切接触者 现有 1", "对吗？")
	p.says(he, nil, "刚才3人应为5人")
	p.sees(he, nil, "居家隔离 现有 5", "密切接触者 现有 1", "对吗？")
	p.presses(he, nil, "确认报送")
	if s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 5, "close_contact_now": 1}); s.Revision != 1 {
		t.Errorf("revision %d", s.Revision)
	}
}

// Two figures of the same size: which one is meant is asked.
func TestCorrectionOfOneOfTwo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2人，密接2人")
	p.presses(he, nil, "确认报送")
	p.says(he, nil, "刚才2人应为3人")
	p.sees(he, nil, "指的是哪一项？")
	p.presses(he, nil, "密切接触者")
	p.sees(he, nil, "密切接触者 现有 2 → 3")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2, "close_contact_now": 3})
}

// An edited message is read again: before it was confirmed it replaces what was said, afterwards it is a correction.
func TestEditedMessages(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	said := p.says(he, nil, "居家隔离2人")
	p.sees(he, nil, "居家隔离 现有 2")
	he.Edits(said, "居家隔离4人")
	p.settle()
	p.sees(he, nil, "居家隔离 现有 4", "对吗？")
	p.presses(he, nil, "确认报送")
	if s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 4}); s.Revision != 1 || !s.Sources[0].Edited {
		t.Errorf("standing: %+v", s)
	}
	p.until("14:10")
	he.Edits(said, "居家隔离5人")
	p.settle()
	p.sees(he, nil, "居家隔离 现有 4 → 5", "第1版")
	if s, _ := p.filed("ruanjian"); s.Revision != 1 {
		t.Fatal("an edit counted before it was confirmed")
	}
	p.presses(he, nil, "确认报送")
	if s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 5}); s.Revision != 2 {
		t.Errorf("revision %d", s.Revision)
	}
}

// Edited in the group: the difference is asked there, and the working message goes again.
func TestEditedInTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	said := p.says(he, p.Group, "软件学院居家隔离2人")
	p.presses(he, p.Group, "确认报送")
	p.wait(time.Minute)
	he.Edits(said, "软件学院居家隔离3人")
	p.settle()
	p.sees(he, p.Group, "居家隔离 现有 2 → 3")
	p.wait(2 * time.Second)
	p.presses(he, p.Group, "确认报送")
	p.wait(time.Minute)
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 3})
	if left := p.talks(); len(left) != 0 {
		t.Errorf("left %+v", left)
	}
	// An edit that changes nothing of a report is nobody's business.
	chat := p.says(he, p.Group, "大家辛苦了")
	posts := len(p.Group.Posts())
	he.Edits(chat, "大家辛苦了！")
	p.settle()
	if len(p.Group.Posts()) != posts {
		t.Error("an edit of talk was answered")
	}
}

// 更正 on the receipt: which answer, its number, its details; and the lead's filed sheet is flagged.
func TestCorrectionByButton(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:40")
	p.everybody("ruanjian")
	he, lead := p.Head("ruanjian"), p.Head("xuesheng")
	p.says(he, nil, "居家隔离学生2人")
	p.presses(he, nil, "确认报送")
	p.wait(time.Minute)
	p.sheet(lead)
	p.presses(he, nil, "更正")
	if text := p.card(he, "居家隔离"); !strings.Contains(text, "要改哪一项？") {
		t.Errorf("the receipt became:\n%s", text)
	}
	p.presses(he, nil, "居家隔离")
	if text := p.card(he, "放弃"); !strings.Contains(text, "居家隔离现有几人？") {
		t.Errorf("the question:\n%s", text)
	}
	p.says(he, nil, "3")
	p.says(he, nil, "1")
	p.says(he, nil, "0")
	p.says(he, nil, "3")
	p.sees(he, nil, "第1版", "→", "对吗？")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 3, "home_quarantine_new": 1, "home_quarantine_now_student": 3})
	p.wait(time.Minute)
	p.sees(lead, nil, "软件学院又有变化：居家隔离 现有 2→3")
	if text := p.card(lead, "逐项查看"); !strings.Contains(text, "之后有单位报送或更正") || !strings.Contains(text, "居家隔离 现有 3") {
		t.Errorf("the lead's sheet:\n%s", text)
	}
}

// A correction that changes nothing makes no revision, and one given up leaves what was filed.
func TestCorrectionsThatChangeNothing(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2人")
	p.presses(he, nil, "确认报送")
	p.says(he, nil, "更正：居家隔离2人")
	p.sees(he, nil, "没有变化")
	p.presses(he, nil, "确认报送")
	p.says(he, nil, "更正：居家隔离9人")
	p.presses(he, nil, "放弃")
	p.sees(he, nil, "✅ 已报送", "居家隔离 现有 2")
	if s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2}); s.Revision != 1 {
		t.Errorf("revision %d", s.Revision)
	}
}

// The other head of the unit corrects what the first one filed.
func TestTheOtherHeadCorrects(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, xie := p.Person("he-wangqiao"), p.Person("xie-silan")
	p.says(he, nil, "居家隔离2人")
	p.presses(he, nil, "确认报送")
	p.says(xie, nil, "更正：居家隔离3人")
	p.sees(xie, nil, "居家隔离 现有 2 → 3")
	p.presses(xie, nil, "确认报送")
	if s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 3}); s.By != "xie-silan" || s.Revision != 2 {
		t.Errorf("standing: %+v", s)
	}
	// The button of the first receipt still corrects what stands now.
	p.presses(he, nil, "更正")
	p.presses(he, nil, "居家隔离")
	for _, answer := range []string{"4", "0", "0", "4"} {
		p.says(he, nil, answer)
	}
	p.sees(he, nil, "第2版", "居家隔离 现有 3 → 4")
}
