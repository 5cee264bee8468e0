package bot

import (
	"slices"
	"time"
	"unicode/utf8"

	"fangkong/store/workgroup"
)

func (t *turn) pressTake(key, _ string) error {
	k, err := t.College.TakeCase(t.b, key, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/case-taken", false, workgroup.Facts{"code": k.Code()})
	return nil
}

func (t *turn) pressGiveBack(key, _ string) error {
	k, err := t.College.GiveBack(t.b, key, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/case-given", true, workgroup.Facts{"code": k.Code()})
	return nil
}

// pressOffer lists to whom a case can be handed over.
func (t *turn) pressOffer(key, _ string) error {
	k, ok := workgroup.Cases.Get(t.b, key)
	if !ok || !t.holds(k) {
		return workgroup.Refuse(workgroup.Changed)
	}
	var rows [][]workgroup.Button
	for _, p := range workgroup.Watchers(t.b, t.now) {
		if p.ID != t.person.ID && p.Reachable() {
			rows = append(rows, []workgroup.Button{{Label: "button/person", Facts: workgroup.Facts{"name": p.Name, "title": p.Title}, Verb: "hand", Object: key + "/" + string(p.ID)}})
		}
	}
	t.reply("say/case-offer", workgroup.Facts{"code": k.Code(), "nobody": len(rows) == 0}, rows...)
	return nil
}

func (t *turn) pressHand(key, to string) error {
	k, err := t.College.Offer(t.b, key, workgroup.PersonID(to), t.person, t.now)
	if err != nil {
		return err
	}
	p, _ := workgroup.People.Get(t.b, to)
	t.toast("toast/case-offered", true, workgroup.Facts{"code": k.Code(), "to": p.Name})
	return nil
}

func (t *turn) pressPause(key, reason string) error {
	if reason == "" {
		k, ok := workgroup.Cases.Get(t.b, key)
		if !ok || !t.holds(k) {
			return workgroup.Refuse(workgroup.Changed)
		}
		var rows [][]workgroup.Button
		for _, r := range workgroup.Pauses {
			rows = append(rows, []workgroup.Button{{Label: "button/pause-" + r, Verb: "pause", Object: key + "/" + r}})
		}
		t.expect(workgroup.PauseDesk, key)
		t.reply("say/case-pause", workgroup.Facts{"code": k.Code()}, rows...)
		return nil
	}
	if !slices.Contains(workgroup.Pauses, reason) {
		return workgroup.Refuse(workgroup.Changed)
	}
	k, err := t.College.Snooze(t.b, key, 15*time.Minute, reason, t.person, t.now)
	if err != nil {
		return err
	}
	t.unexpect(workgroup.PauseDesk, key)
	t.toast("toast/case-paused", false, workgroup.Facts{"at": t.clock(k.Quiet), "settled": k.Quiet.IsZero()})
	return nil
}

// longestReason is how long a typed reason may be, in runes.
const longestReason = 200

// pauseWords puts a case off for a reason in the holder's own words.
func (t *turn) pauseWords(desk workgroup.Desk, words string) (bool, error) {
	switch {
	case t.dailyReport():
		return false, nil
	case utf8.RuneCountInString(words) > longestReason:
		return true, workgroup.Refuse(workgroup.LongReason, "most", longestReason)
	}
	k, err := t.College.Snooze(t.b, desk.Of, 15*time.Minute, words, t.person, t.now)
	if err != nil {
		return true, err
	}
	t.clearDesk(desk)
	t.reply("say/case-paused", workgroup.Facts{"code": k.Code(), "at": t.clock(k.Quiet), "settled": k.Quiet.IsZero()})
	return true, nil
}
