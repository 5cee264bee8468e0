package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// What somebody has only heard of another unit opens nothing in its name: the office reads it as hearsay, and the unit is asked.
func TestHearsayOfAnotherUnitIsAskedOfIt(t *testing.T) {
	t.Parallel()
	for _, inGroup := range []bool{false, true} {
		p := newPlay(t, Options{})
		p.until("14:05")
		song, he, director := p.Head("jidian"), p.Head("ruanjian"), p.Holder(workgroup.Director)
		var where sandbox.Chat
		if inGroup {
			where = p.Group
		}
		p.says(song, where, "听说软件学院有人确诊")
		p.reads(song, nil, "没有立案", "软件学院负责人答复")
		p.reads(director, nil, "传闻，未核实", "机电工程学院 宋书朴", "听说软件学院有人确诊")
		p.reads(he, nil, "是否属实", "宋书朴", "听说软件学院有人确诊")
		p.alarmed(0)
		p.wait(workgroup.CallLife + 1)
		if len(p.open()) != 0 {
			t.Fatal("a case is open")
		}
		if inGroup {
			p.presses(song, nil, "删除群里那条")
			if p.withText(song, p.Group, "听说软件学院") != nil {
				t.Error("it still stands in the group")
			}
			groupHides(p, "确诊")
		}
		// Of two heads the first to answer counts.
		second := p.heads("ruanjian")[1]
		ask := *p.withText(second, nil, "是否属实")
		p.presses(he, nil, "不属实")
		p.reads(director, nil, "软件学院 何望桥", "不属实")
		if toast := p.pressesThat(second, ask, "属实，紧急报告"); !strings.Contains(toast, "已经有人处理") {
			t.Errorf("the second answer: %q", toast)
		}
		p.wait(workgroup.CallLife + 1)
		if len(p.open()) != 0 {
			t.Error("a case is open after all")
		}
	}
}

// Where it is so, the unit's own report begins with who had heard it.
func TestHearsayThatIsSoBecomesTheUnitsReport(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	song, he := p.Head("jidian"), p.Head("ruanjian")
	p.says(song, nil, "听说软件学院有个学生确诊了")
	p.presses(he, nil, "属实，紧急报告")
	p.alarmed(1, "软件学院 何望桥", "宋书朴：听说")
	p.wait(workgroup.CallLife + 1)
	if k := p.kase(); k.Unit != "ruanjian" || !k.OfUnit.In() || !strings.Contains(k.Remarks[0].Text, "宋书朴") {
		t.Errorf("opened: %+v", k)
	}
}

// A sentence about another unit's people is no report of its figures: the unit is asked, and told who said it.
func TestNewsOfAnotherUnitFilesNothingInItsName(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	song, he := p.Head("jidian"), p.Head("ruanjian")
	p.says(song, nil, "软件学院新增确诊1人")
	if p.withText(song, nil, "（代报）") != nil || p.withText(he, nil, "代报") != nil {
		t.Errorf("a filing is begun in its name:\n%s", p.transcript(he, nil))
	}
	p.wait(workgroup.CallLife + 1)
	p.reads(he, nil, "宋书朴报告软件学院出现确诊情况", "核实后按下面的按钮")
	if k := p.kase(); k.OfUnit.In() || k.Reporter.Name != "宋书朴" {
		t.Errorf("opened: %+v", k)
	}
}

func TestHearsayInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	song, he, director := p.Head("jidian"), p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.says(song, nil, "I heard that a student of the School of Software has been confirmed")
	p.reads(song, nil, "No case is open", "School of Software")
	p.reads(director, nil, "Hearsay, not verified")
	p.reads(he, nil, "Is it so?")
	p.presses(he, nil, "It is not so")
	p.reads(director, nil, "not so")
}

// What a head says of another unit's ill people, counting nobody, is asked of that unit, and never of its figures in the group.
func TestAnotherUnitsIllnessInTheGroupIsAskedOfIt(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	song, he := p.Head("jidian"), p.Head("ruanjian")
	p.says(song, p.Group, "软件学院的也发烧了")
	p.figuresInGroup()
	p.reads(song, nil, "没有立案", "软件学院负责人答复")
	p.reads(he, nil, "是否属实", "软件学院的也发烧了")
	p.presses(song, nil, "删除群里那条")
	groupHides(p, "发烧")
	p.says(song, nil, "听说软件学院有个老师咳嗽发烧")
	p.reads(he, nil, "是否属实", "有个老师咳嗽发烧")
	// A figure is a report on its behalf, as before.
	p.says(song, nil, "软件学院发热1人")
	p.sees(song, nil, "【软件学院】", "代报")
}
