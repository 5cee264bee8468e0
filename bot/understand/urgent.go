package understand

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// alarms reads the message phrase by phrase for news of a case of ours.
func (m *message) alarms() (a alarm) {
	a.ailing = m.names("hospital") && m.anywhere(ailment)
	m.suspects = m.names("suspected")
	m.sealing = m.names("sealed")
	m.shutIn = m.sealing && m.has(cSelf) && m.shutMeIn()
	m.judged = m.names("close_contact") && m.verdict()
	m.centre = m.inCentre()
	for _, cl := range m.claims {
		if cl.measure == "prev" && !m.hadBefore(cl.base) {
			m.had = append(m.had, cl.base)
		}
	}
	if m.hypothetical() {
		return a // 疑似转确诊，表上怎么改？
	}
	v, line := voice{}, -1
	rumours, guards := m.hearsay(), m.guards()
	for i, p := range m.phrases {
		if p.sentence != line {
			line, v = p.sentence, voice{parent: guards, goesOn: guards}
		}
		v.listen(m, p)
		v.hearsay = v.hearsay || rumours[p.sentence] && !v.ours && !v.self
		if v.asking || v.supposing || v.hearsay && !v.vouched {
			continue
		}
		for s := range m.facts(i) {
			m.hear(&a, s, v, p)
		}
		m.circumstances(&a, v, p)
		m.hints(&a, v, p)
	}
	m.conclude(&a)
	return a
}

// hypothetical reports a question that speaks of nobody, and of no day.
func (m *message) hypothetical() bool {
	if !m.has(cQuestion) || !m.has(cAsk) || len(m.text.runes) > longTalk {
		return false
	}
	for _, c := range []class{cOurs, cSelf, cGroup, cUnit, cNumber, cFew, cThird, cOther, cDate, cTaken, cAmbul, cSick, cPlace, cSource} {
		if m.has(c) {
			return false
		}
	}
	return m.anywhere(paperWork) && !slices.ContainsFunc(m.toks, func(t token) bool { return t.key == "today" || t.class == cText && m.text.isName(t) })
}

// paperWork are words for how something is filed.
var paperWork = pattern.MustCompile(`表|栏|填|报|格式|统计|怎么[改写]`)

// facts are what phrase i tells of: the items it names, and what no form counts: a positive test or its signs, somebody taken
// away, an ambulance, intensive care.
func (m *message) facts(i int) iter.Seq[mention] {
	return func(yield func(mention) bool) { m.eachFact(i, yield) }
}

func (m *message) eachFact(i int, yield func(mention) bool) {
	p := m.phrases[i]
	first, _ := slices.BinarySearchFunc(m.said, i, func(s mention, i int) int { return s.phrase - i })
	for _, s := range m.said[first:] {
		if s.phrase != i {
			break
		}
		if (s.counted || !p.topicAt(s.from)) && !yield(s) {
			return
		}
	}
	for k, t := range p.toks {
		base := m.beside(p, k)
		if base != "" && !p.topic(k) && !yield(mention{base: base, from: t.from, to: t.to, phrase: i, denied: p.denies(k) || p.none(k)}) {
			return
		}
	}
}

// beside is what the word at k tells that no form counts, "" for nothing.
func (m *message) beside(p phrase, k int) string {
	switch t := p.toks[k]; t.class {
	case cSick:
		switch {
		case p.at(k+1).key == "suspected": // 诊断为新冠肺炎疑似病例
		case t.key != "":
			return t.key
		default:
			return "positive"
		}
	case cWeak:
		switch {
		case t.key != "confirmed":
		case p.has(cMaybe):
			return "sign" // 怀疑是新冠
		case k == 1 && len(p.toks) == 2 && m.behind(t.from, "是") && p.ends != cAsk:
			return "positive" // 不是感冒，是新冠
		}
	case cTaken:
		return t.key
	case cAmbul:
		return cmp.Or(t.key, "ambulance")
	}
	return ""
}

// fact is one thing that is told: whose voice tells it, in which phrase, and what that makes of it.
type fact struct {
	mention
	voice
	phrase
	ofOurs bool // told of one of ours, or counted
	stock  bool // a figure of what there is, or was yesterday
	over   bool // told to have ended
}

