package clerk

import (
	"slices"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Several who are named in one breath answer together; whoever is only spoken of does not, and a name that is nobody's is told apart.
func TestWhoIsNamedTogether(t *testing.T) {
	b := workgroup.NewMemory()
	for _, u := range []workgroup.Unit{{ID: "anbao", Name: "安保处", Aliases: []string{"保卫处"}}, {ID: "houqin", Name: "后勤集团", Aliases: []string{"后勤"}, English: "Logistics Group"}, {ID: "xuesheng", Name: "学生处", English: "Student Affairs Office"}} {
		workgroup.Units.Put(b, u)
	}
	for _, p := range []workgroup.Person{{ID: "a", Name: "李明"}, {ID: "b", Name: "王芳"}, {ID: "c", Name: "王芳"}} {
		workgroup.People.Put(b, p)
	}
	clerk := New(workgroup.College{Zone: time.UTC, Language: workgroup.Chinese, Forms: []workgroup.Form{workgroup.DefaultForm()}})
	for _, c := range []struct {
		words   string
		owners  string // their keys, in order
		unknown []string
	}{
		{"安保处和后勤集团今晚完成封控", "anbao houqin", nil},
		{"请安保处、后勤集团、学生处明天中午前报名单", "anbao houqin xuesheng", nil},
		{"各楼宇加装标识，安保处与后勤今晚完成", "anbao houqin", nil},
		{"由学生处、后勤集团负责，24小时内上报", "xuesheng houqin", nil},
		{"由后勤集团牵头、学生处配合，明天中午12点前备好隔离房间", "houqin xuesheng", nil},
		{"清点口罩，责任单位：后勤集团、安保处，时限：2月3日", "houqin anbao", nil},
		{"由李明和学生处负责联系社区", "a xuesheng", nil},
		{"More checks, by the Student Affairs Office and the Logistics Group, before 1 February", "xuesheng houqin", nil},
		{"More checks, by the Clinic and the Logistics Group, before 1 February", "houqin", []string{"Clinic"}},
		{"The Student Affairs Office reports the list by tomorrow 18:00", "", nil},
		{"More checks, by Monday", "", nil},
		{"由学生处负责，2月1日前完成", "xuesheng", nil},
		{"由王芳、学生处负责", "", nil}, // two people are called so
		{"学生处明天报名单给安保处", "", nil},
		{"由校医院、后勤集团负责", "houqin", []string{"校医院"}},
		{"校医院和后勤集团今晚消毒", "houqin", []string{"校医院"}},
		{"由红十字会负责，明天完成", "", []string{"红十字会"}},
		{"校医院明天备好口罩", "", []string{"校医院"}},
		{"教室明天消毒两次", "", nil},
		{"宿舍和食堂每天消毒", "", nil},
		{"各学院和各处室明天报名单", "", nil},
		{"由各学院负责，明天报名单", "", nil},
	} {
		owners, unknown := clerk.Together(b, c.words)
		var keys string
		for _, o := range owners {
			keys += " " + string(o.Unit) + string(o.Person)
		}
		if keys = keys[min(1, len(keys)):]; keys != c.owners || !slices.Equal(unknown, c.unknown) {
			t.Errorf("%s: %q and %q", c.words, keys, unknown)
		}
	}
}
