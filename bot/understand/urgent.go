package understand

import "strings"

// gravity orders the types of case: the graver one names the message.
var gravity = map[string]int{"death": 9, "confirmed": 8, "suspected": 7, "sealed": 6, "central_quarantine": 4, "close_contact": 5, "fever_with_exposure": 3, "hospital": 2}

// alarm gathers what a message says of cases.
type alarm struct {
	level   Urgency
	kind    string
	talk    bool // only of relatives or neighbours: worth asking, no case of ours
	fever   bool
	us      bool // 我们 is said
	verdict bool // an authority has found it so
	contact bool
	clinic  bool
	hubei   bool      // someone is in Hubei
	exposed bool      // one of ours met a case
	left    int       // the sentence, counted from 1, that tells of one who came back
	housed  bool      // one of ours is in quarantine
	single  []mention // said of one person: 我本人, 李某本人
}

func (a *alarm) raise(u Urgency, kind string) {
	if u > a.level || u == a.level && gravity[kind] > gravity[a.kind] {
		a.level, a.kind = u, kind
	}
}

// alarms reads the message phrase by phrase for news of a case of ours.
func (m *message) alarms() (a alarm) {
	a.us = strings.Contains(m.plain, "我们")
	a.verdict = m.names("close_contact") && m.verdict()
	v := voice{}
	line := -1
	spoke := false // one of ours was spoken of before in the sentence
	told := m.hearsay()
	next := 0 // of m.said, which stands in the order of the phrases
	familySick := false
	for i, p := range m.phrases {
		if p.sentence != line {
			line, v, spoke = p.sentence, voice{}, false
		}
		v.listen(m, p)
		// 学生李明，1月28日发病，30日确诊: a day goes on about who was named.
		v.ours = v.ours || spoke && p.toks[0].class == cDate && !p.has(cOther) && !p.has(cPlace)
		spoke = v.ours && !v.near && !v.family
		v.hearsay = v.hearsay || told[p.sentence] && !v.ours && !v.self
		sick := false
		for next < len(m.said) && m.said[next].phrase < i {
			next++
		}
		for _, s := range m.said[next:] {
			if s.phrase != i {
				break
			}
			if s.denied || s.counted && s.value == 0 || v.asking || v.supposing || v.hearsay {
				continue
			}
			if v.family || v.near && s.base != "sealed" {
				// Their case is not ours; a relative's may have reached ours.
				sick = sick || s.base == "confirmed" || s.base == "suspected" ||
					v.family && (s.base == "close_contact" || strings.HasSuffix(s.base, "quarantine"))
				continue
			}
			if exposure(p, s) {
				a.contact, a.exposed = true, true
				a.raise(Maybe, "close_contact")
				continue
			}
			if p.has(cTold) && !s.counted {
				continue // 学习疑似病例…
			}
			m.alarmOf(&a, s, v, p)
			if !s.counted && v.one {
				a.single = append(a.single, s)
			}
		}
		if v.asking || v.supposing || v.hearsay {
			continue
		}
		positive := p.has(cSick) && !p.has(cNot) && !p.names("suspected") // 诊断为新冠肺炎疑似病例
		familySick = familySick || v.family && (sick || positive)
		// Who lives with a case needs no other contact.
		a.contact = a.contact || v.family && (sick || positive) && (v.self || v.ours) && m.household(p)
		switch {
		case (v.near || v.family) && (sick || positive):
			a.raise(Maybe, "close_contact")
			a.talk = true
		case positive && p.toks[p.first(cSick)].key == "sign":
			a.raise(Maybe, "suspected")
		case positive:
			a.raise(Yes, "confirmed")
		}
		if carried := p.first(cTaken); carried >= 0 && p.toks[carried].key == "taken" && (v.ours || v.self) && !v.family && !deniedAt(p, carried) {
			a.raise(Maybe, "central_quarantine")
			if strings.ContainsAny(m.quote(p.from(), p.to()), "疾控社区卫医警") {
				a.raise(Yes, "central_quarantine")
			}
		}
		if p.has(cAmbul) && !v.near && !v.family {
			a.raise(Yes, "hospital")
		}
		a.fever = a.fever || !v.family && !v.near && p.feverish()
		if src := p.first(cSource); src >= 0 && !deniedAt(p, src) {
			a.contact = true
		}
		if weak := p.first(cWeak); weak >= 0 && !deniedAt(p, weak) && strings.ContainsAny(m.quote(p.from(), p.to()), "回来返到过") {
			a.contact = true
		}
		a.clinic = a.clinic || p.has(cClinic)
	}
	if a.kind == "death" {
		m.died(&a)
	}
	if familySick && (a.contact || a.housed) {
		a.raise(Yes, "close_contact")
		a.talk = false
	}
	if familySick && a.fever {
		a.raise(Yes, "close_contact")
		a.talk = false
	}
	if a.exposed && a.housed {
		a.raise(Yes, "close_contact")
	}
	if a.fever && (a.contact || a.clinic && !(a.level == Yes && a.kind == "hospital")) {
		a.raise(Yes, "fever_with_exposure")
	}
	// Fever and Hubei in one report: perhaps the same person (V14).
	if a.fever && a.hubei {
		a.raise(Maybe, "fever_with_exposure")
	}
	return a
}

// died names what somebody died of: the diagnosis told beside it, or nothing that words alone can say.
func (m *message) died(a *alarm) {
	a.kind = ""
	for _, s := range m.said {
		if !s.denied && s.base != "death" && gravity[s.base] > gravity[a.kind] {
			a.kind = s.base
		}
	}
	if a.kind == "" && strings.Contains(m.plain, "无关") {
		a.level = Maybe // 与疫情无关
	}
}

