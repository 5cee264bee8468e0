package workgroup

import "time"

// Silence names why a private message does not reach somebody.
type Silence string

// The silences, in the order they are shown.
const (
	NotBound   Silence = "unbound"   // nobody knows their account
	NotStarted Silence = "unstarted" // the account is known, and never wrote in private
	HasBlocked Silence = "blocked"
	HasLeft    Silence = "away" // left the work group: private messages arrive or not
)

// Silences are all of them.
var Silences = []Silence{NotBound, NotStarted, HasBlocked, HasLeft}

// Coverage is who of the roster can be written to in private.
type Coverage struct {
	Heads, HeadsReached   int
	Others, OthersReached int                  // who have another duty
	Silent                map[Silence][]Person // who cannot, and why; and who is not in the group
	Departed              []Person             // left the college within the month
	Links                 int                  // that can still be used
}

// Covered counts them as things stand.
func Covered(b Book, now time.Time) Coverage {
	v := Coverage{Silent: map[Silence][]Person{}}
	for _, i := range openInvites(b, now) {
		if p, _ := People.Get(b, string(i.Person)); p.Telegram == 0 { // of a unit, or of somebody who lacks it still
			v.Links++
		}
	}
	for p := range People.Each(b, "") {
		if !p.Left.IsZero() {
			if now.Sub(p.Left) < 30*24*time.Hour {
				v.Departed = append(v.Departed, p)
			}
			continue
		}
		reached := 0
		if p.Reachable() {
			reached = 1
		}
		if p.Holds(Head) {
			v.Heads, v.HeadsReached = v.Heads+1, v.HeadsReached+reached
		} else {
			v.Others, v.OthersReached = v.Others+1, v.OthersReached+reached
		}
		if why := p.Silence(); why != "" {
			v.Silent[why] = append(v.Silent[why], p)
		}
	}
	return v
}

// Silence is why a private message does not reach somebody, “” where it does.
func (p Person) Silence() Silence {
	switch {
	case p.Telegram == 0:
		return NotBound
	case p.Reach == Blocked:
		return HasBlocked
	case !p.Away.IsZero():
		return HasLeft
	case p.Reach != Open:
		return NotStarted
	}
	return ""
}

// Uninvited are the people without an account for whom no link is open.
func Uninvited(b Book, now time.Time) (out []Person) {
	invited := map[PersonID]bool{}
	for _, i := range openInvites(b, now) {
		invited[i.Person] = true
	}
	for p := range People.Each(b, "") {
		if p.Telegram == 0 && p.Left.IsZero() && !invited[p.ID] {
			out = append(out, p)
		}
	}
	return out
}

// Everyone is the object of a coverage card.
const Everyone = "all"

// touchCoverage has the office see who can be written to now.
func touchCoverage(b Book, now time.Time) { Touch(b, CoverageCard, Everyone, now) }
