package rota

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// reader is a roster being read.
type reader struct {
	Options
	Reading
	base workgroup.Date // the date last written in full
	day  int            // where the turns of the date at hand begin
	lead []string       // who leads all its turns, named beside the date alone
}

// Read reads a roster.
func Read(rows []Row, o Options) Reading {
	r := &reader{Options: o, base: o.Today}
	if len(rows) > Most {
		r.fault(rows[Most].Line, workgroup.RotaTooLong, "", true)
		rows = rows[:Most]
	}
	for i, row := range rows {
		cells := clean(row.Cells)
		if h, ok := headerOf(cells); ok {
			r.Header = true
			r.title(rows[:i])
			r.byColumn(h, rows[i+1:])
			return r.Reading
		}
	}
	r.byWords(rows)
	return r.Reading
}

var titled = regexp.MustCompile(`(20\d\d)\s*年(?:\s*(\d{1,2})\s*月)?`)

// title takes the month of a table from what stands above it, where its dates are days only.
func (r *reader) title(above []Row) {
	for _, row := range above {
		m := titled.FindStringSubmatch(narrow(strings.Join(row.Cells, " ")))
		if m == nil || m[2] == "" {
			continue
		}
		first, err := time.Parse("2006 1", m[1]+" "+m[2])
		if month := workgroup.DateOf(first); err == nil && month > r.base {
			r.base = month.Add(1) // the first itself is the day before: ofDay looks that far back
		}
	}
}

func (r *reader) fault(line int, code workgroup.FaultCode, words string, out bool) {
	if runes := []rune(words); len(runes) > 40 {
		words = string(runes[:40]) + "…"
	}
	r.Faults = append(r.Faults, workgroup.RotaFault{Line: line, Code: code, Out: out, Facts: workgroup.Facts{"words": words}})
}

// weekday doubts a date whose weekday is another's.
func (r *reader) weekday(line int, d day) {
	if d.says && d.date.In(time.UTC).Weekday() != d.weekday {
		r.Faults = append(r.Faults, workgroup.RotaFault{Line: line, Code: workgroup.RotaWeekday, Facts: workgroup.Facts{"date": d.date, "words": ""}})
	}
}

// add keeps a turn that was read, if it can be one.
func (r *reader) add(line int, h hours, date day, row workgroup.RotaRow) bool {
	row.Line = line
	row.From, row.To = h.span(date.date, r.Zone)
	switch {
	case h.bad || h.dated && h.last.bad || !row.From.Before(row.To) || row.To.Sub(row.From) > workgroup.LongestShift:
		r.fault(line, workgroup.RotaNoTime, string(date.date), true)
		return false
	case len(row.Leaders)+len(row.Staff) == 0:
		r.fault(line, workgroup.RotaNobody, "", true)
		return false
	}
	r.Rows = append(r.Rows, row)
	return true
}

var (
	leaderWord = `带班领导|带班人员?|带班|值班领导|(?i:\bleaders?\b)`
	staffWord  = `值班人员|值班员|值班人|值班教师|值班干部|值班|(?i:\bstaff\b)`
	phoneWord  = `值班电话|联系电话|电话|手机|(?i:\b(?:phone|tel)\b)`
	placeWord  = `值班地点|地点|值班室|(?i:\bplace\b)`
	keyword    = regexp.MustCompile(phoneWord + "|" + placeWord + "|" + leaderWord + "|" + staffWord)
	leaderIs   = regexp.MustCompile("^(?:" + leaderWord + ")$")
	staffIs    = regexp.MustCompile("^(?:" + staffWord + ")$")
	phoneIs    = regexp.MustCompile("^(?:" + phoneWord + ")$")
	titleLike  = regexp.MustCompile(`值班(安排)?表|值班安排|排班表|^备注|^注[:：]|^说明|^#|roster`)
)

