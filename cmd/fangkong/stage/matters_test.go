package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// filledDay is a day at one minute past four: three units have reported, one waits to be confirmed, a lead unit has changed a sum, a case is open, a
// notice is out and the meeting has decided something.
func filledDay(t *testing.T) *play {
	t.Helper()
	p := newPlay(t, Options{})
	lead, office := p.Head("xuesheng"), p.Person("zhao-wangpu")
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "学生居家隔离3人，教职工居家隔离1人，发热2人，武汉回来的4人")
	p.presses(p.Head("ruanjian"), nil, "报送")
	p.says(p.Head("huli"), nil, "居家隔离2人，滞留湖北5人，其余无")
	p.presses(p.Head("huli"), nil, "报送")
	p.publishes("各单位：明天起每日晨检，请遵照执行。")
	p.says(p.Head("lvyou"), nil, "我院一名学生今天确诊")
	p.until("14:35")
	p.zero("jidian")
	p.until("14:50")
	p.says(lead, nil, "改合计 居家隔离 6 机电学院电话报了1人")
	p.presses(lead, nil, "确认这个数")
	p.until("16:01")
	p.says(office, nil, "现在开会")
	p.says(office, nil, "决定：宿舍消毒，由后勤集团负责，今天18点前完成")
	p.presses(office, nil, "记为议定事项")
	return p
}

