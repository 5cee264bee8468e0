package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// Some numbers only tell where those are who have been counted, or how many of them are left: nothing is asked about them.

// sought reports that the number at k is what is left of those who should have answered, and that they are sought: 应报1187实报1185，差2人联系中.
func (c *tally) sought(s *clause, k int) bool {
	n := len(c.m.claims)
	return n > 1 && c.m.claims[n-2].base == "headcount_due" && c.leftOver(s.p.toks[k].value, s.p.sentence) && c.m.fits(s.p, beingSought)
}

var beingSought = pattern.MustCompile(`联系中|正在联系|继续联系|还在联系|停机|空号|打不通|没联系|未联系|失联|关机|没信号|没回`)

// unheard reports that the number at k is of people who have not answered, where it is told how many have or should: 实报1859，7人未报.
func (c *tally) unheard(s *clause, k int) bool {
	if s.at(k+1).key == "owe" && s.at(k+1).class == cPending && s.p.toks[k].people && s.i+1 < len(c.m.phrases) && c.m.fits(c.m.phrases[s.i+1], beingSought) {
		return true // 9人未上报，逐一联系中
	}
	return s.at(k+1).class == cPending && s.p.toks[k].people && (c.counts("headcount_due") || c.counts("headcount_reported")) && !c.ofUnits(s)
}

// noAnswer reports that all that is said of the people at k is that their telephone is not answered: 其余3人电话打不通.
func (s *clause) noAnswer(c *tally, k int) bool {
	t := s.p.toks[k]
	if !t.people && !t.any || t.value == 0 || s.p.has(cOther) || s.p.has(cTold) || s.figuresIn() > 1 || s.part || c.counts("unreached") {
		return false
	}
	said := false
	for _, t := range s.p.toks[k+1:] {
		switch t.class {
		case cText:
			said = true
		case cGroup, cHave, cEach, cMeasure, cNot:
		default:
			return false
		}
	}
	return said && noAnswer.MatchString(c.m.quote(t.to, s.p.to()))
}

// noAnswer ends what is said of those who cannot be reached.
var noAnswer = pattern.MustCompile(`(?:电话|手机|微信|号码|一直|都|始终|还)[^，。]{0,6}(?:打不通|不通|没打通|未打通|没接|不接|没有?人接|无人接听?|没人接听?|关机|停机|空号|没信号|没有?回|未回|没回(?:复|话|信|消息)?|未回(?:复|话|信)?)[了的]?(?:[还正]?在?(?:继续)?(?:找|联系|打|核实|想办法|托人)[^，。]{0,4})?$|^[^，。]{0,4}(?:打不通|联系不[上到]|停机|关机|失联|空号)了?(?:[还正]?在?(?:继续)?(?:找|联系|打|核实|想办法|托人)[^，。]{0,4})?$`)

// introduces notes those of ours of whom something is told that the form does not ask, until it is said what they are: 3名学生从信阳回来，已居家隔离.
func (c *tally) introduces(s *clause, k int, group string) {
	t := s.p.toks[k]
	ofUnit := (s.at(k-1).class == cUnit || s.at(k-1).class == cOurs) && s.at(k+1).class == cText && cameFrom.MatchString(c.m.quote(t.to, s.p.to())) // 图书馆1人从信阳回来
	if !t.people && !(t.any && s.at(k+1).class == cGroup) || t.value == 0 || !ofUnit && (!someGroup(group) || !(s.at(k-1).class == cGroup) && !(s.at(k+1).class == cGroup)) || s.p.has(cTold) || s.p.has(cOther) || s.part {
		return
	}
	c.subject = subject{value: t.value, group: group, phrase: s.i, known: !t.approx && t.class == cNumber, from: c.start(s, k), to: t.to}
}

var cameFrom = pattern.MustCompile(`^[^，。]{0,6}(?:从|自|由)[^，。]{1,10}(?:回来|返回|返鹤|回鹤|归来|返校|过来)`)

