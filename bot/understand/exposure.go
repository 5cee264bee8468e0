package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// exposure reports “接触确诊病人”, “与疑似病人有接触”: someone else is the case.
func exposure(p phrase, s mention) bool {
	src := p.first(cSource)
	if src < 0 || s.counted || s.base != "confirmed" && s.base != "suspected" && s.base != "positive" {
		return false
	}
	for k, t := range p.toks {
		if t.from == s.from {
			if and := p.first(cAnd); and > k && and < src && p.at(and+1).class == cSelf {
				return true // 那个确诊的跟我一桌吃的饭
			}
			// 与其确诊的舅舅吃过饭
			return src < k || p.at(k-1).class == cAnd || p.at(k-2).class == cAnd && p.at(k-1).to == p.at(k-1).from+1
		}
	}
	return false
}

// metOnes drops the question how many cases there are of which one of ours has only met one: 学生密切接触过确诊病例.
func (m *message) metOnes() {
	m.Doubts = slices.DeleteFunc(m.Doubts, func(d Doubt) bool {
		base, _, _ := split(d.Key)
		return d.Code == HowMany && m.onlyMet(base)
	})
}

// contactsOf counts those of ours of whom an alarm tells that they have met a case: 2名教师同乘过确诊患者的车次.
func (m *message) contactsOf() {
	if m.UrgentType != "close_contact" || m.figured("close_contact") || m.relatives() {
		return
	}
	for _, p := range m.phrases {
		k, src := p.first(cNumber), p.first(cSource)
		if k < 0 || src < k || !p.toks[k].people || p.toks[k].approx || p.toks[k].value == 0 || p.at(k+1).class != cGroup || p.denies(src) {
			continue
		}
		if of, ok := key("close_contact", "new", p.at(k+1).key); ok {
			m.Fields[of] = p.toks[k].value
			m.Why = append(m.Why, Reason{of, m.wrote(p)})
		}
		return
	}
}

// transferred counts those who were in quarantine at home and are taken to a centre: 居家隔离2人今天转为集中隔离.
func (m *message) transferred() {
	if m.UrgentType != "central_quarantine" || m.figured("central_quarantine") {
		return
	}
	for _, s := range m.said {
		if s.base != "central_quarantine" || s.counted || s.denied || m.text.runes[s.from] != '转' {
			continue
		}
		for _, cl := range m.claims {
			home, _ := key("home_quarantine", cl.measure, cl.group)
			of, ok := key("central_quarantine", "new", cl.group)
			if ok && cl.base == "home_quarantine" && cl.known && cl.value > 0 && cl.to <= s.from && cl.from >= m.phrases[s.phrase].from() {
				delete(m.Fields, home)
				m.Fields[of] = cl.value
				m.Why = append(m.Why, Reason{of, m.quote(cl.from, s.to)})
				return
			}
		}
	}
}

// onlyMet reports that an item is said of nobody but whom one of ours has met.
func (m *message) onlyMet(base string) bool {
	met := false
	for _, s := range m.said {
		if s.base == base && !exposure(m.phrases[s.phrase], s) {
			return false
		}
		met = met || s.base == base
	}
	return met
}

// sameRoom are where people work and live beside one another: 一个办公室.
var sameRoom = set("办公室 宿舍 寝室 教研室 科室 屋")

// beenThere makes an exposure of what somebody went to Hubei for: 1月20日去武汉送设备.
func beenThere(toks []token, t *text) {
	for i := 1; i+1 < len(toks); i++ {
		w := toks[i]
		if w.class != cWeak || w.key != "wuhan_now" && w.key != "hubei_now" || toks[i-1].class != cText || toks[i+1].class != cText {
			continue
		}
		if wentTo.MatchString(string(t.runes[max(0, w.from-16):w.from])) && forWhat.MatchString(string(t.runes[w.to:min(len(t.runes), w.to+6)])) {
			toks[i].class, toks[i].key = cSource, "travel"
		}
	}
}

var (
	wentTo  = pattern.MustCompile(`(?:[0-9]日|[0-9]号|上周|上个?月|[节年]前|春节|寒假|假期|曾|刚|前几天|初[一二三四五六七八九十])[^，。；不没未要]{0,4}(?:去|到|赴|往)(?:过|了)?$`)
	forWhat = pattern.MustCompile(`^(?:市|那边)?(?:送|接|拉|取|办|参|看|陪|旅|探|出|考|面|开|学|培|打|做|玩|走|进货)`)
)

// neighbours makes an exposure of 与确诊患者同村: who lives where a case does is no neighbour that is told of.
func neighbours(toks []token, t *text) {
	sick, with := false, false
	for i := range toks {
		switch tok := &toks[i]; {
		case parts[tok.class]:
			sick, with = false, false
		case tok.class == cAnd:
			with = true
		case tok.class == cCategory && (tok.key == "confirmed" || tok.key == "suspected"):
			sick = with
		case sick && tok.class == cText && sameRoom[string(t.runes[tok.from:tok.to])] && i > 0 && t.runes[toks[i-1].from] == '一':
			tok.class, tok.key = cSource, "contact" // 和确诊的那个人一个办公室
			if toks[i-1].class == cNumber {
				toks[i-1].class = cFigure
			}
		case sick && tok.class == cOther && tok.key == "near" && t.runes[tok.from] == '同':
			tok.class, tok.key = cSource, "contact"
		}
	}
}

