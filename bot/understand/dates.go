package understand

import (
	"fmt"
	"strings"
	"time"
)

// scanDate reads 2020年2月4日, 2月4号, 二月四日, 2020-02-04, 2020.2.4 at the start of the runes, whether or not the calendar
// has such a day. The year is 0 when it is not written.
func scanDate(r []rune) (length, year, month, day int) {
	if a, i := digits(r, 4); i == 4 && i < len(r) {
		return scanFullDate(r, a)
	}
	if len(r) > 5 && r[4] == '年' { // 二零二零年二月三日
		if y, ok := spelledYear(r[:4]); ok {
			n, month, day := scanMonthDay(r[5:])
			if n > 0 {
				return n + 5, y, month, day
			}
		}
	}
	length, month, day = scanMonthDay(r)
	return length, 0, month, day
}

// scanMonthDay reads 2月4日, 二月四日 and 元月4号 at the start of the runes.
func scanMonthDay(r []rune) (length, month, day int) {
	month, i := numeralAt(r)
	if len(r) > 0 && r[0] == '元' {
		month, i = 1, 1
	}
	// 2.4日 beside 2月4日
	if i == 0 || i >= len(r) || r[i] != '月' && !(r[i] == '.' && isDigit(r[0])) {
		return 0, 0, 0
	}
	day, n := numeralAt(r[i+1:])
	j := i + 1 + n
	if n == 0 || j >= len(r) || r[j] != '日' && r[j] != '号' {
		return 0, 0, 0
	}
	return j + 1, month, day
}

// scanFullDate reads a date that begins with this year in four digits.
func scanFullDate(r []rune, year int) (length, _, month, day int) {
	sep := r[4]
	if sep == '年' {
		if n, month, day := scanMonthDay(r[5:]); n > 0 {
			return 5 + n, year, month, day
		}
		return 0, 0, 0, 0
	}
	month, n := digits(r[5:], 2)
	if n == 0 || sep != '-' && sep != '.' && sep != '/' || 5+n >= len(r) || r[5+n] != sep {
		return 0, 0, 0, 0
	}
	day, d := digits(r[6+n:], 2)
	if d == 0 {
		return 0, 0, 0, 0
	}
	return 6 + n + d, year, month, day
}

// scanDay reads 31日 and 31号 at the start of the runes, a day of this month; 3号楼 is none.
func scanDay(r []rune) (length, day int) {
	day, n := numeralAt(r)
	if n == 0 || n >= len(r) || r[n] != '日' && r[n] != '号' || day == 0 || day > 31 {
		return 0, 0
	}
	if n == 1 && r[0] == '一' && scanNumber(r[2:]).length > 0 {
		return 0, 0 // 一日三餐, 一日两测
	}
	if n+1 < len(r) && strings.ContainsRune("楼线院门桌车文人内公宿教实食窗机卡学、和及", r[n+1]) {
		return 0, 0
	}
	return n + 1, day
}

// leads reports that nothing before a word keeps it from heading the message or a line of it.
func (t *text) leads(before []token) bool {
	if len(before) == 0 {
		return true
	}
	switch last := before[len(before)-1]; last.class {
	case cFix, cComma, cStop, cLine, cSpace, cAck, cGreeting, cOurs, cUnit, cColon, cOpen:
		return true
	case cText:
		return last.to-last.from < 4 && dated[string(t.runes[last.from:last.to])]
	}
	return false
}

// dated are the words that a day follows: 截至31日.
var dated = set("补报 截至 截止 截止到 截至到 关于 填报 补 到")

// numeralAt reads a small number in digits or in Chinese.
func numeralAt(r []rune) (value, length int) {
	if len(r) == 0 {
		return 0, 0
	}
	if isDigit(r[0]) {
		return digits(r, 2)
	}
	n := scanChinese(r)
	if n.length > 3 || n.noise || n.approx {
		return 0, 0
	}
	return n.value, n.length
}

// digits reads at most max digits; a longer run is none.
func digits(r []rune, max int) (value, length int) {
	for length < len(r) && isDigit(r[length]) {
		if length == max {
			return 0, 0
		}
		value = value*10 + int(r[length]-'0')
		length++
	}
	return value, length
}

// ahead is how many days a report may be dated ahead of today before the year before is meant.
const ahead = 31

// dayOf gives a written day its month and year: the last that is not far ahead of today. It is "" for a day that no
// calendar has.
func dayOf(year, month, day int, today string) string {
	t, err := time.Parse(time.DateOnly, today)
	if month == 0 {
		if month = int(t.Month()); day > t.Day() {
			month--
		}
	}
	if month == 0 {
		month = 12
	}
	if year == 0 {
		if err != nil {
			return ""
		}
		year = t.Year()
		if time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).After(t.AddDate(0, 0, ahead)) {
			year--
		}
	}
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if d.Day() != day || int(d.Month()) != month {
		return "" // 2月30日
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// before gives the day n days before today, "" when today is not known.
func before(today string, n int) string {
	t, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -n).Format(time.DateOnly)
}

// scanClock reads 14:50, 14时30分, 15点半, 14点40, 24时 at the start of the runes.
func scanClock(r []rune) int {
	h, i := digits(r, 2)
	if i == 0 || h > 24 || i >= len(r) {
		return 0
	}
	switch r[i] {
	case '：':
		m, n := digits(r[i+1:], 2)
		if n != 2 || m > 59 {
			return 0
		}
		return i + 1 + n
	case '时', '点':
		i++
		m, n := digits(r[i:], 2)
		if n > 0 && i+n < len(r) && r[i+n] == '分' {
			return i + n + 1
		}
		if n == 2 && m < 60 && (i+n == len(r) || !isDigit(r[i+n]) && !counted(r[i+n:])) {
			return i + n // 14点40
		}
		if i < len(r) && r[i] == '半' {
			i++
		}
		return i
	}
	return 0
}

// scanDecimal reads 2.5; nobody counts people in tenths.
func scanDecimal(r []rune) (length int) {
	_, i := digits(r, 4)
	if i == 0 || i+1 >= len(r) || r[i] != '.' || !isDigit(r[i+1]) {
		return 0
	}
	i++
	for i < len(r) && (isDigit(r[i]) || r[i] == '.') {
		i++
	}
	return i
}

// scanDotted reads a day written 1.31, as it stands behind the name of who signs.
func scanDotted(r []rune) (length, month, day int) {
	month, i := digits(r, 2)
	if i == 0 || month < 1 || month > 12 || i >= len(r) || r[i] != '.' {
		return 0, 0, 0
	}
	day, n := digits(r[i+1:], 2)
	if n == 0 || day < 1 || day > 31 {
		return 0, 0, 0
	}
	return i + 1 + n, month, day
}

// signs reports that the words before end in the name of a unit.
func signs(before []token) bool {
	n := len(before)
	if n > 0 && before[n-1].class == cSpace {
		n--
	}
	return n > 0 && before[n-1].class == cUnit
}

// spelledYear reads the four characters of a year.
func spelledYear(r []rune) (year int, ok bool) {
	for _, c := range r {
		d, ok := chineseDigit(c)
		if !ok || d > 9 {
			return 0, false
		}
		year = year*10 + d
	}
	return year, year > 1900
}
