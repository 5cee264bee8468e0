package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/card"
	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

// labels are what begins a line that is written down for a meeting.
const labels = `地点|会议地点|时间|会议时间|会议主持人?|主持人?|会议记录人?员?|记录人?员?|列席人?员?|听取汇报|听取|会议(?:研究)?决定|会议议定|会议强调|会议要求|形式|方式|参会人?员?|参加人?员?|与会人?员?|出席人?员?|到会人?员?|缺席人?员?|请假人?员?|传达学习|传达|学习|分析交流|分析|交流|研究决策|研究|审核上报信息|审核上报|审核|安排部署|安排|部署|决定|决议|议定事项|议定|(?i:place|time|chair|recorder|minutes by|form|present|absent|heard|situation|analysis|discussed|reviewed|reports?|arranged|arrangements?|decision|decided)`

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
	"列席": attending, "听取": workgroup.PointSituation, "强调": workgroup.PointArranged, "要求": workgroup.PointArranged,
	"到会": workgroup.FramePresent, "缺席": workgroup.FrameAbsent, "请假": workgroup.FrameAbsent, "chair": workgroup.FrameChair, "form": workgroup.FrameForm, "present": workgroup.FramePresent, "absent": workgroup.FrameAbsent,
	"传达": workgroup.PointHeard, "学习": workgroup.PointHeard, "heard": workgroup.PointHeard, "分析": workgroup.PointSituation, "交流": workgroup.PointSituation, "situation": workgroup.PointSituation,
	"analysis": workgroup.PointSituation, "研究": workgroup.PointDecided, "discussed": workgroup.PointDecided, "审核": workgroup.PointReports, "report": workgroup.PointReports, "review": workgroup.PointReports,
	"研判": workgroup.PointSituation, "情况": workgroup.PointSituation, "通报": workgroup.PointSituation, "工作": workgroup.PointArranged,
	"安排": workgroup.PointArranged, "部署": workgroup.PointArranged, "arrange": workgroup.PointArranged, "决定": decisionLine, "决议": decisionLine, "议定": decisionLine, "decision": decisionLine, "decided": decisionLine,
}

// saysNoPoint is a line of minutes that only heads what follows, or ends them: 会议内容：, 散会。
var saysNoPoint = pattern.MustCompile(`^(?:会议|主要)?(?:内容|议程|议题|情况|纪要)(?:如下)?\s*[：:]\s*$|^(?:会议|于)?(?:[0-9]{1,2}[：:时点][0-9]{0,2}分?)?(?:会议)?(?:结束|散会|休会|到此结束)[。.！!]*$|^(?i:(?:meeting )?adjourned|agenda:|minutes:)[.]?$`)

// timeLine is a line that says when a meeting is, which the minutes know.
const timeLine = "time"

// decisionLine is a line that is a decision of its own.
const decisionLine = "decision"

// attending is a line that says who was there beside those whose meeting it is.
const attending = "attending"

// minutedLine is one line of what is written down: a Frame, a Point or decisionLine, its words, and whether a sentence tells it, without a label.
type minutedLine struct {
	as    any
	words string
	told  bool
}

// minutedIn are the lines of a message that is written down for a meeting: under labels, several of the frame on one line perhaps, or as sentences that tell
// what the meeting did, under a title or none. What has neither goes on with what stands above it. None where the message begins otherwise.
func minutedIn(text string) (out []minutedLine) {
	all := sentencesOf(text)
	if len(all) == 0 {
		return nil
	}
	all, place, titled := untitled(all)
	if place != "" {
		out = append(out, minutedLine{workgroup.FramePlace, place, true})
	}
	for i, s := range all {
		if len(all) > 1 && saysNoPoint.MatchString(s.words) {
			continue
		}
		var behind any
		if len(out) > 0 {
			behind = out[len(out)-1].as
		}
		lines := labelsIn(s, behind)
		if lines == nil {
			lines = readsTold(s, behind)
		}
		switch {
		case len(lines) > 0:
			out = append(out, lines...)
		case i == 0 && !titled || len(out) == 0:
			return nil
		default:
			out = goesOn(out, s)
		}
	}
	if titled && len(out) > 0 {
		out[0].told = true // what was left out is not unsaid: it is read back
	}
	for i := range out {
		out[i].words = strings.TrimSpace(out[i].words)
	}
	return peopled(out)
}

