package people

import "fangkong/store/workgroup"

// postings are what a sentence asks for; none when it does not say that clearly.
func (s said) postings() (out []workgroup.Posting) {
	var unit workgroup.UnitID
	if len(s.units) > 0 {
		unit = s.units[len(s.units)-1].unit
	}
	one := workgroup.Posting{Role: s.role, Unit: unit, Name: s.people[0].name, Phone: s.people[0].phone}
	if s.phone && one.Phone != "" && len(s.people) == 1 && one.Unit == "" && one.Role == "" && !s.has(adds) && !s.has(drops) && !s.has(leaves) && !s.has(moves) {
		one.Do = workgroup.Rephone
		return []workgroup.Posting{one}
	}
	if len(s.units) > 1 && !s.has(moves) {
		return nil
	}
	switch {
	case s.has(moves):
		if one.Do = workgroup.Transfer; len(s.people) > 1 {
			return nil
		}
		return []workgroup.Posting{one}
	case s.has(replaces):
		return s.replacing(one, s.verbAt[replaces], false)
	case s.has(succeeds):
		return s.replacing(one, s.verbAt[succeeds], true)
	case s.has(replaced):
		return nil
	case s.has(adds) && (s.has(drops) || s.has(leaves)):
		return nil // whom each of them is of, its clauses say
	case s.has(drops), s.has(leaves):
		one.Do = workgroup.Dismiss
		if s.has(leaves) && unit == "" && s.role == "" {
			one.Do = workgroup.Depart
		}
	case s.has(adds), s.role != "" && one.Phone != "":
		one.Do, one.Title = workgroup.Appoint, s.title
	default:
		return nil
	}
	for _, p := range s.people {
		one.Name, one.Phone = p.name, p.phone
		out = append(out, one)
	}
	return out
}

// replacing is one person in the place of another, or some in the place of all: who comes stands behind the word, or before it (“接替”).
func (s said) replacing(one workgroup.Posting, at int, before bool) (out []workgroup.Posting) {
	var old, comes []someone
	for _, p := range s.people {
		if (p.at < at) == before {
			comes = append(comes, p)
		} else {
			old = append(old, p)
		}
	}
	// “李四调走了，由张三接替”: who goes stands before it.
	goes := max(s.verbAt[leaves], s.verbAt[drops])
	if before && len(comes) == 2 && len(old) == 0 && comes[0].at < goes && goes < comes[1].at {
		old, comes = comes[:1], comes[1:]
	}
	if s.all && s.role != "" && len(old) == 0 && !before {
		for _, p := range comes {
			one.Do, one.Name, one.Phone = workgroup.Fill, p.name, p.phone
			out = append(out, one)
		}
		return out
	}
	if len(comes) != 1 || len(old) > 1 {
		return nil
	}
	one.Do, one.Name, one.Phone = workgroup.Replace, comes[0].name, comes[0].phone
	if len(old) == 1 {
		one.Old = old[0].name
	}
	return []workgroup.Posting{one}
}
