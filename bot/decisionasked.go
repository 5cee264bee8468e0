package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

const (
	// asksThing ends a question of one decision: whose it is, what it says, how far it is, until when.
	asksThing = `(?:(?:是|由|归)?(?:谁|哪个单位|哪个部门|哪家)(?:来|在)?(?:负责|牵头|管|办)|(?:责任单位|负责单位|负责人)(?:是谁|是哪个)?|是?(?:什么|啥)(?:内容|事|意思)?|(?:的)?内容(?:是什么)?|(?:现在|目前)?(?:都|已经?)?(?:办|做|落实|完成|办完|做完|办结|收到)(?:得)?(?:完|好)?了?(?:吗|么|没有?|怎么样了?)|(?:现在|目前)?(?:怎么样|咋样|如何|到哪一?步?|什么进展|进展如何)了?|(?:几号|哪天|什么时候|啥时候|几点)(?:之?前)?(?:要|得)?(?:办完|办结|完成|截止|到期|交|报)?|谁(?:还)?没收到)`
)

var (
	// ofOneCoded asks something of a decision that is called by its code.
	ofOneCoded = pattern.MustCompile(`^(?:请问|问一下)?(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})\s*[，,：: ]*(?:这|那)?(?:条|项|个|件)?(?:决定|议定事项)?的?` + asksThing + `$|^(?i:(?:who (?:has|answers for|is responsible for)|what (?:is|does)|how is|when is) (?:决-?)?([0-9]{4}-[0-9]{2})(?: say| due| going)?)$`)
	// ofMeetingDay asks something of a decision that is called by its number and its meeting: “昨天会上第二条落实了吗”.
	ofMeetingDay = pattern.MustCompile(`^(?:请问|问一下)?(昨天|昨日|前天|今天|今日)?的?(?:上午|下午|晚上)?的?(?:(?:研判)?(?:会议?|会)上?)?的?(?:议?定|决定|布置)?的?第\s*([0-9]{1,2}|[一二三四五六七八九十])\s*(?:项|条|个)(?:决定|议定事项|事项)?的?` + asksThing + `$`)
	// ofUnits asks something of the decisions that a unit answers for: 软件学院那条办了没.
	ofUnits = pattern.MustCompile(`^(?:请问|问一下)?(.{2,14}?)的?(?:那|这)(?:几|一|两|些)?(?:条|项|个决定|个议定事项)(?:决定|议定事项)?的?` + asksThing + `$`)
	// ofAll asks what has been decided, or how much.
	ofAll = pattern.MustCompile(`^(?:请问|现在|目前|今天|今日|会上|会议|这次会?|今天的会|刚才的会|我们?|一共|总共|共|都|已经)*(?:(?:定|决定|议定|记|记下|布置)了?)?(?:了|有)?(?:几|多少|哪几)(?:条|项)(?:决定|议定事项)?了?$|^(?:请问|今天|今日|会上|会议|今天的会|刚才的会|这次会|开会)+(?:都|一共|总共)?(?:决定|议定|定)(?:了|下来)?(?:些)?(?:什么|啥|哪些事?|哪些事项|哪几件事)$|^(?:给我|我要|想)?(?:看一?下|看看?|查一?下|查看|列一?下|发一?下)(?:今天|今日|会上|会议)?的?(?:全部|所有)?(?:决定|议定事项)$`)
	// ofOurs asks what is left of one's own.
	ofOurs = pattern.MustCompile(`^(?:我|我们|我处|我院|我部|我们处|我们学院|我们院|我们单位|我单位|本单位|本院|本处)的?(?:还|一共|现在|都)*(?:有|剩|差)(?:哪些|几[条项个]|多少|什么)(?:决定|议定事项)?(?:还)?(?:没有?|未)?(?:办|办完|办结|完成|落实)?的?$|^(?:哪些|几条|还有哪些)(?:决定|议定事项)(?:是我们|归我们|要我们|是我们处|是我们院)的?(?:办|负责)?的?$`)
	// ofUnrecorded asks what has been decided and not recorded.
	ofUnrecorded = pattern.MustCompile(`^(?:请问|现在|目前|今天|会上|还|一共|总共|都)*(?:有|剩|差)?(?:几|多少|哪些?|哪几)(?:条|项|个)?(?:决定|议定事项)?(?:还)?(?:没有?|未)(?:有)?(?:记(?:下来?|录|上)?|记为议定事项|确认)的?了?$|^(?:决定|议定事项)(?:都|全)(?:记下?|记录|记上)了?(?:吗|没有?|么)$|^(?i:(?:which|how many) decisions are not recorded)$`)
	// notReceived asks which units have not received something.
	notReceived = pattern.MustCompile(`^(?:请问)?(?:还有)?(?:谁|哪些?(?:个|家|几家)?(?:单位|学院|部门)?|几家(?:单位)?)(?:还)?(?:没有?|未)(?:点|按|回)?收到(?:决定|议定事项)?的?$`)
)

