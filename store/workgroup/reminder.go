package workgroup

import (
	"strings"
	"time"
)

// The cards of this house.
const (
	BoardCard = "board" // one a day, pinned in the group: date
	SheetCard = "sheet" // a lead unit's consolidation, in private: date/lead
	TalkCard  = "talk"  // a filing in progress: date/unit/person
	CaseCard  = "case"  // an urgent case, in the group and in private: its key
	OwedCard  = "owed"  // what a unit was reminded of, in private, once it was sent: date/unit/step
	CallCard  = "call"  // an urgent report being made, in private: its owner

	JoiningCard = "joining" // one a day at most, in the group, while somebody is not known yet: date
	ShiftCard   = "shift"   // a running shift, in its people's private chats: its key

	NoticeCard      = "notice"      // a notice, in the group and in private: its key
	NoticeDraftCard = "noticedraft" // one that is not published, in its author's private chat: the author

	CoverageCard = "coverage" // who can be written to in private, for the office: Everyone

	PaperCard = "paper" // a report to the authorities on its way, in private: its key

	MeetingCard  = "meeting"  // a daily analysis, in private: its key
	DecisionCard = "decision" // what it decided, in private: its key
)

// CardKinds are all of them; each is rendered in every language.
var CardKinds = []string{BoardCard, SheetCard, TalkCard, CaseCard, CallCard, JoiningCard, ShiftCard, NoticeCard, NoticeDraftCard, CoverageCard, PaperCard, MeetingCard, DecisionCard, OwedCard}

// Tell queues a private letter to a person, in their language. Whoever cannot be reached in private is not written to;
// the return value says so.
func (c College) Tell(b Book, p Person, l Letter) bool {
	if !p.Reachable() {
		return false
	}
	l.Chat, l.Person, l.Language = p.Telegram, p.ID, c.Speaks(p)
	if l.Lane == "" {
		l.Lane = "day"
	}
	Tell(b, l)
	return true
}

// Announce queues a letter to the group; false when no group is known.
func (c College) Announce(b Book, l Letter) bool {
	chat := c.GroupChat(b)
	if chat == 0 {
		return false
	}
	l.Chat, l.Language = chat, c.Language
	if l.Lane == "" {
		l.Lane = "day"
	}
	Tell(b, l)
	return true
}

// Owing are the units that have not filed, in roster order; a unit whose filing waits to be confirmed still owes.
func Owing(b Book, r Round) []Unit {
	var out []Unit
	for _, u := range r.due(b) {
		if _, ok := FiledOn(b, r.Date, u.ID); !ok {
			out = append(out, u)
		}
	}
	return out
}

// OwingSheets are the lead units that have not filed their consolidation.
func OwingSheets(b Book, r Round) []Unit {
	var out []Unit
	for _, u := range r.leads(b) {
		if _, ok := LastSheet(b, r.Date, u.ID); !ok {
			out = append(out, u)
		}
	}
	return out
}

// UnsummedOf are the lead units whose consolidation a paper goes out without, as long as it has not.
func UnsummedOf(b Book, p Paper) []Unit {
	r, ok := Rounds.Get(b, string(p.Date))
	if !ok || p.Out() {
		return nil
	}
	return OwingSheets(b, r)
}

// Names are the units' names, as facts.
func Names(units []Unit) []Named {
	out := make([]Named, 0, len(units))
	for _, u := range units {
		out = append(out, u.Named())
	}
	return out
}

