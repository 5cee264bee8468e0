package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// paperCard is the newest card of a report that somebody sees.
func (p *play) paperCard(who *sandbox.Person) (last string) {
	for _, m := range who.Sees(nil) {
		if strings.HasPrefix(m.Text, "📄") {
			last = m.Text
		}
	}
	return last
}

// Whoever wrote a part of a report neither checks nor signs it, and is told when another writes over it; what a return or a new signature has
// ended is not on the card any more; and the review is of a time that has been, and can be put right until it is signed.
func TestWhoHasAPartInAReportDoesNotPassIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	zhao, zhu, director, leader, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading), p.Head("ruanjian")
	p.until("15:10")
	p.drafts(zhao, "宿舍消毒两次", "无")
	p.says(zhu, nil, "上报稿到哪一步了")
	p.says(zhu, nil, "四：食堂消毒一次")
	p.sees(zhao, nil, "朱思溪 重写了 1月31日 上报稿的四", "宿舍消毒两次")
	p.saysSubmit(zhu)
	p.signOff(zhu, "审核中", "拟稿：朱思溪、赵望朴")
	p.says(zhao, nil, "审核通过")
	p.sees(zhao, nil, "不能自己审核")
	if strings.Contains(p.paperCard(zhao), "审核：") || p.withButton(zhao, nil, "审核通过") != nil {
		t.Errorf("who wrote part five may check it:\n%s", p.transcript(zhao, nil))
	}

	// The director checks where both of the office wrote; a return ends that.
	p.presses(director, nil, "审核通过")
	p.signOff(director, "待签", "审核：吕景霖")
	p.presses(director, nil, "退回")
	p.says(director, nil, "请写具体")
	if card := p.paperCard(zhu); !strings.Contains(card, "草稿") || strings.Contains(card, "审核：") {
		t.Errorf("the check stands on a draft that was returned:\n%s", card)
	}

	// zhao alone writes and sends round; a correction voids the signature, and the next one ends the warning.
	p.says(zhao, nil, "四：食堂消毒两次")
	p.saysSubmit(zhao)
	p.says(zhu, nil, "审核通过")
	p.signs(director)
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "报送")
	p.signOff(zhao, "草稿", "先前的签字已失效")
	p.presses(zhao, nil, "按重要办理")
	p.saysSubmit(zhao)
	p.says(zhu, nil, "审核通过")

	// Nobody has met at five yet; what was recorded is put right before it is signed.
	p.presses(leader, nil, "记研究意见")
	p.says(leader, nil, "17:00；会议；于思霖；同意上报")
	p.sees(leader, nil, "17:00 还没到")
	p.signOff(leader, "待领导小组研究")
	p.says(leader, nil, "刚刚；会议；于思霖；同意上报")
	p.signOff(director, "已研究，待签", "同意上报")
	p.presses(director, nil, "签发")
	p.wait(2 * time.Second)
	p.says(leader, nil, "研究意见：刚刚；会议；于思霖、许清朴；原则同意上报")
	p.signOff(director, "已研究，待签", "原则同意上报")
	if read := p.presses(director, nil, "签发"); !strings.Contains(read, "再按一次") {
		t.Errorf("signed over a review that was not read: %q", read)
	}
	p.wait(2 * time.Second)
	p.presses(director, nil, "签发")
	p.wait(10 * time.Second)
	if card := p.paperCard(zhao); !strings.Contains(card, "已签") || strings.Contains(card, "已失效") {
		t.Errorf("signed again, and still said to be unsigned:\n%s", card)
	}
	p.says(leader, nil, "研究意见：15:10；会议；于思霖；同意")
	p.sees(leader, nil, "现在是“已签”")
	p.view(func(b workgroup.Book) {
		if paper, _ := workgroup.LastPaper(b, "2020-01-31"); len(paper.Reviews) != 1 || paper.Reviews[0].Conclusion != "同意上报" {
			t.Errorf("the review as it was is lost: %+v", paper.Reviews)
		}
	})
	p.audited(1)
}

// A correction of what an authority has is owed to it as the first report was; who has nothing yet is owed it in place of the first
// one. One that comes after their times is asked for again.
func TestACorrectionIsRemindedOf(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	sample.College.Waits.Sending = 20 * time.Minute
	sample.College.Recipients = []workgroup.Recipient{{Named: workgroup.Named{Name: "市指挥部办公室"}, By: "17:00"}, {Named: workgroup.Named{Name: "省高工委教育厅"}, By: "17:00"}}
	p := newPlay(t, Options{Settings: &sample})
	drafter, colleague, director, leader, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading), p.Head("ruanjian")
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	p.says(drafter, nil, "已报送市指挥部办公室：传真；刚刚；王科长")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "报送")
	p.signOff(drafter, "更正件", "草稿")
	p.until("16:39")
	p.lacks(drafter, nil, "还没有报：")
	p.until("16:41")
	p.reads(colleague, nil, "的上报件还没有报：\n· 市指挥部办公室（17:00 前）：更正件\n· 省高工委教育厅（17:00 前）：更正件，没有收到过更正前的，直接报这一份\n现在是“草稿”")

	// The first one had gone to the other before anybody knew. Both have all there is: silence, until something is corrected again.
	p.says(drafter, nil, "已报送省高工委教育厅：传真；刚刚；李老师")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.presses(leader, nil, "记研究意见")
	p.says(leader, nil, "刚刚；会议；于思霖；同意上报")
	p.signs(director)
	p.says(drafter, nil, "已报送市指挥部办公室：传真；刚刚；王科长")
	p.says(drafter, nil, "已报送省高工委教育厅：传真；刚刚；李老师")
	p.until("17:30")
	if n := p.events(workgroup.PaperUnsent); n != 1 {
		t.Errorf("reminded %d times, want 1\n%s", n, p.transcript(drafter, nil))
	}
	p.says(head, nil, "更正：居家隔离3人")
	p.presses(head, nil, "报送")
	p.until("17:49")
	if n := p.events(workgroup.PaperUnsent); n != 1 {
		t.Errorf("reminded %d times, want 1", n)
	}
	p.until("17:52")
	p.reads(colleague, nil, "· 市指挥部办公室（17:00 前）：更正件，时限已过\n· 省高工委教育厅（17:00 前）：更正件，时限已过\n现在是“草稿”")
	p.until("19:00")
	if n := p.events(workgroup.PaperUnsent); n != 2 {
		t.Errorf("reminded %d times, want 2", n)
	}
	p.audited(3)
}
