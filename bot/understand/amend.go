package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// readAmend finds “2人应为3人”, “居家隔离2人改为3人”, “合计5人，前面合计写成6了”.
func (m *message) readAmend() {
	m.none()
	if !m.fixing() && !m.has(cBecomes) {
		return
	}
	pairs := m.changed()
	if len(pairs) == 0 {
		if from, to := m.instead(); from >= 0 {
			pairs = [][2]int{{from, to}}
		}
	}
	if len(pairs) == 0 {
		m.setTo()
	}
	for i, pair := range pairs {
		from, to := pair[0], pair[1]
		key := m.amended(from, to)
		if i == 0 {
			m.Amend = &Amend{From: m.toks[from].value, To: m.toks[to].value, Key: key}
			if key == "" {
				m.doubt(WhichField, "", m.quote(m.toks[min(from, to)].from, m.toks[max(from, to)].to))
				return
			}
			// Said on purpose twice: the new figure stands and nothing contradicts.
			m.settled(Contradiction)
			m.settled(WhichField)
		}
		if base, _, _ := split(key); (base == "confirmed" || base == "suspected") && m.toks[to].value > m.toks[from].value {
			m.raised = base
		}
		if key != "" {
			m.Fields[key] = m.toks[to].value
			m.Unknown = slices.DeleteFunc(m.Unknown, func(k string) bool { return k == key })
		}
	}
}

// ofPapers reports that what is wrong is a table or a word in one, and no report: 表里有个公式错了.
func (m *message) ofPapers() bool {
	if len(m.Fields)+len(m.Unknown)+len(m.claims)+len(m.said) == 0 && m.before == nil && m.anywhere(wrongGroup) && (m.has(cTopicOf) || m.anywhere(papers)) {
		return true
	}
	if len(m.Fields)+len(m.Unknown)+len(m.claims)+len(m.said) == 0 && m.before == nil && m.anywhere(sendAgain) && m.anywhere(papers) {
		return true
	}
	if len(m.Fields)+len(m.Unknown)+len(m.claims)+len(m.said) > 0 || m.before != nil || m.Unit != "" || m.has(cOurs) || m.has(cSelf) {
		return false
	}
	return m.anywhere(papers)
}

// sendAgain asks for a paper once more.
var sendAgain = pattern.MustCompile(`(?:重新|再)[发传交填做]一?[下份遍]`)

// wrongGroup is said of what somebody has sent to others than they meant.
var wrongGroup = pattern.MustCompile(`发错了?群`)

var papers = pattern.MustCompile(`公式|错别字|清单|格式|模板|标题|链接|文件|附件|排版|昵称|群名|表头|签名|盖章`)

// byHowMany are the words before the number by which a report was wrong, which is not the figure that it had.
var byHowMany = pattern.MustCompile(`^[多少漏](?:[报算写填]了?|了)$`)

// mostChanged is how many figures one message may change.
const mostChanged = 12

// changed finds the figures that are put in the place of others, as pairs of old and new: “2人应为3人，居家隔离由3改为4”.
func (m *message) changed() (pairs [][2]int) {
	after := -1
	for i, t := range m.toks {
		if len(pairs) == mostChanged {
			break
		}
		if t.class != cBecomes && (t.class != cFix || !becomes(m.word(t))) || i <= after {
			continue
		}
		wrote := wrongly(m.word(t)) || strings.EqualFold(m.word(t), "instead of")
		a, b := m.numberBefore(i, !wrote), m.numberAfter(i)
		if b >= 0 && m.toks[b-1].class == cGroup && (a <= 0 || m.toks[a-1].class != cGroup) {
			continue // 8人应为学生6人、教师2人: the parts are told
		}
		if a > 0 && i > 0 && !wrote && m.toks[i-1].class == cCategory && m.itemBefore(a) != m.toks[i-1].key && slices.ContainsFunc(m.toks[a:i-1], func(t token) bool { return t.class == cComma || t.class == cList }) {
			continue // 实报156，未联系上改为0
		}
		if a > 0 && byHowMany.MatchString(m.word(m.toks[a-1])) {
			if a = m.numberBefore(a, true); a < 0 {
				continue // 多报了一个，应为2人
			} // 报的8人漏了一位，应为9人
		}
		if wrote && a < 0 {
			continue // 误写为2，应为5
		}
		if a >= 0 && b > a && partOrRight.MatchString(string(m.text.runes[m.toks[a].to:m.toks[b].from])) {
			a = m.wroteBehind(b) // 居家隔离23人没错，其中学生应为19人，前面学生写成18了
		}
		if a < 0 && b >= 0 {
			a = m.oldBehind(b)
		}
		if a < 0 || b < 0 || a <= after && !wrote {
			after = max(after, b)
			continue
		}
		if wrote {
			a, b = b, a // what was written is the old figure
		}
		pairs, after = append(pairs, [2]int{a, b}), max(a, b)
	}
	return pairs
}

