package understand

import "testing"

// One person told of by name, as 本人 or as one is one new case; several, and a relative's, are counted by whoever asks.
func TestOneCase(t *testing.T) {
	r := New(roster())
	for text, want := range map[string]string{
		"学生李某昨天确诊了，在信阳老家":       "confirmed_new_student",
		"我们楼封了，我出不去":            "sealed_new_staff",
		"我院教师陈某被社区带走集中隔离":       "central_quarantine_new_staff",
		"学生刘某从武汉回来第6天，今早发烧38.2": "fever_new_student",
		"我院学生李某、王某今天确诊":         "",
		"我院有学生确诊":               "",
		"学生王某的父亲确诊，昨天一起吃过饭":     "",
	} {
		if got := r.Read(text, Context{Date: today}); got.Kind != Urgent || got.Case != want {
			t.Errorf("%s: case %q, want %q\n\t%s", text, got.Case, want, describe(got))
		}
	}
}
