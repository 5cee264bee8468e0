package stage

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fangkong/bot/errand"
	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// calledAs are the calls of a method so far, less those the sandbox refused.
func (p *play) calledAs(method string) (out []sandbox.Call) {
	for _, c := range p.Telegram.Calls() {
		if c.Method == method && c.OK {
			out = append(out, c)
		}
	}
	return out
}

// Under a summary stand its papers; each is made when somebody wants it, comes to them alone, and is uploaded once.
func TestASummaryBringsItsPapers(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "居家隔离2人，发热1人")
	p.presses(p.Head("ruanjian"), nil, "确认报送")
	p.until("14:35")
	director, leader, head := p.Holder(workgroup.Director), p.Holder(workgroup.Leading), p.Head("ruanjian")
	p.says(director, nil, "/summary")
	if toast := p.presses(director, nil, "汇总表"); !strings.Contains(toast, "正在制作") {
		t.Errorf("told %q", toast)
	}
	m := p.sees(director, nil, "1月31日 日报汇总表，截至 14:35，已报 1/33")
	if m.File == nil || m.File.Name != "疫情防控日报汇总表（2020年1月31日，截至14时35分）.xlsx" {
		t.Fatalf("came with %+v", m.File)
	}
	f, err := excelize.OpenReader(bytes.NewReader(m.File.Data))
	must(t, err)
	rows, err := f.GetRows(f.GetSheetName(0))
	must(t, err)
	must(t, f.Close())
	for _, row := range rows {
		if len(row) > 0 && row[0] == "护理学院" && row[1] != "未报" {
			t.Errorf("护理学院 stands as %v", row)
		}
	}
	if signs := p.calledAs("sendChatAction"); len(signs) != 1 || string(signs[0].Params["action"]) != `"upload_document"` {
		t.Errorf("meanwhile: %+v", signs)
	}

	// Whoever wants the same again gets what was uploaded.
	p.says(leader, nil, "/summary")
	p.presses(leader, nil, "汇总表")
	p.sees(leader, nil, "日报汇总表")
	sent := p.calledAs("sendDocument")
	if len(sent) != 2 || !strings.HasPrefix(string(sent[0].Params["document"]), `"attach://`) || strings.Contains(string(sent[1].Params["document"]), "attach") {
		t.Errorf("uploaded again: %v", sent)
	}
	for _, label := range []string{"报送情况图", "人数走势图"} {
		p.presses(director, nil, label)
		m := p.sees(director, nil, "1月31日", "截至 14:35", "已报 1/33")
		if m.File == nil {
			t.Fatalf("%s came without a picture", label)
		}
		if _, err := png.Decode(bytes.NewReader(m.File.Data)); err != nil {
			t.Errorf("%s: %v", label, err)
		}
	}
	p.presses(director, nil, "上报稿")
	if m := p.sees(director, nil, "1月31日 上报稿（送审稿），截至 14:35"); m.File == nil || m.File.Name != "疫情防控情况报告（2020年1月31日，截至14时35分，送审稿）.docx" {
		t.Errorf("came with %+v", m.File)
	}
	// The inspector reads figures, and drafts nothing.
	inspector := p.Holder(workgroup.Inspector)
	p.says(inspector, nil, "/summary")
	if p.withButton(inspector, nil, "汇总表") == nil || p.withButton(inspector, nil, "上报稿") != nil {
		t.Errorf("the inspector is offered:\n%s", p.transcript(inspector, nil))
	}
	// Nobody else has seen any of it.
	for _, who := range []*sandbox.Person{head} {
		for _, m := range who.Sees(nil) {
			if m.File != nil {
				t.Errorf("%s was sent %s", who.Name(), m.File.Name)
			}
		}
	}
	for _, m := range director.Sees(p.Group) {
		if m.File != nil {
			t.Errorf("the group was sent %s", m.File.Name)
		}
	}
}

