package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A figure that is asked in plain words says what is not in it: who has not reported, whom nobody has told apart, what a lead unit states instead,
// and a case that no report counts. An hour that is named is heard, and who does not say “new” hears of both.
func TestAFigureThatIsAskedSaysWhatIsNotInIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	director, lead := p.Holder(workgroup.Director), p.Head("xuesheng")
	asks := func(words string, want ...string) {
		t.Helper()
		before := len(director.Sees(nil))
		p.says(director, nil, words)
		said := ""
		for _, m := range director.Sees(nil)[before+1:] {
			said += m.Text + "\n"
		}
		for _, w := range want {
			if no, lacks := strings.CutPrefix(w, "!"); lacks == strings.Contains(said, strings.TrimPrefix(no, "!")) {
				t.Errorf("%s: %q:\n%s", words, w, said)
			}
		}
	}
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "学生居家隔离3人，教职工居家隔离1人，发热2人")
	p.presses(p.Head("ruanjian"), nil, "报送")
	p.says(p.Head("huli"), nil, "居家隔离2人，其余无")
	p.presses(p.Head("huli"), nil, "报送")
	p.says(p.Head("lvyou"), nil, "我院一名学生今天确诊")
	p.until("14:35")
	p.zero("jidian")
	p.until("14:50")
	asks("学生居家隔离多少人", "现有：3 人，6 家中 2 家已报这一项，3 家未报", "另有 1 家共 2 人没有分人员类别，不知其中几人是学生", "!改合计")
	p.says(lead, nil, "改合计 居家隔离 6 机电学院电话报了1人")
	p.presses(lead, nil, "确认这个数")
	asks("学生居家隔离多少人", "现有：3 人", "※ 学生处（汇总还没报送）改合计：学生 3 → 6（机电学院电话报了1人）")
	asks("教职工居家隔离多少人", "现有：1 人", "!改合计")
	p.says(lead, nil, "报送汇总")
	p.wait(2 * time.Second)
	p.says(lead, nil, "报送汇总")
	asks("居家隔离多少人", "现有：6 人", "※ 学生处汇总已改合计：学生 3 → 6")
	for _, at := range []string{"14点半的时候学生居家隔离多少人", "两点半学生居家隔离几个", "截至14:30学生居家隔离多少人", "下午2点半的学生居家隔离有几个"} {
		asks(at, "截至 14:30", "6 家中 1 家已报这一项，4 家未报", "!改合计")
	}
	asks("14点半谁没报", "截至 14:30", "已报 2/11", "机电工程学院")
	asks("18点学生居家隔离多少人", "还没到")
	asks("确诊几个", "确诊 现有：0 人", "确诊 新增：0 人", "⚠️ 旅游学院 确诊（急-0131-01）还没有计入日报")
	asks("14点03分的时候确诊几个", "截至 14:03", "确诊 现有", "!旅游学院")
	asks("今天新增确诊几个", "确诊 新增：0 人", "!确诊 现有", "旅游学院 确诊")
	asks("疑似有几个", "疑似 现有：0 人", "疑似 新增：0 人", "!旅游学院")
	asks("湖北籍的有几个", "1月31日的日报没有问“湖北籍”", "发热、")
	asks("昨天确诊几个", "1月30日", "没有开展报送", "!已转接手人")
}

// Who asks how many are in quarantine and does not say of which kind hears of every kind, the gravest first, and of a case that is in no figure.
func TestQuarantineIsOfEveryKind(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	director, wang := p.Holder(workgroup.Director), p.Head("huli")
	asks := func(words string, want ...string) {
		t.Helper()
		before := len(director.Sees(nil))
		p.says(director, nil, words)
		p.wait(2 * time.Second)
		said := ""
		for _, m := range director.Sees(nil)[before+1:] {
			said += m.Text + "\n"
		}
		last := -1
		for _, w := range want {
			at := strings.Index(said, w)
			if no, lacks := strings.CutPrefix(w, "!"); lacks && strings.Contains(said, no) || !lacks && at <= last {
				t.Errorf("%s: %q:\n%s", words, w, said)
			}
			last = max(last, at)
		}
	}
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "居家隔离学生2人，其余正常")
	p.presses(p.Head("ruanjian"), nil, "报送")
	p.says(wang, nil, "封闭隔离学生1人，居家隔离学生3人，其余正常")
	p.presses(wang, nil, "报送")
	for _, words := range []string{"全院一共多少人隔离", "隔离的一共几个", "今天多少人隔离"} {
		asks(words, "封闭隔离 现有：1 人", "集中隔离 现有：0 人", "居家隔离 现有：5 人")
	}
	asks("哪个学院隔离的最多", "居家隔离", "护理学院：3 人", "软件学院：2 人", "封闭隔离 现有：全院共 1 人", "!护理学院 封闭隔离")
	asks("居家隔离的一共几个", "居家隔离 现有：5 人", "!封闭隔离")
	p.says(p.Head("lvyou"), nil, "我院一名学生刚被封闭隔离")
	p.until("14:35")
	asks("全院一共多少人隔离", "封闭隔离 现有：1 人", "⚠️ 旅游学院 封闭隔离（急-0131-02）还没有计入日报")
	asks("哪个学院隔离的最多", "护理学院：3 人", "⚠️ 旅游学院 封闭隔离（急-0131-02）还没有计入日报")
}
