package understand

import (
	"strconv"
	"strings"
)

// token is a word of the message and what it does there.
type token struct {
	class class

	// Of numbers only.
	approx bool
	people bool   // counted in 人, 名, 例, 位
	any    bool   // counted in 个, which people share with masks
	year   int32  // of dates: the rest is in value as month*100+day
	thing  string // counted in things
	value  int

	key      string
	from, to int // runes of the normalised text
}

// markOf is the meaning of a single character that parts words.
func markOf(r rune) (class, bool) {
	switch r {
	case '，':
		return cComma, true
	case '、', '&', '+':
		return cList, true
	case ' ', '"', '“', '”':
		return cSpace, true
	case '：':
		return cColon, true
	case '。', '；', '！', '…':
		return cStop, true
	case '？':
		return cAsk, true
	case '\n':
		return cLine, true
	case '（', '【':
		return cOpen, true
	case '）', '】':
		return cClose, true
	case '|':
		return cBar, true
	}
	return cText, false
}

// tokens cuts the text into words, always taking the longest, and puts them in the place of those of out.
func (r *Reader) tokens(t *text, out []token) []token {
	if out = out[:0]; cap(out) < len(t.runes)/2 {
		out = make([]token, 0, len(t.runes)/2+1)
	}
	for i := 0; i < len(t.runes); {
		if joint(t.runes, i) {
			i++
			continue
		}
		next, tok := r.token(t, i, out)
		if next <= i {
			next = i + 1 // nothing can hold the reader in one place
		}
		tok.from, tok.to = i, next
		i = next
		// Unknown characters gather into one word.
		if n := len(out); tok.class == cText && n > 0 && out[n-1].class == cText && out[n-1].key == tok.key {
			out[n-1].to = next
			continue
		}
		out = append(out, tok)
	}
	return out
}

// broken is a number that counts nobody: 2.5人, 2/3人, -2人. Which one was meant is asked.
var broken = token{class: cNumber, value: 1, approx: true, people: true}

// token reads the word at i; before holds the words already read.
func (r *Reader) token(t *text, i int, before []token) (int, token) {
	s := t.runes
	rest := s[i:]
	if c, ok := markOf(s[i]); ok {
		if n := bracketIndex(s, i); c == cOpen && n > 0 {
			return i + n, token{class: cFigure, key: "index"}
		}
		return i + 1, token{class: c}
	}
	var n number
	switch {
	case s[i] >= '①' && s[i] <= '⒛':
		return i + 1, token{class: cFigure, key: "index"}
	case beginsNumber(s[i]):
		if n, tok := r.noAmount(t, i, before); n > 0 {
			return i + n, tok
		}
		n = scanNumber(rest)
	case latin(s[i]):
		if n, year, month, day := scanEnglishDate(rest); n > 0 {
			return i + n, token{class: cDate, year: int32(year), value: month*100 + day}
		}
		return latinWord(r.words, s, i)
	case s[i] == '-':
		if n := r.words.scanBelow(t, i, before); n > 0 {
			return i + n, broken
		}
	case s[i] == '≥' || s[i] == '>':
		// ≥37.3 is as much as 37.3以上.
		if n, tenths, _ := scanTemperature(rest[1:], true); n > 0 {
			return i + 1 + n, temperature(tenths, true)
		}
		if n := len(before); n > 0 && (before[n-1].class == cCategory || before[n-1].class == cGroup || before[n-1].class == cMeasure) {
			return i + 1, token{class: cApprox} // 居家隔离>5
		}
	}
	afterItem := len(before) > 0 && before[len(before)-1].class == cCategory
	if c, key := shorthand(s, i, afterItem); key != "" {
		return i + 1, token{class: c, key: key}
	}
	if s[i] == '新' && r.newlySo(s, i) {
		return i + 1, token{class: cMeasure, key: "new"} // 新发热, 新隔离
	}
	w, length := r.words.longest(rest)
	// 120 is an ambulance and 十一 a holiday, unless it counts people or is all that is said.
	counts := w != nil && w.class == cAmbul && length == n.length && !summoned(before, s, i, i+length) || w != nil && (w.class == cAmbul || w.class == cText) && length == n.length && (counted(rest[length:]) || portioned(rest[length:]) || i > 0 && strings.ContainsRune("训检测发放达计共约数", s[i-1]) || len(before) == 0 && length == len(s) || len(before) > 0 && before[len(before)-1].class == cBecomes)
	if w != nil && w.class == cNot && n.value == 1 && length == 4 && r.oneHas(rest[length:], before) {
		return r.amount(s, i, n, before) // 老师隔离的是一个没有发烧的
	}
	if w != nil && length >= n.length && !counts {
		return i + length, w.token()
	}
	if n.length == 0 {
		return i + 1, token{class: cText}
	}
	if i > 0 && s[i-1] == '第' {
		return i + n.length, token{class: cFigure}
	}
	return r.amount(s, i, n, before)
}

