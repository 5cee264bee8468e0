package rota

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fangkong/store/workgroup"
)

// column is what a column of a roster holds.
type column int

const (
	nothing column = iota
	dateColumn
	weekColumn
	timeColumn
	leaderColumn
	staffColumn
	phoneColumn
	placeColumn
	beginColumn // when the turn begins
	endColumn   // …and ends
	dayColumn   // the staff of the day turn
	nightColumn // …and of the night turn
)

var columnWords = []struct {
	words string
	is    column
}{
	{`^(值班)?(日期|时间日期|date|day)$`, dateColumn},
	{`^(星期|周|周几|weekday)$`, weekColumn},
	{`^(值班)?(时段|时间|班次|班别|起止时间|time|shift|hours)$`, timeColumn},
	{`^(值班)?(开始|起始|上班|接班|起)(时间|日期|时刻)?$|^(start|begin|from)( ?time)?$`, beginColumn},
	{`^(值班)?(结束|终止|截止|下班|交班|止)(时间|日期|时刻)?$|^(end|until|to)( ?time)?$`, endColumn},
	{`^(带班)(领导|人|人员)?$|^(值班)领导$|^(duty)? ?leaders?$`, leaderColumn},
	{`^(值班)(员|人|人员|干部|教师|老师)$|^值班$|^(duty )?staff$|^on duty$`, staffColumn},
	{`电话|手机|联系方式|^(duty )?(phone|tel\.?|telephone)$`, phoneColumn},
	{`^(值班)?(地点|地址|位置|place)$`, placeColumn},
	{`^(白班|日班|白天)`, dayColumn},
	{`^(夜班|晚班|夜间)`, nightColumn},
}

var columnShapes = func() []*regexp.Regexp {
	var out []*regexp.Regexp
	for _, w := range columnWords {
		out = append(out, regexp.MustCompile(`(?i)`+w.words))
	}
	return out
}()

// header is what each column holds, and the turns of those that are one.
type header struct {
	is    []column
	turns map[int]hours
}

// headerOf reads a row as the line that names the columns: it must name dates, and somebody.
func headerOf(cells []string) (header, bool) {
	h := header{turns: map[int]hours{}}
	for i, cell := range cells {
		kind := nothing
		name := strings.Trim(strings.ReplaceAll(brackets.ReplaceAllString(cell, ""), " ", ""), ":")
		if n := len([]rune(name)); n > 0 && n <= 16 {
			for j, shape := range columnShapes {
				if shape.MatchString(name) || shape.MatchString(strings.TrimSpace(cell)) {
					kind = columnWords[j].is
					break
				}
			}
		}
		// Two columns of phones: the second is somebody's own.
		if kind != nothing && kind != leaderColumn && kind != staffColumn && slices.Contains(h.is, kind) {
			kind = nothing
		}
		if kind == dayColumn || kind == nightColumn {
			h.turns[i] = turnOf(kind == nightColumn, found{})
			if t := hoursIn(cell, "2020-01-01", "2020-01-01"); len(t) == 1 && !t[0].bad {
				h.turns[i] = t[0]
			}
		}
		h.is = append(h.is, kind)
	}
	named := slices.ContainsFunc(h.is, func(c column) bool {
		return c == leaderColumn || c == staffColumn || c == dayColumn || c == nightColumn
	})
	return h, named && (slices.Contains(h.is, dateColumn) || slices.Contains(h.is, beginColumn))
}

// of are the cells of a kind, joined.
func (h header) of(cells []string, kind column) string {
	var out []string
	for i, cell := range cells {
		if i < len(h.is) && h.is[i] == kind && cell != "" {
			out = append(out, cell)
		}
	}
	return strings.Join(out, " ")
}

