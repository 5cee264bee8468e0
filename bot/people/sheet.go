package people

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fangkong/bot/rota"
	"fangkong/store/workgroup"
)

// column is what a column of a sheet of people holds.
type column int

const (
	nothing column = iota
	nameColumn
	unitColumn
	roleColumn
	titleColumn
	phoneColumn
	dateColumn // it is no sheet of people
)

var columnWords = []struct {
	words string
	is    column
}{
	{`^(姓名|名字|人员姓名|人员|联系人|name|full name)$`, nameColumn},
	{`^(所在|所属|工作)?(单位|部门|学院|二级单位|院系|处室)(名称)?$|^(unit|department|school)$`, unitColumn},
	{`^(防控|工作|群内|值守)?(角色|职责|身份|岗位|分工)$|^(role|roles|duty|duties)$`, roleColumn},
	{`^(行政|党政|现任)?职务$|^(title|position|post)$`, titleColumn},
	{`电话|手机|联系方式|^(phone|mobile|tel\.?|telephone|phone number)$`, phoneColumn},
	{`日期|^date$|时段|班次`, dateColumn},
}

var columnShapes = func() (out []*regexp.Regexp) {
	for _, w := range columnWords {
		out = append(out, regexp.MustCompile(`(?i)`+w.words))
	}
	return out
}()

// header is the place of each column; -1: there is none.
type header map[column]int

// headerOf reads a row as the line that names the columns: a name, and a unit or a role.
func headerOf(cells []string) (header, bool) {
	h := header{}
	for i, cell := range cells {
		name := strings.TrimSpace(strings.Join(strings.Fields(Narrow(cell)), " "))
		tight := strings.ReplaceAll(name, " ", "")
		for j, shape := range columnShapes {
			kind := columnWords[j].is
			if _, taken := h[kind]; !taken && utf8.RuneCountInString(tight) <= 12 && (shape.MatchString(name) || shape.MatchString(tight)) {
				h[kind] = i
				break
			}
		}
	}
	_, name := h[nameColumn]
	_, unit := h[unitColumn]
	_, role := h[roleColumn]
	_, title := h[titleColumn]
	_, date := h[dateColumn]
	return h, name && (unit || role || title) && !date
}

// headLines is how far down the line that names the columns may stand: a heading and a date stand above it.
const headLines = 20

// IsSheet tells whether rows have a line that names the columns of a sheet of people.
func IsSheet(rows []rota.Row) bool {
	return slices.ContainsFunc(rows[:min(headLines, len(rows))], func(row rota.Row) bool { _, is := headerOf(row.Cells); return is })
}

// cell is what stands in a column of a row.
func (h header) cell(row []string, kind column) string {
	i, there := h[kind]
	if !there || i >= len(row) {
		return ""
	}
	return strings.TrimSpace(strings.ReplaceAll(Narrow(row[i]), "\n", "、"))
}

// Sheet reads the rows of a sheet of people: one person, or several of the same duties, a row. A unit that is not repeated is that of
// the row above: its cells were merged. More rows than are read are none. One in which nobody is found has that for its fault.
func (r *Reader) Sheet(name string, rows []rota.Row) (postings []workgroup.Posting, faults []workgroup.RotaFault) {
	s := sheet{Reader: r, name: name}
	if len(rows) > rota.Most {
		s.fault(0, workgroup.StaffTooLong, workgroup.Facts{"most": rota.Most})
		return nil, s.faults
	}
	h, begun, first := header{}, false, ""
	for _, row := range rows {
		if again, is := headerOf(row.Cells); is {
			h, begun, s.unit = again, true, ""
			continue
		}
		if begun {
			s.row(h, row)
		} else if first == "" {
			first = strings.Join(strings.Fields(strings.Join(row.Cells, " ")), " ")
		}
	}
	if len(s.postings)+len(s.faults) == 0 {
		s.fault(0, workgroup.StaffEmpty, workgroup.Facts{"headless": !begun && first != ""})
	}
	return s.postings, s.faults
}

// sheet is one being read.
type sheet struct {
	*Reader
	name     string
	unit     string // of the row above
	postings []workgroup.Posting
	faults   []workgroup.RotaFault
}

