package bot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/paper"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// paperAct is a button of a report's card (上报审签单): in which states, for whom, and what it does.
type paperAct struct {
	name, label string
	states      []workgroup.PaperState
	may         func(p workgroup.Paper, who workgroup.Person) bool // by their roles; what the rules of a step ask is asked beside it
	do          func(t *turn, p workgroup.Paper, version uint64) error
}

// drafting are the acts of those who may draft.
var drafting = []string{"work", "plans", "submit"}

func drafts(_ workgroup.Paper, who workgroup.Person) bool { return who.Holds(workgroup.Drafters...) }

func leads(_ workgroup.Paper, who workgroup.Person) bool { return who.Holds(workgroup.Leading) }

// paperActs are all of them, as they stand on the card. The rules refuse whatever a card did not offer.
var paperActs []paperAct

func init() {
	// Filled here because asking for words looks an act up in the table it stands in.
	going := []workgroup.PaperState{workgroup.PaperChecking, workgroup.PaperReview, workgroup.PaperReviewed, workgroup.PaperToSign}
	paperActs = []paperAct{
		{"work", "button/paper-work", []workgroup.PaperState{workgroup.PaperDraft}, drafts, asking("work")},
		{"plans", "button/paper-plans", []workgroup.PaperState{workgroup.PaperDraft}, drafts, asking("plans")},
		{"submit", "button/paper-submit", []workgroup.PaperState{workgroup.PaperDraft}, func(p workgroup.Paper, who workgroup.Person) bool {
			return drafts(p, who) && p.Work != "" && p.Plans != ""
		}, (*turn).submitPaper},
		{"check", "button/paper-check", []workgroup.PaperState{workgroup.PaperChecking}, drafts, simply(workgroup.College.CheckPaper)},
		{"review", "button/paper-review", []workgroup.PaperState{workgroup.PaperReview, workgroup.PaperReviewed}, leads, asking("review")},
		{"lower", "button/paper-lower", going[:3], func(p workgroup.Paper, who workgroup.Person) bool {
			return leads(p, who) && p.Class() == workgroup.PaperImportant
		}, asking("lower")},
		{"sign", "button/paper-sign", []workgroup.PaperState{workgroup.PaperToSign, workgroup.PaperReviewed}, func(_ workgroup.Paper, who workgroup.Person) bool {
			return who.Holds(workgroup.Director)
		}, (*turn).signPaper},
		{"raise", "button/paper-raise", []workgroup.PaperState{workgroup.PaperDraft, workgroup.PaperChecking, workgroup.PaperToSign}, func(p workgroup.Paper, _ workgroup.Person) bool {
			return !p.Raised && (p.State == workgroup.PaperDraft || p.Class() == workgroup.PaperOrdinary)
		}, simply(workgroup.College.RaisePaper)},
		{"return", "button/paper-return", append(slices.Clone(going), workgroup.PaperSigned), func(p workgroup.Paper, who workgroup.Person) bool {
			return who.Holds(workgroup.PaperReaders...) && !p.Out()
		}, asking("return")},
		{"send", "button/paper-send", []workgroup.PaperState{workgroup.PaperSigned, workgroup.PaperFiled}, func(p workgroup.Paper, who workgroup.Person) bool {
			return drafts(p, who) && p.Copy != "" && (p.State == workgroup.PaperSigned || p.Wanting)
		}, asking("send")},
		{"amend", "button/paper-amend", []workgroup.PaperState{workgroup.PaperSigned, workgroup.PaperSent, workgroup.PaperFiled}, func(p workgroup.Paper, who workgroup.Person) bool {
			return drafts(p, who) && len(p.AllSendings()) > 0
		}, (*turn).amendSending},
		{"file", "button/paper-file", []workgroup.PaperState{workgroup.PaperSent}, drafts, simply(workgroup.College.FilePaper)},
		{"read", "button/paper-read", append(slices.Clone(going), workgroup.PaperSigned, workgroup.PaperSent, workgroup.PaperFiled), func(workgroup.Paper, workgroup.Person) bool { return true }, (*turn).readPaper},
	}
}

