package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// asks reports a question put to the office.
func (m *message) asks() bool {
	words := strings.TrimRight(m.plain, "。 ")
	between := m.asksEither() || strings.HasSuffix(words, "不") // 需要证明不
	return len(m.Fields)+len(m.Unknown) == 0 && formAsked.Within(&m.letters) && AsksForm(m.plain) || m.has(cAsk) || m.has(cQuestion) || between && (!m.abnormal() || whichItem.MatchWithin(&m.letters, words)) || len(m.Fields) == 0 && m.orNot() || doneYet.MatchWithin(&m.letters, words) || !m.has(cCategory) && outYet.MatchWithin(&m.letters, words) || len(m.Fields)+len(m.said) == 0 && isItThen.MatchWithin(&m.letters, words)
}

// soOrNot ends a question whether something heard is so.
var soOrNot = pattern.MustCompile(`(?:是真的|属实|靠谱|可信|有这回?事)[^，。；]{0,2}[吗么][。！\s]*$`)

// asksEither reports a question between two.
func (m *message) asksEither() bool {
	words := strings.TrimRight(m.plain, "。 ")
	return strings.Contains(words, "还是") && (either.MatchWithin(&m.letters, words) || whichItem.MatchWithin(&m.letters, words))
}

// isItThen asks whether a time or a day is right: 截止点是昨天24点吧.
var isItThen = pattern.MustCompile(`(?:^|[^还就])是[^，。；！]{1,14}[点天号日]吧$`)

// doneYet and outYet end a question whether something is done by now: 那5个今天解除了没, 值班表出来没有.
var (
	doneYet = pattern.MustCompile(`[了过]没有?[呢啊呀]?$`)
	outYet  = pattern.MustCompile(`(?:出来|[来到好完定齐])没有[呢啊呀]?$|有[^，。；没无]{1,6}没$`)
)

// AsksForm tells whether words ask for an empty form, or how one is filled in: 有没有模板发一个, 报表格式发一下.
func AsksForm(words string) bool {
	return formAsked.MatchString(words) && !formGiven.MatchString(words)
}

const aForm = `(?:模板|模版|样表|样式|式样|表样|格式|空表|空白表|范本|表格)`

var (
	formAsked = pattern.MustCompile(`有[^，。；没]{0,4}` + aForm + `(?:没有?|吗|不|么)(?:$|[，。；？])|(?:有没有|有无|谁有|哪[里儿]?有|哪位有|求|想要|要一?[个份])[^，。；]{0,8}` + aForm + `|` + aForm + `(?:[^，。；已]{0,6}?(?:在哪|哪里|有吗|有没有|谁有|是什么|啥样|什么样)|(?:请|麻烦|能不能|能|可以|再|给|帮忙?|老师|谁|往|在)*(?:发|传)(?:我|给我|到?群里|一?下|一?[个份]|过来|出来)+(?:呗|吧|吗|呢|啊|哈|谢谢|可以吗)*[。？！?!]*$)|` +
		`(?:麻烦|谁|能不能|能否|可以|帮忙?|请|给|把)[^，。；已]{0,4}(?:发|传)(?:我|一?下|一?[个份])*[^，。；已]{0,6}` + aForm + `(?:呗|吧|吗|呢|啊|哈)*[。？！?!]*$|(?i)\b(?:is there|send|share|have|need)\b[^,.;]{0,20}\b(?:template|blank form|report form)s?\b`)
	formGiven = pattern.MustCompile(`已|发了|发在|如下|附件|见群|请各|各单位|按[^，。]{0,6}` + aForm + `|错`)
)

