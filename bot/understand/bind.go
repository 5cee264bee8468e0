package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// before gives the items waiting for this number.
func (c *tally) before(s *clause, k int) []int {
	if len(s.pending) < 2 {
		return s.pending
	}
	// “隔离人员中发热2人”: the last one is counted among the first.
	last, prev := s.pending[len(s.pending)-1], s.pending[len(s.pending)-2]
	if s.p.toks[last].key == "intern_now" && last == prev+1 {
		s.group = "student"
		return s.pending[:len(s.pending)-1] // 在鄂实习生6名
	}
	if s.p.toks[prev].key == "intern_now" && s.p.toks[last].key == "on_duty" {
		return []int{prev} // 顶岗实习学生在岗214人
	}
	if last == prev+1 && calmKeys[s.p.toks[prev].key] {
		return s.pending[len(s.pending)-1:] // 在校值班5人
	}
	for _, t := range s.p.toks[prev+1 : last] {
		switch t.class {
		case cList, cAnd, cEtc:
		default:
			return s.pending[len(s.pending)-1:]
		}
	}
	return s.pending
}

// reach is how many unknown characters may stand between a number and its item.
const reach = 14

// behind looks ahead for the item of “3名学生居家隔离”.
func (c *tally) behind(s *clause, k int) (found []int) {
	gap, source, is := 0, false, false
	for j := k + 1; j < len(s.p.toks); j++ {
		t := s.p.toks[j]
		switch t.class {
		case cNot, cTold:
			return found
		case cSource:
			source = true
		case cHave:
			is = is || c.m.word(t) != "有"
		case cColon:
			if len(found) == 0 && s.opensFigure(j) {
				return nil // 科研处5人：3人在鹤
			}
		case cText:
			if n := len(found); n > 0 {
				if latin(c.m.text.runes[t.from]) && s.at(j+1).class == cAnd {
					continue // came back from Hubei on Monday and are in home quarantine
				}
				if s.at(j+1).class == cCategory && s.moreover(c, found[n-1], j+1) {
					continue
				}
				return found
			}
			if gap += t.to - t.from; gap > reach {
				return nil
			}
		case cMeasure:
			if len(found) == 0 {
				s.measured(t.key, c.lean)
			} else if t.key == "released" {
				s.measured(t.key, c.lean) // 3人隔离期满
			}
		case cNumber:
			if len(found) > 0 {
				return found
			}
		case cCategory, cWeak:
			if s.at(j+1).class == cTopicOf {
				return found
			}
			if t.key == "headcount_reported" && toWhom[s.at(j+1).class] && c.m.reportedTo(t.to) {
				return found // 报名36人已报市团委
			}
			if t.class == cWeak && t.key == "confirmed" && j > k+1 {
				continue // 1名学生因新冠肺炎死亡: of what they died
			}
			if s.qualifies(j) || s.livesBeside(j) || source && (t.key == "confirmed" || t.key == "suspected") {
				continue // whom they met
			}
			if n := len(found); n > 0 && !joined(s.p.toks[found[n-1]+1:j]) && !s.moreover(c, found[n-1], j) {
				return found
			}
			// 增加的2人为北京返鹤教师: what they are
			if calmKeys[t.key] && is && s.at(j+1).class == cGroup {
				continue
			}
			// 1名实习学生被列为密接: what they are is not what is counted.
			if len(found) == 0 && calmKeys[t.key] && s.graver(j) {
				if t.key == "intern_now" && s.group == "" {
					s.group = "student"
				}
				continue
			}
			// 隔离酒店集中隔离 is one thing said twice.
			if len(found) == 0 || s.p.toks[found[len(found)-1]].key != t.key {
				found = append(found, j)
			}
			if s.used == nil {
				s.used = map[int]bool{}
			}
			if !s.used[j] {
				s.used[j] = true
				c.m.said = append(c.m.said, mention{base: t.key, from: t.from, to: t.to, phrase: s.i, measure: s.measure})
			}
		}
	}
	return found
}

// livesBeside reports that the case at k is somebody near whom ours live: 与确诊患者同村.
func (s *clause) livesBeside(k int) bool {
	if s.at(k-1).class != cAnd || s.p.toks[k].key != "confirmed" && s.p.toks[k].key != "suspected" {
		return false
	}
	src := s.p.first(cSource)
	return src > k && src <= k+2
}

// graver reports that an item behind the calm one at k, and before the next number, is no calm one.
func (s *clause) graver(k int) bool {
	for j := k + 1; j < len(s.p.toks); j++ {
		switch t := s.p.toks[j]; t.class {
		case cNumber, cNot, cList, cAnd, cSource:
			return false
		case cCategory:
			return !calmKeys[t.key] && !s.deniedBehind(j)
		}
	}
	return false
}

