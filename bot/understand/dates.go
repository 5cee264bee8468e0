package understand

import (
	"fmt"
	"time"
)

// scanDate reads 2020年2月4日, 2月4号, 2020-02-04, 2020.2.4 at the start of the
// runes. The year is 0 when it is not written.
func scanDate(r []rune) (length, year, month, day int) {
	a, i := digits(r, 4)
	if i == 0 || i >= len(r) {
		return
	}
	if i == 4 {
		sep := r[i]
		m, n := digits(r[i+1:], 2)
		if n == 0 {
			return
		}
		j := i + 1 + n
		if j >= len(r) {
			return
		}
		if sep == '年' && r[j] != '月' || sep != '年' && (r[j] != sep || sep != '-' && sep != '.' && sep != '/') {
			return
		}
		d, n := digits(r[j+1:], 2)
		if n == 0 {
			return
		}
		j += 1 + n
		if sep == '年' && j < len(r) && (r[j] == '日' || r[j] == '号') {
			j++
		}
		if validDay(m, d) {
			return j, a, m, d
		}
		return
	}
	if r[i] != '月' {
		return
	}
	d, n := digits(r[i+1:], 2)
	j := i + 1 + n
	if n == 0 || j >= len(r) || r[j] != '日' && r[j] != '号' || !validDay(a, d) {
		return
	}
	return j + 1, 0, a, d
}

func validDay(m, d int) bool { return m >= 1 && m <= 12 && d >= 1 && d <= 31 }

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

// dayOf gives a written day its year: the one that puts it nearest to today.
func dayOf(year, month, day int, today string) string {
	t, err := time.Parse(time.DateOnly, today)
	if year == 0 {
		if err != nil {
			return ""
		}
		year = t.Year()
		switch {
		case month-int(t.Month()) > 6:
			year--
		case int(t.Month())-month > 6:
			year++
		}
	}
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if d.Day() != day {
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

// scanClock reads 14:50, 14时30分, 15点半, 24时 at the start of the runes.
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
		if _, n := digits(r[i:], 2); n > 0 && i+n < len(r) && r[i+n] == '分' {
			return i + n + 1
		}
		if i < len(r) && r[i] == '半' {
			i++
		}
		return i
	}
	return 0
}

// scanDecimal reads 37.6; nobody counts people in tenths.
func scanDecimal(r []rune) (length int, tenths int) {
	w, i := digits(r, 4)
	if i == 0 || i+1 >= len(r) || r[i] != '.' || !isDigit(r[i+1]) {
		return 0, 0
	}
	tenths = w*10 + int(r[i+1]-'0')
	i++
	for i < len(r) && (isDigit(r[i]) || r[i] == '.') {
		i++
	}
	return i, tenths
}
