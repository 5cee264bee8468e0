package bot

import (
	"slices"
	"strings"
	"unicode"

	"fangkong/bot/dialog"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// allAre says of everybody who was counted that they are of one group, and nothing else (“全是学生”).
var allAre = []struct {
	words *pattern.Pattern
	group workgroup.Group
}{
	{pattern.MustCompile(allAreOf(`(?:学生|同学|娃)们?`, `students`)), workgroup.Students},
	{pattern.MustCompile(allAreOf(`(?:教师|老师|教工|职工|教职工|教职员工|员工)们?`, `(?:staff|teachers)`)), workgroup.Workers},
	{pattern.MustCompile(allAreOf(`(?:外聘|保洁|保安|物业|食堂|宿管|临时工)(?:人员|员)?`, `(?:contract|outsourced) workers`)), workgroup.Others},
}

func allAreOf(group, english string) string {
	return `(?i)^(?:这|那|他们|[0-9]+[个名位人例])*(?:全部?|都|均|全都|皆)(?:是|为|系)(?:我院|本院|我们)?的?` + group + `[的呢啊哈]?$|^(?:(?:they(?: are|'re)|these are) )?all (?:are )?` + english + `$`
}

// groupOfAll is the group that words say everybody counted is of.
func groupOfAll(words string) (workgroup.Group, bool) {
	for _, all := range allAre {
		if all.words.MatchString(words) {
			return all.group, true
		}
	}
	return "", false
}

// splitOf answers how many of a count are of the group asked for, where words say of which one all of them are.
func splitOf(d workgroup.Draft, unit workgroup.Unit, of workgroup.Group) (int, bool) {
	_, _, asked := d.Asked.Parts()
	whole, known := d.Figures.Said(d.Asked.Of(workgroup.Everybody))
	switch {
	case asked == workgroup.Everybody || !known || !slices.Contains(unit.Kind.Groups(), of):
		return 0, false
	case asked == of:
		return whole, true
	}
	return 0, true
}

// allOfGroup gives every count that is not parted yet its group; false where there is none, or a part says otherwise.
func allOfGroup(f workgroup.Figures, unit workgroup.Unit, of workgroup.Group) (workgroup.Figures, bool) {
	groups, parted := unit.Kind.Groups(), f.Clone()
	if len(groups) < 2 || !slices.Contains(groups, of) {
		return f, false
	}
	found := false
	for _, k := range f.Nonzero() {
		n, said := f.Said(k)
		_, m, g := k.Parts()
		if !said || g != workgroup.Everybody || m == workgroup.Plain || slices.ContainsFunc(groups, func(g workgroup.Group) bool { return f.Has(k.Of(g)) }) {
			continue
		}
		for _, g := range groups {
			parted[k.Of(g)] = 0
		}
		parted[k.Of(of)], found = workgroup.Count(n), true
	}
	return parted, found
}

// partsAll adds to the read-back that lies here, or to what was filed today, of which group all who were counted are. In the group a
// filed report takes no such word that is not said to the bot.
func (t *turn) partsAll(d workgroup.Draft, unit workgroup.Unit, of workgroup.Group) bool {
	figures, ok := allOfGroup(d.Figures, unit, of)
	if !ok {
		return false
	}
	d.Figures = figures
	t.source(&d)
	t.talk(d, true)
	return true
}

// partsSaid adds to the read-back that lies here how many of each group are in the count that it asks that of.
func (t *turn) partsSaid(d workgroup.Draft, unit workgroup.Unit) bool {
	if !t.mayPart() {
		return false
	}
	item, one := dialog.Unparted(t.College.FormOn(d.Date), unit, d.Figures)
	if !one {
		return false
	}
	split, _, told := t.splitIn(item.Key, unit.ID)
	groups := unit.Kind.Groups()
	if told || len(split) == 0 || slices.ContainsFunc(sorted(split), func(k string) bool { _, _, g := workgroup.Key(k).Parts(); return !slices.Contains(groups, g) }) {
		return false
	}
	t.putsParts(d, unit, item.Key, split)
	return true
}

// putsParts adds to a read-back how many of some groups are in a count: what they leave is the other's.
func (t *turn) putsParts(d workgroup.Draft, unit workgroup.Unit, whole workgroup.Key, split map[string]int) {
	d.Figures = d.Figures.Clone()
	for k, n := range split {
		d.Figures[workgroup.Key(k)] = workgroup.Count(n)
	}
	for _, g := range unit.Kind.Groups() {
		if n, known := workgroup.GroupPart(d.Figures, whole, g, unit.Kind); known {
			d.Figures[whole.Of(g)] = workgroup.Count(n)
		}
	}
	t.source(&d)
	t.talk(d, true)
}

// partNumbered takes a bare number under a read-back that asks how many of its first group are in a count for the answer.
func (t *turn) partNumbered(d workgroup.Draft, unit workgroup.Unit, n int) bool {
	item, one := dialog.Unparted(t.College.FormOn(d.Date), unit, d.Figures)
	if all, _ := d.Figures.Said(item.Key); !one || !d.ReadsBack() || n > all {
		return false
	}
	t.putsParts(d, unit, item.Key, map[string]int{string(item.Key.Of(unit.Kind.Groups()[0])): n})
	return true
}

// mayPart looks at words before they are read as the parts of a count: there is a number in them, and they are no report that
// counts everybody.
func (t *turn) mayPart() bool {
	if !strings.ContainsAny(t.msg.Text, "0123456789０１２３４５６７８９零一二两俩三仨四五六七八九十百全都各") && strings.ContainsFunc(t.msg.Text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return false
	}
	r := t.read(t.msg.Text, understand.Context{})
	return len(r.Fields) == 0 || len(r.Unknown)+len(r.Doubts) > 0 || slices.ContainsFunc(sorted(r.Fields), func(key string) bool {
		_, _, group := workgroup.Key(key).Parts()
		return group != workgroup.Everybody || strings.HasSuffix(key, "_total")
	})
}

// filedAllOf is “全是学生” of a report that its head has filed today: it is read back with the group.
func (t *turn) filedAllOf() (bool, error) {
	of, said := groupOfAll(bareWord(t.msg.Text))
	own := t.person.Units()
	if !said || !t.addressed() || len(own) != 1 {
		return false, nil
	}
	filed, ok := workgroup.FiledOn(t.b, t.today(), own[0])
	if _, lies := t.draftHere(); !ok || lies {
		return false, nil
	}
	unit, _ := workgroup.Units.Get(t.b, string(own[0]))
	figures, ok := allOfGroup(filed.Figures, unit, of)
	if !ok {
		return false, nil
	}
	round, err := t.round(filed.Date)
	if err != nil {
		return true, err
	}
	d, err := t.College.StartDraft(t.b, round, unit, t.person, t.chat.ID, t.now)
	if err != nil {
		return true, err
	}
	d.Figures, d.Zero, d.Guided, d.Asked, d.Doubtful = figures, false, false, "", ""
	t.source(&d)
	t.talk(d, true)
	return true, nil
}
