package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// A sending is entered for the authority that got it: the one that is named, in short as well, and of several that are not named it is asked.
// What was entered wrongly is put right, the old entry kept, and who has nothing after all is reminded of.
func TestASendingIsEnteredForWhoGotIt(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	sample.College.Recipients = []workgroup.Recipient{{Named: workgroup.Named{Name: "市指挥部办公室"}, How: "政务邮箱", By: "17:00"}, {Named: workgroup.Named{Name: "省高工委教育厅"}, By: "18:00"}}
	p := newPlay(t, Options{Settings: &sample})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	sent := func(want ...string) {
		t.Helper()
		p.view(func(b workgroup.Book) {
			paper, _ := workgroup.LastPaper(b, "2020-01-31")
			got := []string{}
			for _, s := range paper.Sendings {
				got = append(got, s.To+" "+s.How+" "+s.Received)
			}
			if strings.Join(got, "；") != strings.Join(want, "；") {
				t.Fatalf("entered %q, want %q\n%s", got, want, p.transcript(drafter, nil))
			}
		})
	}

	// Nobody says to whom: it is asked, and nothing is entered until then. A case that is cried out meanwhile comes first.
	p.says(drafter, nil, "已报送：学校信息系统填报；刚刚；李老师")
	p.sees(drafter, nil, "报给哪一家了？", "学校信息系统填报")
	sent()
	p.says(drafter, nil, "软件学院有个学生确诊了")
	p.presses(drafter, nil, "不是紧急情况，撤销")
	p.presses(drafter, nil, "省高工委教育厅")
	sent("省高工委教育厅 学校信息系统填报 李老师")
	p.signOff(drafter, "上报 省高工委教育厅：学校信息系统填报", "待报 市指挥部办公室")

	// It went to the other one: the authority alone is put right, and the entry as it was stays to be read.
	p.says(drafter, nil, "登记错了，是报给市指挥部的")
	sent("市指挥部办公室 学校信息系统填报 李老师")
	p.signOff(drafter, "上报 市指挥部办公室：学校信息系统填报", "原登记 省高工委教育厅：学校信息系统填报", "待报 省高工委教育厅（18:00 前）")
	p.says(drafter, nil, "写错了，不是李老师")
	p.sees(drafter, nil, "现在登记的是：市指挥部办公室，学校信息系统填报", "请重写")
	p.says(drafter, nil, "政务邮箱；刚刚；王科长")
	sent("市指挥部办公室 政务邮箱 王科长")

	// The one that is named gets it, whoever is asked about.
	p.says(drafter, nil, "已报送：传真；刚刚；省厅李老师")
	sent("市指挥部办公室 政务邮箱 王科长", "省高工委教育厅 传真 省厅李老师")
	p.signOff(drafter, "已上报")
	p.presses(drafter, nil, "更正登记")
	p.sees(drafter, nil, "更正 1月31日 上报件的哪一条登记？")
	p.presses(drafter, nil, "市指挥部办公室：政务邮箱")
	p.says(drafter, nil, "省厅")
	p.sees(drafter, nil, "要报的对象里没有“省高工委教育厅”，或者已经登记过")
	p.says(drafter, nil, "市指挥部办公室；电话；刚刚；王科长")
	sent("市指挥部办公室 电话 王科长", "省高工委教育厅 传真 省厅李老师")
	p.audited(1)
	if found, err := p.Store.Verify(); err != nil || !found.Sound() {
		t.Errorf("%+v, %v", found, err)
	}
}

// An entry that is put right after the report was filed: the number stays, and the authority that has nothing is reminded of and entered.
func TestASendingIsPutRightAfterFiling(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	sample.College.Recipients = []workgroup.Recipient{{Named: workgroup.Named{Name: "市指挥部办公室"}, By: "17:00"}, {Named: workgroup.Named{Name: "省高工委教育厅"}}}
	p := newPlay(t, Options{Settings: &sample})
	drafter, colleague, director := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director)
	p.until("15:10")
	p.drafts(drafter, "无", "无")
	p.submits(drafter)
	p.presses(colleague, nil, "审核通过")
	p.signs(director)
	p.presses(drafter, nil, "登记上报")
	p.sees(drafter, nil, "报给 市指挥部办公室", "报的是别家，请把它写在最前面")
	p.says(drafter, nil, "省高工委教育厅 系统填报；刚刚；李老师")
	p.signOff(drafter, "上报 省高工委教育厅：系统填报，")
	p.says(drafter, nil, "已报送：传真；刚刚；王科长")
	p.presses(drafter, nil, "备案")
	p.signOff(drafter, "已备案", "防控信〔2020〕1号")
	// The settings name a third by now.
	must(t, p.Fall())
	p.Stage.College.Recipients = append(sample.College.Recipients, workgroup.Recipient{Named: workgroup.Named{Name: "区教体局"}})
	must(t, p.Raise())
	p.settle()
	p.until("17:10")
	p.says(drafter, nil, "登记错了，不是市里的，是报给区教体局的")
	p.signOff(drafter, "已备案", "防控信〔2020〕1号", "上报 区教体局：传真", "待报 市指挥部办公室")
	p.wait(time.Minute)
	p.sees(colleague, nil, "的上报件还没有报：\n· 市指挥部办公室（17:00 前），时限已过")
	p.says(drafter, nil, "已报送市指挥部：传真；刚刚；王科长")
	p.signOff(drafter, "已备案", "上报 市指挥部办公室：传真", "原登记 市指挥部办公室")
	p.audited(1)
}
