package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// swaps reports that somebody stands in for somebody: 今天我替王处长带班, 值班：原王强改为李丽.
func (m *message) swaps() bool {
	if len(m.text.runes) < longTalk && strings.ContainsAny(m.plain, "替代顶") && m.anywhere(standsIn) {
		return true
	}
	if len(m.text.runes) < longTalk && strings.ContainsAny(m.plain, "换调改") && m.anywhere(changesShift) {
		return true
	}
	if !strings.Contains(m.plain, "带班") && !strings.Contains(m.plain, "值班") && !strings.Contains(m.plain, "顶班") {
		return false
	}
	return strings.Contains(m.plain, "替") || !m.has(cNumber) && (strings.Contains(m.plain, "改为") || strings.Contains(m.plain, "改由") || strings.Contains(m.plain, "换"))
}

// byYourLeave ends what somebody only wants to be allowed: 周六的班我跟老魏换一下，领导看行不行.
var byYourLeave = pattern.MustCompile(`(?:行不行|可不可以|可以吗|可以么|行吗|行么|中不中|成吗|好吗|同意吗)[？?。！]?$`)

// changesShift is 明早8点的班和赵明换.
var changesShift = pattern.MustCompile(`(?:带班|值班)表?(?:有)?(?:调整|变动)|周[一二三四五六日天][^，。]{1,6}(?:改|换|调)(?:到|至|成|为)?周|[和跟与][^，。]{1,4}换了?(?:一?个|一?下)?班|(?:班|值日)[^，。]{0,3}(?:换|调|改)(?:到|成|至)|班[^，。]{0,4}[和跟与][^，。]{1,4}[换调]`)

// standsIn is 明天的班请李老师替一下, 今晚我替老王.
var standsIn = pattern.MustCompile(`(?:班|岗)[^，。]{0,3}(?:请|由|让|麻烦|找)[^，。]{1,6}(?:替|代|顶)|(?:我|本人)[^，。]{0,6}[替顶代][^，。]{1,4}(?:值|班|一天|半天|一晚|一下午)`)