// partOrRight stands between a figure that is right, or of the whole, and what another one should be.
var partOrRight = pattern.MustCompile(`^[人名例个位]?(?:没错|无误|正确|没问题|不变)|其中`)

// wroteBehind is the old figure that is said behind the new one at b to have been written, below 0 for none.
func (m *message) wroteBehind(b int) int {
	for j := b + 1; j < len(m.toks) && j < b+nearKinds+6; j++ {
		if m.toks[j].class == cNumber && wrongly(m.word(m.toks[j-1])) {
			return j
		}
	}
	return -1
}

// itemBefore is the item that stands before the word at i, near it.
func (m *message) itemBefore(i int) string {
	for j := i - 1; j >= 0 && i-j < nearKinds; j-- {
		if m.toks[j].class == cCategory {
			return m.toks[j].key
		}
	}
	return ""
}

// oldBehind is the old figure behind the new one at b: 应为5人（原报6人）, below 0 for none.
func (m *message) oldBehind(b int) int {
	for j := b + 2; j < len(m.toks) && j < b+6; j++ {
		if m.toks[j].class == cNumber {
			if strings.ContainsAny(m.word(m.toks[j-1]), "原误") {
				return j
			}
			break
		}
	}
	return -1
}

// amended is the key of the item whose figure a change is about; it stands before the old figure, or nowhere.
func (m *message) amended(from, to int) (found string) {
	if m.toks[from].value == m.toks[to].value {
		return m.remeasured(from, to)
	}
	for _, cl := range m.claims {
		k, ok := key(cl.base, cl.measure, cl.group)
		switch {
		case !ok || cl.to != m.toks[from].to && cl.to != m.toks[to].to:
		case found != "" && found != k && !cl.bare && m.apartFrom(found, k):
			found = k // 19是累计，现有应该是8人
		case found != "" && found != k && m.fixing():
			delete(m.Fields, k) // 3人中有1人是已经解除的，请改为2人: of the item of the 3
		default:
			found = k
		}
	}
	if found == "" {
		found = m.only(m.toks[to].value)
	}
	if found == "" && !slices.ContainsFunc(m.claims, func(cl claim) bool { return !cl.denied }) {
		found = m.onlyItem() // it should be 4 not 5 in home quarantine
	}
	return found
}

// apartFrom reports that two keys are of one item by two measures that are both said, so that the old figure is of its own.
func (m *message) apartFrom(old, fresh string) bool {
	base, was, group := split(old)
	of, is, whose := split(fresh)
	return base == of && group == whose && was == "total" && is == "now" && m.has(cMeasure)
}

// remeasured is the key of the same figure under another measure, the old key being none: 不是新增2人，是累计2人.
func (m *message) remeasured(from, to int) (found string) {
	for _, cl := range m.claims {
		k, ok := key(cl.base, cl.measure, cl.group)
		switch {
		case ok && cl.to == m.toks[to].to:
			found = k
		case ok && cl.to == m.toks[from].to:
			m.Fields[k] = 0
			m.Unknown = slices.DeleteFunc(m.Unknown, func(u string) bool { return u == k })
		}
	}
	return found
}

// takenBack are the words that withdraw a report without another in its place.
var takenBack = set("发错群 发错群了 发错了群 发错 发错了 作废 撤回 撤销 请撤销 删掉 请删除 不算 不算数 请忽略 先别算")

// withdraw forgets the figures that are only named to be taken back: “隔离2人那条发错群了”.
func (m *message) withdraw() {
	for _, p := range m.phrases {
		i := p.first(cFix)
		if i < 0 || !takenBack[m.word(p.toks[i])] {
			continue
		}
		for _, cl := range m.claims {
			if !cl.denied && (cl.from < p.from() || cl.to > p.toks[i].from) {
				return
			}
		}
		if len(m.claims) > 0 {
			m.empty()
			m.deleted(p, p.toks[i])
		}
	}
}

// deleted makes none of the one figure that is to be taken out, and leaves a message that is to be taken back as it is: 发热1人请删掉.
func (m *message) deleted(p phrase, word token) {
	if told := slices.DeleteFunc(slices.Clone(m.claims), func(cl claim) bool { return cl.denied }); len(told) != 1 || !strings.Contains(m.word(word), "删") || strings.Contains(m.wrote(p), "条") {
		return
	}
	cl := m.claims[0]
	if k, ok := key(cl.base, cl.measure, cl.group); ok && cl.known {
		m.Fields[k] = 0
		m.Why = append(m.Why, Reason{k, m.quote(cl.from, cl.to)})
	}
}

