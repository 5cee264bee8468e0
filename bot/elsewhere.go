package bot

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// doneElsewhere answers words that stand for a step of the office or of a lead unit where they cannot be it: in the group the one whose step it
// is reads in private where it is done; whoever else says them to the bot reads whose it is. Aloud they may be meant for a colleague.
func (t *turn) doneElsewhere() (bool, error) {
	word, whose := t.stepNamed()
	if word == "" || !t.private() && !t.addressed() && whose != nil || t.read(t.msg.Text, understand.Context{}).Urgent == understand.Yes {
		return false, nil
	}
	if errors.Is(whose, &workgroup.Refusal{Code: workgroup.PaperCollege}) && t.private() {
		return true, t.officesStep()
	}
	if whose != nil {
		return true, whose
	}
	if t.private() {
		return false, nil // it is done here
	}
	t.whisper("say/ask-in-private", workgroup.Facts{"bot": t.Username, "word": word, "open": t.person.Reachable()})
	return true, nil
}

// stepNamed is the step that words stand for, as it is said in private, and the refusal of whose it is not; "": they name none.
func (t *turn) stepNamed() (word string, whose error) {
	text, bare := strings.TrimSpace(t.msg.Text), bareWord(t.msg.Text)
	leads := func() error {
		round, err := t.round(t.today())
		if err != nil || slices.ContainsFunc(round.Leads, t.person.Speaks) {
			return err
		}
		return workgroup.Refuse(workgroup.LeadsOnly, "leads", round.Names(t.b, round.Leads), "own", t.heads())
	}
	if t.types(bare, "button/sheet", "button/sheet-again") || strings.Contains(bare, "汇总") && sheetReady.MatchString(pauses.Replace(bare)) {
		return "“" + bare + "”", leads()
	}
	if words, back := t.sentBackIn(text); back {
		if _, _, named := t.unitBefore(words); named && t.person.Holds(workgroup.Overseers...) {
			return "“" + excerpt(text) + "”", nil // where it is said whose that is
		} else if named {
			return "“" + excerpt(text) + "”", leads()
		}
	}
	if t.minutesAloud(text, bare) {
		return "“" + excerpt(text) + "”", nil
	}
	if !t.private() && t.decidesAloud(text) {
		return "“" + excerpt(recordedAs(text)) + "”", nil
	}
	for _, a := range card.PaperActs {
		v := paperVerbs[a.Name]
		if a.Name != "sign" && v.loose || !slices.Contains(v.words, bare) && !t.types(bare, a.Label) || bare[0] < utf8.RuneSelf {
			continue // loose words, and in English all of them, are words of any day
		}
		return "“" + bare + "”", t.ofPaper(a.Name)
	}
	return "", nil
}

// minutesAloud tells whether somebody of the meeting that goes on ends it with these words, or would have them written down for it. Who calls people to
// another says when.
func (t *turn) minutesAloud(text, bare string) bool {
	if !t.person.Holds(workgroup.PackReaders...) {
		return false
	}
	lines := minutedIn(text)
	if len(lines) > 0 && lines[0].told {
		lines = nil // what a meeting did is told to the group as well
	}
	if !slices.Contains(endsMeeting, bare) && len(lines) == 0 || slices.ContainsFunc(lines, func(l minutedLine) bool { return l.as == timeLine }) {
		return false
	}
	m, ok := workgroup.LastMeeting(t.b, t.today())
	return ok && m.Open()
}

// decidesAloud tells whether words say to the group what a meeting of today has decided, as whoever's meeting it was would have it recorded; or speak of a
// decision by its code, to those it concerns.
func (t *turn) decidesAloud(text string) bool {
	if m := decisionNamed.FindStringSubmatch(text); m != nil {
		d, ok := t.decisionCoded(m[1])
		return ok && (t.person.Holds(workgroup.PackReaders...) || d.Owes(t.b, t.person))
	}
	text = greetsAll.ReplaceAllString(text, "")
	said := resolved.FindString(text)
	if said == "" || !t.person.Holds(workgroup.PackReaders...) {
		return false
	}
	m, ok := workgroup.LastMeeting(t.b, t.today())
	if rest := text[len(said):]; !ok || t.readsAsResolution(rest) {
		return ok
	} else if !strings.Contains(said, "会议") || itIsDone.MatchString(rest) || ofADecision.MatchString(rest) || t.asksBeside(rest) || !someDay.MatchString(rest) {
		return false
	}
	_, same := t.decidedAlready(m, t.readsDecision(text[len(said):]))
	return !same
}

// greetsAll is a greeting of everybody that stands before what is said.
var greetsAll = pattern.MustCompile(`^\s*(?:各位)?(?:领导|老师|同事|同志|大家)?们?(?:辛苦了?|好|上午好|下午好|晚上好)?[，,。！!：:\s]+`)

// recordedAs are words of what was decided as they are recorded in private, during the meeting and after it.
func recordedAs(text string) string {
	text = greetsAll.ReplaceAllString(text, "")
	if said := resolved.FindString(text); said != "" {
		return "补充决定：" + text[len(said):]
	}
	return text
}

// ofPaper refuses a step of a report to whoever's it is not.
func (t *turn) ofPaper(act string) error {
	switch {
	case act == "sign" && !t.person.Holds(workgroup.Director):
		return workgroup.SignerOnly(t.b)
	case !t.person.Holds(workgroup.PaperReaders...):
		return workgroup.Refuse(workgroup.PaperCollege)
	}
	return nil
}
