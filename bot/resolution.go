package bot

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// resolved begins what is decided, without the mark behind it (“会议决定，安保处今晚…”).
	resolved = pattern.MustCompile(`^\s*(?:(?:本次|今天的?)?会议|经研究|我|(?i:the meeting (?:has )?))?(?:一致|研究)?(?:(?:决定|议定|decided)(?:如下|以下)?\s*[，,:：]?|(?:决议|议定事项)(?:如下|以下)?\s*[，,:：])\s*`)
	// itIsDone tells of what was done, and settles nothing.
	itIsDone = pattern.MustCompile(`已经?|刚才|刚刚|(?:完成|办结|办完|做好|报送|上报|报|发|交|备)(?:好|完|出)?了|(?:不|没|没有)报[了的吧]?$`)
	// charged says that somebody is to answer for something.
	charged = pattern.MustCompile(`负责|牵头|责任(?:单位|部门|人)|(?i:\bresponsible\b)`)
	// whoIsTo asks who or which, and charges nobody.
	whoIsTo = pattern.MustCompile(`[是由归让找]谁|谁[来是]?(?:负责|牵头|管)|哪[个些位家]`)
	// staysAsItIs says of something that is decided that it stays so.
	staysAsItIs = pattern.MustCompile(`^(?:还是|仍旧?|仍然|依然|照旧|不变)`)
	// ofADecision goes on about one that there is (“决定作废”).
	ofADecision = pattern.MustCompile(`^(?:作废|撤销|撤回|取消|收回|有误|错了|不对|办|落实|执行|怎么|什么时候)[^，。；]{0,6}$`)
	// directs tells somebody to do something; figures without it are a report.
	directs = pattern.MustCompile(`完成|办结|落实|备好|做好|摸清|核实|上报|报送|提交|报|交|负责|牵头|安排|组织|[须请要]|务必`)
	// bids is how somebody is told to do something.
	bids = pattern.MustCompile(`(?:要|须|必须|务必|应当?)\p{Han}{2,}|^\s*(?:请|责成|要求)`)
	// someDay is a day that something is to be done on.
	someDay = pattern.MustCompile(`今[天日晚]|明[天日晚]|后天|[本下]周|周[一二三四五六日]|[0-9]+[日号]|(?i:\b(?:today|tonight|tomorrow)\b)`)
	// onDuty is of who is on which shift.
	onDuty = pattern.MustCompile(`[白夜晚早中]班|带班|调班|顶班|替班`)
	// decisionCode is the code of a decision, somewhere in words.
	decisionCode = pattern.MustCompile(`[0-9]{4}-[0-9]{2}(?:[^0-9-]|$)`)
	// announces is the head of a list that says nothing but that it is one.
	announces = pattern.MustCompile(`^(?:(?:本次|今天的?)?会议|经研究)?(?:一致|研究)?(?:决定|议定)?(?:事项)?(?:如下|以下)?(?:[几两二三四五六七八九]|[1-9])?(?:项|件|点|条)?(?:事项|事|工作)?\s*[:：，,]?\s*$|^(?i:(?:the meeting (?:has )?)?(?:decided|agreed|resolved)(?: that| on)?(?: the following)?)\s*[:,]?\s*$`)
	// dateFirst begins with a date, which no number of a list goes on with (1.5, 1、2、3号楼).
	dateFirst = pattern.MustCompile(`^[0-9]{1,2}\s*(?:月\s*[0-9]|[日点:：])|^20[0-9]{2}\s*年`)
	// listMark numbers what stands in a list: 1. 1、(1) ① 一是 一、（一）.
	listMark = pattern.MustCompile(`(?:^|[\n。；;，,：:\s])\s*(?:([1-9])[.．、)）]|[（(]([1-9])[)）]|([①-⑨])|([一二三四五六七八九])[是、]|[（(]([一二三四五六七八九])[)）])\s*`)
	// headMark numbers a point that stands alone, and severalOf what is no number of it (1、2、3号楼).
	headMark  = pattern.MustCompile(`^\s*(?:[1-9][0-9]?[.．、)）]|[（(](?:[1-9][0-9]?|[一二三四五六七八九十]{1,2})[)）][、.]?|[①-⑳]|[一二三四五六七八九十]{1,2}[、.．]|[一二三四五六七八九]是[，,：:]?|第[一二三四五六七八九十]{1,2}[，,、：:])\s*`)
	severalOf = pattern.MustCompile(`^\s*(?:[0-9]+|[一二三四五六七八九十]+)、(?:[0-9]+|[一二三四五六七八九十]+)[、号和]`)
)

