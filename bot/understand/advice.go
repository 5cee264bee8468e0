package understand

import (
	"slices"

	"fangkong/bot/pattern"
)

var (
	// threshold is how high a temperature is from which something is to be done: 超过37.3℃, ≥37.3, 37.3度以上, 37.3的.
	threshold = pattern.MustCompile(`(?:超过|超|高于|大于|达到?|≥|>|一旦|如|若|出现|只要)[^，。；、]{0,6}3[78](?:\.[0-9])?|3[78](?:\.[0-9])?[℃度]?(?:[及]?以上|者|的)`)
	// toDo is what whoever has it is told to do: 及时就医, 先隔离再送医院, 就要去发热门诊.
	toDo = pattern.MustCompile(`(?:请|应当?|先|要|须|需|可以?|一律|不得|及时|立即|立刻|马上|尽快|尽早|第一时间|主动|务必|必须|一定|千万)[^，。；了]{0,8}?(?:就医|就诊|看医生|医院|门诊|报告|上报|报备|联系|跟我说|告诉|隔离|[入进]校|降温|[佩]?戴|休息|复测|观察)`)
	// tips stand over advice.
	tips = pattern.MustCompile(`(?:健康|防疫|防护|防控|生活|温馨|友情|卫生)(?:提示|提醒|贴士|小贴士|常识|知识|科普|须知|宣教|小常识|小知识|指南)|科普|小贴士|小知识|小常识|专家(?:建议|提醒|提示)|医生(?:建议|提醒)`)
	// formShown tells how a report is written: 格式：单位+人数，例：护理 3 0.
	formShown = pattern.MustCompile(`(?:格式|样式)[^。；\n]{0,40}(?:例如?|比如|如)[：:]`)
	// tellMe is who is to be told.
	tellMe = pattern.MustCompile(`(?:[跟给向和]|告诉|联系|通知)我`)
	// someone is anybody of whom a message may tell; a cry says that somebody is ill.
	someone = pattern.MustCompile(`急|120|救护|[！!]|刚刚?|今[天早晚日]|昨|现在|已经?|[他她]`)
)

// advises reports that a message tells what whoever falls ill is to do, and of nobody who has: 体温超过37.3℃及时就医.
func (m *message) advises() bool {
	if len(m.text.runes) > longTalk || m.has(cSelf) && !m.anywhere(tellMe) || m.has(cThird) || m.has(cOurs) || m.has(cAmbul) || m.has(cTaken) && !m.has(cOrder) || m.Unit != "" || m.anywhere(someone) {
		return false
	}
	for i, t := range m.toks {
		if t.class == cNumber && t.people || t.class == cNumber && t.any && i+1 < len(m.toks) && m.toks[i+1].class == cGroup || m.isName(i) || m.text.nicknamed(t) || t.class == cFew {
			return false
		}
	}
	feverish := slices.ContainsFunc(m.phrases, func(p phrase) bool { return p.feverish() || p.names("fever") })
	return m.anywhere(toDo) && (m.anywhere(threshold) || feverish && m.anywhere(tips))
}