func (m *message) fact(s mention, v voice, p phrase) fact {
	return fact{mention: s, voice: v, phrase: p,
		ofOurs: v.self || v.ours || v.goesOn || s.counted || m.isAsked(s.base) || m.text.holds(token{from: s.from, to: s.to}, '我'), // 不让我出小区
		stock:  s.measure == "now" || (s.measure == "" || s.measure == "today") && s.counted && m.hadBefore(s.base) || s.measure == "total" || s.measure == "prev" && m.ofYesterday(s, p) || m.ofThoseIn(s),
		over:   strings.HasPrefix(s.measure, "released") || s.measure == "?" && p.released() || strings.HasSuffix(s.base, "quarantine") && m.wentHome(s)}
}

// ofThoseIn reports that those in a centre are told as a part of all who are in quarantine by now: 隔离9人，其中6人居家，3人在隔离点.
func (m *message) ofThoseIn(s mention) bool {
	return s.base == "central_quarantine" && s.counted && m.centre > 0 && s.value == m.centre
}

// inCentre is how many of all who are told to be in quarantine by now are not at home, 0 where that is not said, or has just come about.
func (m *message) inCentre() int {
	all, home := 0, 0
	for _, cl := range m.claims {
		switch {
		case !cl.known || cl.denied || cl.measure != "" && cl.measure != "now":
		case cl.base == "quarantine":
			all = cl.value
		case cl.base == "home_quarantine":
			home = cl.value
		}
	}
	if home == 0 || m.anywhere(lately) {
		return 0
	}
	return all - home
}

// lately are words for what has just happened.
var lately = pattern.MustCompile(`[今刚又新]|带走|拉走|送到|送去|转运`)

// isAsked reports that an item is what was asked of one of ours: 医院按疑似收治的, asked 您班那名学生确定是疑似吗？
func (m *message) isAsked(base string) bool {
	return m.before != nil && m.before.question && m.before.one && slices.ContainsFunc(m.before.asked, func(k string) bool {
		b, _, _ := split(k)
		return b == base
	})
}

// hadBefore reports that a figure of the day before is given of an item: 在隔离点3人，昨日4人.
func (m *message) hadBefore(base string) bool { return slices.Contains(m.had, base) }

// hear weighs one thing that is told.
func (m *message) hear(a *alarm, s mention, v voice, p phrase) {
	switch {
	case m.sealsUs(s, p):
	case s.denied, s.counted && s.value == 0, m.isTask(s, p), p.fears(s.from), m.settledCase(s), m.jest(s), m.dying(s) && !v.ours && !v.goesOn:
	case v.family, v.near && s.base != "sealed":
		m.theirs(a, s, v, p)
	case exposure(p, s) && p.has(cOrder) && !v.ours && !v.self && !v.goesOn: // 接触过确诊病例的请主动报告
	case exposure(p, s):
		a.contact, a.exposed = true, true
		a.met = a.met || v.self || v.ours || v.goesOn
		a.raise(Maybe, "close_contact")
	case p.has(cTold) && !s.counted && gravity[s.base] > 0: // 学习疑似病例…
	case !s.counted && !v.self && !p.has(cOurs) && !p.has(cUnit) && (p.has(cOrder) || m.begs(p) || !v.ours && !v.goesOn && p.papers(s.from)): // 请各单位统计密接人数
	default:
		m.weighFact(a, m.fact(s, v, p))
		if !s.counted && v.one && !(s.base == "sealed" && m.fits(p, overThere)) {
			a.one = append(a.one, s)
		}
	}
}

// sealsUs reports that a case is only that for which a house or village is shut: 我们庄封路了，有个确诊.
func (m *message) sealsUs(s mention, p phrase) bool {
	return (s.base == "confirmed" || s.base == "suspected") && !s.denied && (p.first(cHave) == 0 || p.first(cHave) == 1 && p.toks[0].class == cText && m.fits(p, saidWhy)) && p.only(cHave, cCounter, cCategory, cEtc, cNumber, cText) && (!s.counted || s.value == 1) && m.sealing
}

// saidWhy begins the reason for which somebody is shut in: 说是有疑似.
var saidWhy = pattern.MustCompile(`^(?:说是?|因为?|由于|原因是|是因为)有`)

