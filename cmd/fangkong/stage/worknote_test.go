package stage

import (
	"slices"
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// notes are what a unit has told of its work today.
func (p *play) notes(unit workgroup.UnitID, want ...string) {
	p.t.Helper()
	var n workgroup.WorkNote
	must(p.t, p.Store.View(func(b workgroup.Book) error {
		n, _ = workgroup.WorkNotes.Get(b, workgroup.StandingKey(workgroup.DateOf(p.Now()), unit))
		return nil
	}))
	if !slices.Equal(n.Points, want) {
		p.t.Errorf("notes of %s: %q, not %q", unit, n.Points, want)
	}
}

func (p *play) unfiled(unit workgroup.UnitID) {
	p.t.Helper()
	if s, ok := p.filed(unit); ok {
		p.t.Errorf("%s filed %+v", unit, s.Report)
	}
}

// A head tells what the unit did: it is kept in points, counts nothing, and the unit still owes its figures.
func TestAHeadTellsOfTheUnitsWork(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "工作动态：1.全院消毒两次 2.逐人核对返校学生23人，测温1200人次 3、2号楼通风2.5小时，无发热")
	m := p.sees(he, nil, "📝 已记 软件学院 1月31日 工作动态 3 条", "2. 逐人核对返校学生23人，测温1200人次", "数据还没有报送")
	if strings.Contains(m.Text, "不计入日报") {
		t.Errorf("counts nobody: %s", m.Text)
	}
	p.notes("ruanjian", "全院消毒两次", "逐人核对返校学生23人，测温1200人次", "2号楼通风2.5小时，无发热")
	p.says(he, nil, "对")
	p.unfiled("ruanjian")

	// Figures before them, and behind, are read as ever.
	p.says(he, nil, "居家隔离2人，其余无。今日工作动态：\n（一）宿舍消毒；\n（二）发放口罩300个")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
	p.notes("ruanjian", "宿舍消毒", "发放口罩300个")
	p.says(he, nil, "软件学院\n工作开展情况：\n1.班级例会\n2.消毒\n居家隔离3人，其余无")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 3})
	p.notes("ruanjian", "班级例会", "消毒")

	// What comes after the report is no correction.
	p.says(he, nil, "工作动态：宿舍消毒三次；线上班会")
	m = p.sees(he, nil, "工作动态 2 条（替换之前的 2 条）", "工作开展情况")
	if strings.Contains(m.Text, "还没有报送") {
		t.Errorf("still owes: %s", m.Text)
	}
	if s, _ := p.filed("ruanjian"); s.Revision != 2 {
		t.Errorf("revision %d", s.Revision)
	}
	p.says(he, nil, "1.居家隔离3人\n2.工作动态：宿舍消毒三次\n我院老师2人居家隔离\n3.其余无")
	p.notes("ruanjian", "宿舍消毒三次", "我院老师2人居家隔离")
	if m := p.withText(he, nil, "人数不计入日报"); m == nil {
		t.Error("nobody says that they are not counted")
	}
	p.says(he, nil, "软件学院 居家隔离3人，其余无 工作动态：消毒\n零报告")
	p.notes("ruanjian", "消毒")
	p.says(he, nil, "工作动态：宿舍消毒三次；线上班会")
	p.says(he, nil, "工作动态")
	p.sees(he, nil, "1. 宿舍消毒三次", "2. 线上班会")
	p.says(he, nil, "撤回工作动态")
	p.sees(he, nil, "已撤下", "线上班会")
	p.notes("ruanjian")
	p.says(he, nil, "工作动态不要了")
	p.sees(he, nil, "没有可撤回的")
}

