package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// How a report went to the authorities is entered in words (上报登记): “传真；16:40；王科长”. Which authority it was is said, or asked.

// whomDesk is what a report expects while it is asked to whom it went; its words lie on the desk until then.
const whomDesk = "whom"

// enterSending enters how a report was sent. Where several authorities wait, and neither the words nor what was asked say which, they are asked.
func (t *turn) enterSending(p workgroup.Paper, version uint64, words string, asked bool) error {
	s, err := t.sendingIn(words)
	if err != nil {
		return err
	}
	left := t.College.Unsent(p)
	switch {
	case s.To != "" || len(left) < 2:
	case asked && wentVoid(p) && p.Asked.To != "":
		s.To = p.Asked.To // which was read back
	case asked:
		s.To = left[0].Name // which was asked for
	default:
		if s.To = onlyWay(left, s.How); s.To == "" {
			t.askWhom(p, version, words, left)
			return nil
		}
	}
	if wentVoid(p) {
		return t.claimsVoid(p, s)
	}
	_, err = t.College.SendPaper(t.b, p.Key(), version, s, t.person, t.now)
	return err
}

// sendingIn is what words say of a sending; where they do not say it whole, what is wrong.
func (t *turn) sendingIn(words string) (s workgroup.Sending, err error) {
	told := words
	if m := sentTo.FindStringSubmatch(words); m != nil {
		s.To, told = t.addresseeNamed(m[1]), m[2]
	}
	if named := t.addresseesIn(words); s.To == "" && len(named) == 1 {
		s.To = named[0].Name
	}
	fields := fieldsFor("send", told)
	if with := fieldsOf(told, 4); len(with) == 4 && len(t.addresseesIn(with[0])) == 1 {
		fields = with[1:]
	}
	if how, at, received, whole := t.sendingTold(told); whole && (len(fields) != 3 || !t.timed(fields)) {
		s.How, s.At, s.Received = how, at, received
		return s, nil
	}
	if len(fields) != 3 {
		return s, workgroup.Refuse(workgroup.PaperSendWords, "n", len(fields), "time", "")
	}
	if _, first := understand.Moment(fields[0], t.said); first {
		fields[0], fields[1] = fields[1], fields[0] // “16:40，传真，王科长”
	}
	at, ok := understand.Moment(fields[1], t.said)
	if !ok {
		return s, workgroup.Refuse(workgroup.PaperSendWords, "n", 0, "time", fields[1])
	}
	how := fields[0]
	if name, rest, cut := strings.Cut(how, s.To); cut && name == "" && s.To != "" {
		how = strings.Trim(rest, " 　：:，,") // “省高工委教育厅 系统填报”
	}
	s.How, s.At, s.Received = how, at, fields[2]
	return s, nil
}

// timed tells whether one of the first two fields is a time.
func (t *turn) timed(fields []string) bool {
	return slices.ContainsFunc(fields[:2], func(f string) bool { _, ok := understand.Moment(f, t.said); return ok })
}

// onlyWay is the one authority that asks for a way; "" where none or several do.
func onlyWay(left []workgroup.Recipient, how string) (to string) {
	for _, r := range left {
		if r.How == "" || r.How != how {
			continue
		}
		if to != "" {
			return ""
		}
		to = r.Name
	}
	return to
}

// askWhom asks which of several authorities got a report; what was written of it lies on the desk.
func (t *turn) askWhom(p workgroup.Paper, version uint64, words string, left []workgroup.Recipient) {
	t.keepsFor(whomDesk, p.Key(), version, words)
	var rows [][]workgroup.Button
	for _, r := range left {
		rows = append(rows, []workgroup.Button{{Label: "button/paper-to", Facts: workgroup.Facts{"to": r.Named}, Verb: "signoff", Object: p.Key() + "/to" + t.addresseeNumber(r.Name), Version: version}})
	}
	t.reply("say/paper-whom", workgroup.Facts{"date": p.Date, "words": words}, rows...)
}

// addresseeNumber is where an authority stands in the settings.
func (t *turn) addresseeNumber(name string) string {
	return strconv.Itoa(slices.IndexFunc(t.College.Addressees(), func(r workgroup.Recipient) bool { return r.Name == name }))
}

