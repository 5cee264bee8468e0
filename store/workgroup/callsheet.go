package workgroup

import (
	"slices"
	"time"
)

// CallSheet is whom to telephone, and in which order, on a day without Telegram (电话呼叫单). Of a case it holds the code,
// times and who has it: nothing of anybody's health, and no unit, which would name a person.
type CallSheet struct {
	College string        `json:"college"`
	At      time.Time     `json:"at"`     // when it was made
	Phones  []string      `json:"phones"` // of the duty office: the running shift's, then the college's
	Cases   []CalledCase  `json:"cases"`  // open ones, oldest first
	Rungs   []CalledRung  `json:"rungs"`  // of the ladder, in order
	Repeat  time.Duration `json:"repeat"` // the top rung is called again after this long
	Units   []CalledUnit  `json:"units"`  // in roster order
}

// CalledCase is an open case as it may lie on a desk.
type CalledCase struct {
	Code     string    `json:"code"`
	Deadline time.Time `json:"deadline"` // until when both legs are owed
	Over     bool      `json:"over"`     // it has passed
	Holder   Callee    `json:"holder"`   // nobody: no name
	Missing  []CaseGap `json:"missing"`  // legs and channels
}

// CalledRung is one rung of the ladder and its people at the time, each once.
type CalledRung struct {
	After  time.Duration `json:"after"` // the opening of a case
	Roles  []Role        `json:"roles"`
	Until  Until         `json:"until"`
	People []Callee      `json:"people"`
}

// CalledUnit is a unit with its heads and, after them, deputies.
type CalledUnit struct {
	Unit   Named    `json:"unit"`
	People []Callee `json:"people"`
}

// Callee is somebody who can be called.
type Callee struct {
	Name    string `json:"name"`
	Title   string `json:"title,omitempty"`
	Role    Role   `json:"role,omitempty"` // what they are called as
	Phone   string `json:"phone,omitempty"`
	Private bool   `json:"private"` // the bot reaches them in private
}

func callee(p Person, as Role) Callee { return Callee{p.Name, p.Title, as, p.Phone, p.Reachable()} }

// CallSheet makes the sheet as of now.
func (c College) CallSheet(b Book, now time.Time) CallSheet {
	s := CallSheet{College: c.Name, At: now, Repeat: c.Ladder.Repeat}
	phone := func(number string) {
		if number != "" && !slices.Contains(s.Phones, number) {
			s.Phones = append(s.Phones, number)
		}
	}
	for _, shift := range ShiftsAt(b, now) {
		phone(shift.Phone)
	}
	phone(c.DutyPhone)
	for _, k := range Running(b) {
		s.Cases = append(s.Cases, called(b, k, now))
	}
	for _, r := range c.Ladder.Rungs {
		rung := CalledRung{After: r.After, Roles: r.Roles, Until: r.Until}
		seen := map[PersonID]bool{}
		for _, role := range r.Roles {
			for _, p := range OnDuty(b, now, role) {
				if !seen[p.ID] {
					rung.People = append(rung.People, callee(p, role))
				}
				seen[p.ID] = true
			}
		}
		s.Rungs = append(s.Rungs, rung)
	}
	heads := speaking(b)
	for _, u := range Roster(b) {
		s.Units = append(s.Units, CalledUnit{u.Named(), heads[u.ID]})
	}
	return s
}

// called is a case as the sheet has it.
func called(b Book, k Case, now time.Time) CalledCase {
	out := CalledCase{Code: k.Code(), Deadline: k.Deadline(), Over: !now.Before(k.Deadline())}
	if holder, ok := People.Get(b, string(k.Holder)); ok {
		out.Holder = callee(holder, "")
	}
	for _, leg := range k.Owing() {
		out.Missing = append(out.Missing, CaseGap(leg))
	}
	for _, ch := range k.Untold() {
		out.Missing = append(out.Missing, CaseGap(ch))
	}
	return out
}

// speaking are the heads of every unit and, after them, its deputies; whoever is both is a head.
func speaking(b Book) map[UnitID][]Callee {
	out := map[UnitID][]Callee{}
	type place struct {
		person PersonID
		unit   UnitID
	}
	seen := map[place]bool{}
	for _, role := range []Role{Head, Deputy} {
		for p := range People.Each(b, "") {
			for _, d := range p.Duties {
				if at := (place{p.ID, d.Unit}); d.Role == role && !seen[at] {
					out[d.Unit], seen[at] = append(out[d.Unit], callee(p, role)), true
				}
			}
		}
	}
	return out
}
