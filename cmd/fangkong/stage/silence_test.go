package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// After an outage the read-back comes late: words count from when it was up, and what was written before it is no answer to it.
func TestAWordAfterAnOutage(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:04")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	must(t, p.Fall())
	must(t, p.Skip("14:05"))
	he.Says(p.Group, "软件学院 居家隔离2人")
	song.Says(p.Group, "机电工程学院 居家隔离2人")
	must(t, p.Skip("14:05:30"))
	song.Says(p.Group, "对")
	must(t, p.Skip("14:10"))
	must(t, p.Raise())
	p.settle()
	p.wait(10 * time.Second)
	if _, ok := p.filed("jidian"); ok {
		t.Error("filed by a word said before the read-back was up")
	}
	p.says(he, p.Group, "对")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
}

// Words that can mean nothing else file in the group: some while the read-back is fresh, two for as long as it stands.
func TestWordsThatConfirmInTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	units := []workgroup.UnitID{"ruanjian", "jidian", "huli", "lvyou", "yishu", "caiwu", "jiaowu", "tushu", "tuanwei", "gonghui"}
	for i, words := range []string{"是的", "对的", "没错", "正确", "确认无误", "数据无误", "对的，没错", "确认报送。"} {
		who := p.Head(units[i])
		p.says(who, p.Group, "我单位居家隔离2人")
		p.wait(time.Second)
		p.says(who, p.Group, words)
		if _, ok := p.filed(units[i]); !ok {
			t.Errorf("%s: not filed", words)
		}
		p.wait(5 * time.Second)
	}
	for i, words := range []string{"确认报送", "确认无误"} {
		who := p.Head(units[8+i])
		p.says(who, p.Group, "我单位居家隔离2人")
		p.sees(who, p.Group, "回“确认报送”")
		for _, talk := range []string{"好", "可以", "OK"} {
			p.says(who, p.Group, talk)
		}
		p.wait(7 * time.Minute)
		p.says(who, p.Group, "是的")
		if _, ok := p.filed(units[8+i]); ok {
			t.Error("filed by talk")
		}
		p.says(who, p.Group, words)
		if _, ok := p.filed(units[8+i]); !ok {
			t.Errorf("%s: not filed after seven minutes", words)
		}
	}
}

// “应该是5人” after 「要改哪一项？」 changes the figure there is; of several it is asked which.
func TestTheRightNumberAfterNo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, p.Group, "软件学院居家隔离2人")
	p.says(he, p.Group, "不对")
	p.sees(he, p.Group, "要改哪一项？")
	p.says(he, p.Group, "应该是5人")
	p.sees(he, p.Group, "居家隔离 现有 5", "对吗？")
	p.says(he, p.Group, "对")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 5})
	p.says(song, nil, "居家隔离2人，密接1人")
	p.says(song, nil, "不对")
	p.says(song, nil, "应该是5人")
	p.sees(song, nil, "“5”指的是哪一项？")
	p.presses(song, nil, "居家隔离")
	p.sees(song, nil, "居家隔离 现有 5", "密切接触者 现有 1", "对吗？")
}

// A read-back that waits in private is not forgotten over other words.
func TestAReadBackThatWaits(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	for unit, words := range map[workgroup.UnitID]string{"ruanjian": "报送", "jidian": "确认无误", "huli": "数据无误", "yishu": "👌"} {
		who := p.Head(unit)
		p.says(who, nil, "居家隔离2人")
		p.says(who, nil, words)
		p.sees(who, nil, "✅ 已报送")
		p.figures(unit, workgroup.Figures{"home_quarantine_now": 2})
	}
	he := p.Head("lvyou")
	p.says(he, nil, "居家隔离2人")
	p.says(he, nil, "等一下")
	p.sees(he, nil, "先放着", "还没有报送", "回“对”")
	p.says(he, nil, "/report")
	p.sees(he, nil, "居家隔离 现有 2", "对吗？")
	p.lacks(he, nil, "1/9")
	p.says(he, nil, "对")
	p.figures("lvyou", workgroup.Figures{"home_quarantine_now": 2})
}

