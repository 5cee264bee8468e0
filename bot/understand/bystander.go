package understand

import "fangkong/bot/pattern"

var (
	// bystands is whoever tells of somebody beside themselves: 我室友, 我们班有个同学, my roommate.
	bystands = pattern.MustCompile(`(?i)(?:我|俺|咱)(?:们?)的?(?:室友|舍友|同学|同桌|同屋|同寝|同事|朋友|对象|男朋友|女朋友|学长|学姐|学弟|学妹|闺蜜|邻居)|(?:室友|舍友)|(?:班|宿舍|寝室|系里?|楼里?)[^，。]{0,4}(?:有个|有一|一个|一名|有人)|(?:孩子|儿子|女儿|闺女)|` +
		`\bmy (?:roommate|flatmate|classmate|friend|colleague|son|daughter|child)s?\b|\bour classmate\b`)
	// alsoMe is whoever has it as well.
	alsoMe = pattern.MustCompile(`(?i)我(?:自己|本人)?(?:也|确诊|疑似|被|核酸|阳|是密接)|我们?(?:都|两个?|俩|一起)|和我|跟我|\b(?:me|we|i) (?:too|both|also|tested|got)\b|\bi(?:'m| am| was) (?:positive|confirmed|suspected|quarantined|taken)\b`)
)

// fellows are those of them who are students.
var fellows = pattern.MustCompile(`(?i)室友|舍友|同学|同桌|同屋|同寝|学长|学姐|学弟|学妹|孩子|儿子|女儿|闺女|班|宿舍|寝室|roommate|flatmate|classmate|\b(?:son|daughter|child)`)

// OfMyself tells whether words say that their writer is the patient (“我确诊了”).
func OfMyself(words string) bool { return myself.MatchString(words) }

// OfAnother tells whether words of a case are of somebody else than their writer, a parent's child or a roommate, and of which group they are, where
// the words say so. Who has it as well tells of themselves.
func OfAnother(words string) (group string, ok bool) {
	if !bystands.MatchString(words) || alsoMe.MatchString(words) {
		return "", false
	}
	if fellows.MatchString(words) {
		return "student", true
	}
	return "", true
}
