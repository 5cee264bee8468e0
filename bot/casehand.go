package bot

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

func (t *turn) pressTake(key, _ string) error {
	k, err := t.College.TakeCase(t.b, key, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/case-taken", false, workgroup.Facts{"code": k.Code()})
	return nil
}

func (t *turn) pressGiveBack(key, _ string) error {
	k, err := t.College.GiveBack(t.b, key, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/case-given", true, workgroup.Facts{"code": k.Code()})
	return nil
}

// pressOffer lists to whom a case can be handed over, and takes a name for the answer.
func (t *turn) pressOffer(key, _ string) error {
	k, ok := workgroup.Cases.Get(t.b, key)
	if !ok || !t.holds(k) {
		return workgroup.Refuse(workgroup.Changed)
	}
	var rows [][]workgroup.Button
	for _, p := range t.successors("") {
		rows = append(rows, []workgroup.Button{{Label: "button/person", Facts: workgroup.Facts{"name": p.Name, "title": p.Title}, Verb: "hand", Object: key + "/" + string(p.ID)}})
	}
	if len(rows) > 0 {
		t.expect(workgroup.OfferDesk, key)
	}
	t.reply("say/case-offer", workgroup.Facts{"code": k.Code(), "nobody": len(rows) == 0}, rows...)
	return nil
}

// successors are those to whom the sender can hand a case over: who are called so, or, without a name, all.
func (t *turn) successors(name string) (out []workgroup.Person) {
	for _, p := range workgroup.Watchers(t.b, t.now) {
		if p.ID != t.person.ID && p.Reachable() && (name == "" || understand.Calls(name, p.Name, p.Title)) {
			out = append(out, p)
		}
	}
	return out
}

// offerTo asks the one who is named to take a case over; of nobody, or several, it is asked whom.
func (t *turn) offerTo(k workgroup.Case, name string) error {
	to := t.successors(name)
	if len(to) != 1 {
		return t.pressOffer(k.Key(), "")
	}
	if _, err := t.College.Offer(t.b, k.Key(), to[0].ID, t.person, t.now); err != nil {
		return err
	}
	t.unexpect(workgroup.OfferDesk, k.Key())
	t.reply("say/case-offered", workgroup.Facts{"code": k.Code(), "to": to[0].Name})
	return nil
}

// offerWords takes the name of whom a case is handed over to; what is no name is of something else, and the buttons stand.
func (t *turn) offerWords(desk workgroup.Desk, words string) (bool, error) {
	k, ok := workgroup.Cases.Get(t.b, desk.Of)
	name := successor(words)
	if name == "" {
		name = bareWord(words)
	}
	switch {
	case !ok || !t.holds(k) || len(t.successors(name)) != 1 && (!nameAlone.MatchString(name) || notNames.MatchString(name) || bareAnswer(name)):
		t.clearDesk(desk)
		return false, nil
	}
	return true, t.offerTo(k, name)
}

// handing is a clause that says to whom a case is to go, who hands it over being its holder; neverHanding denies or asks it.
var (
	handing = pattern.MustCompile(`(?i)(?:^|[，,。；;！!\s])(?:请|麻烦|我|想|要|先|就|那|现在|已经?|帮我|把|将)*(?:(?:这个|这件|这起|该|此)?(?:案子|案件|急件|案|事情?)?|这个|这件)?(?:移交|转交|交接?|转)给\s*(\p{Han}{2,8}?)(?:同志)?(?:来|去)?(?:接手?|处理|跟进|负责|办)?(?:吧|了|一下|谢谢)*$|` +
		`(?:^|[，,。；;！!\s])(?:请|让|由|叫|麻烦|换)\s*(\p{Han}{2,6}?)(?:来|去|帮我|替我)*(?:接手?|处理|跟进|负责|顶)(?:这个|这件|这起|案子|案件|一下|吧|了)*$|` +
		`(?:^|[，,。；;！!\s])(\p{Han}{2,4}?)(?:你|您|请)?来?接手?(?:这个|这件|这起|案子|案件|一下|吧)+$|` +
		`(?:^|[,.;!] ?)(?:please |i(?:'d| would) like to |i(?:'ll| will) |can you |let me )*(?:hand|pass|transfer|give)\s+(?:(?:it|this|the case|this case|this one)\s+)?(?:over\s+)?to\s+(.{2,30}?)(?: please)?$`)
	neverHanding = pattern.MustCompile(`(?i)不|没|别|未|吗|[?？]|能否|可否|\b(?:not|don't|never)\b`)
)

// successor is whom words name to take a case over; "" for nobody.
func successor(words string) string {
	words = strings.Trim(words, " 。.！!～~")
	if m := handing.FindStringSubmatch(words); m != nil && !neverHanding.MatchString(m[0]) {
		return strings.TrimSpace(strings.Join(m[1:], ""))
	}
	return ""
}

// handsOver asks the one whom the holder of a case names within a sentence (“我要下班了，移交给吴远舟”) to take it over; of several cases it is asked which. What else the
// sentence tells of the patient is kept. False: nobody who could take it is named.
func (t *turn) handsOver(words, code string) (bool, error) {
	name := successor(words)
	if name == "" {
		return false, nil
	}
	to := t.successors(name)
	held := those(t.ownCases(), func(k workgroup.Case) bool { return t.holds(k) && (code == "" || k.Code() == code) })
	if code == "" {
		held = t.repliedOf(held)
	}
	switch {
	case len(to) != 1 || len(held) == 0:
		return false, nil
	case len(held) > 1:
		t.whichCase(excerpt(words), held, func(k workgroup.Case) (string, string) { return "hand", k.Key() + "/" + string(to[0].ID) })
		return true, nil
	}
	if rest := strings.TrimRight(strings.TrimSuffix(words, handing.FindString(words)), " ，,。；;"); rest != "" && understand.OfPatient(rest) {
		if err := t.addTo(held[0], t.remark(excerpt(rest), t.said)); err != nil {
			return true, err
		}
	}
	return true, t.offerTo(held[0], name)
}

func (t *turn) pressHand(key, to string) error {
	k, err := t.College.Offer(t.b, key, workgroup.PersonID(to), t.person, t.now)
	if err != nil {
		return err
	}
	t.unexpect(workgroup.OfferDesk, key)
	p, _ := workgroup.People.Get(t.b, to)
	t.toast("toast/case-offered", true, workgroup.Facts{"code": k.Code(), "to": p.Name})
	return nil
}

func (t *turn) pressPause(key, reason string) error {
	if reason == "" {
		k, ok := workgroup.Cases.Get(t.b, key)
		if !ok || !t.holds(k) {
			return workgroup.Refuse(workgroup.Changed)
		}
		var rows [][]workgroup.Button
		for _, r := range workgroup.Pauses {
			rows = append(rows, []workgroup.Button{{Label: "button/pause-" + r, Verb: "pause", Object: key + "/" + r}})
		}
		t.expect(workgroup.PauseDesk, key)
		t.reply("say/case-pause", workgroup.Facts{"code": k.Code()}, rows...)
		return nil
	}
	if !slices.Contains(workgroup.Pauses, reason) {
		return workgroup.Refuse(workgroup.Changed)
	}
	k, err := t.College.Snooze(t.b, key, 15*time.Minute, reason, t.person, t.now)
	if err != nil {
		return err
	}
	t.unexpect(workgroup.PauseDesk, key)
	t.toast("toast/case-paused", false, workgroup.Facts{"at": t.Clock(k.Quiet), "settled": k.Quiet.IsZero()})
	return nil
}

// longestReason is how long a typed reason may be, in runes.
const longestReason = 200

// pauseWords puts a case off for a reason in the holder's own words.
func (t *turn) pauseWords(desk workgroup.Desk, words string) (bool, error) {
	switch {
	case t.dailyReport():
		return false, nil
	case t.answersNothing(words):
		return true, workgroup.Refuse(workgroup.NoReason)
	case utf8.RuneCountInString(words) > longestReason:
		return true, workgroup.Refuse(workgroup.LongReason, "most", longestReason)
	}
	k, err := t.College.Snooze(t.b, desk.Of, 15*time.Minute, words, t.person, t.now)
	if err != nil {
		return true, err
	}
	t.clearDesk(desk)
	t.reply("say/case-paused", workgroup.Facts{"code": k.Code(), "at": t.Clock(k.Quiet), "settled": k.Quiet.IsZero()})
	return true, nil
}
