package bot

import "fangkong/store/workgroup"

// boardCommand brings the board: in the group it moves down to the last message, in private it is a letter.
func (t *turn) boardCommand(string) error {
	round, err := t.round(t.today())
	if err != nil {
		return err
	}
	if t.private() {
		t.reply("card/board", t.BoardFacts(t.College.Count(t.b, round)))
		return nil
	}
	workgroup.Show(t.b, workgroup.Card{Kind: workgroup.BoardCard, Object: round.Key(), Chat: t.chat.ID, Pin: true, Repost: true, Urgency: workgroup.Deadline}, t.now)
	return nil
}

// missingCommand lists who has not been heard from. In the group only the office may post it.
func (t *turn) missingCommand(string) error {
	round, err := t.round(t.today())
	if err != nil {
		return err
	}
	facts := t.missingOn(round)
	if t.private() || t.person.Holds(workgroup.Director, workgroup.Staff) {
		t.reply("say/missing", facts)
		return nil
	}
	t.whisper("say/missing", facts)
	return nil
}

// missingOn is who has not been heard from on a date.
func (t *turn) missingOn(round workgroup.Round) workgroup.Facts {
	return missingIn(t.College.Count(t.b, round))
}

// missingIn is who has not reported, in a tally.
func missingIn(tally workgroup.Tally) workgroup.Facts {
	return workgroup.Facts{"date": tally.Round.Date, "missing": workgroup.Names(tally.In(workgroup.Missing)), "awaiting": workgroup.Names(tally.In(workgroup.Awaiting)),
		"corrections": workgroup.CorrectionUnits(tally.Waiting), "filed": tally.Filed(), "due": len(tally.Lines)}
}
