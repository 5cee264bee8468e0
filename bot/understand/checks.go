package understand

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"fangkong/bot/pattern"
)

// check raises what one sentence contradicts by itself. What needs yesterday's
// figures or the roster is the book's business, not the reader's.
func (m *message) check() {
	for _, base := range m.paired() {
		for _, measure := range []string{"", "new", "prev", "released", "now", "total", "released_total"} {
			m.checkParts(base, measure)
		}
		m.checkFlow(base)
	}
	if len(m.Fields) > 1 {
		m.checkWithin("wuhan_now", "hubei_now")
	}
	m.checkNested()
	m.checkKinds()
	m.checkHeads()
	m.checkBrackets()
	m.checkSame()
	m.checkWhose()
}

// paired lists the bases of two fields and more: one alone contradicts nothing.
func (m *message) paired() []string {
	if len(m.Fields) < 2 {
		return nil
	}
	bases := basesOf(m.Fields)
	if len(bases) == len(m.Fields) {
		return nil
	}
	return bases
}

// basesOf lists the bases of the fields, in a stable order.
func basesOf(fields map[string]int) []string {
	seen := map[string]bool{}
	var out []string
	for k := range fields {
		if b, _, _ := split(k); !seen[b] {
			seen[b] = true
			out = append(out, b)
		}
	}
	sort.Strings(out)
	return out
}

// checkKinds compares a quarantine that is called the sum with its kinds: 集中隔离2人，居家隔离3人，隔离合计6人.
func (m *message) checkKinds() {
	for _, cl := range m.claims {
		if cl.base != "quarantine" || !cl.known || !summed.MatchString(m.quote(cl.from, cl.to)) {
			continue
		}
		measure := cmp.Or(cl.measure, "now")
		home, _ := key("home_quarantine", measure, cl.group)
		central, _ := key("central_quarantine", measure, cl.group)
		whole, _ := key("quarantine", measure, cl.group)
		h, hasHome := m.Fields[home]
		c, hasCentral := m.Fields[central]
		if hasHome && hasCentral && h+c != cl.value {
			m.doubt(Contradiction, whole, m.quote(cl.from, cl.to))
		}
	}
}

// sumsUp reports that a figure of an item is called what others come to: 居家隔离教工3人、外聘2人，共6人.
func (m *message) sumsUp(base string) bool {
	return slices.ContainsFunc(m.claims, func(cl claim) bool {
		return cl.base == base && cl.group == "" && summed.MatchString(m.quote(cl.from, cl.to))
	})
}

// summed are words for what figures come to.
var summed = pattern.MustCompile(`合计|总计|共|总数`)

// checkParts compares a whole with its groups: never more than the whole, and
// not less when both 学生 and 教职工 are given.
func (m *message) checkParts(base, measure string) {
	name := base
	if measure != "" {
		name += "_" + measure
	}
	whole, ok := m.Fields[name]
	if !ok {
		return
	}
	student, hasStudent := m.Fields[name+"_student"]
	staff, hasStaff := m.Fields[name+"_staff"]
	other, hasOther := m.Fields[name+"_other"]
	sum := student + staff + other
	several := hasStudent && hasOther || hasStaff && hasOther
	if (hasStudent || hasStaff || hasOther) && sum > whole || (hasStudent && hasStaff || several && m.sumsUp(base)) && sum < whole {
		m.doubt(Contradiction, name, "")
	}
}

// differs reports that by how many a figure has become less or more is told beside it: 减少4.
func (m *message) differs(base string) bool {
	return slices.ContainsFunc(m.claims, func(cl claim) bool { return cl.base == base && cl.measure == "delta" })
}

// checkFlow is now = prev + new − released, and now ≤ total.
func (m *message) checkFlow(base string) {
	for _, group := range []string{"", "_student", "_staff", "_other"} {
		get := func(measure string) (int, bool) { v, ok := m.Fields[base+"_"+measure+group]; return v, ok }
		now, hasNow := get("now")
		prev, hasPrev := get("prev")
		fresh, hasNew := get("new")
		released, hasReleased := get("released")
		total, hasTotal := get("total")
		gone, hasGone := get("released_total")
		switch {
		case hasNow && hasPrev && hasNew && fresh == 0 && !hasReleased && now < prev: // how many were released is not told
		case hasNow && hasPrev && (hasNew || hasReleased) && now != prev+fresh-released && !m.differs(base),
			hasNow && hasTotal && now > total,
			hasNew && hasTotal && fresh > total,
			hasPrev && hasTotal && prev > total,
			hasNow && hasTotal && hasGone && base != "close_contact" && base != "suspected" && now+gone != total:
			m.doubt(Contradiction, base+"_now"+group, "")
		}
	}
}

func (m *message) checkWithin(part, whole string) {
	for _, group := range []string{"", "_student", "_staff", "_other"} {
		p, ok := m.Fields[part+group]
		w, has := m.Fields[whole+group]
		if ok && has && p > w {
			m.doubt(Contradiction, part+group, "")
		}
	}
}

