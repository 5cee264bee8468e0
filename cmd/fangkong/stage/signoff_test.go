package stage

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// drafts brings somebody the card of today's report, and has them write what people write.
func (p *play) drafts(who *sandbox.Person, work, plans string) {
	p.t.Helper()
	p.says(who, nil, "/summary")
	p.presses(who, nil, "上报稿")
	p.wait(10 * time.Second)
	p.presses(who, nil, "拟稿送审")
	p.presses(who, nil, "写四")
	p.says(who, nil, work)
	p.presses(who, nil, "写五")
	p.says(who, nil, plans)
}

// signs presses twice, and returns what the first press read back.
func (p *play) signs(who *sandbox.Person) string {
	p.t.Helper()
	read := p.presses(who, nil, "签发")
	p.wait(2 * time.Second)
	if toast := p.presses(who, nil, "签发"); !strings.Contains(toast, "已签发") || !strings.Contains(toast, "上报件") {
		p.t.Errorf("signing is answered %q", toast)
	}
	p.wait(10 * time.Second)
	return read
}

// submits sends a draft round: where units are missing, with a second press.
func (p *play) submits(who *sandbox.Person) {
	p.t.Helper()
	if read := p.presses(who, nil, "送审"); strings.Contains(read, "再按一次") {
		p.wait(2 * time.Second)
		p.presses(who, nil, "送审")
	}
}

// saysSubmit does the same in words.
func (p *play) saysSubmit(who *sandbox.Person) {
	p.t.Helper()
	p.says(who, nil, "送审")
	if last := p.sees(who, nil); strings.Contains(last.Text, "再发一次“送审”") {
		p.wait(2 * time.Second)
		p.says(who, nil, "送审")
	}
}

// signOff fails unless the newest card of a report that somebody sees holds all the words.
func (p *play) signOff(who *sandbox.Person, words ...string) {
	p.t.Helper()
	last := ""
	for _, m := range who.Sees(nil) {
		if strings.HasPrefix(m.Text, "📄") {
			last = m.Text
		}
	}
	for _, w := range words {
		if !strings.Contains(last, w) {
			p.t.Fatalf("%s should see %q on the card:\n%s\n\n%s", who.Name(), w, last, p.transcript(who, nil))
		}
	}
}

func (p *play) audited(want int) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		if n, faults := workgroup.AuditPapers(b); n != want || len(faults) > 0 {
			p.t.Errorf("%d papers, want %d: %v", n, want, faults)
		}
	})
}