// ofItemNext is the item of which the phrase behind the number at k, which says nothing else, tells that it was: 30人左右吧，在外地实习的.
func (c *tally) ofItemNext(s *clause, k int) string {
	if c.lean.base != "" || !s.p.toks[k].people && !s.p.toks[k].any || s.i+1 >= len(c.m.phrases) || !s.p.only(cNumber, cFew, cApprox, cHave, cText, cMeasure, cAck) || s.p.figures() > 1 {
		return ""
	}
	q := &c.m.phrases[s.i+1]
	last := q.toks[len(q.toks)-1]
	if q.sentence != s.p.sentence || q.toks[0].class != cCategory || !q.only(cCategory, cEtc, cHave) || len(q.toks) != 2 || c.m.text.runes[last.to-1] != '的' {
		return ""
	}
	item := q.toks[0]
	c.m.said = append(c.m.said, mention{base: item.key, from: item.from, to: item.to, phrase: s.i + 1, counted: true, value: s.p.toks[k].value})
	return item.key
}

// whereTheyAre reports that a number tells where some of those are who have just been counted: 湖北籍学生14名，13名在家.
func (c *tally) whereTheyAre(s *clause, k int) bool {
	n := len(c.m.claims)
	if n == 0 || k > 0 || s.at(k+1).class != cText || c.m.text.runes[s.at(k+1).from] != '在' {
		return false
	}
	last := c.m.claims[n-1]
	return plainKeys[last.base] && last.sentence == s.p.sentence && last.known && last.value >= s.p.toks[k].value
}

// noneOfThem reports that it is said of those at k that none of them has what follows: 宿舍3人都没发烧.
func (s *clause) noneOfThem(k int) bool {
	if !s.p.toks[k].people || k+1 >= len(s.p.toks) {
		return false
	}
	next := k + 1
	for next < len(s.p.toks) && s.p.toks[next].class == cEach {
		next++
	}
	return next > k+1 && next < len(s.p.toks) && s.p.toks[next].class == cNot || s.at(k+1).class == cNot && s.at(k+1).to-s.at(k+1).from > 1
}

// itemLast takes the item that ends a phrase for that of all its numbers, where each has its own measure: 昨天是五个今天解除两个新增一个现在四个居家隔离.
func (c *tally) itemLast(s *clause) {
	if !s.forward {
		return
	}
	item, numbers, measured := -1, 0, false
	for k, t := range s.p.toks {
		switch t.class {
		case cMeasure:
			measured = true
		case cNumber:
			if !measured || t.approx || item >= 0 {
				return
			}
			numbers, measured = numbers+1, false
		case cCategory:
			if item >= 0 || plainKeys[t.key] {
				return
			}
			item = k
		case cNot, cGroup, cWeak, cFew, cSource:
			return
		}
	}
	if numbers < 2 || item < 0 {
		return
	}
	t := s.p.toks[item]
	s.forward, s.used = false, map[int]bool{item: true}
	c.lean = frame{base: t.key, sentence: s.p.sentence}
	c.m.said = append(c.m.said, mention{base: t.key, from: t.from, to: t.to, phrase: s.i, counted: true, measure: "now"})
}

// oneIs reports that the number at k tells who one of those is who have just been counted: 居家隔离2人，…，一名为其室友.
func (c *tally) oneIs(s *clause, k int) bool {
	if s.p.toks[k].value != 1 || s.at(k+1).class != cHave || s.p.has(cCategory) {
		return false
	}
	return slices.ContainsFunc(c.m.claims, func(cl claim) bool { return cl.sentence == s.p.sentence && cl.known && cl.value > 1 })
}

// leavesBy are words for those who go out through the gate, whom the form does not ask.
var leavesBy = set("出校 出门 出校门 出校园 今日出校 离校")

// byDays tells for how long some of those have been there who were just counted.
var byDays = pattern.MustCompile(`^[^，。；]{0,4}(?:满|不足|未满|没满|超过?|过了|还[剩差])[0-9一二三四五六七十]{1,3}天`)

// everybodyThere reports that the number at k is how many there are, of whom some are at work and some are not: 在岗19人，居家隔离1人，共22人.
func (c *tally) everybodyThere(s *clause, k int) bool {
	n := len(c.m.claims)
	if n < 2 || !s.p.only(cSum, cMeasure, cNumber, cHave) {
		return false
	}
	last, calm := c.m.claims[n-1], false
	for _, cl := range c.m.claims[max(0, n-nearby):] {
		calm = calm || cl.sentence == s.p.sentence && cl.base != last.base && calmKeys[cl.base]
	}
	return calm && !calmKeys[last.base] && last.sentence == s.p.sentence && last.value < s.p.toks[k].value
}

