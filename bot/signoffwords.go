package bot

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fangkong/bot/button"
	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// asking has the sender's next words be what an act of a report needs, if they may do it now.
func asking(what string) func(*turn, workgroup.Paper, uint64) error {
	return func(t *turn, p workgroup.Paper, version uint64) (err error) {
		switch what {
		case "review":
			_, err = workgroup.MayReview(t.b, p.Key(), version, t.person)
		case "lower":
			_, err = workgroup.MayLower(t.b, p.Key(), version, t.person)
		case "drop":
			_, err = t.College.MayDropCorrection(t.b, p.Key(), version, t.person)
		case "return":
			_, err = workgroup.MayReturn(t.b, p.Key(), version, t.person)
		case "send":
			if _, err = workgroup.MaySend(t.b, p.Key(), version, t.person); wentVoid(p) {
				_, err = workgroup.MaySendVoided(t.b, p.Key(), version, t.person)
			}
		default:
			if err = workgroup.MayDraft(t.b, t.person); p.State != workgroup.PaperDraft {
				err = workgroup.Refuse(workgroup.PaperNewer)
			}
		}
		if err != nil {
			return err
		}
		t.expect(workgroup.PaperDesk+workgroup.Awaited(what), p.Key()+"/"+strconv.FormatUint(version, 10))
		facts := workgroup.Facts{"what": what, "date": p.Date, "to": nil, "grounds": t.PaperFacts(t.b, p)["grounds"], "notes": card.NotesTold(t.b, p)}
		var rows [][]workgroup.Button
		if what == "work" && card.NotesTold(t.b, p) > 0 {
			rows = [][]workgroup.Button{{{Label: "button/paper-notes", Verb: "signoff", Object: p.Key() + "/notes", Version: version}}}
		}
		if left := t.College.Unsent(p); what == "send" && len(t.College.Addressees()) > 1 && len(left) > 0 {
			facts["to"] = card.Addressee(left[0])
		}
		t.reply("say/paper-ask", facts, rows...)
		return nil
	}
}

// onPaper is what of a report the sender is writing here, as long as they are; what comes later is meant otherwise.
func (t *turn) onPaper() (what string, desk workgroup.Desk) {
	desk = t.deskHere()
	what, is := desk.Expect.OfPaper()
	if !is || !t.known || t.edited || !t.private() || t.now.Sub(desk.Since) > patience && !t.repliesToBot() {
		return "", desk
	}
	if strings.HasPrefix(what, moreDesk) && !t.continues(desk) {
		return "", desk
	}
	return what, desk
}

func (t *turn) writesPaper() bool { what, _ := t.onPaper(); return what != "" }

// fieldsWanted is how many fields the words of an act have; of any other they are as people write them.
var fieldsWanted = map[string]int{"review": 4, "send": 3}

// parted is what people write between the fields of what is written at once (“16:00；会议；书记；同意”), that first which stands in no field.
var parted = []*pattern.Pattern{pattern.MustCompile(`\s*[；;\n]\s*`), pattern.MustCompile(`\s*[；;，,\n]\s*`), pattern.MustCompile(`\s*[；;，,、\n]\s*`), pattern.MustCompile(`[；;，,、\s]+`)}

// paperWords takes the words that a report expects. What tells of a case in them never comes here: it is written beside its verb (“四：…”).
func (t *turn) paperWords() (bool, error) {
	what, desk := t.onPaper()
	if what == "" {
		return false, nil
	}
	words := strings.TrimSpace(t.msg.Text)
	if backs(bareWord(words), leaves) || slices.Contains(noWords, bareWord(words)) {
		if key, _ := button.CutLast(desk.Of); what == voidSentDesk {
			workgroup.DenyVoided(t.b, key, t.person, t.now)
		}
		t.clearDesk(desk)
		t.cancelled()
		return true, nil
	}
	if (what == "send" || what == restDesk || what == "amend") && t.namesAct(bareWord(words)) {
		return false, nil // another act is no part of an entry
	}
	if putsOff.MatchString(words) {
		t.reply("say/paper-still-asked", workgroup.Facts{})
		return true, nil
	}
	asked := howMany.MatchString(words) || (what == "amend" || slices.Contains(draftParts, strings.TrimPrefix(what, moreDesk))) && t.asksBeside(words)
	if fieldsWanted[what] == 0 && utf8.RuneCountInString(words) <= briefly && asked {
		return false, nil // a question is answered, and is neither a part of a report nor a reason
	}
	if many := fieldsWanted[what]; many > 0 && t.asksBeside(words) && len(fieldsOf(words, many)) != many {
		return false, nil // a question is answered, and what was asked stays
	}
	key, v := button.CutLast(desk.Of)
	version, _ := strconv.ParseUint(v, 10, 64)
	if err := t.wordPaper(what, key, version, words); err != nil {
		var no *workgroup.Refusal
		if errors.As(err, &no) && (no.Code == workgroup.PaperNewer || no.Code == workgroup.PaperElsewhere) {
			t.clearDesk(desk) // no other words would help
			err = t.keeping(err)
		}
		return true, err
	}
	if t.deskHere() == desk {
		t.clearDesk(desk) // and not what is asked next
	}
	// The card goes below what was written: it shows it, and what comes next is pressed there.
	if next, of := t.deskHere().Expect.OfPaper(); !of || strings.HasPrefix(next, moreDesk) {
		t.showPaper(key)
	}
	return true, nil
}

