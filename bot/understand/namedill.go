package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// NamesIll tells whether words say by name who is ill or isolated, or has been tested or taken to hospital for it: 室友王强、刘洋也发烧了,
// 小王居家隔离, 李明结果阴性.
func NamesIll(words string) bool {
	for _, m := range namedIll.FindAllStringSubmatch(words, -1) {
		if !namesNobody(m[1]) {
			return true
		}
	}
	return false
}

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

// namedIll is a name, or a surname with its title, before what somebody has.
var namedIll = pattern.MustCompile(`(?:^|[^\p{Han}]|学生|同学|教师|老师|室友|舍友|同事|职工|员工|[和与跟班院部处])([` + commonest + `](?:\p{Han}{1,2}|[某*×xX]{1,2}|同学|老师|师傅)|[小老][` + commonest + `])(?:同学|老师|师傅|等\S{0,3}人)?` +
	`(?:都|也|又|还|已经?|现在?|刚刚?|今[天早晨]|昨[天晚]|突然|开始|出现|有点|正|在|被|[，,\s]){0,4}` +
	`(?:发热|发烧|高烧|低烧|咳嗽|确诊|疑似|阳性|核酸阳|(?:核酸|检测|复检|结果){1,3}(?:是|为|呈|转)?阴性|隔离|居家|集中隔离|封闭|住院|入院|(?:送|转)[到往至入]?\p{Han}{0,6}医院)`)
