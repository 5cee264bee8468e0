package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// NamesIll tells whether words say by name who is ill or isolated, or has been tested or taken to hospital for it: 室友王强、刘洋也发烧了,
// 小王居家隔离, 李明结果阴性, 确诊：张三. Who is named by the number of an identity card is named, too; who signs a count is not (软件学院何望桥 居家隔离2人).
func NamesIll(words string) bool {
	return identity.MatchString(words) && anIllness.MatchString(words) || len(WhoIsIll(words)) > 0
}

// WhoIsIll are the names by which words say who is ill.
func WhoIsIll(words string) (names []string) {
	for _, m := range namedIll.FindAllStringSubmatchIndex(words, -1) {
		name, between := words[m[2]:m[3]], words[m[3]:m[1]]
		signs := strings.ContainsAny(between, "，, \t\n") && aCount.MatchString(words[m[1]:])
		if !signs && !namesNobody(name) {
			names = append(names, name)
		}
	}
	for _, m := range illNamed.FindAllStringSubmatch(words, -1) {
		if !namesNobody(m[1]) {
			names = append(names, m[1])
		}
	}
	for _, m := range spelledIll.FindAllStringSubmatch(words, -1) {
		if !spelledNobody.MatchString(m[1]) {
			names = append(names, m[1])
		}
	}
	return names
}

var (
	// spelledIll is a name as it is spelled, before what somebody has: Li Na is confirmed; spelledNobody are words that begin so and are no names.
	spelledIll    = pattern.MustCompile(`\b([A-Z][a-z]+(?: [A-Z][a-z]+){1,2})\b[^.,;!?]{0,40}?\b(?:is|was|has|had|has been|got|tested|also) (?:\w+ ){0,3}?(?:confirmed|suspected|positive|feverish|fever|cough|quarantined?|isolated|isolation|hospitali[sz]ed|hospital|sealed|negative)\b`)
	spelledNobody = pattern.MustCompile(`(?i)^(?:school|college|university|department|office|room|class|the|one|two|three|no|our|my|a|student|teacher|staff|all|new|good|dear|hello|wuhan|hubei|henan|china)\b|\b(?:school|college|university|department|office|hospital|group|province|city)\b`)
)

// namesNobody tells whether what begins like a name is none (周三, 高烧).
func namesNobody(name string) bool {
	n := 0
	for i := range name {
		if n > 1 && unnamed[name[:i]] {
			return true
		}
		if n++; n > longestUnnamed {
			break
		}
	}
	return unnamed[name] || strings.ContainsAny(name, "烧热温")
}

const (
	nameLike = `[` + commonest + `](?:\p{Han}{1,2}|[某*×xX]{1,2}|同学|老师|师傅)|[小老][` + commonest + `]`
	illness  = `发热|发烧|高烧|低烧|(?:体温|烧到?)?(?:3[789]|4[0-2])(?:\.\d)?[度℃]|咳嗽|确诊|疑似|阳性|核酸阳|密接|密切接触|(?:核酸|检测|复检|结果){1,3}(?:是|为|呈|转)?阴性|隔离|居家(?:医学)?(?:隔离|观察)?|集中(?:隔离|观察)|封闭|住院|入院`
)

var (
	// namedIll is a name, or a surname with its title, before what somebody has.
	namedIll = pattern.MustCompile(`(?:^|[^\p{Han}]|学生|同学|教师|老师|室友|舍友|同事|职工|员工|[和与跟班院部处]|[0-9室舍栋楼班级]的)(` + nameLike + `)(?:同学|老师|师傅|等\S{0,3}人)?` +
		`(?:都|也|又|还|是|已经?|现在?|刚刚?|今[天早晨]|昨[天晚]|突然|开始|出现|有点|正|在|被|[（(，,、\s]*(?:男|女)(?:性|生)?[）)，,、\s]*|[（(，,、\s]*[0-9]{1,2}岁[）)，,、\s]*|[，,\s]){0,4}` +
		`(?:` + illness + `|(?:送|转)[到往至入]?\p{Han}{0,6}医院)`)
	// illNamed is what somebody has, as a label, before their name.
	illNamed = pattern.MustCompile(`(?:` + illness + `)(?:人员|病例|者|学生|教师|名单|的?人)?[：:]\s*(` + nameLike + `)(?:$|[^\p{Han}0-9])`)
	// identity is the number of an identity card.
	identity = pattern.MustCompile(`(?:^|[^0-9])[1-9][0-9]{16}[0-9Xx](?:$|[^0-9])`)
	// anIllness is what somebody may have.
	anIllness = pattern.MustCompile(illness)
	// aCount begins words that count people.
	aCount = pattern.MustCompile(`^(?:人员|者)?(?:新增|现有|累计)?[：:\s]*[0-9０-９一二两三四五六七八九十]+\s*[人名例个位]`)
)

var (
	// pointsAt says by name who somebody told of is: 就是软件1902的李婷, 听说是李婷？
	pointsAt  = pattern.MustCompile(`(?:就是|听说是?|说是|应该是|好像是|可能是|是不是|叫|(?:^|[\s，,：:])是)(?:[^，。,\s]{0,12}?(?:学院|班|系|专业|\d{4}|的|学生|同学|老师))?([` + commonest + `]\p{Han}{1,2})(?:同学|老师)?(?:吗|吧|啊|呀|那个|的?那位)?[\s？?。.！!]*$`)
	spelledAs = pattern.MustCompile(`\b(?:it is|it's|it was|is it|i heard it is|that is|that's|name is) ([A-Z][a-z]+ [A-Z][a-z]+)[\s?.!]*$`)
)

// Points is the name by which words say who somebody told of is (“就是软件1902的李婷”); “” where they name nobody.
func Points(words string) string {
	for _, one := range []*pattern.Pattern{pointsAt, spelledAs} {
		if m := one.FindStringSubmatch(words); m != nil && !namesNobody(m[1]) {
			return m[1]
		}
	}
	return ""
}
