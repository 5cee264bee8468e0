package bot

import (
	"strings"

	"fangkong/bot/pattern"
)

// A yes with a condition lets no report pass: whoever says it reads that nothing is signed, and how it goes back.

var (
	// but is what stands behind a yes that is none yet: “可以，但是五要写具体点”, “行，数字再核一下”, “好的，先放着”.
	but = pattern.MustCompile(`(?i)但|不过|只是|可是|就是|然而|[改核写补加删重缺漏错先]|太|再|要|数|字|日期|标题|[一二三四五]|放|等|看看|具体|详细|\b(?:but|only|except|too|once|after|first|fix|change|check|wait|hold)\b`)
	// waitsOnly has a report wait, and says no more: “先等等”, “先别发 等我看看”.
	waitsOnly = pattern.MustCompile(`^(?:好的?|行|可以|嗯|那|先|再|别|不|急|着|报|发|签|送|等|下|放|缓|看|核|我|们|一|会儿?|到|明天|晚点|这|份|个|了|吧|啊|要|还|能|用|[，,。\s])+$`)
	// waiting is a word of it that has something wait.
	waiting = pattern.MustCompile(`等等|等一?下|等会|稍等|先等|等我|先别|先不|先放|先缓|缓一?缓|别发|别报|别签|别急|放一放|放着`)
	// yesBehind follows a yes without a mark: “可以但是五要写具体点”.
	yesBehind = pattern.MustCompile(`^(?:好的?|行|可以|同意|没问题|没意见)(?:但|不过|只是|可是|就是)`)
)

// onlyWaits tells whether words have a report wait, and say nothing else.
func onlyWaits(text string) bool {
	return len(text) <= 90 && waitsOnly.MatchString(text) && waiting.MatchString(text)
}

// yesBut tells whether words say yes, and something that has to come first.
func yesBut(text string) bool {
	if strings.ContainsAny(text, "?？") {
		return false
	}
	behind, opens := opensWithYes(text)
	return opens && !saysYes(behind) && !letsPass(behind) && but.MatchString(behind) || yesBehind.MatchString(bareWord(text))
}
