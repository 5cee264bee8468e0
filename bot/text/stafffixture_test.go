package text_test

import "fangkong/store/workgroup"

// staff are the facts of the texts about changes of the roster.
func (w world) staff() map[string][]facts {
	one := func(f facts) []facts { return []facts{f} }
	unit, person := facts{"unit": w.unit}, facts{"name": w.person, "title": "院长", "phone": w.phone}
	duty, office := with(person, "unit", w.unit, "role", "head"), with(person, "unit", workgroup.Named{}, "role", "duty")
	span := facts{"date": workgroup.Date("2020-01-31"), "from": "08:30", "to": "20:30", "same": true, "next": false, "to_date": workgroup.Date("2020-01-31")}
	return map[string][]facts{
		"change/unit-added": one(unit), "change/unit-removed": one(unit), "change/unit-renamed": one(with(unit, "was", w.unit)),
		"change/unit-changed": one(with(unit, "fields", workgroup.RegisterFields)), "change/unit-left": one(unit), "change/unit-unreachable": one(unit),
		"change/person-added": {person, with(person, "title", "", "phone", "")}, "change/person-removed": one(person), "change/person-renamed": one(with(person, "was", w.person)),
		"change/person-changed": {with(person, "fields", []string{"title", "phone"}), with(person, "fields", []string{"phone"}, "phone", "")},
		"change/person-moved":   one(with(duty, "from", w.unit)), "change/person-merged": one(with(person, "was", w.person, "id", "tg5700000002")),
		"change/person-kept": one(with(person, "id", "tg5700000002")), "change/role-lost": {duty, office}, "change/role-gained": {duty, office},
		"change/account-changed": one(with(person, "was", "5700000001", "telegram", "5700000002")),
		"change/role-unheld":     one(office), "change/rung-emptied": one(facts{"rung": 2, "roles": []string{"duty", "duty-leader"}}), "change/nothing-more": one(person),
		"change/no-reminders": one(duty), "change/no-calls": one(person), "change/no-office": one(person), "change/case-left": one(with(person, "code", "0131-02")),
		"change/draft-left": one(with(duty, "date", workgroup.Date("2020-01-31"))), "change/shift-left": {with(span, "name", w.person, "n", 1), with(span, "name", w.person, "n", 3)},
	}
}
