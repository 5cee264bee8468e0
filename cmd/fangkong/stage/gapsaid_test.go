package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// reasonsOf are why units are missing on the sheet of 学生处, as it stands.
func (p *play) reasonsOf() map[workgroup.UnitID]string {
	out := map[workgroup.UnitID]string{}
	p.view(func(b workgroup.Book) {
		for _, g := range workgroup.WorksheetOf(b, "2020-01-31", "xuesheng").Gaps {
			out[g.Unit] = g.Reason
		}
	})
	return out
}

// The read-back of a sheet with gaps is followed by a yes, whatever is asked on the sheet meanwhile; a courtesy that may be none is told that nothing
// is filed yet; and words that file are no reason for anything.
func TestASheetWithGapsIsFiledWithAYes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		first, then string
		files       bool
	}{
		{"报送汇总", "确认", true}, {"报送汇总", "对", true}, {"汇总报一下", "提交", true}, {"汇总报送完毕", "汇总报送完毕", true}, {"重新报一下汇总", "是的", true},
		{"报送汇总", "好的", false}, {"报送汇总", "收到", false}, {"报送汇总", "不对", false}, {"报送汇总", "汇总报了吗", false},
	} {
		t.Run(c.first+c.then, func(t *testing.T) {
			t.Parallel()
			p := newPlay(t, Options{})
			lead := p.Head("xuesheng")
			p.until("14:05")
			p.zero("ruanjian")
			p.until("14:50")
			p.says(lead, nil, c.first)
			p.sees(lead, nil, "将报送学生汇总：已收 1/6")
			p.wait(2 * time.Second)
			before := len(lead.Sees(nil))
			p.says(lead, nil, c.then)
			s, _ := p.sheetOf("xuesheng")
			if filed := s.Revision > 0; filed != c.files || len(p.reasonsOf()) > 0 {
				t.Errorf("filed %v, reasons %v:\n%s", filed, p.reasonsOf(), p.transcript(lead, nil))
			}
			if c.then == "好的" || c.then == "收到" {
				p.sees(lead, nil, "学生汇总还没有报送", "再发一次“报送汇总”")
				p.says(lead, nil, "确认")
				if s, _ = p.sheetOf("xuesheng"); s.Revision != 1 {
					t.Error("nothing is filed with a yes")
				}
			}
			if c.then != "汇总报了吗" && len(lead.Sees(nil)) < before+2 {
				t.Errorf("silence:\n%s", p.transcript(lead, nil))
			}
			if _, own := p.filed("xuesheng"); own {
				t.Error("the unit's own report was filed")
			}
		})
	}
	// Long after it was read back, a yes is told that it is not filed.
	p := newPlay(t, Options{})
	lead := p.Head("xuesheng")
	p.until("14:50")
	p.says(lead, nil, "报送汇总")
	p.wait(4 * time.Minute)
	p.says(lead, nil, "确认")
	p.sees(lead, nil, "学生汇总还没有报送。报送请连发两次")
}

// Why a unit is missing is recorded of the unit that is named, of several, or of all that are left; what is said of one that has reported, what sends
// a report back, and what reports is no reason.
func TestAReasonIsOfTheUnitThatIsNamed(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	lead, wang := p.Head("xuesheng"), p.Head("huli")
	p.until("14:05")
	p.zero("ruanjian")
	p.says(wang, nil, "居家隔离学生12人，其余正常")
	p.presses(wang, nil, "报送")
	reasons := func(words string, want map[workgroup.UnitID]string) {
		t.Helper()
		p.says(lead, nil, words)
		p.wait(2 * time.Second)
		got := p.reasonsOf()
		for id, reason := range want {
			if got[id] != reason {
				t.Errorf("%s: %s %q, not %q\n%s", words, id, got[id], reason, p.transcript(lead, nil))
			}
			delete(got, id)
		}
		if len(got) > 0 {
			t.Errorf("%s: %v as well", words, got)
		}
	}
	all := map[workgroup.UnitID]string{}
	p.until("14:46")
	all["lvyou"] = "旅游学院没报是因为他们书记在开会"
	reasons("旅游学院没报是因为他们书记在开会", all)
	reasons("为什么旅游学院没报", all)
	p.says(lead, nil, "未报原因")
	p.cardSays(lead, "已电话催报", "机电工程学院为什么未报？")
	reasons("护理学院的书记也在开会", all)
	p.sees(lead, nil, "护理学院不在未报之列", "退回护理学院")
	all["qiche"] = "汽车学院说在核实人数"
	reasons("汽车学院说在核实人数", all)
	all["lvyou"] = "旅游学院联系上了，正在填"
	reasons("旅游学院联系上了，正在填", all)
	reasons("护理学院退回，居家隔离12人是不是含老师", all)
	p.sees(lead, nil, "已问护理学院：居家隔离 现有（居家隔离12人是不是含老师）")
	reasons("其余无", all)
	reasons("其余都是0", all)
	reasons("剩下的都报了吗", all)
	p.says(lead, nil, "取消")
	p.says(lead, nil, "未报原因")
	for _, m := range lead.Sees(nil) {
		if strings.Contains(m.Text, "未联系上现有几人") {
			t.Error("the unit's own report was opened")
		}
	}
	all["jidian"], all["gongcheng"] = "联系不上", "联系不上"
	reasons("剩下的都联系不上", all)
	all["jidian"], all["qiche"] = "机电和汽车学院没报是因为网络不好", "机电和汽车学院没报是因为网络不好"
	reasons("机电和汽车学院没报是因为网络不好", all)
	reasons("护理学院没报是因为书记在开会", all)
	reasons("机电学院没报是因为有学生发热39度要送医院", all)
}
