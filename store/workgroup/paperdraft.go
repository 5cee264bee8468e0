package workgroup

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Drafters write what goes to the authorities.
var Drafters = []Role{Director, Staff}

// MayDraft refuses who does not draft, and the director who would leave nobody to sign.
func MayDraft(b Book, by Person) error {
	if !by.Holds(Drafters...) {
		return Refuse(NotForYou)
	}
	if by.Holds(Director) && len(but(Holders(b, Director), by.ID)) == 0 {
		return Refuse(PaperNoSigner)
	}
	return nil
}

// DraftersNamed are those who may begin a report, for whoever may not.
func DraftersNamed(b Book) []Named {
	out := []Named{}
	for _, p := range Holders(b, Drafters...) {
		if MayDraft(b, p) == nil {
			out = append(out, Named{Name: p.Name})
		}
	}
	return out
}

// DraftPaper begins the paper on a date, or returns the one that is there.
func (c College) DraftPaper(b Book, d Date, by Person, now time.Time) (Paper, error) {
	if p, ok := LastPaper(b, d); ok && by.Holds(PaperReaders...) {
		ShowPaper(b, p, by, now)
		return p, nil
	}
	if err := MayDraft(b, by); err != nil {
		return Paper{}, err
	}
	if !Rounds.Has(b, string(d)) {
		return Paper{}, Refuse(NoSummary, "date", d)
	}
	p := Paper{Date: d, Number: 1, State: PaperDraft, Drafter: by.ID, Drafted: now}
	p.note(b, PaperDrafted, by, now, nil)
	p = p.keep(b, now)
	ShowPaper(b, p, by, now)
	return p, nil
}

// MostPoints is how many points 四 (工作开展情况) has at most, a line each.
const MostPoints = 5

// pointsOf is how many points somebody has written.
func pointsOf(words string) (n int) {
	for line := range strings.Lines(words) {
		if strings.TrimSpace(line) != "" {
			n++
		}
	}
	return n
}

// WordPaper keeps what the drafter writes for 四 (work) and 五 (plans); an empty one stays as it was.
func (c College) WordPaper(b Book, key, work, plans string, by Person, now time.Time) (Paper, error) {
	p, ok := Papers.Get(b, key)
	if !ok {
		return p, Refuse(NoPaper)
	}
	p, err := paperAt(b, key, p.Version, PaperDraft)
	if err == nil {
		err = MayDraft(b, by)
	}
	if n := pointsOf(work); err == nil && n > MostPoints {
		err = Refuse(PaperPoints, "n", n, "most", MostPoints)
	}
	if err != nil {
		return p, err
	}
	if work != "" {
		c.overwritten(b, p, "work", p.Work, work, p.WorkBy, by, now)
		p.Work, p.WorkBy = work, by.ID
	}
	if plans != "" {
		c.overwritten(b, p, "plans", p.Plans, plans, p.PlansBy, by, now)
		p.Plans, p.PlansBy = plans, by.ID
	}
	p.Drafter, p.Drafted = by.ID, now
	p.note(b, PaperWorded, by, now, nil)
	return p.keep(b, now), nil
}

// LengthenPaper puts what somebody goes on writing for 四 (work) or 五 (plans) behind what stands there: on a line of its own where that ends as a
// sentence does, and there is room for one more point.
func (c College) LengthenPaper(b Book, key, work, plans string, by Person, now time.Time) (Paper, error) {
	p, ok := Papers.Get(b, key)
	if !ok {
		return p, Refuse(NoPaper)
	}
	if work != "" {
		work = lengthened(p.Work, work)
	}
	if plans != "" {
		plans = lengthened(p.Plans, plans)
	}
	return c.WordPaper(b, key, work, plans, by, now)
}

// AddToPaper puts one more sentence behind what stands in 四 (work) or 五 (plans), which ends as one as well: on a line of its own where there is room.
func (c College) AddToPaper(b Book, key, work, plans string, by Person, now time.Time) (Paper, error) {
	p, ok := Papers.Get(b, key)
	if !ok {
		return p, Refuse(NoPaper)
	}
	if work != "" {
		work = strings.TrimPrefix(lengthened(ended(p.Work), work), "\n")
	}
	if plans != "" {
		plans = strings.TrimPrefix(lengthened(ended(p.Plans), plans), "\n")
	}
	return c.WordPaper(b, key, work, plans, by, now)
}

// ended is what somebody wrote with the mark at its end that ends a sentence.
func ended(was string) string {
	last, _ := utf8.DecodeLastRuneInString(was)
	switch {
	case was == "" || strings.ContainsRune("。！？；.!?;", last):
		return was
	case last < utf8.RuneSelf:
		return was + "."
	}
	return was + "。"
}

func lengthened(was, more string) string {
	lines := was + "\n" + more
	if last := []rune(was); len(last) > 0 && strings.ContainsRune("。！？；.!?;", last[len(last)-1]) && pointsOf(lines) <= MostPoints {
		return lines
	}
	return was + more
}

