package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// leads is an afternoon of few units at 14:50: 护理学院 is missing, 软件学院 has two students at home, 学生处 has reported that there is nothing.
func leads(t *testing.T) (p *play, lead, he, nurse *sandbox.Person) {
	p = newPlay(t, Options{})
	lead, he, nurse = p.Head("xuesheng"), p.Head("ruanjian"), p.Head("huli")
	p.until("14:05")
	p.everybody("huli", "ruanjian")
	p.says(he, nil, "学生居家隔离2人，其余无")
	p.says(he, nil, "对")
	p.until("14:50")
	return p, lead, he, nurse
}

// ownUntouched fails where a filing of the lead unit's own people, or for another unit, was begun.
func ownUntouched(t *testing.T, p *play, lead *sandbox.Person) {
	t.Helper()
	p.view(func(b workgroup.Book) {
		for d := range workgroup.Drafts.Each(b, "") {
			if d.Person == "cao-sifan" || d.For == "xuesheng" {
				t.Errorf("a filing was begun for %s:\n%s", d.Unit, p.transcript(lead, nil))
			}
		}
	})
	if s, _ := p.filed("xuesheng"); s.Revision != 1 {
		t.Errorf("revision %d of its own report:\n%s", s.Revision, p.transcript(lead, nil))
	}
}

// What the head of a lead unit doubts of a unit's report is a question to it, read back before it goes, and no report of anybody.
func TestADoubtOfALeadUnitIsAQuestion(t *testing.T) {
	t.Parallel()
	for _, said := range []string{"软件居家隔离2个退回去核实一下", "软件的数不对，应该3个", "软件学院居家隔离2人好像多了吧，问一下", "软件学院的居家隔离再核一下", "软件学院2人不对吧",
		"软件学院居家隔离2个学生是不是昨天就有的？退回去问一下", "软件那2个是学生吗，退回核一下", "问一下软件学院，居家隔离的2个人是不是都在校外", "软件学院居家隔离2人对吗？", "软件学院报得不对，让他们重报", "软件学院更正：居家隔离3人", "软件学院这个数明显偏高", "软件学院再报一下", "软件学院居家隔离2人里有没有老师"} {
		t.Run(said, func(t *testing.T) {
			t.Parallel()
			p, lead, he, _ := leads(t)
			p.says(lead, nil, said)
			p.sees(lead, nil, "要退回软件学院询问：居家隔离", "还没有发出")
			p.lacks(he, nil, "同意代报", "请软件学院核对")
			ownUntouched(t, p, lead)
			p.presses(lead, nil, "退回询问")
			p.sees(he, nil, "请软件学院核对今天所报（第1版）的 居家隔离")
		})
	}
	for _, c := range [][2]string{{"工程院居家隔离3个退回去核实一下", "不认得“工程院”"}, {"退回工程院：居家隔离是不是报多了", "不认得“工程院”"}, {"工程院居家隔离3人", "不认得“工程院”"}, {"退回护理学院，居家隔离12人对吗", "护理学院还没有报送，没有可问的数"}} {
		t.Run(c[0], func(t *testing.T) {
			t.Parallel()
			p, lead, _, _ := leads(t)
			p.says(lead, nil, c[0])
			p.sees(lead, nil, c[1])
			ownUntouched(t, p, lead)
		})
	}
}

// A word answers the question that was read back, where nothing else waits for one; what tells of a unit and doubts nothing stays what it is.
func TestWhatIsNoDoubtStaysWhatItIs(t *testing.T) {
	t.Parallel()
	p, lead, he, nurse := leads(t)
	p.says(lead, nil, "软件学院居家隔离2人对吗？")
	p.says(lead, nil, "不问了")
	p.lacks(he, nil, "请软件学院核对")
	p.says(lead, nil, "软件学院居家隔离2人对吗？")
	p.says(lead, nil, "退回")
	p.sees(he, nil, "请软件学院核对")
	for _, c := range [][2]string{{"软件学院报了吗", "14:05 已报送"}, {"软件学院更正了没有", "14:05 已报送"}, {"学生一共居家隔离多少", "居家隔离 现有"}, {"软件学院居家隔离多少人", "软件学院日台账"}, {"学生处汇总了吗", "汇总：未报"}, {"软件学院核实过了，2人没错", "今天的询问"}, {"好的报吧", "将报送学生汇总"}} {
		p.says(lead, nil, c[0])
		p.sees(lead, nil, c[1])
	}
	ownUntouched(t, p, lead)
	p.says(lead, nil, "护理说他们没情况，电话里说的")
	p.sees(lead, nil, "【护理学院】1月31日（代报）", "零报告")
	p.sees(nurse, nil, "零报告。同意吗？")
	p.lacks(nurse, nil, "已经报送")
	p.presses(nurse, nil, "同意代报")
	p.says(lead, nil, "对")
	if s, _ := p.filed("huli"); !s.Zero {
		t.Error("not filed for the unit")
	}
}

