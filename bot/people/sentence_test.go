package people

import (
	"reflect"
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

func reader() *Reader {
	return New([]workgroup.Unit{
		{ID: "soft", Name: "软件学院", English: "School of Software", Aliases: []string{"软件"}},
		{ID: "mech", Name: "机电工程学院", English: "School of Mechanical and Electrical Engineering", Aliases: []string{"机电"}},
		{ID: "logi", Name: "后勤集团", English: "Logistics Group", Aliases: []string{"后勤"}},
	}, []string{"王秋禾", "李四", "赵六", "任平", "欧阳为民", "John Smith"}, map[string]workgroup.Role{"指挥部办公室工作人员": workgroup.Staff})
}

func TestSentencesAboutPeople(t *testing.T) {
	type p = workgroup.Posting
	const head, deputy, duty = workgroup.Head, workgroup.Deputy, workgroup.DutyStaff
	for _, c := range []struct {
		says string
		want []p
		sure bool
	}{
		{"软件学院负责人增加 张三 13800000000", []p{{Do: "appoint", Name: "张三", Phone: "13800000000", Role: head, Unit: "soft"}}, true},
		{"软件学院负责人增加张三，电话：138 0000 0000", []p{{Do: "appoint", Name: "张三", Phone: "13800000000", Role: head, Unit: "soft"}}, true},
		{"增加张三为软件学院负责人", []p{{Do: "appoint", Name: "张三", Role: head, Unit: "soft"}}, false},
		{"张三（１３８００００００００）任软件学院副职", []p{{Do: "appoint", Name: "张三", Phone: "13800000000", Role: deputy, Unit: "soft"}}, true},
		{"新增值班员：张三 13800000000、李四", []p{{Do: "appoint", Name: "张三", Phone: "13800000000", Role: duty}, {Do: "appoint", Name: "李四", Role: duty}}, true},
		{"软件学院副院长 张三 13800000000", []p{{Do: "appoint", Name: "张三", Phone: "13800000000", Role: deputy, Unit: "soft", Title: "副院长"}}, false},
		{"任平任机电负责人", []p{{Do: "appoint", Name: "任平", Role: head, Unit: "mech"}}, true},
		{"软件学院增加张三", []p{{Do: "appoint", Name: "张三", Unit: "soft"}}, false},
		{"任命李四为指挥部办公室工作人员", []p{{Do: "appoint", Name: "李四", Role: workgroup.Staff}}, true},

		{"王老师不再负责机电学院", []p{{Do: "dismiss", Name: "王老师", Unit: "mech"}}, false},
		{"李四不再担任机电学院负责人", []p{{Do: "dismiss", Name: "李四", Role: head, Unit: "mech"}}, true},
		{"免去李四后勤集团副职", []p{{Do: "dismiss", Name: "李四", Role: deputy, Unit: "logi"}}, true},
		{"软件学院负责人去掉李四", []p{{Do: "dismiss", Name: "李四", Role: head, Unit: "soft"}}, true},
		{"值班员 赵六 退出", []p{{Do: "dismiss", Name: "赵六", Role: duty}}, true},
		{"赵六退休了", []p{{Do: "depart", Name: "赵六"}}, true},
		{"赵六 离开学院", []p{{Do: "depart", Name: "赵六"}}, true},

		{"李四调到后勤集团任副职", []p{{Do: "transfer", Name: "李四", Role: deputy, Unit: "logi"}}, true},
		{"李四从机电调到软件学院", []p{{Do: "transfer", Name: "李四", Unit: "soft"}}, true},
		{"李四改任值班员", []p{{Do: "transfer", Name: "李四", Role: duty}}, true},

		{"把软件学院负责人换成张三", []p{{Do: "replace", Name: "张三", Role: head, Unit: "soft"}}, false},
		{"把软件学院负责人李四换成张三 13800000000", []p{{Do: "replace", Name: "张三", Old: "李四", Phone: "13800000000", Role: head, Unit: "soft"}}, true},
		{"软件学院负责人由李四换成欧阳为民", []p{{Do: "replace", Name: "欧阳为民", Old: "李四", Role: head, Unit: "soft"}}, true},
		{"赵六接替李四任软件学院负责人", []p{{Do: "replace", Name: "赵六", Old: "李四", Role: head, Unit: "soft"}}, true},
		{"把李四换成赵六", []p{{Do: "replace", Name: "赵六", Old: "李四"}}, false},
		{"李四电话改为13900000000", []p{{Do: "rephone", Name: "李四", Phone: "13900000000"}}, true},

		{"Add 张三 13800000000 as head of School of Software", []p{{Do: "appoint", Name: "张三", Phone: "13800000000", Role: head, Unit: "soft"}}, true},
		{"add Ann Lee 13800000000 as duty staff", []p{{Do: "appoint", Name: "Ann Lee", Phone: "13800000000", Role: duty}}, true},
		{"Remove John Smith from School of Software", []p{{Do: "dismiss", Name: "John Smith", Unit: "soft"}}, true},
		{"李四 no longer heads School of Software", []p{{Do: "dismiss", Name: "李四", Role: head, Unit: "soft"}}, true},
		{"Move 李四 to Logistics Group as deputy", []p{{Do: "transfer", Name: "李四", Role: deputy, Unit: "logi"}}, true},
		{"Replace 李四 with 赵六 as head of School of Software", []p{{Do: "replace", Name: "赵六", Old: "李四", Role: head, Unit: "soft"}}, true},
		{"duty staff 赵六 leaves", []p{{Do: "dismiss", Name: "赵六", Role: duty}}, true},

		{"软件学院 居家隔离2人，无发热", nil, false},
		{"软件学院新增发热 3 人", nil, false},
		{"美术学院负责人增加 张三 13800000000", nil, false},
		{"零报告", nil, false},
		{"谢谢", nil, false},
		{"李四什么时候到岗", nil, false},
		{"软件学院和机电学院负责人增加 张三 13800000000", nil, false},
		{"软件学院", nil, false},
	} {
		got := reader().Read(c.says)
		var postings []p
		sure := len(got) > 0
		for _, one := range got {
			postings = append(postings, one.Postings...)
			sure = sure && one.Sure && len(one.Postings) > 0
		}
		if !reflect.DeepEqual(postings, c.want) || sure != c.sure {
			t.Errorf("%s\n got %+v, sure %v\nwant %+v, sure %v", c.says, postings, sure, c.want, c.sure)
		}
	}
	for says, want := range map[string]bool{"王老师不再负责机电学院": true, "把软件学院负责人换成张三": true, "增加张三为软件学院负责人": true, "软件学院增加张三": false, "软件学院新增发热": false} {
		if got := reader().Read(says); got[0].Likely != want {
			t.Errorf("%s: likely %v", says, got[0].Likely)
		}
	}
	if got := reader().Read("赵六退休了；李四调到后勤集团任副职。\n\n值班员增加 任平"); len(got) != 3 {
		t.Errorf("three sentences are %d", len(got))
	}
}

// Whatever strangers and offices write is read or not, and never breaks the reader.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"软件学院负责人增加 张三 13800000000", "任", "任 ", "把换成", "\xff负责人", "ſoftware İ 增加", "+86 138-0000-0000", "Replace  with "} {
		f.Add(s)
	}
	r := reader()
	f.Fuzz(func(t *testing.T, s string) {
		for _, one := range r.Read(s) {
			for _, p := range one.Postings {
				if p.Name == "" || strings.ContainsAny(p.Name, "\n") || p.Do == "" {
					t.Errorf("%q reads as %+v", s, p)
				}
			}
		}
		r.RoleOf(s)
		r.UnitOf(s)
	})
}