// overwritten tells whoever wrote a part of a paper that another has put their own words in its place; theirs are given back.
func (c College) overwritten(b Book, p Paper, part, was, words string, author PersonID, by Person, now time.Time) {
	who, ok := People.Get(b, string(author))
	if !ok || was == "" || was == words || author == by.ID {
		return
	}
	c.Tell(b, who, Letter{Text: "say/paper-overwritten", Urgency: Deadline, Written: now, Until: now.Add(24 * time.Hour), About: Ref{Object: "paper/" + p.Key()},
		Facts: Facts{"date": p.Date, "part": part, "by": by.Name, "was": brief(was)}})
}

// brief is as much of somebody's words as a letter gives back.
func brief(s string) string {
	if r := []rune(s); len(r) > 300 {
		return string(r[:300]) + "…"
	}
	return s
}

// SubmitPaper sends a draft round (送审) with its figures as they stand and the words that say so, and whether what people wrote there tells of a
// case. From here on nothing of it changes without
// a new round; who sends it round is its drafter.
func (c College) SubmitPaper(b Book, key string, version uint64, parts func(Paper, Tally) (parts []PaperPart, tells bool), by Person, now time.Time) (Paper, error) {
	p, err := paperAt(b, key, version, PaperDraft)
	if err == nil {
		err = MayDraft(b, by)
	}
	if err != nil {
		return p, err
	}
	if p.Work == "" || p.Plans == "" {
		return p, Refuse(PaperWordless)
	}
	round, ok := Rounds.Get(b, string(p.Date))
	if !ok {
		return p, Refuse(NoSummary, "date", p.Date)
	}
	tally := c.Count(b, round)
	p.Content = covered(tally)
	p.Content.Stated = c.contradicted(b, round)
	p.Drafter, p.Drafted, p.Returned, p.ReturnedBy = by.ID, now, "", ""
	p.Checked, p.Review, p.Lowered = Act{}, Review{}, Lowered{}
	said, tells := parts(p, tally)
	p.Grounds = c.grounds(b, p, p.Content.Sums, tells)
	p.Content.Class, p.Content.Corrects, p.Content.At = p.Class(), p.Corrects, now
	p.Content.Parts = said
	p.State = PaperChecking
	p.note(b, PaperSubmitted, by, now, Facts{"class": p.Class(), "digest": p.Content.Digest()})
	p = p.keep(b, now)
	passPaper(b, p, but(Holders(b, Drafters...), by.ID), now)
	return p, nil
}

// RaisePaper makes a paper important; whoever drafts, checks or reviews may.
func (c College) RaisePaper(b Book, key string, version uint64, by Person, now time.Time) (Paper, error) {
	p, err := paperAt(b, key, version, PaperDraft, PaperChecking, PaperToSign)
	switch {
	case err != nil:
		return p, err
	case !by.Holds(PaperReaders...):
		return p, Refuse(NotForYou)
	case p.Raised && !p.Lowered.Done():
		return p, Refuse(OwnAgain)
	}
	p.Raised, p.Lowered = true, Lowered{}
	if !slices.Contains(p.Grounds, GroundRaised) {
		p.Grounds = append(p.Grounds, GroundRaised)
	}
	p.Content.Class = p.Class()
	p.note(b, PaperRaised, by, now, nil)
	if p.State == PaperToSign {
		p.State = PaperReview
		p = p.keep(b, now)
		passPaper(b, p, Holders(b, Leading), now)
		return p, nil
	}
	return p.keep(b, now), nil
}

// MayLower tells whether somebody may make an important paper an ordinary one: the leading group alone may, of what lies before it.
func MayLower(b Book, key string, version uint64, by Person) (Paper, error) {
	p, err := paperAt(b, key, version, PaperChecking, PaperReview, PaperReviewed)
	switch {
	case !by.Holds(Leading):
		err = Refuse(PaperLower) // whatever becomes of it, it is not theirs to
	case err != nil:
	case p.Class() == PaperOrdinary:
		err = Refuse(OwnAgain)
	}
	return p, err
}

// LowerPaper makes an important paper an ordinary one (按一般办理), for a reason that stays with it. What the leading group found of it stays too.
func (c College) LowerPaper(b Book, key string, version uint64, reason string, by Person, now time.Time) (Paper, error) {
	p, err := MayLower(b, key, version, by)
	switch {
	case err != nil:
		return p, err
	case reason == "":
		return p, Refuse(PaperLowerWhy)
	}
	p.Lowered = Lowered{Act{by.ID, now}, reason} // of this content: with another one, whoever raised it has raised that as well
	p.Content.Class = p.Class()
	p.note(b, PaperLowered, by, now, Facts{"reason": reason})
	if p.State == PaperChecking {
		return p.keep(b, now), nil
	}
	p.State = PaperToSign
	p = p.keep(b, now)
	passPaper(b, p, Holders(b, Director), now)
	return p, nil
}
