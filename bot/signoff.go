package bot

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/card"
	"fangkong/bot/errand"
	"fangkong/bot/paper"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// paperDoes is what each button of a report's card does.
var paperDoes map[string]func(t *turn, p workgroup.Paper, version uint64) error

func init() {
	// Filled here because asking for words looks an act up in the table it stands in.
	paperDoes = map[string]func(*turn, workgroup.Paper, uint64) error{
		"work":   asking("work"),
		"plans":  asking("plans"),
		"notes":  (*turn).readNotes,
		"submit": (*turn).submitPaper,
		"drop":   asking("drop"),
		"check":  simply(workgroup.College.CheckPaper),
		"review": asking("review"),
		"lower":  asking("lower"),
		"sign":   (*turn).signPaper,
		"raise":  simply(workgroup.College.RaisePaper),
		"return": asking("return"),
		"send":   asking("send"),
		"amend":  (*turn).amendSending,
		"file":   simply(workgroup.College.FilePaper),
		"read":   (*turn).readPaper,
	}
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
	key, name := button.CutLast(t.button.Object)
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
	if _, is := card.PaperActOf(name); !is {
		return workgroup.Refuse(workgroup.Changed)
	}
	t.leavesReturn(name, p.Key())
	return paperDoes[name](t, p, t.button.Version)
}

// submitPaper sends a draft round with the figures as they stand. Where units are missing, the first press says which, and the second sends it.
func (t *turn) submitPaper(p workgroup.Paper, version uint64) error {
	if p.AsksVoided() && p.State == workgroup.PaperDraft && workgroup.MayDraft(t.b, t.person) == nil {
		t.asksVoid(p, "submit")
		return nil
	}
	if round, ok := workgroup.Rounds.Get(t.b, string(p.Date)); ok && version == p.Version && p.Work != "" && p.Plans != "" && workgroup.MayDraft(t.b, t.person) == nil {
		tally := t.College.Count(t.b, round)
		missing := card.NotFiled(tally)
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
	report.Stated = t.Stated(t.b, p.Date)
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

// TellsOfCase tells whether one of the lines that somebody wrote for a report tells of a case of ours.
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
	if p.AsksVoided() {
		t.asksVoid(p, "sign")
		return nil
	}
	digest := p.Content.Digest()
	stated := t.College.StatedFacts(t.b, p.Date) // what was not read back is not signed over
	beside := t.College.BesideFacts(t.b, p.Date)
	waiting := t.College.CorrectionLines(t.b, t.College.OpenCorrections(t.b, p.Date))
	if !t.twice("sign", p.Key(), fmt.Sprint(digest, stated, beside, waiting, p.Review)) {
		facts := workgroup.Facts{"class": p.Class(), "date": p.Date, "digest": digest[:8], "again": len(p.Void) > 0, "changes": 0, "review": p.Review.Conclusion, "typed": t.press == nil, "filed": len(p.Content.Basis), "due": len(p.Content.Basis) + len(p.Content.Missing), "missing": len(p.Content.Missing), "stated": len(stated), "beside": len(beside), "waiting": len(waiting), "lowered": nil, "unsummed": len(workgroup.UnsummedOf(t.b, p))}
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
	workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForOfficial, Object: p.Key() + "/" + strconv.FormatUint(p.Version, 10), Written: t.now})
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
	workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForOfficial, Object: p.Key() + "/" + strconv.FormatUint(p.Version, 10), By: t.person.ID, Written: t.now})
	t.says("toast/paper-coming", false, nil)
	return nil
}

// mayReadPaper tells whether reports are for somebody: they tell of each urgent case.
func mayReadPaper(p workgroup.Person) bool {
	return p.Holds(workgroup.PaperReaders...) || p.Holds(workgroup.Inspector)
}
