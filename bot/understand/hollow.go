package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// What sounds like a report and is none: a zero report that is asked for, promised or was sent before; a plan; what others count; work done for
// those whom other reports count.

const (
	laterOn = `(?:稍后|稍等|等下|等会儿?|待会儿?|一会儿?|晚点|晚些|回头|马上|午饭后|饭后)`
	filesIt = `(?:发|报|交|送|填|来)`
)

var (
	// zeroToCome promises a zero report, or says what it waits for.
	zeroToCome = pattern.MustCompile(`(?i)` + laterOn + `[^，。；]{0,6}零报告|零报告[^，。；]{0,4}` + laterOn + `[^，。；]{0,4}` + filesIt + `|零报告[^，。；]{0,3}[等待][^，。；]{0,6}[签审批定]|\b(?:will|'ll|going to) (?:file|send|submit)\b[^,.;]{0,12}\bzero report`)
	// zeroTold speaks of a zero report as such: 零报告发过了, 请张老师报一下零报告, 别零报告.
	zeroTold = pattern.MustCompile(`(?i)零报告[^，。；]{0,4}` + filesIt + `过了|零报告已(?:催|经?发|收)|(?:请|麻烦|让|叫|催)[^，。；]{0,8}报(?:一下|下)?零报告|(?:别|不能|不要|不得|不可以?|不许|不准)再?零报告|零报告都?` + filesIt + `了，?就?[差剩缺]我们|零报告是[^，。；]{0,8}(?:任务|纪律|要求|制度|底线)|昨[天日][^，。；]{0,3}零报告，[^。]{0,8}(?:有变化|不一样|等会)|\bplease (?:file|send|submit) (?:your|the) zero report|\bzero report (?:was|has been|is already) (?:sent|filed|submitted)`)
	// wellThings is said of what no form asks about, and of nobody.
	wellThings = pattern.MustCompile(`^(?:设备|系统|电梯|网络|平台|线路|空调|监控|水电|供暖|暖气|服务器|小程序|打卡)[^，。；]{0,6}(?:正常|没问题|恢复了?)(?:运行|使用)?(?:，[^，。；]{0,8}(?:填报|使用|登录|打卡))?[。！]?$`)
	// noMatter ends a question or a thanks: 没事，我就问问.
	noMatter = pattern.MustCompile(`^(?:没事(?:没事|了|儿)?|应该没[啥什]么?事吧)(?:，?(?:我?(?:就是?|只是|再)?(?:随便)?(?:问问|看看|打听)|谢谢|辛苦)[^，。；]{0,4})?[。！~]*$`)
	// holiday wishes well.
	holiday = pattern.MustCompile(`(?:元宵|春节|新年|新春|节日|周末|假期|鼠年)[^，。；]{0,4}(?:快乐|愉快|安康|吉祥)`)
)

// speaksOfZero reports that all that a message says of nothing is that it speaks of a zero report, of things, or wishes well; promised tells
// whether it promises a report.
func (m *message) speaksOfZero() (so, promised bool) {
	if m.abnormal() || m.before != nil || m.has(cNumber) {
		return false, false
	}
	switch {
	case m.anywhere(zeroToCome):
		return true, true
	case m.anywhere(zeroTold):
		return true, false
	case m.Unit != "" || m.has(cOurs) || m.has(cGroup):
		return false, false
	}
	return m.anywhere(wellThings) || m.anywhere(noMatter) || m.anywhere(holiday) && !m.explicitZero(), false
}

var (
	// planned is what is to be done, or will be so: 计划明天安排3名学生居家隔离, 明天有5名学生返校.
	planned = pattern.MustCompile(`(?i)^(?:我[院处部系]|拟定?)?(?:计划|拟|打算|预计|预备|准备)(?:于|在)?(?:[明后]天|[明次]日|下周|近期|今晚)?(?:安排|让|对|把|将|腾|给|新增|接收)|^(?:[明后]天|明日|后日|下周[一二三四五六日]?|下个?月)(?:还|又|将|预计|大概|约)?有|\bplan(?:ning|s|ned)? to (?:quarantine|isolate|send)`)
	// longSince dates a figure in a year or a term that is over.
	longSince = pattern.MustCompile(`^(?:去年|前年|往年|上学期|上学年|上个?月|寒假前|放假前)`)
	// ofOthers begins what those count who are none of ours.
	ofOthers = pattern.MustCompile(`^(?:淇滨|山城|鹤山|[\p{Han}]{1,2}(?:县|市))区?(?:现有|今[天日]|昨[天日]|目前|累计|共)|^(?:我们?|俺们?)小区(?:里|又|现在?)?(?:有|隔离|封)|^对门(?:那家|邻居)?(?:又|也)?(?:有|隔离)|^(?:我?孩子|儿子|女儿|闺女)(?:的)?(?:班[上里级]|学校|幼儿园)(?:又|也|里)?(?:有|出)`)
	// doneFor is work for those who are counted elsewhere: 今天给5个隔离学生送饭.
	doneFor = pattern.MustCompile(`(?i)(?:给|为|对|慰问|看望|走访|辅导)[^，。；]{0,12}隔离[^，。；]{0,8}(?:送[饭餐菜药水]|做心理|心理辅导|消毒|谈心|家访)|^(?:今天|上午|下午)?(?:慰问|看望|走访|电话慰问|心理辅导|送餐)[^，。；]{0,4}隔离|\b(?:gave|brought|took) (?:lunch|food|meals?|dinner|breakfast)\b`)
)

// hollow reports that a phrase tells of a plan, of another year, of what others count, or of work for people who are counted elsewhere. Whatever
// tells of a case beside it is heard: 准备把2名密接学生转运到隔离点, 给隔离的3个学生送饭时发现1个确诊.
func (m *message) hollow(p phrase) bool {
	switch {
	case m.ctx.Asked != "", !p.has(cNumber), grave(p.toks):
		return false
	case m.fits(p, planned), m.fits(p, doneFor):
		return true
	case m.fits(p, longSince):
		return !p.has(cSource) && !slices.ContainsFunc(p.toks, func(t token) bool { return t.key == "today" }) // 去年在武汉上学的2名学生今天发烧
	}
	return m.Unit == "" && !m.has(cOurs) && m.fits(p, ofOthers)
}

// allYesterdays is a phrase that says of all figures that they are the day before's: 居家隔离5人（昨天数据）, 5人，截至昨天下午.
var allYesterdays = pattern.MustCompile(`^(?:这?是|均?为|截[至止]到?|以上是|以上为|都是)?昨[天日](?:的|下午|上午|晚上|中午|[0-9一二三四五六七八九十]+[点时])?(?:数据|数|统计|情况|报告)?$`)

// ofTheDayBefore are the words by which a message says that all it tells is of the day before, "" for none.
func (m *message) ofTheDayBefore() string {
	for i, p := range m.phrases {
		if words := m.wrote(p); i > 0 && strings.ContainsRune(words, '昨') && allYesterdays.MatchString(words) {
			return words
		}
	}
	return ""
}
