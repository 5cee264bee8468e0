package understand

import (
	"strings"
	"unicode"
)

// mistyped holds the slips phones make, each as long as the word it stands for.
// The longer word that only looks like a slip comes first and stays as it is.
var mistyped = strings.NewReplacer(
	"怀疑是", "怀疑是", "疑是否", "疑是否",
	"疑是", "疑似", "疑拟", "疑似", "格离", "隔离", "隔里", "隔离", "隔篱", "隔离",
	"零报到", "零报告", "零汇报", "零报告", "令报告", "零报告", "0报告", "零报告",
	"确珍", "确诊", "发绕", "发烧", "咳漱", "咳嗽", "咳速", "咳嗽",
	"木有", "没有", "冇有", "没有", "搁家", "在家", "俺", "我", "咱院", "我院", "咱处", "我处", "咱们", "我们",
	"其它", "其他", "累积", "累计", "蜜接", "密接", "集种", "集中",
)

// look gives one spelling to characters that look or mean the same.
var look = map[rune]rune{
	',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）',
	'[': '【', ']': '】', '「': '【', '」': '】', '{': '（', '}': '）', '〔': '（', '〕': '）',
	'~': '-', '—': '-', '–': '-', '−': '-', '～': '-', '﹣': '-', '‐': '-', '→': '>',
	'｜': '|', '│': '|', '┃': '|', '﹐': '，', '｡': '。', '､': '、', '\t': ' ', '\u00a0': ' ', '\u3000': ' ',
	'〇': '零', '○': '零', '壹': '一', '贰': '二', '叁': '三', '肆': '四', '伍': '五', '陆': '六', '柒': '七',
	'捌': '八', '玖': '九', '拾': '十', '佰': '百', '仟': '千', '\r': '\n', '℃': '度', '％': '%',
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
