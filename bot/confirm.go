package bot

import (
	"slices"
	"strings"

	"fangkong/store/workgroup"
)

func (t *turn) pressConfirm() error {
	d, _, _, err := t.draft()
	if err != nil {
		return err
	}
	return t.confirm(d, t.button.Version)
}

// confirm files the draft. The answer goes out after the commit: what is answered ✅ is on disk.
func (t *turn) confirm(d workgroup.Draft, version uint64) error {
	round, err := t.round(d.Date)
	if err != nil {
		return err
	}
	if d.Picking || d.Doubtful != "" {
		return workgroup.Refuse(workgroup.StillAsking)
	}
	before, amends := workgroup.FiledOn(t.b, d.Date, d.Unit)
	report, changes, err := t.College.Confirm(t.b, round, d, version, t.person, t.now)
	if err != nil {
		return err
	}
	t.nextHere(d)
	if amends && report.Revision == before.Revision {
		t.unchanged(report)
		return nil
	}
	t.alarmHard(before, report)
	t.denies(before, report)
	t.fell(before, report)
	t.filedFor(report)
	if amends && report.Revision > before.Revision && before.By != t.person.ID {
		t.replaced(before, report, changes)
	}
	t.toast("toast/filed", false, t.filedFacts(report))
	if t.press == nil && d.Chat > 0 {
		// “对” is answered below it.
		workgroup.Show(t.b, workgroup.Card{Kind: workgroup.TalkCard, Object: d.Key(), Chat: d.Chat, Person: d.Person, Repost: true, Urgency: workgroup.Deadline}, t.now)
	}
	// In the group the filing leaves no message: a mark under the head's own words is the receipt everybody sees.
	for _, s := range slices.Backward(d.Sources) {
		if s.Chat < 0 && s.Message != 0 && d.From == "" {
			workgroup.Tell(t.b, workgroup.Letter{Kind: workgroup.React, Chat: s.Chat, Lane: "marks", ReplyTo: s.Message, Text: "👌", Written: t.now})
			break
		}
	}
	return nil
}

// nextHere reads back again, to whoever speaks for several units, the next filing of theirs that waits in this chat: one word means
// one of them.
func (t *turn) nextHere(ended workgroup.Draft) {
	if len(t.person.Units()) < 2 && ended.From == "" || workgroup.Desks.Has(t.b, workgroup.DeskKey(string(ended.Person), ended.Chat)) {
		return
	}
	for _, unit := range t.person.Units() {
		d, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(ended.Date, unit, ended.Person))
		if ok && d.Chat == ended.Chat {
			t.showTalk(d, true)
			return
		}
	}
}

// unchanged says that nothing new was filed.
func (t *turn) unchanged(report workgroup.Report) {
	t.toast("toast/unchanged", true, t.filedFacts(report))
	if t.press == nil && t.private() {
		t.reply("toast/unchanged", t.filedFacts(report))
	}
}

// filedFor tells the heads of a unit that another has filed for it, and what.
func (t *turn) filedFor(report workgroup.Report) {
	if report.For == "" {
		return
	}
	unit, _ := workgroup.Units.Get(t.b, string(report.Unit))
	facts := t.filedFacts(report)
	facts["by"], facts["to"] = t.person.Name, t.unitName(report.For)
	facts["lines"], facts["beside"] = t.Told(t.College.FormOn(report.Date), unit.Kind, report.Figures)
	for _, p := range workgroup.Speakers(t.b, report.Unit) {
		t.College.Tell(t.b, p, workgroup.Letter{Text: "say/filed-for", Facts: facts, Urgency: workgroup.Deadline, Written: t.now,
			Buttons: [][]workgroup.Button{{{Label: "button/correct", Verb: "pick", Object: workgroup.StandingKey(report.Date, report.Unit)}}}})
	}
}

