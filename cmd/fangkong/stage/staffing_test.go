package stage

import (
	"maps"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// named is somebody of the roster by name, as the book has them.
func (p *play) named(name string) (found workgroup.Person) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		for who := range workgroup.People.Each(b, "") {
			if who.Name == name {
				found = who
			}
		}
	})
	return found
}

// samePeople fails when the people are not what they were.
func (p *play) samePeople(before map[string]string) {
	p.t.Helper()
	if !maps.Equal(before, p.shelves("people")) {
		p.t.Error("the people are not what they were")
	}
}

func TestOneSentencePutsSomebodyOnTheRoster(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.Holder(workgroup.Staff)
	p.says(office, nil, "/people")
	p.sees(office, nil, "名册", "软件学院：何望桥、谢思岚", "值班员：吴远舟、张秋溪", "按「确认变更」才生效")
	p.says(office, nil, "/people 软件学院")
	p.sees(office, nil, "软件学院", "何望桥", "139-0000-", "收得到私聊")

	before := p.shelves("people")
	p.says(office, nil, "软件学院负责人增加 张三 13800000000")
	p.sees(office, nil, "人员变更（未生效）", "新增人员：张三，电话 13800000000", "获得职责：张三，软件学院负责人")
	p.samePeople(before)
	if toast := p.presses(office, nil, "确认变更"); toast != "已变更 1 人" {
		t.Errorf("answered %q", toast)
	}
	p.sees(office, nil, "赵望朴变更了人员", "张三", "还没登记的：张三", "/invite")
	p.reads(p.Holder(workgroup.Director), nil, "赵望朴变更了人员", "张三")
	if p.events(workgroup.StaffingDone) != 1 || p.events(workgroup.PersonPlaced) != 1 {
		t.Error("it is not in the journal")
	}
	if toast := p.presses(office, nil, "确认变更"); !strings.Contains(toast, "过") {
		t.Errorf("a second press: %q", toast)
	}

	// The link makes them known, and they report like anybody.
	zhang := p.newcomer("张", "三")
	p.opens(zhang, p.invited(office, "张三"))
	p.sees(zhang, nil, "已登记：张三", "软件学院 负责人")
	p.until("14:01")
	p.says(zhang, nil, "无异常")
	p.presses(zhang, nil, "确认报送")
	if s, filed := p.filed("ruanjian"); !filed || s.By != p.named("张三").ID {
		t.Errorf("filed %+v", s)
	}
}

func TestWhoGoesIsToldAndReceivesNothingMore(t *testing.T) {
	t.Parallel()
	p := early(t, "13:00")
	office, xie := p.Holder(workgroup.Staff), p.Person("xie-silan")
	p.says(office, nil, "谢思岚不再负责软件学院")
	preview := p.sees(office, nil, "失去职责：谢思岚，软件学院负责人", "谢思岚 将不再收到任何消息")
	if strings.Contains(preview.Text, "将没有负责人") {
		t.Error("the other head is still there")
	}
	p.presses(office, nil, "确认变更")
	p.sees(xie, nil, "赵望朴更新了名册", "您不再是：软件学院 负责人", "我不再给您发消息")
	p.silent(xie, nil, "the reminders of the day", func() { p.until("14:31") })
	if p.withText(p.Person("he-wangqiao"), nil, "14:30") == nil {
		t.Error("the other head is not reminded")
	}
	p.says(xie, nil, "软件学院 居家隔离2人，无发热")
	if _, filed := p.filed("ruanjian"); filed || p.withButton(xie, nil, "确认报送") != nil {
		t.Error("whoever has left can report")
	}
	if toast := p.presses(office, nil, "撤销"); !strings.Contains(toast, "五分钟已过") || !strings.Contains(toast, "再写一句") || strings.Contains(toast, "值班表") {
		t.Errorf("after five minutes: %q", toast)
	}
	if p.named("谢思岚").Left.IsZero() {
		t.Error("taken back after five minutes")
	}
}

