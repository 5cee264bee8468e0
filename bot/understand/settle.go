package understand

import (
	"maps"
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// stillCounting says that the figures of some are to come: 学生正常，教职工正在统计.
var stillCounting = pattern.MustCompile(`(?:正在|还在|在|正)统计|统计中`)

// settle leaves only the doubts a filing can have.
func (m *message) settle() {
	if m.Kind == Urgent {
		if len(m.Rows) == 0 { // whatever a list counts stands in its rows
			m.countCase()
		}
		m.settled(WhichField)
		m.settled(DateMismatch) // when it happened is not the day of a report
		if !m.besideCases() {
			m.DateRef = ""
		}
	}
	m.weigh()
	if m.incomplete && (m.Kind == Report || m.Kind == Zero) || m.Kind == Zero && !m.explicitZero() && m.anywhere(stillCounting) {
		m.doubt(Incomplete, "", "")
	}
	if m.says("1") && m.ctx.Asked == "" && !m.chosen() {
		m.drop(Ack)
	}
	if m.Kind != Zero && m.Kind != Report && m.Kind != Correction && m.Kind != Urgent {
		m.empty()
		m.Zero = false
	}
	if !m.explicitZero() {
		return
	}
	// “零报告，确诊1人”: both cannot be meant.
	for _, k := range slices.Sorted(maps.Keys(m.Fields)) {
		base, _, _ := split(k)
		if m.Fields[k] > 0 && gravity[base] > 4 && !calm(k) {
			m.doubt(Contradiction, k, "")
		}
	}
}

// countCase counts whom an alarm tells of, and asks of nobody how many one is.
func (m *message) countCase() {
	m.onlyTheCase()
	m.noRosterOfOne()
	m.shutIns()
	m.contactsOf()
	m.transferred()
	m.onlyOne()
	m.countPatients()
	m.positives()
	m.countedOnes()
	m.metOnes()
}

// besideCases reports that an alarm has other figures too, whose day a date is then.
func (m *message) besideCases() bool {
	for k := range m.Fields {
		if base, _, _ := split(k); gravity[base] == 0 {
			return true
		}
	}
	return false
}

// weigh marks what the office should look at though nobody raised an alarm: a correction of a case, a grave count that
// contradicts itself.
func (m *message) weigh() {
	for _, s := range m.said {
		m.grave = m.grave || m.Kind == Correction && gravity[s.base] > 4
	}
	for _, d := range m.Doubts {
		base, _, _ := split(d.Key)
		m.grave = m.grave || d.Code == Contradiction && gravity[base] > 3
	}
}

// noRosterOfOne takes the one of whom an alarm tells for no count of all: 我处职工一名，今日经市人民医院认定为疑似病例.
func (m *message) noRosterOfOne() {
	rosters := 0
	for _, cl := range m.claims {
		if cl.base == "roster" {
			rosters++
		}
	}
	if rosters != 1 {
		return
	}
	for _, group := range []string{"staff", "student", "other"} {
		if k := group + "_total"; m.Fields[k] == 1 {
			delete(m.Fields, k)
			m.Why = slices.DeleteFunc(m.Why, func(w Reason) bool { return w.Key == k })
		}
	}
}

// onlyOne drops the question how many there are of what an alarm tells of one person: 一名工人从孝感过来，今天发烧38.2.
func (m *message) onlyOne() {
	if !m.ofOne() {
		return
	}
	ofCase := func(k string) bool {
		base, _, _ := split(k)
		return base == caseBase[m.UrgentType] || m.UrgentType == "close_contact" && base == "central_quarantine"
	}
	asked := func(k string) bool { return m.asksHowManyOf(k) && ofCase(k) }
	m.Unknown = slices.DeleteFunc(m.Unknown, asked)
	m.Doubts = slices.DeleteFunc(m.Doubts, func(d Doubt) bool { return d.Code == HowMany && ofCase(d.Key) })
}

// asksHowManyOf reports that how many there are of a key is not said at all.
func (m *message) asksHowManyOf(k string) bool {
	return slices.ContainsFunc(m.Doubts, func(d Doubt) bool { return d.Code == HowMany && d.Key == k })
}

// countedOnes drops the question how many of what an alarm has counted.
func (m *message) countedOnes() {
	m.Doubts = slices.DeleteFunc(m.Doubts, func(d Doubt) bool {
		base, _, group := split(d.Key)
		fresh, _ := key(base, "new", group)
		return d.Code == HowMany && m.Fields[fresh] > 0
	})
}

// retracts reports a correction that ends a case: 疑似已经排除, 改为疑似0.
func (m *message) retracts() bool {
	if m.Amend != nil && m.Amend.To == 0 && m.Amend.From > 0 {
		if base, _, _ := split(m.Amend.Key); base == "" || base == m.UrgentType {
			return true // 前报密接2人有误，改为0
		}
	}
	return strings.Contains(m.plain, "排除") || strings.Contains(m.plain, "删除") || strings.Contains(m.plain, "删掉")
}

// empty forgets the figures and their doubts.
func (m *message) empty() {
	clear(m.Fields)
	m.Unknown, m.Why, m.Doubts, m.Amend = nil, nil, nil, nil
}

func (m *message) drop(k Kind) Kind {
	m.empty()
	m.Zero = false
	m.Kind = k
	return k
}
