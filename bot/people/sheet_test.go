package people

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fangkong/bot/rota"
	"fangkong/store/workgroup"
)

// rows are lines whose cells are parted by upright strokes, numbered from 1.
func rows(text string) (out []rota.Row) {
	for i, line := range strings.Split(text, "\n") {
		out = append(out, rota.Row{Line: i + 1, Cells: strings.Split(line, "|")})
	}
	return out
}

func TestSheetsOfPeople(t *testing.T) {
	for _, c := range []struct {
		sentence, text string
		want           []string
	}{
		{"as offices keep it", "疫情防控工作群人员名单\n序号|单 位|姓　名|职务|角色|联系电话\n1|软件学院|王 一|院长|负责人|13800000001\n2||李 二|副院长|副职|138 0000 0002\n3|机电学院|赵三|书记|负责人|1.38E+10\n\n备注：请及时更新|||||",
			[]string{"3 王一 head@soft 院长 13800000001", "4 李二 deputy@soft 副院长 13800000002", "5 赵三 head@mech 书记 13800000000"}},
		{"titles say the role", "姓名|部门|职务|手机\n王一|软件|党总支书记|\n李二|软件|副院长|\n赵三|软件|辅导员|\n钱四||值班员|13800000004",
			[]string{"2 王一 head@soft 党总支书记 ", "3 李二 deputy@soft 副院长 ", "4 赵三 @soft 辅导员 ", "5 钱四 duty@  13800000004"}},
		{"several in one cell", "姓名|角色|电话\n王一、李二|值班员|13800000001、13800000002\n赵三|值班员/带班领导|",
			[]string{"2 王一 duty@  13800000001", "2 李二 duty@  13800000002", "3 赵三 duty@  ", "3 赵三 duty-leader@  "}},
		{"what is wrong", "姓名|单位|角色|电话\n|软件学院|负责人|13800000001\n王一|美术学院|负责人|\n李二|软件学院|总指挥|\n赵三|软件学院|负责人|无",
			[]string{"5 赵三 head@soft  ", "2 staff-nameless", "3 staff-no-unit", "4 staff-no-role"}},
		{"the head of the next page", "姓名|单位|角色\n王一|软件学院|负责人\n单位|角色|姓名\n机电|负责人|李二", []string{"2 王一 head@soft  ", "4 李二 head@mech  "}},
		{"in English", "Name|Unit|Role|Phone\nAnn Lee|School of Software|Deputy|13800000001\nBo|Logistics Group|head|", []string{"2 Ann Lee deputy@soft  13800000001", "3 Bo head@logi  "}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			all := rows(c.text)
			if !IsSheet(all) {
				t.Fatal("no sheet of people")
			}
			postings, faults := reader().Sheet("", all)
			var got []string
			for _, p := range postings {
				got = append(got, fmt.Sprintf("%d %s %s@%s %s %s", p.Line, p.Name, p.Role, p.Unit, p.Title, p.Phone))
			}
			for _, f := range faults {
				got = append(got, fmt.Sprintf("%d %s", f.Line, f.Code))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%q, want\n%q", got, c.want)
			}
		})
	}
}

func TestWhatIsNoSheetOfPeople(t *testing.T) {
	for _, text := range []string{"日期|姓名|单位\n1月31日|王一|软件学院", "姓名|电话\n王一|139", "日期|时段|值班员|电话\n1月31日|白班|王一|", "单位|角色\n软件学院|负责人", ""} {
		if IsSheet(rows(text)) {
			t.Errorf("%q passes for one", text)
		}
	}
	long := rows("姓名|单位|角色\n" + strings.Repeat("王一|软件学院|负责人\n", rota.Most+1))
	postings, faults := reader().Sheet("", long)
	if len(postings) > 0 || len(faults) != 1 || faults[0].Code != workgroup.StaffTooLong {
		t.Errorf("a very long one: %d postings, %v", len(postings), faults)
	}
}
