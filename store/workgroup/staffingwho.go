package workgroup

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

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

// numbersOf are the telephone numbers that a sheet has for the name of one of its rows, in the order of its rows; none where the row's
// own tells whom of the roster it means.
func (f *filling) numbersOf(p Posting) (numbers []string) {
	if !f.Sheet || slices.ContainsFunc(f.called(p.Name), func(who Person) bool { return p.Phone != "" && bareNumber(who.Phone) == bareNumber(p.Phone) }) {
		return nil
	}
	for _, other := range f.Postings {
		same := func(number string) bool { return bareNumber(number) == bareNumber(other.Phone) }
		if other.Name == p.Name && other.Phone != "" && !slices.ContainsFunc(numbers, same) {
			numbers = append(numbers, other.Phone)
		}
	}
	return numbers
}

// dialled is what the digits of a telephone number are like: a mobile one, one with its area's number before it or without, one that
// begins with 400 or 800. What stands behind it is an extension.
var dialled = regexp.MustCompile(`^(86)?(1[3-9]\d{9}|0\d{9,17}|[48]00\d{7}|[2-9]\d{6,11})$`)

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
