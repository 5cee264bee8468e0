package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// fill turns claims into fields. A key said twice with two values keeps neither.
func (m *message) fill() {
	m.byHeads()
	m.remainder()
	m.ofTrades()
	m.inStore()
	m.internsHome()
	m.oneMissing()
	m.otherCare()
	m.placedParts()
	m.groupsApart()
	m.groupOfParts()
	m.releasedInAll()
	m.arrivals()
	m.townsApart()
	m.groupsOfWhole()
	k, ok := "", false
	for i := range m.claims {
		cl := &m.claims[i]
		if i == 0 || !cl.counts(&m.claims[i-1]) {
			k, ok = key(cl.base, cl.measure, cl.group)
		}
		switch {
		case cl.measure == "delta":
			continue // a difference is no figure of the form
		case !ok && (plainKeys[cl.base] && !(cl.base == "hubei_left" && cl.measure == "released") || cl.measure == "prev") && m.stated(cl.base):
			continue // 在鄂昨日5人，今日4人: the records keep what is so today
		case !ok:
			m.doubt(WhichField, cl.base, m.quote(cl.from, cl.to))
			continue
		case !cl.known:
			m.unknown(k)
			m.doubt(Approximate, k, m.quote(cl.from, cl.to))
			continue
		}
		old, twice := m.Fields[k]
		if twice && old == 0 && m.fixing() && !cl.denied && strings.Contains(m.plain, "不算") {
			twice = false // 前面报的在岗数不算，以这条为准：在岗15
		}
		if twice && old != cl.value && m.fixing() && m.before != nil && m.before.figures[k] == old && old > 0 && !cl.denied {
			m.Fields[k], m.Amend = cl.value, &Amend{From: old, To: cl.value, Key: k} // 疑似1人经复核为普通肺炎，现疑似0
			continue
		}
		if twice && old != cl.value {
			if cl.placed || ungroupedKeys[cl.base] || cl.base == "on_duty" && cl.from > 0 && m.text.runes[cl.from-1] == '、' {
				m.doubt(HowMany, k, m.quote(cl.from, cl.to)) // parts of a whole that is not told: 口罩2600只、N95口罩40只
			} else {
				m.doubt(Contradiction, k, m.quote(cl.from, cl.to))
			}
			delete(m.Fields, k)
			m.unknown(k)
			continue
		}
		if m.isUnknown(k) {
			continue
		}
		m.Fields[k] = cl.value
		if !twice {
			m.Why = append(m.Why, Reason{k, m.quote(cl.from, cl.to)})
		}
	}
	for _, k := range m.Unknown {
		delete(m.Fields, k)
	}
}

// counts reports that two claims are of the same item, measure and group.
func (cl *claim) counts(o *claim) bool {
	return cl.base == o.base && cl.measure == o.measure && cl.group == o.group
}

// oneMissing counts the one who is told of by name as out of reach, where one fewer has answered than should have: 应报47人，实报46人，王同学电话打不通.
func (m *message) oneMissing() {
	due, reported := claim{}, claim{}
	for _, cl := range m.claims {
		switch {
		case cl.base == "unreached":
			return
		case cl.base == "headcount_due":
			due = cl
		case cl.base == "headcount_reported":
			reported = cl
		}
	}
	if !due.known || !reported.known || due.group != reported.group || due.value != reported.value+1 {
		return
	}
	for i := range m.phrases {
		if p := &m.phrases[i]; p.from() > reported.to && m.fits(*p, outOfTouch) {
			m.claims = append(m.claims, claim{base: "unreached", group: due.group, value: 1, known: true, bare: true, from: p.from(), to: p.to(), sentence: p.sentence})
			return
		}
	}
}

var outOfTouch = pattern.MustCompile(`打不通|不通|联系不[上到]|没联系[上到]|没接|不接|关机|停机|失联|没信号|空号|没回(?:复|话|信|消息)?|未回(?:复|话|信)?`)

// nearby is how many figures apart those of one sum may stand.
const nearby = 6

// remainder sets aside the whole of “3人中1人到期，还剩2人”, “6人，今日新增1人，现有7人”: it is what there was before.
func (m *message) remainder() {
	for i := range m.claims {
		whole := &m.claims[i]
		if !whole.bare || whole.denied {
			continue
		}
		left, flows := whole.value, false
		for _, cl := range m.claims[i+1 : min(len(m.claims), i+1+2*nearby)] {
			switch {
			case cl.base != whole.base || cl.denied || cl.value == 0:
			case cl.measure == "released":
				left, flows = left-cl.value, true
			case cl.measure == "new" && !cl.inside:
				left, flows = left+cl.value, true
			case cl.measure == "now" && cl.group == whole.group && flows && cl.value == left:
				whole.measure, whole.bare = "prev", false
			}
		}
	}
}

// arrivals takes how many have newly come for how many there are, of those whom the form only counts: 新增湖北返回1人. Beside how many there
// are by now they are none of its figures.
func (m *message) arrivals() {
	fresh := func(cl claim) bool {
		return cl.measure == "new" && !cl.denied && (strings.HasPrefix(cl.base, "hubei_") && cl.base != "hubei_now" || cl.base == "source_contact")
	}
	stated := map[string]bool{}
	for _, cl := range m.claims {
		stated[cl.base] = stated[cl.base] || !fresh(cl)
	}
	m.claims = slices.DeleteFunc(m.claims, func(cl claim) bool { return fresh(cl) && stated[cl.base] })
	for i := range m.claims {
		if fresh(m.claims[i]) {
			m.claims[i].measure = ""
		}
	}
}

func (m *message) isUnknown(key string) bool { return slices.Contains(m.Unknown, key) }
