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

type personView struct{ ID, Name string }

// paneView is a telephone: who holds it, and the chat it shows.
type paneView struct {
	Words   words
	Who     string
	Where   string
	Name    string
	Private bool
	Blocked bool
	Started bool
	People  []peopleGroup
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
	v := paneView{Words: p.words, Who: string(who), Where: where, Name: person.Name(), Private: where != group, Blocked: person.Blocking(),
		People: p.people(), Group: p.asDrill(p.words.say("group"))}
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

// firstPanes are the telephones that lie there when the page is opened: those of the tour's step, or a head's, in the group, and the
// director's, in private.
func (p *performance) firstPanes() []string {
	if t, ok := p.troupe(); ok {
		if p.tour.at > 0 {
			return steps[p.tour.at-1].panes(t)
		}
		return []string{at(t.heads[0], group), private(t.director)}
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

// people is the list to choose from: the units first, for they are most of what the page is opened for.
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
		in[label] = append(in[label], personView{string(who.ID), strings.TrimSpace(who.Name + " " + p.role(who.ID))})
	}
	var out []peopleGroup
	for _, label := range []string{"role.heads", "role.leads", "role.office", "role.leading", "role.duty", "role.deputies", "role.others"} {
		if len(in[label]) > 0 {
			out = append(out, peopleGroup{p.words.say(label), in[label]})
		}
	}
	return append(out, peopleGroup{p.words.say("role.stranger"), []personView{{string(stranger), p.words.say("stranger")}}})
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

// times are the steps of the day that the clock can go on to, the first reminder first.
func (p *performance) times() (out []string) {
	for _, m := range p.Day.On(p.begun) {
		if at := m.At.Format("15:04"); m.At.After(p.begun) && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out
}
