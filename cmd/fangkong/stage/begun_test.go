package stage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// tells is what the bot has written since the counts were taken: “private”, “group” or “”, and the newest text there.
func (p *play) tells(who *sandbox.Person, private, group int) (where, text string) {
	p.t.Helper()
	switch {
	case p.count(who, p.Group) > group:
		for _, m := range who.Sees(p.Group) {
			if m.From.Bot {
				text = m.Text
			}
		}
		return "group", text
	case p.count(who, nil) > private:
		return "private", who.Last(nil).Text
	}
	return "", ""
}

// Figures that the form does not ask are no report, and never “其余为 0”.
func TestFiguresBesideTheFormAreNoReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	before := p.shelves()
	for _, words := range []string{"口罩200个", "教职工121名", "在岗18人", "进校200人", "在岗大概20人", "湖北籍3人"} {
		said := p.count(he, p.Group) + p.count(he, nil)
		p.says(he, p.Group, words)
		if p.count(he, p.Group)+p.count(he, nil) != said {
			t.Errorf("%s among colleagues was answered", words)
		}
		p.says(he, nil, words)
		p.sees(he, nil, "我读到：", "不作为报送", "零报告")
	}
	p.sees(he, nil, "湖北籍 3")
	board := p.board()
	for _, says := range []func(){
		func() { he.Says(p.Group, "软件学院 口罩200个") },
		func() { he.Says(p.Group, "更正：口罩200个") },
		func() { he.Replies(&board, "口罩200个") },
	} {
		private, group := p.count(he, nil), p.count(he, p.Group)
		says()
		p.settle()
		if where, text := p.tells(he, private, group); where != "private" || !strings.Contains(text, "口罩库存 200") {
			t.Errorf("told %q: %s", where, text)
		}
	}
	p.unchanged(before, "figures beside the form")
	if p.withText(he, nil, "其余为 0") != nil {
		t.Error("the rest was filed as nothing on the strength of a stock")
	}
}

// headsTwo is the sample college in which somebody heads one unit more.
func headsTwo(id workgroup.PersonID, unit workgroup.UnitID) *settings.Roster {
	_, roster := settings.Sample()
	for i, who := range roster.People {
		if who.ID == id {
			roster.People[i].Duties = append(slices.Clone(who.Duties), workgroup.Duty{Role: workgroup.Head, Unit: unit})
		}
	}
	return &roster
}

// Who heads two units is not asked which, where the figures would be no report of either.
func TestFiguresBesideTheFormOfTwoUnits(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: headsTwo("he-wangqiao", "jiaowu")})
	p.until("14:05")
	he := p.Person("he-wangqiao")
	private, group := p.count(he, nil), p.count(he, p.Group)
	p.says(he, p.Group, "口罩200个")
	if where, text := p.tells(he, private, group); where != "" {
		t.Errorf("answered in %q: %s", where, text)
	}
	p.says(he, p.Group, "居家隔离2人")
	if where, text := p.tells(he, private, group); where != "private" || !strings.Contains(text, "哪个单位") {
		t.Errorf("answered in %q: %s", where, text)
	}
}

// Beside a report such figures are kept and shown apart, and spoil no zero report.
func TestFiguresBesideAReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, nil, "零报告，口罩300个")
	p.sees(he, nil, "零报告：各项均为 0", "另记，日报表不问、不计入汇总：口罩库存 300")
	p.says(he, nil, "对")
	p.sees(he, nil, "✅ 已报送", "零报告", "另记：口罩库存 300")
	if s := p.figures("ruanjian", workgroup.Figures{"mask_stock": 300}); !s.Zero {
		t.Error("masks made a zero report an abnormal one")
	}
	p.says(song, nil, "居家隔离2人，教职工121名")
	m := p.sees(song, nil, "· 居家隔离 现有 2", "其余为 0", "另记，日报表不问、不计入汇总：教职工总数 121")
	if strings.Contains(m.Text, "· 教职工总数") || strings.Contains(m.Text, "（教职工）") {
		t.Errorf("shown as if the form asked for it: %s", m.Text)
	}
	// Once filed, a correction of them is one.
	p.says(he, nil, "更正：口罩200个")
	p.sees(he, nil, "口罩库存 300 → 200", "对吗？")
}

// A head who has begun a report in the group is answered: in private, else under the message. Talk is not.
func TestAHeadWhoBelievesToHaveReported(t *testing.T) {
	t.Parallel()
	mute := workgroup.PersonID("")
	for _, who := range newPlay(t, Options{}).Roster.People {
		for _, d := range who.Duties {
			if mute == "" && d.Unit == "huli" && d.Role == workgroup.Head {
				mute = who.ID
			}
		}
	}
	p := newPlay(t, Options{}, mute)
	p.until("14:05")
	he, jidian, huli := p.Head("ruanjian"), p.Head("jidian"), p.Person(mute)
	for _, c := range []struct {
		who         *sandbox.Person
		says        string
		where, want string
	}{
		{he, "软件学院 无", "group", "零报告：各项均为 0"},
		{he, "软件学院没有。", "group", "零报告：各项均为 0"},
		{he, "软件学院 0", "group", "零报告：各项均为 0"},
		{he, "软件学院 居家隔离2.5人", "group", "居家隔离 2.5 不是整数，准确是几人？"},
		{he, "居家隔离-2人", "group", "居家隔离还没有准数，准确是几人？"},
		{he, "居家隔离2/3人", "group", "居家隔离还没有准数，准确是几人？"},
		{he, "居家隔离1人，发热2.5人", "group", "发热 2.5 不是整数，准确是几人？"},
		{he, "软件学院 隔离2人3人", "group", "隔离观察还没有准数，准确是几人？"},
		{he, "软件学院 一切", "private", "没看懂"},
		{he, "软件学院 隔离", "private", "没看懂"},
		{he, "软件学院报", "private", "没看懂"},
		{he, "软件学院 未统计", "private", "没看懂"},
		{huli, "护理学院 隔离", "group", "没看懂"},
		{huli, "护理学院 口罩200个", "group", "不作为报送"},
		{jidian, "软件学院 无", "", ""},
		{jidian, "软件学院 隔离", "", ""},
		{jidian, "机电、电信还没报", "", ""},
		{he, "软件学院的同志辛苦了", "", ""},
		{he, "软件学院 收到", "", ""},
		{he, "软件学院有没有隔离的？", "", ""},
		{he, "今天食堂2个窗口", "", ""},
		{he, "无", "", ""},
	} {
		private, group := p.count(c.who, nil), p.count(c.who, p.Group)
		p.says(c.who, p.Group, c.says)
		where, text := p.tells(c.who, private, group)
		if where != c.where || !strings.Contains(text, c.want) {
			t.Errorf("%s: answered in %q: %s", c.says, where, text)
		}
		p.says(c.who, p.Group, "/cancel")
		p.wait(time.Minute)
	}
	if _, filed := p.filed("ruanjian"); filed {
		t.Error("filed without a word of confirmation")
	}
}
