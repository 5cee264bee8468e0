package bot

import (
	"slices"
	"strconv"
	"time"

	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// mostChanges is how many changes of people, and as many consequences, are read back one by one.
const mostChanges = 30

// previewStaffing shows a change of people with what follows from it, or asks what is not clear: nothing counts before 「确认变更」.
func (bot *Bot) previewStaffing(b workgroup.Book, p workgroup.Person, s workgroup.Staffing, now time.Time) {
	l := workgroup.Letter{Lane: "talk", Written: now, About: workgroup.Ref{Object: "staffing/" + s.Key(), Version: s.Version}}
	if s.Ask != nil {
		l.Text, l.Facts = "say/staff-ask", s.Ask.Facts
		for i, o := range s.Ask.Can {
			l.Buttons = append(l.Buttons, []workgroup.Button{{Label: o.Label, Facts: o.Facts, Verb: "whichstaff", Object: s.Key() + "/" + strconv.Itoa(i)}})
		}
		l.Buttons = append(l.Buttons, []workgroup.Button{{Label: "button/rota-no", Verb: "nostaff", Object: s.Key()}})
		bot.College.Tell(b, p, l)
		return
	}
	left, doubts, out := []workgroup.Facts{}, []workgroup.Facts{}, map[int]bool{}
	for _, f := range s.Faults {
		fault := workgroup.Facts{"line": f.Line, "kind": "fault/" + string(f.Code), "facts": f.Facts}
		if f.Out {
			left, out[f.Line] = append(left, fault), true
		} else {
			doubts = append(doubts, fault)
		}
	}
	all := s.Follows(bot.College, b, now)
	first := slices.IndexFunc(all, func(d workgroup.Difference) bool { return !d.Alarming() })
	if first < 0 {
		first = len(all)
	}
	changes, follows := workgroup.DifferenceFacts(s.Differences(b)), workgroup.DifferenceFacts(all[first:])
	l.Text, l.Facts = "say/staff-preview", workgroup.Facts{"source": s.Source, "anew": s.Version > 0, "alarms": workgroup.DifferenceFacts(all[:first]), "n": len(s.Changes), "out": len(out),
		"more": max(0, len(changes)-mostChanges), "more_follows": max(0, len(follows)-mostChanges),
		"more_faults": max(0, len(left)-mostFaults) + max(0, len(doubts)-mostFaults),
		"changes":     changes[:min(mostChanges, len(changes))], "follows": follows[:min(mostChanges, len(follows))],
		"left": left[:min(mostFaults, len(left))], "doubts": doubts[:min(mostFaults, len(doubts))]}
	if len(s.Changes) > 0 {
		l.Buttons = [][]workgroup.Button{{{Label: "button/staff-yes", Verb: "staff", Object: s.Key(), Version: s.Version}, {Label: "button/rota-no", Verb: "nostaff", Object: s.Key()}}}
	}
	bot.College.Tell(b, p, l)
}

// ProposePeople holds sheets of people against the roster.
func (bot *Bot) ProposePeople(b workgroup.Book, by workgroup.Person, source string, sheets []errand.Sheet, now time.Time) workgroup.Staffing {
	var postings []workgroup.Posting
	var faults []workgroup.RotaFault
	reader := bot.peopleReader(b)
	for _, s := range sheets {
		name := s.Name
		if len(sheets) == 1 {
			name = "" // its lines need no name of a sheet
		}
		read, wrong := reader.Sheet(name, s.Rows)
		postings, faults = append(postings, read...), append(faults, wrong...)
	}
	return bot.College.ProposeStaffing(b, by, source, postings, faults, now)
}
