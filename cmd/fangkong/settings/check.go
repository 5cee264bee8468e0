package settings

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/understand"
	"fangkong/schedule"
	"fangkong/store/workgroup"
)

// mostQuestions is what a head is asked at most before anything is not zero.
const mostQuestions = 9

// Check names the faults of meaning of both files.
func Check(s Settings, r Roster) Faults { return append(s.Check(), r.Check()...) }

// Examine reads and checks both files. Faults of meaning that only follow from something unread are left out.
func Examine(config, roster string) (Settings, Roster, Faults) {
	s, faults := Load(config)
	if !faults.Broken() {
		faults = append(faults, s.Check().without(faults)...).sorted()
	}
	r, more := LoadRoster(roster)
	if !more.Broken() {
		more = append(more, r.Check().without(more)...).sorted()
	}
	return s, r, append(faults, more...)
}

// Check names the faults of meaning of the settings alone.
func (s Settings) Check() Faults {
	r := reading{file: s.file, lines: s.lines}
	c := s.College
	if c.Name == "" {
		r.fault("name", NameMissing, nil)
	}
	if c.DutyPhone == "" {
		r.fault("duty_phone", DutyPhoneMissing, nil)
	}
	if _, err := schedule.NewDay(s.Zone, nil); err != nil {
		r.fault("zone", ZoneUnknown, map[string]string{"zone": s.Zone})
	}
	if !slices.Contains(workgroup.Languages, c.Language) {
		r.fault("language", LanguageUnknown, map[string]string{"language": string(c.Language), "known": listed(workgroup.Languages)})
	}
	if c.Group > 0 {
		r.fault("group.id", GroupPositive, map[string]string{"id": strconv.FormatInt(c.Group, 10)})
	}
	r.times(s)
	for _, one := range []struct{ path, time, like string }{{"backup.at", s.Backup.At, backupOtherwise}, {"watch.check", s.SelfCheck, checkOtherwise}} {
		if _, err := schedule.NewDay(c.Zone.String(), map[string]string{one.path: one.time}); err != nil {
			r.fault(one.path, TimeBad, map[string]string{"time": one.time, "like": one.like})
		}
	}
	r.recipients(c.Recipients)
	if _, err := time.Parse("15:04", c.SentBy); err != nil {
		r.fault("sent_by", TimeBad, map[string]string{"time": c.SentBy, "like": workgroup.UsuallySentBy})
	}
	r.forms(c.Forms)
	r.ladder(c.Ladder)
	r.notices(c.Notices)
	r.waits(c.Waits)
	return r.faults.sorted()
}

// times holds each time against what a time is, and the readable ones against the order of the day.
func (r *reading) times(s Settings) {
	zone := zoneOf(s.Zone)
	from, days := time.Date(2020, time.January, 1, 0, 0, 0, 0, zone), 1
	// A time of day is the same on every date. A leap year has every date and weekday that an expression can mean.
	for _, text := range s.Times {
		if strings.Contains(text, " ") {
			days = 366
		}
	}
	readable, dates := map[string]string{}, map[workgroup.Date]map[workgroup.StepName]time.Time{}
	for _, step := range workgroup.StepNames {
		text := s.Times[string(step)]
		facts := map[string]string{"time": text, "like": timesOtherwise[step]}
		day, err := schedule.NewDay(zone.String(), map[string]string{string(step): text})
		if err != nil {
			r.fault("times."+string(step), TimeBad, facts)
			continue
		}
		readable[string(step)] = text
		m, ok := day.Next(from.Add(-time.Nanosecond)) // midnight is of the date that begins with it
		for ; ok && m.At.Before(from.AddDate(0, 0, days)); m, ok = day.Next(m.At) {
			date := workgroup.DateOf(m.At)
			if dates[date] == nil {
				dates[date] = map[workgroup.StepName]time.Time{}
			}
			if !dates[date][step].IsZero() {
				r.fault("times."+string(step), TimeOften, facts)
				delete(readable, string(step)) // no deadline to miss on other dates
				break
			}
			dates[date][step] = m.At
		}
	}
	for d := range days {
		if r.order(dates[workgroup.DateOf(from.AddDate(0, 0, d))], readable) {
			return
		}
	}
}

// order tells whether the steps of one date are not what they must be: one after the other, and both deadlines there.
// Without a deadline nobody could be on time.
func (r *reading) order(at map[workgroup.StepName]time.Time, texts map[string]string) bool {
	before, found := workgroup.StepName(""), false
	for _, step := range workgroup.StepNames {
		text, readable := texts[string(step)]
		deadline := step == workgroup.StepUnits || step == workgroup.StepLeads
		switch {
		case at[step].IsZero() || !readable:
			if readable && deadline {
				r.fault("times."+string(step), TimeNotDaily, map[string]string{"time": text, "like": timesOtherwise[step]})
				found = true
			}
			continue
		case before != "" && !at[step].After(at[before]):
			r.fault("times."+string(step), TimesOrder, map[string]string{
				"step": string(step), "time": text, "before": string(before), "than": texts[string(before)],
				"order": strings.ReplaceAll(listed(workgroup.StepNames), ", ", " < ")})
			found = true
		}
		before = step
	}
	return found
}

