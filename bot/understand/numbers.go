package understand

import "strings"

// largest is the biggest figure a unit of a college can mean; anything longer
// is a phone, an id or a slip of the finger.
const largest = 99999

// chineseDigit is the value of one numeral.
func chineseDigit(r rune) (int, bool) {
	switch r {
	case '零':
		return 0, true
	case '一':
		return 1, true
	case '二', '两', '俩':
		return 2, true
	case '三', '仨':
		return 3, true
	case '四':
		return 4, true
	case '五':
		return 5, true
	case '六':
		return 6, true
	case '七':
		return 7, true
	case '八':
		return 8, true
	case '九':
		return 9, true
	case '廿':
		return 20, true
	case '卅':
		return 30, true
	case '卌':
		return 40, true
	}
	return 0, false
}

// chinesePlace is what a place multiplies the numeral before it by, 0 for what is no place.
func chinesePlace(r rune) int {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	case '万':
		return 10000
	}
	return 0
}

// beginsNumber reports that a number or a date may begin with r.
func beginsNumber(r rune) bool {
	if isDigit(r) || r == '几' || r == '元' || chinesePlace(r) > 0 {
		return true
	}
	_, ok := chineseDigit(r)
	return ok
}

// number is an amount as written: how long, how much, and whether it is exact.
type number struct {
	length int
	value  int
	approx bool
	noise  bool // longer than any amount, a decimal, or several joined by dashes
}

// scanNumber reads the number that starts the runes, length 0 when there is none.
func scanNumber(r []rune) number {
	if len(r) == 0 {
		return number{}
	}
	if isDigit(r[0]) {
		return scanDigits(r)
	}
	return scanChinese(r)
}

func scanDigits(r []rune) number {
	n := number{}
	for n.length < len(r) && isDigit(r[n.length]) {
		if n.value <= largest {
			n.value = n.value*10 + int(r[n.length]-'0')
		}
		n.length++
	}
	n.noise = n.length > 5 || n.value > largest
	// 20几, 3几十: the tail makes it a guess.
	if n.length < len(r) && r[n.length] == '几' {
		n.length, n.approx = n.length+1, true
	}
	// 1千, 2万: a place after digits.
	if n.length < len(r) && !n.noise {
		if p := chinesePlace(r[n.length]); p >= 100 {
			n.value, n.length = n.value*p, n.length+1
			n.noise = n.value > largest
		}
	}
	return n
}

// scanChinese reads 十二, 一百零三, 二十来, 三四 (a guess), 两, 廿三, 二零二零.
func scanChinese(r []rune) number {
	n := number{}
	total, part, digits, lastPlace := 0, -1, 0, 0
	places := false
	for n.length < len(r) {
		c := r[n.length]
		if d, ok := chineseDigit(c); ok {
			switch {
			case c == '俩' || c == '仨':
				// These count people by themselves and never join.
				if n.length > 0 {
					return finish(n, total, part, lastPlace, digits, places)
				}
				return number{length: 1, value: d}
			case d >= 20:
				total, places, lastPlace, part = total+d, true, 10, -1
			case c == '零':
				if part >= 0 && !places {
					part = part * 10 // 二零: digits read out
					digits++
				} else if part < 0 {
					if !places {
						part = 0
						digits++
					} else {
						lastPlace = 10 // 一百零三: the three is a three
					}
				}
			case part > 0 && places:
				n.approx, part = true, d // 十三四个
			case part >= 0 && !places:
				part, digits = part*10+d, digits+1 // 一九零三
			default:
				part, digits = d, digits+1
			}
			n.length++
			if part > largest {
				n.noise = true
				part = largest
			}
			continue
		}
		if p := chinesePlace(c); p > 0 {
			if part < 0 {
				if p != 10 || places && lastPlace <= 10 {
					break
				}
				part = 1
			}
			n.approx = n.approx || digits >= 2 && !places // 一二十
			if p == 10000 {
				total, part = (total+part)*p, -1
			} else {
				total, part = total+part*p, -1
			}
			if total > largest {
				n.noise = true
				total = largest
			}
			places, lastPlace = true, p
			n.length++
			continue
		}
		// 十几, 几十: a guess with a number in it.
		if c == '几' && (places || n.length+1 < len(r) && chinesePlace(r[n.length+1]) > 0 && n.length == 0) {
			n.approx = true
			n.length++
			if !places {
				part = 1
			}
			continue
		}
		break
	}
	return finish(n, total, part, lastPlace, digits, places)
}

// finish closes a Chinese number; 一百二 is a hundred and twenty.
func finish(n number, total, part, lastPlace, digits int, places bool) number {
	if n.length == 0 {
		return number{}
	}
	if part < 0 {
		part = 0
	} else if places && lastPlace >= 100 {
		part *= lastPlace / 10
	}
	// 三四个, 三五人 are guesses; 一九零三 is a class or a year; 零零零 is none, said several times.
	n.approx = n.approx || !places && digits == 2 && part > 10
	n.noise = n.noise || !places && digits > 2 && part > 0
	n.value = total + part
	n.noise = n.noise || n.value > largest
	return n
}

