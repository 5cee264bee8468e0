package understand

import (
	"slices"
	"strings"
)

// claim is one figure the message states.
type claim struct {
	base, measure, group string
	value                int
	known                bool   // false: only an approximate figure was given
	denied               bool   // said with 无, not with a number
	bare                 bool   // no word said new, now or total
	inside               bool   // said as part of the figure before it
	ahead                bool   // how many there will be
	one                  bool   // somebody told of by name
	placed               bool   // of one house, class or year
	trade                string // of the group by which it is told: 保洁2人
	from, to             int
	sentence             int
}

// mention is an item named in the text, however it ended up.
type mention struct {
	base     string
	from, to int
	phrase   int
	measure  string
	denied   bool
	counted  bool
	value    int
}

// frame is what a figure without an item of its own may lean on: “新增2人，累计15人”.
type frame struct {
	base, measure, group string
	sentence             int
}

// tally walks the phrases and hangs each number on an item, a measure and a group.
type tally struct {
	m      *message
	clause clause // the phrase at hand
	lean   frame
	outer  []frame
	// adrift are changes said before their item: 新增1人解除1人，居家隔离仍5人.
	adrift []claim
	// headed is the item over a list of groups: 居家隔离：学生0；教师0.
	headed frame
	// open is the item that the phrase before named and gave no figure: “居家隔离的，6个”.
	open frame
	// topGroup is the group over the list that a bracket stands in: 教职工发热1名（…）、咳嗽0名.
	topGroup string
	// resume is the item before a bracket, for a number behind it: 发热（37.3度以上）0人.
	resume frame
	waits  bool // that item has no figure yet
	// A heading, “今日新增：” or “学生：”, holds until its sentence ends.
	heading struct {
		measure, group string
		sentence       int
	}
	// A staff or student roster named alone makes the rest of the message about them.
	roster, rosters string
	rosterIn        int   // the sentence that named it
	mixed           bool  // another sentence named another group: each holds for its own
	list            frame // the item over a list behind a colon, and how many it lists
	listed          int
	whole           whole  // the group that stands over where its people are
	within          string // the group whose number was just given: 学生1240（其中在鄂16人）
	wish            int    // the sentence, counted from 1, that hopes for what it says
	hearsay         bool   // what follows was only heard
	parts           bool   // 其中 began a sentence: the next ones tell parts as well
	home            frame  // people said to be at home, of whom it is asked whether they are in quarantine
	subject         subject
	told            int     // the sentence, counted from 1, whose heading is of something that people were told or gave: 捐款名单：
	grouped         int     // claims before this one have had their 均为学生
	ofTrades        subject // how many of several trades have been counted, each as many as there are: 保安12人、保洁9人
	staffParts      int     // the sentence, counted from 1, whose figures add up to all of an office
	denied          bool    // the phrase before denied something
	denying         bool    // the last phrase ended inside a denial
	strays          int     // how many numbers, in a row that holds nothing else, were of nothing
	whose           subject // the group that a phrase began to tell of, and counted nothing: 学生都没让回，有2名在孝感
}

// subject is who was counted and not yet said to be anything: 2名学生因同乘航班有确诊病例，今日被带走集中隔离.
type subject struct {
	value    int
	group    string
	known    bool
	one      bool // told of by name
	phrase   int
	from, to int
}

func (m *message) count() {
	c := &tally{m: m}
	m.claims = m.room.claims[:0]
	if n := m.numbersIn(); cap(m.claims) < n {
		m.claims = make([]claim, 0, n)
	}
	if m.ctx.Asked != "" {
		c.lean.base, c.lean.measure, c.lean.group = split(m.ctx.Asked)
		c.lean.sentence = 0
	}
	for i := range m.phrases {
		c.enter(i)
		heard, claims, doubts, zero := c.hears(i), len(m.claims), len(m.Doubts), m.Zero
		c.phrase(i)
		if heard {
			m.claims, m.Doubts, m.Zero = m.claims[:min(claims, len(m.claims))], m.Doubts[:min(doubts, len(m.Doubts))], zero
			c.lean = frame{}
			for j := range m.said {
				if m.said[j].phrase == i {
					m.said[j].counted = true // it is nobody of theirs
				}
			}
		}
	}
	c.strand()
	m.incomplete = m.incomplete || m.partial && (len(m.claims) > 0 || m.Zero) || m.Zero && m.leavesOut() || m.lacks()
	m.today()
}

