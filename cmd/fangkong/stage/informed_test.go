package stage

import (
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// Who has a case, and the head whose unit has to tell them, say in their own words who has heard of it: it is noted as by the buttons, and asked
// who told them and when.
func TestWhoHasHeardOfACaseIsNotedInWords(t *testing.T) {
	t.Parallel()
	for _, holder := range []bool{true, false} {
		for words, of := range map[string]string{"本人也报了": "本人", "疾控也报了": "疾控", "街道也知道了": "社区", "社区那边已经说了": "社区", "社区和疾控都报了": "社区疾控", "CDC has been told": "疾控", "The student has also reported": "本人"} {
			p, head, duty := reported(t)
			p.wait(10 * time.Minute)
			who, name := head, "何望桥"
			if holder {
				who, name = duty, "张秋溪"
			}
			p.says(who, nil, words)
			k := p.kase()
			for ch, says := range map[workgroup.Channel]string{workgroup.Community: "社区", workgroup.CDC: "疾控"} {
				switch told := k.Told[ch]; {
				case strings.Contains(of, says) != (told.By == name && told.At.Format("15:04") == "14:15"):
					t.Errorf("%s: %+v\n%s", words, told, p.transcript(who, nil))
				case strings.Contains(of, says):
					p.reads(who, nil, "急-0131-01：记为", says, name, "请回实际时间和报告人")
				}
			}
			if k.Individual.In() != (of == "本人") || len(k.Remarks) != 1 {
				t.Errorf("%s: %+v %+v", words, k.Individual, k.Remarks)
			}
			if of == "疾控" {
				p.says(who, nil, "李明")
				if told := p.kase().Told[workgroup.CDC]; told.By != "李明" {
					t.Errorf("put right: %+v", told)
				}
				p.says(who, nil, "疾控也报了")
				p.reads(who, nil, "急-0131-01 已记", "李明")
				p.presses(duty, nil, "改报疾控的时间")
				p.says(duty, nil, "14:08 王主任")
				if told := p.kase().Told[workgroup.CDC]; told.By != "王主任" || told.At.Format("15:04") != "14:08" {
					t.Errorf("put right: %+v\n%s", told, p.transcript(who, nil))
				}
			}
		}
	}
}

// A time that is said is kept, and what somebody else has noted stands.
func TestWhenSomebodyHeardOfACase(t *testing.T) {
	t.Parallel()
	p, head, duty := reported(t)
	p.wait(10 * time.Minute)
	p.says(duty, nil, "14:08已报社区")
	p.reads(duty, nil, "急-0131-01 已记", "社区", "14:08")
	p.says(head, nil, "社区也知道了")
	p.reads(head, nil, "急-0131-01 已记", "14:08", "张秋溪")
	p.says(head, nil, "本人14:10已经报了")
	p.reads(head, nil, "本人报告 14:10 已记")
	k := p.kase()
	if told := k.Told[workgroup.Community]; told.By != "张秋溪" || told.At.Format("15:04") != "14:08" || k.Individual.At.Format("15:04") != "14:10" {
		t.Errorf("%+v %+v", told, k.Individual)
	}
	// What has not been done, or is asked, notes nothing.
	for _, words := range []string{"疾控还没报", "疾控报了吗", "要不要报疾控"} {
		p.says(head, nil, words)
	}
	if k := p.kase(); !k.Told[workgroup.CDC].At.IsZero() {
		t.Errorf("%+v", k.Told)
	}
	// That the unit has heard is its report, where that is missing; a head of another unit, and a head without a case, note nothing.
	p.says(p.Head("huli"), nil, "疾控也报了")
	if k := p.kase(); !k.Told[workgroup.CDC].At.IsZero() {
		t.Errorf("%+v", k.Told)
	}
}

// Under the card in the group it is noted too, and asked in private.
func TestWhoHasHeardIsNotedUnderTheCard(t *testing.T) {
	t.Parallel()
	p, head, _ := reported(t)
	p.wait(10 * time.Minute)
	var card sandbox.Message
	for _, m := range head.Sees(p.Group) {
		if strings.Contains(m.Text, "急-0131-01") {
			card = m
		}
	}
	said := head.Replies(&card, "疾控那边我报了")
	p.settle()
	if told := p.kase().Told[workgroup.CDC]; told.By != "何望桥" {
		t.Errorf("%+v", told)
	}
	p.marked(said, "👌")
	p.reads(head, nil, "急-0131-01：记为", "疾控")
	p.says(head, nil, "14:08 王主任")
	if told := p.kase().Told[workgroup.CDC]; told.By != "王主任" {
		t.Errorf("%+v", told)
	}
}

// A case that a student has reported: who has it notes that the unit has.
func TestTheUnitHasHeardOfAStudentsCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	who, duty := p.newcomer("孔", "明"), p.holders(workgroup.DutyStaff)[0]
	who.Starts()
	p.settle()
	p.says(who, nil, "我今天确诊了，软件学院学生")
	p.presses(who, nil, "刚刚")
	p.presses(who, nil, "启动紧急报告")
	p.presses(duty, nil, "我来接手")
	p.says(duty, nil, "学院知道了")
	p.reads(duty, nil, "单位报告 14:05 已记")
	if k := p.kase(); !k.OfUnit.In() || k.OfUnit.Entered != "zhang-qiuxi" {
		t.Errorf("%+v", k.OfUnit)
	}
}

// That those outside have heard of it is kept where nobody has taken the case, and noted with whoever heard it there once somebody has.
func TestWhoHasHeardIsKeptBeforeACaseIsTaken(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	duty := p.Holder(workgroup.DutyStaff)
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	p.says(duty, nil, "我已经报社区了，14:02 王主任接的")
	p.reads(duty, nil, "已记入 急-0131-01，但还没有人接手")
	p.says(duty, nil, "我来处理")
	p.says(duty, nil, "我已经报社区了，14:02 王主任接的")
	p.says(duty, nil, "CDC informed 14:04 Dr Li")
	p.reads(duty, nil, "报社区：14:02 "+duty.Name(), "报疾控：14:04 "+duty.Name(), "王主任接的", "Dr Li")
}
