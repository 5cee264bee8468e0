package stage

import "testing"

// Whether one of a meeting's decisions was seen to is answered by its number, of yesterday's meeting as well.
func TestWhetherADecisionWasSeenTo(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.decides("zhao-wangpu", "学生处2月1日12点前上报返校名单", "后勤集团2月2日8点前备好20间房")
	for _, words := range []string{"第二条落实了吗", "会上第二条落实了吗", "今天会上定的第二条办了没有"} {
		p.says(office, nil, words)
		p.sees(office, nil, "1月31日 议定事项", "决-0131-02", "备好20间房")
		p.lacks(office, nil, "决-0131-01")
	}
	p.endsMeeting(office)
	p.until("08:31")
	for _, words := range []string{"昨天会上第二条落实了吗", "昨天第二条落实了吗", "昨天的会第二条怎么样了"} {
		p.says(office, nil, words)
		p.sees(office, nil, "1月31日 议定事项", "决-0131-02", "备好20间房")
		p.lacks(office, nil, "决-0131-01")
	}
	p.says(office, nil, "昨天会上第五条落实了吗")
	p.sees(office, nil, "1月31日 议定事项", "决-0131-01", "决-0131-02")
}

// A decision in force is taken back by its number, or as the one of just now: why is asked.
func TestADecisionIsTakenBackInPlainWords(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"把第二条删掉", "第二条删掉", "删掉第二条", "删除第二条", "第二条作废", "不对，撤销这条", "撤销这条", "撤销刚才那条", "把刚才那条撤了"} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.decides("zhao-wangpu", "学生处2月1日12点前上报返校名单", "后勤集团2月2日8点前备好20间房")
		p.says(office, nil, words)
		p.sees(office, nil, "决-0131-02（后勤集团2月2日8点前备好20间房）为什么撤销？")
		p.says(office, nil, "原因：说错了")
		if d := p.decision("002"); !d.Revoked.Done() || d.Revoked.Reason != "说错了" || p.decision("001").Revoked.Done() {
			t.Errorf("%s: %+v\n%s", words, d.Revoked, p.transcript(office, nil))
		}
	}
	// What is not recorded yet is dropped.
	for _, words := range []string{"把第二条删掉", "不对，撤销这条", "撤销这条"} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.decides("zhao-wangpu", "学生处2月1日12点前上报返校名单")
		p.says(office, nil, "决定：后勤集团2月2日8点前备好20间房")
		p.says(office, nil, words)
		if got := p.decided(); len(got) != 1 {
			t.Errorf("%s: %q\n%s", words, got, p.transcript(office, nil))
		}
	}
}
