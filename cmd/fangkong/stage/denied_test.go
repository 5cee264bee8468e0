package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// A report corrected to none neither closes the case that came of it nor leaves it in silence: who has it decides.
func TestAReportCorrectedToNoneWhileItsCaseRuns(t *testing.T) {
	t.Parallel()
	for _, files := range []bool{true, false} { // the first report was confirmed, or never
		for _, words := range []string{"更正：确诊0人", "更正：零报告"} {
			p := newPlay(t, Options{})
			p.until("14:05")
			head, duty := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
			p.says(head, nil, "软件学院确诊1人")
			if files {
				p.presses(head, nil, "确认报送")
			}
			p.wait(workgroup.CallLife + 1)
			p.presses(duty, nil, "我来接手")
			p.says(head, nil, words)
			p.presses(head, nil, "确认报送")
			k := p.kase()
			if k.Kind != workgroup.CaseConfirmed || k.Verdict != "" || p.lastRemark() != words {
				t.Errorf("%s: %+v", words, k)
			}
			p.reads(head, nil, "急-0131-01（确诊）仍在处理", "由张秋溪核实后定")
			p.reads(duty, nil, "何望桥", "不再有确诊", words, "不会自动撤案")
			p.reads(p.Holder(workgroup.Director), nil, "不再有确诊")
			p.presses(duty, nil, "排除")
			if k := p.kase(); k.Verdict != workgroup.VerdictExcluded {
				t.Errorf("%s: %+v", words, k)
			}
			groupHides(p, "不再有")
		}
	}
}

// Of a case that nobody has yet, those on duty hear it; a report still being made has the words.
func TestAReportCorrectedToNoneBeforeItsCaseIsTaken(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "软件学院确诊1人")
	p.presses(head, nil, "确认报送")
	p.says(head, nil, "更正：确诊0人")
	p.presses(head, nil, "确认报送")
	p.wait(workgroup.CallLife + 1)
	if k := p.kase(); k.Kind != workgroup.CaseConfirmed || p.withText(p.Holder(workgroup.DutyStaff), nil, "急-0131-01", "更正：确诊0人") == nil {
		t.Errorf("%+v", k)
	}
	p.says(head, nil, "更正：确诊1人")
	p.presses(head, nil, "确认报送")
	p.says(head, nil, "更正：确诊0人")
	p.presses(head, nil, "确认报送")
	p.reads(p.Holder(workgroup.DutyStaff), nil, "不再有确诊", "请先接手")
	p.reads(head, nil, "由接手人核实后定")
}

// A correction that leaves the case in its figures says nothing of it.
func TestAReportCorrectedElsewhereSaysNothingOfTheCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "软件学院确诊1人，居家隔离2人")
	p.presses(head, nil, "确认报送")
	p.wait(workgroup.CallLife + 1)
	p.says(head, nil, "更正：居家隔离3人")
	p.presses(head, nil, "确认报送")
	if p.withText(head, nil, "不会自动撤案") != nil {
		t.Error(p.transcript(head, nil))
	}
}

func TestAReportCorrectedToNoneInEnglish(t *testing.T) {
	t.Parallel()
	p := newEnglishPlay(t)
	p.until("14:05")
	head, duty := p.Head("ruanjian"), p.holders(workgroup.DutyStaff)[0]
	p.says(head, nil, "Confirmed 1")
	p.presses(head, nil, "File")
	p.wait(workgroup.CallLife + 1)
	p.presses(duty, nil, "I take it")
	p.says(head, nil, "Correction: confirmed 0")
	p.presses(head, nil, "File")
	p.reads(duty, nil, "counts no case any more", "not closed by itself")
	p.reads(head, nil, "goes on and is not closed by itself")
}

