package workgroup

import (
	"crypto/subtle"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Invite is a one-time link that makes an account somebody's: of one person, or of a unit, whose people not yet bound choose
// themselves. What the link says is never kept, only its digest.
type Invite struct {
	ID      uint64    `json:"id"`
	Digest  string    `json:"digest"`
	Person  PersonID  `json:"person,omitempty"`
	Unit    UnitID    `json:"unit,omitempty"`
	By      PersonID  `json:"by"`
	At      time.Time `json:"at"`
	Until   time.Time `json:"until"`
	Revoked time.Time `json:"revoked,omitzero"`
	Used    time.Time `json:"used,omitzero"`
	Account int64     `json:"account,omitempty"` // that has used it
	Opened  []int64   `json:"opened,omitempty"`  // accounts that may choose who of the unit they are
	Told    []int64   `json:"told,omitempty"`    // accounts that opened it when it was used, and the office knows
}

// Key sorts invites by the order they were made in.
func (i Invite) Key() string { return NumberKey(i.ID) }

// Invites are kept for some weeks, so that an old link is answered for what it is.
var Invites = Shelf[Invite]{Name: "invites"}

const (
	inviteLasts = 7 * 24 * time.Hour
	mostOpeners = 20 // accounts that one unit's link lets choose
)

// Open tells whether a link can still be used.
func (i Invite) Open(now time.Time) bool {
	return i.Used.IsZero() && i.Revoked.IsZero() && now.Before(i.Until)
}

// IsInvite tells whether what stands behind /start has the shape of a link of ours.
func IsInvite(payload string) bool {
	_, _, ok := cutInvite(payload)
	return ok
}

func cutInvite(payload string) (id uint64, secret string, ok bool) {
	number, secret, cut := strings.Cut(payload, "_")
	number, is := strings.CutPrefix(number, "i")
	id, err := strconv.ParseUint(number, 36, 64)
	return id, secret, cut && is && err == nil && secret != ""
}

// Invite makes a link for a person or a unit, and returns what stands behind “start=” in it: letters, digits and _, at most 64. The
// secret must be one that nobody can guess. A person’s link takes the place of the one they had.
func (c College) Invite(b Book, i Invite, secret string, by Person, now time.Time) (Invite, string) {
	if i.Person != "" {
		revokeFor(b, i.Person, now)
	}
	i.ID, i.By, i.At, i.Until = b.Number(Invites.Name), by.ID, now, now.Add(inviteLasts)
	i.Digest = digest(secret)
	Invites.Put(b, i)
	touchCoverage(b, now)
	b.Note(Event{At: now, Kind: InviteMade, Object: i.Key(), By: by.ID, Payload: Facts{"person": i.Person, "unit": i.Unit}})
	return i, "i" + strconv.FormatUint(i.ID, 36) + "_" + secret
}

// revokeFor takes back the links of a person that can still be used.
func revokeFor(b Book, id PersonID, now time.Time) {
	for _, i := range openInvites(b, now) {
		if i.Person == id {
			i.Revoked = now
			Invites.Put(b, i)
		}
	}
}

func openInvites(b Book, now time.Time) (open []Invite) {
	for i := range Invites.Each(b, "") {
		if i.Open(now) {
			open = append(open, i)
		}
	}
	return open
}

// RevokeInvites is 「作废」: the links of those keys that can still be used, no more. It tells how many there were.
func (c College) RevokeInvites(b Book, first, last string, by Person, now time.Time) (n int, err error) {
	if !by.Decides() {
		return 0, Refuse(NotForYou)
	}
	for _, i := range openInvites(b, now) {
		if first <= i.Key() && i.Key() <= last {
			i.Revoked = now
			Invites.Put(b, i)
			b.Note(Event{At: now, Kind: InviteTakenBack, Object: i.Key(), By: by.ID})
			n++
		}
	}
	if n == 0 {
		return 0, Refuse(Settled)
	}
	touchCoverage(b, now)
	return n, nil
}

// Arrival is what opening a link came to: somebody known, people of a unit to choose from, or a question to the office.
type Arrival struct {
	Invite Invite
	Person Person
	Bound  bool     // just now; else they were known already
	Choose []Person // who of the unit they may be
	Asked  bool     // the person has another account: the office decides
}

// OpenInvite is somebody opening a link in their private chat. A person’s link binds the account; a unit’s asks who of it they are.
func (c College) OpenInvite(b Book, payload string, telegram int64, lang Language, now time.Time) (Arrival, error) {
	id, secret, _ := cutInvite(payload)
	i, kept := Invites.Get(b, NumberKey(id))
	if subtle.ConstantTimeCompare([]byte(i.Digest), []byte(digest(secret))) != 1 || !kept {
		return Arrival{}, Refuse(InviteUnknown)
	}
	o := Arrival{Invite: i}
	if p, known := PersonOf(b, telegram); known {
		if o.Person = p; i.Account != telegram && p.ID != i.Person && (i.Unit == "" || !p.Speaks(i.Unit)) {
			return o, Refuse(InviteOthers, "name", p.Name)
		}
		// Whoever was registered in another way needs their link no more, and nobody else may have it.
		if i.Person == p.ID && i.Open(now) {
			i.use(b, p, telegram, now)
		}
		return o, nil
	}
	if _, waits := Claims.Get(b, strconv.FormatInt(telegram, 10)); waits && i.Account == telegram {
		o.Asked = true
		return o, nil
	}
	if err := i.refused(telegram, now); err != nil {
		return o, err
	}
	if i.Unit != "" {
		if o.Choose = Unbound(b, i.Unit); len(o.Choose) == 0 {
			u, _ := Units.Get(b, string(i.Unit))
			return o, Refuse(InviteFull, "unit", u.Named(), "office", false)
		}
		if !slices.Contains(i.Opened, telegram) && len(i.Opened) < mostOpeners {
			i.Opened = append(i.Opened, telegram)
			Invites.Put(b, i)
		}
		return o, nil
	}
	p, there := People.Get(b, string(i.Person))
	if !there || !p.Left.IsZero() {
		return o, Refuse(InviteRevoked)
	}
	if p.Telegram == 0 {
		o.Person, o.Bound = c.bindInvited(b, i, p, telegram, lang, now), true
		return o, nil
	}
	// They have another account: a new telephone, or somebody else has the link. The office decides, as on any claim.
	claim := Claim{Telegram: telegram, Chat: telegram, Name: p.Name, Words: p.Name, Language: lang, At: now, Private: true}
	if units := p.Units(); len(units) > 0 {
		claim.Unit = units[0]
	}
	if _, err := c.Claim(b, claim, now); err != nil {
		return o, err
	}
	i.use(b, Person{}, telegram, now) // who it was is not known yet
	o.Person, o.Asked = p, true
	return o, nil
}

// refused says why an account cannot use a link; nil when it can. Who has used it themselves, and was not registered or is no more,
// has only a link that is over.
func (i Invite) refused(telegram int64, now time.Time) error {
	switch {
	case !i.Used.IsZero() && i.Account == telegram:
		return Refuse(InviteRevoked)
	case !i.Used.IsZero():
		return Refuse(InviteUsed)
	case !i.Revoked.IsZero():
		return Refuse(InviteRevoked)
	case !now.Before(i.Until):
		return Refuse(InviteExpired)
	}
	return nil
}

// Unbound are the people who speak for a unit and have no account yet.
func Unbound(b Book, u UnitID) (out []Person) {
	for _, p := range Speakers(b, u) {
		if p.Telegram == 0 && p.Left.IsZero() {
			out = append(out, p)
		}
	}
	return out
}

// ChooseInvited is who of a unit’s people somebody says they are, having opened the unit’s link.
func (c College) ChooseInvited(b Book, key string, who PersonID, telegram int64, lang Language, now time.Time) (Person, error) {
	i, ok := Invites.Get(b, key)
	if !ok || !slices.Contains(i.Opened, telegram) {
		return Person{}, Refuse(Changed)
	}
	if err := i.refused(telegram, now); err != nil {
		return Person{}, err
	}
	for _, p := range Unbound(b, i.Unit) {
		if p.ID == who {
			return c.bindInvited(b, i, p, telegram, lang, now), nil
		}
	}
	return Person{}, Refuse(Settled)
}

func (i Invite) use(b Book, p Person, telegram int64, now time.Time) {
	i.Used, i.Account = now, telegram
	Invites.Put(b, i)
	b.Note(Event{At: now, Kind: InviteUsedUp, Object: i.Key(), By: p.ID})
}

// bindInvited makes the account the person’s, and tells who made the link, with the way back.
func (c College) bindInvited(b Book, i Invite, p Person, telegram int64, lang Language, now time.Time) Person {
	a := Approval{ID: b.Number(Approvals.Name), Telegram: telegram, Person: p.ID, Reach: p.Reach, At: now}
	Approvals.Put(b, a)
	settleClaim(b, strconv.FormatInt(telegram, 10), now)
	if p.Language == "" {
		p.Language = lang
	}
	i.use(b, p, telegram, now)
	revokeFor(b, p.ID, now)
	p = Reached(b, Bind(b, p, telegram, now), now)
	l := Letter{Text: "say/invite-used", About: Ref{Object: "approval/" + a.Key()}, Silent: true, Written: now,
		Facts:   Facts{"name": p.Name, "duties": p.duties(b), "id": strconv.FormatInt(telegram, 10)},
		Buttons: [][]Button{{{Label: "button/undo", Verb: "undo", Object: a.Key()}}}}
	if by, ok := People.Get(b, string(i.By)); !ok || !by.Decides() || !c.Tell(b, by, l) {
		for _, who := range Holders(b, Deciders...) {
			c.Tell(b, who, l)
		}
	}
	c.RingReached(b, p, now)
	return p
}

// TellUsed tells the office, once an account, that somebody else has opened a link that was used: it may have been passed on.
func (c College) TellUsed(b Book, i Invite, telegram int64, name string, now time.Time) {
	if slices.Contains(i.Told, telegram) || len(i.Told) >= mostOpeners {
		return
	}
	i.Told = append(i.Told, telegram)
	Invites.Put(b, i)
	who, _ := PersonOf(b, i.Account)
	u, _ := Units.Get(b, string(i.Unit))
	l := Letter{Text: "say/invite-misused", Written: now, Facts: Facts{"name": who.Name, "unit": u.Named(), "other": name, "id": strconv.FormatInt(telegram, 10)}}
	for _, p := range Holders(b, Deciders...) {
		c.Tell(b, p, l)
	}
}
