package paper

import (
	"slices"

	"fangkong/store/workgroup"
)

// besides are the sentences below figures that say which urgent cases they do not hold: a 0 beside somebody confirmed is not the truth.
func (d Day) besides(cases []workgroup.Case) (out []string) {
	var left []string
	for _, one := range d.Tally.Beside(cases) {
		if one.Counted == 0 {
			left = append(left, codes(one.Cases)...)
		} else {
			out = append(out, d.word("book/beside", "codes", codes(one.Cases), "counted", one.Counted))
		}
	}
	if len(left) > 0 {
		out = slices.Insert(out, 0, d.word("book/beside", "codes", left, "counted", 0))
	}
	return out
}

func codes(cases []workgroup.Case) (out []string) {
	for _, k := range cases {
		out = append(out, k.Code())
	}
	return out
}

// fed are those of the cases of a group of people, or of nobody knows whom, in units that feed a lead unit.
func fed(cases []workgroup.Case, lines []workgroup.UnitLine, g workgroup.Group) (out []workgroup.Case) {
	for _, k := range cases {
		if (k.Group == g || k.Group == "") && slices.ContainsFunc(lines, func(line workgroup.UnitLine) bool { return line.Unit.ID == k.Unit }) {
			out = append(out, k)
		}
	}
	return out
}

// says writes a sentence below the sums, over a row as high as it takes.
func (s *sheet) says(words string) {
	s.across("note", words)
	s.grow(words, unitWide+figureWide*float64(len(s.columns)))
}

// left is how many of the cases the figures of a question do not hold; of any, where it is none.
func (s Span) left(item workgroup.Key) (n int) {
	base, _, _ := item.Parts()
	for _, k := range s.Days[len(s.Days)-1].Uncounted(s.Cases) {
		if item == "" || k.Kind.Item() == base {
			n++
		}
	}
	return n
}