// howMany ends a question for a figure.
var howMany = pattern.MustCompile(`(?:几|多少)(?:个|名|位)?人[？?。]?$`)

// putsOff says that the answer comes later: “等我问一下”, “等一下，我问问后勤”.
var putsOff = pattern.MustCompile(`^(?:好的?|嗯|先)?[，,]?(?:(?:等一?[下会]儿?|等等|稍等(?:一下)?|等我|容我)(?:[，,。]?[^。；;\n]{0,14}(?:问|查|看|核|想|说|回|写)[^。；;\n]{0,8})?|我?(?:先|再|去)?问(?:一下|问|下)[^。；;\n]{0,8})[吧啊。.！!]*$`)

// fieldsIn are the fields of what is written at once.
func fieldsIn(words string) []string { return parted[0].Split(strings.Trim(words, "；;\n "), -1) }

// fieldsOf are the fields of what should have so many, whatever stands between them; where nothing makes so many, as they stand between commas.
func fieldsOf(words string, many int) []string {
	words = strings.Trim(words, "；;，,、。.\n 　")
	for _, by := range parted {
		if fields := by.Split(words, -1); len(fields) == many {
			return fields
		}
	}
	return parted[2].Split(words, -1)
}

// fieldsFor are the fields of the words of an act.
func fieldsFor(act, words string) []string { return fieldsOf(words, fieldsWanted[act]) }

// outwardly is what somebody writes for a report as the authorities read it, who read of cases under their numbers alone. Its writer is told what
// was left out.
func (t *turn) outwardly(words string) string {
	out := t.withheld(words)
	if out != words {
		t.reply("say/paper-withheld", workgroup.Facts{"words": out})
	}
	return out
}

// wordPaper does an act of a report with the words that it needs.
func (t *turn) wordPaper(what, key string, version uint64, words string) (err error) {
	desk := t.deskHere()
	switch what {
	case "work", "plans", moreDesk + "work", moreDesk + "plans":
		err = t.partWords(what, key, key+"/"+strconv.FormatUint(version, 10), words)
	case "drop":
		err = t.dropsCorrection(key, version, words)
	case "return":
		err = t.returnsPaper(key, version, words)
	case "review":
		err = t.reviewed(key, version, words)
	case agreeDesk:
		err = t.agreedOrNot(key, version, words, desk.Words)
	case "lower":
		err = t.lowersPaper(key, version, words)
	case loweredDesk:
		err = t.loweredOrNot(key, version, words, desk.Words)
	case "send":
		p, ok := workgroup.Papers.Get(t.b, key)
		if !ok {
			return workgroup.Refuse(workgroup.NoPaper)
		}
		err = t.enterSending(p, version, words, desk.Expect == workgroup.PaperDesk+"send")
	case restDesk:
		p, ok := workgroup.Papers.Get(t.b, key)
		if !ok {
			return workgroup.Refuse(workgroup.NoPaper)
		}
		err = t.restOfSending(p, version, words, sendingKept(desk.Words))
	case voidSentDesk:
		p, _ := workgroup.Papers.Get(t.b, key)
		err = t.answersVoid(p, words)
	case whomDesk:
		named := t.addresseesMeant(words)
		if len(named) != 1 {
			return workgroup.Refuse(workgroup.PaperAddressee, "to", words, "left", t.leftOf(key))
		}
		p, _ := workgroup.Papers.Get(t.b, key)
		err = t.sentToWhom(p, version, named[0].Name, desk.Words)
	case "amend":
		number, _ := strconv.Atoi(desk.Words)
		err = t.amendIn(key, version, number, words)
	}
	return err
}