// An id that Telegram does not know any more costs an upload, and nobody their paper. One press that is pressed twice brings one
// paper, and whoever is no overseer any more gets none.
func TestAPaperThatTelegramHasForgottenIsUploadedAgain(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.forgives("wrong file identifier")
	p.until("14:05")
	director := p.Holder(workgroup.Director)
	p.says(director, nil, "/summary")
	p.presses(director, nil, "汇总表")
	p.update(func(b workgroup.Book) {
		for a := range workgroup.Attachments.Each(b, "") {
			if a.Telegram == "" {
				t.Error("its id was not kept")
			}
			workgroup.Uploaded(b, a.Digest, "FILE999999")
		}
	})
	p.presses(director, nil, "汇总表")
	if n := len(p.calledAs("sendDocument")); n != 2 {
		t.Errorf("%d documents were taken", n)
	}
	p.view(func(b workgroup.Book) {
		for l := range workgroup.Letters.Each(b, "") {
			t.Errorf("%s waits", l.Text)
		}
		for l := range workgroup.Sent.Each(b, "") {
			if l.Failure != "" {
				t.Errorf("%s was lost: %s", l.Text, l.Failure)
			}
		}
	})
	// They are not kept for ever.
	_, err := p.Store.Retain(p.Now().Add(72 * time.Hour))
	must(t, err)
	p.view(func(b workgroup.Book) {
		for a := range workgroup.Attachments.Each(b, "") {
			t.Errorf("%s of %s is still kept", a.Name, a.Written)
		}
	})
}

