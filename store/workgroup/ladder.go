package workgroup

import (
	"slices"
	"time"
)

// Until is how long a rung of the ladder goes on.
type Until string

const (
	UntilTaken  Until = "taken"  // rings until somebody takes the case
	UntilClosed Until = "closed" // is reached even when somebody has
)

// Rung is one step of the ladder that wakes people for a case.
type Rung struct {
	After time.Duration `json:"after"` // the opening of the case
	Roles []Role        `json:"roles"`
	Until Until         `json:"until"`
	All   bool          `json:"all,omitempty"` // each of its people must press 「已阅」
}

// Ladder is who is woken for a case, and when.
type Ladder struct {
	Rungs  []Rung
	Repeat time.Duration // the top rung rings again after this long, until the case is taken
	Hurry  time.Duration // with less of the hour left at the opening, the first three rungs ring at once
	Quiet  time.Duration // a taken case without progress rings its holder after this long
	Grace  time.Duration // and goes back to the ladder after this much longer
}

// DefaultLadder is what holds where the settings say nothing.
func DefaultLadder() Ladder {
	return Ladder{
		Rungs: []Rung{
			{0, []Role{DutyStaff}, UntilTaken, false},
			{5 * time.Minute, []Role{DutyStaff, DutyLeader}, UntilTaken, false},
			{10 * time.Minute, []Role{Director}, UntilTaken, false},
			{20 * time.Minute, []Role{Leading}, UntilTaken, false},
		},
		Repeat: 10 * time.Minute, Hurry: 15 * time.Minute, Quiet: 15 * time.Minute, Grace: 5 * time.Minute,
	}
}

// atOnce is how many rungs ring at the opening when the hour is nearly over.
const atOnce = 3

// Climb is where a case stands on the ladder. A rung is due at Base + After, so that after an outage the people of the next
// one get their interval from when the last one rang.
type Climb struct {
	Base    time.Time  `json:"base,omitzero"`
	Rung    int        `json:"rung,omitempty"`    // the next to ring; at the top it stays
	Next    time.Time  `json:"next,omitzero"`     // when; zero only when nothing rings any more
	Stopped int        `json:"stopped,omitempty"` // the rung that rang last
	Rings   []Ring     `json:"rings,omitempty"`   // the latest; the journal has all
	Unread  []PersonID `json:"unread,omitempty"`  // must still press 「已阅」
	Remind  time.Time  `json:"remind,omitzero"`   // they are rung again then
	Read    []Seen     `json:"read,omitempty"`    // who pressed 「已阅」
	Cannot  []PersonID `json:"cannot,omitempty"`  // rung, and have said that they cannot come
	Cried   time.Time  `json:"cried,omitzero"`    // nobody could be reached, and the group heard so then
}

// begin starts the climb at the opening of a case.
func (c College) begin(b Book, k Case, now time.Time) Case {
	k.Base, k.Rung = now, 0
	if k.Next.IsZero() {
		k.Next = now
	}
	n := 1
	if left := k.Deadline().Sub(now); left < c.Ladder.Hurry {
		n = min(atOnce, len(c.Ladder.Rungs))
	}
	for range n {
		k = c.ring(b, k, now)
		if k.Rung >= n {
			break // an empty rung has rung the next one already
		}
	}
	return k
}

// ring rings the rung that is due. One without anybody to reach is passed over aloud, and the next one rings now; the top
// one repeats, even when it has nobody.
func (c College) ring(b Book, k Case, now time.Time) Case {
	late := max(0, now.Sub(k.Next))
	for top := len(c.Ladder.Rungs) - 1; ; {
		k.Rung = min(k.Rung, top)
		rung := c.Ladder.Rungs[k.Rung]
		people, skipped := c.reach(b, rung, now)
		if len(people) == 0 && k.Rung == top && k.Holder == "" {
			people = c.anybody(b, top, now)
		}
		r := Ring{At: now, Rung: k.Rung, Late: late}
		for _, p := range people {
			r.People = append(r.People, p.ID)
			c.show(b, k, p, true, now)
			if rung.All && !k.ReadBy(p.ID) && !slices.Contains(k.Unread, p.ID) {
				k.Unread = append(k.Unread, p.ID)
			}
		}
		for _, p := range skipped {
			r.Skipped = append(r.Skipped, p.ID)
		}
		if len(k.Unread) > 0 && k.Remind.IsZero() {
			k.Remind = now.Add(c.Ladder.Repeat)
		}
		k.Rings = append(k.Rings, r)
		k.Rings = k.Rings[max(0, len(k.Rings)-kept):]
		b.Note(Event{At: now, Kind: CaseRung, Object: k.Key(), Payload: Facts{"rung": k.Rung, "late": int(late.Seconds()), "people": r.People, "skipped": r.Skipped}})
		rang := k.Rung
		if k.Holder == "" {
			k.Stopped = rang
		}
		k.Base = now.Add(-rung.After)
		k.Rung++
		k = c.aim(k, now)
		switch {
		case len(people) == 0 && k.Holder == "" && rang == top:
			return c.cryOut(b, k, now)
		case len(people) > 0:
			k.Cried = time.Time{}
			return k
		case k.Next.IsZero():
			return k
		}
	}
}

// anybody are those whom the top rung rings when it has nobody: rather again those of the highest rung under it that reaches
// anybody, and where none does whoever may take the case at all.
func (c College) anybody(b Book, top int, now time.Time) []Person {
	for i := top - 1; i >= 0; i-- {
		if people, _ := c.reach(b, c.Ladder.Rungs[i], now); len(people) > 0 {
			return people
		}
	}
	return slices.DeleteFunc(Watchers(b, now), func(p Person) bool { return !p.Reachable() })
}

// aim sets when the next rung rings: for a taken case the next that is reached all the same, for one that nobody has
// taken always some.
func (c College) aim(k Case, now time.Time) Case {
	top := len(c.Ladder.Rungs) - 1
	if k.Holder == "" {
		k.Next = now.Add(c.Ladder.Repeat)
		if k.Rung <= top {
			k.Next = k.Base.Add(c.Ladder.Rungs[k.Rung].After)
		}
		return k
	}
	k.Next = time.Time{}
	for i := k.Rung; i <= top; i++ {
		if c.Ladder.Rungs[i].Until == UntilClosed {
			k.Rung, k.Next = i, k.Base.Add(c.Ladder.Rungs[i].After)
			break
		}
	}
	return k
}

// resume has the ladder go on where it stopped: who was rung last is rung again now.
func (c College) resume(b Book, k Case, now time.Time) Case {
	k.Rung, k.Next = k.Stopped, now
	return c.ring(b, k, now)
}

// reach are the people of a rung who can be written to, and those who cannot.
func (c College) reach(b Book, r Rung, now time.Time) (people, skipped []Person) {
	seen := map[PersonID]bool{}
	for _, role := range r.Roles {
		for _, p := range OnDuty(b, now, role) {
			switch {
			case seen[p.ID]:
			case p.Reachable():
				people = append(people, p)
			default:
				skipped = append(skipped, p)
			}
			seen[p.ID] = true
		}
	}
	return people, skipped
}
