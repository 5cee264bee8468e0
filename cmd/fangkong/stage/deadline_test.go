package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A filing is dated by the message that held its figures, provided it is confirmed by 15:00; until then it stands as 待确认.
func TestTheFilingTimeRule(t *testing.T) {
	for _, c := range []struct {
		said, confirmed string
		bySaying        bool // dated by the message, not by the confirmation
		mark            workgroup.Mark
	}{
		{"14:29:50", "14:31:00", true, workgroup.OnTime},
		{"14:29:50", "14:59:59", true, workgroup.OnTime},
		{"14:30:05", "14:40:00", true, workgroup.Overdue},
		{"14:29:50", "15:00:30", false, workgroup.Late},
		{"15:00:10", "15:01:00", false, workgroup.Late},
	} {
		t.Run(c.said+" confirmed "+c.confirmed, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:25")
			p.everybody("ruanjian")
			he := p.Head("ruanjian")
			p.until(c.said)
			said := p.says(he, nil, "居家隔离2人")
			if !holds(p.told(he, nil, "14:25:00"), "对吗？") {
				t.Fatalf("no read-back:\n%s", p.transcript(he, nil))
			}
			p.until(c.confirmed)
			p.presses(he, nil, "确认报送")
			s, ok := p.filed("ruanjian")
			if !ok {
				t.Fatal("not filed")
			}
			want := s.Confirmed
			if c.bySaying {
				want = said.Date.Truncate(time.Second) // Telegram's dates have no fractions
			}
			if !s.Filed.Equal(want) || s.Mark != c.mark {
				t.Errorf("filed %s %q, want %s %q", s.Filed, s.Mark, want, c.mark)
			}
		})
	}
}

// Said and not confirmed: the reminder says what is missing is the confirmation.
func TestRemindedToConfirm(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:19")
	p.everybody("ruanjian")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2人")
	p.until("14:20")
	p.sees(he, nil, "软件学院：您的填报还没有确认，请按「确认报送」。截止 14:30")
	p.sees(he, p.Group, "⏰ 待确认：软件学院。请于 14:30 前报送")
	p.lacks(he, p.Group, "未报")
	p.until("14:30")
	p.sees(he, nil, "14:30 已到，软件学院：您的填报还没有确认")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
}

// 逾时 is accepted, shown with its time, and asked why: one press, or in words.
func TestOverdueIsAskedWhy(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:41")
	he, song, deng, director := p.Head("ruanjian"), p.Head("jidian"), p.Head("caiwu"), p.Holder(workgroup.Director)
	p.says(he, nil, "居家隔离2人")
	p.says(he, nil, "对")
	p.sees(he, nil, "软件学院 14:41 报送，记为逾时。请说明原因")
	if toast := p.presses(he, nil, "通讯不畅"); !strings.Contains(toast, "已记录") {
		t.Errorf("toast: %q", toast)
	}
	p.says(song, nil, "居家隔离1人")
	p.presses(song, nil, "确认报送")
	ask := p.sees(song, nil, "请说明原因")
	song.Replies(&ask, "有两名学生没联系上")
	p.settle()
	p.sees(song, nil, "已记录，谢谢")
	p.says(deng, nil, "零报告")
	p.presses(deng, nil, "确认报送")
	p.says(deng, nil, "上午在外开会")
	p.sees(deng, nil, "已记录，谢谢")
	for unit, reason := range map[workgroup.UnitID]string{"ruanjian": "通讯不畅", "jidian": "有两名学生没联系上", "caiwu": "上午在外开会"} {
		if s, _ := p.filed(unit); s.Reason != reason || s.Mark != workgroup.Overdue {
			t.Errorf("%s: %q %q", unit, s.Mark, s.Reason)
		}
	}
	p.wait(time.Minute)
	p.saysBoard("软件学院 逾时 14:41")
	p.says(director, nil, "/summary")
	p.sees(director, nil, "逾时 3", "软件学院 逾时 通讯不畅")
	// The next words are words again.
	p.says(deng, nil, "上午在外开会")
	p.sees(deng, nil, "没看懂")
}

// Hours later words are words: only a reply to the question, or its buttons, still answer it.
func TestTheReasonIsNotAnythingSaidLater(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:41")
	he := p.Head("ruanjian")
	p.zero("ruanjian")
	p.says(he, nil, "收到")
	p.until("16:00")
	p.says(he, nil, "今天辛苦了")
	if s, _ := p.filed("ruanjian"); s.Reason != "" {
		t.Fatalf("reason: %q", s.Reason)
	}
	ask := p.withButton(he, nil, "通讯不畅")
	he.Replies(ask, "处理两名学生的事，耽误了")
	p.settle()
	if s, _ := p.filed("ruanjian"); s.Reason != "处理两名学生的事，耽误了" {
		t.Errorf("reason: %q", s.Reason)
	}
}

// A zero report by two presses after 14:30 is asked why as well.
func TestAnOverdueZeroIsAskedWhy(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:41")
	p.zero("ruanjian")
	p.sees(p.Head("ruanjian"), nil, "软件学院 14:41 报送，记为逾时。请说明原因")
	p.until("15:02")
	p.zero("jidian")
	p.sees(p.Head("jidian"), nil, "机电工程学院 15:02 报送，记为迟报")
}

// Yesterday, reported today by a dated line: 补报, for a day that had a round.
func TestMakeupForYesterday(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:30")
	p.everybody("ruanjian")
	p.until("23:59")
	p.until("10:00")
	he, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.says(he, nil, "软件学院1月31日 居家隔离2人")
	p.sees(he, nil, "【软件学院】1月31日（补报）", "居家隔离 现有 2", "对吗？")
	p.says(he, nil, "对")
	var s workgroup.Standing
	must(t, p.Store.View(func(b workgroup.Book) error {
		s, _ = workgroup.FiledOn(b, "2020-01-31", "ruanjian")
		return nil
	}))
	if s.Mark != workgroup.Makeup || s.Figures["home_quarantine_now"] != 2 {
		t.Errorf("standing: %+v", s)
	}
	if _, ok := p.filed("ruanjian"); ok {
		t.Error("today was filed")
	}
	p.says(director, nil, "/summary 昨天")
	p.sees(director, nil, "1月31日 汇总", "33/33", "补报 1", "软件学院 补报 10:00")
	p.says(he, nil, "2月3日 居家隔离2人")
	p.sees(he, nil, "2月3日 还没到")
	p.says(he, nil, "1月20日 居家隔离2人")
	p.sees(he, nil, "1月20日 没有开展报送")
}

// What nobody confirmed lapses at midnight, and is not taken for today's.
func TestUnconfirmedLapsesAtMidnight(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:10")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2人")
	p.until("23:59")
	if p.withButton(he, nil, "确认报送") == nil {
		t.Fatal("the filing died before the day closed")
	}
	p.until("00:01")
	if m := p.withButton(he, nil, "修改"); m != nil {
		t.Errorf("still open after midnight: %s", m.Text)
	}
	// A reminder keeps its button; it files nothing any more.
	if toast := p.presses(he, nil, "确认报送"); !strings.Contains(toast, "不再有效") {
		t.Errorf("pressed after midnight: %q", toast)
	}
	p.says(he, nil, "对")
	if _, ok := p.filed("ruanjian"); ok {
		t.Error("filed for today")
	}
}