// ofCalls reports that the number at k counts calls, papers and the like: 接电话21个.
func (c *tally) ofCalls(s *clause, k int) bool {
	if next := s.at(k + 1).class; (next == cText || next == cGroup || next == cTold) && takesPartIn.MatchString(c.m.quote(s.p.toks[k].to, s.p.to())) {
		return true // 15名辅导员参加
	}
	if s.p.toks[k].any && ofBody.MatchString(c.m.wrote(s.p)) {
		return true // 未报学院1个
	}
	if s.at(k-1).class == cTopicOf && c.m.word(s.at(k-1)) == "培训" {
		return true // 志愿者线上培训120人
	}
	if before := s.at(k - 1); s.p.toks[k].any && before.class == cText {
		return calls.MatchString(c.m.word(before))
	}
	return false
}

var takesPartIn = pattern.MustCompile(`^[^，。；]{0,6}(?:参加|出席|参训|听课|观看|收看)(?:$|了|培训|会议|例会|活动|演练|消毒|志愿|比赛|劳动|工作|学习)`)

var calls = pattern.MustCompile(`(?:电话|热线|短信|消息|稿件?|视频|链接|文件|来电|来访|咨询|快递|包裹|床位?|垃圾桶|体温[枪计]|喷壶)$`)

// unrelated reports that what a sentence tells of is said to have nothing to do with it: 1名同学崴脚，与疫情无关.
func (c *tally) unrelated(s *clause) bool {
	for i := s.i; i < min(len(c.m.phrases), s.i+nearby) && c.m.phrases[i].sentence == s.p.sentence; i++ {
		if c.m.phrases[i].has(cText) && c.m.fits(c.m.phrases[i], nothingToDo) {
			return !s.p.has(cCategory) && !s.p.has(cSource)
		}
	}
	return false
}

var nothingToDo = pattern.MustCompile(`与(?:新冠|本次|此次)?(?:肺炎)?疫情(?:均|都)?无关|和疫情(?:没有?关系|无关)|非疫情|跟疫情没`)

// errand reports that the number at k is of one who has gone about something, where nothing is the matter: 1名同学去拔牙，正常.
func (c *tally) errand(s *clause, k int) bool {
	if s.p.toks[k].value != 1 || !s.p.toks[k].people || k+2 >= len(s.p.toks) || s.at(k+1).class != cGroup || s.at(k+2).class != cText || s.p.has(cCategory) || s.p.has(cSource) || s.p.has(cTaken) {
		return false
	}
	return strings.ContainsRune("去到回因", c.m.text.runes[s.at(k+2).from]) && c.fineNext(s) && !maybeItem.MatchString(c.m.quote(s.at(k+2).from, s.p.to()))
}

// ofBodies reports that the number at k counts classes or units, in a bracket behind the word for them: 所有班级（28个）.
func (c *tally) ofBodies(s *clause, k int) bool {
	if !s.p.toks[k].any || s.p.depth == 0 || s.i == 0 || !s.p.only(cNumber, cMeasure) {
		return false
	}
	return strings.ContainsRune("级院位门处室业舍班系部", c.m.text.runes[c.m.phrases[s.i-1].to()-1])
}

// wellOnes reports that the number at k counts people by words the form does not know, none of which may be an item of it, and that they
// are well: 早班4人、晚班4人，均健康.
func (c *tally) wellOnes(s *clause, k int) bool {
	if !s.p.toks[k].people || s.p.has(cTold) || s.p.has(cSource) || !s.p.has(cText) || maybeItem.MatchString(c.m.wrote(s.p)) {
		return false
	}
	if s.p.has(cThermo) {
		return c.m.Zero || c.fineNext(s)
	}
	return c.fineNext(s) && c.m.phrases[s.i+1].has(cThermo) || c.fineNext(s) && strings.ContainsRune("均都全皆", c.m.text.runes[c.m.phrases[s.i+1].from()])
}

// maybeItem are words of which what is asked of the day is made, and of where people are.
var maybeItem = pattern.MustCompile(`[隔观封疑诊阳密接触热烧咳症病鄂汉返回外住请缺失居]|在家|家中|湖北|医|集中|退休`)

