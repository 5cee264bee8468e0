package understand

// largest is the biggest figure a unit of a college can mean; anything longer
// is a phone, an id or a slip of the finger.
const largest = 99999

var chineseDigit = map[rune]int{'零': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '俩': 2, '仨': 3, '廿': 20}
var chinesePlace = map[rune]int{'十': 10, '百': 100, '千': 1000, '万': 10000}

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
		if p, ok := chinesePlace[r[n.length]]; ok && p >= 100 {
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
		if d, ok := chineseDigit[c]; ok {
			switch {
			case c == '俩' || c == '仨':
				// These count people by themselves and never join.
				if n.length > 0 {
					return finish(n, total, part, lastPlace, digits, places)
				}
				return number{length: 1, value: d}
			case c == '廿':
				total, places, lastPlace, part = total+20, true, 10, -1
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
		if p, ok := chinesePlace[c]; ok {
			if part < 0 {
				if p != 10 || places && lastPlace <= 10 {
					break
				}
				part = 1
			}
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
		if c == '几' && (places || n.length+1 < len(r) && chinesePlace[r[n.length+1]] > 0 && n.length == 0) {
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
	// 三四个, 三五人 are guesses; 一九零三 is a class or a year.
	n.approx = n.approx || !places && digits == 2 && part > 10
	n.noise = n.noise || !places && digits > 2
	n.value = total + part
	n.noise = n.noise || n.value > largest
	return n
}
