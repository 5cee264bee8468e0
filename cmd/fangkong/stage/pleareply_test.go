package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// decides has somebody write decisions and record each.
func (p *play) decides(who string, all ...string) {
	p.t.Helper()
	for _, words := range all {
		p.says(p.Person(workgroup.PersonID(who)), nil, "决定："+words)
		p.presses(p.Person(workgroup.PersonID(who)), nil, "记为议定事项")
	}
}

// What the office answers to a plea in other words than the button's is done, with the time that it names, or it says that it was not understood; it never
// only nods.
func TestAPleaIsAnsweredInOtherWords(t *testing.T) {
	t.Parallel()
	for words, until := range map[string]string{
		"不行，抓紧办": "02-03 17:00", "不行，必须按时办完": "02-03 17:00", "不可以，再想办法": "02-03 17:00", "不行": "02-03 17:00",
		"行，那就2月4日12点": "02-04 12:00", "可以，2月4日12点前": "02-04 12:00", "好，那就2月4日12点前": "02-04 12:00", "行，延到2月5日吧": "02-06 00:00", "行": "02-06 00:00", "可以": "02-06 00:00",
		"好吧，2月4日中午": "02-04 12:00", "2月4日18点前": "02-04 18:00", "那就2月4日18点前": "02-04 18:00", "最晚2月4日18点": "02-04 18:00", "好的": "",
	} {
		p := wholeEarly(t, "15:58")
		office, owner := p.Person("zhao-wangpu"), p.Head("caiwu")
		p.until("16:01")
		p.decides("zhao-wangpu", "财务处2月3日17点前拨付15万元")
		p.says(owner, nil, "请求延期到2月5日，银行没上班")
		p.says(office, nil, words)
		if withoutYes := "2月4日18点前"; strings.HasSuffix(withoutYes, strings.TrimPrefix(strings.TrimPrefix(words, "那就"), "最晚")) || words == "最晚2月4日18点" {
			p.sees(office, nil, "为什么这样改？")
			p.says(office, nil, "工程款先付")
		}
		if words == "好的" { // which may be of anything
			p.sees(office, nil, "是下面哪一项的？", "决-0131-01")
			continue
		}
		refused := until == "02-03 17:00"
		if refused && words == "不行" {
			p.sees(office, nil, "不同意延期：请写原因")
			p.says(office, nil, "工程款不能再拖")
		}
		if _, got := p.owns("001"); got != until || p.decision("001").Plea.Done() {
			t.Errorf("%s: until %s, plea %+v\n%s", words, got, p.decision("001").Plea, p.transcript(office, nil))
		}
		if refused {
			p.reads(owner, nil, "不同意延期", "请仍于 2月3日 17:00前办结")
		} else {
			p.reads(owner, nil, "决-0131-01 同意延期")
		}
	}
}

// A plea that names no time is granted with the time that the answer names; one that asks whether it may be put off names its own.
func TestAPleaInPlainWords(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, owner := p.Person("zhao-wangpu"), p.Head("houqin")
	p.until("16:01")
	p.decides("zhao-wangpu", "后勤集团今晚8点前备好20间房")
	p.says(owner, nil, "床不够，8点肯定弄不完，能不能拖到明天中午")
	p.sees(owner, nil, "申请延期到 2月1日 12:00")
	p.says(office, nil, "行，那就明天中午12点")
	if _, until := p.owns("001"); until != "02-01 12:00" || p.decision("001").Plea.Done() {
		t.Errorf("until %s\n%s", until, p.transcript(office, nil))
	}
	p.reads(owner, nil, "决-0131-01 同意延期", "时限改为 2月1日 12:00前")
}

// After a refusal a time alone is of the decision that was refused just now: it changes that, and why is asked.
func TestATimeAfterARefusal(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"4号下班前必须办完", "2月4日18点前"} {
		p := wholeEarly(t, "15:58")
		office, owner := p.Person("zhao-wangpu"), p.Head("caiwu")
		p.until("16:01")
		p.decides("zhao-wangpu", "财务处2月3日17点前拨付15万元")
		p.says(owner, nil, "请求延期到2月5日，银行没上班")
		p.says(office, nil, "不行，抓紧办")
		p.says(office, nil, words)
		if words == "4号下班前必须办完" {
			p.sees(office, nil, "2月4日下班前是几点前")
			p.says(office, nil, "6点")
		}
		p.sees(office, nil, "为什么这样改？")
		p.says(office, nil, "银行2月3日上班")
		if _, until := p.owns("001"); until != "02-04 18:00" {
			t.Errorf("%s: until %s\n%s", words, until, p.transcript(office, nil))
		}
	}
}

// A nod that may be of something else than a plea, or of nothing, is no answer to one.
func TestANodIsOfWhatItIsOf(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, owner := p.Person("zhao-wangpu"), p.Head("caiwu")
	p.until("16:01")
	p.decides("zhao-wangpu", "财务处2月3日17点前拨付15万元")
	p.says(owner, nil, "请求延期到2月5日，银行没上班")
	p.says(office, nil, "决定：由学生处负责，明天12点前报名单")
	p.says(office, nil, "可以")
	if !p.decision("001").Plea.Done() || !p.decision("002").Recorded.Done() {
		t.Errorf("a yes to what is read back is taken for the plea's\n%s", p.transcript(office, nil))
	}
	for _, words := range []string{"好的，谢谢", "行了，先这样", "收到"} {
		p.says(office, nil, words)
		if !p.decision("001").Plea.Done() {
			t.Errorf("%s grants more time\n%s", words, p.transcript(office, nil))
		}
	}
}
