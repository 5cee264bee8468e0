package stage

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// pasted is a day of the sample college's duty staff.
const pasted = "值班表\n1月31日 08:30-20:30 带班 何松石  值班 张秋溪 0392-3312345\n1月31日 20:30-次日08:30 带班 何松石  值班 吴远舟\n2月1日 白班 带班 何松石 值班 张秋溪/夜班 带班 何松石 值班 吴远舟"

// duty people of the sample college.
func (p *play) zhang() *sandbox.Person { return p.Person("zhang-qiuxi") }
func (p *play) wu() *sandbox.Person    { return p.Person("wu-yuanzhou") }
func (p *play) he() *sandbox.Person    { return p.Person("he-songshi") }

// early is a play that begins in the morning of the 31st.
func early(t *testing.T, clock string, silent ...workgroup.PersonID) *play {
	t.Helper()
	return newPlay(t, Options{Start: on31st(t, clock)}, silent...)
}

// wholeEarly is one of the whole college.
func wholeEarly(t *testing.T, clock string, silent ...workgroup.PersonID) *play {
	t.Helper()
	return newPlay(t, Options{Start: on31st(t, clock), Roster: wholeCollege()}, silent...)
}

// on31st is a time of the 31st.
func on31st(t *testing.T, clock string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", "2020-01-31 "+clock, time.FixedZone("CST", 8*3600))
	must(t, err)
	return at
}

// roster is what stands, one line a shift: when it begins, its leaders and staff.
func (p *play) roster() []string {
	p.t.Helper()
	var out []string
	p.view(func(b workgroup.Book) {
		for s := range workgroup.Shifts.Each(b, "") {
			var people []string
			for _, id := range s.Crew() {
				people = append(people, string(id))
			}
			out = append(out, s.From.In(p.College.Zone).Format("02T15:04 ")+strings.Join(people, " "))
		}
	})
	return out
}

func (p *play) adopts(text string) {
	p.t.Helper()
	office := p.Person("zhao-wangpu")
	p.says(office, nil, text)
	if toast := p.presses(office, nil, "启用"); !strings.Contains(toast, "已启用") {
		p.t.Fatalf("adopting: %q", toast)
	}
}

var sampleDays = []string{"31T08:30 he-songshi zhang-qiuxi", "31T20:30 he-songshi wu-yuanzhou", "01T08:30 he-songshi zhang-qiuxi", "01T20:30 he-songshi wu-yuanzhou"}

func TestARosterIsPastedReadBackAndPutInForce(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	office, other := p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	p.says(office, nil, pasted)
	p.sees(office, nil, "未启用", "共 4 班", "1月31日 08:30 至 2月2日 08:30", "值班 张秋溪", "按「启用」")
	if got := p.roster(); len(got) != 0 {
		t.Fatalf("in force before the press: %v", got)
	}
	old := *p.withButton(office, nil, "启用")
	// A second preview makes the first stale.
	p.says(office, nil, pasted)
	press, err := office.Presses(&old, "启用")
	must(t, err)
	p.settle()
	if text, _, ok := press.Answered(); !ok || !strings.Contains(text, "有变化") {
		t.Errorf("a stale preview: %q", text)
	}
	if toast := p.presses(office, nil, "启用"); !strings.Contains(toast, "已启用 4 班") {
		t.Errorf("adopted with %q", toast)
	}
	if got := p.roster(); !slices.Equal(got, sampleDays) {
		t.Errorf("in force is %v", got)
	}
	p.sees(p.zhang(), nil, "新的值班表", "1月31日 08:30–20:30", "2月1日 08:30–20:30")
	p.sees(other, nil, "赵望朴启用了值班表", "4 班")
	before := p.shelves()
	if toast := p.presses(office, nil, "启用"); !strings.Contains(toast, "已提交过") {
		t.Errorf("a second press: %q", toast)
	}
	p.unchanged(before, "a second press")
	// Undone by the other, with one press.
	if toast := p.presses(other, nil, "撤销"); !strings.Contains(toast, "已撤销") {
		t.Errorf("undone with %q", toast)
	}
	if got := p.roster(); len(got) != 0 {
		t.Errorf("after undoing: %v", got)
	}
	p.sees(p.zhang(), nil, "已撤销", "没有班")
	if posts := p.Group.Posts(); slices.ContainsFunc(posts, func(m sandbox.Message) bool { return strings.Contains(m.Text, "值班表") }) {
		t.Error("the group was told of it")
	}
}

