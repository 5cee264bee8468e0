package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// What the head of a lead unit says of the sums of its sheet is no report of the unit's own people: it overrides them, with its reason; what
// may mean either is asked about; and what reports is a report.
func TestASumIsOverriddenInWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, he := p.Head("xuesheng"), p.Head("ruanjian")
	stated := func(item workgroup.Key) (n workgroup.Count) {
		p.view(func(b workgroup.Book) {
			for _, o := range workgroup.WorksheetOf(b, "2020-01-31", "xuesheng").Overrides {
				if o.Item == item {
					n = o.To
				}
			}
		})
		return n
	}
	p.until("14:05")
	p.says(he, nil, "居家隔离学生3人，发热学生1人")
	p.presses(he, nil, "报送")
	p.says(lead, nil, "改合计 居家隔离 5")
	p.sees(lead, nil, "为什么改为 5")
	p.says(lead, nil, "机电学院电话报了2人")
	p.sees(lead, nil, "改合计：居家隔离 现有 3 → 5", "原因：机电学院电话报了2人")
	if stated("home_quarantine_now") != 0 {
		t.Error("changed before it was read back")
	}
	p.says(lead, nil, "对")
	p.cardSays(lead, "恢复合计", "※ 居家隔离 现有：单位合计 3，改为 5（机电学院电话报了2人；")
	for said, want := range map[string]workgroup.Count{"发热合计改成2，软件学院电话补报": 2, "把发热合计改为4，原因：机电电话报了3人": 4, "发热汇总5人，因为电话": 5, "override fever 6 because software phoned": 6} {
		p.says(lead, nil, said)
		if p.presses(lead, nil, "确认这个数"); stated("fever_now") != want {
			t.Errorf("%s: %d\n%s", said, stated("fever_now"), p.transcript(lead, nil))
		}
	}
	p.says(lead, nil, "恢复发热合计")
	if p.cardSays(lead, "返回", "发热"); stated("fever_now") != 0 || stated("home_quarantine_now") != 5 {
		t.Error("another sum was taken back")
	}

	// It may be either: nothing is filed before it is said which.
	p.says(lead, nil, "居家隔离改成6人，护理学院电话报1人")
	p.sees(lead, nil, "是改学生汇总的合计吗", "学生处 居家隔离 现有 6人")
	p.presses(lead, nil, "改学生汇总的合计")
	if n := stated("home_quarantine_now"); n != 6 {
		t.Errorf("overridden to %d", n)
	}
	p.says(lead, nil, "学生处 居家隔离2人，其余无")
	p.sees(lead, nil, "【学生处】")
	p.presses(lead, nil, "报送")
	p.says(lead, nil, "更正：居家隔离改成1人")
	p.sees(lead, nil, "【学生处】", "居家隔离 现有 1")
	p.says(lead, nil, "取消")
	// A case comes first.
	p.says(lead, nil, "确诊合计改成1，软件学院有个学生今天确诊")
	if p.withText(lead, nil, "🚨 紧急报告：确诊") == nil || stated("confirmed_now") != 0 {
		t.Errorf("the case was not heard:\n%s", p.transcript(lead, nil))
	}
	if s, _ := p.filed("xuesheng"); s.Revision != 1 || s.Figures["home_quarantine_now"] != 2 {
		t.Errorf("filed: %+v", s)
	}
	// Who heads no lead unit reports.
	p.says(p.Head("huli"), nil, "居家隔离合计改为3")
	p.sees(p.Head("huli"), nil, "【护理学院】")
}

