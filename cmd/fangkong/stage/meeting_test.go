package stage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// decisionCard fails unless the newest card of a decision that somebody sees holds all the words.
func (p *play) decisionCard(who *sandbox.Person, code string, words ...string) {
	p.t.Helper()
	p.lastCard(who, "📌 决-"+code, words...)
}

// lastCard fails unless the newest message that begins so holds all the words.
func (p *play) lastCard(who *sandbox.Person, head string, words ...string) {
	p.t.Helper()
	last := ""
	for _, m := range who.Sees(nil) {
		if strings.HasPrefix(m.Text, head) {
			last = m.Text
		}
	}
	for _, w := range words {
		if !strings.Contains(last, w) {
			p.t.Fatalf("%s should see %q under %q:\n%s\n\n%s", who.Name(), w, head, last, p.transcript(who, nil))
		}
	}
}

// The daily analysis of a day: begun by the clock, minuted in private, its decisions brought to who is responsible and followed until they
// are done, its minutes as a paper, its sums shared with the group by the office.
func TestTheDailyAnalysis(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: only(wholeCollege(), "xuesheng", "renshi", "houqin", "houqinchu", "tushu", "ruanjian")})
	p.until("14:05")
	for _, u := range p.Roster.Units {
		if u.ID != "tushu" {
			p.zero(u.ID)
		}
	}
	head, leader, office, director := p.Head("xuesheng"), p.Holder(workgroup.Leading), p.Person("zhao-wangpu"), p.Holder(workgroup.Director)
	p.until("15:55")
	p.says(office, nil, "决定：加强消毒，由后勤处负责，明天前完成")
	p.sees(office, nil, "没有在开的研判会", "/meeting")
	// No meeting is needed for a case to be heard.
	p.says(office, nil, "决定：软件学院有个学生确诊，由何望桥负责送医，今天20点前")
	if read := p.transcript(office, nil); !strings.Contains(read, "🚨 紧急报告：确诊") || strings.Count(read, "没有在开的研判会") != 2 {
		t.Errorf("a case behind a decision:\n%s", read)
	}
	p.presses(office, nil, "不是紧急情况，撤销")
	p.says(head, nil, "/meeting")
	p.sees(head, nil, "研判材料和研判会由领导小组和防控办办理")
	p.until("16:00")
	for _, who := range []*sandbox.Person{leader, office, director} {
		p.lastCard(who, "🏛", "1月31日 每日分析研判会　16:00 开始", "依据：研判材料 v1", "五、安排部署")
	}

	// What is written under a label is minuted; a decision that is plain is read back.
	said := p.says(office, nil, "形式：视频会议\n主持：于思霖\n参会：领导小组全体、防控办\n传达：省指挥部1月30日电视电话会议精神\n分析：居家隔离人员情况平稳")
	p.lastCard(leader, "🏛", "形式：视频会议　主持：于思霖", "· 省指挥部1月30日电视电话会议精神", "· 居家隔离人员情况平稳")
	office.Edits(said, "主持：许清朴")
	p.settle()
	p.sees(office, nil, "改过的话不会自动换掉已记的")
	p.says(office, nil, "决定：明日起增加宿舍测温点，由学生处负责，2月1日18点前完成")
	p.decisionCard(office, "0131-01", "待定", "责任：学生处　时限：2月1日 18:00前", "对吗？")
	for _, m := range head.Sees(nil) {
		if strings.Contains(m.Text, "测温点") {
			t.Errorf("told before it is recorded: %s", m.Text)
		}
	}
	p.presses(office, nil, "记为议定事项")
	p.decisionCard(head, "0131-01", "待收到", "明日起增加宿舍测温点", "请按「收到」")

	// One that does not say who, or names two without saying that both are, is asked; so is the time.
	p.says(leader, nil, "决定：备好隔离房间，学生处的名单交后勤处")
	p.decisionCard(leader, "0131-02", "责任：待定", "时限：待定", "由谁负责？请选一个")
	if toast := p.presses(director, nil, "结束会议"); !strings.Contains(toast, "还有 1 条决定没有记下：决-0131-02") {
		t.Errorf("ended with %q", toast)
	}
	p.decisionCard(director, "0131-02", "责任：待定") // which is put before them
	p.presses(leader, nil, "写责任单位")
	p.says(leader, nil, "夜校")
	p.sees(leader, nil, "名册上没有“夜校”")
	p.says(leader, nil, "后勤处")
	p.decisionCard(leader, "0131-02", "责任：后勤处", "什么时候办完？")
	p.presses(leader, nil, "写时限")
	p.says(leader, nil, "昨天")
	p.sees(leader, nil, "已经过了")
	p.says(leader, nil, "明天12点")
	p.decisionCard(leader, "0131-02", "时限：2月1日 12:00前")
	p.presses(leader, nil, "记为议定事项")
	p.says(office, nil, "决定：门岗加强登记，由后勤处负责，2月30日前完成")
	p.sees(office, nil, "日历上没有“2月30日”")
	p.decisionCard(office, "0131-03", "时限：待定")
	p.presses(office, nil, "写时限")
	p.says(office, nil, "2月31日")
	p.sees(office, nil, "日历上没有“2月31日”")
	p.says(office, nil, "取消")
	p.presses(office, nil, "不记")
	p.says(head, nil, "收到")
	p.sees(head, nil, "已记为收到：决-0131-01")
	p.lastCard(office, "🏛", "决-0131-01", "已收到", "决-0131-02", "待收到")

	// A restart in the middle loses nothing; the second press ends it, and the minutes come.
	p.until("16:20")
	must(t, p.Fall())
	must(t, p.Raise())
	p.settle()
	p.says(director, nil, "结束会议")
	p.sees(director, nil, "再发一次“结束会议”")
	p.wait(2 * time.Second)
	p.says(director, nil, "散会")
	p.wait(10 * time.Second)
	for _, who := range []*sandbox.Person{leader, office, director} {
		m := p.withText(who, nil, "每日分析研判会议纪要（草稿），议定事项 2 项")
		if m == nil || m.File == nil || m.File.Name != "每日分析研判会议纪要（2020年1月31日，草稿）.docx" {
			t.Fatalf("%s has no minutes:\n%s", who.Name(), p.transcript(who, nil))
		}
		if dir := os.Getenv("FANGKONG_LOOK"); dir != "" {
			must(t, os.WriteFile(filepath.Join(dir, "minutes.docx"), m.File.Data, 0o600))
		}
	}

	// The office shares it, once, after having seen it; nothing single is in it.
	if p.withButton(leader, nil, "发群里") != nil {
		t.Error("the leading group is offered to share it")
	}
	p.presses(office, nil, "发群里")
	p.sees(office, nil, "下面这些会发到群里", "报送：5/6", "议定事项 2 项")
	// What has changed since is looked at anew before it goes out.
	p.zero("tushu")
	p.wait(3 * time.Minute)
	if toast := p.presses(office, nil, "发到群里"); !strings.Contains(toast, "已有变化") || p.withText(head, p.Group, "每日分析研判会已开") != nil {
		t.Errorf("shared without being seen: %q", toast)
	}
	p.presses(office, nil, "发群里")
	p.sees(office, nil, "下面这些会发到群里", "报送：6/6")
	p.presses(office, nil, "发到群里")
	post := p.sees(head, p.Group, "1月31日 每日分析研判会已开", "报送：6/6", "议定事项 2 项，已分别告知责任单位")
	if strings.Contains(post.Text, "测温点") || strings.Contains(post.Text, "下面这些") {
		t.Errorf("the group reads:\n%s", post.Text)
	}
	if toast := p.presses(office, nil, "发到群里"); !strings.Contains(toast, "已经发到群里了") {
		t.Errorf("shared twice: %q", toast)
	}
	p.followed(head, office)
}

