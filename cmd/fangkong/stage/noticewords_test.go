package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// recalls has the office recall the notice for a reason that it reads back.
func (p *play) recalls(reason string) {
	p.t.Helper()
	p.asksRecall()
	p.says(p.office(), nil, reason)
	p.presses(p.office(), nil, "撤回通知")
}

// asksRecall presses 「撤回通知」 under the newest answer about a notice.
func (p *play) asksRecall() {
	p.t.Helper()
	_, err := p.office().Presses(p.withButton(p.office(), nil, "改版"), "撤回通知")
	must(p.t, err)
	p.settle()
}

// What the office writes next may be meant for somebody else: nothing of it goes out before it was read back.
func TestTheReasonOfARecallIsReadBackFirst(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "09:00")
	p.publishes(dawn)
	office := p.office()
	p.asksRecall()
	p.says(office, nil, "张老师下午来一下")
	if !p.notice().Open() || strings.Contains(p.onNotice().Text, "张老师") {
		t.Error("the group reads what was meant for somebody else")
	}
	p.sees(office, nil, "都会看到原因", "张老师下午来一下")
	p.presses(office, nil, "不撤回")
	p.wait(time.Minute)
	p.noticeSays(dawn, "已阅 0/66")
	// A reason that may tell of a person's health is asked about.
	p.asksRecall()
	p.says(office, nil, "有学生发热3人")
	p.sees(office, nil, "像是提到了病例")
	p.presses(office, nil, "不撤回")
	// Given up by a word, and by a button.
	p.asksRecall()
	p.says(office, nil, "算了")
	p.sees(office, nil, "已取消")
	p.asksRecall()
	if toast := p.presses(office, nil, "不写了"); toast != "好，不写了" {
		t.Errorf("given up with %q", toast)
	}
	p.says(office, nil, "写错了")
	if !p.notice().Open() || strings.Contains(p.shown(office, nil).Text, "都会看到") {
		t.Error("what was given up is still asked")
	}
	p.recalls("日期写错了")
	p.wait(time.Minute)
	if n := p.notice(); n.Open() || n.Reason != "日期写错了" {
		t.Errorf("recalled: %+v", n)
	}
}

// Whatever a notice has asked for, words that sound urgent are an alarm, and the question stays.
func TestAnAlarmIsNoAnswerToANotice(t *testing.T) {
	t.Parallel()
	const sick = "软件学院一名学生刚被确诊"
	for label, ask := range map[string]string{"撤回通知": "", "另写时间": "/notice 第二份", "指定人员": "/notice 第二份"} {
		t.Run(label, func(t *testing.T) {
			t.Parallel()
			p := early(t, "09:00")
			p.publishes(dawn)
			office := p.office()
			if ask != "" {
				p.says(office, nil, ask)
			}
			p.presses(office, nil, label)
			p.says(office, nil, sick)
			if p.withText(p.Holder(workgroup.DutyStaff), nil, sick) == nil {
				t.Errorf("nobody was woken:\n%s", p.transcript(office, nil))
			}
			if !p.notice().Open() || strings.Contains(p.onNotice().Text, "确诊") {
				t.Error("the group reads an alarm")
			}
		})
	}
}

// A text that sounds like a case is the office's writing; its writer is asked whether it tells of one.
func TestTheWriterOfANoticeCanStillRaiseAnAlarm(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office, duty := p.office(), p.Holder(workgroup.DutyStaff)
	p.silent(duty, nil, "a text is no alarm", func() {
		p.says(office, nil, "/notice")
		p.says(office, nil, "软件学院一名学生今天确诊，请各单位排查。")
	})
	if p.withText(office, nil, "今日新发生的吗") == nil {
		t.Fatalf("its writer is not asked:\n%s", p.transcript(office, nil))
	}
	p.presses(office, nil, "是，提醒值班员")
	if p.withText(duty, nil, "一小时内必报", "原话：软件学院一名学生今天确诊") == nil {
		t.Errorf("one press raises no alarm:\n%s\n%s", p.transcript(office, nil), p.transcript(duty, nil))
	}
}

// A question of yesterday is answered by a reply to it, and by nothing else.
func TestAForgottenQuestionOfANoticeIsOver(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.publishes(dawn)
	office := p.office()
	p.presses(office, nil, "改版")
	ask := *p.withText(office, nil, "通知第 1 号的新内容")
	p.until("11:00")
	other := *p.withText(office, nil, "通知第 1 号已发布")
	office.Replies(&other, "这个下午再改")
	p.settle()
	if m := p.shown(office, nil); strings.Contains(m.Text, "新版本（还没有发布）") {
		t.Errorf("a reply to something else is the new text:\n%s", m.Text)
	}
	office.Replies(&ask, "改为后天起。")
	p.settle()
	p.sees(office, nil, "新版本（还没有发布）", "改为后天起")
	// Nothing that was asked outlives its day.
	p.presses(office, nil, "撤回通知")
	p.until("23:00")
	p.until("08:40")
	p.view(func(b workgroup.Book) {
		for d := range workgroup.Desks.Each(b, "") {
			if _, notice := d.Expect.OfNotice(); notice {
				t.Errorf("still on a desk: %+v", d)
			}
		}
	})
}

