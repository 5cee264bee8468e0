package understand

import (
	"slices"
	"strings"
	"unicode"

	"fangkong/bot/pattern"
)

var (
	// receipt is a clause that says no more than that something was heard, thanks or agrees.
	receipt = pattern.MustCompile(`(?i)^(?:嗯+|哦+|好(?:的|嘞|滴|哒|勒)?|行|中|可以|对|是的?|ok(?:ay)?|收到了?|已收到?|收悉|(?:都|我|我们|已经?)*(?:知道|明白|了解|晓得)(?:了|啦)?|已阅|已读|看到了|照办|遵照执行|` +
		`(?:非常|十分)?(?:谢谢|多谢|感谢)(?:您|你|老师|领导|大家)?|辛苦(?:了|您了|大家了)?|(?:[\p{Han}]{1,2})?(?:老师|主任|书记|处长|院长|部长|领导|各位)|received|noted|got it|roger|thanks?(?: you)?|understood|copied|will do)(?:哈|啊|呢|哦|吧)?$`)
	// promise is a clause that says that something will be done, or that a notice was handed on, and not what.
	promise = pattern.MustCompile(`^(?:我们?|本?单位|我院|我处|[会将已都]|已经|现在|正在|马上|立即|立刻|这就|尽快|抓紧|稍后|随后|[一等待]会儿?|晚点|去|来|再|按要求|全部)*(?:处理|落实|执行|照办|办理?|[上填]?报|填写|安排|部署|转发|转达|通知|传达|跟进)(?:到位|到各班|到人|下去|一下|一次)?(?:了|吧|的|好|中)?$`)
	// receiptFirst is the receipt that words open with.
	receiptFirst = pattern.MustCompile(`(?i)^\s*(?:嗯+|好的?|收到了?|明白了?|知道了|谢谢您?|ok(?:ay)?|received|noted|thanks)\s*[，,。.！!；;\s]\s*`)
)

// Nods tells whether words are a receipt, thanks or a promise to see to it, and say nothing of anybody (“收到，马上处理”).
func Nods(words string) bool {
	said := false
	for _, part := range clauses.FindAllString(strings.NewReplacer("、", "，", "～", "", "~", "").Replace(words), -1) {
		if part = strings.Trim(part, " 👌👍🙏✅🆗🫡"); part == "" {
			continue
		}
		if !receipt.MatchString(part) && !promise.MatchString(part) {
			return false
		}
		said = true
	}
	return said || strings.Trim(words, " 👌👍🙏✅🆗🫡") == ""
}

// Names tells whether words name somebody whom the case's own words name (“李明的父母正往学校赶” after “学生李明确诊”).
func (c Told) Names(words string) bool {
	runes := []rune(c.Words)
	for i := 0; i+1 < len(runes); i++ {
		if surnames[runes[i]] && nameBegins(runes[:i]) && unicode.Is(unicode.Han, runes[i+1]) {
			name := string(runes[i : i+2])
			if !unnamed[name] && !strings.ContainsRune(notGiven, runes[i+1]) && strings.Contains(words, name) {
				return true
			}
		}
	}
	return c.names(words)
}

// notGiven stand behind a family name and are no given name: 李某, 李老师, 李同学.
const notGiven = "某老同教主书处院部科校副"

// nameBegins tells whether a name may stand behind these words: at the beginning, behind a mark, or behind who or what somebody is.
func nameBegins(before []rune) bool {
	return len(before) == 0 || !unicode.Is(unicode.Han, before[len(before)-1]) || strings.ContainsRune("生学师工院系班处部友属叫是的和级员", before[len(before)-1])
}

var (
	// allClear is a clause that says that nothing is the matter any more with who was told of: no figure of a day.
	allClear = pattern.MustCompile(`(?i)^(?:[他她]|人|学生|孩子|同学|该生|现在|目前|已经|都)*(?:没(?:什么)?(?:大)?事(?:儿|情)?了|好了|没有?问题了|没大碍了?|无大碍了?|虚惊一场)$|^(?:he|she|the student)(?:'s| is)(?: all right| fine| ok(?:ay)?)(?: now| again)?$`)
	// calledOff is a clause that says that what was told was a mistake.
	calledOff = pattern.MustCompile(`(?i)^(?:是|是我|我|刚才|之前|前面|这个|这是|都是)*(?:误报|误会|虚惊一场|(?:搞|弄|报|看|说|听|认)错了?(?:人)?了?|不是紧急情况)(?:了|的)?$|^(?:it was )?(?:a )?(?:false alarm|mistake)$`)
)

// AllClear tells whether words say of somebody told of before that they are well, or that it was a mistake, and nothing else
// (“谢谢，人没事了”).
func AllClear(words string) bool { return only(words, allClear, calledOff) }

// CalledOff tells whether words say that what was told was a mistake, and nothing else but that all is well.
func CalledOff(words string) bool {
	return AllClear(words) && !only(words, allClear)
}

// only tells whether each clause is one of these, or a receipt, and at least one is no receipt.
func only(words string, these ...*pattern.Pattern) bool {
	said := false
	for _, part := range clauses.FindAllString(words, -1) {
		part = strings.TrimSpace(part)
		one := slices.ContainsFunc(these, func(p *pattern.Pattern) bool { return p.MatchString(part) })
		if !one && part != "" && !receipt.MatchString(part) {
			return false
		}
		said = said || one
	}
	return said
}

// mobile is a mobile number.
var mobile = pattern.MustCompile(`(?:^|[^0-9])1[3-9][0-9]{9}(?:[^0-9]|$)`)

// Reachable tells whether words give a telephone number: of somebody told of before, where a case is open.
func Reachable(words string) bool { return mobile.MatchString(strings.ReplaceAll(words, "-", "")) }
