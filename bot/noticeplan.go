package bot

import "fangkong/store/workgroup"

// planned has a draft go out by itself at its time; until then one press takes it back.
func (t *turn) planned(d workgroup.NoticeDraft) error {
	p, err := t.College.PlanNotice(t.b, t.person, d.Version, t.now)
	if err != nil {
		return err
	}
	t.draftGone()
	at := d.At.In(t.College.Zone)
	facts := workgroup.Facts{"of": d.Of, "text": d.Text, "on": workgroup.DateOf(at), "at": at.Format("15:04")}
	t.toast("toast/notice-planned", false, facts)
	t.College.Tell(t.b, t.person, workgroup.Letter{Lane: "talk", Text: "say/notice-planned", Facts: facts, Written: t.now,
		Buttons: [][]workgroup.Button{{{Label: "button/notice-unplan", Verb: "unplan", Object: p.Key()}}}})
	return nil
}

// pressUnplan is 「取消定时」: the notice is a draft again.
func (t *turn) pressUnplan() error {
	d, err := t.College.UnplanNotice(t.b, t.button.Object, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/notice-unplanned", false, nil)
	return t.drafted(d)
}