// thereIsOne counts the one of whom a message says that there is one: 有个学生从武汉回来.
func thereIsOne(toks []token, t *text) {
	if slices.ContainsFunc(toks, func(t token) bool {
		return t.class == cSource || t.class == cSick || t.class == cAmbul || t.class == cTaken || t.class == cCategory && (gravity[t.key] > 0 || t.key == "fever") || t.class == cFigure && t.key == "feverish"
	}) {
		return // a case, of which it is asked
	}
	for i := 1; i+1 < len(toks); i++ {
		if toks[i].class == cCounter && toks[i].to == toks[i].from+1 && toks[i+1].class == cGroup && someGroup(toks[i+1].key) && toks[i-1].class == cHave && strings.HasSuffix(string(t.runes[toks[i-1].from:toks[i-1].to]), "有") {
			toks[i].class, toks[i].value, toks[i].people = cNumber, 1, true
		}
	}
}

// oneStudent counts the one before whom no counter stands: 7号公寓一留校生发烧, 3号楼一学生发烧.
func oneStudent(toks []token, t *text) {
	for i := 0; i+1 < len(toks); i++ {
		one := &toks[i]
		if one.class != cFigure || one.to != one.from+1 || t.runes[one.from] != '一' || one.from > 0 && strings.ContainsRune("统唯第单专同其万每之", t.runes[one.from-1]) {
			continue
		}
		next := i + 1
		if toks[next].class == cCategory && (toks[next].key == "on_campus" || toks[next].key == "intern_now") && next+1 < len(toks) && t.runes[toks[next+1].from] == '生' {
			next++
			if toks[next].to == toks[next].from+1 {
				toks[next].class, toks[next].key = cGroup, "student"
			}
		}
		if toks[next].class == cGroup && someGroup(toks[next].key) {
			one.class, one.key, one.value, one.people = cNumber, "", 1, true
		}
	}
}

// hears reports that phrase i tells what was only heard, up to where its writer speaks of their own: 听说机电有人居家，我院零报告.
func (c *tally) hears(i int) bool {
	p := c.m.phrases[i]
	switch {
	case p.has(cHearsay):
		c.hearsay = !p.has(cOurs)
		c.m.apart = false
		return c.hearsay && len(c.m.claims) == 0
	case c.hearsay && (p.has(cOurs) || p.has(cSelf)):
		c.hearsay, c.m.apart = false, len(c.m.claims) == 0
	}
	return c.hearsay
}

// today forgets how many there will be where it is said how many there are: 预计明天居家隔离5人，今天3人.
func (m *message) today() {
	now := map[string]bool{}
	for _, cl := range m.claims {
		now[cl.base] = now[cl.base] || !cl.ahead
	}
	m.claims = slices.DeleteFunc(m.claims, func(cl claim) bool { return cl.ahead && now[cl.base] })
}

// enter follows the brackets, so that what stands after them does not lean on
// what stood inside.
func (c *tally) enter(i int) {
	depth := min(c.m.phrases[i].depth, 8)
	for len(c.outer) > depth {
		c.lean = c.outer[len(c.outer)-1]
		c.outer = c.outer[:len(c.outer)-1]
	}
	for len(c.outer) < depth {
		c.outer = append(c.outer, c.lean)
	}
	if c.m.phrases[i].depth == 0 && !c.m.phrases[i].has(cPart) {
		c.within = ""
	}
	if !c.m.phrases[i].only(cNumber, cList) {
		c.strays = 0
	}
	if p := &c.m.phrases[i]; p.sentence != c.heading.sentence && p.after != cLine {
		c.heading.measure, c.heading.group = "", ""
	}
}
