package understand

import "slices"

// opensReport are the words that what a unit says of itself begins with.
var opensReport = map[class]bool{cOurs: true, cUnit: true, cGroup: true, cMeasure: true, cCategory: true}

// strange reports that unknown words say what the number counts: 1名同学去县医院看牙,
// 孝感2人, 传达到86人. It is then none of the form's figures.
func (s *clause) strange(m *message, k int) bool {
	if s.p.has(cTold) || s.p.has(cPlace) && s.p.depth > 0 || s.p.has(cFigure) && slices.ContainsFunc(s.p.toks, func(t token) bool { return t.class == cFigure && t.key == "class" }) {
		return true
	}
	if s.inRow(k) || !s.p.has(cText) && !s.p.has(cClinic) {
		return false
	}
	unknown, filed := 0, false
	for j, t := range s.p.toks {
		if t.class == cColon && j < k && (opensReport[s.at(j+1).class] || s.at(j+1).class == cFigure) {
			unknown = 0 // 关于疫情排查情况的报告：我院现有教职工118人
		}
		if words := m.word(t); t.class == cText && (filed && partOfDay[words] || lodged[words] || onCall.MatchString(words) || withFormer[words]) {
			continue
		}
		if w, n := m.r.words.longest(m.text.runes[t.from:t.to]); w != nil && w.class == cShort && n == t.to-t.from {
			continue // 护理居家2
		}
		filed = filed || t.class == cText && earlierOn[m.word(t)]
		if t.class == cText || t.class == cClinic {
			unknown += t.to - t.from
			if s.part && j < k && j > s.p.first(cPart) {
				return true // a part by place or name: the whole is already told
			}
		}
	}
	return unknown >= 4
}

// withFormer are words for those who were told before, and are counted again.
var withFormer = set("算上之前 加上之前 连同之前 连上之前 加上原来 算上原来 加上以前 算上以前 加上原先")
