package workgroup

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// fill finds the people whom the postings mean and tries them one after the other; the first that is not clear is asked about. Those
// of a sheet are not asked about: a row that is not clear is left out.
func (s *Staffing) fill(b Book) {
	f := filling{Staffing: s, b: b, people: map[PersonID]Person{}, named: map[Duty][]PersonID{}}
	for p := range People.Each(b, "") {
		f.people[p.ID] = p
		f.order = append(f.order, p.ID)
	}
	known := len(f.order)
	was := maps.Clone(f.people)
	s.State, s.Ask, s.Changes = StaffingAsked, nil, nil
	if !s.Sheet {
		s.Faults = nil // of the postings before the one that was asked about
	}
	for i, p := range s.Postings {
		f.at, f.line, f.sheet = i, p.Line, p.Sheet
		f.post(p)
		if s.Ask != nil {
			return
		}
	}
	f.whole()
	for i, id := range f.order {
		if will := f.people[id]; !unmoved(was[id], will) {
			s.Changes = append(s.Changes, Placing{New: i >= known, Was: was[id], Will: will})
		}
	}
	slices.SortStableFunc(s.Faults, func(a, b RotaFault) int { return cmp.Compare(a.Line, b.Line) })
	s.State = StaffingShown
}

// unmoved tells whether two versions of a person are alike in what a staffing changes.
func unmoved(a, b Person) bool {
	return a.Name == b.Name && a.Title == b.Title && a.Phone == b.Phone && a.Left.Equal(b.Left) && slices.Equal(a.Duties, b.Duties)
}

// filling tries postings on a copy of the people.
type filling struct {
	*Staffing
	b      Book
	people map[PersonID]Person
	order  []PersonID // as the book has them, and then those who are new
	at     int        // which posting
	line   int
	sheet  string
	named  map[Duty][]PersonID // by the sheet, or in place of all
}

// all are the people as they are meant to be, who meets a condition.
func (f *filling) all(holds func(Person) bool) (out []Person) {
	for _, id := range f.order {
		if p := f.people[id]; holds(p) {
			out = append(out, p)
		}
	}
	return out
}

func (f *filling) put(p Person) {
	if _, known := f.people[p.ID]; !known {
		f.order = append(f.order, p.ID)
	}
	f.people[p.ID] = p
}

func (f *filling) get(id string) (Person, bool) {
	p, ok := f.people[PersonID(id)]
	return p, ok
}

// wrong notes what is wrong with the posting at hand, which is left out.
func (f *filling) wrong(code FaultCode, facts ...any) {
	f.Faults = append(f.Faults, RotaFault{f.line, code, f.inSheet(with(Facts{}, facts...)), true})
}

func (f *filling) inSheet(facts Facts) Facts {
	if f.sheet != "" {
		facts["sheet"] = f.sheet
	}
	return facts
}

// answer is what was answered to a question about the posting at hand.
func (f *filling) answer(what string) (key, given string) {
	key = strconv.Itoa(f.at) + "/" + what
	return key, f.Answers[key]
}

func (f *filling) ask(key, what string, can []Option, facts ...any) {
	f.Ask = &Question{Key: key, Facts: with(Facts{"what": what}, facts...), Can: can}
}

func (f *filling) post(p Posting) {
	if p.Phone != "" && !dialled.MatchString(bareNumber(p.Phone)) {
		f.Faults = append(f.Faults, RotaFault{p.Line, StaffOddPhone, f.inSheet(Facts{"words": p.Name, "phone": p.Phone}), false})
	}
	switch p.Do {
	case Appoint, Fill:
		f.appoint(p)
	case Dismiss, Depart:
		f.dismiss(p)
	case Transfer:
		f.transfer(p)
	case Replace:
		f.replace(p)
	case Rephone:
		if who, ok := f.whom("who", p.Name, nil); ok {
			who.Phone = p.Phone
			f.put(who)
		}
	}
}