// A result that nobody waits for any more is told so once, and what is written next is meant otherwise.
func TestAResultOfANoticeThatIsOver(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.publishes(dawn, "要办结")
	head := p.Head("ruanjian")
	p.presses(head, nil, "已办")
	p.recalls("日期写错了")
	p.says(head, nil, "已经办好了")
	p.sees(head, nil, "已于", "撤回", "日期写错了")
	p.says(head, nil, "居家隔离2人，无发热")
	p.sees(head, nil, "居家隔离")
	// Renewed meanwhile, and the words are an alarm.
	n := p.publishes("第二份", "要办结")
	p.presses(head, nil, "已办")
	p.update(func(b workgroup.Book) {
		author, _ := workgroup.People.Get(b, "zhao-wangpu")
		d, err := p.College.StartVersion(b, n.Key(), author, p.Now())
		must(t, err)
		_, err = p.College.Publish(b, author, d.Version, p.Now())
		must(t, err)
	})
	p.settle()
	p.says(head, nil, "办的时候有一名学生确诊")
	if p.withText(p.Holder(workgroup.DutyStaff), nil, "办的时候有一名学生确诊") == nil {
		t.Errorf("nobody was woken:\n%s", p.transcript(head, nil))
	}
	if n := p.notice(); n.Did != 0 {
		t.Error("taken for a result of the new version")
	}
}

// Whoever is writing a version while another publishes one is told, and loses nothing.
func TestAVersionWrittenOverAnother(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	p.publishes(dawn)
	office := p.office()
	p.presses(office, nil, "改版")
	p.says(office, nil, "改为后天起。")
	other := p.Holder(workgroup.Director)
	p.says(other, nil, "/receipts 1")
	p.presses(other, nil, "改版")
	p.says(other, nil, "改在操场。")
	p.presses(other, nil, "发布")
	p.wait(time.Minute)
	if m := p.withText(office, nil, "别人已发了第 2 版：改在操场"); m == nil {
		t.Fatalf("the writer is not told:\n%s", p.transcript(office, nil))
	}
	p.presses(office, nil, "看过第 2 版")
	p.presses(office, nil, "发布")
	p.wait(time.Minute)
	p.noticeSays("第 3 版", "改为后天起")
	// Beginning another takes nothing away.
	p.says(office, nil, "/notice 写到一半")
	if said := p.presses(office, nil, "改版"); !strings.Contains(said, "还有一份通知没有发布") {
		t.Errorf("begun over it: %q", said)
	}
}

// A nod that was made before a new version came is none to it.
func TestANodIsToTheVersionThatWasSeen(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	n := p.publishes(dawn)
	m := p.onNotice()
	must(t, p.Head("ruanjian").Reacts(&m, "👍"))
	must(t, p.Skip("09:02"))
	p.update(func(b workgroup.Book) {
		author, _ := workgroup.People.Get(b, "zhao-wangpu")
		d, err := p.College.StartVersion(b, n.Key(), author, p.Now())
		must(t, err)
		_, err = p.College.Publish(b, author, d.Version, p.Now())
		must(t, err)
	})
	p.settle()
	if n := p.notice(); n.Replied != 0 {
		t.Error("it counts for what was not seen")
	}
	p.wait(time.Minute)
	m = p.onNotice()
	must(t, p.Head("ruanjian").Reacts(&m, "👍"))
	p.settle()
	if n := p.notice(); n.Replied != 1 {
		t.Error("a nod to what was seen counts")
	}
}

// A result may hold figures: only what can be the day's report, of a unit that still owes it, is one.
func TestAResultWithFigures(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.publishes(dawn, "每单位一人", "要办结")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.presses(he, nil, "已办")
	p.says(he, nil, "已逐人核对，从湖北返回2人，名单已送防控办")
	p.sees(he, nil, "通知第 1 号")
	if n := p.notice(); n.Did != 1 {
		t.Errorf("the result is lost:\n%s", p.transcript(he, nil))
	}
	p.presses(song, nil, "已办")
	p.says(song, nil, "居家隔离2人，无发热")
	p.sees(song, nil, "居家隔离 现有 2", "对吗？")
	p.says(song, nil, "对")
	p.figures("jidian", workgroup.Figures{"home_quarantine_now": 2})
	if n := p.notice(); n.Did != 1 {
		t.Error("the day's report was taken for the result")
	}
}
