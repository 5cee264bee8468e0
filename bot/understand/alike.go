package understand

import (
	"slices"

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
	// allSick are several people before what they have, sickAll behind it: 李某和王某确诊, 两名学生确诊，李明和王芳.
	allSick = pattern.MustCompile(`(` + inARow + `)(?:[等这]?(?:[两二三四五六七八2-8]|几)[名个位]?(?:人|学生|同学|老师)?)?(?:都|均|全|也|又|已经?|今[天早晨]|昨[天晚日]|刚刚?|刚才|被|(?:疾控|社区|医院)|(?:拉|带|接|送|转)[走去到往]*|的?核酸|检测|结果|复检|是|为|呈|列为|判定为|，|,|\s){0,5}(` + sick + `)`)
	sickAll = pattern.MustCompile(`(` + sick + `)(?:了|的)?(?:学生|人员|同学|[两二三2-8][名个位]?人?)?(?:是|为|分别是|：|:|，|,|。|\s)*(` + inARow + `)(?:$|[。！!；;\n])`)
	anyOne  = pattern.MustCompile(aPatient)
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
	row := func(names, what string) {
		if !of.MatchString(what) {
			return
		}
		for _, name := range anyOne.FindAllString(names, -1) {
			add(name)
		}
	}
	for _, f := range allSick.FindAllStringSubmatch(m.plain, -1) {
		row(f[1], f[2])
	}
	for _, f := range sickAll.FindAllStringSubmatch(m.plain, -1) {
		row(f[2], f[1])
	}
	if both := bothIll.FindString(m.quote(0, len(m.text.runes))); both != "" && len(who) < 2 {
		who = byName.FindAllString(both, -1)
	}
	m.Alike = min(max(0, len(who)-1), mostAlike)
}
