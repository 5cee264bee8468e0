package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// What is written for something else, the minutes of a meeting, a decision, what came of it, may tell of somebody beside it: who is ill, suspected, confirmed,
// or has met a case. Its writer is asked whether it is one, by one rule wherever it stands: unanswered, what must be reported within the hour becomes a case
// by itself, and of anything less the duty staff are told.

var (
	// clauseEnds parts words into what may each be of somebody else.
	clauseEnds = pattern.MustCompile(`[，,。；;！!\n]|[（(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①-⑨]`)
	// supposed is said of whoever may fall ill, and of nobody who has.
	supposed = pattern.MustCompile(`如(?:果|有|遇|发现|出现)|若|一旦|万一|凡|有无|有没有|是否|一律|不得|严禁|超过|谁|哪[个名位些]|(?i:\bif\b|\bany(?:body|one)?\b|\bwhoever\b)`)
	// oneSomebody says that words are of one person, or of some who are counted.
	oneSomebody = pattern.MustCompile(`(?:[0-9一二两三四五六七八九十几那这有该某])[个名位人例]|该生|某|[他她]|(?:书记|校长|院长|主任|处长|部长|科长|组长|馆长|老师|师傅)|(?i:\b(?:a|one|the) (?:student|teacher|member|colleague)\b)`)
	// brackets stand around what is said of a name.
	brackets = strings.NewReplacer("（", "", "(", "", "）", "", ")", "")
	// besides begins what is told of somebody beside what words are for.
	besides = pattern.MustCompile(`^(?:另外?|此外|还有|再有|对了|顺便(?:说一下|报告)?|同时)|^(?:\p{Han}{2,10}?(?:学院|处|部|馆|集团|系|中心))?(?:也|还|今[天早晚]|刚刚?|昨[天晚])*有(?:[一两二三几0-9]{0,2})[个名位]`)
)

// tellsBeside is what words tell of somebody in them, as something that may be a case: the gravest of their clauses. No: they tell of nobody.
func (t *turn) tellsBeside(words string) understand.Reading {
	gravest := t.read(words, understand.Context{})
	for _, clause := range headless(words) {
		r := t.read(clause, understand.Context{})
		if r.Urgent == understand.No && t.tellsFever(clause, r) {
			r.Urgent, r.UrgentType = understand.Maybe, "fever"
		}
		if gravityOf(r) > gravityOf(gravest) {
			gravest = r
		}
	}
	if gravest.Urgent != understand.No {
		gravest.Urgent, gravest.Kind, gravest.Fields, gravest.Rows = understand.Maybe, understand.Urgent, nil, nil // its figures are told with the case
	}
	return gravest
}

// headless are the clauses of words, and of each with a heading what stands behind it.
func headless(words string) (out []string) {
	for _, clause := range clauseEnds.Split(words, -1) {
		out = append(out, clause)
		if at := strings.LastIndex(clause, "："); at >= 0 {
			out = append(out, clause[at+len("："):])
		}
	}
	return out
}

// gravityOf orders readings by what they may be: nothing, a fever, a case, one of the one-hour rule.
func gravityOf(r understand.Reading) int {
	switch {
	case r.Urgent == understand.No:
		return 0
	case workgroup.KindsHeard[r.UrgentType].Hard():
		return 3
	case r.UrgentType != "fever":
		return 2
	}
	return 1
}

// tellsFever tells whether a clause says that somebody has a fever: one person, or more than are filed today.
func (t *turn) tellsFever(clause string, r understand.Reading) bool {
	if supposed.MatchString(clause) {
		return false
	}
	for _, key := range sorted(r.Fields) {
		if k := workgroup.Key(key); k.Of(workgroup.Everybody) == feverNow && r.Fields[key] > 0 {
			return r.Fields[key] > t.feverFiled(workgroup.UnitID(r.Unit))
		}
	}
	unsaid := slices.ContainsFunc(r.Doubts, func(d understand.Doubt) bool {
		return d.Code == understand.HowMany && workgroup.Key(d.Key).Of(workgroup.Everybody) == feverNow
	})
	if workerIll.MatchString(clause) {
		return true
	}
	return unsaid && (oneSomebody.MatchString(clause) || understand.NamesIll(brackets.Replace(clause)) || t.namesSomebody(clause))
}

