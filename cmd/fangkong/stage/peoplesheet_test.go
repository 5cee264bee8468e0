package stage

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

var peopleHead = []any{"序号", "单位", "姓名", "职务", "角色", "联系电话"}

func TestASheetOfPeopleIsReadShownAndMade(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office, xie := p.Holder(workgroup.Staff), p.Person("xie-silan")
	before := p.shelves("people")
	p.sends(office, "人员表.xlsx", workbook(t, map[string][][]any{"名单": {
		{"疫情防控工作群人员名单"},
		peopleHead,
		{1, "软件学院", "何望桥", "党总支书记", "负责人", nil},
		{2, nil, "张 三", "院长", "负责人", 13800000000},
		{3, nil, "李四", "副院长", "副职", "139 0000 0000"},
		{4, "", "吴远舟", "", "值班员", ""},
		{5, "", "张秋溪", "", "值班员", ""},
	}}, "A1:F1", "B3:B5"))
	p.sees(office, nil, "人员变更（未生效） 人员表.xlsx", "新增人员：张三（院长），电话 13800000000", "获得职责：张三，软件学院负责人", "获得职责：李四，软件学院副职",
		"删去人员：谢思岚", "失去职责：谢思岚，软件学院负责人", "谢思岚 将不再收到任何消息")
	p.lacks(office, nil, "没有列入的", "何望桥", "吴远舟", "马云帆")
	p.samePeople(before)
	if toast := p.presses(office, nil, "确认变更"); toast != "已变更 3 人" {
		t.Errorf("answered %q", toast)
	}
	p.sees(xie, nil, "您不再是：软件学院 负责人", "我不再给您发消息")
	if who := p.named("李四"); who.Phone != "13900000000" || who.Title != "副院长" || !who.Speaks("ruanjian") {
		t.Errorf("is %+v", who)
	}
	// The duties that it does not name stay as they were.
	if who := p.named("马云帆"); !who.Speaks("houqin") {
		t.Errorf("is %+v", who)
	}
	p.sends(office, "人员表.csv", []byte("姓名,单位,角色\n张三,软件学院,负责人\n何望桥,软件学院,负责人\n"))
	p.sees(office, nil, "没有可以变更的", "名册已经是这样")
}

func TestFaultsOfASheetOfPeopleAreNamedByRow(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.Holder(workgroup.Staff)
	p.update(func(b workgroup.Book) {
		workgroup.People.Put(b, workgroup.Person{ID: "he-two", Name: "何望桥", Duties: []workgroup.Duty{{Role: workgroup.Deputy, Unit: "huli"}}})
	})
	p.sends(office, "人员表.xlsx", workbook(t, map[string][][]any{"名单": {
		peopleHead,
		{1, "软件学院", "张三", "", "负责人", "13800000000"},
		{2, "软件学院", "", "", "负责人", "13800000001"},
		{3, "美术学院", "李四", "", "负责人", "13800000002"},
		{4, "软件学院", "王五", "", "总指挥", "13800000003"},
		{5, "机电工程学院", "何望桥", "", "负责人", ""},
		{6, "机电工程学院", "赵六", "", "", "13800000004"},
		{7, "机电工程学院", "钱七", "", "副职", ""},
	}}))
	p.sees(office, nil, "新增人员：张三", "新增人员：钱七", "没有列入的（5 处）", "第 3 行：没有姓名", "第 4 行：“李四”：没有单位“美术学院”", "第 5 行：“王五 总指挥”：没写角色，或看不懂",
		"第 6 行：名册里已有“何望桥”，且不止一位", "第 7 行：“赵六”：没写角色", "第 8 行：钱七 没有电话", "这次只增不减")
	p.lacks(office, nil, "失去职责", "删去人员") // nobody is dropped over a row that was not read
	p.presses(office, nil, "确认变更")
	if who := p.named("谢思岚"); !who.Speaks("ruanjian") {
		t.Error("somebody lost a duty over a sheet that was not read whole")
	}
}

func TestASheetThatLeavesAUnitWithoutHeadSaysSo(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.Holder(workgroup.Staff)
	before := p.shelves("people")
	p.sends(office, "变动.csv", []byte("姓名,单位,角色,电话\n何望桥,后勤集团,负责人,\n谢思岚,后勤集团,负责人,\n"))
	p.sees(office, nil, "何望桥", "失去职责：马云帆，后勤集团负责人", "马云帆 将不再收到任何消息")
	p.presses(office, nil, "放弃")
	p.samePeople(before)
}

func TestAVeryLongSheetOfPeopleIsNotRead(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.Holder(workgroup.Staff)
	before := p.shelves("people")
	var long strings.Builder
	long.WriteString("姓名,单位,角色,电话\n")
	for i := range 10_000 {
		fmt.Fprintf(&long, "某%d,软件学院,副职,138%08d\n", i, i)
	}
	p.sends(office, "全校.csv", []byte(long.String()))
	p.sees(office, nil, "没有可以变更的", "太长，一行都没有读", "不超过 1000 行")
	if m := p.sees(office, nil, "人员变更"); len(m.Buttons) > 0 {
		t.Errorf("it can be made: %v", m.Buttons)
	}
	p.samePeople(before)
	// Nor does a head's sheet count.
	head := p.Head("ruanjian")
	p.sends(head, "人员表.csv", []byte("姓名,单位,角色\n张三,软件学院,负责人\n"))
	p.sees(head, nil, "我不收")
}