// weighFact raises the alarm for one thing that is told of ours, or of nobody.
func (m *message) weighFact(a *alarm, f fact) {
	switch f.base {
	case "positive":
		if f.unsure {
			a.raise(sure(f.ofOurs), "suspected")
		} else {
			a.raise(Yes, "confirmed")
		}
	case "sign":
		a.raise(sure(f.ofOurs), "suspected")
	case "ambulance":
		a.raise(sure(!m.keptReady(f)), "hospital")
	case "critical":
		a.clinic = true
		if (f.ofOurs || f.counts() || m.has(cOurs) || m.has(cGroup)) && !f.names("intern_now") && !f.names("on_duty") {
			a.raise(Yes, "hospital")
		} else if m.fits(f.phrase, inCare) && !m.fits(f.phrase, things) && !m.fits(f.phrase, careWork) && !f.phrase.has(cPlace) && !f.phrase.has(cTopicOf) {
			a.raise(Maybe, "hospital") // 重症了, of whom will be asked
		}
	case "confirmed", "suspected", "sealed", "death":
		m.weighCase(a, f)
	case "close_contact":
		if !f.over {
			a.raise(sure(!f.stock && m.isContact(f)), f.base)
		}
	case "taken", "central_quarantine", "quarantine", "home_quarantine":
		m.weighQuarantine(a, f)
	case "hospital":
		a.clinic = true
		switch {
		case f.over, f.stock, a.ailing && !f.disease(): // 骨折住院
		case f.disease() && f.ofOurs:
			a.raise(Yes, "confirmed") // 因新冠肺炎住院
		default:
			a.raise(Maybe, "hospital")
		}
	default:
		a.together(f)
	}
}

// sure is Yes for what is so, and Maybe for what has to be asked.
func sure(yes bool) Urgency {
	if yes {
		return Yes
	}
	return Maybe
}

// weighCase weighs a diagnosis, a home that is sealed, or a death.
func (m *message) weighCase(a *alarm, f fact) {
	switch {
	case f.over, f.base == "death" && f.measure == "total":
	case f.near && a.level == Yes, f.base == "sealed" && !f.counted && m.judged && m.fits(f.phrase, quarters): // the house follows from the case already told
	default:
		if f.base == "sealed" && m.gateAlone(f) {
			a.raise(Maybe, f.base)
			return
		}
		// A village sealed is ours when one of ours lives in it.
		ours := f.ofOurs && !(f.base == "sealed" && m.fits(f.phrase, overThere)) && !(f.base == "sealed" && m.guarded(f.phrase)) || f.near && (m.has(cSelf) || m.has(cOurs) || m.has(cGroup)) || m.found(f.mention)
		ours = ours || f.base == "sealed" && ((m.has(cOurs) || m.has(cGroup)) && m.anywhere(inside) || m.shutIn)
		ours = ours || m.answersYes() || f.base != "sealed" && f.only(cCategory, cEtc) && m.oursBehind(f.mention)
		a.raise(sure((ours && !f.stock || f.base == "confirmed" && m.turned(f.mention)) && !f.unsure), f.base)
	}
}

// answersYes reports that a message answers a question for cases of ours with a yes, and goes on: 有1名，刚定的疑似.
func (m *message) answersYes() bool {
	return m.before != nil && m.before.question && m.phrases[0].toks[0].class == cHave && strings.HasPrefix(m.plain, "有") && m.phrases[0].only(cHave, cNumber, cMeasure, cGroup)
}

// shutMeIn reports that the writer says of themselves that they may not come out: 刚才居委会贴封条，我跟老公都不让出门了.
func (m *message) shutMeIn() bool {
	return slices.ContainsFunc(m.phrases, func(p phrase) bool { return p.has(cSelf) && p.toks[0].class == cSelf && m.fits(p, shutIn) })
}

// quarters are where a contact has lived, and is no more.
var quarters = pattern.MustCompile(`宿舍|寝室|房间|教室|楼层`)

// oursBehind reports that a case is cried out and then said to be ours: 确诊！我院食堂采购员.
func (m *message) oursBehind(s mention) bool {
	i := s.phrase + 1
	return i < len(m.phrases) && (m.phrases[i].has(cOurs) || m.phrases[i].has(cUnit) && m.phrases[i].counts()) && len(m.phrases[i].toks) > 1 && !m.phrases[i].has(cCategory) && !m.phrases[i].has(cNot) && !m.phrases[i].has(cAsk) && m.phrases[i].ends != cAsk
}

// isContact reports that a close contact is news: somebody has been told so, or taken away for it. 密接3人 alone is a figure.
func (m *message) isContact(f fact) bool {
	return f.measure == "new" || f.has(cTaken) || m.moved || f.self || m.judged || m.isOne(f.mention) ||
		f.ours && (!f.counted || m.has(cDate) && m.has(cSource) || caseWord.MatchString(m.quote(f.mention.from, f.mention.to)))
}

// caseWord is a word for a case, of which the people who met it are contacts: 2名老师和确诊的那个人一起开过会.
var caseWord = pattern.MustCompile(`(?i)确诊|疑似|confirmed|suspected`)

