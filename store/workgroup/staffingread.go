package workgroup

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
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
	for i, p := range s.Postings {
		f.at, f.line = i, p.Line
		f.post(p)
		if s.Ask != nil {
			return
		}
	}
	if s.Sheet {
		f.whole()
	}
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
	named  map[Duty][]PersonID // by the sheet
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

// wrong notes what is wrong with the posting at hand, which is left out; true, so that its caller can end with it.
func (f *filling) wrong(code FaultCode, facts ...any) {
	f.Faults = append(f.Faults, RotaFault{f.line, code, with(Facts{}, facts...), true})
}

// answer is what was answered to a question about the posting at hand.
func (f *filling) answer(what string) (key, given string) {
	key = strconv.Itoa(f.at) + "/" + what
	return key, f.Answers[key]
}

func (f *filling) ask(key, what string, can []Option, facts ...any) {
	f.Ask = &Question{Key: key, Facts: with(Facts{"what": what}, facts...), Can: can}
}

func (f *filling) unit(id UnitID) Named {
	u, _ := Units.Get(f.b, string(id))
	return u.Named()
}

func (f *filling) post(p Posting) {
	switch p.Do {
	case Appoint:
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
	who, ok := f.newcomer(p)
	if !ok {
		return
	}
	if p.Role == "" {
		if p.Role, ok = f.role(who, p); !ok {
			return
		}
	}
	who = f.gives(who, Duty{p.Role, p.Unit})
	if p.Title != "" {
		who.Title = p.Title
	}
	if p.Phone != "" {
		who.Phone = p.Phone
	}
	if f.Sheet && who.Phone == "" {
		f.Faults = append(f.Faults, RotaFault{p.Line, StaffNoPhone, Facts{"words": who.Name}, false})
	}
	f.named[Duty{p.Role, p.Unit}] = append(f.named[Duty{p.Role, p.Unit}], who.ID)
	f.put(who)
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
		f.ask(key, "role", can, "name", p.Name, "unit", f.unit(p.Unit))
	}
	return "", false
}

// newcomer is whom an appointment means: somebody there is, or somebody new. A known name with another telephone number may be either.
func (f *filling) newcomer(p Posting) (Person, bool) {
	called := f.called(p.Name)
	key, given := f.answer("new")
	switch {
	case given == "new":
		called = nil
	case given != "":
		return f.get(given)
	}
	number := bareNumber(p.Phone)
	alike := func(who Person) bool { return number != "" && bareNumber(who.Phone) == number }
	there := func(who Person) bool {
		return slices.ContainsFunc(who.Duties, func(d Duty) bool { return d.Unit == p.Unit && (p.Unit != "" || d.Role == p.Role) })
	}
	if only, ok := single(called, alike); ok {
		return only, true
	}
	if f.Sheet {
		if only, ok := single(called, there); ok {
			return only, true
		}
	}
	switch {
	case len(called) == 0:
		return f.anew(p, number), true
	case len(called) == 1 && (number == "" || called[0].Phone == ""):
		return called[0], true
	case f.Sheet:
		f.wrong(StaffWhich, "words", p.Name, "n", len(called))
		return Person{}, false
	}
	f.ask(key, "new", append(f.options(called), Option{"new", "button/staff-new", Facts{"name": p.Name}}), "name", p.Name, "phone", p.Phone)
	return Person{}, false
}

// anew is somebody new; whoever left and has the telephone number is the same person.
func (f *filling) anew(p Posting, number string) Person {
	for _, who := range f.all(func(who Person) bool { return who.Name == p.Name && !who.Left.IsZero() }) {
		if number != "" && bareNumber(who.Phone) == number {
			who.Left, who.Duties = time.Time{}, nil
			return who
		}
	}
	return Person{ID: newPerson(f.b), Name: p.Name}
}

// called are the people of the roster of a name.
func (f *filling) called(name string) []Person {
	return f.all(func(p Person) bool { return p.Left.IsZero() && p.Name == name })
}

// single is the only one of people for whom something holds.
func single(people []Person, holds func(Person) bool) (Person, bool) {
	people = slices.DeleteFunc(slices.Clone(people), func(p Person) bool { return !holds(p) })
	if len(people) != 1 {
		return Person{}, false
	}
	return people[0], true
}

// byTitle is a surname and what people say in place of the rest of a name (“王老师”).
var byTitle = regexp.MustCompile(`^(.{1,6}?)(老师|同志|副?院长|副?书记|副?处长|副?主任|副?科长|副?部长|副?校长|副?所长|馆长|经理|教授)$`)

// whom finds who is meant of the people there are. Of several those count for whom may holds; where that does not settle it, it is asked.
func (f *filling) whom(what, name string, may func(Person) bool) (Person, bool) {
	key, given := f.answer(what)
	if given != "" {
		return f.get(given)
	}
	found := f.called(name)
	if m := byTitle.FindStringSubmatch(name); m != nil && len(found) == 0 {
		if found = f.called(m[1]); len(found) == 0 {
			found = f.all(func(p Person) bool {
				return p.Left.IsZero() && len([]rune(m[1])) <= 2 && strings.HasPrefix(p.Name, m[1]) && (may == nil || may(p))
			})
		}
	}
	if may != nil && len(found) > 1 {
		if those := slices.DeleteFunc(slices.Clone(found), func(p Person) bool { return !may(p) }); len(those) > 0 {
			found = those
		}
	}
	switch {
	case len(found) == 1:
		return found[0], true
	case len(found) == 0:
		_, near, _ := personNamed(f.all(func(p Person) bool { return p.Name != "" && p.Left.IsZero() }), name)
		f.wrong(StaffUnknown, "words", name, "near", near)
		return Person{}, false
	case f.Sheet:
		f.wrong(StaffWhich, "words", name, "n", len(found))
		return Person{}, false
	}
	f.ask(key, "who", f.options(found), "name", name)
	return Person{}, false
}

// mostOptions is how many people are offered on buttons.
const mostOptions = 8

// options are people as answers.
func (f *filling) options(people []Person) (out []Option) {
	for _, p := range people[:min(mostOptions, len(people))] {
		out = append(out, Option{string(p.ID), "button/staff-person", Facts{"name": p.Name, "title": p.Title, "duties": p.duties(f.b)}})
	}
	return out
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
		f.wrong(StaffNot, "words", who.Name, "role", p.Role, "unit", f.unit(p.Unit))
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
		out = append(out, Option{dutyKey(d), "button/staff-duty", Facts{"role": d.Role, "unit": f.unit(d.Unit)}})
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
	if p.Phone != "" {
		who.Phone = p.Phone
	}
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
			f.ask(key, "whose", f.options(holders), "name", p.Name, "role", p.Role, "unit", f.unit(p.Unit), "n", len(holders))
			return
		}
		old, ok = f.get(given)
	}
	if !ok {
		return
	}
	if old.ID != "" && !has(old) {
		f.wrong(StaffNot, "words", old.Name, "role", p.Role, "unit", f.unit(p.Unit))
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
	if p.Phone != "" {
		who.Phone = p.Phone
	}
	if p.Title != "" {
		who.Title = p.Title
	}
	f.put(who)
}

// whole takes the duties that a sheet names from everybody whom it does not name for them; not from anybody where a row was left out,
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
