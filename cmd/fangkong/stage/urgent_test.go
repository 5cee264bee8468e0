package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// woken are the people whom an alarm reaches.
var woken = []workgroup.Role{workgroup.Director, workgroup.Staff, workgroup.DutyStaff, workgroup.DutyLeader}

// alarms counts the alarms a person has been sent.
func (p *play) alarms(who *sandbox.Person) int {
	n := 0
	for _, m := range who.Sees(nil) {
		if m.From.Bot && strings.Contains(m.Text, "可能是一小时内必报") {
			n++
		}
	}
	return n
}

func (p *play) alarmed(times int, words ...string) {
	p.t.Helper()
	for _, who := range p.holders(woken...) {
		if n := p.alarms(who); n != times {
			p.t.Errorf("%s was woken %d times, not %d", who.Name(), n, times)
		}
		if times > 0 {
			p.sees(who, nil, words...)
		}
	}
}

func TestAnUrgentSentenceIsAnsweredAtOnce(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		says    string
		who     func(*play) *sandbox.Person
		private bool
		alarm   []string
	}{
		"a head in the group":     {"软件学院一名学生今天确诊", func(p *play) *sandbox.Person { return p.Head("ruanjian") }, false, []string{"何望桥", "软件学院"}},
		"a head in private":       {"我院新增疑似1人", func(p *play) *sandbox.Person { return p.Head("ruanjian") }, true, []string{"何望桥", "软件学院"}},
		"a stranger in the group": {"我院一名学生今天确诊", func(p *play) *sandbox.Person { return p.newcomer("孔", "明") }, false, []string{"孔明", "未登记"}},
		"a stranger in private":   {"我今天被隔离点接走了，被判定为密接", func(p *play) *sandbox.Person { return p.newcomer("孔", "明") }, true, []string{"孔明", "未登记"}},
		"a member of the office":  {"我今天确诊了", func(p *play) *sandbox.Person { return p.Holder(workgroup.Inspector) }, false, []string{"谢书砚"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlay(t, Options{})
			p.until("14:05")
			who := c.who(p)
			var where sandbox.Chat = p.Group
			if c.private {
				where = nil
			}
			before := p.shelves()
			p.says(who, where, c.says)
			if p.withText(who, where, "立即电话", "0392-0000000") == nil {
				t.Errorf("not told whom to call:\n%s", p.transcript(who, where))
			}
			p.alarmed(1, append(c.alarm, c.says)...)
			if strings.HasPrefix(name, "a head") {
				// What a head says of the unit is also its figures: read back in private, and not filed before that.
				if p.withButton(who, nil, "报送") == nil {
					t.Error("the figures are not read back")
				}
				if _, ok := p.filed("ruanjian"); ok {
					t.Error("filed without being read back")
				}
			} else {
				p.unchanged(before, "an urgent sentence")
			}
			for _, m := range p.Group.Posts() {
				if !strings.HasPrefix(m.Text, "📋") && (strings.Contains(m.Text, "软件") || strings.Contains(m.Text, "确诊") || strings.Contains(m.Text, "疑似")) {
					t.Errorf("the group reads %q", m.Text)
				}
			}
			if n := p.events(workgroup.UrgentHeard); n != 1 {
				t.Errorf("heard %d times", n)
			}
		})
	}
}

func TestAnEditOfAnAlarmBringsItsNewWordsAndNoNoise(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	m := p.says(head, p.Group, "我院一名学生今天确诊")
	p.silent(head, p.Group, "the edit", func() {
		head.Edits(m, "我院两名学生今天确诊")
		p.settle()
	})
	p.alarmed(2, "两名")
}

func TestTheCaptionOfAPictureMayBeUrgent(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	head := p.Head("ruanjian")
	head.SendsDocument(p.Group, "诊断.pdf", []byte("%PDF"), "我院一名学生今天确诊")
	p.settle()
	p.sees(head, p.Group, "立即电话")
	p.alarmed(1, "今天确诊")
	groupHides(p, "确诊")
}

