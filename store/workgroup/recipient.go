package workgroup

import "slices"

// Recipient is an authority to whom reports go (报送对象), with the way and the time that it asks for.
type Recipient struct {
	Named
	How string // 报送方式: “政务邮箱”; "": as people write it
	By  string // 要求时限, a time of day; "": none
}

// UsuallySentBy is when an addressee that asks for no time should have the day's report, where the settings do not say.
const UsuallySentBy = "17:30"

// Addressees are the authorities that a report of this college goes to: those of the settings, else the one body.
func (c College) Addressees() []Recipient {
	if len(c.Recipients) > 0 {
		return c.Recipients
	}
	return []Recipient{{Named: c.Body("command")}}
}

// Unsent are the addressees to whom nobody has sent a paper yet, in the order of the settings.
func (c College) Unsent(p Paper) []Recipient {
	all := slices.Clone(c.Addressees())
	if len(p.Sendings) == 0 && !p.Sent.At.IsZero() {
		return nil // of a time when there was one
	}
	return slices.DeleteFunc(all, func(r Recipient) bool {
		return slices.ContainsFunc(p.Sendings, func(s Sending) bool { return s.To == r.Name })
	})
}

// Awaiting are the addressees to whom a paper is still to be sent: nobody, once it was corrected.
func (c College) Awaiting(b Book, p Paper) []Recipient {
	if Superseded(b, p) {
		return nil
	}
	return c.Unsent(p)
}

// RecipientNames are their names.
func RecipientNames(all []Recipient) []Named {
	out := []Named{}
	for _, r := range all {
		out = append(out, r.Named)
	}
	return out
}

// sentTo tells whether an addressee has got a paper; an entry of a time when there was one names none.
func (p Paper) sentTo(to string) bool {
	return slices.ContainsFunc(p.AllSendings(), func(s Sending) bool { return s.To == "" || s.To == to })
}

// FirstFor tells whether a correction is the first that an addressee gets of a date: it has not got what is corrected.
func FirstFor(b Book, p Paper, to string) bool {
	if p.Corrects == "" {
		return false
	}
	for one := range Papers.Each(b, string(p.Date)+"/") {
		if one.sentTo(to) {
			return false
		}
	}
	return true
}

// AllSendings are how a paper went out, in the order in which that was entered.
func (p Paper) AllSendings() []Sending {
	if len(p.Sendings) == 0 && !p.Sent.At.IsZero() {
		return []Sending{p.Sent}
	}
	return p.Sendings
}
