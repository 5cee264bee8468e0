package text_test

import "fangkong/store/workgroup"

// care are the facts of the texts about the bot's own state.
func (w world) care() map[string][]facts {
	day := workgroup.Date("2020-01-30")
	newest := facts{"at": "03:00", "on": day, "day": "yesterday"}
	var failed []facts
	for i, why := range workgroup.BackupFailures {
		f := facts{"why": why, "newest": nil}
		if i%2 == 0 {
			f["newest"] = newest
		}
		failed = append(failed, f)
	}
	gaps := []facts{{"rung": 1, "roles": []string{"duty"}, "names": []string{w.person, w.person}}, {"rung": 3, "roles": []string{"director", "staff"}, "names": []string{}}}
	good := []facts{{"what": "token", "good": true, "refused": false}, {"what": "group", "good": true, "state": "", "id": "-1001234567890"}, {"what": "rights", "good": true, "admin": true, "pin": true, "delete": true}, {"what": "privacy", "good": true},
		{"what": "clock", "good": true, "known": true, "seconds": 1, "ahead": false}, {"what": "clock", "good": true, "known": false, "seconds": 0, "ahead": false}, {"what": "disk", "good": true, "free": 20480, "need": 200},
		{"what": "backup", "good": true, "newest": newest}, {"what": "updates", "good": true, "polled": newest, "heard": newest}, {"what": "updates", "good": true, "polled": newest, "heard": nil},
		{"what": "outbox", "good": true, "minutes": 0}, {"what": "outbox", "good": true, "minutes": 3}, {"what": "ladder", "good": true, "gaps": []facts{}, "rungs": 4}}
	bad := []facts{{"what": "token", "good": false, "refused": true}, {"what": "token", "good": false, "refused": false}}
	for _, state := range []string{"none", "outside", "unasked", "moved", "settings"} {
		bad = append(bad, facts{"what": "group", "good": false, "state": state, "id": "-1001234567890"})
	}
	bad = append(bad, facts{"what": "rights", "good": false, "admin": false, "pin": false, "delete": false}, facts{"what": "rights", "good": false, "admin": true, "pin": false, "delete": false},
		facts{"what": "rights", "good": false, "admin": true, "pin": true, "delete": false}, facts{"what": "privacy", "good": false},
		facts{"what": "clock", "good": false, "known": true, "seconds": 125, "ahead": true}, facts{"what": "clock", "good": false, "known": true, "seconds": 125, "ahead": false}, facts{"what": "disk", "good": false, "free": 20, "need": 200},
		facts{"what": "backup", "good": false, "newest": nil}, facts{"what": "backup", "good": false, "newest": newest}, facts{"what": "updates", "good": false, "polled": newest, "heard": newest},
		facts{"what": "outbox", "good": false, "minutes": 14}, facts{"what": "ladder", "good": false, "gaps": gaps, "rungs": 4})
	paper := func(what string) facts {
		return facts{"paper": what, "from": workgroup.Date("2020-01-27"), "date": day, "at": "15:05", "filed": 31, "due": 33, "drafters": []workgroup.Named{}}
	}
	return map[string][]facts{"say/backup-failed": failed, "say/paper": {paper("workbook"), paper("week"), paper("attendance"), paper("trend"), paper("report"), with(paper("report"), "drafters", []workgroup.Named{{Name: w.person}, {Name: w.person}}), facts{"paper": "register", "year": "2020", "n": 3}, with(paper("own"), "unit", w.unit)}, "say/paper-failed": {paper("workbook"), paper("week"), paper("report"), paper("trend"), paper("official"), paper("minutes"), paper("own"), facts{"paper": "register", "date": "2020"}}, "toast/paper-coming": {nil},
		"button/paper-attendance": {nil}, "button/paper-trend": {nil}, "button/paper-workbook": {nil}, "button/paper-report": {nil},
		"say/doctor":     {facts{"at": "13:30", "good": true, "lines": good}, facts{"at": "13:30", "good": false, "lines": append(bad, good...)}},
		"say/self-check": {facts{"at": "13:30", "good": true, "lines": []facts{}}, facts{"at": "13:30", "good": false, "lines": bad}}}
}
