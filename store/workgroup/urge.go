package workgroup

import "time"

// urging names a reminder that somebody has asked for, beside those of the clock's steps.
const urging = "urge"

// urgedOnce is how long a unit that was reminded at somebody's word is not reminded at another's.
const urgedOnce = 10 * time.Minute

// Urging is what came of asking after units that have not reported (催报).
type Urging struct {
	Told   []Unit // their heads have been written to
	Lately []Unit // they were, less than ten minutes ago
	Deaf   []Unit // nobody of them can be written to: they are telephoned
}

// Urge reminds the heads of units that have not reported, in private, in the name of whoever asks after them.
func (c College) Urge(b Book, r Round, units []Unit, by Person, now time.Time) (out Urging) {
	voices := Voices(b)
	for _, u := range units {
		told, lately := false, false
		for _, p := range voices[u.ID] {
			card, ok := Cards.Get(b, CardKey(OwedCard, StandingKey(r.Date, u.ID)+"/"+urging, p.Telegram))
			lately = lately || ok && now.Sub(card.WantedAt) < urgedOnce
		}
		for _, p := range voices[u.ID] {
			if lately {
				break
			}
			l := c.owedLetter(b, r, u, p, urging, now.Add(urgedOnce), now)
			l.Text, l.Facts["asker"] = "say/owe-urge", by.Name
			told = c.Tell(b, p, l) || told
		}
		switch {
		case lately:
			out.Lately = append(out.Lately, u)
		case told:
			out.Told = append(out.Told, u)
			b.Note(Event{At: now, Kind: UnitUrged, Object: StandingKey(r.Date, u.ID), By: by.ID})
		default:
			out.Deaf = append(out.Deaf, u)
		}
	}
	return out
}
