package paper

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// The minutes say what the notice asks of a daily analysis, in its order, and leave to be written what nobody has written.
func TestTheMinutesOfAMeeting(t *testing.T) {
	r := report(t)
	at := func(hour, minute int) time.Time { return time.Date(2020, 1, 31, hour, minute, 0, 0, zone) }
	act := workgroup.Act{By: "zhao", At: at(16, 5)}
	m := Minutes{College: r.College, Report: r, Pack: workgroup.Pack{Date: "2020-01-31", Version: 2, At: at(15, 55), Digest: strings.Repeat("1a2b3c4d", 8), Head: workgroup.Seal{Line: 1234}},
		Meeting: workgroup.Meeting{Date: "2020-01-31", Number: 1, Opened: workgroup.Act{At: at(16, 0)}, Closed: workgroup.Act{By: "zhao", At: at(16, 40)},
			Frame: map[workgroup.Frame]string{workgroup.FrameChair: "于思霖", workgroup.FramePresent: "领导小组\n防控办"},
			Notes: []workgroup.MeetingNote{{Point: workgroup.PointHeard, Text: "省指挥部会议精神\n市教育局通知"}, {Point: workgroup.PointArranged, Text: "今晚起增加巡查。"}}},
		Decisions: []MinutesDecision{
			{workgroup.Decision{Text: "增加宿舍测温点，由学生处负责", Owner: workgroup.Owner{Unit: "xuesheng"}, Deadline: at(24, 0), Recorded: act}, "增加宿舍测温点", "学生处", ""},
			{workgroup.Decision{Text: "联系社区；", Owner: workgroup.Owner{Person: "li"}, Deadline: at(20, 0), Recorded: act}, "联系社区；", "李明", ""},
			{workgroup.Decision{Text: "没有记下的"}, "没有记下的", "", ""}},
		Papers: []workgroup.Paper{{Date: "2020-01-31", Grounds: []workgroup.PaperGround{workgroup.GroundCase}, Review: workgroup.Review{Conclusion: "同意上报", Act: act}}, {Date: "2020-01-31"}, {Date: "2020-01-31", State: workgroup.PaperReview, Grounds: []workgroup.PaperGround{workgroup.GroundCase}}}}
	raw, err := m.Document()
	if err != nil {
		t.Fatal(err)
	}
	words, head, _ := parts(t, raw)
	for _, want := range []string{"疫情防控每日分析研判会议纪要", "时间：2020年1月31日16时00分至16时40分", "形式：（待填）", "主持：于思霖", "参会：领导小组、防控办", "缺席：（待填）", "一、传达学习\n省指挥部会议精神。\n市教育局通知。",
		"全院应报单位5家，已报4家，未报1家（计划财务处）", "会议议定以下事项：\n1.增加宿舍测温点。责任单位：学生处；时限：1月31日。\n2.联系社区。责任人：李明；时限：1月31日20时00分。\n以下事项会上提出，尚未记为议定事项（待定）：\n1.没有记下的。\n",
		"（重要疫情信息）：领导小组研究意见：同意上报。", "（一般性信息）：尚未审定。", "（重要疫情信息）：已提请会议研究，研究意见（待填）。", "五、安排部署\n今晚起增加巡查。\n", "研判材料第2版（15时55分冻结，校验1a2b3c4d，台账第1234行）"} {
		if !strings.Contains(words, want) {
			t.Errorf("not in the minutes: %s\n%s", want, words)
		}
	}
	if head != "草稿\n" || m.FileName() != "每日分析研判会议纪要（2020年1月31日，草稿）.docx" {
		t.Errorf("%s: head %q\n%s", m.FileName(), head, words)
	}
	if again, err := m.Document(); err != nil || !bytes.Equal(raw, again) {
		t.Errorf("made again they differ: %v", err)
	}
}

// Who is responsible and until when stand once: what the words of a decision say already is not said again behind them, unless they say it by a day
// that only its hearers knew (明天).
func TestADecisionSaysOnceWhoAndUntilWhen(t *testing.T) {
	r := report(t)
	at := func(day, hour int) time.Time { return time.Date(2020, 2, day, hour, 0, 0, 0, zone) }
	act := workgroup.Act{By: "zhao", At: at(1, 5)}
	for _, c := range []struct {
		body, owner string
		deadline    time.Time
		want        string
	}{
		{"后勤处2月2日前备好隔离房间20间", "后勤处", at(3, 0), "后勤处2月2日前备好隔离房间20间。"},
		{"学生处明天18点前把宿舍测温点加到10个", "学生处", at(1, 18), "学生处明天18点前把宿舍测温点加到10个。时限：2月1日18时00分。"},
		{"学生处2月1日18点前把宿舍测温点加到10个", "学生处", at(1, 18), "学生处2月1日18点前把宿舍测温点加到10个。"},
		{"学生处2月1日前把宿舍测温点加到10个", "学生处", at(1, 18), "学生处2月1日前把宿舍测温点加到10个。时限：2月1日18时00分。"},
		{"12月2日前备好", "后勤处", at(3, 0), "12月2日前备好。责任单位：后勤处；时限：2月2日。"},
		{"后勤处协助学生处备好房间", "学生处", at(3, 0), "后勤处协助学生处备好房间。责任单位：学生处；时限：2月2日。"},
		{"请学生处、团委摸清底数", "学生处", at(3, 0), "请学生处、团委摸清底数。责任单位：学生处；时限：2月2日。"},
		{"请学生处摸清底数", "学生处", at(3, 0), "请学生处摸清底数。时限：2月2日。"},
		{"电信学院摸清底数", "电子信息工程学院", at(1, 18), "电信学院摸清底数。责任单位：电子信息工程学院；时限：2月1日18时00分。"},
	} {
		m := Minutes{College: r.College, Decisions: []MinutesDecision{{workgroup.Decision{Owner: workgroup.Owner{Unit: "x"}, Deadline: c.deadline, Recorded: act}, c.body, c.owner, ""}}}
		if got := m.decided()[1]; got != pointOf(1, c.want) {
			t.Errorf("%q stands as %q, want %q", c.body, got, c.want)
		}
	}
}