// What a director really asks is answered from the book, each in its own way; what nobody has told this house is said in one sentence that names
// what can be asked, and never with how units report.
func TestWhatADirectorReallyAsks(t *testing.T) {
	t.Parallel()
	p := filledDay(t)
	director := p.Holder(workgroup.Director)
	const (
		missing, summary, kase, decisions, notices, paper, meeting, cannot = "已报 3/11。\n未报：", "1月31日 汇总（", "🚨 急-0131-01", "· 决-0131-01 宿舍消毒", "📢 通知第 1 号", "上报件还没有人拟稿", "每日分析研判 16:00", "这一句我答不了"
	)
	for _, c := range []struct{ words, want string }{
		{"哪些单位没报？", missing}, {"还有哪几个单位没报上来", missing}, {"报上来多少了", missing}, {"14点半报了几家", "已报 2/11（截至 14:30）"}, {"谁没确认", "待确认：旅游学院"},
		{"软件学院报了吗？", "软件学院 1月31日 日报：14:05 已报送"}, {"机电学院几点报的", "14:35 已报送"}, {"软件学院报了什么", "软件学院日台账"}, {"三个牵头单位都报了吗", "汇总表，看哪一张"}, {"学生处怎么还没报汇总", "学生汇总 1月31日"},
		{"谁迟报了", "机电工程学院 14:35 逾时"}, {"迟报几家", "机电工程学院 14:35 逾时"}, {"迟报的原因是什么", "机电工程学院 14:35 逾时"},
		{"现在几例？", summary}, {"今天新增几例", summary}, {"今天情况怎么样", summary}, {"有什么情况", summary}, {"和昨天比怎么样", summary}, {"比昨天多了几个", summary}, {"哪些数据有疑问", summary}, {"发一份今天的汇总", summary}, {"把日报表发我看看", summary},
		{"昨天多少人？", "1月30日 没有开展报送"}, {"昨天确诊几个", "1月30日 没有开展报送"},
		{"现在有几例确诊？", "⚠️ 旅游学院 确诊"}, {"有没有确诊的", "确诊 现有：0 人"}, {"有疑似吗", "疑似 现有：0 人"}, {"还有没有新的疑似", "疑似 新增：0 人"}, {"有没有发烧的", "发热 现有：2 人"}, {"老师有隔离的吗", "居家隔离（教职工） 现有：1 人"},
		{"软件学院多少人隔离", "居家隔离 现有：4 人"}, {"软件学院有几个发烧的", "发热 现有：2 人"}, {"学生有多少在家隔离", "居家隔离（学生） 现有：3 人"}, {"在武汉的几个", "在武汉"}, {"在鄂的有几个", "滞留湖北 现有：5 人"},
		{"武汉回来的有几个？", "只有自己写了的单位：软件学院 4 人"}, {"返校的有几个", "没有问“今日返回”"},
		{"哪个单位隔离的最多", "· 软件学院：4 人\n· 护理学院：2 人\n待确认：旅游学院\n未报，不知有没有："}, {"发热的是哪个单位的", "· 软件学院：2 人"}, {"哪个学院有确诊", kase},
		{"谁值班？", "值班"}, {"今晚谁带班", "值班"}, {"值班电话多少", "值班"}, {"明天谁值班", "2月1日 值班"},
		{"紧急的处理完了吗？", kase}, {"急件处理得怎么样了", kase}, {"旅游学院那个确诊的学生现在怎么样了", kase}, {"那个病例报疾控了吗", kase}, {"社区报了没有", kase}, {"谁接的手", kase},
		{"市里的报告发了吗？", paper}, {"报告签了吗", paper}, {"报告写好了吗", paper}, {"上报稿到谁那了", paper}, {"有什么要我签的", paper}, {"省里的报告呢", paper},
		{"今天几点开会？", meeting + "，研判材料 15:50 定稿。\n会议 16:00 已开始"}, {"什么时候开会", meeting}, {"会开了吗", meeting}, {"明天几点开会", "2月1日 " + meeting}, {"会议纪要出来了吗", "还没有结束"}, {"研判材料呢", "研判材料 v1"},
		{"上次会上定的事办得怎样？", decisions}, {"昨天会上定的事落实了没有", decisions}, {"消毒做完了没有", decisions}, {"谁负责消毒", decisions}, {"会上定了几件事", decisions},
		{"谁还没看通知？", notices}, {"通知都看了吗", notices}, {"通知发下去了吗", notices}, {"几个人没看通知", notices},
		{"重点人员多少", cannot}, {"口罩还有多少", cannot}, {"食堂能堂食吗", cannot}, {"全校多少人", cannot}, {"What about the canteen?", cannot},
		{"软件学院咋样", "软件学院日台账"}, {"软件学院今天情况如何", "软件学院日台账"}, {"学生处那边汇总怎么样了", "学生汇总 1月31日"}, {"昨天和今天比有什么变化", summary}, {"又有新增没有", summary}, {"有人发烧没有", "发热 现有：2 人"},
		{"谁在跟这个事", kase}, {"领导小组研究了吗", paper}, {"主任签了没", paper}, {"省厅的报了没有", paper}, {"后勤消毒了吗", decisions}, {"哪些事项超期了", decisions}, {"我今天要干啥", summary}, {"补报的有几家", summary}, {"更正过的有哪些", summary},
		{"报告编号是多少", "还没有编号"}, {"今天的报告几号", "还没有编号"}, {"报告文号多少", "还没有编号"}, {"最新的报告是第几号", "还没有编号"}, {"归档了吗", paper}, {"报告备案了没有", paper},
		{"决定都收到了吗", decisions}, {"决定落实得怎么样", decisions}, {"决定办完了几项", decisions}, {"哪些决定没收到", decisions}, {"谁还没收到决定", decisions},
		{"软件学院新增几人", "软件学院\n"}, {"护理学院今天新增几个", "护理学院\n"}, {"今天解除了几个", "居家隔离 解除："}, {"今天解除几人", "居家隔离 解除："}, {"护理学院解除了几个", "护理学院\n密切接触者 解除：0 人\n居家隔离 解除：没有填这一项"}, {"昨天解除几人", "1月30日 没有开展报送"},
		{"本周新增多少", "1月27日—1月31日 汇总"}, {"这周情况怎么样", "1月27日—1月31日 汇总"}, {"上周情况", "1月20日—1月26日 汇总"},
		{"哪个单位最多", "· 居家隔离 现有：软件学院 4 人、护理学院 2 人\n· 滞留湖北 现有：护理学院 5 人"}, {"哪个学院人最多", "· 发热 现有：软件学院 2 人"}, {"哪家报的人最多", "未报，不知有没有："},
		{"还差谁没签", paper}, {"谁还没签字", paper}, {"还差谁签", paper}, {"等谁审", paper}, {"审核到谁了", paper},
		{"Which number does the report have?", "还没有编号"}, {"Have all decisions been received?", decisions},
		{"几点截止", "请问防控办"}, {"更正怎么写", "请问防控办"}, {"请假的有几个", "向防控办报批"},
		{"How many are confirmed?", "确诊 现有：0 人"}, {"When is the meeting?", meeting}, {"Which units have fever?", "· 软件学院：2 人"}, {"Anything for me to sign?", paper}, {"How are things today?", summary},
	} {
		before := len(director.Sees(nil))
		p.says(director, nil, c.words)
		said := ""
		for _, m := range director.Sees(nil)[before:] {
			if m.From.Bot {
				said += m.Text + "\n"
			}
		}
		if !strings.Contains(said, c.want) || strings.Contains(said, "没看懂") || strings.Contains(said, "已转接手人") || c.want != "请问防控办" && strings.Contains(said, "连按两次「零报告」") {
			t.Errorf("%s: want %q:\n%s", c.words, c.want, said)
		}
	}
	if n := len(p.open()); n != 1 {
		t.Errorf("%d cases are open", n)
	}
}