// followed has what was decided chased until it is done: the receipt, the deadline, the next day's pack.
func (p *play) followed(head, office *sandbox.Person) {
	p.t.Helper()
	t, other := p.t, p.Head("houqinchu")
	cards := func() (n int) {
		for _, m := range other.Sees(nil) {
			if strings.HasPrefix(m.Text, "📌 决-0131-02") {
				n++
			}
		}
		return n
	}
	p.until("16:40")
	p.decisionCard(other, "0131-02", "⏰ 请按「收到」")
	if cards() != 1 {
		t.Errorf("%d cards of one decision:\n%s", cards(), p.transcript(other, nil))
	}
	p.until("17:10")
	p.reads(office, nil, "议定事项还没有人收到：决-0131-02", "后勤处", "139-")
	if toast := p.presses(head, nil, "办结"); toast != "" {
		t.Errorf("told %q", toast)
	}
	p.sees(head, nil, "决-0131-01 办结：请写办了什么")
	p.says(head, nil, "还没装完")
	p.sees(head, nil, "看起来还没办完")
	p.says(head, nil, "汇总 新增测温点6处，已启用")
	p.decisionCard(head, "0131-01", "✅ 已办结", "汇总 新增测温点6处，已启用")
	p.reads(office, nil, "决-0131-01 已办结", "结果：汇总 新增测温点6处，已启用")
	// Overdue on the next day at noon; it stands in the pack, with who is responsible.
	p.until("23:59")
	p.until("12:01")
	p.decisionCard(other, "0131-02", "逾期", "时限已过，请抓紧办")
	p.reads(office, nil, "议定事项逾期：决-0131-02", "2月1日 12:00前")
	p.until("15:51")
	p.lastCard(office, "📑", "2月1日 研判材料 v1", "没办结的议定事项 1 项", "决-0131-02", "后勤处", "逾期")
	p.presses(office, nil, "未办结事项")
	p.sees(office, nil, "还没办结的议定事项", "决-0131-02")
	p.says(other, nil, "/decisions")
	p.sees(other, nil, "由您负责", "决-0131-02")
	card := p.withButton(other, nil, "办结")
	for _, m := range other.Sees(nil) {
		if strings.HasPrefix(m.Text, "📌 决-0131-02") {
			card = &m
		}
	}
	other.Replies(card, "收到")
	p.settle()
	p.decisionCard(other, "0131-02", "收到：")
	p.presses(office, nil, "办结 决-0131-02")
	p.says(office, nil, "电话核实，隔离房间20间已备好")
	p.reads(other, nil, "✅ 已办结", "隔离房间20间已备好")
	p.until("16:01")
	p.view(func(b workgroup.Book) {
		if open := workgroup.StandingDecisions(b); len(open) != 0 {
			t.Errorf("still open: %+v", open)
		}
		if m, ok := workgroup.LastMeeting(b, "2020-02-01"); !ok || !m.Open() {
			t.Errorf("no meeting on the next day: %+v", m)
		}
	})
	p.until("23:59")
	p.until("00:05")
	p.view(func(b workgroup.Book) {
		if m, _ := workgroup.LastMeeting(b, "2020-02-01"); m.Open() {
			t.Error("a meeting that nobody ended goes on after midnight")
		}
	})
	found, err := p.Store.Verify()
	must(t, err)
	if !found.Sound() {
		t.Error(found.Faults)
	}
}

func TestTheDailyAnalysisInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	director, office, head := p.Holder(workgroup.Director), p.Person("zhao-wangpu"), p.Head("xuesheng")
	p.until("14:05")
	p.says(head, nil, "/pack")
	p.sees(head, nil, "are for the leading group and the prevention office")
	p.says(director, nil, "/pack")
	p.sees(director, nil, "Pack of 31 January (draft)", "Filed 0/11")
	p.says(director, nil, "/meeting")
	p.sees(director, nil, "There has been no meeting today")
	p.presses(director, nil, "Begin now")
	p.lastCard(office, "🏛", "Daily analysis of 31 January", "On pack v1", "Decisions")
	p.says(office, nil, "Chair: Yu Silin\nDecision: more temperature checks in dormitories, by the Student Affairs Office, before 1 February")
	p.lastCard(office, "📌 0131-01", "before the end of 1 February", "Is that right?")
	p.presses(office, nil, "Record")
	p.lastCard(head, "📌 0131-01", "not received yet", "Please press “Received”")
	p.presses(head, nil, "Received")
	p.presses(head, nil, "Done")
	p.says(head, nil, "six more, in use since 15:00")
	p.reads(office, nil, "0131-01 is done", "six more, in use since 15:00")
	p.presses(director, nil, "End the meeting")
	p.wait(2 * time.Second)
	p.presses(director, nil, "End the meeting")
	p.wait(10 * time.Second)
	p.reads(director, nil, "Minutes of the daily analysis of 31 January")
	p.presses(office, nil, "For the group")
	p.presses(office, nil, "Share with the group")
	p.sees(head, p.Group, "The daily analysis of 31 January was held", "Decisions: 1")
	p.until("16:01")
	p.view(func(b workgroup.Book) {
		if m, _ := workgroup.LastMeeting(b, "2020-01-31"); m.Number != 1 {
			t.Error("the clock began another meeting")
		}
	})
}