// undone answers a head who wants a filing of today back: it stays on record, and can be corrected. In the group the word is taken
// for that only just after the filing, or in reply to the bot.
func (t *turn) undone() (bool, error) {
	if !backs(bareWord(t.msg.Text), undoes) {
		return false, nil
	}
	for _, id := range t.person.Units() {
		s, ok := workgroup.FiledOn(t.b, t.today(), id)
		if !ok || !t.private() && !t.repliesToBot() && (s.By != t.person.ID || t.said.Sub(s.Confirmed) > fresh) {
			continue
		}
		t.whisper("say/no-undo", t.filedFacts(s.Report), []workgroup.Button{{Label: "button/correct", Verb: "pick", Object: s.Key()}})
		return true, nil
	}
	if t.private() {
		return true, workgroup.Refuse(workgroup.NothingOpen)
	}
	return true, nil
}

// replaced tells whose filing another person has corrected, with the difference.
func (t *turn) replaced(before workgroup.Standing, report workgroup.Report, changes []workgroup.Change) {
	p, ok := workgroup.People.Get(t.b, string(before.By))
	if !ok || len(changes) == 0 || report.For != "" && p.Speaks(report.Unit) {
		return
	}
	facts := t.filedFacts(report)
	facts["by"], facts["was"], facts["changes"] = t.person.Name, before.Revision, t.Changes(t.College.FormOn(report.Date), changes)
	t.College.Tell(t.b, p, workgroup.Letter{Text: "say/replaced", Facts: facts, Urgency: workgroup.Deadline, Written: t.now,
		Buttons: [][]workgroup.Button{{{Label: "button/correct", Verb: "pick", Object: workgroup.StandingKey(report.Date, report.Unit)}}}})
}

func (t *turn) pressDrop() error {
	d, _, _, err := t.draft()
	if err != nil {
		return err
	}
	t.drop(d)
	return nil
}

func (t *turn) drop(d workgroup.Draft) {
	d.Drop(t.b, t.now, workgroup.DraftDropped)
	t.nextHere(d)
	workgroup.Touch(t.b, workgroup.BoardCard, string(d.Date), t.now)
	t.toast("toast/dropped", false, nil)
}

// cancelCommand gives up what the sender is in the middle of here.
func (t *turn) cancelCommand(string) error {
	command := t.msg == nil || strings.HasPrefix(t.msg.Text, "/")
	if !command && t.private() && t.known && t.disarms() {
		return nil
	}
	if call, ok := workgroup.Calls.Get(t.b, t.deskOwner()); ok && t.private() {
		// The bare word means what stands last; the command the urgent report.
		if !command && t.givesUpNewer(call) {
			return nil
		}
		if d, lies := t.draftHere(); lies && !command {
			if filing, known := t.lastCard(call, d); known && filing {
				t.drop(d)
				t.cancelled()
				return nil
			}
		}
		t.reply("say/call-cancelled", workgroup.Facts{"codes": t.withdrawCall(call, false)})
		return nil
	}
	desk := t.deskHere()
	if desk.Clear() {
		if t.caseStays() {
			return nil
		}
		return workgroup.Refuse(workgroup.NothingOpen)
	}
	if _, notice := desk.Expect.OfNotice(); notice || desk.Expect == workgroup.HandoverDesk || t.writesPaper() || t.writesDecision() {
		t.clearDesk(desk) // the note, not the filing below it
		t.cancelled()
		return nil
	}
	if d, ok := workgroup.Drafts.Get(t.b, desk.Draft); ok {
		t.drop(d)
		if t.private() {
			t.cancelled() // the card that ends is further up
		}
		return nil
	}
	workgroup.Desks.Drop(t.b, desk.Key())
	t.cancelled()
	return nil
}

// filedFacts are what the receipt of a filing says.
func (t *turn) filedFacts(r workgroup.Report) workgroup.Facts {
	return workgroup.Facts{"unit": t.unitName(r.Unit), "date": r.Date, "zero": r.Zero, "at": t.Clock(r.Filed), "mark": r.Mark, "revision": r.Revision}
}
