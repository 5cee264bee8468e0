package stage

import (
	"slices"
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// figuresInGroup fails where the bot has posted a read-back or a question of a filing in the group.
func (p *play) figuresInGroup() {
	p.t.Helper()
	for _, m := range p.Group.Standing() {
		if m.From.Bot && !strings.HasPrefix(m.Text, "📋") && (strings.Contains(m.Text, "现有") || strings.Contains(m.Text, "】1月31日\n·") || strings.Contains(m.Text, "Fever")) {
			p.t.Errorf("the group reads:\n%s", m.Text)
		}
	}
}

// Figures that stand beside news of a case are read back in private.
func TestFiguresOfAnAlarmAreReadBackInPrivate(t *testing.T) {
	t.Parallel()
	for i, words := range []string{"我爱人刚刚确诊了，我现在在家隔离", "我院居家隔离2人，其中1人发热，昨天从武汉回来", "我院学生发热1人，上周接触过武汉回来的亲戚，居家隔离3人"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		song := p.Head("jidian")
		p.says(song, p.Group, words)
		p.reads(song, nil, "机电工程学院", "居家隔离 现有", "对吗？")
		p.figuresInGroup()
		p.says(song, p.Group, "还有发热1人") // more of the same
		p.figuresInGroup()
		p.presses(song, nil, "确认报送")
		if _, ok := p.filed("jidian"); !ok {
			t.Errorf("%s: not filed", words)
		}
		p.figuresInGroup()
		if i > 0 {
			continue
		}
		// The next day's figures of nobody are the group's as before.
		p.until("23:59")
		p.until("14:05")
		p.says(song, p.Group, "居家隔离3人，无发热")
		p.sees(song, p.Group, "居家隔离 现有 3")
	}
}

// Whoever cannot be written to is asked to press Start.
func TestFiguresOfAnAlarmBySomebodyWhoCannotBeWrittenTo(t *testing.T) {
	t.Parallel()
	p := early(t, "14:05", "song-shupu")
	song := p.Head("jidian")
	p.says(song, p.Group, "我院居家隔离2人，其中1人发热，昨天从武汉回来")
	p.sees(song, p.Group, "请到与我的私聊中继续", "按“开始”")
	p.figuresInGroup()
	song.Starts()
	p.settle()
	p.says(song, nil, "/report")
	p.reads(song, nil, "居家隔离 现有 2", "对吗？")
}

// A name beside an illness is offered to be taken out, and asked about in private.
func TestNamesBesideAnIllnessInTheGroup(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"他的室友王强、刘洋也发烧了", "学生王强发烧了", "李某居家隔离", "我们学院小王居家隔离，有点咳嗽"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		song := p.Head("jidian")
		p.says(song, p.Group, words)
		p.figuresInGroup()
		p.reads(song, nil, "可能是姓名和病情", "报送请在这里继续")
		p.presses(song, nil, "删除群里那条")
		if p.withText(song, p.Group, words) != nil {
			t.Errorf("%s still stands in the group", words)
		}
		groupHides(p, "王强", "刘洋", "李某", "小王")
	}
	// So is a name beside how a test came out.
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, p.Group, "软件学院李明结果阴性")
	p.presses(he, nil, "删除群里那条")
	groupHides(p, "李明")
	// Figures that name nobody are the group's.
	p = newPlay(t, Options{})
	p.until("14:05")
	song := p.Head("jidian")
	p.says(song, p.Group, "我院发热1人")
	p.sees(song, p.Group, "发热 现有 1")
	if p.withText(song, nil, "可能是姓名和病情") != nil {
		t.Error("offered to delete figures")
	}
}

func TestNamesOfSomebodyWhoCannotBeWrittenTo(t *testing.T) {
	t.Parallel()
	p := early(t, "14:05", "song-shupu")
	song := p.Head("jidian")
	p.says(song, p.Group, "他的室友王强、刘洋也发烧了")
	p.reads(song, p.Group, "请您自己删掉这一条")
	p.reads(song, p.Group, "请到与我的私聊中继续")
	p.figuresInGroup()
	if m := p.withText(song, p.Group, "请您自己删掉"); strings.Contains(m.Text, "已转值班员") {
		t.Errorf("nobody was woken: %s", m.Text)
	}
}

func TestNamesBesideAnIllnessInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	song := p.Head("jidian")
	p.says(song, p.Group, "学生王强发烧了")
	p.figuresInGroup()
	p.reads(song, nil, "may be a name and an illness", "go on with a report here")
	p.presses(song, nil, "Delete it from the group")
	if p.withText(song, p.Group, "王强") != nil {
		t.Error("it still stands in the group")
	}
}

// However somebody is named beside what they have, their name is offered to be taken out; who signs a count is not asked.
func TestWhoIsNamedIsOfferedToBeTakenOut(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.zhang()
	p.says(head, p.Group, "软件学院何望桥 居家隔离2人")
	if p.withText(head, nil, "可能是姓名和病情") != nil {
		t.Errorf("who signs a report is asked:\n%s", p.transcript(head, nil))
	}
	for _, words := range []string{"王五密接", "2栋302的张三咳嗽", "疑似人员：李某，身份证410601200001011234", "赵磊，男，19岁，发热"} {
		m := p.says(duty, p.Group, words)
		p.reads(duty, nil, "可能是姓名和病情")
		p.presses(duty, nil, "删除群里那条")
		if slices.ContainsFunc(p.Group.Standing(), func(one sandbox.Message) bool { return one.ID == m.ID }) {
			t.Errorf("%s: still stands in the group", words)
		}
	}
	// A diagnosis by name is asked about, and rings by itself.
	p.says(duty, p.Group, "张三 男 20岁 确诊")
	p.reads(duty, nil, "可能是姓名和病情")
	p.wait(workgroup.CallLife + 1)
	if k := p.kase(); k.Kind != workgroup.CaseConfirmed {
		t.Errorf("%+v", k)
	}
}

// While a case is open a name in the group says who the patient is, and is offered to be taken out; a question that names nobody is not.
func TestANameBesideAnOpenCaseIsOfferedToBeTakenOut(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	const asks = "您刚才在群里写的可能是姓名和病情"
	p.says(head, p.Group, "就是李婷")
	if p.withText(head, nil, asks) != nil {
		t.Error("no case is open")
	}
	p.calls(head, "确诊", "学生", "刚刚")
	for i, words := range []string{"急-0131-01 就是李婷", "就是软件1902的李婷", "听说是软件学院李婷？", "李婷现在40度"} {
		p.says(head, p.Group, words)
		n := 0
		for _, m := range head.Sees(nil) {
			if strings.Contains(m.Text, asks) {
				n++
			}
		}
		if n != i+1 {
			t.Fatalf("%s: asked %d times\n%s", words, n, p.transcript(head, nil))
		}
	}
	other := p.Head("huli")
	other.Replies(p.caseInGroup(), "是哪个学生？")
	p.settle()
	p.says(other, p.Group, "今天值班的是张秋溪")
	if m := p.withText(other, nil, asks); m != nil {
		t.Errorf("it names no patient:\n%s", m.Text)
	}
}
