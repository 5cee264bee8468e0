package understand

import (
	"maps"
	"testing"
)

// Somebody named beside “其余正常” is not normal, and is one; who is told to have more than a clerk may count is asked about, as are
// several. Words that only look like a name count nobody.
func TestWhoIsNamedIsOne(t *testing.T) {
	r := New(roster())
	for text, key := range map[string]string{
		"李四 居家隔离":             "home_quarantine_now",
		"李四居家隔离，其余正常":         "home_quarantine_now",
		"昨天无异常，今天小王居家隔离":      "home_quarantine_now",
		"我院教师李某昨日由北京返鹤，现居家隔离": "home_quarantine_now_staff",
		"学生王某咳嗽，无发热":          "cough_now_student",
	} {
		if got := r.Read(text, Context{Date: "2020-01-31"}); got.Kind != Report || got.Fields[key] != 1 || len(got.Doubts) > 0 {
			t.Errorf("%q: want one %s\n\t%s", text, key, describe(got))
		}
	}
	for text, key := range map[string]string{
		"学生李四、刘洋居家隔离，其余正常": "home_quarantine_now_student",
		"张伟密切接触者，其余零报告":    "close_contact_now",
	} {
		if got := r.Read(text, Context{Date: "2020-01-31"}); got.Kind != Report || !got.doubted(HowMany, key) {
			t.Errorf("%q: want %s to be asked\n\t%s", text, key, describe(got))
		}
	}
	for _, text := range []string{"零报告，已落实居家隔离要求", "收到，马上传达居家隔离通知，零报告", "陈主任好，我院无发热，无居家隔离", "今天无异常，周二居家隔离人员名单已报"} {
		if got := r.Read(text, Context{Date: "2020-01-31"}); got.Kind != Zero || len(got.Doubts) > 0 {
			t.Errorf("%q: %s, doubts %v; want a zero report", text, got.Kind, got.Doubts)
		}
	}
}

// People of one unit, each with how they are, are rows of one person; what no figure is told of counts one.
func TestPeopleOfAUnit(t *testing.T) {
	r := New(roster())
	for text, want := range map[string]map[string]int{
		"李四 居家隔离\n王五 正常":                                 {"home_quarantine_now": 1},
		"张三 正常\n李四 发热\n王五 正常":                            {"fever_now": 1},
		"软件学院：张三 居家隔离、李四 正常、王五 居家隔离":                     {"home_quarantine_now": 2},
		"张三、李四居家隔离，王五在鄂":                                 {"home_quarantine_now": 2, "hubei_now": 1},
		"居家隔离：张三、李四、王五":                                  {"home_quarantine_now": 3},
		"姓名|单位|状态\n张三|软件学院|居家隔离\n李四|软件学院|居家隔离\n王五|机电|正常": {"home_quarantine_now": 2},
		"姓名 体温 状态\n张敏 36.5 正常\n李娜 36.8 居家隔离":             {"home_quarantine_now": 1},
	} {
		got, sum := r.Read(text, Context{Date: today}), map[string]int{}
		for _, row := range got.Rows {
			if !row.One {
				t.Errorf("%q: row %+v is of no one person", text, row)
			}
			for k, n := range row.Fields {
				sum[k] += n
			}
		}
		if !maps.Equal(sum, want) || len(got.Fields) > 0 {
			t.Errorf("%q: %v, want %v\n\t%s", text, sum, want, describe(got))
		}
	}
	for _, text := range []string{"居家隔离2人：张三、李四", "居家隔离3人（张三、李四、王五）", "张三、李四请假", "张三问李四居家隔离吗", "学生李四、刘洋居家隔离，其余正常", "高老师、王老师收到"} {
		if got := r.Read(text, Context{Date: today}); len(got.Rows) > 0 {
			t.Errorf("%q: rows %+v", text, got.Rows)
		}
	}
}

// What a unit says that the college does not have is a row of its own, and never its neighbour's.
func TestAStrangeUnitIsARow(t *testing.T) {
	r := New(roster())
	for _, text := range []string{"护理学院零报告\n武术学院居家隔离2人", "武术学院居家隔离2人，护理学院零报告", "1. 武术学院 居家隔离2人 2. 护理学院 零报告"} {
		got := r.Read(text, Context{Date: "2020-01-31"})
		if len(got.Rows) != 2 {
			t.Fatalf("%q: rows %+v", text, got.Rows)
		}
		for _, row := range got.Rows {
			if strange := row.Unit == ""; strange != (row.Label == "武术学院") || strange != (row.Fields["home_quarantine_now"] == 2) {
				t.Errorf("%q: row %+v", text, row)
			}
		}
	}
}
