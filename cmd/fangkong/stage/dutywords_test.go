package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// What people type in place of a button does what the button does.
func TestTheWordsOfAButtonDoWhatItDoes(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	p.until("08:35")
	zhang, wu := p.zhang(), p.wu()
	p.says(zhang, nil, "到岗")
	p.sees(zhang, nil, "“到岗”已记录")
	if n := p.events(workgroup.ShiftManned); n != 1 {
		t.Errorf("%d came", n)
	}
	p.says(wu, nil, "到岗")
	p.sees(wu, nil, "现在没有等您“到岗”的事", "值班")
	p.says(zhang, nil, "调班") // the day shift of the first of February alone lies ahead
	p.sees(zhang, nil, "想请谁替")
	p.says(wu, nil, "调班") // two nights
	p.sees(wu, nil, "值班")
	p.says(wu, nil, "我来顶班") // for the leader, or for the staff?
	if p.withText(wu, nil, "可以“我来顶班”的不止一处") == nil || p.withButton(wu, nil, "我来顶班：替张秋溪") == nil {
		t.Errorf("in place of whom?\n%s", p.transcript(wu, nil))
	}
	p.until("20:31")
	p.says(zhang, nil, "交班")
	p.sees(zhang, nil, "请写交班内容")
	p.says(zhang, nil, "无")
	p.says(wu, nil, "接班")
	p.sees(wu, nil, "“接班”已记录")
	p.says(zhang, nil, "那个那个")
	if m := p.sees(zhang, nil, "没看懂", "/duty", "/case"); strings.Contains(m.Text, "居家隔离") {
		t.Errorf("told to file: %q", m.Text)
	}
}

func TestTheWordsOfACasesButtons(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.says(duty, nil, "我来接手")
	p.sees(duty, nil, "现在没有等您“我来接手”的事")
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.says(duty, nil, "我来接手")
	if k := p.kase(); p.Person(k.Holder) != duty {
		t.Fatalf("held by %q", k.Holder)
	}
	p.says(duty, nil, "续报：核酸已采样")
	p.sees(duty, nil, "已记录")
	p.says(duty, nil, "电话记录")
	p.says(duty, nil, "王主任 没打通")
	p.sees(duty, nil, "王主任　未接")
	p.says(duty, nil, "电话记录：李老师 14:01 接通，说马上来")
	p.sees(duty, nil, "14:01 李老师　接通（说马上来）")
	if k := p.kase(); len(k.Remarks) != 1 || len(k.Phoned) != 2 || k.Remarks[0].Text != "核酸已采样" {
		t.Errorf("%+v", k)
	}
	// Of two cases it is asked which.
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	p.says(duty, nil, "电话记录")
	p.sees(duty, nil, "“电话记录”是哪一件")
	p.presses(duty, nil, "急-0131-02")
	p.sees(duty, nil, "急-0131-02 电话记录")
}

func TestARosterThatNobodyHeadedIsOffered(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	office := p.Person("zhao-wangpu")
	for _, text := range []string{"2月1日 白班 带班 何松石 值班 张秋溪", "2月份值班安排：2月1日 白班 带班 何松石 值班 张秋溪"} {
		p.says(office, nil, text)
		p.sees(office, nil, "是值班表吗")
		p.presses(office, nil, "是，读给我看")
		p.sees(office, nil, "未启用", "共 1 班", "2月1日 08:30")
	}
	p.says(office, nil, "2月1日值班的同志注意防护")
	if m := office.Last(nil); strings.Contains(m.Text, "是值班表吗") {
		t.Error("a sentence is taken for a roster")
	}
	// A file of somebody else's is not taken, and says what to do.
	head := p.Head("ruanjian")
	head.SendsDocument(nil, "a.csv", []byte("1,2"), "")
	p.settle()
	p.sees(head, nil, "这个文件我不收", "请用文字报送")
	p.says(p.zhang(), nil, "/start")
	if m := p.sees(p.zhang(), nil, "有紧急情况会呼叫您", "谁在值班发“值班”"); strings.Contains(m.Text, "/report") {
		t.Errorf("a duty member is told to file: %q", m.Text)
	}
}