// remind tells what a step tells: only those who still owe, and nobody when nobody does.
func (c College) remind(b Book, r Round, s Step, now time.Time) {
	switch s.Name {
	case StepHandover:
		c.listUnrecorded(b, r, s, now)
		c.dutyCard(b, r, s, now)
		return
	case StepEvening:
		c.dutyGaps(b, r, s, now)
		c.RepeatGaps(b, now)
		c.followUp(b, r.Date, now)
		return
	case StepPack, StepAnswers, StepFreeze, StepMeeting:
		c.prepare(b, r, s, now)
		return
	}
	owing, sheets := Owing(b, r), OwingSheets(b, r)
	switch s.Name {
	case StepRemind:
		c.showBoard(b, r, now)
		c.remindHeads(b, r, s, owing, now)
		c.showSheets(b, r, now)
	case StepAgain:
		c.callOut(b, r, s, owing, sheets, now)
		c.remindHeads(b, r, s, owing, now)
		c.askNewly(b, r, r.Until(s.Name), now)
	case StepUnits:
		c.callOut(b, r, s, owing, sheets, now)
		c.remindHeads(b, r, s, owing, now)
		c.askNewly(b, r, r.Until(s.Name), now)
		c.remindLeads(b, r, s, now)
		c.askBalances(b, r, now)
	case StepNudge:
		c.remindLeads(b, r, s, now)
		c.askBalances(b, r, now) // who was asked already is not asked again
	case StepLeads:
		c.askBalances(b, r, now)
		c.callOut(b, r, s, owing, sheets, now)
		c.raiseMissing(b, r, s, owing, sheets, now)
		for _, lead := range sheets {
			Touch(b, SheetCard, SheetObject(r.Date, lead.ID), now) // which says that its time is up
		}
	case StepClose:
		c.lapse(b, r, now)
		Unpin(b, BoardCard, string(r.Date), now) // tomorrow's stands alone
		c.tidy(b, r, now)
	}
	switch {
	case s.Name == StepOpen || s.Name == StepRemind:
	case s.Name != StepClose && !Cards.Has(b, CardKey(BoardCard, string(r.Date), c.GroupChat(b))):
		// The bot slept through 14:00: the board goes up now, and the sheets with it.
		c.showBoard(b, r, now)
		c.showSheets(b, r, now)
	default:
		Touch(b, BoardCard, string(r.Date), now)
	}
}

// showBoard puts the day's board up in the group.
func (c College) showBoard(b Book, r Round, now time.Time) {
	if chat := c.GroupChat(b); chat != 0 {
		Show(b, Card{Kind: BoardCard, Object: string(r.Date), Chat: chat, Pin: true, Urgency: Deadline}, now)
	}
}

// callOut names in the group who still owes. It rings for nobody: names in the group are for the eye.
func (c College) callOut(b Book, r Round, s Step, owing, sheets []Unit, now time.Time) {
	late := s.Name == StepLeads
	if len(owing) == 0 && (!late || len(sheets) == 0) {
		return
	}
	facts := c.Deadlines(r)
	missing, awaiting := heardFrom(b, r, owing)
	facts["step"], facts["date"], facts["units"], facts["awaiting"] = s.Name, r.Date, Names(missing), Names(awaiting)
	facts["filed"], facts["due"] = len(r.Units)-len(owing), len(r.Units)
	if late {
		facts["sheets"] = Names(sheets)
	}
	c.Announce(b, Letter{Text: "say/call-" + string(s.Name), Facts: facts, Urgency: Deadline, Silent: true,
		About: Ref{Object: "round/" + r.Key()}, Written: now, Until: r.Until(s.Name)})
}

// heardFrom parts who owes: figures said and not confirmed are no report yet, but nobody is 未报 who has spoken.
func heardFrom(b Book, r Round, owing []Unit) (missing, awaiting []Unit) {
	for _, u := range owing {
		if Pending(b, r.Date, u.ID) {
			awaiting = append(awaiting, u)
		} else {
			missing = append(missing, u)
		}
	}
	return missing, awaiting
}

// remindHeads tells the heads of each unit that owes, in private.
func (c College) remindHeads(b Book, r Round, s Step, owing []Unit, now time.Time) {
	voices := Voices(b)
	for _, u := range owing {
		for _, p := range voices[u.ID] {
			c.Tell(b, p, c.owedLetter(b, r, u, p, s.Name, r.Until(s.Name), now))
		}
	}
}

