package workgroup

import (
	"slices"
	"time"
)

// Gap is a rung of the ladder that would reach nobody now.
type Gap struct {
	Rung  int
	Roles []Role
	Names []string // who should be reached, and cannot
}

// Gaps are the rungs that would reach nobody now.
func (c College) Gaps(b Book, now time.Time) []Gap {
	var out []Gap
	for i, r := range c.Ladder.Rungs {
		people, skipped := c.reach(b, r, now)
		if len(people) > 0 {
			continue
		}
		g := Gap{Rung: i, Roles: r.Roles}
		for _, p := range skipped {
			g.Names = append(g.Names, p.Name)
		}
		out = append(out, g)
	}
	return out
}

// CheckLadder tells about rungs that have come to reach nobody: the director by name, and the leading group when the
// director is the gap. A rung that was told is told again by RepeatGaps only.
func (c College) CheckLadder(b Book, now time.Time) {
	gaps, office := c.Gaps(b, now), Office(b)
	var still, all []int
	for _, g := range gaps {
		all = append(all, g.Rung)
		if slices.Contains(office.Gaps, g.Rung) {
			still = append(still, g.Rung)
		}
	}
	var filled, left []int
	for _, rung := range office.Gaps {
		if !slices.Contains(all, rung) {
			filled = append(filled, rung+1)
		}
	}
	for _, rung := range all {
		left = append(left, rung+1)
	}
	// Whoever was told of a gap hears that there is somebody again; what has not gone out yet is taken back instead.
	switch waiting := unsent(b, "gaps"); {
	case len(filled) > 0 && !waiting:
		c.tellWhole(b, filled, left, now)
	case waiting && len(all) == 0:
		Withdraw(b, "gaps")
	}
	// What nobody could be told is news to whoever can be reached first.
	if len(still) < len(all) && c.tellGaps(b, gaps, now) {
		still = all
	}
	if !slices.Equal(still, office.Gaps) {
		office.Gaps = still
		office.Keep(b)
	}
}

// RepeatGaps tells the gaps there are, whether or not they have been told: each evening.
func (c College) RepeatGaps(b Book, now time.Time) {
	office := Office(b)
	office.Gaps = nil
	office.Keep(b)
	c.CheckLadder(b, now)
}

// tellGaps tells the director, or the leading group where no director can be reached; false: nobody.
func (c College) tellGaps(b Book, gaps []Gap, now time.Time) bool {
	lines := []Facts{}
	for _, g := range gaps {
		lines = append(lines, Facts{"rung": g.Rung + 1, "roles": g.Roles, "names": g.Names, "after": int(c.Ladder.Rungs[g.Rung].After.Minutes())})
	}
	l := Letter{Text: "say/ladder-gaps", Lane: "urgent", Urgency: Deadline, Written: now, About: Ref{Object: "gaps"}, Facts: Facts{"gaps": lines}}
	told := false
	Withdraw(b, "gaps")
	for _, role := range []Role{Director, Leading} {
		for _, p := range Holders(b, role) {
			told = c.Tell(b, p, l) || told
		}
		if told {
			b.Note(Event{At: now, Kind: LadderGap, Payload: Facts{"gaps": lines}})
			return true
		}
	}
	return false
}

// tellWhole tells the director, or the leading group, that rungs reach somebody again.
func (c College) tellWhole(b Book, filled, left []int, now time.Time) {
	l := Letter{Text: "say/ladder-whole", Lane: "urgent", Urgency: Deadline, Written: now, About: Ref{Object: "whole"}, Facts: Facts{"filled": filled, "left": left}}
	Withdraw(b, "whole")
	b.Note(Event{At: now, Kind: LadderWhole, Payload: Facts{"rungs": filled}})
	c.tellEither(b, Holders(b, Director), Holders(b, Leading), l)
}

// unsent tells whether a letter about an object has not gone out yet.
func unsent(b Book, object string) bool {
	for l := range Letters.Each(b, "") {
		if l.About.Object == object {
			return true
		}
	}
	return false
}
