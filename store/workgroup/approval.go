package workgroup

import (
	"slices"
	"strconv"
	"time"
)

// Approval is what the office's word on a claim gave, so that a wrong one can be taken back.
type Approval struct {
	ID       uint64    `json:"id"`
	Telegram int64     `json:"telegram"`
	Person   PersonID  `json:"person"`
	Duty     Duty      `json:"duty,omitzero"`    // given to a new person; none to somebody of the roster
	Former   int64     `json:"former,omitempty"` // the account they had before
	Reach    Reach     `json:"reach,omitempty"`  // and whether private messages arrived there
	At       time.Time `json:"at"`
	Undone   time.Time `json:"undone,omitzero"`
}

// Key sorts approvals by the order they were given in.
func (a Approval) Key() string { return NumberKey(a.ID) }

// Approvals are kept as long as they can be taken back.
var Approvals = Shelf[Approval]{Name: "approvals"}

// regret is how long an approval can be taken back in chat.
const regret = 7 * 24 * time.Hour

// approve keeps what a decision gave and tells the whole office, in silence, with the way back.
func (c College) approve(b Book, a Approval, p, by Person) {
	a.ID = b.Number(Approvals.Name)
	Approvals.Put(b, a)
	l := Letter{Text: "say/approved", About: Ref{Object: "approval/" + a.Key()}, Silent: true, Written: a.At,
		Facts:   Facts{"by": by.Name, "name": p.Name, "duties": p.duties(b), "moved": a.Former != 0, "id": strconv.FormatInt(a.Telegram, 10)},
		Buttons: [][]Button{{{Label: "button/undo", Verb: "undo", Object: a.Key()}}}}
	for _, who := range Holders(b, Deciders...) {
		c.Tell(b, who, l)
	}
}

// duties are a person's roles with their units, as facts.
func (p Person) duties(b Book) []Facts {
	out := []Facts{}
	for _, d := range p.Duties {
		u, _ := Units.Get(b, string(d.Unit))
		out = append(out, Facts{"role": d.Role, "unit": u.Named()})
	}
	return out
}

// Undo takes back what an approval gave, as long as it is still as it was given: of a new person the duty, and the account
// when nothing else is left; of somebody of the roster the account, and they have the one they had. What was filed stays, under
// its name.
func (c College) Undo(b Book, id string, by Person, now time.Time) (Person, error) {
	a, ok := Approvals.Get(b, id)
	switch {
	case !ok:
		return Person{}, Refuse(Changed)
	case !a.Undone.IsZero():
		return Person{}, Refuse(Settled)
	}
	p, bound := PersonOf(b, a.Telegram)
	if !bound || p.ID != a.Person || a.Duty != (Duty{}) && !slices.Contains(p.Duties, a.Duty) || now.Sub(a.At) > regret {
		return Person{}, Refuse(Changed)
	}
	unit := a.Duty.Unit
	if units := p.Units(); unit == "" && len(units) > 0 {
		unit = units[0]
	}
	u, _ := Units.Get(b, string(unit))
	told := Letter{Chat: a.Telegram, Text: "say/approval-undone", Language: c.Speaks(p), Written: now, Facts: Facts{"unit": u.Named()}}
	tell := p.Reachable()

	p.Duties = slices.DeleteFunc(p.Duties, func(d Duty) bool { return d == a.Duty })
	if a.Duty == (Duty{}) || len(p.Duties) == 0 {
		p = unbind(b, p, a, now)
	}
	if len(p.Duties) == 0 && p.Telegram == 0 && a.Duty != (Duty{}) {
		p.Left = now
	}
	People.Put(b, p)
	c.reseat(b, []PersonID{p.ID}, by, now)
	a.Undone = now
	Approvals.Put(b, a)
	b.Note(Event{At: now, Kind: ClaimUndone, Object: strconv.FormatInt(a.Telegram, 10), By: by.ID, Payload: Facts{"person": p.ID, "role": a.Duty.Role, "unit": a.Duty.Unit}})
	Withdraw(b, "approval/"+a.Key())
	Touch(b, JoiningCard, string(DateOf(now)), now)
	if tell {
		Tell(b, told)
	}
	if p.Telegram != 0 && p.Telegram == a.Former {
		c.Tell(b, p, Letter{Text: "say/account-moved", Written: now, Facts: Facts{"name": p.Name, "by": by.Name, "phone": c.DutyPhone, "back": true}})
	}
	// Whoever reads in their chat that somebody was registered reads there too that they are not.
	for _, who := range Holders(b, Deciders...) {
		if who.ID != by.ID && who.ID != p.ID {
			c.Tell(b, who, Letter{Text: "say/approval-gone", Silent: true, Written: now, Facts: Facts{"by": by.Name, "name": p.Name, "unit": u.Named()}})
		}
	}
	return p, nil
}

// unbind takes an account away from a person, and gives back the one they had if it is still nobody's.
func unbind(b Book, p Person, a Approval, now time.Time) Person {
	Accounts.Drop(b, strconv.FormatInt(a.Telegram, 10))
	p.Telegram, p.Reach = 0, Unknown
	if former := strconv.FormatInt(a.Former, 10); a.Former != 0 && !Accounts.Has(b, former) {
		p = Bind(b, p, a.Former, now)
		p.Reach = a.Reach
	}
	leaveChat(b, p.ID, a.Telegram, now)
	return p
}

// leaveChat has nothing of the college's stay open in, or be on its way to, the private chat of an account that is nobody's now.
func leaveChat(b Book, id PersonID, chat int64, now time.Time) {
	var desks, letters []string
	for d := range Desks.Each(b, "") {
		if d.Person == string(id) {
			desks = append(desks, d.Key())
		}
	}
	for l := range Letters.Each(b, "") {
		if l.Chat == chat && l.Trying.IsZero() {
			letters = append(letters, l.Key())
		}
	}
	for _, key := range desks {
		Desks.Drop(b, key)
	}
	for _, key := range letters {
		Letters.Drop(b, key)
	}
	touchChat(b, chat, now)
}

// touchChat has what is shown in a chat follow what its reader may see now.
func touchChat(b Book, chat int64, now time.Time) {
	for card := range Cards.Each(b, "") {
		if card.Chat == chat && !card.Gone {
			Touch(b, card.Kind, card.Object, now)
		}
	}
}

// forgetApprovals forgets what can no longer be taken back.
func forgetApprovals(b Book, now time.Time) {
	var gone []string
	for a := range Approvals.Each(b, "") {
		if now.Sub(a.At) > regret {
			gone = append(gone, a.Key())
		}
	}
	for _, key := range gone {
		Approvals.Drop(b, key)
	}
}