func (s *sheet) fault(line int, code workgroup.FaultCode, facts workgroup.Facts) {
	if facts["sheet"] = s.name; s.name == "" {
		delete(facts, "sheet")
	}
	s.faults = append(s.faults, workgroup.RotaFault{Line: line, Code: code, Facts: facts, Out: true})
}

// several parts a cell that holds more than one thing.
var several = regexp.MustCompile(`\s*[、,，;；/]\s*`)

func parted(cell string) (out []string) {
	for _, one := range several.Split(cell, -1) {
		if one = strings.TrimSpace(one); one != "" {
			out = append(out, one)
		}
	}
	return out
}

func (s *sheet) row(h header, row rota.Row) {
	filled := 0
	for _, cell := range row.Cells {
		if strings.TrimSpace(cell) != "" {
			filled++
		}
	}
	names := namesOf(h.cell(row.Cells, nameColumn))
	unit, role, title := h.cell(row.Cells, unitColumn), h.cell(row.Cells, roleColumn), h.cell(row.Cells, titleColumn)
	if unit != "" {
		s.unit = unit
	}
	switch {
	case filled == 0, filled == 1 && len(row.Cells) > 1:
		return // ruled for later, or a remark
	case len(names) == 0 && role+title+h.cell(row.Cells, phoneColumn) == "":
		return // a number and a unit, whose people are still to be written
	case len(names) == 0:
		s.fault(row.Line, workgroup.StaffNameless, workgroup.Facts{})
		return
	}
	roles, ok := s.roles(row.Line, names[0], role, &title)
	if !ok {
		return
	}
	ofUnit := slices.ContainsFunc(roles, func(r workgroup.Role) bool {
		return r == "" || r == workgroup.Head || r == workgroup.Deputy
	})
	var of workgroup.UnitID
	if ofUnit {
		if of = s.UnitOf(s.unit); of == "" {
			s.fault(row.Line, workgroup.StaffNoUnit, workgroup.Facts{"words": strings.Join(names, "、"), "unit": s.unit})
			return
		}
	}
	phones := parted(h.cell(row.Cells, phoneColumn))
	for i, name := range names {
		phone := ""
		if len(phones) == len(names) {
			phone = phoneOf(phones[i])
		} else if len(names) == 1 && len(phones) > 0 {
			phone = phoneOf(phones[0]) // the first of several is theirs
		}
		for _, role := range roles {
			s.postings = append(s.postings, workgroup.Posting{Line: row.Line, Sheet: s.name, Do: workgroup.Appoint, Name: name, Phone: phone, Title: title, Role: role, Unit: of, Above: of != "" && unit == ""})
		}
	}
}

// roles are those that a row names, by name or by title; [“”] where it names none.
func (s *sheet) roles(line int, name, role string, title *string) (out []workgroup.Role, ok bool) {
	words := role
	if words == "" {
		words = *title
	}
	for _, word := range parted(words) {
		is, called := s.RoleOf(word)
		switch {
		case is == "" && role == "":
			continue // a title that says nothing of a role
		case is == "":
			s.fault(line, workgroup.StaffNoRole, workgroup.Facts{"words": name + " " + word})
			return nil, false
		case called != "" && *title == "":
			*title = called
		case role == "" && called == "":
			*title = "" // it was a role
		}
		if !slices.Contains(out, is) {
			out = append(out, is)
		}
	}
	if len(out) == 0 {
		out = []workgroup.Role{""}
	}
	return out, true
}

// namesOf are the names in a cell; one of two signs is often written with a space between them.
func namesOf(cell string) (out []string) {
	for _, name := range parted(cell) {
		if strings.IndexFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0 {
			name = strings.ReplaceAll(name, " ", "")
		}
		out = append(out, name)
	}
	return out
}

// phoneOf is a telephone number as a sheet keeps it: as text, or as a number.
func phoneOf(cell string) string {
	if n, err := strconv.ParseFloat(cell, 64); err == nil && strings.ContainsAny(cell, "Ee.") && n > 1e6 && n < 1e12 {
		cell = strconv.FormatFloat(n, 'f', 0, 64)
	}
	if phone, n := PhoneIn(cell); n == len(cell) {
		return phone
	}
	if strings.IndexFunc(cell, unicode.IsDigit) < 0 || utf8.RuneCountInString(cell) > 24 {
		return ""
	}
	return cell
}
