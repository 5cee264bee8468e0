package bot

import (
	"strings"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

const (
	// looseLine stands behind who is there, and is neither a list nor under any head.
	looseLine = "loose"
	// pointMark numbers a point.
	pointMark = `(?:[一二三四五六七][、.．]|[1-7][、.．)]|[（(][一二三四五六七1-7][)）]|[①-⑦])?\s*`
	// theMeeting is who has heard, decided, asked for something in minutes.
	theMeeting = `(?:本次|此次|这次|今天的?|下午的?)?(?:会议|会上|研判会)(?:上|还|又|也|首先|随后|最后|认真|集中|一致|共同|再次|并|经)*|(?i:the meeting (?:also |then |further |has )?)`
)

var (
	// toldHead begins what a meeting did, as a sentence tells it: who, the verb of one of the points, and what follows.
	toldHead = pattern.MustCompile(`(?s)^\s*` + pointMark + `(` + theMeeting + `)?(?:经?(?:会议)?(?:认真)?(?:研究|讨论)[，,]?)?(?:` +
		`(传达学习贯彻|传达学习|学习传达|传达贯彻|传达|学习贯彻|学习|(?i:passed on|studied))|` +
		`(听取汇报|听取|通报|分析|指出|认为|(?i:heard|noted))|` +
		`(审核|(?i:reviewed))|` +
		`(强调|要求|部署|安排|提出|(?i:stressed|asked|urged))|` +
		`(讨论|审议|研究|(?i:discussed))|` +
		`(决定|议定|决议|(?i:decided|resolved|agreed)(?: that| to)?))(?:了|如下|事项|以下事项)*\s*[：:，,]?\s*(.*)$`)
	// toldAs is what each of those verbs is of, in their order.
	toldAs = []any{workgroup.PointHeard, workgroup.PointSituation, workgroup.PointReports, workgroup.PointArranged, workgroup.PointDecided, decisionLine}
	// saidThere is what somebody has said in a meeting, and bidden that it is to be done.
	saidThere = pattern.MustCompile(`(?s)^(?:会上|会议上)[，,]?\s*(\p{Han}{2,8}?(?:讲|说|指出|强调|要求|提出|表示)[，,：:]?.{4,})$`)
	bidden    = pattern.MustCompile(`[讲说][，,：:]\s*要|强调|要求|务必|必须`)
	// headAlone is the head of a part that has its line to itself (“二、研究决策”).
	headAlone = pattern.MustCompile(`^\s*` + pointMark + `(传达学习|学习传达|传达精神|分析交流|分析研判|研判分析|情况通报|通报情况|研究决策|研究决定|研究事项|审核上报信息|审核信息|审核上报|安排部署|部署安排|工作部署|工作安排|部署工作|会议决定|会议议定|议定事项|决定事项)\s*[：:]?\s*$`)
	// goesOver is where a clause of a sentence, or a numbered point, is of something else than what stands before it.
	goesOver = pattern.MustCompile(`[，,；;。.\s]\s*((?:会议|并|还|随后)*(?:传达学习|传达|听取|审议|审核)了|会议(?:还|一致|经)*(?:研究)?(?:决定|议定|强调|要求|指出|认为|听取|传达|通报)|(?i:the meeting) [a-z]|(?:[1-7][、.．)]|[（(][1-7一二三四五六七][)）]|[①-⑦])\s*(?:决定|传达|听取|分析|安排|审核)(?:了|\s*[：:]))`)
	// minutesTitle is the head of minutes that says nothing but what they are of, and wasHeld that a meeting was held, and where.
	minutesTitle = pattern.MustCompile(`^[^：:，,。]{0,40}(?:纪要|会议记录|研判会|例会|领导小组会议?|(?i:minutes))[^：:，,。]{0,24}$|^(?i:minutes)[^:.]{0,40}$`)
	wasHeld      = pattern.MustCompile(`^[^：:]{0,60}?(?:在([^，,。]{2,20}?))?(?:召开|举行)`)
	// What is said of who leads, writes, is there and is not, in a clause of its own.
	toldFrames = []struct {
		says *pattern.Pattern
		of   workgroup.Frame
	}{
		{pattern.MustCompile(`^(?:本次|今天的?|下午的?)?(?:会议)?由(.{2,16}?)(?:同志)?主持(?:召开|会议)?$|^(?:会议)?主持(?:会议)?的?人?(?:是|为)?\s*([^改应的人时召\PL]\p{Han}{1,5})$|^(\p{Han}{2,10}?)(?:同志)?主持了?(?:本次|今天的?)?会议$|^(?i:(?:the meeting was )?chaired by (.+)|(.+) chaired(?: the meeting)?)$`), workgroup.FrameChair},
		{pattern.MustCompile(`^(?:会议)?记录人?员?(?:是|为)\s*(\p{Han}{2,6})$|^由(\p{Han}{2,6}?)(?:负责|做)?(?:会议)?记录$`), workgroup.FrameRecorder},
		{pattern.MustCompile(`^(?:参会|参加|出席|到会|与会)(?:会议)?的?(?:人员)?(?:有|是|为)\s*([^0-9]{2,80})$|^([^0-9]{2,80}?)(?:等)?(?:同志)?(?:参加|出席|参会|到会)了?(?:本次)?(?:会议)?$`), workgroup.FramePresent},
		{pattern.MustCompile(`^缺席的?(?:人员)?(?:有|是|为)?\s*(\p{Han}{2,8})$|^([\p{Han}、]{2,30}?)((?:因|由于).{1,10}?|请假|出差|有事|生病)?(?:缺席|未参加|未到会?|没来|没到|没参加)(?:会议)?(?:了)?$|^(?i:(.+) (?:was|were) absent)$`), workgroup.FrameAbsent},
	}
)

// sentence is a part of minutes that may begin with a head, and what stands before it.
type sentence struct{ mark, words string }

// sentencesOf are the lines of minutes, parted where a sentence or a clause is of something else.
func sentencesOf(text string) (out []sentence) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		mark, from := "\n", 0
		for _, m := range goesOver.FindAllStringSubmatchIndex(line, -1) {
			out = append(out, sentence{mark, strings.TrimSpace(line[from:m[2]])})
			mark, from = "", m[2]
		}
		for i, words := range strings.SplitAfter(line[from:], "。") {
			if i > 0 {
				mark = ""
			}
			if words = strings.TrimSpace(words); words != "" {
				out = append(out, sentence{mark, words})
			}
		}
	}
	return out
}