// lingers makes plain text of a 呢 that ends what is so and asks nothing: 都在家呢，没有发烧的.
func lingers(toks []token, t *text) {
	so := false
	for i := range toks {
		switch tok := &toks[i]; {
		case parts[tok.class]:
			so = false
		case tok.class == cCategory && strings.HasSuffix(tok.key, "quarantine") && i+1 < len(toks) && t.is(toks[i+1], "呢"):
			from, _ := span(toks, i)
			so = so || strings.ContainsRune(string(t.runes[toks[from].from:tok.to]), '在') // 在如家隔离呢
		case tok.class == cEach, tok.from < tok.to && t.runes[tok.from] == '还':
			so = true
		case so && tok.class == cQuestion && tok.to == tok.from+1 && t.runes[tok.from] == '呢' && (i+1 == len(toks) || toks[i+1].class != cAsk):
			tok.class = cText
		}
	}
}

// underway makes plain text of a question that somebody else is asked: 发热的是不是这里面的还在问.
func underway(toks []token) {
	question := -1
	for i := range toks {
		switch tok := &toks[i]; {
		case parts[tok.class]:
			question = -1
		case tok.class == cQuestion:
			question = i
		case tok.class == cPending && question >= 0:
			toks[question].class, question = cText, -1
		}
	}
}

// orNot reports 含不含, 报不报: a question by its form.
func (m *message) orNot() bool {
	s := m.text.runes
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '不' && s[i-1] == s[i+1] && s[i-1] > 0x4E00 && !strings.ContainsRune("时动", s[i-1]) {
			return true
		}
	}
	return false
}

// Heard is what a message has only heard, without the words that say so (“听说软件学院有人确诊”); ok is false where it does not say so.
func Heard(words string) (rest string, ok bool) {
	rest = onlyHeard.ReplaceAllString(words, "")
	return strings.TrimSpace(rest), rest != words
}

var onlyHeard = pattern.MustCompile(`(?i)(?:我)?(?:听说|据说|听闻|传闻|听讲|谣传|有人说|网传|群里说|说是|听[^，。；,;]{0,6}?[说讲])(?:是)?[，,：:]?|\b(?:i (?:have )?heard(?: that)?|they say(?: that)?|rumou?r has it(?: that)?|it is said that|reportedly|apparently)\b,?`)

// whichItem asks of which of two items somebody is: 算K1还是K2.
var whichItem = pattern.MustCompile(`[算填归][^，。；！]{1,10}还是[^，。；！]{1,10}$|[是报为填][^，。；！]{0,4}(?:[0-9]+|[一二两三四五六七八九十]+)[人名例个位]?还是(?:[0-9]+|[一二两三四五六七八九十]+)[人名例个位]?(?:[，, ]?(?:麻烦|帮|请|劳驾)|来着)`)

// either is a question between two, asked without a mark: 每人都填还是一个单位一份.
var either = pattern.MustCompile(`从[^，。；]{1,12}还是从[^，。；]{2,}$|(?:是指|指的是|是从|按)[^，。；]{1,16}还是[^，。；]{2,}$|是[^，。；]{1,10}天还是[^，。；]{1,14}$|[0-9十四七]+天的?还是[^，。；0-9]{0,3}[0-9十四七]+天|(?:^|[^还也])(?:是|算|填|报|写|发|归|由|按)[^，。；]{1,12}还是[^，。；0-9]{2,}$|[0-9十一二两]+[点时][^，。；！]{0,3}还是[^，。；！]{0,6}[0-9十一二两]+[点时][^，。；！]{0,2}$`)

// notCome is said of what others have not sent: 还没收到图书馆、工会的.
var notCome = pattern.MustCompile(`(?:还|尚|仍|一直)?(?:没有?|未)收到[^，。；]{1,16}的(?:$|[，。；！])|都?(?:没影|没动静|没消息|没反应|没回音)`)

// waitsForUnits reports a reminder that names whom nothing has come from, and counts nothing.
func (m *message) waitsForUnits() bool {
	return m.has(cUnit) && m.anywhere(notCome) && !m.has(cNumber) && len(m.said) == 0
}

