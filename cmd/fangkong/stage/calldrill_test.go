package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// A drill that is told over an urgent report is answered: it rings in earnest until it is taken back, and whoever is rung can ask.
func TestADrillOverAnUrgentReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, zhang := p.Head("ruanjian"), p.zhang()
	p.says(he, nil, "紧急")
	for _, words := range []string{"这是演练，一名学生疑似", "演练结束"} {
		p.says(he, nil, words)
		p.sees(he, nil, "演练请不要在这里报", "14:08 会真的呼叫值班员", "撤销")
	}
	p.presses(he, nil, "不是紧急情况，撤销")
	p.wait(workgroup.CallLife + 1)
	p.view(noCases(t))

	// What is told beside the word is no drill.
	p.says(he, nil, "紧急")
	p.says(he, nil, "不是演练，一名学生真的确诊了")
	p.presses(he, nil, "刚刚")
	p.presses(he, nil, "启动紧急报告")
	p.says(zhang, nil, "是演练吗？")
	p.sees(zhang, nil, "呼叫都按真的办", "0392-0000000")
	if p.rings(zhang) == false || p.kase().Kind != workgroup.CaseConfirmed {
		t.Errorf("opened %+v", p.kase())
	}
}