// More points than five, or more words than anybody reads, are not kept: those before stand, and nothing of them is read as figures.
func TestNotesThatAreTooMany(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "工作动态：1.一 2.二 3.三 4.四 5.五 6.居家隔离2人")
	p.sees(he, nil, "写了 6 条", "最多 5 条", "没有记")
	p.notes("ruanjian")
	p.says(he, nil, "工作动态：\n全院消毒\n居家隔离人员每日两次电话随访")
	p.says(he, nil, "工作动态：①一②二③三④四⑤五⑥六")
	p.sees(he, nil, "写了 6 条", "之前的 2 条仍然有效")
	p.notes("ruanjian", "全院消毒", "居家隔离人员每日两次电话随访")

	// Ten thousand characters come as three messages, and are answered once.
	long := []rune("工作动态：" + strings.Repeat("今日对教学楼全面消毒，居家隔离2人逐一随访。", 480))
	answers := p.count(he, nil)
	for from := 0; from < len(long); from += 4096 {
		he.Says(nil, string(long[from:min(from+4096, len(long))]))
	}
	p.settle()
	p.sees(he, nil, "最多 1000 字", "没有记", "仍然有效")
	if n := p.count(he, nil) - answers; n != 1 {
		t.Errorf("%d answers", n)
	}
	p.notes("ruanjian", "全院消毒", "居家隔离人员每日两次电话随访")
	p.says(he, nil, "对")
	p.unfiled("ruanjian")
}

// An alarm within notes rings as ever; in the group too.
func TestAnAlarmInNotes(t *testing.T) {
	t.Parallel()
	for _, inGroup := range []bool{false, true} {
		p := newPlay(t, Options{})
		p.until("14:05")
		he := p.Head("ruanjian")
		var where sandbox.Chat
		if inGroup {
			where = p.Group
		}
		p.says(he, where, "居家隔离1人，其余无。工作动态：1.全院消毒 2.3号楼一名学生今天确诊，已送医")
		p.alarmed(1, "3号楼一名学生今天确诊")
		p.notes("ruanjian", "全院消毒", "3号楼一名学生今天确诊，已送医")
		if m := p.withText(he, nil, "紧急报告：确诊"); m == nil {
			t.Errorf("in group %v: nothing is asked:\n%s", inGroup, p.transcript(he, nil))
		}
	}
}

// In the group notes are marked; a colleague's are nothing, and whoever heads no unit is told whose they are.
func TestNotesInTheGroupAndOfStrangers(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song, duty := p.Head("ruanjian"), p.Head("jidian"), p.zhang()
	before := p.count(he, p.Group)
	m := p.says(he, p.Group, "软件学院今日工作动态：\n1、全院消毒\n2、线上班会")
	p.marked(m, "👌")
	if n := p.count(he, p.Group) - before; n != 0 {
		t.Errorf("%d answers in the group", n)
	}
	p.notes("ruanjian", "全院消毒", "线上班会")
	p.says(song, nil, "软件学院工作动态：消毒")
	p.sees(song, nil, "软件学院没有同意由您代报", "没有记")
	p.says(he, nil, "请机电工程学院代报")
	p.says(song, nil, "软件学院工作动态：全院消毒三次")
	p.sees(song, nil, "已记 软件学院", "1 条")
	p.sees(he, nil, "宋书朴 重写了软件学院", "2. 线上班会")
	p.says(he, nil, "不用机电工程学院代报")
	m = p.says(he, p.Group, "软件学院今日工作动态：\n1、全院消毒\n2、线上班会")
	p.says(duty, nil, "工作动态：消毒")
	p.sees(duty, nil, "负责人")
	p.says(song, p.Group, "软件学院工作动态：消毒")
	p.notes("ruanjian", "全院消毒", "线上班会")
	p.says(p.office(), nil, "工作动态：全校消毒")
	p.sees(p.office(), nil, "各单位负责人", "拟稿送审")

	// An edit changes them, and takes them away.
	he.Edits(m, "软件学院今日工作动态：\n1、全院消毒两次")
	p.settle()
	p.notes("ruanjian", "全院消毒两次")
	he.Edits(m, "大家辛苦了")
	p.settle()
	p.sees(he, nil, "已撤下")
	p.notes("ruanjian")
}

// Words that speak of work and are no notes.
func TestWhatIsNoNotes(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	for _, words := range []string{
		"请各单位14:30前报送工作动态：不超过5条", "工作动态怎么写？", "工作情况怎么样", "工作进展：什么时候报？", "我院工作动态已经报过了", "关于做好工作动态报送的通知：各单位注意",
		"学生处工作动态呢？", "3号楼工作情况：还没消毒", "决-0131-02 工作进展：已完成两栋", "工作动态：无", "工作动态：",
	} {
		p.says(he, nil, words)
		p.notes("ruanjian")
	}
	p.says(he, nil, "工作动态：无")
	p.sees(he, nil, "还没有", "一条一行")
	p.says(he, nil, "我院工作动态今天稍后写")
	p.sees(he, nil, "还没有", "一条一行")
	p.says(he, nil, "工作情况：没有发热，没有隔离")
	p.notes("ruanjian")
	p.presses(he, nil, "放弃")
	p.says(he, nil, "工作情况：一切正常，零报告")
	p.presses(he, nil, "确认报送")
	if s, ok := p.filed("ruanjian"); !ok || !s.Zero {
		t.Errorf("filed %+v", s.Report)
	}
	p.notes("ruanjian")
}