// byWords reads lines that have no columns: a date and times, then who, under the words 带班 and 值班.
func (r *reader) byWords(rows []Row) {
	var date day
	known, open := false, -1
	for i, row := range rows {
		line := arabic(strings.TrimSpace(strings.Join(clean(row.Cells), " ")))
		switch {
		case line == "":
			continue
		case titleLike.MatchString(line):
			r.title([]Row{row})
			if titled.MatchString(line) || len(hoursIn(line, r.Today, r.base)) == 0 {
				continue
			}
		}
		if several.MatchString(line) {
			r.fault(row.Line, workgroup.RotaRange, line, true)
			open, known = -1, false // what follows it is no turn of the day above
			continue
		}
		d, dated := dayIn(line, r.Today, r.base)
		if dated && d.bad || !dated && unread(line) {
			r.fault(row.Line, workgroup.RotaNoDate, line, true)
			open, known = -1, false // it, and what follows it, is of no day above
			continue
		}
		turns := hoursIn(line, r.Today, r.base)
		if len(turns) > 0 && turns[0].start < d.start {
			// A date inside or after the times is where they end, or somebody's.
			dated = dated && d.start >= turns[0].end
		}
		rest := line
		if dated {
			if !known || d.date != date.date {
				r.day, r.lead = len(r.Rows), nil
			}
			date, known = d, true
			if d.exact {
				r.base = d.date
			}
			r.weekday(row.Line, d)
			rest = line[:d.start] + strings.Repeat(" ", d.end-d.start) + line[d.end:]
		}
		switch {
		case len(turns) == 0 && !dated:
			// It goes on with the turn above, says nothing of duty, or is not understood.
			if !r.goesOn(open, rest) {
				r.fault(row.Line, workgroup.RotaUnread, line, true)
			}
		case len(turns) == 0 && blankLine(rest):
			open = -1 // a date that heads the lines below it
		case len(turns) == 0 && !keyword.MatchString(rest) && len(namesIn(rest)) == 0:
			open = -1
		case len(turns) == 0 && r.leadsAll(rest, rows[i+1:]):
			open = -1
		case len(turns) == 0:
			r.fault(row.Line, workgroup.RotaWholeDay, workgroup.DayShift, false)
			open = r.turn(row.Line, wholeDay(found{}), date, rest, "")
		case !known:
			r.fault(row.Line, workgroup.RotaNoDate, line, true)
			open = -1
		default:
			open = r.segments(row.Line, turns, date, rest)
		}
	}
	r.settle()
}

func blankLine(s string) bool { return strings.Trim(s, " :()-.,，、;；") == "" }

// segments reads the turns of one line: what stands before the first is meant for all.
func (r *reader) segments(line int, turns []hours, date day, rest string) (open int) {
	if bracketed(turns, rest) {
		return r.behind(line, turns, date, rest)
	}
	common := rest[:turns[0].start]
	words := make([]string, len(turns))
	for i, t := range slices.Backward(turns) {
		end := len(rest)
		if i+1 < len(turns) {
			end = turns[i+1].start
		}
		// “8:30-12:00，14:00-18:00 王二”: what follows the last is meant for both.
		if words[i] = rest[t.end:end]; blankLine(words[i]) && i+1 < len(turns) {
			words[i] = words[i+1]
		}
	}
	for i, t := range turns {
		open = r.turn(line, t, date, words[i], common)
	}
	return open
}

// bracketed tells whether the turns stand in brackets behind names: “王二、张三（白班），赵四（夜班）”.
func bracketed(turns []hours, rest string) bool {
	for _, t := range turns {
		before, after := strings.TrimRight(rest[:t.start], " "), strings.TrimLeft(rest[t.end:], " ")
		if !strings.HasSuffix(before, "(") || !strings.HasPrefix(after, ")") {
			return false
		}
	}
	return len(namesIn(keyword.ReplaceAllString(rest[:turns[0].start], " "))) > 0
}

// behind reads turns that stand behind their people. Whoever leads the first leads all; what follows the last is meant for all.
func (r *reader) behind(line int, turns []hours, date day, rest string) (open int) {
	all, from := workgroup.RotaRow{}, 0
	r.roles(&all, strings.TrimLeft(rest[turns[len(turns)-1].end:], " )"))
	for _, t := range turns {
		row := workgroup.RotaRow{}
		r.roles(&row, strings.Trim(rest[from:t.start], " ()，,;；"))
		if from = t.end; len(row.Leaders) > 0 {
			all.Leaders = row.Leaders
		}
		row.Leaders = all.Leaders
		if row.Phone == "" {
			row.Phone = all.Phone
		}
		r.add(line, t, date, row)
	}
	return -1
}

