package bot

import (
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// pressRecall is 「撤回通知」.
func (t *turn) pressRecall() error {
	if !t.private() {
		return workgroup.Refuse(workgroup.Changed)
	}
	return t.asksReason(t.button.Object)
}

// asksReason asks why a notice is taken back.
func (t *turn) asksReason(key string) error {
	n, err := t.College.MayRenew(t.b, key, t.person)
	if err != nil {
		return err
	}
	t.noticeAsks(noticeReason, n.Key(), "say/notice-ask-reason", workgroup.Facts{"no": n.ID})
	return nil
}

// recallReason reads the reason of a recall back: everybody will read it, so that one press more sends it out.
func (t *turn) recallReason(key, words string, r understand.Reading) error {
	n, err := t.College.MayRenew(t.b, key, t.person)
	if err != nil {
		return err
	}
	words = excerpt(words)
	if t.unfit(words) == hollow {
		return workgroup.Refuse(workgroup.RecallReason)
	}
	source := t.slip(slipRecall, n.Key(), words)
	t.reply("say/notice-recall-read", workgroup.Facts{"no": n.ID, "reason": words, "group": n.Group, "health": r.Urgent != understand.No || len(r.Fields)+len(r.Unknown) > 0},
		[]workgroup.Button{slipButton("button/notice-recall", source, "recall", nil), slipButton("button/notice-recall-no", source, "no", nil)})
	return nil
}

// recallWith recalls a notice for the reason that was read back.
func (t *turn) recallWith(s workgroup.Slip) error {
	n, err := t.College.Recall(t.b, s.Of, s.Text, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/notice-recalled", false, workgroup.Facts{"no": n.ID})
	t.reply("say/notice-recalled", t.College.NoticeFacts(t.b, n))
	return nil
}
