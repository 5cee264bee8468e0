package bot

import (
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// answeredYet asks whether a unit has answered what it was asked.
	answeredYet = pattern.MustCompile(`(?i)^(?:那边|今天|现在|刚才问的|问的|的?(?:那个)?(?:问题|询问))*(?:都|还)?(?:答复?|回复?|回话|核实|核对)(?:过来)?了?(?:吗|没有?|么|嘛|没呢)$|^,? ?(?:has|have|did) (?:it|they|everybody|all)? ?(?:answer(?:ed)?|repl(?:y|ied))(?: yet)?$`)
	// exports asks for one's own unit's figures as a file.
	exports = pattern.MustCompile(`^(?:请|麻烦|帮我)?(?:导出|下载)(?:一下|一份)?(?:我们?|本)?(?:学?院|处|部|单位)?的?(?:数据|台账|日报|报表|表格)?$|^(?:请|麻烦|帮我|给我|我想|我?要|我?需要|发)+(?:一下|[一1]份|个)?(?:我们?|本|咱们?)(?:学?院|处|部|单位)(?:自己)?的?(?:数据|日报|填报|情况)?(?:数据|的)?(?:报表|表格|表|文件|数据)$|^export(?: our)? (?:figures|data)$`)
	// theirLedger asks for a day ledger, or for a lead unit's sheet, by name.
	theirLedger = pattern.MustCompile(`^(?:请|麻烦|帮我|给我|我想|我要)*(?:看看|查看|看|查|发|调|打开)?(?:一下)?(.{0,30}?)的?(日?台账|汇总表)(?:呢|吧|看看|给我看看|发我)?$`)
)

// endsAsking ends a question; what ends otherwise is not looked at for units.
var endsAsking = pattern.MustCompile(`(?:吗|没有?|么|嘛|没呢|yet|replied|answered)$`)

// ourOwn are the sender's unit in their own words.
var ourOwn = pattern.MustCompile(`^(?:我们?|本|咱们?)(?:学?院|处|部|单位|馆|集团)?$`)

// unitBefore is the unit whose name begins words, and what follows it.
func (t *turn) unitBefore(words string) (unit workgroup.Unit, rest string, ok bool) {
	longest := 0
	for u := range workgroup.Units.Each(t.b, "") {
		for _, name := range append([]string{u.Name, u.English}, u.Aliases...) {
			if name != "" && len(name) > longest && len(words) >= len(name) && strings.EqualFold(words[:len(name)], name) {
				unit, longest, ok = u, len(name), true
			}
		}
		// 护理 is a word of any day: a unit only before what is said of one.
		if short := strings.TrimSuffix(u.Name, "学院"); short != u.Name && len(short) > longest && strings.HasPrefix(words, short) && (ofUnit.MatchString(words[len(short):]) || t.gathersFrom(u) && !noUnit.MatchString(words[len(short):])) {
			unit, longest, ok = u, len(short), true
		}
	}
	rest = words[longest:]
	if ok && !strings.HasSuffix(words[:longest], "院") {
		rest = rest[len(kindOfUnit.FindString(rest)):] // 机电 + 学院
	}
	return unit, rest, ok
}

// ofUnit follows the short name of a unit, and no other word of its letters.
var ofUnit = pattern.MustCompile(`^(?:那[个边]|的?(?:日报|报表|报告|数|原因)|说|答|回复?了|报|没|还|都|今天|[：:，,]|\s+\S)`)

// noUnit follows the letters of a unit's short name where its trade or a thing is meant, and not the unit; whoever adds up a unit's figures means it
// otherwise.
var noUnit = pattern.MustCompile(`^(?:人员|工作|专业|服务|用品|病人|患者|记录|措施|知识|部|站|室|师|员|生|班|课|系|好|了|着|过)`)

// gathersFrom tells whether a unit reports to a lead unit that the sender speaks for.
func (t *turn) gathersFrom(u workgroup.Unit) bool {
	return slices.ContainsFunc(t.leadsToday(), func(id workgroup.UnitID) bool { return slices.Contains(u.Feeds, id) })
}

// kindOfUnit may follow the short name of a unit.
var kindOfUnit = pattern.MustCompile(`^(?:学院|分院|集团|中心)`)

// sheetsSpoken takes, in private, what people say of sheets in place of pressing: a question sent back to a unit, whether a unit has answered,
// and whose ledger they want.
func (t *turn) sheetsSpoken() (bool, error) {
	text := strings.TrimRight(strings.TrimSpace(t.msg.Text), ":：")
	if words, back := t.sentBackIn(text); back {
		return t.sendBack(words)
	}
	word := strings.Trim(bareWord(text), "?？")
	if len(word) > 150 {
		return false, nil
	}
	if endsAsking.MatchString(word) && t.asksOfOthers() {
		unit, rest, named := t.unitBefore(word)
		if answeredYet.MatchString(strings.TrimSpace(rest)) && (named || len(workgroup.QueriesOf(t.b, t.today())) > 0) {
			return true, t.tellAnswers(unit, named)
		}
	}
	if units := t.person.Units(); exports.MatchString(word) && len(units) == 1 {
		return true, t.exportOwn(t.today(), units[0])
	}
	m := theirLedger.FindStringSubmatch(word)
	if m == nil {
		return false, nil
	}
	return t.ledgerSpoken(strings.TrimSpace(m[1]), strings.HasSuffix(m[2], "台账"))
}

