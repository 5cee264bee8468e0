package bot

import (
	"errors"
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/rota"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// How a head says in a sentence that somebody stands in for them, or no longer does.
var (
	lends   = pattern.MustCompile(`(?i)委托|代我|替我|帮我报|顶我|代报|代为报送|\b(?:on my behalf|(?:stands?|fills?) in for me|(?:files?|reports?|covers?) for me|delegate)\b`)
	unlends = pattern.MustCompile(`(?i)(?:取消|收回|撤销|撤回|结束|停止|不用|不需要|无需|不必|不再|别)(?:对)?.{0,12}?(?:委托|(?:代|替|帮)我?报?)了?$|\b(?:end|take back) (?:the |my )?delegation$|\bno longer (?:has|needs) to (?:file|report) for me$`)
	// Who says so may have somebody stand in for them no more; they are asked.
	returns = pattern.MustCompile(`(?i)^(?:我)?(?:已经?|今天|今日|现在|提前)*(?:回来|回校|返校|返岗|销假)了?$|^i(?:'m| am) back$`)
	// All that somebody has delegated.
	endsAll = pattern.MustCompile(`(?i)全部|所有|都|\ball\b`)
	// Days that have no end yet.
	openEnd = pattern.MustCompile(`(?i)直到(?:我|另)|(?:回来|返校|返岗|通知)(?:为止|之前|前)|(?:到|至)我?(?:回来|返校|返岗)|\b(?:until|till) (?:i|my|further)\b`)
	// Who stands in by the name that somebody writes, whether or not there is anybody of that name.
	standInName = pattern.MustCompile(`(?:^|[\s，,。；;、日天后周号到起]|请|让|由|叫)([\p{Han}]{2,3}?)来?(?:代|替|帮)我[报填]`)
)

// delegateCommand is /delegate: with a name and dates it reads them back, alone it says what is delegated.
func (t *turn) delegateCommand(args string) error {
	if strings.TrimSpace(args) == "" {
		t.delegations()
		return nil
	}
	to, err := t.standIn(args)
	if err != nil {
		return err
	}
	return t.askDelegate(to, args)
}

// standsIn answers a head's sentence that somebody reports in their place on some dates (“明天请假，李四代我报”), and one that ends it.
func (t *turn) standsIn(r understand.Reading, word string) (bool, error) {
	own := r.Unit == "" || slices.Contains(t.person.Units(), workgroup.UnitID(r.Unit))
	if len(r.Fields) > 0 || r.Zero || len(r.Rows) > 0 || !own || r.Urgent != understand.No || !t.person.Holds(workgroup.Head) {
		return false, nil
	}
	if given := workgroup.DelegationsOf(t.b, t.person.ID); len(given) > 0 && (unlends.MatchString(word) || returns.MatchString(word)) {
		return true, t.endOf(given, word)
	}
	if r.Unit != "" {
		return false, nil
	}
	if unlends.MatchString(word) && strings.Contains(word, "委托") {
		return true, workgroup.Refuse(workgroup.NobodyFiles)
	}
	if !lends.MatchString(t.msg.Text) || takesBack.MatchString(word) {
		return false, nil
	}
	to, err := t.standIn(t.msg.Text)
	var refusal *workgroup.Refusal
	if m := standInName.FindStringSubmatch(t.msg.Text); errors.As(err, &refusal) && refusal.Code == workgroup.DelegateWho && m != nil && understand.Surnamed(m[1]) && m[1] != t.person.Name {
		return true, workgroup.Refuse(workgroup.DelegateWho, "name", m[1])
	}
	if err != nil && !strings.Contains(word, "委托") {
		return false, nil // “请软件学院代报” asks a unit
	} else if err != nil {
		return true, err
	}
	return true, t.askDelegate(to, t.msg.Text)
}

// endOf ends the delegation that words mean: the only one, all of them, or that to whom they name. Where they do not say, it is asked, and
// where somebody says no more than that they are back, too.
func (t *turn) endOf(given []workgroup.Delegation, word string) error {
	meant := slices.DeleteFunc(slices.Clone(given), func(d workgroup.Delegation) bool {
		to, _ := workgroup.People.Get(t.b, string(d.To))
		return to.Name == "" || !strings.Contains(word, to.Name)
	})
	if len(meant) == 0 && (len(given) == 1 || endsAll.MatchString(word)) {
		meant = given
	}
	if returns.MatchString(word) || len(meant) == 0 || len(meant) > 1 && !endsAll.MatchString(word) {
		t.showDelegations(given, true)
		return nil
	}
	for _, d := range meant {
		if _, err := t.College.EndDelegation(t.b, d.Key(), t.person, t.now); err != nil {
			return err
		}
		t.whisper("say/delegation-back", t.College.DelegationFacts(t.b, d))
	}
	return nil
}

// standIn is the one person of the roster, beside the sender, whom words name.
func (t *turn) standIn(words string) (workgroup.Person, error) {
	var named []workgroup.Person
	for p := range workgroup.People.Each(t.b, "") {
		if p.Left.IsZero() && p.ID != t.person.ID && p.Name != "" && strings.Contains(words, p.Name) {
			named = append(named, p)
		}
	}
	// Of 王和 and 王和平 the longer is meant where it stands.
	named = slices.DeleteFunc(named, func(p workgroup.Person) bool {
		return slices.ContainsFunc(named, func(o workgroup.Person) bool { return o.Name != p.Name && strings.Contains(o.Name, p.Name) })
	})
	switch {
	case len(named) == 0:
		return workgroup.Person{}, workgroup.Refuse(workgroup.DelegateWho)
	case len(named) > 1:
		var names []string
		for _, p := range named {
			names = append(names, p.Name)
		}
		slices.Sort(names)
		return workgroup.Person{}, workgroup.Refuse(workgroup.NamesUnknown, "unknown", []string{}, "doubtful", slices.Compact(names))
	}
	return named[0], nil
}

// askDelegate reads a delegation back, or asks until when where no date is named, one is none, or the end is left open.
func (t *turn) askDelegate(to workgroup.Person, words string) error {
	today := t.today()
	from, until, dated := rota.Span(words, today)
	if !dated {
		from, until = today, today
	}
	dated = dated && !(from == until && openEnd.MatchString(words))
	units, err := t.College.MayDelegate(t.b, t.person, to, from, until, today)
	if err != nil {
		return err
	}
	lend := func(label string, from, until workgroup.Date) workgroup.Button {
		return workgroup.Button{Label: label, Verb: "lend", Object: string(to.ID) + "/" + workgroup.Delegation{From: from, Until: until}.Dates(), Facts: workgroup.Facts{"until": until}}
	}
	facts := t.doubtful(workgroup.Delegation{By: t.person.ID, To: to.ID, Units: units, From: from, Until: until})
	if dated {
		t.whisper("say/delegate-ask", facts, []workgroup.Button{lend("button/lend", from, until)})
		return nil
	}
	facts["wrong"], facts["later"] = rota.NoDate(words, today), from > today
	first := "button/lend-today"
	if from > today {
		first = "button/lend-until"
	}
	t.whisper("say/delegate-when", facts, []workgroup.Button{lend(first, from, from), lend("button/lend-until", from, from.Add(1))},
		[]workgroup.Button{lend("button/lend-until", from, from.Add(2)), lend("button/lend-until", from, from.Add(6))})
	return nil
}

// doubtful are the facts of a delegation with those that stand beside it: who speaks for its units on such days already, and that who
// stands in is away themselves.
func (t *turn) doubtful(d workgroup.Delegation) workgroup.Facts {
	facts := t.College.DelegationFacts(t.b, d)
	also, away := []workgroup.Facts{}, []workgroup.Facts{}
	for _, o := range d.Beside(t.b) {
		if o.By == d.To {
			away = append(away, t.College.DelegationFacts(t.b, o))
		} else {
			also = append(also, t.College.DelegationFacts(t.b, o))
		}
	}
	facts["also"], facts["away"] = also, away
	return facts
}

// pressLend is 「确认委托」, and each of the buttons that name its dates.
func (t *turn) pressLend() error {
	parts := t.object()
	if len(parts) != 3 {
		return workgroup.Refuse(workgroup.Changed)
	}
	to, known := workgroup.People.Get(t.b, parts[0])
	from, until, dated := workgroup.ReadDates(parts[1], parts[2])
	if !known || !dated {
		return workgroup.Refuse(workgroup.Changed)
	}
	d, err := t.College.Delegate(t.b, t.person, to, from, until, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/delegated", false, nil)
	t.whisper("say/delegated", t.doubtful(d), t.unlend(d))
	return nil
}

func (t *turn) unlend(d workgroup.Delegation) []workgroup.Button {
	return []workgroup.Button{{Label: "button/unlend", Verb: "unlend", Object: d.Key()}}
}

// pressUnlend is 「收回委托」 of who gave it, and 「我不能代」 of who was to stand in.
func (t *turn) pressUnlend() error {
	d, err := t.College.EndDelegation(t.b, t.button.Object, t.person, t.now)
	if err != nil {
		return err
	}
	t.toast("toast/delegation-back", false, nil)
	t.whisper("say/delegation-back", t.College.DelegationFacts(t.b, d))
	return nil
}

// delegations says what the sender has delegated, and how to.
func (t *turn) delegations() {
	t.showDelegations(workgroup.DelegationsOf(t.b, t.person.ID), false)
}

// showDelegations says what somebody has delegated, each with the button that ends it.
func (t *turn) showDelegations(given []workgroup.Delegation, which bool) {
	lines, rows := []workgroup.Facts{}, [][]workgroup.Button{}
	for _, d := range given {
		facts := t.College.DelegationFacts(t.b, d)
		lines = append(lines, facts)
		if len(given) == 1 {
			rows = append(rows, t.unlend(d))
		} else {
			rows = append(rows, []workgroup.Button{{Label: "button/unlend-which", Verb: "unlend", Object: d.Key(), Facts: facts}})
		}
	}
	t.whisper("say/delegations", workgroup.Facts{"lines": lines, "which": which}, rows...)
}

// lent are the units that the sender speaks for in place of others.
func (t *turn) lent() []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, l := range t.person.Lent {
		of, _ := workgroup.People.Get(t.b, string(l.Of))
		out = append(out, workgroup.Facts{"unit": t.unitName(l.Unit), "of": of.Name, "until": l.Until})
	}
	return out
}
