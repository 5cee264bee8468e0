package stage

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// Two authorities, each with its way and time: the report names both, is sent to one after the other, and is sent when both have it. What is
// corrected after the first has it is a correction, and not a new draft.
func TestAReportGoesToEachAuthority(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	sample.College.Recipients = []workgroup.Recipient{{Named: workgroup.Named{Name: "市指挥部办公室"}, How: "政务邮箱", By: "17:00"}, {Named: workgroup.Named{Name: "省高工委教育厅"}, By: "18:00"}}
	p := newPlay(t, Options{Settings: &sample})
	p.until("14:05")
	head, drafter, colleague, director := p.Head("ruanjian"), p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.says(head, nil, "居家隔离2人")
	p.presses(head, nil, "确认报送")
	p.until("15:10")
	p.drafts(drafter, "宿舍消毒两次", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	m := p.sees(drafter, nil, "1月31日 上报件（已签）")
	z, err := zip.NewReader(bytes.NewReader(m.File.Data), int64(len(m.File.Data)))
	must(t, err)
	f, err := z.Open("word/document.xml")
	must(t, err)
	xml, err := io.ReadAll(f)
	must(t, err)
	if !strings.Contains(string(xml), "市指挥部办公室、省高工委教育厅：") {
		t.Error("the report does not name both")
	}
	p.signOff(drafter, "已签", "待报 市指挥部办公室（政务邮箱，17:00 前）", "待报 省高工委教育厅（18:00 前）")
	p.presses(drafter, nil, "登记上报")
	p.sees(drafter, nil, "报给 市指挥部办公室（政务邮箱，17:00 前）")
	p.says(drafter, nil, "政务邮箱；刚刚；王科长")
	p.signOff(drafter, "已签", "上报 市指挥部办公室：政务邮箱", "待报 省高工委教育厅")

	// Out to one it is out.
	p.wait(time.Minute)
	p.says(head, nil, "更正：居家隔离3人")
	p.presses(head, nil, "确认报送")
	p.reads(director, nil, "已经上报，保持原样", "更正件已起草")
	p.view(func(b workgroup.Book) {
		if first, _ := workgroup.Papers.Get(b, "2020-01-31/01"); !first.Signature.Done() || len(first.Void) != 0 {
			t.Error("the signature of what was sent has fallen")
		}
	})
	p.reads(drafter, nil, "已上报", "这一份不要再报", "省高工委教育厅没有收到过，直接报更正件")
	p.says(drafter, nil, "已报送省高工委教育厅：系统填报；刚刚；省值班室") // it had gone there too
	p.presses(drafter, nil, "备案")
	p.view(func(b workgroup.Book) {
		first, _ := workgroup.Papers.Get(b, "2020-01-31/01")
		if first.State != workgroup.PaperFiled || len(first.Sendings) != 2 || first.Sendings[1].To != "省高工委教育厅" {
			t.Errorf("filed as %s, sent %+v", first.State, first.Sendings)
		}
	})
	p.audited(2)
}

// Each authority's time is known: the office is reminded before it as long as the day's report was not sent there, once, and of a day without
// cases too; whoever has it asks for nothing.
func TestTheOfficeIsRemindedOfAnAuthoritysTime(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	sample.College.Waits.Sending = 20 * time.Minute
	sample.College.Recipients = []workgroup.Recipient{{Named: workgroup.Named{Name: "市指挥部办公室"}, How: "政务邮箱", By: "17:00"}, {Named: workgroup.Named{Name: "省高工委教育厅"}, By: "18:00"}, {Named: workgroup.Named{Name: "区教体局"}}}
	p := newPlay(t, Options{Settings: &sample})
	drafter, colleague, director, head := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Head("ruanjian")
	p.until("16:39")
	p.lacks(drafter, nil, "还没有报：")
	p.until("16:41")
	for _, who := range []*sandbox.Person{drafter, colleague, director} {
		p.sees(who, nil, "1月31日 的上报件还没有报：\n· 市指挥部办公室（政务邮箱，17:00 前）\n今天还没有拟稿")
	}
	if strings.Contains(p.transcript(head, nil), "还没有报：") {
		t.Error("a unit's head is reminded")
	}
	p.presses(drafter, nil, "拟稿送审")
	p.says(drafter, nil, "四：无")
	p.says(drafter, nil, "五：无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	p.says(drafter, nil, "已报送：政务邮箱；刚刚；王科长")
	// The power fails before the second time, and the reminder comes once, with what is to be done.
	must(t, p.Fall())
	must(t, p.Skip("17:45"))
	must(t, p.Raise())
	p.settle()
	p.sees(colleague, nil, "还没有报：\n· 省高工委教育厅（18:00 前）\n· 区教体局\n已签，请按规定渠道上报")
	p.says(drafter, nil, "已报送区教体局：电话；刚刚；张老师")
	p.signOff(drafter, "上报 区教体局：电话", "待报 省高工委教育厅")
	p.says(drafter, nil, "已报送区教体局：电话；刚刚；张老师")
	p.sees(drafter, nil, "要报的对象里没有“区教体局”，或者已经登记过。还要报：省高工委教育厅")
	p.says(drafter, nil, "已报送省高工委教育厅：系统填报；刚刚；教育厅值班室")
	p.signOff(drafter, "已上报")
	p.until("19:00")
	if n := p.events(workgroup.PaperUnsent); n != 2 {
		t.Errorf("reminded %d times, want 2", n)
	}
	p.audited(1)
	if found, err := p.Store.Verify(); err != nil || !found.Sound() {
		t.Errorf("%+v, %v", found, err)
	}
}

// Addressees and times that are changed in the settings hold from the next start, the same day.
func TestAnAuthoritysTimeIsChangedDuringTheDay(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter := p.Person("zhao-wangpu")
	p.until("15:10")
	for _, by := range []string{"17:00", "18:00", "18:00"} {
		must(t, p.Fall())
		p.Stage.College.Recipients = []workgroup.Recipient{{Named: workgroup.Named{Name: "市指挥部办公室"}, By: by}}
		must(t, p.Raise())
		p.settle()
	}
	p.until("17:10")
	p.lacks(drafter, nil, "还没有报：")
	p.until("17:31")
	p.sees(drafter, nil, "1月31日 的上报件还没有报：\n· 市指挥部办公室（18:00 前）")
	must(t, p.Fall())
	must(t, p.Raise())
	p.until("19:00")
	if n := p.events(workgroup.PaperUnsent); n != 1 {
		t.Errorf("reminded %d times, want 1", n)
	}
}
