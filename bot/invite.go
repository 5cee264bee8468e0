package bot

import (
	"errors"
	"strings"

	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

// inviteCommand is /invite: by names or a unit their one-time links, alone who can be written to in private.
func (t *turn) inviteCommand(args string) error {
	if !t.private() && !t.person.Reachable() {
		return workgroup.Refuse(workgroup.NoticePrivate, "bot", t.Username)
	}
	if args == "" {
		workgroup.Show(t.b, workgroup.Card{Kind: workgroup.CoverageCard, Object: workgroup.Everyone, Chat: t.person.Telegram, Person: t.person.ID, Repost: true}, t.now)
		return nil
	}
	if u, ok := t.unitCalled(args); ok {
		return t.inviteUnit(u)
	}
	ids, unknown, doubtful := workgroup.PeopleNamed(t.b, args)
	if len(unknown)+len(doubtful) > 0 {
		return workgroup.Refuse(workgroup.NamesUnknown, "unknown", unknown, "doubtful", doubtful)
	}
	return t.invite(ids)
}

// unitCalled is the unit whose name or alias somebody wrote.
func (t *turn) unitCalled(words string) (workgroup.Unit, bool) {
	words = strings.TrimSpace(words)
	for _, u := range workgroup.Roster(t.b) {
		for _, name := range append([]string{u.Name, u.English, string(u.ID)}, u.Aliases...) {
			if name != "" && strings.EqualFold(name, words) {
				return u, true
			}
		}
	}
	return workgroup.Unit{}, false
}

// inviteUnit makes one link of a unit: whoever opens it says which of its people they are.
func (t *turn) inviteUnit(u workgroup.Unit) error {
	left := workgroup.Unbound(t.b, u.ID)
	if len(left) == 0 {
		return workgroup.Refuse(workgroup.InviteFull, "unit", u.Named(), "office", true)
	}
	i, link := t.link(workgroup.Invite{Unit: u.ID})
	facts := t.inviteFacts(i)
	facts["unit"], facts["link"], facts["lines"] = u.Named(), link, []workgroup.Facts{}
	t.hand(facts, true)
	t.handed(i, i, workgroup.Facts{"n": 1, "unit": u.Named(), "left": len(left)})
	return nil
}

// invite makes a link for each of the people, each a message to be passed on.
func (t *turn) invite(ids []workgroup.PersonID) error {
	var made []workgroup.Invite
	for _, id := range ids {
		p, _ := workgroup.People.Get(t.b, string(id))
		if p.Telegram != 0 {
			if len(ids) == 1 {
				return workgroup.Refuse(workgroup.InviteKnown, "name", p.Name, "open", p.Reachable(), "bot", t.Username)
			}
			continue
		}
		made = append(made, t.handTo(p, len(ids) <= mostSquares))
	}
	if len(made) == 0 {
		return workgroup.Refuse(workgroup.InviteNobody)
	}
	t.handed(made[0], made[len(made)-1], workgroup.Facts{"n": len(made), "unit": workgroup.Named{}, "left": 0})
	return nil
}

// mostSquares is how many links at a time come with their picture; more are for forwarding, not for showing.
const mostSquares = 5

// handTo makes a person's link and gives it to the office as they can pass it on.
func (t *turn) handTo(p workgroup.Person, square bool) workgroup.Invite {
	i, link := t.link(workgroup.Invite{Person: p.ID})
	facts := t.inviteFacts(i)
	facts["link"], facts["unit"] = link, workgroup.Named{}
	facts["lines"] = []workgroup.Facts{{"name": p.Name, "duties": t.dutiesOf(p)}}
	t.hand(facts, square)
	return i
}

// link makes a link and returns its address, which is kept nowhere but in the letter on its way.
func (t *turn) link(i workgroup.Invite) (workgroup.Invite, string) {
	i, payload := t.College.Invite(t.b, i, t.Secret(), t.person, t.now)
	return i, "https://t.me/" + t.Username + "?start=" + payload
}

func (t *turn) inviteFacts(i workgroup.Invite) workgroup.Facts {
	until := i.Until.In(t.College.Zone)
	return workgroup.Facts{"on": workgroup.DateOf(until), "at": until.Format("15:04"), "college": t.College.Name}
}

// hand gives the office a link as text to forward, below its picture where one is wanted.
func (t *turn) hand(facts workgroup.Facts, square bool) {
	l := workgroup.Letter{Lane: "talk", Text: "say/invite", Facts: facts, Secret: true, Written: t.now}
	if square {
		l.Square, _ = facts["link"].(string)
	}
	t.College.Tell(t.b, t.person, l)
}

// handed says below the links what to do with them, and takes them back by one press.
func (t *turn) handed(first, last workgroup.Invite, facts workgroup.Facts) {
	t.College.Tell(t.b, t.person, workgroup.Letter{Lane: "talk", Text: "say/invite-made", Facts: facts, Written: t.now,
		Buttons: [][]workgroup.Button{{{Label: "button/revoke", Facts: workgroup.Facts{"n": facts["n"]}, Verb: "revoke", Object: first.Key() + "/" + last.Key()}}}})
}

// pressInviteAll makes links for everybody without an account who has none.
func (t *turn) pressInviteAll() error {
	if !t.person.Decides() {
		return workgroup.Refuse(workgroup.NotForYou)
	}
	people := workgroup.Uninvited(t.b, t.now)
	if len(people) == 0 {
		return workgroup.Refuse(workgroup.InviteNobody)
	}
	var ids []workgroup.PersonID
	for _, p := range people {
		ids = append(ids, p.ID)
	}
	if err := t.invite(ids); err != nil {
		return err
	}
	t.toast("toast/invited", false, workgroup.Facts{"n": len(ids)})
	return nil
}

// pressRevoke is 「作废」.
func (t *turn) pressRevoke() error {
	first, last, _ := strings.Cut(t.button.Object, "/")
	n, err := t.College.RevokeInvites(t.b, first, last, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/revoked", false, workgroup.Facts{"n": n})
	return nil
}

// openInvite is somebody who has opened a link.
func (t *turn) openInvite(payload string) error {
	a, err := t.College.OpenInvite(t.b, payload, t.from.ID, t.strangersLanguage(), t.now)
	switch {
	case err != nil:
		return t.usedBefore(a.Invite, err)
	case a.Asked:
		t.welcomeStranger(false)
	case a.Bound:
		t.joined(a.Person)
	case len(a.Choose) > 0:
		t.askWhich(a)
	default:
		t.reply("say/known-as", workgroup.Facts{"name": a.Person.Name, "duties": t.duties()})
	}
	return nil
}

// usedBefore tells the office that somebody has opened a link that another has used. What it is told stays, so that refusal is an answer
// like any other.
func (t *turn) usedBefore(i workgroup.Invite, err error) error {
	refusal := (*workgroup.Refusal)(nil)
	if !errors.As(err, &refusal) || refusal.Code != workgroup.InviteUsed {
		return err
	}
	t.College.TellUsed(t.b, i, t.from.ID, card.FirstLine(t.fullName()), t.now)
	t.refuse(refusal)
	return nil
}

// askWhich shows a unit's people who are not registered yet, to whoever has opened its link.
func (t *turn) askWhich(a workgroup.Arrival) {
	u, _ := workgroup.Units.Get(t.b, string(a.Invite.Unit))
	var rows [][]workgroup.Button
	for _, p := range a.Choose {
		rows = append(rows, []workgroup.Button{{Label: "button/me", Facts: workgroup.Facts{"name": p.Name, "title": p.Title}, Verb: "me", Object: a.Invite.Key() + "/" + p.Key()}})
	}
	rows = append(rows, []workgroup.Button{{Label: "button/me-none", Verb: "iam"}})
	t.reply("say/invite-which", workgroup.Facts{"unit": u.Named()}, rows...)
}

// pressMe is who of the unit they are.
func (t *turn) pressMe() error {
	invite, who, _ := strings.Cut(t.button.Object, "/")
	if t.known {
		t.toast("toast/claim-accepted", true, workgroup.Facts{"name": t.person.Name})
		return nil
	}
	if !t.private() {
		return workgroup.Refuse(workgroup.Changed)
	}
	p, err := t.College.ChooseInvited(t.b, invite, workgroup.PersonID(who), t.from.ID, t.strangersLanguage(), t.now)
	if err != nil {
		i, _ := workgroup.Invites.Get(t.b, invite)
		return t.usedBefore(i, err)
	}
	t.joined(p)
	return nil
}

// joined welcomes somebody whom a link has made known.
func (t *turn) joined(p workgroup.Person) {
	t.person, t.known = p, true
	t.toast("toast/claim-accepted", false, workgroup.Facts{"name": p.Name})
	t.reply("say/joined", workgroup.Facts{"name": p.Name, "duties": t.duties(), "head": len(p.Units()) > 0})
	t.openMatters()
	t.checkLadder()
	t.showOwed(p)
}

// showOwed has the board of today shown anew for somebody who joins in the middle of the day and owes.
func (t *turn) showOwed(p workgroup.Person) {
	for _, u := range p.Units() {
		if r, ok := workgroup.Rounds.Get(t.b, string(t.today())); ok && r.Owes(u) {
			workgroup.Touch(t.b, workgroup.BoardCard, r.Key(), t.now)
		}
	}
}
