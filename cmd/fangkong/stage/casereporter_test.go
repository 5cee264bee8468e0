package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// Whoever has a case asks about it: who reported it is said, and what nobody has said is put to them; the answer comes back without a button.
func TestWhoeverHasACaseAsksAboutIt(t *testing.T) {
	t.Parallel()
	for words, of := range map[string]string{"谁报的？学生现在在哪？": "both", "谁报的": "who", "报告人电话多少": "who", "学生现在在哪": "patient", "病人在哪里？": "patient", "发烧几度？": "patient", "核酸做了没有": "patient",
		"who reported this?": "who", "where is the student?": "patient", "他住哪个宿舍": "patient", "家长知道了吗": "patient"} {
		t.Run(words, func(t *testing.T) {
			t.Parallel()
			p, head, duty := reported(t)
			p.says(duty, nil, words)
			p.lacks(duty, nil, "政策和人的事我答不了", "要记入正在处理的紧急情况吗")
			if of != "patient" {
				p.reads(duty, nil, "急-0131-01", "由何望桥", "139-0000-0009", "我院学生李小明今天确诊")
			}
			if of == "who" {
				if n := len(p.kase().Remarks); n != 1 {
					t.Errorf("%d remarks", n)
				}
				return
			}
			p.reads(duty, nil, "已代您问何望桥", "139-0000-0009", "答复会发到这里")
			p.reads(head, nil, "急-0131-01", "张秋溪", "问您", words)
			p.says(head, nil, "在3号楼302，38度5，清醒")
			p.reads(head, nil, "已转张秋溪")
			p.reads(duty, nil, "急-0131-01", "何望桥", "在3号楼302")
			if k := p.kase(); len(k.Remarks) != 3 {
				t.Errorf("kept: %+v", k.Remarks)
			}
			// Asked once more, what was said is told.
			p.wait(time.Minute)
			p.says(duty, nil, "学生现在在哪")
			p.reads(duty, nil, "何望桥说过“在3号楼302，38度5，清醒”")
		})
	}
}

// A question of the day, of duty, or of nobody's case goes its own way; the daily report goes on beside a question that waits.
func TestWhatIsNoQuestionAboutACase(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	for _, words := range []string{"今天谁值班", "日报几点截止", "还有哪些单位没报"} {
		p.says(duty, nil, words)
	}
	if k := p.kase(); len(k.Remarks) != 1 {
		t.Errorf("kept: %+v", k.Remarks)
	}
	p.says(duty, nil, "学生现在在哪？")
	p.says(head, nil, "居家隔离2人，其余正常")
	p.reads(head, nil, "居家隔离 现有 2")
	if k := p.kase(); len(k.Remarks) != 2 {
		t.Errorf("kept: %+v", k.Remarks)
	}
}

// Of a reporter whom nobody can write to it is said whom to telephone; a student is asked where they wrote.
func TestAReporterIsAskedWhereTheyCanBe(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("22:10")
	who, duty := p.newcomer("孔", "明"), p.holders(workgroup.DutyStaff)[0]
	who.Starts()
	p.settle()
	p.says(who, nil, "室友晕倒了，我在软件学院宿舍")
	p.wait(workgroup.CallLife + time.Second)
	p.presses(duty, nil, "我来接手")
	p.says(duty, nil, "哪个宿舍？谁报的？")
	p.reads(duty, nil, "孔明（未登记）报告", "室友晕倒了")
	p.reads(who, nil, "张秋溪", "问您", "哪个宿舍")
	p.says(who, nil, "3号楼302")
	p.reads(duty, nil, "3号楼302")
	if k := p.kase(); !strings.Contains(p.lastRemark(), "3号楼302") {
		t.Errorf("%+v", k.Remarks)
	}
}