// pressWhom is the button of an authority: what was written is entered for it.
func (t *turn) pressWhom(p workgroup.Paper, number string, version uint64) error {
	n, err := strconv.Atoi(number)
	desk := t.deskHere()
	what, _ := desk.Expect.OfPaper()
	if err != nil || n < 0 || n >= len(t.College.Addressees()) || what != whomDesk || desk.Of != p.Key()+"/"+strconv.FormatUint(version, 10) {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err = t.sentToWhom(p, version, t.College.Addressees()[n].Name, desk.Words); err == nil && t.deskHere() == desk {
		t.clearDesk(desk)
		t.showPaper(p.Key())
	}
	return t.noted(err)
}

// sentToWhom enters what was written before for an authority that is named now.
func (t *turn) sentToWhom(p workgroup.Paper, version uint64, to, words string) error {
	s, fault := t.sendingIn(words)
	switch s.To = to; {
	case fault != nil || to == "":
		return workgroup.Refuse(workgroup.PaperAddressee, "to", to, "left", []workgroup.Named{})
	case wentVoid(p) && p.Version == version:
		return t.claimsVoid(p, s)
	}
	_, err := t.College.SendPaper(t.b, p.Key(), version, s, t.person, t.now)
	return err
}

// leftOf are the authorities that have not got a report yet.
func (t *turn) leftOf(key string) []workgroup.Named {
	p, _ := workgroup.Papers.Get(t.b, key)
	out := []workgroup.Named{}
	for _, r := range t.College.Unsent(p) {
		out = append(out, r.Named)
	}
	return out
}

// showPaper puts a report's card below what was written.
func (t *turn) showPaper(key string) {
	if p, ok := workgroup.Papers.Get(t.b, key); ok {
		workgroup.ShowPaper(t.b, p, t.person, t.now)
	}
}

// amendSending is 「更正登记」: of several entries it asks which.
func (t *turn) amendSending(p workgroup.Paper, version uint64) error {
	p, err := workgroup.MayAmendSending(t.b, p.Key(), version, t.person)
	if err != nil {
		return err
	}
	all := p.AllSendings()
	if len(all) == 1 {
		return t.amendEntry(p, "0", version)
	}
	var rows [][]workgroup.Button
	for i, s := range all {
		rows = append(rows, []workgroup.Button{{Label: "button/paper-entry", Facts: t.entryFacts(s), Verb: "signoff", Object: p.Key() + "/at" + strconv.Itoa(i), Version: version}})
	}
	t.reply("say/paper-which-entry", workgroup.Facts{"date": p.Date}, rows...)
	return nil
}

// amendTyped puts the last entry right where the message says to whom the report went in fact; else it asks what it should say.
func (t *turn) amendTyped(p workgroup.Paper, version uint64, words string) error {
	p, err := workgroup.MayAmendSending(t.b, p.Key(), version, t.person)
	if err != nil {
		return err
	}
	all := p.AllSendings()
	meant := t.addresseesMeant(words)
	if len(meant) == 0 && len(t.addresseesIn(words)) == 1 && len(t.College.Unsent(p)) == 1 {
		meant = t.College.Unsent(p) // who is denied leaves one
	}
	if len(meant) != 1 || meant[0].Name == all[len(all)-1].To {
		return t.amendSending(p, version)
	}
	if _, err = t.College.AmendSending(t.b, p.Key(), version, len(all)-1, workgroup.Sending{To: meant[0].Name}, t.person, t.now); err == nil {
		t.showPaper(p.Key())
	}
	return err
}

// amendEntry asks what an entry should say.
func (t *turn) amendEntry(p workgroup.Paper, number string, version uint64) error {
	p, err := workgroup.MayAmendSending(t.b, p.Key(), version, t.person)
	n, bad := strconv.Atoi(number)
	switch {
	case err != nil:
		return err
	case bad != nil || n < 0 || n >= len(p.AllSendings()):
		return workgroup.Refuse(workgroup.Changed)
	}
	t.keepsFor("amend", p.Key(), version, number)
	facts := t.entryFacts(p.AllSendings()[n])
	facts["date"], facts["several"] = p.Date, len(t.College.Addressees()) > 1
	t.reply("say/paper-amend", facts)
	return nil
}

// entryFacts are an entry of a sending, as texts tell it.
func (bot *Bot) entryFacts(s workgroup.Sending) workgroup.Facts {
	return workgroup.Facts{"to": s.To, "how": s.How, "at": bot.Clock(s.At), "received": s.Received}
}

// amendIn puts an entry right by words: the whole of it, or the authority alone.
func (t *turn) amendIn(key string, version uint64, number int, words string) error {
	s, fault := t.sendingIn(words)
	if fault != nil {
		s.How, s.Received, s.At = "", "", time.Time{}
		named := t.addresseesMeant(words)
		if len(named) != 1 || len(fieldsIn(words)) > 1 {
			return fault
		}
		s.To = named[0].Name
	}
	_, err := t.College.AmendSending(t.b, key, version, number, s, t.person, t.now)
	return err
}