// owes reports a reminder that names who has not filed.
func (m *message) owes() bool {
	if m.has(cRest) && m.Zero && slices.ContainsFunc(m.phrases, m.lacksSome) {
		m.incomplete = true
		return false
	}
	for _, t := range m.toks {
		if t.class == cPending && t.key == "owe" {
			return !m.has(cNumber) || len(m.said) == 0 && !slices.ContainsFunc(m.claims, func(cl claim) bool { return cl.base == "unreached" })
		}
	}
	return false
}

// lacksSome reports that some of a unit have not answered it yet: 3名老师没填表，其余51人均正常, 除1901班未交外，其余正常.
func (m *message) lacksSome(p phrase) bool {
	k := p.first(cPending)
	return k >= 0 && p.toks[k].key == "owe" && (k > 0 && p.has(cNumber) || m.fits(p, someClasses))
}

// someClasses are some of those of whom a unit is made.
var someClasses = pattern.MustCompile(`(?:[0-9一二两三四五六七八九十]个?|几个|个别|部分)(?:[^，。；]{0,4}班|班级|专业|教研室|科室|宿舍|小组)`)

// acks reports a receipt or a promise, with nothing to file.
func (m *message) acks() bool {
	if m.says("收") || m.has(cLater) || len(m.text.runes) < longTalk && m.anywhere(willReport) {
		return true
	}
	i := m.find(cAck)
	if i < 0 {
		return false
	}
	for _, t := range m.toks[:i] {
		if t.class == cText && t.to-t.from > 4 {
			return false
		}
	}
	short := m.word(m.toks[i])
	// 中, 行, 可以 answer only when they stand alone.
	if len([]rune(short)) == 1 || aloneAcks[short] {
		for _, p := range m.phrases {
			if p.only(cAck) {
				return true
			}
		}
		return false
	}
	return true
}

// willReport is a promise: 十分钟后报, 2点前报上.
var willReport = pattern.MustCompile(`^(?:谢谢|感谢|多谢|好|好的|收到)[^，。；]{0,4}[，。！ ]*(?:我?这就|马上|我?现在就?|我?立刻)去?(?:统计|报|填|核实|办|落实|通知|转发|问|催|查)[^，。；]{0,6}$|(?:分钟|小时|点|会儿?|稍|晚点|马上|随后|尽快|立即)[后前内左右之]{0,3}[就再]?(?:一定|肯定|保证|准)?(?:上报|报送|报上来?|报来|报)[。！]?$|完了?就(?:上?报|发|填)[。！]?$|^(?:是|好|行|中|嗯|好的|是的)?[，！ ]?(?:我们?)?(?:马上|这就|立即|立刻|即刻|现在就|尽快)去?(?:照?办|落实|安排|通知|统计|填|处理|传达|布置|核实|转发|执行)[^，。；]{0,6}[。！]?$`)

// theyKnow is said of those whom a notice has reached.
var theyKnow = pattern.MustCompile(`(?:已|均|都|全部?)[^，。；]{0,4}(?:知晓|知悉|收到|知道|看到|阅读|学习|传达|通知|转达|明白|了解)`)

// givesThanks reports that all figures are of stores that somebody has been given, and gives thanks for: 口罩200个已领到，谢谢后勤.
func (m *message) givesThanks() bool {
	for _, cl := range m.claims {
		if cl.base != "mask_stock" && cl.base != "disinfectant_stock" {
			return false
		}
	}
	return len(m.claims) > 0 && m.ctx.Asked == "" && m.anywhere(handedOver) && m.anywhere(thanking) && !m.anywhere(inStock)
}

var (
	handedOver = pattern.MustCompile(`领[到取回走了]|[收拿]到|签收|送[到来]|发[到下来放]|到货|到位`)
	thanking   = pattern.MustCompile(`谢|辛苦|^收到[，。！]`)
	inStock    = pattern.MustCompile(`库存|[还只]?剩|还有|现有|结存|结余|存量|目前`)
)

