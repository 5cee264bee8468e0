package paper

import (
	"fmt"
	"slices"
	"strings"

	"fangkong/store/workgroup"
)

// leads writes a sheet for each lead unit (学生表、教职工表、后勤及外聘表): what the units that feed it have reported of its people, their sum,
// and what it has stated in place of a sum.
func (s *sheet) leads() {
	for _, of := range s.Tally.Sheets {
		name := s.group(of.Lead.Leads)
		if at, err := s.file.GetSheetIndex(name); err == nil && at >= 0 {
			name = fmt.Sprintf("%s%d", name, len(s.file.GetSheetList()))
		}
		p := s.page(name)
		p.lead(of)
		s.err = p.err
	}
}

// group is what the sheet of a group of people is called.
func (d Day) group(g workgroup.Group) string {
	switch g {
	case workgroup.Students:
		return d.word("book/students")
	case workgroup.Workers:
		return d.word("book/staff")
	}
	return d.word("book/others")
}

func (s *sheet) lead(of workgroup.SheetLine) {
	s.across("title", s.word("book/lead-title", "college", s.College.Name, "group", s.group(of.Lead.Leads)))
	s.across("below", s.consolidated(of))
	s.header(s.word("book/unit"))
	first := s.row + 1
	var lines []workgroup.UnitLine
	for _, line := range s.Tally.Lines {
		if slices.Contains(line.Unit.Feeds, of.Lead.ID) {
			lines = append(lines, line)
			s.part(line, of)
		}
	}
	if len(lines) == 0 {
		return
	}
	s.shares(lines, of.Lead.Leads, fmt.Sprintf("SUM(%%[1]s%d:%%[1]s%d)", first, s.row))
	for _, o := range of.Sheet.Overrides {
		s.stated(o)
	}
	for _, words := range s.besides(fed(s.Cases, lines, of.Lead.Leads)) {
		s.says(words)
	}
	s.foot()
	s.layOut()
}

// consolidated is how far the lead unit has come with it.
func (s *sheet) consolidated(of workgroup.SheetLine) string {
	filed := s.word("book/sheet-missing")
	if of.Sheet.Revision > 0 {
		mark := of.Sheet.Mark
		if s.Outward {
			mark = workgroup.OnTime
		}
		filed = s.word("book/sheet-filed", "at", of.Sheet.Filed.In(s.College.Zone).Format("15:04"), "mark", mark, "moved", of.Moved && of.Stays == nil && !s.Outward)
	}
	return s.word("book/lead-below", "leads", s.College.Body("leads"), "lead", of.Lead.Named(), "until", s.until(), "filed", of.Filed, "due", of.Due, "sheet", filed)
}

// share is a group's part of a figure of a unit, and whether it is known; all is what was given for everybody.
func (c column) share(f workgroup.Figures, g workgroup.Group, kind workgroup.UnitKind) (n int, known bool, all int) {
	if n, known := workgroup.GroupPart(f, c.item.Key, g, kind); c.key == c.item.Key || known && n == 0 {
		all, _ := f.Said(c.key)
		return n, known, all
	}
	if !f.Has(c.key) && !f.Has(c.key.Of(g)) {
		return 0, false, 0 // not told: it is asked only after a figure that is not zero
	}
	n, known = workgroup.GroupPart(f, c.key, g, kind)
	all, _ = f.Said(c.key)
	return n, known, all
}

// part writes what a unit has reported of the group. What it has not split by group stands beside its number, and in no sum.
func (s *sheet) part(line workgroup.UnitLine, of workgroup.SheetLine) {
	form := s.College.FormOn(s.Tally.Round.Date)
	s.line(s.in(line.Unit.Name, english(line.Unit)), form, line)
	if line.State != workgroup.Filed {
		for _, g := range of.Sheet.Gaps {
			if g.Unit == line.Unit.ID && !s.Outward {
				s.remark(s.reason(g.Reason))
			}
		}
		return
	}
	for i, c := range s.columns {
		switch n, known, all := c.share(line.Standing.Figures, of.Lead.Leads, line.Unit.Kind); {
		case !form.Asks(line.Unit.Kind, c.key):
		case known:
			s.number("count", firstFigure+i, s.row, n)
		case all > 0:
			s.text("count", firstFigure+i, s.row, s.word("book/unsplit", "n", all))
		default:
			s.text("count", firstFigure+i, s.row, s.word("book/untold"))
		}
	}
}

// reason is why a unit is missing, as its lead unit has said it.
func (d Day) reason(said string) string {
	switch said {
	case "phoned":
		return d.word("gap/phoned")
	case "checking":
		return d.word("gap/checking")
	case "unreached":
		return d.word("gap/unreached")
	}
	return strings.TrimSpace(said)
}

// shares writes the sum of the group's parts.
func (s *sheet) shares(lines []workgroup.UnitLine, g workgroup.Group, formula string) {
	s.row++
	s.text("total", unitColumn, s.row, s.word("book/total"))
	if !slices.ContainsFunc(lines, func(line workgroup.UnitLine) bool { return line.State == workgroup.Filed }) {
		s.unsummed("total", len(lines))
		return
	}
	filed := slices.DeleteFunc(slices.Clone(lines), func(line workgroup.UnitLine) bool { return line.State != workgroup.Filed })
	var all []summed
	for _, c := range s.columns {
		all = append(all, adds(s.College.FormOn(s.Tally.Round.Date), lines, c, func(line workgroup.UnitLine) (int, bool) {
			n, known, _ := c.share(line.Standing.Figures, g, line.Unit.Kind)
			return n, known
		}))
	}
	s.sums("total", all, formula)
	s.text("total", s.timeAt(), s.row, "")
	s.text("total", s.last(), s.row, s.word("book/filed", "filed", len(filed), "due", len(lines)))
	s.coverage(all)
}

// stated writes a sum that the lead unit has stated in place of the one above, with its reason.
func (s *sheet) stated(o workgroup.Override) {
	s.row++
	s.text("subtotal", unitColumn, s.row, s.word("book/stated-instead"))
	for i, c := range s.columns {
		if c.key == o.Item {
			s.number("subtotal", firstFigure+i, s.row, int(o.To))
		} else {
			s.text("subtotal", firstFigure+i, s.row, "")
		}
	}
	s.text("subtotal", s.timeAt(), s.row, o.At.In(s.College.Zone).Format("15:04"))
	s.remark(o.Reason)
}
