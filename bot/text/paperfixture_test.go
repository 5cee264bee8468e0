package text_test

import "fangkong/store/workgroup"

// papers are the facts of the texts about reports to the authorities.
func (w world) papers() map[string][]facts {
	day := workgroup.Date("2020-01-31")
	change := facts{"label": workgroup.Labels["home_quarantine"], "base": "home_quarantine", "measure": "now", "group": "", "before": 2, "after": 5}
	moved := facts{"date": day, "unit": w.unit, "by": w.person, "state": "signed", "entry": "", "changes": []facts{change, with(change, "before", nil)}, "first": false}
	all := map[string][]facts{
		"refusal/paper-elsewhere":  {facts{"state": "signed", "by": w.person, "at": "16:30"}, facts{"state": "review", "by": w.person, "at": "16:30"}},
		"refusal/paper-sent-early": {facts{"at": "16:30"}},
		"say/paper-moved":          {moved, with(moved, "state", "filed", "entry", "防控信〔2020〕1号"), with(moved, "state", "sent", "first", true), with(moved, "state", "to-sign", "changes", []facts{})},
	}
	for _, code := range []workgroup.RefusalCode{workgroup.NoPaper, workgroup.PaperNewer, workgroup.PaperNoSigner, workgroup.PaperWordless, workgroup.PaperLower, workgroup.PaperOwn, workgroup.PaperReviewer,
		workgroup.PaperReviewWords, workgroup.PaperAgainst, workgroup.PaperReason, workgroup.PaperSigner, workgroup.PaperReviewFirst, workgroup.PaperCaseSince, workgroup.PaperCopyless, workgroup.PaperSendWords} {
		all["refusal/"+string(code)] = []facts{nil}
	}
	return all
}
