package text_test

import "fangkong/store/workgroup"

// notices are the facts of the texts of notices and receipts.
func (w world) notices() map[string][]facts {
	one := func(f facts) []facts { return []facts{f} }
	day := workgroup.Date("2020-01-31")
	n := facts{"no": 3, "version": 1, "class": "ordinary", "need": "read", "seats": 33, "read": 25, "replied": 0, "did": 0, "on": "", "by": "", "moved": nil, "cause": workgroup.Cause(""), "recalled": false, "reason": "", "source": false, "enclosed": false,
		"published": facts{"on": day, "at": "09:00"}, "text": w.words, "group": true, "names": []string{}, "mine": nil, "more": 0}
	done := with(n, "class", "pressing", "need", "done", "on", day, "by", "18:00", "replied", 2, "did", 3)
	again := with(n, "version", 2, "class", "important", "source", true, "on", day, "by", "18:00")
	moved := with(done, "moved", facts{"on": day, "at": "18:50"}, "cause", workgroup.BotDown)
	recalled := with(n, "recalled", true, "reason", w.words)
	seat := facts{"unit": w.unit, "person": w.person, "phones": []facts{{"name": w.person, "phone": w.phone}}, "delivery": "delivered", "nudges": 0, "proxy": false, "result": "", "read": nil, "replied": nil, "done": nil,
		"reader": "", "doer": "", "minutes": 0, "late": false}
	read := with(seat, "read", facts{"on": day, "at": "09:05"}, "reader", w.person, "minutes", 5)
	proxy := with(read, "proxy", true, "nudges", 1)
	did := with(read, "done", facts{"on": day, "at": "10:00"}, "doer", w.person, "result", w.words, "late", true)
	unit := with(read, "person", "")
	lines := []facts{seat, read, proxy, did, unit, with(seat, "replied", facts{"on": day, "at": "09:10"}), with(seat, "delivery", "undelivered", "nudges", 2)}
	draft := facts{"of": 0, "text": w.words, "class": "ordinary", "need": "read", "audience": "heads", "seats": 66, "names": []string{}, "copies": true, "source": false, "unreached": []string{}, "more": 0,
		"on": "", "by": "", "place": "posted", "newer": 0, "newer_text": "", "at_on": "", "at": "", "grouped": true, "health": false, "quiet": false, "as_written": []string{}, "written": []string{}}
	names := []string{w.person, w.person}
	pressed := facts{"again": false, "at": "09:05", "on": day, "today": day, "by": w.person, "self": true, "proxy": false, "undo": "copy", "read": 25, "seats": 33, "late": false}
	line := with(n, "replies", []string{}, "more_replies", 0)
	return map[string][]facts{
		"card/notice": {n, moved, with(done, "names", names, "more", 4), again, with(again, "group", false), with(again, "group", false, "enclosed", true), recalled, with(n, "group", false, "mine", seat), with(done, "group", false, "mine", did), with(n, "group", false, "mine", proxy),
			with(n, "group", false, "mine", with(seat, "nudges", 2)), with(done, "group", false, "mine", proxy), with(n, "group", false, "mine", with(seat, "replied", facts{"on": day, "at": "09:10"}))},
		"card/notice-draft": {draft, with(draft, "on", day, "by", "16:00", "as_written", []string{w.words}), with(draft, "on", day, "by", "16:00", "written", []string{w.words}), with(draft, "written", []string{w.words}), with(draft, "of", 3, "class", "important", "need", "done", "on", day, "by", "18:00", "source", true), with(draft, "audience", "people", "names", names, "copies", false, "unreached", names, "more", 2, "quiet", true),
			with(draft, "seats", 0, "place", "", "health", true), with(draft, "place", "", "copies", false, "grouped", false), with(draft, "of", 3, "place", "edited"), with(draft, "at_on", day, "at", "15:00"), with(draft, "of", 3, "newer", 2, "newer_text", w.words), with(draft, "of", 3, "place", "edited", "copies", false)},
		"card/notice-over":    {nil},
		"say/notice-ask-text": one(facts{"most": 3400}), "say/notice-ask-version": one(facts{"no": 3, "most": 3400}), "say/notice-ask-people": {nil}, "say/notice-ask-deadline": {nil}, "say/notice-ask-reason": one(n),
		"say/notice-recall-read": {facts{"no": 3, "reason": w.words, "group": true, "health": false}, facts{"no": 3, "reason": w.words, "group": false, "health": true}},
		"toast/notice-recalled":  one(n), "say/notice-ask-at": {nil}, "say/notice-planned": {facts{"of": 0, "text": w.words, "on": day, "at": "15:00"}, facts{"of": 3, "text": w.words, "on": day, "at": "15:00"}},
		"say/notice-unsent":    {facts{"text": w.words, "planned": facts{"on": day, "at": "15:00"}, "back": true}, facts{"text": w.words, "planned": facts{"on": day, "at": "15:00"}, "back": false}},
		"toast/notice-planned": one(facts{"on": day, "at": "15:00"}), "toast/notice-unplanned": {nil}, "refusal/plan-time": one(facts{"on": day, "at": "15:00"}), "toast/notice-no-words": {nil},
		"say/notice-question": {facts{"no": uint64(3), "text": "明天9点视频会", "name": w.person, "phone": w.phone, "words": "视频会链接呢", "by": w.person, "reached": true}}, "say/notice-question-passed": {facts{"no": uint64(3), "text": "明天9点视频会", "name": w.person, "phone": w.phone, "words": "视频会链接呢", "by": w.person, "reached": true}, facts{"no": uint64(3), "text": "明天9点视频会", "name": w.person, "phone": "", "words": "视频会链接呢", "by": w.person, "reached": false}},
		"say/notice-no-words": {facts{"draft": true}, facts{"draft": false}}, "say/notice-edited": {facts{"no": uint64(3)}, facts{"no": uint64(0)}},
		"say/notice-ask-result": one(n), "say/notice-done": {with(n, "late", false), with(done, "late", true)},
		"say/notice-reseated": {facts{"notices": []facts{{"no": 3, "out": names, "in": []string{}, "unreached": []string{}, "seats": 65}, {"no": 4, "out": names, "in": names, "unreached": names, "seats": 66}, {"no": 5, "out": []string{}, "in": names, "unreached": []string{}, "seats": 67}}}},
		"say/notice-heard":    one(n), "say/notice-result-maybe": {facts{"words": w.words, "notices": []facts{n}}, facts{"words": w.words, "notices": []facts{n, again}}}, "say/notice-not-done": {facts{"words": w.words, "notices": []facts{n}}},
		"button/notice-result": one(n), "toast/notice-did": {facts{"no": 3, "late": false}, facts{"no": 3, "late": true}}, "toast/notice-not-done": {nil},
		"say/notice-recalled":  one(recalled),
		"say/notice-published": {with(n, "late", 0, "place", "posted", "nudges", true, "named", true, "copies", true, "unreached", []string{}), with(n, "version", 2, "late", 0, "place", "", "nudges", true, "named", false, "copies", true, "unreached", names, "more", 2), with(n, "version", 2, "late", 12, "planned", facts{"on": day, "at": "08:48"}, "place", "edited", "nudges", false, "named", false, "copies", true, "unreached", []string{})},
		"say/notice-left":      {with(n, "undone", false, "more_asked", true, "page", 1, "pages", 1, "left", []facts{seat, with(seat, "delivery", "undelivered", "nudges", 2)}), with(done, "undone", true, "more_asked", false, "page", 2, "pages", 3, "left", []facts{read, seat})},
		"say/notice-file":      one(n), "say/notice-again": {with(n, "anew", false), with(done, "anew", false), with(again, "anew", true)},
		"say/unread": {facts{"oversees": true, "office": []facts{line, with(line, "version", 2, "names", names, "more", 3, "replies", names, "more_replies", 1)}}, facts{"oversees": true, "mine": []facts{done}},
			facts{"oversees": false, "mine": []facts{n}}, facts{"oversees": false, "back": []facts{n}}, facts{"oversees": true}, facts{"oversees": false}},
		"say/receipts": {with(moved, "lines", lines, "delivered", 31, "copies", true, "median", 12, "out", names, "page", 1, "pages", 2), with(recalled, "version", 2, "lines", lines[:1], "delivered", 0, "copies", false, "median", nil, "out", []string{}, "page", 1, "pages", 1)},

		"button/notice-class": {facts{"class": "important", "on": true}, facts{"class": "important", "on": false}}, "button/notice-need": {facts{"need": "done", "on": true}}, "button/notice-audience": {facts{"audience": "units", "on": false}},
		"button/notice-deadline": one(facts{"on": day, "by": "18:00"}), "button/notice-rebase": one(facts{"version": 2}), "button/notice-copies": {facts{"on": true}, facts{"on": false}}, "button/notice-read-no": one(n), "button/notice-unread-no": one(n),

		"toast/notice-published": {n, with(n, "version", 2)}, "toast/notice-dropped": {nil}, "toast/notice-unread": {nil}, "toast/notice-result": {nil},
		"toast/notice-read": {pressed, with(pressed, "late", true, "undo", ""), with(pressed, "undo", ""), with(pressed, "undo", "list"), with(pressed, "proxy", true), with(pressed, "again", true), with(pressed, "again", true, "self", false, "on", workgroup.Date("2020-01-30"), "proxy", true)},

		"refusal/notice-empty": {nil}, "refusal/notice-long": one(facts{"n": 5000, "most": 3400}), "refusal/notice-nobody": {nil}, "refusal/notice-nowhere": {facts{"grouped": true, "copies": false}, facts{"grouped": false, "copies": true}}, "refusal/notice-file": {nil},
		"refusal/notice-private": one(facts{"bot": "hzy_fangkong_bot"}), "refusal/notice-newer": one(again), "refusal/notice-recalled": one(facts{"no": 3, "on": day, "at": "10:00", "reason": w.words}),
		"refusal/not-addressed": one(n), "refusal/no-notice": {facts{"words": w.words}, facts{"words": ""}}, "refusal/names-unknown": {facts{"unknown": names, "doubtful": []string{}}, facts{"unknown": []string{}, "doubtful": names}},
		"refusal/deadline-past": one(facts{"on": day, "at": "18:00"}), "refusal/recall-reason": {nil}, "refusal/no-result": {nil}, "refusal/draft-at-work": {facts{"of": 0, "text": w.words}, facts{"of": 3, "text": w.words}}, "refusal/renewed-by-other": one(again), "refusal/undo-late": one(facts{"at": "09:05"}),
	}
}
