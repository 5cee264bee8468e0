package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// What is written of a case that is closed is kept with it, whoever of those concerned writes it; a verb says that it is closed.
func TestWordsOfAClosedCaseAreKeptAndVerbsSayThatItIsClosed(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.says(duty, nil, "排除")
	p.says(duty, nil, "办结：核酸阴性")
	p.says(duty, nil, "对")
	kept := func() (n int) {
		p.view(func(b workgroup.Book) {
			k, _ := workgroup.Cases.Get(b, "2020-01-31/0001")
			if n = len(k.Remarks); k.Closed.IsZero() || k.Verdict != workgroup.VerdictExcluded {
				t.Errorf("%+v", k)
			}
		})
		return n
	}
	before := kept()
	for _, words := range []string{"办结", "成立", "急-0131-01 我来接手", "急-0131-01 成立", "已报社区"} {
		p.says(duty, nil, words)
		p.sees(duty, nil, "急-0131-01 已于", "办结", "/urgent")
	}
	if n := kept(); n != before {
		t.Errorf("a verb is kept as words: %d", n-before)
	}
	for _, words := range []string{"续报：人已回家", "急-0131-01 续报：家长已接走", "李小明又发烧了"} {
		p.says(duty, nil, words)
		p.sees(duty, nil, "急-0131-01 已办结，您的补充已记在该案后面")
	}
	for _, words := range []string{"李小明已出院", "误报", "急-0131-01 续报：已到家", "弄错了，是旅游学院的"} {
		p.says(head, nil, words)
		p.sees(head, nil, "急-0131-01 已办结，您的补充已记在该案后面")
		p.reads(duty, nil, "急-0131-01 已于", "何望桥", "又补充")
	}
	if n := kept(); n != before+7 {
		t.Errorf("%d of 7 are kept", n-before)
	}
	p.says(head, nil, "那个学生后来怎么样了")
	p.reads(head, nil, "急-0131-01 已办结，结论：排除")
	// Whoever has no part in it reads of none, and what is new rings as ever.
	other := p.Head("huli")
	p.says(other, nil, "急-0131-01 我来接手")
	p.lacks(other, nil, "0131-01")
	p.wait(time.Hour)
	p.says(duty, nil, "成立")
	p.lacks(duty, nil, "办结。")
	if n := kept(); n != before+7 {
		t.Errorf("somebody else's words are kept")
	}
}

// Somebody of the roster who files for no unit, and names in private who has been diagnosed, is asked and rings unanswered: they are not told that they cannot report.
func TestADiagnosisByWhoFilesForNoUnitIsAskedAbout(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"张三确诊了", "确诊：张三", "张三 男 20岁 疑似"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		duty := p.zhang()
		p.says(duty, nil, words)
		p.sees(duty, nil, "您刚才写的情况", "14:08")
		p.lacks(duty, nil, "日报由本单位负责人")
		p.wait(workgroup.CallLife + 1)
		if k := p.kase(); !k.Kind.Hard() || !p.rings(duty) {
			t.Errorf("%s: %+v", words, k)
		}
	}
}
