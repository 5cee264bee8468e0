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

// voice is whose news a phrase tells.
type voice struct {
	ours, self, family, near, hearsay, asking, supposing, unsure bool
	one                                                          bool // of one person by themselves
}

// alarms reads the message phrase by phrase for news of a case of ours.
func (m *message) alarms() (a alarm) {
	a.verdict = m.verdict()
	v := voice{}
	line := -1
	told := m.hearsay()
	next := 0 // of m.said, which stands in the order of the phrases
	familySick := false
	for i, p := range m.phrases {
		if p.sentence != line {
			line, v = p.sentence, voice{}
		}
		v.listen(m, p)
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
		positive := p.has(cSick) && !p.has(cNot)
		familySick = familySick || v.family && (sick || positive)
		// Who lives with a case needs no other contact.
		a.contact = a.contact || v.family && (sick || positive) && v.self && m.household(p)
		switch {
		case (v.near || v.family) && (sick || positive):
			a.raise(Maybe, "close_contact")
			a.talk = true
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
		for _, t := range p.toks {
			if t.key == "feverish" && t.class == cFigure && !v.family && !v.near {
				a.fever = true
			}
		}
		if src := p.first(cSource); src >= 0 && !deniedAt(p, src) {
			a.contact = true
		}
		if weak := p.first(cWeak); weak >= 0 && !deniedAt(p, weak) && strings.ContainsAny(m.quote(p.from(), p.to()), "回来返到过") {
			a.contact = true
		}
		a.clinic = a.clinic || p.has(cClinic)
	}
	if familySick && (a.contact || a.housed) {
		a.raise(Yes, "close_contact")
		a.talk = false
	}
	if a.exposed && a.housed {
		a.raise(Yes, "close_contact")
	}
	if a.fever && (a.contact || a.clinic) {
		a.raise(Yes, "fever_with_exposure")
	}
	// Fever and Hubei in one report: perhaps the same person (V14).
	if a.fever && a.hubei {
		a.raise(Maybe, "fever_with_exposure")
	}
	return a
}

// hearsay finds the sentences that end in 听说的, or begin so.
func (m *message) hearsay() map[int]bool {
	if !m.has(cHearsay) {
		return nil
	}
	told := map[int]bool{}
	for _, p := range m.phrases {
		if p.has(cHearsay) {
			told[p.sentence] = true
		}
	}
	return told
}

// exposure reports “接触确诊病人”, “与疑似病人有接触”: someone else is the case.
func exposure(p phrase, s mention) bool {
	src := p.first(cSource)
	if src < 0 || s.counted || s.base != "confirmed" && s.base != "suspected" {
		return false
	}
	for k, t := range p.toks {
		if t.from == s.from {
			return src < k || k > 0 && p.toks[k-1].class == cAnd
		}
	}
	return false
}

func deniedAt(p phrase, k int) bool {
	for j := k - 1; j >= 0; j-- {
		if p.toks[j].class == cNot {
			return true
		}
	}
	return false
}

// listen follows whose news it is: hearsay and relatives hold to the end of the
// sentence unless one of ours is named.
func (v *voice) listen(m *message, p phrase) {
	v.asking, v.unsure = (p.ends == cAsk || p.has(cQuestion)) && !m.whatNow(p), p.has(cMaybe)
	v.supposing = v.supposing || p.has(cIf)
	v.hearsay = v.hearsay || p.has(cHearsay) || p.has(cDrill)
	v.ours = p.has(cOurs) || p.has(cGroup) || p.has(cUnit) || p.has(cThird) || m.named(p)
	v.self = p.has(cSelf)
	words := m.quote(p.from(), p.to())
	myself := strings.Contains(words, "本人")
	v.one = myself || p.has(cThird) || v.self && !strings.Contains(words, "我们")
	if p.has(cOther) {
		v.family, v.near = false, false
		// 学生家长说孩子…: the child is our student.
		parent := p.has(cGroup) && strings.Contains(words, "家长")
		v.ours = v.ours || parent
		for _, t := range p.toks {
			v.family = v.family || t.class == cOther && (t.key == "family" || t.key == "child") && !parent
			v.near = v.near || t.class == cOther && t.key == "near"
		}
		return
	}
	if v.ours || v.self || myself {
		v.family, v.near = false, false
	}
}

// whatNow reports that a phrase tells what has happened and asks what to do: 王师傅被确诊了怎么办.
func (m *message) whatNow(p phrase) bool {
	words := m.quote(p.from(), p.to())
	what := strings.HasSuffix(words, "怎么办") || strings.HasSuffix(words, "咋办") || strings.HasSuffix(words, "咋弄")
	return what && strings.ContainsAny(words, "了被") && !p.has(cIf)
}

// household reports that a phrase speaks of a husband or wife.
func (m *message) household(p phrase) bool {
	words := m.quote(p.from(), p.to())
	for _, w := range []string{"爱人", "老公", "老婆", "妻子", "丈夫", "媳妇"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// named reports that a phrase is about somebody by name: 王某, 李某某.
func (m *message) named(p phrase) bool {
	for _, t := range p.toks {
		if t.class == cText && strings.ContainsRune(m.quote(t.from, t.to), '某') {
			return true
		}
	}
	return false
}

// alarmOf weighs one item that is said to be so.
func (m *message) alarmOf(a *alarm, s mention, v voice, p phrase) {
	level := Maybe
	first := v.self || v.ours || s.counted
	stock := s.measure == "now" || s.measure == "total" || s.measure == "prev"
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
		first = first || v.near && (m.has(cSelf) || m.has(cOurs) || m.has(cGroup) || strings.Contains(m.plain, "我们"))
		if first && !stock && !v.unsure {
			level = Yes
		}
		a.raise(level, s.base)
	case "close_contact":
		if over {
			return
		}
		if !stock && (s.measure == "new" || moved || v.self || a.verdict || v.ours && !s.counted) {
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
		if s.base == "quarantine" && p.has(cTaken) && strings.ContainsAny(m.quote(p.from(), p.to()), "带拉接送") {
			a.raise(Yes, "central_quarantine")
		}
	case "fever":
		a.fever = true
		// One person came back and is feverish: “一名学生从武汉回来，今天发烧了”.
		if !s.counted && a.left == p.sentence+1 {
			a.contact = true
		}
		if v.self && !s.counted {
			a.raise(Maybe, "fever_with_exposure")
		}
	case "hospital":
		a.clinic = true
		if !over && !stock && !v.family && !v.near {
			a.raise(Maybe, "hospital")
		}
	case "hubei_now", "wuhan_now":
		a.hubei = true
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

// verdict reports words of an authority's finding: 被判定为, 列为.
func (m *message) verdict() bool {
	for _, w := range []string{"判定", "列为", "定为", "认定", "确定为", "排查出", "通知我", "是密接", "成了"} {
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