// A head who says of the open case of their unit that it is none has filed nothing: whoever has it hears so and decides.
func TestAHeadSaysThatTheCaseIsNone(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"这个不是疑似，已经排除了", "没有的事，不是疑似，就是普通感冒", "没有的事，就是普通感冒"} {
		for _, taken := range []bool{true, false} {
			p := newPlay(t, Options{})
			p.until("14:05")
			head, office, duty := p.Head("lvyou"), p.holders(workgroup.Staff)[0], p.holders(workgroup.DutyStaff)[0]
			p.says(office, nil, "旅游学院疑似1人，孙秋岚说的")
			p.wait(workgroup.CallLife + 1)
			if taken {
				p.presses(duty, nil, "我来接手")
			}
			p.says(head, nil, words)
			p.lacks(head, nil, "零报告：")
			p.reads(duty, nil, "孙秋岚", "不属实或已排除", words, "不会自动撤案")
			p.reads(head, nil, "您的话已记入", "急-0131-01（疑似）仍在处理")
			if k := p.kase(); k.Verdict != "" || p.lastRemark() != words {
				t.Errorf("%s: %+v", words, k)
			}
			if taken {
				p.presses(duty, nil, "排除")
				if k := p.kase(); k.Verdict != workgroup.VerdictExcluded {
					t.Errorf("%s: %+v", words, k)
				}
			}
			groupHides(p, "感冒")
			// The day's report is a report all the same.
			p.says(head, nil, "今日无疑似，零报告")
			p.reads(head, nil, "零报告：", "确认报送")
		}
	}
}

// While somebody of the office is still reporting it, the word is kept with that report.
func TestAHeadSaysThatTheCaseBeingReportedIsNone(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head, office := p.Head("lvyou"), p.holders(workgroup.Staff)[0]
	p.says(office, nil, "旅游学院疑似1人，孙秋岚说的")
	p.says(head, nil, "没有的事，不是疑似，就是普通感冒")
	p.lacks(head, nil, "零报告：")
	p.reads(p.Holder(workgroup.DutyStaff), nil, "孙秋岚", "就是普通感冒")
}

// A colleague's word in the group that it is not so is no report of theirs: of a case still being reported its reporter and those who were woken read it,
// of what was only heard of their unit it is the answer, and of nothing it is nothing.
func TestWhoDeniesAloudFilesNothing(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"没有这回事", "没有的事，别乱说", "别乱说，没有确诊", "谣言，不是真的"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		head, second, other := p.heads("ruanjian")[0], p.heads("ruanjian")[1], p.Head("jidian")
		p.says(head, nil, "我院学生李明确诊")
		p.says(second, p.Group, words)
		p.reads(p.Holder(workgroup.DutyStaff), nil, second.Name(), words)
		p.reads(head, nil, second.Name(), words)
		p.reads(second, nil, "已转")
		p.says(other, p.Group, words)
		for _, who := range []*sandbox.Person{second, other} {
			if p.withText(who, p.Group, "零报告：各项均为 0") != nil || p.withText(who, nil, "零报告：各项均为 0") != nil {
				t.Errorf("%s is read as a zero report:\n%s", words, p.transcript(who, p.Group))
			}
		}
		p.wait(workgroup.CallLife + time.Second)
		if k := p.kase(); !strings.Contains(k.Remarks[0].Text, second.Name()+"："+words) {
			t.Errorf("%s: %+v", words, k.Remarks)
		}
		groupHides(p, "李明")

		q := newPlay(t, Options{})
		q.until("14:05")
		q.says(q.Head("jidian"), q.Group, "听说软件学院有人确诊")
		q.says(q.heads("ruanjian")[1], q.Group, words)
		q.reads(q.Holder(workgroup.DutyStaff), nil, "不属实")
	}
}

// Whoever is reporting and says of another unit, privately or in the group, puts the report right; a filing that counts nothing else is given up.
func TestAReportBeingMadeIsOfAnotherUnit(t *testing.T) {
	t.Parallel()
	for _, aloud := range []bool{true, false} {
		for first, files := range map[string]bool{"软件学院 确诊1人": false, "我院学生李明确诊": false, "软件学院 居家隔离3人，确诊1人": true} {
			p := newPlay(t, Options{})
			p.until("14:05")
			head := p.Head("ruanjian")
			where := sandbox.Chat(nil)
			if aloud {
				where = p.Group
			}
			p.says(head, where, first)
			p.says(head, where, "弄错了，是旅游学院的")
			p.reads(head, nil, "紧急报告：确诊", "旅游学院")
			if waits := p.withButton(head, nil, "确认报送") != nil; waits != files {
				t.Errorf("%s: a filing waits: %v\n%s", first, waits, p.transcript(head, nil))
			}
			p.wait(workgroup.CallLife + time.Second)
			if k := p.kase(); k.Unit != "lvyou" {
				t.Errorf("%s: %+v", first, k)
			}
		}
	}
}
