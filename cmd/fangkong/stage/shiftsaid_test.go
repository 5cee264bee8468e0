package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// What people say of their shift in words that are on no button does what the button does, or reaches whoever has to know.
func TestWhatIsSaidOfAShift(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	zhang, wu := p.zhang(), p.wu()
	director := p.Holder(workgroup.Director)
	p.until("08:35")
	p.says(zhang, nil, "到了")
	p.sees(zhang, nil, "“到了”已记录")
	if n := p.events(workgroup.ShiftManned); n != 1 {
		t.Errorf("%d came", n)
	}
	p.says(wu, nil, "到了") // their shift has not begun
	if n := p.events(workgroup.ShiftManned); n != 1 {
		t.Errorf("%d came", n)
	}
	for i, words := range []string{"值班电话试了，没人接", "电话通了", "the duty phone is dead"} {
		p.says(zhang, nil, words)
		p.sees(zhang, nil, "已记录")
		if dead, works := p.events(workgroup.PhoneDead), p.events(workgroup.PhoneWorks); dead != 1+i/2 || works != (i+1)/2 {
			t.Errorf("%s: %d dead, %d works", words, dead, works)
		}
	}
	p.reads(director, nil, zhang.Name(), "值班电话")

	p.says(wu, nil, "我家里有事今晚来不了，谁替我")
	p.reads(wu, nil, "已转告带班领导和主任", "的班还是您的")
	p.reads(director, nil, wu.Name(), "值不了班", "我家里有事今晚来不了，谁替我")
	p.says(zhang, nil, "我来不了")
	p.reads(director, nil, zhang.Name(), "值不了班", "我来不了")
}

// A hand-over note may follow the word for it in one breath.
func TestAHandOverNoteInOneBreath(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	zhang, wu := p.zhang(), p.wu()
	p.until("08:35")
	p.says(zhang, nil, "到岗")
	p.until("20:31")
	p.says(zhang, nil, "交班：今天无事，机电学院有一名学生发热待查")
	p.reads(wu, nil, "今天无事，机电学院有一名学生发热待查")
	p.says(wu, nil, "接班")
	p.sees(wu, nil, "“接班”已记录")
}

// A swap is agreed to, and approved, in words.
func TestASwapIsAnsweredInWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ other, office, becomes string }{{"可以", "批准", "approved"}, {"我替你", "不行", "refused"}, {"不能替", "", "declined"}} {
		p := early(t, "07:00")
		p.adopts(pasted)
		zhang, wu := p.zhang(), p.wu()
		p.says(zhang, nil, "调班")
		p.presses(zhang, nil, "调班 1月31日 08:30")
		p.presses(zhang, nil, wu.Name())
		p.says(wu, nil, c.other)
		if c.office != "" {
			p.says(p.Holder(workgroup.Director), nil, c.office)
		}
		p.view(func(b workgroup.Book) {
			for w := range workgroup.Swaps.Each(b, "") {
				if string(w.State) != c.becomes {
					t.Errorf("%s, %s: %s\n%s", c.other, c.office, w.State, p.transcript(wu, nil))
				}
			}
		})
	}
}

// Whoever is late for a shift that nobody has come to is heard by those whom the missing alarm goes to; once they are there nothing of it is passed on.
func TestWhoeverIsLateForAShiftIsHeard(t *testing.T) {
	t.Parallel()
	p := early(t, "07:00")
	p.adopts(pasted)
	zhang, director := p.zhang(), p.Holder(workgroup.Director)
	p.until("08:46")
	for _, words := range []string{"迟到了，马上到", "还没到，再十分钟", "路上堵车", "I'm late, on my way"} {
		p.says(zhang, nil, words)
		p.sees(zhang, nil, "已转告带班领导和主任", "到岗")
		p.sees(director, nil, zhang.Name(), "正在赶来值班", words, "还没有人到岗")
	}
	p.presses(zhang, nil, "到岗")
	heard := p.count(director, nil)
	p.says(zhang, nil, "马上到")
	if p.count(director, nil) != heard {
		t.Errorf("passed on:\n%s", p.transcript(director, nil))
	}
}
