package rehearsal

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"fangkong/store/workgroup"
)

// mostPanes is how many telephones lie side by side.
const mostPanes = 6

// peopleGroup are some people of the list to choose from.
type peopleGroup struct {
	Label  string
	People []personView
}

// personView is somebody of that list, and the words by which they are found: their name, in either script, and what they are.
type personView struct{ ID, Name, Role, Find string }

// paneView is a telephone: who holds it, and the chat it shows.
type paneView struct {
	Words   words
	Who     string
	Where   string
	Name    string
	Private bool
	Blocked bool
	Started bool
	Holder  personView
	Posts   template.HTML
	Menu    []command
	Group   string
	Earlier bool
}

type command struct{ Name, Help string }

// pane is somebody's telephone; false when there is no such person or chat.
func (p *performance) pane(who workgroup.PersonID, where string) (paneView, bool) {
	person := p.cast[who]
	if person == nil || where != group && where != string(who) || who == stranger && where == group {
		return paneView{}, false
	}
	v := paneView{Words: p.words, Who: string(who), Where: where, Name: p.personView(who).Name, Private: where != group, Blocked: person.Blocking(),
		Holder: p.personView(who), Group: p.asDrill(p.words.say("group"))}
	posts := p.posts(where)
	var html strings.Builder
	for _, m := range posts {
		html.WriteString(p.render(where, m, posts))
	}
	v.Posts, v.Earlier = template.HTML(html.String()), len(posts) == mostPosts
	v.Started = who != stranger || len(posts) > 0 // everybody on the roster has pressed it long ago
	for _, line := range person.Menu(p.chat(who, where)) {
		name, help, _ := strings.Cut(line, " ")
		v.Menu = append(v.Menu, command{"/" + name, help})
	}
	return v, true
}

// firstPanes are the telephones that lie there when the page is opened: those of the tour's step, or of its first.
func (p *performance) firstPanes() []string {
	if t, ok := p.troupe(); ok {
		if p.tour.at > 0 {
			return steps[p.tour.at-1].panes(t)
		}
		return filing(t)
	}
	for _, who := range p.Roster.People {
		return []string{at(who.ID, group), private(who.ID)}
	}
	return nil
}

// parts are the groups of the list of people and whom each holds. Somebody with several duties stands in the first of them; whoever has
// none of them is one of the others, and a head of a lead unit stands apart from the other heads.
var parts = []struct {
	label string
	roles []workgroup.Role
}{
	{"role.office", []workgroup.Role{workgroup.Director, workgroup.Staff, workgroup.Admin}},
	{"role.leading", []workgroup.Role{workgroup.Leading}},
	{"role.duty", []workgroup.Role{workgroup.DutyStaff, workgroup.DutyLeader}},
	{"role.heads", []workgroup.Role{workgroup.Head}},
	{"role.deputies", []workgroup.Role{workgroup.Deputy}},
}

// personView is somebody as the list shows them. The sample's ids are the names in pinyin.
func (p *performance) personView(id workgroup.PersonID) personView {
	if id == stranger {
		return personView{ID: string(id), Name: p.words.say("stranger"), Role: p.words.say("stranger.role"), Find: string(id)}
	}
	v := personView{ID: string(id), Role: p.role(id)}
	words := []string{strings.ReplaceAll(string(id), "-", " "), strings.ReplaceAll(string(id), "-", ""), v.Role}
	for _, who := range p.Roster.People {
		if who.ID != id {
			continue
		}
		v.Name = who.Name
		for _, d := range who.Duties {
			words = append(words, p.words.say("tag."+string(d.Role)))
			if i := slices.IndexFunc(p.Roster.Units, func(u workgroup.Unit) bool { return u.ID == d.Unit }); i >= 0 {
				u := p.Roster.Units[i]
				words = append(append(words, string(u.ID), u.Name, u.English), u.Aliases...)
			}
		}
	}
	v.Find = strings.ToLower(strings.Join(append(words, v.Name), " "))
	return v
}

// people is the list to choose from: first those of whom there are few, then the units, and the director before all others.
func (p *performance) people() []peopleGroup {
	leads := map[workgroup.UnitID]bool{}
	for _, u := range p.Roster.Units {
		leads[u.ID] = u.Lead()
	}
	in := map[string][]personView{}
	for _, who := range p.Roster.People {
		label := "role.others"
		for _, part := range parts {
			if who.Holds(part.roles...) {
				label = part.label
				break
			}
		}
		if label == "role.heads" && slices.ContainsFunc(who.Duties, func(d workgroup.Duty) bool { return leads[d.Unit] }) {
			label = "role.leads"
		}
		if who.Holds(workgroup.Director) {
			in[label] = slices.Insert(in[label], 0, p.personView(who.ID))
		} else {
			in[label] = append(in[label], p.personView(who.ID))
		}
	}
	var out []peopleGroup
	for _, label := range []string{"role.office", "role.duty", "role.leading", "role.leads", "role.heads", "role.deputies", "role.others"} {
		if len(in[label]) > 0 {
			out = append(out, grouped(p.words.say(label), in[label]))
		}
	}
	return append(out, grouped(p.words.say("role.stranger"), []personView{p.personView(stranger)}))
}

// grouped are people under a label, by which each of them is found as well.
func grouped(label string, people []personView) peopleGroup {
	for i := range people {
		people[i].Find += " " + strings.ToLower(label)
	}
	return peopleGroup{label, people}
}

// role is what somebody is, in a few words: the unit they speak for, or their part in the office.
func (p *performance) role(id workgroup.PersonID) string {
	for _, who := range p.Roster.People {
		if who.ID != id {
			continue
		}
		duties := slices.Clone(who.Duties)
		slices.SortStableFunc(duties, func(a, b workgroup.Duty) int { return cmp.Compare(rank(a.Role), rank(b.Role)) })
		for _, d := range duties {
			for _, u := range p.Roster.Units {
				if u.ID == d.Unit {
					return p.words.named(u.Named()) + " · " + p.words.say("tag."+string(d.Role))
				}
			}
			return p.words.say("tag." + string(d.Role))
		}
	}
	return ""
}

// rank puts the part first by which people know somebody.
func rank(r workgroup.Role) int {
	return slices.Index([]workgroup.Role{workgroup.Director, workgroup.Leading, workgroup.DutyLeader, workgroup.DutyStaff, workgroup.Head, workgroup.Staff, workgroup.Deputy}, r)
}

// moments is a time of the day that the clock can go on to, and what happens then.
type moments struct{ At, What string }

// times are the steps of the day that the clock can go on to, the first reminder first.
func (p *performance) times() (out []moments) {
	for _, m := range p.Day.On(p.begun) {
		if !m.At.After(p.begun) {
			continue
		}
		at, what := m.At.Format("15:04"), p.words.say("step."+m.Name)
		if i := slices.IndexFunc(out, func(o moments) bool { return o.At == at }); i >= 0 {
			out[i].What += " · " + what
		} else {
			out = append(out, moments{at, what})
		}
	}
	return out
}