// ledgerSpoken shows the day ledger, or the sheet, of what is named; what names neither a unit nor a date is another ledger.
func (t *turn) ledgerSpoken(of string, ledger bool) (bool, error) {
	switch {
	case slices.Contains([]string{"今天", "今日"}, of):
		of = ""
	case slices.Contains([]string{"全院", "全校", "学院", "学校"}, of) && !t.person.Holds(workgroup.Overseers...):
		return false, nil // what the college reports is asked of the office
	case slices.Contains([]string{"全院", "全校", "学院", "学校"}, of):
		of = ""
	}
	if units := t.person.Units(); len(units) == 1 && ourOwn.MatchString(of) {
		of = t.unitName(units[0]).Name
	}
	if of != "" {
		r := t.read(of, understand.Context{})
		if _, err := t.dateIn(of); err != nil && r.Unit == "" && r.DateRef == "" {
			return false, nil
		}
	}
	name := "sheet"
	if ledger {
		name = "ledger"
	}
	c, _ := findCommand(name)
	return true, t.run(c, of)
}

// leadOver are the lead units that somebody speaks for and that a unit feeds.
func (t *turn) leadOver(round workgroup.Round, u workgroup.Unit) (leads []workgroup.UnitID) {
	for _, id := range round.Leads {
		if t.person.Speaks(id) && slices.Contains(u.Feeds, id) {
			leads = append(leads, id)
		}
	}
	return leads
}

// asksOfOthers tells whether somebody asks units questions, or oversees who does.
func (t *turn) asksOfOthers() bool {
	round, err := t.round(t.today())
	return err == nil && (t.person.Holds(workgroup.Overseers...) || slices.ContainsFunc(round.Leads, t.person.Speaks))
}

// itemsIn are the questions of the form that words are about, as a unit gets them.
func (t *turn) itemsIn(form workgroup.Form, u workgroup.Unit, words string) []workgroup.Key {
	return t.itemsAmong(form, form.For(u.Kind), words)
}

// itemsAmong are those of some questions of the form that words are about.
func (t *turn) itemsAmong(form workgroup.Form, among []workgroup.Item, words string) (items []workgroup.Key) {
	if words == "" {
		return nil
	}
	r := t.read(words, understand.Context{})
	bases := map[string]bool{}
	note := func(key string) {
		base, _, _ := workgroup.Key(key).Parts()
		bases[base] = true
	}
	for key := range r.Fields {
		note(key)
	}
	for _, key := range r.Unknown {
		note(key)
	}
	for _, d := range r.Doubts {
		note(d.Key)
	}
	for _, item := range among {
		base, _, _ := item.Key.Parts()
		named := slices.ContainsFunc(append([]string{form.LabelOf(item.Key).Name}, item.Words...), func(w string) bool { return w != "" && strings.Contains(words, w) })
		if named || bases[base] {
			items = append(items, item.Key)
		}
	}
	return items
}

// queryOf sends the words of a slip to a unit, about the item that was pressed.
func (t *turn) queryOf(s workgroup.Slip, answer string) error {
	parts := strings.Split(s.Of, "/")
	i, err := strconv.Atoi(strings.TrimPrefix(answer, "i"))
	if err != nil || len(parts) != 3 {
		return workgroup.Refuse(workgroup.Changed)
	}
	round, _, err := workgroup.RoundAndUnit(t.b, parts[0]+"/"+parts[1])
	if err != nil {
		return err
	}
	u, _ := round.Unit(t.b, workgroup.UnitID(parts[2]))
	items := t.College.FormOn(round.Date).For(u.Kind)
	if i < 0 || i >= len(items) {
		return workgroup.Refuse(workgroup.Changed)
	}
	return t.askUnit(parts[0]+"/"+parts[1], u.ID, items[i].Key, s.Text)
}

// tellAnswers tells what became of the questions of today that the sender may know of: to one unit, else to all.
func (t *turn) tellAnswers(unit workgroup.Unit, named bool) error {
	round, err := t.round(t.today())
	if err != nil {
		return err
	}
	lines := []workgroup.Facts{}
	for _, q := range workgroup.QueriesOf(t.b, round.Date) {
		u, _ := round.Unit(t.b, q.Unit)
		mine := t.person.Holds(workgroup.Overseers...) || t.person.Speaks(q.Lead) || q.Lead == "" && len(t.leadOver(round, u)) > 0
		if mine && (!named || q.Unit == unit.ID) {
			lines = append(lines, t.QueryLine(t.b, round, q))
		}
	}
	t.reply("say/query-state", workgroup.Facts{"unit": unit.Named(), "lines": lines})
	return nil
}
