package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// What is asked of decisions, in whatever words, is answered from them: of one by its code, of a unit's, and of all of a day.
func TestWhatIsAskedOfDecisions(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, leader, he, cao := p.Person("zhao-wangpu"), p.Person("lv-jinglin"), p.Person("he-wangqiao"), p.Person("cao-sifan")
	p.until("16:01")
	for _, words := range []string{"决定：返校名单由学生处负责，明天18点前上报", "决定：网课名单由软件学院负责，2月2日12点前上报"} {
		p.says(office, nil, words)
		p.says(office, nil, "记下")
	}
	for _, one := range []struct {
		words string
		want  []string
	}{
		{"决-0131-01 谁负责", []string{"决-0131-01", "学生处"}},
		{"决-0131-01 是什么", []string{"返校名单"}},
		{"决-0131-02 办了没？", []string{"网课名单", "待收到"}},
		{"第二条什么时候办完", []string{"网课名单", "2月2日"}},
		{"软件学院那条办了没", []string{"决-0131-02", "网课名单"}},
		{"一共几条？", []string{"决-0131-01", "决-0131-02"}},
		{"今天定了几条", []string{"决-0131-01", "决-0131-02"}},
		{"今天决定了什么", []string{"决-0131-01", "决-0131-02"}},
		{"看一下今天的决定", []string{"决-0131-01", "决-0131-02"}},
		{"哪些单位还没收到", []string{"决-0131-01", "待收到"}},
		{"今天的会几点开", []string{"16:00"}},
	} {
		p.says(leader, nil, one.words)
		p.sees(leader, nil, one.want...)
	}

	// A head hears of what is theirs, and of nothing else.
	for _, words := range []string{"我们处还有哪些决定没办", "今天的会定了什么", "决-0131-01 是什么"} {
		p.says(cao, nil, words)
		if m := p.sees(cao, nil, "返校名单"); p.withText(cao, nil, "网课名单") != nil {
			t.Errorf("%s tells of another's: %s", words, m.Text)
		}
	}
	p.says(he, nil, "决-0131-01 谁负责")
	if p.withText(he, nil, "返校名单") != nil {
		t.Error("told of another's")
	}

	// None of these is one.
	for _, words := range []string{"软件学院居家隔离几人", "急-0131-01 谁负责", "一共几个确诊", "软件学院报了没", "有几条疑似没上报", "今天谁负责值班"} {
		p.says(leader, nil, words)
		seen := leader.Sees(nil)
		if last := seen[len(seen)-1]; last.From.Bot && strings.Contains(last.Text, "名单") {
			t.Errorf("%s is answered with decisions: %s", words, last.Text)
		}
	}
	p.says(cao, nil, "学生公寓3号楼1名学生疑似，决-0131-01 怎么办")
	p.view(func(b workgroup.Book) {
		if _, called := workgroup.Calls.Last(b, ""); !called && len(workgroup.Running(b)) == 0 {
			t.Error("a case is not heard")
		}
	})
}
