package stage

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// Who has a case reads at once what its reporter counts around the patient, or says of another who is ill, beside the day's report.
func TestPeopleAroundAPatientReachWhoHasTheCase(t *testing.T) {
	t.Parallel()
	for words, asked := range map[string]bool{"密接有5个人，都在宿舍": false, "两个人，另一个也发烧": true} {
		p := newPlay(t, Options{})
		p.until("14:05")
		he, zhang := p.Head("ruanjian"), p.zhang()
		p.calls(he, "确诊", "学生", "刚刚")
		p.presses(zhang, nil, "我来接手")
		p.says(he, nil, words)
		p.sees(zhang, nil, words, "0131-01")
		if is := p.withText(he, nil, "须在 1 小时内报告。如是") != nil; is {
			t.Errorf("%q: asked of the contacts as of a new case:\n%s", words, p.transcript(he, nil))
		}
		if is := p.withText(he, nil, "近期去过湖北") != nil; is != asked {
			t.Errorf("%q: asked whether they have met a case: %v", words, is)
		}
		if asked {
			continue
		}
		p.presses(he, nil, "记入 急-0131-01")
		if k := p.kase(); k.Remarks[len(k.Remarks)-1].Text != words {
			t.Errorf("%q: kept %+v", words, k.Remarks)
		}
	}
}

// News that was heard in a call is kept with the case, and asked about, where the note of calls was waited for.
func TestNewsHeardInACallIsKept(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he, zhang := p.Head("ruanjian"), p.zhang()
	p.calls(he, "确诊", "学生", "刚刚")
	p.presses(zhang, nil, "我来接手")
	p.presses(zhang, nil, "电话记录")
	words := "给家长打了电话，家长说他妹妹也确诊了"
	p.says(zhang, nil, words)
	if k := p.kase(); k.Remarks[len(k.Remarks)-1].Text != words {
		t.Errorf("kept %+v", k.Remarks)
	}
	p.sees(zhang, nil, "急-0131-01 已记录")
	p.presses(zhang, nil, "是，提醒值班员")
	if p.withText(zhang, nil, "紧急报告", words) == nil {
		t.Errorf("not reported:\n%s", p.transcript(zhang, nil))
	}
}

// Somebody has fainted, and somebody else is confirmed: each has a case. Who fainted and is suspected has one.
func TestWhoFaintedIsNobodyElse(t *testing.T) {
	t.Parallel()
	for words, cases := range map[string]int{"有老师确诊了": 2, "那个学生疑似": 1} {
		p := newPlay(t, Options{})
		p.until("14:05")
		song := p.Head("jidian")
		p.says(song, nil, "有学生晕倒了！")
		p.says(song, nil, words)
		p.wait(workgroup.CallLife + 1)
		switch running := p.open(); {
		case len(running) != cases:
			t.Errorf("%q: %d cases", words, len(running))
		case cases == 2 && running[0].Kind == running[1].Kind:
			t.Errorf("%q: both are %s", words, running[0].Kind)
		}
	}
}

// The receipt of figures whose case is open offers no second alarm; of a kind that no case is of it does.
func TestTheReceiptOfAReportedCaseOffersNoAlarm(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "我院一名学生确诊，两点整知道的")
	p.says(he, nil, "对")
	p.says(he, nil, "对")
	if m := p.sees(he, nil, "已报送", "确诊 现有 1"); strings.Contains(m.Text, "请立即电话联系值班室") || p.withButton(he, nil, "属一小时内必报") != nil {
		t.Errorf("the receipt asks for what is done:\n%s", m.Text)
	}
	song := p.Head("jidian")
	p.presses(song, p.Group, "填报")
	p.says(song, nil, "封闭隔离3人")
	p.presses(song, nil, "确认报送")
	if p.withButton(song, nil, "属一小时内必报") == nil {
		t.Errorf("no alarm is offered:\n%s", p.transcript(song, nil))
	}
}
