package workgroup

import "slices"

// Readers are the people a seat's private messages go to: its person, or the unit's heads.
func (r Receipt) Readers(b Book) []Person {
	if r.Out.Done() {
		return nil
	}
	if r.Person != "" {
		if p, ok := People.Get(b, string(r.Person)); ok && p.Left.IsZero() {
			return []Person{p}
		}
		return nil
	}
	speakers := Speakers(b, r.Unit)
	heads := slices.DeleteFunc(slices.Clone(speakers), func(p Person) bool { return !p.heads(r.Unit) })
	if len(heads) == 0 {
		return speakers
	}
	return heads
}

func (p Person) heads(u UnitID) bool { return slices.Contains(p.Duties, Duty{Head, u}) }

// SeatsOf are the receipts of a notice that a person can fill, as they stand for its version: their own or their unit's first, then
// those of the heads they stand in for and whose deputy they are.
func (n Notice) SeatsOf(b Book, p Person) []Receipt {
	var keys []string
	if n.Audience.Kind == OneAUnit {
		for _, u := range p.Units() {
			keys = append(keys, unitSeat(u))
		}
		return n.at(b, keys)
	}
	keys = append(keys, personSeat(p.ID))
	for _, l := range p.Lent {
		if seat := personSeat(l.Of); !slices.Contains(keys, seat) {
			keys = append(keys, seat)
		}
	}
	for _, d := range p.Duties {
		if d.Role != Deputy {
			continue
		}
		for _, head := range Speakers(b, d.Unit) {
			if seat := personSeat(head.ID); head.heads(d.Unit) && !slices.Contains(keys, seat) {
				keys = append(keys, seat)
			}
		}
	}
	return n.at(b, keys)
}

// OwnSeats are those of them that are asked of the person: their own, or where they have none the heads' whose deputy they are.
func (n Notice) OwnSeats(b Book, p Person) []Receipt { return own(n.SeatsOf(b, p), p) }

// own are those of a person's seats that are not somebody else's, or all where there are none.
func own(seats []Receipt, p Person) []Receipt {
	mine := slices.DeleteFunc(slices.Clone(seats), func(r Receipt) bool { return r.Person != "" && r.Person != p.ID })
	if len(mine) > 0 {
		return mine
	}
	return seats
}

func (n Notice) at(b Book, seats []string) []Receipt {
	var out []Receipt
	for _, seat := range seats {
		if r, ok := Receipts.Get(b, n.Key()+"/"+seat); ok && !r.Out.Done() {
			out = append(out, r.For(n.Version))
		}
	}
	return out
}

// standsIn tells whether a person reads at a seat for somebody else: for the person, or for the unit's head.
func (r Receipt) standsIn(p Person) bool {
	if r.Person != "" {
		return r.Person != p.ID
	}
	return !p.heads(r.Unit)
}

// addressed are an open notice and the seats of a person at it, in the version the person saw.
func (c College) addressed(b Book, key string, version uint64, by Person) (Notice, []Receipt, error) {
	n, ok := Notices.Get(b, key)
	switch {
	case !ok:
		return n, nil, Refuse(Changed)
	case !n.Open():
		return n, nil, c.recalled(n)
	}
	seats := n.SeatsOf(b, by)
	switch {
	case len(seats) == 0:
		return n, nil, Refuse(NotAddressed, "no", n.ID)
	case version != n.Version:
		return n, nil, Refuse(NoticeNewer, "no", n.ID, "version", n.Version)
	}
	return n, seats, nil
}
