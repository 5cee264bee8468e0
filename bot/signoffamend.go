package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// What was entered of a sending is put right (更正登记); what stood there before is kept.

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

// amendTyped puts the entry right that a message speaks of where it says what is so in fact (“15:12报错了，实际15:11发的”, “不是市指挥部，是报给省厅的”); else it asks
// what it should say.
func (t *turn) amendTyped(p workgroup.Paper, version uint64, words string) error {
	p, err := workgroup.MayAmendSending(t.b, p.Key(), version, t.person)
	if err != nil {
		return err
	}
	all := p.AllSendings()
	n, s := len(all)-1, workgroup.Sending{}
	meant := t.addresseesMeant(words)
	if len(meant) == 0 && len(t.addresseesIn(words)) == 1 && len(t.College.Unsent(p)) == 1 {
		meant = t.College.Unsent(p) // who is denied leaves one
	}
	if len(meant) == 1 && meant[0].Name != all[n].To {
		s.To = meant[0].Name
	} else if n, s = t.mendedEntry(all, words); n < 0 {
		return t.amendSending(p, version)
	}
	if _, err = t.College.AmendSending(t.b, p.Key(), version, n, s, t.person, t.now); err == nil {
		t.showPaper(p.Key())
	}
	return err
}

// wronged are clauses that say that something is wrong, and what is not so.
var wronged = pattern.MustCompile(`[^，,。；;\n]*?(?:错|有误|不对|填反|写反)了?(?:[，,。；;\s]+|$)?|不是[^，,。；;]{2,12}?(?:[，,\s]+|收的?|接的?)*(?:而|应该|应)?是`)

// mendedEntry is which of several entries a message puts right, and how it reads then; -1: it does not say.
func (t *turn) mendedEntry(all []workgroup.Sending, words string) (n int, s workgroup.Sending) {
	is := t.sendingTold(wronged.ReplaceAllString(words, ""))
	if is.How == "" && is.Received == "" && is.At.IsZero() {
		return -1, s
	}
	n = len(all) - 1
	if len(all) > 1 {
		n = slices.IndexFunc(all, func(e workgroup.Sending) bool { return t.speaksOfEntry(e, words) })
	}
	if n < 0 {
		return n, s
	}
	is = completes(is, all[n])
	is.To = all[n].To
	return n, is
}

// speaksOfEntry tells whether words hold the time of an entry, or who took it.
func (t *turn) speaksOfEntry(e workgroup.Sending, words string) bool {
	return strings.Contains(words, e.Received) || slices.ContainsFunc(whenSent.FindAllString(words, -1), func(at string) bool {
		moment, ok := understand.Moment(at, t.said)
		return ok && moment.Truncate(time.Minute).Equal(e.At.Truncate(time.Minute))
	})
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

// amendIn puts an entry right by words: the whole of it, the authority alone, or what they tell.
func (t *turn) amendIn(key string, version uint64, number int, words string) error {
	s, fault := t.sendingIn(words)
	if fault != nil || !wholeSending(s) {
		s = workgroup.Sending{}
		p, _ := workgroup.Papers.Get(t.b, key)
		named, all := t.addresseesMeant(words), p.AllSendings()
		switch {
		case len(named) == 1 && len(fieldsIn(words)) == 1:
			s.To = named[0].Name
		case fault != nil:
			return fault
		case number < len(all):
			_, s = t.mendedEntry(all[number:number+1], words)
		}
	}
	if s == (workgroup.Sending{}) {
		return workgroup.Refuse(workgroup.PaperSendWords, "n", 0, "time", "")
	}
	_, err := t.College.AmendSending(t.b, key, version, number, s, t.person, t.now)
	return err
}
