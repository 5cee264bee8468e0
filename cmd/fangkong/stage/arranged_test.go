package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// What a meeting arranges, and what came of it, opens no case; where somebody could be behind it, that is asked beside it.
func TestWhatIsArrangedIsNoCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	office, cao, song, huang := p.Person("zhao-wangpu"), p.Person("cao-sifan"), p.Person("song-zhizhou"), p.Person("huang-yunpu")
	cases := func() (n int) {
		p.view(func(b workgroup.Book) { n = len(workgroup.Running(b)) })
		return n
	}
	calm := func(after string) {
		t.Helper()
		p.wait(5 * time.Minute)
		if n := cases(); n != 0 {
			t.Fatalf("%d cases after %s\n%s", n, after, p.transcript(office, nil))
		}
	}
	p.until("16:01")
	for _, words := range []string{"决定：疑似病例转运车辆由后勤处负责，明天12点前备好2辆", "决定：学生公寓3号楼封闭管理，由学生处负责，今晚8点前到位", "决定：西门由安保处负责，明天18点前封"} {
		p.says(office, nil, words)
		p.says(office, nil, "记下")
	}
	p.says(office, nil, "救护车走北门")
	calm("the decisions")

	// The one who answers for it says that it is done: it is offered as that, and as nothing else.
	p.says(huang, nil, "转运车2辆已备好，疑似病例随时能送")
	p.sees(huang, nil, "是这一项的办理结果吗", "决-0131-01")
	p.presses(huang, nil, "办结 决-0131-01")
	p.says(song, nil, "西门已经封了，贴了封条")
	p.sees(song, nil, "是这一项的办理结果吗", "决-0131-03")
	p.presses(song, nil, "办结 决-0131-03")
	calm("the results")
	if d := p.decision("001"); d.Result != "转运车2辆已备好，疑似病例随时能送" {
		t.Errorf("result %q", d.Result)
	}

	// Of people behind it both is asked. Recorded as the result, nobody is rung; the question stays.
	p.says(cao, nil, "3号楼已经封闭了，42人在里面")
	p.reads(cao, nil, "是这一项的办理结果吗", "决-0131-02")
	p.reads(cao, nil, "是本单位人员、今日新发生的吗", "自动立案")
	p.presses(cao, nil, "办结 决-0131-02")
	calm("the house")
	if d := p.decision("002"); !d.Done.Done() {
		t.Errorf("not done: %+v", d)
	}
	if s, ok := p.filed("xuesheng"); ok {
		t.Errorf("filed %+v", s)
	}
}

// Nothing that tells of somebody is taken for an arrangement: unanswered it rings.
func TestWhoIsToldOfBesideADecisionIsHeard(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"西门封了，学生出不来", "3号楼已经封闭了，42人在里面", "疑似病例转运车已经把我院学生接走"} {
		p := wholeEarly(t, "15:58")
		office, cao := p.Person("zhao-wangpu"), p.Person("cao-sifan")
		p.until("16:01")
		p.says(office, nil, "决定：学生公寓3号楼封闭管理，由学生处负责，今晚8点前到位")
		p.says(office, nil, "记下")
		p.says(cao, nil, words)
		p.wait(5 * time.Minute)
		p.view(func(b workgroup.Book) {
			if len(workgroup.Running(b)) != 1 {
				t.Errorf("%s: nobody rung\n%s", words, p.transcript(cao, nil))
			}
		})
	}
}

// A decision that may tell of somebody is asked about, and recorded it rings nobody; one that names them rings all the same.
func TestADecisionThatMayTellOfSomebody(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]int{"决定：3号楼封了，由学生处负责送饭，今晚8点前到位": 0, "决定：疑似病例张某立即送医院，由学生处负责，今晚8点前到位": 1} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, words)
		p.reads(office, nil, "是本单位人员、今日新发生的吗", "自动立案")
		p.says(office, nil, "记下")
		p.wait(5 * time.Minute)
		p.view(func(b workgroup.Book) {
			if n := len(workgroup.Running(b)); n != want || !p.decision("001").Recorded.Done() {
				t.Errorf("%s: %d cases, want %d\n%s", words, n, want, p.transcript(office, nil))
			}
		})
	}
}