// workerIll says that whoever has some work to do has a fever: 经办同事昨晚发烧了, 保安队长发烧了.
var workerIll = pattern.MustCompile(`(?:同事|队[长员]|班[长主]任?|组[长员]|保安|保洁|师傅|员工|职工|辅导员|老师|教师|负责人|负责的|联系人|经办人?|填报人|干事|厨师|司机|宿管|[校院处部科]长|主任|书记|[他她])(?:的?人)?(?:[昨今前]?[天晚早夜日]|刚才?|现在|突然|自己|本人|也|有点|已经?|开始|从){0,3}(?:发高?烧|发热|高烧|低烧)(?:了|[0-9到]|$)`)

// feverNow is how many have a fever.
var feverNow = workgroup.K("fever", workgroup.Now, workgroup.Everybody)

// feverFiled is how many with a fever a unit has filed today; of no unit, all of them together.
func (t *turn) feverFiled(unit workgroup.UnitID) (n int) {
	for s := range workgroup.Latest.Each(t.b, string(t.today())+"/") {
		if unit == "" || s.Unit == unit {
			n += counted(s.Figures, feverNow)
		}
	}
	return n
}

// namesSomebody tells whether words name somebody of the roster.
func (t *turn) namesSomebody(words string) bool {
	return slices.ContainsFunc(t.OwnersIn(t.b, words), func(o workgroup.Owner) bool { return o.Person != "" })
}

// caseBeside asks whether the message at hand, which is taken for something else, tells of a case. What its unit has filed or reported is not asked again.
func (t *turn) caseBeside() {
	if r := t.read(t.msg.Text, understand.Context{}); t.saidAgain(r) || t.ofOpenCases(r) || workgroup.Slips.Has(t.b, maybeKey(workgroup.SourceKey(t.chat.ID, t.msg.ID))) {
		return
	}
	t.asksInTime(t.tellsBeside(t.msg.Text))
}

// besideWhich is a place whose messages may tell of a case beside: it is asked about when they are taken, and when they are refused.
func besideWhich(to func(*turn) (bool, error)) func(*turn) (bool, error) {
	return func(t *turn) (bool, error) {
		taken, err := to(t)
		if !taken && err == nil || t.tellsBeside(t.msg.Text).Urgent == understand.No {
			return taken, err
		}
		err = t.keeping(err)
		t.caseBeside()
		return taken, err
	}
}

// longWords is how long words are, in runes, of which a question says whom it is of.
const longWords = 60

// mostTelling is how many of its clauses a question quotes.
const mostTelling = 5

// telling are the clauses of long words that tell of somebody.
func (t *turn) telling(words string) []string {
	out := []string{}
	if utf8.RuneCountInString(words) <= longWords {
		return out
	}
	for _, clause := range clauseEnds.Split(words, -1) {
		if _, behind, headed := strings.Cut(clause, "："); headed && t.tellsBeside(behind).Urgent != understand.No {
			clause = behind
		}
		if len(out) < mostTelling && t.tellsBeside(clause).Urgent != understand.No {
			out = append(out, card.FirstLine(strings.TrimSpace(clause)))
		}
	}
	return out
}

// besideIn parts words before the first clause that tells of somebody.
func (t *turn) besideIn(words string) (before, beside string) {
	from := 0
	for _, at := range append(clauseEnds.FindAllStringIndex(words, -1), []int{len(words), len(words)}) {
		if clause := words[from:at[0]]; from > 0 && t.tellsBeside(clause).Urgent != understand.No {
			return strings.TrimRight(words[:from], "，,。；;！!\n "), words[from:]
		}
		from = at[1]
	}
	return words, ""
}

// withoutBeside is what a decision says without what is told of somebody beside it, which is no business of whoever is to carry it out; that is kept apart. What
// a decision is about stays in it.
func (t *turn) withoutBeside(words string) (rest, beside string) {
	rest, beside = t.besideIn(words)
	first := clauseEnds.Split(beside, 2)[0]
	if beside == "" || !besides.MatchString(strings.TrimSpace(first)) || !t.readsAsResolution(rest) {
		return words, ""
	}
	for _, at := range clauseEnds.FindAllStringIndex(beside, -1) {
		if further := beside[at[1]:]; t.readsAsResolution(clauseEnds.Split(further, 2)[0]) || charged.MatchString(further) {
			return rest + "，" + further, strings.TrimSpace(beside[:at[0]])
		}
	}
	return rest, strings.TrimSpace(beside)
}
