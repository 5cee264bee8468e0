package workgroup

import (
	"slices"
	"time"
)

// MaySend tells whether somebody may enter that a paper was sent. One that is filed may be wanting again, where an entry was put right; one that was
// corrected since may have gone to another before anybody knew.
func MaySend(b Book, key string, version uint64, by Person) (Paper, error) {
	p, err := paperAt(b, key, version, PaperSigned, PaperSent, PaperFiled)
	if err == nil && p.State != PaperSigned && !p.Wanting && !Superseded(b, p) {
		p, err = paperAt(b, key, version, PaperSigned)
	}
	switch {
	case err != nil:
		return p, err
	case !by.Holds(Drafters...):
		return p, Refuse(NotForYou)
	case p.Copy == "":
		return p, Refuse(PaperCopyless)
	}
	return p, nil
}

// SendPaper enters that a person sent the paper to one of its addressees, the next where they name none: how, when, and who took it. It is sent when each of them has it.
func (c College) SendPaper(b Book, key string, version uint64, s Sending, by Person, now time.Time) (Paper, error) {
	p, err := MaySend(b, key, version, by)
	if err == nil {
		err = c.soundSending(p, s, now)
	}
	if err != nil {
		return p, err
	}
	s.Entered = Act{by.ID, now}
	left := c.Unsent(p)
	switch {
	case s.To != "" && !slices.ContainsFunc(left, func(r Recipient) bool { return r.Name == s.To }):
		return p, Refuse(PaperAddressee, "to", s.To, "left", RecipientNames(left))
	case s.To == "" && len(left) > 0:
		s.To = left[0].Name
	}
	p.Sent, p.Sendings = s, append(slices.Clone(p.Sendings), s)
	p.note(b, PaperSentOff, by, now, Facts{"to": s.To, "how": s.How, "received": s.Received})
	return c.sentFurther(b, p).keep(b, now), nil
}

// soundSending refuses an entry that is not whole, or says a moment at which the paper cannot have gone out.
func (c College) soundSending(p Paper, s Sending, now time.Time) error {
	switch {
	case s.How == "" || s.Received == "" || s.At.IsZero():
		return Refuse(PaperSendWords, "n", 0, "time", "")
	case s.At.After(now):
		return Refuse(NotYet, "at", c.MomentFacts(s.At, now))
	case s.At.Before(p.Signature.At.Truncate(time.Minute)):
		return Refuse(PaperSentEarly, "at", p.Signature.At.In(c.Zone).Format("15:04"))
	}
	return nil
}

// sentFurther is where a paper has come by its entries: sent when each addressee has it, and not any more when one of them turns out not to.
// What is filed stays filed under its number.
func (c College) sentFurther(b Book, p Paper) Paper {
	left := len(c.Awaiting(b, p))
	p.Wanting = left > 0 && p.State == PaperFiled
	switch {
	case left == 0 && p.State != PaperFiled:
		p.State = PaperSent
		Withdraw(b, outgoingObject(p.Date))
	case left > 0 && p.State == PaperSent:
		p.State = PaperSigned
	}
	return p
}

// MayAmendSending tells whether somebody may put right what was entered of a sending.
func MayAmendSending(b Book, key string, version uint64, by Person) (Paper, error) {
	p, err := paperAt(b, key, version, PaperSigned, PaperSent, PaperFiled)
	switch {
	case err != nil:
		return p, err
	case !by.Holds(Drafters...):
		return p, Refuse(NotForYou)
	case len(p.AllSendings()) == 0:
		return p, Refuse(PaperUnentered)
	}
	return p, nil
}

// AmendSending puts right the n-th entry of how a paper was sent (更正登记): what it says in place of what was entered, which is kept beside it.
// What it does not say stays. Whoever has not got the paper after all is reminded of again.
func (c College) AmendSending(b Book, key string, version uint64, n int, s Sending, by Person, now time.Time) (Paper, error) {
	p, err := MayAmendSending(b, key, version, by)
	if err != nil {
		return p, err
	}
	all := slices.Clone(p.AllSendings())
	if n < 0 || n >= len(all) {
		return p, Refuse(Changed)
	}
	old := all[n]
	if s.To == "" {
		s.To = old.To
	}
	if s.How == "" && s.Received == "" && s.At.IsZero() {
		s.How, s.Received, s.At = old.How, old.Received, old.At
	}
	if err = c.soundSending(p, s, now); err != nil {
		return p, err
	}
	others := slices.Delete(slices.Clone(all), n, n+1)
	taken := slices.ContainsFunc(others, func(o Sending) bool { return o.To == s.To })
	if known := slices.ContainsFunc(c.Addressees(), func(r Recipient) bool { return r.Name == s.To }); taken || !known && s.To != old.To {
		return p, Refuse(PaperAddressee, "to", s.To, "left", RecipientNames(c.Unsent(p)))
	}
	if s.To == old.To && s.How == old.How && s.Received == old.Received && s.At.Equal(old.At) {
		return p, Refuse(OwnAgain)
	}
	s.Entered = Act{by.ID, now}
	all[n] = s
	p.Sendings, p.Struck = all, append(slices.Clone(p.Struck), Struck{old, s.To, Act{by.ID, now}})
	p.Sent = all[len(all)-1]
	p.note(b, PaperSendingAmended, by, now, Facts{"n": n + 1, "was": old.To, "to": s.To, "how": s.How, "received": s.Received})
	c.missAgain(b, p.Date, old.To)
	return c.sentFurther(b, p).keep(b, now), nil
}

// missAgain has the day's watch remind the office of an addressee anew, who was thought to have a report and has none.
func (c College) missAgain(b Book, d Date, to string) {
	o, ok := Outgoings.Get(b, string(d))
	if !ok {
		return
	}
	o.Told = slices.DeleteFunc(slices.Clone(o.Told), func(name string) bool { return name == to })
	o.Next = c.nextReminder(o)
	Outgoings.Put(b, o)
}
