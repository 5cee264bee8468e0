package workgroup

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strconv"
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
	Version  uint64    `json:"version"`
}

// Key is the numeric id: whoever says it twice has one claim.
func (c Claim) Key() string { return strconv.FormatInt(c.Telegram, 10) }

// Claims wait for the office.
var Claims = Shelf[Claim]{"claims"}

// Claim keeps who somebody says they are and asks the office.
func (c College) Claim(b Book, claim Claim, now time.Time) {
	old, _ := Claims.Get(b, claim.Key())
	claim.Version, claim.Private = old.Version+1, claim.Private || old.Private
	Claims.Put(b, claim)
	b.Note(Event{At: now, Kind: ClaimMade, Object: claim.Key()})
	Withdraw(b, "claim/"+claim.Key())
	u, _ := Units.Get(b, string(claim.Unit))
	for _, p := range Holders(b, Admin, Director, Staff) {
		l := Letter{Text: "say/claim", About: Ref{"claim/" + claim.Key(), claim.Version}, Written: now,
			Facts: Facts{"name": claim.Name, "unit": u.Named(), "id": claim.Key()}}
		for _, who := range Candidates(b, claim) {
			l.Buttons = append(l.Buttons, []Button{{Label: "button/claim-is", Facts: Facts{"name": who.Name, "title": who.Title},
				Verb: "is", Object: claim.Key() + "/" + string(who.ID), Version: claim.Version}})
		}
		l.Buttons = append(l.Buttons,
			[]Button{{Label: "button/claim-head", Verb: "is", Object: claim.Key() + "/" + string(Head), Version: claim.Version},
				{Label: "button/claim-deputy", Verb: "is", Object: claim.Key() + "/" + string(Deputy), Version: claim.Version}},
			[]Button{{Label: "button/claim-no", Verb: "isnot", Object: claim.Key(), Version: claim.Version}})
		c.Tell(b, p, l)
	}
}

// Candidates are the roster's people of the claimed unit who have no account yet and whose name fits: the whole name, or
// the surname with a form of address.
func Candidates(b Book, claim Claim) []Person {
	var out []Person
	name := []rune(claim.Name)
	for _, p := range Speakers(b, claim.Unit) {
		full := []rune(p.Name)
		if p.Telegram == 0 && len(full) > 0 && (p.Name == claim.Name || len(name) > 0 && name[0] == full[0]) {
			out = append(out, p)
		}
	}
	return out
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
	u, _ := Units.Get(b, string(claim.Unit))
	p := Person{ID: PersonID("tg" + claim.Key()), Name: claim.Name, Duties: []Duty{{role, claim.Unit}}, Language: claim.Language}
	if as != "" {
		if p, ok = People.Get(b, string(as)); !ok || p.Telegram != 0 {
			return Person{}, Refuse(Settled)
		}
	}
	Claims.Drop(b, claim.Key())
	Withdraw(b, "claim/"+claim.Key())
	accepted := as != "" || role != ""
	b.Note(Event{At: now, Kind: ClaimDecided, Object: claim.Key(), By: by.ID, Payload: Facts{"accepted": accepted}})
	answer := Letter{Chat: claim.Telegram, Text: "say/claim-refused", Language: c.Language, Written: now, Facts: Facts{"unit": u.Named()}}
	if accepted {
		p = Bind(b, p, telegram, now)
		answer.Text, answer.Language = "say/claim-accepted", c.Speaks(p)
		answer.Facts = Facts{"unit": u.Named(), "name": p.Name}
		if claim.Private {
			p = Reached(b, p, now)
		}
	}
	if claim.Private {
		Tell(b, answer)
	}
	return p, nil
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
		admin = Person{ID: PersonID("tg" + strconv.FormatInt(telegram, 10)), Name: name}
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
	b.Note(Event{At: now, Kind: CodeUsed, Object: admin.Key(), By: admin.ID})
	return admin, nil
}

func digest(code string) string {
	sum := sha256.Sum256([]byte(code))
	return hex.EncodeToString(sum[:])
}
