package stage

import (
	"strings"
	"testing"
	"time"
)

// An answer to a decision that tells of a case beside rings, and is taken as the answer all the same; no report is made of it.
func TestAnAnswerToADecisionThatTellsOfACase(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, song := p.Person("zhao-wangpu"), p.Person("song-zhizhou")
	p.until("16:01")
	p.says(office, nil, "决定：安保处今晚8点前封闭东门")
	p.says(office, nil, "记下")
	p.says(song, nil, "收到，有困难，人手不够，另外我们一个保安昨天跟确诊病人同车，现在发烧")
	p.reads(song, nil, "已提醒值班员")
	p.reads(song, nil, "已转", "决-0131-01")
	p.reads(office, nil, "决-0131-01", "人手不够")
	p.neverReads(song, "其余为 0")
	if d := p.decision("001"); !d.Plea.Done() || strings.Contains(d.Plea.Words, "同车") {
		t.Errorf("%+v", d)
	}

	// What they say of the decision next is of that, and not of the case that they are reporting.
	for _, words := range []string{"东门封了", "办好了"} {
		p.says(song, nil, words)
		p.reads(song, nil, "是这一项的办理结果吗", "决-0131-01")
	}
	p.presses(song, nil, "办结 决-0131-01")
	if d := p.decision("001"); !d.Done.Done() {
		t.Errorf("%+v", d)
	}
	p.wait(4 * time.Minute)
	all := p.open()
	if len(all) != 1 || strings.Contains(p.lastRemark(), "东门封了") {
		t.Errorf("%+v", all)
	}
}

// The same of what is done.
func TestADoneDecisionThatTellsOfACase(t *testing.T) {
	t.Parallel()
	for words, done := range map[string]bool{"好吧，已办结：名单已报，另有1名学生李某昨天在安阳确诊": true, "收到，我处一名学生昨天在安阳确诊": false} {
		p := wholeEarly(t, "15:58")
		owner := p.Head("xuesheng")
		p.until("16:01")
		p.owing("摸清返校名单")
		p.says(owner, nil, words)
		p.reads(owner, nil, "已提醒值班员")
		d := p.decision("001")
		if d.Done.Done() != done || strings.Contains(d.Result, "安阳") || !d.Seen.Done() {
			t.Errorf("%s: %+v\n%s", words, d, p.transcript(owner, nil))
		}
		if _, filed := p.filed("xuesheng"); filed {
			t.Error("filed")
		}
		p.neverReads(owner, "其余为 0")
	}
}
