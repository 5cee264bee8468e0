package workgroup

import (
	"slices"
	"strings"
	"time"
)

// Party is one of several who answer for a decision together (共同负责): each receives it, and each closes their own part.
type Party struct {
	Owner  Owner  `json:"owner"`
	Seen   Act    `json:"seen,omitzero"`
	Done   Act    `json:"done,omitzero"`
	Result string `json:"result,omitempty"`
}

// Owners are all who answer for a decision, in the order they were named; none where nobody is settled yet.
func (d Decision) Owners() (out []Owner) {
	for _, p := range d.Parties {
		out = append(out, p.Owner)
	}
	if len(out) == 0 && d.Owner.Settled() {
		out = []Owner{d.Owner}
	}
	return out
}

// Owners are who answered for a decision until it was changed.
func (a Amendment) Owners() []Owner { return append([]Owner{a.Owner}, a.With...) }

// Given is the decision with others to answer for it, nothing of which is received or done yet.
func (d Decision) Given(to []Owner) Decision {
	d.Owner, d.Parties = Owner{}, nil
	if len(to) > 0 {
		d.Owner = to[0]
	}
	if len(to) > 1 {
		for _, one := range to {
			d.Parties = append(d.Parties, Party{Owner: one})
		}
	}
	return d
}

// asking are those who answer for a decision and are asked for something of it; of one that nobody shares, whoever answers for it.
func (d Decision) asking(asked func(Party) bool) (out []Owner) {
	if len(d.Parties) == 0 {
		return d.Owners()
	}
	for _, p := range d.Parties {
		if asked(p) {
			out = append(out, p.Owner)
		}
	}
	return out
}

// answerable are their people.
func (d Decision) answerable(b Book, asked func(Party) bool) []Person {
	return peopleOf(b, d.asking(asked))
}

func peopleOf(b Book, owners []Owner) []Person {
	var lists [][]Person
	for _, o := range owners {
		lists = append(lists, o.People(b))
	}
	return together(lists...)
}

// What of a decision is asked for from a party of it.
func anyParty(Party) bool      { return true }
func unseenParty(p Party) bool { return !p.Seen.Done() }
func undoneParty(p Party) bool { return !p.Done.Done() }

// Waits tells whether 「收到」 of somebody who answers for a decision is wanted.
func (d Decision) Waits(b Book, p Person) bool {
	return !d.Seen.Done() && among(d.answerable(b, unseenParty), p)
}

// Owing tells whether somebody answers for something of a decision that is not done.
func (d Decision) Owing(b Book, p Person) bool {
	return !d.Done.Done() && among(d.answerable(b, undoneParty), p)
}

// parted marks the parts of a decision that somebody answers for; the last of them is the whole.
func (d Decision) parted(b Book, by Person, mark func(*Party)) (whole bool, of []Owner) {
	for i, p := range d.Parties {
		if among(p.Owner.People(b), by) {
			mark(&d.Parties[i])
			of = append(of, p.Owner)
		}
	}
	return len(d.Parties) == 0, of
}

// seenBy marks a decision as received by somebody; in force for all once every party has.
func (d Decision) seenBy(b Book, by Act, who Person) Decision {
	d.Parties = slices.Clone(d.Parties)
	d.parted(b, who, func(p *Party) {
		if !p.Seen.Done() {
			p.Seen = by
		}
	})
	if !slices.ContainsFunc(d.Parties, unseenParty) && !d.Seen.Done() {
		d.Seen = by
	}
	return d
}

// doneBy marks what somebody answers for as done; the whole of it once every party is, or where somebody closes it in their place.
func (d Decision) doneBy(b Book, by Act, who Person, result string) (is Decision, of []Owner) {
	d = d.seenBy(b, by, who)
	d.Parties = slices.Clone(d.Parties)
	whole, of := d.parted(b, who, func(p *Party) {
		if !p.Done.Done() {
			p.Done, p.Result = by, result
		}
	})
	if !whole && len(of) > 0 && slices.ContainsFunc(d.Parties, undoneParty) {
		return d, of
	}
	if !d.Seen.Done() {
		d.Seen = by
	}
	d.Done, d.Result = by, result
	return d, of
}

// results are what came of the parts of a decision, each with whose it is; "" of one that nobody shares.
func (c College) results(b Book, d Decision) string {
	var out []string
	for _, p := range d.Parties {
		if p.Result != "" {
			out = append(out, c.OwnerNamed(b, p.Owner).Name+"："+p.Result)
		}
	}
	return strings.Join(out, "；")
}

// OwnersNamed is what texts call all who are responsible. All units of the colleges' kind are called by that.
func (c College) OwnersNamed(b Book, all []Owner) (out Named) {
	all, out = withoutColleges(b, all)
	from := 0
	if out.Name != "" {
		from = -1
	}
	for i, o := range all {
		one := c.OwnerNamed(b, o)
		if one.English == "" {
			one.English = one.Name
		}
		if i > from {
			one.Name, one.English = out.Name+"、"+one.Name, out.English+", "+one.English
		}
		out = one
	}
	return out
}

// withoutColleges are some owners without the units of the colleges' kind, and what those are called together; where not all of them are among them, or only
// few are there, everybody stays.
func withoutColleges(b Book, all []Owner) (rest []Owner, called Named) {
	if len(all) < fewColleges {
		return all, called
	}
	n, missing := 0, false
	is := func(o Owner) bool {
		u, ok := Units.Get(b, string(o.Unit))
		return ok && u.Kind == CollegeUnit
	}
	for u := range Units.Each(b, "") {
		if u.Kind == CollegeUnit {
			n, missing = n+1, missing || !slices.Contains(all, Owner{Unit: u.ID})
		}
	}
	if missing || n < fewColleges {
		return all, called
	}
	return slices.DeleteFunc(slices.Clone(all), is), Named{Name: "各二级学院", English: "all colleges"}
}

// fewColleges is how many are called together at least.
const fewColleges = 3

// partiesFacts are how far each party of a decision has come; none of one that nobody shares.
func (c College) partiesFacts(b Book, d Decision, act func(Act) any) []Facts {
	out := []Facts{}
	for _, p := range d.Parties {
		out = append(out, Facts{"owner": c.OwnerNamed(b, p.Owner), "seen": act(p.Seen), "done": act(p.Done), "result": p.Result})
	}
	return out
}

// AssignAll says that several answer for a decision that is not recorded yet.
func (c College) AssignAll(b Book, key string, version uint64, to []Owner, by Person, now time.Time) (Decision, error) {
	d, err := draftAt(b, key, version, by)
	if err != nil {
		return d, err
	}
	d = d.Given(to)
	d.Among = nil
	return d.keep(b, now), nil
}