func TestFaultsOfARosterAreSaidLineByLine(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00", "wu-yuanzhou")
	office := p.Person("zhao-wangpu")
	p.says(office, nil, "/duty\n1月31日 白班 带班 何松石 值班 张秋西\n1月31日 夜班 带班 何松石 值班 吴远舟\n2月30日 白班 值班 张秋溪\n1月29日 白班 值班 张秋溪\n2月2日 白班 带班 何松石 值班 张秋溪")
	p.sees(office, nil, "共 2 班", "第 1 行：名册里没有“张秋西”，是不是张秋溪", "第 3 行：“2月30日 白班 值班 张秋溪”日期没有看懂，或没有这一天", "第 4 行：1月29日", "已经过去",
		"第 5 行：2月1日 08:30–次日08:30 没有人值班", "吴远舟还没有私聊过我")
	if toast := p.presses(office, nil, "放弃"); !strings.Contains(toast, "没有变") {
		t.Errorf("given up with %q", toast)
	}
	if toast := p.presses(office, nil, "启用"); !strings.Contains(toast, "已提交过") {
		t.Errorf("after giving up: %q", toast)
	}
	if got := p.roster(); len(got) != 0 {
		t.Errorf("given up, and yet %v", got)
	}
	// Nothing usable at all: no button, and what to do.
	p.says(office, nil, "值班表\n2月30日 白班 值班 张秋溪")
	m := p.sees(office, nil, "没有一班可以启用")
	if len(m.Buttons) != 0 {
		t.Errorf("buttons %v", m.Buttons)
	}
}

func TestOnlyTheOfficeSendsRostersAndOnlyInPrivate(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	head := p.Head("ruanjian")
	before := p.shelves("rotas", "shifts")
	p.says(head, nil, pasted)
	p.sees(head, nil, "只对防控办开放")
	p.says(p.newcomer("钱", "多"), nil, pasted)
	p.says(p.Person("zhao-wangpu"), p.Group, "/duty\n1月31日 白班 值班 张秋溪")
	p.sees(p.Person("zhao-wangpu"), nil, "请私聊发给我")
	p.says(head, nil, "/duty 那天")
	p.sees(head, nil, "没看懂日期")
	if after := p.shelves("rotas", "shifts"); !maps.Equal(before, after) {
		t.Errorf("a roster was kept: %v", after)
	}
}

func TestWhoIsOnDutyIsToldToWhoeverAsks(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00", "xie-silan")
	head := p.Head("ruanjian")
	p.says(head, nil, "值班")
	p.sees(head, nil, "还没有值班表", "0392-0000000")
	p.adopts(pasted)
	p.until("09:00")
	p.says(head, nil, "/duty")
	p.sees(head, nil, "现在　1月31日 08:30–20:30", "张秋溪 139-0000-0081", "值班电话 0392-3312345", "下一班", "吴远舟", "无人值班", "2月2日")
	p.says(head, nil, "/duty 明天")
	p.sees(head, nil, "2月1日 值班", "张秋溪", "吴远舟")
	p.says(head, nil, "值班 2月3日")
	p.sees(head, nil, "2月3日 值班", "无人值班")
	// In the group it is whispered; whoever cannot be reached reads the duty phone there, and nobody's name.
	posts := len(p.Group.Posts())
	p.says(head, p.Group, "/duty")
	if got := len(p.Group.Posts()); got != posts {
		t.Errorf("%d posts more in the group", got-posts)
	}
	p.says(p.Person("xie-silan"), p.Group, "/duty")
	p.sees(head, p.Group, "值班电话 0392-3312345", "私聊")
	groupHides(p, "张秋溪", "139-0000-0081", "139-0000-0083")
}