// hasUrged is said of whom somebody has told to do what was asked.
var hasUrged = pattern.MustCompile(`[已都][^，。；]{0,2}(?:督促|提醒|要求|催|转告|嘱咐|告知)`)

// praise is given to people who are counted.
var praise = pattern.MustCompile(`好样的|点赞|致敬|真棒|喝彩|了不起|👍`)

// calm reports that all figures are of what may be any size.
func (m *message) calm() bool {
	return len(m.claims) > 0 && len(m.Unknown) == 0 && !slices.ContainsFunc(m.claims, func(cl claim) bool { return !calmKeys[cl.base] && cl.base != "roster" })
}

// opensAck reports that a message begins with a receipt.
func (m *message) opensAck() bool { return len(m.toks) > 0 && m.toks[0].class == cAck }

// willAsk is a promise to look into those of whom has been told: 那两位我再问一遍.
var willAsk = pattern.MustCompile(`那[两俩一二三四五六七八九十0-9]*[位个名人几][^，。；]{0,8}(?:再|马上|这就|会|去|来)[^，。；]{0,4}(?:问|核|催|联系|跟进|盯|落实|通知|转告|查|看)|(?:正在?|这就|马上|[今明]天就|现在就|准备)[^，。；]{0,6}(?:核对|核实|核查|联系|打电话|统计|通知|排查|询问|问|催)[^，。；]{0,16}$|(?:名单|明细|材料|台账)[^，。；]{0,4}(?:发|报|传|送|给|交)(?:您|你|给|过去|过来|上去)`)

// thanksFor begins a thanks for what was done for people: 感谢后勤给留校的14名同学送饺子.
var thanksFor = pattern.MustCompile(`^(?:非常|十分|衷心|再次)?(?:感谢|谢谢|多谢)[^，。；]{0,12}(?:给|为|替|帮)`)

// asksOfChange reports that whatever a message says of a change, it asks of it and asks for none: 居家观察是从7天改成14天了吗？
func (m *message) asksOfChange() bool {
	asked := m.anywhere(changedYet)
	for _, p := range m.phrases {
		if !p.has(cFix) && !p.has(cBecomes) {
			continue
		}
		if p.ends != cAsk && !p.has(cQuestion) && !m.fits(p, changedYet) || m.fits(p, asksToChange) {
			return false
		}
		asked = true
	}
	return asked
}

// changedYet asks whether something has been changed: 刚才那个改成了没有.
var changedYet = pattern.MustCompile(`(?:改|更正|修改)(?:成功?|好|过来|过|上|掉|完)?了?(?:没有?|吗)(?:啊|呢|呀)?$`)

// asksToChange asks that something be changed: 能不能帮我改成3？
var asksToChange = pattern.MustCompile(`(?:能不能|能否|可否|可以|能|麻烦|帮|请|给)[^，。]{0,8}[改修订更]|[改修订更][^，。]{0,8}(?:可以|行|好|成)(?:吗|么|不)`)

// answersCall reports that a message is what the one before it asks for as a receipt: 收到请回复2.
func (m *message) answersCall() bool {
	said := strings.Trim(m.plain, "。！ ")
	n := len([]rune(said))
	if m.ctx.Before == "" || n == 0 || n > 4 {
		return false
	}
	for _, call := range []string{"回复", "请回", "扣", "回个", "打"} {
		if strings.Contains(m.ctx.Before, call+said) {
			return !strings.Contains(m.ctx.Before, "零报告")
		}
	}
	return false
}

// aloneAcks are receipts only where nothing else is said.
var aloneAcks = set("了解 已了解 可以 落实 确认 正确 没错 对的 无误 没问题 学习了 受教了 confirm")

