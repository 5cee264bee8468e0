package bot

import (
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// The two parts of a report that people write (四、工作开展情况；五、存在困难和下一步打算) are written under their heads, as they stand in the report.

// draftParts are their acts.
var draftParts = []string{"work", "plans"}

const (
	workHead  = `工作(?:的)?开展情况|工作进展情况`
	plansHead = `存在的?(?:困难|问题)(?:[和及与、]|以及)下一步(?:工作)?(?:打算|安排|计划)|下一步(?:工作)?打算`
)

var (
	// partHead begins one of them with its head, which means nothing else.
	partHead = pattern.MustCompile(`(?s)^(?:今天|今日)?(?:上报件|上报稿|报告)?的?(?:写|第)?(?:四(?:部分|项)?\s*[、.．，,（(]?\s*(` + workHead + `)|五(?:部分|项)?\s*[、.．，,（(]?\s*(` + plansHead + `))[）)]?\s*(?:[：:，,]|\n)\s*(.+)$`)
	// nextPart begins the second behind the first.
	nextPart = pattern.MustCompile(`(?s)^(.+?)\s*(?:\n|[。；;]\s*)\s*(?:写|第)?五(?:部分|项)?\s*(?:[、.．，,（(]?\s*(?:` + plansHead + `)[）)]?\s*(?:[：:，,]|\n)|[：:])\s*(.+)$`)
)

// partIn is the act of the part whose head a message begins with, and what is written under it; "" where it begins with none.
func partIn(text string) (act, words string) {
	m := partHead.FindStringSubmatch(text)
	switch {
	case m == nil:
		return "", ""
	case m[1] != "":
		return "work", strings.TrimSpace(m[3])
	}
	return "plans", strings.TrimSpace(m[3])
}

// bothParts are what is written under the first and the second where words have both.
func bothParts(words string) (first, second string, both bool) {
	m := nextPart.FindStringSubmatch(words)
	if m == nil {
		return "", "", false
	}
	return strings.TrimSpace(m[1]), strings.TrimSpace(m[2]), true
}

// doBoth writes both parts of a draft.
func (t *turn) doBoth(p workgroup.Paper, version uint64, first, second string) error {
	for i, words := range []string{first, second} {
		at := slices.IndexFunc(card.PaperActs, func(a card.PaperAct) bool { return a.Name == draftParts[i] })
		if err := t.doPaper(card.PaperActs[at], p, version, words); err != nil {
			return err
		}
		p, _ = workgroup.Papers.Get(t.b, p.Key())
		version = p.Version
	}
	return nil
}