func TestAChangeOfPeopleIsTakenBack(t *testing.T) {
	t.Parallel()
	p := early(t, "13:00")
	office, xie := p.Holder(workgroup.Staff), p.Person("xie-silan")
	before := p.shelves("people")
	p.says(office, nil, "谢思岚退休；软件学院负责人增加 张三 13800000000；马云帆调到软件学院任副职")
	p.sees(office, nil, "新增人员：张三", "人员调动：马云帆，后勤集团 → 软件学院（副职）", "删去人员：谢思岚", "马云帆 将不再收到 后勤集团 的填报提醒、催报和通知")
	p.presses(office, nil, "确认变更")
	p.sees(p.Person("ma-yunfan"), nil, "您不再是：后勤集团 负责人", "您现在是：软件学院 副职")
	p.wait(4 * time.Minute)
	// Anybody of the office may take it back.
	p.presses(p.Holder(workgroup.Director), nil, "撤销")
	p.samePeople(before)
	p.sees(xie, nil, "撤销了刚才的人员变更", "您现在是：软件学院 负责人")
	p.sees(office, nil, "撤销了人员变更，恢复原样")
	p.until("14:01")
	p.reads(xie, nil, "14:30")
	if toast := p.presses(office, nil, "撤销"); !strings.Contains(toast, "过") {
		t.Errorf("a second time: %q", toast)
	}
	if p.events(workgroup.StaffingTakenBack) != 1 {
		t.Error("it is not in the journal")
	}
}

func TestWhatIsNotClearIsAsked(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.Holder(workgroup.Staff)
	p.says(office, nil, "宋老师不再负责机电学院")
	p.sees(office, nil, "失去职责：宋书朴，机电工程学院负责人")
	p.says(office, nil, "增加张三为软件学院负责人")
	p.sees(office, nil, "新增人员：张三", "获得职责：张三，软件学院负责人")
	p.says(office, nil, "把软件学院负责人换成张三")
	p.sees(office, nil, "软件学院负责人有 2 位，由 张三 接替哪一位？")
	p.presses(office, nil, "谢思岚")
	p.sees(office, nil, "新增人员：张三", "删去人员：谢思岚", "失去职责：谢思岚，软件学院负责人", "获得职责：张三，软件学院负责人")
	p.presses(office, nil, "确认变更")

	p.says(office, nil, "/people 后勤集团增加 张三 13900000000")
	p.sees(office, nil, "张三 在后勤集团是负责人还是副职？") // the same, whose number nobody had
	p.presses(office, nil, "副职")
	p.sees(office, nil, "人员变动：张三（电话 13900000000）", "获得职责：张三，后勤集团副职")
	p.presses(office, nil, "确认变更")
	p.says(office, nil, "值班员增加 张三 13700000000")
	p.sees(office, nil, "名册里已有 张三，电话不是 13700000000。是这一位吗？")
	p.presses(office, nil, "是同名的另一位 张三")
	p.sees(office, nil, "新增人员：张三，电话 13700000000", "获得职责：张三，值班员")
	p.presses(office, nil, "确认变更")
	p.says(office, nil, "张三不再担任值班员")
	p.sees(office, nil, "失去职责：张三，值班员", "删去人员：张三") // only one of the two is
	p.says(office, nil, "张三退出")
	p.sees(office, nil, "叫“张三”的不止一位")
	p.presses(office, nil, "张三，值班员")
	p.sees(office, nil, "删去人员：张三", "失去职责：张三，值班员")
	p.presses(office, nil, "放弃")
	p.says(office, nil, "/people 唐若禾调到软件学院")
	p.sees(office, nil, "人员调动：唐若禾，后勤集团 → 软件学院（负责人）")
	p.says(office, nil, "/people 唐若禾改任值班员")
	p.sees(office, nil, "唐若禾 现在是 后勤集团 负责人", "原职怎么办")
	p.presses(office, nil, "保留原职")
	p.sees(office, nil, "获得职责：唐若禾，值班员")
	p.lacks(office, nil, "失去职责")
}

