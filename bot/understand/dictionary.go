package understand

import (
	"maps"
	"strings"
	"sync"
	"unicode"
)

// dictionary finds the longest known word at a place in the text. It is a tree
// by rune, so a look-up costs at most the length of the longest word.
type dictionary struct {
	rune  rune // the first rune that goes on from here; most places have no other
	only  *dictionary
	next  map[rune]*dictionary // all the others
	of    *dictionary          // the root of the tree that may change it; others share it
	word  bool
	class class
	key   string
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// add enters a word; the first meaning given stays.
func (d *dictionary) add(word string, c class, key string) {
	if n := d.at(word); !n.word {
		n.word, n.class, n.key = true, c, key
	}
}

// at is the place of a word. What another tree has on the way to it is copied first.
func (d *dictionary) at(word string) *dictionary {
	root := d
	for _, r := range word {
		n := d.after(r)
		if n == nil || n.of != root {
			n = n.copyFor(root)
			d.grow(r, n)
		}
		d = n
	}
	return d
}

// after is the place that a rune leads to, nil when no word goes on with it.
func (d *dictionary) after(r rune) *dictionary {
	if d.rune == r {
		return d.only
	}
	return d.next[r]
}

// grow has a rune lead to a place.
func (d *dictionary) grow(r rune, to *dictionary) {
	switch {
	case d.only == nil || d.rune == r:
		d.rune, d.only = r, to
	case d.next == nil:
		d.next = map[rune]*dictionary{r: to}
	default:
		d.next[r] = to
	}
}

// copyFor is a node of another tree, or none, as one of a root's own.
func (d *dictionary) copyFor(root *dictionary) *dictionary {
	if d == nil {
		return &dictionary{of: root}
	}
	own := *d
	own.next, own.of = maps.Clone(d.next), root
	return &own
}

// longest returns the longest word that starts the runes, nil when none does.
func (d *dictionary) longest(runes []rune) (w *dictionary, length int) {
	for i, r := range runes {
		if d = d.after(r); d == nil {
			break
		}
		if d.word {
			w, length = d, i+1
		}
	}
	return w, length
}

// addAsides enters what is said on the telephone to who writes it down, which is no part of a report: 我跟你说一下啊, 你先给我记上.
func (d *dictionary) addAsides() {
	for _, whom := range strings.Fields("你 您 你们 恁") {
		for _, end := range []string{"", "啊", "哈", "吧", "呗", "呀", "哦"} {
			for _, i := range []string{"", "我", "俺"} {
				for _, tell := range strings.Fields("跟_说一下 给_说一下 向_说一下 跟_说下 给_说下 给_报一下 跟_报一下 给_报下 跟_汇报一下 跟_讲一下") {
					d.add(i+strings.Replace(tell, "_", whom, 1)+end, cComma, "")
				}
			}
			for _, first := range strings.Fields("_ _先 _给 _帮我 _给我 _先给 _先给我 _先帮我 麻烦_ 麻烦_给") {
				for _, write := range strings.Fields("记一下 记下 记上 记着 记下来 登记一下 登记上 写上 填上") {
					d.add(strings.Replace(first, "_", whom, 1)+write+end, cComma, "")
				}
			}
		}
	}
}

// changes are the words that say how a figure differs from the day before, and not what it is.
var changes = strings.Fields("多 少 多了 少了 增 减 增加 减少 增加了 减少了 新增 上升 下降 净增 净减 增多 + -")

// ordinary is the dictionary of an office without words of its own: the lexicon. Every other one grows from it.
var ordinary = sync.OnceValue(func() *dictionary {
	d := &dictionary{}
	for _, line := range lexicon {
		for _, w := range strings.Fields(line.forms) {
			d.add(w, line.class, line.key)
		}
	}
	d.addHubei()
	d.addIllness()
	for _, not := range strings.Fields("没 还没 没有 还没有 未 还未 尚未 暂未") {
		for _, done := range strings.Fields("收齐 收全 收完 收上来 报齐 报全 报完 报上来 上报完 报送完 交齐 问到 问完 问清 问齐 核完 核对完 核实完 查完 查清 摸清 弄清 搞清 摸排完 排查完 摸完 摸底完 汇总完 汇总上来 对完 填完 填齐 回话 反馈 反馈上来") {
			d.add(not+done, cPending, "part")
		}
		for _, done := range strings.Fields("统计上来 统计齐 统计全 统计出来") {
			d.add(not+done, cPending, "")
		}
	}
	d.addAsides()
	for _, n := range strings.Fields("一 两 三 四 五 半 几 1 2 3 4 5") {
		for _, long := range strings.Fields("天 个下午 个上午 下午 上午 周 个月 个小时 小时 会儿") {
			d.add("请"+n+long+"假", cLeave, "")
			d.add("请"+n+long+"的假", cLeave, "")
			d.add("请假"+n+long, cLeave, "")
			d.add("歇"+n+long, cLeave, "")
		}
	}
	for _, line := range englishWords {
		for _, w := range strings.Fields(line.forms) {
			d.add(strings.ReplaceAll(w, "_", " "), line.class, line.key)
		}
	}
	for _, year := range strings.Fields("大一 大二 大三 大四 研一 研二") {
		for _, who := range strings.Fields("学生 男生 女生 男学生 女学生 同学 男同学 女同学") {
			for _, is := range []string{"", "系", "为"} {
				d.add(is+year+who, cGroup, "student")
			}
		}
	}
	for _, than := range []string{"比", "较", "跟", "和", "与", "相比", "同比"} {
		for _, day := range []string{"昨天", "昨日", "前一天", "上日", "昨", "上次", "前日"} {
			for _, how := range changes {
				d.add(than+day+how, cMeasure, "delta")
				d.add(than+day+"相比"+how, cMeasure, "delta")
				d.add(than+day+"比"+how, cMeasure, "delta")
			}
			for _, how := range []string{"持平", "无变化", "没有变化", "没变化", "不变", "一样", "相同", "一致", "无增减", "没增没减", "无变动", "一个样"} {
				d.add(than+day+how, cSame, "")
				d.add(than+day+"相比"+how, cSame, "")
				d.add(than+day+"的"+how, cSame, "")
				d.add(than+day+"报的"+how, cSame, "")
				d.add(than+day+"上报的"+how, cSame, "")
			}
		}
	}
	return d
})

// newDictionary holds the lexicon, what this office counts, whose words mean that whatever they mean elsewhere, and the names of the
// college's units.
func newDictionary(units []Unit, items []Item) *dictionary {
	d := ordinary().copyFor(nil)
	named := map[string]bool{}
	for _, i := range items {
		for _, w := range i.Words {
			if w = string(normalise(w).runes); strings.TrimSpace(w) != "" && !named[w] {
				n := d.at(w)
				n.word, n.class, n.key, named[w] = true, cCategory, i.Base, true
			}
		}
	}
	for _, u := range units {
		for _, n := range append([]string{u.Name}, u.Aliases...) {
			if n = string(normalise(n).runes); strings.TrimSpace(n) != "" {
				d.add(n, cUnit, u.ID)
				for _, e := range inEnglish(n) {
					d.add(e, cUnit, u.ID)
				}
				if of, ok := strings.CutPrefix(n, "school of "); ok {
					d.add(of, cShort, u.ID) // Nursing: no fever
				}
			}
		}
	}
	d.shorten(units)
	d.speakEnglish(units)
	return d
}

// inEnglish gives the ways to say an English name: School of Software, Software College, Software School.
func inEnglish(name string) []string {
	for _, head := range []string{"school of ", "college of ", "department of ", "faculty of ", "office of ", "division of "} {
		if of, ok := strings.CutPrefix(name, head); ok {
			return []string{"school of " + of, "college of " + of, "department of " + of, of + " college", of + " school", of + " department", of + " office", "the " + name}
		}
	}
	for _, tail := range []string{" office", " department", " division"} {
		if of, ok := strings.CutSuffix(name, tail); ok {
			return []string{of + " office", of + " department", of + " division", "the " + name}
		}
	}
	return nil
}

// shorten adds what people make of a school's name, 艺院 and 艺术 for 艺术学院, where it means one unit only.
func (d *dictionary) shorten(units []Unit) {
	short := map[string][]string{}
	for _, u := range units {
		name := []rune(shortName(u.Name))
		if plain := strings.Replace(u.Name, "工作", "", 1); plain != u.Name {
			short[plain] = append(short[plain], u.ID) // 离退休处
			if r := []rune(plain); len(r) == 4 && r[3] == '处' {
				of := string(r[:2]) + "处"
				short[of] = append(short[of], u.ID) // 离退处
			}
		}
		if !strings.HasSuffix(u.Name, "学院") || len(name) < 2 {
			continue
		}
		forms := set(string(name[:1]) + "院 " + string(name) + "院 " + string(name[:2]) + "学院 " + string(name) + "系")
		for _, alias := range u.Aliases {
			if r := []rune(alias); len(r) == 2 && unicode.Is(unicode.Han, r[0]) && !bodyEnd[r[1]] {
				forms[alias+"学院"], forms[alias+"院"] = true, true // 经管学院
			}
		}
		for f := range forms {
			short[f] = append(short[f], u.ID)
		}
		if len(name) == 2 {
			short[string(name)] = append(short[string(name)], u.ID)
		}
	}
	for form, ids := range short {
		if len(ids) > 1 {
			continue
		}
		if w, n := d.longest([]rune(form)); w != nil && n == len([]rune(form)) {
			continue
		}
		c := cUnit
		if !strings.HasSuffix(form, "院") && !strings.HasSuffix(form, "系") && !strings.HasSuffix(form, "处") {
			c = cShort
		}
		d.add(form, c, ids[0])
	}
}
