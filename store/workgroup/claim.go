package workgroup

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Claim is who an unknown person says they are; the office decides.
type Claim struct {
	Telegram int64     `json:"telegram"`
	Chat     int64     `json:"chat"` // where they said it
	Name     string    `json:"name"`
	Unit     UnitID    `json:"unit"`
	Words    string    `json:"words"`
	Language Language  `json:"language,omitempty"`
	At       time.Time `json:"at"`
	Private  bool      `json:"private,omitempty"` // they wrote in private, so they can be answered there
	// Former are the accounts that candidates had when the office was asked: whoever changed telephones is still the same
	// person, but nobody takes the place of somebody who was bound since.
	Former  map[PersonID]int64 `json:"former,omitempty"`
	Version uint64             `json:"version"`
	Before  []string           `json:"before,omitempty"` // whom the account has called itself earlier that day
	Sure    Act                `json:"sure,omitzero"`    // who was asked whether they are sure, of Moves
	Moves   PersonID           `json:"moves,omitempty"`
}

// Key is the numeric id: whoever says it twice has one claim.
func (c Claim) Key() string { return strconv.FormatInt(c.Telegram, 10) }

// Claims wait for the office.
var Claims = Shelf[Claim]{Name: "claims"}

// claimsADay is how many claims of one account are passed on in a day.
const claimsADay = 3

// Claim keeps who somebody says they are and asks the office. The same words again ring for nobody again; more than three claims
// a day change nothing. It tells whether this is the account's first of the day.
func (c College) Claim(b Book, claim Claim, now time.Time) (first bool, err error) {
	old, waits := Claims.Get(b, claim.Key())
	if waits && old.Name == claim.Name && old.Unit == claim.Unit {
		if claim.Private && !old.Private {
			old.Private, old.Language = true, claim.Language
			Claims.Put(b, old)
		}
		return false, nil
	}
	caller := callerOf(b, claim.Telegram)
	caller.Claims = slices.DeleteFunc(caller.Claims, func(at time.Time) bool { return DateOf(at.In(c.Zone)) != DateOf(now) })
	if len(caller.Claims) == 0 {
		caller.Called = nil
	}
	if len(caller.Claims) >= claimsADay {
		return false, Refuse(ClaimsSpent, "phone", c.DutyPhone)
	}
	claim.Before = slices.DeleteFunc(slices.Clone(caller.Called), func(name string) bool { return name == claim.Name })
	caller.Claims = append(caller.Claims, now)
	if !slices.Contains(caller.Called, claim.Name) {
		caller.Called = append(caller.Called, claim.Name)
	}
	Callers.Put(b, caller)
	claim.Version, claim.Private, claim.Former = b.Number(Claims.Name), claim.Private || old.Private, map[PersonID]int64{}
	for _, who := range Candidates(b, claim) {
		claim.Former[who.ID] = who.Telegram
	}
	Claims.Put(b, claim)
	b.Note(Event{At: now, Kind: ClaimMade, Object: claim.Key()})
	Withdraw(b, "claim/"+claim.Key())
	for _, p := range Holders(b, Deciders...) {
		c.askClaim(b, p, claim, now)
	}
	Touch(b, JoiningCard, string(DateOf(now)), now)
	return len(caller.Claims) == 1, nil
}

// Waiting is how many claims wait for the office.
func Waiting(b Book) (n int) {
	for range Claims.Each(b, "") {
		n++
	}
	return n
}

// Welcome notes that a claimant has opened their private chat, where they are answered from now on. False: no claim of theirs waits.
func Welcome(b Book, telegram int64) (Claim, bool) {
	claim, waits := Claims.Get(b, strconv.FormatInt(telegram, 10))
	if waits && !claim.Private {
		claim.Private = true
		Claims.Put(b, claim)
	}
	return claim, waits
}

// Registered is how many people the office has registered on a date by their claims, and how many of those it has taken back.
func Registered(b Book, d Date) (given, back int) {
	for a := range Approvals.Each(b, "") {
		switch {
		case !a.Undone.IsZero() && DateOf(a.Undone) == d:
			back++
		case a.Undone.IsZero() && DateOf(a.At) == d:
			given++
		}
	}
	return given, back
}

// Deciders are the roles that decide who is who.
var Deciders = []Role{Admin, Director, Staff}

