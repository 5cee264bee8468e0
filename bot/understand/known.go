package understand

import "fangkong/bot/pattern"

var (
	// filedBefore says of a case that it was filed on an earlier day: 昨日已报, 上周封的已经报过.
	filedBefore = pattern.MustCompile(`(?:^|[，。；（、])(?:都是|均为|是)?(?:昨[天日]|前[天日]|上周)(?:封的|认定的)?(?:就|均|都)?已经?报过?了?(?:$|[，。；）])`)
	// ofThen says that it is some days old, stillShut that people have been shut in for some time, asItWas that it is as it was:
	// 上周认定的，一直在家隔离，今日无变化; 村子还封着出不来的学生6人，今天没有新增.
	ofThen    = pattern.MustCompile(`(?:^|[，。；（、])上周(?:认定|判定|封|隔离)的(?:$|[，。；）])`)
	stillShut = pattern.MustCompile(`[村区楼里子][还仍]封着`)
	asItWas   = pattern.MustCompile(`(?:^|[，。；])(?:今[日天])?(?:无|没有?)(?:新增|变化)(?:$|[，。；])`)
	// andMore are words for what may have happened since, or to others beside.
	andMore = pattern.MustCompile(`又|另|再|其中|部分|刚|昨晚|凌晨|新增[0-9一二两三四五六七八九十]|转|升|恶|重|困难|断|出现|[发高低]烧|发热|确诊|疑似|阳性|父|母|家长|医院`)
)

// known reports that a message only tells again of contacts or of people shut in who were filed on an earlier day, or of whom nothing has
// changed since: whether they are new is asked, and nobody is rung for them. Of whoever has the disease the alarm rings.
func (m *message) known() bool {
	for _, s := range m.said {
		if gravity[s.base] > 0 && !s.denied && s.base != "sealed" && s.base != "close_contact" {
			return false
		}
	}
	if m.anywhere(andMore) {
		return false
	}
	return m.anywhere(filedBefore) || m.anywhere(asItWas) && (m.anywhere(ofThen) || m.anywhere(stillShut))
}
