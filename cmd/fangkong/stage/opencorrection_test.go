package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// A correction that was read back and not confirmed waits as a first filing does: it is shown to whoever reads, adds up or signs the day's
// figures, its head is reminded of it, the office told before the pack is frozen, and at the end of the day both that it has no effect.
func TestACorrectionThatIsNotConfirmedWaits(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	nurse, lead, office, director := p.Head("huli"), p.Head("xuesheng"), p.Person("zhao-wangpu"), p.Holder(workgroup.Director)
	p.until("14:05")
	p.everybody("huli")
	p.says(nurse, nil, "学生居家隔离12人")
	p.presses(nurse, nil, "确认报送")
	p.until("15:20")
	p.says(nurse, nil, "更正：学生居家隔离2人")
	p.sees(nurse, nil, "居家隔离（学生） 现有 12 → 2", "对吗？")
	p.saysBoard("更正待确认：护理学院")
	if m := p.withText(lead, nil, "汇总", "✏️ 更正待确认 护理学院：", "15:20 更正", "12 → 2，还没有确认，现仍按原报"); m == nil {
		t.Error(p.transcript(lead, nil))
	}
	p.says(nurse, nil, "报了吗")
	p.sees(nurse, nil, "已填的还待您确认")
	p.until("15:34")
	p.lacks(nurse, nil, "还没有报出去")
	p.until("15:36")
	p.sees(nurse, nil, "护理学院 1月31日的更正还没有报出去", "12 → 2", "对的请按「确认报送」")
	p.says(director, nil, "谁还没确认")
	p.sees(director, nil, "更正待确认：护理学院")
	p.says(director, nil, "/summary")
	p.sees(director, nil, "✏️ 更正待确认 护理学院：", "12 → 2")
	p.until("15:41")
	p.sees(office, nil, "有 1 处更正没有确认", "请打电话", "王秋禾")
	p.until("15:51")
	p.sees(office, nil, "v1", "待核", "✏️ 更正待确认 护理学院：")
	p.drafts(office, "今日消毒三次", "无")
	if m := p.withText(office, nil, "疫情防控情况报告", "✏️ 更正待确认 护理学院："); m == nil {
		t.Error(p.transcript(office, nil))
	}
	before := len(p.told(nurse, nil, "15:40:00"))
	p.until("20:01")
	if got := len(p.told(nurse, nil, "15:40:00")); got != before+1 {
		t.Errorf("reminded %d times in the evening", got-before)
	}
	p.until("23:59")
	p.wait(2 * time.Minute)
	p.sees(nurse, nil, "没有确认，没有生效", "12 → 2")
	p.sees(office, nil, "没有确认，没有生效", "按原报归档", "护理学院")
}
