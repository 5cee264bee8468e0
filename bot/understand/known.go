package understand

import "fangkong/bot/pattern"

var (
	// dayBefore is a day before this one.
	dayBefore = `(?:昨[天日晚]|前[天日晚]|上周|上个?(?:星期|礼拜)|之前|此前|前几天|前些天|早前|[0-9]{1,2}(?:月|\.)[0-9]{1,2}[日号]?)`
	// filedBefore tells that a case was filed on an earlier day: 昨日已报, 上周封的已经报过.
	filedBefore = pattern.MustCompile(dayBefore + `[^，。；]{0,6}(?:已经?|就)(?:上报|报告?|汇报)(?:过|了)*(?:$|[，。；）])`)
	// ofThen dates a case some days back, when all had time to file it, asItWas says that it is as it was: 上周认定的，一直在家隔离，今日无变化.
	ofThen = pattern.MustCompile(`(?:上周|上个?(?:星期|礼拜)|之前|此前|前几天|前些天|早前)[^，。；]{0,8}(?:的|起|开始)?(?:$|[，。；）])`)
	// stillShut tells of those who have been shut in for some time: 村子还封着出不来的学生6人，今天没有新增.
	stillShut = pattern.MustCompile(`(?:还|仍|一直)(?:然|旧|在|被)*封着?`)
	asItWas   = pattern.MustCompile(`(?:无|没有?|未)(?:新增|变化|变动|异常变化)`)
	// toldNone begins what is told of this day, sinceThen what has become of somebody since.
	toldNone  = pattern.MustCompile(`今[天日早晨晚](?:暂|仍|也)?(?:无|没有?|未)[^，。；]{0,6}`)
	sinceThen = pattern.MustCompile(`今[天日早晨晚]|刚|方才|凌晨|又[^，。；]{0,4}[有新]|新增[0-9一二两三四五六七八九十]|转为|转成|升级|加重|变成|改为|恶化|出现`)
)

// known reports that a message only tells again of cases that were filed on an earlier day, or have not changed since: whether they are
// new is asked, and nobody is rung for them. Of several kinds of case the one that is known says nothing of the others.
func (m *message) known() bool {
	kinds := map[string]bool{}
	for _, s := range m.said {
		if gravity[s.base] > 0 && !s.denied {
			kinds[s.base] = true
		}
	}
	if len(kinds) > 1 {
		return false
	}
	if !m.anywhere(filedBefore) && !(m.anywhere(asItWas) && (m.anywhere(ofThen) || m.anywhere(stillShut))) {
		return false
	}
	return !sinceThen.MatchString(toldNone.ReplaceAllString(m.plain, ""))
}
