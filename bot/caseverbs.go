package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// caseVerb is a button of a case's card as people type it.
type caseVerb struct {
	words *pattern.Pattern // the whole message; what follows the word, where something may, is its last group
	verb  string           // of the button
	rest  string           // of its object, after the case
	may   func(t *turn, k workgroup.Case) bool
	more  func(t *turn, k workgroup.Case, words string) error // with words after it; nil: none may follow
	sure  bool                                                // it can mean nothing else: no outcome of a case, and nothing where there is no case
	keeps bool                                                // the words after it are kept until it is said of which case they are
}

func likened(t *turn, k workgroup.Case) bool { return k.Like != "" && t.person.Watches(t.b, t.now) }

// owing is who may still file one of a case's two reports.
func owing(name workgroup.LegName) func(*turn, workgroup.Case) bool {
	return func(t *turn, k workgroup.Case) bool {
		return (t.holds(k) || t.person.Speaks(k.Unit)) && slices.Contains(k.Owing(), name)
	}
}

// answering gives the words behind a typed verb to what its button would have asked for.
func answering(asked workgroup.Awaited, take func(*turn, workgroup.Desk, string) (bool, error)) func(*turn, workgroup.Case, string) error {
	return func(t *turn, k workgroup.Case, words string) error {
		t.expect(asked, k.Key())
		_, err := take(t, t.deskHere(), words)
		return err
	}
}

// furthering is who goes on about a case of theirs in duty; what anybody else writes of their own is an addition.
func furthering(t *turn, k workgroup.Case) bool { return t.onRota() && t.own(k) }

func watching(t *turn, _ workgroup.Case) bool { return t.person.Watches(t.b, t.now) }

// toldTo gives the words behind “已报社区” to what its button asks for.
func toldTo(ch workgroup.Channel) func(*turn, workgroup.Case, string) error {
	return answering(workgroup.ToldDesk(ch), func(t *turn, desk workgroup.Desk, words string) (bool, error) { return t.toldWords(desk, ch, words) })
}

// object is what the verb's button on a case names.
func (v caseVerb) object(k workgroup.Case) string {
	if v.rest == "" {
		return k.Key()
	}
	return k.Key() + "/" + v.rest
}

