package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// minutesNamed begins what is written for the minutes of a meeting that is called by its date, or by which of the date's it was (“昨天的纪要：
	// 主持人：…”, “第一次会议纪要 主持改为…”).
	minutesNamed = pattern.MustCompile(`(?s)^\s*(?:请|把|将)?(?:补正|更正|修改|改|补)?\s*(.{0,12}?)的?(?:第([一二三四五1-9])(?:次|场|份)的?)?(?:分析)?(?:研判)?(?:会议?)?的?(?:第([一二三四五1-9])(?:次|场|份)(?:研判)?(?:会议?)?的?)?(?:会议)?纪要(?:补正|更正|修改|改为|改成|里面?的?|中的?|上的?)?[：:，,\s]*(.+)$` +
		`|(?is)^\s*minutes(?: of (?:the )?(?:(first|second|third) meeting(?: of )?)?(.{0,20}?))?\s*[:,]\s*(.+)$`)
	// meetingNumbered is the same without the word: “第一次会议主持：…”.
	meetingNumbered = pattern.MustCompile(`(?s)^\s*(.{0,8}?)的?第([一二三四五1-9])(?:次|场)(?:分析)?(?:研判)?会议?的?[：:，,\s]*(.+)$`)
	// meetingAt is the same by the part of the day: “下午的会议主持：…”.
	meetingAt = pattern.MustCompile(`(?s)^\s*(?:今天)?(上午|下午|今晚|晚上)(?:的|那[次场个]的?)?(?:研判)?会议?的?(?:纪要)?[，,：:]?\s*((?:` + labels + `)[^，。\n]*(?:[：:]|改|应|加|补|漏|写|是|为).+)$`)
	// frameAdds adds somebody to a list of the frame, frameAnew and frameSet say what a part of it should be: “参会漏了一个人，加上朱思溪”, “主持改为许清朴”.
	frameAdds     = pattern.MustCompile(`^\s*(?:请|麻烦)?(?:把|在|将)?(?:会议)?(?:纪要|记录)?(?:里面?|中|上面?)?的?(参会|参加|出席|到会|缺席|请假|列席)(?:人员?|名单)?(?:里面?|中)?(?:还|少|漏)*(?:了|写|记)*(?:[一两1-9]个?人?)?(?:改一?下|更正一?下|有误|不对|不全)?[，,]?\s*(?:请|要|再)?(?:加上|加|补上|补充|补|写上|写一下|添上|还有|漏了|漏写了)\s*([\p{Han}、]{2,30}(?:[，,（(\s]+\p{Han}{2,12}[）)]?)?)$`)
	frameAddsLast = pattern.MustCompile(`^\s*(?:请|麻烦)?(?:会议)?(?:纪要|记录)?(?:里面?|中|上面?)?的?(参会|参加|出席|到会|缺席|请假|列席)(?:人员?|名单)?(?:里面?|中)?(?:还|又)?(?:少|漏|忘|没)(?:写|记)?了?(?:[一两1-9]个?人?[：:，,]?)?\s*([\p{Han}、]{2,30})[，,]\s*(?:请|帮我?|麻烦|要)?(?:加上|补上|加一下|补一下|加进去|添上|写上)$`)
	// frameMoves has somebody taken out of a list of the frame, and framePuts put into it: “把参会的朱思溪去掉”, “把许清朴加到参会里”.
	frameMoves = pattern.MustCompile(`^\s*(?:请|麻烦)?(?:把|将)?(?:会议)?(?:纪要|记录)?(?:里面?|中|上面?)?的?(参会|参加|出席|到会|缺席|请假|列席)(?:人员?|名单)?(?:里面?|中)?的?(?:把|将)?\s*([\p{Han}、]{2,20}?)(?:给我?)?(?:去掉|删掉|删去|删除|划掉|拿掉)(?:吧|了)?$`)
	frameOut   = pattern.MustCompile(`^\s*(?:请|麻烦)?(?:把|将)\s*([\p{Han}、]{2,20}?)从(?:会议)?(?:纪要|记录)?(?:里面?|中)?的?(参会|参加|出席|到会|缺席|请假|列席)(?:人员?|名单)?(?:里面?|中)?(?:去掉|删掉|删去|删除|划掉|拿掉)(?:吧|了)?$`)
	framePuts  = pattern.MustCompile(`^\s*(?:请|麻烦)?(?:把|将)\s*([\p{Han}、]{2,20}?)也?(?:加到|加进|加入|放到|写到|写进|补到|补进)(?:会议)?(?:纪要|记录)?(?:里面?|中)?的?(参会|参加|出席|到会|缺席|请假|列席)(?:人员?|名单)?(?:里面?|中|里去)?$`)
	frameAnew  = pattern.MustCompile(`^\s*(?:把|将)?(会议地点|主持人?|记录人?员?|参会人?员?|出席人?员?|缺席人?员?)(?:应该|应当|应)?(?:改为|改成|更正为|换成|换为|应为|应该?是)\s*[：:]?\s*`)
	frameSet   = pattern.MustCompile(`^\s*(?:请|麻烦)?(?:把|在)?(?:会议)?纪要(?:里面?|中|上面?)?的?(主持人?|记录人员?|地点)(?:要|请)?(?:写一下|写上|写成|写|补上|补|填上|填)\s*`)
	// frameWrong says that a part of it was wrong, and what it should be: “主持人写错了，应该是许清朴”.
	frameWrong = pattern.MustCompile(`^\s*(会议地点|地点|会议形式|形式|主持人?|记录人?员?|参会人?员?|参加人?员?|出席人?员?|缺席人?员?)(?:一栏)?(?:[写记弄搞打填说]错了?|不对|错了|有误|改一?下|改改|换了?)(?:了)?[，,。：:\s]*(?:应该?|应当)?(?:是|为|改为|改成|写)\s*`)
	// saidAnew is a head of the frame with what it should say, without a colon: “主持改为于思霖”.
	saidAnew = pattern.MustCompile(`^\s*(?:把|将)?(` + labels + `)\s*(?:应该|应当|应)?(?:改为|改成|更正为|换成|换为|为|是)\s*[：:]?\s*`)
)

