package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Under a question somebody puts right what they answered before: a number that can be of nothing else goes there, one that may as well be the answer is
// asked about, and whatever else holds a number is the answer it always was.
func TestANumberPutsRightWhatWasAnsweredBefore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words  string
		press  string // where it is asked
		now, n int    // the stock, and the new ones, -1: not answered
		asks   string
	}{
		{"应该是8", "", 8, -1, "今日新增几人"}, // of three no eight are new
		{"不对，是2", "", 2, -1, "今日新增几人"},
		{"刚才说错了，应该是2人", "", 2, -1, "今日新增几人"},
		{"改成5", "", 5, -1, "今日新增几人"},
		{"应该是2", "发热 现有", 2, -1, "今日新增几人"},
		{"应该是2", "发热 新增", 3, 2, "学生几人"},
		{"2", "", 3, 2, "学生几人"},
		{"是2个", "", 3, 2, "学生几人"},
		{"新增应该是2", "", 3, 2, "学生几人"},
		{"i meant 8", "", 8, -1, "今日新增几人"},
		{"两个", "", 3, 2, "学生几人"},
	} {
		p := newPlay(t, Options{})
		he := p.Head("ruanjian")
		p.until("14:05")
		p.presses(he, nil, "填报")
		p.says(he, nil, "3")
		p.sees(he, nil, "发热（共 3 人）：今日新增几人？")
		p.says(he, nil, c.words)
		if c.press != "" {
			p.sees(he, nil, "2", "改前面答的，还是答现在问的？", "还没有记下")
			p.presses(he, nil, c.press)
		}
		p.sees(he, nil, c.asks)
		p.view(func(b workgroup.Book) {
			var d workgroup.Draft
			for d = range workgroup.Drafts.Each(b, "2020-01-31/ruanjian/") {
			}
			now, _ := d.Figures.Said("fever_now")
			n, said := d.Figures.Said("fever_new")
			if !said {
				n = -1
			}
			if now != c.now || n != c.n {
				t.Errorf("%s (%s): %d now, %d new, want %d and %d\n%s", c.words, c.press, now, n, c.now, c.n, p.transcript(he, nil))
			}
		})
	}
}
