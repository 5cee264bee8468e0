package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// gravity orders the types of case: the graver one names the message.
var gravity = map[string]int{"death": 9, "confirmed": 8, "suspected": 7, "sealed": 6, "close_contact": 5, "central_quarantine": 4, "fever_with_exposure": 3, "hospital": 2}

// alarm gathers what a message says of cases.
type alarm struct {
	level Urgency
	kind  string
	talk  bool      // only of relatives or neighbours: worth asking, no case of ours
	one   []mention // said of one person: 我本人, 李某本人

	// What together may be a case, and each alone is none.
	fever, clinic bool
	advised       bool    // to see a doctor
	contact       bool    // one of ours has an exposure
	exposed, met  bool    // somebody, one of ours met a case
	relative      bool    // a relative of one of ours is a case
	neighbour     bool    // somebody beside one of ours is
	feverAtHome   bool    // a relative of one of ours has a fever
	housed        bool    // one of ours is in quarantine
	put           bool    // and has been told to be
	gone          bool    // one of ours is, or will be, in a centre
	kin           bool    // a relative has it themselves
	hubei         bool    // someone is in Hubei
	native        bool    // somebody told of by themselves has their home there
	ailing        bool    // another illness is named
	unwell        bool    // somebody coughs or is unwell, and no fever is told
	away, kinAway bool    // somebody, or a relative, is of Hubei
	doubted       bool    // a physician suspects somebody
	sent          bool    // somebody has been brought to a hospital
	ward          Urgency // that somebody is where those are who have it
	left, burns   int     // the sentences, counted from 1, that tell of one who came back, and of one who has a fever
}

func (a *alarm) raise(u Urgency, kind string) {
	if u > a.level || u == a.level && gravity[kind] > gravity[a.kind] {
		a.level, a.kind = u, kind
	}
}

// conclude weighs together what the phrases said apart.
func (m *message) conclude(a *alarm) {
	if a.kind == "death" {
		m.died(a)
	}
	if a.relative && (a.contact || a.housed || a.fever) || a.kin && (a.gone || m.anywhere(keepsMeIn)) || a.neighbour && a.put {
		if !(a.level == Yes && a.kind == "central_quarantine" && m.anywhere(spousesPlace)) { // 我爱人单位有同事疑似，社区把我们带到隔离点了
			a.raise(Yes, "close_contact")
		}
		a.talk = false
	}
	if a.level == No && m.countsUnsaid() {
		a.level = Maybe // 1名, asked for cases of several kinds
	}
	a.contact = a.contact || a.native && a.fever && m.anywhere(cameBack)
	switch {
	case a.fever && a.contact:
		if a.kind == "close_contact" && !m.judged && len(m.Fields) == 0 {
			a.kind = "" // who has met a case, and has a fever
		}
		a.raise(Yes, "fever_with_exposure")
	case a.met, a.exposed && a.housed:
		a.raise(Yes, "close_contact")
	case a.fever && a.clinic && a.kind == "hospital":
		a.raise(Yes, "hospital")
	case a.fever && a.clinic:
		a.raise(sure(!m.anywhere(foundHarmless)), "fever") // nobody said of an exposure: what it is will be asked
	}
	if a.fever && a.advised {
		a.raise(Maybe, "fever")
	}
	if a.fever && a.level == No && (Endangered(m.plain) || m.alone()) {
		a.raise(Maybe, "fever") // 发烧, 还咳血; 发烧, 没人管
	}
	if a.level == No && m.ofChild() {
		a.level, a.talk, m.Cry = Maybe, true, true // 我儿子烧到40度了，没人管
	}
	if a.feverAtHome && a.contact && a.level == No {
		a.raise(Maybe, "close_contact") // whom a relative has met, one of ours may have
		a.talk = true
	}
	// Fever and Hubei in one report: perhaps the same person (V14).
	if a.fever && a.hubei {
		n, _ := m.patients()
		a.raise(sure(a.level == Yes && a.kind == "hospital" || n == 1 && m.numbered() < 2), "fever_with_exposure")
	}
	a.weighHints(m)
}

// foundHarmless says that whoever has a fever has been seen by a doctor, and it is ruled out that it is the disease: 普通感冒，已去医院看过排除.
var foundHarmless = pattern.MustCompile(`(?:^|[^不未没])(?:已经?|可以?|都|全部|被|看过|检查|查过|[，,])排除|(?:^|[^不未没能有要去为法])排除(?:了|新冠|新型|感染|可能|嫌疑|疑似)|(?:^|[^不没未能法])(?:诊断|确定|确认|看过|查过|检查|结果|医院|医生|大夫|校医)[^，。；不没未否能像]{0,4}[是为]?(?:普通|一般|病毒性?|流行性?)?(?:感冒|流感|扁桃体炎|上呼吸道感染|肠胃炎)|(?i:\b(?:ruled out|common cold)\b)`)

// keepsMeIn is said by somebody who may not go out.
var keepsMeIn = pattern.MustCompile(`不[让准许叫]我们?(?:出|离)`)

// countsUnsaid reports that a question for cases of several kinds is answered by a number alone.
func (m *message) countsUnsaid() bool {
	e := m.before
	if e == nil || !e.question || len(e.asked) < 2 || len(m.said) > 0 || m.numbersIn() != 1 {
		return false
	}
	i := m.find(cNumber)
	return m.toks[i].value > 0 && m.terse() && slices.ContainsFunc(e.asked, func(k string) bool {
		base, _, _ := split(k)
		return gravity[base] > 3
	})
}

// cameBack is said of who has been at home: 老家黄冈的，节前刚回来.
var cameBack = pattern.MustCompile(`[刚才昨今前天日月号][^，。]{0,3}(?:回来|返回|返校|返鹤|返岗|过来)`)

// died names what somebody died of: the diagnosis told beside it, or nothing that words alone can say.
func (m *message) died(a *alarm) {
	a.kind, m.Death = "", true
	for _, s := range m.said {
		if !s.denied && s.base != "death" && gravity[s.base] > gravity[a.kind] {
			a.kind = s.base
		}
	}
	for _, p := range m.phrases {
		if p.disease() {
			a.kind = "confirmed"
		}
	}
	if a.kind == "" && m.anywhere(unrelated) {
		a.level = Maybe
	}
}

// unrelated are words for a death of something else: 与疫情无关.
var unrelated = pattern.MustCompile(`无关|讣告|享年|癌|车祸`)

// recast makes the bare figures of an urgent message new ones: a case told at
// once is a case of today. A single person told of is one.
func (m *message) recast(a alarm) {
	group := ""
	if len(a.one) > 0 {
		group = m.groupOfOne()
	}
	for _, s := range a.one {
		k, _ := key(s.base, "new", group)
		if _, grave := gravity[s.base]; (grave || strings.HasSuffix(s.base, "quarantine")) && m.Fields[k] == 0 {
			m.Fields[k] = 1
			m.Why = append(m.Why, Reason{k, m.quote(s.from, s.to)})
		}
	}
	for _, cl := range m.claims {
		_, grave := gravity[cl.base]
		old, _ := key(cl.base, cl.measure, cl.group)
		v, stated := m.Fields[old]
		if !grave || !cl.bare && !(cl.inside && cl.measure == "") || cl.denied || cl.base == "hospital" || !stated {
			continue
		}
		fresh, _ := key(cl.base, "new", cl.group)
		delete(m.Fields, old)
		m.Fields[fresh] = v
		for j := range m.Why {
			if m.Why[j].Key == old {
				m.Why[j].Key = fresh
			}
		}
	}
}
