package understand

import (
	"slices"
	"sync"

	"fangkong/bot/pattern"
)

// What is arranged for those who may fall ill is no case of anybody: a car for whoever is suspected, bedding for a centre, who sees to bringing
// them away. It is so only where nobody is told of, and nothing that has happened.

var (
	// forThem begins what is kept ready for those whom the word before names: 疑似病例转运车辆, 隔离点被褥, 封控标识.
	forThem = pattern.MustCompile(`^(?:病例|患者|病人|人员|者)?(?:的|应急|专用|专门|临时|转运|送医|转送|转移|接送|护送|接诊|收治|救治|隔离|留观|观察|处置|安置|备用){0,4}(?:车辆?|专车|用车|通道|路线|被褥|铺盖|物资|用品|标识|标志|标牌|提示牌|警戒带|警戒线|围挡|方案|预案|演练|流程|台账|设备|担架)(?:$|[^司里内中门上进人住满辆的])`)
	// roomsFor begins the rooms that are kept for them, where they are counted, or got ready: 疑似病例隔离房间备了6间.
	roomsFor = pattern.MustCompile(`^(?:病例|患者|病人|人员|者)?(?:的|应急|专用|临时|收治|救治|隔离|留观|观察|安置|备用){0,3}(?:房间?|病房|床位?)(?:已经?|要|再|还|共|都)*(?:备|预留|留出|腾|设|准备|[0-9]+[间张])`)
	// charge begins what somebody is to see to: 密切接触者的排查由学生处负责.
	charge = pattern.MustCompile(`^(?:病例|患者|病人|人员|者|密切接触者|密接|的)*(?:排查|转运|送医|隔离|管理|登记|处置|救治|接送|护送|统计|摸排|流调|安置|消毒|保障)+(?:工作|任务|事宜)?(?:均|都|统一)?(?:由|归|交|让)(\p{Han}{2,8})(?:负责|牵头|承担|落实|组织|统计|安排)`)
	// outside are those who see to people that there are.
	outside = pattern.MustCompile(`医院|疾控|社区|街道|政府|卫健|指挥部|卫生院|村`)
	// meantFor ends what a thing is for: 用于转运疑似病例.
	meantFor = pattern.MustCompile(`(?:用于|用来|供|负责)(?:转运|接送|护送|收治|安置|隔离|救治|接诊)$`)
	// anyTime goes on about what can be done when it comes to it, and atHand is what it can be done with: 转运车已备好，疑似病例随时能送.
	anyTime = pattern.MustCompile(`^(?:病例|患者|人员)?(?:都|均)?随时(?:都|均)?(?:能|可以?)(?:送|接|转|运|隔离)$`)
	atHand  = pattern.MustCompile(`车(?:辆|[2-9两二三四五六七八九]辆)[^，。；]{0,4}(?:备好|备齐|到位|待命|就位|落实)`)
	// byThen ends by when a house or a gate is to be shut: 今晚8点前完成封控.
	byThen = pattern.MustCompile(`(?:今晚|今天|今日|明[天早晚日]|后天|[0-9]+[日号])[^，。；]{0,8}前[^，。；]{0,4}(?:完成|落实|做好|实施)[^，。；]{0,6}$`)
	// carries is said of who brings things, and is brought nowhere.
	carries = pattern.MustCompile(`运送|搬|运来|采购|准备|购置|领取|清洗|清点|配[齐备]`)
	// bedding begins what a centre is furnished with.
	bedding = pattern.MustCompile(`^的?(?:被褥|被子|铺盖|床单|物资|用品)`)
	// happened is said of what has come about, or of somebody it has come to.
	happened = pattern.MustCompile(`[拉接送抬带转][了走去往到进上回]|[来到走]了|住[进了着过]|出现|发现|新增|有[个名一]|里有|某|被|昏|晕|烧|咳|阳性|快|急[，！。]|救命|出不|困|人[不没在]|不行|马上|赶|等着|已送|已转|正在?(?:送|转|接)|刚|(?i)\b(?:was|were|has|have)\b`)
	// wayIn is which way an ambulance is to take, and standsBy that one is kept for whoever may need it: 救护车走北门; 救护车联系好了，有事随时到.
	wayIn    = pattern.MustCompile(`^(?:以后|今后|请)*(?:救护车|急救车)(?:都|就|可以?|统一|一律|请)*(?:走|从|由)[东西南北前后正侧]大?门(?:进出?|出入|走)?$`)
	standsBy = pattern.MustCompile(`(?:救护车|急救车)[^，。；]{0,4}(?:备好|待命|租好)|有事随时|以备|以防|(?:救护车|急救车)(?:[0-9一二两]辆)?，(?:明天|后天|下周.)(?:到|到位)$`)
	// lane begins what is kept free for an ambulance.
	lane = pattern.MustCompile(`^(?:专用|进出|出入|临时|应急|的)*(?:通道|路线|车位|停车位|停靠点|停放点)`)
)

