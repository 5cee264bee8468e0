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

var (
	// sumSaid is another sum for a lead unit's sheet, and why: “把居家隔离合计改为5，机电电话报了2人”.
	sumSaid = pattern.MustCompile(`^(.{0,30}?)(改合计|合计数?|汇总数?)(.{0,30}?)([0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]{1,11}|[零一二两三四五六七八九十百]{1,5})\s*[人个名例位]?(?:[\s，,、:：;；。.]+(.*))?$`)
	// sumSaidEn is the same in English.
	sumSaidEn = pattern.MustCompile(`(?i)^(?:please )?(?:override|(?:change|set) (?:the )?(?:sum|total|consolidation)(?: of)?)()()\s+(.{2,40}?)\s+(?:to |is |= ?)?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,11})(?:[\s,.;:]+(.*))?$`)
	// changes is what makes of a sum in words another one: “合计5人” alone is how people report.
	changes = pattern.MustCompile(`改|应该?[是为]|调整`)
	// figureSaid is another figure, of a sheet or of one's own report.
	figureSaid = pattern.MustCompile(`^(?:把|将)?(.{2,20}?)(?:改成|改为|改到|应该?[是为])\s*([0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]{1,11}|[零一二两三四五六七八九十百]{1,5})\s*[人个名例位]?(?:[\s，,、:：;；。.]+(.*))?$`)
	// sumBack takes an override back.
	sumBack = pattern.MustCompile(`(?i)^(?:请|把)?恢复(?:原来的?|原)?(.{0,12}?)的?合计$|^restore (?:the )?(?:sum|total)(?: of (.+))?$`)
	// why begins a reason.
	why = pattern.MustCompile(`^(?i:原因|理由|因为|because|since|reason)\s*[:：是]?\s*`)
)

// sumSpoken takes, in private, what the head of a lead unit says of the sums of its sheet of today in place of pressing 「改合计」: it is no
// report of the unit's own people. Words that may mean either are asked about.
func (t *turn) sumSpoken() (bool, error) {
	text := strings.TrimSpace(people.Narrow(t.msg.Text))
	if len(text) > 400 {
		return false, nil
	}
	if done, err := t.sumStays(text); done || err != nil {
		return done, err
	}
	m, back := sumSaid.FindStringSubmatch(text), sumBack.FindStringSubmatch(bareWord(text))
	if m != nil && m[2] != "改合计" && !strings.HasPrefix(m[2], "汇总") && !changes.MatchString(m[1]+m[3]) {
		m = nil
	}
	if m == nil {
		m = sumSaidEn.FindStringSubmatch(text)
	}
	either, alone := figureSaid.FindStringSubmatch(text), t.types(bareWord(text), "button/sum")
	drops := t.deskHere().Expect != workgroup.SumDesk && dropsSum.MatchString(bareWord(text))
	again := sumAgain.FindStringSubmatch(text)
	if m == nil && back == nil && either == nil && again == nil && !alone && !drops {
		return false, nil
	}
	round, err := t.round(t.today())
	if err != nil {
		return false, nil
	}
	mine := slices.DeleteFunc(slices.Clone(round.Leads), func(id workgroup.UnitID) bool { return !t.person.Speaks(id) })
	if len(mine) == 0 {
		return false, nil
	}
	if len(mine) > 1 {
		return m != nil || alone, t.sheetOrNone(m != nil || alone)
	}
	lead, _ := round.Unit(t.b, mine[0])
	if drops {
		return t.offersRestoring(round, lead)
	}
	switch {
	case m != nil && (countsNobody(sumSaid, text, 4) || countsNobody(sumSaidEn, text, 4)), m == nil && either != nil && countsNobody(figureSaid, text, 2):
		return true, workgroup.Refuse(workgroup.PlainNumber)
	case back != nil:
		return true, t.keeping(t.restores(round, lead, back[1]+back[2]))
	case alone:
		t.turnTo(workgroup.Page{Sheet: workgroup.SheetObject(round.Date, lead.ID), Chat: t.chat.ID, Items: true}, true)
		return true, nil
	case t.read(t.msg.Text, understand.Context{}).Urgent == understand.Yes:
		return false, nil // a case comes first
	case m != nil:
		return true, t.keeping(t.overrides(round, lead, m[1]+m[3], m[4], m[5]))
	case again != nil:
		return t.statesAgain(round, lead, again[1]+again[2])
	}
	return t.sumOrOwn(round, lead, either[1], either[2], either[3])
}

