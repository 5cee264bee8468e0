package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A whole report is brought to its number by typing what stands on the buttons: who may not is told so, signing stays two steps, and of two
// reports the bot asks which.
func TestAReportIsSignedByTyping(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague := p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	director, leader := p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	p.until("15:10")
	p.says(director, nil, "签发")
	p.sees(director, nil, "还没有人拟稿", drafter.Name())
	p.says(director, nil, "起草上报稿")
	p.sees(director, nil, "没有人能签")
	p.says(drafter, nil, "拟稿送审")
	p.signOff(drafter, "1月31日", "草稿")
	p.saysSubmit(drafter)
	p.sees(drafter, nil, "四（工作开展情况）", "还没有写全")
	p.says(drafter, nil, "四：宿舍消毒两次")
	p.says(drafter, nil, "写五")
	p.says(drafter, nil, "继续排查")
	p.signOff(drafter, "四：宿舍消毒两次", "五：继续排查")
	p.saysSubmit(drafter)
	p.signOff(drafter, "审核中")

	p.says(drafter, nil, "审核通过")
	p.sees(drafter, nil, "不能自己审核")
	p.says(director, nil, "签发")
	p.sees(director, nil, "现在是“审核中”")
	p.says(colleague, nil, "退回：五请写具体")
	p.signOff(drafter, "草稿", "朱思溪 退回：五请写具体")
	p.says(drafter, nil, "五：明日起增加两个测温点")
	p.saysSubmit(drafter)
	p.says(colleague, nil, "看过了，没问题")
	p.signOff(director, "待签", "五：明日起增加两个测温点")

	for _, asks := range []string{"能签发吗？", "上报件签了没有", "今天的上报稿到哪一步了"} {
		p.says(director, nil, asks)
		if last := director.Last(nil); !strings.HasPrefix(last.Text, "📄 1月31日") {
			t.Errorf("asked %q, told %q", asks, last.Text)
		}
	}

	// Signing: not by the drafter, not by the leading group, and in two steps; one nervous message is none.
	p.says(drafter, nil, "签发")
	p.sees(drafter, nil, "只有", "主任能签")
	p.says(leader, nil, "同意签发")
	p.sees(leader, nil, "主任能签")
	p.says(director, nil, "同意")
	p.sees(director, nil, "一般性信息", "再发一次“签发”")
	p.signOff(director, "待签")
	p.wait(3 * time.Minute) // what was read back so long ago is read back again
	p.says(director, nil, "签发")
	p.signOff(director, "待签")
	p.wait(2 * time.Second)
	p.says(director, nil, "签发")
	p.wait(10 * time.Second)
	p.signOff(director, "已签", "签发：")

	p.says(drafter, nil, "已报送：传真；明天10:00；王科长")
	p.sees(drafter, nil, "请一次写全三项")
	p.says(drafter, nil, "已报送")
	p.sees(drafter, nil, "方式；时间；接收人")
	p.says(drafter, nil, "传真；刚刚；王科长")
	p.signOff(drafter, "已上报", "王科长接收")
	p.says(drafter, nil, "备案")
	p.signOff(drafter, "防控信〔2020〕1号", "已备案")
	// A case comes first, and a reason that sounds like one is asked about as well.
	p.says(colleague, nil, "已报送：软件学院有个学生确诊了")
	if !strings.Contains(p.transcript(colleague, nil), "🚨 紧急报告：确诊") {
		t.Errorf("the case was not heard:\n%s", p.transcript(colleague, nil))
	}
	p.presses(colleague, nil, "不是紧急情况，撤销")
	// What waits for nothing takes no words of any day.
	p.says(leader, nil, "已报送")
	if strings.Contains(p.transcript(leader, nil), "这一步办不了") {
		t.Errorf("talk was taken for a sign-off:\n%s", p.transcript(leader, nil))
	}
	p.audited(1)
}