// met makes a contact of “与确诊患者同乘”: the case is somebody else's, and whoever is counted has met it.
func met(toks []token, in *text) {
	for k := 1; k+1 < len(toks); k++ {
		t := &toks[k]
		if (t.class == cWeak || t.class == cCategory) && (t.key == "hubei_left" || t.key == "hubei_now" || t.key == "wuhan_now") && toks[k-1].class == cSource && touched.MatchString(string(in.runes[toks[k-1].from:toks[k-1].to])) {
			if next := toks[k+1]; next.class == cOther || next.class == cEtc || next.class == cText && next.to-next.from <= 4 || next.class == cHave && (k+2 == len(toks) || parts[toks[k+2].class] || toks[k+2].class == cOther || toks[k+2].class == cText) {
				t.class, t.key = cCategory, "hubei_contact" // 因接触过武汉游客
				if next.class == cOther {
					toks[k+1].class = cText
				}
				continue
			}
		}
		if (t.class == cCategory || t.class == cWeak) && (t.key == "hubei_left" || t.key == "hubei_now" || t.key == "wuhan_now") && toks[k-1].class == cAnd && ofThose(toks, k) {
			t.class = cCategory
			t.key = "hubei_contact" // 与武汉返回人员同桌吃饭
			continue
		}
		if t.class != cCategory || t.key != "confirmed" && t.key != "suspected" {
			continue
		}
		with, next := k-1, k+1
		if toks[with].class == cNumber && with > 0 {
			with-- // 和一个确诊的坐过同一趟车: how many they were is nothing of ours
		}
		for (toks[next].class == cHave || toks[next].class == cEtc || toks[next].class == cCounter || toks[next].class == cGroup || toks[next].class == cText && toks[next].to-toks[next].from <= 3) && next+1 < len(toks) { // 确诊的那个人
			next++
		}
		if toks[with].class != cAnd || toks[next].class != cSource {
			continue
		}
		t.key = "close_contact"
		if with < k-1 {
			toks[k-1].class = cFigure
		}
	}
}

// metAmong makes nobody of ours of a case among those whom somebody has met: 拼车回来的人里有一个疑似.
func metAmong(toks []token, in *text) {
	for k := 1; k < len(toks); k++ {
		if t := toks[k]; t.class == cCategory && (t.key == "confirmed" || t.key == "suspected") && toks[k-1].class == cNumber && in.amongThem(toks, k-1) {
			toks[k-1].class = cFigure
		}
	}
}

// amongThem reports that the number at k is of those whom somebody has met: 同车的人中有1人确诊.
func (t *text) amongThem(toks []token, k int) bool {
	for i := k - 1; i >= max(0, k-aPhrase) && !parts[toks[i].class]; i-- {
		if toks[i].class == cSource {
			return metSome.MatchString(string(t.runes[toks[i].to:toks[k].from]))
		}
	}
	return false
}

var metSome = pattern.MustCompile(`^的?(?:几个|那些|这些)?(?:人|旅客|乘客|人员|同学|同事|亲戚|老乡|司机|朋友)(?:里面?|里头|当?中|之中|内)(?:后来)?[有出现发查]*(?:了|出)?$`)

// touched are the words for having met somebody.
var touched = pattern.MustCompile(`^(?:近距离|密切)?接触过?$`)

// ofThose reports that those told of at k are met: 返回人员同桌, 回来的人一起吃饭.
func ofThose(toks []token, k int) bool {
	for k++; k < len(toks) && (toks[k].class == cEtc || toks[k].class == cHave || toks[k].class == cCounter || toks[k].class == cOther || toks[k].class == cGroup || toks[k].class == cText && toks[k].to-toks[k].from <= 2); k++ {
	}
	return k < len(toks) && toks[k].class == cSource
}

// theirs weighs what is told of a relative or a neighbour: their case is not ours; it may have reached ours.
func (m *message) theirs(a *alarm, s mention, v voice, p phrase) {
	switch s.base {
	case "confirmed", "suspected", "positive", "sign":
		a.kin = a.kin || v.family
	case "close_contact", "quarantine", "home_quarantine", "central_quarantine":
		if !v.family {
			return
		}
	case "taken":
		if !(v.family && (m.byAuthority(p) || m.anywhere(takers)) || v.near && takers.MatchString(m.wrote(p))) {
			return
		}
	case "fever":
		a.feverAtHome = a.feverAtHome || v.family
		return
	case "hubei_left":
		a.contact = a.contact || v.family // 她儿子武汉回来的
		return
	default:
		return
	}
	a.raise(Maybe, "close_contact")
	a.talk = true
	a.relative, a.neighbour = a.relative || v.family, a.neighbour || v.near && !v.family
	// Who lives with a case needs no other contact; a parent who telephones of their own wife or husband is none of ours.
	a.contact = a.contact || v.family && (v.self || v.ours) && !v.parent && m.household(p)
}