// Two of the office change the same unit at a time: whoever presses last sees what has come to follow, and what is lacking then is said to
// everybody who decides.
func TestWhatHasComeToFollowIsShownBeforeItIsMade(t *testing.T) {
	t.Parallel()
	for lang, words := range map[workgroup.Language][5]string{
		workgroup.Chinese: {"确认变更", "还没有变更", "软件学院 将没有负责人", "现在没有人担任", "软件学院 现在没有负责人"},
		workgroup.English: {"Make the change", "Not made yet", "School of Software will have no head", "has nobody now", "School of Software has no head now"},
	} {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			sample, _ := settings.Sample()
			sample.College.Language = lang
			p := newPlay(t, Options{Settings: &sample, Start: time.Date(2020, 1, 31, 13, 0, 0, 0, sample.College.Zone)})
			zhao, zhu := p.Person("zhao-wangpu"), p.Person("zhu-sixi")
			p.says(zhao, nil, "谢思岚退休")
			old := *p.withButton(zhao, nil, words[0])
			p.says(zhu, nil, "何望桥退休")
			p.presses(zhu, nil, words[0])
			if toast := p.pressesThat(zhao, old, words[0]); !strings.Contains(toast, words[1]) {
				t.Errorf("what has changed since: %q", toast)
			}
			p.sees(zhao, nil, words[2])
			if !p.named("谢思岚").Left.IsZero() {
				t.Fatal("made without its consequences having been shown")
			}
			if p.pressesThat(zhao, old, words[0]); !p.named("谢思岚").Left.IsZero() {
				t.Fatal("a second press of the old button makes it")
			}
			if toast := p.presses(zhao, nil, words[0]); !strings.Contains(toast, words[3]) {
				t.Errorf("made with %q", toast)
			}
			for _, who := range []*sandbox.Person{zhao, zhu, p.Holder(workgroup.Director)} {
				p.reads(who, nil, words[4])
			}
			p.sound()
		})
	}
}

// The usual sentences about people are read, or what is unknown in them is named; none of them is taken for something else.
func TestUsualSentencesAboutPeople(t *testing.T) {
	t.Parallel()
	type said struct {
		says  string
		sees  []string
		lacks string
	}
	for lang, all := range map[workgroup.Language][]said{
		workgroup.Chinese: {
			{"何望桥调走了，由张三接替，电话13800000000", []string{"新增人员：张三，电话 13800000000", "失去职责：何望桥，软件学院负责人", "获得职责：张三，软件学院负责人"}, ""},
			{"王五是软件学院负责人", []string{"获得职责：王五，软件学院负责人"}, "失去职责"},
			{"软件学院副职：王五", []string{"获得职责：王五，软件学院副职"}, ""},
			{"谢思岚换号码了，新手机号13900000000", []string{"人员变动：谢思岚（电话 13900000000）"}, ""},
			{"谢思岚退休，软件学院负责人增加张三", []string{"删去人员：谢思岚", "获得职责：张三，软件学院负责人"}, ""},
			{"何忘桥退休", []string{"名册里没有“何忘桥”，是不是何望桥"}, ""},
			{"美术学院负责人增加 张三", []string{"没有“美术学院”这个单位"}, ""},
			{"/people 张三", []string{"名册里没有：张三"}, ""},
			{"值班员全部换成张三、李四", []string{"获得职责：张三，值班员", "获得职责：李四，值班员", "失去职责：张秋溪，值班员", "失去职责：吴远舟，值班员"}, ""},
			{"何望桥不再负责软件学院，何望桥任软件学院负责人", []string{"没有可以变更的"}, "删去人员"},
			{"软件学院负责人是谁", nil, "确认变更"},
			{"软件学院负责人是哪位", nil, "人员变更"},
			{"防控办：王五来电", nil, "人员变更"},
			{"领导小组：王书记", nil, "人员变更"},
			{"今天食堂换了菜单，李老师很高兴", nil, "人员变更"},
		},
		workgroup.English: {
			{"王五 is head of School of Software", []string{"role gained: 王五, School of Software head"}, "role lost"},
			{"谢思岚 leaves, add 张三 as head of School of Software", []string{"person removed: 谢思岚", "role gained: 张三"}, ""},
			{"/people 张三", []string{"Not on the roster: 张三"}, ""},
		},
	} {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			sample, _ := settings.Sample()
			sample.College.Language = lang
			p := newPlay(t, Options{Settings: &sample, Start: time.Date(2020, 1, 31, 9, 0, 0, 0, sample.College.Zone)})
			office := p.Person("zhao-wangpu")
			before := p.shelves("people")
			for _, c := range all {
				p.says(office, nil, c.says)
				text := office.Last(nil).Text
				for _, want := range c.sees {
					if !strings.Contains(text, want) {
						t.Errorf("%s: not told %q:\n%s", c.says, want, text)
					}
				}
				if c.lacks != "" && strings.Contains(text, c.lacks) {
					t.Errorf("%s: told %q:\n%s", c.says, c.lacks, text)
				}
				p.wait(3 * time.Second)
			}
			p.samePeople(before)
		})
	}
}
