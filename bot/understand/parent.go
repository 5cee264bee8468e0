package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

var (
	// parentSays is a student's parent who tells or is told of the child.
	parentSays = pattern.MustCompile(`(?:家长|家属|家里|家中|家人|父母|妈妈?|母亲|爸爸?|父亲)[^，。]{0,4}?(?:说|讲|称|电|告知|反映|反馈|报告|发来|发微信|联系|微信|通知|[：:])|(?:接|据)[^，。]{0,6}(?:家长|家里|父母)|` +
		`\b(?:parents?|mother|father|mom|mum|dad|family)\b[^，。]{0,12}?\b(?:called|calls|phoned|rang|telephoned|says?|said|told|tells|wrote|writes|informed|reports?|reported)\b`)
	// parentOfOurs is who is nobody's parent but a student's.
	parentOfOurs = pattern.MustCompile(`家长|\bparents?\b`)
	// child is how a parent calls the student, parent who tells of them.
	child  = pattern.MustCompile(`^(?:孩子|儿子|女儿|闺女|丫头|son|daughter)$`)
	parent = pattern.MustCompile(`^(?:家长|家属|家人|家里人|父母|妈妈?|母亲|爸爸?|父亲|parents?|mother|father|mom|mum|dad|family)$`)
	// childsParent and ofChild part a parent's own husband or wife from the child they telephone about.
	childsParent = pattern.MustCompile(`^(?:[的他她]|'s |’s )*(?:爸|妈|父亲|母亲|爹|娘|爷爷|奶奶|姥姥|姥爷|哥|姐|弟|妹|father|mother|dad|mom|mum|parents)`)
	ofChild      = pattern.MustCompile(`(?:孩子|儿子|女儿|闺女|丫头|son|daughter)(?:[的他她]|'s |’s )*$`)
	// parentThemself is a parent who tells of nobody else.
	parentThemself = pattern.MustCompile(`(?:家长|父母|妈妈?|母亲|爸爸?|父亲|说|称)[^，。]{0,6}?(?:自己|本人|他们俩)`)
)

var (
	// ownChild is whom a parent calls their own; ofCollege says that they are at this college, beside a unit of ours.
	ownChild  = pattern.MustCompile(`(?i)(?:我|俺|咱)们?家?的?(?:孩子|儿子|女儿|闺女|丫头|娃|小孩)|(?:孩子|儿子|女儿|闺女|丫头)|\bmy (?:son|daughter|child|kid)\b`)
	ofCollege = pattern.MustCompile(`(?i)(?:[你您]们?|贵|咱们?|该)(?:们?的?)(?:学校|学院|校|院|系|班)|(?:在|是|读|上|念)[^，。]{0,6}(?:大[一二三四]|\d{2,4}级|\d{4}班)|\byour (?:school|college|university|students?)\b`)
	studies   = pattern.MustCompile(`(?i)(?:在|是|就?读|上|念|来自)[^，。；]{0,4}$|\b(?:stud(?:y|ies|ying)|student|is|goes|enrolled|attends)(?: \w+)? (?:at|in|of|to|from)(?: the)?(?: school of)? ?$`)
	// asParent is a parent who says so: 我是学生家长, 我是张三的妈妈.
	asParent = pattern.MustCompile(`(?i)(?:我|这里|本人)是[^，。]{0,12}?(?:家长|妈妈|爸爸|母亲|父亲|他妈|她妈|他爸|她爸)|作为(?:学生)?家长|\bi(?: a|'|’)m (?:a|the|\w+'s|his|her) ?(?:student's )?(?:parent|mother|father|mom|mum|dad)\b`)
)

// guards reports that the writer is the parent of a student of ours: 我女儿在你们护理学院, 我是学生家长，孩子…. Whose child is at home elsewhere is
// none of ours.
func (m *message) guards() bool {
	if !m.has(cOther) {
		return false
	}
	if m.anywhere(asParent) {
		return true
	}
	if !m.anywhere(ownChild) {
		return false
	}
	if m.anywhere(ofCollege) {
		return true
	}
	for i, t := range m.toks {
		if t.class == cUnit && studies.MatchString(string(m.text.runes[max(0, t.from-24):t.from])) && !m.speaksOf(i) {
			return true
		}
	}
	return false
}

// speaksOf reports that the unit at i is where the writer is, not the child: 我是软件学院的，我儿子….
func (m *message) speaksOf(i int) bool {
	before := string(m.text.runes[max(0, m.toks[i].from-24):m.toks[i].from])
	cut := strings.LastIndexAny(before, "，。；,.;")
	return selfAtWork.MatchString(before[cut+1:])
}

// selfAtWork is somebody who says of themselves where they are: 我在, I work at.
var selfAtWork = pattern.MustCompile(`(?i)(?:^| )(?:我|俺|本人|这里)(?:们)?(?:是|在|来自)[^，。]{0,4}$|\bi(?: a|'|’)?m?(?: \w+){0,3} (?:at|of|in|from)\b`)

// parentCalls reports that in a phrase a student's parent tells of the child: 学生家里来电话, 家长打电话来.
func (m *message) parentCalls(p phrase) bool {
	if !m.has(cOther) && !m.home || !parentSays.Within(p.letters) {
		return false
	}
	words := m.wrote(p)
	return (p.has(cGroup) && !staffOnly(p) || parentOfOurs.MatchString(words)) && parentSays.MatchString(words) && !parentThemself.MatchString(words)
}

// staffOnly reports that of all the groups a phrase names only the staff.
func staffOnly(p phrase) bool {
	for _, t := range p.toks {
		if t.class == cGroup && t.key != "staff" {
			return false
		}
	}
	return true
}

// ofParent reports that a word for one of a family is the student, or the parent who tells; 孩子他爸 is neither.
func (m *message) ofParent(t token) bool {
	words := m.word(t)
	return child.MatchString(words) && !m.parentBehind(t) || parent.MatchString(words) && !m.childBefore(t)
}

// parentBehind reports that a word for a child only says whose parent is meant: 孩子爸爸, the child's father.
func (m *message) parentBehind(t token) bool {
	return childsParent.MatchString(string(m.text.runes[t.to:min(len(m.text.runes), t.to+10)]))
}

// childBefore reports that a word for a parent follows whose parent it is: 孩子爸爸, her son's father.
func (m *message) childBefore(t token) bool {
	return ofChild.MatchString(string(m.text.runes[max(0, t.from-12):t.from]))
}

// ourChildren makes students of the children whom a message counts as the college's own: 咱院那5个孩子.
func ourChildren(toks []token, t *text) {
	ours := false
	for i := 1; i < len(toks); i++ {
		switch {
		case parts[toks[i-1].class]:
			ours = false
		case toks[i-1].class == cOurs:
			ours = true
		}
		if ours && toks[i].class == cOther && toks[i].key == "child" && toks[i-1].class == cNumber {
			toks[i].class, toks[i].key = cGroup, "student"
		}
	}
}
