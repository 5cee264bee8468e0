package bot

import (
	"strings"

	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// calledIn calls a decision among others in one message, by its number or its code.
var calledIn = pattern.MustCompile(`(?:^|[，,。.；;！!\s、])((?:第\s*([0-9]{1,2}|[一二三四五六七八九十])\s*(?:项|条|个)(?:决定|议定事项|事项)?)|决\s*[-—－]?\s*([0-9]{4}-[0-9]{2}))`)

// ofOne is what a message says of one decision, in its words.
type ofOne struct {
	of    workgroup.Decision
	words string // with what calls it
	about string // without
}

// saidOfEach are the decisions that a message calls one after another, and what it says of each.
func (t *turn) saidOfEach(text string) (all []ofOne) {
	at := calledIn.FindAllStringSubmatchIndex(text, -1)
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		one := ofOne{words: strings.Trim(text[m[2]:end], "，,。.；;、 \n"), about: strings.Trim(text[m[3]:end], "：:，,。.；;、 \n")}
		var ok bool
		if m[4] >= 0 {
			one.of, ok = t.decisionNumbered(clerk.SmallNumber(text[m[4]:m[5]]))
		} else {
			one.of, ok = t.decisionCoded(text[m[6]:m[7]])
		}
		if !ok || !one.of.Owing(t.b, t.person) || i == 0 && strings.TrimSpace(text[:m[2]]) != "" {
			return nil
		}
		all = append(all, one)
	}
	return all
}

// answersEach takes, in private, what is said in one message of several decisions that its writer answers for: that one was received, and what is in the
// way of another. One of which that cannot be read leaves the message.
func (t *turn) answersEach() (bool, error) {
	text := strings.TrimSpace(t.msg.Text)
	if strings.Count(text, "第")+strings.Count(text, "决") < 2 {
		return false, nil
	}
	all := t.saidOfEach(text)
	if len(all) < 2 || t.read(text, understand.Context{}).Urgent != understand.No {
		return false, nil
	}
	var heard []workgroup.Decision
	var pleas []ofOne
	for _, one := range all {
		rest, hears := receiptIn(one.about)
		switch _, asks := t.pleaIn(one.about); {
		case asks:
			pleas = append(pleas, one)
		case hears && rest == "":
			heard = append(heard, one.of)
		default:
			return false, nil
		}
	}
	if err := t.hears(heard); err != nil {
		return true, err
	}
	for _, one := range pleas {
		kind, _ := t.pleaIn(one.about)
		if err := t.pleads(one.of, kind, one.words); err != nil {
			return true, err
		}
	}
	return true, nil
}