// exposure reports “接触确诊病人”, “与疑似病人有接触”: someone else is the case.
func exposure(p phrase, s mention) bool {
	src := p.first(cSource)
	if src < 0 || s.counted || s.base != "confirmed" && s.base != "suspected" {
		return false
	}
	for k, t := range p.toks {
		if t.from == s.from {
			// 与其确诊的舅舅吃过饭
			return src < k || k > 0 && p.toks[k-1].class == cAnd || k > 1 && p.toks[k-2].class == cAnd && p.toks[k-1].to == p.toks[k-1].from+1
		}
	}
	return false
}

// met makes a contact of “与确诊患者同乘”: the case is somebody else's, and whoever is counted has met it.
func met(toks []token) {
	for k := 1; k+1 < len(toks); k++ {
		t := &toks[k]
		if t.class != cCategory || t.key != "confirmed" && t.key != "suspected" {
			continue
		}
		with, next := k-1, k+1
		if toks[with].class == cNumber && with > 0 {
			with-- // 和一个确诊的坐过同一趟车: how many they were is nothing of ours
		}
		for (toks[next].class == cHave || toks[next].class == cEtc) && next+1 < len(toks) {
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

// alarmOf weighs one item that is said to be so.
func (m *message) alarmOf(a *alarm, s mention, v voice, p phrase) {
	level := Maybe
	first := v.self || v.ours || s.counted
	stock := s.measure == "now" || s.measure == "total" || s.measure == "prev" && m.ofYesterday(s, p)
	over := s.measure == "released" || s.measure == "released?" || s.measure == "released_total"
	moved := p.has(cTaken)
	switch s.base {
	case "confirmed", "suspected", "sealed", "death":
		if over || s.base == "death" && s.measure == "total" {
			return
		}
		// A village sealed is ours when one of ours lives in it.
		if v.near && a.level == Yes {
			return // the house follows from the case already told
		}
		first = first || v.near && (m.has(cSelf) || m.has(cOurs) || m.has(cGroup) || a.us)
		if first && !stock && !v.unsure {
			level = Yes
		}
		a.raise(level, s.base)
	case "close_contact":
		if over {
			return
		}
		if !stock && (s.measure == "new" || moved || m.moved || v.self || a.verdict || v.ours && (!s.counted || m.has(cDate) && m.has(cSource))) {
			level = Yes
		}
		a.raise(level, s.base)
	case "central_quarantine":
		if over || stock {
			return
		}
		if s.measure == "new" || moved || v.self {
			level = Yes
		}
		a.raise(level, s.base)
	case "quarantine", "home_quarantine":
		a.housed = true
		if v.self && !s.counted && m.text.runes[s.from] == '被' {
			a.raise(Maybe, "central_quarantine") // 我被隔离了
		}
		if s.base == "quarantine" && p.has(cTaken) && strings.ContainsAny(m.quote(p.from(), p.to()), "带拉接送") {
			a.raise(Yes, "central_quarantine")
		}
	case "fever":
		a.fever = true
		// One person came back and is feverish: “一名学生从武汉回来，今天发烧了”.
		if a.left == p.sentence+1 && (!s.counted || s.value == 1 && p.alone("hubei_left")) {
			a.contact = true // and 1名学生从武汉回来发烧
		}
		if v.self && !s.counted {
			a.raise(Maybe, "fever_with_exposure")
		}
	case "hospital":
		a.clinic = true
		if !over && !stock && !v.family && !v.near {
			a.raise(Maybe, "hospital")
		}
	case "hubei_now", "wuhan_now", "hubei_native":
		a.hubei = a.hubei || s.base != "hubei_native" || !s.counted
	case "hubei_left", "hubei_contact", "source_contact", "hubei_transit":
		if !s.counted {
			a.contact = true
		} else {
			a.hubei = true
			if s.value == 1 {
				a.left = p.sentence + 1
			}
		}
	}
}

// ofYesterday reports that an item is yesterday's figure (昨日确诊1人), or tells of a known case (昨天确诊的那名学生). “一名学生昨天确诊”
// is news.
func (m *message) ofYesterday(s mention, p phrase) bool {
	n := p.first(cNumber)
	return s.to < len(m.text.runes) && m.text.runes[s.to] == '的' || s.counted && (n < 0 || p.toks[n].from > s.from)
}

// names reports that an item is named anywhere.
func (m *message) names(base string) bool {
	for _, s := range m.said {
		if s.base == base {
			return true
		}
	}
	return false
}

// verdict reports words of an authority's finding: 被判定为, 列为.
func (m *message) verdict() bool {
	for _, w := range []string{"判定", "列为", "定为", "认定", "确定为", "排查出", "通知我", "疾控", "是密接", "成了"} {
		if strings.Contains(m.plain, w) {
			return true
		}
	}
	return false
}

// recast makes the bare figures of an urgent message new ones: a case told at
// once is a case of today. A single person told of is one.
func (m *message) recast(a alarm) {
	for _, s := range a.single {
		k, _ := key(s.base, "new", "")
		if _, grave := gravity[s.base]; (grave || strings.HasSuffix(s.base, "quarantine")) && m.Fields[k] == 0 {
			m.Fields[k] = 1
			m.Why = append(m.Why, Reason{k, m.quote(s.from, s.to)})
		}
	}
	for i := range m.claims {
		cl := &m.claims[i]
		if _, grave := gravity[cl.base]; grave && cl.bare && !cl.denied && cl.base != "hospital" {
			old, _ := key(cl.base, cl.measure, cl.group)
			fresh, _ := key(cl.base, "new", cl.group)
			if v, ok := m.Fields[old]; ok {
				delete(m.Fields, old)
				m.Fields[fresh] = v
				for j := range m.Why {
					if m.Why[j].Key == old {
						m.Why[j].Key = fresh
					}
				}
			}
		}
	}
}
