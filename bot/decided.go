package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// decidedDays is how far back a decision is looked for that a question does not date.
const decidedDays = 7

// tellDecided tells what the last meeting that decided anything has decided, up to the date that is asked of, and what became of it.
func (t *turn) tellDecided(q bookQuestion) (bool, error) {
	for back := range decidedDays {
		date := q.date.Add(-back)
		if all := recordedOn(t.b, date); len(all) > 0 && t.unrecorded() == 0 {
			t.saysDecided(date, all)
			return true, nil
		}
	}
	return true, t.decisionsCommand("")
}

// recordedOn are the decisions of a date that have been recorded.
func recordedOn(b workgroup.Book, date workgroup.Date) []workgroup.Decision {
	all := slices.Collect(workgroup.Decisions.Each(b, string(date)+"/"))
	return slices.DeleteFunc(all, func(d workgroup.Decision) bool { return !d.Recorded.Done() })
}

// saysDecided lists decisions of a date, and says how many of other dates are not done.
func (t *turn) saysDecided(date workgroup.Date, all []workgroup.Decision) {
	lines, others := []workgroup.Facts{}, 0
	for _, d := range all[:min(decisionsListed, len(all))] {
		lines = append(lines, t.College.DecisionFacts(t.b, d, t.now))
	}
	for _, d := range workgroup.StandingDecisions(t.b) {
		if d.Date != date {
			others++
		}
	}
	t.reply("say/decided", workgroup.Facts{"date": date, "lines": lines, "more": len(all) - len(lines), "others": others})
}

// tellThing tells of what words ask whether it is done, or who sees to it, where a decision of these days names it: “消毒做完了没有”.
func (t *turn) tellThing(q bookQuestion, words string) (bool, error) {
	m := doneYet.FindStringSubmatch(words)
	if m == nil {
		return false, nil
	}
	thing := strings.Join(m[1:], "")
	if said := []rune(thing); len(said) > 3 {
		thing = string(said[len(said)-2:]) // “后勤消毒了吗”: what is done stands last
	}
	for back := range decidedDays {
		date := q.date.Add(-back)
		if of := slices.DeleteFunc(recordedOn(t.b, date), func(d workgroup.Decision) bool { return !strings.Contains(d.Text, thing) }); len(of) > 0 {
			t.saysDecided(date, of)
			return true, nil
		}
	}
	return false, nil
}

// doneYet asks whether a thing is done, or who sees to it.
var doneYet = pattern.MustCompile(`^谁(?:来|在)?负责(.{2,12})$|^(.{2,12}?)(?:的事|工作)?(?:都|已经)?(?:做|弄|搞|办|落实|完成|处理|干)(?:完|好|到位)?了?(?:吗|没有?|么)$|^(.{2,12}?)(?:怎么样|咋样|如何)了?$|^(.{2,12}?)了(?:吗|没有?)$`)