func TestUrgencyComesBeforeANameOrAReason(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	who := p.newcomer("孔", "明")
	who.Starts()
	p.settle()
	p.presses(who, nil, "我是…")
	p.presses(who, nil, "软件学院")
	p.says(who, nil, "我今天确诊了")
	p.sees(who, nil, "立即电话")
	p.alarmed(1, "我今天确诊了")
	if n := len(p.shelves("claims")); n > 0 {
		t.Error("taken for a name")
	}
	p.until("14:40")
	head := p.Head("ruanjian")
	p.says(head, nil, "居家隔离1人")
	p.presses(head, nil, "确认报送")
	asked := p.sees(head, nil, "说明原因")
	head.Replies(&asked, "我院一名学生今天确诊")
	p.settle()
	p.alarmed(2, "软件学院")
}

// maybe is a line whose urgency the reader is not sure of.
const maybe = "软件学院 现有疑似1人，无发热"

func TestWhatMayBeUrgentIsAskedInPrivate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	posts := len(p.Group.Posts())
	p.says(head, p.Group, maybe)
	// The read-back goes on, in private: a unit and a diagnosis name a person. So does the question.
	if p.withText(head, nil, "疑似 现有 1", "对吗") == nil || p.withText(head, nil, "是本单位人员、今日新发生的吗") == nil {
		t.Fatalf("in private:\n%s", p.transcript(head, nil))
	}
	for _, m := range p.Group.Posts()[posts:] {
		if strings.Contains(m.Text, "新发生") {
			t.Errorf("the group is nagged: %q", m.Text)
		}
	}
	p.alarmed(0)
	letter := *p.withButton(head, nil, "是，提醒值班员")
	if toast := p.presses(head, nil, "是，提醒值班员"); !strings.Contains(toast, "已提醒值班员") {
		t.Errorf("alarmed with %q", toast)
	}
	p.alarmed(1, "何望桥", "软件学院")
	press, err := head.Presses(&letter, "是，提醒值班员")
	must(t, err)
	p.settle()
	if text, _, _ := press.Answered(); !strings.Contains(text, "已由何望桥提醒") {
		t.Errorf("the second press: %q", text)
	}
	p.alarmed(1)
	if toast := p.presses(head, nil, "报送"); !strings.Contains(toast, "已并入本单位正在报告的紧急情况") {
		t.Errorf("filed with %q", toast)
	}
}

func TestMaybeInPrivateAndInTheGroup(t *testing.T) {
	t.Parallel()
	const chatter = "隔壁村好像有人确诊了"
	p := newPlay(t, Options{}, "xie-silan")
	p.until("14:05")
	head, unreached := p.Person("he-wangqiao"), p.Person("xie-silan")
	p.says(head, nil, chatter)
	p.sees(head, nil, "同住或近期接触过吗")
	n := p.count(head, nil)
	p.silent(head, p.Group, "chatter in the group", func() {
		p.says(head, p.Group, chatter)
		p.says(p.newcomer("孔", "明"), p.Group, chatter)
	})
	if p.count(head, nil) != n {
		t.Error("chatter in the group is asked about")
	}
	// Who cannot be reached in private gets the read-back and no question.
	p.says(unreached, p.Group, maybe)
	p.sees(unreached, p.Group, "请到与我的私聊中继续")
	p.alarmed(0)
}

func TestAForgedAlarmWakesNobody(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	forger := p.Head("huli")
	m := forger.Last(nil)
	before := p.shelves()
	for _, data := range []string{
		"alarm:2020-01-31/ruanjian:0", "alarm:2020-01-31/nowhere:0", "alarm:2020-01-30/huli:0", "alarm:2020-01-31/huli/x:0",
		"alarm::0", "alarm:5/5:0", "alarm:-100/7:0", "alarm:0/7:0", "alarm:99999999999999999999/7:0", "alarm:2020-01-31:0",
	} {
		press, err := forger.PressesData(m, data)
		must(t, err)
		p.settle()
		if text, alert, ok := press.Answered(); !ok || !alert || text == "" {
			t.Errorf("%s: %q", data, text)
		}
	}
	p.alarmed(0)
	p.unchanged(before, "a forged alarm")
}

