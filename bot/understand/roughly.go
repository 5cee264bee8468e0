package understand

import (
	"slices"
	"strings"
)

// Figures that are only near what there is, by one character before them or by a word that ends the phrase behind them.

// guessed reports that what stands right before the number at i makes a guess of it: 小三十个, 快10个, 奔10人, 超5人, 上十人.
func guessed(s []rune, i int, n number) bool {
	if i == 0 || n.value == 0 {
		return false
	}
	before, people := ' ', counted(s[i+n.length:])
	if i > 1 {
		before = s[i-2]
	}
	switch s[i-1] {
	case '小':
		return n.value >= 10 && (!isDigit(s[i]) || people)
	case '快':
		return people && !strings.ContainsRune("尽赶很较更最", before)
	case '奔', '超', '破':
		return people
	case '成':
		return people && before == '八'
	case '上':
		return people && (s[i] == '十' || s[i] == '百') && !strings.ContainsRune("早晚班路线网马以", before)
	}
	return false
}

// trails is how long a word at j is that ends the phrase and makes a guess of the figure before it: 5人起, 10人许, 一个不到.
func trails(s []rune, j int) int {
	for _, w := range trailing {
		if end := j + len(w); end <= len(s) && slices.Equal(s[j:end], w) {
			for end < len(s) && strings.ContainsRune("了吧的呢", s[end]) {
				end++
			}
			if unsaid(s, end) {
				return end - j
			}
		}
	}
	return 0
}

var trailing = [][]rune{[]rune("不到"), []rune("起码"), []rune("至少"), []rune("顶多"), []rune("最多"), []rune("不止"), []rune("打底"), []rune("起步"), []rune("封顶"), []rune("冒尖"), []rune("许"), []rune("起"), []rune("打"), []rune("+")}

// planned reports that the number at k is only how many its item, named before it, is to have: 居家隔离预计5人, 集中隔离拟3人.
func (s *clause) planned(c *tally, k int) bool {
	before := s.at(k - 1)
	if before.class == cHave {
		before = s.at(k - 2)
	}
	return before.class == cFuture && plans[c.m.word(before)]
}

var plans = set("预计 拟 计划 准备 原计划 原定")