// only is the one field that holds a value, "" when none does or several.
func (m *message) only(value int) (found string) {
	for k, v := range m.Fields {
		if v != value {
			continue
		}
		if found != "" {
			return ""
		}
		found = k
	}
	return found
}

// instead reads “是3人不是2人”, “不是2人，是3人”, “应是13而非31” and “4, not 3”.
func (m *message) instead() (from, to int) {
	for i, t := range m.toks {
		if t.class != cNot {
			continue
		}
		switch m.word(t) {
		case "不是", "并不是", "并非":
		case "非", "not":
			if i+1 == len(m.toks) || m.toks[i+1].class != cNumber || m.numberBefore(i, false) < 0 {
				continue
			}
		default:
			continue
		}
		if i+1 < len(m.toks) && m.toks[i+1].class == cHave {
			continue // 三个哎不是是两个学生一个老师
		}
		old, fresh := m.numberAfter(i), m.numberBefore(i, false)
		if old >= 0 && m.find(cFix) > 0 && slices.ContainsFunc(m.toks[i:old], func(t token) bool { return t.class == cComma || t.class == cFix || t.class == cBecomes }) {
			continue // 不是湖北的，湖北籍改为4人
		}
		if old >= 0 && m.isBetween(i, old) {
			continue // 不是新增，是现有3人，新增0人: the figure is of what it is
		}
		if old >= 0 && fresh < 0 {
			fresh = m.numberAfter(old)
		}
		if old >= 0 && fresh >= 0 {
			return old, fresh
		}
	}
	return -1, -1
}

// isBetween reports that between a denial at i and the number at k it is said what is so instead: 不是新增，是现有3人.
func (m *message) isBetween(i, k int) bool {
	comma := false
	for _, t := range m.toks[i+1 : k] {
		comma = comma || t.class == cComma
		if comma && t.class == cHave && m.text.begins(t, '是') {
			return true
		}
	}
	return false
}

// none makes nobody of the figure that a correction says there should be none of: 居家隔离2人错了，应该没有.
func (m *message) none() {
	if !m.fixing() || m.Amend != nil || len(m.claims) != 1 || !m.claims[0].known || m.claims[0].denied || !m.anywhere(shouldBeNone) {
		return
	}
	if k, ok := key(m.claims[0].base, m.claims[0].measure, m.claims[0].group); ok {
		m.Fields[k] = 0
		m.settled(WhichField)
	}
}

// takeBack forgets the figure that a correction calls wrong and then denies, 发热1人写错了，是咳嗽1人，没发烧, and that there is none of what has a
// figure of its own: 不是新增，是现有5人，新增1人.
func (m *message) takeBack() {
	if !m.fixing() || len(m.claims) > mostChanged {
		return
	}
	wrong := func(cl claim) bool {
		if cl.denied || !slices.ContainsFunc(m.claims, func(no claim) bool { return no.denied && no.base == cl.base && no.from > cl.to }) {
			return false
		}
		return slices.ContainsFunc(m.phrases, func(p phrase) bool {
			i := p.first(cFix)
			return i >= 0 && !p.has(cBecomes) && strings.Contains(m.word(p.toks[i]), "错") && cl.from >= p.from() && cl.to <= p.toks[i].from
		})
	}
	m.claims = slices.DeleteFunc(m.claims, wrong)
	figured := func(no claim) bool {
		return no.denied && strings.Contains(m.quote(no.from, no.to), "不是") && slices.ContainsFunc(m.claims, func(cl claim) bool {
			return !cl.denied && cl.base == no.base && cl.group == no.group && (cl.measure == no.measure || cl.bare && no.measure == "now")
		})
	}
	m.claims = slices.DeleteFunc(m.claims, figured)
}

// shouldBeNone ends a correction that takes a figure back.
var shouldBeNone = pattern.MustCompile(`(?:应该|应当|应|实际|其实)(?:是)?(?:没有|无)[了的人]?[。！]?$`)

// numberBefore is the figure before word i: with held one that was given before, else the nearest. In “多了1，应该7” the 1 is only
// by how many it was wrong.
func (m *message) numberBefore(i int, held bool) (at int) {
	at = -1
	for j := i - 1; j >= 0 && i-j < 24; j-- {
		if m.toks[j].class != cNumber || j > 0 && m.toks[j-1].key == "delta" || j > 1 && m.toks[j-1].class == cOther && m.toks[j-2].class == cPart {
			continue
		}
		if at < 0 {
			at = j
		}
		if !held || m.before == nil || m.before.holds(m.toks[j].value) {
			return j
		}
	}
	return at
}

func (m *message) numberAfter(i int) int {
	for j := i + 1; j < len(m.toks) && j-i < 8; j++ {
		if m.toks[j].class == cNumber {
			return j
		}
	}
	return -1
}
