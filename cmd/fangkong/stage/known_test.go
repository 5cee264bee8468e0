package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// What the sentence says of who it is and since when it is known is read back, and not asked again.
func TestASentenceSaysWhoAndSinceWhen(t *testing.T) {
	t.Parallel()
	for words, known := range map[string]string{"我院学生李小明今天确诊，昨晚8点发现的": "01-30 20:00", "我院一名学生确诊，今天上午10点知道的": "01-31 10:00"} {
		t.Run(words, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("16:05")
			head := p.Head("ruanjian")
			p.says(head, nil, words)
			m := p.withButton(head, nil, "启动紧急报告")
			if m == nil {
				t.Fatalf("asked for what was said:\n%s", p.transcript(head, nil))
			}
			// Left unfinished, the case knows it all the same.
			p.wait(workgroup.CallLife + 1)
			if k := p.kase(); k.Known.Format("01-02 15:04") != known || k.Assumed || k.Group != workgroup.Students {
				t.Errorf("known since %s (assumed %v), of %q", k.Known.Format("01-02 15:04"), k.Assumed, k.Group)
			}
		})
	}
}

// Words about the time that are none are asked again, and never lost.
func TestWordsAboutTheTime(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("16:05")
	head := p.Head("ruanjian")
	begin := func() {
		p.presses(head, p.Group, "紧急报告")
		p.presses(head, nil, "确诊")
		p.presses(head, nil, "学生")
	}
	begin()
	p.says(head, nil, "补充：我在市一院")
	if p.withText(head, nil, "什么时候知道的", "补充：我在市一院") == nil {
		t.Errorf("lost:\n%s", p.transcript(head, nil))
	}
	p.says(head, nil, "前天")
	p.sees(head, nil, "“前天”几点知道的")
	p.says(head, nil, "晚上9点多")
	p.sees(head, nil, "约 1月29日 21:00", "对吗")
	p.says(head, nil, "20分钟后")
	p.sees(head, nil, "没看懂这个时间", "知悉时间仍是 1月29日 21:00")
	p.says(head, nil, "前天")
	p.sees(head, nil, "“前天”几点", "知悉时间仍是")
	p.says(head, nil, "30号晚上9点")
	p.sees(head, nil, "知悉：1月30日 21:00")
	p.presses(head, nil, "启动紧急报告")
	if k := p.kase(); k.Known.Format("01-02 15:04") != "01-30 21:00" || len(k.Remarks) != 1 {
		t.Errorf("%+v", k)
	}

	begin()
	p.says(head, nil, "不知道")
	p.sees(head, nil, "没有人说得清，按报告时间 16:05 计")
	p.presses(head, nil, "启动紧急报告")
	if k := p.kase(); !k.Assumed || k.Code() != "0131-02" {
		t.Errorf("%+v", k)
	}
}

// A day is asked for its hour, and what is no time, or no day, is said to be none; four digits are a time where one is asked for.
func TestDaysWithoutAnHourAndTimesThatAreNone(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.zhang()
	p.presses(head, p.Group, "紧急报告")
	p.presses(head, nil, "确诊")
	p.presses(head, nil, "学生")
	for _, words := range []string{"1月32日", "后天", "20200131 1340", "25点"} {
		p.says(head, nil, words)
		p.sees(head, nil, "没看懂这个时间“"+words+"”", "什么时候知道的")
	}
	for _, words := range []string{"两天前", "上周五"} {
		p.says(head, nil, words)
		p.sees(head, nil, "“"+words+"”几点知道的")
	}
	p.says(head, nil, "晚上8点")
	p.sees(head, nil, "知悉：1月24日 20:00")
	p.presses(head, nil, "重新填")
	p.presses(head, nil, "确诊")
	p.presses(head, nil, "学生")
	p.says(head, nil, "1340")
	p.sees(head, nil, "知悉：13:40")
	p.presses(head, nil, "启动紧急报告")
	// Whoever puts it right reads what it is now.
	p.presses(duty, nil, "我来接手")
	p.presses(duty, nil, "改知悉时间")
	p.says(duty, nil, "1320")
	p.sees(duty, nil, "急-0131-01 知悉时间改为 13:20，须于 14:20 前报齐")
	p.presses(duty, nil, "记事发时间")
	p.says(duty, nil, "昨晚9点")
	p.sees(duty, nil, "急-0131-01 事发时间记为 昨天 21:00")
}