// minutesWords are words for the minutes of a meeting: of which date, of which meeting of it, 0 where that is not said, and whether they call it by that.
type minutesWords struct {
	words  string
	date   workgroup.Date
	number int
	named  bool
}

// ofMinutes are the words that are written for the minutes of a meeting; words that name none are of today's.
func (t *turn) ofMinutes(text string) minutesWords {
	bare := minutesWords{words: text, date: t.today()}
	m := minutesNamed.FindStringSubmatch(text)
	date, number, words := "", "", ""
	if m != nil {
		date, number, words = m[1]+m[6], m[2]+m[3]+m[5], m[4]+m[7]
	} else if m = meetingNumbered.FindStringSubmatch(text); m != nil {
		date, number, words = m[1], m[2], m[3]
	} else if m = meetingAt.FindStringSubmatch(text); m != nil {
		return minutesWords{anew(m[2]), bare.date, t.heldAt(bare.date, m[1]), true}
	} else {
		bare.words = anew(text)
		return bare
	}
	on, err := t.dateIn(strings.TrimSuffix(strings.TrimSpace(date), "的"))
	if err != nil {
		return bare
	}
	return minutesWords{anew(saidAnew.ReplaceAllString(words, "$1：")), on, whichOf(number), true}
}

// anew are words for the frame of minutes as the line under its label that they stand for.
func anew(words string) string {
	said := strings.TrimRight(words, "。！! ")
	for _, adds := range []*pattern.Pattern{frameAddsLast, frameAdds} {
		if m := adds.FindStringSubmatch(said); m != nil {
			return m[1] + "：加" + excusedIn(m[2])
		}
	}
	if m := frameMoves.FindStringSubmatch(said); m != nil {
		return m[1] + "：去掉" + m[2]
	}
	if m := frameOut.FindStringSubmatch(said); m != nil {
		return m[2] + "：去掉" + m[1]
	}
	if m := framePuts.FindStringSubmatch(said); m != nil {
		return m[2] + "：加" + excusedIn(m[1])
	}
	return frameAnew.ReplaceAllString(frameSet.ReplaceAllString(frameWrong.ReplaceAllString(words, "$1："), "$1："), "$1：")
}

