package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A stranger hears what is missing, that a report was not taken, and that a claim waits.
func TestWhatAStrangerIsTold(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	who, other := p.newcomer("李", "四"), p.newcomer("孔", "明")
	p.says(who, nil, "软件学院零报告")
	p.sees(who, nil, "没有收下", "我是＋单位＋姓名")
	p.lacks(who, nil, "请私聊")
	p.says(who, nil, "我是火星学院李四")
	p.sees(who, nil, "没有找到", "哪个单位")
	p.says(who, nil, "我是张三")
	p.sees(who, nil, "还差单位", "哪个单位")
	p.says(who, nil, "我是软件学院")
	p.sees(who, nil, "软件学院。请回复您的姓名")
	p.says(who, nil, "李四")
	p.sees(who, nil, "已转防控办：软件学院 李四")
	who.Starts()
	p.settle()
	p.sees(who, nil, "软件学院 李四", "等待防控办登记")

	// Said in the group, and the private chat opened while it waits: the answer comes there.
	p.says(other, p.Group, "我是艺术学院孔明")
	other.Starts()
	p.settle()
	p.sees(other, nil, "艺术学院 孔明", "等待防控办登记")
	director := p.Holder(workgroup.Director)
	p.presses(director, nil, "不是本院人员")
	p.sees(other, nil, "您登记为“艺术学院 孔明”的申请未获通过", "联系防控办")
}

// Whoever is known and says to be somebody else hears who they are known as.
func TestAHeadWhoSaysToBeSomebodyElse(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "我是艺术学院何望桥")
	p.sees(he, nil, "何望桥", "软件学院 负责人", "联系防控办")
	posts := len(p.Group.Posts())
	p.says(he, p.Group, "我是艺术学院何望桥")
	if len(p.Group.Posts()) != posts {
		t.Error("answered in the group")
	}
}

// A claimant who has no private chat reads on the joining card that somebody was registered, or no longer is, and nobody's name.
func TestTheJoiningCardSaysThatSomebodyWasRegistered(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	who, director := p.newcomer("李", "四"), p.Holder(workgroup.Director)
	p.says(who, p.Group, "我是软件学院李四")
	p.presses(director, nil, "登记为负责人")
	p.wait(time.Minute)
	if card := p.joining()[0]; !strings.Contains(card.Text, "今天已登记 1 人") || strings.Contains(card.Text, "李四") {
		t.Errorf("the card: %s", card.Text)
	}
	p.presses(director, nil, "撤销")
	p.wait(time.Minute)
	if card := p.joining()[0]; !strings.Contains(card.Text, "撤销 1 人") {
		t.Errorf("the card: %s", card.Text)
	}
}

// Buttons pressed while the bot was down were not heard: whoever has a filing open in private is told there.
func TestAPressInAnOutageIsToldInPrivate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2人")
	must(t, p.Fall())
	must(t, p.Skip("14:12"))
	must(t, p.Raise())
	p.settle()
	p.sees(he, nil, "14:05—14:12", "软件学院", "没有收到", "再按一次")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
}

// Words of courtesy, and what is not for a head to say.
func TestSmallWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, director, duty := p.Head("ruanjian"), p.Holder(workgroup.Director), p.Holder(workgroup.DutyStaff)
	for _, words := range []string{"收到", "谢谢", "好的", "收到，谢谢"} {
		count := p.count(he, nil)
		said := p.says(he, nil, words)
		if p.count(he, nil) != count {
			t.Errorf("%s is answered: %s", words, he.Last(nil).Text)
		}
		for _, m := range he.Sees(nil) {
			if m.ID == said.ID && strings.Join(m.Reactions, "") != "👌" {
				t.Errorf("%s is marked %v", words, m.Reactions)
			}
		}
	}
	p.says(director, nil, "你好")
	p.sees(director, nil, "/summary", "/missing")
	p.lacks(director, nil, "零报告")
	p.says(duty, nil, "你好")
	p.sees(duty, nil, "/missing", "/duty")
	p.lacks(duty, nil, "零报告", "/summary")
	p.says(director, nil, "/summary 昨天")
	p.sees(director, nil, "1月30日 没有开展报送，没有汇总可看")
	inspector := p.Holder(workgroup.Inspector)
	p.says(inspector, p.Group, "/summary")
	p.sees(inspector, nil, "请私聊我发 /summary")
	p.says(he, nil, "/report 不存在学院")
	p.sees(he, nil, "没有“不存在学院”这个单位，例如：/report 软件学院")
	p.says(he, nil, "居家隔离2.5人")
	p.sees(he, nil, "居家隔离 2.5 不是整数，准确是几人？")
	p.says(he, nil, "不填了")
	p.says(he, nil, "居家隔离新增2人，现有0人")
	p.sees(he, nil, "新增 2 人，但现有 0 人，对不上，请核对")
}
