package understand

import "fangkong/bot/pattern"

// setTo reads a figure that is to be another one, which is not told: 那个在鄂的弄错了，改为0.
func (m *message) setTo() {
	if !m.fixing() || len(m.claims) > 0 {
		return
	}
	for i := 0; i+1 < len(m.toks); i++ {
		is := m.toks[i].class == cHave && m.behind(m.toks[i].to, "，是")
		if t := m.toks[i]; m.toks[i+1].class != cNumber || m.toks[i+1].approx || !is && t.class != cBecomes && (t.class != cFix || !becomes(m.word(t)) || wrongly(m.word(t))) {
			continue
		}
		words := m.quote(m.toks[i].from, m.toks[i+1].to)
		switch k := m.onlyItem(); {
		case k != "":
			m.Fields[k] = m.toks[i+1].value
			m.Why = append(m.Why, Reason{k, words})
			m.settled(WhichField)
		case m.before != nil && !m.before.question && len(m.before.figures) > 1 && !m.has(cCategory) && m.numbersIn() == 1:
			m.Amend = &Amend{To: m.toks[i+1].value, Blind: true}
			m.settled(WhichField)
			m.doubt(WhichField, "", words)
		case m.before == nil && !m.has(cCategory) && m.numbersIn() == 1 && m.anywhere(someFigure) && !m.has(cThermo):
			m.Amend = &Amend{To: m.toks[i+1].value, Blind: true} // 前面发的有一条数不对，应该是6
			m.settled(WhichField)
			m.settled(DateMismatch)
			m.doubt(WhichMessage, "", "")
		}
		return
	}
}

// someFigure is a figure that is put right, and is not said to be any of the form's.
var someFigure = pattern.MustCompile(`(?:[个条的])(?:数据?|数字|人数)(?:填|报|写|弄|搞)?(?:得|的)?(?:不对|错|有误|有问题|有出入)`)

// onlyItem is the key of the one item that a message names, "" where it names none or several.
func (m *message) onlyItem() string {
	item := ""
	for _, t := range m.toks {
		switch {
		case t.class != cCategory:
		case item != "" && item != t.key:
			return ""
		default:
			item = t.key
		}
	}
	k, ok := key(item, "now", groupIn(m))
	if !ok || item == "" {
		return ""
	}
	return k
}
