package understand

import (
	"regexp"
	"testing"

	"fangkong/bot/pattern"
)

// A pattern finds what its expression finds, on every sentence of the corpus and on what is written to be hard for it.
func TestAPatternFindsWhatItsExpressionDoes(t *testing.T) {
	words := []string{"", "K", "\u212a", "ſ", "FEVER", "出了大事了", "发热", "无", "\xff", "a", "ab", "，", "我本人", "快来人啊"}
	for _, path := range []string{"testdata/corpus.jsonl", "testdata/alarms.jsonl", "testdata/sentences.jsonl"} {
		for _, e := range load(t, path) {
			words = append(words, e.Text)
		}
	}
	found := 0
	for _, expr := range []string{``, `a*`, `(?i)k`, `(?i)s+`, `(?:a|)b?`, `[^a]`, `\p{Han}`, `a{0,3}b{2,}`, `确诊|疑似|`, `(?:确诊|疑似)$`, `(确|疑).{0,3}(?:例|人)+`, `发热[^，]*?无|\bno fever\b`} {
		checkPattern(t, pattern.MustCompile(expr), words, &found)
	}
	for _, p := range []*pattern.Pattern{gates, dwellings, guard, cries, danger, higher, noDanger, parentSays, parentOfOurs, whatToDo, vouched, willReport, asksLeave, ailment, finding, excluded, namedIll, person, notIll, theSame, around, progress, onlyHeard, either, paperwork, laughter, inEarnest, onlyDrill, standard, shouldBeNone, learned, broughtIn} {
		checkPattern(t, p, words, &found)
	}
	if found < 3000 && !testing.Short() {
		t.Errorf("only %d were found", found)
	}
}

func checkPattern(t *testing.T, p *pattern.Pattern, words []string, found *int) {
	t.Helper()
	plain := regexp.MustCompile(p.String())
	for _, w := range words {
		if plain.MatchString(w) {
			*found++
			if !p.MatchString(w) {
				t.Errorf("%v is not found in %q", p, w)
			}
		}
	}
}
