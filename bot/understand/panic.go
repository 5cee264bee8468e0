package understand

import (
	"slices"

	"fangkong/bot/pattern"
)

var (
	// cries are phrases of somebody in need who does not say what has happened: 出事了, 救命.
	cries = pattern.MustCompile(`(?i)^ *(?:紧急|快|急|天哪|天啊|老师|领导|不好了|坏了|完了|喂|\S{1,6}学院)*(?:我们?|我院|我班|本院|学院|学校|班里|班上|系里|宿舍里?|寝室里?|这边|这里|这儿|学生|同学|老师|孩子)*(?:里|有人|有个|人|有一?[名位个]|一[名位个]|的)*(?:学生|同学|老师|孩子)?(?:刚刚?|真的?|好像|又|今天)*` +
		`(?:出(?:大|了大?)?事(?:儿|情)?|出人命|快?不行|晕死|要出人命)(?:了|啦|咯)+[啊呀吧呜]*(?: *(?:快|赶紧|赶快)?来(?:个|点)?人[啊呀吧]*)? *$|^ *(?:救命[啊呀]*|快来人[啊呀]*) *(?:我们?|我院|学院|学校|班里|宿舍|这边|这里|有)*(?:学生|同学|老师|教师|人)\p{Han}{0,2}?(?:快?不行|出事|晕倒|昏迷|没气)了[啊呀]* *$|^ *(?:我们?|有个|一[名个])*(?:学生|同学|老师|教师)\p{Han}{0,3}?快?不行了[啊呀]* *$|^ *(?:救命|来人|快来人|大事不好|不好了?出事)(?:啊|呀|了|帮忙)* *$|^ *(?:谁来?|快来?|请|求求你们?)*救救(?:我|[他她]|孩子|学生|室友|同学|人)\p{Han}{0,3} *$|` +
		`^ *(?:我们?|我院|我班|学院|学校|这边|这里|宿舍|班里)*(?:这边|这里|这儿)?(?:有|出现|发生)(?:了|个|件)*(?:紧急|突发|重大)(?:情况|事情|事件|的事|事) *$|^ *(?:我们?|我院|我班|学院|学校|宿舍|班里|学生)*(?:这边|这里|这儿|这)(?:有|出|出现|发现)了?[一1]例了? *$|` +
		`^ *(?:please )?(?:help (?:me|us)|sos|(?:it's |it is |this is )?an? emergency|something (?:terrible|awful|bad|serious) (?:has )?happened|(?:somebody|someone|a student) is dying)(?: please| now)* *$`)
	// cryAloud is a word that also asks how the bot works, and is shouted by whoever needs help.
	cryAloud = pattern.MustCompile(`(?i)^\s*help\s*(?:[!！]\s*)+$`)

	// paperwork is what people cry for help with who only have to fill it in.
	paperwork = pattern.MustCompile(`(?i)[这个张]表|表格|填[表报]|[难不会没]填|系统|电脑|打印机|\b(?:form|excel|printer|laptop|wifi|password)\b`)
	// breathless is a sign that with a fever, or a call for support, cannot wait.
	breathless = pattern.MustCompile(`(?i)(?:喘不|透不)[上过]气|呼吸困难|[晕昏]倒|[晕昏]过去|昏迷|抽搐|休克|不省人事|失去意识|\b(?:can(?:not|'t|’t) breathe|short(?:ness)? of breath|fainted|passed out|collapsed|unconscious)\b`)
	// peril is of somebody who lies there, and needs nothing else told to be looked after; calmed takes it back, likened says it of the tired.
	peril = pattern.MustCompile(`(?i)(?:喘不|透不)[上过]来?气|呼吸困难|没有?呼吸|[晕昏]倒|[晕昏]过去|昏迷|抽搐|休克|不省人事|失去意识|叫不醒|[吐呕]血|血流不止|跳楼|自杀|轻生|割腕|救救|\b(?:can(?:not|'t|’t) breathe|short(?:ness)? of breath|fainted|passed out|collapsed|unconscious|vomit(?:ing|s|ed)?(?: up)? blood|not breathing|won(?:'t|’t) wake up)\b`)
	// bleeding is a peril of whoever has no fever that is told: with one they are asked about as ill.
	bleeding = pattern.MustCompile(`(?i)[咳咯]血|\bcough(?:ing|s|ed)?(?: up)? blood\b`)
	calmed   = pattern.MustCompile(`(?i)没事|[血病]史|无碍|无大碍|[已又]?醒了|苏醒|清醒|好转|恢复|缓过来|脱离|讲座|知识|培训|预案|等症状|症状[者的]?|\b(?:fine now|recovered|training|drill|symptoms?)\b`)
	likened  = pattern.MustCompile(`\p{Han}得(?:我|都|快|要|就)*(?:喘|透|[晕昏])|[累困饿热]到`)
	// whoseLife is who may be ours and lie there.
	whoseLife = pattern.MustCompile(`(?i)我|本人|自己|学生|同学|室友|舍友|同事|孩子|儿子|女儿|闺女|老师|教师|职工|员工|师傅|阿姨|保安|宿管|有人|有个|[一1]个|[一1]名|宿舍|寝室|[他她]|\b(?:i|my|students?|roommate|classmate|someone|somebody|teacher|he|she)\b`)
	// lateHelp is an ambulance that does not come.
	lateHelp = pattern.MustCompile(`(?i)(?:救护车|急救车|120)[^，。！!]{0,4}(?:还|一直|都|迟迟)(?:没有?|不|未)(?:来|到|见)|\bambulance (?:has|is|did)(?: not|n't|n’t)\b[^,.]{0,6}(?:come|arrived?|here)`)
	// alone is whoever finds nobody to look after who is ill.
	alone = pattern.MustCompile(`(?i)没有?人(?:管|理|接|应|来|处理|照顾|过问)|打不通|叫不醒|(?:怎么|为什么)没有?人|\b(?:nobody|no one|no-one)\b`)

	// support is what is asked for where somebody lies there.
	support = pattern.MustCompile(`(?i)(?:需要?|请求?|求|等待?)(?:紧急|大家|你们|学校|马上|立即|人|派人)*(?:支援|救援|帮助|帮忙|救助|协助|来人)|\b(?:need|send) (?:help|support)\b`)

	// laughter tells that what stands beside it is a joke, weary is what it is said of.
	laughter = pattern.MustCompile(`(?i)哈哈|嘿嘿|呵呵|嘻嘻|笑死|开玩笑|[😂🤣😄😆😁😅]|\b(?:lol|haha+|just kidding)\b`)
	weary    = pattern.MustCompile(`[累困忙烦气热饿愁闷]得|加班`)
	nearly   = pattern.MustCompile(`(?:都?快要?|都?要|就要|差点|感觉)(?:被\p{Han}{0,3}[弄搞整]|被|成|变成|给)*$`)
)

