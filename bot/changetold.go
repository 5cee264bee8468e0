package bot

import (
	"slices"
	"strings"

	"fangkong/bot/dialog"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// What was filed is often put right by how many more or fewer there are, or whose they are, and not by the number itself: “更正：有一个今天解除了”,
// “刚才多报了一个”, “不是学生是老师”. It is reckoned from what stands, and read back.

// turns are words for a count that grows or falls, and the items that they can be said of; none: any.
var turns = []struct {
	says *pattern.Pattern
	by   int
	of   string
}{
	{pattern.MustCompile(`(?:少|漏)(?:报|填|写|算|统计)|漏了|(?:报|填|写|算)(?:少|漏)`), 1, ""},
	{pattern.MustCompile(`多(?:报|填|写|算)|(?:报|填|写|算)多|减[去掉少]?|去掉|划掉|删[掉去]?|少了|不(?:应)?该?算`), -1, ""},
	{pattern.MustCompile(`解除|解禁|期满|到期`), -1, "home_quarantine central_quarantine sealed close_contact"},
	{pattern.MustCompile(`退烧|退热|不(?:发)?烧了`), -1, "fever"},
	{pattern.MustCompile(`痊愈|治愈|康复|出院|排除`), -1, "fever symptom suspected confirmed"},
	{pattern.MustCompile(`再?加上?|再?添上?|多了|又有|又来|新增|增加`), 1, ""},
}

var (
	// whoMoves are those who come or go: one number, or “那个”.
	whoMoves = pattern.MustCompile(`([0-9]{1,3}|[一二两俩三四五六七八九十]{1,2})(?:个|名|位|人|例)|(?:那|这)(?:一?[个名位例]|人)`)
	// otherGroup says that those counted are of one group and not of another.
	otherGroup = pattern.MustCompile(`不是(学生|老师|教师|教工|教职工|职工)[，,]?(?:而|应该|都|其实)*是(学生|老师|教师|教工|教职工|职工)|是(学生|老师|教师|教工|教职工|职工)[，,]?(?:而)?不是(学生|老师|教师|教工|教职工|职工)`)
	// moves tells of somebody who goes from where they were counted to where others are.
	moves = pattern.MustCompile(`转(?:到|去|入|为|成|移到|送到?)?(?:了)?(?:集中|居家|封闭|定点|隔离点|医院|确诊|疑似)|由(?:居家|集中)[^，。]{0,6}(?:转|改)`)
	// correcting are the words of a correction, which say nothing of what is to be corrected.
	correcting = pattern.MustCompile(`(?i:\b(?:correct(?:ion|ed|ing)?|wrong|mistakes?|fix|changed?|please|the|my|our|report|figures?|it|is|was|are|were|a|an|i|we)\b)|更正|纠正|订正|修正|更改|修改|改一?下|重新?报|刚才|刚刚|前面|上午|今天|我们?|学?院|(?:报|填|写|弄|搞|发)错|有误|错误|不对|错|数据?|数字|日报|报告|一?[条个份]|那|这|的|了|是|有|请|要|想|得|一下|[，,。.！!：:；; \n]`)
)

// changeIn is by how many a count grows or falls in some words, and the items that may be meant; false where they say no such thing, or more than one.
func changeIn(words string) (by int, of string, ok bool) {
	all := whoMoves.FindAllStringSubmatch(words, -1)
	if len(all) != 1 {
		return 0, "", false
	}
	n := 1
	if m := all[0][1]; digits.MatchString(m) {
		n, _ = firstNumber(m)
	} else if m != "" {
		n = slices.Index([]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}, strings.NewReplacer("两", "二", "俩", "二").Replace(m))
	}
	for _, one := range turns {
		if one.says.MatchString(words) && n > 0 {
			return one.by * n, one.of, true
		}
	}
	return 0, "", false
}

