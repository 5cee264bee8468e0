package workgroup

import "time"

// Holding is who has taken a case. It expires: without progress the case goes back to the ladder.
type Holding struct {
	Holder  PersonID  `json:"holder,omitempty"`
	Since   time.Time `json:"since,omitzero"`
	Lapsed  PersonID  `json:"lapsed,omitempty"`  // whose holding expired or who gave it back last
	Expired bool      `json:"expired,omitempty"` // it expired
	Offered PersonID  `json:"offered,omitempty"` // is asked to take it over
	Refused PersonID  `json:"refused,omitempty"` // was asked last, and does not take it over
	Quiet   time.Time `json:"quiet,omitzero"`    // the holder is rung then, or has been and loses it then
	Nudged  bool      `json:"nudged,omitempty"`  // the holder has been rung for its silence
	Snoozed string    `json:"snoozed,omitempty"` // the reason the holder gave for a pause
}

// longestPause is how long a holder may put a case off.
const longestPause = 15 * time.Minute

// Pauses are the reasons for putting a case off.
var Pauses = []string{"verify", "contact", "way"}

// IsOver refuses what is for an open case: it was closed, and when.
func (k Case) IsOver() error {
	return Refuse(CaseOver, "code", k.Code(), "at", k.Closed.Format("01-02 15:04"))
}

// openCase is a case that is not closed.
func openCase(b Book, key string) (Case, error) {
	k, ok := Cases.Get(b, key)
	switch {
	case !ok:
		return k, Refuse(NoCase)
	case !k.Closed.IsZero():
		return k, k.IsOver()
	}
	return k, nil
}

// heldCase is an open case that by holds.
func heldCase(b Book, key string, by Person) (Case, error) {
	k, err := openCase(b, key)
	if err == nil && (by.ID == "" || k.Holder != by.ID) {
		err = Refuse(NotHolder, "by", nameOf(b, k.Holder))
	}
	return k, err
}

func nameOf(b Book, id PersonID) string {
	p, _ := People.Get(b, string(id))
	return p.Name
}

// TakeCase makes a person the case's holder: it asks nothing, and the ringing stops for all in the same commit. Who comes
// second learns who was first. Whoever takes a case on their shift has come.
func (c College) TakeCase(b Book, key string, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return k, err
	case !by.Watches(b, now):
		return k, Refuse(NotWatch)
	case k.Holder == by.ID:
		return k, Refuse(CaseTaken, "by", by.Name, "at", c.MomentFacts(k.Since, now))
	case k.Holder != "" && k.Offered != by.ID && c.holds(b, k):
		return k, Refuse(CaseTaken, "by", nameOf(b, k.Holder), "at", c.MomentFacts(k.Since, now))
	}
	from := k.Holder
	k.Holder, k.Since, k.Offered, k.Refused, k.Lapsed = by.ID, now, "", "", ""
	if k.Taken.IsZero() {
		k.Taken = now
	}
	k = c.progress(c.aim(k.read(by.ID, now), now), now)
	k.Cried = time.Time{}
	silence(b, k)
	b.Note(Event{At: now, Kind: CaseTakenOn, Object: key, By: by.ID, Payload: Facts{"from": from}})
	k = k.keep(b, now)
	c.show(b, k, by, false, now)
	if from == "" {
		c.post(b, k, false, now)
	}
	c.tellReporter(b, k, "say/case-taken", Facts{"by": by.Name, "phone": by.Phone}, now)
	c.come(b, by, now)
	return k, nil
}

// holds tells whether a case's holder can still be waited for: somebody of the roster who can be written to.
func (c College) holds(b Book, k Case) bool {
	p, ok := People.Get(b, string(k.Holder))
	return ok && p.Reachable()
}

// silence keeps the copies of a case's card that have not rung yet from ringing: somebody has it.
func silence(b Book, k Case) {
	var waiting []Card
	for card := range Cards.Each(b, CaseCard+"/"+k.Key()+"@") {
		if card.Chat > 0 && card.Person != k.Holder && (card.Repost || card.Message == 0) {
			waiting = append(waiting, card)
		}
	}
	for _, card := range waiting {
		card.Repost, card.Gone = false, card.Message == 0
		Cards.Put(b, card)
	}
}

// progress notes that a case moves: its holder is not rung before it has been quiet for a while again.
func (c College) progress(k Case, now time.Time) Case {
	k.Quiet, k.Nudged, k.Snoozed = time.Time{}, false, ""
	if k.Holder != "" && !k.Settled() {
		k.Quiet = now.Add(c.Ladder.Quiet)
	}
	return k
}

// Stir is a sign of life of a case's holder: the case is not taken from them before it has been quiet for a while again.
func (c College) Stir(b Book, k Case, now time.Time) Case { return c.progress(k, now).keep(b, now) }