// What the director asks the group is answered in private, and nothing of it stands in the group; what somebody else asks there is theirs to answer.
func TestWhatADirectorAsksTheGroup(t *testing.T) {
	t.Parallel()
	p := filledDay(t)
	director, head, lead := p.Holder(workgroup.Director), p.Head("huli"), p.Head("xuesheng")
	for _, c := range []struct{ words, want string }{
		{"哪些单位没报？", "已报 3/11"}, {"软件学院报了吗？", "14:05 已报送"}, {"学生居家隔离多少人？", "居家隔离（学生） 现有：3 人"}, {"武汉回来的有几个？", "软件学院 4 人"}, {"通知都看了吗", "通知第 1 号"},
	} {
		before, group := len(director.Sees(nil)), len(director.Sees(p.Group))
		p.says(director, p.Group, c.words)
		said := ""
		for _, m := range director.Sees(nil)[before:] {
			said += m.Text + "\n"
		}
		if !strings.Contains(said, c.want) || len(director.Sees(p.Group)) != group+1 {
			t.Errorf("%s: %s", c.words, said)
		}
	}
	for _, who := range []*sandbox.Person{head, lead} {
		before, group := len(who.Sees(nil)), len(who.Sees(p.Group))
		p.says(who, p.Group, "学生居家隔离多少人？")
		if len(who.Sees(nil)) != before || len(who.Sees(p.Group)) != group+1 {
			t.Errorf("%s is answered", who.Name())
		}
	}
}

// Of a day that is over what it decided, did and left is told, also when all of it is done.
func TestWhatADirectorAsksOfADayThatIsOver(t *testing.T) {
	t.Parallel()
	p := filledDay(t)
	director, office, owner := p.Holder(workgroup.Director), p.Person("zhao-wangpu"), p.Head("houqin")
	p.says(owner, nil, "收到")
	p.says(owner, nil, "办结决-0131-01：宿舍已全部消毒")
	p.says(office, nil, "会议结束")
	p.wait(2 * time.Second)
	p.says(office, nil, "会议结束")
	p.wait(10 * time.Second)
	asks := func(words, want string) {
		t.Helper()
		before := len(director.Sees(nil))
		p.says(director, nil, words)
		p.wait(10 * time.Second)
		said := ""
		for _, m := range director.Sees(nil)[before:] {
			said += m.Text + "\n"
		}
		if !strings.Contains(said, want) {
			t.Errorf("%s: want %q:\n%s", words, want, said)
		}
	}
	const done = "1月31日 议定事项\n· 决-0131-01 宿舍消毒，由后勤集团负责，今天18点前完成（后勤集团，1月31日 18:00前）：✅ 已办结：宿舍已全部消毒"
	asks("消毒做完了吗", done)
	asks("会上定的事办得怎样", done)
	asks("会开完了吗", "结束，议定 1 项")
	asks("会议纪要出来了吗", "每日分析研判会议纪要（草稿）")
	p.until("23:59")
	p.until("09:00")
	asks("昨天会上定了什么", done)
	asks("上次会上定的事怎么样了", done)
	asks("昨天几点开的会", "1月31日 每日分析研判 16:00，研判材料 15:50 定稿。\n会议 16:0")
	asks("昨天学生居家隔离多少人", "1月31日\n居家隔离（学生） 现有：3 人")
	asks("昨天14点半居家隔离多少人", "1月31日（截至 14:30）")
	asks("昨天确诊几个", "旅游学院 确诊（急-0131-01）还没有计入日报")
	asks("今天有确诊吗", "旅游学院 确诊（急-0131-01）还没有计入日报")
	asks("昨天谁没报", "1月31日　已报 3/11")
	asks("昨天情况怎么样", "1月31日 汇总")
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "居家隔离5人，新增居家隔离1人，解除居家隔离0人，其余无")
	p.presses(p.Head("ruanjian"), nil, "数据无误")
	asks("哪个单位新增最多", "· 居家隔离 新增：软件学院 1 人")
	asks("周五谁没报", "1月31日　已报 3/11")
	asks("本周五学生居家隔离多少人", "1月31日\n居家隔离（学生） 现有：3 人")
	asks("星期五情况怎么样", "1月31日 汇总")
	asks("本周一谁没报", "1月27日 没有开展报送")
	asks("上周五情况怎么样", "1月24日 没有开展报送")
	asks("/summary 周五", "1月31日 汇总")
	asks("/asof 周五 14:30", "1月31日 14:30 时已知的情况")
	asks("/summary 软件学院 周五", "软件学院 1月31日 汇总")
	asks("本周一共新增多少", "1月27日—2月1日 汇总")
	asks("今天开会了吗", "2月1日 每日分析研判 16:00，研判材料 15:50 定稿。\n还没有开始")
}

