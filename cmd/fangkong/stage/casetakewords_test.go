package stage

import (
	"slices"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// holder is who has the case of a number.
func (p *play) holder(number int) (who string) {
	p.view(func(b workgroup.Book) {
		for _, k := range workgroup.Running(b) {
			if k.Number == number {
				h, _ := workgroup.People.Get(b, string(k.Holder))
				who = h.Name
			}
		}
	})
	return who
}

// Whoever is rung and says in any words that they take the case has it, and whoever only says that they come is told that it is none of that.
func TestACaseIsTakenInManyWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	for _, words := range []string{"收到，我马上过去处理", "行，我管", "我还是接吧", "I got this", "on it"} {
		p.says(duty, nil, words)
		if p.holder(1) != duty.Name() {
			t.Errorf("%s: taken by %q\n%s", words, p.holder(1), p.transcript(duty, nil))
			continue
		}
		p.says(duty, nil, "退回")
	}
	for _, words := range []string{"我去看看", "我过去看看情况", "ok I'm heading over now", "同意", "agreed"} {
		p.says(duty, nil, words)
		p.reads(duty, nil, "回“"+words+"”不算接手")
	}
	if who := p.holder(1); who != "" {
		t.Errorf("%s has it", who)
	}
	// Whom it does not ring agrees to something else.
	p.says(p.Holder(workgroup.Director), nil, "同意")
	if who := p.holder(1); who != "" {
		t.Errorf("%s has it", who)
	}
}

// With several cases open one is taken by its number, its place or its unit, or all at once.
func TestOneOfSeveralCasesIsCalledByNumberPlaceOrUnit(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.calls(p.Head("huli"), "疑似", "学生", "刚刚")
	for words, number := range map[string]int{"02我来处理": 2, "01我接": 1, "01号案我也接": 1, "第二个我来": 2, "我来处理护理学院的": 2, "护理学院的我来处理": 2, "I'll take the software one": 1, "I take 02": 2} {
		p.says(duty, nil, words)
		if p.holder(number) != duty.Name() || p.holder(3-number) != "" {
			t.Errorf("%s: 01 %q, 02 %q\n%s", words, p.holder(1), p.holder(2), p.transcript(duty, nil))
		}
		for _, code := range []string{"0131-01", "0131-02"} {
			p.says(duty, nil, "急-"+code+" 退回")
		}
	}
	p.says(duty, nil, "02我不接")
	p.says(duty, nil, "两个都我来处理")
	if p.holder(1) != duty.Name() || p.holder(2) != duty.Name() {
		t.Errorf("both: 01 %q, 02 %q\n%s", p.holder(1), p.holder(2), p.transcript(duty, nil))
	}
	p.says(duty, nil, "02我也接")
	p.reads(duty, nil, "已由"+duty.Name())
}

// What a holder writes who was rung for their silence keeps the case theirs; who says so a moment too late has it again.
func TestAHolderWhoAnswersTheNudgeKeepsTheCase(t *testing.T) {
	t.Parallel()
	for words, kept := range map[string]bool{"正在去医院路上": true, "还在联系": true, "我还在处理，别再呼了": true, "still on it": true, "学生家长姓王": false} {
		p := newPlay(t, Options{})
		p.until("14:05")
		duty := p.Holder(workgroup.DutyStaff)
		p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
		p.says(duty, nil, "我来处理")
		p.wait(15*time.Minute + time.Second)
		p.reads(duty, nil, "已经一刻钟没有进展")
		p.wait(4 * time.Minute)
		p.says(duty, nil, words)
		p.wait(9 * time.Minute)
		if p.holder(1) != duty.Name() {
			t.Errorf("%s: it was taken from them\n%s", words, p.transcript(duty, nil))
		}
		k := p.kase()
		if stands := slices.ContainsFunc(k.Remarks, func(r workgroup.Remark) bool { return r.Text == words }); kept != stands {
			t.Errorf("%s: with the case stands %+v", words, k.Remarks)
		}
	}
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.says(duty, nil, "我来处理")
	p.wait(21 * time.Minute)
	if p.holder(1) != "" {
		t.Fatal("it is theirs still")
	}
	p.says(duty, nil, "我还在处理")
	if p.holder(1) != duty.Name() {
		t.Errorf("it is not theirs again:\n%s", p.transcript(duty, nil))
	}
}
