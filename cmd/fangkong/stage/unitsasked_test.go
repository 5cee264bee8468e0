package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// Who asks which units have reported reads what stands in the book, not how their own unit stands: the head of a lead unit their sheet, the
// office the college, and each in private, wherever they asked.
func TestWhoAsksWhichUnitsHaveReportedIsTold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		who, words string
		want       string
	}{
		{"lead", "谁还没报？", "学生汇总 1月31日\n已收 2/"},
		{"lead", "还有哪些学院没交", "已收 2/"},
		{"lead", "汇总报了吗", "汇总：未报"},
		{"lead", "我们的汇总报上去了没有？", "汇总：未报"},
		{"lead", "现在收到几个了", "已收 2/"},
		{"lead", "还差几家", "已收 2/"},
		{"lead", "报齐了吗", "已收 2/"},
		{"lead", "都报了吗", "已收 2/"},
		{"lead", "Who is still missing?", "已收 2/"},
		{"lead", "how many have reported", "已收 2/"},
		{"lead", "has the sheet been filed?", "已收 2/"},
		{"lead", "护理学院报了吗", "护理学院 1月31日 日报：14:05 已报送。"},
		{"lead", "旅游学院今天报了没有", "旅游学院 1月31日 日报：未报。"},
		{"office", "谁还没报？", "1月31日 已报 2/11"},
		{"office", "还有谁没报", "1月31日 已报 2/11"},
		{"office", "现在收到几个了", "1月31日 已报 2/11"},
		{"office", "汇总报了吗", "汇总表，看哪一张？"},
		{"office", "学生处的汇总报了吗", "学生汇总 1月31日\n已收 2/"},
		{"office", "学生处报了吗", "学生处 1月31日 日报：未报。\n汇总：未报，已收 2/"},
		{"head", "谁还没报？", "1月31日 已报 2/11"},
		{"head", "旅游学院报了吗", "旅游学院 1月31日 日报：未报。"},
		{"head", "报了吗", "软件学院今天已于 14:05 报送"},
	} {
		t.Run(c.who+"/"+c.words, func(t *testing.T) {
			p := newPlay(t, Options{})
			asker := map[string]*sandbox.Person{"lead": p.Head("xuesheng"), "office": p.Person("zhao-wangpu"), "head": p.Head("ruanjian")}[c.who]
			p.until("14:05")
			p.zero("huli")
			p.zero("ruanjian")
			p.says(asker, nil, c.words)
			if m := p.sees(asker, nil); !strings.Contains(m.Text, c.want) {
				t.Errorf("told %q, want %q", m.Text, c.want)
			}
			// Aloud it is asked of colleagues too: nothing goes to the group.
			before := len(asker.Sees(p.Group))
			p.says(asker, p.Group, c.words)
			if after := asker.Sees(p.Group); len(after) != before+1 {
				t.Errorf("the group reads %q", after[len(after)-1].Text)
			}
		})
	}
}

// A step of the office, or of a lead unit, that is typed in the group is done in private, and whoever's it is reads that; whoever else says it
// to the bot reads whose it is.
func TestAStepTypedElsewhereIsToldWhereAndByWhom(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, head, director, staff := p.Head("xuesheng"), p.Head("ruanjian"), p.Holder(workgroup.Director), p.Person("zhao-wangpu")
	p.until("14:05")
	p.zero("huli")
	for _, c := range []struct {
		who         *sandbox.Person
		words, want string
	}{
		{lead, "报送汇总", "请私聊我发 “报送汇总”"},
		{lead, "退回护理学院，居家隔离是不是少了", "请私聊我发 “退回护理学院"},
		{director, "签发", "请私聊我发 “签发”"},
		{staff, "送审", "请私聊我发 “送审”"},
	} {
		before := len(c.who.Sees(p.Group))
		p.says(c.who, p.Group, c.words)
		p.sees(c.who, nil, c.want)
		if after := c.who.Sees(p.Group); len(after) != before+1 {
			t.Errorf("the group reads %q", after[len(after)-1].Text)
		}
	}
	for words, want := range map[string]string{"报送汇总": "报送汇总、退回询问由牵头单位（学生处、人事处、后勤集团）办", "退回护理学院，居家隔离是不是少了": "由牵头单位", "签发": "只有防控办主任能签", "审核通过": "上报信息统一由防控办审核把关"} {
		p.says(head, nil, words)
		p.sees(head, nil, want)
		before := len(head.Sees(nil))
		p.says(head, p.Group, words)
		if len(head.Sees(nil)) != before {
			t.Errorf("%q, said to colleagues, is answered", words)
		}
	}
	p.says(staff, nil, "签发")
	p.sees(staff, nil, "还没有人拟稿")
}

// The director asks of two lead units and hears of both; a unit is known by its short name with what it is; and nobody is told to press what they do
// not have.
func TestLeadUnitsAreAskedAboutTogether(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	director, he := p.Holder(workgroup.Director), p.Head("ruanjian")
	p.until("14:35")
	p.says(director, nil, "学生处汇总交了没有？人事处呢")
	p.sees(director, nil, "看哪一张", "学生处（学生）：未报", "人事处（教职工）：未报")
	p.says(director, nil, "学生处汇总交了没有")
	p.sees(director, nil, "汇总由学生处报送，还没有报，15:00 前报")
	p.wait(2 * time.Second)
	p.says(director, nil, "机电学院今天报了没有")
	p.sees(director, nil, "机电工程学院 1月31日 日报：未报")
	p.zero("ruanjian")
	p.says(he, nil, "我要一份我们学院的数据表")
	p.wait(5 * time.Second)
	file := false
	for _, m := range he.Sees(nil) {
		file = file || m.File != nil
	}
	if !file {
		t.Errorf("no file:\n%s", p.transcript(he, nil))
	}
}
