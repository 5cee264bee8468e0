package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

// What asks after the reports to the authorities, beside the words of their acts.
var (
	// howFar asks how far they have come.
	howFar = pattern.MustCompile(`^(?:今天|今日|昨天|昨日|请问|那)*的?(?:(?:更正件|上报件|上报稿|上报信息|上报的?报告|情况报告)(?:现在|今天)?(?:都|已经)?(?:签发?|审核|研究|上报|报|报送|备案|送审|发)?(?:过|好)?(?:了吗|了没有?|没有?|到哪.*|在哪.*|怎么样了?|什么情况|进展.*|办得.*)|(?:更正件|上报件|上报稿)(?:现在|是|由)*谁(?:在|来|负责)*(?:弄|拟|写|办|起草|管|负责)[呢的啊]*|能?(?:签发?|审核|备案|送审|上报)(?:过|好)?(?:了吗|了没有?|吗))$|` +
		`^(?i:where(?: is|'s) (?:the |today's |our )?(?:daily )?(?:report|paper)(?: to the authorities)?(?: now)?|(?:is|has) (?:the |today's |our )?(?:daily )?(?:report|paper)(?: been)? (?:ready|signed|drafted|checked|reviewed|sent)(?: yet| now| to sign)*)$`)
	// howDone asks how, where, when or by whom one of their acts is done.
	howDone = pattern.MustCompile(`^(?:请问|那么?|我们?|现在|今天|今日|的)*(?:要|该|应该|想)?(?:怎么样?|如何|怎样|在哪里?|去哪里?|从哪里?|哪里|什么时候|何时|谁)(?:才|能|可以|来|去|该|负责)*(?:签字|签发|签|审签|审核|拟稿|起草|拟)(?:今天|今日)?的?(?:上报件|上报稿|上报信息|上报材料|(?:上报|情况)?的?报告|稿子?)?[呢啊呀]?$|` +
		`^(?i:(?:(?:so|and|please|tell me) )*(?:how|where|when) (?:do|does|can|should|could) (?:i|we|one|he|she) (?:sign|check|draft|review)(?: (?:it|(?:the|today's|this|a) (?:daily )?(?:report|paper|document)))?(?: today)?|who (?:signs|checks|drafts|reviews) (?:the|today's) (?:daily )?(?:report|paper))$`)
	// wantsDone says that the sender would do one.
	wantsDone = pattern.MustCompile(`^(?:(?:我|我们|现在|请|帮我|麻烦)*(?:要|想要?|需要|来|该|把|能|可以)*(?:重新|再)?(?:签字|签发|签|审签|审核|拟稿|起草|拟)一?[下份次遍]?(?:今天|今日|一下)?的?(?:上报件|上报稿|上报信息|上报材料|(?:上报|情况)?的?报告)[吧了吗]*|(?:我|我们)*(?:要|想要?|需要|来)(?:签字|签发|签|拟稿)(?:了|一下)?|(?:重新|再)签(?:一?[份次遍])?吧?|签)$|` +
		`^(?i:(?:please |now )*(?:(?:i|we) (?:want|need|have|would like|wish) to |(?:i|we)'d like to |(?:can|may|could) (?:i|we) |let me |i(?:'ll| will) )?(?:sign|draft|check|review)(?: it| (?:the|today's|this|our) (?:daily )?(?:report|paper|document))(?: to the authorities)?(?: now| today)*|(?:i|we) (?:want|need|have|would like) to sign|sign)$`)
)

// asksOfPapers answers whoever asks after the reports to the authorities in words of their own.
func (t *turn) asksOfPapers() bool {
	word := strings.Trim(bareWord(strings.Trim(strings.TrimSpace(t.msg.Text), "?？")), "?？")
	if _, waits := t.readsBack(); waits || t.writesPaper() {
		return false // what lies here comes first
	}
	if howFar.MatchString(word) {
		q, _, dated := t.whenAsked(people.Narrow(word))
		if dated {
			t.tellPapers(q.date)
		}
		return dated
	}
	if !slices.ContainsFunc([]*pattern.Pattern{howDone, wantsDone}, func(asks *pattern.Pattern) bool { return asks.MatchString(word) }) {
		return false
	}
	t.showPapers()
	return true
}

// tellPapers tells how far the reports of a date have come: one on its way today by its card, several one by one, with what was sent of each.
func (t *turn) tellPapers(date workgroup.Date) {
	found := len(slices.Collect(workgroup.Papers.Each(t.b, string(date)+"/")))
	mine := date == t.today() && t.readsPapers()
	switch {
	case found == 0 && date < t.today():
		t.reply("say/paper-none", workgroup.Facts{"date": date, "drafters": []workgroup.Named{}, "past": true, "begun": true, "mine": false})
	case !mine || found > 1:
		t.listPapers(string(date))
	}
	if mine {
		t.showPapers()
	}
}

// showPapers shows how far the reports on their way have come, and today's: each card says whose turn it is and what they press. Where
// nobody has drafted today's it says who does, and how.
func (t *turn) showPapers() {
	today, ok := workgroup.LastPaper(t.b, t.today())
	open := workgroup.PapersOpen(t.b, t.today())
	if ok && !slices.ContainsFunc(open, func(p workgroup.Paper) bool { return p.Key() == today.Key() }) {
		open = append(open, today)
	}
	for _, p := range open {
		workgroup.ShowPaper(t.b, p, t.person, t.now)
	}
	if ok {
		return
	}
	var rows [][]workgroup.Button
	begun := workgroup.Rounds.Has(t.b, string(t.today()))
	if begun && workgroup.MayDraft(t.b, t.person) == nil {
		rows = append(rows, []workgroup.Button{{Label: "button/paper-draft", Verb: "draftout", Object: string(t.today())}})
	}
	t.reply("say/paper-none", workgroup.Facts{"date": t.today(), "drafters": workgroup.DraftersNamed(t.b), "past": false, "begun": begun, "mine": len(rows) > 0}, rows...)
}
