package bot

import (
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// afterwards is how long what goes on about a closed case is passed on.
const afterwards = 48 * time.Hour

// closedCase is the case that the sender has reported, had in hand, or whose unit is theirs, and that was closed last.
func (t *turn) closedCase() (last workgroup.Case, ok bool) {
	for days := range 8 {
		for k := range workgroup.Cases.Each(t.b, string(t.today().Add(-days))+"/") {
			ours := t.reportedBySender(k) || t.known && (k.Unit != "" && t.person.Speaks(k.Unit) || k.Holder == t.person.ID || k.ClosedBy == t.person.ID)
			if ours && !k.Closed.IsZero() && t.now.Sub(k.Closed) < afterwards && k.Closed.After(last.Closed) {
				last, ok = k, true
			}
		}
	}
	return last, ok
}

// lateAddition passes on words that go on about a case already closed, and keeps them with it.
func (t *turn) lateAddition(r understand.Reading) (bool, error) {
	k, ok := t.closedCase()
	if !ok || r.Urgent == understand.Yes || len(r.Fields)+len(r.Unknown) > 0 || r.Zero {
		return false, nil
	}
	if is := about(k, r, t.msg.Text); k.Into == "" && is != understand.TheSame {
		t.news(k, is, r, t.msg.Text, false)
		return true, nil
	}
	return true, t.keepsLate(k, t.msg.Text)
}

// lateWords takes words that mean nothing else for more of a case already closed, where they name its patient or tell how they are, say that it was none, or
// of which other unit it was.
func (t *turn) lateWords() (bool, error) {
	if !t.private() || !t.known || !t.firsthand() {
		return false, nil
	}
	word := bareWord(t.msg.Text)
	wrong := backs(word, mistakes) || t.otherUnit() != ""
	if bareAnswer(word) && !wrong {
		return false, nil
	}
	k, ok := t.closedCase()
	if !ok || !wrong && !told(k).Names(t.msg.Text) && !understand.OfPatient(t.msg.Text) {
		return false, nil
	}
	return true, t.keepsLate(k, t.msg.Text)
}

// keepsLate keeps words with a case already closed; whoever closed it reads them, and everybody who was woken for it. Of a merged one they belong to the case that
// goes on.
func (t *turn) keepsLate(k workgroup.Case, words string) error {
	remark := t.remark(excerpt(words), t.said)
	if into, merged := workgroup.Cases.Get(t.b, k.Into); merged && into.Closed.IsZero() {
		t.College.Link(t.b, into, remark, t.now)
		t.added(into)
		return nil
	}
	t.College.AddQuietly(t.b, k, remark, t.now)
	told := t.tellOf(k, whenClosed, workgroup.Letter{Text: "say/late-addition",
		Facts: workgroup.Facts{"code": k.Code(), "at": t.Moment(k.Closed, t.now), "name": remark.Name, "phone": t.person.Phone, "words": remark.Text}})
	t.reply("say/late-addition-kept", workgroup.Facts{"code": k.Code(), "unreached": told == 0, "phone": t.dutyPhone()})
	return nil
}

// onClosed answers a verb that is typed for a case already closed: words behind it are kept, and else it is said that it is closed. Without a code it is the one
// that the sender has just had in hand. False: no such case was meant.
func (t *turn) onClosed(v caseVerb, code, words string) (bool, error) {
	k, ok := workgroup.CaseByCode(t.b, code, t.now)
	switch {
	case code != "" && (!ok || k.Closed.IsZero() || !k.Sees(t.b, t.person, t.now) && !t.reportedBySender(k)):
		return false, nil
	case code == "":
		k, ok = t.closedCase()
		just := ok && t.known && k.Holder == t.person.ID && t.now.Sub(k.Closed) < sameBreath
		if !ok || !just && !(v.keeps && words != "") {
			return false, nil
		}
	}
	if v.keeps && words != "" {
		return true, t.keepsLate(k, words)
	}
	return true, k.IsOver()
}
