package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// Whoever else says since when it is known has it kept with the case, and who may say is asked.
func TestOthersSaySinceWhenItIsKnown(t *testing.T) {
	t.Parallel()
	for name, words := range map[string]string{"deputy": "昨天晚上10点就知道了", "office": "昨天晚上10点就知道了", "office of the unit": "软件学院那个昨天晚上10点就知道了"} {
		for _, taken := range []bool{true, false} {
			p := newPlay(t, Options{})
			p.until("14:05")
			heads, duty := p.heads("ruanjian"), p.holders(workgroup.DutyStaff)[0]
			who := p.office()
			if name == "deputy" {
				who = heads[1]
			}
			p.says(heads[0], nil, "我院学生李小明今天确诊")
			p.presses(heads[0], nil, "刚刚")
			p.presses(heads[0], nil, "启动紧急报告")
			asked := heads[0]
			if taken {
				p.presses(duty, nil, "我来接手")
				asked = duty
			}
			p.says(who, nil, words)
			if k := p.kase(); p.lastRemark() != words || k.Known.Format("15:04") != "14:05" {
				t.Errorf("%s: %+v\n%s", name, k, p.transcript(who, nil))
			}
			p.reads(who, nil, "急-0131-01", "续报已记入")
			p.reads(asked, nil, "急-0131-01 的补充说 昨天 22:00 已知道")
			p.presses(asked, nil, "改知悉时间")
			p.says(asked, nil, "昨天晚上10点")
			if k := p.kase(); k.Known.Format("01-02 15:04") != "01-30 22:00" {
				t.Errorf("%s: known %v", name, k.Known)
			}
		}
	}
}

// What another head of the unit says while the case is still being reported goes into the report.
func TestAnotherHeadsWordsBeforeTheCaseIsOpen(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"昨天晚上10点就知道了", "该生在市一院"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		heads := p.heads("ruanjian")
		p.says(heads[0], nil, "我院学生李小明今天确诊")
		p.says(heads[1], nil, words)
		p.reads(heads[1], nil, "已记入何望桥正在报告的紧急情况")
		p.reads(p.Holder(workgroup.DutyStaff), nil, "软件学院正在报告的紧急情况", words)
		p.wait(workgroup.CallLife + 1)
		if k := p.kase(); len(p.open()) != 1 || k.Remarks[0].Text != "我院学生李小明今天确诊\n"+heads[1].Name()+"："+words {
			t.Errorf("%+v", k)
		}
	}
}

func TestOthersSaySinceWhenItIsKnownInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	heads := p.heads("ruanjian")
	p.says(heads[0], nil, "One student of ours has been confirmed today")
	p.says(heads[1], nil, "We knew at 10 pm yesterday")
	p.reads(heads[1], nil, "Kept with the urgent report that")
	p.wait(workgroup.CallLife + 1)
	p.says(p.office(), nil, "They were told at 9 pm yesterday")
	p.reads(heads[0], nil, "says that it was known at", "21:00")
}
