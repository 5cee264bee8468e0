package bot

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

const (
	// ofPoint names a point of the minutes, or which of the five it is, and what of it is meant.
	ofPoint = `(?:(传达学习|学习传达|传达|学习|分析交流|分析研判|分析|交流|研究决策|审核上报信息|审核上报|审核|安排部署|工作部署|安排|部署)|第([一二三四五1-5])个?(?:[点项]|部分))` +
		`(?:这?一?(?:部分|栏|点|项))?(?:里面?|中)?的?\s*([：:]?)\s*((?:第\s*[一二三四五六七八九1-9]|刚才那?一?|那一?|这一?|最后一?|上一?)(?:[条句]|点内容))?(?:里面?|中)?的?\s*`
	inMinutes = `^\s*(?:不对|错了)?[，,]?\s*(?:请|麻烦)?(?:把|将|在)?(?:会议)?(?:纪要|记录)?(?:里面?|中|上面?)?的?`
)

var (
	// pointSet says what a point of the minutes should be, pointPart what some words of it should be, pointAdded what is to stand beside it, and
	// pointDropped that it is not to stand there.
	pointSet     = pattern.MustCompile(inMinutes + ofPoint + `(?:(?:[写记弄搞打说填]错了?|不对|错了|有误|不准确?)了?[，,。：:\s]*(?:应该?|应当)?(?:是|为|改为|改成|写成?)?|(?:应该|应当|应|要|请)?(?:改为|改成|改作|更正为|换成|换为|应为|应是|应该是|应当是))\s*[：:]?\s*(\S.*)$`)
	pointPart    = pattern.MustCompile(inMinutes + ofPoint + `[“"「]?([^，,。“”"「」]{1,24}?)[”"」]?(?:写错了|错了|不对)?[，,]?(?:应该|应当|应|要)?(?:改为|改成|更正为|换成|换为|应为|应是)\s*[：:]?\s*[“"「]?(\S.*?)[”"」]?[。]?$`)
	pointAdded   = pattern.MustCompile(inMinutes + ofPoint + `(?:(?:还要?|再|另外?|请|又|要)*(?:加|增加|补充?|添|漏|少)(?:上|写|记)?了?|(?:还|另外?|又)有)(?:[一两1-9]\s*(?:条|句|点|项)(?:内容)?|上)\s*[：:，,]?\s*(\S.*)$`)
	pointDropped = pattern.MustCompile(inMinutes + ofPoint + `(?:给我|先|就|整条)*(?:不要了?|不用[写记]了?|去掉|删掉|删去|删除|划掉|删)(?:了|吧)*[。]?$`)
	dropsPoint   = pattern.MustCompile(`^\s*(?:请|麻烦)?(?:把)?(?:去掉|删掉|删去|删除|划掉)(?:会议)?(?:纪要)?(?:里面?|中)?的?` + ofPoint + `[。]?$`)
	// addsAfter ends what is to be added, and says that it is.
	addsAfter = pattern.MustCompile(`[，,]\s*(?:请|麻烦|帮我?)?(?:也|给)?(?:加上|补上|加一下|补一下|添上|加进去|写上)[。]?$`)
	// numberedPart is where a numbered part of a point begins.
	numberedPart = pattern.MustCompile(`(?:^|[；;。\n]\s*)(?:[1-9]\s*[.．、)）]|[（(][一二三四五六七1-9][)）]|[①-⑨])\s*`)
	whichNumber  = pattern.MustCompile(`^第\s*(.)`)
	aNumeral     = pattern.MustCompile(`[0-9]+`)
	// reportsReviewed says in a meeting that what is reported was reviewed.
	reportsReviewed = pattern.MustCompile(`^(?:今天|今日)?的?上报(?:的)?(?:信息|材料|稿|数据|情况)(?:都|已经?)*(?:审核?|看|过)(?:了|过了?|完了?|毕)[，,。]?(?:(?:大家|都|会议)*(?:没有?|无)(?:不同)?(?:意见|问题)|同意.{0,6}|可以.{0,6})?[。]?$`)
)