// byColumn reads the rows below a header. A date that is not repeated is that of the row above: its cells were merged.
func (r *reader) byColumn(h header, rows []Row) {
	var date day
	known := false
	for _, row := range rows {
		cells := clean(row.Cells)
		if len(cells) == 0 {
			continue
		}
		if _, again := headerOf(cells); again {
			continue // the head of the next page
		}
		words := strings.Join(cells, " ")
		when, named := h.of(cells, dateColumn), r.named(h, cells)
		if when == "" && !slices.Contains(h.is, dateColumn) {
			when = h.of(cells, beginColumn) // “2020-01-31 08:30”
		}
		if inCell.MatchString(when) {
			r.fault(row.Line, workgroup.RotaRange, when, true)
			continue
		}
		// A line that has not the columns of its header is no remark when it tells of a turn.
		if d, dated := dayIn(words, r.Today, r.base); len(cells) == 1 && len(h.is) > 2 && (len(hoursIn(words, r.Today, r.base)) > 0 || dated && !blankLine(words[:d.start]+words[d.end:])) {
			r.fault(row.Line, workgroup.RotaColumns, words, true)
			continue
		}
		switch d, ok := dayCell(when, r.Today, r.base); {
		case ok && !d.bad:
			date, known = d, true
			if d.exact {
				r.base = d.date
			}
		case when != "" && named:
			r.fault(row.Line, workgroup.RotaNoDate, when, true)
			continue
		case when != "" || !named:
			continue // a remark below the table, or a line ruled for later
		case !known:
			r.fault(row.Line, workgroup.RotaNoDate, words, true)
			continue
		}
		if says, ok := dayIn(h.of(cells, weekColumn), r.Today, r.base); ok && !date.says {
			date.weekday, date.says = says.date.In(r.Zone).Weekday(), true
		}
		r.weekday(row.Line, date)
		date.says = false
		r.cells(row.Line, h, cells, date)
	}
}

// named tells whether a row names anybody, or any time.
func (r *reader) named(h header, cells []string) bool {
	for _, kind := range []column{timeColumn, beginColumn, endColumn, leaderColumn, staffColumn, dayColumn, nightColumn} {
		if h.of(cells, kind) != "" {
			return true
		}
	}
	return false
}

// cells reads one row of a table: one turn, or one for each column that is a turn.
func (r *reader) cells(line int, h header, cells []string, date day) {
	leaders, phone, place := namesIn(h.of(cells, leaderColumn)), "", h.of(cells, placeColumn)
	if _, phones := phonesIn(h.of(cells, phoneColumn)); len(phones) > 0 {
		phone = phones[0]
	}
	if len(h.turns) > 0 {
		for i, cell := range cells {
			if turn, ok := h.turns[i]; ok && i < len(h.is) && (cell != "" || h.is[i] == dayColumn && len(leaders) > 0 && len(h.turns) == 1) {
				r.add(line, turn, date, workgroup.RotaRow{Leaders: leaders, Staff: namesIn(cell), Phone: phone, Place: place})
			}
		}
		return
	}
	when := h.of(cells, timeColumn)
	if begin, end := clockCell(h.of(cells, beginColumn)), clockCell(h.of(cells, endColumn)); begin != "" && end != "" {
		when = begin + "-" + end
	}
	if when == "" {
		when = h.of(cells, dateColumn) // “1月31日 08:30-20:30” in one cell
	}
	turns := hoursIn(when, r.Today, date.date)
	switch {
	case len(turns) > 1:
		r.fault(line, workgroup.RotaTimes, when, true)
		return
	case len(turns) == 0 && h.of(cells, timeColumn)+h.of(cells, beginColumn) != "":
		r.fault(line, workgroup.RotaNoTime, when, true)
		return
	case len(turns) == 0:
		turns = []hours{wholeDay(found{})}
		r.fault(line, workgroup.RotaWholeDay, workgroup.DayShift, false)
	}
	r.add(line, turns[0], date, workgroup.RotaRow{Leaders: leaders, Staff: namesIn(h.of(cells, staffColumn)), Phone: phone, Place: place})
}

var fraction = regexp.MustCompile(`^(\d{5})?(?:0?(\.\d+))$`)

// clockCell is a time as it stands in a cell of its own; a spreadsheet keeps it as a part of a day.
func clockCell(cell string) string {
	m := fraction.FindStringSubmatch(cell)
	if m == nil {
		return cell
	}
	part, err := strconv.ParseFloat("0"+m[2], 64)
	if err != nil {
		return cell
	}
	n := int(math.Round(part * aDay))
	clock := fmt.Sprintf("%02d:%02d", n/60, n%60)
	if days, err := strconv.Atoi(m[1]); err == nil {
		return string(workgroup.Date("1899-12-30").Add(days)) + " " + clock
	}
	return clock
}