// Notes can be put right and added to, and are no words of an urgent report that is being made.
func TestNotesAreAddedTo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	answers := p.count(he, nil)
	p.says(he, nil, "主任好，工作动态：消毒；班会")
	if n := p.count(he, nil) - answers; n != 1 {
		t.Errorf("%d answers:\n%s", n, p.transcript(he, nil))
	}
	p.says(he, nil, "一切都好，工作动态：消毒；班会")
	if p.withButton(he, nil, "确认报送") == nil {
		t.Errorf("a zero report was taken for a greeting:\n%s", p.transcript(he, nil))
	}
	p.presses(he, nil, "放弃")
	p.says(he, nil, "补充工作动态：发放口罩300个")
	p.sees(he, nil, "3 条")
	p.notes("ruanjian", "消毒", "班会", "发放口罩300个")
	p.says(he, nil, "补充工作动态：1.一 2.二 3.三")
	p.sees(he, nil, "写了 6 条", "之前的 3 条仍然有效")
	p.says(he, nil, "更正工作动态：消毒")
	p.notes("ruanjian", "消毒")
	p.says(he, nil, "我院一名学生确诊，刚知道的")
	p.says(he, nil, "工作动态：消毒两次")
	p.notes("ruanjian", "消毒两次")
	p.wait(workgroup.CallLife + 1)
	if k := p.kase(); strings.Contains(k.Remarks[0].Text, "消毒") {
		t.Errorf("of the case: %q", k.Remarks[0].Text)
	}
}

// A head of several units is asked which.
func TestNotesOfAHeadOfSeveralUnits(t *testing.T) {
	t.Parallel()
	o := Options{Roster: fewUnits()}
	for i := range o.Roster.People {
		if one := &o.Roster.People[i]; one.ID == "he-wangqiao" {
			one.Duties = append(one.Duties, workgroup.Duty{Role: workgroup.Head, Unit: "jidian"})
		}
	}
	p := newPlay(t, o)
	p.until("14:05")
	he := p.Person("he-wangqiao")
	p.says(he, nil, "工作动态：1.全院消毒 2.线上班会")
	p.sees(he, nil, "哪个单位")
	p.presses(he, nil, "机电工程学院")
	p.sees(he, nil, "已记 机电工程学院", "2 条")
	p.notes("jidian", "全院消毒", "线上班会")
	p.says(he, nil, "软件学院工作动态：消毒")
	p.sees(he, nil, "已记 软件学院", "1 条")
	p.says(he, nil, "撤回工作动态")
	p.sees(he, nil, "撤哪一个")
	p.says(he, nil, "撤回软件学院工作动态")
	p.sees(he, nil, "软件学院", "已撤下")
	p.notes("ruanjian")
}

func TestNotesInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "2 in home quarantine, nothing else. Work done:\n1. disinfected twice\n2. called all 23 students who have returned, 2 of them in home quarantine")
	p.presses(he, nil, "File")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
	p.notes("ruanjian", "disinfected twice", "called all 23 students who have returned, 2 of them in home quarantine")
	p.says(he, nil, "Today's work: a class meeting; disinfection")
	p.reads(he, nil, "2 points, in place of the 2 before", "may use them")
	p.says(he, nil, "withdraw the work notes")
	p.reads(he, nil, "taken away")
	p.notes("ruanjian")
}

// A head's help names them.
func TestHelpNamesWorkNotes(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	he, duty := p.Head("ruanjian"), p.zhang()
	p.says(he, nil, "帮助")
	p.sees(he, nil, "工作动态：", "最多 5 条")
	p.says(duty, nil, "帮助")
	if m := p.sees(duty, nil, "命令"); strings.Contains(m.Text, "工作动态") {
		t.Errorf("told who heads no unit: %s", m.Text)
	}
}
