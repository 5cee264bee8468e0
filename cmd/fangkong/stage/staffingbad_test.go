package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

func TestAUnitLeftWithoutHeadIsSaidBefore(t *testing.T) {
	t.Parallel()
	p := early(t, "14:05")
	office := p.Holder(workgroup.Staff)
	p.says(p.Person("he-wangqiao"), nil, "居家隔离2人，无发热")
	before := p.shelves("people")
	p.says(office, nil, "何望桥、谢思岚不再负责软件学院")
	p.sees(office, nil, "⚠️ 软件学院 将没有负责人", "何望桥 将不再收到任何消息", "谢思岚 将不再收到任何消息", "何望桥 替 软件学院 填的 1月31日 日报还没确认")
	if toast := p.presses(office, nil, "放弃"); !strings.Contains(toast, "名册没有变") {
		t.Errorf("given up with %q", toast)
	}
	p.samePeople(before)
	if toast := p.presses(office, nil, "确认变更"); toast == "" || strings.Contains(toast, "已变更") {
		t.Errorf("made after it was given up: %q", toast)
	}
	p.samePeople(before)
}

func TestADutyPersonWhoGoesLeavesNothingLying(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	office, zhang, wu := p.Holder(workgroup.Staff), p.zhang(), p.wu()
	p.adopts("值班表\n1月31日 08:30-20:30 带班 " + p.leader() + " 值班 张秋溪")
	p.calls(p.Head("ruanjian"), "确诊", "学生", "15 分钟前")
	p.presses(zhang, nil, "我来接手")
	p.says(office, nil, "值班员 张秋溪 退出")
	p.sees(office, nil, "失去职责：张秋溪，值班员", "张秋溪 将不再收到任何消息", "急-0131-01 由 张秋溪 接手，未办结，将退回继续呼叫", "张秋溪 还排着 1 个班（最近 1月31日 08:30–20:30）")
	p.lacks(office, nil, "将叫不到人") // the other duty person is called, now that nobody of the shift can be
	p.presses(office, nil, "确认变更")
	p.sees(zhang, nil, "您不再是：值班员", "我不再给您发消息")
	if !p.rings(wu) {
		t.Error("the other duty person is not called at once")
	}
	p.wait(11 * time.Minute)
	if k := p.kase(); k.Holder != "" {
		t.Errorf("%s holds the case still", k.Holder)
	}
	if !p.rings(p.Holder(workgroup.Director)) && !p.rings(wu) && !p.rings(p.he()) {
		t.Error("nobody is called for the case")
	}
	if text := p.Group.Standing(); strings.Contains(text[len(text)-1].Text, "张秋溪") {
		t.Errorf("the group reads who: %s", text[len(text)-1].Text)
	}
}

func TestBadWordsAboutPeopleChangeNothing(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office, head := p.Holder(workgroup.Staff), p.Head("ruanjian")
	p.update(func(b workgroup.Book) {
		workgroup.People.Put(b, workgroup.Person{ID: "he-two", Name: "何望桥", Duties: []workgroup.Duty{{Role: workgroup.Deputy, Unit: "huli"}}})
	})
	before := p.shelves("people")
	for _, c := range []struct{ says, sees string }{
		{"/people 孙悟空不再负责软件学院", "名册里没有“孙悟空”"},
		{"/people 美术学院负责人增加 张三 13800000000", "没有“美术学院”这个单位"},
		{"/people 增加 张三 13800000000", "没写角色"},
		{"/people 负责人增加 张三 13800000000", "没写单位"},
		{"/people 何望桥不再负责机电工程学院", "不止一位"},
		{"/people 何望桥、马云帆", "不止一位"},
		{"/people 马云帆不再负责软件学院", "马云帆 不是软件学院的人，不用变更"},
		{"/people 软件学院负责人增加 谢思岚", "没有可以变更的。名册已经是这样"},
		{"/people 把软件学院负责人谢思岚换成谢思岚", "就是现在这一位"},
		{"/people 今天天气不错", "没看懂“今天天气不错”"},
		{"/people 谢思岚退休；今天天气不错", "没看懂这一句“今天天气不错”"},
	} {
		p.says(office, nil, c.says)
		if p.withText(office, nil, c.sees) == nil {
			t.Errorf("%s: not told %q:\n%s", c.says, c.sees, p.sees(office, nil).Text)
		}
		p.wait(3 * time.Second)
	}
	// Two of one name: the one who has what is taken away is meant.
	p.says(office, nil, "/people 何望桥不再负责护理学院")
	p.sees(office, nil, "删去人员：何望桥", "失去职责：何望桥，护理学院副职")
	// Heads may not, and the group hears nothing of it.
	p.says(head, nil, "/people")
	p.sees(head, nil, "只对防控办开放")
	p.says(head, nil, "软件学院负责人增加 张三 13800000000")
	if p.withButton(head, nil, "确认变更") != nil {
		t.Error("a head may change people")
	}
	p.silent(office, p.Group, "/people in the group", func() { p.says(office, p.Group, "/people 软件学院") })
	p.sees(office, nil, "软件学院", "谢思岚")
	p.samePeople(before)
}

