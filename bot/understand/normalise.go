package understand

import (
	"strings"
	"unicode"
)

// mistyped holds the slips phones make, each as long as the word it stands for.
// The longer word that only looks like a slip comes first and stays as it is.
var mistyped = strings.NewReplacer(
	"怀疑是", "怀疑是", "疑是否", "疑是否",
	"疑是", "疑似", "疑拟", "疑似", "疑视", "疑似", "凝似", "疑似", "格离", "隔离", "隔里", "隔离", "隔篱", "隔离", "隔理", "隔离", "鬲离", "隔离", "隔漓", "隔离", "隔璃", "隔离", "各离", "隔离",
	"零报到", "零报告", "零汇报", "零报告", "令报告", "零报告", "0报告", "零报告", "另报告", "零报告", "灵报告", "零报告", "零报道", "零报告", "零保告", "零报告", "零报搞", "零报告", "领报告", "零报告", "零抱告", "零报告",
	"确珍", "确诊", "确疹", "确诊", "确真", "确诊", "却诊", "确诊", "发绕", "发烧", "发骚", "发烧", "法烧", "发烧", "法热", "发热", "咳漱", "咳嗽", "咳速", "咳嗽", "咳嗖", "咳嗽", "克嗽", "咳嗽",
	"木有", "没有", "冇有", "没有", "冇得", "没有", "莫得", "没有", "么有", "没有", "搁家", "在家", "俺", "我", "咱院", "我院", "咱处", "我处", "咱馆", "我馆", "咱部", "我部", "咱们", "我们",
	"其它", "其他", "累积", "累计", "类计", "累计", "蜜接", "密接", "密切接处", "密切接触", "密切结触", "密切接触", "集种", "集中", "据家", "居家", "聚家", "居家", "居加", "居家", "剧家", "居家",
	"新赠", "新增", "新曾", "新增", "心增", "新增", "新憎", "新增", "观查", "观察", "关察", "观察", "胡北", "湖北", "解处", "解除", "截除", "解除", "异长", "异常", "正长", "正常", "体文", "体温", "提温", "体温",
	"滞流", "滞留", "更证", "更正", "跟正", "更正", "校正", "更正", "口照", "口罩", "返效", "返校", "接处", "接触",
)

// look gives one spelling to characters that look or mean the same.
var look = map[rune]rune{
	',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）',
	'[': '【', ']': '】', '「': '【', '」': '】', '{': '（', '}': '）', '〔': '（', '〕': '）',
	'~': '-', '—': '-', '–': '-', '−': '-', '～': '-', '﹣': '-', '‐': '-', '→': '>',
	'｜': '|', '│': '|', '┃': '|', '﹐': '，', '｡': '。', '､': '、', '\t': ' ', '\u00a0': ' ', '\u3000': ' ',
	'〇': '零', '○': '零', '\r': '\n', '℃': '度', '°': '度', '˚': '度', '≧': '≥', '％': '%',
}

// text is a message in one spelling, each rune knowing where it came from.
type text struct {
	runes []rune
	at    []int // index into original
	orig  []rune
}

// words gives runes [from,to) back as they were written.
func (t *text) words(from, to int) string {
	if from >= to || from < 0 || to > len(t.at) {
		return ""
	}
	return string(t.orig[t.at[from] : t.at[to-1]+1])
}

func normalise(s string) *text {
	orig := []rune(s)
	t := &text{orig: orig, runes: make([]rune, 0, len(orig)), at: make([]int, 0, len(orig))}
	for i, r := range orig {
		if r >= 0xFF01 && r <= 0xFF5E {
			r -= 0xFEE0
		}
		// A comma inside 1,200 joins; every other comma parts.
		if r == ',' && thousands(orig, i) {
			continue
		}
		if same, ok := look[r]; ok {
			r = same
		} else if simple, ok := simplified[r]; ok {
			r = simple
		}
		switch {
		case invisible(r):
			continue
		case pictograph(r):
			r = ' '
		}
		t.runes = append(t.runes, unicode.ToLower(r))
		t.at = append(t.at, i)
	}
	t.numerals()
	t.close()
	// The slips keep their length, so the map to the original stays true.
	if fixed := []rune(mistyped.Replace(string(t.runes))); len(fixed) == len(t.runes) {
		t.runes = fixed
	}
	return t
}

func thousands(s []rune, i int) bool {
	digit := func(k int) bool { return k >= 0 && k < len(s) && isDigit(s[k]) }
	return s[i] == ',' && digit(i-1) && digit(i+1) && digit(i+2) && digit(i+3) && !digit(i+4) && s[i-1] != '0'
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// invisible characters carry no meaning: joiners, variation selectors, skin tones.
func invisible(r rune) bool {
	return r == 0xFEFF || r >= 0x200B && r <= 0x200F || r >= 0xFE00 && r <= 0xFE0F || r >= 0x1F3FB && r <= 0x1F3FF
}

// pictograph finds emoji; the few that answer a message stay for the lexicon.
func pictograph(r rune) bool {
	switch r {
	case '👌', '👍', '🆗', '✅', '🫡':
		return false
	}
	return r >= 0x1F000 || r >= 0x2600 && r <= 0x27BF
}
