package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

var (
	// sinceConfirmed goes on about those just counted as suspected who are confirmed by now: 疑似1例，医院刚刚改为确诊.
	sinceConfirmed = pattern.MustCompile(`^[，, ]{0,2}(?:该|其|他|她|本人)?(?:人|生|同学|患者|病人)?(?:现[在已]?|今[天日早晚]|[上下]午|昨[天日晚]|刚[才刚]?|已经?|结果|后来|医院|疾控|专家|会诊|检测|核酸|复[查核]|又|目前|均|都|全部|最终|最后|后|被|由|经|,)*(?:改为|转为|转成|变为|变成|升级为|升为|改判为?|改成|认定为|判定为|定为)?确诊(?:病例)?(?:了|啦)?(?:$|[，。；！,])`)
	// onlySuspected goes on about those counted as confirmed by mistake, who are suspected: 确诊1例写错了，医院目前定的是疑似.
	onlySuspected = pattern.MustCompile(`^[，, ]{0,2}(?:是)?(?:写错|报错|填错|弄错|搞错|说错|有误|错|不对)了?[，, ]{0,2}(?:医院|疾控|专家)?(?:目前|现在|只|暂时?)?(?:定的?|判的?)?(?:应该?)?[是为]疑似(?:病例)?(?:$|[，。；！,])`)
)

// rediagnosed moves those of whom another diagnosis than the counted one is told: from suspected to confirmed, and back where the first was a mistake.
func (m *message) rediagnosed(a *alarm) {
	for _, cl := range m.claims {
		if !cl.known || cl.value == 0 || cl.denied {
			continue
		}
		behind := string(m.text.runes[cl.to:min(len(m.text.runes), cl.to+longestMeeting)])
		switch {
		case cl.base == "suspected" && sinceConfirmed.MatchString(behind):
			m.rename(cl, "confirmed")
			a.level, a.kind = Yes, "confirmed"
		case cl.base == "confirmed" && onlySuspected.MatchString(behind):
			m.rename(cl, "suspected")
			none, _ := key("confirmed", "new", cl.group)
			m.Fields[none] = 0
			a.level, a.kind = Yes, "suspected"
		default:
			continue
		}
		m.settled(HowMany)
		return
	}
}

// mistaken goes on about those just counted that another item is theirs: 集中隔离1人报错了，实际是居家隔离.
var mistaken = pattern.MustCompile(`^[，, ]{0,2}(?:写错|报错|填错|弄错|搞错|说错|有误|错|不对)了?[，, ]{0,2}(?:实际上?|其实|应该|应当|应)?[是为]$`)

// anotherItem moves a figure to the item that is said to be the right one; it reports whether one is.
func (m *message) anotherItem() bool {
	for _, cl := range m.claims {
		if !cl.known || cl.value == 0 || cl.denied {
			continue
		}
		old, _ := key(cl.base, cl.measure, cl.group)
		for _, t := range m.toks {
			if t.from <= cl.to || t.from > cl.to+longestMeeting || t.class != cCategory || t.key == cl.base || !mistaken.MatchString(string(m.text.runes[cl.to:t.from])) {
				continue
			}
			fresh, ok := key(t.key, "now", cl.group)
			if !ok || t.to < len(m.text.runes) && !strings.ContainsRune("，。；！, ", m.text.runes[t.to]) {
				return false
			}
			m.Fields[old], m.Fields[fresh] = 0, cl.value
			m.Why = append(m.Why, Reason{fresh, m.quote(cl.from, t.to)})
			m.settled(HowMany)
			return true
		}
	}
	return false
}

// rename gives the figure of a claim to another item, as new ones.
func (m *message) rename(cl claim, base string) {
	old, _ := key(cl.base, cl.measure, cl.group)
	fresh, ok := key(base, "new", cl.group)
	if !ok {
		return
	}
	delete(m.Fields, old)
	m.Fields[fresh] = cl.value
	for i := range m.Why {
		if m.Why[i].Key == old {
			m.Why[i].Key = fresh
		}
	}
}
