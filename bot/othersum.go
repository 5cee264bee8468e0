package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

const wholeNumber = `([0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+)`

var (
	// aSum is another sum, and behind it why.
	aSum = pattern.MustCompile(`^(?:就|应该?|实际|一共|总共|共|合计)*(?:是|改成|改为|改到|为)?\s*` + wholeNumber + `\s*[人个名例]?([\s，,、:：;；。.]*)((?s).*)$`)
	// sumBehind is why, and behind it the sum.
	sumBehind = pattern.MustCompile(`^((?s).*?)[\s，,、:：;；。.]+(?:所以)?(?:(?:应该?|实际|一共|总共|共|合计)+(?:是|为)?|改成|改为|改到|是)\s*` + wholeNumber + `\s*[人个名例]?[。.！!]*$`)
	// noSum is what follows a number that counts no people: 2.5, 3月的数, 12→13.
	noSum = pattern.MustCompile(`^(?:[.．:：/~～-][0-9]|[月日号点时分年班级床栋楼室幢周天元度倍成折万千百十几岁%％℃→>＞=＝+＋*×]|[多来余](?:[人个名例]|[，,。；;\s]|$))`)
	// dropsSum is that a sum is not to be another one after all.
	dropsSum = pattern.MustCompile(`^(?:算了|那|还是|我|先|暂时|这个|合计|这次|[，,\s])*(?:就|先)?(?:不改|不用改|不要改|别改|不动)(?:合计)?了?吧?(?:[，,。；\s]+(?:还是|就|都|仍)*(?:按|用|照|以)(?:原来|原先|各|单位|他们|下面).{0,12})?$` +
		`|^(?:算了|那|[，,\s])*(?:还是|就|都|仍)*(?:按|用|照)(?:各?(?:单位|学院)|他们)(?:自己)?(?:报|填)的(?:来|算|数|合计)*(?:吧|就行)?$|^(?i)(?:never mind|leave (?:it|the sum)(?: as it is)?|do(?: not|n't) change (?:it|the sum)|keep the units' (?:sum|figures))$`)
	// restOfReport ends a report, and tells why of nothing: “其余0”, “其他都正常”.
	restOfReport = pattern.MustCompile(`^(?:其余|其他|其它|别的|剩下的?|另外的?)(?:的?(?:各项|项目|人员?|学生|方面|情况))?(?:都|均|全|也)*(?:为|是|报)?(?:0|零|无|没有?|没事|正常|不变|一样)|(?i)^(?:everything else|the rest|all others?)(?: is| are)? (?:0|zero|none|nil|fine|normal)`)
	// asks are words that want to know something: no reason for anything.
	asks = pattern.MustCompile(`(?i)[?？]|[吗么呢]\s*$|(?:怎么|怎样|如何|为什么|为啥|在哪里?|哪里|几点|什么时候|多少)[^，。；,;]{0,6}$|^(?:how|what|when|where|why|who|can i|do i|should i)\b`)
)

// plainNumber is a number of people as people write it, the thousands set apart or not; not ok where it is no whole number of them.
func plainNumber(number, behind string) (n int, ok bool) {
	n, err := strconv.Atoi(strings.NewReplacer(",", "", "，", "").Replace(number))
	return n, err == nil && !noSum.MatchString(behind)
}

// asksBeside tells whether words ask something, whatever they were asked for.
func (t *turn) asksBeside(words string) bool {
	return asks.MatchString(words) || t.read(words, understand.Context{}).Kind == understand.Question
}

// sumInWords takes another sum and why, in either order; a sum without its reason is kept until that comes. With both it is read back.
func (t *turn) sumInWords(desk workgroup.Desk, round workgroup.Round, lead workgroup.Unit, item workgroup.Key, words string) error {
	o := workgroup.Override{Item: item, Reason: desk.Words}
	words, kept := people.Narrow(words), ""
	if asked, ok := workgroup.SumAskedOf(desk.Of); desk.Expect == workgroup.SumDesk && ok && asked.To != workgroup.Unsaid {
		kept = strconv.Itoa(int(asked.To))
	}
	sum, behind, reason := kept, "", words
	switch m, last := aSum.FindStringSubmatchIndex(words), sumBehind.FindStringSubmatch(words); {
	case kept != "" && desk.Words == "" && last == nil && (m == nil || m[6] < m[7] && words[m[2]:m[3]] != kept):
		// What comes now is why, whatever it begins with.
	case m != nil:
		sum, behind, reason = words[m[2]:m[3]], words[m[3]:], words[m[6]:m[7]]
	case last != nil:
		sum, reason = last[2], last[1]
	case kept == "":
		return workgroup.Refuse(workgroup.PlainNumber)
	}
	n, ok := plainNumber(sum, behind)
	switch {
	case !ok:
		return workgroup.Refuse(workgroup.PlainNumber)
	case n > most:
		return workgroup.Refuse(workgroup.TooMany, "n", n)
	}
	if reason = why.ReplaceAllString(strings.TrimSpace(reason), ""); t.unfit(reason) == mayBeReason && !restOfReport.MatchString(reason) {
		o.Reason = reason
	}
	o.To = workgroup.Count(n)
	return t.readsSumBack(round, lead, o)
}

