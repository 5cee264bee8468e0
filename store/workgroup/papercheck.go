package workgroup

// Whoever checks a paper does not sign it, and neither has a part in what it says (拟稿、审核、签发). Only where nobody else is left to check
// does the director do both.

// strangersTo are those of some roles who have no part in what a paper says, but for one of them.
func strangersTo(b Book, p Paper, but PersonID, roles ...Role) (out []Person) {
	for _, one := range Holders(b, roles...) {
		if one.ID != but && one.Left.IsZero() && !p.Wrote(one.ID) {
			out = append(out, one)
		}
	}
	return out
}

// Checkers are those who may check a paper: whoever of the office has no part in it, and leaves somebody else to sign it.
func Checkers(b Book, p Paper) (out []Person) {
	all := strangersTo(b, p, "", Drafters...)
	for _, one := range all {
		if signers := strangersTo(b, p, one.ID, Director); len(signers) > 0 || len(all) == 1 && one.Holds(Director) {
			out = append(out, one)
		}
	}
	return out
}

// Signers are those who may sign a paper: each director who has no part in it and has not checked it, while another could have.
func Signers(b Book, p Paper) (out []Person) {
	for _, one := range strangersTo(b, p, "", Director) {
		if p.Checked.By != one.ID || len(strangersTo(b, p, one.ID, Drafters...)) == 0 {
			out = append(out, one)
		}
	}
	return out
}

// mayTake refuses whoever is none of those who may take a step of a paper, and says who can.
func mayTake(p Paper, by Person, can []Person, otherwise RefusalCode) error {
	if among(can, by) {
		return nil
	}
	if p.Wrote(by.ID) {
		otherwise = PaperOwn
	}
	return Refuse(otherwise, "can", namedAs(can))
}

// namedAs are people as texts list them.
func namedAs(people []Person) []Named {
	out := []Named{}
	for _, p := range people {
		out = append(out, Named{Name: p.Name})
	}
	return out
}

// MayCheck tells whether somebody may check a paper as it stands.
func MayCheck(b Book, key string, version uint64, by Person) (Paper, error) {
	p, err := paperAt(b, key, version, PaperChecking)
	switch {
	case err != nil:
		return p, err
	case !by.Holds(Drafters...):
		return p, Refuse(NotForYou)
	}
	return p, mayTake(p, by, Checkers(b, p), PaperSignsIt)
}
