package bot

import (
	"slices"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// countsHard tells whether figures count anybody of what the one-hour rule is about, in whatever part; most never do.
func countsHard(f workgroup.Figures) bool {
	for k, n := range f {
		if base, _, _ := k.Parts(); n != 0 && slices.Contains(workgroup.HardItems, base) {
			return true
		}
	}
	return false
}

// risen are the keys of what the one-hour rule is about of which a unit's figures count more people than the day before, and than it had
// filed that day.
func (t *turn) risen(before workgroup.Standing, date workgroup.Date, unit workgroup.UnitID, f workgroup.Figures) []workgroup.Key {
	yesterday, _ := workgroup.FiledOn(t.b, date.Add(-1), unit)
	return slices.DeleteFunc(workgroup.HardKeys(f, yesterday.Figures), func(k workgroup.Key) bool { return before.Revision > 0 && counted(f, k) <= counted(before.Figures, k) })
}

// counted are the people that figures count of what a key is about.
func counted(f workgroup.Figures, k workgroup.Key) int {
	fresh, _ := f.Said(k.As(workgroup.New))
	now, _ := f.Said(k.As(workgroup.Now))
	return max(fresh, now)
}

// alarmHard wakes the office and the duty staff for figures just filed that the one-hour rule is about, and begins an urgent report; what the
// unit had filed before is not told again. Where a case of the unit is open that the figures belong to, they are added to it; where they count
// more people than its cases are of, it is asked whether somebody is new.
func (t *turn) alarmHard(before workgroup.Standing, report workgroup.Report) {
	object := workgroup.StandingKey(report.Date, report.Unit)
	keys := t.risen(before, report.Date, report.Unit, report.Figures)
	switch alarmed := workgroup.Alarms.Has(t.b, object); {
	case len(keys) == 0, report.Date != t.today(), alarmed && before.Revision == 0:
		return
	case alarmed:
		object += "/" + words(report.Revision)
	}
	whose, settles, asked := t.whoseAsked(report)
	switch {
	case settles:
		t.answersAside(whose.Source) // the confirmation is the answer
	case asked:
		return // it rings by itself
	}
	figures := t.inWords(report.Date, report.Figures, keys)
	// Each kind that no open case is of is a case of its own.
	var fresh []string
	for _, k := range keys {
		base, _, _ := k.Parts()
		if !t.countsMore(report, k, figures) && !t.linked(report, workgroup.KindsHeard[base], figures) {
			fresh = append(fresh, base)
		}
	}
	if len(fresh) == 0 {
		t.toast("toast/case-linked", true, workgroup.Facts{"phone": t.dutyPhone()})
		return
	}
	how, told := t.alarm(object, report.Unit, figures)
	t.call(ofFigures(report.Unit, report.Figures, keys, fresh), figures, object)
	if t.press == nil {
		t.answerUrgent(how, told)
		return
	}
	t.toast("toast/alarmed", true, workgroup.Facts{"phone": t.dutyPhone(), "unreached": told == 0})
}

// inWords are some of a day's figures in the college's language.
func (t *turn) inWords(date workgroup.Date, f workgroup.Figures, keys []workgroup.Key) string {
	said := workgroup.Figures{}
	for _, k := range keys {
		said[k] = f[k]
	}
	var words []string
	for _, line := range t.Lines(t.College.FormOn(date), said, false) {
		if one, err := t.Texts.Plain(t.College.Language, "part/line", line); err == nil {
			words = append(words, one)
		}
	}
	return strings.Join(words, "；")
}

// ofFigures is the urgent report that figures make, of the kinds that are in no case yet.
func ofFigures(unit workgroup.UnitID, f workgroup.Figures, keys []workgroup.Key, fresh []string) understand.Reading {
	fields := map[string]int{}
	for _, k := range keys {
		fields[string(k)] = int(f[k])
	}
	return understand.Reading{UrgentType: fresh[0], Further: fresh[1:], Unit: string(unit), Fields: fields}
}

// casesOf are the open cases of today that figures of a unit may belong to: of that kind, or of one not said yet.
func (t *turn) casesOf(unit workgroup.UnitID, kind workgroup.CaseKind) []workgroup.Case {
	return those(workgroup.Running(t.b), func(k workgroup.Case) bool {
		return k.Unit == unit && (k.Kind == kind || k.Kind == "") && t.now.Sub(k.Opened) < workgroup.Near && !k.Settled()
	})
}

// callOf is the urgent report that the sender is making, where figures of a unit may belong to it.
func (t *turn) callOf(unit workgroup.UnitID) (workgroup.Call, bool) {
	call, ok := workgroup.Calls.Get(t.b, t.deskOwner())
	return call, ok && (call.Unit == unit || call.Unit == "")
}

// linked adds figures to the open case or call of today that they belong to, and rings who has it; false: there is none. What their own words
// told is before any other.
func (t *turn) linked(report workgroup.Report, kind workgroup.CaseKind, figures string) bool {
	of := func(words string) bool {
		return slices.ContainsFunc(report.Sources, func(s workgroup.Source) bool { return s.Text != "" && s.Text == words })
	}
	open := t.casesOf(report.Unit, kind)
	if own := those(open, func(k workgroup.Case) bool { return of(told(k).Words) }); len(own) > 0 {
		open = own
	}
	call, making := t.callOf(report.Unit)
	switch {
	case len(open) > 0 && !(making && of(call.Words)):
		t.College.Link(t.b, open[0], t.remark(figures, t.now), t.now)
	case !making:
		return false
	case slices.Contains(call.Further, kind): // reported right after it
	case call.Kind != kind && call.Kind != "":
		return false
	default:
		t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Kind: kind, Unit: report.Unit, Words: figures}, t.now)
	}
	return true
}