// arranged makes plain text of those for whom something is only kept ready: 疑似病例转运车辆由后勤处负责.
func arranged(toks []token, t *text) {
	if len(t.runes) > longArranged {
		return
	}
	nobody := sync.OnceValue(func() bool { return t.tellsOfNobody(toks) })
	for i, tok := range toks {
		if tok.class != cAmbul && (tok.class != cCategory || !arrangeable[tok.key]) || tok.key != "central_quarantine" && !nobody() {
			continue
		}
		before, behind := string(t.runes[max(0, tok.from-sayBefore):tok.from]), string(t.runes[tok.to:min(len(t.runes), tok.to+sayBehind)])
		if tok.key == "central_quarantine" && t.brings(toks, tok, before, behind) || nobody() && t.isArranged(tok, before, behind) {
			toks[i].class = cText
		}
	}
}

// longArranged is how long words may be that only arrange something, in runes; whatever is longer tells of more.
const longArranged = 400

// arrangeable are the items of which the word may stand before a thing.
var arrangeable = set("suspected confirmed close_contact sealed central_quarantine quarantine")

// How far around a word it is looked for what is arranged, in runes.
const (
	sayBefore = 20
	sayBehind = 24
)

// isArranged reports that the words around one make a thing or a task of it.
func (t *text) isArranged(w token, before, behind string) bool {
	switch {
	case w.class == cAmbul:
		return lane.MatchString(behind)
	case forThem.MatchString(behind), roomsFor.MatchString(behind):
		return true
	case w.key == "sealed":
		return byThen.MatchString(before) && !dwellings.MatchString(string(t.runes)) && !outside.MatchString(string(t.runes))
	case w.key == "quarantine", w.key == "central_quarantine":
		return false
	}
	by := charge.FindStringSubmatch(behind)
	return by != nil && !outside.MatchString(by[1]) || meantFor.MatchString(before) || w.key == "suspected" && anyTime.MatchString(behind) && atHand.MatchString(string(t.runes))
}

// brings reports that things are brought to a centre, and people only bring them: 3名志愿者运送鹤山区隔离点被褥.
func (t *text) brings(toks []token, centre token, before, behind string) bool {
	if carries.MatchString(before) {
		return forThem.MatchString(behind)
	}
	return bedding.MatchString(behind) && !t.begins(centre, '送') && !t.begins(centre, '在') && !slices.ContainsFunc(toks, func(o token) bool {
		return o.class == cSelf || o.class == cGroup || o.class == cNumber && o.people
	})
}

// tellsOfNobody reports that a message names nobody, and nothing that has happened to somebody.
func (t *text) tellsOfNobody(toks []token) bool {
	return !slices.ContainsFunc(toks, func(o token) bool {
		return o.class == cSelf || o.class == cOurs || o.class == cGroup || o.class == cThird || o.class == cSick || o.class == cNumber && o.people
	}) && !happened.MatchString(string(t.runes))
}

// keptReady reports that of an ambulance only its way is told, or that one is to be had: whether somebody needs it is asked.
func (m *message) keptReady(f fact) bool {
	return (m.fits(f.phrase, wayIn) || m.anywhere(standsBy)) && m.text.tellsOfNobody(m.toks) && !m.has(cCategory)
}
