package bot

import (
	"strings"

	"fangkong/store/workgroup"
)

// What a notice asks its author or reader to write, after workgroup.NoticeDesk on their desk.
const (
	noticeText     = "text"     // of a draft
	noticeDeadline = "deadline" // of a draft
	noticePeople   = "people"   // whom a draft is for
	noticeReason   = "reason"   // of a recall
	noticeResult   = "result"   // of what was to be done
)

// noWords are what people write, beside what leaves anything, instead of what a notice asks for: nothing is kept then.
var noWords = []string{"不写了", "先不写了", "不写", "先不写", "不改了", "先不改了", "不发了", "先不发了", "不用了", "not now", "no words"}

// noticeAsks has the sender's next words in private belong to a notice, and asks for them. A filing that lies on the desk stays
// there below. The question says by its button what it asks, so that a reply to it answers it and nothing else.
func (t *turn) noticeAsks(what, of, text string, facts workgroup.Facts) {
	desk := t.noticeDesk()
	desk.Person, desk.Chat, desk.Expect, desk.Of, desk.Since = t.deskOwner(), t.person.Telegram, workgroup.NoticeDesk+workgroup.Awaited(what), of, t.now
	workgroup.Desks.Put(t.b, desk)
	t.College.Tell(t.b, t.person, workgroup.Letter{Lane: "talk", Text: text, Facts: facts, Written: t.now,
		Buttons: [][]workgroup.Button{{{Label: "button/notice-no-words", Verb: "nowords", Object: what + "/" + of}}}})
}

// noticeDesk is the sender's desk in private, which notices are written at.
func (t *turn) noticeDesk() workgroup.Desk {
	desk, _ := workgroup.Desks.Get(t.b, workgroup.DeskKey(t.deskOwner(), t.person.Telegram))
	return desk
}

// answersNotice is the question of a notice that the message replies to: its own button says.
func (t *turn) answersNotice() (what, of string, is bool) {
	for _, p := range t.buttonsRepliedTo() {
		if p.Verb == "nowords" {
			return strings.Cut(p.Object, "/")
		}
	}
	return "", "", false
}

// onNotice is what a notice expects of the sender here: within half an hour of being asked, or in reply to that question; "" for
// nothing.
func (t *turn) onNotice() (what string, desk workgroup.Desk) {
	if !t.known || t.edited || !t.private() {
		return "", desk
	}
	desk = t.noticeDesk()
	if what, of, is := t.answersNotice(); is {
		desk.Person, desk.Chat, desk.Expect, desk.Of = t.deskOwner(), t.chat.ID, workgroup.NoticeDesk+workgroup.Awaited(what), of
		return what, desk
	}
	what, is := desk.Expect.OfNotice()
	if !is || t.now.Sub(desk.Since) > patience {
		return "", desk
	}
	return what, desk
}

// noticeAnswered takes a question from the sender's desk, where it still lies there.
func (t *turn) noticeAnswered(asked workgroup.Desk) {
	if desk := t.noticeDesk(); desk.Expect == asked.Expect && desk.Of == asked.Of && desk.Expect != "" {
		t.clearDesk(desk)
	}
}

// clearNotice takes whatever a notice asks from the sender's desk.
func (t *turn) clearNotice() {
	desk := t.noticeDesk()
	if _, is := desk.Expect.OfNotice(); is {
		t.clearDesk(desk)
	}
}

// writesNothing leaves a question of a notice unanswered, in words: what was there stays, and a draft without any text goes.
func (t *turn) writesNothing(desk workgroup.Desk) {
	t.noticeAnswered(desk)
	d, ok := workgroup.NoticeDrafts.Get(t.b, string(t.person.ID))
	if ok && d.Text == "" {
		d.Drop(t.b)
	}
	t.reply("say/notice-no-words", workgroup.Facts{"draft": ok && d.Text != ""})
}

// pressNoWords is 「不写了」 under a question of a notice.
func (t *turn) pressNoWords() error {
	what, of, _ := strings.Cut(t.button.Object, "/")
	desk := t.noticeDesk()
	if !t.private() || desk.Expect != workgroup.NoticeDesk+workgroup.Awaited(what) || desk.Of != of {
		return workgroup.Refuse(workgroup.Changed)
	}
	t.clearDesk(desk)
	t.toast("toast/notice-no-words", false, nil)
	return nil
}
