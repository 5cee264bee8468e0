package workgroup

import "slices"

// counts are the figures that count whom a case is about. Who is in hospital need not be asked by a form.
var counts = map[CaseKind][]string{
	CaseSealed:    {"sealed", "central_quarantine"},
	CaseSuspected: {"suspected", "confirmed"},
	CaseConfirmed: {"confirmed"},
	CaseExposed:   {"fever"},
	CaseContact:   {"close_contact"},
}

// Item is the base of the figures that count whom a case of a kind is about; “” where no form has to ask for them.
func (k CaseKind) Item() string {
	if bases := counts[k]; len(bases) > 0 {
		return bases[0]
	}
	return ""
}

// Uncounted are those of a date's cases that the figures do not hold though they ask for them: not excluded, and their unit's
// answer, if there is one, counts nobody of that kind. Figures that say nobody is ill are not the truth beside them.
func (t Tally) Uncounted(cases []Case) (out []Case) {
	for _, k := range cases {
		if k.asked() && t.people(k.Unit, k.Kind) == 0 {
			out = append(out, k)
		}
	}
	return out
}

// Beside are a unit's cases of a kind where they are more than its figures count people.
type Beside struct {
	Unit    UnitID
	Kind    CaseKind
	Cases   []Case
	Counted int
}

// Beside are those of a date's cases of which figures count fewer people, in the order of the cases.
func (t Tally) Beside(cases []Case) (out []Beside) {
	for _, k := range cases {
		i := slices.IndexFunc(out, func(one Beside) bool { return one.Unit == k.Unit && one.Kind == k.Kind })
		switch {
		case !k.asked():
		case i < 0:
			out = append(out, Beside{k.Unit, k.Kind, []Case{k}, t.people(k.Unit, k.Kind)})
		default:
			out[i].Cases = append(out[i].Cases, k)
		}
	}
	return slices.DeleteFunc(out, func(one Beside) bool { return len(one.Cases) <= one.Counted })
}

// BesideFacts are those of a date as texts tell them.
func (c College) BesideFacts(b Book, d Date) []Facts {
	out := []Facts{}
	r, ok := Rounds.Get(b, string(d))
	if !ok {
		return out
	}
	for _, one := range c.Count(b, r).Beside(CasesOf(b, d)) {
		unit, _ := Units.Get(b, string(one.Unit))
		codes := []string{}
		for _, k := range one.Cases {
			codes = append(codes, k.Code())
		}
		out = append(out, Facts{"unit": unit.Named(), "kind": one.Kind, "codes": codes, "counted": one.Counted})
	}
	return out
}

// asked tells whether figures have to count whom a case is about.
func (k Case) asked() bool {
	return k.Kind.Item() != "" && k.Into == "" && k.Verdict != VerdictExcluded
}

// people are those whom a unit's answer counts of a kind of case.
func (t Tally) people(unit UnitID, kind CaseKind) (n int) {
	for _, line := range t.Lines {
		if line.Unit.ID != unit || line.State != Filed {
			continue
		}
		for _, base := range counts[kind] {
			n += line.Standing.Figures.people(base)
		}
	}
	return n
}

// people are those whom figures count of an item: who is there, or new, whichever is more. By their groups only where nobody has said how many
// there are in all.
func (f Figures) people(base string) (most int) {
	groups := Groups
	if f.Has(K(base, Now, Everybody)) || f.Has(K(base, New, Everybody)) {
		groups = []Group{Everybody}
	}
	for _, m := range []Measure{Now, New} {
		sum := 0
		for _, g := range groups {
			if n := f[K(base, m, g)]; n == Unsaid {
				sum++ // some, nobody knows how many
			} else {
				sum += int(n)
			}
		}
		most = max(most, sum)
	}
	return most
}