// unconfirmed are the filings of a unit that hold figures and wait for a word.
func unconfirmed(b Book, date Date, u UnitID) []Draft {
	var out []Draft
	for d := range Drafts.Each(b, StandingKey(date, u)+"/") {
		if (len(d.Figures) > 0 || d.Zero) && d.Stands(b) {
			out = append(out, d)
		}
	}
	return out
}

// remindLeads tells lead units what is missing below them, while their own sheet is.
func (c College) remindLeads(b Book, r Round, s Step, now time.Time) {
	for _, lead := range OwingSheets(b, r) {
		sheet := c.Consolidate(b, r, lead)
		facts := c.Deadlines(r)
		facts["unit"], facts["date"], facts["group"] = lead.Named(), r.Date, lead.Leads
		facts["filed"], facts["due"] = len(sheet.Basis), sheet.Total()
		facts["units"] = r.Names(b, sheet.Missing)
		heads, reached := Speakers(b, lead.ID), false
		for _, p := range heads {
			reached = c.Tell(b, p, Letter{Text: "say/lead-" + string(s.Name), Facts: facts, Urgency: Deadline, Written: now, Until: r.Until(s.Name),
				About: Ref{Object: SheetOwed(r.Date, lead.ID)}}) || reached
		}
		if !reached && s.Name == StepNudge {
			facts["people"] = Phones(heads)
			for _, p := range Holders(b, Director, Staff) {
				c.Tell(b, p, Letter{Text: "say/lead-unreached", Facts: facts, Urgency: Deadline, Written: now, Until: r.Until(s.Name), About: Ref{Object: SheetOwed(r.Date, lead.ID)}})
			}
		}
	}
	c.showSheets(b, r, now)
}

// showSheets puts each lead unit's live sheet up in its heads' private chats.
func (c College) showSheets(b Book, r Round, now time.Time) {
	for _, id := range r.Leads {
		for _, p := range Speakers(b, id) {
			if p.Reachable() {
				Show(b, Card{Kind: SheetCard, Object: SheetObject(r.Date, id), Chat: p.Telegram, Person: p.ID}, now)
			}
		}
	}
}

// raiseMissing tells the duty staff who are on duty and the director at 15:00 who is missing: from here on people telephone.
func (c College) raiseMissing(b Book, r Round, s Step, owing, sheets []Unit, now time.Time) {
	if len(owing) == 0 && len(sheets) == 0 {
		return
	}
	type contact struct {
		Unit   Named    `json:"unit"`
		People []string `json:"people"`
	}
	voices := Voices(b)
	list := func(units []Unit) []contact {
		var out []contact
		for _, u := range units {
			out = append(out, contact{Unit: u.Named(), People: Phones(voices[u.ID])})
		}
		return out
	}
	facts := c.Deadlines(r)
	missing, awaiting := heardFrom(b, r, owing)
	facts["date"], facts["units"], facts["awaiting"], facts["sheets"] = r.Date, list(missing), list(awaiting), list(sheets)
	facts["filed"], facts["due"] = len(r.Units)-len(owing), len(r.Units)
	for _, p := range together(OnDuty(b, now, DutyStaff), Holders(b, Director)) {
		c.Tell(b, p, Letter{Text: "say/missing-at-close", Facts: facts, Urgency: Deadline, Written: now, Until: r.Until(s.Name),
			About: Ref{Object: "round/" + r.Key()}})
	}
}

// lapse ends what the date, and late filings for earlier ones, left unconfirmed.
func (c College) lapse(b Book, r Round, now time.Time) {
	var left []Draft
	for d := range Drafts.Each(b, "") {
		if d.Date <= r.Date {
			left = append(left, d)
		}
	}
	for _, d := range left {
		c.lapseCorrection(b, d, now)
		d.Drop(b, now, DraftLapsed)
	}
}