// Decides tells whether a person may decide claims.
func (p Person) Decides() bool { return p.Holds(Deciders...) }

// AskClaims asks somebody of the office who has just become reachable about every claim that waits.
func (c College) AskClaims(b Book, p Person, now time.Time) {
	if !p.Decides() {
		return
	}
	for claim := range Claims.Each(b, "") {
		c.askClaim(b, p, claim, now)
	}
}

func (c College) askClaim(b Book, p Person, claim Claim, now time.Time) {
	u, _ := Units.Get(b, string(claim.Unit))
	l := Letter{Text: "say/claim", About: Ref{"claim/" + claim.Key(), claim.Version}, Written: now,
		Facts: Facts{"name": claim.Name, "unit": u.Named(), "id": claim.Key(), "before": append([]string{}, claim.Before...)}}
	for _, who := range Candidates(b, claim) {
		label := "button/claim-is"
		if who.Telegram != 0 {
			label = "button/claim-moved"
		}
		l.Buttons = append(l.Buttons, []Button{{Label: label, Facts: Facts{"name": who.Name, "title": who.Title},
			Verb: "is", Object: claim.Key() + "/" + string(who.ID), Version: claim.Version}})
	}
	if claim.Unit != "" {
		l.Buttons = append(l.Buttons, []Button{{Label: "button/claim-head", Verb: "is", Object: claim.Key() + "/" + string(Head), Version: claim.Version},
			{Label: "button/claim-deputy", Verb: "is", Object: claim.Key() + "/" + string(Deputy), Version: claim.Version}})
	}
	l.Buttons = append(l.Buttons, []Button{{Label: "button/claim-no", Verb: "isnot", Object: claim.Key(), Version: claim.Version}})
	c.Tell(b, p, l)
}

// Candidates are the roster's people whose name fits, of the claimed unit or of none. Of those without an account the surname with a
// form of address will do; somebody who has one may have changed telephones, and must have given the whole name.
func Candidates(b Book, claim Claim) []Person {
	var out []Person
	name := []rune(claim.Name)
	for p := range People.Each(b, "") {
		if !p.Left.IsZero() {
			continue
		}
		full := []rune(p.Name)
		surname := p.Telegram == 0 && p.Speaks(claim.Unit) && len(full) > 0 && len(name) > 0 && name[0] == full[0]
		// The office, the duty staff and the leading group belong to no unit: their whole name finds them.
		whole := p.Name == claim.Name && (p.Speaks(claim.Unit) || len(p.Units()) == 0)
		if whole || surname {
			out = append(out, p)
		}
	}
	return out
}

// NamedIn finds somebody of the roster who heads no unit by the whole name, wherever it stands in a text (“我是防控办吕景霖”).
func NamedIn(b Book, text string) (Person, bool) {
	for p := range People.Each(b, "") {
		if p.Name != "" && p.Left.IsZero() && len(p.Units()) == 0 && strings.Contains(text, p.Name) {
			return p, true
		}
	}
	return Person{}, false
}

// mayBe tells whether a person was among those the office was asked about, and has the account they had then.
func (c Claim) mayBe(p Person) bool {
	was, asked := c.Former[p.ID]
	return asked && was == p.Telegram
}