// hush is what a quiet case does: its holder is rung, and when that does not help the ladder goes on.
func (c College) hush(b Book, k Case, now time.Time) Case {
	k.Quiet = time.Time{}
	if k.Settled() {
		return k
	}
	// Who has left the roster, or cannot be written to, is not waited for.
	if holder, _ := People.Get(b, string(k.Holder)); c.holds(b, k) && !k.Nudged {
		k.Nudged, k.Quiet = true, now.Add(c.Ladder.Grace)
		c.show(b, k, holder, true, now)
		b.Note(Event{At: now, Kind: CaseQuiet, Object: k.Key(), Payload: Facts{"holder": k.Holder}})
		return k
	}
	b.Note(Event{At: now, Kind: CaseLapsed, Object: k.Key(), Payload: Facts{"holder": k.Holder}})
	return c.release(b, k, true, now)
}

// release takes the case from its holder, who let it expire or gave it back, and has the ladder go on.
func (c College) release(b Book, k Case, expired bool, now time.Time) Case {
	k.Expired = expired
	holder, _ := People.Get(b, string(k.Holder))
	if k.Reporter.Person == "" || k.Reporter.Person != k.Holder {
		c.tellReporter(b, k, "say/case-left", Facts{"by": holder.Name, "phone": c.PhoneNow(b, now)}, now)
	}
	if expired {
		c.Tell(b, holder, Letter{Text: "say/case-lapsed", Facts: Facts{"code": k.Code()}, Lane: "urgent", Urgency: Urgent, Written: now, About: Ref{k.Key(), k.Version}})
	}
	k.Lapsed, k.Holder, k.Offered, k.Refused, k.Quiet, k.Nudged, k.Snoozed = k.Holder, "", "", "", time.Time{}, false, ""
	return c.resume(b, k, now)
}

// GiveBack gives a case back to the ladder.
func (c College) GiveBack(b Book, key string, by Person, now time.Time) (Case, error) {
	k, err := heldCase(b, key, by)
	if err != nil {
		return k, err
	}
	b.Note(Event{At: now, Kind: CaseGivenBack, Object: key, By: by.ID})
	return c.release(b, k, false, now).keep(b, now), nil
}

// Offer asks somebody to take the case over; until they do, it stays with its holder.
func (c College) Offer(b Book, key string, to PersonID, by Person, now time.Time) (Case, error) {
	k, err := heldCase(b, key, by)
	if err != nil {
		return k, err
	}
	p, ok := People.Get(b, string(to))
	if !ok || !p.Watches(b, now) || p.ID == by.ID || !p.Reachable() {
		return k, Refuse(Unreached, "name", p.Name)
	}
	k.Offered, k.Refused = to, ""
	b.Note(Event{At: now, Kind: CaseOffered, Object: key, By: by.ID, Payload: Facts{"to": to}})
	k = k.keep(b, now)
	c.show(b, k, p, true, now)
	return k, nil
}

// Decline is the word of whoever was asked to take a case over that they do not (不接): it stays with its holder, who is rung.
func (c College) Decline(b Book, key string, by Person, now time.Time) (Case, error) {
	k, err := openCase(b, key)
	switch {
	case err != nil:
		return k, err
	case by.ID == "" || k.Offered != by.ID:
		return k, Refuse(NotAsked, "holder", nameOf(b, k.Holder))
	}
	k.Offered, k.Refused = "", by.ID
	b.Note(Event{At: now, Kind: CaseDeclined, Object: key, By: by.ID, Payload: Facts{"holder": k.Holder}})
	k = k.keep(b, now)
	if holder, ok := People.Get(b, string(k.Holder)); ok {
		c.Tell(b, holder, Letter{Text: "say/case-declined", Facts: Facts{"code": k.Code(), "by": by.Name, "phone": by.Phone}, Lane: "urgent", Urgency: Urgent, Written: now, About: Ref{Object: k.Key()},
			Buttons: [][]Button{{{Label: "button/offer", Verb: "offer", Object: k.Key(), Version: k.Version}, {Label: "button/give", Verb: "give", Object: k.Key(), Version: k.Version}}}})
	}
	return k, nil
}

// Snooze puts the case off for a stated reason, for at most fifteen minutes.
func (c College) Snooze(b Book, key string, pause time.Duration, reason string, by Person, now time.Time) (Case, error) {
	k, err := heldCase(b, key, by)
	switch {
	case err != nil:
		return k, err
	case reason == "":
		return k, Refuse(NoReason)
	}
	k = c.progress(k, now)
	k.Snoozed = reason
	if !k.Quiet.IsZero() {
		k.Quiet = now.Add(min(max(pause, time.Minute), longestPause))
	}
	b.Note(Event{At: now, Kind: CaseSnoozed, Object: key, By: by.ID, Payload: Facts{"minutes": int(pause.Minutes()), "reason": reason}})
	return k.keep(b, now), nil
}
