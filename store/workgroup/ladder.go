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
	Cried   time.Time  `json:"cried,omitzero"`    // nobody could be reached, and the group heard so then
}

// Ring is one time that a rung rang.
type Ring struct {
	At      time.Time     `json:"at"`
	Rung    int           `json:"rung"`
	Late    time.Duration `json:"late,omitempty"`    // by the bot
	People  []PersonID    `json:"people,omitempty"`  // rung
	Skipped []PersonID    `json:"skipped,omitempty"` // cannot be reached in private
	Heard   []Seen        `json:"heard,omitempty"`   // to whom it has been delivered, and when
}

// HeardBy is when a ring was delivered to somebody; zero: not yet.
func (r Ring) HeardBy(p PersonID) time.Time {
	for _, s := range r.Heard {
		if s.Person == p {
			return s.At
		}
	}
	return time.Time{}
}

// Slow is from when on a ring that was not delivered is told as such: Telegram does not answer.
const Slow = time.Minute

// Seen is that a person has read the case (已阅), which is neither 已接 nor 已办.
type Seen struct {
	Person PersonID  `json:"person"`
	At     time.Time `json:"at"`
}

// kept is how many rings a case keeps; one that nobody takes rings for ever.
const kept = 24

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

// cryOut has the group's card of a case say that nobody at all could be reached: its code, and to telephone. It stands once,
// makes a sound each time the ladder comes round in vain, and says so no longer when somebody is rung or has taken the case.
func (c College) cryOut(b Book, k Case, now time.Time) Case {
	if now.Sub(k.Cried) < cryEvery {
		return k
	}
	k.Cried = now
	if chat := c.GroupChat(b); chat != 0 && (k.Vouched() || !c.crying(b, k, chat)) {
		Show(b, Card{Kind: CaseCard, Object: k.Key(), Chat: chat, Urgency: Urgent, Repost: true}, now)
	}
	return k
}

// crying tells whether the group reads of another case that nobody can be reached: one of strangers' says it for all of them.
func (c College) crying(b Book, k Case, chat int64) bool {
	return slices.ContainsFunc(Running(b), func(other Case) bool {
		return other.Key() != k.Key() && !other.Cried.IsZero() && Cards.Has(b, CardKey(CaseCard, other.Key(), chat))
	})
}

// cryEvery is how far apart the group hears of one case that nobody can be reached for.
const cryEvery = 5 * time.Minute

// show puts the case up in somebody's private chat; ringing moves it to the bottom, where it makes a sound.
func (c College) show(b Book, k Case, p Person, ringing bool, now time.Time) {
	if p.Reachable() {
		Show(b, Card{Kind: CaseCard, Object: k.Key(), Chat: p.Telegram, Person: p.ID, Urgency: Urgent, Repost: ringing}, now)
	}
}

// ReadBy tells whether a person has pressed 「已阅」.
func (k Case) ReadBy(p PersonID) bool {
	return slices.ContainsFunc(k.Read, func(r Seen) bool { return r.Person == p })
}

// ReadCase keeps that a person has read the case. False: they had already.
func (c College) ReadCase(b Book, key string, by Person, now time.Time) (bool, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return false, err
	case !k.Sees(b, by, now):
		return false, Refuse(NotForYou)
	case k.ReadBy(by.ID):
		return false, nil
	}
	k = k.read(by.ID, now)
	b.Note(Event{At: now, Kind: CaseRead, Object: key, By: by.ID})
	k.keep(b, now)
	return true, nil
}

func (k Case) read(p PersonID, now time.Time) Case {
	if !k.ReadBy(p) {
		k.Read = append(k.Read, Seen{p, now})
	}
	k.Unread = slices.DeleteFunc(k.Unread, func(id PersonID) bool { return id == p })
	if len(k.Unread) == 0 {
		k.Remind = time.Time{}
	}
	return k
}

// remindReaders rings those again who must press 「已阅」 and have not.
func (c College) remindReaders(b Book, k Case, now time.Time) Case {
	k.Remind = time.Time{}
	if len(k.Unread) == 0 {
		return k
	}
	for _, id := range k.Unread {
		if p, ok := People.Get(b, string(id)); ok {
			c.show(b, k, p, true, now)
		}
	}
	k.Remind = now.Add(c.Ladder.Repeat)
	return k
}

