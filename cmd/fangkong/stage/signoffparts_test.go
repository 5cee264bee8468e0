package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// The parts of a report that people write are written under the heads they have in it, both in one message as well; whoever may draft it begins it with
// them, and whoever may not, or comes too late, reads why nothing was written.
func TestThePartsOfAReportAreWrittenUnderTheirHeads(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, work, plans string }{
		{"四、工作开展情况：宿舍消毒两次", "宿舍消毒两次", ""},
		{"四、工作开展情况\n1.宿舍消毒两次\n2.门岗测温", "1.宿舍消毒两次\n2.门岗测温", ""},
		{"五、存在困难和下一步打算：口罩不足", "", "口罩不足"},
		{"四（工作开展情况）：宿舍消毒两次\n五（存在困难和下一步打算）：口罩不足", "宿舍消毒两次", "口罩不足"},
		{"四、工作开展情况：宿舍消毒两次。五、下一步打算：继续排查", "宿舍消毒两次", "继续排查"},
	} {
		p := newPlay(t, Options{})
		drafter, colleague, director, leader := p.Person("zhao-wangpu"), p.Person("zhu-sixi"), p.Holder(workgroup.Director), p.Holder(workgroup.Leading)
		written := func(work, plans string) {
			t.Helper()
			p.view(func(b workgroup.Book) {
				if paper, _ := workgroup.LastPaper(b, "2020-01-31"); paper.Work != work || paper.Plans != plans {
					t.Errorf("%q: written %q and %q\n%s", c.words, paper.Work, paper.Plans, p.transcript(drafter, nil))
				}
			})
		}
		p.until("15:10")
		for _, not := range []string{"四家单位工作开展情况：良好", "五、安排部署：各学院消毒", "四、审核上报信息：已报", "工作开展情况怎么写？", "报一下四、工作开展情况"} {
			p.says(drafter, nil, not)
			written("", "")
		}
		p.says(director, nil, c.words)
		p.sees(director, nil, "没有人能签")
		p.says(leader, nil, c.words)
		if last := leader.Last(nil); !last.From.Bot || strings.Contains(last.Text, "没看懂") {
			t.Errorf("the leading group is told %q", last.Text)
		}
		written("", "")
		p.says(drafter, nil, c.words)
		written(c.work, c.plans)
		p.signOff(drafter, "1月31日", "草稿")
		p.says(drafter, nil, "四：无\n五：无")
		written("无", "无")
		p.saysSubmit(drafter)
		for _, late := range []string{c.words, "五再加一句：口罩不足"} {
			p.says(drafter, nil, late)
			if last := drafter.Last(nil); !strings.Contains(last.Text, "现在是“审核中”") {
				t.Errorf("%q, too late, was told %q", late, last.Text)
			}
		}
		written("无", "无")
		p.says(colleague, nil, "退回：四请写具体")
		p.says(drafter, nil, "四、工作开展情况：软件学院有个学生确诊了")
		if !strings.Contains(p.transcript(drafter, nil), "确诊") || p.withButton(drafter, nil, "不是紧急情况，撤销") == nil && p.withButton(drafter, nil, "不是") == nil {
			t.Errorf("a case is not asked about:\n%s", p.transcript(drafter, nil))
		}
	}
}

// A case in what is written for a part of a report is asked about whether the words could be put there or not; of several drafts it is asked which
// one is meant, and the words are kept until then.
func TestACaseInAPartIsHeardWhetherItIsPutThereOrNot(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter := p.Person("zhao-wangpu")
	stands := func(date workgroup.Date, work string) {
		t.Helper()
		p.view(func(b workgroup.Book) {
			if paper, _ := workgroup.LastPaper(b, date); paper.Work != work {
				t.Errorf("of %s there stands %q, not %q:\n%s", date, paper.Work, work, p.transcript(drafter, nil))
			}
		})
	}
	asked := func(words string) {
		t.Helper()
		before := drafter.Last(nil).ID
		p.says(drafter, nil, words)
		for _, m := range drafter.Sees(nil) {
			if m.ID > before && strings.Contains(m.Text, "须在 1 小时内报告") {
				return
			}
		}
		t.Errorf("%q: a case is not asked about:\n%s", words, p.transcript(drafter, nil))
	}
	p.until("15:10")
	five := "1.消毒。\n2.测温。\n3.排查。\n4.宣传。\n5.值班。"
	p.drafts(drafter, five, "无")
	for _, words := range []string{
		"四再加一句：消毒。\n软件学院有个学生确诊了。",
		"四：" + five + "\n6.软件学院有个学生确诊了。",
	} {
		asked(words)
		p.sees(drafter, nil, "最多 5 条")
		stands("2020-01-31", five)
		p.presses(drafter, nil, "不是")
		p.wait(time.Minute)
	}
	// Two drafts are open.
	p.until("23:59")
	p.until("15:10")
	p.drafts(drafter, "门岗登记。", "无")
	p.says(drafter, nil, "四再加一句：食堂错峰就餐。")
	p.sees(drafter, nil, "有 2 份上报件")
	stands("2020-01-31", five)
	stands("2020-02-01", "门岗登记。")
	p.presses(drafter, nil, "2月1日，草稿")
	stands("2020-02-01", "门岗登记。\n食堂错峰就餐。")
	p.says(drafter, nil, "四：食堂消毒。")
	p.presses(drafter, nil, "2月1日，草稿")
	stands("2020-02-01", "食堂消毒。")
	asked("四再加一句：软件学院有个学生确诊了。")
	p.sees(drafter, nil, "有 2 份上报件")
	p.presses(drafter, nil, "不是")
	// Written under a card it is of that one.
	p.wait(time.Minute)
	p.says(drafter, nil, "拟稿")
	card := p.withText(drafter, nil, "2月1日", "草稿", "食堂消毒")
	drafter.Replies(card, "四再加一句：门岗测温。")
	p.settle()
	stands("2020-02-01", "食堂消毒。\n门岗测温。")
	p.audited(2)
}

// A part is written behind its number and a blank too, while the report is a draft.
func TestAPartIsWrittenBehindItsNumberAndABlank(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	drafter := p.Person("zhao-wangpu")
	p.until("15:10")
	p.says(drafter, nil, "拟稿送审")
	p.says(drafter, nil, "四 今天校园全面消毒")
	p.says(drafter, nil, "五 口罩不够，下一步继续采购")
	p.view(func(b workgroup.Book) {
		if paper, _ := workgroup.LastPaper(b, "2020-01-31"); paper.Work != "今天校园全面消毒" || paper.Plans != "口罩不够，下一步继续采购" {
			t.Errorf("written %q and %q\n%s", paper.Work, paper.Plans, p.transcript(drafter, nil))
		}
	})
}