// aloud counts the alarms to a person that rang.
func (p *play) aloud(who *sandbox.Person) (n int) {
	p.view(func(b workgroup.Book) {
		for l := range workgroup.Sent.Each(b, "") {
			if l.Chat == who.ID() && l.Text == "say/urgent-alarm" && !l.Silent {
				n++
			}
		}
	})
	return n
}

func TestWhatFollowsAnAlarmAddsToIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
	first := p.says(head, p.Group, "我院一名学生今天确诊")
	posts := len(p.Group.Standing())
	for i, words := range []string{"我院该学生今天确诊，已送市一院", "我院一名学生今天确诊，体温38.5度"} {
		p.wait(time.Minute)
		more := p.says(head, p.Group, words)
		p.alarmed(2+i, "补充（接 14:05 的提醒）", words)
		p.marked(more, "✍")
	}
	p.marked(first, "")
	if n := len(p.Group.Standing()); n != posts {
		t.Errorf("%d posts more", n-posts)
	}
	p.says(head, nil, "我院该学生今天确诊，家属已到医院")
	if p.withText(head, nil, "已补充转给值班员") == nil {
		t.Errorf("in private:\n%s", p.transcript(head, nil))
	}
	if n := p.aloud(duty); n != 1 {
		t.Errorf("rang %d times", n)
	}
	p.until("14:15")
	p.says(head, p.Group, "我院又一名教师今天确诊")
	if n := p.aloud(duty); n != 2 {
		t.Errorf("after ten minutes: rang %d times", n)
	}
}

func TestAStrangerIsCutOffAndARosterIsNot(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		who    func(*play) *sandbox.Person
		passed int
	}{
		"a stranger": {func(p *play) *sandbox.Person { return p.newcomer("孔", "明") }, 5},
		"a head":     {func(p *play) *sandbox.Person { return p.Head("ruanjian") }, 8},
	} {
		for place, private := range map[string]bool{"in private": true, "in the group": false} {
			t.Run(name+" "+place, func(t *testing.T) {
				p := newPlay(t, Options{})
				p.until("14:05")
				who := c.who(p)
				var where sandbox.Chat
				if !private {
					where = p.Group
				}
				posts := len(p.Group.Standing())
				for i := range 8 {
					said := p.says(who, where, "我院一名学生今天确诊"+strings.Repeat("！", i))
					cut := i >= c.passed
					switch {
					case private && cut:
						p.sees(who, nil, "没有再转", "值班电话 0392-0000000")
					case private && p.withText(who, nil, "立即电话") == nil:
						t.Errorf("%d: not answered", i)
					case !private && i == c.passed:
						p.sees(who, where, "没有再转", "值班电话 0392-0000000")
					case !private && cut:
						p.marked(said, "🙏")
					case !private && i > 0:
						p.marked(said, "✍")
					}
					p.wait(30 * time.Second)
				}
				p.alarmed(c.passed)
				if n, cut := p.events(workgroup.UrgentHeard), p.events(workgroup.UrgentCut); n != c.passed || cut != 8-c.passed {
					t.Errorf("%d passed on, %d not", n, cut)
				}
				if n := len(p.Group.Standing()) - posts; n > 3 { // the answer, that no more is passed on, and the case that opened
					t.Errorf("%d posts", n)
				}
			})
		}
	}
}

func TestAnAlarmTellsItsWritersUnitFromTheOneTheyName(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	p.says(p.zhang(), nil, "护理学院又有一名学生确诊，已送医院")
	m := p.withText(p.wu(), nil, "可能是一小时内必报")
	if m == nil || strings.Contains(m.Text, "护理学院 张秋溪") || !strings.Contains(m.Text, "张秋溪") || !strings.Contains(m.Text, "涉及：护理学院") || !strings.Contains(m.Text, "值班员") {
		t.Errorf("the alarm:\n%s", p.transcript(p.wu(), nil))
	}
}

