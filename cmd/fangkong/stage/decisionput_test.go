package stage

import (
	"strings"
	"testing"
)

// What a decision says follows what it was corrected to, where the old owner or time stands in its words: on the cards of who answers for it and in the minutes.
func TestTheWordsFollowACorrection(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ decided, put, want string }{
		{"人事处2月1日12点前上报湖北返校教职工名单", "不对，应该是学生处", "学生处2月1日12点前上报湖北返校教职工名单"},
		{"教务处周五前拿出线上教学预案", "不对，应该是下周五", "教务处下周五前拿出线上教学预案"},
		{"团委牵头2月1日8点前发布公开信", "不对，是晚上8点", "团委牵头2月1日晚上8点前发布公开信"},
		{"由学生处负责，2月1日18点前摸清底数", "不对，应该是人事处", "由人事处负责，2月1日18点前摸清底数"},
	} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "决定："+c.decided)
		p.says(office, nil, c.put)
		if got := p.decision("001").Text; got != c.want {
			t.Errorf("%s, %s: %s\n%s", c.decided, c.put, got, p.transcript(office, nil))
		}
		p.says(office, nil, "记为议定事项")
		if !p.decision("001").Recorded.Done() {
			t.Errorf("%s: not recorded\n%s", c.decided, p.transcript(office, nil))
		}
	}
	// A change of what is in force as well; what it said before stays in the record.
	p := wholeEarly(t, "15:58")
	office, now := p.Person("zhao-wangpu"), p.Head("keyan")
	p.until("16:01")
	p.decides("zhao-wangpu", "教务处2月3日12点前拿出线上教学预案")
	p.says(office, nil, "第一条改为由科研处负责，2月8日18点前，原因：教务处人手不够")
	p.decisionCard(now, "0131-01", "科研处2月8日18点前拿出线上教学预案\n责任：科研处", "责任 教务处 → 科研处，时限 2月3日 12:00前 → 2月8日 18:00前（原因：教务处人手不够）")
	if d := p.decision("001"); len(d.Amended) != 1 || d.Amended[0].Text != "教务处2月3日12点前拿出线上教学预案" {
		t.Errorf("in force: %+v", d)
	}
}

// The words of a decision that is not recorded yet are changed by its number, or a word of them by another.
func TestTheWordsOfADecisionAreChangedBeforeItIsRecorded(t *testing.T) {
	t.Parallel()
	const want = "工会3天内慰问一线职工，每人补助300元"
	for _, words := range []string{"第二条内容改为：" + want, "第二条改为：" + want, "200改成300", "把200元改成300元", "200改为300"} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.decides("zhao-wangpu", "学生处2月1日12点前上报返校名单")
		p.says(office, nil, "决定：工会3天内慰问一线职工，每人补助200元")
		p.says(office, nil, words)
		if got := p.decided(); len(got) != 2 || got[1] != want {
			t.Errorf("%s: %q\n%s", words, got, p.transcript(office, nil))
		}
		who, until := p.owns("002")
		if who != "工会" || until != "02-04 00:00" {
			t.Errorf("%s: %s %s", words, who, until)
		}
		p.decisionCard(office, "0131-02", "每人补助300元", "对吗？")
		p.says(office, nil, "记为议定事项")
		if !p.decision("002").Recorded.Done() {
			t.Errorf("%s: not recorded\n%s", words, p.transcript(office, nil))
		}
	}
}

// Who answers for a decision that waits for that, with whose head it is and until when, is no decision of its own.
func TestAnOwnerWithATitleSettlesWhatWaits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, who, until string }{
		{"由图书馆馆长孙书原负责，今晚6点", "孙书原", "01-31 18:00"},
		{"由图书馆负责，今晚6点前完成", "图书馆", "01-31 18:00"},
		{"图书馆馆长孙书原负责，今晚6点前", "孙书原", "01-31 18:00"},
	} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "决定：图书馆从2月1日起闭馆")
		p.says(office, nil, c.words)
		if got := p.decided(); len(got) != 1 {
			t.Errorf("%s: %q\n%s", c.words, got, p.transcript(office, nil))
			continue
		}
		if who, until := p.owns("001"); who != c.who || until != c.until {
			t.Errorf("%s: %s, %s\n%s", c.words, who, until, p.transcript(office, nil))
		}
	}
}

// Two units with a date each are two decisions; two that share one are one.
func TestTwoUnitsWithADateEach(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"安保处2月2日前把西门封了，学生处2月1日前报名单":              "安保处2月2日前把西门封了|学生处2月1日前报名单",
		"决定：安保处2月2日前把西门封了，学生处2月1日前报名单":           "安保处2月2日前把西门封了|学生处2月1日前报名单",
		"安保处2月2日前把西门封了；学生处2月1日前报名单；团委明天18点前发公开信": "安保处2月2日前把西门封了|学生处2月1日前报名单|团委明天18点前发公开信",
		"学生处牵头，2月1日18点前完成返校学生摸底，软件学院配合":          "学生处牵头，2月1日18点前完成返校学生摸底，软件学院配合",
		"学生处2月1日前报名单，2月3日前完成核对":                  "学生处2月1日前报名单，2月3日前完成核对",
		"安保处2月2日前把西门封了，学生处报名单":                   "安保处2月2日前把西门封了，学生处报名单",
	} {
		p := wholeEarly(t, "15:58")
		leader := p.Person("yu-silin")
		p.until("16:01")
		p.says(leader, nil, words)
		if got := strings.Join(p.decided(), "|"); got != want {
			t.Errorf("%s: %s\n%s", words, got, p.transcript(leader, nil))
		}
	}
}
