package workgroup

import "time"

// unsign takes back a signature that no longer holds; it is kept. Whoever has the document is told, under it, that it is void.
func (c College) unsign(b Book, p *Paper, by Person, now time.Time, payload Facts) {
	if p.Copy != "" {
		was := *p
		was.Voided, was.Asked = nil, Sending{}
		p.Voided = &was
	}
	c.voidDocument(b, *p, now)
	p.Signature.Voided = now
	p.Void = append(p.Void, p.Signature)
	p.note(b, PaperVoided, by, now, with(payload, "digest", p.Signature.Digest))
	p.Signature, p.Copy, p.Annex = Signature{}, "", ""
}

// officialText is the letter that a signed document comes with.
const officialText = "say/paper-official"

// voidDocument says under each signed document that went out into a chat that it is void; those still on their way do not come any more.
func (c College) voidDocument(b Book, p Paper, now time.Time) {
	object := "official/" + p.Key()
	Withdraw(b, object)
	for l := range Sent.Each(b, "") {
		if signed, _ := l.Facts["signed"].(bool); l.About.Object != object || l.Text != officialText || !signed || l.Message == 0 {
			continue
		}
		Tell(b, Letter{Chat: l.Chat, Person: l.Person, Language: l.Language, Lane: l.Lane, Text: "say/paper-void", ReplyTo: l.Message, Urgency: Deadline, Written: now,
			About: Ref{Object: "void/" + p.Key()}, Facts: Facts{"date": p.Date, "digest": p.Signature.Digest[:8]}})
	}
}

// SendVoided enters that a document went out whose signature has fallen since, or before anybody knew: what has left the house stays as it left,
// and what is being written becomes its correction (更正件).
func (c College) SendVoided(b Book, key string, version uint64, s Sending, by Person, now time.Time) (Paper, error) {
	p, err := MaySendVoided(b, key, version, by)
	if err != nil {
		return p, err
	}
	was := *p.Voided
	if err = c.soundSending(was, s, now); err != nil {
		return p, err
	}
	fix := Paper{Date: p.Date, Number: p.Number + 1, State: PaperDraft, Drafter: p.Drafter, Drafted: now, Work: p.Work, Plans: p.Plans, WorkBy: p.WorkBy, PlansBy: p.PlansBy, Corrects: p.Key()}
	was.Void, was.Version = p.Void, p.Version
	was.note(b, PaperSentVoid, by, now, Facts{"digest": was.Signature.Digest})
	was = was.keep(b, now)
	if was, err = c.SendPaper(b, key, was.Version, s, by, now); err != nil {
		return p, err
	}
	fix.note(b, PaperDrafted, by, now, Facts{"corrects": fix.Corrects})
	c.watchCorrection(b, fix.Date, now)
	fix = fix.keep(b, now)
	c.supersede(b, was, now)
	l := Letter{Text: "say/paper-void-sent", Urgency: Deadline, Written: now, About: Ref{Object: "paper/" + fix.Key()},
		Facts: Facts{"date": p.Date, "digest": was.Signature.Digest[:8], "to": was.Sent.To, "how": s.How, "at": c.clock(s.At), "received": s.Received, "by": by.Name}}
	for _, one := range Holders(b, Drafters...) {
		c.Tell(b, one, l)
	}
	passPaper(b, fix, []Person{by}, now)
	return fix, nil
}

// AskVoided keeps how somebody says that a void document went out, until it is confirmed (SendVoided) or denied.
func AskVoided(b Book, key string, version uint64, s Sending, by Person, now time.Time) (Paper, error) {
	p, err := MaySendVoided(b, key, version, by)
	if err == nil {
		s.Entered = Act{by.ID, now}
		p.Asked = s
		Papers.Put(b, p)
	}
	return p, err
}

// DenyVoided enters that a void document did not go out after all.
func DenyVoided(b Book, key string, by Person, now time.Time) {
	if p, ok := Papers.Get(b, key); ok && p.AsksVoided() {
		p.note(b, PaperVoidUnsent, by, now, Facts{"digest": p.Voided.Signature.Digest, "asked": p.Asked.Entered.By})
		p.Asked = Sending{}
		Papers.Put(b, p)
	}
}

// AsksVoided tells whether nobody has said yet if a void document of a paper went out.
func (p Paper) AsksVoided() bool { return !p.Asked.At.IsZero() }

// MaySendVoided tells whether somebody may enter that a void document of a paper went out.
func MaySendVoided(b Book, key string, version uint64, by Person) (Paper, error) {
	p, err := paperAt(b, key, version, PaperDraft, PaperChecking, PaperReview, PaperReviewed, PaperToSign)
	switch {
	case err != nil:
	case !by.Holds(Drafters...):
		err = Refuse(NotForYou)
	case p.Voided == nil:
		err = p.elsewhere(b, false)
	}
	return p, err
}
