package rehearsal

import (
	"slices"
	"time"

	"fangkong/cmd/fangkong/stage"
	"fangkong/store/workgroup"
)

// bringToSign has everybody else do what today's report needs before it lies before the director: the unit of the case and all the
// others file, the lead units consolidate, the office drafts and checks, and the leading group reviews what is important.
// What the visitor has done of it already stays.
func (p *performance) bringToSign(h *stage.Hands, t troupe) {
	p.fileCase(t)
	p.fileRest()
	switch p.todaysPaper().State {
	case "", workgroup.PaperDraft:
		p.draftToday(h, t)
	}
	p.check(h, t)
	p.review(h, t)
}

// bringSummaryToSign does so, and the director has asked for the summary before the report comes.
func (p *performance) bringSummaryToSign(h *stage.Hands, t troupe) {
	p.fileCase(t)
	p.fileRest()
	h.Say(p.cast[t.director], nil, "/summary")
	p.bringToSign(h, t)
}

// fileCase has the unit of the urgent case count it in its report, whichever the visitor said that it is. A college whose form asks for
// something else goes without.
func (p *performance) fileCase(t troupe) {
	line := ""
	_ = p.Store.View(func(b workgroup.Book) error {
		if _, filed := workgroup.FiledOn(b, workgroup.DateOf(p.Now()), t.units[2]); filed {
			return nil
		}
		for _, k := range workgroup.Running(b) {
			if name := "tour.signature." + string(k.Kind); k.Unit == t.units[2] && p.words.has(name) {
				line = p.words.say(name)
			}
		}
		return nil
	})
	if line == "" {
		return
	}
	h, head := p.hands(), p.cast[t.heads[2]]
	h.Say(head, nil, line)
	h.Wait(2 * time.Second)
	h.PressVerb(head, nil, "ok", "")
}

// fileRest has all that are left report that nothing is the matter, so that the figures are the visitor's, and the lead units after
// them. What one of them cannot do is left out, as on any other day.
func (p *performance) fileRest() {
	var round workgroup.Round
	var reports []owed
	_ = p.Store.View(func(b workgroup.Book) error {
		round, _ = workgroup.Rounds.Get(b, string(workgroup.DateOf(p.Now())))
		reports = p.owedReports(b, round, nil, func(who workgroup.PersonID, _ int) { p.reportsNothing(p.hands(), who) })
		return nil
	})
	for _, one := range slices.Concat(reports, p.owedSheets(p.hands(), round, nil)) {
		one.do()
	}
}

// draftToday has one of the office draft the day's report, or write once more the one that was begun, and send it round.
func (p *performance) draftToday(h *stage.Hands, t troupe) {
	drafter := p.cast[t.office]
	today := string(workgroup.DateOf(p.Now()))
	h.Say(drafter, nil, "/summary "+today)
	h.PressVerb(drafter, nil, "paper", today+"/report")
	h.Wait(5 * time.Second)
	h.PressVerb(drafter, nil, "draftout", today)
	for _, part := range []string{"work", "plans"} {
		h.PressVerb(drafter, nil, "signoff", "/"+part)
		h.Say(drafter, nil, p.words.say("tour.signature."+part))
	}
	h.PressVerb(drafter, nil, "signoff", "/submit")
	h.Wait(5 * time.Second)
	if again, _ := stage.WithVerb(drafter, nil, "signoff", "/submit"); again != nil { // units are missing: it is asked once
		h.PressVerb(drafter, nil, "signoff", "/submit")
		h.Wait(5 * time.Second)
	}
}

// check has one of the office check the report who has no part in it.
func (p *performance) check(h *stage.Hands, t troupe) {
	paper := p.todaysPaper()
	if paper.State != workgroup.PaperChecking {
		return
	}
	checker := t.second
	if paper.Wrote(checker) {
		checker = t.office
	}
	h.PressVerb(p.cast[checker], nil, "signoff", "/check")
}

// review has one of the leading group write down what it found, where the report is important.
func (p *performance) review(h *stage.Hands, t troupe) {
	if p.todaysPaper().State == workgroup.PaperReview {
		h.PressVerb(p.cast[t.leader], nil, "signoff", "/review")
		h.Say(p.cast[t.leader], nil, p.words.say("tour.signature.review", p.Now().Format("15:04")))
	}
}

// todaysPaper is today's report to the authorities, the latest where there are several; none where there is none.
func (p *performance) todaysPaper() (today workgroup.Paper) {
	_ = p.Store.View(func(b workgroup.Book) error {
		for paper := range workgroup.Papers.Each(b, "") {
			if paper.Date == workgroup.DateOf(p.Now()) {
				today = paper
			}
		}
		return nil
	})
	return today
}
