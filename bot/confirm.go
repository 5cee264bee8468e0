package bot

import (
	"slices"

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
	t.alarmHard(report)
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
		if s.Chat < 0 && s.Message != 0 {
			workgroup.Tell(t.b, workgroup.Letter{Kind: workgroup.React, Chat: s.Chat, Lane: "marks", ReplyTo: s.Message, Text: "👌", Written: t.now})
			break
		}
	}
	return nil
}

// replaced tells whose filing another person has corrected, with the difference.
func (t *turn) replaced(before workgroup.Standing, report workgroup.Report, changes []workgroup.Change) {
	p, ok := workgroup.People.Get(t.b, string(before.By))
	if !ok || len(changes) == 0 {
		return
	}
	facts := t.filedFacts(report)
	facts["by"], facts["was"], facts["changes"] = t.person.Name, before.Revision, t.changes(t.College.FormOn(report.Date), changes)
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
	workgroup.Touch(t.b, workgroup.BoardCard, string(d.Date), t.now)
	t.toast("toast/dropped", false, nil)
}

// cancelCommand gives up what the sender is in the middle of here.
func (t *turn) cancelCommand(string) error {
	if call, ok := workgroup.Calls.Get(t.b, t.deskOwner()); ok && t.private() {
		t.withdrawCall(call)
		t.reply("say/call-cancelled", workgroup.Facts{})
		return nil
	}
	desk, ok := workgroup.Desks.Get(t.b, workgroup.DeskKey(t.deskOwner(), t.chat.ID))
	if !ok {
		return workgroup.Refuse(workgroup.NothingOpen)
	}
	if desk.Expect == workgroup.HandoverDesk {
		t.clearNote(desk) // the note, not the filing below it
		t.reply("say/cancelled", workgroup.Facts{})
		return nil
	}
	if d, ok := workgroup.Drafts.Get(t.b, desk.Draft); ok {
		t.drop(d)
		if t.private() {
			t.reply("say/cancelled", workgroup.Facts{}) // the card that ends is further up
		}
		return nil
	}
	workgroup.Desks.Drop(t.b, desk.Key())
	t.reply("say/cancelled", workgroup.Facts{})
	return nil
}
