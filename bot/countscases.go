package bot

import (
	"slices"
	"strings"
	"unicode"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// countsCases takes figures of today that count no more people than the unit's cases are of, or its head is reporting: they are read back like
// any others. Whether they are those of an open case is asked, and rings by itself unanswered. Whoever tells more than figures, or counts more
// people, is heard as of a case.
func (t *turn) countsCases(r understand.Reading) (bool, error) {
	said, keys := t.onlyCounts(r)
	id := t.unitMeant(r)
	if t.privateChat() == 0 || len(keys) == 0 || slices.ContainsFunc(keys, func(k workgroup.Key) bool { return counted(said, k) > t.peopleTold(id, k) }) {
		return false, nil
	}
	for _, key := range keys {
		base, _, _ := key.Parts()
		if open := t.casesOf(id, workgroup.KindsHeard[base]); len(open) > 0 && !t.filedAlready(r, said, key) {
			t.asksWhose(open[len(open)-1], r)
			break // one question, however many kinds they count
		}
	}
	return true, t.keeping(t.line(r))
}

// onlyCounts are the figures of today that words are nothing but, and what of the one-hour rule they count; none where they say more, or are of no unit
// that the sender speaks for.
func (t *turn) onlyCounts(r understand.Reading) (said workgroup.Figures, keys []workgroup.Key) {
	unit, ok := workgroup.Units.Get(t.b, string(t.unitMeant(r)))
	if !ok || len(r.Rows) > 0 || !onlyFigures(r, unit, t.msg.Text) {
		return nil, nil
	}
	d := workgroup.Draft{Date: t.today(), Unit: unit.ID, Figures: workgroup.Figures{}}
	t.take(&d, unit, r)
	said = t.College.Settled(d, unit)
	return said, workgroup.HardKeys(said, nil)
}

// filedAlready tells whether figures count no more people of what a key is about than their unit has filed today, and say how many there are.
func (t *turn) filedAlready(r understand.Reading, said workgroup.Figures, key workgroup.Key) bool {
	filed, _ := workgroup.FiledOn(t.b, t.today(), t.unitMeant(r))
	base, _, _ := key.Parts()
	return counted(said, key) <= counted(filed.Figures, key) && !onlyNew(r, base, t.msg.Text)
}

// saidAgain tells whether words are nothing but figures of today, and of the one-hour rule no others than are filed: nobody is asked about them again.
func (t *turn) saidAgain(r understand.Reading) bool {
	said, keys := t.onlyCounts(r)
	today := r.DateRef == "" || r.DateRef == string(t.today())
	return today && slices.Contains(workgroup.HardItems, r.UrgentType) && len(keys) > 0 && !slices.ContainsFunc(keys, func(k workgroup.Key) bool { return !t.filedAlready(r, said, k) })
}

// ofOpenCases tells whether words are nothing but figures of how many there are now, of the one-hour rule no more than its unit's open cases are of:
// whoever files them has reported those cases, and is not asked whether they are new.
func (t *turn) ofOpenCases(r understand.Reading) bool {
	said, keys := t.onlyCounts(r)
	id := t.unitMeant(r)
	return len(keys) > 0 && !slices.ContainsFunc(keys, func(k workgroup.Key) bool {
		base, _, _ := k.Parts()
		return onlyNew(r, base, t.msg.Text) || counted(said, k) > t.peopleTold(id, k)
	})
}

// asksWhose asks whether figures are those of a case; it becomes another one by itself when nobody answers.
func (t *turn) asksWhose(k workgroup.Case, r understand.Reading) {
	source := t.slip(slipNews, k.Key(), t.msg.Text)
	t.whisper("say/case-figures", workgroup.Facts{"code": k.Code(), "by": t.asksAside(r, t.msg.Text, source)}, newsButtons(k, source)...)
}

// onlyNew tells whether words say of an item who is new, and not how many there are: it may be somebody else.
func onlyNew(r understand.Reading, base, words string) bool {
	return asNew.MatchString(words) && !slices.ContainsFunc(sorted(r.Fields), func(key string) bool {
		b, m, _ := workgroup.Key(key).Parts()
		return b == base && m == workgroup.Now
	})
}

// whoseAsked is the question whether the figures of a report just filed are those of a case, unanswered; its writer may say so by confirming them, or not:
// then their words bring in somebody who may be new.
func (t *turn) whoseAsked(report workgroup.Report) (s workgroup.Slip, settles, asked bool) {
	unit, _ := workgroup.Units.Get(t.b, string(report.Unit))
	for _, source := range report.Sources {
		s, ok := workgroup.Slips.Get(t.b, workgroup.SourceKey(source.Chat, source.Message))
		if _, rings := workgroup.AskedAside(t.b, s.Source); !ok || !rings || s.What != slipNews || s.Person != t.deskOwner() {
			continue
		}
		r := t.read(s.Text, understand.Context{})
		news := slices.ContainsFunc(workgroup.HardItems, func(base string) bool { return onlyNew(r, base, s.Text) })
		return s, onlyFigures(r, unit, s.Text) && !news, true
	}
	return s, false, false
}

// peopleTold are the people of a unit of whom open cases of a key's kind are, and who are being reported.
func (t *turn) peopleTold(unit workgroup.UnitID, key workgroup.Key) int {
	base, _, _ := key.Parts()
	people := t.peopleOf(t.casesOf(unit, workgroup.KindsHeard[base]), key)
	if call, making := t.callOf(unit); making && call.Kind == workgroup.KindsHeard[base] {
		people += max(1, t.countedIn(call.Words, key))
	}
	return people
}

// onlyFigures tells whether words are nothing but the figures of a unit that were read in them, and bring in nobody.
func onlyFigures(r understand.Reading, unit workgroup.Unit, words string) bool {
	if oneOfMore.MatchString(words) {
		return false
	}
	said := append(slices.Clone(unit.Aliases), unit.Name)
	for _, why := range r.Why {
		said = append(said, why.Words)
	}
	// What holds another goes first.
	slices.SortFunc(said, func(a, b string) int { return len(b) - len(a) })
	for _, w := range said {
		words = strings.Replace(words, w, "", 1)
	}
	words = besideFigures.ReplaceAllString(words, "")
	return !strings.ContainsFunc(words, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
}

// oneOfMore are words that may bring in somebody beside those told of before: 又新增确诊1人.
var oneOfMore = pattern.MustCompile(`(?i)[又另再也]|还有|第[二三四2-4]|\b(?:another|more|also|too)\b`)

// besideFigures are the day of a report, and its end: there is nothing beside what was said.
var besideFigures = pattern.MustCompile(`^\s*(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|[，,；;。\s](?:其余|其他|其它)(?:各项|人员)?(?:均|都)?(?:为)?(?:0|零|无|正常)`)
