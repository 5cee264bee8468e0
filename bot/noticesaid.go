package bot

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fangkong/bot/card"
	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// anewText is what a notice should say, said at once.
	anewText = pattern.MustCompile(`(?s)^\s*(?:请|把|将)*(?:第\s*[0-9０-９]+\s*号)?通知(?:第\s*[0-9０-９]+\s*号)?的?(?:内容|正文|文字)?(?:要|应该?|需要?)?(?:改成|改为|更正为|修改为|改版)(?:如下|以下)?\s*[：:]\s*(\S.{3,})$`)
	// timeMoved is that the time in a notice is another.
	timeMoved = pattern.MustCompile(`^\s*(?:请|把|将)?(?:通知)?(?:里面?|中)?的?(?:会议|开会|报送|上报)?时间(?:写错了|不对|错了|有误)?[，,]?(?:要|应该?|需要?)?(?:改成|改为|改到|改|更正为|换成|调整为|调整到|推迟到|提前到|是|为)\s*(\S.{1,16}?)[。]?$`)
	// publishes are the words of a draft's 「发布」.
	publishes = []string{"发布", "发布吧", "就发布", "确认发布", "可以发布", "发布通知", "现在发布", "立即发布", "publish", "publish it"}
	// dayBefore is a day before a time.
	dayBefore  = `(?:(?:今|明|后)[天日]|[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*[日号]|[本下]?周[一二三四五六日天])?\s*的?`
	dayAndTime = pattern.MustCompile(dayBefore + `(?:` + clerk.ClockIn.String() + `)`)
	// sharedWords are no words of one notice more than of another.
	sharedWords = pattern.MustCompile(`今[天晚日]|明[天晚日]|后天|通知|各?单位|学院|老师|学生|可以|我们|[吗呢么啊]`)
)

// whoHasNot asks who.
var whoHasNot = pattern.MustCompile(`谁|哪[些个位]|几个|多少|名单|(?i:\bwho\b)`)

// asksWhoRead asks, in words that are no notice, who has not read one.
func asksWhoRead(words string) bool {
	return utf8.RuneCountInString(words) <= 16 && unreads.MatchString(words) && whoHasNot.MatchString(words)
}

// saysOfNotice takes what the office says of its notices in words of their own: the text of a new version, another time, or 「发布」 of what it reads.
func (t *turn) saysOfNotice() (bool, error) {
	words := strings.TrimSpace(t.msg.Text)
	d, drafts := workgroup.NoticeDrafts.Get(t.b, string(t.person.ID))
	if drafts = drafts && d.Text != ""; drafts && slices.Contains(publishes, bareWord(words)) {
		return true, t.publishes(d)
	}
	if m := anewText.FindStringSubmatch(words); m != nil {
		n, ok := t.noticeNamed(ofNotice.FindStringSubmatch(words))
		if !ok {
			return true, workgroup.Refuse(workgroup.NoNotice, "words", "")
		}
		return true, t.writesVersion(n.Key(), m[1])
	}
	m := timeMoved.FindStringSubmatch(words)
	if m == nil {
		return false, nil
	}
	if drafts {
		if text, moved := movedTo(d.Text, m[1]); moved {
			return true, t.writesDraft(d, text)
		}
		return true, t.askWords(noticeText, "say/notice-ask-text")
	}
	n, ok := t.noticeNamed(nil)
	if !ok || t.now.Sub(n.Published) > lately {
		return false, nil
	}
	if text, moved := movedTo(n.Text, m[1]); moved {
		return true, t.writesVersion(n.Key(), text)
	}
	return true, t.renewNotice(n.Key())
}

// lately is how long ago a notice was published that is meant without being named.
const lately = 24 * time.Hour

// movedTo is a text with another time in the place of the only one that it says; of a time alone the day stays.
func movedTo(text, moment string) (string, bool) {
	times := clerk.ClockIn
	if at := dayAndTime.FindString(moment); at != moment && clerk.ClockIn.FindString(moment) != moment {
		return text, false
	} else if clerk.ClockIn.FindString(moment) != moment {
		times = dayAndTime
	}
	found := times.FindAllString(text, -1)
	if len(found) != 1 {
		return text, false
	}
	return strings.Replace(text, found[0], moment, 1), true
}

// writesVersion makes words the text of a new version of a notice, which is read back.
func (t *turn) writesVersion(key, words string) error {
	d, err := t.College.StartVersion(t.b, key, t.person, t.now)
	if err != nil {
		return err
	}
	return t.writesDraft(d, words)
}

// writesDraft gives a draft another text, and reads it back.
func (t *turn) writesDraft(d workgroup.NoticeDraft, words string) error {
	old := d.Text
	d.Text, d.From = words, workgroup.SourceKey(t.chat.ID, t.msg.ID)
	t.maybeCase(t.read(words, understand.Context{}))
	return t.drafted(t.asWritten(d, old).Keep(t.b, t.now))
}

// asksOfNotice passes on, in private, what somebody asks of a notice that they were to read: to whoever has published it.
func (t *turn) asksOfNotice(r understand.Reading) bool {
	if !t.firsthand() || !t.private() || t.person.Holds(workgroup.PackReaders...) || !t.wantsToKnow(r) {
		return false
	}
	shown := t.noticesShown()
	asked := t.owes(func(workgroup.Notice, workgroup.Receipt) bool { return true })
	at := slices.IndexFunc(asked, func(n workgroup.Notice) bool {
		if len(shown) > 0 {
			return n.Key() == shown[0].Object
		}
		return t.now.Sub(n.Published) <= lately && speaksOf(t.msg.Text, n.Text)
	})
	if at < 0 {
		return false
	}
	n := asked[at]
	by, ok := workgroup.People.Get(t.b, string(n.By))
	if !ok || by.ID == t.person.ID {
		return false
	}
	facts := workgroup.Facts{"no": n.ID, "text": card.FirstLine(n.Text), "name": t.person.Name, "phone": t.person.Phone, "words": excerpt(t.msg.Text), "by": by.Name, "reached": false}
	facts["reached"] = t.College.Tell(t.b, by, workgroup.Letter{Lane: "talk", Text: "say/notice-question", Facts: facts, Written: t.now})
	t.reply("say/notice-question-passed", facts)
	return true
}

// speaksOf tells whether words have something in common with a text that few others have.
func speaksOf(words, text string) bool {
	for _, part := range strings.FieldsFunc(sharedWords.ReplaceAllString(words, " "), func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
		for said := []rune(part); len(said) >= 2; said = said[1:] {
			if strings.Contains(sharedWords.ReplaceAllString(text, " "), string(said[:2])) {
				return true
			}
		}
	}
	return false
}
