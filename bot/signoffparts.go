package bot

import (
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// The two parts of a report that people write (四、工作开展情况；五、存在困难和下一步打算) are written under their heads, as they stand in the report.

// draftParts are their acts.
var draftParts = []string{"work", "plans"}

// How both are called, on the buttons, on paper and by people: the one place for their heads.
const (
	workHead  = `(?:今天|今日|防控|疫情防控)*工作(?:的)?(?:开展|进展|落实)?情况|开展情况`
	joins     = `(?:[和及与、]|以及)`
	plansLack = `(?:困难|问题|不足)(?:` + joins + `(?:困难|问题|不足))?`
	nextSteps = `(?:下一?步|下阶段)(?:的?工作)?(?:打算|安排|计划|措施|建议)?`
	plansHead = `存在的?(?:主要)?` + plansLack + `(?:` + joins + `(?:` + nextSteps + `|打算))?|` + plansLack + joins + `(?:` + nextSteps + `|打算|计划)|` + nextSteps
	// plansShort are what the second is called where a head is expected.
	plansShort = plansHead + `|困难|问题|打算`
	number     = `(?:部分|项)?\s*[、.．，,（(：:]?\s*`
)

var (
	// partHead begins one of them with its number and its head.
	partHead = pattern.MustCompile(`(?s)^(?:今天|今日)?(?:上报件|上报稿|报告)?的?(?:写|第)?(?:四` + number + `(` + workHead + `)|五` + number + `(` + plansShort + `))[）)]?\s*(?:[：:，,]|\n)\s*(.+)$`)
	// wholeHead is a head as it stands on paper, which means nothing else.
	wholeHead = pattern.MustCompile(`^(?:工作的?开展情况|工作进展情况|存在的?(?:困难|问题)` + joins + nextSteps + `|下一步(?:工作)?打算|困难和打算)$`)
	// partName begins one with its head alone.
	partName = pattern.MustCompile(`(?s)^(?:(` + workHead + `)|(` + plansHead + `))\s*(?:[：:]|\n)\s*(.+)$`)
	// partNumber begins one with its number alone, which may begin a list of anything.
	partNumber = pattern.MustCompile(`(?s)^(?:请|把|将)?(?:写|第)?([四五])(?:部分|项)?(?:的?内容)?(?:请|要|就)?(?:(?:改成|改为|换成|写成|改写为|应该是|应为)\s*([：:，,]?)|(?:改|写|填|是)?(\s*[：:，,、.．]|[\s　]))\s*(.+)$`)
	// inDigits numbers both of them that way.
	inDigits = pattern.MustCompile(`(?s)^4\s*[：:.、]\s*([^0-9].*?)\s*\n\s*5\s*[：:.、]\s*([^0-9].*)$`)
	// ownList is a list in the first, of which a fifth point is one more.
	ownList = pattern.MustCompile(`(?:^|\n)\s*[一二三][、.．]`)
	// secondHead begins the second behind the first, with its number and its head, or one of both.
	secondHead = pattern.MustCompile(`(?:\n|[。；;！!])\s*(?:(?:写|第)?五` + number + `(?:` + plansShort + `)[）)]?\s*(?:[：:，,]|\n)|(?:写|第)?五(?:部分|项)?\s*[：:]|(?:` + plansShort + `)\s*[：:])`)
	// secondNumber begins it on a line of its own.
	secondNumber = pattern.MustCompile(`\n\s*五(?:部分|项)?\s*[、.．]\s*[^六\s]`)
	// itsNumber is the number of a part, before its head.
	itsNumber = pattern.MustCompile(`^[\s。；;！!]*(?:(?:写|第)?五` + number + `)?`)
	// itsHead is the head that words begin with; another behind it divides them, and both stay.
	itsHead     = pattern.MustCompile(`(?s)^(?:` + workHead + `|` + plansShort + `)[）)]?\s*(?:[：:]|\n)\s*`)
	anotherHead = pattern.MustCompile(`(?:^|[，,。；;\n\s])(?:` + plansShort + `)\s*[：:]`)
	// adds begins what goes behind one of them.
	adds = pattern.MustCompile(`(?s)^(?:在)?(?:第)?([四五])(?:部分|项|里面?|后面)?(?:请|帮我|要)?(?:再|另外?|还)?(?:加上?|补充?|添上?|增加)(?:上|进去)?一?(?:句话?|条|点|项)\s*[：:，,]?\s*(.+)$|^(?i:add to ([45])\s*[:,]?\s*)(.+)$`)
)

// partIn is the act of the part whose head or number a message begins with, what is written under it, and whether it can mean nothing else; "" where it
// begins with none.
func partIn(text string) (act, words string, sure bool) {
	if m := partHead.FindStringSubmatch(text); m != nil {
		_, _, both := bothParts(m[3])
		return partOf(m[1]), keepsHead(m[2], m[3]), both || wholeHead.MatchString(m[1]+m[2])
	}
	if m := inDigits.FindStringSubmatch(text); m != nil {
		return "work", m[1] + "\n五：" + m[2], true
	}
	if m := partName.FindStringSubmatch(text); m != nil {
		_, _, both := bothParts(m[3])
		return partOf(m[1]), keepsHead(m[2], m[3]), both && m[1] != ""
	}
	m := partNumber.FindStringSubmatch(text)
	if m == nil {
		return "", "", false
	}
	words = strings.TrimSpace(m[4])
	_, _, both := bothParts(words)
	counts := strings.ContainsAny(m[3], "、.．") && (strings.HasPrefix(words, "五") || strings.HasPrefix(words, "六")) // “四、五号楼”
	switch {
	case counts:
		return "", "", false
	case m[1] == "四":
		return "work", underHead(words), both
	}
	return "plans", underHead(words), false
}

// partOf is the first part where its head was written, else the second.
func partOf(work string) string {
	if work != "" {
		return "work"
	}
	return "plans"
}

// keepsHead are the words under a head; where another one divides them it stays before them.
func keepsHead(head, words string) string {
	if words = strings.TrimSpace(words); head != "" && anotherHead.MatchString(words) {
		return head + "：" + words
	}
	return words
}

// underHead are words without the head that they begin with.
func underHead(words string) string {
	words = strings.TrimSpace(words)
	if rest := itsHead.ReplaceAllString(words, ""); rest != "" && !anotherHead.MatchString(rest) {
		return rest
	}
	return words
}

// addedTo is the part that a message goes on with, by its act, and with what; "" for none.
func addedTo(text string) (act, words string) {
	m := adds.FindStringSubmatch(text)
	if m == nil {
		return "", ""
	}
	if n := m[1] + m[3]; n == "四" || n == "4" {
		return "work", strings.TrimSpace(m[2] + m[4])
	}
	return "plans", strings.TrimSpace(m[2] + m[4])
}

// adding begins, before the act of a part, what goes behind what stands there.
const adding = "add-"

// addsToPart puts one more point behind what stands in a part of the draft that is answered, else of the one that is open; of several it asks which.
func (t *turn) addsToPart() (bool, error) {
	part, words := addedTo(strings.TrimSpace(t.msg.Text))
	if part == "" {
		return false, nil
	}
	a, _ := card.PaperActOf(part)
	found, waits := t.papersFor(a)
	if key, _, replied := t.paperRepliedTo(); replied {
		p, _ := workgroup.Papers.Get(t.b, key)
		found, waits = []workgroup.Paper{p}, true
	}
	switch {
	case !waits && (len(found) == 0 || workgroup.MayDraft(t.b, t.person) != nil):
		return false, nil
	case len(found) > 1:
		t.askWhichPaper(adding+part, words, found)
		return true, t.mayTell(words, nil)
	}
	return true, t.mayTell(words, t.addToPart(part, found[0], words))
}

// addToPart puts words behind what stands in a part of a draft, which ends as a sentence then, and shows it.
func (t *turn) addToPart(part string, p workgroup.Paper, words string) error {
	work, plans := t.outwardly(words), ""
	if part == "plans" {
		work, plans = "", work
	}
	p, err := t.College.AddToPaper(t.b, p.Key(), work, plans, t.person, t.now)
	if err == nil {
		workgroup.ShowPaper(t.b, p, t.person, t.now)
	}
	return err
}

// mayTell asks whether what was written for a report tells of a case, and does so whether the words could be put there or not.
func (t *turn) mayTell(words string, err error) error {
	r := t.read(words, understand.Context{})
	if r.Urgent != understand.Yes {
		return err
	}
	err = t.keeping(err)
	t.maybeCase(r)
	return err
}

// bothParts are what is written under the first and the second where words have both.
func bothParts(words string) (first, second string, both bool) {
	at := secondHead.FindStringIndex(words)
	if at == nil {
		if at = secondNumber.FindStringIndex(words); at == nil || ownList.MatchString(words[:at[0]]) {
			return "", "", false
		}
	}
	first, second = strings.TrimSpace(words[:at[0]]), underHead(itsNumber.ReplaceAllString(words[at[0]:], ""))
	return first, second, first != "" && second != ""
}

// doBoth writes both parts of a draft.
func (t *turn) doBoth(p workgroup.Paper, version uint64, first, second string) error {
	for i, words := range []string{first, second} {
		a, _ := card.PaperActOf(draftParts[i])
		if err := t.doPaper(a, p, version, words); err != nil {
			return err
		}
		p, _ = workgroup.Papers.Get(t.b, p.Key())
		version = p.Version
	}
	return nil
}