// appoint gives somebody a duty. One at a unit takes the place of the other one there.
func (f *filling) appoint(p Posting) {
	if p.Role != "" && p.Role != Head && p.Role != Deputy {
		p.Unit = ""
	}
	switch {
	case p.Role == "" && p.Unit == "":
		f.wrong(StaffNoRole, "words", p.Name)
		return
	case p.Unit == "" && (p.Role == Head || p.Role == Deputy):
		f.wrong(StaffNoUnit, "words", p.Name, "unit", "")
		return
	}
	if numbers := f.numbersOf(p); len(numbers) > 1 {
		f.wrong(StaffNumbers, "words", p.Name, "numbers", numbers)
		return
	}
	who, ok := f.newcomer(p)
	if !ok {
		return
	}
	if p.Above && !who.Speaks(p.Unit) && (p.Title == "主任" || slices.ContainsFunc(who.Duties, func(d Duty) bool { return d.Unit == "" })) {
		f.wrong(StaffWhose, "words", p.Name, "title", p.Title, "unit", unitNamed(f.b, p.Unit)) // of the row above, or of the office?
		return
	}
	if p.Role == "" {
		if p.Role, ok = f.role(who, p); !ok {
			return
		}
	}
	who = f.gives(who, Duty{p.Role, p.Unit})
	who = p.brings(who)
	if f.Sheet && who.Phone == "" {
		f.Faults = append(f.Faults, RotaFault{p.Line, StaffNoPhone, f.inSheet(Facts{"words": who.Name}), false})
	}
	if f.Sheet || p.Do == Fill {
		f.named[Duty{p.Role, p.Unit}] = append(f.named[Duty{p.Role, p.Unit}], who.ID)
	}
	f.put(who)
}

// brings is a person with what a posting says of them beside the duty. A title that only leaves out the unit is no other.
func (p Posting) brings(who Person) Person {
	if p.Phone != "" && bareNumber(p.Phone) != bareNumber(who.Phone) {
		who.Phone = p.Phone
	}
	if p.Title != "" && !strings.HasSuffix(who.Title, p.Title) {
		who.Title = p.Title
	}
	return who
}

// gives is a person with one duty more.
func (f *filling) gives(p Person, d Duty) Person {
	out := []Duty{}
	for _, has := range p.Duties {
		if has != d && (d.Unit == "" || has.Unit != d.Unit) {
			out = append(out, has)
		}
	}
	if slices.Contains(p.Duties, d) && len(out)+1 == len(p.Duties) {
		return p // the order of duties is no change
	}
	p.Duties = append(out, d)
	return p
}

// role is what somebody is to be at a unit where nothing says so: asked in chat; of a sheet what they are there.
func (f *filling) role(who Person, p Posting) (Role, bool) {
	for _, d := range who.Duties {
		if d.Unit == p.Unit && f.Sheet {
			return d.Role, true
		}
	}
	key, given := f.answer("role")
	switch {
	case given != "":
		return Role(given), true
	case f.Sheet:
		f.wrong(StaffNoRole, "words", p.Name)
	default:
		var can []Option
		for _, r := range []Role{Head, Deputy} {
			can = append(can, Option{string(r), "button/staff-role", Facts{"role": r}})
		}
		f.ask(key, "role", can, "name", p.Name, "unit", unitNamed(f.b, p.Unit))
	}
	return "", false
}

// dismiss takes duties from somebody: all that fit what is said of them.
func (f *filling) dismiss(p Posting) {
	fits := func(d Duty) bool {
		return (p.Unit == "" || d.Unit == p.Unit) && (p.Role == "" || d.Role == p.Role)
	}
	who, ok := f.whom("who", p.Name, func(who Person) bool { return slices.ContainsFunc(who.Duties, fits) })
	if !ok {
		return
	}
	lost := slices.DeleteFunc(slices.Clone(who.Duties), func(d Duty) bool { return !fits(d) })
	key, given := f.answer("duty")
	switch {
	case len(lost) == 0:
		f.wrong(StaffNot, "words", who.Name, "role", p.Role, "unit", unitNamed(f.b, p.Unit))
		return
	case p.Do == Dismiss && p.Unit == "" && p.Role == "" && len(lost) > 1 && given == "":
		f.ask(key, "duty", f.duties(lost), "name", who.Name)
		return
	case given != "" && given != "all":
		lost = slices.DeleteFunc(lost, func(d Duty) bool { return dutyKey(d) != given })
	}
	who.Duties = missing(who.Duties, lost)
	f.put(who)
}

func dutyKey(d Duty) string { return string(d.Role) + "@" + string(d.Unit) }

// duties are duties as answers, and all of them as one.
func (f *filling) duties(duties []Duty) (out []Option) {
	for _, d := range duties {
		out = append(out, Option{dutyKey(d), "button/staff-duty", Facts{"role": d.Role, "unit": unitNamed(f.b, d.Unit)}})
	}
	return append(out, Option{"all", "button/staff-all", nil})
}

