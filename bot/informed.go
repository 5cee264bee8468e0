package bot

import (
	"slices"
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// informedOf takes words that say who has heard of a case, or reported it (“疾控也报了”, “本人也报了”), of the sender's only case that still owes it. False: they
// have none.
func (t *turn) informedOf(said understand.Informed, code string) (bool, error) {
	cases := those(t.seenCases(), func(k workgroup.Case) bool { return (code == "" || k.Code() == code) && t.mayInform(k, said) })
	if code == "" {
		cases = t.repliedOf(cases)
	}
	switch len(cases) {
	case 0:
		return t.informedEarly(said)
	case 1:
		return true, t.informed(cases[0], said)
	}
	t.askWhichCase(cases)
	return true, nil
}

// informedEarly keeps, with the one case that rings and its writer may take, that those outside have heard of it: who has told them is to take it first.
func (t *turn) informedEarly(said understand.Informed) (bool, error) {
	cases := t.repliedOf(those(t.seenCases(), func(k workgroup.Case) bool { return k.Holder == "" && t.mayTake(k) }))
	if !said.Community && !said.CDC || len(cases) != 1 {
		return false, nil
	}
	t.College.AddQuietly(t.b, cases[0], t.remark(excerpt(t.msg.Text), t.said), t.now)
	t.reply("say/case-told-early", workgroup.Facts{"code": cases[0].Code()}, takeRow(cases[0]))
	return true, nil
}

// mayInform tells whether the sender may note of a case what was said: who has it, or a head of its unit. That the unit has reported is noted
// where it has not yet.
func (t *turn) mayInform(k workgroup.Case, said understand.Informed) bool {
	return (t.holds(k) || k.Unit != "" && t.person.Speaks(k.Unit)) && (!said.Unit || slices.Contains(k.Owing(), workgroup.LegUnit))
}

// informed notes who has heard of a case, or reported it. Of those outside it is asked who told them, and when, where that was not said.
func (t *turn) informed(k workgroup.Case, said understand.Informed) error {
	for _, leg := range []struct {
		said bool
		name workgroup.LegName
	}{{said.Individual, workgroup.LegIndividual}, {said.Unit, workgroup.LegUnit}} {
		if !leg.said {
			continue
		}
		k, err := t.filesLeg(k.Key(), leg.name, said.At)
		if err != nil {
			return err
		}
		if leg.name == workgroup.LegIndividual && said.At.IsZero() {
			t.asksHowReported(k)
			continue
		}
		if leg.name == workgroup.LegIndividual && howReported.MatchString(t.msg.Text) {
			return t.reportedHow(k, time.Time{}, howReported.FindString(t.msg.Text))
		}
		t.whisper("toast/case-leg", t.legFacts(k, leg.name))
	}
	if said.Who != "" {
		t.College.AddQuietly(t.b, k, t.remark(excerpt(t.msg.Text), t.said), t.now) // who has heard it there is told nowhere else
	}
	for _, ch := range []struct {
		said bool
		name workgroup.Channel
	}{{said.Community, workgroup.Community}, {said.CDC, workgroup.CDC}} {
		if !ch.said {
			continue
		}
		if err := t.tellsChannel(k.Key(), ch.name, said); err != nil {
			return err
		}
	}
	return nil
}

// tellsChannel notes that the sender has told a channel; without a time it was now, and they are asked whether that, and who, is right. What is
// noted already stands, and is read to them.
func (t *turn) tellsChannel(key string, ch workgroup.Channel, said understand.Informed) error {
	k, ok := workgroup.Cases.Get(t.b, key)
	if old := k.Told[ch]; ok && !old.At.IsZero() && !slices.Contains(k.Untold(), ch) {
		t.whisper("say/case-told-kept", t.toldFacts(k, ch, old))
		return nil
	}
	at, timed := said.At, !said.At.IsZero()
	if !timed {
		at = t.now
	}
	k, err := t.College.TellChannel(t.b, key, ch, workgroup.Told{At: at, By: t.person.Name}, t.person, t.now)
	if err != nil {
		return err
	}
	if timed {
		t.whisper("say/case-told-kept", t.toldFacts(k, ch, k.Told[ch]))
		return nil
	}
	t.expectIn(t.privateChat(), workgroup.ToldDesk(ch), key)
	t.whisper("say/case-told-ask", t.toldFacts(k, ch, k.Told[ch]))
	return nil
}
