package paper

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

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
		return d.in("学生表", "Students")
	case workgroup.Workers:
		return d.in("教职工表", "Staff")
	}
	return d.in("后勤及外聘表", "Services and others")
}

func (s *sheet) lead(of workgroup.SheetLine) {
	s.across("title", s.College.Name+s.in("疫情防控信息"+s.group(of.Lead.Leads), ": "+s.group(of.Lead.Leads)))
	s.across("below", s.consolidated(of))
	s.header(s.in("单位", "Unit"))
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
	s.foot()
	s.layOut()
}

// consolidated is how far the lead unit has come with it.
func (s *sheet) consolidated(of workgroup.SheetLine) string {
	filed := s.in("汇总未报", "not filed")
	if of.Sheet.Revision > 0 {
		filed = of.Sheet.Filed.In(s.College.Zone).Format("15:04") + s.in(" 报送", " filed") + s.mark(of.Sheet.Mark)
		if of.Moved && of.Stays == nil {
			filed += s.in("，之后有变动", ", changed since")
		}
	}
	return fmt.Sprintf(s.in("牵头单位：%s　统计截止：%s%s　已收 %d/%d　%s　单位：人，括号内是未分人员类别的全单位人数，不计入合计", "By: %s, as of %s %s, filed %d/%d, %s, in people; ? not told; in brackets: of all people of the unit, not split by group and in no sum"), s.in(of.Lead.Name, english(of.Lead)), s.date(), s.At.Format("15:04"), of.Filed, of.Due, filed)
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
			if g.Unit == line.Unit.ID {
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
			s.text("count", firstFigure+i, s.row, fmt.Sprintf(s.in("（%d）", "(%d)"), all))
		default:
			s.text("count", firstFigure+i, s.row, s.in("未填", "?"))
		}
	}
}

// reason is why a unit is missing, as its lead unit has said it.
func (d Day) reason(said string) string {
	switch said {
	case "phoned":
		return d.in("已电话催报，正在填", "telephoned, is filling it in")
	case "checking":
		return d.in("正在核实人数", "is checking its figures")
	case "unreached":
		return d.in("负责人联系不上", "its heads cannot be reached")
	}
	return strings.TrimSpace(said)
}

// shares writes the sum of the group's parts.
func (s *sheet) shares(lines []workgroup.UnitLine, g workgroup.Group, formula string) {
	s.row++
	s.text("total", unitColumn, s.row, s.in("合计", "Total"))
	if !slices.ContainsFunc(lines, func(line workgroup.UnitLine) bool { return line.State == workgroup.Filed }) {
		s.unsummed("total", len(lines))
		return
	}
	filed := slices.DeleteFunc(slices.Clone(lines), func(line workgroup.UnitLine) bool { return line.State != workgroup.Filed })
	for i, c := range s.columns {
		sum := 0
		for _, line := range filed {
			if n, known, _ := c.share(line.Standing.Figures, g, line.Unit.Kind); known {
				sum += n
			}
		}
		s.number("total", firstFigure+i, s.row, sum)
		letter, err := excelize.ColumnNumberToName(firstFigure + i)
		s.note(err)
		s.note(s.file.SetCellFormula(s.name, s.at(firstFigure+i, s.row), fmt.Sprintf(formula, letter)))
	}
	s.text("total", s.timeAt(), s.row, "")
	s.text("total", s.last(), s.row, fmt.Sprintf(s.in("已报 %d/%d", "filed %d/%d"), len(filed), len(lines)))
}

// stated writes a sum that the lead unit has stated in place of the one above, with its reason.
func (s *sheet) stated(o workgroup.Override) {
	s.row++
	s.text("subtotal", unitColumn, s.row, s.in("牵头单位改为", "Stated instead"))
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
