package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// yesterday has everybody's answer for the day before on record: zero reports, and for some units so many students in home quarantine.
func (p *play) yesterday(of map[workgroup.UnitID]workgroup.Count) {
	p.t.Helper()
	date := workgroup.DateOf(p.Now()).Add(-1)
	noon := date.In(p.College.Zone).Add(14 * time.Hour)
	p.update(func(b workgroup.Book) {
		var steps []workgroup.Step
		for _, name := range []workgroup.StepName{workgroup.StepUnits, workgroup.StepLeads} {
			steps = append(steps, workgroup.Step{Name: name, At: noon.Add(time.Hour), Done: noon.Add(time.Hour)})
		}
		round := p.College.OpenRound(b, date, steps, noon)
		for _, u := range workgroup.Roster(b) {
			f := p.College.FormOn(date).Zeros(u.Kind)
			if n, some := of[u.ID]; some {
				f["home_quarantine_now"], f["home_quarantine_now_student"], f["home_quarantine_now_staff"] = n, n, 0
			}
			p.College.File(b, round, workgroup.Filing{Unit: u, By: workgroup.Speakers(b, u.ID)[0], Zero: f.Clean(), Figures: f, At: noon, Now: noon})
		}
	})
}

// Today's stock is yesterday's and what came less what went: by unit, by sheet, for the college. What does not balance is asked of the unit
// once, and stands there until it is answered; who has not filed is missing, and counts nothing.
func TestTheDayLedger(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{Roster: wholeCollege()})
	p.yesterday(map[workgroup.UnitID]workgroup.Count{"ruanjian": 2, "jidian": 3, "huli": 1})
	he, lead, director := p.Head("ruanjian"), p.Head("xuesheng"), p.Holder(workgroup.Director)
	p.until("14:05")
	p.says(he, nil, "居家隔离3人，学生3人，老师0人")
	p.presses(he, nil, "报送")
	nurse := p.Head("huli")
	p.says(nurse, nil, "居家隔离3人（学生3人、老师0人），新增居家隔离2人，解除居家隔离0人")
	p.presses(nurse, nil, "报送")
	p.zero("yishu")
	p.says(he, nil, "台账")
	p.sees(he, nil, "软件学院日台账", "软件学院：昨日 2，现有 3，没说新增、解除（单位截止时问）", "其余 8 项昨日、今日都是 0")

	// At the units' deadline it is asked, with the answer to press.
	p.until("14:31")
	p.sees(he, nil, "软件学院的居家隔离接不上昨日：昨日 2，今天 3，没有说新增、解除几人。是新增 1 人、没有解除吗？")
	p.says(lead, nil, "/sheet")
	p.cardSays(lead, "逐项查看", "退回询问：已问 1，已答 0", "软件学院 居家隔离 现有（14:30 日台账问）未答")
	p.says(lead, nil, "台账")
	p.sees(lead, nil, "学生处汇总（学生）日台账", "已报 3/15", "未报（不作 0）：", "昨日 3 ＋ 新增 2 − 解除 0 ≠ 现有 6", "软件学院：昨日 2，现有 3，没说新增、解除（已问，未答）")
	p.says(director, nil, "汇总")
	p.sees(director, nil, "问过还没答", "软件学院 居家隔离 现有（14:30 日台账问）未答")
	question := p.withButton(he, nil, "是，新增 1 人")
	stranger, err := nurse.PressesData(p.withButton(nurse, nil, "更正"), question.Buttons[0][0].Data)
	must(t, err)
	p.settle()
	if text, alert, _ := stranger.Answered(); !alert || !strings.Contains(text, "软件学院") {
		t.Errorf("another unit's head answers: %q", text)
	}
	if toast := p.presses(he, nil, "是，新增 1 人"); !strings.Contains(toast, "已报送") {
		t.Errorf("the answer: %q", toast)
	}
	if s, _ := p.filed("ruanjian"); s.Revision != 2 || s.Figures["home_quarantine_new"] != 1 || s.Mark != workgroup.OnTime {
		t.Errorf("%+v", s.Report)
	}
	again, err := he.Presses(question, "是，新增 1 人")
	must(t, err)
	p.settle()
	if text, _, _ := again.Answered(); !strings.Contains(text, "这一问已由何望桥于 14:31 答复（已更正）") {
		t.Errorf("answered twice: %q", text)
	}

	// Who files later is asked at once; a plain word answers; who does not answer is asked once more, and listed.
	machine := p.Head("jidian")
	p.says(machine, nil, "居家隔离1人，学生1人，老师0人")
	p.presses(machine, nil, "报送")
	p.until("14:42")
	p.sees(machine, nil, "再问一次", "昨日 3，今天 1", "是解除 2 人、没有新增吗？")
	p.says(lead, nil, "台账")
	p.presses(lead, nil, "学生处")
	p.sees(lead, nil, "学生处日台账", "未报（不作 0）：学生处")
	p.says(machine, nil, "台账 软件学院")
	p.sees(machine, nil, "这份台账不归您看")
	p.says(lead, nil, "台账 机电工程学院")
	p.sees(lead, nil, "机电工程学院日台账", "昨日 3，现有 1，没说新增、解除（已问，未答）")
	p.says(machine, nil, "对")
	p.says(director, nil, "台账")
	p.sees(director, nil, "日台账", "已报 4/33", "居家隔离：昨日 6 ＋ 新增 3 − 解除 2 ＝ 现有 7 [4/33]")
	if s, _ := p.filed("jidian"); s.Figures["home_quarantine_released"] != 2 {
		t.Errorf("%+v", s.Report)
	}
	p.says(director, nil, "/language")
	p.presses(director, nil, "English")
	p.says(director, nil, "/ledger")
	p.sees(director, nil, "Day ledger of", "yesterday 6 + new 3 − released 2 = 7 [4/33]", "not heard from (not 0)")
	p.says(director, nil, "/ledger 昨天")
	p.sees(director, nil, "33/33", "which cannot be held against yesterday")
}

// On the first day there is nothing to hold the figures against, and nothing is said of a day of which nobody has told.
func TestTheFirstDaysLedger(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	he := p.Head("ruanjian")
	p.says(he, nil, "台账")
	p.sees(he, nil, "本单位今天还没报")
	p.says(he, nil, "居家隔离3人，学生3人，老师0人")
	p.presses(he, nil, "报送")
	p.says(he, nil, "台账")
	p.sees(he, nil, "居家隔离：现有 3（没有昨日数", "另 8 项今日为 0，昨日没有数")
}
