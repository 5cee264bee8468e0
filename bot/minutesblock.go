package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// minutesDay is a day in the title of minutes, or in the line of their time, and dayComing one that is still to come.
	minutesDay = pattern.MustCompile(`(?:20[0-9]{2}\s*年)?[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*[日号]|昨[天日]|前天|(?i:yesterday)`)
	dayComing  = pattern.MustCompile(`明[天日早晚]|后天|[下]周|(?i:tomorrow)`)
	// leadsMeetings are the offices of who leads a meeting and is called by them.
	leadsMeetings = pattern.MustCompile(`(?:书记|校长|院长|主任|组长)$`)
)

// hasLine tells whether some line is of that.
func hasLine(lines []minutedLine, as any) bool {
	return slices.ContainsFunc(lines, func(l minutedLine) bool { return l.as == as })
}

// dayOf are words for minutes, of the day that their title or their time names; no lines where that is still to come, and they call people to it.
func (t *turn) dayOf(of minutesWords, lines []minutedLine) (minutesWords, []minutedLine) {
	head, _, _ := strings.Cut(strings.TrimSpace(of.words), "\n")
	if !minutesTitle.MatchString(head) {
		head = ""
	}
	for _, l := range lines {
		if l.as == timeLine {
			head += " " + l.words
		}
	}
	if of.named || head == "" {
		return of, lines
	}
	if dayComing.MatchString(head) {
		return of, nil
	}
	switch date, err := t.dateIn(minutesDay.FindString(head)); {
	case err != nil:
	case date > t.today():
		return of, nil
	case date < t.today():
		of.date, of.named = date, true
	}
	return of, lines
}

// tellsMinutes tells whether lines that have no label at their head are minutes all the same, and no question, no report, and no decision that stands for itself.
// Who leads or is absent is somebody of the roster, or called by an office.
func (t *turn) tellsMinutes(lines []minutedLine) bool {
	if !lines[0].told {
		return true
	}
	words := strings.TrimSpace(t.msg.Text)
	if len(lines) == 1 && lines[0].as == decisionLine && !strings.Contains(words, "\n") {
		return false
	}
	if r := t.read(words, understand.Context{}); t.heads() && t.reportsToday(r) || len(lines) == 1 && (t.asksBeside(words) || len(r.Fields) > 0) {
		return false
	}
	return !slices.ContainsFunc(lines, func(l minutedLine) bool {
		frame, is := l.as.(workgroup.Frame)
		return is && l.told && len(lines) == 1 && frame != workgroup.FramePlace && !leadsMeetings.MatchString(l.words) &&
			!slices.ContainsFunc(t.OwnersIn(t.b, l.words), func(o workgroup.Owner) bool { return o.Person != "" })
	})
}

// mayMend tells whether lines put right the minutes of a meeting that is over: they name it, or are parts of the frame or points alone; or they are the minutes
// as a whole, decisions and the time among them.
func (t *turn) mayMend(of minutesWords, lines []minutedLine) bool {
	block := len(lines) > 2 && lines[0].told || slices.ContainsFunc(lines, func(l minutedLine) bool { _, point := l.as.(workgroup.Point); return point }) ||
		slices.ContainsFunc(lines, func(l minutedLine) bool { _, frame := l.as.(workgroup.Frame); return frame }) && hasLine(lines, decisionLine)
	decides, timed := hasLine(lines, decisionLine), hasLine(lines, timeLine)
	switch {
	case t.edited || decides && (!block || len(lines) < 2):
		return false
	case of.named:
		return true
	case t.deskHere().Expect != nothing:
		what, asked := t.deskHere().Expect.OfDecision()
		return asked && (asksOnlyWhy(what) || asksWhoOrWhen(what)) && !slices.ContainsFunc(lines, func(l minutedLine) bool { return l.told || !frameOf(l) })
	}
	return len(lines) > 1 && block || !timed && (!lines[0].told || lines[0].as == workgroup.FrameChair || lines[0].as == workgroup.FrameRecorder)
}

func frameOf(l minutedLine) bool { _, is := l.as.(workgroup.Frame); return is }

// opensMinutes tells whether lines are plainly for a meeting, where there is none yet: what was decided, or who leads it and is there.
func (t *turn) opensMinutes(lines []minutedLine) bool {
	if hasLine(lines, decisionLine) {
		return true
	}
	switch lines[0].as {
	case workgroup.FrameChair, workgroup.FrameRecorder, workgroup.FramePresent, workgroup.FrameAbsent:
		return !hasLine(lines, timeLine) && t.deskHere().Expect == nothing
	}
	return false
}