// goesOn adds a sentence without a head to the line above it; behind a part of the frame, only a list does.
func goesOn(out []minutedLine, s sentence) []minutedLine {
	last := &out[len(out)-1]
	_, frame := last.as.(workgroup.Frame)
	if frame = frame || last.as == timeLine || last.as == attending; frame && (s.mark == "" || !listsNames(s.words)) {
		return append(out, minutedLine{looseLine, s.words, true})
	}
	last.words += s.mark + s.words
	return out
}

// labelsIn are what a sentence says under labels. Within the words of a decision a label is the decision's own (“时间：今晚9点前”).
func labelsIn(s sentence, behind any) (out []minutedLine) {
	m := minuted.FindStringSubmatch(s.words)
	if m == nil || s.mark == "" && behind == decisionLine && labelled(m[1]) != decisionLine {
		return nil
	}
	as, rest := labelled(m[1]), m[2]
	for _, frame := as.(workgroup.Frame); frame || as == timeLine; _, frame = as.(workgroup.Frame) {
		at := nextHead.FindStringSubmatchIndex(rest)
		if at == nil {
			break
		}
		out = append(out, minutedLine{as: as, words: strings.TrimSpace(rest[:at[0]])})
		label := rest[max(at[2], at[4]):max(at[3], at[5])]
		as, rest = labelled(label), rest[at[1]:]
	}
	if _, frame := as.(workgroup.Frame); frame {
		rest = strings.TrimRight(rest, "。；; ")
	}
	return append(out, minutedLine{as: as, words: strings.TrimSpace(rest)})
}

// labelled is what a label is of.
func labelled(label string) any {
	if label = strings.TrimPrefix(label, "会议"); strings.HasPrefix(label, "研究决定") {
		return decisionLine
	}
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
	of := t.ofMinutes(t.colons(t.msg.Text))
	if done, err := t.fixesMinutes(of); done || err != nil {
		return done, err
	}
	if done, err := t.saysReviewed(t.msg.Text); done || err != nil {
		return done, err
	}
	lines := minutedIn(of.words)
	if of, lines = t.dayOf(of, lines); !slices.ContainsFunc(lines, func(l minutedLine) bool { return l.as != timeLine }) || !t.tellsMinutes(lines) {
		return false, nil
	}
	m, several := t.meetingMeant(of)
	held, mends := m.Number > 0, t.mayMend(of, lines)
	switch {
	case held && m.Open() && t.edited:
		t.reply("say/meeting-edited", workgroup.Facts{}) // what it said first is minuted
		return true, nil
	case len(several) > 0 && mends:
		return t.asksWhichMinutes(of, several)
	case held && m.Open():
	case held && mends:
		return t.mendsMinutes(m, lines)
	case of.named && !held && !t.edited:
		return t.refusesBeside(workgroup.Refuse(workgroup.NoMinutes, "date", of.date))
	case t.edited || held && !hasLine(lines, decisionLine) || !held && !t.opensMinutes(lines):
		return false, nil
	default:
		return t.refusesBeside(workgroup.Refuse(workgroup.NoMeeting))
	}
	if desk := t.deskHere(); lines[0].as == decisionLine {
		if what, asked := desk.Expect.OfDecision(); asked && !asksOnlyWhy(what) {
			d, _ := workgroup.Decisions.Get(t.b, desk.Of)
			t.leavesChange(desk, d)
		}
	}
	said, err := t.minutesAll(m, lines)
	if err != nil {
		return t.refusesBeside(err)
	}
	if slices.ContainsFunc(lines, func(l minutedLine) bool { return l.told && (len(lines) > 1 || !frameOf(l)) }) {
		said["taken"] = true
		t.reply("say/minutes-mended", said)
	} else if !slices.ContainsFunc(t.begunNow(), func(d workgroup.Decision) bool { return !d.Settled() }) {
		t.mark("👌")
	}
	t.saysWritten()
	return true, nil
}