// readsSumBack reads another sum back, with its reason as papers will say it: it counts when its writer says that it is right.
func (t *turn) readsSumBack(round workgroup.Round, lead workgroup.Unit, o workgroup.Override) error {
	given, asked := o.Reason, workgroup.SumAsked{Date: round.Date, Lead: lead.ID, Item: o.Item, To: o.To, Before: workgroup.Unsaid}
	o.Reason = t.withheld(given)
	before, err := t.College.MayOverride(t.b, round, lead, o, t.person)
	if err != nil {
		if o.Reason == "" {
			t.expect(workgroup.SumDesk, asked.Object())
		}
		return t.keeping(err)
	}
	asked.Before = before
	facts, source := t.asksOfSum(round, lead, asked, o)
	facts["withheld"] = given != o.Reason
	t.reply("say/sum-read-back", facts, []workgroup.Button{slipButton("button/sum-right", source, "yes", nil)})
	return nil
}

// asksOfSum waits for what is said to another sum, and keeps why meanwhile: it returns the facts of the question and the object of its button.
func (t *turn) asksOfSum(round workgroup.Round, lead workgroup.Unit, asked workgroup.SumAsked, o workgroup.Override) (facts workgroup.Facts, source string) {
	t.expect(workgroup.SumDesk, asked.Object())
	t.keepsWords(o.Reason)
	return t.sumFacts(round, lead, o, asked.Before), t.slip(slipSum, asked.Object(), o.Reason)
}

// sumFacts are another sum, and the one that the units make.
func (t *turn) sumFacts(round workgroup.Round, lead workgroup.Unit, o workgroup.Override, before workgroup.Count) workgroup.Facts {
	_, given := t.College.Consolidate(t.b, round, lead).Sums[o.Item]
	return workgroup.Facts{"unit": lead.Named(), "group": lead.Leads, "line": t.College.LabelFacts(round.Date, o.Item), "sum": before, "given": given, "to": o.To, "reason": o.Reason}
}

// sumAnswered takes a word for what was asked of another sum: that it is right, or is not. A courtesy is no answer.
func (t *turn) sumAnswered(desk workgroup.Desk) (bool, error) {
	word := bareWord(t.msg.Text)
	asked, ok := workgroup.SumAskedOf(desk.Of)
	switch {
	case dropsSum.MatchString(word):
		t.clearDesk(desk)
		t.reply("say/sum-left", workgroup.Facts{"overrides": 0})
		return true, nil
	case !ok || !asked.ReadBack():
		return false, nil
	case saysRight(word) || t.types(word, "button/sum-right", "button/sum-of-sheet"):
		return true, t.keeping(t.confirmSum(desk.Of, desk.Words))
	}
	round, lead, err := t.leadSheet(asked.Date, asked.Lead)
	switch {
	case !saysYes(word) && !slices.Contains(no, word) && !all(word, thanks):
		return false, nil
	case err != nil:
		t.clearDesk(desk)
		return true, t.keeping(err)
	case slices.Contains(no, word):
		t.asksSum(round, lead, asked.Item)
	default:
		t.reply("say/sum-waits", t.sumFacts(round, lead, workgroup.Override{Item: asked.Item, To: asked.To, Reason: desk.Words}, asked.Before))
	}
	return true, nil
}

// reportsOwn tells whether words that another sum was asked for are their own unit's report all the same: they name it, or read like a report where
// its figure may be meant.
func (t *turn) reportsOwn(desk workgroup.Desk, words string) bool {
	if t.namesOwnUnit(words) {
		return true
	}
	asked, _ := workgroup.SumAskedOf(desk.Of)
	r := t.read(words, understand.Context{})
	return asked.Either && reports(r) && (r.Zero || len(r.Fields) > 0) && (r.Unit == "" || t.person.Speaks(workgroup.UnitID(r.Unit)))
}

// asksSum asks for another sum of an item, and why.
func (t *turn) asksSum(round workgroup.Round, lead workgroup.Unit, item workgroup.Key) {
	sum, given := t.College.Consolidate(t.b, round, lead).Sums[item]
	t.expect(workgroup.SumDesk, workgroup.SumAsked{Date: round.Date, Lead: lead.ID, Item: item, To: workgroup.Unsaid, Before: workgroup.Unsaid}.Object())
	t.reply("say/sum-ask", workgroup.Facts{"line": t.College.LabelFacts(round.Date, item), "n": sum, "given": given})
}

// confirmSum states the sum that was read back. Where the units make another one by now, or there is no reason yet, it is read back first.
func (t *turn) confirmSum(of, reason string) error {
	asked, ok := workgroup.SumAskedOf(of)
	if !ok || !asked.ReadBack() {
		return workgroup.Refuse(workgroup.Changed)
	}
	round, lead, err := t.leadSheet(asked.Date, asked.Lead)
	if err != nil {
		return err
	}
	o := workgroup.Override{Item: asked.Item, To: asked.To, Reason: reason}
	before, err := t.College.MayOverride(t.b, round, lead, o, t.person)
	if err != nil || before != asked.Before {
		return t.readsSumBack(round, lead, o)
	}
	if err := t.College.OverrideSum(t.b, round, lead, o, t.person, t.now); err != nil {
		return err
	}
	if desk := t.deskHere(); desk.Expect == workgroup.SumDesk {
		t.clearDesk(desk)
	}
	t.turnTo(workgroup.Page{Sheet: workgroup.SheetObject(round.Date, lead.ID), Chat: t.chat.ID, Item: o.Item}, true)
	return nil
}