func TestTwoOfTheOfficeChangeTheSamePerson(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office, director := p.Holder(workgroup.Staff), p.Holder(workgroup.Director)
	p.says(office, nil, "谢思岚调到后勤集团任副职")
	p.says(director, nil, "谢思岚退休")
	p.presses(director, nil, "确认变更")
	if toast := p.presses(office, nil, "确认变更"); strings.Contains(toast, "已变更") {
		t.Errorf("made over another's: %q", toast)
	}
	if p.named("谢思岚").Left.IsZero() {
		t.Error("the director's word does not stand")
	}
	// What stands on a change is not taken back with it.
	p.says(office, nil, "软件学院副职增加 张三 13800000000")
	p.presses(office, nil, "确认变更")
	p.says(director, nil, "张三电话改为 13900000000")
	p.sees(director, nil, "人员变动：张三（电话 13900000000）")
	p.presses(director, nil, "确认变更")
	for _, m := range office.Sees(nil) {
		for _, row := range m.Buttons {
			for _, b := range row {
				if b.Text == "撤销" && strings.Contains(m.Text, "13800000000") {
					press, err := office.PressesData(&m, b.Data)
					must(t, err)
					p.settle()
					if text, _, _ := press.Answered(); !strings.Contains(text, "变化") {
						t.Errorf("taken back under another's change: %q", text)
					}
				}
			}
		}
	}
	if got := p.named("张三").Phone; got != "13900000000" {
		t.Errorf("the number is %s", got)
	}
}

func TestSomebodyIsLeftWhoDecides(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.Holder(workgroup.Staff)
	p.says(office, nil, "/people 吕景霖不再担任防控办主任；朱思溪不再担任防控办工作人员；梁望舟不再担任管理员")
	p.presses(office, nil, "确认变更")
	p.says(office, nil, "/people 赵望朴不再担任防控办工作人员")
	p.sees(office, nil, "将没有人担任防控办工作人员")
	if toast := p.presses(office, nil, "确认变更"); !strings.Contains(toast, "没有人能管名册") {
		t.Errorf("the last of the office goes: %q", toast)
	}
	if !p.named("赵望朴").Left.IsZero() {
		t.Error("the last of the office is gone")
	}
}

// Whoever was added in chat stays when the roster file is imported without them.
func TestARosterFileLeavesWhoWasAddedInChat(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.Holder(workgroup.Staff)
	p.says(office, nil, "软件学院副职增加 张三 13800000000")
	p.presses(office, nil, "确认变更")
	p.update(func(b workgroup.Book) { p.Roster.Import(b, p.Now()) })
	if who := p.named("张三"); !who.ID.Joined() || !who.Speaks("ruanjian") {
		t.Errorf("is %+v", who)
	}
}

func TestPeopleChangeInEnglish(t *testing.T) {
	t.Parallel()
	p := wholeEnglish(t, "13:00")
	office, director, xie := p.Holder(workgroup.Staff), p.Holder(workgroup.Director), p.Person("xie-silan")
	p.says(office, nil, "/people")
	p.sees(office, nil, "Roster (84 people)", "School of Software: 何望桥, 谢思岚")
	p.says(office, nil, "/people add Ann Lee 13800000000 as deputy of School of Software")
	p.sees(office, nil, "not made yet", "new person: Ann Lee, phone 13800000000", "role gained: Ann Lee, School of Software deputy")
	p.answers(office, "Make the change", "Changed: 1 person")
	p.sees(office, nil, "Not registered yet: Ann Lee")
	p.reads(director, nil, "changed the people", "Ann Lee")
	p.says(office, nil, "/people replace head of School of Software with Ann Lee")
	p.sees(office, nil, "School of Software has 2 people as head. Whose place does Ann Lee take?")
	p.presses(office, nil, "何望桥")
	p.sees(office, nil, "role lost: 何望桥, School of Software head", "role lost: Ann Lee, School of Software deputy", "role gained: Ann Lee, School of Software head")
	p.answers(office, "Give up", "as it was")
	p.says(office, nil, "remove 谢思岚 from School of Software")
	p.sees(office, nil, "role lost: 谢思岚, School of Software head", "谢思岚 will receive nothing any more")
	p.answers(office, "Make the change", "Changed: 1 person")
	p.sees(xie, nil, "You are no longer: head, School of Software", "I will not write to you again")
	p.answers(office, "Undo", "Taken back")
	p.sees(xie, nil, "took the last change of people back", "You are now: head, School of Software")
	p.says(office, nil, "/people nobody in particular")
	p.sees(office, nil, "Not understood")
}

// Whoever stands in for a head who goes does so no longer.
func TestADelegationEndsWithWhoGaveIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("13:55")
	office, he, song := p.Holder(workgroup.Staff), p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "今天请假，"+song.Name()+"代我报")
	p.presses(he, nil, "确认委托")
	p.says(office, nil, he.Name()+"退休")
	p.presses(office, nil, "确认变更")
	p.reads(song, nil, "委托", "已结束")
	if who := p.named(song.Name()); who.Speaks("ruanjian") {
		t.Error("the unit is still lent")
	}
	p.says(office, nil, "/people")
	p.sees(office, nil, "软件学院：谢思岚", "机电工程学院：董云溪、宋书朴")
}
