package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// A yes, in whatever words and with whatever particles: it answers what is asked of its writer, or they read what to press. A mark alone would look like
// the thing done.

var (
	// yesClause is a clause that says yes and nothing else: “嗯嗯没错”, “是的没错啊”, “就这些”.
	yesClause = pattern.MustCompile(`^(?i:嗯|哦|对|是|没错|没有错|没有?问题|没毛病|无误|属实|正确|确认|好|可以|行|中|同意|就是|就?这样|就?这些(?:人|数)?|就?这么多|就?这个数|okay|ok|yes|yep|yeah|right|correct|[的啊呀哈呢吧嘛哦啦噢了喔滴嘞，~～])+$`)
	// noYes only looks like a yes: it begins something else (“对了”), ends something (“好了”) or asks (“对吧”).
	noYes = pattern.MustCompile(`^(?:对|是|好|行)了+$|(?:对|是|是的|没问题|没错|正确|可以|行|中)[吧嘛]$`)
	// surely is what makes of a yes one that a figure is right; “好的” only says that a question has come.
	surely = pattern.MustCompile(`(?i)对|没错|没有错|正确|无误|属实|确认|没有?问题|没毛病|是的|就是|就这|\b(?:yes|yep|yeah|right|correct)\b`)
)

// saysYes tells whether words say yes, and nothing else.
func saysYes(word string) bool {
	clauses := parts(word)
	if len(word) > 60 || len(clauses) == 0 || slices.Contains(no, word) {
		return false
	}
	return all(word, yes) || !slices.ContainsFunc(clauses, func(c string) bool { return !yesClause.MatchString(c) || noYes.MatchString(c) })
}

// consent is a yes with particles that still is no less: “同意吧”.
var consent = pattern.MustCompile(`^(?:我|都)?同意[的啊呀吧啦了]*$`)

// agreesPlainly tells whether words say yes plainly enough to sign, or to put on record: “同意吧” does, “嗯嗯呢” and “对了” do not.
func agreesPlainly(word string) bool { return slices.Contains(yes, word) || consent.MatchString(word) }

// saysRight tells whether words say that something is right, and nothing else.
func saysRight(word string) bool {
	return all(word, plain) || saysYes(word) && surely.MatchString(word)
}

// opensWithYes is what stands behind a yes with which words begin: “可以，但是五要写具体点”.
func opensWithYes(text string) (behind string, opens bool) {
	clauses := clausesOf(strings.ToLower(text))
	if len(clauses) < 2 {
		return "", false
	}
	first := strings.TrimLeft(clauses[0], "原则上基本我们都也 ")
	return strings.Join(clauses[1:], "，"), saysYes(first) || letsPass(first) || slices.Contains(approving, first)
}

// yesUnheard tells whoever says yes while a question about their unit's figure waits, and does not answer it by that, what to press.
func (t *turn) yesUnheard(r understand.Reading) bool {
	word := bareWord(t.msg.Text)
	if _, opens := opensWithYes(t.msg.Text); !t.private() || !opens && !saysYes(word) || r.Urgent != understand.No {
		return false
	}
	told := false
	for _, q := range workgroup.QueriesOf(t.b, t.today()) {
		if !q.Open() || !t.person.Speaks(q.Unit) || q.Balance != nil {
			continue
		}
		facts := t.College.QueryFacts(t.b, q)
		facts["lead"], facts["unit"] = t.unitName(q.Lead), t.unitName(q.Unit)
		t.reply("say/query-waits", facts, []workgroup.Button{{Label: "button/query-mend", Verb: "mend", Object: q.Key()}, {Label: "button/query-stands", Verb: "stands", Object: q.Key()}})
		told = true
	}
	return told
}
