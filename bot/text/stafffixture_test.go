package text_test

import "fangkong/store/workgroup"

// staff are the facts of the texts about changes of the roster.
func (w world) staff() map[string][]facts {
	one := func(f facts) []facts { return []facts{f} }
	unit, person := facts{"unit": w.unit}, facts{"name": w.person, "title": "院长", "phone": w.phone}
	duty, office := with(person, "unit", w.unit, "role", "head"), with(person, "unit", workgroup.Named{}, "role", "duty")
	span := facts{"date": workgroup.Date("2020-01-31"), "from": "08:30", "to": "20:30", "same": true, "next": false, "to_date": workgroup.Date("2020-01-31")}
	change := func(kind string, f facts) facts { return facts{"kind": "change/" + kind, "facts": f} }
	duties, none := []facts{{"role": "head", "unit": w.unit}, {"role": "duty", "unit": workgroup.Named{}}}, []facts{}
	changes := []facts{change("person-added", person), change("role-gained", duty), change("role-lost", office)}
	follows := []facts{change("unit-left", unit), change("nothing-more", person)}
	unknown := facts{"line": 3, "kind": "fault/staff-unknown", "facts": facts{"words": w.person, "near": []string{w.person}}}
	preview := facts{"source": "", "anew": false, "alarms": none, "n": 2, "out": 0, "more": 0, "more_follows": 0, "more_faults": 0, "changes": changes, "follows": follows, "left": none, "doubts": none}
	ask := with(duty, "what", "who", "n", 2, "duties", duties)
	lent := facts{"by": w.person, "to": w.person, "units": []workgroup.Named{w.unit}, "from": workgroup.Date("2020-02-01"), "until": workgroup.Date("2020-02-03"), "one": false}
	made := facts{"by": w.person, "changes": changes, "unbound": []string{w.person}, "lacks": none}
	yours := facts{"by": w.person, "lost": duties[:1], "gained": duties[1:], "duties": duties[1:], "head": false, "back": false}
	some := facts{"unit": w.unit, "people": []facts{with(person, "duties", duties, "why", ""), with(person, "title", "", "phone", "", "duties", none, "why", "unbound")}}
	return map[string][]facts{
		"change/unit-added": one(unit), "change/unit-removed": one(unit), "change/unit-renamed": one(with(unit, "was", w.unit)),
		"change/unit-changed": one(with(unit, "fields", workgroup.RegisterFields)), "change/own-lost": one(person), "change/role-anew": one(facts{"role": "staff", "names": []string{w.person, w.person}}), "change/unit-left": {unit, with(unit, "made", true)}, "change/unit-unreachable": {unit, with(unit, "made", true)},
		"change/person-added": {person, with(person, "title", "", "phone", "")}, "change/person-removed": one(person), "change/person-renamed": one(with(person, "was", w.person)),
		"change/person-changed": {with(person, "fields", []string{"title", "phone"}), with(person, "fields", []string{"phone"}, "phone", "")},
		"change/person-moved":   one(with(duty, "from", w.unit)), "change/person-merged": one(with(person, "was", w.person, "id", "tg5700000002")),
		"change/person-kept": one(with(person, "id", "tg5700000002")), "change/role-lost": {duty, office}, "change/role-gained": {duty, office},
		"change/account-changed": one(with(person, "was", "5700000001", "telegram", "5700000002")),
		"change/role-unheld":     {office, with(office, "made", true)}, "change/rung-emptied": {facts{"rung": 2, "roles": []string{"duty", "duty-leader"}}, facts{"rung": 2, "roles": []string{"duty", "duty-leader"}, "made": true}}, "change/nothing-more": one(person),
		"change/no-reminders": one(duty), "change/no-calls": one(person), "change/no-office": one(person), "change/case-left": one(with(person, "code", "0131-02")),
		"change/draft-left": one(with(duty, "date", workgroup.Date("2020-01-31"))), "change/delegation-left": one(lent), "change/shift-left": {with(span, "name", w.person, "n", 1), with(span, "name", w.person, "n", 3)},

		"say/people": {facts{"n": 66, "units": []facts{{"unit": w.unit, "heads": []string{w.person, w.person}, "deputies": []string{w.person}}, {"unit": w.unit, "heads": []string{}, "deputies": []string{}}},
			"roles": []facts{{"role": "duty", "names": []string{w.person, w.person}}}}},
		"say/people-some": {some, with(some, "people", none), with(some, "unit", workgroup.Named{})},
		"say/staff-preview": {preview, with(preview, "anew", true, "alarms", []facts{change("own-lost", person), change("role-anew", facts{"role": "staff", "names": []string{w.person, w.person}})}, "source", "人员表.xlsx", "out", 1, "left", []facts{unknown}, "doubts", []facts{{"line": 0, "kind": "fault/staff-only-adds", "facts": facts{}}}, "more", 3, "more_follows", 2, "more_faults", 4),
			with(preview, "n", 0, "changes", none, "follows", none), with(preview, "n", 0, "changes", none, "follows", none, "left", []facts{with(unknown, "line", 0)})},
		"say/staff-ask":  {ask, with(ask, "what", "new"), with(ask, "what", "role"), with(ask, "what", "whose"), with(ask, "what", "duty"), with(ask, "what", "keep", "role", "duty")},
		"say/staff-made": {made, with(made, "by", "", "unbound", []string{}), with(made, "lacks", []facts{change("unit-left", with(unit, "made", true))})}, "say/staff-undone": {made, with(made, "by", "")},
		"say/staff-yours": {yours, with(yours, "by", "", "back", true, "lost", none, "duties", duties, "head", true), with(yours, "gained", none, "duties", none)},

		"button/staff-person": {with(person, "duties", duties), with(person, "title", "", "duties", none)}, "button/staff-new": one(person), "button/staff-role": {duty, office}, "button/staff-duty": {duty, office},
		"toast/staff-made": {facts{"n": 1, "lacks": false}, facts{"n": 3, "lacks": true}}, "toast/staff-anew": {nil}, "toast/staff-dropped": {nil}, "toast/staff-undone": {nil},
		"refusal/staff-late": {nil}, "refusal/heads-only": {nil}, "refusal/no-staffing": {nil}, "refusal/last-decider": {nil}, "refusal/staff-unread": {facts{"words": w.person, "several": false}, facts{"words": w.person, "several": true}},
		"fault/staff-nameless": {nil}, "fault/staff-no-unit": {facts{"words": w.person, "unit": ""}, facts{"words": "", "unit": "美术学院"}}, "fault/staff-whose": {with(unit, "words", w.person, "title", "主任"), with(unit, "words", w.person, "title", "")}, "fault/staff-no-role": {facts{"words": w.person}, facts{"words": ""}},
		"fault/staff-unknown": {facts{"words": w.person, "near": []string{w.person}}, facts{"words": w.person, "near": []string{}}}, "fault/staff-which": {facts{"words": w.person, "n": 1}, facts{"words": w.person, "n": 2}},
		"fault/staff-not": {facts{"words": w.person, "role": "head", "unit": w.unit}, facts{"words": w.person, "role": "", "unit": w.unit}, facts{"words": w.person, "role": "duty", "unit": workgroup.Named{}}}, "fault/staff-same": one(facts{"words": w.person}),
		"fault/staff-no-phone": one(facts{"words": w.person}), "fault/staff-empty": {facts{"headless": true}, facts{"headless": false}}, "fault/staff-numbers": {facts{"words": w.person, "numbers": []string{"13800000001", "13900000001"}}, facts{"words": w.person, "numbers": []string{"13800000001", "13900000001", "138"}}}, "fault/staff-odd-phone": one(facts{"words": w.person, "phone": "138"}),
		"fault/staff-too-long": one(facts{"most": 1000}), "fault/staff-only-adds": {nil},
	}
}
