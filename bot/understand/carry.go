package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// carry gives the people just counted what the next phrase says of all of them: “从湖北返回2人，已居家隔离”.
func (c *tally) carry(s *clause) {
	n := len(c.m.claims)
	if n == 0 || len(s.pending) != 1 || s.figures > 0 || s.not >= 0 || s.i == 0 || s.part || s.p.has(cOther) || s.p.has(cFuture) || s.p.has(cMaybe) || s.measure != "" && s.measure != "today" && s.measure != "now" && s.measure != "released" {
		return
	}
	item, last := s.p.toks[s.pending[0]], c.lastOf(s.p.sentence)
	for i := n - 1; i >= 0 && last.inside && c.m.claims[i].sentence == last.sentence; i-- {
		if cl := c.m.claims[i]; cl.base == last.base && !cl.inside && cl.value > last.value && plainKeys[cl.base] {
			last = cl // 7人，其中学生6人、教师1人，均居家观察
		}
	}
	if !strings.HasSuffix(item.key, "quarantine") || strings.HasSuffix(last.base, "quarantine") || last.sentence != s.p.sentence || last.denied || last.inside && !plainKeys[last.base] ||
		!last.known || last.value == 0 || ungroupedKeys[last.base] || !c.reaches(last, s.i) && c.m.phrases[s.i-1].depth == 0 || !c.allOf(s, s.pending[0]) {
		return
	}
	c.m.moved = c.m.moved || item.key == "central_quarantine" && last.base == "close_contact"
	measure := "now"
	if s.measure == "released" {
		measure = s.measure // 从武汉返回2人，解除居家隔离
	} else if c.fromToday(s) {
		measure = "new" // 今日返鹤2人，即日起居家观察
	}
	who := []claim{last}
	if s.each {
		who = append(who, c.besideThem(last)...)
	}
	for _, of := range who {
		c.m.claims = append(c.m.claims, claim{base: item.key, measure: measure, group: of.group, value: of.value, known: true, from: of.from, to: item.to, sentence: s.p.sentence})
	}
	c.markCounted(item, last.value, measure)
	s.pending = nil
}

// besideThem are the figures of the other groups that stand before a group's in one list: 在鄂老师2名、学生6名，均居家隔离.
func (c *tally) besideThem(last claim) (others []claim) {
	for i := len(c.m.claims) - 1; i >= 0; i-- {
		switch cl := c.m.claims[i]; {
		case cl.from == last.from:
		case cl.base != last.base || cl.measure != last.measure || cl.sentence != last.sentence || cl.denied || !cl.known || cl.inside || !someGroup(cl.group) || !someGroup(last.group) || cl.group == last.group:
			return others
		default:
			others = append(others, cl)
		}
	}
	return others
}

// lastOf is the last figure of a sentence that denies nothing, the zero claim where there is none.
func (c *tally) lastOf(sentence int) claim {
	for i := len(c.m.claims) - 1; i >= 0 && c.m.claims[i].sentence == sentence; i-- {
		if !c.m.claims[i].denied {
			return c.m.claims[i]
		}
	}
	return claim{sentence: -1}
}

// reaches reports that nobody else has been told of since a figure, up to phrase i: 路过武汉1人，没出站，已居家观察; 返鹤5人，5人都已登记，居家观察7天.
func (c *tally) reaches(last claim, i int) bool {
	for i--; i >= 0 && c.m.phrases[i].sentence == last.sentence; i-- {
		p := &c.m.phrases[i]
		if last.to > p.from() {
			return true
		}
		part := p.has(cPart)
		for _, t := range p.toks {
			switch t.class {
			case cNumber:
				if !part && t.value != last.value {
					return false
				}
			case cCategory, cWeak:
				if t.key != last.base {
					return false
				}
			case cGroup, cOther, cSelf, cThird, cOurs, cUnit, cFuture, cFew, cSick, cClinic:
				return false
			}
		}
	}
	return false
}