// offered tells whether an act is somebody's of a report as it stands: whoever drafts leaves somebody to sign, and whoever checks or signs has no
// part in it.
func (a paperAct) offered(b workgroup.Book, p workgroup.Paper, who workgroup.Person) bool {
	among := func(all []workgroup.Person) bool {
		return slices.ContainsFunc(all, func(one workgroup.Person) bool { return one.ID == who.ID })
	}
	switch {
	case !slices.Contains(a.states, p.State) || !a.may(p, who):
		return false
	case slices.Contains(drafting, a.name):
		return workgroup.MayDraft(b, who) == nil
	case a.name == "check":
		return among(workgroup.Checkers(b, p))
	case a.name == "sign":
		return among(workgroup.Signers(b, p))
	}
	return true
}

// simply is an act that needs nothing but the press.
func simply(rule func(workgroup.College, workgroup.Book, string, uint64, workgroup.Person, time.Time) (workgroup.Paper, error)) func(*turn, workgroup.Paper, uint64) error {
	return func(t *turn, p workgroup.Paper, version uint64) error {
		_, err := rule(t.College, t.b, p.Key(), version, t.person, t.now)
		return t.noted(err)
	}
}

// pressDraftPaper is 「拟稿送审」 under a draft report: its card comes, in private.
func (t *turn) pressDraftPaper() error {
	date := workgroup.Date(t.button.Object)
	if !date.Valid() || !t.private() {
		return workgroup.Refuse(workgroup.Changed)
	}
	_, err := t.College.DraftPaper(t.b, date, t.person, t.now)
	return t.noted(err)
}

// pressPaperAct is a button of a report's card.
func (t *turn) pressPaperAct() error {
	key, name := cutLast(t.button.Object)
	i := slices.IndexFunc(paperActs, func(a paperAct) bool { return a.name == name })
	p, ok := workgroup.Papers.Get(t.b, key)
	switch {
	case !t.private():
		return workgroup.Refuse(workgroup.Changed)
	case !ok:
		return workgroup.Refuse(workgroup.NoPaper)
	}
	if number, is := strings.CutPrefix(name, "to"); is {
		return t.pressWhom(p, number, t.button.Version)
	}
	if number, is := strings.CutPrefix(name, "at"); is {
		return t.amendEntry(p, number, t.button.Version)
	}
	if i < 0 {
		return workgroup.Refuse(workgroup.Changed)
	}
	return paperActs[i].do(t, p, t.button.Version)
}

// submitPaper sends a draft round with the figures as they stand. Where units are missing, the first press says which, and the second sends it.
func (t *turn) submitPaper(p workgroup.Paper, version uint64) error {
	if round, ok := workgroup.Rounds.Get(t.b, string(p.Date)); ok && version == p.Version && p.Work != "" && p.Plans != "" && workgroup.MayDraft(t.b, t.person) == nil {
		tally := t.College.Count(t.b, round)
		missing := unheard(tally)
		if len(missing) > 0 && !t.twice("submit", p.Key(), fmt.Sprint(missing)) {
			workgroup.Touch(t.b, workgroup.PaperCard, p.Key(), t.now) // it names them
			t.says("toast/paper-submit", true, workgroup.Facts{"date": p.Date, "filed": tally.Filed(), "due": len(tally.Lines), "missing": len(missing), "typed": t.press == nil})
			return nil
		}
	}
	_, err := t.College.SubmitPaper(t.b, p.Key(), version, t.paperParts, t.person, t.now)
	return t.noted(err)
}

// paperParts are what a report says of its date as it stands.
func (t *turn) paperParts(p workgroup.Paper, tally workgroup.Tally) (parts []workgroup.PaperPart, tells bool) {
	report := paper.Report{College: t.College, Tally: tally, Cases: workgroup.CasesOf(t.b, p.Date), Units: tally.Round.Called(t.b), At: t.now.In(t.College.Zone), Work: p.Work, Plans: p.Plans}
	report.Stated = t.statedOf(t.b, p.Date)
	if p.Date == t.today() {
		report.Begun = workgroup.CallsBegun(t.b)
	}
	if first, ok := workgroup.Papers.Get(t.b, p.Corrects); ok && p.Corrects != "" {
		report.Corrected = t.correctedBy(t.b, p)
		report.Corrects = first.Sent.At.In(t.College.Zone).Format("1月2日15时04分") + "已上报的报告"
		if e, ok := workgroup.EntryOf(t.b, first); ok {
			report.Corrects += "（" + e.Named().Name + "）"
		}
	}
	return report.Parts(), t.tellsOfCase(p.Work) || t.tellsOfCase(p.Plans)
}

