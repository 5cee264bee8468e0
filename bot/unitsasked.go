package bot

import (
	"slices"
	"strings"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// asksMissing asks who has not reported yet, or how many have.
	asksMissing = pattern.MustCompile(`^(?:请问|那么?|现在|今天|目前|到现在|截至现在|还|都)*(?:有)?(?:谁|哪些?(?:个|家|几家|几个)?(?:单位|学院|部门|处室)?|几家|几个(?:单位|学院)|多少家?(?:单位|学院)?)(?:单位)?(?:今天|到现在)?(?:还|都)?(?:没有?|未)(?:报|交|填|上报|报送)(?:上来|过来)?[的了呢呀啊]*$` +
		`|^(?:请问|那么?|现在|今天|目前)*还(?:差|缺|剩)(?:谁|哪.{0,5}|几.{0,4}|多少.{0,4})(?:没有?报|没交|未报)?[的了呢]*$` +
		`|^(?:请问|现在|今天|目前|大家|各单位|各学院|单位|学院|都)*(?:报|交|收|来)?(?:齐|全|完)(?:了|没有?|吗|么|呢)+$` +
		`|^(?:请问|现在|今天|目前|大家|各单位|各学院)*都(?:报|交|填)(?:上来)?了(?:吗|没有?|么)$` +
		`|^(?:请问|现在|今天|目前|到现在|一共|总共|已经)*(?:收到?|收上来|报上来|交上来)了?(?:几|多少)(?:个|家|份)?(?:单位|学院)?[的了呢]*$` +
		`|^(?:请问|现在|今天|目前|到现在|一共|总共|已经)*(?:报|交)了?(?:几|多少)(?:家|个单位|个学院)[的了呢]*$` +
		`|(?i)^(?:so )?who (?:is|are) (?:still )?(?:missing|outstanding)(?: now| today)?$|^who (?:has not|hasn['’]t|have not|haven['’]t) (?:yet )?(?:reported|filed|sent|answered)(?: yet| today)?$` +
		`|^which units (?:are (?:still )?(?:missing|outstanding)|(?:have not|haven['’]t) (?:reported|filed))(?: yet| today)?$` +
		`|^how many (?:units )?(?:have (?:reported|filed|come in)|are (?:still )?(?:in|missing)|did (?:we|you) get)(?: so far| yet| now)?$|^(?:is everybody|is everyone|are they all|are all units) in(?: yet| now)?$|^has every(?:body|one) (?:reported|filed)(?: yet)?$`)
	// asksWhyNot asks why a unit has not reported, and urges has it asked.
	asksWhyNot = pattern.MustCompile(`^(?:请问)?(.{2,20}?)(?:今天|现在|到现在|是)*(?:怎么|为什么|为啥|为何|咋)(?:到现在|现在|今天|还|都|一直)*(?:没有?|不|未)(?:报|交|填|上报|报送|动静|消息)(?:上来|过来)?[的了呢啊]*$|^(.{2,20}?)(?:还没|还未|没有?)(?:报|交|报送)(?:上来)?[啊呢，,]*(?:催|提醒)(?:催|一?下)?(?:一下)?$|(?i)^why (?:has|have) (?:the )?(.{2,60}?) not (?:reported|filed)(?: yet)?$|^why (?:hasn['’]t|haven['’]t) (?:the )?(.{2,60}?) (?:reported|filed)(?: yet)?$`)
	urges      = pattern.MustCompile(`^(?:请|麻烦|再|帮我|给我|赶紧|抓紧|快)*(?:催|提醒|通知)(?:催|一?下)?(.{0,20}?)(?:今天|现在)?(?:还)?(没有?报的?|未报的?|没交的?|没有?报送的?)?(?:单位|学院|部门)?(?:负责人)?(?:赶紧|抓紧|尽快|马上|快)*(?:点)?(报|报送|上报|交)?(?:一下)?[吧啊]?$|(?i)^(?:please )?(?:remind|chase|nudge) (?:the )?(.{2,60}?)( that (?:have|has) not (?:reported|filed))?$`)
	// asksSheet asks whether a lead unit's sheet has been filed.
	asksSheet = pattern.MustCompile(`^(?:请问|今天|现在|我们?|咱们?|本处|的)*(.{0,12}?)的?汇总表?(?:今天|现在)?(?:都|已经)?(?:报送|上报|报|交|发|送)(?:上去|过去|出去|给防控办)?了?(?:吗|没有?|么|呢)+$` +
		`|(?i)^(?:has|is|was) (?:the |our )?(?:(.{2,40}?)(?:['’]s)? )?(?:sheet|consolidation)(?: been)? (?:filed|sent|in)(?: yet)?$|^did we (?:file|send) (?:the|our) (?:sheet|consolidation)(?: yet)?$`)
	// asksOfUnit asks whether a unit that it names has reported.
	asksOfUnit = pattern.MustCompile(`^(?:请问)?(.{2,20}?)(?:今天|现在)?(?:都|已经|还)?(?:没)?(?:报送|上报|报|交|填)(?:上来|过来)?了?(?:吗|没有?|么|呢)+$|(?i)^has (?:the )?(.{2,60}?) (?:reported|filed)(?: yet| today)?$`)
)

