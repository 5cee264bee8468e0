package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// heard fails where a case of the college has words of its own that only answer something.
func (p *play) heard(words ...string) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		for k := range workgroup.Cases.Each(b, "") {
			for _, r := range k.Remarks {
				for line := range strings.Lines(r.Text) {
					for _, w := range words {
						if strings.TrimSpace(line) == w {
							p.t.Errorf("急-%s says %q", k.Code(), r.Text)
						}
					}
				}
			}
		}
	})
}

// With an urgent report and a filing open, a bare answer goes to the one it means, and into no case.
func TestABareAnswerGoesToTheFilingThatStandsLast(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"对", "确认报送", "报送", "好的"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head := p.Head("ruanjian")
		p.says(head, nil, "居家隔离2人，确诊1人")
		p.says(head, nil, word)
		if _, ok := p.filed("ruanjian"); !ok {
			t.Errorf("%q did not file:\n%s", word, p.transcript(head, nil))
		}
		p.wait(workgroup.CallLife + 1)
		p.heard(word)
	}
}

func TestALeftFilingLeavesTheUrgentReport(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"不填了", "取消"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head := p.Head("ruanjian")
		p.says(head, nil, "居家隔离2人，确诊1人")
		p.says(head, nil, word)
		p.view(func(b workgroup.Book) {
			for d := range workgroup.Drafts.Each(b, "") {
				t.Errorf("%q left %s", word, d.Key())
			}
		})
		p.wait(workgroup.CallLife + 1)
		if n := len(p.open()); n != 1 {
			t.Errorf("%q: %d cases", word, n)
		}
		p.heard(word)
	}
}

// A number under the urgent report that interrupted the questions is asked about, and not taken for either.
func TestANumberAfterAnUrgentReportIsAsked(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "/report")
	p.says(head, nil, "我院学生张三今天确诊")
	p.says(head, nil, "1")
	if p.withText(head, nil, "“1”", "是答日报的吗") == nil {
		t.Fatalf("not asked:\n%s", p.transcript(head, nil))
	}
	p.says(head, nil, "0")
	p.view(func(b workgroup.Book) {
		for d := range workgroup.Drafts.Each(b, "") {
			if len(d.Figures) != 1 {
				t.Errorf("%+v", d.Figures)
			}
		}
	})
	p.wait(workgroup.CallLife + 1)
	p.heard("0", "1")
}

// Without a filing, a bare answer is no news of a case either.
func TestABareAnswerIsNoNews(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.presses(duty, nil, "续报")
	p.says(duty, nil, "对")
	p.sees(duty, nil, "请写新情况")
	p.says(duty, nil, "已转院")
	p.says(head, nil, "对")
	p.heard("对")
	if k := p.kase(); len(k.Remarks) != 2 {
		t.Errorf("%+v", k.Remarks)
	}
}

// A typed 对 with the urgent report and the day's filing both waiting for one rings first, whichever was asked last; the second files.
func TestAYesRingsBeforeItFiles(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "我院一名学生确诊，两点整知道的")
	p.sees(head, nil, "其余为 0", "对吗")
	p.says(head, nil, "对")
	if _, filed := p.filed("ruanjian"); filed || p.kase().Opened.IsZero() {
		t.Errorf("filed: %v, opened: %+v\n%s", filed, p.kase().Opened, p.transcript(head, nil))
	}
	p.says(head, nil, "对")
	if _, filed := p.filed("ruanjian"); !filed {
		t.Errorf("not filed:\n%s", p.transcript(head, nil))
	}
}
