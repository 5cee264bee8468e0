package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// A case that was closed too soon is gone on with under a code of its own, which names it: whoever is on duty is rung, and the hour runs anew.
func TestAClosedCaseIsReopened(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, zhang := p.Head("ruanjian"), p.zhang()
	p.calls(he, "确诊", "学生", "刚刚")
	p.presses(zhang, nil, "我来接手")
	p.says(zhang, nil, "急-0131-01 重新打开")
	p.sees(zhang, nil, "急-0131-01 还在处理")
	p.presses(zhang, nil, "排除")
	p.presses(zhang, nil, "办结")
	p.says(zhang, nil, "医院核酸阴性，已回家")
	p.presses(zhang, nil, "确认办结")
	p.view(noCases(t))

	p.says(p.Holder(workgroup.Inspector), nil, "重新打开 急-0131-01") // who may not see it
	p.says(zhang, nil, "其实没办完，重新打开 急-0131-01")
	p.presses(zhang, nil, "刚刚")
	p.presses(zhang, nil, "启动紧急报告")
	k := p.kase()
	if k.Unit != "ruanjian" || k.Kind != workgroup.CaseConfirmed || !strings.HasSuffix(k.Former, "/01") && k.Former == "" {
		t.Errorf("opened %+v", k)
	}
	p.reads(p.wu(), nil, "急-0131-02", "急-0131-01")
	p.says(zhang, nil, "reopen 急-0131-01")
	p.sees(zhang, nil, "急-0131-02")
	if n := len(p.open()); n != 1 {
		t.Errorf("%d cases", n)
	}
}