// checkHeads is due = reported + unreached.
func (m *message) checkHeads() {
	for _, group := range []string{"", "_student", "_staff", "_other"} {
		due, hasDue := m.Fields["headcount_due"+group]
		reported, hasReported := m.Fields["headcount_reported"+group]
		unreached, has := m.Fields["unreached"+group]
		if hasDue && hasReported && (has && reported+unreached != due || reported > due) {
			m.doubt(Contradiction, "headcount_reported"+group, "")
		}
	}
}

// checkBrackets compares a figure with its parts by year, class or place that a bracket behind it lists: 7人（大一3人、大二4人、大三1人）.
func (m *message) checkBrackets() {
	last := 0 // claims stand in the order of the text
	for i := 1; i < len(m.phrases); i++ {
		if m.phrases[i].after != cOpen {
			continue
		}
		to := m.phrases[i-1].to()
		for last < len(m.claims) && m.claims[last].to < to {
			last++
		}
		if last == len(m.claims) {
			return
		}
		cl := m.claims[last]
		if cl.to != to || !cl.known || cl.value == 0 || cl.denied {
			continue
		}
		if sum, n, ok := m.listedIn(i); ok && n > 1 && (sum > cl.value || sum < cl.value && m.byYear(i)) {
			k, _ := key(cl.base, cl.measure, cl.group)
			m.doubt(Contradiction, k, m.quote(cl.from, cl.to))
		}
	}
}

// listedIn adds up a bracket that begins with phrase i and holds nothing but numbers with words before them that the form does not know.
func (m *message) listedIn(i int) (sum, n int, ok bool) {
	for end := i + nearby*4; i < len(m.phrases) && m.phrases[i].depth > 0; i++ {
		p := &m.phrases[i]
		if i > end || !p.only(cText, cFigure, cNumber, cList, cUnit, cPlace, cSpace, cAnd, cWeak) {
			return 0, 0, false
		}
		for k, t := range p.toks {
			if t.class == cNumber {
				if t.approx || k == 0 || !t.people && !t.any && t.thing == "" && k+1 < len(p.toks) && p.toks[k+1].class == cText {
					return 0, 0, false
				}
				sum, n = sum+t.value, n+1
			}
		}
	}
	return sum, n, true
}

// byYear reports that a phrase lists people by their years or classes, of which none is left out.
func (m *message) byYear(i int) bool { return m.fits(m.phrases[i], years) }

var years = pattern.MustCompile(`(?:大[一二三四五]|[一二三四]年级|[0-9]{2,4}级|班)`)

// checkNested finds 居家隔离11人（其中集中隔离2人）: nobody is at home and in a centre.
func (m *message) checkNested() {
	for i, cl := range m.claims {
		if i == 0 || !cl.inside || cl.value == 0 {
			continue
		}
		a, b := m.claims[i-1].base, cl.base
		if i > 1 && !strings.HasPrefix(m.claims[i-2].base, "home_") && !strings.HasPrefix(m.claims[i-2].base, "central_") && m.claims[i-2].sentence == cl.sentence && m.claims[i-1].inside && m.claims[i-2].value >= cl.value+m.claims[i-1].value {
			continue // 隔离2人（居家1，集中1）, 密接4人，其中3人居家隔离、1人已送隔离点
		}
		if whole := m.claims[i-1]; a == b && someGroup(whole.group) && someGroup(cl.group) && whole.group != cl.group && whole.group != "other" && cl.group != "other" && !whole.inside && whole.measure == cl.measure && strings.HasPrefix(m.quote(cl.from, cl.to), "其中") {
			k, _ := key(cl.base, cl.measure, cl.group) // 学生发热2人（其中教师1人）
			m.doubt(Contradiction, k, m.quote(cl.from, cl.to))
		}
		if a == "home_quarantine" && (b == "central_quarantine" || b == "sealed" || b == "hospital") || b == "home_quarantine" && a == "central_quarantine" {
			k, _ := key(cl.base, cl.measure, cl.group)
			m.doubt(Contradiction, k, m.quote(cl.from, cl.to))
		}
	}
}

// checkSame drops 同昨日 and 无新增 where the figures are said all the same: “无变化，居家隔离2人”. Those of the rest stay open.
func (m *message) checkSame() {
	told := m.explicitZero()
	for _, cl := range m.claims {
		told = told || !cl.denied && (cl.measure == "now" || cl.bare) && !plainKeys[cl.base]
	}
	for _, cl := range m.claims {
		told = told || (m.Zero || cl.base == "quarantine") && cl.denied && cl.measure == "now" && strings.HasSuffix(cl.base, "quarantine") // 无新增、无隔离，一切正常
	}
	for _, p := range m.phrases {
		if p.has(cSame) && p.has(cRest) {
			return
		}
		told = told || m.Zero && (p.has(cSame) && p.has(cFine) || p.has(cNot) && p.has(cFault)) // 和昨天一样都好; 无新增，无异常
	}
	if told {
		m.settled(SameAsBefore)
		m.settled(NoNew)
	}
}

// settled forgets the doubts of a code.
func (m *message) settled(code DoubtCode) {
	m.Doubts = slices.DeleteFunc(m.Doubts, func(d Doubt) bool { return d.Code == code })
}
