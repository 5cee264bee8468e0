package understand

import (
	"slices"
	"strings"
)

// Those who are neither students nor staff are often told by what they do: 保洁2人、保安1人. The form counts them as one group.

// trade is the trade that the number at k is told of, which is only a part of its group; "" for none.
func (s *clause) trade(c *tally, k int, group string) string {
	if group != "other" {
		return ""
	}
	for j := k - 1; j >= 0; j-- {
		if s.p.toks[j].class == cGroup {
			named := tradeIn(c.m.word(s.p.toks[j]))
			if named == "" && s.at(j-1).class == cGroup && !(s.at(j-2).class == cList && s.at(j-3).class != cNumber) {
				named = tradeIn(c.m.word(s.at(j - 1))) // 食堂外包人员
			}
			return named
		}
	}
	if _, at := s.groupNext(k); at > 0 {
		return tradeIn(c.m.word(s.p.toks[at]))
	}
	return ""
}

// theirStaff reports that the word for staff is of those who are neither students nor staff of the college: 食堂：员工7人.
func (c *tally) theirStaff(s *clause, t token) bool {
	return t.key == "staff" && (c.heading.group == "other" && c.heading.sentence == s.p.sentence || s.topGroup == "other") && (c.m.word(t) == "员工" || c.m.word(t) == "职工")
}

// trades are the words for a part of those who are neither students nor staff.
var trades = strings.Fields("保洁 食堂 物业 保安 宿管 门卫 商户 公寓")

// tradeIn is the trade that a word for a group names.
func tradeIn(word string) string {
	for _, t := range trades {
		if strings.HasPrefix(word, t) {
			return t
		}
	}
	return ""
}

// ofTrades makes one figure of those told by several trades where a whole that is written says how many they are together:
// 居家隔离3人（保洁2、保安1）. Where none does, that is asked.
func (m *message) ofTrades() {
	told := map[string][]claim{}
	for _, cl := range m.claims {
		if cl.trade == "" {
			continue
		}
		if k, ok := key(cl.base, cl.measure, cl.group); ok {
			told[k] = append(told[k], cl)
		}
	}
	for k, parts := range told {
		if !slices.ContainsFunc(parts, func(cl claim) bool { return cl.trade != parts[0].trade }) {
			continue
		}
		sum := claim{base: parts[0].base, measure: parts[0].measure, group: "other", from: parts[0].from, to: parts[len(parts)-1].to, sentence: parts[0].sentence}
		for _, cl := range parts {
			sum.value += cl.value
		}
		sum.known = slices.ContainsFunc(m.claims, func(cl claim) bool {
			whole, _ := key(cl.base, cl.measure, "other")
			return whole == k && cl.trade == "" && (cl.group == "" || cl.group == "other") && cl.known && cl.value == sum.value
		})
		m.claims = slices.DeleteFunc(m.claims, func(cl claim) bool {
			its, _ := key(cl.base, cl.measure, cl.group)
			return its == k && cl.trade != ""
		})
		some := 0
		for _, cl := range parts {
			if cl.value != 0 {
				some++
			}
		}
		switch {
		case sum.known || some < 2 && !slices.ContainsFunc(parts, func(cl claim) bool { return !cl.known }): // 保安2人，食堂0人
			sum.known = true
			m.claims = append(m.claims, sum)
		case parts[0].inside && calmKeys[sum.base]: // 在岗157人（食堂62、公寓48、物业47）
		default:
			m.doubt(HowMany, k, m.quote(sum.from, sum.to))
		}
	}
}

// servants makes a group of 后勤 where it is counted behind students and staff: 留校：学生27，教职工14，后勤33.
func servants(toks []token, t *text) {
	groups, counted := map[string]bool{}, ""
	for i := range toks {
		switch tok := &toks[i]; {
		case tok.class == cStop, tok.class == cLine:
			clear(groups)
		case tok.class == cGroup:
			counted = tok.key
		case tok.class == cNumber && counted != "":
			groups[counted], counted = true, ""
		case tok.class == cText && groups["other"] && t.is(*tok, "公寓") && i+1 < len(toks) && (toks[i+1].class == cNumber || toks[i+1].key == "on_duty"):
			tok.class, tok.key, counted = cGroup, "other", "other" // 食堂在岗19人，公寓在岗12人
		case tok.class == cUnit && groups["student"] && groups["staff"] && i+1 < len(toks) && (toks[i+1].class == cNumber || toks[i+1].class == cEtc && i+2 < len(toks) && toks[i+2].class == cNumber) && string(t.runes[tok.from:tok.to]) == "后勤":
			tok.class, tok.key = cGroup, "other"
		}
	}
}