// A table as README's header has it, written with spaces; its lines are counted the same under either heading.
func TestATableWithSpacesIsReadBackWithItsPhones(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	office := p.Person("zhao-wangpu")
	for _, head := range []string{"值班表", "/duty"} {
		p.says(office, nil, head+"\n日期 时段 带班领导 值班员 电话\n1月31日 08:30-20:30 何松石 张秋溪 0392-3312345\n1月31日 20:30-08:30 何松石 吴远舟\n2月30日 白班 何松石 吴远舟\n1月31日至2月2日 白班 何松石 吴远舟")
		p.sees(office, nil, "共 2 班", "带班 何松石；值班 张秋溪　电话 0392-3312345", "第 4 行", "第 5 行：一行只写一天")
	}
	p.says(office, nil, "/duty sunday")
	p.sees(office, nil, "2月2日 值班")
	p.says(office, nil, "/duty 1 Feb")
	p.sees(office, nil, "2月1日 值班")
	p.says(office, nil, "/duty 下周一")
	p.sees(office, nil, "2月3日 值班")
	p.says(office, nil, "/duty 哪天")
	p.sees(office, nil, "没看懂日期“哪天”", "明天、2月1日")
}

// Whoever stands on a shift without a duty role hands it over in words, too: the shift is over by then.
func TestWhoHasNoDutyRoleHandsOverInWords(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	p.adopts(lone + "\n1月31日 20:30-次日08:30 带班 何松石 值班 吴远舟")
	head := p.Person("he-wangqiao")
	p.until("20:31")
	p.says(head, nil, "交班")
	p.sees(head, nil, "请写交班内容")
	p.says(head, nil, "3号楼12名学生封闭，1人发热已送医，其余正常")
	if p.withText(p.wu(), nil, "交班", "3号楼12名学生封闭") == nil {
		t.Errorf("the next shift reads:\n%s", p.transcript(p.wu(), nil))
	}
	p.wait(workgroup.CallLife + 1)
	if n := len(p.open()); n != 0 {
		t.Errorf("a hand-over opens %d cases:\n%s", n, p.transcript(head, nil))
	}
}

// What a case's holder writes is of the case: who told a channel, and where nothing can be made of it, what they are asked about.
func TestTheHoldersWordsAreOfTheCase(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	p.adopts(lone)
	p.until("18:10")
	head := p.Person("he-wangqiao")
	p.calls(p.Head("huli"), "确诊", "学生", "刚刚")
	p.says(head, nil, "我来接手")
	p.says(head, nil, "已报社区 18:10 王主任")
	p.sees(head, nil, "急-0131-01 已记：18:10 由王主任报社区")
	p.says(head, nil, "已报疾控")
	p.sees(head, nil, "急-0131-01：记为 18:10 由何望桥报疾控")
	p.says(head, nil, "对")
	p.says(head, nil, "家长电话一直占线")
	p.sees(head, nil, "要记入正在处理的紧急情况吗")
	p.presses(head, nil, "记入 急-0131-01")
	k := p.kase()
	if k.Told[workgroup.Community].By != "王主任" || k.Told[workgroup.CDC].By != "何望桥" || len(k.Remarks) != 1 {
		t.Errorf("%+v", k)
	}
}

// Whoever takes a case on their shift has come.
func TestWhoeverTakesACaseHasCome(t *testing.T) {
	t.Parallel()
	p := early(t, "17:00")
	p.adopts(lone)
	p.until("18:10")
	p.calls(p.Head("huli"), "确诊", "学生", "刚刚")
	p.says(p.Person("he-wangqiao"), nil, "我来接手")
	p.until("18:40")
	if m := p.withText(p.he(), nil, "无人到岗"); m != nil {
		t.Errorf("the leader reads %q", m.Text)
	}
}
