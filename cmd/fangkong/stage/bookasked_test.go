package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// What whoever oversees the college asks in their own words is answered from the book, with its date and how many units it covers.
func TestTheDirectorAsks(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: only(wholeCollege(), "xuesheng", "renshi", "houqin", "houqinchu", "ruanjian", "huli")})
	director, office, head, nurse := p.Holder(workgroup.Director), p.Person("zhao-wangpu"), p.Head("ruanjian"), p.Head("huli")
	p.until("14:05")
	p.says(head, nil, "软件学院 学生居家隔离3人，教职工居家隔离1人，发热2人")
	p.presses(head, nil, "确认报送")
	asks := func(words string, want ...string) {
		t.Helper()
		before := len(director.Sees(nil))
		p.says(director, nil, words)
		said := ""
		for _, m := range director.Sees(nil)[before+1:] {
			said += m.Text + "\n"
		}
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("%s: should say %q:\n%s", words, w, said)
			}
		}
		if strings.Contains(said, "没看懂") || strings.Contains(said, "零报告」；有情况直接写") {
			t.Errorf("%s: %s", words, said)
		}
	}
	asks("今天学生居家隔离多少人", "1月31日", "截至 14:05", "居家隔离（学生） 现有：3 人", "2 家中 1 家已报这一项")
	asks("体温异常的有几个？", "发热 现有：2 人", "6 家中 1 家")
	asks("现在确诊的有几个", "确诊", "6 家")
	asks("隔离的一共多少人", "居家隔离 现有：4 人", "集中隔离")
	asks("软件学院居家隔离几人", "软件学院", "现有：4 人")
	asks("今天谁迟报了", "1月31日", "已报 1/6", "没有逾时、迟报的单位", "未报：护理学院")
	asks("昨天谁迟报了", "1月30日 没有开展报送")
	asks("哪些议定事项没办", "还没办结的议定事项")
	asks("软件学院报了吗", "14:05 已报送")
	for _, words := range []string{"软件学院负责人是谁", "软件学院找谁？", "给我软件学院负责人电话", "who heads the School of Software"} {
		asks(words, "软件学院的负责人", head.Name()+" 139-")
	}
	asks("现在还有几个紧急情况没办结", "没有正在处理的紧急情况")
	asks("今晚谁值班", "值班")
	asks("报告发出去了没有", "还没有人拟稿")
	asks("未读通知有谁", "没有等人阅、等人办的通知")
	p.until("14:41")
	p.zero("huli")
	asks("哪些单位逾时了", "护理学院 14:41 逾时")
	p.until("23:59")
	p.until("09:00")
	asks("昨天谁迟报了", "1月31日", "护理学院 14:41 逾时", "未报：")
	asks("昨天谁没报", "1月31日", "未报：")
	asks("1月31日学生居家隔离多少人", "1月31日", "现有：3 人")

	// Aloud they are answered in private, and of those alone who oversee the college.
	before := len(office.Sees(p.Group))
	p.says(office, p.Group, "@fangkong_bot 昨天学生居家隔离多少人")
	p.sees(office, nil, "居家隔离（学生） 现有：3 人")
	if after := office.Sees(p.Group); len(after) > before+1 {
		t.Errorf("the group reads %s", after[len(after)-1].Text)
	}
	p.says(nurse, nil, "昨天学生居家隔离多少人")
	if strings.Contains(p.transcript(nurse, nil), "现有：3 人") {
		t.Error("a head reads the college's figures")
	}
}

func TestTheDirectorAsksInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	director := p.Holder(workgroup.Director)
	p.until("14:05")
	p.says(director, nil, "How many students are in home quarantine?")
	p.sees(director, nil, "31 January (as of 14:05)", "Home quarantine", "no unit has told it yet")
	p.says(director, nil, "Who was late yesterday?")
	p.sees(director, nil, "30 January")
	p.says(director, nil, "Who is late today?")
	p.sees(director, nil, "Nobody was overdue or late")
	p.says(director, nil, "Has the report gone out?")
	p.sees(director, nil, "report")
}

// A right word at the wrong step says how far it has come and whose turn it is.
func TestARightWordAtTheWrongStep(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: only(wholeCollege(), "xuesheng", "renshi", "houqin", "houqinchu", "ruanjian")})
	director, zhao, zhu, lead, head := p.Holder(workgroup.Director), p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Head("xuesheng"), p.Head("ruanjian")
	p.until("15:10")
	for _, w := range []string{"归档", "备案", "登记上报", "退回"} {
		p.says(zhao, nil, w)
		p.sees(zhao, nil, "1月31日的上报件还没有人拟稿")
	}
	p.says(director, nil, "冻结")
	p.sees(director, nil, "研判材料（草稿）", "15:50 冻结")
	p.says(lead, nil, "送审")
	p.sees(lead, nil, "上报信息统一由防控办审核把关")
	p.reads(lead, nil, "学生汇总 1月31日", "已收 0/1", "连按两次「报送汇总」")
	p.says(lead, nil, "上报")
	p.sees(lead, nil, "上报信息统一由防控办审核把关")
	p.says(head, nil, "归档")
	p.sees(head, nil, "上报信息统一由防控办审核把关")
	p.says(head, nil, "同意")
	p.sees(head, nil, "现在没有等您“同意”的事")
	p.says(head, nil, "冻结")
	p.sees(head, nil, "研判材料和研判会由领导小组和防控办办理")
	p.drafts(zhao, "宿舍消毒两次", "无")
	p.saysSubmit(zhao)
	p.says(director, nil, "同意")
	p.signOff(director, "审核中", "请朱思溪按「审核通过」")
	p.says(zhu, nil, "归档")
	p.signOff(zhu, "审核中", "请朱思溪按「审核通过」")
	for _, who := range []string{p.transcript(director, nil), p.transcript(zhao, nil), p.transcript(zhu, nil), p.transcript(lead, nil), p.transcript(head, nil)} {
		if strings.Contains(who, "没看懂") {
			t.Error(who)
		}
	}
}

// Who reads English reads no Chinese but names: not their own title, not how a report is called, not when a review was.
func TestNoChineseIsLeftInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	office, leader, zhu := p.Person("zhao-wangpu"), p.Holder(workgroup.Leading), p.Person("zhu-sixi")
	p.until("15:10")
	for _, one := range p.Roster.People {
		who := p.Person(one.ID)
		if one.Title == "" || who == nil {
			continue
		}
		p.says(who, nil, "/whoami")
		if said := p.sees(who, nil, "id: ").Text; strings.Contains(said, one.Title) {
			t.Errorf("a title in Chinese: %s", said)
		}
		break
	}
	p.says(office, nil, "/archive nothing")
	if said := p.sees(office, nil, "None found").Text; strings.Contains(said, "号") {
		t.Error(said)
	}
	p.says(office, nil, "Draft and send round")
	p.says(office, nil, "Write 4: dormitories disinfected twice")
	p.says(office, nil, "Write 5: none")
	p.presses(office, nil, "Treat as important")
	p.presses(office, nil, "Send round")
	p.wait(2 * time.Second)
	p.presses(office, nil, "Send round")
	p.presses(zhu, nil, "Checked")
	p.says(leader, nil, "Review of the report: just now; meeting; Yu Silin; agreed")
	if card := p.paperCard(leader); !strings.Contains(card, "Reviewed: 15:10, meeting") {
		t.Errorf("when was it reviewed:\n%s", card)
	}
}