func TestCheckInTestCallAndHandOver(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	director := p.Holder(workgroup.Director)
	p.until("08:30")
	p.sees(p.zhang(), nil, "值班") // the card of the day, or of the shift
	if p.withText(director, nil, "1月31日 值班", "现在", "明天（2月1日）") == nil {
		t.Errorf("the director has no duty card:\n%s", p.transcript(director, nil))
	}
	if m := p.withButton(p.zhang(), nil, "到岗"); m == nil || !strings.Contains(m.Text, "还没有人到岗") {
		t.Fatalf("no card to check in on:\n%s", p.transcript(p.zhang(), nil))
	}
	// Nobody comes.
	p.until("08:46")
	if p.withText(p.he(), nil, "无人到岗", "15 分钟", "张秋溪 139-0000-0081") == nil {
		t.Errorf("the leader was not told:\n%s", p.transcript(p.he(), nil))
	}
	if p.withText(director, nil, "无人到岗") != nil {
		t.Error("the director was told too early")
	}
	p.until("09:01")
	if p.withText(director, nil, "无人到岗", "30 分钟", "139-0000-0081") == nil {
		t.Error("the director was not told")
	}
	if toast := p.presses(p.zhang(), nil, "到岗"); !strings.Contains(toast, "已记录") {
		t.Errorf("checked in with %q", toast)
	}
	p.sees(director, nil, "张秋溪 09:01 已到岗")
	p.sees(p.he(), nil, "已到岗")
	// The duty phone.
	p.presses(p.zhang(), nil, "值班电话已试通")
	if m := p.withButton(p.zhang(), nil, "不通"); m == nil || !strings.Contains(m.Text, "值班电话已试通：张秋溪") {
		t.Errorf("the card does not say that the phone works:\n%s", p.transcript(p.zhang(), nil))
	}
	if toast := p.presses(p.he(), nil, "值班电话已试通"); !strings.Contains(toast, "处理过") {
		t.Errorf("the same again: %q", toast)
	}
	if toast := p.presses(p.zhang(), nil, "不通"); !strings.Contains(toast, "告知") {
		t.Errorf("dead: %q", toast)
	}
	p.sees(director, nil, "值班电话不通", "0392-3312345")
	// The hand-over, in their own words.
	p.until("20:30")
	if p.withButton(p.zhang(), nil, "到岗") != nil {
		t.Error("one can still check in when the shift is over")
	}
	p.says(p.zhang(), nil, "值班") // the letter may be far up by now: the answer has the button too
	if m := p.sees(p.zhang(), nil, "现在"); len(m.Buttons) == 0 || m.Buttons[0][0].Text != "交班" {
		t.Errorf("buttons %v", m.Buttons)
	}
	p.presses(p.zhang(), nil, "交班")
	p.sees(p.zhang(), nil, "请写交班内容")
	p.says(p.zhang(), nil, "护理学院来电一次，已转学生处")
	p.sees(p.zhang(), nil, "已交给下一班")
	if p.withText(p.wu(), nil, "交班", "护理学院来电一次", "张秋溪 139-0000-0081") == nil {
		t.Errorf("the next shift has no note:\n%s", p.transcript(p.wu(), nil))
	}
	p.until("20:46")
	if p.withText(p.he(), nil, "还没有人接班") == nil {
		t.Errorf("their leader was not told:\n%s", p.transcript(p.he(), nil))
	}
	p.presses(p.wu(), nil, "接班")
	p.sees(p.zhang(), nil, "吴远舟", "已接班")
	if toast := p.presses(p.he(), nil, "接班"); !strings.Contains(toast, "处理过") {
		t.Errorf("taken over twice: %q", toast)
	}
	if n := p.events(workgroup.ShiftRelieved); n != 1 {
		t.Errorf("taken over %d times", n)
	}
	if len(p.Group.Posts()) > 6 {
		t.Errorf("%d posts in the group", len(p.Group.Posts()))
	}
}

