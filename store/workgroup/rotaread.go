package workgroup

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// fill makes shifts of what was read, and says what is wrong.
func (r *Rota) fill(c College, b Book, rows []RotaRow, faults []RotaFault, now time.Time) {
	r.State, r.Faults, r.Shifts = RotaShown, slices.Clone(faults), nil
	people := slices.DeleteFunc(slices.Collect(People.Each(b, "")), func(p Person) bool { return !p.Left.IsZero() })
	lines := map[int]int{}
	for _, row := range rows {
		s, wrong := c.shiftOf(people, row)
		out := slices.ContainsFunc(wrong, func(f RotaFault) bool { return f.Out })
		if !out {
			if f, is := r.misplaced(c, b, s, row.Line, now); is {
				wrong, out = append(wrong, f), true
			}
		}
		r.Faults = append(r.Faults, wrong...)
		if !out {
			lines[len(r.Shifts)] = row.Line
			r.Shifts = append(r.Shifts, s)
		}
	}
	r.neighbours(c, lines)
	r.people(b)
	slices.SortStableFunc(r.Faults, func(a, b RotaFault) int { return cmp.Compare(a.Line, b.Line) })
}

// aDay is how long a shift is at most that nothing is said of.
const aDay = 24 * time.Hour

// shiftOf finds the people of a row. A name that cannot be found leaves the whole row out: half a shift is a wrong one.
func (c College) shiftOf(people []Person, row RotaRow) (Shift, []RotaFault) {
	s := Shift{From: row.From, To: row.To, Phone: row.Phone, Place: row.Place}
	var faults []RotaFault
	find := func(names []string) (out []PersonID) {
		for _, name := range names {
			p, near, ok := personNamed(people, name)
			switch {
			case ok && !slices.Contains(out, p.ID):
				out = append(out, p.ID)
			case ok:
			case p.ID != "":
				faults = append(faults, RotaFault{row.Line, RotaAmbiguous, Facts{"words": name}, true})
			default:
				faults = append(faults, RotaFault{row.Line, RotaUnknown, Facts{"words": name, "near": near}, true})
			}
		}
		return out
	}
	s.Leaders, s.Staff = find(row.Leaders), find(row.Staff)
	span := c.SpanFacts(Span{s.From, s.To})
	switch {
	case len(faults) > 0: // left out
	case len(s.Staff) == 0:
		faults = append(faults, RotaFault{row.Line, RotaNoStaff, span, false})
	case len(s.Leaders) == 0:
		faults = append(faults, RotaFault{row.Line, RotaNoLeader, span, false})
	}
	if long := s.To.Sub(s.From); long > aDay && !slices.ContainsFunc(faults, func(f RotaFault) bool { return f.Out }) {
		facts := c.SpanFacts(Span{s.From, s.To})
		facts["hours"] = strconv.FormatFloat(long.Round(6*time.Minute).Hours(), 'f', -1, 64)
		faults = append(faults, RotaFault{row.Line, RotaLong, facts, false})
	}
	// The number beside the names may be one of theirs: it is not the duty phone then.
	if slices.ContainsFunc(people, func(p Person) bool { return p.Phone != "" && bareNumber(p.Phone) == bareNumber(s.Phone) }) {
		s.Phone = ""
	}
	return s, faults
}

func bareNumber(phone string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, phone)
}