// recipients checks that each authority has a name of its own, and a time that is one.
func (r *reading) recipients(all []workgroup.Recipient) {
	seen := map[string]bool{}
	for i, one := range all {
		path := fmt.Sprintf("recipients[%d]", i)
		switch {
		case one.Name == "":
			r.fault(path+".name", RecipientNameless, nil)
		case seen[one.Name]:
			r.fault(path+".name", RecipientTwice, map[string]string{"name": one.Name})
		}
		seen[one.Name] = true
		if _, err := time.Parse("15:04", one.By); one.By != "" && err != nil {
			r.fault(path+".by", TimeBad, map[string]string{"time": one.By, "like": "17:00"})
		}
	}
}

var keyShape = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func (r *reading) forms(forms []workgroup.Form) {
	if len(forms) == 0 {
		r.fault("form", FormEmpty, nil)
	}
	for i, f := range forms {
		path := fmt.Sprintf("form[%d]", i)
		if !f.From.Valid() {
			r.fault(path+".from", FormDate, map[string]string{"from": string(f.From)})
		}
		if f.Version < 1 {
			r.fault(path+".version", FormVersion, map[string]string{"version": strconv.Itoa(f.Version)})
		}
		if i > 0 && (f.Version <= forms[i-1].Version || f.From <= forms[i-1].From) {
			r.fault(path+".version", FormOrder, map[string]string{"version": strconv.Itoa(f.Version), "before": strconv.Itoa(forms[i-1].Version)})
		}
		if len(f.Items) == 0 {
			r.fault(path+".items", FormEmpty, nil)
			continue
		}
		r.questions(path, f)
		for j := range f.Items {
			r.item(fmt.Sprintf("%s.items[%d]", path, j), f, j)
		}
	}
}

// questions counts what each kind of unit is asked.
func (r *reading) questions(path string, f workgroup.Form) {
	for _, kind := range workgroup.UnitKinds {
		switch n := len(f.For(kind)); {
		case n == 0:
			r.fault(path+".items", FormKindEmpty, map[string]string{"kind": string(kind)})
		case n > mostQuestions:
			r.fault(path+".items", QuestionsMany, map[string]string{"kind": string(kind), "n": strconv.Itoa(n), "most": strconv.Itoa(mostQuestions)})
		}
	}
}

func (r *reading) item(path string, f workgroup.Form, j int) {
	item := f.Items[j]
	base, measure, group := item.Key.Parts()
	key := map[string]string{"key": string(item.Key)}
	// Only a stock or a plain count can be a question: a flow alone would leave what there is now unsaid.
	switch {
	case !keyShape.MatchString(string(item.Key)), group != workgroup.Everybody, measure != workgroup.Now && measure != workgroup.Plain:
		r.fault(path+".key", ItemKey, key)
	case len(item.Key) > mostOfKey:
		r.long(path+".key", ItemLong, "key", string(item.Key), mostOfKey)
	case slices.ContainsFunc(f.Items[:j], func(i workgroup.Item) bool { b, _, _ := i.Key.Parts(); return b == base }):
		r.fault(path+".key", ItemTwice, key)
	}
	if item.Label.Name == "" {
		r.fault(path+".label", LabelMissing, key)
	}
	for _, other := range f.Items[:j] {
		if item.Label.Name != "" && other.Label.Name == item.Label.Name && other.Key != item.Key {
			r.fault(path+".label", LabelTwice, map[string]string{"key": string(item.Key), "other": string(other.Key), "label": item.Label.Name})
		}
	}
	for n, w := range item.Words {
		r.word(fmt.Sprintf("%s.words[%d]", path, n), w, base, f.Items[:j])
	}
	for n, d := range item.Details {
		at := fmt.Sprintf("%s.details[%d]", path, n)
		_, _, group := d.Parts()
		switch {
		case d == item.Key || slices.Contains(item.Details[:n], d):
			r.fault(at, ItemTwice, map[string]string{"key": string(d)})
		case group != workgroup.Everybody || f.LabelOf(d).Name == "":
			r.fault(at, DetailUnknown, map[string]string{"key": string(d), "like": string(item.Key.As(workgroup.New))})
		}
	}
	for n, kind := range item.Kinds {
		if !slices.Contains(workgroup.UnitKinds, kind) {
			r.fault(fmt.Sprintf("%s.kinds[%d]", path, n), KindUnknown, map[string]string{"kind": string(kind), "known": listed(workgroup.UnitKinds)})
		}
	}
	if len(item.Checks) == 0 {
		r.fault(path+".checks", ChecksNone, nil)
	}
	for n, check := range item.Checks {
		if !slices.Contains(workgroup.AllChecks, check) {
			r.fault(fmt.Sprintf("%s.checks[%d]", path, n), CheckUnknown, map[string]string{"check": string(check), "known": listed(workgroup.AllChecks)})
		}
	}
}

// word checks a further word for an item: one that says something else already would change what everybody's sentences mean.
func (r *reading) word(at, word, base string, before []workgroup.Item) {
	facts := map[string]string{"word": word}
	means := understand.Meaning(word)
	switch {
	case len([]rune(strings.TrimSpace(word))) < 2:
		r.fault(at, WordShort, facts)
	case means != "" && means != base:
		r.fault(at, WordKnown, facts)
	case slices.ContainsFunc(before, func(i workgroup.Item) bool { return slices.Contains(i.Words, word) || i.Label.Name == word }):
		r.fault(at, WordTwice, facts)
	}
}

// listed writes the words that are known, for people to choose from.
func listed[T ~string](words []T) string {
	var out []string
	for _, w := range words {
		out = append(out, string(w))
	}
	return strings.Join(out, ", ")
}
