package understand

import (
	"slices"
	"strings"
)

// amount decides what the number at i counts.
func (r *Reader) amount(s []rune, i int, n number, before []token) (int, token) {
	tok := token{class: cNumber, value: n.value, approx: n.approx || guessed(s, i, n)}
	j := i + n.length
	figure := func() (int, token) { return j, token{class: cFigure} }
	if n.value < 100 && i > 2 && string(s[i-3:i]) == "百分之" {
		return figure() // 百分之五: a share counts nobody
	}

	// Joined figures: 1-2人 is a guess, 19-3班 a class, 0/0/0 a row without labels.
	joined, slash, between, dashes := false, false, false, 0
	for j+1 < len(s) && (s[j] == '-' || s[j] == '/' || s[j] == '至' || s[j] == '到' || s[j] == '、' && (isDigit(s[i]) || n.length == 1)) {
		m := scanNumber(s[j+1:])
		if m.length == 0 || s[j] == '、' && (m.value != n.value+1 || m.value > 10 || !isDigit(s[j+1]) && !counted(s[j+1+m.length:])) {
			break
		}
		if s[j] == '、' && n.length+m.length > 3 {
			break
		}
		if s[j] == '-' {
			dashes++
		}
		joined, slash, between = true, slash || s[j] == '/', s[j] == '到' || s[j] == '至'
		j += 1 + m.length
		n.noise = n.noise || m.noise
	}
	if slash {
		if nothing(s[i:j]) {
			return j, tok // 教务处 0/0/0
		}
		return j, token{class: cFigure, key: "row"}
	}
	if length, sum := scanBoth(n.value, s[j:]); length > 0 {
		if told(before, sum) {
			j += length
			return figure() // 三名同学（两男一女）
		}
		tok.value, tok.people = sum, true
		return j + length, tok
	}
	if n.noise || dashes > 1 || i > 0 && (latin(s[i-1]) || s[i-1] == '.' || s[i-1] == '@' || s[i-1] == '#') {
		return figure()
	}
	if j < len(s) && latin(s[j]) {
		return figure()
	}
	if j < len(s) && s[j] == '口' && i > 1 && s[i-1] == '家' && (s[i-2] == '一' || s[i-2] == '全') {
		j++
		return figure() // 一家三口: not all of them are ours
	}
	if m := len(before); m > 0 && before[m-1].class == cText && s[before[m-1].from] == '每' {
		return figure() // 每人2只
	}
	if length, sum, stated := scanSum(n.value, s[j:]); length > 0 {
		tok.approx, tok.people = !stated, true
		if stated {
			tok.value = sum
		}
		return j + length, tok
	}
	if j < len(s) && s[j] == '+' && (j+1 == len(s) || !isDigit(s[j+1]) && !beginsShort(s, j+1) && !r.grouped(s[j+1:])) {
		tok.approx = true // 30+
		j++
	}
	if n.value == 84 && isDigit(s[i]) && !due(before) && (r.unknown(s, j) || j < len(s) && strings.ContainsRune("还剩也没够", s[j])) {
		return figure() // 84原液: the disinfectant
	}
	if !isDigit(s[i]) && i > 0 && (s[i-1] == '月' || s[i-1] == '年') && !counted(s[j:]) {
		if n.length > 1 && s[j-1] == '一' && j < len(s) && s[j] == '起' {
			j-- // 年三十一起吃的饭
		}
		return figure() // 腊月二十九, 大年三十
	}
	// 一夜, 十万火急: what it counts is none of ours.
	if !isDigit(s[i]) && !due(before) && r.unknown(s, j) {
		return figure()
	}
	// 3号楼101, 会议号：453 221 889
	if len(before) > 0 && !counted(s[j:]) && labelled(s, before) {
		return j, token{class: cFigure, key: "label"}
	}
	if w, m := roughly.longest(s[j:]); w != nil && !remainder(s[j:]) {
		tok.approx = true
		j += m
	}
	if m := trails(s, j); m > 0 && (n.length == 1 || s[j] != '打') {
		tok.approx = true // 十许, 一打
		j += m
	}
	k := j
	for k < len(s) && s[k] == ' ' {
		k++
	}
	if n := timeWord(s, j); n > 0 {
		j = n
		return figure() // 10 days ago
	}
	if w, m := notPeopleWords.longest(s[j:]); w != nil && !counterFirst(s[j:], m) && !otherSex(s[j:]) {
		j += m
		return figure()
	}
	if w, m := counters.longest(s[k:]); w != nil && !(s[k] == '包' && k+1 < len(s) && strings.ContainsRune("括含", s[k+1])) { // 3包括家属1
		// 个班, 个学院: things again.
		if other, _ := notPeopleWords.longest(s[k+m:]); other != nil && s[k] == '个' && m == 1 && !until(s[k+m:]) {
			j = k + m
			return figure()
		}
		j = k + m
		tok.any = s[k] == '个' && m == 1
		tok.people = w.class == cCounter && !tok.any && w.key == ""
		tok.thing = w.key
		if m == 2 && s[k] == '人' { // 人次
			tok.people, tok.thing = false, "pass"
		}
		switch w, m := roughly.longest(s[j:]); {
		case w != nil && s[j] != '来' && s[j] != '余' && s[j] != '多':
			tok.approx, j = true, j+m
		case j < len(s) && s[j] == '吧':
			tok.approx, j = true, j+1 // 应该是4个吧
		case j < len(s) && s[j] == '半' && r.unknown(s, j) && !halved(s[j+1:]):
			tok.approx, j = true, j+1 // 2个半: nobody is half
		}
		if m := trails(s, j); m > 0 {
			tok.approx, j = true, j+m // 5人起, 一个不到
		}
	} else if classLike(n, i, s) && !due(before) && !counting(before, i) && !stocked(before) {
		return j, token{class: cFigure, key: "year"}
	} else if !isDigit(s[i]) && n.length == 1 && len(before) > 0 && before[len(before)-1].class == cText && before[len(before)-1].to == i && s[i] != '零' && s[i] != '俩' && s[i] != '仨' {
		return figure() // 张三, 李四 are people and no figures
	}
	tok.approx = tok.approx || joined
	if joined && !between && !tok.people && !tok.any && n.value > 9 {
		return figure() // 19-3, 0392-3312
	}
	if n.length == 1 && (s[i] == '俩' || s[i] == '仨') {
		tok.people = true
	}
	return j, tok
}