// personNamed finds whose a name is; a title may follow it (“王五主任”). Where nobody has it, those who have one like it are
// named; where several have it, the first of them is returned, and false.
func personNamed(people []Person, name string) (found Person, near []string, ok bool) {
	n := 0
	for _, exact := range []bool{true, false} {
		for _, p := range people {
			if p.Name != "" && (p.Name == name || !exact && strings.HasPrefix(name, p.Name)) {
				n++
				if n == 1 {
					found = p
				}
			}
		}
		if n > 0 {
			return found, nil, n == 1
		}
	}
	type like struct {
		name string
		far  int
	}
	var likes []like
	closest := 3
	for _, p := range people {
		if d := unlike(p.Name, name); d < 3 && !slices.ContainsFunc(likes, func(l like) bool { return l.name == p.Name }) {
			if d < closest {
				closest, likes = d, nil // whoever is farther is not meant
			}
			if d > closest {
				continue
			}
			// Of two as near, whoever does duty comes first, then whoever has the surname.
			if d = 0; !p.DoesDuty() {
				d += 2
			}
			if []rune(p.Name)[0] != []rune(name)[0] {
				d++
			}
			likes = append(likes, like{p.Name, d})
		}
	}
	slices.SortStableFunc(likes, func(a, b like) int { return cmp.Compare(a.far, b.far) })
	for _, l := range likes[:min(3, len(likes))] {
		near = append(near, l.name)
	}
	return Person{}, near, false
}

// unlike is how far two names are apart: 1 for one sign, 2 for the same surname, 3 for nothing in common.
func unlike(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return 3
	}
	common := 0
	for _, r := range y {
		if slices.Contains(x, r) {
			common++
		}
	}
	switch {
	case common >= max(len(x), len(y))-1 && common > 0 && max(len(x), len(y)) > 1:
		return 1
	case x[0] == y[0]:
		return 2
	}
	return 3
}

// misplaced tells why a shift cannot be put where it stands: over, begun beside one that runs, or there already.
func (r *Rota) misplaced(c College, b Book, s Shift, line int, now time.Time) (RotaFault, bool) {
	facts := c.SpanFacts(Span{s.From, s.To})
	switch {
	case !s.To.After(now):
		return RotaFault{line, RotaPast, facts, true}, true
	case beside(b, s, now):
		return RotaFault{line, RotaRunning, facts, true}, true
	case slices.ContainsFunc(r.Shifts, func(o Shift) bool {
		return o.From.Equal(s.From) && o.To.Equal(s.To) && slices.Equal(o.Crew(), s.Crew())
	}):
		return RotaFault{line, RotaTwice, facts, true}, true
	}
	return RotaFault{}, false
}

// beside tells whether a shift has begun, and would stand beside one that runs: that one stays.
func beside(b Book, s Shift, now time.Time) bool {
	return !s.From.After(now) && len(ShiftsAt(b, now)) > 0
}

// neighbours says where two shifts are at one time, and where there is none between two.
func (r *Rota) neighbours(c College, lines map[int]int) {
	order := make([]int, len(r.Shifts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.Shifts[a].From.Compare(r.Shifts[b].From) })
	end, last := time.Time{}, 0
	for n, i := range order {
		s := r.Shifts[i]
		switch {
		case n > 0 && s.From.Before(end):
			facts := c.SpanFacts(Span{s.From, first(s.To, end)})
			facts["other"] = lines[last]
			r.Faults = append(r.Faults, RotaFault{lines[i], RotaOverlap, facts, false})
		case n > 0 && s.From.After(end):
			r.Faults = append(r.Faults, RotaFault{lines[i], RotaGap, c.SpanFacts(Span{end, s.From}), false})
		}
		if s.To.After(end) {
			end, last = s.To, i
		}
	}
}

// people says of each person once who has no telephone number, cannot be reached in private, or has no duty role.
func (r *Rota) people(b Book) {
	var seen []PersonID
	for _, s := range r.Shifts {
		for _, id := range s.Crew() {
			if slices.Contains(seen, id) {
				continue
			}
			seen = append(seen, id)
			p, _ := People.Get(b, string(id))
			if p.Phone == "" {
				r.Faults = append(r.Faults, RotaFault{0, RotaNoPhone, Facts{"words": p.Name}, false})
			}
			if !p.Reachable() {
				r.Faults = append(r.Faults, RotaFault{0, RotaUnreachable, Facts{"words": p.Name}, false})
			}
			if !p.Holds(Watch...) {
				r.Faults = append(r.Faults, RotaFault{0, RotaNoRole, Facts{"words": p.Name}, false})
			}
		}
	}
}
