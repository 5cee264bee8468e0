package paper

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"fangkong/store/workgroup"
)

// summed is a figure of several units: how many of those that are asked about it, and of those of them that have filed, have told it. Who has
// left it out (未填) is in no sum and no 0.
type summed struct{ sum, told, filed, asked int }

// incomplete is how a sum looks that some who have filed have not told their part of.
const incomplete = `0"*"`

// given is what a unit's answer gives of a column.
func (c column) given(line workgroup.UnitLine) (int, bool) {
	return line.Standing.Figures.Given(c.item.Key, c.key)
}

// adds adds up what units say of a column to a form.
func adds(form workgroup.Form, lines []workgroup.UnitLine, c column, of func(workgroup.UnitLine) (int, bool)) (out summed) {
	for _, line := range lines {
		n, told := 0, false
		if line.State == workgroup.Filed {
			n, told = of(line)
		}
		if !told && !form.Asks(line.Unit.Kind, c.key) {
			continue
		}
		out.asked++
		if line.State == workgroup.Filed {
			out.filed++
		}
		if told {
			out.sum, out.told = out.sum+n, out.told+1
		}
	}
	return out
}

// sums writes a row of sums. Formula has %[1]s for the column; the value is kept beside it for programs that do not compute. A sum that not
// all who have filed have told their part of bears a mark.
func (s *sheet) sums(style string, all []summed, formula string) {
	for i, one := range all {
		switch at := firstFigure + i; {
		case one.asked == 0:
			s.text(style, at, s.row, s.word("book/unasked"))
		case one.told == 0:
			s.text(style, at, s.row, s.word("book/untold"))
		default:
			marked := style
			if one.told < one.filed {
				marked += "-part"
			}
			s.number(marked, at, s.row, one.sum)
			letter, err := excelize.ColumnNumberToName(at)
			s.note(err)
			s.note(s.file.SetCellFormula(s.name, s.at(at, s.row), fmt.Sprintf(formula, letter)))
		}
	}
}

// coverage writes below a total how many units each of its sums is of, where any has left something out.
func (s *sheet) coverage(all []summed) {
	whole := true
	for _, one := range all {
		whole = whole && one.told == one.filed
	}
	if whole {
		return
	}
	s.row++
	s.text("time", unitColumn, s.row, s.word("book/told"))
	for i, one := range all {
		s.text("covered", firstFigure+i, s.row, fmt.Sprintf("%d/%d", one.told, one.asked))
	}
	s.text("time", s.timeAt(), s.row, "")
	s.remark(s.word("book/told-remark"))
}
