package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// busy tells of a unit what it is doing, or who of it is: no report of anybody.
	busy = pattern.MustCompile(`^(?:那边|今天|他们|现在|的)*(?:在|正|还在|忙|负责人|有人|书记|院长|主任|填报人|人都?)`)
	// passesOn passes a unit's report on.
	passesOn = pattern.MustCompile(`说|报|电话|来电|微信|告诉|[：:]`)
)

// tellsOfUnit takes what the head of a lead unit tells of a unit that reports to it, under a name by which the reader does not know it: it is no report of
// their own people. What the unit has passed on is filed for it, as it agrees; what it is doing may be why it is missing.
func (t *turn) tellsOfUnit() (bool, error) {
	if len(t.leadsToday()) == 0 || len(t.msg.Text) > 3*longestQuery {
		return false, nil
	}
	words := strings.TrimSpace(t.msg.Text)
	named, rest, ok := t.unitBefore(words[len(beforeDoubt.FindString(words)):])
	r := t.readPlain(t.msg.Text)
	does := busy.MatchString(rest)
	round, err := t.round(t.today())
	if err != nil || !ok || t.person.Speaks(named.ID) || r.Urgent == understand.Yes || !reports(r) || len(r.Rows) > 0 {
		return false, nil
	}
	u, _ := round.Unit(t.b, named.ID)
	leads := t.leadOver(round, u)
	_, filed := workgroup.FiledOn(t.b, round.Date, u.ID)
	corrects := filed && r.Kind == understand.Correction && !t.mayFile(round.Date, u.ID) // which only the unit can
	switch {
	case len(leads) == 0 || r.Unit == string(named.ID) && !does && !corrects && !(filed && vouches.MatchString(words)):
		return false, nil
	case filed && vouches.MatchString(words) && !t.mayFile(round.Date, u.ID): // 核实过了，12人没错: what the unit itself has to answer
		if slices.ContainsFunc(workgroup.QueriesOf(t.b, round.Date), func(q workgroup.Query) bool { return q.Unit == u.ID }) {
			return true, t.tellAnswers(u, true)
		}
		return true, t.tellUnit(t.College.Count(t.b, round), u)
	case corrects:
		t.readsDoubtBack(workgroup.SheetObject(round.Date, leads[0]), u, t.College.FormOn(round.Date), strings.TrimLeft(strings.TrimSpace(rest), "，,：:、的 "))
	case !does && (passesOn.MatchString(rest) || r.Unit == "" || t.person.Speaks(workgroup.UnitID(r.Unit))):
		r.Unit = string(u.ID)
		err := t.line(r)
		t.askUrgent(r)
		return true, t.keeping(err)
	case filed:
		t.readsDoubtBack(workgroup.SheetObject(round.Date, leads[0]), u, t.College.FormOn(round.Date), strings.TrimSpace(rest))
	default:
		lead, _ := round.Unit(t.b, leads[0])
		if !t.asksWhetherGap(round, lead, u.ID, words) {
			return false, nil
		}
	}
	t.askUrgent(r)
	return true, nil
}

// readPlain reads a text with nothing asked.
func (t *turn) readPlain(text string) understand.Reading { return t.read(text, understand.Context{}) }

var (
	// asksChanged asks whether a unit has corrected its report.
	asksChanged = pattern.MustCompile(`^(?:请问)?(.{2,20}?)(?:今天|现在|那边)?(?:都|已经|还)?(?:没)?(?:更正|改正|修改|改|补报|重报)(?:好|过|完|过来)?了?(?:吗|没有?|么|呢)+$`)
	// asksSum asks how many there are on one's own sheet.
	asksSum = pattern.MustCompile(`(?:一共|总共|合计|全部|共|现在|今天|目前|有|是|的|^).{0,14}?(?:多少|几(?:个|人|例|名))(?:个|人|例|名)*[了的呢啊]*$`)
)

// asksOfSheet answers the head of a lead unit what their sheet says: whether a unit has corrected its report, and how many there are in all.
func (t *turn) asksOfSheet() (bool, error) {
	word := strings.TrimRight(bareWord(t.msg.Text), "?？ ")
	changed, sums := asksChanged.FindStringSubmatch(word), asksSum.MatchString(word)
	mine := t.leadsToday()
	if len(word) > 90 || changed == nil && (!sums || asksAbout.MatchString(word) || ordersCheck.MatchString(word)) || len(mine) == 0 || t.person.Holds(workgroup.Overseers...) || t.readPlain(t.msg.Text).Urgent != understand.No {
		return false, nil
	}
	round, err := t.round(t.today())
	if err != nil {
		return false, nil
	}
	if changed != nil {
		unit, rest, named := t.unitBefore(changed[1])
		if !named || rest != "" || !t.gathersFrom(unit) {
			return false, nil
		}
		return true, t.tellUnit(t.College.Count(t.b, round), unit)
	}
	form := t.College.FormOn(round.Date)
	items := t.itemsAmong(form, form.Items, word)
	unit, rest, named := t.unitBefore(word)
	if named && strings.Trim(rest, "的 ") != "" && len(items) > 0 && t.gathersFrom(unit) && !t.person.Speaks(unit.ID) {
		return true, t.ledgerOfUnit(round, unit.ID)
	}
	ours := named && slices.Contains(mine, unit.ID) && rest != ""
	if named && !ours || len(mine) != 1 || len(items) == 0 && !strings.Contains(word, "隔离") {
		return false, nil
	}
	page := workgroup.Page{Sheet: workgroup.SheetObject(round.Date, mine[0]), Chat: t.chat.ID, Items: len(items) != 1}
	if len(items) == 1 {
		page.Item = items[0]
	}
	t.turnTo(page, true)
	return true, nil
}
