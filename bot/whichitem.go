package bot

import (
	"slices"
	"strings"

	"fangkong/bot/dialog"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// “指的是哪一项？” is answered with a press, or with the name of the question.

// itemNamed is the name of a question with what people say around it: “居家隔离的”, “是居家那项”, “我指的是滞留湖北”.
var itemNamed = pattern.MustCompile(`^(?:我)?(?:(?:指|说)的?(?:就)?是|是指|就是|应该是|当然是|是)?(.+?)(?:的?(?:那|这)?一?项|的?人数|的人|的)?[吧呀啊呢哦]*$`)

// namesWhich takes words that name one of the questions a number may belong to for the press on it.
func (t *turn) namesWhich(d workgroup.Draft, unit workgroup.Unit) bool {
	if d.Doubtful == "" || d.Asked != "" {
		return false
	}
	k, ok := t.itemIn(bareWord(t.msg.Text), d, unit)
	if !ok {
		return false
	}
	t.source(&d)
	t.placesDoubt(&d, unit, k)
	t.talk(d, true)
	return true
}

// itemIn is the question, or a group's part of it, that words name and say nothing else of; false where they may name several.
func (t *turn) itemIn(words string, d workgroup.Draft, unit workgroup.Unit) (workgroup.Key, bool) {
	m := itemNamed.FindStringSubmatch(words)
	if m == nil || len([]rune(m[1])) < 2 || len([]rune(m[1])) > 20 || digits.MatchString(words) {
		return "", false
	}
	form, name := t.College.FormOn(d.Date), strings.TrimSpace(m[1])
	var like []workgroup.Key
	for _, item := range form.For(unit.Kind) {
		label := form.LabelOf(item.Key)
		if strings.EqualFold(label.Name, name) || strings.EqualFold(label.English, name) {
			return item.Key, true
		}
		if strings.Contains(label.Name, name) || len(name) > 3 && strings.Contains(strings.ToLower(label.English), name) {
			like = append(like, item.Key)
		}
	}
	if len(like) > 0 {
		return like[0], len(like) == 1
	}
	// Named in other words (密接, 学生居家隔离): as it would be read beside a number.
	r := t.reader().Read(name+"1人", understand.Context{})
	if len(r.Fields) != 1 || len(r.Unknown)+len(r.Doubts) > 0 || r.Unit != "" || r.Urgent == understand.Yes {
		return "", false
	}
	k := t.fit(form, unit, workgroup.Key(sorted(r.Fields)[0]))
	_, measure, _ := k.Parts()
	item, known := dialog.ItemOf(form.For(unit.Kind), k)
	return k, known && measure == workgroup.Now && item.Key == k.Of(workgroup.Everybody)
}

// placesDoubt puts the number whose question was asked for where it belongs; where the words do not tell how many there are now, that is asked next.
func (t *turn) placesDoubt(d *workgroup.Draft, unit workgroup.Unit, k workgroup.Key) {
	form, counted := t.College.FormOn(d.Date), k
	_, _, g := k.Parts()
	whole := k.Of(workgroup.Everybody)
	if base, words := dialog.Homeless(form, d.Figures); base != "" && (words == d.Doubtful || t.speaksOf(d.Doubtful, base) || countsIn(d.Doubtful, d.Figures, base)) {
		t.rehome(d, base, whole)
	} else if of, n, ok := t.numberFor(whole, d.Doubtful); ok {
		if g != workgroup.Everybody && of == whole {
			of = k
		}
		counted = t.fit(form, unit, of)
		t.puts(d, unit, counted, n)
	}
	// “隔离新增2人” says nothing of how many there are now.
	if !d.Figures.Has(counted) {
		d.Asked = whole
	}
	_, d.Doubtful = dialog.Homeless(form, d.Figures)
	d.AskNext()
}

// countsIn tells whether the number in words is that of a figure which has no question.
func countsIn(words string, f workgroup.Figures, base string) bool {
	n, one := firstNumber(words)
	stands, said := f.Said(workgroup.K(base, workgroup.Now, workgroup.Everybody))
	return one && said && n == stands
}

// puts puts a count in place of the one that stood: of a count that only one group made up that group's, and with a group's part the whole moves,
// where it was only the sum.
func (t *turn) puts(d *workgroup.Draft, unit workgroup.Unit, k workgroup.Key, n int) {
	d.Figures = d.Figures.Clone()
	_, _, g := k.Parts()
	whole := k.Of(workgroup.Everybody)
	if g == workgroup.Everybody {
		if only, one := onlyGroup(d.Figures, whole, unit); one {
			k, g = whole.Of(only), only
		}
	}
	if g != workgroup.Everybody {
		if sum, said := d.Figures.Said(whole); said {
			if was, told := d.Figures.Said(k); told && was == sum {
				delete(d.Figures, whole) // it follows its groups
			}
		}
		d.Figures[k] = workgroup.Count(n)
		return
	}
	t.forgetParts(d.Figures, unit, map[string]int{string(k): n})
	d.Figures[k] = workgroup.Count(n)
}

// onlyGroup is the only group that a count has people of, where they are told apart.
func onlyGroup(f workgroup.Figures, whole workgroup.Key, unit workgroup.Unit) (only workgroup.Group, one bool) {
	groups := unit.Kind.Groups()
	for _, g := range groups {
		if n, said := f.Said(whole.Of(g)); said && n > 0 {
			if one {
				return "", false
			}
			only, one = g, true
		}
	}
	all, told := f.Said(whole)
	part, _ := f.Said(whole.Of(only))
	return only, one && len(groups) > 1 && (!told || all == part)
}

// aPerson is one of those counted who is of another group than was said: “有一个是老师”.
var aPerson = pattern.MustCompile(`(?:有|其中|里面|里)(?:有)?([1-9一二两三四五六七八九十])(?:个|名|位)人?(?:其实|应该|才|都)?是(学生|老师|教师|教职工|职工)`)

// ofAllThere counts everybody: of 公共教学部 it says nothing.
var ofAllThere = pattern.MustCompile(`总|一共|共(?:有|计)?[0-9一二两三四五六七八九十]`)

// ofOnlyGroups takes a correction that gives how many are of a group, and of nothing (“有一个是老师，学生应该2个”), for parts of the only count that
// stands: how many students a college has is not what it reports.
func (t *turn) ofOnlyGroups(r understand.Reading, unit workgroup.Unit, date workgroup.Date) understand.Reading {
	if r.Kind != understand.Correction || len(r.Fields) == 0 || len(r.Unknown) > 0 || ofAllThere.MatchString(t.msg.Text) || !t.person.Speaks(unit.ID) {
		return r
	}
	filed, _ := workgroup.FiledOn(t.b, date, unit.ID)
	stands := filed.Figures
	if d, lies := workgroup.Drafts.Get(t.b, workgroup.DraftKey(date, unit.ID, t.person.ID)); lies && len(d.Figures) > 0 {
		stands = d.Figures
	}
	whole, one := t.onlyCount(date, t.College.Settled(workgroup.Draft{Date: date, Figures: stands.Clone()}, unit), unit)
	if !one || stands == nil {
		return r
	}
	split := map[string]int{}
	for key, n := range r.Fields {
		group, counts := strings.CutSuffix(key, "_total")
		g := workgroup.Group(group)
		if k := workgroup.Key(key); !counts && k.Of(workgroup.Everybody) == whole {
			_, _, g = k.Parts()
		}
		if !slices.Contains(unit.Kind.Groups(), g) || n > most {
			return r
		}
		split[string(whole.Of(g))] = n
	}
	for _, m := range aPerson.FindAllStringSubmatch(t.msg.Text, -1) {
		n := max(1, strings.Index("一二三四五六七八九十", m[1])/len("一")+1)
		if digits.MatchString(m[1]) {
			n, _ = firstNumber(m[1])
		} else if m[1] == "两" {
			n = 2
		}
		g := workgroup.Group("staff")
		if m[2] == "学生" {
			g = "student"
		}
		if _, given := split[string(whole.Of(g))]; !given && slices.Contains(unit.Kind.Groups(), g) {
			split[string(whole.Of(g))] = n
		}
	}
	r.Fields, r.Amend = split, nil
	return r
}