// turn keeps one turn with whoever its words name; one that names nobody yet may go on in the next lines.
func (r *reader) turn(line int, h hours, date day, words, common string) int {
	row := workgroup.RotaRow{Line: line}
	r.roles(&row, common)
	own := workgroup.RotaRow{}
	r.roles(&own, words)
	if len(own.Leaders) > 0 {
		row.Leaders = own.Leaders
	}
	if len(own.Staff) > 0 {
		row.Staff = own.Staff
	}
	if own.Phone != "" {
		row.Phone = own.Phone
	}
	if own.Place != "" {
		row.Place = own.Place
	}
	row.From, row.To = h.span(date.date, r.Zone)
	if h.bad || h.dated && h.last.bad || !row.From.Before(row.To) || row.To.Sub(row.From) > workgroup.LongestShift {
		r.fault(line, workgroup.RotaNoTime, string(date.date), true)
		return -1
	}
	if len(row.Leaders) == 0 {
		row.Leaders = r.lead
	}
	r.Rows = append(r.Rows, row)
	return len(r.Rows) - 1
}

// leadsAll takes who leads from a line with a date and no time, where lines with times but no date follow it.
func (r *reader) leadsAll(words string, below []Row) bool {
	row := workgroup.RotaRow{}
	if r.roles(&row, words); len(row.Leaders) == 0 || len(row.Staff) > 0 {
		return false
	}
	for _, next := range below {
		line := strings.TrimSpace(strings.Join(clean(next.Cells), " "))
		if line == "" {
			continue
		}
		if _, dated := dayIn(line, r.Today, r.base); dated || len(hoursIn(line, r.Today, r.base)) == 0 {
			return false
		}
		r.lead = row.Leaders
		return true
	}
	return false
}

// goesOn reads a line without date and time as more of the turn above.
func (r *reader) goesOn(open int, words string) bool {
	switch {
	case open < 0:
		// Nothing is open: a heading, unless it names a role.
		return !keyword.MatchString(words)
	case !keyword.MatchString(words):
		return false
	}
	more := workgroup.RotaRow{}
	if r.roles(&more, words); len(more.Leaders) > 0 && len(more.Staff) == 0 && len(r.Rows[open].Staff) > 0 {
		// Below the turns of a day it leads all that nobody leads.
		for i := r.day; i < len(r.Rows); i++ {
			if i != open && len(r.Rows[i].Leaders) == 0 {
				r.Rows[i].Leaders = more.Leaders
			}
		}
	}
	r.roles(&r.Rows[open], words)
	return true
}

// settle leaves out the turns that nobody was named for.
func (r *reader) settle() {
	kept := r.Rows[:0]
	for _, row := range r.Rows {
		if len(row.Leaders)+len(row.Staff) == 0 {
			r.fault(row.Line, workgroup.RotaNobody, "", true)
			continue
		}
		kept = append(kept, row)
	}
	r.Rows = kept
}

// roles puts the people of some words in their places. Who stands under no word of a role is on duty.
func (r *reader) roles(row *workgroup.RotaRow, words string) {
	marks := keyword.FindAllStringIndex(words, -1)
	part := func(from, to int) string { return words[from:to] }
	first := len(words)
	if len(marks) > 0 {
		first = marks[0][0]
	}
	loose, phones := phonesIn(part(0, first))
	row.Staff = append(row.Staff, namesIn(loose)...)
	for i, m := range marks {
		end := len(words)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		word := part(m[0], m[1])
		said := part(m[1], end)
		rest, numbers := phonesIn(said)
		switch {
		case leaderIs.MatchString(word):
			row.Leaders = append(row.Leaders, namesIn(rest)...)
		case staffIs.MatchString(word):
			row.Staff = append(row.Staff, namesIn(rest)...)
		case phoneIs.MatchString(word):
			if len(numbers) > 0 {
				row.Phone = numbers[0]
			}
			numbers = nil
			if names := namesIn(rest); len(names) > 0 {
				row.Staff = append(row.Staff, names...)
			}
		default:
			if row.Place = strings.Trim(row.Place+" "+strings.TrimSpace(rest), " :，,;；"); word == "值班室" {
				row.Place += word
			}
		}
		phones = append(phones, numbers...)
	}
	if row.Phone == "" {
		// The last number that is no mobile; a mobile may be somebody's own, and the rules know whose.
		for _, p := range phones {
			if !strings.HasPrefix(p, "1") || row.Phone == "" {
				row.Phone = p
			}
		}
	}
}
