package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// urgesUnits reminds the heads of units that the words ask after, or all that have not reported, at the word of whoever answers for them: the
// office, the leading group, and a lead unit for those below it. In the group it is heard, and answered in private.
func (t *turn) urgesUnits(word string) (bool, error) {
	why, urge := asksWhyNot.FindStringSubmatch(word), urges.FindStringSubmatch(word)
	if why == nil && urge == nil {
		return false, nil
	}
	round, err := t.round(t.today())
	if err != nil {
		return false, nil
	}
	if why == nil && strings.Contains(word, "通知") && urge[2]+urge[3] == "" {
		return false, nil // a notice that begins
	}
	owing := workgroup.Owing(t.b, round)
	oversees := t.person.Holds(workgroup.PaperReaders...)
	if !oversees {
		owing = slices.DeleteFunc(owing, func(u workgroup.Unit) bool { return len(t.leadOver(round, u)) == 0 })
	}
	if why == nil && everyone.MatchString(urge[1]+urge[4]) && urge[2]+urge[3]+urge[5] != "" {
		if !oversees && len(owing) == 0 {
			return false, nil
		}
		t.urge(round, owing, workgroup.Named{}, "")
		return true, nil
	}
	named := ""
	if why != nil {
		named = strings.Join(why[1:], "")
	} else {
		named = urge[1] + urge[4]
	}
	unit, rest, ok := t.unitBefore(strings.TrimSpace(named))
	if !ok || strings.Trim(rest, "学院处部的 ") != "" {
		return false, nil
	}
	unit, in := round.Unit(t.b, unit.ID)
	switch {
	case !in, !oversees && len(t.leadOver(round, unit)) == 0:
		return false, nil
	case !slices.ContainsFunc(owing, func(u workgroup.Unit) bool { return u.ID == unit.ID }):
		return true, t.tellUnit(t.College.Count(t.b, round), unit)
	}
	state := "missing"
	for _, l := range t.College.Count(t.b, round).Lines {
		if l.Unit.ID == unit.ID {
			state = string(l.State)
		}
	}
	t.urge(round, []workgroup.Unit{unit}, unit.Named(), state)
	return true, nil
}

// everyone are the words for all units that have not reported.
var everyone = pattern.MustCompile(`^(?:所有|全部|各|大家|这些|那些|剩下的?|其他的?)?(?:单位|学院|部门)?$|(?i)^(?:units?|everyone|everybody|all units|those)$`)

// urge reminds units, and says of which nobody can be written to.
func (t *turn) urge(round workgroup.Round, units []workgroup.Unit, unit workgroup.Named, state string) {
	done := t.College.Urge(t.b, round, units, t.person, t.now)
	deaf := []workgroup.Facts{}
	for _, u := range done.Deaf {
		deaf = append(deaf, t.contactFacts(u))
	}
	facts := t.missingOn(round)
	facts["unit"], facts["state"], facts["told"], facts["lately"], facts["deaf"] = unit, state, workgroup.Names(done.Told), workgroup.Names(done.Lately), deaf
	if !t.private() {
		t.mark("👌")
	}
	t.whisper("say/urged", facts)
}
