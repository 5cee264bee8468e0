package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// One line in the sender's own words, in private: read back, and filed by a word.
func TestOneLineInPrivate(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "软件学院 居家隔离２人，无发热")
	p.sees(he, nil, "【软件学院】1月31日", "居家隔离 现有 2", "其余为 0", "居家隔离里学生几人？", "对吗？")
	p.says(he, nil, "对")
	p.sees(he, nil, "✅ 已报送", "居家隔离 现有 2")
	s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
	if s.Zero || len(s.Sources) != 1 || s.Sources[0].Text != "软件学院 居家隔离２人，无发热" {
		t.Errorf("the message is kept with the report: %+v", s.Sources)
	}
}

// In the group: a working message while it lasts, a mark under the head's own words when it ends.
func TestOneLineInTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	board := p.board()
	said := he.Replies(&board, "学生居家隔离十二人，教师一人，其余正常")
	p.settle()
	p.sees(he, p.Group, "居家隔离（学生） 现有 12", "居家隔离（教职工） 现有 1", "对吗？")
	p.says(he, p.Group, "对")
	p.wait(time.Minute)
	if left := p.talks(); len(left) != 0 {
		t.Errorf("the filing left %+v", left)
	}
	for _, m := range he.Sees(p.Group) {
		if m.ID == said.ID && (len(m.Reactions) != 1 || m.Reactions[0] != "👌") {
			t.Errorf("no mark under the head's own words: %v", m.Reactions)
		}
	}
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 13, "home_quarantine_now_student": 12, "home_quarantine_now_staff": 1})
}

// “对” long after the read-back, or from somebody else, is talk among colleagues.
func TestAWordThatWasNotMeant(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(he, p.Group, "我院居家隔离2人")
	p.says(song, p.Group, "对")
	p.wait(5 * time.Minute)
	p.says(he, p.Group, "好的")
	if _, ok := p.filed("ruanjian"); ok {
		t.Fatal("filed by a word that was not meant for the bot")
	}
	card := p.shown(he, p.Group)
	he.Replies(&card, "好的")
	p.settle()
	if _, ok := p.filed("ruanjian"); !ok {
		t.Error("a reply to the read-back was not taken for the answer")
	}
}

func TestSaidIsWrong(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2人")
	p.says(he, nil, "不对")
	p.sees(he, nil, "要改哪一项？")
	p.presses(he, nil, "居家隔离")
	p.says(he, nil, "4")
	p.sees(he, nil, "今日新增几人？")
	p.says(he, nil, "0")
	p.says(he, nil, "0")
	p.says(he, nil, "4")
	p.sees(he, nil, "居家隔离 现有 4", "对吗？")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 4, "home_quarantine_now_student": 4})
}

// 零报告 in words, from a unit of staff and in the ways people say it.
func TestZeroInWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	for unit, words := range map[workgroup.UnitID]string{"caiwu": "零报告", "jiaowu": "我处无异常", "ruanjian": "软件学院零报告", "jidian": "我院师生一切正常"} {
		who := p.Head(unit)
		p.says(who, nil, words)
		p.sees(who, nil, "零报告：各项均为 0", "对吗？")
		p.says(who, nil, "是的")
		if s := p.figures(unit, nil); !s.Zero {
			t.Errorf("%s: not a zero report", words)
		}
	}
}

// What is not sure is asked: a number without an item, an approximate one, “隔离” of which kind.
func TestDoubtsAreAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")

	p.says(he, nil, "隔离3人")
	p.sees(he, nil, "“隔离3人”指的是哪一项？")
	p.presses(he, nil, "居家隔离")
	p.sees(he, nil, "居家隔离 现有 3", "对吗？")

	p.says(he, nil, "居家隔离三四个人")
	p.sees(he, nil, "居家隔离还没有准数，准确是几人？")
	if m := p.withButton(he, nil, "确认报送"); m != nil {
		t.Error("an approximate figure can be filed")
	}
	p.says(he, nil, "4人")
	p.sees(he, nil, "居家隔离 现有 4", "对吗？")

	p.says(he, nil, "隔离大概五六个")
	p.sees(he, nil, "准确是几人？")
	p.says(he, nil, "5")
	p.sees(he, nil, "“隔离观察5人”指的是哪一项？")
	p.presses(he, nil, "集中隔离")
	p.sees(he, nil, "集中隔离 现有 5", "对吗？")

	p.says(he, nil, "不填了")
	p.says(he, nil, "隔离新增1人")
	p.sees(he, nil, "指的是哪一项？")
	p.presses(he, nil, "居家隔离")
	p.sees(he, nil, "居家隔离现有（含新增）几人？")
	p.says(he, nil, "6")
	p.says(he, nil, "0") // released; how many are new was said
	p.says(he, nil, "6")
	p.sees(he, nil, "居家隔离 现有 6", "居家隔离 新增 1")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 6, "home_quarantine_new": 1, "home_quarantine_now_student": 6})
}

// People at home are asked about, group by group: they are no headcount, and no zero report.
func TestPeopleAtHomeAreAskedAbout(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "我们院今天居家的学生5个，老师1个，别的都没有")
	p.sees(he, nil, "居家的学生5个”指的是哪一项？")
	p.presses(he, nil, "居家隔离")
	p.sees(he, nil, "“老师1个”指的是哪一项？")
	p.presses(he, nil, "居家隔离")
	p.sees(he, nil, "居家隔离 现有 6", "对吗？")
	p.presses(he, nil, "确认报送")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 6, "home_quarantine_now_student": 5, "home_quarantine_now_staff": 1})
}