// longestAsked is how long a question of decisions is, in characters.
const longestAsked = 40

// asksDecided answers, in private, what is asked of decisions: everything to whoever oversees the college, to others what they answer for.
func (t *turn) asksDecided() (bool, error) {
	if !strings.ContainsAny(t.msg.Text, "决条项定收记-") || utf8.RuneCountInString(t.msg.Text) > longestAsked {
		return false, nil
	}
	word := strings.TrimRight(bareWord(t.msg.Text), "?？ 呢啊呀")
	oversees := t.person.Holds(workgroup.Overseers...)
	if m := ofMeetingDay.FindStringSubmatch(word); m != nil {
		if t.saysNumbered(m[1], clerk.SmallNumber(m[2]), oversees) {
			return true, nil
		}
	}
	if m := ofOneCoded.FindStringSubmatch(t.byCode(word)); m != nil {
		d, ok := t.decisionCoded(m[1] + m[2])
		switch {
		case !ok:
			return false, nil
		case !oversees && !d.Owes(t.b, t.person):
			return true, workgroup.Refuse(workgroup.NotForYou)
		}
		t.saysDecided(d.Date, []workgroup.Decision{d})
		return true, nil
	}
	switch m := ofUnits.FindStringSubmatch(word); {
	case m != nil && oversees:
		return t.saysOfOwner(m[1]), nil
	case ofOurs.MatchString(word) && len(t.theirs()) > 0:
		return true, t.decisionsCommand("")
	case notReceived.MatchString(word) && oversees && !slices.ContainsFunc(workgroup.RecentNotices(t.b), workgroup.Notice.Waits):
		if len(workgroup.StandingDecisions(t.b)) == 0 {
			return false, nil
		}
		return true, t.decisionsCommand("")
	case ofUnrecorded.MatchString(word) && t.person.Holds(workgroup.PackReaders...):
		if t.unrecorded() == 0 {
			t.reply("say/decisions-all-recorded", nil)
		}
		t.tellUnrecorded()
		return true, nil
	case ofAll.MatchString(word):
		return t.saysToday(oversees)
	}
	return false, nil
}

// saysOfOwner tells of the decisions of these days that whom some words name answers for.
func (t *turn) saysOfOwner(words string) bool {
	owners := t.OwnersIn(t.b, words)
	if len(owners) != 1 {
		return false
	}
	for back := range decidedDays {
		date := t.today().Add(-back)
		if of := slices.DeleteFunc(recordedOn(t.b, date), func(d workgroup.Decision) bool { return !slices.Contains(d.Owners(), owners[0]) }); len(of) > 0 {
			t.saysDecided(date, of)
			return true
		}
	}
	return false
}

// saysToday lists what has been decided today, with what is not recorded yet: of others than who oversees the college, what they answer for.
func (t *turn) saysToday(oversees bool) (bool, error) {
	all := recordedOn(t.b, t.today())
	if !oversees {
		all = slices.DeleteFunc(all, func(d workgroup.Decision) bool { return !d.Owes(t.b, t.person) })
	}
	switch {
	case len(all) > 0 && (!oversees || t.unrecorded() == 0):
		t.saysDecided(t.today(), all)
	case oversees:
		return t.tellDecided(bookQuestion{date: t.today()})
	default:
		return true, t.decisionsCommand("")
	}
	return true, nil
}

// saysNumbered tells of the decision of a number, of the last meeting or of a day's; of all of them, where that day has none of the number. False: there is
// none that the sender may read of.
func (t *turn) saysNumbered(day string, number int, oversees bool) bool {
	d, ok := t.decisionNumbered(number)
	if day != "" {
		date, err := t.dateIn(day)
		if err != nil {
			return false
		}
		if d, ok = workgroup.Decisions.Get(t.b, workgroup.Decision{Date: date, Number: number}.Key()); !ok && oversees {
			all := recordedOn(t.b, date)
			if len(all) > 0 {
				t.saysDecided(date, all)
			}
			return len(all) > 0
		}
	}
	if ok = ok && (oversees || d.Owes(t.b, t.person)); ok {
		t.saysDecided(d.Date, []workgroup.Decision{d})
	}
	return ok
}
