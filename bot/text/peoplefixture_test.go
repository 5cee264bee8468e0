package text_test

import "fangkong/store/workgroup"

// people are the facts of the texts about links and who can be reached.
func (w world) people() map[string][]facts {
	one := func(f facts) []facts { return []facts{f} }
	duties := []facts{{"role": "head", "unit": w.unit}, {"role": "duty", "unit": workgroup.Named{}}}
	link := "https://t.me/hzy_fangkong_bot?start=i2s_ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	invite := facts{"on": workgroup.Date("2020-02-07"), "at": "14:05", "college": "鹤壁职业技术学院", "link": link, "unit": workgroup.Named{}, "lines": []facts{{"name": w.person, "duties": duties}}}
	unreached := []facts{}
	for _, u := range w.units {
		unreached = append(unreached, facts{"name": w.person, "unit": u})
	}
	unreached = append(unreached, facts{"name": w.person, "unit": workgroup.Named{}})
	silent := []facts{}
	for _, why := range workgroup.Silences {
		silent = append(silent, facts{"why": why, "n": len(unreached), "people": unreached})
	}
	coverage := facts{"heads": 66, "heads_reached": 61, "others": 9, "others_reached": 8, "at": "14:05", "bot": "hzy_fangkong_bot", "silent": silent, "departed": []string{w.person}, "links": 4}
	lost := facts{"name": w.person, "duties": duties[1:], "phone": w.phone, "why": "blocked", "until": "", "next": ""}
	lent := facts{"by": w.person, "to": w.person, "units": w.units, "from": workgroup.Date("2020-02-01"), "until": workgroup.Date("2020-02-03"), "one": false}
	plain := with(lent, "also", []facts{}, "away", []facts{})
	endings := []facts{}
	for _, how := range workgroup.Endings {
		endings = append(endings, with(lent, "how", how))
	}
	return map[string][]facts{
		"button/lend-until": one(lent), "button/unlend-which": {lent, with(lent, "one", true)}, "toast/delegated": {nil}, "toast/delegation-back": {nil},
		"say/delegate-ask": {plain, with(plain, "one", true), with(plain, "also", []facts{lent}, "away", []facts{lent})}, "say/delegate-when": {with(plain, "wrong", "", "later", false), with(plain, "wrong", "2月30日", "later", true)}, "say/delegated": {plain, with(plain, "also", []facts{lent}, "away", []facts{lent})}, "say/delegated-you": one(lent), "say/delegated-office": one(lent),
		"say/delegation-back": one(lent), "say/delegation-ended": endings, "say/delegations": {facts{"lines": []facts{}, "which": false}, facts{"lines": []facts{lent, with(lent, "one", true)}, "which": false}, facts{"lines": []facts{lent, with(lent, "one", true)}, "which": true}},
		"refusal/delegate-who": {facts{"name": ""}, facts{"name": w.person}}, "refusal/delegate-moot": one(lent), "refusal/delegate-dates": one(facts{"days": 31}), "refusal/delegate-twice": one(lent), "refusal/delegate-unreached": one(lent),
		"button/invite-all": one(facts{"n": 5}), "button/revoke": {facts{"n": 1}, facts{"n": 5}}, "button/me": {facts{"name": w.person, "title": "书记"}, facts{"name": w.person, "title": ""}},
		"toast/invited": {facts{"n": 1}, facts{"n": 5}}, "toast/revoked": {facts{"n": 1}, facts{"n": 5}},
		"say/invite":         {invite, with(invite, "unit", w.unit, "lines", []facts{})},
		"say/invite-made":    {facts{"n": 1, "unit": workgroup.Named{}, "left": 0}, facts{"n": 5, "unit": workgroup.Named{}, "left": 0}, facts{"n": 1, "unit": w.unit, "left": 1}, facts{"n": 1, "unit": w.unit, "left": 2}},
		"say/invite-which":   one(facts{"unit": w.unit}),
		"say/joined":         {facts{"name": w.person, "duties": duties, "head": true}, facts{"name": w.person, "duties": duties[1:], "head": false}},
		"say/invite-used":    one(facts{"name": w.person, "duties": duties, "id": "5700000002"}),
		"say/invite-misused": {facts{"name": w.person, "unit": workgroup.Named{}, "other": w.person, "id": "5700000002"}, facts{"name": "", "unit": w.unit, "other": w.person, "id": "5700000002"}},
		"say/duty-lost":      {lost, with(lost, "until", "20:30", "why", "away"), with(lost, "until", "08:30", "next", workgroup.Date("2020-02-01")), with(lost, "why", "away", "phone", "")},
		"say/duty-back":      {facts{"name": w.person, "why": "blocked"}, facts{"name": w.person, "why": "away"}},
		"card/coverage":      {coverage, with(coverage, "heads_reached", 66, "others", 0, "silent", []facts{}, "departed", []string{}, "links", 0)},

		"refusal/invite-unknown": {nil}, "refusal/invite-expired": {nil}, "refusal/invite-revoked": {nil}, "refusal/invite-used": {nil}, "refusal/invite-nobody": {nil},
		"refusal/invite-others": one(facts{"name": w.person}),
		"refusal/invite-full":   {facts{"unit": w.unit, "office": true}, facts{"unit": w.unit, "office": false}},
		"refusal/invite-known":  {facts{"name": w.person, "open": true, "bot": "hzy_fangkong_bot"}, facts{"name": w.person, "open": false, "bot": "hzy_fangkong_bot"}},
	}
}