// pointFix is how a point of minutes is put right.
type pointFix struct {
	of          workgroup.Point
	nth         int    // which of what stands there, 0 where that is not said
	was         string // which words of it, "" for all
	words       string // what it is; nothing: it is not to stand there
	adds, drops bool
}

// pointFixIn reads what puts a point of the minutes right.
func pointFixIn(words string) (f pointFix, ok bool) {
	if strings.Contains(words, "\n") || whetherDone.MatchString(words) || utf8.RuneCountInString(words) > 300 {
		return f, false
	}
	for _, one := range []struct {
		says        *pattern.Pattern
		adds, drops bool
	}{{says: pointDropped, drops: true}, {says: dropsPoint, drops: true}, {says: pointAdded, adds: true}, {says: pointSet}, {says: pointPart}} {
		m := one.says.FindStringSubmatch(words)
		if m == nil {
			continue
		}
		if m[3] != "" && m[4] == "" && !one.adds && !one.drops {
			return f, false // “安排：把后门岗亭改成双岗” is what was arranged
		}
		f = pointFix{adds: one.adds, drops: one.drops}
		if nth := whichNumber.FindStringSubmatch(m[4]); nth != nil {
			f.nth = clerk.SmallNumber(nth[1])
		}
		if f.of, _ = labelled(m[1]).(workgroup.Point); m[2] != "" {
			f.of = workgroup.Points[clerk.SmallNumber(m[2])-1]
		}
		if !one.drops {
			f.words = strings.TrimSpace(addsAfter.ReplaceAllString(m[len(m)-1], ""))
		}
		if one.says == pointPart {
			f.was = strings.TrimSpace(m[5])
		}
		return f, f.of != "" && (one.drops || f.words != "")
	}
	return f, false
}

// pointItem is one of the things that stand under a point: of which note, and where in its words.
type pointItem struct{ note, from, to int }

// pointItems are the things that stand under a point: its notes, and the numbered parts of each.
func pointItems(notes []string) (out []pointItem) {
	for i, note := range notes {
		at := numberedPart.FindAllStringIndex(note, -1)
		if len(at) < 2 {
			out = append(out, pointItem{i, 0, len(note)})
			continue
		}
		for k, one := range at {
			to := len(note)
			if k+1 < len(at) {
				to = at[k+1][0]
			}
			out = append(out, pointItem{i, one[1], to})
		}
	}
	return out
}

// within are the words of a thing under a point.
func (i pointItem) within(notes []string) string {
	return strings.Trim(notes[i.note][i.from:i.to], "；;。 \n")
}

// fixes puts a point of a meeting's minutes right, and says what it is now. Which of several is meant, and not said, is asked.
func (t *turn) fixes(m workgroup.Meeting, f pointFix) (bool, error) {
	notes := m.NotesOn(f.of)
	items := pointItems(notes)
	facts := workgroup.Facts{"point": f.of, "nth": 0, "was": "", "now": f.words, "open": m.Open()}
	if len(items) == 0 && !f.adds && (f.was != "" || f.drops || !m.Open()) {
		return false, nil
	}
	if f.adds || len(items) == 0 {
		_, err := t.College.NoteMeeting(t.b, m.Key(), f.of, f.words, t.person, t.now)
		return t.fixed(facts, err)
	}
	at := t.itemMeant(m, f, items, notes)
	if at < 0 && f.was != "" {
		return false, nil // words that do not stand there
	}
	if at < 0 {
		return true, workgroup.Refuse(workgroup.MinutesWhich, "point", f.of, "n", len(items))
	}
	item := items[at]
	note, was, now := notes[item.note], item.within(notes), f.words
	switch part := sameButNumbers(was, f.words); {
	case f.was != "":
		now = strings.Replace(was, f.was, f.words, 1)
	case part != "":
		now = strings.Replace(was, part, f.words, 1)
	}
	whole := note[:item.from] + strings.Replace(note[item.from:item.to], was, now, 1) + note[item.to:]
	if f.drops {
		whole = withoutItem(notes, items, at)
	}
	if facts["was"], facts["now"] = was, now; len(items) > 1 {
		facts["nth"] = at + 1
	}
	_, err := t.College.MendNote(t.b, m.Key(), f.of, item.note, whole, t.person, t.now)
	return t.fixed(facts, err)
}

