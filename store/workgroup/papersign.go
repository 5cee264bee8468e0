package workgroup

import (
	"slices"
	"strings"
	"time"
)

// PaperReaders see papers on their way: those who draft, check, review and sign.
var PaperReaders = []Role{Director, Staff, Leading}

// ShowPaper puts a paper's card up for somebody, or anew at the bottom.
func ShowPaper(b Book, p Paper, to Person, now time.Time) {
	if to.Reachable() {
		Show(b, Card{Kind: PaperCard, Object: p.Key(), Chat: to.Telegram, Person: to.ID, Repost: true, Urgency: Deadline}, now)
	}
}

// passPaper puts a paper before those whose turn it is.
func passPaper(b Book, p Paper, to []Person, now time.Time) {
	for _, one := range to {
		if one.Left.IsZero() {
			ShowPaper(b, p, one, now)
		}
	}
}

// CheckPaper is the office's check (审核通过), by another than the drafter and than who signs: an ordinary paper goes to the director, an important one to
// the leading group.
func (c College) CheckPaper(b Book, key string, version uint64, by Person, now time.Time) (Paper, error) {
	p, err := MayCheck(b, key, version, by)
	if err != nil {
		return p, err
	}
	p.Checked = Act{by.ID, now}
	p.note(b, PaperPassed, by, now, nil)
	if p.Class() == PaperImportant {
		p.State = PaperReview
		p = p.keep(b, now)
		passPaper(b, p, Holders(b, Leading), now)
		return p, nil
	}
	p.State = PaperToSign
	p = p.keep(b, now)
	passPaper(b, p, Holders(b, Director), now)
	return p, nil
}

// MayReview tells whether somebody may record what the leading group found of a paper, or put it right as long as nobody has signed.
func MayReview(b Book, key string, version uint64, by Person) (Paper, error) {
	p, err := paperAt(b, key, version, PaperReview, PaperReviewed)
	if err == nil && !by.Holds(Leading) {
		err = Refuse(PaperReviewer)
	}
	return p, err
}

// ReviewPaper records what the leading group found of an important paper, after which the director may sign. Recorded again before that it is put right.
func (c College) ReviewPaper(b Book, key string, version uint64, found Review, by Person, now time.Time) (Paper, error) {
	p, err := MayReview(b, key, version, by)
	if err != nil {
		return p, err
	}
	if found.Time == "" || found.Form == "" || found.People == "" || found.Conclusion == "" {
		return p, Refuse(PaperReviewWords)
	}
	switch {
	case found.Met.IsZero():
		return p, Refuse(PaperReviewTime, "time", found.Time)
	case found.Met.After(now):
		return p, Refuse(NotYet, "at", c.MomentFacts(found.Met, now)) // nobody has met yet
	case found.Met.Before(p.Content.At.Truncate(time.Minute)):
		return p, Refuse(PaperReviewEarly, "at", p.Content.At.In(c.Zone).Format("15:04"))
	}
	if strings.Contains(found.Conclusion, "不同意") || strings.Contains(found.Conclusion, "修改后") {
		return p, Refuse(PaperAgainst)
	}
	if p.Review.Done() {
		p.Reviews = append(slices.Clone(p.Reviews), p.Review)
	}
	found.Digest, found.Act = p.Content.Digest(), Act{by.ID, now}
	p.Review, p.State = found, PaperReviewed
	p.note(b, PaperStudied, by, now, Facts{"digest": found.Digest})
	p = p.keep(b, now)
	if m, ok := LastMeeting(b, p.Date); ok && !m.Open() && m.Date >= DateOf(now).Add(-1) {
		m.noted(b, Facts{"paper": p.Key()}, by, now) // whose minutes tell what was found
	}
	passPaper(b, p, Holders(b, Director), now)
	return p, nil
}

