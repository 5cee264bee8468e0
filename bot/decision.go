package bot

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/card"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// pressDecision is a button of a decision.
func (t *turn) pressDecision() error {
	key, act := button.CutLast(t.button.Object)
	d, ok := workgroup.Decisions.Get(t.b, key)
	if !ok || !t.private() {
		return workgroup.Refuse(workgroup.Changed)
	}
	version, err := t.button.Version, error(nil)
	switch {
	case act == "see" && version != uint64(len(d.Amended)):
		return workgroup.Refuse(workgroup.Changed) // it says something else by now
	case act == "see":
		_, err = t.College.See(t.b, key, t.person, t.now)
		return t.noted(err)
	case act == "finish":
		if _, err = t.College.MayFinish(t.b, key, t.person, t.now); err == nil {
			t.asksDecision(card.DecisionResult, d)
		}
		return err
	case act == card.DecisionPlead:
		if _, err = t.College.MayPlead(t.b, key, t.person, t.now); err == nil {
			t.asksDecision(act, d)
		}
		return err
	case slices.Contains([]string{"grant", "later", "hand", card.DecisionLeave}, act):
		return t.pressPlea(act, d, version)
	case act == "record":
		return t.noted(t.records(key, version))
	case act == "drop":
		return t.noted(t.College.DropDecision(t.b, key, version, t.person, t.now))
	case act == card.DecisionReopen:
		_, err = t.College.ReopenDecision(t.b, key, version, "", t.person, t.now)
		return t.noted(err)
	case act == "change":
		return t.showChange(d)
	case d.Recorded.Done() && card.IsChange(act):
		return t.asksChange(act, d, version)
	case act == card.DecisionOwner || act == card.DecisionWhen:
		if version != d.Version || d.Recorded.Done() {
			return workgroup.Refuse(workgroup.Changed)
		}
		t.asksDecision(act, d)
		return nil
	}
	switch n, wrong := strconv.Atoi(strings.TrimLeft(act, "om")); {
	case wrong == nil && act[0] == 'm' && d.Day.Valid():
		_, err = t.College.SetDeadline(t.b, key, version, d.Day.In(t.College.Zone).Add(time.Duration(n)*time.Minute), t.person, t.now)
	case workgroup.Date(act).Valid():
		_, err = t.College.SetDeadline(t.b, key, version, workgroup.Date(act).Add(1).In(t.College.Zone), t.person, t.now)
	case act == card.DecisionTogether && len(d.Among) > 1:
		_, err = t.College.AssignAll(t.b, key, version, d.Among, t.person, t.now)
	case wrong == nil && act[0] == 'o' && n >= 0 && n < len(d.Among):
		_, err = t.College.Assign(t.b, key, version, d.Among[n], t.person, t.now)
	default:
		return workgroup.Refuse(workgroup.Changed)
	}
	return t.noted(err)
}

// asksDecision has the sender's next words here be what a decision needs.
func (t *turn) asksDecision(what string, d workgroup.Decision) {
	t.expect(workgroup.DecisionDesk+workgroup.Awaited(what), d.Key())
	switch what {
	case card.DecisionWhen:
		t.keepsWords(hourOf(d.Day, d.Vague))
	case card.DecisionLeave:
		t.keepsWords(strconv.FormatUint(d.Plea.Version(), 10)) // another may be asked for meanwhile
	}
	t.reply("say/decision-ask", workgroup.Facts{"what": what, "code": d.Code(), "of": d.Plea.Kind, "owner": t.College.OwnersNamed(t.b, d.Owners())})
}

// writesDecision tells whether the sender is writing something that a decision asked for.
func (t *turn) writesDecision() bool {
	desk := t.deskHere()
	_, is := desk.Expect.OfDecision()
	return is && t.known && !t.edited && t.private() && (t.now.Sub(desk.Since) <= patience || t.repliesToBot())
}

// decisionWords takes the words that a decision asked for. News of a case comes first.
func (t *turn) decisionWords() (bool, error) {
	desk := t.deskHere()
	what, is := desk.Expect.OfDecision()
	if !is {
		return false, nil
	}
	words := strings.TrimSpace(t.msg.Text)
	d, ok := workgroup.Decisions.Get(t.b, desk.Of)
	switch {
	case !ok:
		t.clearDesk(desk) // dropped
		return false, nil
	case backs(bareWord(words), leaves) || slices.Contains(noWords, bareWord(words)):
		t.clearDesk(desk)
		t.cancelled()
		return true, nil
	}
	if t.writesOfDecision() {
		return true, nil
	}
	if asksOnlyWhy(what) || asksWhoOrWhen(what) && t.besideAsked(d, what, words) {
		if done, err := t.besideWhy(desk, d); done || err != nil {
			return done, err
		}
	}
	if !d.Recorded.Done() && slices.Contains(dropsLast, bareWord(words)) {
		t.clearDesk(desk)
		return true, t.dropsDecisions([]workgroup.Decision{d})
	}
	if t.callsDecision(words) {
		t.leavesChange(desk, d)
		return t.decisionSpoken()
	}
	if c, args, is := findWord(words); is && args == "" {
		return true, t.run(c, "")
	}
	r := t.read(words, understand.Context{})
	if what == card.DecisionPlead || what == card.DecisionLeave || what == card.DecisionResult && t.pleadsInstead(words) {
		return true, t.pleaWords(desk, d, what, words)
	}
	if what == card.DecisionResult {
		if aside, asked := t.reportsBeside(r, d, words); aside || asked {
			return asked, nil
		}
	} else if len(t.person.Units()) > 0 && t.reportsToday(r) {
		return false, nil
	}
	more, err := t.answersDecision(d, what, desk.Words, words)
	switch {
	case more && err == nil:
		return true, nil
	case err == nil:
		t.clearDesk(desk)
	case ends(err):
		t.clearDesk(desk)
		return true, t.keeping(err)
	case what == card.DecisionReason && errors.Is(err, &workgroup.Refusal{Code: workgroup.DeadlinePast}):
		t.clearDesk(desk) // no other reason would help
		return true, t.keeping(err)
	case errors.Is(err, &workgroup.Refusal{Code: workgroup.DecisionTime}):
		return true, t.keeping(err) // of which day the hour is asked
	default:
		return true, err
	}
	t.mark("👌")
	return true, nil
}

