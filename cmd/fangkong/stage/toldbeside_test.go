package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// neverReads fails where some message of somebody's private chat holds words.
func (p *play) neverReads(who *sandbox.Person, words string) {
	p.t.Helper()
	if m := p.withText(who, nil, words); m != nil {
		p.t.Errorf("%s reads %q:\n%s", who.Name(), words, m.Text)
	}
}

// Whoever a meeting writes of who is ill, or has met a case, is asked about, whatever the words are for beside that.
func TestWhoIsIllIsAskedAboutWhateverTheWordsAreFor(t *testing.T) {
	t.Parallel()
	for words, asks := range map[string]string{
		"后勤集团和学生处明天下班前把隔离宿舍准备好，另外软件学院有个学生发烧了39度":     "您刚才写到有人发热",
		"机电学院2月1日前完成排查，有一个学生低烧37.6，让他居家":             "您刚才写到有人发热",
		"决定：由旅游学院负责，明天12点前核实张丽（学号20190321）与确诊病例同车一事": "是本单位人员、今日新发生的吗",
		"决定：由汽车学院负责，今晚9点前联系坐G508次和确诊同车厢的李强":          "是本单位人员、今日新发生的吗",
		"缺席：何松石（发热在家隔离）":                             "您刚才写到有人发热",
		"缺席：何松石（其妻确诊，居家隔离）":                          "病的是谁",
		"形式：现场，于书记因为发烧视频参加":                          "您刚才写到有人发热",
		"会议时间：1月31日16：00\n会议地点：腾讯会议\n主持人：于书记\n参加人员：许院长、吕主任、各处室负责人\n请假人员：何松石\n记录人：朱思溪\n\n会议内容：\n1、学习上级文件。\n2、通报情况：护理学院1人发热待查；软件学院1人与确诊病例同乘一车。\n3、部署工作：（1）后勤处每天消毒两次（2）学生处明早9点前报湖北学生名单（3）安保处严格门禁\n\n散会。": "是本单位人员、今日新发生的吗",
	} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, words)
		p.reads(office, nil, asks, "前没有回答")
	}
}

// Of pasted minutes what heads nothing and the word that ends the meeting are no points, and what is arranged by points is read back as decisions where it
// says by whom and until when.
func TestPastedMinutesWithNumberedPoints(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "主持人：于书记\n记录人：朱思溪\n\n会议内容：\n1、学习上级文件。\n2、通报情况：各单位平稳。\n3、部署工作：（1）后勤处每天消毒两次（2）学生处明早9点前报湖北学生名单（3）安保处严格门禁\n\n散会。")
	if got := p.decided(); strings.Join(got, "\n") != "学生处明早9点前报湖北学生名单" {
		t.Errorf("%q", got)
	}
	p.view(func(b workgroup.Book) {
		m, _ := workgroup.LastMeeting(b, "2020-01-31")
		for _, one := range m.Notes {
			if strings.Contains(one.Text, "会议内容") || strings.Contains(one.Text, "散会") {
				t.Errorf("%q", one.Text)
			}
		}
	})
}

// What a meeting arranges for whoever may fall ill, and how many others count elsewhere, is asked about nowhere.
func TestWhatTellsOfNobodyIsNotAskedAbout(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	for _, words := range []string{
		"传达：省内确诊278例，鹤壁市新增确诊2例", "安排：各学院如有学生发热及时送医", "决定：安保处严格门禁，体温超过37.3度的不得入校，今晚8点前落实", "分析：截至今日全院无疑似、确诊病例，居家隔离45人",
		"决定：后勤集团明天18点前备好隔离宿舍20间", "各学院明天12点前摸排有无发热学生", "缺席：何松石（出差）", "安排：要求各单位每天测体温，发热人员不得上岗",
	} {
		p.says(office, nil, words)
	}
	p.wait(10 * time.Minute)
	p.neverReads(office, "您刚才写")
	p.neverReads(p.Holder(workgroup.DutyStaff), "没有回答")
}

// What is said of somebody beside a decision goes to nobody who is to carry it out; what the decision is about does.
func TestWhatIsSaidOfSomebodyBesideADecisionIsNoPartOfIt(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	for _, words := range []string{
		"后勤集团和学生处明天18点前把隔离宿舍准备好，另外软件学院有个学生发烧了39度", "决定：机电学院2月1日18点前完成排查，有一个学生低烧37.6，让他居家", "决定：由旅游学院负责，明天12点前核实张丽（学号20190321）与确诊病例同车一事",
	} {
		p.says(office, nil, words)
	}
	want := []string{"后勤集团和学生处明天18点前把隔离宿舍准备好", "机电学院2月1日18点前完成排查", "由旅游学院负责，明天12点前核实张丽（学号20190321）与确诊病例同车一事"}
	if got := p.decided(); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q", got)
	}
	p.reads(office, nil, "不写进决定", "有一个学生低烧37.6，让他居家")
	p.presses(office, nil, "记为议定事项")
}