// passedOn reports that a notice was passed on or acted on: 已转发到各班群, 已按要求落实.
func (m *message) passedOn() bool {
	if len(m.Fields) > 0 || len(m.claims) > 0 || !strings.Contains(m.plain, "已") {
		return false
	}
	if i := m.find(cTold); i >= 0 && i <= 2 && len(m.said) == 0 && (m.text.runes[m.toks[i].from] == '已' || m.behind(m.toks[i].from, "已", "已全部", "已经")) {
		return true
	}
	if m.anywhere(hasToldThem) {
		return true
	}
	for _, done := range []string{"落实", "执行", "安排", "部署", "布置"} {
		if strings.Contains(m.plain, "已"+done) || strings.HasPrefix(m.plain, "已") && strings.Contains(m.plain, done) && m.terse() {
			return true
		}
	}
	return false
}

// hasToldThem begins with whom a notice has reached: 班主任群已通知.
var hasToldThem = pattern.MustCompile(`^[^，。；无没未]{1,8}(?:已|都)[^，。；无没未]{0,3}(?:通知|转发|传达|转达|告知|发到|转到|落实)|^已(?:按|遵照|根据)[^，。；]{0,4}(?:要求|通知|安排)[^，。；]{1,8}(?:$|，)`)

// handedOn reports that a message begins as what somebody else wrote: 转 …, 转：….
func (m *message) handedOn() bool {
	return strings.HasPrefix(m.plain, "转 ") || strings.HasPrefix(m.plain, "转：")
}

// leaves reports a word of leave that is not denied: 无人离鹤.
func (m *message) leaves() bool {
	for _, p := range m.phrases {
		if i := p.first(cLeave); i >= 0 && !p.denies(i) {
			return true
		}
	}
	return strings.ContainsAny(m.plain, "假趟班天回返赴探乡因岗单学外") && len(m.text.runes) < longTalk && m.anywhere(asksLeave)
}

// longTalk is how many characters nobody needs to ask for leave or to promise a report.
const longTalk = 200

// asksLeave is 想请明天一天假, 我明天回老家一趟, 我下午去浚县接老人，晚上回, 今天由刘书记带班.
var asksLeave = pattern.MustCompile(`请[^，。；请勿各大寒暑放]{1,6}(?:小时|钟头|会儿)的?假|假[^，。；没未]{0,4}(?:销了?|已销)(?:$|[，。；])|(?:我|本人)[^，。；无没]{0,8}[去到赴回][^，。；]{2,12}[，、 ](?:来回|往返)|申请[^，。；]{0,8}(?:在家|居家)办公|外出[：，](?:去|到|赴)|假期?[^，。；]{0,3}(?:延长|延期|顺延)|续[假请]|(?:需|要|拟|想|申请)[^，。；]{0,8}[去回到赴][^，。；]{1,14}[，、 ]?(?:当[天日])(?:往返|来回|返回)|因[公事私](?:外出|赴|去|到|前往)|(?:不能|没法|无法)(?:到岗|上班|值班|去单位|去学校)|(?:去|来|到)不了(?:单位|学校|岗)|不去(?:单位|上班|学校)了|上不了班|请[^，。；请勿各大寒暑放]{1,8}假(?:[半一两三四五1-5]天)|申请[^，。；]{0,6}(?:休息|休养)|申请(?:[^，。；延推拖缓]|[延推缓](?:假|休|返|[期后迟缓长]返)){0,12}(?:去|到|返乡|回乡|探亲|回老家|外出|前往|赴)|(?:去|赴|到)[^，。；]{1,8}(?:开会|培训|学习|出差|调研|办事|就医|复查)[，、]?[^，。；]{0,4}(?:[一两三四五半1-5]天|代管|代班)|(?:我|本人)[^，。；无没]{0,10}[去回到][^，。；]{2,12}[，、 ]?(?:预计|大概|争取)?(?:当天|当日|今晚|晚上|下午|明天|明日|后天|明早|周[一二三四五六日])[^，。；]{0,4}(?:往返|返回|返鹤|回来?|赶回来?)(?:$|[，。；])|我[^，。；无没]{0,10}(?:回|去)[^，。；]{1,8}(?:一趟|[一两三四五半1-5]天)(?:$|[，。；])|由[^，。；]{1,5}(?:带班|顶班)|请[^，。；请勿各大寒暑放]{1,12}假(?:$|[，。；\s了回])`)