// answersDecision gives a decision what it has asked for; more: something is asked still.
func (t *turn) answersDecision(d workgroup.Decision, what, kept, words string) (more bool, err error) {
	switch {
	case what != card.DecisionResult && d.Recorded.Done():
		done, err := t.changesDecision(d, what, kept, words)
		return !done, err
	case what == card.DecisionOwner:
		named, err := t.ownersSaid(words)
		if err == nil {
			_, err = t.College.AssignAll(t.b, d.Key(), d.Version, named, t.person, t.now)
		}
		return false, err
	case what == card.DecisionWhen:
		at, err := t.deadlineSaid(words)
		if err == nil && !at.IsZero() {
			_, err = t.College.SetDeadline(t.b, d.Key(), d.Version, at, t.person, t.now)
		}
		return at.IsZero(), err
	case t.answersNothing(words):
		t.asksDecision(what, d)
		return true, nil
	case notDone.MatchString(words):
		return false, workgroup.Refuse(workgroup.DecisionUndone, "code", d.Code())
	}
	_, err = t.College.Finish(t.b, d.Key(), excerpt(words), t.person, t.now)
	return false, err
}

// ownersSaid are who is to answer for a decision, in words that were asked for: one, or several named in one breath; nobody where a name among them
// is nobody's.
func (t *turn) ownersSaid(words string) ([]workgroup.Owner, error) {
	words = t.withoutPost(words)
	together, unknown := t.OnlyNamed(t.b, ownerWords.ReplaceAllString(strings.TrimSpace(words), ""))
	named := t.OwnersIn(t.b, words)
	switch {
	case len(unknown) > 0 && len(named) > 0:
		return nil, workgroup.Refuse(workgroup.NamesUnknown, "unknown", card.FirstFew(unknown), "doubtful", []string{})
	case len(together) > 1:
		return together, nil
	case len(named) != 1:
		return nil, workgroup.Refuse(workgroup.DecisionWhom, "words", words, "n", len(named))
	}
	return named, nil
}

// ends tells whether a refusal is of the decision, so that no other words would help.
func ends(err error) bool {
	var no *workgroup.Refusal
	return errors.As(err, &no) && !slices.Contains([]workgroup.RefusalCode{workgroup.DeadlinePast, workgroup.DecisionWhom, workgroup.NamesUnknown, workgroup.DecisionSame, workgroup.DecisionTime, workgroup.DecisionUndone}, no.Code)
}

// decisionsListed is how many decisions one answer shows.
const decisionsListed = 8

// decisionsCommand is /decisions: what was decided and is not done, whoever answers for it to those whose meeting it was, and one's own to
// everybody else.
func (t *turn) decisionsCommand(string) error {
	all := t.person.Holds(workgroup.Overseers...)
	lines, rows := []workgroup.Facts{}, [][]workgroup.Button{}
	more := 0
	for _, d := range workgroup.StandingDecisions(t.b) {
		owes := d.Owing(t.b, t.person)
		switch {
		case !all && !owes:
			continue
		case len(lines) == decisionsListed:
			more++
			continue
		}
		facts := t.College.DecisionFacts(t.b, d, t.now)
		lines = append(lines, facts)
		if d.Waits(t.b, t.person) {
			rows = append(rows, []workgroup.Button{card.SeeButton(d, "button/decision-see-no", facts)})
		} else if _, err := t.College.MayFinish(t.b, d.Key(), t.person, t.now); err == nil {
			rows = append(rows, []workgroup.Button{{Label: "button/decision-finish-no", Facts: facts, Verb: "decide", Object: d.Key() + "/finish"}})
		}
		if !t.person.Holds(workgroup.PackReaders...) {
			continue
		}
		change := card.DecideButton(d, "button/decision-change-no", "change", facts)
		if n := len(rows); n > 0 && len(rows[n-1]) == 1 && strings.HasPrefix(rows[n-1][0].Object, d.Key()) {
			rows[n-1] = append(rows[n-1], change)
		} else {
			rows = append(rows, []workgroup.Button{change})
		}
	}
	facts := workgroup.Facts{"lines": lines, "more": more, "all": all, "unrecorded": 0}
	if all {
		facts["unrecorded"] = t.unrecorded()
	}
	t.reply("say/decisions", facts, rows...)
	if t.person.Holds(workgroup.PackReaders...) {
		t.tellUnrecorded()
	}
	return nil
}