// “meeting over” ends the meeting, whatever “meeting” alone does.
func TestAMeetingIsEndedInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	director := p.Holder(workgroup.Director)
	p.until("16:01")
	p.says(director, nil, "meeting over")
	p.sees(director, nil, "End the meeting with 0 decisions?")
	p.wait(2 * time.Second)
	p.says(director, nil, "Meeting over.")
	p.wait(10 * time.Second)
	p.sees(director, nil, "Minutes of")
}

// A decision that somebody of the meeting writes in the group is answered: it is taken down in private.
func TestADecisionWrittenInTheGroupIsAnswered(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("16:05")
	chief := p.Holder(workgroup.Leading)
	p.says(chief, p.Group, "决定：全院停课，由学生处负责，2月1日前完成")
	p.reads(chief, nil, "请私聊我发", "决定：全院停课")
}

// So is whoever ends it there, or says what is to be minuted; nothing is done by it, and nobody is answered who calls people to another meeting, or speaks
// of one when none goes on.
func TestWhatIsSaidOfTheMeetingInTheGroupIsAnswered(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	office, head, chief := p.Person("zhao-wangpu"), p.Head("ruanjian"), p.Holder(workgroup.Leading)
	p.until("15:40")
	p.silent(office, nil, "no meeting goes on", func() {
		p.says(office, p.Group, "散会")
		p.says(office, p.Group, "主持：于思霖")
	})
	p.until("16:05")
	for _, words := range []string{"散会", "会议结束", "主持：于思霖", "传达：省里的电话会议精神"} {
		p.silent(office, p.Group, "the group reads nothing of it", func() { p.says(office, p.Group, words) })
		p.sees(office, nil, "请私聊我发", words)
		p.says(chief, p.Group, words)
		p.sees(chief, nil, "请私聊我发", words)
	}
	p.view(func(b workgroup.Book) {
		if m, _ := workgroup.LastMeeting(b, "2020-01-31"); !m.Open() || len(m.Frame)+len(m.Notes) > 0 {
			t.Errorf("done in the group: %+v", m)
		}
	})
	for _, words := range []string{"明天散会后各学院报名单", "会议什么时候结束？", "时间：明天9点 地点：三楼会议室 参加人：各学院负责人", "大家散会后到门岗", "主持会议的领导到了"} {
		p.silent(office, nil, words, func() { p.says(office, p.Group, words) })
	}
	p.silent(head, nil, "a head is of no meeting", func() { p.says(head, p.Group, "散会") })
	p.says(office, p.Group, "护理学院报得不对，退回去")
	p.sees(office, nil, "请私聊我发", "护理学院报得不对")
	p.silent(head, nil, "said to colleagues", func() { p.says(head, p.Group, "护理学院报得不对，退回去") })
}
