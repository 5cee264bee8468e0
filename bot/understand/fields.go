package understand

import (
	"slices"
	"strings"
)

// fill turns claims into fields. A key said twice with two values keeps neither.
func (m *message) fill() {
	m.remainder()
	m.ofTrades()
	m.inStore()
	m.arrivals()
	m.townsApart()
	m.groupsOfWhole()
	for _, cl := range m.claims {
		k, ok := key(cl.base, cl.measure, cl.group)
		words := m.quote(cl.from, cl.to)
		switch {
		case cl.measure == "delta":
			continue // a difference is no figure of the form
		case !ok && (plainKeys[cl.base] && !(cl.base == "hubei_left" && cl.measure == "released") || cl.measure == "prev") && m.stated(cl.base):
			continue // 在鄂昨日5人，今日4人: the records keep what is so today
		case !ok:
			m.doubt(WhichField, cl.base, words)
			continue
		case !cl.known:
			m.unknown(k)
			m.doubt(Approximate, k, words)
			continue
		}
		old, twice := m.Fields[k]
		if twice && old == 0 && m.fixing() && !cl.denied && strings.Contains(m.plain, "不算") {
			twice = false // 前面报的在岗数不算，以这条为准：在岗15
		}
		if twice && old != cl.value {
			if cl.placed || ungroupedKeys[cl.base] {
				m.doubt(HowMany, k, words) // parts of a whole that is not told: 口罩2600只、N95口罩40只
			} else {
				m.doubt(Contradiction, k, words)
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
			m.Why = append(m.Why, Reason{k, words})
		}
	}
	for _, k := range m.Unknown {
		delete(m.Fields, k)
	}
}

// nearby is how many figures apart those of one sum may stand.
const nearby = 6

// remainder sets aside the whole of “3人中1人到期，还剩2人”: it is what there was before.
func (m *message) remainder() {
	for g, gone := range m.claims {
		if gone.measure != "released" || gone.value == 0 {
			continue
		}
		for i := max(0, g-nearby); i < g; i++ {
			whole := &m.claims[i]
			if !whole.bare || whole.denied || whole.base != gone.base {
				continue
			}
			for _, left := range m.claims[g+1 : min(len(m.claims), g+1+nearby)] {
				if left.measure == "now" && !left.denied && left.base == whole.base && left.group == whole.group && whole.value-gone.value == left.value {
					whole.measure, whole.bare = "prev", false
				}
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
