package bot

import (
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// labels are what begins a line that is written down for a meeting.
const labels = `地点|会议地点|时间|会议时间|主持人?|记录人?员?|形式|方式|参会人?员?|参加人?员?|与会人?员?|出席人?员?|到会人?员?|缺席人?员?|请假人?员?|传达学习|传达|学习|分析交流|分析|交流|研究决策|研究|审核上报信息|审核上报|审核|安排部署|安排|部署|决定|决议|议定事项|议定|(?i:place|time|chair|recorder|minutes by|form|present|absent|heard|situation|analysis|discussed|reviewed|reports?|arranged|arrangements?|decision|decided)`

var (
	// minuted begins such a line: what it is of, and what follows.
	minuted = pattern.MustCompile(`^\s*(?:[一二三四五][、.]|[1-5][、.)]|[（(][一二三四五1-5][)）])?\s*(` + labels + `)\s*[0-9一二三四五六七八九十]{0,2}\s*[:：]\s*(.*)$`)
	// nextHead begins another part of a meeting's frame on the same line: “主持人：… 记录人：… 地点：…”.
	nextHead = pattern.MustCompile(`(?:[\s；;，,。、　]+(` + labels + `)|(主持人|记录人员?|记录员|参加人员?|参会人员?|与会人员|出席人员?|缺席人员?|会议地点|地点))\s*[:：]\s*`)
)

// minutedAs is what each label is of: a part of the frame, or a point.
var minutedAs = map[string]any{
	"地点": workgroup.FramePlace, "会议地点": workgroup.FramePlace, "place": workgroup.FramePlace, "记录": workgroup.FrameRecorder, "recorder": workgroup.FrameRecorder, "minutes by": workgroup.FrameRecorder,
	"与会": workgroup.FramePresent, "时间": timeLine, "会议时间": timeLine, "time": timeLine,
	"主持": workgroup.FrameChair, "形式": workgroup.FrameForm, "方式": workgroup.FrameForm, "参会": workgroup.FramePresent, "参加": workgroup.FramePresent, "出席": workgroup.FramePresent,
	"到会": workgroup.FramePresent, "缺席": workgroup.FrameAbsent, "请假": workgroup.FrameAbsent, "chair": workgroup.FrameChair, "form": workgroup.FrameForm, "present": workgroup.FramePresent, "absent": workgroup.FrameAbsent,
	"传达": workgroup.PointHeard, "学习": workgroup.PointHeard, "heard": workgroup.PointHeard, "分析": workgroup.PointSituation, "交流": workgroup.PointSituation, "situation": workgroup.PointSituation,
	"analysis": workgroup.PointSituation, "研究": workgroup.PointDecided, "discussed": workgroup.PointDecided, "审核": workgroup.PointReports, "report": workgroup.PointReports, "review": workgroup.PointReports,
	"安排": workgroup.PointArranged, "部署": workgroup.PointArranged, "arrange": workgroup.PointArranged, "决定": decisionLine, "决议": decisionLine, "议定": decisionLine, "decision": decisionLine, "decided": decisionLine,
}

// timeLine is a line that says when a meeting is, which the minutes know.
const timeLine = "time"

// decisionLine is a line that is a decision of its own.
const decisionLine = "decision"

// minutedLine is one line of what is written down: a Frame, a Point or decisionLine, and its words.
type minutedLine struct {
	as    any
	words string
}

// minutedIn are the lines of a message that is written down for a meeting; what has no label goes on with the line above it, and the parts of the
// frame may stand on one line. None where the first line has none.
func minutedIn(text string) (out []minutedLine) {
	for line := range strings.Lines(text) {
		m := minuted.FindStringSubmatch(strings.TrimRight(line, "\r\n"))
		if m == nil {
			if len(out) == 0 {
				return nil
			}
			if line = strings.TrimSpace(line); line != "" {
				out[len(out)-1].words += "\n" + line
			}
			continue
		}
		as, rest := labelled(m[1]), m[2]
		for _, frame := as.(workgroup.Frame); frame || as == timeLine; _, frame = as.(workgroup.Frame) {
			at := nextHead.FindStringSubmatchIndex(rest)
			if at == nil {
				break
			}
			out = append(out, minutedLine{as, strings.TrimSpace(rest[:at[0]])})
			label := rest[max(at[2], at[4]):max(at[3], at[5])]
			as, rest = labelled(label), rest[at[1]:]
		}
		out = append(out, minutedLine{as, strings.TrimSpace(rest)})
	}
	return out
}

// labelled is what a label is of.
func labelled(label string) any {
	for begins, as := range minutedAs {
		if strings.HasPrefix(strings.ToLower(label), begins) {
			return as // no label begins another
		}
	}
	return nil
}

// meetingWords writes down what somebody of a meeting that goes on writes in private under a label (“传达：…”, “决定：…由学生处负责，2月1日前
// 完成”). Whatever sounds like a case in it is asked about as well.
func (t *turn) meetingWords() (bool, error) {
	if !t.person.Holds(workgroup.PackReaders...) || t.writesPaper() {
		return false, nil
	}
	if what, _ := t.onNotice(); what != "" {
		return false, nil
	}
	of := t.ofMinutes(t.msg.Text)
	lines, date, named := minutedIn(of.words), of.date, of.named
	if !slices.ContainsFunc(lines, func(l minutedLine) bool { return l.as != timeLine }) {
		return false, nil
	}
	m, several := t.meetingMeant(of)
	ok := m.Number > 0
	if ok && m.Open() && t.edited {
		t.reply("say/meeting-edited", workgroup.Facts{}) // what it said first is minuted
		return true, nil
	}
	decides := slices.ContainsFunc(lines, func(l minutedLine) bool { return l.as == decisionLine })
	mends := !decides && !t.edited && (named || t.deskHere().Expect == nothing && !slices.ContainsFunc(lines, func(l minutedLine) bool { return l.as == timeLine }))
	switch {
	case len(several) > 0 && mends:
		return t.asksWhichMinutes(of, several)
	case ok && m.Open():
	case ok && mends:
		return t.mendsMinutes(m, lines)
	case named && !ok && !t.edited:
		return true, workgroup.Refuse(workgroup.NoMinutes, "date", date)
	case !decides || t.edited:
		return false, nil
	default:
		if t.read(t.msg.Text, understand.Context{}).Urgent != understand.No {
			t.reply("refusal/"+string(workgroup.NoMeeting), workgroup.Facts{})
			return false, nil // no meeting is needed for a case to be heard
		}
		return true, workgroup.Refuse(workgroup.NoMeeting)
	}
	if desk := t.deskHere(); lines[0].as == decisionLine {
		if _, asked := desk.Expect.OfDecision(); asked {
			d, _ := workgroup.Decisions.Get(t.b, desk.Of)
			t.leavesChange(desk, d)
		}
	}
	for _, l := range lines {
		if err := t.minutes(m, l); err != nil {
			return true, err
		}
	}
	if !t.saysLacking(t.begunNow()) {
		t.mark("👌")
	}
	r := t.read(t.msg.Text, understand.Context{})
	if slices.ContainsFunc(lines, func(l minutedLine) bool { return l.as != decisionLine }) {
		t.maybeCase(r)
	} else {
		t.caseBeside(r)
	}
	return true, nil
}

// minutes writes one line down.
func (t *turn) minutes(m workgroup.Meeting, l minutedLine) (err error) {
	switch as := l.as.(type) {
	case workgroup.Frame:
		return t.frames(m, as, l.words)
	case workgroup.Point:
		_, err = t.College.NoteMeeting(t.b, m.Key(), as, l.words, t.person, t.now)
	default:
		if as == timeLine {
			t.reply("say/meeting-time", workgroup.Facts{"opened": t.Clock(m.Opened.At)})
			return nil
		}
		return t.decidesAll(m, l.words)
	}
	return err
}

// decides begins a decision: who is responsible and until when as far as its words say so plainly. The rest is asked on its card.
func (t *turn) decides(m workgroup.Meeting, words string) error {
	words = unnumbered(words)
	if words == "" {
		return workgroup.Refuse(workgroup.DecisionEmpty)
	}
	d := workgroup.Decision{Text: words}
	owners, unknown := t.Together(t.b, words)
	switch d.Owner, d.Among = t.OwnerOf(t.b, words); {
	case len(owners) > 1 && len(unknown) == 0:
		d = d.Given(owners)
		d.Among = nil
	case len(unknown) > 0: // nobody else answers for it instead, unless that is said
		d.Owner, d.Among = workgroup.Owner{}, owners
	}
	if at, ok := t.DeadlineOf(people.Narrow(words), t.said); ok && at.After(t.now) {
		d.Deadline = at
	} else if !ok {
		d.Vague, d.Day = t.VagueIn(words, t.said)
	}
	begins := t.College.DecideAt
	if !m.Open() {
		begins = t.College.DecideAfter
	}
	d, err := begins(t.b, m.Key(), d, t.person, t.now)
	if err != nil {
		return err
	}
	if len(unknown) > 0 {
		t.reply("say/decision-unknown", workgroup.Facts{"code": d.Code(), "unknown": card.FirstFew(unknown), "among": len(d.Among)})
	}
	if said := clerk.NoSuchDate(words, t.said); said != "" {
		t.reply("say/no-such-date", workgroup.Facts{"words": said})
	}
	return nil
}
