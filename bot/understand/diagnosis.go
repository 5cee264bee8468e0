package understand

import "fangkong/bot/pattern"

const (
	// wasWrongly is said of a figure that was filed under another name than its own.
	wasWrongly = `^[，, ]{0,2}(?:是)?(?:写错|报错|填错|弄错|搞错|说错|有误|错|不对)了?[，, ]{0,2}(?:(?:医院|疾控|专家)?(?:目前|现在|只|暂时?)?(?:定的?|判的?)?)(?:实际上?|其实|应该|应当|应)?[是为]`
	// ofNothingElse ends a message that says nothing further: 请更正.
	ofNothingElse = `(?:$|[，。；！,](?:请[^，。；]{0,3}(?:更正|改|修改)[^，。；]{0,3})?[。！]?$)`
)

var (
	// sinceConfirmed goes on about those just counted as suspected who are confirmed by now: 疑似1例，医院刚刚改为确诊.
	sinceConfirmed = pattern.MustCompile(`^[，, ]{0,2}(?:医院|疾控)?(?:(?:今[天日]|[上下]午|结果|目前)*(?:现在?|刚[才刚]?|已经?)*(?:改为|转为|转成|变为|升级为|升为)确诊(?:病例)?了?|(?:今[天日]|[上下]午|结果|目前)*(?:现在?|刚[才刚]?|已经?)+确诊(?:病例)?了?|(?:今[天日]|结果)?确诊了)` + ofNothingElse)
	// onlySuspected goes on about those counted as confirmed by mistake, who are suspected: 确诊1例写错了，医院目前定的是疑似.
	onlySuspected = pattern.MustCompile(wasWrongly + `疑似(?:病例)?` + ofNothingElse)
	// mistaken stands between a figure and the item that is its own: 集中隔离1人报错了，实际是居家隔离.
	mistaken = pattern.MustCompile(wasWrongly + `$`)
	onlyThat = pattern.MustCompile(`^` + ofNothingElse)
)

// onlyClaim is the one figure that a message states, of what there is now or is new; ok is false where it states several, or another.
func (m *message) onlyClaim() (cl claim, ok bool) {
	if len(m.claims) != 1 {
		return claim{}, false
	}
	cl = m.claims[0]
	return cl, cl.known && cl.value > 0 && !cl.denied && (cl.measure == "" || cl.measure == "now" || cl.measure == "new" || cl.measure == "today")
}

// rediagnosed moves those of whom another diagnosis than the counted one is told: from suspected to confirmed, and back where the first was a mistake.
func (m *message) rediagnosed(a *alarm) {
	cl, ok := m.onlyClaim()
	if !ok {
		return
	}
	behind := string(m.text.runes[cl.to:min(len(m.text.runes), cl.to+longestMeeting)])
	switch {
	case cl.base == "suspected" && sinceConfirmed.MatchString(behind):
		m.moveTo(cl, "confirmed", "new")
		a.level, a.kind = Yes, "confirmed"
	case cl.base == "confirmed" && onlySuspected.MatchString(behind):
		m.moveTo(cl, "suspected", "new")
		none, _ := key("confirmed", "new", cl.group)
		m.Fields[none] = 0
		a.level, a.kind = Yes, "suspected"
	default:
		return
	}
	m.settled(HowMany)
}

// anotherItem moves the only figure of a correction to the item that is said to be the right one; it reports whether one is. A case is
// never moved so: it rings, or is asked about.
func (m *message) anotherItem() bool {
	cl, ok := m.onlyClaim()
	if !ok || cl.measure == "new" || gravity[cl.base] > gravity["central_quarantine"] {
		return false
	}
	for _, t := range m.toks {
		if t.from <= cl.to || t.from > cl.to+longestMeeting || t.class != cCategory || t.key == cl.base || gravity[t.key] > gravity["central_quarantine"] {
			continue
		}
		if !mistaken.MatchString(string(m.text.runes[cl.to:t.from])) || !onlyThat.MatchString(string(m.text.runes[t.to:])) {
			continue
		}
		m.moveTo(cl, t.key, "now")
		none, _ := key(cl.base, cl.measure, cl.group)
		m.Fields[none] = 0
		m.settled(HowMany)
		return true
	}
	return false
}

// moveTo gives the figure of a claim to another item and measure.
func (m *message) moveTo(cl claim, base, measure string) {
	old, _ := key(cl.base, cl.measure, cl.group)
	fresh, ok := key(base, measure, cl.group)
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
