package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// A question may ask for several figures, or of what group one is; its answer says no more than it was asked.

// askedFor are the keys of what a question counts with 几人, in their order, which reads as one of each.
func (m *message) askedFor() (asked []string) {
	parted := ""
	for _, cl := range m.claims {
		switch {
		case cl.base != "roster" && cl.group != "":
			parted = cl.base
		case cl.base == "roster" && parted != "":
			cl.base = parted // 居家隔离学生几人？教师几人？
		}
		k, ok := key(cl.base, cl.measure, cl.group)
		if ok && cl.measure != "prev" && cl.value == 1 && !cl.denied && !slices.Contains(asked, k) {
			asked = append(asked, k)
		}
	}
	return asked
}

// openEnd is a question without the bracket that ends it: 现有居家隔离人数？（教职工、学生分别填）.
func openEnd(question string) string {
	return strings.TrimSpace(lastBracket.ReplaceAllString(question, "$1"))
}

var lastBracket = pattern.MustCompile(`([？?])\s*[（(][^（()）]*[）)]$`)

// measuresAsked are the keys of one item by the measures that a question lists behind it: 请依次回复居家隔离：新增、解除、现有、累计.
func (m *message) measuresAsked() (asked []string) {
	base, listed := "", false
	for _, t := range m.toks {
		switch {
		case t.class == cNumber:
			return nil
		case t.class == cCategory && base != "" && t.key != base:
			return nil
		case t.class == cCategory:
			base = t.key
		case t.class == cColon || t.class == cOpen || t.class == cList:
			listed = base != ""
		case t.class == cMeasure && base != "" && t.key != "today":
			if k, ok := key(base, strings.TrimSuffix(t.key, "?"), groupIn(m)); ok {
				asked = append(asked, k)
			}
		}
	}
	if !listed {
		return nil
	}
	return asked
}

// sameBase is the item that all the keys are of, "" where they are of several.
func sameBase(keys []string) (base string) {
	for i, k := range keys {
		switch b, _, _ := split(k); {
		case i == 0:
			base = b
		case b != base:
			return ""
		}
	}
	return base
}

// inOrder are the numbers of a message that says nothing else, as many as were asked for: 2和3.
func (m *message) inOrder() []int {
	words := m.plain
	if m.Unit != "" && m.toks[0].class == cUnit {
		words = string(m.text.runes[m.toks[0].to:]) // 经管 8 0 3
	}
	values := numbersIn(strings.TrimLeft(words, " ：，"))
	if !m.before.question || len(values) != len(m.before.asked) || len(values) < 2 {
		return nil
	}
	return values
}

// thereIs are the words that there is somebody, of whom it is then asked how many.
var thereIs = set("有 有的 有呢 有啊 是有 有几个 嗯有")

// partOf takes a group for that of the figure which the question is about: 学生, asked 居家隔离1人是学生还是教师？ The group may be the question's
// own: 都是, asked 均为学生吗？
func (m *message) partOf(e *earlier) bool {
	group := ""
	for i, t := range m.toks {
		switch {
		case t.class == cGroup && i+1 < len(m.toks) && m.toks[i+1].class == cNot, t.class == cNot && i > 0 && m.toks[i-1].class == cGroup: // 都是学生，老师没有
		case t.class == cGroup && t.key != "" && t.key != "all" && group == "":
			group = t.key
		case t.class == cGroup, t.class == cNot, t.class == cNumber && !e.holds(t.value):
			return false
		case t.class == cText && t.to-t.from > 2, t.class == cCategory:
			return false
		}
	}
	if group == "" && len(e.groups) == 1 && (m.has(cEach) || m.says("是") || m.says("是的") || m.says("对")) {
		group = e.groups[0]
	}
	if !slices.Contains(e.groups, group) {
		return false
	}
	fresh, value := "", -1
	for k, v := range e.figures {
		base, _, _ := split(k)
		if value >= 0 && v != value {
			return false
		}
		fresh, _ = key(base, "now", group)
		value = v
	}
	m.empty()
	m.claims = nil
	m.restate(fresh, value)
	return true
}