// heldAt is which of a date's meetings began at a part of the day, 0 where none or several did.
func (t *turn) heldAt(date workgroup.Date, part string) (number int) {
	for m := range workgroup.Meetings.Each(t.b, string(date)+"/") {
		hour := m.Opened.At.In(t.College.Zone).Hour()
		if is := hour < 12 && part == "上午" || hour >= 12 && hour < 18 && part == "下午" || hour >= 18 && strings.Contains(part, "晚"); !is {
			continue
		}
		if number > 0 {
			return 0
		}
		number = m.Number
	}
	return number
}

// whichOf is which of a date's meetings a word says, 0 for none.
func whichOf(word string) int {
	if i := slices.Index([]string{"", "first", "second", "third"}, strings.ToLower(word)); i >= 0 {
		return i
	}
	return clerk.SmallNumber(word)
}

// meetingMeant is the meeting that words are written for, none where there was none; where that is not said, and it is not plainly the one that goes on
// or has just ended, all of the date.
func (t *turn) meetingMeant(of minutesWords) (m workgroup.Meeting, several []workgroup.Meeting) {
	all := slices.Collect(workgroup.Meetings.Each(t.b, string(of.date)+"/"))
	if of.number > 0 {
		if i := slices.IndexFunc(all, func(one workgroup.Meeting) bool { return one.Number == of.number }); i >= 0 {
			return all[i], nil
		}
		return m, nil
	}
	if len(all) == 0 {
		return m, nil
	}
	m = all[len(all)-1]
	if len(all) > 1 && (of.named || !m.Open() && t.now.Sub(m.Closed.At) > patience) {
		return m, all
	}
	return m, nil
}

// asksWhichMinutes asks of which of a date's meetings the minutes are to be mended. Whatever sounds like a case is heard meanwhile.
func (t *turn) asksWhichMinutes(of minutesWords, several []workgroup.Meeting) (bool, error) {
	source := t.slip(slipMinutes, string(of.date), of.words)
	rows := slipRows("button/minutes-of", source, several, func(_ int, m workgroup.Meeting) (string, workgroup.Facts) {
		return "n" + strconv.Itoa(m.Number), card.MinutesButton(m).Facts
	})
	t.reply("say/minutes-mend-which", workgroup.Facts{"date": of.date, "n": len(several), "words": of.words}, rows...)
	return t.heardBeside()
}

// heardBeside has whatever sounds like a case in words for minutes heard all the same.
func (t *turn) heardBeside() (bool, error) {
	r := t.read(t.msg.Text, understand.Context{})
	if r.Urgent == understand.Yes {
		return false, nil
	}
	t.caseBeside()
	return true, nil
}

// refusesBeside refuses words for minutes. No meeting is needed for a case to be heard: words that may tell of one go on to where it is.
func (t *turn) refusesBeside(err error) (bool, error) {
	if t.read(t.msg.Text, understand.Context{}).Urgent == understand.No {
		return true, err
	}
	return false, t.keeping(err)
}

// mendsThose mends, with the words of a slip, the minutes of the meeting that was pressed.
func (t *turn) mendsThose(s workgroup.Slip, answer string) error {
	n, _ := strconv.Atoi(strings.TrimPrefix(answer, "n"))
	m, several := t.meetingMeant(minutesWords{date: workgroup.Date(s.Of), number: n})
	if m.Number == 0 || len(several) > 0 {
		return workgroup.Refuse(workgroup.Changed)
	}
	if f, ok := pointFixIn(s.Text); ok {
		_, err := t.fixes(m, f)
		return err
	}
	return t.mends(m, minutedIn(s.Text))
}

// mendsMinutes puts the minutes of a meeting that is over right: everybody who got them gets them anew. Whatever sounds like a case in it is heard
// all the same.
func (t *turn) mendsMinutes(m workgroup.Meeting, lines []minutedLine) (bool, error) {
	if err := t.mends(m, lines); err != nil {
		return true, t.keeping(err)
	}
	return t.heardBeside()
}

// mends writes the lines into the minutes, and says what they are now.
func (t *turn) mends(m workgroup.Meeting, lines []minutedLine) error {
	said, err := t.minutesAll(m, lines)
	if err == nil {
		t.reply("say/minutes-mended", said)
		t.saysWritten()
	}
	return err
}