// statedOf are the sums that lead units state otherwise than the units, for a report. A reason that tells of a case is left out: the authorities
// read of it under its number alone.
func (bot *Bot) statedOf(b workgroup.Book, d workgroup.Date) (out []paper.Stated) {
	for _, one := range bot.College.Stated(b, d) {
		one.Reason = bot.outward(b, d, one.Reason)
		round, _ := workgroup.Rounds.Get(b, string(d))
		lead, _ := round.Unit(b, one.Lead)
		out = append(out, paper.Stated{Contradicted: one, Lead: lead.Name, Group: lead.Leads})
	}
	return out
}

// tellsOfCase tells whether one of the lines that somebody wrote for a report tells of a case of ours.
func (t *turn) tellsOfCase(words string) bool {
	for line := range strings.Lines(words) {
		if t.read(strings.TrimSpace(line), understand.Context{}).Urgent == understand.Yes {
			return true
		}
	}
	return false
}

// signPaper is 「签发」: the first press reads back what is signed, the second signs it.
func (t *turn) signPaper(p workgroup.Paper, version uint64) error {
	p, err := workgroup.MaySign(t.b, p.Key(), version, t.person)
	if err != nil {
		return err
	}
	digest := p.Content.Digest()
	stated := t.College.StatedFacts(t.b, p.Date) // what was not read back is not signed over
	if !t.twice("sign", p.Key(), fmt.Sprint(digest, stated, p.Review)) {
		facts := workgroup.Facts{"class": p.Class(), "date": p.Date, "digest": digest[:8], "again": len(p.Void) > 0, "changes": 0, "review": p.Review.Conclusion, "typed": t.press == nil, "filed": len(p.Content.Basis), "due": len(p.Content.Basis) + len(p.Content.Missing), "missing": len(p.Content.Missing), "stated": len(stated), "lowered": nil}
		if one, ok := workgroup.People.Get(t.b, string(p.Lowered.By)); ok {
			facts["lowered"] = workgroup.Facts{"by": one.Name, "reason": p.Lowered.Reason}
		}
		if n := len(p.Void); n > 0 {
			facts["changes"] = len(workgroup.Differ(p.Void[n-1].Sums, p.Content.Sums))
		}
		t.says("toast/paper-sign", true, facts)
		return nil
	}
	if p, err = t.College.SignPaper(t.b, p.Key(), version, t.person, t.now); err != nil {
		return err
	}
	sendOnce(t.b, workgroup.Errand{Kind: officialErrand, Object: p.Key() + "/" + strconv.FormatUint(p.Version, 10), Written: t.now})
	t.says("toast/paper-signed", false, workgroup.Facts{"date": p.Date, "digest": digest[:8]})
	return nil
}

// readPaper has the whole document brought.
func (t *turn) readPaper(p workgroup.Paper, _ uint64) error {
	switch {
	case !mayReadPaper(t.person):
		return workgroup.Refuse(workgroup.NotForYou)
	case p.State == workgroup.PaperDraft:
		return workgroup.Refuse(workgroup.PaperUnwritten)
	}
	sendOnce(t.b, workgroup.Errand{Kind: officialErrand, Object: p.Key() + "/" + strconv.FormatUint(p.Version, 10), By: t.person.ID, Written: t.now})
	t.says("toast/paper-coming", false, nil)
	return nil
}

// mayReadPaper tells whether reports are for somebody: they tell of each urgent case.
func mayReadPaper(p workgroup.Person) bool {
	return p.Holds(workgroup.PaperReaders...) || p.Holds(workgroup.Inspector)
}
