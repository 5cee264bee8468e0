package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// A lead unit sends what a unit has filed back with a question, in its own words: the unit first (“护理学院报得不对，退回去”), or the verb.
var (
	// sendsBack begins what a lead unit's head sends back to a unit (“退回护理学院，居家隔离12人是不是多了”).
	sendsBack = pattern.MustCompile(`^(?:请|麻烦)?(?:退回询问|退回给?|打回给?|(?i:(?:please )?send (?:(?:it|this|that|them) )?back(?: to)?(?: the\b)?|query to(?: the\b)?))[\s：:]*`)
	// sentBack ends it, behind the unit and what is wrong with its report, or stands between them (“护理学院退回，12人是不是含老师”).
	sentBack = pattern.MustCompile(`^(?:请|麻烦|帮我)?(?:把|将)?(.+?)[，,。；;\s]*(?:请|麻烦|就|要|得|先)?(?:给(?:他们|它))?(?:退回|打回)(?:去|来|给?他们)?[，,\s]*(?:(?:让|请|叫)(?:他们|其))?(?:重报|重新报|重填|再报|核实|核对|核查|核|查|修改|更正|改|再?问问|问一?问|再?问)?(?:一下|清楚|他们)*[吧了]?$|^(?:请|麻烦|帮我)?(.{2,60}?的?(?:日报|报告|数据?)?)(?:要|得|先)?(?:退回|打回)(?:去|询问|一下)?[，,：:；;。\s]+(.*(?:是不是|是否|有没有|对不对|不对|含不含|包不包括|有误|错了?|漏|请|核|[吗?？]).*)$|(?i)^(?:please )?(.+? (?:is|are|looks?|seems?) (?:wrong|not right|incorrect))[,;.]? (?:please )?(?:send|give) (?:it|them|that) back$`)
	// wrongReport is what is wrong with one; of whatever else something is told that was sent back.
	wrongReport = pattern.MustCompile(`(?i)报|数|不对|有误|错|对不上|不平|不符|不准|不实|漏|wrong|not right|incorrect`)
	// noSending is what was sent back already, is not to be, or is people.
	noSending = pattern.MustCompile(`(?:已经?|刚才?|刚刚|都|不要?|别|不用|没有?|被|谁|怎么|为什么)(?:给)?(?:他们)?(?:退回|打回)|被|退回了?[吗么]|学生退回|人退回`)
)

// sentBackIn are the words behind the verb, or before it, of whoever sends a unit's report back.
func (t *turn) sentBackIn(text string) (words string, back bool) {
	if m := sendsBack.FindString(text); m != "" {
		return strings.TrimSpace(text[len(m):]), true
	}
	if len(text) > 3*longestQuery || !strings.Contains(text, "回") && !strings.Contains(text, " back") {
		return "", false
	}
	m := sentBack.FindStringSubmatch(bareWord(text))
	if m == nil || noSending.MatchString(text) || m[3] == "" && !wrongReport.MatchString(text) || t.read(text, understand.Context{}).Urgent == understand.Yes {
		return "", false
	}
	words = strings.TrimPrefix(m[1]+m[4], "the ")
	if m[3] != "" {
		u, rest, _ := t.unitBefore(m[2])
		if rest != "" && !ofTheReport.MatchString(strings.TrimSpace(rest)) {
			return "", false
		}
		words = u.Name + "，" + m[3]
	}
	_, _, named := t.unitBefore(words)
	return words, named
}

// ofTheReport is what stands behind a unit's name and says no more than that its report is meant.
var ofTheReport = pattern.MustCompile(`^的?(?:今天|今日)?(?:的)?(?:日报|报表|报告|数据?|填报|零报告)$`)

// sendsNothingBack tells the office who of the lead units sends a unit's report back; any other head reads elsewhere that it is not theirs to.
func (t *turn) sendsNothingBack(round workgroup.Round, named workgroup.Unit, ok bool) (bool, error) {
	if !ok || !t.person.Holds(workgroup.Overseers...) {
		return false, nil
	}
	u, _ := round.Unit(t.b, named.ID)
	leads, people := []workgroup.Named{}, []string{}
	for _, id := range round.Leads {
		if slices.Contains(u.Feeds, id) {
			leads = append(leads, t.unitName(id))
			people = append(people, workgroup.Phones(workgroup.Speakers(t.b, id))...)
		}
	}
	t.reply("say/query-leads", workgroup.Facts{"unit": named.Named(), "leads": leads, "people": people[:min(4, len(people))]})
	return true, nil
}

