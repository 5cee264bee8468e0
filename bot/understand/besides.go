package understand

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// patient is somebody of whom an alarm tells, in the words that name them, and what they have.
type patient struct{ who, base string }

var (
	// person names whom a diagnosis behind it is of: 室友王某, 小王, 李老师, 我; diagnosed is one named behind it, 确诊：李某.
	person = pattern.MustCompile(`(` + aPerson + `)(?:同学|老师|师傅|主任|教授|书记)?` +
		`(?:都|也|又|还|则|已经?|现在?|刚刚?|今[天日早晨]|昨[天日晚]|[上下]午|是|为|系|成了|被|给|让|疾控|社区|医院|判定?|列|认定?|定|通知|的|核酸|了|[，：\s]){0,5}$`)
	diagnosed = pattern.MustCompile(`^(?:者|人员|病例|患者)?[：\s]*(?:是|为)?(?:学生|教师|老师|职工)?(` + aName + `)(?:$|[^\p{Han}])`)
)

const (
	// housemates are who lives or works with a patient, without a name.
	housemates = `室友|舍友|同寝|同屋|同桌|同事|同班同学`
	aPerson    = aName + `|` + housemates + `|本人|我`
	aName      = `[小老][` + commonest + `]|[` + commonest + `](?:某某?|\*+|[xX×]{1,2}|同学|老师|师傅|主任|\p{Han}{1,2}?)`
)

// besides names the types of case that are counted beside the gravest: 一个确诊一个密接. As many in quarantine as have another case
// are taken for the same people.
func (m *message) besides() {
	for _, cl := range m.claims {
		if gravity[cl.base] < gravity["central_quarantine"] || cl.base == "death" || cl.base == m.UrgentType || cl.value == 0 || cl.denied || cl.inside || !cl.bare && cl.measure != "new" || slices.Contains(m.Further, cl.base) {
			continue
		}
		same := strings.HasSuffix(cl.base, "quarantine") && slices.ContainsFunc(m.claims, func(other claim) bool { return other.base != cl.base && other.value == cl.value })
		if !same {
			m.Further = append(m.Further, cl.base)
		}
	}
}

// others names the types of case of which somebody else is told than who has the gravest: 李某确诊，室友王某密接. Those of whom a
// number is told are counted.
func (m *message) others() {
	var told []patient
	seen := map[string]bool{} // phrases that stand again in the same words tell of the same people
	for i, p := range m.phrases {
		if seen[m.wrote(p)] {
			continue
		}
		if k := p.first(cMeasure); k >= 0 && strings.HasPrefix(p.toks[k].key, "released") {
			continue // 张三已排除疑似
		}
		from, named := p.from(), m.nameIn(p)
		for s := range m.facts(i) {
			base := s.base
			switch base {
			case "positive":
				base = "confirmed"
			case "sign":
				base = "suspected"
			}
			if gravity[base] < gravity["central_quarantine"] || base == "death" || s.denied || s.counted || exposure(p, s) || p.fears(s.from) || s.from < from {
				continue
			}
			if who := cmp.Or(m.whoHas(p, s, from), named); who != "" {
				told = append(told, patient{who, base})
				seen[m.wrote(p)] = true
			}
			from = s.to
		}
	}
	m.alike(told)
	first := slices.IndexFunc(told, func(t patient) bool { return t.base == m.UrgentType })
	if first < 0 {
		return
	}
	for _, t := range told {
		if !samePerson(t.who, told[first].who) && t.base != m.UrgentType && !slices.Contains(m.Further, t.base) {
			m.Further = append(m.Further, t.base)
		}
	}
}

// whoHas are the words for whoever has what is told in a phrase, beginning at rune from, where it names them beside that; else "".
func (m *message) whoHas(p phrase, s mention, from int) string {
	if from < s.from && person.Within(p.letters) {
		if who := person.FindWithin(p.letters, string(m.text.runes[from:s.from])); who != nil && !namesNobody(who[1]) {
			return who[1]
		}
	}
	if diagnosed.Within(p.letters) {
		if who := diagnosed.FindWithin(p.letters, string(m.text.runes[s.to:min(p.to(), s.to+longestNaming)])); who != nil && !namesNobody(who[1]) {
			return who[1]
		}
	}
	return ""
}

// longestNaming is how far behind a diagnosis whoever has it is looked for, in runes.
const longestNaming = 32

// nameIn is the first that a phrase names anywhere, "" where it names nobody.
func (m *message) nameIn(p phrase) string {
	if !p.has(cText) {
		return ""
	}
	for _, t := range p.toks {
		if t.class == cText && (m.text.holds(t, '某') || m.text.official(t) || m.text.isName(t)) {
			return m.word(t)
		}
	}
	return ""
}

// samePerson reports that two ways of naming are of one: 王某, 室友王某.
func samePerson(a, b string) bool { return strings.HasSuffix(a, b) || strings.HasSuffix(b, a) }

// onlyPatients reports that the rows of an alarm are people who are told of as cases and nothing else.
func onlyPatients(rows []Row) bool {
	return !slices.ContainsFunc(rows, func(r Row) bool {
		counted := slices.ContainsFunc(slices.Collect(maps.Keys(r.Fields)), func(k string) bool {
			base, _, _ := split(k)
			return gravity[base] <= gravity["central_quarantine"]
		})
		return counted || r.Unit != "" || !r.One || r.Kind == Zero
	})
}