func TestASheetOfPeopleInEnglish(t *testing.T) {
	t.Parallel()
	p := englishFrom(t, "09:00")
	office := p.Holder(workgroup.Staff)
	p.sends(office, "people.xlsx", workbook(t, map[string][][]any{
		"heads":  {{"Name", "Unit", "Role", "Phone"}, {"Ann Lee", "School of Software", "head", "13800000000"}, {"何望桥", "School of Software", "head", ""}},
		"deputy": {{"Name", "Unit", "Role", "Phone"}, {"Bo Lin", "School of Arts and Crafts", "deputy", "13800000001"}},
	}))
	p.sees(office, nil, "new person: Ann Lee, phone 13800000000", "deputy Line 2: “Bo Lin”: there is no unit “School of Arts and Crafts”; left out", "nobody loses anything this time")
	p.answers(office, "Make the change", "Changed: 1 person")
	p.sees(office, nil, "Not registered yet: Ann Lee")
}

// A blank cell does not make the office's director the head of the unit above, and a sheet that turns the office out says so first.
func TestASheetThatWouldTurnTheOfficeOut(t *testing.T) {
	t.Parallel()
	for lang, words := range map[workgroup.Language][5]string{
		workgroup.Chinese: {"吕景霖 主任”：这一行没写单位", "吕景霖，软件学院负责人", "您自己（赵望朴）", "工作人员全部换人：赵望朴、朱思溪", "随之而来"},
		workgroup.English: {"吕景霖 主任”: this row has no unit", "role gained: 吕景霖", "you yourself (赵望朴)", "change: 赵望朴, 朱思溪", "What follows"},
	} {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			sample, _ := settings.Sample()
			sample.College.Language = lang
			p := newPlay(t, Options{Settings: &sample, Start: time.Date(2020, 1, 31, 9, 0, 0, 0, sample.College.Zone)})
			office := p.Person("zhao-wangpu")
			p.sends(office, "人员表.csv", []byte("姓名,单位,角色,电话\n何望桥,软件学院,负责人,\n吕景霖,,主任,\n"))
			p.sees(office, nil, words[0])
			p.lacks(office, nil, words[1])
			p.sends(office, "人员表.csv", []byte("姓名,单位,角色,电话\n李四,,工作人员,13800000138\n"))
			shown := p.sees(office, nil, words[2], words[3], words[4]).Text
			if strings.Index(shown, words[2]) > strings.Index(shown, words[4]) || strings.Index(shown, words[3]) > strings.Index(shown, "李四") {
				t.Errorf("what has to be read first stands below:\n%s", shown)
			}
		})
	}
}

// A sheet of people that cannot be read is spoken of as one; numbers that disagree or cannot be dialled are named, none wins in silence.
func TestFaultySheetsOfPeopleAreAnsweredAsSuch(t *testing.T) {
	t.Parallel()
	const phones = "姓名,单位,角色,电话\n张三,软件学院,副职,13800000001\n张三,软件学院,副职,13900000001\n李四,软件学院,副职,138\n王五,软件学院,副职,1390000000\n赵六,软件学院,副职,1380000\n钱七,软件学院,副职,0392-3312345\n"
	type file struct{ name, data, says string }
	for lang, files := range map[workgroup.Language][]file{
		workgroup.Chinese: {
			{"人员表.xls", "\xd0\xcf\x11\xe0", "人员表请发 xlsx 或 csv 文件"},
			{"人员表.xlsx", "PK nothing of the sort", "人员表.xlsx 读不了，请另存为 xlsx 或 csv 后重发，也可以直接写一句话变更人员"},
			{"人员表.csv", "", "人员变更（未生效） 人员表.csv 没有可以变更的。 没有列入的（1 处） ✖️ 一个人都没有读到"},
			{"人员表.csv", "张三,软件学院\n", "没有找到写着“姓名”和“单位”“角色”的表头"},
			{"名册.csv", "姓名,单位,角色,电话\n", "一个人都没有读到"},
			{"人员表.csv", phones, "第 2 行：“张三”写了两个号码：13800000001、13900000001，未列入"},
			{"人员表.csv", phones, "第 4 行：李四 的电话“138”像是不全"},
			{"人员表.csv", phones, "第 6 行：赵六 的电话“1380000”像是不全"},
		},
		workgroup.English: {
			{"people.xls", "\xd0\xcf\x11\xe0", "send the sheet of people as xlsx or csv"},
			{"people.xlsx", "PK nothing of the sort", "people.xlsx cannot be read; please save it as xlsx or csv and send it again, or change people by a sentence"},
			{"people.csv", "", "nobody was found in it"},
			{"people.csv", phones, "Line 2: “张三” has two numbers, 13800000001, 13900000001; left out"},
			{"people.csv", phones, "Line 5: the number of 王五, “1390000000”, looks incomplete"},
		},
	} {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			sample, _ := settings.Sample()
			sample.College.Language = lang
			p := newPlay(t, Options{Settings: &sample, Start: time.Date(2020, 1, 31, 9, 0, 0, 0, sample.College.Zone)})
			office := p.Person("zhao-wangpu")
			before := p.shelves("people")
			for _, f := range files {
				p.sends(office, f.name, []byte(f.data))
				if text := strings.Join(strings.Fields(office.Last(nil).Text), " "); !strings.Contains(text, f.says) || strings.Contains(text, "值班") || strings.Contains(text, "already") {
					t.Errorf("%s %q is answered\n%s", f.name, f.data, text)
				}
				p.wait(3 * time.Second)
			}
			p.samePeople(before)
			if lang == workgroup.Chinese {
				p.lacks(office, nil, "新增人员：张三", "钱七 的电话", "第 1 行")
				p.presses(office, nil, "确认变更")
				if got := p.named("李四").Phone; got != "138" {
					t.Errorf("the number is %q", got)
				}
			}
		})
	}
}
