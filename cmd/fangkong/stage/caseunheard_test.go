package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// filedAt is the whole college in the afternoon, one of whose units has filed something.
func filedAt(t *testing.T, unit workgroup.UnitID, words string) *play {
	p := newPlay(t, Options{Roster: only(wholeCollege(), "ruanjian", "huli", "jidian", "lvyou", "xuesheng", "renshi", "houqin")})
	p.until("14:05")
	if words != "" {
		p.says(p.Head(unit), nil, words)
		p.says(p.Head(unit), nil, "对")
		p.wait(time.Minute)
	}
	return p
}

// A case that a lead unit has heard of is no reason for which a unit is missing, whatever it is asked on the sheet.
func TestACaseHeardOfIsNoReasonOfAGap(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"刚听说护理有个学生核酸阳性，先报吧", "听说护理一个学生确诊了", "护理有个学生核酸检测阳性，先报吧"} {
		p := filedAt(t, "", "")
		lead, duty := p.Head("xuesheng"), p.Holder(workgroup.DutyStaff)
		p.until("14:40")
		p.says(lead, nil, "未报原因")
		p.says(lead, nil, words)
		p.wait(time.Second)
		p.reads(duty, nil, words)
		if got := p.reasonsOf(); len(got) > 0 {
			t.Errorf("%s: %v", words, got)
		}
	}
}

// Who is sent to a centre by order rings, however it is told.
func TestWhoIsSentToACentreRings(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"今天居家隔离1人，社区让他去集中隔离了", "昨天居家的那个学生今天被拉去集中隔离了，其他正常", "居家隔离的学生今天安排到集中隔离点"} {
		p := filedAt(t, "", "")
		p.says(p.Head("ruanjian"), nil, words)
		p.reads(p.Holder(workgroup.DutyStaff), nil, "可能是一小时内必报的情况", words)
	}
}

// A fever of somebody who is called by where they are counted is asked about, unanswered told, and takes nobody out of where they are.
func TestAFeverOfWhoIsExposed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		filed, words string
		stays        workgroup.Key
		n            workgroup.Count
	}{
		{"学生滞留湖北3人，其中武汉1人", "更正 武汉的那个今天发烧了", "hubei_now", 3},
		{"学生居家隔离2人", "更正：居家隔离的一个发烧了", "home_quarantine_now", 2},
		{"学生居家隔离2人", "居家隔离的那个学生今天发烧38.2了", "home_quarantine_now", 2},
		{"学生滞留湖北3人，都正常", "刚接到家长电话，武汉那个学生发烧了", "hubei_now", 3},
	} {
		t.Run(c.words, func(t *testing.T) {
			t.Parallel()
			p := filedAt(t, "ruanjian", c.filed)
			head := p.Head("ruanjian")
			p.says(head, nil, c.words)
			p.reads(head, nil, "是本单位人员、今日新发生的吗", "前没有回答")
			p.says(head, nil, "对")
			s, _ := p.filed("ruanjian")
			if s.Figures[c.stays] != c.n || s.Figures["fever_now"] != 1 {
				t.Errorf("%v\n%s", s.Figures, p.transcript(head, nil))
			}
			p.wait(5 * time.Minute)
			p.reads(p.Holder(workgroup.DutyStaff), nil, "没有回答", c.words)
		})
	}
}

// What answers a question and goes on is the answer, and an addition to what was filed.
func TestAnAnswerThatGoesOnIsAnAddition(t *testing.T) {
	t.Parallel()
	p := filedAt(t, "ruanjian", "学生居家隔离3人")
	head, lead := p.Head("ruanjian"), p.Head("xuesheng")
	p.says(lead, nil, "退回软件学院：居家隔离3人是不是报多了")
	p.says(head, nil, "已经核实，无误，另外今天又有一个学生发烧38.5")
	p.reads(lead, nil, "数据无误")
	p.says(head, nil, "对")
	if s, _ := p.filed("ruanjian"); s.Figures["home_quarantine_now"] != 3 || s.Figures["fever_now"] != 1 {
		t.Errorf("%v\n%s", s.Figures, p.transcript(head, nil))
	}
}