// RingHeard keeps that a case's rings have been delivered to somebody. True: it was so late that the cards say so.
func (c College) RingHeard(b Book, key string, p PersonID, now time.Time) (late bool) {
	k, ok := Cases.Get(b, key)
	if !ok {
		return false
	}
	k.Rings = slices.Clone(k.Rings)
	news := false
	for i, r := range k.Rings {
		if !slices.Contains(r.People, p) || !r.HeardBy(p).IsZero() {
			continue
		}
		k.Rings[i].Heard = append(slices.Clone(r.Heard), Seen{p, now})
		news, late = true, late || now.Sub(r.At) >= Slow
	}
	switch {
	case late:
		k.keep(b, now)
	case news:
		Cases.Put(b, k) // nothing shows it
	}
	return late
}

// Unheard is since when a case that nobody has taken has been rung for in vain: nothing of its latest rings was delivered. Zero:
// somebody has heard, or there was nobody to ring.
func (k Case) Unheard() (since time.Time) {
	if k.Holder != "" || !k.Closed.IsZero() {
		return since
	}
	for _, r := range slices.Backward(k.Rings) {
		if len(r.Heard) > 0 {
			break
		}
		if len(r.People) > 0 {
			since = r.At
		}
	}
	return since
}

// Unheard is since when the oldest ring of all open cases waits to be delivered to anybody; zero: none does.
func Unheard(b Book) (since time.Time) {
	for _, k := range Running(b) {
		since = earliest(since, k.Unheard())
	}
	return since
}

// RingLost has a case's ladder go on at once when the last person it rang turns out to be out of reach (403).
func (c College) RingLost(b Book, key string, now time.Time) {
	k, err := openCase(b, key)
	if err != nil || k.Holder != "" || len(k.Rings) == 0 {
		return
	}
	last := k.Rings[len(k.Rings)-1]
	if len(last.People) == 0 {
		return // whoever was lost was not rung
	}
	for _, id := range last.People {
		if p, ok := People.Get(b, string(id)); ok && p.Reachable() {
			return
		}
	}
	if k.Next.After(now) {
		k.Next = now
		k.keep(b, now)
	}
}

// RingReached rings somebody who can be reached from now on, at once: for the cases they hold, for those that nobody has taken
// and a rung that has rung names them, and for those that nobody at all could be rung for.
func (c College) RingReached(b Book, p Person, now time.Time) {
	if !p.Reachable() {
		return
	}
	for _, k := range Running(b) {
		switch {
		case k.Holder == p.ID:
			c.show(b, k, p, true, now)
			continue
		case k.Holder != "" || len(k.Rings) == 0 || !p.Watches(b, now) || k.Cried.IsZero() && !c.named(b, k, p, now):
			continue
		}
		c.show(b, k, p, true, now)
		k.ringBeside(b, []PersonID{p.ID}, "reached", now).keep(b, now)
	}
}

// ringBeside keeps that people were rung beside the ladder, which goes on as it was, and why.
func (k Case) ringBeside(b Book, people []PersonID, why string, now time.Time) Case {
	k.Cried = time.Time{}
	k.Rings = append(k.Rings, Ring{At: now, Rung: k.Stopped, People: people})
	k.Rings = k.Rings[max(0, len(k.Rings)-kept):]
	b.Note(Event{At: now, Kind: CaseRung, Object: k.Key(), Payload: Facts{"rung": k.Stopped, "people": people, why: true}})
	return k
}

// rung tells whether a person has been rung.
func (k Case) rung(p PersonID) bool {
	return slices.ContainsFunc(k.Rings, func(r Ring) bool { return slices.Contains(r.People, p) })
}

// rungAt tells whether a person was rung at an instant.
func (k Case) rungAt(p PersonID, at time.Time) bool {
	return slices.ContainsFunc(k.Rings, func(r Ring) bool { return r.At.Equal(at) && slices.Contains(r.People, p) })
}

// named tells whether a person is of a rung that has rung for a case.
func (c College) named(b Book, k Case, p Person, now time.Time) bool {
	for _, rung := range c.Ladder.Rungs[:min(k.Stopped+1, len(c.Ladder.Rungs))] {
		if people, _ := c.reach(b, rung, now); among(people, p) {
			return true
		}
	}
	return false
}

// ViewCase shows a case to somebody who asked for it, and notes that they looked.
func (c College) ViewCase(b Book, k Case, by Person, now time.Time) {
	b.Note(Event{At: now, Kind: CaseViewed, Object: k.Key(), By: by.ID})
	c.show(b, k, by, true, now)
}
