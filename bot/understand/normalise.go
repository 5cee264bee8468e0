package understand

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fangkong/bot/pattern"
)

// mistyped holds the slips that phones make, each line led by the word meant; they are as long as it. A longer word that only
// looks like a slip stands for itself.
var mistyped = newSlips(`
怀疑是 怀疑是
相关查 相关查
机关查 机关查
有关查 有关查
监管察 监管察
主管察 主管察
了解出 了解出
理解出 理解出
缓解出 缓解出
讲解出 讲解出
分解出 分解出
求解出 求解出
明确整 明确整
明确证 明确证
明确症 明确症
正确整 正确整
正确证 正确证
正确症 正确症
准确整 准确整
准确证 准确证
准确症 准确症
的确整 的确整
的确证 的确证
的确症 的确症
精确整 精确整
精确证 精确证
精确症 精确症
疑是否 疑是否
疑似 疑是 疑拟 疑视 凝似 疑四 疑式 移似
隔离 葛离 割离 搁离 阁离 隔立 隔力 格离 隔里 隔篱 隔理 鬲离 隔漓 隔璃 各离 葛里 阁里 搁里 隔黎 隔丽 隔历 嗝离
零报告 零报到 零汇报 令报告 0报告 另报告 灵报告 零报道 零保告 零报搞 领报告 零抱告
确诊 确珍 确疹 确真 确症 确整 确证 却诊 缺诊 雀诊 确针 确枕
发烧 发绕 发骚 法烧 发饶
发热 法热 发惹 发然
咳嗽 咳簌 咳漱 咳速 咳嗖 克嗽 咳素 咳嗦 咳搜 咳瘦 科嗽 磕嗽
没有 木有 冇有 冇得 莫得 么有 没得
在家 搁家
在湖北 搁湖北
在武汉 搁武汉
我 俺
我院 咱院
我处 咱处
我馆 咱馆
我部 咱部
我们 咱们
其他 其它
累计 累积 类计
密接 蜜接 密节 密结 密借 秘接 密戒
密切接触 密切接处 密切结触
集中 集种
居家隔离 居家格力 居家个离 居家各里 居家格里 居家革离 居佳隔离 局家隔离 居家隔礼
集中隔离 级中隔离 极中隔离 集重隔离 集中格力 集中个离 急中隔离 几种隔离 集中各离 集中格里
居家 据家 聚家 居加 剧家
新增 新赠 新曾 心增 新憎
观察 观查 关察 官察 管察 观擦 官查 关查
湖北 胡北
解除 解触 解处 截除 解初 结除 解出 介除 解厨 借除
异常 异长
正常 正长 正尝 政常 整常 正场
体温 体文 提温
滞留 滞流 滞溜 置留
更正 更证 跟正 校正
口罩 口照
返校 返效
接触 接处
`)

func newSlips(lines string) *dictionary {
	d := &dictionary{}
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		forms := strings.Fields(line)
		for _, slip := range forms[1:] {
			d.add(slip, cText, forms[0])
		}
	}
	return d
}

// look gives one spelling to characters that look or mean the same.
var look = map[rune]rune{
	',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）',
	'[': '【', ']': '】', '「': '【', '」': '】', '{': '（', '}': '）', '〔': '（', '〕': '）',
	'~': '-', '—': '-', '–': '-', '−': '-', '～': '-', '﹣': '-', '‐': '-', '→': '>',
	'｜': '|', '│': '|', '┃': '|', '﹐': '，', '｡': '。', '､': '、', '\t': ' ', '\u00a0': ' ', '\u3000': ' ',
	'〇': '零', '○': '零', '\r': '\n', '℃': '度', '°': '度', '˚': '度', '≧': '≥', '％': '%', '✓': '√', '✔': '√', '☑': '√',
}

// text is a message in one spelling, each rune knowing where it came from.
type text struct {
	runes []rune
	at    []int  // the byte of the original where each was written
	orig  string // in whole characters
}