// caseVerbs are the buttons of a case, in the order they are tried.
var caseVerbs = []caseVerb{
	{words: after(`续报|further report`), verb: "word", rest: string(workgroup.RemarkDesk), may: furthering, more: answering(workgroup.RemarkDesk, (*turn).caseAsked), sure: true, keeps: true},
	{words: after(`电话记录|calls made`), verb: "phoned", may: watching, more: answering(workgroup.PhonedDesk, (*turn).phonedWords), sure: true},
	{words: after(`已报社区|community told`), verb: "told", rest: string(workgroup.Community), may: (*turn).holds, more: toldTo(workgroup.Community), sure: true},
	{words: after(`已报疾控|disease control told`), verb: "told", rest: string(workgroup.CDC), may: (*turn).holds, more: toldTo(workgroup.CDC), sure: true},
	{words: pattern.MustCompile(`(?i)^(?:确认|核实为?|改为)?(?:成立|confirmed as reported|it stands)$`), verb: "verdict", rest: string(workgroup.VerdictStands), may: (*turn).holds},
	{words: pattern.MustCompile(`(?i)^(?:确认|核实为?|改为|继续)?(?:观察|under observation)$`), verb: "verdict", rest: string(workgroup.VerdictWatch), may: (*turn).holds},
	{words: pattern.MustCompile(`(?i)^(?:确认|核实后?|改为|已)?(?:排除|rule(?:d)? (?:it )?out)了?$`), verb: "verdict", rest: string(workgroup.VerdictExcluded), may: (*turn).holds},
	{words: pattern.MustCompile(`(?is)^(?:办结|结案|close(?: it| the case)?)(?:\s*[：:，,。]\s*(.+)|\s+(.+))?$`), verb: "word", rest: string(workgroup.OutcomeDesk), may: (*turn).holds, more: (*turn).closeInWords},
	{words: pattern.MustCompile(`(?is)^(?:更?改|更正)?(?:知悉时间|correct known time|known (?:time|since))(?:改?[为到成]|\s*[：:，,])?\s*(.+)?$`), verb: "word", rest: string(workgroup.KnownDesk), may: (*turn).holds, more: answering(workgroup.KnownDesk, (*turn).knownWords)},
	{words: pattern.MustCompile(`(?is)^(?:更?改|更正|记)?(?:事发时间|when it happened)(?:改?[为到成]|\s*[：:，,])?\s*(.+)?$`), verb: "word", rest: string(workgroup.EventDesk), may: (*turn).holds, more: answering(workgroup.EventDesk, (*turn).knownWords)},
	{words: pattern.MustCompile(`(?i)^(?:退回|我?退回(?:去|案件)?|(?:i )?give (?:it )?back)$`), verb: "give", may: (*turn).holds},
	{words: pattern.MustCompile(`(?i)^(?:移交给?|转交给?|转给)(?:\s*(\p{Han}{2,8}))?$|^hand (?:it )?over to\s+(.{2,30})$`), verb: "offer", may: (*turn).holds, more: (*turn).offerTo},
	{words: pattern.MustCompile(`(?is)^(?:稍后(?:提醒|再说)?|later)(?:\s*[：:，,]\s*(.+))?$`), verb: "pause", may: (*turn).holds, more: answering(workgroup.PauseDesk, (*turn).pauseWords)},
	{words: pattern.MustCompile(`(?is)^(?:更正|更改|改)(?:一下)?类型(?:的事)?[\s：:，,]*(?:[改更]?[为到成])?(.*)$|^correct the kind(?:\s*[:,]?\s+(?:to\s+)?(.+))?$`), verb: "detail", rest: "kind", may: (*turn).holds, more: (*turn).kindInWords},
	{words: taking, verb: "take", may: (*turn).mayTake, sure: true},
	{words: pattern.MustCompile(`(?i)^(?:已阅|read)$`), verb: "seen", may: func(t *turn, k workgroup.Case) bool { return t.mayTake(k) && !k.ReadBy(t.person.ID) }},
	{words: pattern.MustCompile(`(?i)^(?:是?同一例|并案|是同一例[，,]?并案|same case|merge)$`), verb: "same", rest: "yes", may: likened},
	{words: pattern.MustCompile(`(?i)^(?:不是同一例|不是一例|not the same)$`), verb: "same", rest: "no", may: likened},
	{words: pattern.MustCompile(`(?i)^(?:单位(?:已?报告|已报)|the unit reports)$`), verb: "leg", rest: string(workgroup.LegUnit), may: owing(workgroup.LegUnit)},
	{words: pattern.MustCompile(`(?i)^(?:本人(?:已向?(?:单位|学院|我院|我们)?报告?|已报)了?|the person has reported(?: to us)?)$`), verb: "leg", rest: string(workgroup.LegIndividual), may: owing(workgroup.LegIndividual)},
}

// after is the whole message where words, or a command, stand before what they are for: “续报：…”.
func after(words string) *pattern.Pattern {
	return pattern.MustCompile(`(?is)^\s*(?:` + words + `)(?:\s*[：:，,。.！!]\s*(.*)|\s+(.*))?$`)
}

// mostCases is how many cases one question offers: the newest.
const mostCases = 6

// whichCase asks which of several open cases a word is meant for; at is the verb and the object of the button of one.
func (t *turn) whichCase(word string, cases []workgroup.Case, at func(workgroup.Case) (verb, object string)) {
	var rows [][]workgroup.Button
	for _, k := range cases[max(0, len(cases)-mostCases):] {
		verb, object := at(k)
		rows = append(rows, []workgroup.Button{{Label: "button/code", Facts: workgroup.Facts{"code": k.Code()}, Verb: verb, Object: object}})
	}
	t.reply("say/which-case", workgroup.Facts{"word": word}, rows...)
}