// asksUnits answers, with what stands in the book, who asks which units have reported, or whether a sheet was filed: the head of a lead unit
// reads their sheet, whoever else the college. What is asked aloud in the group is answered in private, and of those whose it is to ask.
func (t *turn) asksUnits() (bool, error) {
	word := strings.TrimRight(bareWord(t.msg.Text), "?？ ")
	if len(word) > 150 {
		return false, nil
	}
	if done, err := t.urgesUnits(word); done || err != nil {
		return done, err
	}
	missing, sheet, of := asksMissing.MatchString(word), asksSheet.FindStringSubmatch(word), asksOfUnit.FindStringSubmatch(word)
	if !missing && sheet == nil && of == nil {
		return false, nil
	}
	round, err := t.round(t.today())
	if err != nil {
		return false, nil
	}
	lead := slices.ContainsFunc(round.Leads, t.person.Speaks)
	oversees := t.person.Holds(workgroup.Overseers...)
	if !t.addressed() && !lead && !oversees {
		return false, nil
	}
	switch {
	case sheet != nil && (lead || oversees):
		return true, t.tellSheet(strings.TrimSpace(sheet[1] + sheet[2]))
	case missing && lead:
		return true, t.tellSheet("")
	case missing && !t.addressed():
		t.whisper("say/missing", t.missingOn(round))
		return true, nil
	case missing:
		return true, t.missingCommand("")
	case of != nil:
		unit, rest, named := t.unitBefore(strings.TrimSpace(of[1] + of[2]))
		if !named || rest != "" || t.person.Speaks(unit.ID) && !lead {
			return false, nil
		}
		return true, t.tellUnit(t.College.Count(t.b, round), unit)
	}
	return false, nil
}

// tellSheet shows the sheet that is asked about, in private: the asker's own, else the one that is named, else how all of them stand.
func (t *turn) tellSheet(of string) error {
	chat := t.privateChat()
	if chat == 0 {
		t.reply("say/ask-in-private", workgroup.Facts{"bot": t.Username, "word": "/sheet", "open": false})
		return nil
	}
	if _, rest, named := t.unitBefore(of); !named || rest != "" || t.namesLeads() > 1 {
		of = ""
	}
	there := *t
	there.chat = models.Chat{ID: chat, Type: models.ChatTypePrivate}
	return there.sheetCommand(of)
}

// namesLeads is how many lead units of today the message at hand names: “学生处汇总交了没有？人事处呢”.
func (t *turn) namesLeads() (n int) {
	round, _ := workgroup.Rounds.Get(t.b, string(t.today()))
	for _, id := range round.Leads {
		if strings.Contains(t.msg.Text, t.unitName(id).Name) {
			n++
		}
	}
	return n
}

// tellUnit tells whether a unit has reported on a date, and when, and of a lead unit whether its sheet is filed.
func (t *turn) tellUnit(tally workgroup.Tally, unit workgroup.Unit) error {
	i := slices.IndexFunc(tally.Lines, func(l workgroup.UnitLine) bool { return l.Unit.ID == unit.ID })
	if i < 0 {
		return workgroup.Refuse(workgroup.UnitNotInRound, "unit", unit.Named())
	}
	line := tally.Lines[i]
	facts := workgroup.Facts{"unit": unit.Named(), "date": tally.Round.Date, "state": line.State, "at": "", "mark": line.Standing.Mark, "revision": line.Standing.Revision, "sheets": []workgroup.Facts{}}
	if line.State == workgroup.Filed {
		facts["at"] = t.Clock(line.Standing.Filed)
	}
	facts["correction"] = nil
	for _, one := range tally.Waiting {
		if one.Unit.ID == unit.ID {
			facts["correction"] = t.College.CorrectionOpenFacts(t.b, one)
		}
	}
	for _, s := range tally.Sheets {
		if s.Lead.ID == unit.ID {
			facts["sheets"] = t.SheetLines([]workgroup.SheetLine{s})
		}
	}
	t.whisper("say/unit-asked", facts)
	return nil
}
