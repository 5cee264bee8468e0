package stage

import "testing"

// A case that turns out to be of another unit: the former unit hears that it owes nothing more, and the other reads whose word it is.
func TestACaseOfAnotherUnitLeavesTheFormerOne(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, huli, zhang := p.Head("ruanjian"), p.Head("huli"), p.zhang()
	p.calls(he, "确诊", "学生", "刚刚")
	p.presses(zhang, nil, "我来接手")
	p.says(zhang, nil, "单位搞错了，是护理学院的")
	p.sees(he, nil, "急-0131-01 已由张秋溪从软件学院改为护理学院", "不用再报告", "0392-0000000")
	p.reads(huli, nil, "张秋溪报告护理学院出现确诊情况")
	if m := p.withText(huli, nil, "何望桥报告护理学院"); m != nil {
		t.Errorf("which he never did: %s", m.Text)
	}
	p.presses(huli, nil, "单位报告")
	if k := p.kase(); k.Unit != "huli" || !k.OfUnit.In() {
		t.Errorf("kept %+v", k.OfUnit)
	}
}
