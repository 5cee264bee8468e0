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

// codeSaid is a case's code as the group reads it, alone or among other words (“急-0131-02 成立”).
var codeSaid = pattern.MustCompile(`(?:(?:急|\bU)[-－]?|[-－]|\b)([0-9]{4}-[0-9]{2})\b`)

// cutCode takes a case's code out of words; code is empty where there is none.
func cutCode(words string) (code, rest string) {
	if m := codeSaid.FindStringSubmatch(words); m != nil {
		code, words = m[1], codeSaid.ReplaceAllString(words, "")
	}
	return code, strings.TrimSpace(words)
}

// leadsWithCode tells whether words begin with a case's code.
func leadsWithCode(words string) bool {
	at := codeSaid.FindStringIndex(words)
	return at != nil && at[0] == 0
}

// caseCommand is /case CODE for those who may see it; without a code, the open cases they may see.
func (t *turn) caseCommand(args string) error {
	if !t.private() && !t.person.Reachable() {
		return workgroup.Refuse(workgroup.WriteMe, "phone", t.dutyPhone(), "bot", t.Username) // never in the group
	}
	code := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(args), "急"), "U"), "-")
	if code == "" {
		t.listCases(0)
		return nil
	}
	k, ok := workgroup.CaseByCode(t.b, code, t.now)
	switch {
	case ok && !k.Sees(t.b, t.person, t.now):
		t.College.DenyCase(t.b, k, t.person, t.now)
		return t.keeping(workgroup.Refuse(workgroup.NoCase)) // whoever may not see it does not learn that it is there
	case !ok:
		return workgroup.Refuse(workgroup.NoCase)
	}
	t.College.ViewCase(t.b, k, t.person, t.now)
	return nil
}

// aPage is how many cases one message lists.
const aPage = 20

// listCases lists the open cases that the sender may see, one line each, from the one of that number on.
func (t *turn) listCases(from int) {
	mine := slices.DeleteFunc(workgroup.ByUrgency(workgroup.Running(t.b)), func(k workgroup.Case) bool { return !k.Sees(t.b, t.person, t.now) })
	from = max(0, min(from, len(mine)))
	to := min(from+aPage, len(mine))
	lines := []workgroup.Facts{}
	for _, k := range mine[from:to] {
		line := t.CaseLine(t.b, k, t.now)
		t.detail(t.b, k, line)
		lines = append(lines, line)
	}
	var rows [][]workgroup.Button
	if to < len(mine) {
		rows = append(rows, []workgroup.Button{{Label: "button/more-cases", Facts: workgroup.Facts{"n": len(mine) - to}, Verb: "cases", Version: uint64(to)}})
	}
	others := []workgroup.Facts{}
	if len(mine) == 0 && t.known {
		for _, k := range those(workgroup.Running(t.b), workgroup.Case.Vouched) {
			if len(others) < aPage {
				others = append(others, t.CaseLine(t.b, k, t.now)) // as the group reads them
			}
		}
	}
	t.whisper("say/case-list", workgroup.Facts{"cases": lines, "others": others, "from": from + 1, "to": to, "total": len(mine), "begun": t.begun()}, rows...)
}

// pressCases is the next page of the list.
func (t *turn) pressCases() error {
	if !t.private() || t.button.Object != "" || t.button.Version > 1<<20 {
		return workgroup.Refuse(workgroup.Changed)
	}
	t.listCases(int(t.button.Version))
	return nil
}

// detail adds to a case's line what the group does not read.
func (bot *Bot) detail(b workgroup.Book, k workgroup.Case, line workgroup.Facts) {
	u, _ := workgroup.Units.Get(b, string(k.Unit))
	line["detailed"], line["kind"], line["death"], line["unit"] = true, k.Kind, k.Death, u.Named()
}

// caseObject is the case that a press names, and what else.
func (t *turn) caseObject() (key string, rest []string, err error) {
	parts := t.object()
	if len(parts) < 2 || !workgroup.Date(parts[0]).Valid() {
		return "", nil, workgroup.Refuse(workgroup.Changed)
	}
	return parts[0] + "/" + parts[1], parts[2:], nil
}

