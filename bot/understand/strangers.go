package understand

import (
	"slices"

	"fangkong/bot/pattern"
)

var (
	// tended are people who are none of ours, by what one of ours has done for them; aboard, whoever went by the same train.
	tended = `(?:护理|照顾|照看|照料|看护|接诊|诊疗|陪护|陪|接待|服务|接送|打过交道|接触|[^，。；、]过货?)过?的?[^，。；、]{0,6}?(?:病人|患者|病号|病友|产妇|老人|老太太|大爷|客人|顾客|乘客|旅客|房客|客户)`
	// theirDoctor is somebody whom only one of ours told of before can have.
	theirDoctor = `(?:学生|同学|老师|教师|职工|我|他|她|其|[某生])的?(?:接诊|主治|值班)?(?:医生|大夫|房东|牌友|病友|邻桌)`
	aboard      = `(?:(?:同|[坐乘](?:过)?的那?|所[乘坐]的?那?)(?:一?(?:趟|班|辆|节|架|个|次))?(?:车|车厢|列车|火车|高铁|动车|大巴|公交|公交车|旅行团|旅游团|酒店|旅馆|病房|考场|出租车|出租|网约车|滴滴|客车|航班|飞机|班机|船|车次)(?:里|上|中)?|的(?:火车|高铁|动车|大巴|客车|航班|飞机|车)[上里])(?:也|都|后来|刚|已)?(?:有|出了?|发现了?|查出了?)?`
	// behindStranger is what may still stand between words for a stranger and the diagnosis.
	behindStranger = `(?:[^，。；、0-9]{0,6}|[^，。；、]{0,3}(?:人|名|位|个)[^，。；、]{0,4})$`
	// stranger ends what stands before the diagnosis of somebody who is none of ours. Each is small enough to be quick.
	stranger = []*pattern.Pattern{
		pattern.MustCompile(tended + behindStranger),
		pattern.MustCompile(`(?:(?:工厂|厂[里区]|公司|车间|工地|超市|商场|饭店|药店)[里上内中]?(?:也|刚|又|已)?(?:有|出了?|发现了?|查出了?|确诊了?)|(?:收治|接诊)(?:了|的|过的?)?[^，。；、]{0,3}(?:病例|病人|患者)|所在(?:科室?|病区|医院|单位|公司|车间|工厂|班组)(?:里|内)?(?:有|出现?了?|发现了?)?)` + behindStranger),
		pattern.MustCompile(`(?:[去到住进]过的[^，。；、]{1,8}|[坐乘]过?那[趟班辆架列]|[去到]过(?:那个|那家|那间)|(?:与|和|跟|同)(?:[^，。；、学]{0,4}(?:超市|商场|饭店|药店|菜场|小区|银行|快递站|工厂|公司|医院))(?:里|的|那个|一个)*)` + behindStranger),
		pattern.MustCompile(theirDoctor + behindStranger),
		pattern.MustCompile(aboard + behindStranger),
	}
	// onBoard ends what stands before a fever of somebody who went by the same train, allAboard a count of all who did.
	onBoard   = pattern.MustCompile(aboard + `(?:有)?(?:个|一[名个位])?(?:人|乘客|旅客)[^，。；、]{0,3}$`)
	allAboard = pattern.MustCompile(`[全整一](?:车|厂|楼|村|栋|层|航班|机|小区)(?:的)?$`)
	// metOne ends what stands before a diagnosis of whom one of ours has met in the phrase before: 与湖北返乡同学聚会，该同学已确诊.
	metOne = pattern.MustCompile(`(?:与|和|跟|同)[^，。；]{1,14}(?:聚会|聚餐|吃过?饭|吃的饭|同行|同路|接触|见过?面|打过?牌|开过?会|同住|同车|同乘|待过)[^，。；]{0,6}[，。；](?:后来|之后|现在?)?(?:(?:该|此|那个?|这个?)(?:名|位)?(?:同学|人|老师|亲戚|朋友|同事|病人|乘客|患者|室友|老乡)|对方|[他她](?:今|昨))[^，。；]{0,6}$`)
	// oneOfThem ends a word for somebody who has been diagnosed.
	oneOfThem = pattern.MustCompile(`(?:病人|患者|病例|人员|者|的人?|的那?个?人)$`)
)

