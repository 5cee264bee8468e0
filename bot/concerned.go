package bot

import (
	"slices"
	"strconv"

	"fangkong/store/workgroup"
)

// news is what is new of a case, as far as it decides who is told.
type news uint8

const (
	moreOf     news = iota // more was said of it: whoever has it
	otherwise              // what it is, or since when, is said otherwise: whoever has it, else everybody who was woken
	sinceWhen              // another time was said: whoever may set it, which are the heads of its unit until somebody has it
	doubted                // its unit says that it is none: whoever has it, and everybody who was woken
	whenClosed             // more was said of it when it was closed: everybody who was woken, and who closed it
)

// concerned are the people who have to know what is new of a case, each once.
func (t *turn) concerned(k workgroup.Case, what news) (people []workgroup.Person) {
	one := func(id workgroup.PersonID) []workgroup.Person {
		if p, ok := workgroup.People.Get(t.b, string(id)); ok {
			return []workgroup.Person{p}
		}
		return nil
	}
	who := one(k.Holder)
	switch held := len(who) > 0; {
	case what == doubted, what == otherwise && !held:
		who = append(who, workgroup.Woken(t.b, t.now)...)
	case what == sinceWhen && !held:
		who = workgroup.Speakers(t.b, k.Unit)
	case what == whenClosed:
		who = append(workgroup.Woken(t.b, t.now), one(k.ClosedBy)...)
	}
	for _, p := range who {
		if !slices.ContainsFunc(people, func(other workgroup.Person) bool { return other.ID == p.ID }) {
			people = append(people, p)
		}
	}
	return people
}

// tellOf tells whom it concerns, but for the sender, what is new of a case; it returns how many it could reach.
func (t *turn) tellOf(k workgroup.Case, what news, l workgroup.Letter) (told int) {
	l.About = workgroup.Ref{Object: k.Key()}
	return t.tellEach(t.concerned(k, what), l)
}

// tellEach tells people but the sender something urgent, each once; it returns how many it could reach.
func (t *turn) tellEach(to []workgroup.Person, l workgroup.Letter) (told int) {
	l.Lane, l.Urgency, l.Written = "urgent", workgroup.Urgent, t.now
	seen := map[workgroup.PersonID]bool{t.person.ID: true}
	for _, p := range to {
		if !seen[p.ID] && t.College.Tell(t.b, p, l) {
			told++
		}
		seen[p.ID] = true
	}
	return told
}

// tellHolder lets who has a case read what was just added to it, and answer it; false: nobody does.
func (t *turn) tellHolder(k workgroup.Case, r workgroup.Remark, silent bool) bool {
	var buttons [][]workgroup.Button
	if r.By != "" || r.Name == k.Reporter.Name && k.Reporter.Private {
		buttons = [][]workgroup.Button{{{Label: "button/answer", Facts: workgroup.Facts{"name": r.Name}, Verb: "answer", Object: k.Key() + "/" + strconv.FormatInt(r.At.Unix(), 10)}}}
	}
	return t.tellOf(k, moreOf, workgroup.Letter{Text: "say/case-addition", Silent: silent, Buttons: buttons,
		Facts: workgroup.Facts{"code": k.Code(), "name": r.Name, "words": r.Text, "asks": !silent}}) > 0
}

// passOn lets everybody whom one of the cases concerns read at once what the sender has said, whichever it is filed under. It returns how many
// it could reach.
func (t *turn) passOn(cases []workgroup.Case, silent bool) (told int) {
	var to []workgroup.Person
	codes := []string{}
	for _, k := range cases {
		codes = append(codes, k.Code())
		to = append(to, t.concerned(k, otherwise)...)
	}
	return t.tellEach(to, workgroup.Letter{Text: "say/addition-heard", Silent: silent,
		Facts: workgroup.Facts{"name": t.reporter().Name, "phone": t.person.Phone, "codes": codes, "words": excerpt(t.msg.Text)}})
}