// toldAsChange takes a line that says how what was said or filed changes for the figures that come of it; one that says that something is wrong, and
// nothing that can be reckoned, for a figure of which it is asked which it is.
func (t *turn) toldAsChange(r understand.Reading, unit workgroup.Unit, date workgroup.Date) understand.Reading {
	words := t.msg.Text
	if parts := t.partsOfFiled(r, unit, date); parts != nil {
		r.Kind, r.Fields, r.Doubts = understand.Correction, parts, nil
		return r
	}
	fixes, released := r.Kind == understand.Correction, r.Kind == understand.Report && releasedOnly(r)
	if !fixes && !released && !(r.Kind == understand.Report && (r.Doubtful(understand.WhichField) || moves.MatchString(words))) || r.Zero || r.Amend != nil || len(r.Unknown) > 0 || len(r.Fields) > 0 && !releasedOnly(r) && !moves.MatchString(words) || !t.person.Speaks(unit.ID) {
		return r
	}
	stands := t.standsFor(unit, date)
	if stands != nil && !fixes && moves.MatchString(words) && whoMoves.MatchString(words) {
		r.Kind, r.Fields, r.Doubts = understand.Correction, nil, []understand.Doubt{{Code: understand.WhichField, Words: words}}
		return r // who moves from one item to another counts in neither for sure
	}
	if stands == nil || !slices.ContainsFunc(stands.Nonzero(), func(k workgroup.Key) bool { return k == k.As(workgroup.Now) }) {
		return r
	}
	if to, ok := t.changed(words, stands, unit, date); ok {
		r.Kind, r.Fields, r.Doubts = understand.Correction, to, nil
		return r
	}
	if r.Doubtful(understand.WhichMessage) && !r.Doubtful(understand.WhichField) && len([]rune(correcting.ReplaceAllString(words, ""))) > 1 {
		r.Doubts = []understand.Doubt{{Code: understand.WhichField, Words: words}}
	}
	return r
}

// partsOfFiled are the groups of the count that was filed without them, where a line says nothing else and they make it up (“学生1个老师1个”).
func (t *turn) partsOfFiled(r understand.Reading, unit workgroup.Unit, date workgroup.Date) map[string]int {
	filed, ok := workgroup.FiledOn(t.b, date, unit.ID)
	if !ok || r.Kind != understand.Report || r.Zero || !t.person.Speaks(unit.ID) || !t.mayPart() && !groupsOnly(r) {
		return nil
	}
	item, one := dialog.Unparted(t.College.FormOn(date), unit, filed.Figures)
	if !one {
		return nil
	}
	split, _, told := t.splitIn(item.Key, unit.ID)
	sum := 0
	for key, n := range split {
		if _, _, g := workgroup.Key(key).Parts(); !slices.Contains(unit.Kind.Groups(), g) {
			return nil
		}
		sum += n
	}
	if told || len(split) < 2 || sum != int(filed.Figures[item.Key]) {
		return nil
	}
	split[string(item.Key)] = sum
	return split
}

// groupsOnly tells whether a reading counts how many there are of a group, and nothing of them.
func groupsOnly(r understand.Reading) bool {
	return len(r.Fields) > 0 && !slices.ContainsFunc(sorted(r.Fields), func(key string) bool { return !strings.HasSuffix(key, "_total") })
}

// releasedOnly tells whether a reading counts those who were released from one thing, and nothing else.
func releasedOnly(r understand.Reading) bool {
	for key := range r.Fields {
		_, m, _ := workgroup.Key(key).Parts()
		return len(r.Fields) == 1 && m == workgroup.Released
	}
	return false
}

// standsFor is what the sender has said of their unit and not confirmed, else what it has filed; nil for nothing.
func (t *turn) standsFor(unit workgroup.Unit, date workgroup.Date) workgroup.Figures {
	if d, lies := workgroup.Drafts.Get(t.b, workgroup.DraftKey(date, unit.ID, t.person.ID)); lies && len(d.Figures) > 0 {
		return t.College.Settled(d, unit)
	}
	filed, _ := workgroup.FiledOn(t.b, date, unit.ID)
	return filed.Figures
}

// changed are the figures that words make of what stands; false where they change nothing for sure.
func (t *turn) changed(words string, stands workgroup.Figures, unit workgroup.Unit, date workgroup.Date) (map[string]int, bool) {
	d := workgroup.Draft{Date: date, Figures: stands.Clone()}
	by, of, ok := changeIn(words)
	if !ok {
		return t.regrouped(words, d, unit)
	}
	k, one := t.countMeant(words, of, stands, unit, date)
	if !one {
		return nil, false
	}
	if g, said := groupSaid(words); said && slices.Contains(unit.Kind.Groups(), g) && stands.Has(k.Of(g)) {
		k = k.Of(g)
	}
	was, said := stands.Said(k)
	now := was + by
	if !said || now < 0 {
		return nil, false
	}
	t.puts(&d, unit, k, now)
	if strings.Contains(of, "quarantine") { // who is released is counted too
		gone := k.As(workgroup.Released)
		d.Figures[gone] = max(stands[gone], 0) + workgroup.Count(-by)
	}
	return t.differing(stands, d, unit)
}