// newlySo reports that the 新 at i stands right before an item of which the form asks what is new, and begins no longer word than with it.
func (r *Reader) newlySo(s []rune, i int) bool {
	if i > 0 && strings.ContainsRune("最创更重全翻", s[i-1]) {
		return false
	}
	_, word := r.words.longest(s[i:])
	item, length := r.words.longest(s[i+1:])
	return item != nil && item.class == cCategory && !plainKeys[item.key] && 1+length > word
}

// oneHas reports that the 一个没有 between the words before and those behind it counts one, and denies what follows: 是一个没有发烧的.
func (r *Reader) oneHas(behind []rune, before []token) bool {
	n := len(before)
	if n < 2 || !(before[n-1].class == cHave && before[n-2].class == cCategory || before[n-1].class == cMeasure && before[n-1].key == "new") {
		return false
	}
	w, _ := r.words.longest(behind)
	return w != nil && w.class == cCategory
}

// token is the word at work in a sentence; some words count: 一对夫妻.
func (w *dictionary) token() token {
	if w.class == cNumber {
		v, _ := strconv.Atoi(w.key)
		return token{class: cNumber, value: v, people: true}
	}
	return token{class: w.class, key: w.key}
}

// unsaid reports that nothing more is said there before the next mark.
func unsaid(s []rune, i int) bool {
	if i >= len(s) {
		return true
	}
	_, mark := markOf(s[i])
	return mark
}

// portioned reports that what stands there counts portions and money, and calls no ambulance: 120份饭.
func portioned(r []rune) bool {
	return len(r) > 0 && strings.ContainsRune("份元块米盒套张%", r[0])
}

// noAmount reads the numbers that count nobody: the index of a row, a broken number, a day, a temperature, a time.
func (r *Reader) noAmount(t *text, i int, before []token) (int, token) {
	s := t.runes
	rest := s[i:]
	if n := r.listIndex(s, i); n > 0 && (nextInLine(s, i) || !(due(before) && (ends(s, i+n) || r.goesOn(s, i, n)))) {
		return n, token{class: cFigure, key: "index"}
	}
	if n, v := scanAllOf(rest); n > 0 && due(before) {
		return n, token{class: cNumber, value: v, people: true} // 打卡38/38人
	}
	if n := r.words.scanFraction(rest, due(before)); n > 0 {
		return n, broken
	}
	if n, year, month, day := scanDate(rest); n > 0 {
		return n, token{class: cDate, year: int32(year), value: month*100 + day}
	}
	if n, year, month, day := scanEnglishDate(rest); n > 0 {
		return n, token{class: cDate, year: int32(year), value: month*100 + day}
	}
	if n, month, day := scanDotted(rest); n > 0 && (unsaid(s, i+n) && signs(before) || i == 0 && i+n+1 < len(s) && s[i+n] == ' ' && s[i+n+1] > 0x4E00) {
		return n, token{class: cDate, value: month*100 + day} // 零报告 教务处2.4
	}
	if n, day := scanDay(rest); n > 0 && t.leads(before) {
		return n, token{class: cDate, value: day}
	}
	if t.numbersClass(i) {
		return scanNumber(rest).length, token{class: cFigure, key: "index"}
	}
	if measuring(before) {
		if n := scanBand(rest); n > 0 && unsaid(s, i+n) {
			return n, token{class: cFine} // 体温都在36到37之间
		}
	}
	if n, tenths, above := scanTemperature(rest, measuring(before) || t.fevered(i, before)); n > 0 {
		if tenths > 370 && tenths <= 380 && exceeds(before, s) {
			return n, token{class: cCategory, key: "fever"} // 无一人超过37.3
		}
		if under(before, s) {
			if tenths >= 370 && tenths <= 380 && unsaid(s, i+n) {
				return n, token{class: cFine} // 体温均低于37.3度
			}
			tenths = 0
		}
		if tenths == 0 && unsaid(s, i+n) && measuring(before) {
			return n, token{class: cFine} // 体温全部在37.3以下
		}
		return n, temperature(tenths, above)
	}
	if isDigit(s[i]) {
		return written(s, i)
	}
	return 0, token{}
}

// rowBegins reports that a row of a list may begin at i.
func rowBegins(s []rune, i int) bool {
	return i == 0 || strings.ContainsRune("\n ：；。", s[i-1])
}

// bracketIndex finds “（1）” where a row may begin.
func bracketIndex(s []rune, i int) int {
	if !rowBegins(s, i) {
		return 0
	}
	if n := scanNumber(s[i+1:]).length; n > 0 && n < 3 && i+1+n < len(s) && s[i+1+n] == '）' {
		return n + 2
	}
	return 0
}

// ends reports that the point before i ends a sentence: Home isolation still 3.
func ends(s []rune, i int) bool {
	return s[i-1] == '.' && (i == len(s) || s[i] == '\n' || s[i] == ' ' && i+1 < len(s) && latin(s[i+1]))
}

