package understand

import (
	"slices"
	"strings"
	"sync"

	"fangkong/bot/pattern"
)

var (
	// gates are the college's own, which are shut and opened as it likes; dwellings are where somebody is shut in.
	gates = pattern.MustCompile(`(?i)[东西南北前后正侧偏]大?门|(?:学校|学院|校|院|区)大?门|大门|门岗|校园|\bgates?\b`)
	// places of the college are shut with nobody in them: 图书馆只进不出, 操场封闭.
	places = pattern.MustCompile(`图书馆|阅览室|自习室|体育馆|体育场|运动场|操场|球场|食堂|餐厅|教学楼|实验楼|实训楼|实训室|实验室|办公楼|行政楼|图书楼|机房|教室|礼堂|报告厅|会议室|超市|浴室|澡堂|健身房|停车场|快递柜|货架|仓库|车库|电梯|[东西南北]?校区|校园|(?i)\b(?:library|gym|canteen|playground|stadium)\b`)
	// emptied is such a place right before the word that shuts it: 阅览室已贴封条.
	emptied = pattern.MustCompile(`(?:` + places.String() + `)(?:已经?|也|都|全部?|现|均|暂时|今天|今日|大?门)*$`)
	// forHours stands behind a place that is shut for as long as something is done there: 封闭两小时.
	forHours = pattern.MustCompile(`^[0-9一二两三四五六七八九十半]+个?半?(?:小时|钟头|分钟)`)
	// workplace are houses of which the word for one says that nobody lives there.
	workplace = pattern.MustCompile(`(?:教学|实验|实训|办公|行政|图书|综合)楼`)
	// gateBehind stands behind a number of gates: 三个校门.
	gateBehind = pattern.MustCompile(`^[个道扇座处]?(?:校|大|侧)?门`)
	// compoundGate is all that a phrase tells which tells of the gate of a compound.
	compoundGate = pattern.MustCompile(`^(?:我们?|咱们?|今天|今日|刚刚?|现在|[东西南北]|这边|家属院|小区|社区|村|院)*(?:封门|大?门(?:都|已经?|也|今天)*封(?:闭|了))(?:了|啦)?$`)
	dwellings    = pattern.MustCompile(`(?i)小区|[村楼家户]|宿舍|寝室|公寓|单元|社区|老家|隔离|\b(?:buildings?|compound|home|house|village|dorm(?:itory)?|flat|apartment)\b`)
	// shutIn is said of people who may not come out.
	shutIn = pattern.MustCompile(`出不|[无没]法(?:外出|出门|出去|出来|出行)|不能(?:外出|出门|出去|出来)|不让|不准|不能出|不许|禁止|困在|被困`)
	// someGates are gates that were only counted.
	someGates = pattern.MustCompile(`^[^，。；]{0,6}封(?:了|好|闭)[0-9一二两三四五六七八九几][个道扇座处](?:校|大|侧|小)?门$|^[0-9一二两三四五六七八九几][个道扇座处](?:校|大|侧|小)?门(?:都|已经?|全部?|均)*封(?:闭|好)?了?$`)
	// sealOnly is a phrase of nothing but the seals.
	sealOnly = pattern.MustCompile(`^(?:也|都|已经?|并|还|门上|门口|全部?)*(?:(?:张|粘)?贴(?:上|好|了)*封条|封条(?:都|也|已经?|全部?)*(?:张|粘)?贴(?:上|好|完)?)了?$`)
	// heldIn is said of people who are behind what is shut: 西门封了，学生出不来.
	heldIn = pattern.MustCompile(`(?:学生|同学|老师|教师|职工|员工|保安|保洁|宿管|人|我们?|[他她]们?|[0-9一二两三四五六七八九十][名个位])(?:都|也|还|现在|全|全都)*(?:出不[来去]|困在|被困|(?:被)?[封关锁]在|没法出[来去])|(?:里面|里头|楼里|院里)(?:还|现在|也|都)*(?:有|住着|困着|关着)[^，。；]{0,6}(?:人|学生|同学|老师|教师|[名个位])`)
	// unused is said of a house in which nobody lives.
	unused = pattern.MustCompile(`停用|闲置|空置|空楼|[无没]有?人(?:居?住|留宿|入住)|停止开放|暂停开放|停止使用`)
	// ownDoing is said of what the college shuts itself, or asks somebody to shut.
	ownDoing = pattern.MustCompile(`请[^，。；]{1,8}(?:贴封条|封了|封闭|封上|封好)|按(?:要求|通知|规定|照)[^，。；]{0,6}封闭|对[^，。；]{1,10}(?:张贴?|粘)?贴了?封条|封条(?:已经?|都|全)?(?:张|粘)?贴(?:好|完|上)了|(?:从|自)?(?:今天|明天|即日|今日)起[^，。；]{0,4}(?:宿舍楼?|公寓楼?|楼)(?:全部|一律|都)封闭`)
	// villages are where people live of whom the college is not the keeper.
	villages = pattern.MustCompile(`小区|村|庄|社区|家属[院楼区]|街|镇|单元|老家|[他她我]家`)
	// inside is said of those who are in what is shut.
	inside = pattern.MustCompile(`(?:在内|在里面|在楼[内里]|困在)`)
	// byOrder are words for who shuts more than a gate: the campus itself may be sealed off.
	byOrder = pattern.MustCompile(`政府|街道|疾控|防疫|指挥部|公安|警|[封管]控|(?i)\b(?:government|police)\b`)
	// guard is somebody at a gate who tells what people may do there.
	guard = pattern.MustCompile(`(?i)(?:保安|门卫|门岗|宿管员?|物业|\bguards?)[^，。]{0,4}?(?:说|讲|告诉|告知|通知|让|准|\bsa(?:ys?|id)\b|\btells?\b|\btold\b)`)
)

