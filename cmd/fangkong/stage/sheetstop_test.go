package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Who stops a sheet between its two steps hears that it has not gone; the step is void, and the words are no unit's reason.
func TestASheetIsStoppedBetweenItsSteps(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"等等，先不报", "先别报", "等一下", "汇总先不报了", "刚才那个先别算", "撤回汇总", "don't file it yet"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			lead := p.Head("xuesheng")
			p.until("14:50")
			p.zero("ruanjian")
			p.says(lead, nil, "报送汇总")
			p.wait(3 * time.Second)
			p.says(lead, nil, words)
			p.sees(lead, nil, "学生汇总没有报送")
			p.wait(3 * time.Second)
			p.says(lead, nil, "报送汇总")
			if s, _ := p.sheetOf("xuesheng"); s.Revision != 0 || len(p.reasonsOf()) > 0 {
				t.Errorf("filed %d, reasons %v\n%s", s.Revision, p.reasonsOf(), p.transcript(lead, nil))
			}
			p.wait(3 * time.Second)
			p.says(lead, nil, "再报一次")
			if s, _ := p.sheetOf("xuesheng"); s.Revision != 1 || len(p.reasonsOf()) > 0 {
				t.Errorf("again: filed %d, reasons %v\n%s", s.Revision, p.reasonsOf(), p.transcript(lead, nil))
			}
		})
	}
}

// A sheet that has gone is not taken back: it is said how it is put right.
func TestAFiledSheetIsNotTakenBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead := p.Head("xuesheng")
	p.until("14:50")
	p.zero("ruanjian")
	for range 2 {
		p.says(lead, nil, "报送汇总")
		p.wait(3 * time.Second)
	}
	for _, words := range []string{"撤回汇总", "汇总报错了 重报", "等等，先不报"} {
		if words == "等等，先不报" {
			p.says(lead, nil, "未报原因")
		}
		before := len(lead.Sees(nil))
		p.says(lead, nil, words)
		p.sees(lead, nil, "学生汇总已于 14:50 报送，留有记录，撤不回来")
		if len(lead.Sees(nil)) <= before || len(p.reasonsOf()) > 0 {
			t.Errorf("%s: %v\n%s", words, p.reasonsOf(), p.transcript(lead, nil))
		}
	}
}

// What is kept as a reason is said back, of every unit; a reason is given and changed in words, before it is asked and after.
func TestReasonsAreSaidBack(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead := p.Head("xuesheng")
	p.until("14:50")
	p.zero("ruanjian")
	p.zero("huli")
	for range 2 {
		p.says(lead, nil, "报送汇总")
		p.wait(3 * time.Second)
	}
	reason := func(words, said string, want map[workgroup.UnitID]string) {
		t.Helper()
		p.says(lead, nil, words)
		p.sees(lead, nil, said)
		got := p.reasonsOf()
		for id, reason := range want {
			if got[id] != reason {
				t.Errorf("%s: %s %q, not %q\n%s", words, id, got[id], reason, p.transcript(lead, nil))
			}
		}
	}
	reason("机电 宋书朴住院了没人报；汽车：负责人请假；工程技术学院：系统坏了", "汽车工程学院：负责人请假", map[workgroup.UnitID]string{"qiche": "负责人请假", "gongcheng": "系统坏了"})
	if p.withText(lead, nil, "本单位人员、今日新发生的吗") == nil {
		t.Error("a case among them is not asked about")
	}
	p.lacks(p.Person("song-shupu"), nil, "住院治疗现有几人")
	if p.reasonsOf()["jidian"] == "" {
		t.Error("nothing of the first")
	}
	reason("没报的都是还在统计", "旅游学院：还在统计", map[workgroup.UnitID]string{"lvyou": "还在统计", "qiche": "负责人请假"})
	reason("汽车的原因改一下，是网络不通", "汽车工程学院：网络不通", map[workgroup.UnitID]string{"qiche": "网络不通"})
	reason("汽车原因：停电", "汽车工程学院：停电", map[workgroup.UnitID]string{"qiche": "停电"})
	reason("汽车工程学院的未报原因改成正在核对", "汽车工程学院：正在核对", map[workgroup.UnitID]string{"qiche": "正在核对"})
	reason("汽车没报，工程技术学院说系统打不开", "鹤壁工程技术学院：工程技术学院说系统打不开", map[workgroup.UnitID]string{"qiche": "正在核对", "gongcheng": "工程技术学院说系统打不开"})
}
