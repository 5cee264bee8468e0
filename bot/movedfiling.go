package bot

import (
	"time"

	"fangkong/store/workgroup"
)

// lastFigures are what the sender has counted last: in a filing that waits for their word, or has just been filed.
type lastFigures struct {
	draft workgroup.Draft // none where they are filed
	filed workgroup.Report
	at    time.Time
}

// lastCounted is the filing with figures that lies here, in the group as long as it is fresh, else what the sender has filed just now; false: there is neither.
func (t *turn) lastCounted() (last lastFigures, ok bool) {
	if d, lies := t.draftHere(); lies && !d.Guided && len(d.Sources) > 0 && (t.addressed() || t.justShown(d)) {
		return lastFigures{draft: d, at: d.Sources[len(d.Sources)-1].At}, !d.Figures.Clean()
	}
	for _, unit := range t.person.Units() {
		s, filed := workgroup.FiledOn(t.b, t.today(), unit)
		if filed && s.By == t.person.ID && t.addressed() && t.said.Sub(s.Confirmed) < sameBreath && s.Confirmed.After(last.at) && !s.Figures.Clean() {
			last, ok = lastFigures{filed: s.Report, at: s.Confirmed}, true
		}
	}
	return last, ok
}

// movesFiling takes figures to the unit whose they are: its heads are asked, where the sender is none of them. What is filed already stands until it is corrected.
func (t *turn) movesFiling(last lastFigures, to workgroup.UnitID) (bool, error) {
	of, figures, sources := last.draft.Unit, last.draft.Figures, last.draft.Sources
	if last.filed.Unit != "" {
		of, figures, sources = last.filed.Unit, last.filed.Figures, last.filed.Sources
	}
	unit, ok := workgroup.Units.Get(t.b, string(to))
	if _, other := workgroup.Drafts.Get(t.b, workgroup.DraftKey(t.today(), to, t.person.ID)); !ok || other || of == to || last.draft.Date != "" && last.draft.Date != t.today() {
		return false, nil
	}
	round, err := t.round(t.today())
	if err != nil {
		return true, err
	}
	if err := t.College.MayFile(t.b, round, unit, t.person); err != nil {
		return true, err
	}
	if last.filed.Unit == "" {
		last.draft.Drop(t.b, t.now, workgroup.DraftDropped)
		workgroup.Touch(t.b, workgroup.BoardCard, string(t.today()), t.now)
	}
	d, err := t.College.StartDraft(t.b, round, unit, t.person, t.chat.ID, t.now)
	if err != nil {
		return true, err
	}
	form := t.College.FormOn(round.Date)
	for k, n := range figures {
		d.Figures[t.fitAmong(form, unit, k, nil, figures)] = n
	}
	d.Said, d.Discreet, d.Sources = t.said, last.draft.Discreet, sources
	d = t.College.AskGrant(t.b, unit, d, t.person, t.now)
	t.source(&d)
	t.talk(d, true)
	if last.filed.Unit != "" {
		t.whisper("say/filing-moved", workgroup.Facts{"unit": unit.Named(), "was": t.unitName(of), "at": t.Clock(last.filed.Filed), "waits": d.For != ""},
			[]workgroup.Button{{Label: "button/correct", Verb: "pick", Object: workgroup.StandingKey(last.filed.Date, of)}})
	}
	return true, nil
}
