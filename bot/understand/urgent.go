package understand

import (
	"slices"
	"strings"
)

// alarms reads the message phrase by phrase for news of a case of ours.
func (m *message) alarms() (a alarm) {
	v, line := voice{}, -1
	rumours := m.hearsay()
	for i, p := range m.phrases {
		if p.sentence != line {
			line, v = p.sentence, voice{}
		}
		v.listen(m, p)
		v.hearsay = v.hearsay || rumours[p.sentence] && !v.ours && !v.self
		if v.asking || v.supposing || v.hearsay && !v.vouched {
			continue
		}
		for _, s := range m.facts(i) {
			m.hear(&a, s, v, p)
		}
		m.circumstances(&a, v, p)
	}
	m.conclude(&a)
	return a
}

// facts are what phrase i tells of: the items it names, and what no form counts: a positive test or its signs, somebody taken
// away, an ambulance, intensive care.
func (m *message) facts(i int) (all []mention) {
	p := m.phrases[i]
	first, _ := slices.BinarySearchFunc(m.said, i, func(s mention, i int) int { return s.phrase - i })
	for _, s := range m.said[first:] {
		if s.phrase != i {
			break
		}
		if s.counted || !p.topicAt(s.from) {
			all = append(all, s)
		}
	}
	for k, t := range p.toks {
		base := ""
		switch t.class {
		case cSick:
			if k+1 < len(p.toks) && p.toks[k+1].key == "suspected" {
				continue // 诊断为新冠肺炎疑似病例
			}
			base = "positive"
			if t.key != "" {
				base = t.key
			}
		case cWeak:
			if t.key != "confirmed" || !p.has(cMaybe) {
				continue
			}
			base = "sign" // 怀疑是新冠
		case cTaken, cAmbul:
			if base = t.key; t.class == cAmbul && base == "" {
				base = "ambulance"
			}
		}
		if base != "" && !p.topic(k) {
			all = append(all, mention{base: base, from: t.from, to: t.to, phrase: i, denied: p.denies(k) || p.none(k)})
		}
	}
	return all
}

// hear weighs one thing that is told.
func (m *message) hear(a *alarm, s mention, v voice, p phrase) {
	switch {
	case s.denied, s.counted && s.value == 0, p.fears(s.from), m.settledCase(s):
	case v.family, v.near && s.base != "sealed":
		m.theirs(a, s, v, p)
	case exposure(p, s):
		a.contact, a.exposed = true, true
		a.met = a.met || v.self || v.ours || v.goesOn
		a.raise(Maybe, "close_contact")
	case p.has(cTold) && !s.counted && gravity[s.base] > 0: // 学习疑似病例…
	case !s.counted && !v.ours && !v.self && !v.goesOn && (p.has(cOrder) || m.begs(p) || p.papers(s.from)): // 请各单位统计密接人数
	default:
		m.weighCase(a, s, v, p)
		if !s.counted && v.one {
			a.one = append(a.one, s)
		}
	}
}

// weighCase raises the alarm for one thing that is told of ours, or of nobody.
func (m *message) weighCase(a *alarm, s mention, v voice, p phrase) {
	stock := s.measure == "now" || s.measure == "total" || s.measure == "prev" && m.ofYesterday(s, p)
	over := s.measure == "released" || s.measure == "released?" || s.measure == "released_total" || s.measure == "?" && p.released()
	ours := v.self || v.ours || v.goesOn || s.counted || m.text.holds(token{from: s.from, to: s.to}, '我') // 不让我出小区
	sure := func(yes bool) Urgency {
		if yes {
			return Yes
		}
		return Maybe
	}
	switch s.base {
	case "positive":
		switch {
		case v.unsure:
			a.raise(sure(ours), "suspected")
		default:
			a.raise(Yes, "confirmed")
		}
	case "sign":
		a.raise(sure(ours), "suspected")
	case "ambulance":
		a.raise(Yes, "hospital")
	case "critical":
		a.clinic = true
		if (ours || p.counts() || m.has(cOurs) || m.has(cGroup)) && !p.names("intern_now") && !p.names("on_duty") {
			a.raise(Yes, "hospital")
		}
	case "taken":
		if v.self || v.ours || v.goesOn {
			a.raise(sure(m.byAuthority(p)), "central_quarantine")
		}
	case "confirmed", "suspected", "sealed", "death":
		if over || s.base == "death" && s.measure == "total" {
			return
		}
		// A village sealed is ours when one of ours lives in it.
		if v.near && a.level == Yes {
			return // the house follows from the case already told
		}
		ours = ours || v.near && (m.has(cSelf) || m.has(cOurs) || m.has(cGroup)) || m.found(s)
		a.raise(sure((ours && !stock || s.base == "confirmed" && m.turned(s)) && !v.unsure), s.base)
	case "close_contact":
		if over {
			return
		}
		found := m.names("close_contact") && m.verdict()
		a.raise(sure(!stock && (s.measure == "new" || p.has(cTaken) || m.moved || v.self || found || m.isOne(s) || v.ours && (!s.counted || m.has(cDate) && m.has(cSource)))), s.base)
	case "central_quarantine":
		there := m.isThere(s)
		if over || stock || p.rooms() || !ours && !there && !p.has(cTaken) {
			return
		}
		a.raise(sure(s.measure == "new" || p.has(cTaken) || v.self || ours && there), s.base)
	case "quarantine", "home_quarantine":
		a.housed = true
		if v.self && !s.counted && m.text.runes[s.from] == '被' {
			a.raise(Maybe, "central_quarantine") // 我被隔离了
		}
		if s.base == "quarantine" && p.has(cTaken) && strings.ContainsAny(m.quote(p.from(), p.to()), "带拉接送") {
			a.raise(Yes, "central_quarantine")
		}
	case "hospital":
		a.clinic = true
		switch {
		case over, stock, ailment.MatchString(m.plain) && !p.disease(): // 骨折住院
		case p.disease() && ours:
			a.raise(Yes, "confirmed") // 因新冠肺炎住院
		default:
			a.raise(Maybe, "hospital")
		}
	case "fever":
		a.fever = true
		// One person came back and is feverish: “一名学生从武汉回来，今天发烧了”.
		if a.left == p.sentence+1 && (!s.counted || s.value == 1 && p.alone("hubei_left")) {
			a.contact = true // and 1名学生从武汉回来发烧
		}
		if v.self && !s.counted {
			a.raise(Maybe, "fever")
		}
	case "hubei_now", "wuhan_now", "hubei_native":
		a.hubei = a.hubei || s.base != "hubei_native" || !s.counted
	case "hubei_left", "hubei_contact", "source_contact", "hubei_transit":
		switch {
		case !s.counted:
			a.contact = true
		case s.value == 1:
			a.left = p.sentence + 1
			a.hubei = true
		default:
			a.hubei = true
		}
	}
}