// 零报告 in the middle of a guided talk shows first what it would drop.
func TestAZeroReportAfterThreeAnswers(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("tushu")
	p.says(he, nil, "/report")
	for _, n := range []string{"1", "0", "0", "2"} {
		p.says(he, nil, n)
	}
	p.says(he, nil, "零报告")
	p.sees(he, nil, "零报告", "不再算", "发热 现有 1", "对吗？")
	p.says(he, nil, "对")
	if s := p.figures("tushu", nil); !s.Zero {
		t.Error("not a zero report")
	}
}

// The reminder names whose filing waits, and lets its head confirm it; at 15:00 such a unit is called up apart.
func TestTheReminderOfWhatWaits(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, xie := p.Person("he-wangqiao"), p.Person("xie-silan")
	p.says(he, p.Group, "软件学院居家隔离2人")
	p.says(p.Head("jidian"), nil, "居家隔离3人")
	p.until("14:20:10")
	p.sees(he, nil, "您的填报还没有确认")
	p.sees(xie, nil, "何望桥", "还没有确认")
	if m := xie.Last(nil); len(m.Buttons) != 1 || len(m.Buttons[0]) != 1 || !strings.Contains(m.Buttons[0][0].Text, "填报") {
		t.Errorf("the second head's buttons: %+v", m.Buttons)
	}
	if toast := p.presses(he, nil, "确认报送"); !strings.Contains(toast, "已报送") {
		t.Errorf("toast: %q", toast)
	}
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
	p.until("15:00:10")
	m := p.sees(p.Holder(workgroup.Director), nil, "已填待确认，请催确认")
	missing, awaiting, _ := strings.Cut(m.Text, "已填待确认")
	if strings.Contains(missing, "机电工程学院") || !strings.Contains(awaiting, "机电工程学院") {
		t.Errorf("the list:\n%s", m.Text)
	}
}

// A head whose report does not count is told so: a caption is read, a forward and an anonymous sender are not.
func TestReportsThatWereMetWithSilence(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()}, "xie-silan")
	p.until("14:05")
	he, xie, song := p.Person("he-wangqiao"), p.Person("xie-silan"), p.Head("jiangong")
	he.SendsDocument(p.Group, "照片.jpg", []byte("x"), "软件学院居家隔离2人")
	p.settle()
	p.sees(he, p.Group, "居家隔离 现有 2", "对吗？")
	p.says(he, p.Group, "对")
	if s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2}); s.Sources[0].Text != "软件学院居家隔离2人" {
		t.Errorf("kept: %+v", s.Sources)
	}
	private, group := p.count(he, nil), p.count(he, p.Group)
	he.Forwards(p.Group, "软件学院 居家隔离4人", "某人")
	p.settle()
	if where, text := p.tells(he, private, group); where != "private" || !strings.Contains(text, "转发的内容不作为报送") {
		t.Errorf("told %q: %s", where, text)
	}
	for i := range 2 {
		group = p.count(xie, p.Group)
		xie.Forwards(p.Group, "软件学院 居家隔离4人", "某人")
		p.settle()
		if told := p.count(xie, p.Group) - group; told != 1-i {
			t.Errorf("forward %d: %d answers", i, told)
		}
	}
	group = p.count(he, p.Group)
	he.Forwards(p.Group, "艺术学院 居家隔离4人", "某人") // news of others
	p.settle()
	if p.count(he, p.Group) != group {
		t.Error("news of another unit was answered")
	}
	p.Group.Promotes(song)
	p.settle()
	first := song.SaysAsGroup(p.Group, "建筑工程学院零报告")
	p.settle()
	m := p.sees(song, p.Group, "匿名", "不知道您是谁", "私聊")
	if m.ReplyTo != first.ID {
		t.Errorf("answers %d", m.ReplyTo)
	}
	group = p.count(song, p.Group)
	second := song.SaysAsGroup(p.Group, "建筑工程学院零报告")
	song.SaysAsGroup(p.Group, "大家辛苦了")
	p.settle()
	p.marked(second, "🤔")
	if p.count(song, p.Group) != group {
		t.Error("answered twice")
	}
}