// Who says after the read-back that the sum is not to be changed has changed nothing; who says it later is offered to take it back; and the reason
// names nobody, or its writer is to look.
func TestASumIsLeftInWords(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, he := p.Head("xuesheng"), p.Head("ruanjian")
	stated := func() (list []workgroup.Override) {
		p.view(func(b workgroup.Book) { list = workgroup.WorksheetOf(b, "2020-01-31", "xuesheng").Overrides })
		return list
	}
	p.until("14:05")
	p.says(he, nil, "居家隔离学生3人，发热学生1人")
	p.presses(he, nil, "报送")
	for _, words := range []string{"不改了", "算了，不改了，还是按单位报的来", "还是按单位报的算吧", "never mind"} {
		p.says(lead, nil, "居家隔离合计改为5，原因：护理学院王小红和赵敏刚回来")
		p.sees(lead, nil, "原因：护理学院王某和赵某刚回来", "认出的姓名、电话、证件号已隐去", "还有姓名的，请重新写")
		p.says(lead, nil, words)
		p.sees(lead, nil, "好的，合计不改")
		p.says(lead, nil, "对")
		if len(stated()) > 0 {
			t.Fatalf("%s: %+v\n%s", words, stated(), p.transcript(lead, nil))
		}
	}
	// What only sounds like it is the reason.
	p.says(lead, nil, "改合计 居家隔离 5")
	p.says(lead, nil, "护理学院说他们的数不改了")
	p.says(lead, nil, "对")
	if s := stated(); len(s) != 1 || s[0].Reason != "护理学院说他们的数不改了" {
		t.Fatalf("%+v", s)
	}
	p.says(lead, nil, "算了，不改了，还是按单位报的来")
	p.cardSays(lead, "恢复合计", "※ 居家隔离 现有：单位合计 3，改为 5")
	if len(stated()) != 1 {
		t.Error("taken back without being asked")
	}
	p.says(lead, nil, "恢复合计")
	p.says(lead, nil, "不改了")
	if len(stated()) != 0 {
		t.Error("not taken back")
	}
}

// Whether the sum of the sheet is meant is answered with what says so, and not with a courtesy; what reads like a report is one, and no reason.
func TestWhetherTheSumIsMeantWantsAPlainAnswer(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]workgroup.Count{"对": 6, "是": 6, "是的": 6, "没错": 6, "好的": 0, "嗯": 0, "收到": 0, "ok": 0} {
		p := newPlay(t, Options{})
		lead := p.Head("xuesheng")
		p.until("14:05")
		p.says(p.Head("ruanjian"), nil, "居家隔离学生3人，发热学生1人")
		p.presses(p.Head("ruanjian"), nil, "报送")
		p.says(lead, nil, "居家隔离改成6人，护理学院电话报1人")
		p.sees(lead, nil, "是改学生汇总的合计吗")
		p.says(lead, nil, words)
		if n := p.statedSum("home_quarantine_now"); n != want {
			t.Errorf("%s: %d\n%s", words, n, p.transcript(lead, nil))
		}
		if want == 0 {
			p.sees(lead, nil, "合计还没有改", "居家隔离 现有 3 → 6", "回“对”")
			p.says(lead, nil, "对")
		}
		if n := p.statedSum("home_quarantine_now"); n != 6 {
			t.Errorf("%s, 对: %d\n%s", words, n, p.transcript(lead, nil))
		}
	}
	for words, sees := range map[string]string{"今日零报告": "零报告", "发热1人，其余无": "发热 现有 1", "学生处 居家隔离2人": "居家隔离 现有 2"} {
		p := newPlay(t, Options{})
		lead := p.Head("xuesheng")
		p.until("14:05")
		p.says(p.Head("ruanjian"), nil, "居家隔离学生3人，发热学生1人")
		p.presses(p.Head("ruanjian"), nil, "报送")
		p.says(lead, nil, "居家隔离改成6人")
		p.sees(lead, nil, "是改学生汇总的合计吗")
		p.says(lead, nil, words)
		p.sees(lead, nil, "【学生处】", sees)
		p.says(lead, nil, "对")
		if _, filed := p.filed("xuesheng"); !filed || p.statedSum("home_quarantine_now") != 0 {
			t.Errorf("%s: filed %v\n%s", words, filed, p.transcript(lead, nil))
		}
	}
	// A reason is asked for where none was given, and is one.
	p := newPlay(t, Options{})
	lead := p.Head("xuesheng")
	p.until("14:05")
	p.says(p.Head("ruanjian"), nil, "居家隔离学生3人，发热学生1人")
	p.presses(p.Head("ruanjian"), nil, "报送")
	p.says(lead, nil, "居家隔离改成6人")
	p.says(lead, nil, "是")
	p.sees(lead, nil, "为什么改为 6")
	p.says(lead, nil, "护理学院电话报1人")
	p.sees(lead, nil, "改合计：居家隔离 现有 3 → 6", "原因：护理学院电话报1人")
	p.says(lead, nil, "对")
	if n := p.statedSum("home_quarantine_now"); n != 6 {
		t.Errorf("%d\n%s", n, p.transcript(lead, nil))
	}
}

// statedSum is what the head of the students' sheet has stated in place of the units' sum; 0: nothing.
func (p *play) statedSum(item workgroup.Key) (n workgroup.Count) {
	p.view(func(b workgroup.Book) {
		for _, o := range workgroup.WorksheetOf(b, "2020-01-31", "xuesheng").Overrides {
			if o.Item == item {
				n = o.To
			}
		}
	})
	return n
}
