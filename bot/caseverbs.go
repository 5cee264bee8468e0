package bot

import (
	"regexp"
	"slices"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// caseVerb is a button of a case's card as people type it.
type caseVerb struct {
	words *regexp.Regexp // the whole message; what follows the word, where something may, is its last group
	verb  string         // of the button
	rest  string         // of its object, after the case
	may   func(t *turn, k workgroup.Case) bool
	more  func(t *turn, k workgroup.Case, words string) error // with words after it; nil: none may follow
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

// object is what the verb's button on a case names.
func (v caseVerb) object(k workgroup.Case) string {
	if v.rest == "" {
		return k.Key()
	}
	return k.Key() + "/" + v.rest
}

// caseVerbs are the buttons of a case that dutywords.go does not know, in the order they are tried.
var caseVerbs = []caseVerb{
	{regexp.MustCompile(`(?i)^(?:确认|核实为?|改为)?(?:成立|confirmed as reported|it stands)$`), "verdict", string(workgroup.VerdictStands), (*turn).holds, nil},
	{regexp.MustCompile(`(?i)^(?:确认|核实为?|改为|继续)?(?:观察|under observation)$`), "verdict", string(workgroup.VerdictWatch), (*turn).holds, nil},
	{regexp.MustCompile(`(?i)^(?:确认|核实后?|改为|已)?(?:排除|rule(?:d)? (?:it )?out)了?$`), "verdict", string(workgroup.VerdictExcluded), (*turn).holds, nil},
	{regexp.MustCompile(`(?is)^(?:办结|结案|close(?: it| the case)?)(?:\s*[：:，,。]\s*(.+)|\s+(.+))?$`), "word", string(workgroup.OutcomeDesk), (*turn).holds, (*turn).closeInWords},
	{regexp.MustCompile(`(?is)^(?:更?改|更正)?(?:知悉时间|correct known time|known (?:time|since))(?:改?[为到成]|\s*[：:，,])?\s*(.+)?$`), "word", string(workgroup.KnownDesk), (*turn).holds, answering(workgroup.KnownDesk, (*turn).knownWords)},
	{regexp.MustCompile(`(?is)^(?:更?改|更正|记)?(?:事发时间|when it happened)(?:改?[为到成]|\s*[：:，,])?\s*(.+)?$`), "word", string(workgroup.EventDesk), (*turn).holds, answering(workgroup.EventDesk, (*turn).knownWords)},
	{regexp.MustCompile(`(?i)^(?:退回|我?退回(?:去|案件)?|give (?:it )?back)$`), "give", "", (*turn).holds, nil},
	{regexp.MustCompile(`(?i)^(?:移交给?|转交给?|转给)(?:\s*(\p{Han}{2,8}))?$|^hand (?:it )?over to\s+(.{2,30})$`), "offer", "", (*turn).holds, (*turn).offerTo},
	{regexp.MustCompile(`(?is)^(?:稍后(?:提醒|再说)?|later)(?:\s*[：:，,]\s*(.+))?$`), "pause", "", (*turn).holds, answering(workgroup.PauseDesk, (*turn).pauseWords)},
	{regexp.MustCompile(`(?i)^(?:更正类型|correct the kind)$`), "detail", "kind", (*turn).holds, nil},
	{regexp.MustCompile(`(?i)^(?:我?(?:已经?|来|先)?接了?|接下了?|同意(?:接手)?|i(?:'| ha)?ve (?:got|taken) it|agreed)$`), "take", "", (*turn).mayTake, nil},
	{regexp.MustCompile(`(?i)^(?:已阅|read)$`), "seen", "", func(t *turn, k workgroup.Case) bool { return t.mayTake(k) && !k.ReadBy(t.person.ID) }, nil},
	{regexp.MustCompile(`(?i)^(?:是?同一例|并案|是同一例[，,]?并案|same case|merge)$`), "same", "yes", likened, nil},
	{regexp.MustCompile(`(?i)^(?:不是同一例|不是一例|not the same)$`), "same", "no", likened, nil},
	{regexp.MustCompile(`(?i)^(?:单位(?:已?报告|已报)|the unit reports)$`), "leg", string(workgroup.LegUnit), owing(workgroup.LegUnit), nil},
	{regexp.MustCompile(`(?i)^(?:本人(?:已向?(?:单位|学院|我院|我们)?报告?|已报)了?|the person has reported(?: to us)?)$`), "leg", string(workgroup.LegIndividual), owing(workgroup.LegIndividual), nil},
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
	if !t.private() || !t.known || !t.firsthand() || t.deskHere().Expect == workgroup.OutcomeDesk {
		return false, nil // an outcome is in their own words
	}
	code, text := cutCode(t.msg.Text)
	text = strings.Trim(text, " 。.！!～~")
	for _, v := range caseVerbs {
		m := v.words.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		if _, lies := t.draftHere(); lies && slices.Contains(backward, bareWord(text)) {
			return false, nil // one question back in the filing
		}
		return t.verbOnCase(v, text, code, strings.TrimSpace(strings.Join(m[1:], "")))
	}
	return false, nil
}

// verbOnCase finds the one case that a typed verb can be meant for, and does it.
func (t *turn) verbOnCase(v caseVerb, word, code, words string) (bool, error) {
	seen := those(t.seenCases(), func(k workgroup.Case) bool { return code == "" || k.Code() == code })
	cases := those(seen, func(k workgroup.Case) bool { return v.may(t, k) })
	switch {
	case len(cases) == 0:
		return t.cannotOnCase(seen, word)
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
	if !slices.Contains([]string{"word", "offer", "pause", "detail"}, v.verb) { // those ask for more
		t.reply("say/case-done", workgroup.Facts{"code": k.Code(), "word": word})
	}
	return true, nil
}

// cannotOnCase answers a verb that the sender can use on no case: what nobody has taken is to be taken first. Of who has to do with no
// case the words are about something else.
func (t *turn) cannotOnCase(seen []workgroup.Case, word string) (bool, error) {
	watches := t.person.Watches(t.b, t.now)
	if len(seen) == 0 || !watches {
		return false, nil
	}
	var rows [][]workgroup.Button
	for _, k := range seen[max(0, len(seen)-mostCases):] {
		if k.Holder == "" {
			rows = append(rows, []workgroup.Button{{Label: "button/take-code", Facts: workgroup.Facts{"code": k.Code()}, Verb: "take", Object: k.Key()}})
		}
	}
	if len(rows) == 0 {
		t.reply("say/no-such", workgroup.Facts{"word": word, "several": false})
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

// offerTo asks the one who is named to take a case over; of nobody, or several, it is asked whom.
func (t *turn) offerTo(k workgroup.Case, name string) error {
	var to []workgroup.Person
	for _, p := range workgroup.Watchers(t.b, t.now) {
		if p.ID != t.person.ID && p.Reachable() && understand.Calls(name, p.Name, p.Title) {
			to = append(to, p)
		}
	}
	if len(to) != 1 {
		return t.pressOffer(k.Key(), "")
	}
	if _, err := t.College.Offer(t.b, k.Key(), to[0].ID, t.person, t.now); err != nil {
		return err
	}
	t.reply("say/case-offered", workgroup.Facts{"code": k.Code(), "to": to[0].Name})
	return nil
}