// An ordinary report from its draft to its number: nobody takes two parts, a correction after the signature voids it and says what
// changed, and one after the sending is a report of its own, which the leading group reviews first.
func TestAReportIsSignedSentAndFiled(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	drafter, colleague := p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	director, leader, head := p.Holder(workgroup.Director), p.Holder(workgroup.Leading), p.Head("ruanjian")
	p.until("14:05")
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "确认报送")
	p.zero("huli")
	p.until("15:10")

	// The director leaves nobody to sign what they draft.
	p.says(director, nil, "/summary")
	p.presses(director, nil, "上报稿")
	p.wait(10 * time.Second)
	p.sees(director, nil, "上报稿（送审稿）", "拟稿送审由赵望朴、朱思溪办")
	if p.withButton(director, nil, "拟稿送审") != nil {
		t.Error("the director is offered what they are always refused")
	}
	p.drafts(drafter, "宿舍消毒两次\n汇总 体温检测设备", "无")
	if p.withButton(drafter, nil, "写四：工作开展情况") == nil || p.withButton(drafter, nil, "写五：困难和打算") == nil {
		t.Error("the parts are not called by what they are")
	}
	p.signOff(drafter, "草稿", "四：宿舍消毒两次", "汇总 体温检测设备", "五：无")
	p.submits(drafter)
	p.signOff(drafter, "审核中", "一般性信息", "已报 2/33：居家隔离 现有 2", "拟稿：赵望朴", "请朱思溪按「审核通过」或「退回」")
	if p.withButton(drafter, nil, "审核通过") != nil || p.withButton(drafter, nil, "签发") != nil {
		t.Errorf("the drafter may pass or sign it:\n%s", p.transcript(drafter, nil))
	}
	// A reason brings it back; the next round is checked anew.
	p.presses(colleague, nil, "退回")
	p.sees(colleague, nil, "写明退回的原因")
	p.says(colleague, nil, "五请写下一步打算")
	p.signOff(drafter, "草稿", "朱思溪 退回：五请写下一步打算")
	p.presses(drafter, nil, "写五")
	p.says(drafter, nil, "继续排查返校人员")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signOff(director, "待签", "审核：朱思溪")
	p.presses(director, nil, "看全文")
	p.wait(10 * time.Second)
	if m := p.sees(director, nil, "1月31日 上报件（送审稿）"); m.File == nil || !strings.HasSuffix(m.File.Name, "，送审稿）.docx") {
		t.Fatalf("came with %+v", m.File)
	}
	if read := p.signs(director); !strings.Contains(read, "一般性信息") || !strings.Contains(read, "已报 2/33") || !strings.Contains(read, "再按一次") {
		t.Errorf("read back %q", read)
	}
	m := p.sees(drafter, nil, "1月31日 上报件（已签）", "按规定渠道上报")
	if m.File == nil || m.File.Name != "疫情防控情况报告（2020年1月31日）.docx" {
		t.Fatalf("came with %+v", m.File)
	}

	// A correction voids the signature, and says to both what changed.
	p.says(head, nil, "更正：居家隔离5人")
	p.presses(head, nil, "确认报送")
	for _, who := range []*sandbox.Person{director, drafter} {
		if !strings.Contains(p.transcript(who, nil), "主任的签字已失效") || !strings.Contains(p.transcript(who, nil), "居家隔离 现有 2 → 5") {
			t.Errorf("%s was not told:\n%s", who.Name(), p.transcript(who, nil))
		}
	}
	p.signOff(drafter, "草稿", "先前的签字已失效")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	if read := p.signs(director); !strings.Contains(read, "与上次签的相比改了 1 个数") {
		t.Errorf("read back %q", read)
	}
	p.wait(10 * time.Second)
	if card := p.withText(drafter, nil, "📄"); strings.Contains(card.Text, "失效") {
		t.Errorf("what is signed again is said not to be:\n%s", card.Text)
	}
	p.presses(drafter, nil, "登记上报")
	for _, c := range []struct{ says, sees string }{{"传真给王科长了", "读到：方式 传真，接收人 王科长"}, {"传真；明天10:00；王科长", "请一次写全三项"}, {"传真；14:00；王科长", "不能更早"}} {
		p.says(drafter, nil, c.says)
		p.sees(drafter, nil, c.sees)
	}
	// A case comes first, whatever is being written.
	p.says(drafter, nil, "软件学院有个学生确诊了")
	if !strings.Contains(p.transcript(drafter, nil), "🚨 紧急报告：确诊") {
		t.Errorf("the case was not heard:\n%s", p.transcript(drafter, nil))
	}
	p.presses(drafter, nil, "不是紧急情况，撤销")
	p.says(drafter, nil, "传真；刚刚；王科长")
	p.signOff(drafter, "已上报", "上报：传真", "王科长接收")

	// What was sent stays; its correction is important.
	p.until("15:40")
	p.says(head, nil, "更正：居家隔离6人")
	p.presses(head, nil, "确认报送")
	p.signOff(drafter, "（更正件）", "草稿", "五：继续排查返校人员")
	if !strings.Contains(p.transcript(director, nil), "更正件已起草") {
		t.Errorf("the signer was not told:\n%s", p.transcript(director, nil))
	}
	p.presses(colleague, nil, "备案")
	p.signOff(colleague, "防控信〔2020〕1号", "已备案")
	p.submits(drafter)
	p.signOff(drafter, "重要疫情信息", "列为重要：更正已上报的数据")
	p.view(func(b workgroup.Book) {
		if last, _ := workgroup.LastPaper(b, workgroup.DateOf(p.Now())); !last.Says("（一）全院合计：居家隔离现有由5人更正为6人。") || !last.Says("（二）软件学院（1月31日15时40分更正）：居家隔离现有由5人更正为6人。") {
			t.Errorf("the correction does not say what it changes:\n%+v", last.Content.Parts)
		}
	})
	p.presses(colleague, nil, "审核通过")
	p.signOff(leader, "待领导小组研究")
	if p.withButton(director, nil, "签发") != nil && strings.Contains(p.withButton(director, nil, "签发").Text, "更正件") {
		t.Error("it can be signed before the review")
	}
	p.presses(leader, nil, "记研究意见")
	p.says(leader, nil, "同意")
	p.sees(leader, nil, "请一次写全四项")
	p.says(leader, nil, "15:35；会议；于思霖、许清朴；同意上报")
	p.sees(leader, nil, "研究时间不能更早")
	p.says(leader, nil, "15:40；会议；于思霖、许清朴；同意上报")
	p.signOff(director, "已研究，待签", "研究：15:40，会议，于思霖、许清朴，同意上报（于思霖记）")
	if read := p.signs(director); !strings.Contains(read, "重要疫情信息") || !strings.Contains(read, "领导小组已研究本版") {
		t.Errorf("read back %q", read)
	}
	p.presses(drafter, nil, "登记上报")
	p.says(drafter, nil, "政务邮箱；刚刚；市指挥部值班室")
	p.presses(drafter, nil, "备案")
	p.signOff(drafter, "防控信〔2020〕2号", "已备案")
	p.audited(2)
	p.searches(director)
	// Nobody else saw any of it, the group neither.
	for _, m := range append(head.Sees(nil), director.Sees(p.Group)...) {
		if strings.Contains(m.Text, "上报件") || strings.Contains(m.Text, "情况报告") || m.File != nil {
			t.Errorf("seen elsewhere: %s", m.Text)
		}
	}
}