// fromToday reports that a phrase says that something begins today: 即日起, 今起, 从今天起.
func (c *tally) fromToday(s *clause) bool { return c.m.fits(s.p, beginsToday) }

var beginsToday = pattern.MustCompile(`(?:即日|今[天日]?|本日|当[天日]|现)起|今[天日]?开始|起?即日`)

// whence counts those who have just been counted as back from Hubei where it is said that they are: 今天又多了1个，是从宜昌坐车回来的.
func (c *tally) whence(s *clause) {
	if len(s.pending) != 1 || s.figures > 0 || s.denied > 0 || s.p.depth > 0 || s.i == 0 || !s.p.only(cHave, cEach, cCategory, cEtc, cMeasure, cText, cGroup, cDate, cDay) || !s.brief() {
		return
	}
	item, last := s.p.toks[s.pending[0]], c.lastOf(s.p.sentence)
	said := s.p.toks[0].class == cHave || s.each || s.p.toks[len(s.p.toks)-1].class == cHave
	if item.key != "hubei_left" || !said || s.measure == "released" || last.sentence < 0 || !last.known || last.value == 0 || !strings.HasSuffix(last.base, "quarantine") && last.base != "key_total" && last.base != "returned_today" || gravity[last.base] > 0 || !c.reaches(last, s.i) {
		return
	}
	group := last.group
	if group == "" && someGroup(s.group) {
		group = s.group
	}
	c.m.claims = append(c.m.claims, claim{base: item.key, bare: true, group: group, value: last.value, known: true, from: last.from, to: item.to, sentence: s.p.sentence})
	c.markCounted(item, last.value, "")
	s.done()
}

// becomes gives those counted in the phrase before what this one says of them.
func (c *tally) becomes(s *clause) {
	who := c.subject
	if who.value == 0 || !c.stillOf(who, s.i) || len(s.pending) != 1 || s.figures > 0 || (s.denied > 0 || s.not >= 0) && s.not < s.pending[0] || s.p.has(cFuture) || s.p.has(cOther) {
		return
	}
	item := s.p.toks[s.pending[0]]
	if item.key == "fever" && who.value > 1 && s.p.feverish() && !s.each {
		return // 昨天返鹤学生2人，今天发烧38.5: of how many is not said
	}
	if who.value > 1 && strings.Contains(c.m.wrote(s.p), "自己") {
		return // 俩人住一块儿，小刘说自己也发烧了
	}
	if who.value > 1 && c.m.has(cOther) && (s.p.has(cSelf) || c.m.fits(s.p, somebodyNamed)) && livesWith.MatchString(c.m.quote(who.from, min(len(c.m.text.runes), who.to+8))) {
		return // 我爱人确诊了，我俩住一块儿，社区让我在家隔离
	}
	if calmKeys[item.key] || plainKeys[item.key] && item.key != "wuhan_now" && item.key != "hubei_now" || who.one && (gravity[item.key] > 0 || s.p.has(cMaybe)) {
		return
	}
	measure := s.measure
	if (measure == "" || measure == "today") && c.fromToday(s) {
		measure = "new" // 王某昨晚从南阳返鹤，今起居家观察7天
	}
	c.m.claims = append(c.m.claims, claim{base: item.key, measure: measure, bare: measure == "" || measure == "today", group: who.group, value: who.value, known: who.known, one: who.one, from: who.from, to: who.to, sentence: s.p.sentence})
	c.markCounted(item, who.value, s.measure)
	c.subject = subject{}
	s.done()
}

// somebodyNamed is one of those who live together, told of by name.
var somebodyNamed = pattern.MustCompile(`[一-龥]某|[小老][一-龥]`)

// livesWith is said of those who live together, of whom it tells nothing else.
var livesWith = pattern.MustCompile(`(?:住在?一[起块]|同[住屋]|一[起块]住)`)