// What cannot be made is said to whoever waits for it.
func TestAPaperThatCannotBeMadeIsSaid(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	director, office := p.Holder(workgroup.Director), p.Person("zhao-wangpu")
	var who workgroup.Person
	p.view(func(b workgroup.Book) { who, _ = workgroup.PersonOf(b, director.ID()) })
	failed := errand.Done{Errand: workgroup.Errand{Kind: "paper", Object: "2020-01-31/trend", By: who.ID}, Result: errand.Failed{}}
	_, err := p.Store.Apply([]workgroup.Input{{Mark: "e-failed", Now: p.Now(), Stored: p.Now(), Body: failed}}, p.Bot)
	must(t, err)
	p.Courier.Kick()
	p.settle()
	p.sees(director, nil, "1月31日 的图没有做成", "请稍后再按一次")

	// One that nobody asked for, and that can never be made, is not tried for ever: the office hears of it once.
	p.update(func(b workgroup.Book) {
		workgroup.Send(b, workgroup.Errand{Kind: "official", Object: "2020-01-31/09/1", Written: p.Now()})
	})
	p.wait(5 * time.Minute)
	waiting(t, p, 1)
	p.wait(30 * time.Minute)
	waiting(t, p, 0)
	for _, one := range []*sandbox.Person{director, office} {
		n := 0
		for _, m := range one.Sees(nil) {
			if strings.Contains(m.Text, "1月31日 的上报件没有做成") && strings.Contains(m.Text, "按「看全文」再做一次") {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s was told %d times:\n%s", one.Name(), n, p.transcript(one, nil))
		}
	}
}

// sheetsOf are the sheets of a workbook that somebody got.
func (p *play) sheetsOf(m sandbox.Message) *excelize.File {
	p.t.Helper()
	if m.File == nil {
		p.t.Fatalf("no file came with %q", m.Text)
	}
	f, err := excelize.OpenReader(bytes.NewReader(m.File.Data))
	must(p.t, err)
	p.t.Cleanup(func() { f.Close() })
	return f
}

// The workbook of the day has the lead units' sheets and the ledgers; what tells of cases, and whom to telephone, only for those who draft
// and review, and that they looked is on record. A head gets the figures of their own unit, marked, and nobody else's.
func TestTheWorkbookIsWhatItsReaderMayHave(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.yesterday(map[workgroup.UnitID]workgroup.Count{"ruanjian": 2})
	director, inspector, head, other := p.Holder(workgroup.Director), p.Holder(workgroup.Inspector), p.Head("ruanjian"), p.Head("huli")
	p.until("14:05")
	p.says(head, nil, "居家隔离3人，学生3人，老师0人")
	p.presses(head, nil, "报送")
	p.calls(other, "疑似", "学生", "刚刚")
	p.until("15:50")
	p.settle()
	book := func(who *sandbox.Person, press string) *excelize.File {
		p.presses(who, nil, press)
		p.wait(10 * time.Second)
		return p.sheetsOf(p.sees(who, nil, "日报汇总表"))
	}
	p.says(director, nil, "/summary")
	viewed := p.events(workgroup.CaseViewed)
	f := book(director, "汇总表")
	if got, want := strings.Join(f.GetSheetList(), " "), "学院日汇总表 学生表 教职工表 后勤及外聘表 日台账 重点人员 物资门岗 议定事项 阅读回执统计 值班表 上报信息备案 紧急情况 未报联系人 请假代报"; got != want {
		t.Errorf("sheets %s, want %s", got, want)
	}
	if p.events(workgroup.CaseViewed) != viewed+1 {
		t.Error("the look at the case is not on record")
	}
	for sheet, words := range map[string]string{"日台账": "软件学院：昨日2，报3，新增、解除未填", "紧急情况": "护理学院", "未报联系人": "护理学院"} {
		rows, err := f.GetRows(sheet)
		must(t, err)
		all := ""
		for _, r := range rows {
			all += strings.Join(r, "|") + "\n"
		}
		if !strings.Contains(all, words) {
			t.Errorf("%s lacks %q:\n%s", sheet, words, all)
		}
	}
	p.says(inspector, nil, "/summary")
	if list := strings.Join(book(inspector, "汇总表").GetSheetList(), " "); strings.Contains(list, "紧急情况") || strings.Contains(list, "联系人") || !strings.Contains(list, "日台账") {
		t.Errorf("the inspector got %s", list)
	}
	if p.events(workgroup.CaseViewed) != viewed+1 {
		t.Error("a look that was none is on record")
	}
	p.says(director, nil, "/pack")
	if list := strings.Join(book(director, "附：汇总表").GetSheetList(), " "); list != "学院日汇总表 学生表 教职工表 后勤及外聘表 日台账 重点人员 物资门岗" {
		t.Errorf("of the frozen pack: %s", list)
	}

	p.says(head, nil, "台账")
	p.presses(head, nil, "导出本单位数据")
	p.wait(10 * time.Second)
	m := p.sees(head, nil, "软件学院最近 2 天的报送数据（报了 2 天），内部工作用")
	if own := p.sheetsOf(m); m.File.Name != "软件学院疫情防控数据（内部工作用，2020年1月31日，截至15时50分）.xlsx" || strings.Join(own.GetSheetList(), "") != "内部工作用" {
		t.Errorf("%s with %v", m.File.Name, own.GetSheetList())
	}
	export := p.withButton(head, nil, "导出本单位数据")
	stranger, err := other.PressesData(p.withButton(other, nil, "填报"), export.Buttons[len(export.Buttons)-1][0].Data)
	must(t, err)
	p.settle()
	if text, alert, _ := stranger.Answered(); !alert || !strings.Contains(text, "软件学院") {
		t.Errorf("another unit's head: %q", text)
	}
	p.says(other, nil, "导出我院数据")
	p.wait(10 * time.Second)
	p.sees(other, nil, "护理学院最近 2 天的报送数据（报了 1 天）")
	if n := p.events(workgroup.UnitExported); n != 2 {
		t.Errorf("%d exports on record, want 2", n)
	}
}

func TestPapersInEnglish(t *testing.T) {
	t.Parallel()
	p := wholeEnglish(t, "13:50")
	p.until("14:05")
	director := p.Holder(workgroup.Director)
	p.says(director, nil, "/summary yesterday")
	p.says(director, nil, "/summary")
	if toast := p.presses(director, nil, "Workbook"); !strings.Contains(toast, "comes here") {
		t.Errorf("told %q", toast)
	}
	if m := p.sees(director, nil, "daily report, as of 14:05, filed 0/33"); m.File == nil || m.File.Name != "daily-report-2020-01-31-as-of-1405.xlsx" {
		t.Errorf("came with %+v", m.File)
	}
	p.presses(director, nil, "Who filed")
	p.sees(director, nil, "who filed when")
	p.presses(director, nil, "Trend")
	p.sees(director, nil, "people, day by day")
}