func TestAHandOverNoteIsItsOwnWriters(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	p.until("20:30")
	zhang := p.zhang()
	p.presses(zhang, nil, "交班")
	p.says(zhang, nil, "/cancel")
	p.sees(zhang, nil, "已取消")
	p.says(zhang, nil, "无")
	p.presses(zhang, nil, "交班")
	p.says(zhang, nil, "未报 两家，已电话催") // begins with the word of a command
	if p.withText(p.wu(), nil, "交班", "未报 两家") == nil {
		t.Errorf("the note was taken for something else:\n%s", p.transcript(zhang, nil))
	}
	if toast := p.presses(p.he(), nil, "交班"); !strings.Contains(toast, "处理过") {
		t.Errorf("handed over twice: %q", toast)
	}
	// Asked, and not written for half an hour: what comes then is meant otherwise.
	p.until("08:30")
	head := p.Person("he-wangqiao")
	p.update(func(b workgroup.Book) {
		for s := range workgroup.Shifts.Each(b, "2020-01-31/2030") {
			s.Staff = append(s.Staff, "he-wangqiao")
			workgroup.Shifts.Put(b, s)
		}
	})
	p.says(head, nil, "值班")
	p.presses(head, nil, "交班")
	p.wait(31 * time.Minute)
	p.says(head, nil, "软件学院 零报告")
	p.sees(head, nil, "零报告", "对吗？")
	p.says(p.Head("ruanjian"), nil, "值班 3人") // no question for the roster
	if p.withText(p.Head("ruanjian"), nil, "没看懂日期") != nil {
		t.Error("words were taken for a date")
	}
}

func TestAnUrgentHandOverNoteIsANoteAndAnAlarm(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	p.until("20:30")
	p.presses(p.zhang(), nil, "交班")
	p.says(p.zhang(), nil, "软件学院学生李某刚刚确诊，已送医院")
	if p.withText(p.wu(), nil, "交班", "刚刚确诊") == nil {
		t.Error("the note was lost")
	}
	if p.withText(p.wu(), nil, "可能是一小时内必报的情况", "刚刚确诊") == nil {
		t.Error("nobody was woken")
	}
}

func TestASwapNeedsTheOtherAndTheOffice(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	office := p.Person("zhao-wangpu")
	p.says(p.wu(), nil, "/duty")
	p.presses(p.wu(), nil, "调班 1月31日 20:30")
	p.sees(p.wu(), nil, "想请谁替")
	if toast := p.presses(p.wu(), nil, "张秋溪"); !strings.Contains(toast, "已问张秋溪") {
		t.Errorf("asked with %q", toast)
	}
	p.sees(p.zhang(), nil, "吴远舟", "想请您替", "1月31日 20:30–次日08:30")
	p.presses(p.zhang(), nil, "同意")
	p.sees(office, nil, "调班申请", "由吴远舟换成张秋溪")
	p.presses(office, nil, "批准")
	p.sees(p.wu(), nil, "调班已批准")
	p.sees(p.zhang(), nil, "调班已批准")
	if got := p.roster(); got[1] != "31T20:30 he-songshi zhang-qiuxi" {
		t.Errorf("the roster is %v", got)
	}
	if toast := p.presses(p.he(), nil, "不批准"); !strings.Contains(toast, "处理过") {
		t.Errorf("a second decision: %q", toast)
	}
}