// stillOf reports that nobody else has been told of since those of whom something is told, up to phrase i: 1人从信阳回来，没到过湖北，在家隔离.
func (c *tally) stillOf(who subject, i int) bool {
	if i <= who.phrase || i-who.phrase > nearby {
		return false
	}
	for _, p := range c.m.phrases[who.phrase+1 : i] {
		if p.sentence != c.m.phrases[i].sentence || p.depth > 0 {
			return false
		}
		for _, t := range p.toks {
			switch t.class {
			case cNumber, cFew, cCategory, cWeak, cGroup, cUnit, cOurs, cOther, cSelf, cThird, cRest, cFuture, cSick, cClinic, cHearsay, cFix:
				return false
			}
		}
	}
	return true
}

// allOf reports that a phrase says its item of all who were named before: 已…, 均…, 目前….
func (c *tally) allOf(s *clause, k int) bool {
	said := s.each
	for j, t := range s.p.toks {
		switch t.class {
		case cEach, cMeasure:
			said = true
		case cText:
			words := c.m.word(t)
			if t.to-t.from > 3 && !(j > 0 && s.p.toks[j-1].class == cDate && t.to-t.from <= 8) && byOrderOf.ReplaceAllString(words, "") != "" || j > k && t.to-t.from > 1 && strings.Trim(words, "着呢嘞哩啦了呀中天") != "" {
				return false
			}
			said = said || strings.ContainsAny(words, "已正现在按遵起")
		case cTaken:
			said = said || strings.HasSuffix(c.m.word(t), "要求") // 社区要求居家隔离
		case cCategory, cEtc, cHave:
		case cDate:
			if j > k {
				return false // 1月26日起在宿舍医学观察
			}
		case cFigure:
			if j < k {
				return false // 居家隔离满7天
			}
		case cTopicOf:
			if j > k {
				return false // 已按要求居家观察
			}
		case cAck:
			if j < k || t.to-t.from > 1 {
				return false // 居家隔离中
			}
		default:
			return false
		}
	}
	return said || k == 0
}

// held reports that the number at k belongs to the item before a bracket that has just closed.
func (c *tally) held(s *clause, k int) bool {
	if c.resume.base == "" || s.p.after != cClose || c.resume.sentence != s.p.sentence {
		return false
	}
	for _, t := range s.p.toks[:k] {
		if t.class != cHave && t.class != cMeasure && t.class != cApprox && t.class != cColon && t.class != cEach {
			return false
		}
	}
	if s.measure == "" {
		s.measure = c.resume.measure
	}
	return true
}

// counts reports that a base has a figure already.
func (c *tally) counts(base string) bool {
	for _, cl := range c.m.claims {
		if cl.base == base {
			return true
		}
	}
	return false
}

// alsoStays counts those of whom the same phrase says whence they came and that they are in quarantine: 从武汉回来的学生6名居家隔离.
func (c *tally) alsoStays(s *clause, k int, base, group string, unsure bool) {
	contact := base == "close_contact" // 密接1人仍在集中隔离
	if !strings.HasPrefix(base, "hubei_") && base != "source_contact" && !contact || s.not >= 0 || s.part {
		return
	}
	j := k + 1
	for s.at(j).class == cGroup || s.at(j).class == cEach || s.at(j).key == "now" || s.at(j).key == "today" || s.at(j).class == cText && s.at(j).to-s.at(j).from <= 2 {
		j++
	}
	item := s.at(j)
	if item.class != cCategory || item.key != "home_quarantine" && !(contact && j > k+1 && s.at(j-1).key == "now" && strings.HasSuffix(item.key, "quarantine")) || s.p.has(cFuture) || s.p.denies(j) || s.deniedBehind(j) || s.figured(j) {
		return
	}
	if next := s.at(j + 1).class; next != cEdge && next != cText && next != cEtc && next != cFigure {
		return
	}
	if s.used == nil {
		s.used = map[int]bool{}
	}
	s.used[j] = true
	c.m.said = append(c.m.said, mention{base: item.key, from: item.from, to: item.to, phrase: s.i, measure: s.measure})
	c.state(s, k, item.key, group, false, unsure)
	c.markCounted(item, s.p.toks[k].value, "")
}