// A head's 🚨 in the group is never left without an answer, which comes in private.
func TestASirenInTheGroupIsAnsweredInPrivate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, other := p.Head("ruanjian"), p.Head("huli")
	before := len(p.Group.Standing())
	p.says(head, p.Group, "🚨")
	if p.withText(head, nil, "紧急报告", "发生了什么") == nil {
		t.Errorf("no report is begun:\n%s", p.transcript(head, nil))
	}
	p.says(other, p.Group, "🚨我院学生晕倒送医院了")
	if p.withButton(other, nil, "是，提醒值班员") == nil && p.alarms(p.zhang()) == 0 {
		t.Errorf("nothing is asked:\n%s", p.transcript(other, nil))
	}
	if after := len(p.Group.Standing()); after != before {
		t.Errorf("the bot wrote in the group:\n%s", p.transcript(head, p.Group))
	}
}

// Anybody whom the work group addresses finds the way to the urgent report by a 🚨: in private, or where that cannot be by one post for
// all and a mark for each.
func TestASirenOfAnybodyInTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{}, "xie-silan")
	p.until("14:05")
	before := len(p.Group.Standing())
	for _, who := range []*sandbox.Person{p.zhang(), p.Holder(workgroup.Director), p.Holder(workgroup.Inspector)} {
		p.marked(p.says(who, p.Group, "🚨🚨"), "👌")
		if p.withText(who, nil, "紧急报告", "发生了什么") == nil {
			t.Errorf("no report is begun:\n%s", p.transcript(who, nil))
		}
		p.presses(who, nil, "不是紧急情况")
	}
	if after := len(p.Group.Standing()); after != before {
		t.Errorf("the bot wrote in the group:\n%s", p.transcript(p.zhang(), p.Group))
	}
	p.says(p.Person("xie-silan"), p.Group, "🚨")
	p.sees(p.zhang(), p.Group, "立即打值班电话 0392-0000000", "私聊 @fangkong_bot", "紧急")
	for _, who := range []*sandbox.Person{p.newcomer("孔", "明"), p.newcomer("钱", "多")} {
		p.marked(p.says(who, p.Group, "🚨"), "🙏")
	}
	if after := len(p.Group.Standing()); after != before+1 {
		t.Errorf("%d posts more:\n%s", after-before, p.transcript(p.zhang(), p.Group))
	}
	p.wait(61 * time.Minute)
	p.says(p.newcomer("赵", "正"), p.Group, "🚨")
	p.sees(p.zhang(), p.Group, "立即打值班电话")
	// Words behind it that are no head's are talk.
	p.silent(p.zhang(), p.Group, "a notice", func() { p.says(p.zhang(), p.Group, "🚨请各单位注意防护") })
}

// News of another unit's people is theirs, wherever in the sentence the unit is named; it is no figure of its writer's.
func TestNewsNamesThePatientsUnitAnywhere(t *testing.T) {
	t.Parallel()
	for words, unit := range map[string]workgroup.UnitID{"刚接到电话，一名软件学院的学生被确诊": "ruanjian", "今天一名继续教育学院学生确诊": "jijiao", "A student of the School of Software has been confirmed today": "ruanjian",
		"接触过软件学院一名学生，我院一名学生今天确诊": "huli", "刚接到电话，一名学生被确诊": "huli", "一名学生今天确诊，昨天与软件学院的一名学生吃过饭": "huli"} {
		t.Run(words, func(t *testing.T) {
			p := newPlay(t, Options{Roster: wholeCollege()})
			p.until("14:05")
			head := p.Head("huli")
			p.says(head, nil, words)
			p.wait(workgroup.CallLife + 1)
			if k := p.kase(); k.Unit != unit || (k.OfUnit.In() != (unit == "huli")) {
				t.Errorf("a case of %s, the unit's report in: %v\n%s", k.Unit, k.OfUnit.In(), p.transcript(head, nil))
			}
		})
	}
}

