package understand

import "testing"

// Somebody named beside “其余正常” is not normal; words that only look like a name count nobody.
func TestWhoIsNamedIsAsked(t *testing.T) {
	r := New(roster())
	for text, key := range map[string]string{
		"李四 居家隔离":             "home_quarantine_now",
		"李四 居家隔离\n王五 正常":      "home_quarantine_now",
		"李四居家隔离，其余正常":         "home_quarantine_now",
		"张三 正常\n李四 发热\n王五 正常": "fever_now",
		"学生李四、刘洋居家隔离，其余正常":    "home_quarantine_now_student",
		"昨天无异常，今天小王居家隔离":      "home_quarantine_now",
		"张伟密切接触者，其余零报告":       "close_contact_now",
	} {
		got := r.Read(text, Context{Date: "2020-01-31"})
		if got.Kind != Report || !got.doubted(HowMany, key) {
			t.Errorf("%q: %s, doubts %v; want %s to be asked", text, got.Kind, got.Doubts, key)
		}
	}
	for _, text := range []string{"零报告，已落实居家隔离要求", "收到，马上传达居家隔离通知，零报告", "陈主任好，我院无发热，无居家隔离", "今天无异常，周二居家隔离人员名单已报"} {
		if got := r.Read(text, Context{Date: "2020-01-31"}); got.Kind != Zero || len(got.Doubts) > 0 {
			t.Errorf("%q: %s, doubts %v; want a zero report", text, got.Kind, got.Doubts)
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