// goesOn reports that what looks like an index of n runes at i, where a figure is due, is that figure, and that another item follows
// it: 在鄂：12、发热：5. In 隔离：1、居家隔离2人 2、发热0 it is the index.
func (r *Reader) goesOn(s []rune, i, n int) bool {
	w, _ := r.words.longest(s[i+n:])
	if s[i+n-1] != '、' || w == nil || w.class != cCategory && w.class != cNot {
		return false
	}
	return s[i] != '1' || n > 2 || !strings.Contains(string(s[i+n:min(len(s), i+n+longestRow)]), "2、")
}

// longestRow is how far the next row of a list is looked for.
const longestRow = 80

// listIndex finds “1.” and “2、” where a row may begin.
func (r *Reader) listIndex(s []rune, i int) int {
	if !rowBegins(s, i) {
		return 0
	}
	n := scanNumber(s[i:])
	if n.length == 0 || n.length > 3 || n.approx {
		return 0
	}
	j := i + n.length
	if i > 4 && s[i-1] == ' ' && latin(s[i-2]) && j+1 == len(s) && s[j] == '.' {
		return 0 // should be 5, not 3.
	}
	if j >= len(s) {
		return 0
	}
	switch s[j] {
	case '.', '、', '）':
		if s[j] == '）' && bracketed(s, i) {
			return 0 // （学生 4，教师 1）
		}
		// 1.31 is a date, 5、6个 a guess.
		if j+1 < len(s) && (isDigit(s[j+1]) || scanNumber(s[j+1:]).length > 0 && s[j] != '.') && s[j] != '）' {
			return 0
		}
		return n.length + 1
	case ' ':
		if (i == 0 || s[i-1] == '\n') && r.inSequence(s, i, n.value) {
			return n.length + 1
		}
	}
	return 0
}

// inSequence reports that lines are numbered one after another, n that which begins at i, with a space behind each number: 1 党政办, 2 组织部.
func (r *Reader) inSequence(s []rune, i, n int) bool {
	numbered := func(from, want int) bool {
		if from < 0 || from >= len(s) {
			return false
		}
		m := scanNumber(s[from:])
		next := from + m.length
		if m.length == 0 || m.value != want || m.approx || next+1 >= len(s) || s[next] != ' ' || s[next+1] < 0x4E00 {
			return false
		}
		_, counter := counters.longest(s[next+1:])
		_, word := r.words.longest(s[next+1:])
		return counter == 0 || word > counter // 3 人事处
	}
	if !numbered(i, n) {
		return false
	}
	line := func(from, step int) int { // where the line before or behind begins
		for from >= 0 && from < len(s) && s[from] != '\n' {
			from += step
		}
		return from
	}
	if n == 1 {
		return numbered(line(i, 1)+1, 2)
	}
	return numbered(line(i-2, -1)+1, n-1)
}

// bracketed reports that a bracket has been opened before i, on its line, and not closed.
func bracketed(s []rune, i int) bool {
	for j := i - 1; j >= 0 && i-j < longestRow && s[j] != '\n' && s[j] != '）'; j-- {
		if s[j] == '（' {
			return true
		}
	}
	return false
}

// written reads what has digits and is no amount: times, decimals.
func written(s []rune, i int) (int, token) {
	rest := s[i:]
	if n := scanClock(rest); n > 0 {
		return n, token{class: cFigure, key: "clock"}
	}
	if n := scanRatio(rest); n > 0 {
		return n, token{class: cFigure}
	}
	if n := scanDecimal(rest); n > 0 {
		return n, token{class: cFigure, key: "decimal"}
	}
	return 0, token{}
}

// latinWord reads a run of letters and digits: OK, https://…, A3.
func latinWord(d *dictionary, s []rune, i int) (int, token) {
	j := i
	for j < len(s) && (latin(s[j]) || isDigit(s[j]) && j > i) {
		j++
	}
	w, n := d.longest(s[i:])
	if length, v := scanSpelled(s[i:]); length > 0 && (w == nil || n <= length) {
		j = i + length
		if n := timeWord(s, j); n > 0 {
			return n, token{class: cFigure} // ten days ago
		}
		tok := token{class: cNumber, value: v}
		if w, n := counters.longest(s[min(j+1, len(s)):]); j < len(s) && s[j] == ' ' && w != nil && wordEnds(s, j+1+n) {
			j, tok.people = j+1+n, true
		}
		return j, tok
	}
	if w != nil && n >= j-i && (wordEnds(s, i+n) || n > j-i && s[i+n-1] > 0x4E00) { // K2类3人
		j = i + n
		if w.class == cNews {
			for j < len(s) && s[j] > ' ' && s[j] < 0x7f || j < len(s) && s[j] == '：' {
				j++
			}
		}
		return j, token{class: w.class, key: w.key}
	}
	return j, token{class: cText}
}

func latin(r rune) bool { return r >= 'a' && r <= 'z' || r == '_' }
