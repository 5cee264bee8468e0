package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// A time of which only the two hours around it are told is read back as the earlier, and as not exact.
func TestATimeBetweenTwoHours(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("16:05")
	head := p.Head("ruanjian")
	p.presses(head, p.Group, "紧急报告")
	p.presses(head, nil, "确诊")
	p.presses(head, nil, "学生")
	p.says(head, nil, "下午两三点")
	p.reads(head, nil, "约 14:00", "对吗")
	p.says(head, nil, "更正，是下午3点半左右吧")
	p.reads(head, nil, "约 15:30", "对吗")
	p.says(head, nil, "昨儿夜里12点")
	p.reads(head, nil, "知悉：00:00", "对吗")
	p.presses(head, nil, "启动紧急报告")
	if k := p.kase(); k.Known.Format("01-02 15:04") != "01-31 00:00" {
		t.Errorf("known since %v", k.Known)
	}
}

// Who telephoned, and when, is heard inside the sentence about the case.
func TestTheHourOfTheCallIsHeardInTheSentence(t *testing.T) {
	t.Parallel()
	for words, known := range map[string]string{
		"我院学生李婷确诊，是今天下午3点医院打电话说的": "01-31 15:00", "今天上午医院10:20打来电话，我院一名学生确诊": "01-31 10:20",
		"早上七八点家长来的电话，我院一名学生确诊": "01-31 07:00", "14点社区打电话说的，我院一名学生确诊": "01-31 14:00", "我院一名学生确诊，昨天晚上10点就知道了": "01-30 22:00",
	} {
		t.Run(words, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("16:05")
			p.says(p.Head("ruanjian"), nil, words)
			p.wait(workgroup.CallLife + 1)
			if k := p.kase(); k.Known.Format("01-02 15:04") != known || k.Assumed {
				t.Errorf("known since %s (assumed %v)", k.Known.Format("01-02 15:04"), k.Assumed)
			}
		})
	}
}

func TestTheHourOfTheCallIsHeardInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:35")
	head := p.Head("ruanjian")
	p.says(head, nil, "A student of ours is confirmed, the hospital called at 9 pm yesterday")
	p.reads(head, nil, "Known: 30 January 21:00")
	p.says(head, nil, "last night around 11")
	p.reads(head, nil, "about 30 January 23:00")
	p.says(head, nil, "half past two")
	p.reads(head, nil, "Known: 14:30")
}

// A known time that is set to what it is already changes nothing, and asks nobody anew.
func TestAKnownTimeSetToWhatItIsChangesNothing(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, zhang := p.Head("ruanjian"), p.zhang()
	p.calls(he, "确诊", "学生", "刚刚")
	p.presses(zhang, nil, "我来接手")
	for range 2 {
		p.presses(zhang, nil, "改知悉时间")
		p.says(zhang, nil, "13:20")
		p.sees(zhang, nil, "13:20", "14:20")
	}
	asked := 0
	for _, m := range he.Sees(nil) {
		if strings.Contains(m.Text, "还缺本人报告") && strings.Contains(m.Text, "14:20") {
			asked++
		}
	}
	if n := len(p.kase().Findings); n != 1 || asked != 1 {
		t.Errorf("%d findings, asked %d times", n, asked)
	}
}
