package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// What a unit has reported is asked with its name, or by its head with “我们”: when it was, what it was by some hour, what it was in a week.

var (
	// whatUnitSaid asks, behind the name of a unit, when it reported, or what.
	whatUnitSaid = pattern.MustCompile(`^(?:学院|今天|是|在|的)*(?:(几点|什么时候|啥时候|何时)(?:钟)?(?:报送|上报|报|交|填)(?:上来|过来)?[的了]*|(?:都|一共|总共)?(?:报送|上报|报|交|填)(?:的|了)(?:数|是)*(?:什么|啥|哪些|多少|几)(?:个|人)*|(?:今天|现在|那边|目前|的)*(?:(?:报送)?情况|数据|日报)?(?:怎么样|咋样|如何|什么情况|啥情况|怎样)了?|的?(?:报送)?(?:情况|数据))$`)
	// whatUnitSaidInEnglish asks the same.
	whatUnitSaidInEnglish = pattern.MustCompile(`(?i)^(?:(when)|what|how many) did (?:the )?(.{2,40}?) (?:report|file)$`)
	// ourUnit is how a head names their own.
	ourUnit = pattern.MustCompile(`^(?:请问)?(?:我们|咱们|我|咱|俺|本)(?:学院|院|处|部|系|馆|单位|中心|集团)?|(?i)^(?:we|our unit)$`)
)

// asksWhatUnitSaid answers when a unit reported, or what, with how it stands, its ledger of the day, its figures by an hour or its week: whoever
// oversees the college of any unit, and heads of their own.
func (t *turn) asksWhatUnitSaid(r understand.Reading) (bool, error) {
	word := t.askedWord()
	if len([]rune(word)) > 80 || !t.firsthand() || r.Kind == understand.Leave || r.Urgent != understand.No {
		return false, nil
	}
	last, rest, week := t.weekIn(word)
	q, day, known := t.whenAsked(word)
	if !week {
		rest = day
	}
	units, when, asks := t.unitAsked(rest)
	there, open := t.inPrivate()
	if !asks || !known || !open || q.at.After(t.now) {
		return false, nil
	}
	for _, id := range units {
		if week {
			if err := there.weekSummary(scope{date: last, unit: id, week: true}); err != nil {
				return true, err
			}
			continue
		}
		if err := there.tellWhatUnitSaid(q, id, when); err != nil {
			return true, err
		}
	}
	return true, nil
}

// unitAsked are the units whose report words ask for, and whether they ask when it came.
func (t *turn) unitAsked(words string) (units []workgroup.UnitID, when, asks bool) {
	if m := whatUnitSaidInEnglish.FindStringSubmatch(words); m != nil {
		words = m[2] + map[bool]string{true: "几点报的", false: "报了什么"}[m[1] != ""]
	}
	unit, rest, named := t.unitBefore(words)
	units = []workgroup.UnitID{unit.ID}
	if ours := ourUnit.FindString(words); !named && ours != "" {
		units, rest = t.person.Units(), words[len(ours):]
	}
	m := whatUnitSaid.FindStringSubmatch(strings.TrimSpace(rest))
	if m == nil || len(units) == 0 || units[0] == "" {
		return nil, false, false
	}
	may := t.person.Holds(workgroup.Overseers...) || named && t.gathersFrom(unit) || !slices.ContainsFunc(units, func(id workgroup.UnitID) bool { return !t.person.Speaks(id) })
	return units, m[1] != "", may
}