// leftOver reports that a number is what is left of the figure before the last: 应报212，已报209，3人补报中.
func (c *tally) leftOver(value, sentence int) bool {
	n := len(c.m.claims)
	if n < 2 || value == 0 {
		return false
	}
	whole, part := c.m.claims[n-2], c.m.claims[n-1]
	return plainKeys[whole.base] && plainKeys[part.base] && whole.sentence == sentence && part.sentence == sentence && whole.known && part.known && whole.value-part.value == value
}

// remaining are words for those of a figure who are not in the one beside it.
var remaining = set("好了 已好 已经好了 好的 退了 已经退了 没事了 痊愈了 恢复了 已返 已返回 回来了 已回来了 未满 没满 未到期 没到期 未期满 回来 已回来 治好 已治好 好转")

// takenBack drops the claim before a number that cannot hold beside it: 无发热2人 says and denies, 居家隔离2人3人 says twice at once.
func (c *tally) takenBack(s *clause, k int) bool {
	n := len(c.m.claims)
	if n == 0 {
		return false
	}
	cl := c.m.claims[n-1]
	twice := s.at(k-1).class == cNumber && cl.to == s.at(k-1).to
	key, ok := key(cl.base, cl.measure, cl.group)
	if !(s.denied > 0 && cl.denied) && !(twice && ok) {
		return false
	}
	c.m.claims = c.m.claims[:n-1]
	c.m.unknown(key)
	c.m.doubt(Contradiction, key, c.m.quote(s.p.from(), s.p.to()))
	return true
}

// described notes people of whom a bracket tells before it is said what they are: 三名同学（两男一女）居家隔离.
func (c *tally) described(s *clause, k int, group string) bool {
	t := s.p.toks[k]
	if s.p.ends != cOpen || !t.people && !(s.at(k+1).class == cGroup) || t.value == 0 || s.p.has(cCategory) || k+1 < len(s.p.toks) && s.at(k+1).class != cGroup {
		return false
	}
	j := s.i + 1
	for j < len(c.m.phrases) && j < s.i+4 && c.m.phrases[j].depth > s.p.depth {
		j++
	}
	if j == len(c.m.phrases) || c.m.phrases[j].sentence != s.p.sentence || !c.m.phrases[j].tellsItem() || c.m.phrases[j].has(cNumber) {
		return false
	}
	if j == s.i+2 && group == "" && c.m.phrases[j-1].has(cGroup) && !c.m.phrases[j-1].has(cNumber) {
		group = c.m.phrases[j-1].toks[c.m.phrases[j-1].first(cGroup)].key // 一对夫妻（都是我院老师）
	}
	c.subject = subject{value: t.value, group: group, phrase: j - 1, known: !t.approx && t.class == cNumber, from: c.start(s, k), to: t.to}
	return true
}

// inRow reports that the number at k stands right behind its own words in a row of numbers: 居家0集中0滞留1. Where these are no
// item's, it is asked what it counts.
func (s *clause) inRow(k int) bool {
	if s.at(k-1).class != cText || s.p.has(cTold) || (s.p.depth > 0 || s.p.first(cPart) >= 0 && s.p.first(cPart) < k) && s.at(k-1).key != "kind" {
		return false // 在校留学生11人（巴基斯坦7、泰国4）
	}
	for j, t := range s.p.toks {
		if t.class == cNumber && j != k && (s.at(j-1).class == cText || s.at(j-1).class == cCategory || s.at(j-1).key == "kind") {
			return true
		}
	}
	return false
}

// measureNext takes the measure between this number and the next.
func (s *clause) measureNext(k int, lean frame) {
	for _, t := range s.p.toks[k+1:] {
		switch t.class {
		case cNumber:
			return
		case cMeasure:
			s.measured(t.key, lean)
		}
	}
}

// someGroup reports that a group is one of those the form counts apart.
func someGroup(group string) bool { return group != "" && group != "all" }

// figuresIn is how many numbers a phrase has.
func (s *clause) figuresIn() (n int) {
	for _, t := range s.p.toks {
		if t.class == cNumber {
			n++
		}
	}
	return n
}

// partOfDay are words for when something was, which count nothing.
var partOfDay = set("上午 下午 早上 晚上 中午")

// goneHome are words for those of a figure who have gone home.
var goneHome = set("返家 已返家 在家 回家 已回家 均返家 离校 已离校")

// lodged are words for being in a room, and what is only said in speaking, which say nothing else of who is counted.
var lodged = set("住 住了 住着 现住 啊 呀 吧 嘛 哈 了 了啊 了哈 嗯 那个")
