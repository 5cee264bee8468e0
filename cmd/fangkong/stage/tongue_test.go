package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// A stranger who writes English reads English from then on, whatever their telephone speaks; whoever goes on in Chinese reads that.
func TestAStrangerWhoWritesEnglishReadsEnglish(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	who, zhang := p.newcomer("Smith", "Tom"), p.zhang()
	who.Starts()
	p.settle()
	p.says(who, nil, "help")
	p.sees(who, nil, "How to file")
	p.says(who, nil, "谢谢")
	p.sees(who, nil, "还不认识您")
	p.says(who, nil, "I am a student of the software school and I tested positive today")
	p.reads(who, nil, "Urgent report", "Of which unit?")
	p.reads(zhang, nil, "单位不明", "I tested positive")
	p.presses(who, nil, "School of Software")
	p.wait(workgroup.CallLife + 1)
	p.reads(who, nil, "Opened as 急-0131-01")
	p.presses(zhang, nil, "我来接手")
	p.sees(who, nil, "has taken 急-0131-01", zhang.Name())
}

// Whoever is on duty and falls ill themselves has reported it: the person's own report is in.
func TestWhoeverIsOnDutyReportsForThemselves(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	p.says(p.zhang(), nil, "我确诊了，刚知道的")
	p.presses(p.zhang(), nil, "学生处")
	p.wait(workgroup.CallLife + 1)
	if k := p.kase(); !k.Individual.In() || k.Individual.By != "zhang-qiuxi" || k.OfUnit.In() {
		t.Errorf("legs: %+v, %+v", k.Individual, k.OfUnit)
	}
}