// Who is to agree that another unit files for theirs reads what they have filed themselves, and what would change.
func TestConsentShowsWhatWouldChange(t *testing.T) {
	t.Parallel()
	p, lead, he, _ := leads(t)
	p.says(lead, nil, "软件学院居家隔离5人")
	p.sees(he, nil, "软件学院今天 14:05 已经报送", "居家隔离 现有 2 → 5", "同意吗？")
}

// After a sheet was read back, a yes with the word that it is to be reported files it; who waits, or promises, is told that it is not filed.
func TestASheetGoesUpWithAComposedYes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		said, sees string
		filed      bool
	}{
		{"好的报吧", "学生汇总已报送", true}, {"好，报", "学生汇总已报送", true}, {"好的，报送吧", "学生汇总已报送", true}, {"嗯报吧", "学生汇总已报送", true}, {"行，报吧", "学生汇总已报送", true}, {"报送", "学生汇总已报送", true}, {"那就先这样报吧", "学生汇总已报送", true},
		{"负责人联系不上，先报吧", "学生汇总已报送", true},
		{"等会，机电马上报", "学生汇总没有报送", false}, {"他们马上报", "这句要记作护理学院未报的原因吗？", false}, {"催过了，他们马上报", "这句要记作护理学院未报的原因吗？", false}, {"先不报了，等护理", "学生汇总没有报送", false},
		{"报了吗", "汇总：未报", false}, {"OK", "学生汇总还没有报送", false}, {"机电联系不上，先报吧", "学生汇总还没有报送", false}, {"护理的数我知道，是零", "这句要记作护理学院未报的原因吗？", false}, {"护理在处理一个密接的事", "这句要记作护理学院未报的原因吗？", false},
	} {
		t.Run(c.said, func(t *testing.T) {
			t.Parallel()
			p, lead, _, _ := leads(t)
			p.says(lead, nil, "报送汇总")
			p.wait(4 * time.Second)
			p.says(lead, nil, c.said)
			p.sees(lead, nil, c.sees)
			p.view(func(b workgroup.Book) {
				if _, filed := workgroup.LastSheet(b, "2020-01-31", "xuesheng"); filed != c.filed {
					t.Errorf("filed: %v\n%s", filed, p.transcript(lead, nil))
				}
			})
			ownUntouched(t, p, lead)
			reason := p.reasonsOf()["huli"]
			if want := map[bool]string{true: "负责人联系不上"}[strings.HasPrefix(c.said, "负责人")]; reason != want {
				t.Errorf("the reason is %q, want %q", reason, want)
			}
			if strings.HasPrefix(c.said, "他们") {
				p.presses(lead, nil, "记作原因")
				if p.reasonsOf()["huli"] != "他们马上报" {
					t.Error("the reason was not recorded")
				}
			}
		})
	}
}

// Of a sheet that is filed, words that name it or file it again are not the unit's own report; what a report ends with is no reason for another sum.
func TestWordsForAFiledSheetAreNoReport(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{{"重新报送", "之后数据没有变化"}, {"知道了，重新报", "之后数据没有变化"}, {"汇总报错了，撤回", "学生汇总已于 14:50 报送"}, {"刚才的汇总要改", "学生汇总已于 14:50 报送"}} {
		t.Run(c[0], func(t *testing.T) {
			t.Parallel()
			p, lead, _, _ := leads(t)
			p.sheet(lead)
			p.says(lead, nil, c[0])
			p.sees(lead, nil, c[1])
			ownUntouched(t, p, lead)
			if p.reasonsOf()["huli"] != "" {
				t.Error("a reason was recorded")
			}
		})
	}
	p, lead, he, _ := leads(t)
	p.says(lead, nil, "汇总：居家隔离5人，其余0")
	p.says(lead, nil, "对")
	p.sees(lead, nil, "改合计须写明原因")
	p.says(lead, nil, "取消")
	p.sheet(lead)
	p.says(he, nil, "更正：学生居家隔离3人")
	p.says(he, nil, "对")
	p.says(lead, nil, "软件学院刚更正了，重新报")
	p.sees(lead, nil, "将报送学生汇总")
}