// MayReturn tells whether somebody may send a paper back to its drafter.
func MayReturn(b Book, key string, version uint64, by Person) (Paper, error) {
	p, err := paperAt(b, key, version, PaperChecking, PaperReview, PaperReviewed, PaperToSign, PaperSigned)
	switch {
	case err != nil:
	case !by.Holds(PaperReaders...):
		err = Refuse(NotForYou)
	case p.Out():
		p.State = PaperSent // to one of several, it is out as well
		err = p.elsewhere(b, false)
	}
	return p, err
}

// ReturnPaper sends a paper back to its drafter with a reason (退回). One that was signed and not sent yet loses its signature.
func (c College) ReturnPaper(b Book, key string, version uint64, reason string, by Person, now time.Time) (Paper, error) {
	p, err := MayReturn(b, key, version, by)
	switch {
	case err != nil:
		return p, err
	case reason == "":
		return p, Refuse(PaperReason)
	}
	to := []PersonID{p.Drafter}
	for _, one := range Holders(b, Director) {
		if p.Signable() && one.ID != by.ID && one.ID != p.Drafter {
			to = append(to, one.ID) // they would have signed it
		}
	}
	if p.State == PaperSigned {
		to = append(to, p.Signature.By)
		c.unsign(b, &p, by, now, Facts{"reason": reason})
	}
	p.State, p.Returned, p.ReturnedBy = PaperDraft, reason, by.ID
	p.Checked, p.Review, p.Lowered = Act{}, Review{}, Lowered{}
	p.note(b, PaperReturned, by, now, Facts{"reason": reason})
	p = p.keep(b, now)
	for _, id := range to {
		one, _ := People.Get(b, string(id))
		ShowPaper(b, p, one, now)
	}
	return p, nil
}

// newsSince tells whether a case was opened, or something was found of it, after a moment; one that came to nothing meanwhile is no news.
func (k Case) newsSince(at time.Time) bool {
	if k.Opened.After(at) {
		return !k.Void()
	}
	return slices.ContainsFunc(k.Findings, func(f Finding) bool { return f.At.After(at) })
}

// MaySign tells whether somebody may sign a paper as it stands: the director, of a paper that another drafted, and of an important one
// after the leading group's review of this content. What was found of a case since is not in it.
func MaySign(b Book, key string, version uint64, by Person) (Paper, error) {
	p, err := paperAt(b, key, version, PaperReview, PaperToSign, PaperReviewed)
	switch {
	case !by.Holds(Director):
		return p, SignerOnly(b) // whatever becomes of it, it is not theirs to sign
	case err != nil && p.Signature.Done():
		return p, p.elsewhere(b, true)
	case err != nil:
		return p, err
	case !among(Signers(b, p), by):
		can := Signers(b, p)
		refusal := Refuse(PaperCheckedIt, "can", namedAs(can), "check", namedAs(strangersTo(b, p, by.ID, Drafters...)))
		if p.Wrote(by.ID) {
			refusal = Refuse(PaperOwn, "can", namedAs(can))
		}
		return p, refusal
	case slices.ContainsFunc(CasesOf(b, p.Date), func(k Case) bool { return k.newsSince(p.Content.At) }):
		return p, Refuse(PaperCaseSince)
	case p.Class() == PaperImportant && p.Review.Digest != p.Content.Digest():
		return p, Refuse(PaperReviewFirst)
	}
	return p, nil
}

// SignerOnly refuses whoever is no director, and says who is.
func SignerOnly(b Book) error { return Refuse(PaperSigner, "can", namedAs(Holders(b, Director))) }

// SignPaper signs a paper: the signature covers the hash of its content.
func (c College) SignPaper(b Book, key string, version uint64, by Person, now time.Time) (Paper, error) {
	p, err := MaySign(b, key, version, by)
	if err != nil {
		return p, err
	}
	p.Signature = Signature{Act: Act{by.ID, now}, Digest: p.Content.Digest(), Sums: p.Content.Sums}
	p.State = PaperSigned
	p.note(b, PaperSignedBy, by, now, Facts{"class": p.Class(), "digest": p.Signature.Digest})
	p = p.keep(b, now)
	passPaper(b, p, but(Holders(b, Drafters...), by.ID), now)
	return p, nil
}
