package understand

import "testing"

// Somebody beside the patient is another case; the patient and their family are not.
func TestWhoElseIsIll(t *testing.T) {
	c := Told{Words: "我院学生李小明今天确诊"}
	for words, want := range map[string]Subject{
		"他的室友也确诊了": Another, "同班同学张三也确诊": Another, "另有同宿舍王小刚今天也发烧了": Another, "李小明的同学也被隔离": MaybeAnother,
		"辅导员也确诊了": MaybeAnother, "王小刚也确诊了": Another, "他室友核酸阳性": Another, "his colleague is confirmed": Another,
		"室友3人已集中隔离": MaybeAnother, "室友均未发热": TheSame, "室友核酸阴性": TheSame, "室友没有发烧症状": TheSame, "该同学已确诊": TheSame,
		"他父亲确诊": TheSame, "他又发烧了": TheSame, "他也发烧了": TheSame, "确诊前与室友同住": TheSame, "密接3人已集中隔离": TheSame, "室友已居家隔离，其中一人也发烧": Another,
		"核酸阳性，已确诊，转定点医院": TheSame, "also has fever, he is at hospital": TheSame, "his roommate is not positive": TheSame,
		"室友不排除确诊": Another, "同宿舍还有一人发烧": Another, "李同学已确诊": TheSame, "密接者中又有一人确诊": Another, "已通知其室友居家隔离": TheSame,
		"CT显示双肺感染，也做了核酸，结果阳性": MaybeAnother, "确诊后同宿舍同学已转移": TheSame, "他妈妈和室友也确诊了": Another,
		"还有陈静也确诊": Another, "还有陈静今天确诊了": Another, "陈静老师也发烧了": Another, "李小明也确诊了": MaybeAnother, "还有李小明也确诊": MaybeAnother,
		"还有陈静没有确诊": TheSame, "周三也确诊了": MaybeAnother, "该生父亲王强也确诊了": TheSame, "另外，李小明今天也发烧": MaybeAnother,
		"室友暂无发热": TheSame, "已告知室友李小明确诊": Another,
	} {
		if got := c.Besides(words); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}

// To whom a message is written is not whom it tells of.
func TestWhomWordsTellOf(t *testing.T) {
	for words, want := range map[string]string{
		"王老师，我们有个学生确诊了": "student", "老师，我院有人确诊了": "", "各位老师，我院确诊一例": "", "张老师好，我院一名学生疑似": "student", "张老师您好，有人确诊了": "", "我院有人确诊了，老师": "",
		"王老师确诊了": "staff", "老师，确诊了": "staff", "我院一名老师确诊": "staff", "王老师，男，35岁，确诊": "staff", "报告领导，王老师确诊": "staff",
	} {
		if got := GroupIn(words); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}