// Decide settles a claim: as a person of the roster, as a new head or deputy, or not at all (role and person empty).
func (c College) Decide(b Book, telegram int64, version uint64, as PersonID, role Role, by Person, now time.Time) (Person, error) {
	claim, ok := Claims.Get(b, strconv.FormatInt(telegram, 10))
	if !ok {
		return Person{}, Refuse(Settled)
	}
	if claim.Version != version {
		return Person{}, Refuse(Changed)
	}
	// Who became known in another way meanwhile is not overwritten.
	if _, known := PersonOf(b, telegram); known {
		return Person{}, Refuse(Settled)
	}
	u, _ := Units.Get(b, string(claim.Unit))
	p := Person{ID: JoinedID(telegram), Name: claim.Name, Duties: []Duty{{role, claim.Unit}}, Language: claim.Language}
	if as != "" {
		if p, ok = People.Get(b, string(as)); !ok || !claim.mayBe(p) {
			return Person{}, Refuse(Settled)
		}
	}
	settleClaim(b, claim.Key(), now)
	accepted := as != "" || role != ""
	b.Note(Event{At: now, Kind: ClaimDecided, Object: claim.Key(), By: by.ID, Payload: Facts{"accepted": accepted, "as": as, "role": role, "unit": claim.Unit}})
	answer := Letter{Chat: claim.Telegram, Text: "say/claim-refused", Language: c.Language, Written: now, Facts: Facts{"unit": u.Named(), "name": claim.Name}}
	if accepted {
		given := Approval{Telegram: telegram, Person: p.ID, Former: p.Telegram, Reach: p.Reach, At: now}
		if as == "" {
			given.Duty = p.Duties[0]
		}
		c.tellMoved(b, p, by, now)
		p = Bind(b, p, telegram, now)
		answer.Text, answer.Language = "say/claim-accepted", c.Speaks(p)
		answer.Facts = Facts{"unit": u.Named(), "name": p.Name}
		if claim.Private {
			p = Reached(b, p, now)
		}
		c.approve(b, given, p, by)
		c.RingReached(b, p, now)
		if as == "" {
			c.reseat(b, []PersonID{p.ID}, by, now)
		}
	}
	if claim.Private {
		Tell(b, answer)
	}
	return p, nil
}

// AskSure tells whether the office has to be asked once more before it decides that a claim is a person: their account would see
// everything from then on, and the one they have nothing. A second press of the same person, after they can have read the question, counts.
func (c College) AskSure(b Book, telegram int64, as PersonID, by Person, now time.Time) (Person, bool) {
	claim, waits := Claims.Get(b, strconv.FormatInt(telegram, 10))
	p, there := People.Get(b, string(as))
	if !waits || !there || p.Telegram == 0 || !p.Decides() || !claim.mayBe(p) {
		return p, false
	}
	if claim.Sure.By == by.ID && claim.Moves == as && !Hastily(claim.Sure.At, now) {
		return p, false
	}
	claim.Sure, claim.Moves = Act{by.ID, now}, as
	Claims.Put(b, claim)
	return p, true
}

// tellMoved tells the account that a person has that they are registered with another from now on: it may not have been they who asked.
func (c College) tellMoved(b Book, p, by Person, now time.Time) {
	if p.Telegram != 0 && p.Reach == Open {
		Tell(b, Letter{Chat: p.Telegram, Text: "say/account-moved", Language: c.Speaks(p), Urgency: Urgent, Written: now,
			Facts: Facts{"name": p.Name, "by": by.Name, "phone": c.DutyPhone, "back": false}})
	}
}

// settleClaim forgets a claim and the questions about it.
func settleClaim(b Book, key string, now time.Time) {
	Claims.Drop(b, key)
	Withdraw(b, "claim/"+key)
	Touch(b, JoiningCard, string(DateOf(now)), now)
}

// IssueCode keeps the digest of the one-time code with which the first administrator makes themselves known.
func IssueCode(b Book, code string) {
	p := Office(b)
	p.Code = digest(code)
	p.Keep(b)
}

// UseCode makes whoever knows the code the first office administrator.
func (c College) UseCode(b Book, code, name string, telegram int64, now time.Time) (Person, error) {
	p := Office(b)
	if p.Code == "" || subtle.ConstantTimeCompare([]byte(p.Code), []byte(digest(code))) != 1 {
		return Person{}, Refuse(WrongCode)
	}
	p.Code = ""
	p.Keep(b)
	admin, known := PersonOf(b, telegram)
	if !known {
		admin = Person{ID: JoinedID(telegram), Name: name}
		// The roster may name an administrator whose account is not known yet: this is who it meant.
		for _, who := range Holders(b, Admin) {
			if who.Telegram == 0 {
				admin = who
				break
			}
		}
	}
	if !admin.Holds(Admin) {
		admin.Duties = append(admin.Duties, Duty{Role: Admin})
	}
	admin = Reached(b, Bind(b, admin, telegram, now), now)
	c.RingReached(b, admin, now)
	settleClaim(b, strconv.FormatInt(telegram, 10), now)
	b.Note(Event{At: now, Kind: CodeUsed, Object: admin.Key(), By: admin.ID})
	return admin, nil
}

func digest(code string) string {
	sum := sha256.Sum256([]byte(code))
	return hex.EncodeToString(sum[:])
}
