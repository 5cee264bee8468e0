package clerk

import (
	"slices"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// What a decision says of who is responsible and until when is read where it is plain, and asked where it is not.
func TestADecisionIsRead(t *testing.T) {
	zone := time.FixedZone("CST", 8*3600)
	b := workgroup.NewMemory()
	for i, u := range []workgroup.Unit{{ID: "xuesheng", Name: "学生处", English: "Student Affairs Office"}, {ID: "houqin", Name: "后勤集团", Aliases: []string{"后勤"}}, {ID: "houqinchu", Name: "后勤处"}, {ID: "ruanjian", Name: "软件学院", Aliases: []string{"软件"}}} {
		u.Order = i
		workgroup.Units.Put(b, u)
	}
	for _, p := range []workgroup.Person{{ID: "a", Name: "李明"}, {ID: "b", Name: "王芳"}, {ID: "c", Name: "王芳"}, {ID: "d", Name: "赵望朴"}} {
		workgroup.People.Put(b, p)
	}
	clerk := New(workgroup.College{Zone: zone, Language: workgroup.Chinese, Forms: []workgroup.Form{workgroup.DefaultForm()}})
	now := time.Date(2020, 1, 31, 16, 10, 0, 0, zone)
	unit := func(ids ...workgroup.UnitID) (out []workgroup.Owner) {
		for _, id := range ids {
			out = append(out, workgroup.Owner{Unit: id})
		}
		return out
	}
	person := func(id workgroup.PersonID) workgroup.Owner { return workgroup.Owner{Person: id} }
	for _, c := range []struct {
		words string
		owner []workgroup.Owner // one: settled; several: asked among them
		until string            // "": asked
	}{
		{"明日起增加宿舍测温点，由学生处负责，2月1日前完成", unit("xuesheng"), "2020-02-02 00:00"},
		{"由后勤集团牵头、学生处配合，明天中午12点前备好隔离房间", unit("houqin"), "2020-02-01 12:00"},
		{"软件学院隔离学生每天电话随访，责任单位：软件学院，时限：2月3日", unit("ruanjian"), "2020-02-04 00:00"},
		{"由李明负责联系社区，今晚8点前报", []workgroup.Owner{person("a")}, "2020-01-31 20:00"},
		{"由防控办负责汇总返校名单，3天内完成", []workgroup.Owner{{Office: true}}, "2020-02-04 00:00"},
		{"由学生处、后勤处负责，24小时内上报", unit("xuesheng", "houqinchu"), "2020-02-01 16:10"},
		{"由王芳负责，２月１日１８：００前", []workgroup.Owner{person("b"), person("c")}, "2020-02-01 18:00"},
		{"More checks in dormitories, by the Student Affairs Office, before 1 February", unit("xuesheng"), "2020-02-02 00:00"},
		{"More checks by the Student Affairs Office by tomorrow 18:00", unit("xuesheng"), "2020-02-01 18:00"},
		{"由学生处负责，2月30日前完成测温", unit("xuesheng"), ""}, // no calendar has it
		{"由学生处负责，2月31号前", unit("xuesheng"), ""},
		{"由学生处负责，13月1日18点前", unit("xuesheng"), ""},
		{"由学生处负责，2月29日前", unit("xuesheng"), "2020-03-01 00:00"},
		{"加强宿舍管理", nil, ""},
		{"体温检测点改到8点，目前先这样", nil, ""},
		{"学生处明天报返校名单，后天前汇总", unit("xuesheng"), "2020-02-03 00:00"},
		{"学生处的返校名单，后天前汇总", nil, "2020-02-03 00:00"}, // named, and not said to be responsible
		{"由学生处负责，2月1日前报名单，2月3日前完成", unit("xuesheng"), ""},
		{"由学生处负责，2月3日中午前完成", unit("xuesheng"), "2020-02-03 12:00"},
		{"由学生处负责，明天中午之前报防控办", unit("xuesheng"), "2020-02-01 12:00"},
		{"由学生处负责，周五前完成", unit("xuesheng"), "2020-02-01 00:00"}, // it is Friday
		{"由学生处负责，下周三前完成", unit("xuesheng"), "2020-02-06 00:00"},
		{"由学生处负责，本周内完成", unit("xuesheng"), "2020-02-03 00:00"},
		{"由学生处负责，下周内完成", unit("xuesheng"), "2020-02-10 00:00"},
		{"由学生处负责，一周内完成", unit("xuesheng"), "2020-02-08 00:00"},
		{"由学生处负责，今天内完成", unit("xuesheng"), "2020-02-01 00:00"},
		{"由学生处负责，后天上午10点前完成", unit("xuesheng"), "2020-02-02 10:00"},
		{"由学生处负责，2月底前完成", unit("xuesheng"), "2020-03-01 00:00"},
		{"由学生处负责，本月底前完成", unit("xuesheng"), "2020-02-01 00:00"},
		{"由学生处负责，明天下班前完成", unit("xuesheng"), ""},
		{"由学生处负责，尽快完成", unit("xuesheng"), ""},
		{"More checks, by the Student Affairs Office, by noon tomorrow", unit("xuesheng"), "2020-02-01 12:00"},
		{"More checks, by the Student Affairs Office, by the end of this week", unit("xuesheng"), "2020-02-03 00:00"},
	} {
		owner, among := clerk.OwnerOf(b, c.words)
		switch {
		case len(c.owner) == 1 && (owner != c.owner[0] || among != nil):
			t.Errorf("%s: owner %+v among %+v", c.words, owner, among)
		case len(c.owner) > 1 && (owner.Settled() || !slices.Equal(among, c.owner)):
			t.Errorf("%s: owner %+v among %+v, want %+v", c.words, owner, among, c.owner)
		case len(c.owner) == 0 && owner.Settled():
			t.Errorf("%s: guessed %+v", c.words, owner)
		}
		at, ok := clerk.DeadlineOf(c.words, now)
		if got := at.In(zone).Format("2006-01-02 15:04"); ok != (c.until != "") || ok && got != c.until {
			t.Errorf("%s: until %s %v, want %q", c.words, got, ok, c.until)
		}
	}
	// What says a day and no hour, or nothing that a calendar has, is asked in those words.
	for _, c := range []struct{ words, vague, day string }{
		{"由学生处负责，明天下班前完成", "下班前", "2020-02-01"},
		{"由学生处负责，下班前完成", "下班前", "2020-01-31"},
		{"由学生处负责，2月3日下班前完成", "下班前", "2020-02-03"},
		{"由学生处负责，周一下午前报", "下午前", "2020-02-03"},
		{"由学生处负责，今晚前报", "晚上前", "2020-01-31"},
		{"安保处和后勤集团今晚完成门牌", "晚上前", "2020-01-31"},
		{"由学生处负责，明天上午全部落实", "上午前", "2020-02-01"},
		{"由学生处负责，明天上午报名单", "", ""}, // not a deadline
		{"由学生处负责，尽快完成", "尽快", ""},
		{"立即联系社区，由学生处负责", "立即", ""},
		{"More checks, by the end of the working day tomorrow", "the end of the working day", "2020-02-01"},
		{"More checks as soon as possible", "as soon as possible", ""},
		{"由学生处负责，2月1日前完成", "", ""},
	} {
		if vague, day := clerk.VagueIn(c.words, now); vague != c.vague || string(day) != c.day {
			t.Errorf("%s: %q on %q", c.words, vague, day)
		}
	}
}

// The minutes say who and until when beside what is to be done: clauses that say only that are not said again, and all others stay.
func TestWhatIsToBeDone(t *testing.T) {
	zone := time.FixedZone("CST", 8*3600)
	b := workgroup.NewMemory()
	for _, u := range []workgroup.Unit{{ID: "xuesheng", Name: "学生处", English: "Student Affairs Office"}, {ID: "houqin", Name: "后勤集团", Aliases: []string{"后勤"}}} {
		workgroup.Units.Put(b, u)
	}
	clerk := New(workgroup.College{Zone: zone, Language: workgroup.Chinese, Forms: []workgroup.Form{workgroup.DefaultForm()}})
	now := time.Date(2020, 1, 31, 16, 10, 0, 0, zone)
	for _, c := range []struct{ words, body string }{
		{"明日起增加宿舍测温点，由学生处负责，2月1日18点前完成", "明日起增加宿舍测温点"},
		{"增加测温点，由学生处负责落实，明天前完成。", "增加测温点"},
		{"每天电话随访；责任单位：学生处；时限：2月3日", "每天电话随访"},
		{"由后勤集团牵头、学生处配合，明天中午12点前备好隔离房间", "由后勤集团牵头、学生处配合，明天中午12点前备好隔离房间"},
		{"由学生处负责联系社区，今晚8点前报防控办", "由学生处负责联系社区，今晚8点前报防控办"},
		{"由学生处负责，2月1日前完成", "由学生处负责，2月1日前完成"},
		{"清点口罩（含库房），三天内，由后勤负责", "清点口罩（含库房）"},
		{"More checks, by the Student Affairs Office, before 1 February", "More checks"},
		{"清点口罩，由学生处负责，2月3日中午前完成", "清点口罩"},
		{"清点口罩，由学生处负责，明天下班前完成", "清点口罩"},
		{"清点口罩，由学生处负责，明天下班前把名单交防控办", "清点口罩，明天下班前把名单交防控办"},
	} {
		d := workgroup.Decision{Text: c.words, Entered: workgroup.Act{By: "a", At: now}}
		if d.Owner, _ = clerk.OwnerOf(b, c.words); !d.Owner.Settled() {
			d.Owner = workgroup.Owner{Unit: "houqin"}
		}
		if d.Deadline, _ = clerk.DeadlineOf(c.words, now); d.Deadline.IsZero() {
			d.Deadline = time.Date(2020, 2, 1, 17, 30, 0, 0, zone) // the hour was asked
		}
		if body := clerk.BodyOf(b, d); body != c.body {
			t.Errorf("%s: %q, want %q", c.words, body, c.body)
		}
	}
	// Several who answer for it together stand beside it, too.
	both := []workgroup.Owner{{Unit: "xuesheng"}, {Unit: "houqin"}}
	if body := clerk.BodyOf(b, workgroup.Decision{Text: "增加测温点，由学生处、后勤集团负责", Entered: workgroup.Act{By: "a", At: now}}.Given(both)); body != "增加测温点" {
		t.Errorf("the body of what two do is %q", body)
	}
	// Whoever was given it instead of those who were named, and another deadline, are said beside words that stay.
	d := workgroup.Decision{Text: "增加测温点，由学生处负责，2月1日前完成", Owner: workgroup.Owner{Unit: "houqin"}, Deadline: now.Add(96 * time.Hour), Entered: workgroup.Act{By: "a", At: now}}
	if body := clerk.BodyOf(b, d); body != d.Text {
		t.Errorf("words that say something else are lost: %q", body)
	}
}
