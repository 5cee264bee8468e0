package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// toLeaders brings a report on a day with a contact before the leading group.
func (p *play) toLeaders() (drafter, colleague, director, leader *sandbox.Person) {
	p.t.Helper()
	drafter, colleague, director, leader = p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.presses(drafter, nil, "按重要办理")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signOff(leader, "待领导小组研究", "重要疫情信息")
	return drafter, colleague, director, leader
}

// An important report becomes an ordinary one for a reason, in two steps, and the card and the register say who did it and why.
func TestAReportIsLoweredForAReason(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, _, director, leader := p.toLeaders()
	p.presses(leader, nil, "按一般办理")
	p.sees(leader, nil, "列为重要：有人提出按重要办理", "写明理由")
	p.signOff(leader, "待领导小组研究")
	for _, none := range []string{"好的", "为什么要写理由？", "值班"} {
		p.says(leader, nil, none)
		p.sees(leader, nil, "请写明按一般办理的理由")
	}
	p.says(leader, nil, "取消")
	p.signOff(leader, "待领导小组研究")
	// Written at once it is read back.
	p.says(leader, nil, "按一般办理：复核为误报")
	p.sees(leader, nil, "理由：复核为误报", "回“对”")
	p.signOff(leader, "待领导小组研究")
	p.says(leader, nil, "对")
	p.signOff(director, "待签", "一般性信息", "按一般办理：于思霖", "理由：复核为误报", "原列为重要：有人提出按重要办理")
	if read := p.signs(director); !strings.Contains(read, "于思霖降为一般") {
		t.Errorf("read back %q", read)
	}
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.says(drafter, nil, "备案")
	p.view(func(b workgroup.Book) {
		paper, _ := workgroup.LastPaper(b, "2020-01-31")
		if paper.Lowered.Reason != "复核为误报" || paper.Lowered.By != "yu-silin" {
			t.Errorf("kept as %+v", paper.Lowered)
		}
	})
	p.audited(1)
}

// Only what is plainly an approval brings a report to the director: what refuses it or wants something first sends it back, and what says
// neither is asked about.
func TestOnlyAnApprovalIsOne(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director, leader := p.toLeaders()
	again := func() {
		p.t.Helper()
		p.submits(drafter)
		p.presses(colleague, nil, "审核通过")
		p.signOff(leader, "待领导小组研究")
	}
	for _, against := range []string{"暂缓上报", "同意上报，但要补充食堂情况", "缓一缓", "不同意", "原则上同意，数据需再核实"} {
		p.says(leader, nil, "研究意见：刚刚；会议；于思霖、许清朴；"+against)
		p.sees(leader, nil, "不是同意上报", "已退回")
		p.signOff(drafter, "草稿", "退回："+against+"（刚刚，会议，于思霖、许清朴）")
		again()
	}
	p.says(leader, nil, "研究意见：刚刚；会议；无；同意")
	p.sees(leader, nil, "请一次写全四项")
	p.says(leader, nil, "研究意见：刚刚；会议；于思霖；无")
	p.sees(leader, nil, "结论写的是“无”", "同意上报", "吗")
	p.signOff(leader, "待领导小组研究")
	p.says(leader, nil, "嗯嗯呢")
	p.sees(leader, nil, "结论写的是“无”")
	p.says(leader, nil, "不同意，先查清")
	p.signOff(drafter, "草稿", "退回：无；不同意，先查清")
	again()
	p.presses(leader, nil, "记研究意见")
	p.says(leader, nil, "刚刚；会议；于思霖；按程序走")
	p.sees(leader, nil, "结论写的是“按程序走”")
	p.says(leader, nil, "同意上报")
	p.signOff(director, "已研究，待签", "按程序走；同意上报")
	p.audited(1)
}

// The leading group cannot have met at a time that is none, that is to come, or before this version was there.
func TestWhenTheLeadingGroupMet(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	_, _, director, leader := p.toLeaders()
	p.says(leader, nil, "研究意见：明天10点；视频；于思霖；同意上报")
	p.sees(leader, nil, "“明天10点”不是已经开过会的时间")
	p.says(leader, nil, "研究意见：昨天16:00；视频；于思霖；同意上报")
	p.sees(leader, nil, "这一版 15:1", "研究时间不能更早")
	p.says(leader, nil, "研究意见：17:00；视频；于思霖；同意上报")
	p.sees(leader, nil, "17:00 还没到")
	p.signOff(leader, "待领导小组研究")
	p.wait(20 * time.Minute)
	p.says(leader, nil, "研究意见：15:20-15:30；视频；于思霖；同意上报")
	p.signOff(director, "已研究，待签", "15:20-15:30")
}

// What was asked is settled once it is written whole beside its verb.
func TestAQuestionOfAReportIsSettledByItsWholeWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, _, director, leader := p.toLeaders()
	p.presses(leader, nil, "退回")
	p.says(leader, nil, "研究意见：刚刚；会议；于思霖；同意上报")
	p.signs(director)
	p.presses(drafter, nil, "登记上报")
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.signOff(drafter, "已上报")
	p.says(drafter, nil, "备案")
	p.signOff(drafter, "已备案")
}

// What the leading group found is entered after the meeting often enough: the minutes, which told that it was to be filled in, come anew with it.
func TestTheMinutesFollowWhatIsFoundOfAReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, _, _, leader := p.toLeaders()
	p.until("16:01")
	p.says(drafter, nil, "传达：省里的精神")
	p.endsMeeting(drafter)
	minutes := func(from int) (last string) {
		for _, m := range drafter.Sees(nil)[from:] {
			if m.File != nil && strings.Contains(m.File.Name, "纪要") {
				last = docWords(t, m.File.Data)
			}
		}
		return last
	}
	if got := minutes(0); !strings.Contains(got, "研究意见（待填）") {
		t.Fatalf("not awaited: %s", got)
	}
	before := len(drafter.Sees(nil))
	p.says(leader, nil, "研究意见：16:00；会议；于思霖、许清朴；同意上报")
	p.wait(3 * time.Minute)
	if got := minutes(before); !strings.Contains(got, "同意上报") || strings.Contains(got, "待填）。《") || strings.Contains(got, "研究意见（待填）") {
		t.Errorf("made again: %s\n%s", got, p.transcript(drafter, nil))
	}
}
