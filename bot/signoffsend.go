package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// How a report went to the authorities is entered in words (上报登记): “传真；16:40；王科长”. Which authority it was is said, or asked.

// whomDesk is what a report expects while it is asked to whom it went; its words lie on the desk until then.
const whomDesk = "whom"

// restDesk is what a report expects while the rest of a sending is asked for; what was told of it lies on the desk.
const restDesk = "rest"

// enterSending enters how a report was sent. Where several authorities wait, and neither the words nor what was asked say which, they are asked; and so is what
// the words leave open.
func (t *turn) enterSending(p workgroup.Paper, version uint64, words string, asked bool) error {
	s, err := t.sendingIn(words)
	if err != nil {
		return err
	}
	return t.entersSending(p, version, s, words, asked)
}

// entersSending enters what was told of a sending, in some words.
func (t *turn) entersSending(p workgroup.Paper, version uint64, s workgroup.Sending, words string, asked bool) error {
	left := t.College.Unsent(p)
	if asked && s.To == "" && len(left) > 1 {
		if s.To = left[0].Name; wentVoid(p) && p.Asked.To != "" { // which was read back, else which was asked for
			s.To = p.Asked.To
		}
	}
	if !wholeSending(s) {
		return t.askRest(p, version, s)
	}
	if s.To == "" && len(left) > 1 {
		if s.To = onlyWay(left, s.How); s.To == "" {
			t.askWhom(p, version, words, left)
			return nil
		}
	}
	if wentVoid(p) {
		return t.claimsVoid(p, s)
	}
	_, err := t.College.SendPaper(t.b, p.Key(), version, s, t.person, t.now)
	return err
}

// askRest asks for what is not known yet of a sending that may be entered now, and says what is; of which nothing is known it is refused.
func (t *turn) askRest(p workgroup.Paper, version uint64, s workgroup.Sending) error {
	_, err := workgroup.MaySend(t.b, p.Key(), version, t.person)
	if wentVoid(p) {
		_, err = workgroup.MaySendVoided(t.b, p.Key(), version, t.person)
	}
	if err != nil {
		return err
	}
	if s.How == "" && s.Received == "" && s.At.IsZero() {
		return workgroup.Refuse(workgroup.PaperSendWords, "n", 0, "time", "")
	}
	t.keepsFor(restDesk, p.Key(), version, keptSending(s))
	facts := t.entryFacts(s)
	if facts["date"] = p.Date; s.At.IsZero() {
		facts["at"] = ""
	}
	t.reply("say/paper-send-rest", facts)
	return nil
}

// sendingIn is what words say of a sending, whole or in part; an error where what should be its time is none.
func (t *turn) sendingIn(words string) (s workgroup.Sending, err error) {
	told := words
	if m := sentTo.FindStringSubmatch(words); m != nil && !isDigits.MatchString(m[1]) {
		if s.To, told = t.addresseeNamed(m[1]), m[2]; len(t.addresseesIn(m[1])) == 0 && isSomebody.MatchString(m[1]) {
			s.To, told = "", "给"+m[1]+"；"+m[2]
		}
	}
	if named := t.addresseesIn(words); s.To == "" && len(named) == 1 {
		s.To = named[0].Name
	}
	fields := fieldsFor("send", told)
	if with := fieldsOf(told, 4); len(with) == 4 && t.onlyAddressee(with[0]) {
		fields = with[1:]
	}
	from, whole := t.sendingParted(fields)
	if !whole {
		from = t.sendingTold(told)
	}
	if !wholeSending(from) && len(fields) == 3 && (from.At.IsZero() || slices.ContainsFunc(fields, t.isMoment)) {
		if from, err = t.sendingPlaced(fields, s.To); err != nil {
			return s, err
		}
	}
	from.To = s.To
	return from, nil
}

// isMoment tells whether words are a time, and nothing else.
func (t *turn) isMoment(words string) bool { _, ok := understand.Moment(words, t.said); return ok }

// isDigits is the hour of a time, and no authority.
var isDigits = pattern.MustCompile(`^[0-9]+$`)

// isSomebody is a person's title.
var isSomebody = pattern.MustCompile(`(?:科长|处长|局长|主任|书记|院长|老师|同志|经理|干事|科员|值班员)$`)

// sendingPlaced is a sending of three fields, each as it stands: “机要交换；16:40；王科长”, or the time first.
func (t *turn) sendingPlaced(fields []string, to string) (s workgroup.Sending, err error) {
	how, when := fields[0], fields[1]
	if _, first := understand.Moment(how, t.said); first {
		how, when = when, how // “16:40，传真，王科长”
	}
	at, ok := understand.Moment(when, t.said)
	if !ok {
		return s, workgroup.Refuse(workgroup.PaperSendWords, "n", 0, "time", when)
	}
	if name, rest, cut := strings.Cut(how, to); cut && name == "" && to != "" {
		how = strings.Trim(rest, " 　：:，,") // “省高工委教育厅 系统填报”
	}
	return workgroup.Sending{How: how, At: at, Received: fields[2]}, nil
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
	case fault != nil || to == "" || !wholeSending(s):
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