// oldSum ends what keeps the sums of a sheet as they were.
var oldSum = pattern.MustCompile(`(?:^|[，,。；;\s])(?:所以|那|但是?)?(?:我们?处?|咱们?|本处)?的?(?:(?:原来|原先|原有|之前|已报|报过|上报)的?(?:数字?|合计|汇总|总数)|合计数?|汇总数?)(?:都|就|还|仍|也)*(?:不变|不动|不改|没变|照旧|不用改|不用动)了?[。.！!]*$|(?i)\b(?:our|the) (?:sums?|totals?|sheet) (?:stays?|stands?|remains?)(?: the same| as (?:it is|they are|filed))?[.!]*$`)

// sumStays has the sums of a sheet stay, whatever a unit has reported late: a filed one as with 「仍按原报」, of another what was stated in place of
// the units' sums.
func (t *turn) sumStays(text string) (bool, error) {
	round, err := t.round(t.today())
	if err != nil || !oldSum.MatchString(text) || strings.ContainsAny(text, "?？") {
		return false, nil
	}
	mine := slices.DeleteFunc(slices.Clone(t.sheetsMoved(round).Leads), func(id workgroup.UnitID) bool { return !t.person.Speaks(id) })
	r := t.read(t.msg.Text, understand.Context{})
	ofOwn := len(r.Fields) > 0 && (r.Unit == "" || t.person.Speaks(workgroup.UnitID(r.Unit)))
	if len(mine) != 1 || ofOwn || r.Urgent != understand.No {
		return false, nil
	}
	round = t.sheetsMoved(round)
	lead, _ := round.Unit(t.b, mine[0])
	if _, filed := workgroup.LastSheet(t.b, round.Date, lead.ID); !filed {
		return t.offersRestoring(round, lead)
	}
	return true, t.keeping(t.keepsInWords(round, lead))
}

// sumAgain puts the sum right that was stated just now: “改错了，改成16”.
var sumAgain = pattern.MustCompile(`^(?:不对|不是|错了|(?:刚才|刚刚|上面)?(?:改|写|填|输)错了|(?:刚才|刚刚)的?(?:不对|错了))[，,。\s]*(?:应该?是|应该?为|再?改成|再?改为|再?改到|改|是|为)\s*([0-9]{1,6})\s*[人个名例]?$|^(?i:(?:no|wrong|sorry)[,.]? (?:change it to|it is|make it) ([0-9]{1,6}))$`)

// statesAgain reads back another sum in place of the one that its writer stated just now, for the same reason.
func (t *turn) statesAgain(round workgroup.Round, lead workgroup.Unit, number string) (bool, error) {
	var last workgroup.Override
	for _, o := range workgroup.WorksheetOf(t.b, round.Date, lead.ID).Overrides {
		if o.By == t.person.ID && o.At.After(last.At) && t.now.Sub(o.At) <= patience {
			last = o
		}
	}
	n, err := strconv.Atoi(number)
	if _, lies := t.draftHere(); last.At.IsZero() || err != nil || lies {
		return false, nil
	}
	return true, t.keeping(t.readsSumBack(round, lead, workgroup.Override{Item: last.Item, To: workgroup.Count(n), Reason: last.Reason}))
}

// countsNobody tells whether what follows the number that words were matched by makes it none of people: 改合计 居家隔离 2.5.
func countsNobody(said *pattern.Pattern, text string, number int) bool {
	at := said.FindStringSubmatchIndex(text)
	return at != nil && noSum.MatchString(text[at[2*number+1]:])
}

// sheetOrNone asks whose sheet is meant, where one is.
func (t *turn) sheetOrNone(meant bool) error {
	if !meant {
		return nil
	}
	return t.sheetCommand("")
}