// Whoever only heads a unit is told how to report, not what the college holds.
func TestAHeadWhoAsksTheSameReadsHowToReport(t *testing.T) {
	t.Parallel()
	p := filledDay(t)
	head := p.Head("qiche")
	for _, words := range []string{"今天情况怎么样", "市里的报告发了吗？", "上次会上定的事办得怎样？", "哪个单位隔离的最多", "那个病例报疾控了吗"} {
		before := len(head.Sees(nil))
		p.says(head, nil, words)
		for _, m := range head.Sees(nil)[before:] {
			if strings.Contains(m.Text, "汇总（") || strings.Contains(m.Text, "软件学院") || strings.Contains(m.Text, "旅游学院") || strings.Contains(m.Text, "拟稿") {
				t.Errorf("%s: a head reads %s", words, m.Text)
			}
		}
	}
}

// “机电怎么还没报？”, said in the group or in private by whoever answers for the unit, reminds its heads once, and is answered in private with how
// many have reported.
func TestAUnitThatIsAskedAfterIsReminded(t *testing.T) {
	t.Parallel()
	p := filledDay(t)
	director, lead, head, other := p.Holder(workgroup.Director), p.Head("xuesheng"), p.Head("qiche"), p.Head("huli")
	group := func(who *sandbox.Person) int { return len(who.Sees(p.Group)) }
	before, rung := group(director), len(head.Sees(nil))
	said := p.says(director, p.Group, "汽车怎么还没报？")
	p.sees(director, nil, "汽车工程学院 1月31日 的日报还没有报。已私聊提醒汽车工程学院的负责人。", "已报 3/11")
	p.marked(said, "👌")
	if group(director) != before+1 {
		t.Error("the group is answered")
	}
	p.sees(head, nil, director.Name()+"在问：汽车工程学院 1月31日 的日报还没有报送")
	p.says(lead, nil, "催催汽车学院")
	p.sees(lead, nil, "刚提醒过")
	if n := len(head.Sees(nil)) - rung; n != 1 {
		t.Errorf("reminded %d times", n)
	}
	p.says(director, nil, "催一下没报的")
	p.sees(director, nil, "已私聊提醒", "财务处", "汽车工程学院刚提醒过")
	p.says(director, nil, "护理学院怎么还没报")
	p.sees(director, nil, "护理学院 1月31日 日报：14:05 已报送")
	p.wait(11 * time.Minute)
	p.says(lead, nil, "汽车学院为什么还没交")
	p.sees(lead, nil, "已私聊提醒汽车工程学院的负责人")

	rung = len(head.Sees(nil))
	p.wait(11 * time.Minute)
	p.says(director, nil, "通知汽车学院")
	if len(head.Sees(nil)) != rung {
		t.Error("a notice that begins reminds")
	}
	// Who does not answer for it reminds nobody; what was filed says so where it was reminded.
	rung = len(head.Sees(nil))
	p.says(other, nil, "汽车学院怎么还没报")
	p.says(other, p.Group, "汽车怎么还没报")
	p.says(lead, nil, "催一下财务处")
	if len(head.Sees(nil)) != rung || strings.Contains(p.transcript(p.Head("caiwu"), nil), p.Head("xuesheng").Name()+"在问") {
		t.Error("reminded by somebody who does not answer for it")
	}
	p.zero("qiche")
	if !strings.Contains(p.transcript(head, nil), "不用再报") || p.events(workgroup.UnitUrged) < 2 {
		t.Errorf("%s", p.transcript(head, nil))
	}
}

// A report that is filed is known by its number, on its own day and later; one that is on its way has none yet, and never another's.
func TestTheNumberOfAReportIsAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	told := func(words string, want ...string) {
		t.Helper()
		p.checks(director, p.answered(director, words), words, want...)
	}
	p.until("15:10")
	told("报告编号是多少", "1月31日的上报件还没有编号", "还没有人拟稿", "!最近")
	p.drafts(drafter, "宿舍消毒两次", "无")
	p.saysSubmit(drafter)
	told("今天的报告几号", "审核中", "还没有编号")
	p.says(colleague, nil, "审核通过")
	p.says(director, nil, "签发")
	p.wait(2 * time.Second)
	p.says(director, nil, "签发")
	p.wait(10 * time.Second)
	p.says(drafter, nil, "已上报：传真；刚才；王科长")
	p.says(drafter, nil, "备案")
	told("报告编号是多少", "1月31日", "防控信〔2020〕1号", "!还没有编号")
	told("今天的报告几号", "防控信〔2020〕1号")
	p.until("23:59")
	p.until("14:05")
	told("昨天的报告是几号", "1月31日", "防控信〔2020〕1号")
	told("今天的报告编号", "2月1日的上报件还没有编号", "最近的是 1月31日 防控信〔2020〕1号")
	for _, words := range []string{"值班电话号码是多少", "第1号通知看了吗", "今天几号"} {
		told(words, "!防控信")
	}
}
