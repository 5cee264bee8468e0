package workgroup

import (
	"slices"
	"time"
)

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

// kept is how many rings a case keeps; one that nobody takes rings for ever.
const kept = 24

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

// CannotCome keeps with a case that nobody has taken what somebody says who is rung and cannot come. Where all whom the last rung has reached have said
// so, the next one rings now and not when it is due; sooner tells whether.
func (c College) CannotCome(b Book, k Case, r Remark, now time.Time) (sooner bool) {
	if k.Holder != "" || slices.Contains(k.Cannot, r.By) {
		return false
	}
	k = k.remarked(b, r, now)
	k.Cannot = append(slices.Clone(k.Cannot), r.By)
	if k.Rung < len(c.Ladder.Rungs) && k.Next.After(now) && len(k.Rings) > 0 {
		sooner = !slices.ContainsFunc(k.Rings[len(k.Rings)-1].People, func(id PersonID) bool {
			p, ok := People.Get(b, string(id))
			return ok && p.Reachable() && !slices.Contains(k.Cannot, id)
		})
	}
	if sooner {
		k.Next = now
	}
	k.keep(b, now)
	return sooner
}

// RingReached rings somebody who can be reached from now on, at once: for the cases they hold, for those that nobody has taken
// and a rung that has rung names them, and for those that nobody at all could be rung for.
func (c College) RingReached(b Book, p Person, now time.Time) {
	if !p.Reachable() {
		return
	}
	for _, s := range ShiftsAt(b, now) {
		Touch(b, ShiftCard, s.Key(), now) // another may have taken their place meanwhile
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
