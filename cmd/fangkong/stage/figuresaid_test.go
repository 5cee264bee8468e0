package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// Of a unit that a question names its own figures are told, and when and what it reported on that day or by that hour; its heads are told of their own.
func TestAQuestionOfAUnitIsAnsweredOfIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	director, lead, head, nurse := p.Holder(workgroup.Director), p.Head("xuesheng"), p.Head("ruanjian"), p.Head("huli")
	asks := func(who *sandbox.Person, words string, want ...string) {
		t.Helper()
		before := len(who.Sees(nil))
		p.says(who, nil, words)
		said := ""
		for _, m := range who.Sees(nil)[before+1:] {
			said += m.Text + "\n"
		}
		for _, w := range want {
			if no, lacks := strings.CutPrefix(w, "!"); lacks == strings.Contains(said, no) {
				t.Errorf("%s: %q:\n%s", words, w, said)
			}
		}
		p.wait(time.Minute)
	}
	p.until("14:05")
	p.says(head, nil, "学生居家隔离3人，教职工居家隔离1人，其余无")
	p.presses(head, nil, "报送")
	p.says(nurse, nil, "居家隔离学生12人，其余无")
	p.presses(nurse, nil, "报送")
	p.zero("jidian")
	p.until("23:59")
	p.until("14:05")
	p.says(head, nil, "学生居家隔离5人，教职工居家隔离1人，其余无")
	p.presses(head, nil, "报送")
	p.until("14:40")
	p.says(nurse, nil, "居家隔离学生14人，其余无")
	p.presses(nurse, nil, "报送")
	p.says(lead, nil, "改合计 居家隔离 15 护理学院电话更正少了4人")
	p.presses(lead, nil, "确认这个数")
	asks(director, "软件学院今天比昨天多了几个", "软件学院 2月1日", "居家隔离 现有 6（较昨日 +2）", "!护理学院")
	asks(director, "软件学院比昨天多了几个？", "软件学院 2月1日", "（较昨日 +2）", "!护理学院")
	asks(director, "软件学院居家隔离比昨天多了几个", "软件学院", "居家隔离 现有：6 人（较昨日 +2）", "!护理学院")
	asks(director, "居家隔离比昨天多了几个", "居家隔离 现有：20 人（较昨日 +4）")
	asks(director, "比昨天多了几个", "2月1日 汇总")
	asks(director, "机电昨天几点报的", "机电工程学院 1月31日 日报", "14:05 已报送")
	asks(director, "护理学院几点报的", "护理学院 2月1日 日报", "14:40 已报送，逾时")
	asks(director, "今天14:30护理学院报了多少", "护理学院 2月1日 日报", "截至 14:30", "未报", "!14 人", "!未报：")
	asks(director, "14:45护理学院报了多少", "护理学院 2月1日 日报", "截至 14:45", "14:40 已报，逾时", "居家隔离 现有 14（较昨日 +2）")
	asks(head, "我们院昨天报的多少", "软件学院日台账 1月31日", "居家隔离：现有 4", "!护理学院")
	asks(head, "我们院今天几点报的", "软件学院 2月1日 日报", "14:05 已报送")
	asks(nurse, "我院昨天14:30报了多少", "护理学院 1月31日 日报", "截至 14:30", "居家隔离 现有 12")
	asks(head, "护理学院昨天报的多少", "!现有")
	asks(director, "本周软件学院情况", "软件学院 1月27日—2月1日 汇总")
	asks(director, "软件学院本周情况怎么样", "软件学院 1月27日—2月1日 汇总")
	asks(director, "确诊有没有", "确诊 现有：0 人", "确诊 新增：")
	asks(director, "确诊的有没有？", "确诊 现有：0 人")
	asks(director, "学生处为什么把14改成15", "学生处 2月1日 改合计", "单位合计", "改为 15", "护理学院电话更正少了4人", lead.Name())
	asks(director, "人事处为什么改合计", "人事处 2月1日 改合计", "没有改过合计")
	asks(director, "护理学院隔离几个", "居家隔离 现有：14 人", "封闭隔离、集中隔离涉及个人，这里不按单位答", "汇总 护理学院")
	asks(director, "护理学院有没有确诊", "确诊涉及个人，这里不按单位答", "/case")
}

func TestAQuestionOfAUnitInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	director := p.Holder(workgroup.Director)
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "home quarantine 2, everything else zero")
	p.presses(p.Head("ruanjian"), nil, "File")
	for _, ask := range []struct{ words, want string }{
		{"When did the School of Software report?", "reported at 14:05"},
		{"What did the School of Software report at 14:05?", "report of 31 January"},
		{"How many confirmed in the School of Nursing?", "not told here"},
		{"Why did the Student Affairs Office change the sum?", "sums that were changed"},
	} {
		p.says(director, nil, ask.words)
		p.sees(director, nil, ask.want)
		p.wait(time.Minute)
	}
}