// An important report is reviewed by typing, on the card that is answered; typed before its writer could see the report as it is, nothing
// is done.
func TestWhatIsTypedCountsOfWhatCouldBeSeen(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, leader := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	p.until("14:05")
	for _, u := range fewUnits().Units {
		p.zero(u.ID)
	}
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.says(drafter, nil, "按重要办理")
	must(t, p.Fall())
	drafter.Says(nil, "送审")
	colleague.Says(nil, "审核通过")
	must(t, p.Skip("15:20"))
	must(t, p.Raise())
	p.settle()
	p.sees(colleague, nil, "刚有变化")
	p.signOff(colleague, "审核中", "重要疫情信息")
	p.says(colleague, nil, "审核通过")
	p.says(director, nil, "签发")
	p.sees(director, nil, "要先经", "研究")
	card := p.withButton(leader, nil, "记研究意见")
	leader.Replies(card, "研究意见：15:20；会议；于思霖、许清朴；同意上报")
	p.settle()
	p.signOff(director, "已研究，待签", "同意上报")
	// Recorded again before it is signed, it is put right.
	p.says(leader, nil, "研究意见：刚刚；会议；于思霖；同意上报")
	p.signOff(director, "研究：15:20，会议，于思霖，同意上报")
	// The leading group has looked at it as it was: a figure changes, and what the director typed meanwhile signs nothing.
	p.says(director, nil, "签发")
	p.wait(2 * time.Second)
	p.says(p.Head("huli"), nil, "更正：居家隔离1人")
	p.presses(p.Head("huli"), nil, "确认报送")
	p.says(director, nil, "签发")
	p.sees(director, nil, "现在是“草稿”")

	// Yesterday's is still open: which?
	p.saysSubmit(drafter)
	p.says(drafter, nil, "按一般办理")
	p.update(func(b workgroup.Book) {
		today, _ := workgroup.LastPaper(b, "2020-01-31")
		today.Date = "2020-01-30"
		workgroup.Papers.Put(b, today)
	})
	p.says(colleague, nil, "审核通过")
	p.sees(colleague, nil, "有 2 份上报件")
	p.presses(colleague, nil, "1月31日，审核中")
	p.signOff(leader, "待领导小组研究")
	p.update(func(b workgroup.Book) { workgroup.Papers.Drop(b, "2020-01-30/01") })
	p.audited(1)
}

// A report of the last day of a year is filed in the next: its number and its register are of the year in which it was signed, which is the one on it.
func TestAReportOfTheLastDayOfAYear(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Start: time.Date(2019, 12, 31, 13, 50, 0, 0, zone())})
	drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("ruanjian")
	p.until("14:05")
	p.says(head, nil, "居家隔离2人（学生2人、老师0人）")
	p.presses(head, nil, "报送")
	p.until("23:50")
	p.drafts(drafter, strings.Repeat("一二三四五六七八九十", 390)+"\n\u0001<b>&", "无")
	p.saysSubmit(drafter)
	p.says(colleague, nil, "审核通过")
	p.says(director, nil, "签发")
	p.wait(2 * time.Second)
	p.says(director, nil, "签发")
	p.wait(10 * time.Second)
	p.says(director, nil, "签发")
	p.sees(director, nil, "现在是“已签”")
	p.until("00:01")
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.says(drafter, nil, "备案")
	p.signOff(drafter, "12月31日", "防控信〔2019〕1号")
	p.says(director, nil, "/archive 12月31日")
	p.sees(director, nil, "防控信〔2019〕1号 12月31日")
	p.presses(director, nil, "2019 年登记簿")
	p.wait(10 * time.Second)
	p.sees(director, nil, "2019 年上报信息备案登记簿，共 1 件")
	p.says(director, nil, "/asof 23:50 昨天")
	p.sees(director, nil, "12月31日 23:50 时已知的情况", "居家隔离 现有 2")
	p.until("14:05")
	p.says(head, nil, "居家隔离3人（学生3人、老师0人），新增居家隔离1人，解除居家隔离0人")
	p.presses(head, nil, "报送")
	p.says(head, nil, "我院的台账")
	p.sees(head, nil, "1月1日", "昨日 2 ＋ 新增 1 − 解除 0 ＝ 现有 3")
	p.audited(1)
}

// The same in English, on the card that is answered.
func TestAReportIsTypedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("15:10")
	p.says(drafter, nil, "/summary")
	p.presses(drafter, nil, "Report")
	p.wait(10 * time.Second)
	p.presses(drafter, nil, "Draft and send round")
	p.says(drafter, nil, "write 4")
	p.says(drafter, nil, "none")
	p.says(drafter, nil, "Write 5")
	p.says(drafter, nil, "none")
	p.says(drafter, nil, "Send round")
	p.sees(drafter, nil, "nobody has filed (0/11)", "Send the word once more")
	p.wait(2 * time.Second)
	p.says(drafter, nil, "Send round")
	p.signOff(drafter, "Being checked")
	p.says(colleague, nil, "Return: please say more of part four")
	p.signOff(drafter, "please say more of part four")
	p.says(drafter, nil, "send round")
	p.wait(2 * time.Second)
	p.says(drafter, nil, "send round")
	p.says(colleague, nil, "checked")
	card := p.withButton(director, nil, "Sign")
	director.Replies(card, "Sign")
	p.settle()
	p.sees(director, nil, "Send “sign” once more")
	p.wait(2 * time.Second)
	director.Replies(card, "sign")
	p.settle()
	p.wait(10 * time.Second)
	p.says(drafter, nil, "sent: fax; just now; Mr Wang")
	p.signOff(drafter, "taken by Mr Wang")
	p.says(drafter, nil, "file")
	p.signOff(drafter, "Filed", "No. 1 of 2020")
	p.audited(1)
}