// A question whether words of a meeting tell of a case does not fall silent: what must be reported within the hour opens one by itself, and of
// anything less the duty staff hear that nobody has answered.
func TestAQuestionOfACaseDoesNotFallSilent(t *testing.T) {
	t.Parallel()
	for words, opens := range map[string]int{
		"传达：省厅视频会精神；另外护理学院报告一名学生疑似，已送医院":    1,
		"审核：审核通过，国教学院新增疑似1例一并上报":            1,
		"分析：软件学院今天有一名学生发热38.2度，和武汉回来的同学同宿舍": 0,
		"安排：经管学院那个发烧的学生今晚送医院，经管学院派人陪":       0,
		"决定：由汽车学院负责，今晚9点前联系坐G508次和确诊同车厢的李强": 0,
		"缺席：何松石（发热在家隔离）":                    0,
	} {
		p := wholeEarly(t, "15:58")
		office, duty := p.Person("zhao-wangpu"), p.Holder(workgroup.DutyStaff)
		p.until("16:01")
		p.says(office, nil, words)
		says := "将告知值班员"
		if opens > 0 {
			says = "将自动立案并呼叫值班员"
		}
		p.reads(office, nil, "前没有回答", says)
		p.wait(4 * time.Minute)
		if n := len(p.open()); n != opens {
			t.Errorf("%s: %d cases\n%s", words, n, p.transcript(office, nil))
		}
		if opens == 0 {
			p.reads(duty, nil, "没有回答", "没有立案", "赵望朴")
			p.says(office, nil, "是")
			p.reads(office, nil, "已提醒值班员")
		}
	}
}

// Answered, nobody is told that it was not.
func TestAnAnsweredQuestionOfACaseIsOver(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, duty := p.Person("zhao-wangpu"), p.Holder(workgroup.DutyStaff)
	p.until("16:01")
	p.says(office, nil, "缺席：何松石（发热在家隔离）")
	p.presses(office, nil, "不是")
	p.wait(10 * time.Minute)
	p.neverReads(duty, "没有回答")
}

// The result of a decision that tells of a case is the result, and the case is asked about with the same time to answer.
func TestAResultThatTellsOfACase(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner := p.Head("xuesheng")
	p.until("16:01")
	p.owing("摸清返校名单")
	p.says(owner, nil, "已办结：摸清12人，其中1人疑似，已住院")
	p.reads(owner, nil, "前没有回答", "将自动立案")
	p.wait(4 * time.Minute)
	if n := len(p.open()); n != 1 || !p.decision("001").Done.Done() {
		t.Errorf("%d cases, %+v\n%s", n, p.decision("001"), p.transcript(owner, nil))
	}
}

// What a button of a decision has asked for is that, and whoever it tells of is asked about; so is whoever words tell of that are refused.
func TestWordsThatWereAskedForAndRefusedOnesAreHeard(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	owner, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
	p.until("16:01")
	p.owing("摸清返校名单")
	p.presses(owner, nil, "申请延期")
	p.says(owner, nil, "延到2月3日12点，我处一个干事发烧了，人手不够")
	p.reads(owner, nil, "已转", "申请延期到 2月3日 12:00")
	p.reads(owner, nil, "您刚才写到有人发热", "将告知值班员")
	p.presses(owner, nil, "办结")
	p.says(owner, nil, "名单已报，其中1人疑似，已住院")
	p.reads(owner, nil, "已提醒值班员")
	p.reads(owner, nil, "“名单已报”是这一项的办理结果吗")
	p.presses(owner, nil, "办结 决-0131-01")
	if d := p.decision("001"); d.Result != "名单已报" {
		t.Errorf("%+v", d)
	}

	p.says(office, nil, "1月20日会议纪要：分析：软件学院有个学生发烧了39度")
	p.reads(office, nil, "1月20日 没有开过研判会")
	p.reads(office, nil, "您刚才写到有人发热", "前没有回答")
}

// Of a long message it is said whom the question is of.
func TestAQuestionOfALongMessageSaysOfWhom(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.says(office, nil, "主持人：于书记\n记录人：朱思溪\n1、学习上级文件，传达省厅视频会议精神，各单位认真贯彻落实。\n2、通报情况：护理学院1人发热待查；软件学院1人与确诊病例同乘一车。\n3、部署工作：后勤处每天消毒两次")
	p.reads(office, nil, "“护理学院1人发热待查”", "“软件学院1人与确诊病例同乘一车”", "是本单位人员、今日新发生的吗")
}