// circumstances notes what a phrase tells that is a case only together with something else.
func (m *message) circumstances(a *alarm, v voice, p phrase) {
	if p.exposed() && !v.family && !v.near {
		a.raise(Maybe, "fever_with_exposure")
		m.Exposed = true
	}
	if !v.family && !v.near && p.feverish() && !p.nobody() {
		a.fever = true
		a.contact = a.contact || a.left == p.sentence+1 && p.first(cNumber) < 0 // 一学生从武汉返乡，今早体温38.1
	}
	a.feverAtHome = a.feverAtHome || v.family && p.feverish()
	if p.has(cClinic) && m.fits(p, advised) {
		a.advised = true
	} else {
		a.clinic = a.clinic || p.has(cClinic)
	}
	if (v.ours || v.goesOn || v.self) && !v.family && !v.near && p.has(cClinic) && m.fits(p, keptThere) && !a.ailing {
		a.raise(Yes, "hospital")
	}
	if (v.ours || v.goesOn) && m.fits(p, inThat) && (m.has(cSource) || m.suspects || m.names("confirmed")) {
		a.exposed, a.met = true, true // 8号车厢有确诊，我院学生赵某在该车厢
		a.raise(Maybe, "close_contact")
	}
	src, weak := p.first(cSource), p.first(cWeak)
	if src >= 0 && !p.denies(src) && !v.family && !v.near && slices.ContainsFunc(p.toks[src:], func(t token) bool { return t.class == cSource && caseWord.MatchString(m.word(t)) }) {
		a.exposed, a.met = true, a.met || v.self || v.ours || v.goesOn // 学生坐的火车上有疑似病人
		a.raise(Maybe, "close_contact")
	}
	a.contact = a.contact || src >= 0 && !p.denies(src) ||
		weak >= 0 && strings.HasSuffix(p.toks[weak].key, "_now") && !p.denies(weak) && strings.ContainsAny(m.wrote(p), "回来返到过")
}

// keptThere is said of somebody whom a hospital does not let go: 去发热门诊就没让回来.
var keptThere = pattern.MustCompile(`没让[^，。]{0,2}[回走]|不让[^，。]{0,2}[回走]|住进[^，。]{0,6}(?:隔离病[房区]|感染科|传染病)`)

// inThat puts one of ours where somebody diagnosed has been.
var inThat = pattern.MustCompile(`(?:在|坐|乘|就在|正好在|也在|恰好在)(?:了|的)?(?:该|此|那|这|同一?)(?:节|趟|个|辆|班|架)?(?:车厢|车|列车|火车|高铁|航班|飞机|大巴|客车|排|店|超市|病房|考场)`)

// advised is said of whoever is only told to see a doctor.
var advised = pattern.MustCompile(`(?:嘱咐?|叮嘱|建议|劝|提醒|督促)[其他她它该学同家让去到尽前本,，]`)

// travelled reports that some are said to have been in Hubei: 2名学生寒假去过武汉.
func (m *message) travelled() bool {
	i := m.find(cSource)
	return i >= 0 && m.toks[i].key == "travel" && (m.has(cGroup) || m.has(cOurs)) && len(m.text.runes) < longTalk
}

// besidesThem makes a person of whoever sits or lives with somebody named and has it as well: 李明的同桌赵六也阳了 tells of a second patient.
func besidesThem(toks []token, t *text) {
	for i, tok := range toks {
		if tok.class != cSource || !sharing.MatchString(string(t.runes[tok.from:tok.to])) {
			continue
		}
		before, behind := string(t.runes[max(0, tok.from-6):tok.from]), string(t.runes[tok.to:min(len(t.runes), tok.to+16)])
		if whose.MatchString(before) && alsoIll.MatchString(behind) {
			toks[i].class = cText
		}
	}
}

var (
	sharing = pattern.MustCompile(`^同(?:桌|屋|宿舍|寝室|办公室|住)$`)
	whose   = pattern.MustCompile(`(?:` + aName + `|[他她其]|该生|我院学生|患者|确诊学生)的?$`)
	alsoIll = pattern.MustCompile(`^的?(?:(?:那个|一个|一名)?(?:学生|同学|老师)?(?:` + aName + `)?(?:同学|老师)?)?(?:[今昨][天早晚日]|刚刚?|刚才)*[也亦](?:[今昨][天早晚日]|刚刚?|已经?|被|是|核酸|抗原|检测|结果|呈|为)*(?:确诊|疑似|阳)|^的?(?:学生|同学)?(?:` + aName + `)(?:[今昨][天早晚日]|刚刚?|已经?|被|核酸|抗原)*(?:确诊|阳了|阳性)`)
)