// deniedBehind reports that the item at k is followed by what denies it: 在岗4人居家观察无.
func (s *clause) deniedBehind(k int) bool {
	for k++; k < len(s.p.toks) && s.p.toks[k].slight(); {
		k++
	}
	return k < len(s.p.toks) && s.p.toks[k].class == cNot
}

// slight reports what stands between an item and its denial and parts them by nothing: a colon, 的, 都, one character that is unknown.
func (t token) slight() bool {
	switch t.class {
	case cColon, cHave, cEtc, cEach:
		return true
	}
	return t.class == cText && t.to-t.from <= 1
}

// moreover reports that those who have come from somewhere are said to be in quarantine as well: came back from Hubei and are in home
// quarantine.
func (s *clause) moreover(c *tally, k, j int) bool {
	if !plainKeys[s.p.toks[k].key] || calmKeys[s.p.toks[k].key] || !strings.HasSuffix(s.p.toks[j].key, "quarantine") || j == k+1 {
		return false
	}
	and := false
	for _, t := range s.p.toks[k+1 : j] {
		switch t.class {
		case cAnd:
			and = true
		case cHave, cMeasure, cEach:
		case cGroup:
			and = and || s.p.toks[k].key == "hubei_left" // 一个从孝感回来的学生在家隔离
		case cText:
			if t.to-t.from > 3 && !latin(c.m.text.runes[t.from]) || t.to-t.from > reach {
				return false
			}
		case cSpace, cDate, cDay, cFigure:
		default:
			return false
		}
	}
	return and
}

// joined reports whether two items stand in one list.
func joined(between []token) bool {
	for _, t := range between {
		if t.class != cList && t.class != cAnd && t.class != cEtc {
			return false
		}
	}
	return true
}

// groupsLead reports that the groups of a phrase stand before their numbers, the number at k being one or the whole: 一共七个人老师两个学生五个.
func (s *clause) groupsLead(k int) bool {
	last := len(s.p.toks) - 1
	for last > k && s.p.toks[last].class != cNumber {
		last--
	}
	if s.at(last+1).class == cHave && s.at(last+2).class == cGroup {
		return false // 1人为学生1人为教师
	}
	return last >= k+2 && s.at(last-1).class == cGroup && (s.at(last+1).class != cGroup)
}

// groupNext reads the group right behind a number.
func (s *clause) groupNext(k int) (string, int) {
	for j := k + 1; j < len(s.p.toks); j++ {
		switch t := s.p.toks[j]; t.class {
		case cGroup:
			// 学生3人老师2人: that group belongs to the next number.
			if s.at(j+1).class == cNumber && (s.topGroup != "" || s.groupsLead(k)) {
				return "", 0
			}
			if someGroup(s.topGroup) && s.topGroup != t.key && s.at(j+1).class == cCategory && s.figured(j+1) {
				return "", 0 // 教工实报64学生应报1402
			}
			return t.key, j
		case cHave, cSpace, cOurs: // one of our students
		case cFigure:
			if j != k+1 || s.at(j+1).class != cGroup {
				return "", 0
			} // 一名19级学生
		case cText:
			// 一名舞蹈老师, 一名家在温州的学生
			if j == k+1 && s.at(j+1).class == cHave && s.at(j+2).class == cGroup && s.at(j+3).class != cNumber && t.to-t.from <= 8 {
				continue
			}
			if t.to-t.from > 4 || j != k+1 || s.at(j+1).class != cGroup || s.at(j+2).class == cNumber {
				return "", 0
			}
		case cEach:
			if !s.opensFigure(j) {
				return "", 0 // 均为学生 is said of the figure, and follows it
			}
		case cCategory:
			if !s.forward && !s.used[j] {
				return "", 0
			}
		default:
			return "", 0
		}
	}
	return "", 0
}

// toWhom are the classes of words for those to whom something has been reported.
var toWhom = map[class]bool{cText: true, cUnit: true, cPlace: true, cTopicOf: true, cOther: true}

// reportedTo reports that behind rune at, where something has been reported, stands to whom: 已报社区, 已报市团委.
func (m *message) reportedTo(at int) bool {
	return authorityTold.MatchString(string(m.text.runes[at:min(len(m.text.runes), at+12)]))
}

var authorityTold = pattern.MustCompile(`^(?:到|至|给|送|备)?[^，。；、：]{0,5}(?:团委|社区|街道|疾控|防控办|指挥部|教育局|教体局|卫健委|村委会|居委会|派出所|上级|领导|学院|部门|办事处|辅导员|班主任)`)