// gatesShut makes plain text of what is said of a gate of the college and of nobody's home: 北门今天只进不出.
func gatesShut(toks []token, t *text) {
	own := sync.OnceValue(func() bool { return t.ownDoing(toks) })
	counted := sync.OnceValue(func() bool { return !shutIn.MatchString(string(t.runes)) && !dwellings.MatchString(string(t.runes)) })
	held := sync.OnceValue(func() bool { return heldIn.MatchString(string(t.runes)) })
	until, shut := 0, false // what is said once holds for the whole of its span
	for i, tok := range toks {
		if tok.class != cCategory || tok.key != "sealed" {
			continue
		}
		if tok.to < len(t.runes) && (strings.ContainsRune("好个装面口存窗坛", t.runes[tok.to]) || forHours.MatchString(string(t.runes[tok.to:min(len(t.runes), tok.to+8)]))) {
			toks[i].class = cText // 信封刚封好
			continue
		}
		if i >= until {
			var from int
			from, until = span(toks, i)
			words := string(t.runes[toks[from].from:toks[until-1].to])
			if t.runes[tok.to-1] == '条' && sealOnly.MatchString(words) {
				words = t.beside(toks, from, until)
			}
			of := slices.ContainsFunc(toks[from:until], func(o token) bool {
				return o.class == cSelf || o.class == cNumber && !gateBehind.MatchString(string(t.runes[o.to:min(len(t.runes), o.to+4)]))
			})
			of = of || slices.ContainsFunc(toks[from:until], func(o token) bool { return o.class == cGroup && o.key != "other" })
			of = of && !(emptied.MatchString(string(t.runes[max(0, tok.from-nearPlace):tok.from])) && !shutIn.MatchString(words))
			house := workplace.ReplaceAllString(words, "")
			shut = (own() || !of && (gates.MatchString(words) || strings.ContainsRune(words, '门') && someGates.MatchString(words) && counted() || places.MatchString(words)) && !dwellings.MatchString(house) && !byOrder.MatchString(words) || unused.MatchString(words) && !shutIn.MatchString(words) && !slices.ContainsFunc(toks[from:until], func(o token) bool { return o.class == cSelf || o.class == cNumber && o.people })) && !held()
		}
		if shut {
			toks[i].class = cText
		}
	}
}

