package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A report edited so that it names another unit changes nothing of either.
func TestAnEditThatNamesAnotherUnit(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he := p.Head("ruanjian")
	said := p.says(he, nil, "软件学院 居家隔离7人")
	he.Edits(said, "艺术学院居家隔离9人")
	p.settle()
	p.sees(he, nil, "艺术学院", "软件学院", "没有改动", "另发一条")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 7})
	he.Edits(said, "艺术学院居家隔离8人")
	p.settle()
	p.sees(he, nil, "没有改动", "更正")
	p.says(he, nil, "对")
	if s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 7}); s.Revision != 1 {
		t.Errorf("revision %d", s.Revision)
	}
	if _, ok := p.filed("yishu"); ok {
		t.Error("the other unit was filed")
	}
}

// A message edited into something that is no report leaves its figures as they were, and its writer hears that once.
func TestAnEditThatIsNoReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{}, "he-wangqiao")
	p.until("14:05")
	he, song := p.Person("he-wangqiao"), p.Head("jidian")
	waiting := p.says(song, nil, "居家隔离2人")
	song.Edits(waiting, "哈哈")
	p.settle()
	p.sees(song, nil, "没有变", "还没有确认")
	filed := p.says(song, p.Group, "机电工程学院居家隔离3人")
	p.presses(song, p.Group, "确认报送")
	private, group := p.count(song, nil), p.count(song, p.Group)
	song.Edits(filed, "收到")
	p.settle()
	where, text := p.tells(song, private, group)
	if where != "private" || !strings.Contains(text, "14:05 报送的数（第1版）仍然有效") || !strings.Contains(text, "更正：") {
		t.Errorf("told %q: %s", where, text)
	}
	// Whoever has no private chat is told in the group, once a message, without a figure.
	filed = p.says(he, p.Group, "软件学院居家隔离4人")
	p.presses(he, p.Group, "确认报送")
	for i, words := range []string{"收到", "哈哈", "收到收到"} {
		group = p.count(he, p.Group)
		he.Edits(filed, words)
		p.settle()
		if told := p.count(he, p.Group) - group; told != max(0, 1-i) {
			t.Errorf("edit %d: %d answers", i, told)
		}
	}
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 4})
}

// A report edited into news of a case is never confirmed as it was: the figures of the case are read back, and of a filing the difference.
func TestAnEditIntoACase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	huli, he := p.Head("huli"), p.Head("ruanjian")
	said := p.says(huli, p.Group, "护理学院零报告")
	huli.Edits(said, "护理学院一名学生确诊")
	p.settle()
	p.alarmed(1, "护理学院一名学生确诊")
	if m := p.withButton(huli, p.Group, "确认报送"); m != nil {
		t.Errorf("the old read-back waits on:\n%s", m.Text)
	}
	p.presses(huli, nil, "确认报送")
	if s, ok := p.filed("huli"); !ok || s.Zero {
		t.Errorf("filed %+v", s.Report)
	}
	said = p.says(he, nil, "零报告")
	p.says(he, nil, "对")
	he.Edits(said, "一名学生确诊")
	p.settle()
	p.presses(he, nil, "确认报送")
	if s, _ := p.filed("ruanjian"); s.Revision != 2 || s.Zero {
		t.Errorf("filed %+v", s.Report)
	}
}

// A sentence that was withdrawn and is edited to news of a case again is a case; edited to none it is passed on, and nothing is open.
func TestAnEditOfWhatWasWithdrawn(t *testing.T) {
	t.Parallel()
	for _, inGroup := range []bool{false, true} {
		p := newPlay(t, Options{})
		p.until("14:05")
		he, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
		var where sandbox.Chat
		if inGroup {
			where = p.Group
		}
		said := p.says(he, where, "我院学生李小明今天确诊")
		p.presses(he, nil, "不是紧急情况")
		he.Edits(said, "我院学生李小明今天体检")
		p.settle()
		p.sees(he, nil, "原来的提醒没有立案")
		p.sees(director, nil, "李小明今天体检", "不再跟进")
		he.Edits(said, "我院学生李小明今天确诊，已送医院")
		p.settle()
		p.alarmed(2, "李小明今天确诊，已送医院")
		if m := p.sees(director, nil); strings.Contains(m.Text, "补充（接") {
			t.Errorf("in silence: %s", m.Text)
		}
		if p.withText(he, nil, "紧急报告：确诊", "已送医院") == nil {
			t.Errorf("its writer is asked nothing:\n%s", p.transcript(he, nil))
		}
		p.wait(workgroup.CallLife + 1)
		if k := p.kase(); k.Unit != "ruanjian" || !strings.Contains(k.Remarks[0].Text, "已送医院") {
			t.Errorf("opened: %+v", k)
		}
	}
}

func TestAnEditOfWhatWasWithdrawnInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	he := p.Head("ruanjian")
	said := p.says(he, nil, "One student of ours has been confirmed today")
	p.presses(he, nil, "Not urgent, withdraw")
	he.Edits(said, "One student of ours is well today")
	p.settle()
	p.reads(he, nil, "No case came of the first words")
	p.reads(p.Holder(workgroup.Director), nil, "nothing is followed up")
}

// News of a case edited to the word that it was a mistake, or that all is well, is no zero report: the read-back is taken back, and what is filed stands.
func TestNewsEditedToAMistakeIsNoZeroReport(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"没事了，误会", "机电1801没事了"} {
		for _, filed := range []bool{false, true} {
			p := newPlay(t, Options{})
			p.until("14:05")
			song := p.Head("jidian")
			said := p.says(song, nil, "我院一名老师确诊了，刚知道的")
			if filed {
				p.says(song, nil, "对") // the case …
				p.says(song, nil, "对") // … and the day's report
				if s, ok := p.filed("jidian"); !ok || s.Figures["confirmed_now"] != 1 {
					t.Fatalf("filed %+v", s.Report)
				}
			}
			song.Edits(said, words)
			p.settle()
			if m := p.withButton(song, nil, "确认报送"); m != nil {
				t.Errorf("%q, filed %v: read back\n%s", words, filed, m.Text)
			}
			p.says(song, nil, "对")
			if s, ok := p.filed("jidian"); ok != filed || filed && (s.Revision != 1 || s.Zero) {
				t.Errorf("%q, filed %v: %+v", words, filed, s.Report)
			}
		}
	}
}
