package bot

import (
	"slices"
	"strings"
	"unicode"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// emptyWords say nothing of what a decision is about.
var emptyWords = pattern.MustCompile(`[院处部系]|学生|老师|单位|负责|完成|牵头|今[天日晚早]|明[天日晚早]|昨[天日晚]|上午|下午|晚上|中午|之?前|已经?|我们?|你们?|这个|那个|各|全部|所有|人员|工作|情况|一下|还有|没有|可以|[0-9一二三四五六七八九十两几日号月点半的了吧啊呢在把将要请都也就不]`)

// thoseNamed are those of some decisions whose own thing words name, be it by two characters (“后门已经锁了”).
func thoseNamed(of []workgroup.Decision, words string) []workgroup.Decision {
	if named := namedBy(slices.Clone(of), words); len(named) > 0 {
		return named
	}
	return slices.DeleteFunc(slices.Clone(of), func(d workgroup.Decision) bool {
		about := emptyWords.ReplaceAllString(d.Text, " ")
		for _, part := range strings.FieldsFunc(emptyWords.ReplaceAllString(words, " "), func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
			for said := []rune(part); len(said) >= 2; said = said[1:] {
				if strings.Contains(about, string(said[:2])) {
					return false
				}
			}
		}
		return true
	})
}
