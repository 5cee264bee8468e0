package stage

import (
	"strings"
	"testing"

	"fangkong/bot/sandbox"
)

// noted is a play in which the day shift has been asked for its note.
func noted(t *testing.T) *play {
	p := early(t, "07:00")
	p.adopts(pasted)
	p.until("20:30")
	p.presses(p.zhang(), nil, "交班")
	return p
}

// A hand-over note tells of what is known. Only what is plainly new in it rings.
func TestAHandOverNoteOpensNoFalseCase(t *testing.T) {
	t.Parallel()
	for words, alarms := range map[string]int{"1例疑似已转院，密接3人在隔离点，其余正常": 0, "下午发现1例疑似，已转院": 0, "护理学院又有一名学生确诊，已送医院": 1} {
		t.Run(words, func(t *testing.T) {
			p := noted(t)
			p.says(p.zhang(), nil, words)
			if p.withText(p.wu(), nil, "交班", words) == nil {
				t.Error("the note was lost")
			}
			p.rang(alarms, p.wu())
			if alarms > 0 {
				return
			}
			p.sees(p.zhang(), nil, "还没有报告的新情况")
			p.presses(p.zhang(), nil, "另报新情况")
			p.rang(1, p.wu())
			if p.withText(p.zhang(), nil, "紧急报告") == nil {
				t.Errorf("no report is begun:\n%s", p.transcript(p.zhang(), nil))
			}
		})
	}
}

func (p *play) rang(times int, who *sandbox.Person) {
	p.t.Helper()
	if n := p.alarms(who); n != times {
		p.t.Errorf("%s was alarmed %d times, not %d", who.Name(), n, times)
	}
}

func TestAnEditedHandOverNoteReachesThoseOnDuty(t *testing.T) {
	t.Parallel()
	p := noted(t)
	m := p.says(p.zhang(), nil, "无")
	p.presses(p.wu(), nil, "接班")
	p.zhang().Edits(m, "护理学院来电一次，已转学生处")
	p.settle()
	p.sees(p.zhang(), nil, "改过的交班内容已告知")
	if p.withText(p.wu(), nil, "交班（已修改）", "护理学院来电一次") == nil {
		t.Errorf("the next shift reads:\n%s", p.transcript(p.wu(), nil))
	}
}

func TestWhoeverTakesUpTheHandOverHasCome(t *testing.T) {
	t.Parallel()
	p := noted(t)
	p.says(p.zhang(), nil, "来电三次，均已处理")
	p.presses(p.wu(), nil, "接班")
	if p.withText(p.wu(), nil, "到岗：吴远舟 20:30") == nil {
		t.Errorf("the shift's card:\n%s", p.transcript(p.wu(), nil))
	}
	p.until("21:05")
	if m := p.withText(p.he(), nil, "无人到岗", "20:30–次日08:30"); m != nil {
		t.Errorf("the leader reads %q", m.Text)
	}
}

// What an edited note newly tells rings as the note itself would; edited again it adds to that.
func TestAnEditedHandOverNoteRingsForWhatIsNew(t *testing.T) {
	t.Parallel()
	p := noted(t)
	m := p.says(p.zhang(), nil, "来电三次，均已处理")
	p.rang(0, p.wu())
	p.zhang().Edits(m, "来电三次，均已处理。护理学院又有一名学生确诊，已送医院")
	p.settle()
	p.rang(1, p.wu())
	if p.withText(p.zhang(), nil, "紧急报告", "不填完") == nil {
		t.Errorf("no report is begun:\n%s", p.transcript(p.zhang(), nil))
	}
	p.zhang().Edits(m, "来电三次，均已处理。护理学院又有一名学生确诊，已送市一医院")
	p.settle()
	if p.withText(p.wu(), nil, "补充（接", "市一医院") == nil {
		t.Errorf("the words it was edited to:\n%s", p.transcript(p.wu(), nil))
	}
}

func TestAnEditedHandOverNoteIsAskedAboutWhatMayBeNew(t *testing.T) {
	t.Parallel()
	p := noted(t)
	m := p.says(p.zhang(), nil, "来电三次，均已处理")
	p.zhang().Edits(m, "下午发现1例疑似，已转院")
	p.settle()
	p.sees(p.zhang(), nil, "还没有报告的新情况")
	p.zhang().Edits(m, "下午发现1例疑似，已转市一医院")
	p.settle()
	asked := 0
	for _, one := range p.zhang().Sees(nil) {
		if strings.Contains(one.Text, "还没有报告的新情况") {
			asked++
		}
	}
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
	p.presses(p.zhang(), nil, "另报新情况")
	p.rang(1, p.wu())
}
