package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// Of another day than it is asked of nothing is told: a day of the month is read, a week is told as one, and of any other stretch of time it is said that it
// cannot be told.

var (
	// ofMonth is a day of this month or the last, “31号”.
	ofMonth = pattern.MustCompile(`(?:截至|到)?((?:[0-9]{1,2}|[二三]?十?[一二三四五六七八九十])[日号])的?`)
	// numberedElse follows the number of something else.
	numberedElse = pattern.MustCompile(`^\s*(?:[楼宿食公门院区车线床厅库机文件]|报告|上报件|通知|议定|决定)`)
	// stretch is a time that no figures are told of.
	stretch = pattern.MustCompile(`最近|近来|近期|[这那]几天|[这那]两天|前几天|前两天|大后天|明天|明日|后天|下个?(?:周|星期|礼拜|月)[一二三四五六日天]?|(?:最?近|过去|前)[0-9一二三四五六七八九十两]+(?:天|日|周|个月)|上个?月|[本这]个?月|月初|月底|[上中下]旬|年前|节前|春节|除夕|(?i:\b(?:lately|recently|tomorrow|last month|this month|next week)\b)`)
	// undated are things that are asked of no day.
	undated = pattern.MustCompile(`议定|决定|紧急|案子|急件|通知|未读|负责|联系|电话|定了|开会|会议|值班|报告|上报[件稿]`)
)

// dayOfMonth is the day of the month that words name, the last there was, and the words without it. What is numbered otherwise (3号楼) is none.
func (t *turn) dayOfMonth(words string) (date workgroup.Date, rest string, ok bool) {
	m := ofMonth.FindStringSubmatch(words)
	if m == nil {
		return "", words, false
	}
	if numberedElse.MatchString(words[strings.Index(words, m[1])+len(m[1]):]) {
		return "", words, false
	}
	when, read := understand.ReadWhen(m[1], t.now)
	if !read || when.Day.IsZero() {
		return "", words, false
	}
	return workgroup.DateOf(when.Day), strings.TrimSpace(strings.Replace(words, m[0], "", 1)), true
}

// stretchAsked tells of a stretch of time that a question names: a week's figures day by day; of any other that they cannot be told. Not done: it names none.
func (t *turn) stretchAsked(word string) (done bool, err error) {
	if undated.MatchString(word) {
		return false, nil
	}
	last, rest, week := t.weekIn(word)
	named := stretch.FindString(word)
	if _, _, day := t.weekdayIn(word); day && named == "" || !week && named == "" {
		return false, nil
	}
	if named != "" {
		rest = strings.Replace(word, named, "", 1)
	}
	if rest = strings.TrimLeft(rest, "的，, "); !asksTopic(rest) {
		return false, nil
	}
	there, open := t.inPrivate()
	switch {
	case !open:
		return false, nil
	case named != "":
		return true, workgroup.Refuse(workgroup.NotADate, "words", named, "ahead", false)
	}
	unit, _, _ := t.unitBefore(rest)
	return true, there.weekSummary(scope{date: last, week: true, unit: unit.ID})
}

// asksTopic tells whether words, without their day, are a question that the book answers.
func asksTopic(words string) bool {
	for _, one := range topics {
		if one.asks.MatchString(words) {
			return true
		}
	}
	return false
}
