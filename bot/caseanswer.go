package bot

import (
	"strconv"

	"fangkong/bot/button"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// asksAnswer takes the sender's next words in this chat for the answer to what somebody has written of a case.
func (t *turn) asksAnswer(k workgroup.Case, r workgroup.Remark) {
	t.expect(workgroup.AnswerDesk, k.Key()+"/"+strconv.FormatInt(r.At.Unix(), 10))
	t.reply("say/case-ask-answer", workgroup.Facts{"code": k.Code(), "name": r.Name, "words": r.Text})
}

// answerWords brings the answer that a button asked for to whoever it is for.
func (t *turn) answerWords(desk workgroup.Desk) (bool, error) {
	key, of := button.CutLast(desk.Of)
	k, r, ok := t.answerable(key, of)
	switch {
	case t.dailyReport():
		return false, nil
	case backs(bareWord(t.msg.Text), leaves):
		t.clearDesk(desk)
		t.cancelled()
		return true, nil
	}
	t.clearDesk(desk)
	if !ok {
		return true, workgroup.Refuse(workgroup.Changed)
	}
	return t.bringsBack(k, r)
}

// otherEnd is whoever wrote last of a case that the sender holds, and may see it still, else its reporter, where they can be written to.
func (t *turn) otherEnd(k workgroup.Case) (r workgroup.Remark, ok bool) {
	if !t.holds(k) {
		return r, false
	}
	all := append([]workgroup.Remark{{By: k.Reporter.Person, Name: k.Reporter.Name}}, k.Remarks...)
	for i := len(all) - 1; i >= 0; i-- {
		r := all[i]
		p, known := workgroup.People.Get(t.b, string(r.By))
		if known && t.mayRead(k, r) == nil && p.ID != t.person.ID && p.Reachable() || r.By == "" && r.Name == k.Reporter.Name && k.Reporter.Person == "" && k.Reporter.Private {
			return r, true
		}
	}
	return r, false
}

// sendButton offers the holder of a case to send a slip's words to the other end; nil where there is none.
func (t *turn) sendButton(k workgroup.Case, source string) []workgroup.Button {
	r, ok := t.otherEnd(k)
	if !ok {
		return nil
	}
	return []workgroup.Button{slipButton("button/send-to", source, "to-"+k.Code(), workgroup.Facts{"name": r.Name, "code": k.Code()})}
}

// sendsSlip brings a slip's words to the other end of a case; kept: they are with the case already.
func (t *turn) sendsSlip(s workgroup.Slip, code string, kept bool) error {
	k, _ := workgroup.CaseByCode(t.b, code, t.now)
	to, ok := t.otherEnd(k)
	if !ok {
		return workgroup.Refuse(workgroup.Changed)
	}
	if !kept {
		if err := t.addsSlip(s, k.Key()); err != nil {
			return err
		}
	}
	told := t.tellsBack(k, to, s.Text)
	t.reply("say/case-answer-passed", workgroup.Facts{"code": k.Code(), "name": to.Name, "unreached": !told})
	return nil
}

// tellsBack writes the sender's words about a case to whoever they are for. Of a question the next words of somebody of the roster are the answer,
// where nothing else is asked of them.
func (t *turn) tellsBack(k workgroup.Case, to workgroup.Remark, words string) bool {
	asks := t.read(words, understand.Context{}).Kind == understand.Question || questioning.MatchString(words)
	l := workgroup.Letter{Text: "say/case-answered", Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now,
		Facts: workgroup.Facts{"code": k.Code(), "name": t.person.Name, "phone": t.person.Phone, "words": words, "asks": asks}}
	if p, known := workgroup.People.Get(t.b, string(to.By)); known && asks && k.Closed.IsZero() {
		of := k.Key() + "/" + strconv.FormatInt(t.said.Unix(), 10)
		l.Buttons = [][]workgroup.Button{{{Label: "button/answer", Facts: workgroup.Facts{"name": t.person.Name}, Verb: "answer", Object: of}}}
		if desk, busy := workgroup.Desks.Get(t.b, workgroup.DeskKey(string(p.ID), p.Telegram)); !busy || desk.Clear() {
			workgroup.Desks.Put(t.b, workgroup.Desk{Person: string(p.ID), Chat: p.Telegram, Expect: workgroup.AnswerDesk, Of: of, Since: t.now})
		}
	}
	return t.College.TellOfCase(t.b, k, to.By, l)
}