// scanSum reads what follows a number that is added to others: of “2+1=3” and “3人+2人，共5人” the sum that is stated, of “2+1” that none is.
// The length is 0 where nothing is added.
func scanSum(first int, r []rune) (length, sum int, stated bool) {
	next := func(i int) (int, int) {
		n := scanNumber(r[i:])
		if _, m := counters.longest(r[i+n.length:]); n.length > 0 {
			return i + n.length + m, n.value
		}
		return i, 0
	}
	_, i := counters.longest(r)
	for sum = first; i+1 < len(r) && r[i] == '+' && isDigit(r[i+1]); {
		to, v := next(i + 1)
		i, length, sum = to, to, sum+v
	}
	if length == 0 {
		return 0, 0, false
	}
	for _, is := range []string{"=", "，共", "，共计", "，合计", "，一共", "共", "共计", "合计"} {
		w := []rune(is)
		if len(r) <= i+len(w) || string(r[i:i+len(w)]) != is {
			continue
		}
		if to, v := next(i + len(w)); to > i+len(w) && v == sum {
			return to, sum, true
		}
	}
	return length, sum, false
}

// scanBoth reads the rest of 1男2女, whose first number has been read: how many they are together.
func scanBoth(first int, r []rune) (length, sum int) {
	_, i := counters.longest(r)
	if i >= len(r) || r[i] != '男' && r[i] != '女' {
		return 0, 0
	}
	other := '男' + '女' - r[i]
	if i++; i < len(r) && (r[i] == '、' || r[i] == '，' || r[i] == ' ') {
		i++
	}
	n := scanNumber(r[i:])
	if n.length == 0 || n.approx {
		return 0, 0
	}
	i += n.length
	_, m := counters.longest(r[i:])
	if i += m; i >= len(r) || r[i] != other || i+1 < len(r) && (r[i+1] == '生' || r[i+1] == '同') {
		return 0, 0
	}
	return i + 1, first + n.value
}

// scanFraction reads 2.5人, 2/3人 and, where a figure is due, 二点五人 at the start of the runes: people counted in parts. 2.5 alone
// may be a day, and 两点五个 a time.
func (d *dictionary) scanFraction(r []rune, due bool) int {
	_, i := digits(r, 5)
	if n := scanChinese(r).length; i == 0 && due && n > 0 && n+1 < len(r) && r[n] == '点' {
		return d.people(r, n+1+scanChinese(r[n+1:]).length, scanChinese(r[n+1:]).length)
	}
	if i == 0 || i+1 >= len(r) || r[i] != '.' && r[i] != '/' {
		return 0
	}
	_, n := digits(r[i+1:], 5)
	return d.people(r, i+1+n, n)
}

// scanRatio reads 1：100 and 1比50, as which something is mixed.
func scanRatio(r []rune) int {
	part, i := digits(r, 3)
	if i == 0 || part != 1 || i >= len(r) || r[i] != '：' && r[i] != '比' {
		return 0
	}
	of, n := digits(r[i+1:], 5)
	if n < 2 || of < 10 || counted(r[i+1+n:]) {
		return 0
	}
	return i + 1 + n
}

// scanAllOf reads 38/38人, all of those who are due.
func scanAllOf(r []rune) (length, value int) {
	a, i := digits(r, 5)
	if i == 0 || a == 0 || i >= len(r) || r[i] != '/' {
		return 0, 0
	}
	b, n := digits(r[i+1:], 5)
	if n != i || a != b || i+1+n < len(r) && (isDigit(r[i+1+n]) || r[i+1+n] == '/') {
		return 0, 0
	}
	if i+1+n < len(r) && r[i+1+n] == '人' {
		n++
	} else if a < crowd {
		return 0, 0
	}
	return i + n + 1, a
}

// scanBelow reads -2人 where a figure is due: 居家隔离-2人. A long dash parts, and 19-3 is a class.
func (d *dictionary) scanBelow(t *text, i int, before []token) int {
	if t.runes[i] != '-' || strings.ContainsAny(t.words(i, i+1), "—～~") || len(before) == 0 {
		return 0
	}
	last := before[len(before)-1]
	if last.class == cSpace && len(before) > 1 {
		last = before[len(before)-2]
	}
	switch last.class {
	case cCategory, cMeasure, cGroup, cHave, cColon, cEtc:
	default:
		return 0
	}
	n, length := digits(t.runes[i+1:], 5)
	if n == 0 {
		return 0
	}
	return d.people(t.runes[i:], 1+length, length)
}

// people is where the counter of people ends behind a number of n digits that ends at i; 0 when none stands there. In
// 2.4例会 and 1.31人事处 none does.
func (d *dictionary) people(r []rune, i, n int) int {
	for i < len(r) && r[i] == ' ' {
		i++
	}
	if n == 0 || i >= len(r) {
		return 0
	}
	w, m := counters.longest(r[i:])
	if w == nil || w.class != cCounter {
		return 0
	}
	if _, length := d.longest(r[i:]); length > m {
		return 0
	}
	i += m
	if i < len(r) {
		_, mark := markOf(r[i])
		if w, _ := d.longest(r[i:]); !mark && (w == nil || w.class == cText) {
			return 0
		}
	}
	return i
}