// tellWhatUnitSaid tells when a unit reported, or what.
func (t *turn) tellWhatUnitSaid(q bookQuestion, id workgroup.UnitID, when bool) error {
	unit, _ := workgroup.Units.Get(t.b, string(id))
	tally, book, err := t.tallied(q)
	switch {
	case err != nil:
		return err
	case when:
		return t.tellUnit(tally, unit)
	case q.at.IsZero():
		return t.ledgerOfUnit(tally.Round, id)
	}
	i := slices.IndexFunc(tally.Lines, func(l workgroup.UnitLine) bool { return l.Unit.ID == id })
	if i < 0 {
		return workgroup.Refuse(workgroup.UnitNotInRound, "unit", unit.Named())
	}
	line := tally.Lines[i]
	facts := workgroup.Facts{"unit": unit.Named(), "date": q.date, "now": t.asOf(q), "state": line.State, "at": "", "mark": line.Standing.Mark, "revision": line.Standing.Revision}
	if line.State == workgroup.Filed {
		facts["at"] = t.Clock(line.Standing.Filed)
	}
	t.figuresOfUnit(book, tally, line, facts)
	t.reply("say/unit-figures", facts)
	return nil
}

// howMuchMore asks how many more or fewer there are than the day before, whose name may have been taken out of it.
var howMuchMore = pattern.MustCompile(`^.{0,24}?[比和跟与较](?:一下)?(?:昨天|昨日|前一天|前天|上一天)?的?(?:相?比)?是?(?:多|少|增加|减少|增|减)了?(?:几|多少)(?:个|人|例|名|位)*[了呢啊]?$`)

// comparesWith begins, in a question, the day before that something is compared with.
var comparesWith = pattern.MustCompile(`(?:今天|今日|现在|目前)?(?:的|是|人数)*[比和跟与较](?:一下)?(?:昨天|昨日|前一天|前天|上一天).*$`)

// ofYesterday names the day before.
var ofYesterday = pattern.MustCompile(`昨|(?i)\byesterday\b`)

// tellCompared tells what is compared with the day before: a figure, a unit, else the whole day.
func (t *turn) tellCompared(bookQuestion) (bool, error) {
	word := t.askedWord()
	if !comparesWith.MatchString(word) {
		if !ofYesterday.MatchString(word) {
			return false, nil
		}
		return true, t.summaryCommand("") // 昨天和今天比
	}
	q, rest, ok := t.whenAsked(comparesWith.ReplaceAllString(word, ""))
	if !ok {
		return false, nil
	}
	unit, of, named := t.unitBefore(rest)
	switch {
	case named && strings.Trim(of, "的 ") == "":
		return true, t.unitSummary(scope{date: q.date, unit: unit.ID})
	case rest != "":
		q.of = rest
		if done, err := t.tellFigure(q); done || err != nil {
			return done, err
		}
	}
	return t.tellDay(q)
}

// whyChanged asks why a lead unit has put another sum in the place of that of its units.
var whyChanged = pattern.MustCompile(`^(.{2,20}?)(?:的|今天|是)*(?:为什么|为啥|为何|凭什么|怎么|咋)(?:要|会|又|就)?(?:把|将)?(.{0,20}?)(?:改|调|更正)(?:成|为|到|了)*([0-9]{0,5})(?:个|人|名)*(?:合计|数)?[的了呢]*$|^(?i:why did (?:the )?(.{3,40}?) (?:change|override) (.{1,30}?)(?: (?:to|into) ([0-9]{1,5}))?)$`)

// tellOverrides tells which sums a lead unit has changed and why; of any other unit how it stands.
func (t *turn) tellOverrides(q bookQuestion) (bool, error) {
	unit, rest, named := t.unitBefore(q.of)
	if !named || strings.Contains(rest, "？") {
		return false, nil
	}
	tally, book, err := t.tallied(q)
	if err != nil {
		return true, err
	}
	if !slices.Contains(tally.Round.Leads, unit.ID) {
		return true, t.unitSummary(scope{date: q.date, unit: unit.ID})
	}
	sheet := t.College.Consolidate(book, tally.Round, unit)
	t.reply("say/override-asked", workgroup.Facts{"unit": unit.Named(), "date": q.date, "at": t.asOf(q), "overrides": t.OverrideLines(book, q.date, sheet)})
	return true, nil
}
