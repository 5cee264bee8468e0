package bot

import (
	"slices"
	"strings"
	"time"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// topic is something that whoever oversees the college asks in their own words and that stands in the book: how it is asked, without its date,
// and what answers it; false: it was of something else after all.
type topic struct {
	asks *pattern.Pattern
	tell func(t *turn, q bookQuestion) (bool, error)
}

// bookQuestion is what was asked: of which date, as it stood when, and of what.
type bookQuestion struct {
	date workgroup.Date
	at   time.Time // zero: as it stands
	of   string
}

// book is the book as the question means it.
func (t *turn) book(q bookQuestion) workgroup.Book {
	if q.at.IsZero() {
		return t.b
	}
	return workgroup.AsSaid(t.b, q.at)
}

// asOf is the time of day that an answer is of, “” for a day that is over.
func (t *turn) asOf(q bookQuestion) string {
	switch {
	case !q.at.IsZero():
		return t.Clock(q.at)
	case q.date == t.today():
		return t.Clock(t.now)
	}
	return ""
}

// topics are all of them. The first that a question is of answers it.
var topics []topic

func init() {
	// Filled here because a topic answers as a command does, and a command may turn out to be a question.
	topics = slices.Concat(topicsOfUnits(), []topic{
		{pattern.MustCompile(`^(?:请问|问一下|给我|发我|查一?下|我要|想要|一下)*(.{2,20}?)的?(?:(?:是|由)?(?:谁|哪位)(?:是)?(?:负责|管|负责人)|(?:负责人|联系人|负责的)(?:都)?(?:是|有|叫)*(?:谁|哪些?[个位]?人?|哪几[个位]|什么(?:名字)?|的?(?:电话|手机|号码|联系方式)(?:号码?)?(?:是|多少)*)|该?(?:找|联系)(?:谁|哪位)|(?:联系)?(?:电话|方式)(?:是|多少)*)(?:呢|啊)?$|^(?i:who (?:heads|speaks for|is responsible for|is the head of) (?:the )?(.{3,40}?)|(?:the )?(?:phone|number) of (?:the )?(.{3,40}?))$`), (*turn).tellSpeakers},
		{pattern.MustCompile(`^(?:请问|有没有|都|单位|有)*(?:谁|哪些?(?:个|家|几家|几个)?(?:单位|学院|部门|处室)?|几家|几个(?:单位|学院)?|多少家?(?:单位|学院)?|单位|学院)?(?:是|有|报得?)?(?:迟报|逾时|报晚|晚报|报迟|报得?晚|迟到|超时|晚)(?:的|了|呢|吗|单位|有谁|有哪些|有几家)*$|^(?i:(?:who|which units) (?:was|were|is|are|reported|filed) (?:late|overdue))$`), (*turn).tellLate},
		{pattern.MustCompile(`^(?:请问)?(?:有)?(?:谁|哪些?(?:个|家|几家|几个)?(?:单位|学院|部门|处室)?|几家|几个(?:单位|学院)|多少家?(?:单位|学院)?)(?:单位)?(?:还)?(?:没有?|未)(?:报|交|填|上报|报送)(?:的|了|呢)*$|^(?i:who (?:did not|didn't) (?:report|file))$`), (*turn).tellLate},
		{pattern.MustCompile(`^.{0,6}(?:哪|几|多少|还有|逾期|没办|未办).{0,6}(?:议定事项|督办事项|议定的事|会上定的事?|会议决定).{0,10}$|^.{0,6}(?:议定事项|督办事项|议定的事|会上定的事?|会议决定).{0,4}(?:哪|几|多少|没|未|吗|怎么样|如何|办完|办结|落实|逾期).{0,10}$|^(?i:(?:which|how many) decisions? (?:are|is)(?: still)? (?:not done|open|overdue)|are (?:all|the) decisions done)$`), (*turn).tellDecisions},
		{pattern.MustCompile(`^(?:请问|现在|目前|还|一共|总共|有)*(?:几|多少|哪些|哪几)(?:个|起|件)?(?:的)?(?:紧急情况|紧急事件|急件|案子|紧急报告)(?:还)?(?:在办|没有?办结|没有?办完|没有?处理完?|未办结|没结|没完)?(?:的)?[了呢]?$|^(?:请问|现在|目前|还)*(?:紧急情况|紧急事件|急件|案子|紧急报告)(?:现在|目前|还)*(?:有)?(?:几|多少|哪些|哪几)(?:个|起|件)?(?:还)?(?:在办|没有?办结|没有?办完|没有?处理完?|未办结|没结|没完)?(?:的)?[了呢]?$|^(?i:(?:how many|which) (?:urgent )?cases are(?: still)? (?:open|running|not closed))$`), (*turn).tellCases},
		{pattern.MustCompile(`^(?:请问|还有|有)*(?:未读|没读|未阅|没阅|没看)(?:的)?(?:通知|文件)?(?:的)?(?:人)?(?:还|都)*(?:有|是)*(?:谁|哪些?.{0,3}|几.{0,3}|多少.{0,3})[了呢]?$|^(?:请问|通知|文件|还有|有)*(?:谁|哪些?(?:人|单位)?|几个人?|多少人)(?:还)?(?:没有?|未)(?:读|阅|看)(?:过)?(?:通知|文件)?(?:的)?[了呢]?$|^通知(?:大家|各单位)?(?:都)?(?:看|阅|读)(?:完|齐|过|到)?了(?:吗|没有?)$|^(?i:who (?:has|have) not read (?:the|a) notices?|which notices are unread)$`), (*turn).tellUnread},
		{pattern.MustCompile(`^(?:请问)?(?:(?:上报的?|情况|更正)?报告|上报件|上报稿|上报信息|更正件|报上级的?(?:报告|材料))(?:都|已经?)?(?:发|报|送|上报|报送)(?:出去|上去|给?(?:市里|省里|上级|指挥部|上面))?了?(?:吗|没有?|没)$|^(?:都|已经?)?(?:发|报|送|上报|报送)(?:出去|上去|给(?:市里|省里|上级|指挥部|上面))了?(?:吗|没有?|没)$|^(?i:(?:has|have|is|was) (?:the|today's) report(?: been)? (?:sent|gone out|out)(?: yet)?)$`), (*turn).tellSent},
		{noteAsks, (*turn).tellNotes},
		{whyChanged, (*turn).tellOverrides},
		{howMuchMore, (*turn).tellCompared},
		{pattern.MustCompile(`^(?:请问|全校|全院|学校|我校|学院里?|现在|目前|截至目前|到现在)*(.{2,20}?)(?:的)?(?:现在|目前|一共|总共|共|还|人数)*(?:有|是)?(?:多少|几)(?:个|人|名|例|位|个人)*[了呢啊]?$`), (*turn).tellFigure},
		{pattern.MustCompile(`^(?:请问|全校|全院|学校|我校|学院里?|现在|目前|截至目前|到现在|还|一共|总共|有)*(?:多少|几)(?:个|名|例|位)?(?:人)?(?:在)?(.{2,20}?)(?:的)?[了呢啊]?$`), (*turn).tellFigure},
		{pattern.MustCompile(`^(.{0,20}?(?:新增|增加|解除)(?:隔离|观察)?)(?:了|的|人数|是|有)*(?:几|多少)(?:个|人|例|名|位)*[了呢啊]?$`), (*turn).tellFlows},
		{pattern.MustCompile(`^(.{2,12}?)(?:现在|目前|还|有)*(?:多少|几)(?:个|名|例|位)?(?:人|学生|老师)?(?:在)?(.{2,12}?)(?:的|了|呢)*$`), (*turn).tellFigure},
		{pattern.MustCompile(`^(?:请问|现在|目前|学校|全校|还)*(?:有没有|有无)(?:人)?(.{2,10}?)(?:的|人员|病例)*$`), (*turn).tellFigure},
		{pattern.MustCompile(`^(?:现在|目前|今天|又|还|学校|全校)*有(?:人|谁)?(.{2,8}?)(?:的|人)?(?:没有?|吗|么)$`), (*turn).tellFigure},
		{pattern.MustCompile(`^(?:现在|今天|又|还|有没有|有)*(?:新增|增加)(?:的|了)?(?:没有?|吗|么|几.{0,2}|多少.?)$`), (*turn).tellDay},
		{pattern.MustCompile(`^(?:没有?|未|待)确认的?(?:有|是|还有)*(?:谁|几.{0,3}|哪.{0,4}|多少.{0,3})$|^(?:谁|几.{0,2}|哪.{0,4})(?:还)?(?:没有?|未|待)确认(?:的|了)?$`), (*turn).tellMissing},
		{pattern.MustCompile(`^(?i:how many (?:people |of us )?(?:are |have |is |were |had )?(?:in |a |under )?(.{3,40}?)(?: are there| do we have| are in it)?)$`), (*turn).tellFigure},
	}, topicsInShort())
}

// dayNamed is the day that a question names, wherever it stands.
var dayNamed = pattern.MustCompile(`(?:截至|到)?(今天|今日|昨天|昨日|大前天|前天|[0-9]{1,2}月[0-9]{1,2}[日号]?)的?|(?i:\b(?:on )?(today|yesterday)\b)`)

// clockNamed is the time of day as of which a question is asked.
var clockNamed = pattern.MustCompile(`(?i:\b(?:at )?([0-9]{1,2}(?::[0-9]{2})? ?[ap]m)\b)|(?i:\bat )?(?:截至|截止到?|到|在)?(凌晨|早上|上午|中午|下午|晚上)?((?:[0-9]{1,2}|十[一二]?|[一二两三四五六七八九])(?:点|:)(?:[0-9]{1,2}分?|零[一二三四五六七八九]分?|[二三四五]?十[一二三四五六七八九]?分?|半|一刻|三刻|钟|整)?)(?:的?时候|那会儿?|那时候?|左右|为止|时)?的?[，,]?`)

// asksBook answers, in private and with what stands in the book, what whoever oversees the college asks in their own words; of the office and the
// leading group also what they ask the group.
func (t *turn) asksBook() (bool, error) {
	word := strings.TrimRight(bareWord(people.Narrow(t.msg.Text)), "?？ 啊呀")
	if len(word) > 120 || !t.person.Holds(workgroup.Overseers...) || !t.addressed() && !t.person.Holds(workgroup.PaperReaders...) {
		return false, nil
	}
	if done, err := t.stretchAsked(word); done || err != nil {
		return done, err
	}
	q, rest, ok := t.whenAsked(word)
	if !ok {
		return false, nil // of another day than there is
	}
	for _, one := range topics {
		m := one.asks.FindStringSubmatch(rest)
		if m == nil {
			continue
		}
		if !q.at.IsZero() && q.at.After(t.now) {
			return true, workgroup.Refuse(workgroup.AsOfWhen, "words", word, "why", "future")
		}
		there, open := t.inPrivate()
		if !open && !t.addressed() {
			return false, nil // said to colleagues: it costs the group nothing only in private
		}
		if !open {
			t.reply("say/ask-in-private", workgroup.Facts{"bot": t.Username, "word": "/summary", "open": false})
			return true, nil
		}
		q.of = strings.Join(m[1:], "")
		if done, err := one.tell(there, q); done || err != nil {
			return done, err
		}
	}
	return false, nil
}

// whenAsked takes the day and the time of day out of a question; false: it names a day that there is not.
func (t *turn) whenAsked(word string) (q bookQuestion, rest string, ok bool) {
	q.date = t.today()
	if date, rest, ok := t.weekdayIn(word); ok {
		q.date, word = date, rest
	} else if m := dayNamed.FindStringSubmatch(word); m != nil {
		said, err := t.dateIn(m[1] + m[2])
		if err != nil {
			return q, word, false
		}
		q.date, word = said, strings.TrimSpace(strings.Replace(word, m[0], "", 1))
	} else if date, rest, ok := t.dayOfMonth(word); ok {
		q.date, word = date, rest
	}
	m := clockNamed.FindStringSubmatch(word)
	if m == nil {
		return q, word, true
	}
	// A bare hour of the morning is one of the working day: nothing is reported at half past two at night.
	day := q.date.In(t.College.Zone)
	english, part, clock := m[1], m[2], m[3]
	at, ok := understand.Moment(english+part+clock, day.Add(24*time.Hour-time.Minute))
	if !ok {
		return q, word, true
	}
	if hour := at.Hour(); english+part == "" && hour >= 1 && hour <= 6 && clock[0] != '0' {
		at = at.Add(12 * time.Hour)
	}
	q.at = at.Truncate(time.Minute).Add(time.Minute - 1)
	return q, strings.Trim(strings.Replace(word, m[0], "", 1), " ，,"), true
}

// tallied is the date of a question as it stands in the book that the question means, and that book. It refuses where nobody had been asked by then.
func (t *turn) tallied(q bookQuestion) (workgroup.Tally, workgroup.Book, error) {
	round, err := t.roundSummed(q.date)
	if err != nil {
		return workgroup.Tally{}, nil, err
	}
	book := t.book(q)
	round, opened := workgroup.Rounds.Get(book, round.Key())
	if !opened {
		return workgroup.Tally{}, nil, workgroup.Refuse(workgroup.AsOfWhen, "words", t.asOf(q), "why", "early")
	}
	return t.College.Count(book, round), book, nil
}

// inPrivate is the sender's turn in their private chat; false: they cannot be answered there.
func (t *turn) inPrivate() (*turn, bool) {
	there := *t
	there.chat = models.Chat{ID: t.privateChat(), Type: models.ChatTypePrivate}
	return &there, there.chat.ID != 0
}

// tellLate tells who was late on a date, and who has not reported.
func (t *turn) tellLate(q bookQuestion) (bool, error) {
	round, err := t.round(q.date)
	if err != nil {
		return true, workgroup.Refuse(workgroup.NoSummary, "date", q.date)
	}
	tally := t.College.Count(t.book(q), round)
	late := []workgroup.Facts{}
	for _, mark := range []workgroup.Mark{workgroup.Late, workgroup.Makeup, workgroup.Overdue} {
		for _, l := range tally.Lines {
			if l.State == workgroup.Filed && l.Standing.Mark == mark {
				late = append(late, workgroup.Facts{"unit": l.Unit.Named(), "mark": mark, "at": t.Clock(l.Standing.Filed), "reason": l.Standing.Reason})
			}
		}
	}
	facts := missingIn(tally)
	facts["late"], facts["at"] = late, t.asOf(q)
	t.reply("say/late-asked", facts)
	return true, nil
}

// tellDecisions lists what is not done; where all is, what was decided last.
func (t *turn) tellDecisions(q bookQuestion) (bool, error) {
	if len(workgroup.StandingDecisions(t.b)) == 0 && t.unrecorded() == 0 {
		return t.tellDecided(q)
	}
	return true, t.decisionsCommand("")
}

func (t *turn) tellCases(bookQuestion) (bool, error) { return true, t.caseCommand("") }

func (t *turn) tellUnread(bookQuestion) (bool, error) { return true, t.unreadCommand("") }

// tellSent tells how far the reports to the authorities have come: by their cards to whoever has a part in them, as a list to everybody else.
func (t *turn) tellSent(q bookQuestion) (bool, error) {
	t.tellPapers(q.date)
	return true, nil
}