// words gives runes [from,to) back as they were written.
func (t *text) words(from, to int) string {
	if from >= to || from < 0 || to > len(t.at) {
		return ""
	}
	last := t.at[to-1]
	_, n := utf8.DecodeRuneInString(t.orig[last:])
	return t.orig[t.at[from] : last+n]
}

func normalise(s string) *text {
	if !utf8.ValidString(s) {
		s = string([]rune(s))
	}
	n := utf8.RuneCountInString(s)
	t := &text{orig: s, runes: make([]rune, 0, n), at: make([]int, 0, n)}
	for i, r := range s {
		if r = spelling(r); r == 0 {
			continue
		}
		// A comma inside 1,200 joins; every other comma parts.
		if r == '，' && thousands(s, i) {
			continue
		}
		// One space parts as well as two.
		if n := len(t.runes); r == ' ' && n > 0 && t.runes[n-1] == ' ' {
			continue
		}
		t.runes = append(t.runes, r)
		t.at = append(t.at, i)
	}
	t.circled()
	t.numerals()
	t.close()
	t.fillers()
	t.courtesy()
	t.mend()
	if len(t.runes) == 1 && t.runes[0] == '否' {
		t.runes[0] = '无' // the answer to a question
	}
	return t
}

// circled makes numbers of ① and the like that count people, and are no marks of a list: 新增①名.
func (t *text) circled() {
	for i := 0; i+1 < len(t.runes); i++ {
		if r := t.runes[i]; r >= '①' && r <= '⑨' && strings.ContainsRune("人名例个位", t.runes[i+1]) {
			t.runes[i] = '1' + r - '①'
		}
	}
}

// mend puts the word meant in the place of a slip.
func (t *text) mend() {
	for i := 0; i < len(t.runes); i++ {
		if t.runes[i] == '搁' && i+1 < len(t.runes) {
			if w, _ := ordinary().longest(t.runes[i+1:]); w != nil && w.class == cPlace {
				t.runes[i] = '在' // 搁郑州
			}
		}
		if w, n := mistyped.longest(t.runes[i:]); w != nil {
			copy(t.runes[i:], []rune(w.key))
			i += n - 1
		}
	}
}

// spelling is the one character for all that look or mean the same, 0 for those without a meaning.
func spelling(r rune) rune {
	if r < rune(len(spellings)) {
		return rune(spellings[r])
	}
	switch {
	case invisible(r):
		return 0
	case pictograph(r):
		return ' '
	}
	return unicode.ToLower(r)
}

// spellings answers for the characters of the basic plane.
var spellings = func() (all [1 << 16]uint16) {
	for i := range all {
		switch r := rune(i); {
		case invisible(r):
		case pictograph(r):
			all[i] = ' '
		default:
			all[i] = uint16(unicode.ToLower(r))
		}
	}
	for _, same := range []map[rune]rune{simplified, look} {
		for r, plain := range same {
			all[r] = uint16(plain)
		}
	}
	copy(all[0xFF01:0xFF5F], all['!':]) // full-width
	return all
}()

func thousands(s string, i int) bool {
	digit := func(k int) bool { return k >= 0 && k < len(s) && isDigit(rune(s[k])) }
	return s[i] == ',' && digit(i-1) && digit(i+1) && digit(i+2) && digit(i+3) && !digit(i+4) && s[i-1] != '0'
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// invisible characters carry no meaning: joiners, variation selectors, skin tones.
func invisible(r rune) bool {
	return r == 0xFEFF || r == 0x20E3 || r >= 0x200B && r <= 0x200F || r >= 0xFE00 && r <= 0xFE0F || r >= 0x1F3FB && r <= 0x1F3FF
}

// pictograph finds emoji; the few that answer a message stay for the lexicon.
func pictograph(r rune) bool {
	switch r {
	case '👌', '👍', '🆗', '✅', '🫡':
		return false
	}
	return r >= 0x1F000 || r >= 0x2600 && r <= 0x27BF
}

// letters adds those of runes [from,to), as they were written and as they are read.
func (t *text) letters(l *pattern.Letters, from, to int) {
	for _, r := range t.words(from, to) {
		l.Add(r)
	}
	for _, r := range t.runes[from:to] {
		l.Add(r)
	}
}
