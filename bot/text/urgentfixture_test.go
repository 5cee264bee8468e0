package text_test

import "fangkong/store/workgroup"

// moment is an instant of today, as facts.
func moment(at string) facts {
	return facts{"at": at, "on": workgroup.Date("2020-01-31"), "day": "today"}
}

// earlier is one of yesterday, and before one of another day.
var (
	earlier = facts{"at": "21:00", "on": workgroup.Date("2020-01-30"), "day": "yesterday"}
	before  = facts{"at": "21:00", "on": workgroup.Date("2020-01-20"), "day": "other"}
)

// clock is an open case as everybody may read it.
func (w world) clock() facts {
	return facts{"code": "0131-02", "by": moment("15:02"), "left": 43, "over": false, "in": false, "void": false, "hard": true, "holder": "", "into": "", "stage": "reported", "closed": false, "unheard": false, "verdict": "", "detailed": false, "kind": "", "death": false, "unit": nil}
}

// urgent are the facts of the texts of urgent cases.
func (w world) urgent() map[string][]facts {
	one := func(f facts) []facts { return []facts{f} }
	code := facts{"code": "0131-02", "phone": w.phone}
	rumour := facts{"name": w.person, "phone": w.phone, "from": w.unit, "unit": w.unit, "words": w.words, "duty": w.phone, "asked": 1}
	line := with(w.clock(), "phone", w.phone, "nobody", false, "bot", "hzy_fangkong_bot")
	taken := with(line, "holder", w.person, "stage", "taken")
	legs := []facts{{"leg": "individual", "in": false, "at": nil, "name": "", "over": true, "recorded": false, "how": "", "void": false}, {"leg": "unit", "in": true, "at": moment("14:02"), "name": w.person, "over": false, "recorded": true, "how": w.words[:min(len(w.words), 40)], "void": false}}
	remarks := []facts{{"at": earlier, "name": w.person, "text": w.words, "what": ""}, {"at": moment("14:20"), "name": w.person, "text": "核酸已采样", "what": ""},
		{"at": moment("14:21"), "name": w.person, "what": "verdict", "was": "", "now": "stands"}, {"at": moment("14:22"), "name": w.person, "what": "verdict", "was": "stands", "now": "excluded"},
		{"at": moment("14:23"), "name": w.person, "what": "kind", "was": "suspected", "now": "confirmed"}, {"at": moment("14:24"), "name": w.person, "what": "known", "from": moment("14:02"), "to": earlier},
		{"at": moment("14:25"), "name": w.person, "what": "event", "from": nil, "to": before}, {"at": moment("14:26"), "name": w.person, "what": "verdict", "was": "excluded", "now": ""}, {"at": moment("14:28"), "name": w.person, "what": "alive"}, {"at": moment("14:27"), "name": w.person, "what": "unit", "was_unit": w.unit, "unit": w.unit}}
	phoned := []facts{{"who": w.person, "at": "14:20", "on": workgroup.Date("2020-01-31"), "today": true, "outcome": "answered", "note": "说马上来"}, {"who": w.person, "at": "20:10", "on": workgroup.Date("2020-01-30"), "today": false, "outcome": "off", "note": ""}}
	rungOne := facts{"name": w.person, "at": nil, "late": 0, "waiting": false}
	whole := with(line, "kind", "confirmed", "unit", w.unit, "group", "student", "partial", false, "known", moment("14:02"), "event", nil, "assumed", false,
		"reporter", w.person, "stranger", false, "anonymous", false, "id", 100, "holder_phone", "", "since", nil, "lapsed", "", "offered", "", "refused", "", "snoozed", "", "nudged", false, "settled", false, "expired", false,
		"legs", legs, "told", []facts{}, "untold", []string{"community", "cdc"}, "remarks", remarks[:2], "remark_count", 2, "phoned", []facts{}, "phoned_count", 0,
		"ring", facts{"at": moment("14:07"), "late": 0, "people": []facts{rungOne, with(rungOne, "at", moment("14:10"), "late", 3), with(rungOne, "waiting", true)}, "skipped": []string{w.person}, "next": moment("14:12"), "delayed": nil}, "read", []facts{}, "like", "", "former", nil, "worded", false, "into", "", "outcome", "")
	call := facts{"step": "kind", "kind": "", "death": false, "hard": false, "unit": workgroup.Named{}, "group": "", "words": "", "known": "", "over": false, "rough": false, "assumed": "", "day": "", "phone": w.phone, "by": "14:05"}
	asked := func(step string, pairs ...any) facts {
		return with(with(call, "step", step, "kind", "confirmed", "hard", true, "unit", w.unit), pairs...)
	}
	leg := with(code, "unit", w.unit, "kind", "confirmed", "by", moment("15:02"), "hard", true, "over", false)
	told := with(code, "channel", "cdc", "at", "14:20", "by", w.person, "on", workgroup.Date("2020-01-30"), "today", true)
	stands := with(line, "phone", w.phone, "since", moment("14:03"), "next", moment("14:12"), "mine", false, "may", false, "lacks", []string{})
	begun := []facts{{"at": "14:02", "by": "14:05", "name": w.person, "phone": w.phone, "unit": w.unit}, {"at": "14:02", "by": "14:05", "name": "", "phone": "", "unit": workgroup.Named{}}}
	standing := func(pairs ...any) facts {
		return facts{"phone": w.phone, "more": 0, "begun": []facts{}, "cases": []facts{with(stands, pairs...)}}
	}
	return map[string][]facts{
		"button/case-kind": one(facts{"kind": "exposed"}), "button/case-group": one(facts{"group": "other"}), "button/since": {{"minutes": 0}, {"minutes": 15}, {"minutes": 60}},
		"button/verdict": {{"verdict": "watch", "instead": false}, {"verdict": "watch", "instead": true}}, "button/told": one(facts{"channel": "cdc"}), "button/more-cases": one(facts{"n": 77}), "button/person": {{"name": w.person, "title": "主任"}, {"name": w.person, "title": ""}},

		"toast/continue-urgent": {code, facts{"phone": ""}}, "toast/call-opened": one(code), "toast/call-over": {with(code, "into", "0131-02", "at", moment("14:20")), with(code, "into", "", "at", earlier, "phone", "")}, "toast/call-withdrawn": {facts{"codes": []string{}}, facts{"codes": []string{"0131-01", "0131-02"}}}, "toast/case-taken": one(code),
		"toast/case-read": {facts{"again": false}, facts{"again": true}}, "toast/case-leg": {with(code, "leg", "unit", "at", "14:05", "over", false), with(code, "leg", "individual", "at", "15:05", "over", true)},
		"toast/case-verdict": one(facts{"verdict": "stands"}), "toast/case-told": one(facts{"channel": "community"}), "toast/case-given": one(code),
		"toast/case-offered": one(with(code, "to", w.person)), "toast/case-paused": {facts{"at": "14:20", "settled": false}, facts{"at": "", "settled": true}}, "toast/case-merged": {with(code, "holder", w.person, "mine", true), with(code, "holder", w.person, "mine", false), with(code, "holder", "", "mine", false)},
		"toast/case-apart": {nil}, "toast/case-detailed": {facts{"starts": false}, facts{"starts": true, "known": moment("14:02")}}, "toast/erased": {nil},

		"refusal/no-case": {nil}, "refusal/case-over": one(with(code, "at", "01-31 16:00")), "refusal/case-taken": {facts{"by": w.person, "at": moment("14:03")}, facts{"by": w.person, "at": earlier}},
		"refusal/not-holder": {facts{"by": w.person}, facts{"by": ""}}, "refusal/leg-filed": one(facts{"leg": "unit", "by": w.person, "at": moment("14:03")}),
		"refusal/case-lacks": one(with(code, "lacks", workgroup.CaseGaps)), "refusal/not-yet": one(facts{"at": moment("23:00")}), "refusal/long-ago": one(facts{"date": workgroup.Date("2020-01-01")}),
		"refusal/not-a-time": {nil}, "refusal/no-reason": {nil}, "refusal/unreached": {facts{"name": w.person}, facts{"name": ""}}, "refusal/write-me": one(with(code, "bot", "hzy_fangkong_bot")),

		"card/call": {call, with(call, "death", true), asked("unit", "words", w.words), asked("group"), asked("known", "group", "student", "words", w.words),
			asked("confirm", "group", "student", "known", "14:02", "known_on", workgroup.Date("2020-01-31"), "today", true),
			asked("confirm", "group", "student", "known", "20:10", "known_on", workgroup.Date("2020-01-30"), "today", false, "over", true, "rough", true),
			asked("confirm", "group", "student", "assumed", "14:02"), asked("known", "words", w.words, "further", []string{"contact", "sealed"}), asked("known", "words", w.words, "alike", 1), asked("group", "words", w.words, "alike", 2, "beside", true), asked("known", "words", w.words, "beside", true)},
		"card/call-ended": {facts{"codes": []string{}, "opened": false}, facts{"codes": []string{"0131-01", "0131-02"}, "opened": true}, facts{"codes": []string{"0131-01"}, "opened": false}},
		"card/case-left": {with(code, "closed", true, "holder", "", "crew", []facts{}, "duty_phone", ""), with(code, "closed", false, "holder", w.person, "crew", []facts{}, "duty_phone", ""),
			with(code, "closed", false, "holder", "", "crew", []facts{{"name": w.person, "phone": "13900000000"}}, "duty_phone", w.phone)},
		"card/case-group": {line, taken, with(line, "nobody", true), with(line, "over", true), with(line, "over", true, "hard", false), with(line, "over", true, "by", earlier), with(line, "over", true, "by", before), with(taken, "closed", true, "into", "0131-01"), with(taken, "in", true), with(taken, "void", true), with(taken, "closed", true)},
		"card/case": {whole, with(whole, "assumed", true, "worded", true, "former", facts{"code": "0131-01", "at": moment("14:30"), "verdict": "excluded"}), with(whole, "death", true), with(whole, "death", true, "kind", ""),
			with(whole, "stranger", true, "anonymous", true, "partial", true, "phone", ""),
			with(whole, "kind", "", "unit", workgroup.Named{}, "group", "", "partial", true, "assumed", true, "stranger", true, "phone", "", "untold", []string{}, "remarks", []facts{},
				"ring", facts{"at": moment("14:40"), "late": 33, "people": []facts{}, "skipped": []string{w.person}, "next": moment("14:50"), "delayed": facts{"at": moment("14:30"), "heard": nil}}, "read", []facts{{"name": w.person, "at": moment("14:31")}, {"name": w.person, "at": earlier}}, "like", "0131-01"),
			with(whole, "holder", w.person, "holder_phone", "13900000000", "since", moment("14:08"), "verdict", "stands", "told", []facts{{"channel": "community", "at": moment("14:20"), "by": w.person}}, "untold", []string{"cdc"},
				"ring", nil, "phoned", phoned, "phoned_count", 4, "remarks", remarks, "remark_count", 8, "snoozed", "verify", "nudged", true, "offered", w.person, "refused", w.person, "known", earlier, "event", before),
			with(whole, "lapsed", w.person, "ring", facts{"at": moment("14:40"), "late": 0, "people": []facts{rungOne}, "skipped": []string{}, "next": nil, "delayed": facts{"at": moment("14:30"), "heard": moment("14:35")}}), with(whole, "lapsed", w.person, "expired", true, "ring", nil),
			with(whole, "verdict", "excluded", "void", true, "ring", nil, "untold", []string{}, "legs", []facts{with(legs[0], "void", true, "over", false), with(legs[0], "leg", "unit", "void", true, "over", false)}),
			with(whole, "closed", true, "verdict", "excluded", "outcome", "核酸阴性，排除", "ring", nil), with(whole, "closed", true, "verdict", "same-case", "into", "0131-01", "ring", nil)},

		"say/urgent-write-me": one(with(code, "bot", "hzy_fangkong_bot")),
		"say/case-opened":     {with(code, "kind", "confirmed", "unit", w.unit, "partial", false, "leg", "unit", "unreached", false), with(code, "kind", "confirmed", "unit", w.unit, "partial", false, "leg", "unit", "unreached", true), with(code, "kind", "", "unit", workgroup.Named{}, "partial", true, "leg", "individual", "unreached", false)},
		"say/case-taken":      one(with(code, "by", w.person)), "say/case-closed": {with(code, "verdict", "excluded", "into", ""), with(code, "verdict", "same-case", "into", "0131-01")},
		"say/case-leg-unit": {leg, with(leg, "from", w.person), with(leg, "by", "15:02"), with(leg, "kind", "", "hard", false, "over", true, "by", earlier)}, "say/case-leg-individual": {leg, with(leg, "hard", false, "over", true)},
		"button/unit-instead": {nil}, "button/alive": {nil},
		"say/case-known-said":   one(with(code, "said", earlier, "known", moment("14:05"))),
		"say/case-denied":       {with(code, "name", w.person, "words", w.words, "kind", "confirmed", "holder", w.person), with(code, "name", w.person, "phone", "", "words", w.words, "kind", "sealed", "holder", ""), with(code, "name", w.person, "words", w.words, "kind", "suspected", "holder", w.person, "said", true)},
		"say/case-denied-yours": {with(code, "kind", "confirmed", "holder", w.person), with(code, "kind", "sealed", "holder", ""), with(code, "kind", "suspected", "holder", w.person, "said", true)},
		"say/call-said-beside":  one(with(code, "name", w.person, "reporter", w.person, "unit", w.unit, "words", w.words)),
		"say/call-beside-kept":  {with(code, "reporter", w.person, "unreached", false), with(code, "reporter", w.person, "unreached", true)},
		"say/case-restated":     one(with(code, "name", w.person, "known", moment("13:20"), "was", moment("14:05"), "by", moment("14:20"))),
		"say/urgent-taken-back": {with(code, "by", "14:08"), with(code, "by", "")},
		"say/urgent-kept":       {with(code, "by", "14:08"), with(code, "by", "14:08", "phone", "")},
		"say/urgent-of-unit":    {with(code, "unit", w.unit, "by", "14:08"), with(code, "unit", w.unit, "by", "", "phone", "")},
		"say/filing-moved":      {with(code, "unit", w.unit, "was", w.unit, "at", "14:05", "waits", true), with(code, "unit", w.unit, "was", w.unit, "at", "14:05", "waits", false)},
		"say/case-time-set":     {with(code, "event", false, "owed", true, "at", moment("13:40"), "by", moment("14:40")), with(code, "event", false, "owed", false, "at", earlier, "by", earlier), with(code, "event", true, "owed", true, "at", earlier, "by", moment("14:40"))},
		"say/case-fewer":        {with(code, "codes", []string{"0131-01", "0131-02"}, "name", w.person, "unit", w.unit, "kind", "confirmed", "was", 2, "is", 1, "words", w.words), with(code, "codes", []string{}, "name", w.person, "phone", "", "unit", w.unit, "kind", "suspected", "was", 3, "is", 0, "words", w.words)},
		"say/case-unit-said":    {with(code, "name", w.person, "unit", w.unit, "was", w.unit, "held", true), with(code, "name", w.person, "unit", w.unit, "was", workgroup.Named{}, "held", false)},
		"say/case-kind-said":    {with(code, "name", w.person, "kind", "suspected", "was", "confirmed", "held", true), with(code, "name", w.person, "kind", "suspected", "was", "", "held", false)},
		"say/case-kind-asked":   one(with(code, "kind", "suspected")),
		"say/case-unit-asked":   one(with(code, "unit", w.unit)),
		"say/case-follow":       one(with(code, "since", workgroup.Date("2020-01-31"), "holder", w.person)),
		"say/case-over":         one(with(code, "legs", workgroup.LegNames)),
		"say/case-list": {facts{"cases": []facts{with(taken, "detailed", true, "kind", "sealed", "unit", w.unit), with(line, "over", true, "unheard", true)}, "from": 1, "to": 2, "total": 2, "begun": begun[:1]},
			facts{"cases": []facts{with(line, "detailed", true, "unit", workgroup.Named{})}, "from": 1, "to": 1, "total": 97, "begun": []facts{}}, facts{"cases": []facts{}, "from": 1, "to": 0, "total": 0, "begun": []facts{}}, facts{"cases": []facts{}, "from": 1, "to": 0, "total": 0, "begun": begun}, facts{"cases": []facts{}, "others": []facts{line, taken}, "from": 1, "to": 0, "total": 0, "begun": []facts{}}},
		"say/call-stands": {facts{"ready": false, "woken": true, "by": "14:05", "phone": w.phone, "kept": true}, facts{"ready": true, "woken": false, "by": "14:05", "phone": "", "kept": false}}, "say/call-press": {facts{"words": "对", "step": "known"}, facts{"words": "对", "step": "group"}},
		"say/case-ask-remark": one(code), "say/case-ask-known": one(code), "say/case-ask-event": one(code), "say/case-which-kind": {with(code, "kind", "suspected"), with(code, "kind", "")}, "say/case-ask-outcome": one(code),
		"say/case-ask-phoned": one(code), "say/case-phoned": {with(code, "kept", phoned, "again", []string{}, "wrong", []string{}),
			with(code, "kept", phoned[:1], "again", []string{w.words}, "wrong", []string{"王主任 23:00 接通"}), with(code, "kept", []facts{}, "again", []string{w.words}, "wrong", []string{})},
		"say/case-worsened": {facts{"code": "0131-02", "was": "hospital", "kind": "confirmed", "known": moment("14:40"), "by": moment("15:40"), "starts": true, "again": false, "mine": false, "holder": w.person},
			facts{"code": "0131-02", "was": "suspected", "kind": "confirmed", "known": earlier, "by": moment("15:02"), "starts": false, "again": false, "mine": true, "holder": w.person},
			facts{"code": "0131-02", "was": "", "kind": "suspected", "known": moment("14:02"), "by": moment("15:02"), "starts": false, "again": false, "mine": false, "holder": ""},
			facts{"code": "0131-02", "was": "confirmed", "kind": "confirmed", "known": moment("14:40"), "by": moment("15:40"), "starts": true, "again": true, "mine": false, "holder": w.person}},
		"say/case-remark-kept": one(code), "say/case-offer": {with(code, "nobody", false), with(code, "nobody", true)}, "say/case-pause": one(code), "say/case-prompt-off": one(code), "say/case-which-unit": one(code), "say/erase-ask": {facts{"code": "", "passed": true}, facts{"code": "0131-02", "passed": true}, facts{"code": "", "passed": false}}, "say/erase-yourself": {facts{"bot": "hzy_fangkong_bot", "passed": true}, facts{"bot": "hzy_fangkong_bot", "passed": false}}, "say/call-cancelled": {facts{"codes": []string{}}, facts{"codes": []string{"0131-01"}}}, "say/case-yours": one(code), "toast/case-linked": one(code),
		"say/ladder-whole": {facts{"filled": []int{1, 2}, "left": []int{}}, facts{"filled": []int{1}, "left": []int{3, 4}}},
		"say/ladder-gaps":  one(facts{"gaps": []facts{{"rung": 1, "roles": []string{"duty"}, "names": []string{w.person}, "after": 0}, {"rung": 3, "roles": []string{"director", "leading"}, "names": []string{}, "after": 10}}}),
		"say/call-withdrawn": {
			facts{"at": "14:03", "name": w.person, "phone": w.phone, "unit": w.unit, "denied": true, "words": w.words, "codes": []string{}},
			facts{"at": "14:03", "name": w.person, "phone": "", "unit": workgroup.Named{}, "denied": false, "words": "", "codes": []string{"0131-01"}}},
		"say/alarm-edited": {facts{"at": "14:03", "name": w.person, "phone": w.phone, "unit": w.unit, "words": w.words, "code": ""}, facts{"at": "14:03", "name": w.person, "phone": "", "unit": workgroup.Named{}, "words": w.words, "code": "0131-01"},
			facts{"at": "14:03", "name": w.person, "phone": w.phone, "unit": w.unit, "words": w.words, "code": "", "withdrawn": true}},
		"say/alarm-edited-yours": {facts{"code": ""}, facts{"code": "0131-01"}, facts{"code": "", "withdrawn": true}},
		"say/call-which-hour":    {facts{"words": "前天", "known": "", "known_on": "", "today": true}, facts{"words": "前天", "known": "20:10", "known_on": workgroup.Date("2020-01-30"), "today": false}},
		"say/call-no-time":       {facts{"words": "20分钟后", "known": "", "known_on": "", "today": true}, facts{"words": w.words, "known": "14:02", "known_on": workgroup.Date("2020-01-31"), "today": true}},
		"button/of-case":         one(code), "toast/case-closed": one(code), "toast/case-added": one(code),
		"say/case-close-ask": one(with(code, "verdict", "stands", "words", w.words)), "say/alarm-of-case": one(with(code, "name", w.person, "at", "14:20")),
		"say/case-figures": one(with(code, "by", "14:08")), "say/case-news": {with(code, "sure", true, "closes", true), with(code, "sure", true, "closes", false), with(code, "sure", false, "closes", true, "by", "14:08"), with(code, "sure", false, "closes", false, "by", "14:08")},
		"say/unanswered": {facts{"at": "16:01", "name": w.person, "phone": w.phone, "unit": w.unit, "words": w.words}, facts{"at": "16:01", "name": w.person, "phone": "", "unit": workgroup.Named{}, "words": w.words}},
		"say/rumour":     {rumour, with(rumour, "from", workgroup.Named{}, "phone", "", "asked", 0)}, "say/rumour-ask": {rumour, with(rumour, "from", workgroup.Named{}, "duty", "")},
		"say/rumour-false": one(with(rumour, "from", w.person)), "say/rumour-passed": {rumour, with(rumour, "asked", 0, "phone", "")},
		"say/case-done": one(facts{"code": "0131-02", "word": w.words}), "say/case-take-first": one(facts{"word": w.words}), "button/take-code": one(facts{"code": "0131-02"}),
		"say/case-offered": one(facts{"code": "0131-02", "to": w.person}), "say/case-asks-you": one(facts{"code": "0131-02", "holder": w.person, "word": "好的"}), "say/case-declined-yours": one(facts{"code": "0131-02", "holder": w.person}),
		"say/case-declined": {facts{"code": "0131-02", "by": w.person, "phone": w.phone}, facts{"code": "0131-02", "by": w.person, "phone": ""}}, "toast/case-declined": one(facts{"code": "0131-02", "holder": w.person}), "refusal/not-theirs": {with(code, "name", w.person), facts{"code": "0131-02", "name": w.person, "phone": ""}}, "refusal/not-asked": {facts{"holder": w.person}, facts{"holder": ""}},
		"say/case-stays": {facts{"phone": w.phone, "cases": []facts{{"code": "0131-01", "mine": false, "verdict": "", "holder": w.person, "phone": w.phone}, {"code": "0131-02", "mine": true, "verdict": "excluded", "holder": w.person, "phone": w.phone}}},
			facts{"phone": "", "cases": []facts{{"code": "0131-01", "mine": false, "verdict": "", "holder": "", "phone": ""}}}, facts{"phone": "", "cases": []facts{{"code": "0131-01", "mine": true, "verdict": "", "holder": "", "phone": ""}}}},
		"say/case-phoned-whom": one(facts{"code": "0131-02", "words": w.words}), "button/somebody-else": {nil},
		"say/case-half-kept":     one(facts{"code": "0131-02", "words": w.words}),
		"say/case-addition-kept": {facts{"code": "0131-02", "holder": w.person}, facts{"code": "0131-02", "holder": ""}}, "say/case-which": {facts{"words": w.words, "told": true}, facts{"words": w.words, "told": false}},
		"say/addition-heard":     {facts{"name": w.person, "phone": w.phone, "codes": []string{"0131-02", "0131-01"}, "words": w.words}, facts{"name": w.person, "phone": "", "codes": []string{"0131-02"}, "words": w.words}},
		"say/late-addition":      {facts{"code": "0131-02", "at": moment("14:30"), "name": w.person, "phone": w.phone, "words": w.words}, facts{"code": "0131-02", "at": earlier, "name": w.person, "phone": "", "words": w.words}},
		"say/late-addition-kept": {with(code, "unreached", false), with(code, "unreached", true)},
		"toast/case-not-added":   {nil},
		"button/code":            one(code), "say/which-case": one(facts{"word": "续报"}), "say/which-card": one(facts{"words": "对"}), "say/case-is-yours": one(code), "say/case-cannot": one(code), "say/case-how": {facts{"phone": w.phone, "private": true, "bot": "hzy_fangkong_bot", "real": true}, facts{"phone": w.phone, "private": false, "bot": "hzy_fangkong_bot", "real": false}}, "say/case-stands": {standing("may", true), standing("holder", w.person), standing("holder", w.person, "mine", true, "lacks", workgroup.CaseGaps), standing("holder", w.person, "mine", true, "verdict", "stands"),
			standing("lacks", []string{"unit"}), standing("closed", true, "verdict", "excluded"), standing("closed", true, "into", "0131-01"), facts{"phone": "", "more": 2, "begun": begun[:1], "cases": []facts{with(stands, "holder", w.person), stands}}},
		"say/case-left": {with(code, "by", w.person, "phone", w.phone), with(code, "by", "", "phone", "")}, "say/case-lapsed": one(code),
		"say/case-told-early":      one(code),
		"say/case-in-vain":         {facts{"codes": []string{"0131-02"}, "sooner": false}, facts{"codes": []string{"0131-01", "0131-02"}, "sooner": true}},
		"say/case-still-rings":     {facts{"word": "收到", "codes": []string{"0131-02"}}, facts{"word": "收到", "codes": []string{"0131-01", "0131-02"}}},
		"say/case-addition":        {facts{"code": "0131-02", "name": w.person, "words": w.words, "asks": false}, facts{"code": "0131-02", "name": w.person, "words": w.words, "asks": true}},
		"say/case-question-passed": {facts{"code": "0131-02", "holder": "", "phone": "", "unreached": false, "duty_phone": w.phone}, facts{"code": "0131-02", "holder": w.person, "phone": w.phone, "unreached": true, "duty_phone": ""}, facts{"code": "0131-02", "holder": w.person, "phone": w.phone, "unreached": false, "duty_phone": w.phone}},
		"say/case-reporter":        {facts{"code": "0131-02", "name": w.person, "phone": w.phone, "known": true, "anonymous": false, "unit": w.unit, "at": moment("14:05"), "last": nil, "words": w.words}, facts{"code": "0131-02", "name": w.person, "phone": "", "known": false, "anonymous": true, "unit": workgroup.Named{}, "at": moment("14:05"), "last": nil, "words": ""}},
		"say/case-nobody-to-ask":   {facts{"code": "0131-02", "name": w.person, "phone": "", "known": false, "anonymous": true, "unit": w.unit, "at": moment("14:05"), "last": nil, "words": ""}, facts{"code": "0131-02", "name": w.person, "phone": w.phone, "known": true, "anonymous": false, "unit": workgroup.Named{}, "at": moment("14:05"), "last": nil, "words": ""}},
		"say/case-asked-on":        {facts{"code": "0131-02", "name": w.person, "phone": w.phone, "unreached": false, "last": facts{"at": moment("14:20"), "name": w.person, "text": w.words}}, facts{"code": "0131-02", "name": w.person, "phone": "", "unreached": true, "last": nil}},
		"say/case-answered":        {facts{"code": "0131-02", "name": w.person, "phone": w.phone, "words": w.words, "asks": false}, facts{"code": "0131-02", "name": w.person, "phone": "", "words": w.words, "asks": true}},
		"say/case-answer-passed":   {facts{"code": "0131-02", "name": w.person, "unreached": false}, facts{"code": "0131-02", "name": w.person, "unreached": true}},
		"say/case-ask-answer":      {facts{"code": "0131-02", "name": w.person, "words": w.words}, facts{"code": "0131-02", "name": w.person, "words": ""}}, "button/send-to": one(facts{"name": w.person, "code": "0131-02"}),
		"button/answer": one(facts{"name": w.person}), "toast/case-answer": one(facts{"name": w.person}),
		"say/call-drill":      one(facts{"by": "14:08"}),
		"say/case-drill":      {facts{"drill": false, "phone": w.phone}, facts{"drill": true, "phone": ""}},
		"say/case-still-open": one(facts{"code": "0131-02"}),
		"say/case-moved":      one(facts{"code": "0131-02", "was": w.unit, "unit": w.unit, "name": w.person, "phone": w.phone}),
		"say/case-leg-ask":    one(facts{"code": "0131-02", "at": moment("14:05")}),
		"say/case-leg-kept":   {facts{"code": "0131-02", "at": moment("13:50"), "how": w.words, "over": true}, facts{"code": "0131-02", "at": moment("14:05"), "how": "", "over": false}},
		"say/case-told-ask":   {told, with(told, "today", false)}, "say/case-told-kept": one(told), "say/case-told-again": one(with(code, "channel", "cdc", "words", w.words)),
		"say/case-paused": {facts{"code": "0131-02", "at": "14:20", "settled": false}, facts{"code": "0131-02", "at": "", "settled": true}}, "button/told-again": one(facts{"channel": "cdc"}), "refusal/which-hour": one(facts{"words": "昨天"}), "refusal/long-reason": one(facts{"most": 200}),
	}
}