// typedOnCase does with a case what the button of that word does, where exactly one can be meant, and else asks which. False: the
// words are of no case of the sender's.
func (t *turn) typedOnCase() (bool, error) {
	closing := t.deskHere().Expect == workgroup.OutcomeDesk // an outcome is in their own words
	code, text := cutCode(t.msg.Text)
	text = strings.Trim(text, " 。.！!～~")
	for _, v := range caseVerbs {
		of, said := code, text
		if whole := strings.TrimSpace(t.msg.Text); v.keeps && !leadsWithCode(whole) {
			of, said = "", whole // a code among the words is theirs
		}
		m := v.words.FindStringSubmatch(said)
		if m == nil || closing && !v.sure {
			continue
		}
		if _, lies := t.draftHere(); lies && slices.Contains(backward, bareWord(said)) {
			return false, nil // one question back in the filing
		}
		words := strings.TrimSpace(strings.Join(m[1:], ""))
		word := strings.TrimRight(strings.TrimSuffix(said, words), " ：:，,。.！!\n")
		if v.more == nil || !v.sure {
			word = said
		}
		return t.verbOnCase(v, word, of, words)
	}
	if closing {
		return false, nil
	}
	if said, ok := understand.InformedIn(text, t.said); ok {
		return t.informedOf(said, code)
	}
	return t.handsOver(text, code)
}

// verbOnCase finds the one case that a typed verb can be meant for, and does it.
func (t *turn) verbOnCase(v caseVerb, word, code, words string) (bool, error) {
	seen := those(t.seenCases(), func(k workgroup.Case) bool { return code == "" || k.Code() == code })
	if code == "" {
		seen = t.repliedOf(seen)
	}
	cases := those(seen, func(k workgroup.Case) bool { return v.may(t, k) })
	// A further report goes to the case that its writer holds, before one that they only reported.
	if held := those(cases, t.holds); v.keeps && len(held) > 0 {
		cases = held
	}
	switch {
	case v.keeps && words != "" && len(cases) > 1:
		t.askWhichCase(cases)
		return true, nil
	case v.keeps && words != "" && len(cases) == 0 && len(seen) > 0 && t.onRota():
		t.askWhichCase(seen) // their holding may have expired: the words are kept all the same
		return true, nil
	case len(seen) == 0:
		if done, err := t.onClosed(v, code, words); done || err != nil {
			return done, err
		}
	}
	switch {
	case len(cases) == 0 && v.verb == "take" && code == "" && t.saysBegun():
		return true, nil
	case len(cases) == 0 && v.verb == "take" && len(seen) > 0:
		return t.cannotTake(seen)
	case len(cases) == 0:
		return t.cannotOnCase(v, seen, word)
	case len(cases) > 1:
		t.whichCase(word, cases, func(k workgroup.Case) (string, string) { return v.verb, v.object(k) })
		return true, nil
	case words != "" && v.more != nil:
		return true, v.more(t, cases[0], words)
	}
	k := cases[0]
	t.button.Object = v.object(k)
	if err := presses[v.verb](t); err != nil {
		return true, err
	}
	switch v.verb {
	case "leg":
		if v.rest != string(workgroup.LegIndividual) { // of the person's it is asked when and how
			t.reply("say/case-done", workgroup.Facts{"code": k.Code(), "word": word})
		}
	case "word", "offer", "pause", "detail", "phoned", "told": // those ask for more
	case "take":
		t.reply("say/case-is-yours", workgroup.Facts{"code": k.Code()})
	default:
		t.reply("say/case-done", workgroup.Facts{"code": k.Code(), "word": word})
	}
	return true, nil
}

// cannotOnCase answers a verb that the sender can use on no case: what nobody has taken is to be taken first. Of who has to do with no
// case the words are about something else.
func (t *turn) cannotOnCase(v caseVerb, seen []workgroup.Case, word string) (bool, error) {
	if !(v.sure && t.onRota()) && (len(seen) == 0 || !t.person.Watches(t.b, t.now)) {
		return false, nil
	}
	var rows [][]workgroup.Button
	for _, k := range seen[max(0, len(seen)-mostCases):] {
		if t.mayTake(k) {
			rows = append(rows, takeRow(k))
		}
	}
	if len(rows) == 0 && letsPass(word) && t.yesWaits() {
		return false, nil
	}
	if len(rows) == 0 {
		t.nothingWaits(word)
		return true, nil
	}
	t.reply("say/case-take-first", workgroup.Facts{"word": word}, rows...)
	return true, nil
}

func (t *turn) closeInWords(k workgroup.Case, words string) error {
	if err := t.pressAskCase(k.Key(), string(workgroup.OutcomeDesk)); err != nil {
		return err
	}
	_, err := t.caseAsked(t.deskHere(), excerpt(words))
	return err
}