// longestCry is how long a phrase is that only cries for help, in runes.
const longestCry = 36

// criesOut reports that a message calls for help, whatever it counts or asks beside it; over a form nobody dies: 救命，这表怎么填.
func (m *message) criesOut() bool {
	return cryAloud.MatchString(m.text.orig) || (m.gasps() || m.calls() || m.perils() || m.alone()) && !m.anywhere(paperwork)
}

// OfSomebody tells whether words say of whom they are, and do not only call for help.
func OfSomebody(words string) bool { return whoseLife.MatchString(words) }

// perils reports that somebody lies there who may be ours, or that the ambulance for them does not come.
func (m *message) perils() bool {
	if m.has(cHearsay) || m.has(cIf) || m.has(cNews) || m.merry() || m.drill != noDrill || m.anywhere(calmed) {
		return false
	}
	if m.anywhere(lateHelp) {
		return true
	}
	short := len(m.text.runes) <= shortCry
	return !m.has(cOrder) && !m.wonders() && (m.threatens(peril) || !m.anywhere(fevered) && m.threatens(bleeding)) && !m.anywhere(likened) && (short || m.anywhere(whoseLife))
}

// shortCry is how long a message is, in runes, that needs not say of whom it is.
const shortCry = 8

// threatens reports that a message says something of a danger, beside what it says that there is not.
func (m *message) threatens(danger *pattern.Pattern) bool {
	return m.anywhere(danger) && danger.MatchString(noDanger.ReplaceAllString(m.plain, ""))
}