// differing are the figures of a draft that are others than what stood, with the whole where a part of it moves.
func (t *turn) differing(stands workgroup.Figures, d workgroup.Draft, unit workgroup.Unit) (map[string]int, bool) {
	to := map[string]int{}
	for k, n := range t.College.Settled(d, unit) {
		if was, said := stands.Said(k); n != workgroup.Unsaid && (!said || was != int(n)) {
			to[string(k)] = int(n)
		}
	}
	for key := range to {
		whole := workgroup.Key(key).Of(workgroup.Everybody)
		for _, g := range unit.Kind.Groups() {
			if n, said := d.Figures.Said(whole.Of(g)); said {
				to[string(whole.Of(g))] = int(n) // what stays of a whole that moves is said again
			}
		}
	}
	return to, len(to) > 0
}

// countMeant is the count that words change: that of the item they name, else the only one that has anybody and that they can be said of.
func (t *turn) countMeant(words, of string, stands workgroup.Figures, unit workgroup.Unit, date workgroup.Date) (workgroup.Key, bool) {
	form := t.College.FormOn(date)
	var named, like []workgroup.Key
	for _, item := range form.For(unit.Kind) {
		if n, _ := stands.Said(item.Key); n <= 0 {
			continue
		}
		if base, _, _ := item.Key.Parts(); of == "" || slices.Contains(strings.Fields(of), base) {
			like = append(like, item.Key)
		}
		if name := []rune(form.LabelOf(item.Key).Name); len(name) >= 2 && strings.Contains(words, string(name[:2])) {
			named = append(named, item.Key)
		}
	}
	if len(named) > 0 {
		return named[0], len(named) == 1
	}
	if len(like) != 1 {
		return "", false
	}
	return like[0], true
}

// groupSaid is the one group that words name.
func groupSaid(words string) (g workgroup.Group, one bool) {
	student, staff := strings.Contains(words, "学生"), strings.ContainsAny(words, "师职工")
	switch {
	case student == staff:
		return "", false
	case student:
		return "student", true
	}
	return "staff", true
}

// regrouped gives the only count there is to the group that it is said to be of.
func (t *turn) regrouped(words string, d workgroup.Draft, unit workgroup.Unit) (map[string]int, bool) {
	m := otherGroup.FindStringSubmatch(words)
	whole, one := t.onlyCount(d.Date, d.Figures, unit)
	if m == nil || !one {
		return nil, false
	}
	was, _ := groupSaid(m[1] + m[4])
	is, _ := groupSaid(m[2] + m[3])
	n, all := d.Figures.Said(whole)
	if part, said := d.Figures.Said(whole.Of(was)); was == is || !all || said && part != n || !slices.Contains(unit.Kind.Groups(), is) {
		return nil, false
	}
	return map[string]int{string(whole): int(n), string(whole.Of(is)): int(n), string(whole.Of(was)): 0}, true
}

// asFiled ends words of somebody who has thought better of a correction: “我又核了一遍，还是4人，不用改了”.
var asFiled = pattern.MustCompile(`(?:^|[，,。；;\s])(?:那|就|先|还是|所以|都)*(?:不用|不必|不|别|无需|不需要)(?:再)?(?:改|更正|改动|修改)(?:了|吧|啦)*[。.！!]?$|(?:^|[，,。；;\s])(?:还是|就)?[按照](?:原来|原先|之前|上一?次|原报)(?:报)?的?(?:数|数据|为准|报|算|来)?(?:吧|了)*[。.！!]?$`)

// letsStand tells whether words give up a correction of what was filed.
func (t *turn) letsStand(d workgroup.Draft) bool {
	_, filed := workgroup.FiledOn(t.b, d.Date, d.Unit)
	return filed && asFiled.MatchString(strings.TrimSpace(t.msg.Text))
}