// told reports that one of the last words is a number of this value.
func told(before []token, value int) bool {
	return slices.ContainsFunc(before[max(0, len(before)-6):], func(t token) bool { return t.class == cNumber && t.value == value })
}

// nothing reports a row of noughts.
func nothing(row []rune) bool {
	return !slices.ContainsFunc(row, func(r rune) bool { return r != '0' && r != '/' && r != '零' })
}

// remainder reports that 余 counts what is left, behind one figure and before another: 解1余2.
func remainder(r []rune) bool { return len(r) > 1 && r[0] == '余' && isDigit(r[1]) }

// until reports 期满 behind a counter, which counts no terms: 3个期满解除.
func until(r []rune) bool { return len(r) > 1 && r[0] == '期' && r[1] == '满' }

// halved reports that what stands behind 半 can be had by halves: 2个半小时.
func halved(r []rune) bool { return len(r) > 0 && strings.ContainsRune("天小月年钟学晌", r[0]) }

// labelled reports that the words before make a number a mark of something: 3号楼101, 会议号：453 221.
func labelled(s []rune, before []token) bool {
	n := len(before)
	last := before[n-1]
	switch {
	case last.class == cFigure && last.key == "":
		return true
	case n > 1 && last.class == cSpace && before[n-2].class == cFigure && before[n-2].key == "label":
		return true
	case last.class == cText && last.to > last.from+1:
		return strings.ContainsRune("号码", s[last.to-1])
	case n > 1 && last.class == cColon && before[n-2].class == cText:
		return strings.ContainsRune("号码价钥编", s[before[n-2].to-1])
	}
	return false
}

// unknown reports that no word of ours, no counter and no mark stands at i.
func (r *Reader) unknown(s []rune, i int) bool {
	if i >= len(s) || beginsShort(s, i) || counted(s[i:]) || isDigit(s[i]) || latin(s[i]) {
		return false
	}
	if _, mark := markOf(s[i]); mark || s[i] == '-' || s[i] == '/' || s[i] == '至' || s[i] == '到' {
		return false
	}
	if w, _ := roughly.longest(s[i:]); w != nil {
		return false
	}
	w, _ := r.words.longest(s[i:])
	return w == nil && scanNumber(s[i:]).length == 0
}

// grouped reports that a group of people is named there.
func (r *Reader) grouped(s []rune) bool {
	w, _ := r.words.longest(s)
	return w != nil && w.class == cGroup
}

// due reports that a figure is due after the words before: 应报1840 is no year.
func due(before []token) bool {
	for i := len(before) - 1; i >= 0; i-- {
		switch before[i].class {
		case cCategory:
			return true
		case cHave, cColon, cSpace, cMeasure, cSum:
		default:
			return false
		}
	}
	return false
}

