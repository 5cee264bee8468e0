package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// mostCalled is how many people it is asked of whether they were called.
const mostCalled = 5

// typedOutcome takes what came of a telephone call, written without being asked for: of a person or a unit that is named it is kept;
// of nobody (“没人接”) it is asked who was called, and of several cases for which.
func (t *turn) typedOutcome() (bool, error) {
	if !t.person.Watches(t.b, t.now) {
		return false, nil
	}
	_, asked := t.prompted()
	noting := t.deskHere().Expect == workgroup.PhonedDesk
	if asked && !noting {
		return false, nil
	}
	words := strings.TrimSpace(t.msg.Text)
	_, bare := understand.PhoneOutcome(words)
	call, named := understand.Phone(words, t.said)
	cases := t.casesPhonedFor()
	switch {
	case len(cases) == 0 || !bare && !(named && t.rosterNames(call.Who)):
		return false, nil
	case bare, len(cases) > 1:
		source := t.slip(slipPhoned, "", words)
		if len(cases) == 1 {
			return true, t.asksPhoned(cases[0], source, words)
		}
		t.whichCase(words, cases, func(k workgroup.Case) (string, string) { return "slip", source + "/in-" + k.Code() })
		return true, nil
	case noting:
		return false, nil // it is a line of the note
	}
	return true, t.notePhoned(cases[0], phonedOf(call))
}

// casesPhonedFor are the open cases that a call can have been made for: that the note of calls was asked for, else those that the
// sender has, else those they may take.
func (t *turn) casesPhonedFor() []workgroup.Case {
	if desk := t.deskHere(); desk.Expect == workgroup.PhonedDesk {
		if k, ok := workgroup.Cases.Get(t.b, desk.Of); ok && k.Closed.IsZero() {
			return []workgroup.Case{k}
		}
	}
	seen := t.seenCases()
	if held := those(seen, t.holds); len(held) > 0 {
		return held
	}
	return seen
}

// rosterNames tells whether somebody of the roster, or a unit, is called that.
func (t *turn) rosterNames(who string) bool {
	for p := range workgroup.People.Each(t.b, "") {
		if p.Name == who {
			return true
		}
	}
	return slices.ContainsFunc(workgroup.Roster(t.b), func(u workgroup.Unit) bool { return t.named(u.ID, who) })
}

// calledFor are the people who are likely to be called about a case: its reporter, and the heads of its unit.
func (t *turn) calledFor(k workgroup.Case) (people []workgroup.Person) {
	if p, ok := workgroup.People.Get(t.b, string(k.Reporter.Person)); ok && p.ID != t.person.ID {
		people = append(people, p)
	}
	if k.Unit == "" {
		return people
	}
	for _, p := range workgroup.Speakers(t.b, k.Unit) {
		if p.ID != t.person.ID && p.ID != k.Reporter.Person {
			people = append(people, p)
		}
	}
	return people[:min(mostCalled, len(people))]
}

// asksPhoned asks who was called; of whom nobody is likely, it asks for the whole line.
func (t *turn) asksPhoned(k workgroup.Case, source, words string) error {
	if call, named := understand.Phone(words, t.said); named {
		workgroup.Slips.Drop(t.b, source)
		return t.notePhoned(k, phonedOf(call))
	}
	of, called := []string{k.Key()}, t.calledFor(k)
	for _, p := range called {
		of = append(of, string(p.ID))
	}
	if s, ok := workgroup.Slips.Get(t.b, source); ok {
		s.Of = strings.Join(of, "\n") // a person's own key is too long for a button
		workgroup.Slips.Put(t.b, s)
	}
	rows := slipRows("button/person", source, called, func(i int, p workgroup.Person) (string, workgroup.Facts) {
		return "who-" + strconv.Itoa(i+1), workgroup.Facts{"name": p.Name, "title": p.Title}
	}, slipButton("button/somebody-else", source, "other", nil))
	t.reply("say/case-phoned-whom", workgroup.Facts{"code": k.Code(), "words": words}, rows...)
	return nil
}

// phonedSlip is the answer to which case, or to who was called.
func (t *turn) phonedSlip(s workgroup.Slip, answer string) error {
	if code, in := slipCode(answer); in {
		k, ok := workgroup.CaseByCode(t.b, code, t.now)
		if !ok || !k.Sees(t.b, t.person, t.now) {
			return workgroup.Refuse(workgroup.NoCase)
		}
		return t.asksPhoned(k, s.Source, s.Text)
	}
	of := strings.Split(s.Of, "\n")
	k, _ := workgroup.Cases.Get(t.b, of[0])
	if answer == "other" {
		workgroup.Slips.Drop(t.b, s.Source)
		return t.pressPhoned(k.Key(), "")
	}
	which, who := strings.CutPrefix(answer, "who-")
	n, err := strconv.Atoi(which)
	if !who || err != nil || n < 1 || n >= len(of) {
		return workgroup.Refuse(workgroup.Changed)
	}
	p, ok := workgroup.People.Get(t.b, of[n])
	outcome, bare := understand.PhoneOutcome(s.Text)
	if !ok || !bare {
		return workgroup.Refuse(workgroup.Changed)
	}
	workgroup.Slips.Drop(t.b, s.Source)
	return t.notePhoned(k, workgroup.Phoned{Who: p.Name, At: s.At, Outcome: phoneOutcomes[outcome]})
}

// notePhoned keeps one call, and reads it back.
func (t *turn) notePhoned(k workgroup.Case, call workgroup.Phoned) error {
	if call.At.After(t.now) {
		call.At = t.now // Telegram's clock may be ahead of ours
	}
	if _, err := t.College.NotePhoned(t.b, k.Key(), call, t.person, t.now); err != nil {
		return err
	}
	t.unexpect(workgroup.PhonedDesk, k.Key())
	t.reply("say/case-phoned", workgroup.Facts{"code": k.Code(), "kept": []workgroup.Facts{t.PhonedFacts(call, t.now)}, "again": []string{}, "wrong": []string{}})
	return nil
}
