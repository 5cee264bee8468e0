package dialog

import "fangkong/store/workgroup"

// Clash is a doubt of which “yes” is no answer: two numbers that cannot both hold.
type Clash struct {
	Key          workgroup.Key // what they are figures of
	Given, Other int           // as said, and as the rest of the figures has it
	Doubt        workgroup.Doubt
}

// Clashes are the doubts of a draft's figures that ask which of two numbers is right.
func Clashes(college workgroup.College, b workgroup.Book, d workgroup.Draft, unit workgroup.Unit) (out []Clash) {
	for _, doubt := range college.Doubts(b, unit, d.Date, college.Settled(d, unit)) {
		if key, given, other, ok := doubt.Either(); ok {
			out = append(out, Clash{key, given, other, doubt})
		}
	}
	return out
}

// ClashAsked is the clash that a draft's question settles; false when it asks something else.
func ClashAsked(college workgroup.College, b workgroup.Book, d workgroup.Draft, unit workgroup.Unit) (Clash, bool) {
	if d.Asked == "" || d.Guided {
		return Clash{}, false
	}
	for _, c := range Clashes(college, b, d, unit) {
		if c.Key == d.Asked {
			return c, true
		}
	}
	return Clash{}, false
}

// Settled is a draft whose clash was answered with n; false when that opens its parts anew.
func (c Clash) Settled(d workgroup.Draft, n int) (workgroup.Draft, bool) {
	if c.Doubt.Check == workgroup.V5 && n != c.Other {
		return d, false // the parts were wrong then
	}
	d.Figures = d.Figures.Clone()
	MoveWhole(d.Figures, c.Key, n)
	d.Put(c.Key, workgroup.Count(n))
	d.Asked = ""
	return d, true
}
