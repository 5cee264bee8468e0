package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// The head of a lead unit lets its sheet go in the words of every day: it is read back first, and filed with the next of them.
func TestASheetIsLetGoInPlainWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ first, then string }{
		{"汇总没问题，报吧", "对"}, {"数都对，提交", "提交"}, {"可以报了", "可以报了"}, {"数据核对过了，没问题，可以上报了", "报吧"}, {"汇总无误", "确认"}, {"好的，汇总可以交了", "是的"}, {"都齐了，报上去吧", "数都对，提交"}, {"The figures are right, submit them", "yes"},
	} {
		t.Run(c.first, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{Roster: only(wholeCollege(), "xuesheng", "renshi", "houqin", "ruanjian")})
			lead := p.Head("xuesheng")
			sheet := func() (filed bool) {
				p.view(func(b workgroup.Book) { _, filed = workgroup.LastSheet(b, "2020-01-31", "xuesheng") })
				return filed
			}
			p.until("14:05")
			p.zero("ruanjian")
			p.until("14:50")
			p.says(lead, nil, c.first)
			if !strings.Contains(p.transcript(lead, nil), "将报送学生汇总：已收 1/1") || sheet() {
				t.Fatalf("not read back, or filed at once:\n%s", p.transcript(lead, nil))
			}
			p.wait(2 * time.Second)
			p.says(lead, nil, c.then)
			if !sheet() {
				t.Fatalf("not filed:\n%s", p.transcript(lead, nil))
			}
			if _, own := p.filed("xuesheng"); own {
				t.Error("the unit's own report was filed")
			}
		})
	}
}

// What is said of one's own report, of something else, or by somebody else lets no sheet go.
func TestOtherWordsLetNoSheetGo(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: only(wholeCollege(), "xuesheng", "renshi", "houqin", "ruanjian")})
	lead, head := p.Head("xuesheng"), p.Head("ruanjian")
	p.until("14:05")
	p.zero("ruanjian")
	p.until("14:50")
	for _, words := range []string{"对", "报吧", "没问题", "好的", "可以", "数不对，先别报", "汇总有问题", "还不能报", "汇总没问题吗", "可以报了吗？", "各单位可以报了"} {
		p.says(lead, nil, words)
		p.wait(2 * time.Second)
		p.says(lead, nil, words)
		p.wait(2 * time.Second)
	}
	p.says(head, nil, "汇总没问题，报吧")
	before := len(lead.Sees(p.Group))
	p.says(lead, p.Group, "汇总没问题，报吧")
	p.sees(lead, nil, "请私聊我发")
	p.says(lead, p.Group, "可以报了")
	if len(lead.Sees(p.Group)) != before+2 {
		t.Error("the group is answered")
	}
	// Its own read-back waits: that is what is meant.
	p.says(lead, nil, "居家隔离1人，其余无")
	p.says(lead, nil, "可以报了")
	p.view(func(b workgroup.Book) {
		if s, filed := workgroup.LastSheet(b, "2020-01-31", "xuesheng"); filed {
			t.Errorf("filed: %+v", s)
		}
	})
}