// A date beside a case dates the case. What is answered of the figures' day takes no alarm back.
func TestADateBesideACaseHoldsNoAlarmBack(t *testing.T) {
	t.Parallel()
	for _, says := range []string{"一学生确诊，1月29日下午三点一刻得知", "学生李明，1月28日发病，30日确诊", "1月29日与确诊患者同乘一车的学生1名", "我昨天和确诊病人一起吃过饭",
		"我院一名学生昨天确诊", "1月28日报：确诊1人，居家隔离2人"} {
		t.Run(says, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{Roster: wholeCollege()})
			p.until("14:05")
			p.says(p.Head("jijiao"), nil, says)
			p.alarmed(1, says)
		})
	}
}

// A table that has none of each case wakes nobody and asks nothing.
func TestATableOfNoneIsNoAlarm(t *testing.T) {
	t.Parallel()
	for says, unit := range map[string]workgroup.UnitID{"护理学院\n发热 无\n疑似 无\n确诊 无\n居家隔离 2": "huli", "护理学院 确诊 无 疑似 无 密接 无 居家隔离 2": "huli",
		"School of Tourism: confirmed none, suspected none, home quarantine 2": "lvyou", "确诊无，疑似无，居家隔离2": "huli", "发热、咳嗽、密接均无，居家隔离2": "huli",
		"发热 无 密接 无 居家隔离 2 集中隔离 无": "huli"} {
		t.Run(says, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head(unit)
			p.says(head, p.Group, says)
			p.alarmed(0)
			p.sees(head, p.Group, "居家隔离 现有 2")
			if p.withText(head, nil, "是本单位人员、今日新发生的吗") != nil {
				t.Error("asked whether it is a case")
			}
		})
	}
}

// A forward that nobody says anything of becomes a case by itself, of nobody's report; the unit's heads are asked, and its forwarder's word
// settles it.
func TestAForwardedCaseWakesByItself(t *testing.T) {
	t.Parallel()
	const cdc = "您好，这里是市疾控中心，贵校软件学院学生李明核酸检测阳性，请立即排查密接"
	for _, words := range []string{cdc, "【区疾控】通报：你校软件学院一名学生确诊，请配合流调"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		he, duty := p.Head("ruanjian"), p.Holder(workgroup.DutyStaff)
		he.Forwards(nil, words, "市疾控")
		p.settle()
		p.alarmed(1, "转发", "软件学院")
		p.wait(workgroup.CallLife + time.Second)
		if k := p.kase(); k.Unit != "ruanjian" || k.Kind != workgroup.CaseConfirmed || k.OfUnit.In() {
			t.Errorf("opened: %+v", k)
		}
		p.reads(duty, nil, "急-0131-01", "软件学院")
		if !p.rings(duty) {
			t.Error("nobody is rung")
		}
		groupHides(p, "李明", "疾控中心")
	}
	// Told that it is none, it wakes nobody more.
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	he.Forwards(nil, cdc, "市疾控")
	p.settle()
	p.presses(he, nil, "撤销")
	p.wait(workgroup.CallLife + time.Second)
	if len(p.open()) != 0 {
		t.Error("a case is open")
	}
}

// A forward with a case of ours rings and is nobody's report until its forwarder says so; one of elsewhere rings nobody.
func TestAForwardedCaseRings(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	huli := p.Head("huli")
	huli.Forwards(p.Group, "安阳新增确诊3例", "某人")
	huli.Forwards(nil, "某高校一名学生确诊", "某人")
	p.settle()
	p.alarmed(0)
	huli.Forwards(p.Group, "我院学生小王确诊，正在送医院", "辅导员")
	p.settle()
	p.alarmed(1, "转发", "小王确诊")
	if open := p.open(); len(open) != 0 {
		t.Errorf("%d cases opened by themselves", len(open))
	}
	p.reads(huli, nil, "没有计数", "自动立案")
	p.reads(huli, nil, "紧急报告：确诊", "小王确诊")
	p.Head("ruanjian").Forwards(nil, "软件学院一名学生确诊", "辅导员")
	p.settle()
	p.alarmed(2, "转发", "软件学院一名学生确诊")
}
