package bot

import (
	"testing"

	"fangkong/store/workgroup"
)

// Somebody beside the patient is another case; the patient and their family are not.
func TestWhoElseIsIll(t *testing.T) {
	k := workgroup.Case{Remarks: []workgroup.Remark{{Text: "我院学生李小明今天确诊"}}}
	for words, want := range map[string]about{
		"他的室友也确诊了": ofAnother, "同班同学张三也确诊": ofAnother, "另有同宿舍王小刚今天也发烧了": ofAnother, "李小明的同学也被隔离": perhapsNews,
		"辅导员也确诊了": perhapsNews, "王小刚也确诊了": perhapsNews, "他室友核酸阳性": ofAnother, "his colleague is confirmed": ofAnother,
		"室友3人已集中隔离": perhapsNews, "室友均未发热": ofThisCase, "室友核酸阴性": ofThisCase, "室友没有发烧症状": ofThisCase, "该同学已确诊": ofThisCase,
		"他父亲确诊": ofThisCase, "他又发烧了": ofThisCase, "他也发烧了": ofThisCase, "确诊前与室友同住": ofThisCase, "密接3人已集中隔离": ofThisCase, "室友已居家隔离，其中一人也发烧": ofAnother,
		"核酸阳性，已确诊，转定点医院": ofThisCase, "also has fever, he is at hospital": ofThisCase, "his roommate is not positive": ofThisCase,
		"室友不排除确诊": ofAnother, "同宿舍还有一人发烧": ofAnother, "李同学已确诊": ofThisCase, "密接者中又有一人确诊": ofAnother, "已通知其室友居家隔离": ofThisCase,
		"CT显示双肺感染，也做了核酸，结果阳性": perhapsNews, "确诊后同宿舍同学已转移": ofThisCase, "他妈妈和室友也确诊了": ofAnother,
		"室友暂无发热": ofThisCase, "已告知室友李小明确诊": ofAnother,
	} {
		if got := whoElse(k, words); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}