// withoutItem are the words of a note without one of its parts; those behind it are numbered anew.
func withoutItem(notes []string, items []pointItem, at int) string {
	var left []string
	for i, one := range items {
		if one.note == items[at].note && i != at {
			left = append(left, string(rune('1'+len(left)))+"."+one.within(notes))
		}
	}
	if len(left) == 1 {
		return strings.TrimPrefix(left[0], "1.")
	}
	return strings.Join(left, "；")
}

// fixed says what a point is now. Whatever sounds like a case in it is heard all the same.
func (t *turn) fixed(facts workgroup.Facts, err error) (bool, error) {
	if err != nil {
		return true, t.keeping(err)
	}
	t.reply("say/minutes-point", facts)
	if t.press != nil {
		return true, nil
	}
	return t.heardBeside()
}

// itemMeant is which of the things under a point is to be put right, -1 where that is not plain.
func (t *turn) itemMeant(m workgroup.Meeting, f pointFix, items []pointItem, notes []string) int {
	if f.nth > 0 {
		if f.nth > len(items) || f.was != "" && !strings.Contains(items[f.nth-1].within(notes), f.was) {
			return -1
		}
		return f.nth - 1
	}
	only := func(is func(string) bool) int {
		at := -1
		for i, one := range items {
			if !is(one.within(notes)) {
				continue
			}
			if at >= 0 {
				return -1
			}
			at = i
		}
		return at
	}
	if f.was != "" {
		return only(func(words string) bool { return strings.Contains(words, f.was) })
	}
	if len(items) == 1 {
		return 0
	}
	if at := only(func(words string) bool { return sameButNumbers(words, f.words) != "" }); at >= 0 {
		return at
	}
	last := -1
	for _, n := range m.Notes {
		if n.Point == f.of && n.By == t.person.ID && t.now.Sub(n.At) <= patience {
			last = len(items) - 1
		} else if n.Point == f.of {
			last = -1
		}
	}
	if last >= 0 && items[last].from > 0 {
		return -1 // several in one breath
	}
	return last
}

// sameButNumbers is the part of words that others are, but for their numbers: “6号通告” of “市里5号通告” is “5号通告”. None where there are several.
func sameButNumbers(words, others string) string {
	if !aNumeral.MatchString(others) {
		return ""
	}
	var shape strings.Builder
	from := 0
	for _, at := range aNumeral.FindAllStringIndex(others, -1) {
		shape.WriteString(regexp.QuoteMeta(others[from:at[0]]) + `[0-9]+`)
		from = at[1]
	}
	shape.WriteString(regexp.QuoteMeta(others[from:]))
	found := regexp.MustCompile(shape.String()).FindAllString(words, -1)
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// fixesMinutes takes words that put a point of the minutes right; one of several meetings is asked about.
func (t *turn) fixesMinutes(of minutesWords) (bool, error) {
	f, ok := pointFixIn(of.words)
	if !ok || t.edited || t.asksBeside(of.words) {
		return false, nil
	}
	m, several := t.meetingMeant(of)
	_, decision := t.deskHere().Expect.OfDecision()
	switch {
	case len(several) > 0:
		return t.asksWhichMinutes(of, several)
	case m.Number == 0, !m.Open() && t.deskHere().Expect != nothing && !decision:
		return false, nil
	}
	return t.fixes(m, f)
}

// saysReviewed minutes that what is reported was reviewed, where no report waits for the sender's own word.
func (t *turn) saysReviewed(words string) (bool, error) {
	m, ok := workgroup.LastMeeting(t.b, t.today())
	if !ok || !m.Open() || t.edited || !reportsReviewed.MatchString(strings.TrimSpace(words)) || t.paperStep() != "" {
		return false, nil
	}
	_, err := t.College.NoteMeeting(t.b, m.Key(), workgroup.PointReports, words, t.person, t.now)
	return t.fixed(workgroup.Facts{"point": workgroup.PointReports, "nth": 0, "was": "", "now": words, "open": true}, err)
}
