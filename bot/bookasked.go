package bot

import (
	"slices"
	"strings"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// topic is something that whoever oversees the college asks in their own words and that stands in the book: how it is asked, without its date,
// and what answers it; false: it was of something else after all.
type topic struct {
	asks *pattern.Pattern
	tell func(t *turn, date workgroup.Date, of string) (bool, error)
}

// topics are all of them. The first that a question is of answers it.
var topics []topic

func init() {
	// Filled here because a topic answers as a command does, and a command may turn out to be a question.
	topics = []topic{
		{pattern.MustCompile(`^(?:请问|有没有|都|单位|有)*(?:谁|哪些?(?:个|家|几家|几个)?(?:单位|学院|部门|处室)?|几家|几个(?:单位|学院)?|多少家?(?:单位|学院)?|单位|学院)?(?:是|有|报得?)?(?:迟报|逾时|报晚|晚报|报迟|报得?晚|迟到|超时|晚)(?:的|了|呢|吗|单位|有谁|有哪些|有几家)*$|^(?i:(?:who|which units) (?:was|were|is|are|reported|filed) (?:late|overdue))$`), (*turn).tellLate},
		{pattern.MustCompile(`^(?:请问)?(?:有)?(?:谁|哪些?(?:个|家|几家|几个)?(?:单位|学院|部门|处室)?|几家|几个(?:单位|学院)|多少家?(?:单位|学院)?)(?:单位)?(?:还)?(?:没有?|未)(?:报|交|填|上报|报送)(?:的|了|呢)*$|^(?i:who (?:did not|didn't) (?:report|file))$`), (*turn).tellLate},
		{pattern.MustCompile(`^.{0,6}(?:哪|几|多少|还有|逾期|没办|未办).{0,6}(?:议定事项|督办事项|议定的事|会上定的事?|会议决定).{0,10}$|^.{0,6}(?:议定事项|督办事项|议定的事|会上定的事?|会议决定).{0,4}(?:哪|几|多少|没|未|吗|怎么样|如何|办完|办结|落实|逾期).{0,10}$|^(?i:(?:which|how many) decisions? (?:are|is)(?: still)? (?:not done|open|overdue)|are (?:all|the) decisions done)$`), (*turn).tellDecisions},
		{pattern.MustCompile(`^(?:请问|现在|目前|还|一共|总共|有)*(?:几|多少|哪些|哪几)(?:个|起|件)?(?:的)?(?:紧急情况|紧急事件|急件|案子|紧急报告)(?:还)?(?:在办|没有?办结|没有?办完|没有?处理完?|未办结|没结|没完)?(?:的)?[了呢]?$|^(?:请问|现在|目前|还)*(?:紧急情况|紧急事件|急件|案子|紧急报告)(?:现在|目前|还)*(?:有)?(?:几|多少|哪些|哪几)(?:个|起|件)?(?:还)?(?:在办|没有?办结|没有?办完|没有?处理完?|未办结|没结|没完)?(?:的)?[了呢]?$|^(?i:(?:how many|which) (?:urgent )?cases are(?: still)? (?:open|running|not closed))$`), (*turn).tellCases},
		{pattern.MustCompile(`^(?:请问|还有|有)*(?:未读|没读|未阅|没阅|没看)(?:的)?(?:通知|文件)?(?:的)?(?:人)?(?:还|都)*(?:有|是)*(?:谁|哪些?.{0,3}|几.{0,3}|多少.{0,3})[了呢]?$|^(?:请问|通知|文件|还有|有)*(?:谁|哪些?(?:人|单位)?|几个人?|多少人)(?:还)?(?:没有?|未)(?:读|阅|看)(?:过)?(?:通知|文件)?(?:的)?[了呢]?$|^通知(?:大家|各单位)?(?:都)?(?:看|阅|读)(?:完|齐|过|到)?了(?:吗|没有?)$|^(?i:who (?:has|have) not read (?:the|a) notices?|which notices are unread)$`), (*turn).tellUnread},
		{pattern.MustCompile(`^(?:请问)?(?:(?:上报的?|情况)?报告|上报件|上报稿|上报信息|报上级的?(?:报告|材料))(?:都|已经?)?(?:发|报|送|上报|报送)(?:出去|上去|给?(?:市里|省里|上级|指挥部|上面))?了?(?:吗|没有?|没)$|^(?:都|已经?)?(?:发|报|送|上报|报送)(?:出去|上去|给(?:市里|省里|上级|指挥部|上面))了?(?:吗|没有?|没)$|^(?i:(?:has|have|is|was) (?:the|today's) report(?: been)? (?:sent|gone out|out)(?: yet)?)$`), (*turn).tellSent},
		{pattern.MustCompile(`^(?:请问|全校|全院|学校|我校|学院里?|现在|目前|截至目前|到现在)*(.{2,20}?)(?:的)?(?:现在|目前|一共|总共|共|还|人数)*(?:有|是)?(?:多少|几)(?:个|人|名|例|位|个人)*[了呢啊]?$`), (*turn).tellFigure},
		{pattern.MustCompile(`^(?:请问|全校|全院|学校|我校|学院里?|现在|目前|截至目前|到现在|还|一共|总共|有)*(?:多少|几)(?:个|名|例|位)?(?:人)?(?:在)?(.{2,20}?)(?:的)?[了呢啊]?$`), (*turn).tellFigure},
		{pattern.MustCompile(`^(?i:how many (?:people |of us )?(?:are |have |is |were |had )?(?:in |a |under )?(.{3,40}?)(?: are there| do we have| are in it)?)$`), (*turn).tellFigure},
	}
}

// dayNamed is the day that a question names, wherever it stands.
var dayNamed = pattern.MustCompile(`(?:截至|到)?(今天|今日|昨天|昨日|前天|[0-9]{1,2}月[0-9]{1,2}[日号]?)的?|(?i:\b(?:on )?(today|yesterday)\b)`)

// asksBook answers, in private and with what stands in the book, what whoever oversees the college asks in their own words.
func (t *turn) asksBook() (bool, error) {
	word := strings.TrimRight(bareWord(people.Narrow(t.msg.Text)), "?？ 啊呀")
	if len(word) > 120 || !t.addressed() || !t.person.Holds(workgroup.Overseers...) {
		return false, nil
	}
	date := t.today()
	if m := dayNamed.FindStringSubmatch(word); m != nil {
		said, err := t.dateIn(m[1] + m[2])
		if err != nil {
			return false, nil // of another day than there is
		}
		date, word = said, strings.TrimSpace(strings.Replace(word, m[0], "", 1))
	}
	for _, one := range topics {
		m := one.asks.FindStringSubmatch(word)
		if m == nil {
			continue
		}
		there, open := t.inPrivate()
		if !open {
			t.reply("say/ask-in-private", workgroup.Facts{"bot": t.Username, "word": "/summary", "open": false})
			return true, nil
		}
		if done, err := one.tell(there, date, strings.Join(m[1:], "")); done || err != nil {
			return done, err
		}
	}
	return false, nil
}

// inPrivate is the sender's turn in their private chat; false: they cannot be answered there.
func (t *turn) inPrivate() (*turn, bool) {
	there := *t
	there.chat = models.Chat{ID: t.privateChat(), Type: models.ChatTypePrivate}
	return &there, there.chat.ID != 0
}

// tellLate tells who was late on a date, and who has not reported.
func (t *turn) tellLate(date workgroup.Date, _ string) (bool, error) {
	round, err := t.round(date)
	if err != nil {
		return true, workgroup.Refuse(workgroup.NoSummary, "date", date)
	}
	tally := t.College.Count(t.b, round)
	late := []workgroup.Facts{}
	for _, mark := range []workgroup.Mark{workgroup.Late, workgroup.Makeup, workgroup.Overdue} {
		for _, l := range tally.Lines {
			if l.State == workgroup.Filed && l.Standing.Mark == mark {
				late = append(late, workgroup.Facts{"unit": l.Unit.Named(), "mark": mark, "at": t.Clock(l.Standing.Filed), "reason": l.Standing.Reason})
			}
		}
	}
	facts := t.missingOn(round)
	facts["late"], facts["at"], facts["today"] = late, t.Clock(t.now), date == t.today()
	t.reply("say/late-asked", facts)
	return true, nil
}

func (t *turn) tellDecisions(workgroup.Date, string) (bool, error) {
	return true, t.decisionsCommand("")
}

func (t *turn) tellCases(workgroup.Date, string) (bool, error) { return true, t.caseCommand("") }

func (t *turn) tellUnread(workgroup.Date, string) (bool, error) { return true, t.unreadCommand("") }

// tellSent tells how far the reports to the authorities have come: by their cards to whoever has a part in them, as a list to everybody else.
func (t *turn) tellSent(date workgroup.Date, _ string) (bool, error) {
	if date == t.today() && t.readsPapers() {
		t.showPapers()
		return true, nil
	}
	return true, t.archiveCommand(string(date))
}

// figuresMost is how many figures one answer has.
const figuresMost = 6

// tellFigure tells what a date's reports say of something that people are counted by, with how many units have told it.
func (t *turn) tellFigure(date workgroup.Date, of string) (bool, error) {
	r := t.reader().Read(of+"3人", understand.Context{Date: string(date)})
	if t.language() == workgroup.English {
		r = t.reader().Read("3 "+of, understand.Context{Date: string(date)})
	}
	round, err := t.round(date)
	keys := t.figuresOf(date, r)
	if len(keys) == 0 || err != nil {
		return false, nil
	}
	unit := workgroup.UnitID(r.Unit)
	tally := t.College.Count(t.b, round)
	form, lines := t.College.FormOn(date), []workgroup.Facts{}
	for _, k := range keys {
		if base, _, _ := k.Parts(); unit != "" && card.Delicate(base) {
			continue // a unit and such a figure name a person
		}
		total, due := t.College.FigureOf(t.b, tally, k, unit)
		if due == 0 {
			continue
		}
		one := workgroup.LabelFacts(form, k)
		one["n"], one["covered"], one["due"], one["compare"], one["change"] = total.Sum, total.Covered, due, total.Known > 0, total.Change
		lines = append(lines, one)
	}
	if len(lines) == 0 {
		return false, nil
	}
	t.reply("say/figure-asked", workgroup.Facts{"date": date, "today": date == t.today(), "at": t.Clock(t.now), "unit": t.unitName(unit), "whole": unit == "", "lines": lines})
	return true, nil
}

// figuresOf are the figures of a date's form that words count people by: what is asked first and, where it was not asked for by itself, what it is
// made of.
func (t *turn) figuresOf(date workgroup.Date, r understand.Reading) (keys []workgroup.Key) {
	form := t.College.FormOn(date)
	for _, said := range sorted(r.Fields) {
		base, measure, group := t.fit(form, workgroup.Unit{}, workgroup.Key(said)).Parts()
		bases := []string{base}
		if base == "quarantine" {
			bases = []string{"home_quarantine", "central_quarantine"} // of which kind was not said
		}
		for _, item := range form.Items {
			of, _, _ := item.Key.Parts()
			if !slices.Contains(bases, of) {
				continue
			}
			asked := workgroup.K(of, measure, "")
			if !slices.Contains(item.Details, asked) {
				keys = append(keys, item.Key.Of(group))
				continue
			}
			keys = append(keys, asked.Of(group))
		}
	}
	return keys[:min(len(keys), figuresMost)]
}
