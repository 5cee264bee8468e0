package workgroup

// HardItems are the bases of the figures that the one-hour rule is about (notice 二（三）).
var HardItems = []string{"sealed", "central_quarantine", "suspected", "confirmed"}

// KindsHeard are the kinds of case that a sentence can be news of.
var KindsHeard = map[string]CaseKind{
	"sealed": CaseSealed, "central_quarantine": CaseSealed, "suspected": CaseSuspected, "confirmed": CaseConfirmed,
	"hospital": CaseHospital, "fever_with_exposure": CaseExposed, "close_contact": CaseContact,
}

// HardKeys are the keys of what the one-hour rule is about and is new: said to be, or more than the day before.
func HardKeys(f, yesterday Figures) []Key {
	var out []Key
	for _, base := range HardItems {
		added, said := f.Said(K(base, New, Everybody))
		now, _ := f.Said(K(base, Now, Everybody))
		before, _ := yesterday.Said(K(base, Now, Everybody))
		switch {
		case said && added > 0:
			out = append(out, K(base, New, Everybody))
		case !said && now > before:
			out = append(out, K(base, Now, Everybody))
		}
	}
	return out
}

// KindsCounted are the kinds of case that figures count, against those of the day before.
func KindsCounted(f, yesterday Figures) map[CaseKind]bool {
	kinds := map[CaseKind]bool{}
	for _, key := range HardKeys(f, yesterday) {
		base, _, _ := key.Parts()
		kinds[KindsHeard[base]] = true
	}
	return kinds
}

// CasesLeftOut are a unit's open cases of somebody shut off, suspected or confirmed of whose kind its figures count nobody.
func CasesLeftOut(b Book, unit UnitID, f Figures) (out []Case) {
	counted := KindsCounted(f, nil)
	for _, k := range Running(b) {
		if k.Unit == unit && k.Kind.Hard() && k.Verdict != VerdictExcluded && !counted[k.Kind] {
			out = append(out, k)
		}
	}
	return out
}

// LeftOut are the codes of CasesLeftOut.
func LeftOut(b Book, unit UnitID, f Figures) []string {
	codes := []string{}
	for _, k := range CasesLeftOut(b, unit, f) {
		codes = append(codes, k.Code())
	}
	return codes
}
