package understand

import (
	"strconv"
	"strings"

	"fangkong/bot/pattern"
)

// What a prompt says beside its question: the choices that it numbers, the day that it is for, and yesterday's figure.

var (
	choices   = pattern.MustCompile(`([1-9])[ 、.：）=为是即选表示代表-]*(零报告|无情况|没有情况|无异常|正常|一切正常|平安)`)
	isZero    = pattern.MustCompile(`(?:是否零报告|零报告吗)[^0-9]*([1-9])[ 、.：）=为]*是`)
	dayAsked  = pattern.MustCompile(`([0-9]{1,2})月([0-9]{1,2})[日号]`)
	yesterday = pattern.MustCompile(`[（(【\[][^）)】\]]*昨[日天]?(?:为|是|报|现有)?[：: ]*([0-9]+)[人名个例位]?[）)】\]]`)
	onlySome  = pattern.MustCompile(`(?:就|只|还|仅|另)(?:差|剩|有|缺)(?:下|了)?([0-9一二两俩三仨四五六七八九十]+)`)
)

// chosen reports that the message is the number of the choice in its prompt that says that there is nothing: 1, asked 1 零报告 2 有情况要报.
func (m *message) chosen() bool {
	if m.before == nil {
		return false
	}
	before := string(normalise(m.ctx.Before).runes)
	no := choices.FindStringSubmatch(before)
	if no == nil {
		no = isZero.FindStringSubmatch(before) // 今日是否零报告？回复1为是，2为否
	}
	return no != nil && strings.Trim(m.plain, "。！. ") == no[1]
}

// otherDay doubts a day that is not the one that the prompt asks for.
func (m *message) otherDay() {
	if m.DateRef == "" || !m.before.question {
		return
	}
	asked := dayAsked.FindStringSubmatch(m.ctx.Before)
	if asked == nil {
		return
	}
	month, _ := strconv.Atoi(asked[1])
	day, _ := strconv.Atoi(asked[2])
	if of := dayOf(0, month, day, m.ctx.Date); of != "" && of != m.DateRef {
		m.doubt(DateMismatch, "", m.DateRef)
	}
}

// askedAgain gives the only item that is asked for the figure that the question says it had yesterday: 跟昨天一样, asked 居家隔离现有几人？（昨日6人）
func (m *message) askedAgain() bool {
	had := yesterday.FindStringSubmatch(m.ctx.Before)
	if had == nil || len(m.before.asked) != 1 || !m.Doubtful(SameAsBefore) {
		return false
	}
	v, _ := strconv.Atoi(had[1])
	m.settled(SameAsBefore)
	m.restate(m.before.asked[0], v)
	return true
}

// onlyAnswer takes the one number of an answer for the item that is asked: 就差俩没信号的, asked 未联系上的还有几人？
func (m *message) onlyAnswer() bool {
	if !m.before.question || len(m.before.asked) != 1 || len(m.claims)+len(m.Fields)+len(m.Unknown) > 0 {
		return false
	}
	some := onlySome.FindStringSubmatch(m.plain)
	if some == nil {
		return false
	}
	n := scanNumber([]rune(some[1]))
	if n.length != len([]rune(some[1])) || n.approx {
		return false
	}
	m.restate(m.before.asked[0], n.value)
	return true
}