// A question whether something is a case is no read-back's: a yes files, and that nobody has answered is told. A no with its reason is a no.
func TestAQuestionLeftIsTold(t *testing.T) {
	t.Parallel()
	p := filedAt(t, "", "")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	p.says(head, nil, "对了，有个学生说他爸确诊了")
	p.says(head, nil, "零报告")
	p.says(head, nil, "对")
	if s, filed := p.filed("ruanjian"); !filed || !s.Zero {
		t.Error("not filed")
	}
	p.wait(5 * time.Minute)
	p.reads(duty, nil, "没有回答", "有个学生说他爸确诊了")

	for words, told := range map[string]bool{"不是，已经报过了": false, "不是，是个老师": true} {
		p = filedAt(t, "", "")
		head, duty = p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
		p.says(head, nil, "有个学生说他爸确诊了")
		p.says(head, nil, words)
		p.wait(5 * time.Minute)
		if m := p.withText(duty, nil, "没有回答"); (m != nil) != told {
			t.Errorf("%s: told %v\n%s", words, m != nil, p.transcript(head, nil))
		}
	}
}

// A fever that a doctor has ruled out to be the disease is counted and asked about, and rings nobody.
func TestAFeverFoundHarmlessRingsNobody(t *testing.T) {
	t.Parallel()
	p := filedAt(t, "", "")
	head := p.Head("ruanjian")
	p.says(head, nil, "发热1个（普通感冒，已去医院看过排除）")
	p.reads(head, nil, "发热 现有 1")
	p.reads(head, nil, "您刚才写到有人发热")
	p.wait(5 * time.Minute)
	if len(p.open()) > 0 {
		t.Error("a case is open")
	}
}

// In a meeting a list of contacts to be checked is no news, and a yes is the card's; a decision beside a case is read back as well.
func TestAYesIsTheDecisionsThatStandsLast(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhu-sixi")
	p.until("16:01")
	p.says(office, nil, "决定：学生处把密接学生名单核实清楚，明天10点前")
	p.says(office, nil, "对")
	p.says(office, nil, "软件学院一个同学被确诊了，马上隔离同寝室的，由软件学院负责，今晚8点前")
	p.reads(p.Holder(workgroup.DutyStaff), nil, "软件学院一个同学被确诊了")
	p.says(office, nil, "对")
	recorded := []string{}
	p.view(func(b workgroup.Book) {
		for _, d := range workgroup.StandingDecisions(b) {
			if d.Recorded.Done() {
				recorded = append(recorded, d.Text)
			}
		}
	})
	slices.Sort(recorded)
	if strings.Join(recorded, "\n") != "学生处把密接学生名单核实清楚，明天10点前\n马上隔离同寝室的，由软件学院负责，今晚8点前" {
		t.Errorf("%q\n%s", recorded, p.transcript(office, nil))
	}
}

// What an owner says of a decision and tells somebody's illness with is taken as what it is, and the illness is asked about.
func TestAnIllnessInAnOwnersWordsIsAskedAbout(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, asks, plea string }{
		{"经办同事昨晚发烧了，办不完，申请延到2月6日18点", "您刚才写到有人发热", "办不完，申请延到2月6日18点"},
		{"经办的同事昨晚发烧了，2月3日也办不完，再延到2月6日18点", "您刚才写到有人发热", "2月3日也办不完，再延到2月6日18点"},
		{"队长发烧了，采购的事能不能明天弄", "您刚才写到有人发热", ""},
		{"做不完，负责采购的老师被隔离了，能不能推到下午", "是本单位人员、今日新发生的吗", "做不完，能不能推到下午"},
		{"办结：名单已报，其中一名学生昨天从武汉回来有点咳嗽", "是本单位人员、今日新发生的吗", ""},
	} {
		t.Run(c.words, func(t *testing.T) {
			t.Parallel()
			p := wholeEarly(t, "15:58")
			office, owner := p.Person("zhu-sixi"), p.Head("caiwu")
			p.until("16:01")
			p.says(office, nil, "决定：设备采购，由财务处负责，2月3日12点前")
			p.says(office, nil, "对")
			p.says(owner, nil, c.words)
			p.reads(owner, nil, c.asks, "前没有回答")
			if c.plea != "" {
				p.reads(office, nil, "申请延期", c.plea)
			}
			if strings.HasPrefix(c.words, "办结") {
				p.reads(office, nil, "已办结", "结果：名单已报")
				p.neverReads(p.Holder(workgroup.Director), "武汉回来")
			}
		})
	}
	p := wholeEarly(t, "15:58")
	office, owner := p.Person("zhu-sixi"), p.Head("caiwu")
	p.until("16:01")
	p.says(office, nil, "决定：设备采购，由财务处负责，2月1日9点前")
	p.says(office, nil, "对")
	p.says(owner, nil, "做不完，负责采购的老师被隔离了，能不能推到下午")
	p.says(office, nil, "同意，推到明天下午3点")
	p.reads(owner, nil, "2月1日 15:00")
}