// searches has the director look for the two reports of the day: each document is the one that was signed, and the register names both.
func (p *play) searches(director *sandbox.Person) {
	p.t.Helper()
	for _, c := range []struct{ asks, sees, lacks string }{
		{"/archive", "防控信〔2020〕2号 1月31日 疫情防控情况报告（更正件），重要疫情信息，已备案", "没有找到"},
		{"/archive 1月31日", "防控信〔2020〕1号", "没有找到"},
		{"/archive 防控信〔2020〕1号", "防控信〔2020〕1号", "2号"},
		{"档案 体温检测", "防控信〔2020〕2号", "没有找到"},
		{"/archive 昨天", "没有找到", "防控信〔2020〕2号"},
		{"/archive 2020年9号", "没有找到", "防控信〔2020〕2号"},
		{"/archive 呵呵", "没有找到", "防控信〔2020〕2号"},
	} {
		p.says(director, nil, c.asks)
		if m := p.sees(director, nil, "上报信息档案", c.sees); strings.Contains(m.Text, c.lacks) {
			p.t.Errorf("%s brings:\n%s", c.asks, m.Text)
		}
	}
	p.says(director, nil, "/archive 1月31日")
	p.presses(director, nil, "防控信〔2020〕1号")
	p.wait(10 * time.Second)
	m := p.sees(director, nil, "1月31日 上报件（已签）")
	p.view(func(b workgroup.Book) {
		paper, _ := workgroup.Papers.Get(b, "2020-01-31/01")
		kept, ok := workgroup.PaperCopies.Get(b, paper.Copy)
		if !ok || m.File == nil || !bytes.Equal(m.File.Data, kept.Bytes) {
			p.t.Error("the document is not the one that was kept")
		}
	})
	p.presses(director, nil, "2020 年登记簿")
	p.wait(10 * time.Second)
	m = p.sees(director, nil, "2020 年上报信息备案登记簿，共 2 件")
	f, err := excelize.OpenReader(bytes.NewReader(m.File.Data))
	must(p.t, err)
	rows, err := f.GetRows(f.GetSheetName(0))
	must(p.t, err)
	must(p.t, f.Close())
	if m.File.Name != "上报信息备案登记簿（2020年，截至1月31日15时40分）.xlsx" || len(rows) != 4 || rows[2][4] != "赵望朴" || !strings.HasPrefix(rows[2][5], "朱思溪 01-31 15:1") || rows[2][11] != "赵望朴" || rows[2][0] != "防控信〔2020〕1号" || rows[3][3] != "重要" || rows[3][13] != "防控信〔2020〕1号" || len(rows[2]) != 16 || len(rows[2][14]) != 64 || len(rows[2][15]) != 64 || rows[2][14] == rows[2][15] {
		p.t.Errorf("%s holds %v", m.File.Name, rows)
	}
	if found, err := p.Store.Verify(); err != nil || !found.Sound() || found.Papers != 2 {
		p.t.Errorf("%+v, %v", found, err)
	}
}

// What was kept of a report is no longer what was signed: verify names it.
func TestVerifyWalksTheArchive(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("15:10")
	p.drafts(p.Person("zhao-wangpu"), "无", "无")
	p.submits(p.Person("zhao-wangpu"))
	p.presses(p.Person("zhu-sixi"), nil, "审核通过")
	p.signs(p.Holder(workgroup.Director))
	var whole workgroup.PaperCopy
	p.update(func(b workgroup.Book) {
		for kept := range workgroup.PaperCopies.Each(b, "") {
			whole = kept
		}
		broken := whole
		broken.Bytes = append(slices.Clone(whole.Bytes), 'x')
		workgroup.PaperCopies.Put(b, broken)
	})
	if found, err := p.Store.Verify(); err != nil || found.Sound() || !strings.Contains(found.Faults[0], "paper 2020-01-31/01") {
		t.Errorf("%+v, %v", found, err)
	}
	p.update(func(b workgroup.Book) { workgroup.PaperCopies.Put(b, whole) })
}