// overrides states another sum; which item is asked on the sheet where the words do not name one.
func (t *turn) overrides(round workgroup.Round, lead workgroup.Unit, about, number, reason string) error {
	item, n, ok := t.sumIn(round, about, number)
	if !ok {
		t.turnTo(workgroup.Page{Sheet: workgroup.SheetObject(round.Date, lead.ID), Chat: t.chat.ID, Items: true}, true)
		return nil
	}
	return t.sumInWords(workgroup.Desk{}, round, lead, item, strconv.Itoa(n)+" "+reason)
}

// sumIn is the one item that words are about, and its number.
func (t *turn) sumIn(round workgroup.Round, about, number string) (workgroup.Key, int, bool) {
	form := t.College.FormOn(round.Date)
	items := t.itemsAmong(form, form.Items, about+" "+number+"人")
	if len(items) != 1 {
		return "", 0, false
	}
	if n, ok := plainNumber(number, ""); ok {
		return items[0], n, true
	}
	_, n, ok := t.numberFor(items[0], number)
	return items[0], n, ok
}

// sumOrOwn asks the head of a lead unit who changes a figure that their own unit has not reported whether the sum of the sheet is meant.
func (t *turn) sumOrOwn(round workgroup.Round, lead workgroup.Unit, about, number, reason string) (bool, error) {
	item, n, ok := t.sumIn(round, about, number)
	if _, given := t.College.Consolidate(t.b, round, lead).Sums[item]; !ok || !given || t.read(about, understand.Context{}).Unit != "" {
		return false, nil
	}
	for _, id := range t.person.Units() {
		filed, _ := workgroup.FiledOn(t.b, round.Date, id)
		d, drafted := workgroup.Drafts.Get(t.b, workgroup.DraftKey(round.Date, id, t.person.ID))
		if filed.Figures[item] > 0 || drafted && len(d.Figures) > 0 {
			return false, nil
		}
	}
	o := workgroup.Override{Item: item, To: workgroup.Count(n), Reason: t.withheld(why.ReplaceAllString(strings.TrimSpace(reason), ""))}
	before := t.College.Consolidate(t.b, round, lead).Sums[item]
	facts, source := t.asksOfSum(round, lead, workgroup.SumAsked{Date: round.Date, Lead: lead.ID, Item: item, To: o.To, Before: before, Either: true}, o)
	t.reply("say/sum-or-own", facts, []workgroup.Button{slipButton("button/sum-of-sheet", source, "in", facts)})
	return true, nil
}

// restores takes an override back: of the item that is named, else the only one there is.
func (t *turn) restores(round workgroup.Round, lead workgroup.Unit, about string) error {
	form := t.College.FormOn(round.Date)
	named := t.itemsAmong(form, form.Items, about)
	var found []workgroup.Key
	for _, o := range workgroup.WorksheetOf(t.b, round.Date, lead.ID).Overrides {
		if len(named) == 0 || slices.Contains(named, o.Item) {
			found = append(found, o.Item)
		}
	}
	page := workgroup.Page{Sheet: workgroup.SheetObject(round.Date, lead.ID), Chat: t.chat.ID}
	if len(found) == 1 {
		if err := t.College.RestoreSum(t.b, round, lead, found[0], t.person, t.now); err != nil {
			return err
		}
		page.Item = found[0]
	}
	t.turnTo(page, true)
	return nil
}

// offersRestoring shows whoever would rather leave the sums to the units what of them is stated otherwise, with the button that takes it back.
func (t *turn) offersRestoring(round workgroup.Round, lead workgroup.Unit) (bool, error) {
	stated := workgroup.WorksheetOf(t.b, round.Date, lead.ID).Overrides
	if _, waits := t.readsBack(); waits || len(stated) == 0 {
		return false, nil
	}
	page := workgroup.Page{Sheet: workgroup.SheetObject(round.Date, lead.ID), Chat: t.chat.ID, Items: len(stated) > 1}
	if len(stated) == 1 {
		page.Item = stated[0].Item
	}
	t.reply("say/sum-left", workgroup.Facts{"overrides": len(stated)})
	t.turnTo(page, true)
	return true, nil
}