// pointsOf are what a message numbers, in order, each with what stands above them all; none where it numbers nothing.
func pointsOf(text string) (out []string) {
	var from, till []int
	for _, m := range listMark.FindAllStringSubmatchIndex(text, -1) {
		n := 0
		for g, digits := range []string{"123456789", "123456789", "①②③④⑤⑥⑦⑧⑨", "一二三四五六七八九", "一二三四五六七八九"} {
			if at := m[2*g+2]; at >= 0 {
				n = strings.Index(digits, text[at:m[2*g+3]])/utf8.RuneLen([]rune(digits)[0]) + 1
			}
		}
		next, _ := utf8.DecodeRuneInString(text[m[1]:])
		if n == len(from)+1 && (!unicode.IsDigit(next) || dateFirst.MatchString(text[m[1]:])) {
			from, till = append(from, m[1]), append(till, m[0])
		}
	}
	if len(from) < 2 {
		return nil
	}
	head := strings.TrimSpace(text[:till[0]])
	if announces.MatchString(head) {
		head = ""
	}
	for i, at := range from {
		end := len(text)
		if i+1 < len(till) {
			end = till[i+1]
		}
		if item := strings.Trim(text[at:end], "；;，,\n 　"); item != "" {
			if head != "" && head[len(head)-1] < utf8.RuneSelf && item[0] < utf8.RuneSelf {
				item = " " + item
			}
			out = append(out, head+item)
		}
	}
	return out
}

// unnumbered is what a point says, without its number.
func unnumbered(words string) string {
	mark := headMark.FindString(words)
	rest := words[len(mark):]
	next, _ := utf8.DecodeRuneInString(rest)
	if rest == "" || severalOf.MatchString(words) || unicode.IsDigit(next) && !dateFirst.MatchString(rest) {
		return words
	}
	return rest
}

// decidesAll begins the decisions that words hold: of a list, each of its points.
func (t *turn) decidesAll(m workgroup.Meeting, words string) error {
	points := pointsOf(words)
	if len(points) == 0 {
		points = []string{words}
	}
	return t.decidesEach(m, points)
}

// decidesEach begins a decision of each of some points; what stands side by side in one of them is as many.
func (t *turn) decidesEach(m workgroup.Meeting, points []string) error {
	for _, point := range points {
		parts := t.apart(point)
		if len(parts) == 0 {
			parts = []string{point}
		}
		for _, one := range parts {
			if err := t.decides(m, one); err != nil {
				return err
			}
		}
	}
	return nil
}

// resolves takes, while the daily analysis goes on, what somebody of it writes without a label for a decision where it reads as one: who does
// what until when. It is read back on a card, and in force only once it is recorded there. Whatever sounds like a case in it is asked about as well.
func (t *turn) resolves(r understand.Reading) (bool, error) {
	m, ok := workgroup.LastMeeting(t.b, t.today())
	if !ok || !m.Open() || !t.person.Holds(workgroup.PackReaders...) || t.heads() && t.reportsToday(r) || r.Kind == understand.Question || r.Kind == understand.Leave {
		return false, nil
	}
	if _, waits := t.readsBack(); waits {
		return false, nil
	}
	return t.resolvesIn(m, strings.TrimSpace(t.msg.Text))
}

// resolvesIn begins the decisions that words hold.
func (t *turn) resolvesIn(m workgroup.Meeting, words string) (bool, error) {
	points := t.resolutionsIn(words)
	if err := t.decidesEach(m, points); err != nil {
		return true, err
	}
	if len(points) > 0 {
		t.saysWritten()
	}
	return len(points) > 0, nil
}

// resolutionsIn are the decisions that words hold: what they say is decided, the points of a list or the lines of a message where some read as a
// resolution, or all of them.
func (t *turn) resolutionsIn(words string) (points []string) {
	if decisionCode.MatchString(words) {
		return nil // it is of one that there is
	}
	if said := resolved.FindString(words); said != "" && speaks(words[len(said):]) && !ofADecision.MatchString(words[len(said):]) && !itIsDone.MatchString(words) && !t.asksBeside(words) {
		if points = pointsOf(words[len(said):]); len(points) == 0 {
			points = []string{words[len(said):]}
		}
		return points
	}
	if points = pointsOf(words); slices.ContainsFunc(points, t.readsAsResolution) {
		return points
	}
	points = strings.FieldsFunc(words, func(r rune) bool { return r == '\n' })
	switch other := func(line string) bool { return !t.readsAsResolution(line) }; {
	case !slices.ContainsFunc(points, other):
		return points
	case t.readsAsResolution(words):
		return []string{words}
	}
	return nil
}

// readsAsResolution tells whether words say who does something and until when, or who answers for it.
func (t *turn) readsAsResolution(words string) bool {
	if itIsDone.MatchString(words) || staysAsItIs.MatchString(words) || onDuty.MatchString(words) || t.asksBeside(words) || whoIsTo.MatchString(words) {
		return false
	}
	r, directed := t.read(words, understand.Context{}), directs.MatchString(words)
	if len(r.Fields) > 0 && !directed {
		return false
	}
	_, unknown := t.Together(t.b, words)
	if len(unknown) == 0 && len(t.OwnersIn(t.b, words)) == 0 {
		return false
	}
	_, timed := t.DeadlineOf(words, t.said)
	vague, _ := t.VagueIn(words, t.said)
	return timed || vague != "" || charged.MatchString(words) || directed && someDay.MatchString(words) || bids.MatchString(words) && len(r.Fields) == 0 && !r.Zero
}