func TestTakingARunningPlaceAndGivingItBack(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	p.until("09:05")
	p.says(p.wu(), nil, "/duty")
	if toast := p.presses(p.wu(), nil, "我来顶班：替张秋溪"); !strings.Contains(toast, "由您值班") {
		t.Errorf("taken with %q", toast)
	}
	for _, who := range []*sandbox.Person{p.zhang(), p.wu(), p.he()} {
		if p.withText(who, nil, "吴远舟顶替张秋溪") == nil {
			t.Errorf("%s was not told", who.Name())
		}
	}
	if got := p.roster(); got[0] != "31T08:30 he-songshi wu-yuanzhou" {
		t.Errorf("the roster is %v", got)
	}
	if toast := p.presses(p.zhang(), nil, "撤销顶班"); !strings.Contains(toast, "已记录") {
		t.Errorf("given back with %q", toast)
	}
	if got := p.roster(); !slices.Equal(got, sampleDays) {
		t.Errorf("the roster is %v", got)
	}
	if toast := p.presses(p.wu(), nil, "撤销顶班"); !strings.Contains(toast, "处理过") {
		t.Errorf("given back twice: %q", toast)
	}
}

func TestWithoutARosterTheOfficeHearsOnceAndGapsEveryEvening(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	director := p.Holder(workgroup.Director)
	p.until("08:31")
	p.sees(director, nil, "还没有值班表", "3 位有值班职责的人")
	told := func(words string) (n int) {
		for _, m := range director.Sees(nil) {
			if m.From.Bot && strings.Contains(m.Text, words) {
				n++
			}
		}
		return n
	}
	p.until("08:32")
	p.adopts(pasted)
	p.until("20:01")
	if n := told("值班表有空档"); n != 1 {
		t.Errorf("told of the gap %d times by the first evening", n)
	}
	p.until("19:59")
	p.until("20:01")
	if n := told("值班表有空档"); n != 2 {
		t.Errorf("told of the gap %d times by the second evening", n)
	}
	if n := told("还没有值班表"); n != 1 {
		t.Errorf("told that there is no roster %d times", n)
	}
}

func TestDutyInEnglish(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	office := p.Person("zhao-wangpu")
	for _, who := range []*sandbox.Person{office, p.zhang(), p.wu()} {
		p.says(who, nil, "/language")
		p.presses(who, nil, "English")
	}
	p.says(office, nil, "/duty\nDate|Shift|Leader|Staff|Phone\n2020-01-31|day|何松石|张秋溪|0392-3312345\n2020-01-31|night|何松石|吴远周|")
	p.sees(office, nil, "not in force", "1 shift,", "line 3", "not on the roster of people", "吴远舟")
	p.presses(office, nil, "Put in force")
	p.until("08:30")
	p.presses(p.zhang(), nil, "I am here")
	p.presses(p.zhang(), nil, "Duty phone works")
	p.says(p.wu(), nil, "/duty tomorrow")
	p.sees(p.wu(), nil, "Nobody on duty")
	p.says(p.wu(), nil, "duty")
	p.presses(p.wu(), nil, "I take over for 张秋溪")
	if p.withText(p.wu(), nil, "Your shift", "Duty phone works: 张秋溪") == nil || p.withText(p.zhang(), nil, "吴远舟 is on duty from now on in place of 张秋溪") == nil {
		t.Errorf("not told:\n%s", p.transcript(p.wu(), nil))
	}
	p.until("20:30")
	p.presses(p.wu(), nil, "Hand over")
	p.says(p.wu(), nil, "无")
	p.sees(p.wu(), nil, "Handed on")
}

// Whoever reads an alarm is given the telephone that is answered now: the running shift's, until it is found dead.
func TestThePhoneThatIsAnsweredNow(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "我院一名学生确诊")
	if p.withText(he, nil, "0392-3312345") == nil || p.withText(he, nil, p.College.DutyPhone) != nil {
		t.Errorf("the shift's telephone is not given:\n%s", p.transcript(he, nil))
	}
	p.presses(p.zhang(), nil, "不通")
	song := p.Head("jidian")
	p.says(song, nil, "我院一名学生确诊")
	if p.withText(song, nil, p.College.DutyPhone) == nil {
		t.Errorf("a dead telephone is given:\n%s", p.transcript(song, nil))
	}
}