// A button of a card that has moved on, pressed by whoever still sees it, says where the report is.
func TestAReportsOldButtons(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	// Whoever never signs is told who does, wherever the report is.
	for _, who := range []*sandbox.Person{drafter, colleague, p.Holder(workgroup.Leading)} {
		p.says(who, nil, "签发")
		p.sees(who, nil, "只有防控办主任能签，由"+director.Name()+"办")
	}
	p.presses(colleague, nil, "审核通过")
	old := p.withButton(director, nil, "签发")
	p.signs(director)
	for _, row := range old.Buttons {
		for _, b := range row {
			if b.Text == "看全文" {
				continue // it is read at any time
			}
			press, err := director.PressesData(old, b.Data)
			must(t, err)
			p.settle()
			want := "现在是“已签”（吕景霖"
			if b.Text == "签发" {
				want += " 15:10），不用再签"
			}
			if b.Text == "退回" {
				want = "旧版本的按钮" // what is signed can be returned, on its newest card
			}
			if text, _, _ := press.Answered(); !strings.Contains(text, want) {
				t.Errorf("%s again: %q", b.Text, text)
			}
		}
	}
	// Signed, and not sent yet: it is returned with a reason, and the signature no longer holds.
	p.presses(colleague, nil, "退回")
	p.says(colleague, nil, "接收单位要求补一项")
	p.signOff(drafter, "接收单位要求补一项", "先前的签字已失效")
	p.signOff(director, "先前的签字已失效")
	p.audited(1)
}

func TestAReportInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("15:10")
	p.says(drafter, nil, "/summary")
	p.presses(drafter, nil, "Report")
	p.wait(10 * time.Second)
	p.presses(drafter, nil, "Draft and send round")
	p.presses(drafter, nil, "Write 4")
	p.sees(drafter, nil, "part four")
	p.says(drafter, nil, "none")
	p.presses(drafter, nil, "Write 5")
	p.says(drafter, nil, "cancel")
	if toast := p.presses(drafter, nil, "Write 5"); toast != "" {
		t.Errorf("told %q", toast)
	}
	p.says(drafter, nil, "none")
	p.presses(drafter, nil, "Send round")
	p.wait(2 * time.Second)
	p.presses(drafter, nil, "Send round")
	p.signOff(drafter, "Being checked", "ordinary", "Drafted by")
	p.presses(colleague, nil, "Treat as important")
	p.presses(colleague, nil, "Checked")
	leader := p.Holder(workgroup.Leading)
	p.signOff(leader, "Before the leading group", "somebody asked for it")
	p.says(leader, nil, "review of the report: just now; meeting; Yu; hold it for now")
	p.sees(leader, nil, "That is no approval (hold it for now)", "back with 赵望朴")
	p.presses(drafter, nil, "Send round")
	p.wait(2 * time.Second)
	p.presses(drafter, nil, "Send round")
	p.presses(colleague, nil, "Checked")
	p.says(leader, nil, "review of the report: tomorrow; meeting; Yu; agreed")
	p.sees(leader, nil, "is no time at which a meeting has been")
	p.says(leader, nil, "review of the report: just now; meeting; Yu; fine by procedure")
	p.sees(leader, nil, "“fine by procedure”", "agree to send it")
	p.says(leader, nil, "cancel")
	p.presses(leader, nil, "Treat as ordinary")
	p.sees(leader, nil, "Please say why")
	p.says(leader, nil, "it was a false alarm in the end")
	p.signOff(director, "Treated as ordinary: 于思霖", "because: it was a false alarm in the end", "important for: somebody asked for it")
	if read := p.presses(director, nil, "Sign"); !strings.Contains(read, "ordinary") {
		t.Errorf("read back %q", read)
	}
	p.wait(2 * time.Second)
	p.presses(director, nil, "Sign")
	p.wait(10 * time.Second)
	p.presses(drafter, nil, "Enter sending")
	p.says(drafter, nil, "fax; just now; Mr Wang")
	p.presses(drafter, nil, "File")
	p.signOff(drafter, "Filed", "No. 1 of 2020", "nobody has", "taken by Mr Wang")
	p.audited(1)
}