// strangers makes an exposure of a diagnosis that is somebody else's, whom one of ours has looked after, gone with, or stood beside: 护理过的一个病人今天确诊,
// 同车有人确诊, 跟一个确诊病人挨着结账. How many those are is no figure of ours.
func strangers(toks []token, t *text) {
	from, cases := 0, 0
	for i := range toks {
		tok := &toks[i]
		switch {
		case parts[tok.class]:
			from = i + 1
		case tok.class == cNumber && tok.people && i > from && allAboard.MatchString(string(t.runes[max(0, tok.from-3):tok.from])):
			tok.class = cFigure // 全车30人都拉去隔离了
		case tok.class == cSick && tok.key == "", tok.class == cCategory && tok.key == "fever", tok.class == cCategory && (tok.key == "confirmed" || tok.key == "suspected"):
			if cases++; cases > longest {
				return // nobody tells of so many
			}
			if !t.ofStranger(toks, from, i) {
				continue
			}
			if tok.key == "fever" {
				tok.class, tok.key = cText, ""
				continue // 坐的大巴上有人发烧
			}
			for j := max(from, i-longestMeeting); j < i; j++ {
				if toks[j].class == cNumber && toks[j+1].class != cGroup && toks[j+1].key != "intern_now" {
					toks[j].class = cFigure
				}
			}
			tok.class, tok.key = cSource, "contact"
		}
	}
}

// ofStranger reports that the diagnosis at i, in a phrase that begins at word from, is somebody else's.
func (t *text) ofStranger(toks []token, from, i int) bool {
	at := toks[i].from
	before := string(t.runes[max(toks[from].from, at-longestMeeting):at])
	ours := !slices.ContainsFunc(toks[max(from, i-longestMeeting):i], func(o token) bool { return o.class == cOther })
	if toks[i].key == "fever" {
		return i > from && ours && onBoard.MatchString(before)
	}
	return i > from && ours && anyOf(stranger, before) || metOne.MatchString(string(t.runes[max(0, at-longestMeeting):at])) || goneTogether(toks, t, i) || besideOne(toks, t, from, i)
}

// anyOf reports that one of several patterns fits.
func anyOf(patterns []*pattern.Pattern, words string) bool {
	return slices.ContainsFunc(patterns, func(p *pattern.Pattern) bool { return p.MatchString(words) })
}

// longestMeeting is how far before a diagnosis it is told that somebody was met, in runes.
const longestMeeting = 44

// goneTogether reports that somebody diagnosed, at i, is only whom others have gone or lived with: 系确诊病例同航班旅客.
func goneTogether(toks []token, t *text, i int) bool {
	return i > 0 && toks[i-1].class != cAnd && besideThem.MatchString(string(t.runes[toks[i].to:min(len(t.runes), toks[i].to+10)]))
}

// besideThem begins what those are who were near somebody: 确诊病例同航班旅客, 确诊病例邻座乘客.
var besideThem = pattern.MustCompile(`^的?(?:那|这|一)[个名位](?:病人|患者|人)?的(?:同事|室友|舍友|同学|同桌|邻居|亲戚|朋友|老乡|司机|乘客)|^的?(?:同(?:车|航|机|乘|行|桌|住|屋|厢|席|列|班[车机])|一?同[一]|邻[座桌床铺]|[前后旁](?:后?排|座))`)

// besideOne reports that somebody diagnosed, at i, is whom one of ours did something with: 跟一个确诊病人挨着结账.
func besideOne(toks []token, t *text, from, i int) bool {
	with := i - 1
	if with > from && toks[with].class == cNumber && toks[with].value == 1 {
		with--
	}
	if with < from || toks[with].class != cAnd || i+1 >= len(toks) || toks[i+1].class != cText || toks[i+1].to-toks[i+1].from < 2 {
		return false
	}
	return oneOfThem.MatchString(string(t.runes[toks[i].from:toks[i].to]))
}