// transfer gives somebody a duty in place of those they have for units.
func (f *filling) transfer(p Posting) {
	who, ok := f.whom("who", p.Name, func(who Person) bool { return len(who.Units()) > 0 })
	if !ok {
		return
	}
	of := slices.DeleteFunc(slices.Clone(who.Duties), func(d Duty) bool { return d.Unit == "" })
	switch {
	case p.Unit == "" && (p.Role == "" || p.Role == Head || p.Role == Deputy):
		f.wrong(StaffNoUnit, "words", p.Name, "unit", "")
		return
	case p.Role == "" && len(of) > 0 && !slices.ContainsFunc(of, func(d Duty) bool { return d.Role != of[0].Role }):
		p.Role = of[0].Role
	case p.Role == "":
		if p.Role, ok = f.role(who, p); !ok {
			return
		}
	case p.Role != Head && p.Role != Deputy && len(of) > 0:
		p.Unit = ""
		key, given := f.answer("keep")
		if given == "" {
			f.ask(key, "keep", []Option{{"no", "button/staff-lay-down", nil}, {"yes", "button/staff-keep", nil}}, "name", who.Name, "duties", Person{Duties: of}.duties(f.b), "role", p.Role)
			return
		}
		if given == "yes" {
			of = nil
		}
	}
	who.Duties = missing(who.Duties, of)
	who = p.brings(who)
	f.put(f.gives(who, Duty{p.Role, p.Unit}))
}

// replace gives somebody the place of another: at a duty, or at all that the other has.
func (f *filling) replace(p Posting) {
	if p.Role == "" && p.Unit != "" {
		p.Role = Head
	}
	if p.Role != Head && p.Role != Deputy {
		p.Unit = ""
	}
	duty := Duty{p.Role, p.Unit}
	has := func(who Person) bool { return p.Role == "" || slices.Contains(who.Duties, duty) }
	old, ok := Person{}, true
	switch holders := f.all(func(who Person) bool { return slices.Contains(who.Duties, duty) }); {
	case p.Role != "" && p.Unit == "" && (p.Role == Head || p.Role == Deputy):
		f.wrong(StaffNoUnit, "words", p.Name, "unit", "")
		return
	case p.Old != "":
		old, ok = f.whom("whose", p.Old, has)
	case p.Role == "":
		f.wrong(StaffNoRole, "words", p.Name)
		return
	case len(holders) == 1:
		old = holders[0]
	case len(holders) > 1:
		key, given := f.answer("whose")
		if given == "" {
			f.ask(key, "whose", f.options(holders), "name", p.Name, "role", p.Role, "unit", unitNamed(f.b, p.Unit), "n", len(holders))
			return
		}
		old, ok = f.get(given)
	}
	if !ok {
		return
	}
	if old.ID != "" && !has(old) {
		f.wrong(StaffNot, "words", old.Name, "role", p.Role, "unit", unitNamed(f.b, p.Unit))
		return
	}
	lost := []Duty{duty}
	if p.Role == "" {
		lost = old.Duties
	}
	who, ok := f.newcomer(p)
	switch {
	case !ok:
		return
	case who.ID == old.ID:
		f.wrong(StaffSame, "words", p.Name)
		return
	}
	if old.ID != "" {
		left := old
		left.Duties = missing(old.Duties, lost)
		f.put(left)
	}
	for _, d := range lost {
		who = f.gives(who, d)
	}
	f.put(p.brings(who))
}

// whole takes the duties that a sheet, or a sentence about all who have one, names from everybody whom it does not name for them; not from anybody where a row was left out,
// since it may have named them.
func (f *filling) whole() {
	if slices.ContainsFunc(f.Faults, func(f RotaFault) bool { return f.Out }) {
		if len(f.named) > 0 {
			f.Faults = append(f.Faults, RotaFault{0, StaffOnlyAdds, Facts{}, false})
		}
		return
	}
	for _, p := range f.all(func(Person) bool { return true }) {
		left := slices.DeleteFunc(slices.Clone(p.Duties), func(d Duty) bool { return f.named[d] != nil && !slices.Contains(f.named[d], p.ID) })
		if len(left) != len(p.Duties) {
			p.Duties = left
			f.put(p)
		}
	}
}