// minutesAll writes lines down, and is what they have become. Where one of them is to be a decision and says none, nothing is written: a case that they tell
// of beside is heard all the same.
func (t *turn) minutesAll(m workgroup.Meeting, lines []minutedLine) (workgroup.Facts, error) {
	if slices.ContainsFunc(lines, func(l minutedLine) bool { return l.as == decisionLine && l.words == "" }) {
		return nil, workgroup.Refuse(workgroup.DecisionEmpty, "several", len(lines) > 1)
	}
	said := []workgroup.Facts{}
	for _, l := range lines {
		if l.as == looseLine { // behind who is there: what somebody has said, or is to do
			if l.as = workgroup.PointSituation; t.readsAsResolution(l.words) {
				l.as = decisionLine
			}
		}
		if err := t.minutes(m, l); err != nil {
			return nil, err
		}
		if err := t.decidesArranged(m, l); err != nil {
			return nil, err
		}
		now, _ := workgroup.Meetings.Get(t.b, m.Key())
		if l.as == attending {
			l.as = workgroup.FramePresent
		}
		switch as := l.as.(type) {
		case workgroup.Frame:
			said = append(said, workgroup.Facts{"frame": as, "point": "", "words": now.Frame[as]})
		case workgroup.Point:
			if l.words != "" { // and no head alone
				said = append(said, workgroup.Facts{"frame": "", "point": as, "words": l.words})
			}
		}
	}
	return workgroup.Facts{"date": m.Date, "number": m.Number, "open": m.Open(), "lines": said, "decided": len(t.begunNow()), "taken": false}, nil
}

// minutes writes one line down.
func (t *turn) minutes(m workgroup.Meeting, l minutedLine) (err error) {
	switch as := l.as.(type) {
	case workgroup.Frame:
		return t.frames(m, as, l.words)
	case workgroup.Point:
		if l.words == "" {
			return nil // a head alone
		}
		_, err = t.College.NoteMeeting(t.b, m.Key(), as, l.words, t.person, t.now)
	default:
		if as == attending {
			return t.frames(m, workgroup.FramePresent, "加"+strings.Join(namesIn(l.words), "（列席）、")+"（列席）")
		}
		if as == timeLine {
			t.reply("say/meeting-time", workgroup.Facts{"opened": t.Clock(m.Opened.At)})
			return nil
		}
		return t.decidesAll(m, l.words)
	}
	return err
}

// readsDecision reads a decision: who is responsible and until when as far as its words say so plainly.
func (t *turn) readsDecision(words string) workgroup.Decision {
	d := workgroup.Decision{Text: words, Entered: workgroup.Act{At: t.now}}
	owners, unknown := t.Together(t.b, words)
	switch d.Owner, d.Among = t.OwnerOf(t.b, words); {
	case len(owners) > 1 && len(unknown) == 0:
		d = d.Given(owners)
		d.Among = nil
	case len(unknown) > 0: // nobody else answers for it instead, unless that is said
		d.Owner, d.Among = workgroup.Owner{}, owners
	}
	at, ok := t.DeadlineOf(people.Narrow(words), t.said)
	if d.Deadline = at; !ok {
		d.Vague, d.Day = t.VagueIn(words, t.said)
	}
	return d
}

// decides begins a decision with what its words say plainly. The rest is asked on its card.
func (t *turn) decides(m workgroup.Meeting, words string) error {
	words, beside := t.withoutBeside(unnumbered(words))
	if words == "" {
		return workgroup.Refuse(workgroup.DecisionEmpty, "several", false)
	}
	d := t.readsDecision(words)
	if same, is := t.decidedAlready(m, d); is {
		t.again = append(t.again, same)
		return nil
	}
	if !d.Deadline.After(t.now) {
		d.Deadline = time.Time{}
	}
	begins := t.College.DecideAt
	if !m.Open() {
		begins = t.College.DecideAfter
	}
	d, err := begins(t.b, m.Key(), d, t.person, t.now)
	if err != nil {
		return err
	}
	if beside != "" {
		t.reply("say/decision-beside", workgroup.Facts{"code": d.Code(), "words": beside})
	}
	if _, unknown := t.Together(t.b, words); len(unknown) > 0 {
		t.reply("say/decision-unknown", workgroup.Facts{"code": d.Code(), "unknown": card.FirstFew(unknown), "among": len(d.Among)})
	}
	if said := clerk.NoSuchDate(words, t.said); said != "" {
		t.reply("say/no-such-date", workgroup.Facts{"words": said})
	}
	return nil
}
