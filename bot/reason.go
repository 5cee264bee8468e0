package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// unfit is why words that came where a reason is asked for are none.
type unfit string

const (
	mayBeReason unfit = ""
	asksItself  unfit = "question" // its writer wants to know something
	protests    unfit = "protest"  // nothing was late
	hollow      unfit = "empty"    // a yes or no, thanks, a number, a word that does something at any time
)

var (
	// notLate is that something was not late at all, and nothing more.
	notLate = pattern.MustCompile(`^(?:但|可|其实|明明)?是?(?:我|我们|我[院处部]|俺们?|俺院|咱们?|本单位)?(?:这边|今天|昨天|明明|根本|并|可|真的?|都|就)*(?:(?:没有?|未|不是|不算|哪有|不应?该?算?)(?:算)?(?:迟报|逾时|超时|迟到|晚报|报晚|报迟|晚|迟|漏报|未报)|(?:是)?(?:按时|准时|及时)报(?:送)?的?|(?:早就|早|已经?)(?:就)?(?:报|发|交|填)(?:送|过|完|好)*)(?:了|的|过|啊|呀|吧|呢|哦|嘛|哈)*$|^(?i:(?:but )?(?:we|i) (?:were|was|are|am) (?:not|never) (?:late|overdue)|(?:we|i) (?:were|was) on time|(?:we|i)(?:'ve| have)? (?:already )?(?:filed|reported)(?: already)?)$`)
	// noneGiven is that there is no reason, or that it is not told.
	noneGiven = pattern.MustCompile(`^(?:没有?|无|没啥|没什么)(?:什么|啥|特别的?|特殊)?(?:原因|理由|可说的?)(?:了|吧|啊|呀)*$|^(?:没有?|无|暂无|不知道|不清楚|不晓得|不想说|不说了?|随便|随你|你说呢|原因|理由)$|^(?i:none|no idea|i don'?t know|no (?:particular )?reason|none of your business|whatever)$`)
	// unknowing is that somebody did not know how: it tells why, and asks nothing.
	unknowing = pattern.MustCompile(`(?:不知道?|不会|不晓得|不清楚|不懂|没弄清楚?|没搞清楚?|搞不清楚?|忘了?|问我?们?)[^，。；,;?？]{0,6}(?:怎么|怎样|如何|在哪里?|哪里|几点|什么时候|多少|为什么)`)
)

// briefly is how short words are, in runes, that ask something without a mark of it; longer ones tell it beside other things.
const briefly = 14

// unfit judges words that a reason was asked with, wherever one is.
func (t *turn) unfit(words string) unfit {
	words = strings.TrimSpace(why.ReplaceAllString(strings.TrimSpace(words), ""))
	word := bareWord(words)
	marked := strings.HasSuffix(word, "?") || strings.HasSuffix(word, "？")
	clauses := strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune("，,。；;！!\n", r) })
	switch {
	case !speaks(words) || tellsNothing(words) || noneGiven.MatchString(word) || t.ofTheHouse(words):
		return hollow
	case !marked && unknowing.MatchString(words):
		return mayBeReason
	case (marked || utf8.RuneCountInString(words) <= briefly) && t.asksBeside(words):
		return asksItself
	case len(clauses) > 0 && !slices.ContainsFunc(clauses, func(c string) bool { return !notLate.MatchString(strings.TrimSpace(c)) }):
		return protests
	}
	return mayBeReason
}

// ofTheHouse tells whether words answer with yes or no, let something pass, or do something at any time: they tell nothing.
func (t *turn) ofTheHouse(words string) bool {
	word := bareWord(words)
	if _, args, is := findWord(words); is && args == "" {
		return true
	}
	return slices.ContainsFunc([][]string{no, acks, letPass, approving, beginsMeeting, endsMeeting, recordWords, recordAll}, func(list []string) bool { return slices.Contains(list, word) }) || filesSheet.MatchString(word)
}

// answersNothing tells whether words are a question, or tell nothing: they are no reason and no result.
func (t *turn) answersNothing(words string) bool {
	is := t.unfit(words)
	return is == hollow || is == asksItself || t.read(words, understand.Context{}).Kind == understand.Question
}

// asksReasonOn asks on why a report was late, where the words that came are no reason.
func (t *turn) asksReasonOn(of string, is unfit) {
	round, unit, err := workgroup.RoundAndUnit(t.b, of)
	s, filed := workgroup.FiledOn(t.b, round.Date, unit.ID)
	if err != nil || !filed {
		return
	}
	by := round.Deadline(workgroup.StepUnits)
	if s.Mark == workgroup.Late {
		by = round.Deadline(workgroup.StepLeads)
	}
	t.whisper("say/reason-on", workgroup.Facts{"unit": unit.Named(), "mark": s.Mark, "at": t.Clock(s.Filed), "by": t.Clock(by), "is": string(is), "words": excerpt(t.msg.Text)}, workgroup.ReasonButtons(of))
}
