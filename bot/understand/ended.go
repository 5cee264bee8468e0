package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// letGo ends the quarantine of those of whom only whence they came has been told: 湖北回来的那俩学生满14天了，今天解除了.
func (c *tally) letGo(s *clause) {
	k := len(s.p.toks) - 1
	for k >= 0 && s.p.toks[k].class != cMeasure {
		if t := s.p.toks[k]; t.class != cText && t.class != cHave && t.class != cAck {
			return
		}
		k--
	}
	if k < 0 || !strings.HasPrefix(s.p.toks[k].key, "released") || !strings.ContainsRune(c.m.word(s.p.toks[k]), '解') || len(s.pending) > 0 || s.p.has(cNot) || s.p.has(cFuture) || s.p.has(cOther) && s.figures > 0 {
		return
	}
	last := c.lastOf(s.p.sentence)
	if last.sentence < 0 || !last.known || last.value == 0 || last.to > s.p.toks[k].from || s.figures == 0 && !c.reaches(last, s.i) || c.long(s) {
		return
	}
	if last.base == "hubei_left" || last.base == "returned_today" {
		c.m.claims = append(c.m.claims, claim{base: c.sameKind(token{key: "quarantine", from: s.p.toks[k].from, to: s.p.toks[k].from}), measure: "released", group: last.group, value: last.value, known: true, from: last.from, to: s.p.toks[k].to, sentence: s.p.sentence})
	}
}

// watched reports that the number at k is of those who are still under observation, where no quarantine was named before.
func (c *tally) watched(s *clause, k int) bool {
	return s.at(k-1).class == cMeasure && s.at(k-1).key == "now" && strings.Contains(c.m.word(s.at(k-1)), "观察") && plainKeys[c.lean.base]
}

// stillHeld is the group of those who came from Hubei, of some of whom it is told that they are in quarantine, and of the rest otherwise:
// 从湖北回来的学生12人，目前还在居家观察的5人，其余期满.
func (c *tally) stillHeld(s *clause, base string, value int) string {
	n := len(c.m.claims)
	if n == 0 || !strings.HasSuffix(base, "quarantine") || s.i+1 >= len(c.m.phrases) || !c.m.phrases[s.i+1].has(cRest) {
		return ""
	}
	last := c.m.claims[n-1]
	if n > 1 && c.m.claims[n-2].sentence == s.p.sentence {
		return ""
	}
	if last.base != "hubei_left" || last.sentence != s.p.sentence || last.value < value {
		return ""
	}
	return last.group
}

// internsHome drops the count of interns who have all gone home: 原在酒店实习的27个学生上周都已离岗到家.
func (m *message) internsHome() {
	m.claims = slices.DeleteFunc(m.claims, func(cl claim) bool {
		return cl.base == "intern_now" && !cl.denied && goneHomeAll.MatchString(m.quote(cl.to, min(len(m.text.runes), cl.to+longestMeeting)))
	})
}

// goneHomeAll begins what says of those just counted that all of them are no longer where they were.
var goneHomeAll = pattern.MustCompile(`^(?:学生|同学)?，?(?:上周|本周|昨[天日]|今[天日]|前天|日前)?(?:已)?(?:都|全部|均)(?:已经?)?(?:离岗|撤回|返家|到家|回家|结束实习)`)

// healed counts the one known case of whom it is told that they have been cured: 之前确诊的那名学生今天治愈出院了.
func (c *tally) healed(s *clause) bool {
	item := s.p.toks[s.pending[len(s.pending)-1]]
	if item.key != "cured" || s.p.has(cFuture) || s.p.has(cNot) || s.p.has(cMaybe) || !c.m.fits(s.p, oneKnown) {
		return false
	}
	for _, k := range s.pending[:len(s.pending)-1] {
		if base := s.p.toks[k].key; base != "confirmed" && base != "suspected" && base != "hospital" {
			return false
		}
	}
	c.m.claims = append(c.m.claims, claim{base: "cured", measure: "new", group: s.group, value: 1, known: true, from: s.p.from(), to: item.to, sentence: s.p.sentence})
	c.markCounted(item, 1, "new")
	return true
}

var oneKnown = pattern.MustCompile(`(?:那|这|该)[1一]?[名位个例]|该(?:生|同学|教师|老师|同志|职工|患者)|[那这](?:学生|老师|同学|教师)`)

// definite reports that a figure is of those who have been told of before: 上周被封村的那1名学生.
func (m *message) definite(cl claim) bool { return knownOnes.MatchString(m.quote(cl.from, cl.to)) }

var (
	knownOnes = pattern.MustCompile(`那|上周|上次|之前|前期|前几天|先前|此前|原来|前些天|昨[天日]|前[天日]`)
	longAgo   = pattern.MustCompile(`上周|上个?月|之前|此前|前几天|先前|前些天|前[天日]|早已|早就|前期`)
	thisDay   = pattern.MustCompile(`今|当[天日]|本日|刚`)
)

// long reports that a phrase tells of the end of a quarantine on another day than today: 之前隔离的2位同志上周都已解除.
func (c *tally) long(s *clause) bool {
	words := c.m.wrote(s.p)
	i := strings.LastIndex(words, "的")
	return longAgo.MatchString(words[i+1:]) && !thisDay.MatchString(words)
}

// wentHome reports that those in quarantine are told to have gone home: 集中隔离的小李今天回家了.
func (m *message) wentHome(s mention) bool {
	return !s.counted && wentHome.MatchString(string(m.text.runes[s.to:min(len(m.text.runes), s.to+16)]))
}

var wentHome = pattern.MustCompile(`^的[^，。；跑偷私擅溜要想]{1,8}(?:回家|回来|返家|回校)了`)