// tidy forgets what served a day that is over: first presses, desks with nothing on them, who rang and what was approved long
// ago, and the cards of the days before, whose messages stay as they are. How to join is shown again when somebody needs it.
func (c College) tidy(b Book, r Round, now time.Time) {
	forgetCallers(b, now)
	forgetApprovals(b, now)
	forgetNotices(b, now)
	for card := range Cards.Each(b, JoiningCard+"/") {
		if Date(card.Object) <= r.Date {
			TakeAway(b, card.Key(), now)
		}
	}
	var intents, desks, cards []string
	for i := range Intents.Each(b, "") {
		intents = append(intents, i.Key())
	}
	for d := range Desks.Each(b, "") {
		// A hand-over is written across midnight too, and a notice that was asked about just now.
		_, notice := d.Expect.OfNotice()
		if d.Draft == "" && d.Expect != HandoverDesk && (!notice || now.Sub(d.Since) >= noticeDesks) {
			desks = append(desks, d.Key())
		}
	}
	for card := range Cards.Each(b, "") {
		if card.Kind == CaseCard && OpenCases.Has(b, card.Object) {
			continue // it goes on tomorrow
		}
		if card.Kind == DecisionCard && OpenDecisions.Has(b, card.Object) {
			continue // so does that
		}
		if day, _, _ := strings.Cut(card.Object, "/"); Date(day).Valid() && Date(day) < r.Date && !Stale.Has(b, card.Key()) {
			cards = append(cards, card.Key())
		}
	}
	for _, k := range intents {
		Intents.Drop(b, k)
	}
	for _, k := range desks {
		Desks.Drop(b, k)
	}
	for _, k := range cards {
		Cards.Drop(b, k)
	}
	forgetPages(b, r.Date)
}

// askReason asks whoever has just filed after the deadline why; “原则上” admits exceptions. A correction is not asked about
// again.
func (c College) askReason(b Book, report Report, by Person, now time.Time) {
	if report.Revision > 1 || report.Mark != Overdue && report.Mark != Late {
		return
	}
	u, _ := Units.Get(b, string(report.Unit))
	asked := c.Tell(b, by, Letter{Text: "say/ask-reason", Written: now, Buttons: [][]Button{ReasonButtons(StandingKey(report.Date, report.Unit))},
		Facts: Facts{"unit": u.Named(), "mark": report.Mark, "at": report.Filed.In(c.Zone).Format("15:04")}})
	if !asked {
		return
	}
	// Whoever is in the middle of another filing there goes on with it; the button still works.
	desk, ok := Desks.Get(b, DeskKey(string(by.ID), by.Telegram))
	if !ok || desk.Draft == "" || strings.HasPrefix(desk.Draft, StandingKey(report.Date, report.Unit)+"/") {
		Desks.Put(b, Desk{Person: string(by.ID), Chat: by.Telegram, Expect: ReasonDesk, Of: StandingKey(report.Date, report.Unit)})
	}
}

// Reasons for being overdue that one press gives; others are typed.
var Reasons = []string{"verify", "network", "duty"}

// ReasonButtons give them for what is named by date and unit.
func ReasonButtons(of string) (row []Button) {
	for _, reason := range Reasons {
		row = append(row, Button{Label: "button/reason-" + reason, Verb: "why", Object: of + "/" + reason})
	}
	return row
}

// Deadlines are a round's times as people read them, and from when on somebody is late by them where outages have moved that.
func (c College) Deadlines(r Round) Facts {
	hm := func(at time.Time) string { return at.In(c.Zone).Format("15:04") }
	f := Facts{"units_by": hm(r.At(StepUnits)), "leads_by": hm(r.At(StepLeads)), "overdue_from": "", "late_from": ""}
	if till := r.Deadline(StepUnits); till.After(r.At(StepUnits)) {
		f["overdue_from"] = hm(till)
	}
	if till := r.Deadline(StepLeads); till.After(r.At(StepLeads)) {
		f["late_from"] = hm(till)
	}
	return f
}