// countsMore asks, where figures count more people than the open cases of their kind are of, and none is being reported, whether somebody is new; it rings
// meanwhile. False: they do not.
func (t *turn) countsMore(report workgroup.Report, key workgroup.Key, figures string) bool {
	base, _, _ := key.Parts()
	open := t.casesOf(report.Unit, workgroup.KindsHeard[base])
	if _, making := t.callOf(report.Unit); making || len(open) == 0 || t.privateChat() == 0 || counted(report.Figures, key) <= t.peopleOf(open, key) {
		return false
	}
	r := t.read(figures, understand.Context{})
	r.Unit = string(report.Unit)
	t.newsOf(workgroup.StandingKey(report.Date, report.Unit)+"/"+words(report.Revision), open[len(open)-1], understand.MaybeAnother, r, figures, false)
	return true
}

// peopleOf are the people of whom some cases are, as far as their words count what a key is about: at least one of each.
func (t *turn) peopleOf(cases []workgroup.Case, key workgroup.Key) (people int) {
	for _, k := range cases {
		most := 1
		for _, r := range k.Remarks {
			most = max(most, t.countedIn(r.Text, key))
		}
		people += most
	}
	return people
}

// countedIn are the people that words count of what a key is about.
func (t *turn) countedIn(words string, key workgroup.Key) int {
	said := workgroup.Figures{}
	for k, n := range t.read(words, understand.Context{}).Fields {
		said[workgroup.Key(k)] = workgroup.Count(n)
	}
	return counted(said, key)
}

// ringsUnconfirmed has figures of the one-hour rule that are read back ring by themselves where their head does not confirm them in time, as words
// that tell of a case do. What was rung for in words, what is reported already, and what they count no more, does not.
func (t *turn) ringsUnconfirmed(d workgroup.Draft, unit workgroup.Unit) {
	alarmed := slices.ContainsFunc(d.Sources, func(s workgroup.Source) bool {
		return workgroup.Alarms.Has(t.b, workgroup.SourceKey(s.Chat, s.Message))
	})
	if alarmed || d.NotNew || !d.ReadsBack() || d.Date != t.today() || d.Person != t.person.ID || d.From != "" {
		return
	}
	if !countsHard(d.Figures) {
		t.answersAside(d.Key())
		return
	}
	before, _ := workgroup.FiledOn(t.b, d.Date, d.Unit)
	f := t.College.Settled(d, unit)
	call, making := t.callOf(d.Unit)
	var keys []workgroup.Key
	var fresh []string
	for _, k := range t.risen(before, d.Date, d.Unit, f) {
		base, _, _ := k.Parts()
		kind := workgroup.KindsHeard[base]
		reported := making && (call.Kind == kind || call.Kind == "" || slices.Contains(call.Further, kind))
		if !reported && counted(f, k) > t.peopleOf(t.casesOf(d.Unit, kind), k) {
			keys, fresh = append(keys, k), append(fresh, base)
		}
	}
	switch _, rings := workgroup.AskedAside(t.b, d.Key()); {
	case len(keys) == 0:
		t.answersAside(d.Key())
	case !rings:
		t.asksAside(ofFigures(d.Unit, f, keys, fresh), t.inWords(d.Date, f, keys), d.Key())
	}
}

// notNew keeps figures of the one-hour rule from ringing while they wait for their word: their writer was asked about the message they stand in, and says
// that nobody is a new case.
func (t *turn) notNew(source string) {
	var asked []workgroup.Draft
	for d := range workgroup.Drafts.Each(t.b, string(t.today())+"/") {
		if d.Person == t.person.ID && slices.ContainsFunc(d.Sources, func(s workgroup.Source) bool { return maybeKey(workgroup.SourceKey(s.Chat, s.Message)) == source }) {
			asked = append(asked, d)
		}
	}
	for _, d := range asked {
		d.NotNew = true
		t.answersAside(d.Key())
		t.talk(d, false)
	}
}