// arranged reports that all figures are of those who were told to be on duty.
func (m *message) arranged() bool {
	for _, cl := range m.claims {
		if cl.base != "on_duty" {
			return false
		}
	}
	return len(m.claims) > 0 && strings.Contains(m.plain, "安排")
}

// onlyRoster reports that all figures tell how many people there are.
func (m *message) onlyRoster() bool {
	for _, cl := range m.claims {
		if cl.base != "roster" {
			return false
		}
	}
	return len(m.claims) > 0
}

// musters reports a roll call: who is on leave is then a part of it.
func (m *message) musters() bool {
	all, some := false, false
	for k := range m.Fields {
		if strings.HasPrefix(k, "headcount") {
			return true
		}
		all = all || strings.HasSuffix(k, "_total") && calm(k)
		some = some || m.Fields[k] > 0 && (strings.HasPrefix(k, "on_duty") || strings.HasPrefix(k, "in_city"))
	}
	return some && (all || m.saidZero() || len(m.Fields) > 1) // 组织部8人，1人产假，7人在岗
}

// offers asks who wants something: 我这有84，谁用来拿.
var offers = pattern.MustCompile(`谁(?:用|要|需要|缺|想要|家缺)[^，。；]{0,4}(?:来?[拿取领]|找我|跟我说|说一声|吱声)`)

// terse reports that few words of the message are unknown: talk with a number in
// it is talk.
func (m *message) terse() bool {
	unknown := 0
	for _, t := range m.toks {
		if t.class == cText {
			unknown += t.to - t.from
		}
	}
	return unknown <= 6
}

func (m *message) says(word string) bool { return strings.TrimSpace(m.plain) == word }

// attempts reports few words, one of them of a report: “软件学院 隔离”, “软件学院 一切”. Talk of the same things is longer, or
// says thanks, asks, tells of meetings.
func (m *message) attempts() bool {
	unit := m.find(cUnit)
	if !m.terse() || unit >= 0 && strings.HasSuffix(m.ahead(unit), "请") {
		return false
	}
	begun := false
	for _, t := range m.toks {
		switch t.class {
		case cTopicOf, cTold, cOrder, cGreeting, cPlace, cOther, cLater:
			return false
		case cCategory:
			begun = begun || !ungroupedKeys[t.key]
		case cMeasure:
			begun = begun || t.key != "today"
		case cNumber, cFew, cNot, cFine, cFault, cPending:
			begun = true
		case cText:
			begun = begun || begins[m.word(t)]
		case cFigure:
			begun = begun || t.key == "row" || t.key == "decimal"
		}
	}
	return begun
}

// begins are words that by themselves can only begin a report, or stand for one.
var begins = set("都在家 在家 全在家 全部在家 均在家 都在 在家呢 都在家呢 人都在 人员都在家 报 上报 报告 日报 报送 报一下 来报 一切 一切都 情况 同上")

// Calls tells whether words are how somebody is called: by their name, with or without what they are, or by their family name and
// what people of the college call one another (“李老师”, “吴主任”).
func Calls(words, name, title string) bool {
	words = strings.TrimSpace(words)
	if name == "" || words == "" {
		return false
	}
	if strings.EqualFold(words, name) || strings.HasPrefix(words, name) && (polite.MatchString(words[len(name):]) || strings.TrimPrefix(words, name) == title) {
		return true
	}
	family := string([]rune(name)[:1])
	return strings.HasPrefix(words, family) && (polite.MatchString(words[len(family):]) || title != "" && strings.TrimPrefix(words, family) == title)
}

// polite are what people of a college put behind a name.
var polite = pattern.MustCompile(`^(?:老师|主任|书记|处长|院长|部长|科长|校长|同志|副主任|副书记|副处长|副院长)$`)