// beside are a phrase and those next to it, for what is said of the place that one of them names: 西门已经封了，贴了封条.
func (t *text) beside(toks []token, from, until int) string {
	if from >= 2 && toks[from-1].class == cComma {
		from, _ = span(toks, from-2)
	}
	if until+1 < len(toks) && toks[until].class == cComma {
		_, until = span(toks, until+1)
	}
	return string(t.runes[toks[from].from:toks[until-1].to])
}

// ownDoing reports that the college shuts a house of its own, and nobody is told of who could be in it: 已按要求封闭2号、3号宿舍楼.
func (t *text) ownDoing(toks []token) bool {
	words := string(t.runes)
	return ownDoing.MatchString(words) && !byOrder.MatchString(words) && !shutIn.MatchString(words) && !villages.MatchString(words) && !slices.ContainsFunc(toks, func(o token) bool {
		return o.class == cSelf || o.class == cOurs || o.class == cGroup || o.class == cThird || o.class == cNumber && o.people
	})
}

// throughGate makes the items of the gates of who has come through one: 北门今天进了86人, 车21辆.
func throughGate(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		if toks[i].class != cText || toks[i+1].class != cNumber {
			continue
		}
		switch words := string(t.runes[toks[i].from:toks[i].to]); {
		case words == "车进" || words == "进车" || words == "车辆进":
			toks[i].class, toks[i].key = cCategory, "gate_vehicles"
		case words == "出" && i > 0 && toks[i-1].class == cNumber && toks[i-1].thing != "stock":
			toks[i+1].class = cFigure // 进人64出人59
		case (words == "车" || words == "车子" || words == "来车") && toks[i+1].thing == "car":
			toks[i].class, toks[i].key = cCategory, "gate_vehicles"
		case toks[i+1].people && cameIn.MatchString(words):
			if from, _ := span(toks, i); gates.MatchString(string(t.runes[toks[from].from:toks[i].to])) {
				toks[i].class, toks[i].key = cCategory, "gate_people"
			}
		}
	}
}

// cameIn are words for coming in; turnedAway tells of somebody who was not let in, and is none of ours.
var (
	cameIn     = pattern.MustCompile(`(?:进了|进来|进入|放行|进出|登记进入|登记)(?:了|过)?$`)
	turnedAway = pattern.MustCompile(`没让进|不让进|没放[进行]|未放[进行]|未准入|未让进|拒绝(?:入|进)|劝返|劝离|拦[下住]|挡[下住]|没进(?:来|校)`)
)

// nearPlace is how far before a word that shuts it a place may begin, in runes.
const nearPlace = 10

// shutIns counts those of whom an alarm tells that they cannot come out of where they live: 小区封了，我处两名同志出不来.
func (m *message) shutIns() {
	if m.UrgentType != "sealed" || m.figured("sealed") {
		return
	}
	for _, p := range m.phrases {
		k := p.first(cNumber)
		if k < 0 || !p.toks[k].people || p.toks[k].approx || p.toks[k].value == 0 || p.has(cOther) || !m.fits(p, shutIn) && !m.fits(p, inside) {
			continue
		}
		group := ""
		if g := p.first(cGroup); g >= 0 && p.toks[g].key != "all" {
			group = p.toks[g].key
		} else if strings.ContainsRune(m.wrote(p), '生') {
			group = "student" // 31名留校生
		}
		if of, ok := key("sealed", "new", group); ok {
			m.Fields[of] = p.toks[k].value
			m.Why = append(m.Why, Reason{of, m.wrote(p)})
		}
		return
	}
}

// gateAlone reports that only the gate of where people live is said to be shut, and of nobody that they may not come out: 我们小区封门了.
func (m *message) gateAlone(f fact) bool {
	return !f.counted && compoundGate.MatchString(m.wrote(f.phrase)) && !m.anywhere(shutIn)
}

// overThere is where somebody comes from and is not.
var overThere = pattern.MustCompile(`(?:老家|家乡|我们?)(?:那边|那儿|那里)|老家的?(?:村|县|镇)`)

// guarded reports that the only one of ours whom a phrase names is a guard who tells what people may do: 门卫说不让出.
func (m *message) guarded(p phrase) bool {
	return m.fits(p, guard) && !p.has(cSelf) && !p.has(cOurs) && !p.has(cUnit)
}