// onCase is a handler of a press that names a case and at most one thing more.
func onCase(do func(t *turn, key, rest string) error) func(*turn) error {
	return func(t *turn) error {
		key, rest, err := t.caseObject()
		if err != nil {
			return err
		}
		if !t.private() {
			return workgroup.Refuse(workgroup.Changed) // no button of ours: what it answers is not for the group
		}
		return do(t, key, strings.Join(rest, "/"))
	}
}

func (t *turn) pressSeen(key, _ string) error {
	first, err := t.College.ReadCase(t.b, key, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/case-read", false, workgroup.Facts{"again": !first})
	return nil
}

// pressLeg is a head's word that the unit reports, or how the person reported to the unit.
func (t *turn) pressLeg(key, rest string) error {
	name := workgroup.LegName(rest)
	if !slices.Contains(workgroup.LegNames, name) {
		return workgroup.Refuse(workgroup.Changed)
	}
	k, err := t.filesLeg(key, name, time.Time{})
	if err != nil {
		return err
	}
	t.toast("toast/case-leg", true, t.legFacts(k, name))
	if name == workgroup.LegIndividual {
		t.asksHowReported(k)
	}
	return nil
}

// filesLeg notes one of a case's two reports: a head's own is their unit's. Without a time it was now.
func (t *turn) filesLeg(key string, name workgroup.LegName, at time.Time) (workgroup.Case, error) {
	l := workgroup.Leg{At: at, By: t.person.ID, Name: t.person.Name}
	k, _ := workgroup.Cases.Get(t.b, key)
	if name == workgroup.LegIndividual || !t.person.Speaks(k.Unit) {
		l = workgroup.Leg{At: at, Name: t.person.Name, How: workgroup.Recorded, Entered: t.person.ID}
	}
	return t.College.FileLeg(t.b, key, name, l, t.person, t.now)
}

// legFacts are which report of a case is in, and when it was made.
func (t *turn) legFacts(k workgroup.Case, name workgroup.LegName) workgroup.Facts {
	return workgroup.Facts{"leg": name, "code": k.Code(), "over": k.Over(name, t.now), "at": t.Clock(k.Leg(name).At)}
}

func (t *turn) pressVerdict(key, rest string) error {
	v := workgroup.Verdict(rest)
	if !slices.Contains(workgroup.Verdicts, v) {
		return workgroup.Refuse(workgroup.Changed)
	}
	if _, err := t.College.Verify(t.b, key, v, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/case-verdict", false, workgroup.Facts{"verdict": v})
	return nil
}

// pressTold keeps that a channel was told, by the presser and now; the words asked for after it put that right. Pressed again it
// only asks: what was written stands until it is answered.
func (t *turn) pressTold(key, rest string) error {
	rest, again := strings.CutSuffix(rest, "-again")
	ch := workgroup.Channel(rest)
	if k, ok := workgroup.Cases.Get(t.b, key); ok && t.holds(k) && k.Closed.IsZero() && (again || !k.Told[ch].At.IsZero() && !slices.Contains(k.Untold(), ch)) {
		t.expect(workgroup.ToldDesk(workgroup.Channel(rest)), key)
		t.reply("say/case-told-ask", t.toldFacts(k, ch, k.Told[ch]))
		return nil
	}
	if !slices.Contains(workgroup.Channels, ch) {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err := t.tellsChannel(key, ch, understand.Informed{}); err != nil {
		return err
	}
	t.toast("toast/case-told", false, workgroup.Facts{"channel": ch})
	return nil
}

func (t *turn) pressSame(key, what string) error {
	if what != "yes" {
		if _, err := t.College.Apart(t.b, key, t.person, t.now); err != nil {
			return err
		}
		t.toast("toast/case-apart", false, nil)
		return nil
	}
	into, err := t.College.Merge(t.b, key, t.person, t.now)
	if err != nil {
		return err
	}
	holder, _ := workgroup.People.Get(t.b, string(into.Holder))
	t.toast("toast/case-merged", false, workgroup.Facts{"code": into.Code(), "holder": holder.Name, "mine": t.holds(into)})
	return nil
}

// pressDetail fills in what a call left open: kind, group or unit.
func (t *turn) pressDetail(key, rest string) error {
	what, value, _ := strings.Cut(rest, "/")
	before, _ := workgroup.Cases.Get(t.b, key)
	var d workgroup.Details
	switch what {
	case "kind":
		if value == "" {
			return t.askCaseKind(key)
		}
		kind, was, corrects := strings.Cut(value, "/")
		d.Kind = workgroup.CaseKind(kind)
		// A menu made while it was something else corrects nothing any more.
		if corrects && before.Kind != workgroup.CaseKind(was) || !slices.Contains(workgroup.CaseKinds, d.Kind) {
			return workgroup.Refuse(workgroup.Changed)
		}
	case "group":
		d.Group = workgroup.Group(value)
		if !slices.Contains(workgroup.Groups, d.Group) {
			return workgroup.Refuse(workgroup.Changed)
		}
	case "alive":
		d.Alive = true
	case "unit":
		if value == "" {
			return t.askCaseUnit(key)
		}
		d.Unit = workgroup.UnitID(value)
		if _, ok := workgroup.Units.Get(t.b, value); !ok {
			return workgroup.Refuse(workgroup.Changed)
		}
	default:
		return workgroup.Refuse(workgroup.Changed)
	}
	k, err := t.College.Detail(t.b, key, d, t.person, t.now)
	if err != nil {
		return err
	}
	// From when the hour runs must be right where it begins to count.
	t.toast("toast/case-detailed", false, workgroup.Facts{"starts": k.Kind.Hard() && before.Kind != "" && !before.Kind.Hard(), "known": t.Moment(k.Known, t.now)})
	return nil
}

// askCaseUnit asks of which unit a case is.
func (t *turn) askCaseUnit(key string) error {
	k, ok := workgroup.Cases.Get(t.b, key)
	if !ok || !t.holds(k) {
		return workgroup.Refuse(workgroup.Changed)
	}
	t.reply("say/case-which-unit", workgroup.Facts{"code": k.Code()}, t.unitRows("detail", key+"/unit/")...)
	return nil
}

// pressErase takes the sender's own message out of the group, with their consent.
func (t *turn) pressErase() error {
	a, alarmed := workgroup.Alarms.Get(t.b, t.button.Object)
	s, lies := workgroup.Slips.Get(t.b, t.button.Object)
	own := alarmed && a.By == t.person.ID || lies && s.Person == t.deskOwner()
	chat, message, cut := strings.Cut(t.button.Object, "/")
	c, err := strconv.ParseInt(chat, 10, 64)
	m, bad := strconv.Atoi(message)
	if !own || !cut || err != nil || bad != nil || c != t.College.GroupChat(t.b) {
		return workgroup.Refuse(workgroup.Changed)
	}
	t.remove(c, m)
	t.toast("toast/erased", false, nil)
	return nil
}

// Lost is what follows when somebody turns out to be out of reach: a ladder that rang only them goes on at once, the
// director and the office are told of whoever an urgent case may need, and of a rung that reaches nobody any more.
func (bot *Bot) Lost(b workgroup.Book, who workgroup.PersonID, now time.Time) {
	p, _ := workgroup.People.Get(b, string(who))
	bot.College.TellDutyLost(b, p, workgroup.HasBlocked, now)
	for _, k := range workgroup.Running(b) {
		bot.College.RingLost(b, k.Key(), now)
	}
	bot.College.CheckLadder(b, now)
	bot.College.CheckDelegations(b, now)
}

// Posted is what follows when a card has arrived as a new message: a ring has been heard.
func (bot *Bot) Posted(b workgroup.Book, card workgroup.Card, now time.Time) bool {
	return card.Kind == workgroup.CaseCard && card.Person != "" && bot.College.RingHeard(b, card.Object, card.Person, now)
}
