package understand

import (
	"iter"
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// mostAlike is how many people beside the first one sentence brings in as cases of their own.
const mostAlike = 8

const (
	// aPatient is one of several who are named: 李某, 王老师, 他的室友.
	aPatient = `(?:(?:我院|我们学?院|本院)?的?(?:学生|同学|教师|老师|职工|员工))?(?:` + aName + `|(?:[他她其]|该生|` + aName + `)的?(?:室友|舍友|同桌|同学))(?:同学|老师|师傅)?`
	// inARow are some of them in a row.
	inARow = aPatient + `(?:\s*(?:、|和|与|跟|及|以及|，|,|\s)\s*` + aPatient + `)+`
	// sick are the words of an alarm that several can share.
	sick = `确诊|疑似|阳性|核酸阳|阳了|密接|密切接触|集中隔离|封闭|封控|住院|入院`
)

var (
	// aRow are several people, each a name of his own.
	aRow   = pattern.MustCompile(`^` + inARow)
	anyOne = pattern.MustCompile(aPatient)
	// allSick are several people before what they have: 李某和王某确诊.
	allSick = pattern.MustCompile(`^(` + inARow + `)(?:[等这]?(?:[两二三四五六七八2-8]|几)[名个位]?(?:人|学生|同学|老师)?)?(?:都|均|全|也|又|已经?|今[天早晨]|昨[天晚日]|刚刚?|刚才|被|(?:疾控|社区|医院)|(?:拉|带|接|送|转)[走去到往]*|的?核酸|检测|结果|复检|是|为|呈|列为|判定为|，|,|\s){0,5}(` + sick + `)`)
	// sickAll are several people behind what they have, which is sickBefore: 两名学生确诊，李明和王芳.
	sickAll    = pattern.MustCompile(`^(` + inARow + `)(?:$|[。！!；;\n])`)
	sickBefore = pattern.MustCompile(`(` + sick + `)(?:了|的)?(?:学生|人员|同学|[两二三2-8][名个位]?人?)?(?:是|为|分别是|：|:|，|,|。|\s)*(?:(?:我院|我们学?院|本院)?的?(?:学生|同学|教师|老师|职工|员工))?$`)
	// bothIll are two people in English.
	bothIll = pattern.MustCompile(`\b[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)* and [A-Z][a-z]+(?: [A-Z][a-z]+)?,? (?:have |has |were |are |both |all |just |been )*(?:tested positive|confirmed|suspected|positive)`)
	byName  = pattern.MustCompile(`[A-Z][a-z]+(?: [A-Z][a-z]+)?`)
)

// sickOf are the words for what an alarm is of.
var sickOf = map[string]*pattern.Pattern{
	"confirmed": pattern.MustCompile(`确诊|阳`), "suspected": pattern.MustCompile(`疑似`), "close_contact": pattern.MustCompile(`密`), "central_quarantine": pattern.MustCompile(`集中隔离`),
	"sealed": pattern.MustCompile(`封`), "hospital": pattern.MustCompile(`院`),
}

// alike counts the people named beside the first of whom the same is told as the alarm is of (李某和王某确诊): each is a case of its own.
func (m *message) alike(told []patient) {
	of := sickOf[m.UrgentType]
	if of == nil || m.Theirs {
		return
	}
	var who []string
	add := func(name string) {
		if name == "本人" {
			name = "我"
		}
		if !namesNobody(name) && !slices.ContainsFunc(who, func(other string) bool { return samePerson(name, other) }) {
			who = append(who, name)
		}
	}
	for _, t := range told {
		if t.base == m.UrgentType {
			add(t.who)
		}
	}
	for names := range m.namedTogether(of) {
		for _, name := range anyOne.FindAllString(names, -1) {
			add(name)
		}
		if len(who) > mostAlike {
			break
		}
	}
	if both := bothIll.FindString(m.quote(0, len(m.text.runes))); both != "" && len(who) < 2 {
		who = byName.FindAllString(both, -1)
	}
	m.Alike = min(max(0, len(who)-1), mostAlike)
}

// namedTogether are the rows of names of whom one of these words is told. A row begins where a name does and is looked at once; one that
// stands again in the same words is none.
func (m *message) namedTogether(of *pattern.Pattern) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !aRow.Within(&m.letters) || !of.Within(&m.letters) {
			return
		}
		plain := m.plain
		told := of.FindAllStringIndex(plain, -1)
		seen, next := map[string]bool{}, 0
		for i, r := range plain {
			if i < next || !beginsName(r) || !besideAnother(plain[i:]) {
				continue
			}
			from := max(0, i-besideRow)
			around := plain[from:min(len(plain), i+2*besideRow)]
			if seen[around] {
				continue
			}
			seen[around] = true
			row := aRow.FindWithin(&m.letters, plain[i:])
			if row == nil {
				continue
			}
			next = i + len(row[0])
			for len(told) > 0 && told[0][1] < from {
				told = told[1:]
			}
			if len(told) == 0 {
				return
			}
			if told[0][0] > next+besideRow {
				continue
			}
			if f := allSick.FindWithin(&m.letters, plain[i:]); f != nil && of.MatchString(f[2]) && !yield(f[1]) {
				return
			}
			f := sickAll.FindWithin(&m.letters, plain[i:])
			if f == nil {
				continue
			}
			if before := sickBefore.FindWithin(&m.letters, plain[from:i]); before != nil && of.MatchString(before[1]) && !yield(f[1]) {
				return
			}
		}
	}
}

// besideRow is how far from a row of names what they have may be told, in bytes.
const besideRow = 120

// beginsName reports a character that one who is named may begin with: 李某, 小王, 他的室友, 该生.
func beginsName(r rune) bool { return surnames[r] || strings.ContainsRune("小老他她其该", r) }

// besideAnother reports that what may be a name is soon followed by what joins it to another.
func besideAnother(s string) bool {
	n := 0
	for _, r := range s {
		if strings.ContainsRune("、和与跟及以，, \n", r) {
			return n > 1
		}
		if n++; n > longestTitled {
			break
		}
	}
	return false
}

// longestTitled is how long a name and its title may be, in characters: 李明华主任的同学老师.
const longestTitled = 14