// weighQuarantine weighs where somebody is, or has been taken to: central quarantine is of the one-hour rule, one's home is not.
func (m *message) weighQuarantine(a *alarm, f fact) {
	switch f.base {
	case "taken":
		if (f.self || f.ours || f.goesOn) && (f.phrase.has(cAmbul) || toHospital.MatchString(m.wrote(f.phrase))) && !strings.Contains(m.wrote(f.phrase), "隔离") {
			a.raise(Yes, "hospital") // 120拉到市人民医院住院了
			return
		}
		if f.self || f.ours || f.goesOn {
			a.gone = true
			a.raise(sure(m.byAuthority(f.phrase) || strings.Contains(m.wrote(f.phrase), "隔离")), "central_quarantine")
		} else if takers.MatchString(m.wrote(f.phrase)) && !m.fits(f.phrase, things) && !f.phrase.has(cPlace) && !f.rooms() {
			a.raise(Maybe, "central_quarantine") // 穿防护服的把他接走了
		}
	case "central_quarantine":
		there, away := m.isThere(f.mention), m.isPutAway(f)
		a.gone = a.gone || f.self || (f.ours || f.goesOn) && !f.hasThird() && !f.counted
		ordered := f.has(cTaken) || (m.text.runes[f.mention.from] == '送' || m.text.runes[f.mention.from] == '转') && !f.phrase.has(cFuture) || f.ofOurs && m.fits(f.phrase, orderedTo)
		ordered = ordered || m.sentThere(f)
		if !f.over && (!f.stock || ordered && f.measure == "now") && !f.rooms() && !m.ofThoseAway(f.phrase) && (f.ofOurs || there || away || ordered) {
			a.raise(sure(f.measure == "new" || ordered || f.self || f.ofOurs && there || away), f.base)
		}
	default:
		a.housed = true
		a.put = a.put || (f.self || f.ours || f.goesOn || f.hasThird()) && m.isPutAway(f)
		if f.base == "quarantine" && f.has(cTaken) && strings.Contains(m.wrote(f.phrase), "医院") {
			a.raise(Yes, "hospital") // 被送到县医院隔离
			return
		}
		if f.base == "quarantine" && (f.self || f.ours || f.goesOn) && m.isPutAway(f) {
			a.raise(sure(m.byOrder(f.phrase)), "central_quarantine") // 我被隔离了, 学生被社区隔离
		}
		if f.base == "quarantine" && f.has(cTaken) && takenOff.MatchString(m.quote(f.phrase.from(), f.phrase.to())) {
			a.raise(Yes, "central_quarantine")
		}
	}
}

// toHospital is said of somebody who is taken to where the ill are treated.
var toHospital = pattern.MustCompile(`(?:120|救护车)[^，。；]{0,12}(?:医院|住院)|医院[^，。；]{0,4}住院`)

// hasThird reports that a phrase goes on about somebody told of before: 他现在被叫回去隔离.
func (f fact) hasThird() bool { return f.phrase.has(cThird) }

// takenOff are words for people who are taken somewhere.
var takenOff = pattern.MustCompile(`(?i)[带拉接送]|\b(?:took|taken)\b`)

// together notes a fever, and who has been where: what is a case only with something else.
func (a *alarm) together(f fact) {
	switch f.base {
	case "cough", "symptom":
		a.unwell = a.unwell || !f.counted
	case "fever":
		a.fever = true
		// One person came back and is feverish: “一名学生从武汉回来，今天发烧了”.
		if a.left == f.sentence+1 && (!f.counted || f.value == 1 && f.alone("hubei_left")) {
			a.contact = true // and 1名学生从武汉回来发烧
		}
		if !f.counted || f.value == 1 {
			a.burns = f.sentence + 1
		}
		if f.self && !f.counted {
			a.raise(Maybe, "fever")
		}
	case "hubei_now", "wuhan_now", "hubei_native":
		a.hubei = a.hubei || f.base != "hubei_native" || !f.counted
		a.away = a.away || !f.counted
		a.native = a.native || f.base == "hubei_native" && !f.counted
	case "hubei_left", "hubei_contact", "source_contact", "hubei_transit":
		a.contact = a.contact || !f.counted || f.value > 0 && a.fever && f.has(cPart) // 2人发烧，其中一人刚从湖北回来
		a.hubei = a.hubei || f.counted
		if f.counted && f.value == 1 {
			a.left = f.sentence + 1
			a.contact = a.contact || a.burns == a.left && f.phrase.first(cNumber) < 0 // 一名学生发烧38.6，刚从武汉回来
		}
	}
}