// stocked reports that a word for what there is stands right before a number: 现库存2100.
func stocked(before []token) bool {
	n := len(before)
	return n > 0 && before[n-1].class == cMeasure && before[n-1].key == "now"
}

// counting reports that a group of people stands right before the number at i: 学生1820, 学生总数1905.
func counting(before []token, i int) bool {
	n := len(before)
	if n > 1 && before[n-1].to == i && (before[n-1].class == cSum || before[n-1].class == cEtc) {
		return before[n-2].class == cGroup
	}
	return n > 0 && before[n-1].class == cGroup && before[n-1].to == i
}

// classLike finds 1902, 2019: a class or a year written without its noun.
func classLike(n number, i int, s []rune) bool {
	return n.length == 4 && isDigit(s[i]) && n.value >= 1700 && n.value <= 2100
}

// counterFirst keeps 次 of 人次 and the like with their counter.
func counterFirst(s []rune, m int) bool {
	w, c := counters.longest(s)
	return w != nil && c > m
}

// roughly are the tails that turn a figure into a guess.
var roughly = func() *dictionary {
	d := &dictionary{}
	for _, w := range strings.Fields("左右 上下 好几 多 余 来 几 出头 以上 以内 上下吧 的样子 不等 往上 朝上 开外 冒头 挂零") {
		d.add(w, cApprox, "")
	}
	return d
}()

// notPeople follow a number, or a number with 个, that counts something else.
var notPeople = []string{
	"年", "月", "日", "时", "点", "分", "秒", "天", "度", "班", "级", "栋", "楼", "层", "室", "床", "%", "元", "块", "次", "周", "岁", "小时", "米", "期", "届",
	"数", "数字", "数据", "条", "件", "份", "章", "页", "版", "类", "家", "所", "批", "倍", "克", "单元", "路", "省", "市", "县", "区", "遍", "顿", "校区", "支部", "总支", "学院", "单位", "群",
	"部门", "小区", "村", "工作", "问题", "星期", "礼拜", "社区", "系", "专业", "办公室", "岗", "门", "通道", "电话", "处室", "班级", "隔离点", "处", "系部", "场所",
	"宿舍", "校门", "半天", "篇", "张", "支", "部", "台账", "号楼", "号", "多月", "多小时", "多天", "成", "代", "性", "旦", "些", "样", "切", "直", "定", "把", "套", "双", "盒", "户", "项", "亩", "公里", "趟", "圈", "站", "车间", "教学楼", "窗口", "档口", "摊位", "餐厅", "教室", "房间", "党员", "乡", "镇", "男", "女",
}

var notPeopleWords = func() *dictionary {
	d := &dictionary{}
	for _, w := range notPeople {
		d.add(w, cFigure, "")
	}
	return d
}()

// shorthand reads 生4师2, （生） and 原3新2解1: one character for a group or a measure, where nothing else can stand. Behind an
// item a group may: 在鄂生5.
func shorthand(s []rune, i int, afterItem bool) (c class, key string) {
	switch s[i] {
	case '生', '学':
		c, key = cGroup, "student"
	case '师', '教', '工':
		c, key = cGroup, "staff"
	case '原':
		c, key = cMeasure, "prev"
	case '新', '增':
		c, key = cMeasure, "new"
	case '解', '减':
		c, key = cMeasure, "released"
	case '累':
		c, key = cMeasure, "total"
	case '多', '少':
		c, key = cMeasure, "delta"
	default:
		return cText, ""
	}
	if i+1 == len(s) || i == 0 && c == cGroup && !(len(s) > 3 && strings.ContainsAny(string(s[2:min(len(s), 7)]), "生师教工") && isDigit(s[1])) {
		return cText, ""
	}
	_, number := digitOf(s[i+1])
	_, end := markOf(s[i+1])
	if !number && !(end && c == cGroup) {
		return cText, ""
	}
	if i > 0 && key != "delta" && !(afterItem && (c == cGroup || s[i] == '减' || s[i] == '增')) {
		_, mark := markOf(s[i-1])
		_, after := digitOf(s[i-1])
		if !mark && !after && !strings.ContainsRune("人名例个-=", s[i-1]) {
			return cText, ""
		}
	}
	return c, key
}

func beginsShort(s []rune, i int) bool {
	_, key := shorthand(s, i, false)
	return key != ""
}

func counted(r []rune) bool {
	w, _ := counters.longest(r)
	return w != nil
}

var counters = func() *dictionary {
	d := &dictionary{}
	for _, line := range append(slices.Clone(lexicon), englishWords...) {
		if line.class == cCounter || line.class == cThing {
			for _, w := range strings.Fields(line.forms) {
				d.add(w, line.class, line.key)
			}
		}
	}
	return d
}()