// A head's number that stands alone in the group answers a colleague, not the bot.
func TestABareNumberInTheGroupIsTalk(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	song := p.Head("jidian")
	posts := len(p.Group.Posts())
	for _, words := range []string{"3", "3人", "我们下午三点开会", "收到", "谢谢", "没有"} {
		p.says(song, p.Group, words)
	}
	if now := p.Group.Posts(); len(now) != posts {
		t.Errorf("talk was answered: %+v", now[posts:])
	}
	board := p.board()
	song.Replies(&board, "3")
	p.settle()
	p.sees(song, p.Group, "“3”指的是哪一项？")
}

func TestSameAsYesterday(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, deng := p.Head("ruanjian"), p.Head("caiwu")
	p.says(he, nil, "居家隔离新增1人，现有3人")
	p.presses(he, nil, "确认报送")
	p.says(deng, nil, "跟昨天一样")
	p.sees(deng, nil, "财务处昨天没有报送", "零报告")
	p.until("23:59")
	p.until("14:05")
	p.says(he, nil, "跟昨天一样")
	p.sees(he, nil, "居家隔离 现有 3", "其余为 0", "对吗？")
	p.lacks(he, nil, "新增")
	p.says(he, nil, "对")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 3})
}

// Units that count staff only need not say so.
func TestOneLineOfAnOfficeUnit(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	deng := p.Head("caiwu")
	p.says(deng, nil, "教职工居家隔离1人")
	p.sees(deng, nil, "居家隔离 现有 1", "对吗？")
	p.lacks(deng, nil, "未分人员类别", "（教职工）")
	p.says(deng, nil, "确认")
	p.figures("caiwu", workgroup.Figures{"home_quarantine_now": 1})
}

func TestAFigureBeyondTheRosterIsAskedAndKept(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "居家隔离2000人")
	p.sees(he, nil, "超过名册人数 1516，是否有误？")
	p.presses(he, nil, "数据无误")
	if s := p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2000}); len(s.Doubts) == 0 {
		t.Error("the doubt is not kept")
	}
}

func TestOneLineInEnglish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	he := p.Head("ruanjian")
	p.says(he, nil, "/language")
	p.presses(he, nil, "English")
	p.until("14:05")
	p.says(he, nil, "居家隔离2人，无发热")
	m := p.sees(he, nil, "School of Software", "Home quarantine", "2", "Is that right?")
	if strings.Contains(m.Text, "居家") {
		t.Errorf("Chinese in an English read-back: %s", m.Text)
	}
	p.presses(he, nil, "File")
	p.sees(he, nil, "Filed")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
}

// A unit that the roster does not have is never the sender's own; a day that no calendar has is not today.
func TestAUnitNobodyHasAndADayThatNeverCame(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "火星学院零报告")
	p.sees(he, nil, "没有“火星学院”这个单位")
	p.says(he, nil, "计算机学院 居家隔离2人")
	p.sees(he, nil, "没有“计算机学院”这个单位")
	p.says(he, nil, "2月30日零报告")
	p.sees(he, nil, "没看懂日期“2月30日”")
	p.says(he, nil, "没有")
	p.sees(he, nil, "零报告", "对吗？")
}

// What changed since yesterday says nothing of how many there are: that is asked, and never 0.
func TestAChangeAloneAsksHowManyThereAre(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	for _, said := range [][2]string{{"居家隔离比昨天多2人", "居家隔离现有几人？"}, {"居家隔离新增2人", "今日新增 2 人。居家隔离现有（含新增）几人？"}, {"居家隔离解除2人", "居家隔离现有"}} {
		p.says(he, nil, said[0])
		p.sees(he, nil, said[1])
	}
	p.says(he, nil, "不填了")
	p.says(he, nil, "有一个学生发烧38度5")
	p.sees(he, nil, "发热（学生） 现有 1", "对吗？")
	p.says(he, nil, "更正昨天：居家隔离6人")
	p.sees(he, nil, "1月30日")
}

// Of a row of numbers none is lost: what no item is named for is asked, and somebody told of by name beside a figure is counted.
func TestOnePersonInARowOfNumbersIsNoZero(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, song := p.Head("ruanjian"), p.Head("jidian")
	p.says(song, nil, "发热0咳嗽0密接0居家0集中0封闭0疑似0确诊0滞留1")
	p.sees(song, nil, "滞留1”指的是哪一项？")
	p.says(song, nil, "对")
	if _, ok := p.filed("jidian"); ok {
		t.Error("filed without the one who is left somewhere")
	}
	p.says(he, nil, "居家隔离2人，其中小李今天发烧39度")
	p.sees(he, nil, "居家隔离 现有 2", "发热 现有 1")
	p.says(he, nil, "对")
	p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2, "fever_now": 1})
}

// A read-back that stands in the group and is confirmed in private is shown there, and filed by the next word.
func TestAReadBackOfTheGroupConfirmedInPrivate(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"对", "确认报送", "yes please"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		he := p.Head("ruanjian")
		p.says(he, p.Group, "居家隔离2人")
		p.wait(5 * time.Minute)
		p.says(he, nil, "我报了吗")
		p.reads(he, nil, "待您确认")
		p.says(he, nil, word)
		p.reads(he, nil, "居家隔离 现有 2", "对吗？")
		p.says(he, nil, word)
		p.figures("ruanjian", workgroup.Figures{"home_quarantine_now": 2})
	}
}
