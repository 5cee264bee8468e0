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
func (t Tally) Uncounted(cases []Case) []Case {
	counted := func(k Case) bool {
		for _, line := range t.Lines {
			if line.Unit.ID != k.Unit || line.State != Filed {
				continue
			}
			for key, n := range line.Standing.Figures {
				base, m, _ := key.Parts()
				if (m == Now || m == New) && n != 0 && slices.Contains(counts[k.Kind], base) {
					return true
				}
			}
		}
		return false
	}
	var out []Case
	for _, k := range cases {
		if k.Kind.Item() != "" && k.Into == "" && k.Verdict != VerdictExcluded && !counted(k) {
			out = append(out, k)
		}
	}
	return out
}
