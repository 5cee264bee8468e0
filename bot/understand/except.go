package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// Who is excepted from what is said of all the others: 除3人请假外全部到岗, 除1901班外均正常.

// excepted parts what is said of all the others from those who are excepted: 除3人请假外全部到岗.
func excepted(toks []token, t *text) []token {
	except := false
	for i := 0; i+1 < len(toks); i++ {
		if w := toks[i]; except && w.class == cText && strings.ContainsRune("外以之", t.runes[w.from]) {
			for j := i - 1; j > 0 && (toks[j].class == cUnit || toks[j].class == cList || toks[j].class == cAnd); j-- {
				toks[j].class, toks[j].key = cText, "" // 除机电外，各院都零报告: the unit excepted is not the one that speaks
			}
		}
		switch w := toks[i]; {
		case parts[w.class]:
			except = false
		case w.class == cText && t.begins(w, '除'):
			except = true
		case except && w.class == cText && t.runes[w.to-1] == '外' && !parts[toks[i+1].class]:
			toks, except = slices.Insert(toks, i+1, token{class: cComma, from: w.to, to: w.to}), false
			i++
		}
	}
	return toks
}

// someExcepted reports that the phrase before phrase i excepts some from what it says: 全处25人，除1人在郑州外，均在鹤.
func (m *message) someExcepted(i int) bool {
	return i > 0 && m.phrases[i-1].sentence == m.phrases[i].sentence && slices.ContainsFunc(m.phrases[i-1].toks, func(t token) bool { return t.class == cText && m.text.begins(t, '除') })
}

// leavesOut reports that some are excepted of whom nothing else is told: all is not well yet.
func (m *message) leavesOut() bool {
	if m.has(cLeave) || slices.ContainsFunc(m.said, func(s mention) bool { return s.base != "headcount_reported" }) {
		return false
	}
	return m.anywhere(excepts)
}

// excepts leaves some out of what is said of the others, and does not say what they have: 除1901班外均正常.
var excepts = pattern.MustCompile(`除了?(?:[^，。；：]{0,6}(?:[0-9]{1,4}|[一二两三四五六七八九十]|个别|部分)[个名位]?(?:班|人|同学|学生|老师|教师|职工|教研室|专业|宿舍)|[一-龥](?:老师|同学|师傅|某))[^，。；：]{0,4}[外，]|除了?[^，。；：0-9]{2,16}(?:外|以外|之外)，?(?:其他|其余|剩下|别的|各|均|全|都|所有|一律)`)