// alone reports that nobody looks after somebody who has a fever.
func (m *message) alone() bool {
	if !m.threatens(alone) {
		return false
	}
	words := noDanger.ReplaceAllString(m.plain, "")
	return (fevered.MatchString(words) || higher.MatchString(words)) && !m.has(cHearsay) && !m.has(cIf) && !m.has(cNews) && !m.merry() && (m.has(cNumber) || whoseLife.MatchString(words)) && !nobodyElse.MatchString(words)
}

// nobodyElse says that there is nobody with a fever: 没有人发烧.
var nobodyElse = pattern.MustCompile(`没有?人(?:再)?(?:发烧|发热|高烧|有)`)

// ofChild reports that somebody tells of their own child, who may be our student, that nobody looks after them or that they lie there.
func (m *message) ofChild() bool {
	own := func(t token) bool {
		return t.class == cOther && child.MatchString(m.word(t)) && !m.parentBehind(t)
	}
	return slices.ContainsFunc(m.toks, own) && (m.perils() || m.alone())
}

// gasps reports that one of ours has no breath or has fainted, and has a fever or needs support.
func (m *message) gasps() bool {
	return (m.has(cGroup) || m.has(cOurs) || m.has(cSelf) && !m.has(cOther)) && !m.has(cHearsay) && !m.has(cIf) && !m.has(cNews) && !m.wonders() &&
		m.threatens(breathless) && (m.anywhere(fevered) || m.anywhere(higher) || m.anywhere(support))
}

// wonders reports that a message asks what it tells of, and not what to do about it: 发烧晕倒算异常吗.
func (m *message) wonders() bool {
	return m.has(cQuestion) && !slices.ContainsFunc(m.phrases, m.whatNow) && !m.anywhere(asksHelp)
}

// asksHelp is a question of its own behind what has happened.
var asksHelp = pattern.MustCompile(`有人(?:在|管|来|能帮忙)?(?:吗|么)|谁(?:能|来)(?:帮|救)|\b(?:is )?(?:anyone|anybody) (?:there|here)|(?:^|[ ，,。！!])(?:我|我们|现在|该)*(?:怎么办|咋办|咋整|怎么处理|what (?:do|should|shall|can) (?:i|we) do)`)

// calls reports that a short phrase is a call for help.
func (m *message) calls() bool {
	return slices.ContainsFunc(m.phrases, func(p phrase) bool {
		return p.ends != cAsk && p.to()-p.from() <= longestCry && m.fits(p, cries)
	})
}

// jest reports that somebody jokes of nearly being a case: 累得我都要疑似了.
func (m *message) jest(s mention) bool {
	if s.base == "sealed" && !s.counted && m.merry() && !m.anywhere(shutIn) {
		return true // 俺村口都堵上了，哈哈
	}
	if !s.counted && unreal.Within(&m.letters) && unreal.MatchString(string(m.text.runes[max(0, s.from-16):s.from])) {
		return true // 昨天梦见自己确诊了
	}
	return !s.counted && m.merry() && nearly.MatchString(string(m.text.runes[max(0, s.from-5):s.from]))
}

// merry reports that somebody laughs in a message, or is weary.
func (m *message) merry() bool {
	if !m.heard {
		m.heard, m.laughs = true, laughter.MatchString(m.text.orig) || m.anywhere(weary)
	}
	return m.laughs
}

// jests reports that all that a message names is a joke.
func (m *message) jests() bool {
	for _, s := range m.said {
		if !m.jest(s) {
			return false
		}
	}
	return len(m.said) > 0
}

// dying reports that a word for a death says so of anything that breaks, and is one only of people: 手机死了.
func (m *message) dying(s mention) bool {
	return s.base == "death" && bluntly.MatchString(m.quote(s.from, s.to))
}

var bluntly = pattern.MustCompile(`^(?:死了|人没了|没气了|dead)$`)