// sendBack sends an item of a unit's report back with the question that is said. Which item it is about is asked where the words do not
// name one.
func (t *turn) sendBack(words string) (bool, error) {
	round, err := t.round(t.today())
	if err != nil {
		return false, nil
	}
	named, rest, ok := t.unitBefore(words)
	if !slices.ContainsFunc(round.Leads, t.person.Speaks) {
		return t.sendsNothingBack(round, named, ok)
	}
	if !ok {
		t.unitUnknown(words)
		return true, nil
	}
	u, _ := round.Unit(t.b, named.ID)
	leads := t.leadOver(round, u)
	if len(leads) == 0 {
		return true, workgroup.Refuse(workgroup.QueryNotFed, "unit", named.Named())
	}
	if _, filed := workgroup.FiledOn(t.b, round.Date, u.ID); !filed {
		return true, workgroup.Refuse(workgroup.QueryOfNothing, "unit", u.Named())
	}
	words = strings.TrimLeft(strings.TrimSpace(ofTheReport.ReplaceAllString(strings.TrimSpace(rest), "")), "，,：:、的 ")
	switch {
	case len([]rune(words)) > longestQuery:
		return true, workgroup.Refuse(workgroup.LongReason, "most", longestQuery)
	case !speaks(words):
		words = ""
	}
	sheet := workgroup.SheetObject(round.Date, leads[0])
	form := t.College.FormOn(round.Date)
	t.maybeCase(t.read(words, understand.Context{})) // a question may tell of somebody
	if items := t.itemsIn(form, u, words); len(items) == 1 {
		return true, t.keeping(t.askUnit(sheet, u.ID, items[0], words))
	}
	t.asksWhichItem(sheet, u, form, words)
	return true, nil
}

// asksWhichItem asks which item of a unit's report a question is about: pressing one sends it.
func (t *turn) asksWhichItem(sheet string, u workgroup.Unit, form workgroup.Form, words string) {
	source := t.slip(slipQuery, sheet+"/"+string(u.ID), words)
	var row []workgroup.Button
	for i, item := range form.For(u.Kind) {
		row = append(row, slipButton("button/query-item", source, "i"+strconv.Itoa(i), workgroup.LabelFacts(form, item.Key)))
	}
	t.reply("say/query-which", workgroup.Facts{"unit": u.Named(), "words": words}, card.InRows(2, row)...)
}

// ofItem are words beside the name of a figure where it is asked which one is meant.
var ofItem = pattern.MustCompile(`^(?:就|是|问|选|要问|那个?)+|(?:那|这)?(?:一?项|一?个|个数|的数|人数|的)+$|(?i)^(?:the|ask about|about)\s+`)

// namesItem takes the name of a figure for the answer to which one a unit is asked about, where nothing else was asked since.
func (t *turn) namesItem() (bool, error) {
	s, asked := t.askedLast(slipQuery)
	if !asked || digits.MatchString(t.msg.Text) {
		return false, nil
	}
	parts := strings.Split(s.Of, "/")
	round, unit, err := workgroup.RoundAndUnit(t.b, parts[0]+"/"+parts[2])
	if err != nil {
		return false, nil
	}
	word := ofItem.ReplaceAllString(bareWord(t.msg.Text), "")
	form, answer := t.College.FormOn(round.Date), -1
	for i, item := range form.For(unit.Kind) {
		label := form.LabelOf(item.Key)
		if slices.ContainsFunc(append([]string{label.Name, label.English}, item.Words...), func(w string) bool { return w != "" && strings.EqualFold(w, word) }) {
			answer = i
		}
	}
	if answer < 0 {
		return false, nil
	}
	if err = t.queryOf(s, "i"+strconv.Itoa(answer)); err == nil {
		t.used(s)
	}
	return true, t.keeping(err)
}