// readsTold reads a sentence that tells what a meeting did, or who was there; behind is what the line above is of. Only what says that it was the meeting
// ends a decision.
func readsTold(s sentence, behind any) (out []minutedLine) {
	words := strings.TrimRight(s.words, "。.；;，, ")
	if m := headAlone.FindStringSubmatch(words); m != nil && s.mark != "" {
		return []minutedLine{{as: labelled(m[1])}}
	}
	_, point := behind.(workgroup.Point)
	if out = framesTold(words); len(out) > 0 && behind != decisionLine && !point {
		return out // “各学院负责人参加” under a point is of that
	}
	if m := saidThere.FindStringSubmatch(words); m != nil {
		as := any(workgroup.PointSituation)
		if bidden.MatchString(words) {
			as = workgroup.PointArranged
		}
		return []minutedLine{{as, m[1], true}}
	}
	m := toldHead.FindStringSubmatch(words)
	if m == nil {
		return nil
	}
	for i, as := range toldAs {
		verb, rest := m[i+2], strings.TrimSpace(m[len(m)-1])
		begins := as == workgroup.PointHeard || strings.HasPrefix(verb, "听取") // what begins minutes without saying whose they are
		switch {
		case verb == "":
			continue
		case m[1] == "" && (behind == decisionLine || behind == nil && !begins), rest == "" && as != decisionLine:
			return nil
		case as != workgroup.PointHeard && as != decisionLine:
			rest = strings.TrimSpace(words[strings.Index(words, verb):])
		}
		return []minutedLine{{as, rest, true}}
	}
	return nil
}

// framesTold are who leads, who is there and who is not, where the clauses of a sentence say so, and what its last clauses say beside it.
func framesTold(words string) (out []minutedLine) {
	clauses := strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("，,；;", r) })
	for i, clause := range clauses {
		clause = strings.TrimSpace(clause)
		frame, said := frameTold(clause)
		switch {
		case said != "":
			out = append(out, minutedLine{frame, said, true})
		case len(out) == 0:
			return nil
		case listsNames(clause):
			out[len(out)-1].words += "、" + clause
		default:
			rest := strings.Join(clauses[i:], "，")
			if labels := labelsIn(sentence{"", rest}, nil); labels != nil {
				return append(out, labels...)
			}
			return append(out, minutedLine{looseLine, rest, true})
		}
	}
	return out
}

// frameTold is who leads, is there, or is not, as a clause tells it.
func frameTold(clause string) (workgroup.Frame, string) {
	for _, one := range toldFrames {
		m := one.says.FindStringSubmatch(clause)
		if m == nil {
			continue
		}
		if one.of == workgroup.FrameAbsent && m[3] != "" {
			return one.of, m[2] + "（" + m[3] + "）"
		}
		return one.of, strings.TrimSpace(strings.Join(m[1:], ""))
	}
	return "", ""
}

// listsNames tells whether words can be more of a list of names.
func listsNames(words string) bool {
	if strings.ContainsAny(words, "。；;：:") {
		return false
	}
	for _, one := range namesIn(strings.Join(strings.Fields(words), "、")) {
		if name, _, _ := strings.Cut(one, "（"); utf8.RuneCountInString(name) > 9 {
			return false
		}
	}
	return words != ""
}

// untitled are sentences of minutes without the title that stands above them; where a first one says that a meeting was held, where that was.
func untitled(all []sentence) (rest []sentence, place string, titled bool) {
	for len(all) > 1 && minutesTitle.MatchString(all[0].words) && all[1].mark != "" {
		all, titled = all[1:], true
	}
	if m := wasHeld.FindStringSubmatch(all[0].words); m != nil && len(all) > 1 {
		_, behind, _ := strings.Cut(all[0].words[len(m[0]):], "，")
		place, titled = m[1], true
		if all = all[1:]; behind != "" {
			all = append([]sentence{{"", behind}}, all...)
		}
	}
	return all, place, titled
}
