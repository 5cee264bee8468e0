package text_test

import (
	"maps"

	"fangkong/store/workgroup"
)

// changes are a change of each part of a decision, and that it was taken back.
func (w world) changes() []facts {
	until := func(on workgroup.Date, at string) facts { return facts{"on": on, "until": at} }
	change := facts{"by": w.person, "at": facts{"at": "10:05", "on": workgroup.Date("2020-02-01"), "day": "today"}, "reason": "学生处人手不够", "revoked": false, "text": nil, "owner": nil, "until": nil}
	return []facts{with(change, "owner", facts{"was": w.unit, "now": w.unit}), with(change, "until", facts{"was": until("2020-02-01", "18:00"), "now": until("2020-02-03", "")}),
		with(change, "text", facts{"was": w.words, "now": "每天消毒两次"}), with(change, "revoked", true)}
}

// meetings are the facts of the texts about the pack and the daily analysis.
func (w world) meetings(summary facts) map[string][]facts {
	day := workgroup.Date("2020-01-31")
	few := w.units[:min(4, len(w.units))]
	kase := facts{"code": "0131-02", "kind": "confirmed", "death": false, "unit": w.unit, "in": true, "minutes": 25, "over": false, "told": []string{"community"}, "untold": []string{"cdc"}, "verdict": "", "holder": w.person, "closed": false}
	figure := with(line("home_quarantine", "now", "", 6), "compare", true, "change", 1, "split", []facts{{"group": "student", "change": 2}, {"group": "", "change": -1}}, "covered", 31, "due", 33, "left", []string{}, "parts", []facts{with(line("home_quarantine", "new", "", 2), "own", true, "covered", 28, "due", 33), with(line("home_quarantine", "released", "", 1), "own", true, "covered", 33, "due", 33)})
	contacts := []facts{}
	for _, u := range w.units[:min(8, len(w.units))] {
		contacts = append(contacts, facts{"unit": u, "people": []string{w.person + " " + w.phone}})
	}
	doubt := facts{"unit": w.unit, "lines": []facts{{"kind": "check/V1", "facts": with(line("home_quarantine", "now", "", 0), "prev", 4, "new", 3, "released", 1, "sum", 6, "now", 7)}}}
	tonight := []facts{{"leaders": []facts{{"name": w.person, "phone": w.phone}}, "staff": []facts{{"name": w.person, "phone": ""}}, "place": "行政楼", "phone": w.phone}}
	draft := facts{"date": day, "at": "15:05", "waiting": []facts{}, "version": 0, "digest": "", "line": 0, "head": "", "since": nil, "other": false, "meeting": "16:00", "freeze": "15:50", "cases": []facts{}, "cases_n": 0, "cases_before": 0,
		"filed": 33, "due": 33, "on_time": 33, "overdue": []facts{}, "late": []facts{}, "awaiting": []facts{}, "missing": []facts{}, "more_missing": 0, "reminded": 4, "sheets": []facts{{"unit": w.unit, "filed": 14, "due": 14, "at": "14:50", "mark": "", "moved": false}},
		"figures": []facts{}, "zeros": []workgroup.Named{workgroup.Labels["fever"], workgroup.Labels["confirmed"]}, "untold": []facts{}, "doubts": []facts{}, "more_doubts": 0, "asked": []facts{}, "amended": []facts{}, "uncounted": []string{}, "stated": []facts{},
		"papers": []facts{}, "decisions": []facts{}, "decisions_n": 0, "changed": []facts{}, "notices": []facts{}, "tonight": []facts{}, "rota": false, "phone": w.phone}
	moment := facts{"at": "16:30", "on": day, "day": "today"}
	act := facts{"by": w.person, "at": moment}
	written := facts{"code": "0131-01", "date": day, "text": w.words[:min(len(w.words), 900)], "owner": workgroup.Named{}, "settled": false, "on": "", "until": "", "days": 0, "late": false, "recorded": false, "seen": nil, "done": nil, "result": "", "asked": false, "reopened": []facts{}, "owes": false, "among": 2, "revoked": false, "changes": []facts{}, "vague": "", "day": workgroup.Date(""), "parties": []facts{}, "received": false, "left": nil, "plea": nil, "added": nil}
	settled := with(written, "owner", w.unit, "settled", true, "on", workgroup.Date("2020-02-01"), "until", "18:00", "among", 0)
	decided := with(settled, "recorded", true, "until", "")
	overdue := with(decided, "seen", act, "late", true, "days", 2)
	changed := with(decided, "changes", w.changes()[:3])
	revoked := with(decided, "revoked", true, "changes", w.changes()[3:])
	other := workgroup.Named{Name: "后勤集团", English: "Logistics Group"}
	party := facts{"owner": w.unit, "seen": act, "done": nil, "result": ""}
	joint := with(decided, "owner", workgroup.Named{Name: w.unit.Name + "、后勤集团", English: w.unit.English + ", Logistics Group"}, "parties", []facts{party, with(party, "owner", other, "seen", nil)})
	plea := facts{"by": w.person, "phone": w.phone, "at": moment, "of": workgroup.PleaTime, "words": "办不完，请延期", "until": nil, "to": nil}
	dated := with(plea, "until", facts{"on": workgroup.Date("2020-02-03"), "until": "12:00"})
	objected := with(plea, "of", workgroup.PleaOwner, "words", "这事不归我们管")
	instead, trouble := with(objected, "to", other), with(plea, "of", workgroup.PleaTrouble, "words", "收到，但是有困难，人手不够")
	wonders := with(plea, "of", workgroup.PleaQuestion, "words", "锁要自己买吗？")
	reopened := with(decided, "owes", true, "reopened", []facts{{"by": w.person, "at": moment, "closed": w.person, "when": moment, "result": w.words[:min(len(w.words), 300)], "reason": ""}, {"by": w.person, "at": moment, "closed": w.person, "when": moment, "result": "已加锁", "reason": "门还没装"}})
	finished := with(overdue, "late", false, "done", act, "result", w.words[:min(len(w.words), 900)])
	frozen := with(draft, "version", 1, "at", "15:50", "digest", "1a2b3c4d", "line", 1234, "head", "9f8e7d6c", "cases", []facts{kase, with(kase, "in", false, "minutes", 75, "over", true, "holder", "", "told", []string{}, "untold", []string{"community", "cdc"}), with(kase, "closed", true, "untold", []string{})},
		"cases_n", 4, "cases_before", 1, "filed", 29, "on_time", 26, "overdue", few[:1], "late", few[:1], "awaiting", few[:1], "missing", contacts, "more_missing", 2,
		"sheets", []facts{{"unit": w.unit, "filed": 14, "due": 14, "at": "15:02", "mark": "late", "moved": true}, {"unit": w.unit, "filed": 30, "due": 33, "at": "", "mark": "", "moved": false}},
		"figures", []facts{figure, with(line("hubei", "now", "", 4), "compare", false, "change", 0, "split", []facts{}, "covered", 33, "due", 33, "left", []string{"0131-02"}, "parts", []facts{with(line("wuhan", "now", "", 1), "own", false, "covered", 33, "due", 33)})}, "untold", []workgroup.Named{workgroup.Labels["symptom"]},
		"doubts", []facts{doubt}, "more_doubts", 3, "asked", few[:1], "amended", few[:1], "uncounted", []string{"0131-02"}, "stated", []facts{{"unit": w.unit, "line": line("home_quarantine", "now", "", 0), "sum": 3, "given": true, "to": 5, "reason": "护理学院电话补报2人", "by": w.person, "at": "14:50"}}, "papers", []facts{{"date": day, "class": "important", "state": "review", "again": true}, {"date": day, "class": "ordinary", "state": "draft", "again": false}},
		"decisions", []facts{overdue, decided}, "decisions_n", 7, "changed", []facts{changed, revoked}, "notices", w.notices()["card/notice"][1:2], "tonight", tonight, "rota", true)
	since := facts{"version": 1, "zeros": 5, "at": "15:50", "filed": few[:1], "revised": few, "changes": []facts{with(line("home_quarantine", "now", "", 0), "before", 2, "after", 5), with(line("fever", "now", "", 0), "before", nil, "after", 0)},
		"cases": []facts{with(kase, "how", "new"), with(kase, "how", "changed", "verdict", "excluded"), with(kase, "how", "merged"), with(kase, "how", "changed")}, "stated": true}
	query := facts{"unit": w.unit, "line": line("home_quarantine", "now", "", 0), "group": "", "all": 6, "n": 6, "words": "", "at": "15:10", "people": []string{w.person + " " + w.phone}}
	points := []facts{}
	for _, p := range workgroup.Points {
		points = append(points, facts{"point": p, "notes": []string{w.words[:min(len(w.words), 150)]}, "decisions": []facts{}, "papers": []facts{}})
	}
	points[2]["decisions"] = []facts{with(decided, "added", act), settled, written, decided, overdue, finished, revoked}
	points[3]["papers"] = []facts{{"date": day, "class": "important", "state": "review", "again": true}}
	frame := []facts{{"frame": "form", "words": "视频会议"}, {"frame": "chair", "words": w.person}, {"frame": "present", "words": w.words[:min(len(w.words), 150)]}, {"frame": "absent", "words": ""}}
	meeting := facts{"date": day, "number": 1, "opened": "16:00", "by": "", "open": true, "closed": "", "pack": 2, "shared": false, "frame": frame, "points": points}
	shared := with(summary, "decisions", 2, "preview", false)
	refused := func(pairs ...any) []facts { return []facts{with(facts{}, pairs...)} }
	ask := func(what string) facts {
		return facts{"what": what, "code": "0131-01", "of": workgroup.PleaTime, "owner": w.unit}
	}
	of := func(pairs ...any) (all []facts) {
		for _, kind := range []workgroup.PleaKind{workgroup.PleaTime, workgroup.PleaOwner, workgroup.PleaTrouble, workgroup.PleaQuestion} {
			all = append(all, with(facts{"of": kind}, pairs...))
		}
		return all
	}
	askChange := func(what string) facts { return facts{"what": what, "code": "0131-01", "text": "加强门岗管理"} }
	owing := with(decided, "overdue", false, "people", []string{w.person + " " + w.phone})
	all := map[string][]facts{
		"card/meeting":       {meeting, with(meeting, "number", 2, "by", w.person, "pack", 0, "open", false, "closed", "16:40"), with(meeting, "open", false, "closed", "16:40", "shared", true)},
		"card/decision":      {reopened, with(decided, "plea", wonders), with(settled, "added", act), with(decided, "added", act), written, with(written, "among", 0), with(settled, "on", ""), with(settled, "on", "", "vague", "下班前", "day", day), with(settled, "on", "", "vague", "尽快"), settled, decided, with(decided, "owes", true), with(decided, "owes", true, "asked", true), with(overdue, "late", false, "owes", true, "received", true), with(overdue, "owes", true), finished, with(changed, "owes", true), with(decided, "owes", true, "received", true, "plea", plea), with(overdue, "plea", dated), with(decided, "plea", objected), with(decided, "plea", instead), with(decided, "plea", trouble), revoked, with(joint, "recorded", false, "parties", []facts{with(party, "seen", nil), with(party, "owner", other, "seen", nil)}), with(joint, "owes", true, "received", true), with(joint, "parties", []facts{with(party, "done", act, "result", "已备好20间"), party})},
		"say/meeting-begin":  {facts{"date": day}},
		"say/meeting-framed": {facts{"what": "present", "was": "于思霖", "now": "于思霖、许清朴", "moved": []string{"许清朴"}, "from": "absent", "replaced": false}, facts{"what": "form", "was": "会议", "now": "视频", "moved": []string{}, "from": "", "replaced": true}, facts{"what": "absent", "was": "", "now": "许清朴", "moved": []string{"许清朴", "于思霖"}, "from": "present", "replaced": true}}, "say/meeting-edited": {nil},
		"say/minutes":       {facts{"date": day, "decisions": 2, "open": 0, "mended": nil}, facts{"date": day, "decisions": 1, "open": 2, "mended": act}},
		"say/minutes-point": {facts{"point": "heard", "nth": 2, "was": "市里5号通告", "now": "市里6号通告", "open": true}, facts{"point": "arranged", "nth": 0, "was": "", "now": w.words, "open": false}, facts{"point": "heard", "nth": 0, "was": w.words, "now": "", "open": true}}, "refusal/minutes-which": {facts{"point": "heard", "n": 3}},
		"say/minutes-mend-which": {facts{"date": day, "n": 2, "words": "主持：于思霖"}},
		"say/minutes-mended":     {facts{"date": day, "number": 1, "open": false, "taken": false, "decided": 0, "lines": []facts{{"frame": "chair", "point": "", "words": w.person}, {"frame": "", "point": "heard", "words": w.words}}}, facts{"date": day, "number": 2, "open": true, "taken": false, "decided": 1, "lines": []facts{{"frame": "place", "point": "", "words": "行政楼三楼"}}}, facts{"date": day, "number": 1, "open": true, "taken": true, "decided": 4, "lines": []facts{{"frame": "place", "point": "", "words": "行政楼三楼"}}}},
		"say/meeting-still":      {facts{"opened": "16:00"}},
		"say/meeting-time":       {facts{"opened": "16:00"}}, "refusal/minutes-past": {facts{"date": day}},
		"say/decisions-unrecorded":   {facts{"date": day, "lines": []facts{{"code": "0131-01", "text": w.words, "by": w.person}, {"code": "0131-02", "text": "加强门岗管理", "by": w.person}}}},
		"say/meeting-shared":         {shared, with(shared, "preview", true, "decisions", 0)},
		"say/decision-heard":         {facts{"lines": []facts{decided}}, facts{"lines": []facts{decided, overdue}}},
		"say/decisions-all-recorded": {nil}, "say/meeting-who": {facts{"at": "16:00", "yours": true, "phone": ""}, facts{"at": "16:00", "yours": false, "phone": w.phone}},
		"say/decisions-again":   {facts{"codes": []string{"0131-01"}}, facts{"codes": []string{"0131-01", "0131-02"}}},
		"say/decisions-lacking": {facts{"n": 3, "lines": []facts{{"code": "0131-01", "text": w.words, "owner": true, "when": true, "day": workgroup.Date(""), "vague": ""}, {"code": "0131-02", "text": w.words, "owner": false, "when": true, "day": day, "vague": "下班前"}}}, facts{"n": 2, "lines": []facts{{"code": "0131-01", "text": w.words, "owner": false, "when": true, "day": workgroup.Date(""), "vague": ""}}}},
		"say/minutes-which":     {facts{"date": day, "n": 2}}, "button/minutes-of": {facts{"number": 1}}, "refusal/minutes-later": {nil}, "refusal/no-minutes": {facts{"date": day}},
		"say/decision-settle-maybe": {facts{"words": w.words, "of": workgroup.PleaTime, "decisions": []facts{settled, decided}}}, "button/decision-code": {decided},
		"say/decisions-dropped":      {facts{"lines": []facts{{"code": "0131-01", "text": w.words}, {"code": "0131-02", "text": "加强门岗管理"}}}},
		"say/no-such-date":           {facts{"words": "2月30日"}},
		"say/decision-result-maybe":  {facts{"words": w.words, "decisions": []facts{settled}}, facts{"words": w.words, "decisions": []facts{settled, decided}}},
		"say/decision-result-report": {facts{"words": w.words, "decisions": []facts{settled}}, facts{"words": w.words, "decisions": []facts{settled, decided}}},
		"button/decision-no-result":  {facts{"several": false}, facts{"several": true}}, "toast/decision-no-result": {nil},
		"say/decision-changed":    {with(changed, "change", w.changes()[0], "theirs", true), with(changed, "change", w.changes()[1], "theirs", false), with(revoked, "change", w.changes()[3], "theirs", true)},
		"say/decision-change-ask": {askChange("owner"), askChange("when"), askChange("text"), askChange("revoke"), askChange("reason")}, "button/decision-change-no": {decided},
		"refusal/decision-time": {facts{"words": "下周", "vague": "", "day": workgroup.Date("")}, facts{"words": "尽快", "vague": "尽快", "day": workgroup.Date("")}, facts{"words": "明天下班前", "vague": "下班前", "day": day}}, "button/decision-hour": {facts{"hour": "17:30"}},
		"refusal/decision-same": refused("code", "0131-01"), "refusal/decision-why": {nil}, "refusal/decision-revoked": refused("code", "0131-01", "by", w.person, "at", moment, "reason", "与上级通知重复"),
		"say/decision-sure":        {facts{"code": "0131-01", "was": w.words[:min(len(w.words), 150)], "now": "每日三次", "reason": "上级有新要求"}},
		"say/decision-change-left": {facts{"code": "0131-01", "sure": false}, facts{"code": "0131-01", "sure": true}},
		"say/decision-ask":         {ask("owner"), ask("when"), ask("result"), ask("plead"), ask("refuse"), with(ask("refuse"), "of", workgroup.PleaOwner), with(ask("refuse"), "of", workgroup.PleaTrouble), with(ask("refuse"), "of", workgroup.PleaQuestion)},
		"say/decision-owing":       {owing, with(owing, "overdue", true, "plea", instead), with(owing, "overdue", true, "people", []string{})},
		"say/decision-plea":        {with(decided, "plea", plea, "again", false), with(settled, "plea", with(dated, "phone", ""), "again", true), with(decided, "plea", objected, "again", false), with(decided, "plea", instead, "again", true), with(decided, "plea", trouble, "again", false), with(decided, "plea", trouble, "again", true), with(decided, "plea", wonders, "again", false), with(decided, "plea", wonders, "again", true)},
		"say/decision-pleaded":     {with(decided, "plea", plea, "to", []string{w.person, w.person}, "duty", w.phone), with(decided, "plea", dated, "to", []string{}, "duty", w.phone), with(decided, "plea", instead, "to", []string{w.person}, "duty", w.phone), with(decided, "plea", objected, "to", []string{}, "duty", w.phone), with(decided, "plea", trouble, "to", []string{w.person}, "duty", w.phone), with(decided, "plea", wonders, "to", []string{w.person}, "duty", w.phone), with(decided, "plea", wonders, "to", []string{}, "duty", "")},
		"say/decision-reopened":    {reopened}, "button/decision-answer": {nil}, "button/decision-reopen": {nil}, "refusal/decision-office": refused("code", "0131-01"), "refusal/decision-goes-on": refused("code", "0131-01"),
		"say/decision-progress-maybe": {facts{"words": w.words, "decisions": []facts{settled}}, facts{"words": w.words, "decisions": []facts{settled, decided}}},
		"say/decision-progress":       {with(settled, "by", w.person, "phone", w.phone, "words", w.words), with(settled, "by", w.person, "phone", "", "words", w.words)}, "say/decision-progress-told": {with(settled, "to", []string{w.person, w.person}), with(settled, "to", []string{})},
		"say/decision-plea-answered": {with(settled, "of", workgroup.PleaQuestion, "granted", false, "by", w.person, "why", "不用，后勤有", "theirs", true), with(settled, "of", workgroup.PleaTime, "granted", true, "by", w.person, "why", "物资未到", "theirs", true), with(settled, "of", workgroup.PleaTime, "granted", false, "by", w.person, "why", "上级限期", "theirs", true), with(settled, "of", workgroup.PleaTime, "granted", false, "by", w.person, "why", "上级限期", "theirs", false), with(settled, "of", workgroup.PleaOwner, "granted", false, "by", w.person, "why", "食堂是你们管的", "theirs", true), with(settled, "of", workgroup.PleaTrouble, "granted", false, "by", w.person, "why", "团委派人帮忙", "theirs", true)},
		"say/decision-plea-maybe":    append(of("words", w.words, "decisions", []facts{settled}), of("words", w.words, "decisions", []facts{settled, decided})...),
		"button/decision-grant":      {facts{"on": workgroup.Date("2020-02-03"), "until": "12:00"}, facts{"on": workgroup.Date("2020-02-03"), "until": ""}}, "button/decision-plead-no": of("code", "0131-01"), "button/decision-hand": {facts{"owner": other}}, "button/decision-keep": {facts{"owner": w.unit}}, "button/decision-hold": {nil}, "refusal/own-plea": {nil},
		"say/decision-done":    {with(finished, "by", w.person), with(finished, "by", w.person, "late", true), with(finished, "by", w.person, "left", other)},
		"say/decision-beside":  {facts{"code": "0131-01", "words": w.words}},
		"say/decision-unknown": {facts{"code": "0131-01", "unknown": []string{"校医院", "保健科"}, "among": 1}, facts{"code": "0131-01", "unknown": []string{"校医院"}, "among": 0}}, "button/decision-together": {nil},
		"say/decisions":         {facts{"lines": []facts{overdue, decided}, "more": 3, "all": true, "unrecorded": 2}, facts{"lines": []facts{}, "more": 0, "all": false, "unrecorded": 0}, facts{"lines": []facts{}, "more": 0, "all": true, "unrecorded": 1}},
		"toast/meeting-end":     {facts{"n": 1, "typed": false}, facts{"n": 2, "typed": false}, facts{"n": 2, "typed": true}},
		"button/decision-owner": {facts{"owner": w.unit}}, "button/decision-day": {facts{"date": day}}, "button/decision-see-no": {decided}, "button/decision-finish-no": {decided},
		"refusal/meeting-unsettled": refused("codes", []string{"0131-01", "0131-02"}), "refusal/meeting-shared": refused("by", w.person, "at", moment),
		"refusal/decision-stands": refused("code", "0131-01"), "refusal/decision-undone": refused("code", "0131-01"), "refusal/decision-whom": {facts{"words": w.words, "n": 0}, facts{"words": w.words, "n": 2}},
		"refusal/decision-empty": {facts{"several": false}, facts{"several": true}},
		"refusal/decision-seen":  refused("by", w.person, "at", moment), "refusal/decision-over": refused("code", "0131-01", "by", w.person, "result", w.words), "refusal/decision-others": refused("owner", w.unit),
	}
	for _, code := range []workgroup.RefusalCode{workgroup.NoMeeting, workgroup.MeetingGoesOn, workgroup.NoGroup, workgroup.DecisionOwner, workgroup.DecisionWhen} {
		all["refusal/"+string(code)] = []facts{nil}
	}
	maps.Copy(all, map[string][]facts{
		"say/pack":                {with(draft, "waiting", w.waiting()), with(draft, "other", true, "version", 1, "at", "15:50"), with(frozen, "other", true), draft, frozen, with(frozen, "version", 2, "since", since, "tonight", []facts{}), with(draft, "version", 2, "since", with(since, "filed", []facts{}, "changes", []facts{}, "cases", []facts{}), "tonight", []facts{}, "meeting", "")},
		"say/pack-answers":        {facts{"date": day, "freeze": "15:50", "lines": []facts{query, with(query, "words", w.words, "group", "student", "n", workgroup.Unsaid)}}, facts{"date": day, "freeze": "", "lines": []facts{query}}},
		"toast/annexed":           {facts{"n": 2}, facts{"n": 0}},
		"refusal/no-pack":         {facts{"date": day}},
		"refusal/no-pack-version": {facts{"date": day, "version": 3, "last": 1}, facts{"date": day, "version": 3, "last": 2}, facts{"date": day, "version": 1, "last": 0}},
		"refusal/pack-not-yours":  {nil},
	})
	all["say/decided"] = []facts{facts{"date": workgroup.Date("2020-01-31"), "lines": []facts{overdue, with(decided, "result", "宿舍已全部消毒")}, "more": 1, "others": 2}, facts{"date": workgroup.Date("2020-01-31"), "lines": []facts{decided}, "more": 0, "others": 0}}
	return all
}
