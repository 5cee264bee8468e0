package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// ofTwoDays asks for a unit's figures of two days.
	ofTwoDays = pattern.MustCompile(`^(?:请问)?(.{2,12}?)的?(?:和|与|、)?(?:昨天|今天|前天)(?:都|各|分别)(?:是|报了?)*(?:多少|几).{0,4}$`)
	// ofTwoUnits asks how many two units have together.
	ofTwoUnits = pattern.MustCompile(`^(?:请问)?(.{2,8}?)(?:和|、|跟|加上?|与)(.{2,8}?)(?:学院)?(?:一共|总共|共|加起来|合计)+有?(.{2,10}?)的?(?:有|是)?(?:多少|几)(?:个|名)?人?$`)
)

// topicsInShort are questions in few words: of one unit, of a moment, and where something is.
func topicsInShort() []topic {
	return []topic{
		{pattern.MustCompile(`^(?:还|现在|一共)*(?:差|缺|少)(?:谁|哪.{0,5}|几家.{0,4})(?:没(?:报|交))?的?[了呢]?$`), (*turn).tellMissing},
		{pattern.MustCompile(`^(?:的)?(?:汇总|总的?情况|全院情况|情况|数据|总数)(?:是什么|怎么样|给我|看看)*$`), (*turn).tellThen},
		{pattern.MustCompile(`^(?:请|帮我|给我|我要|我想|麻烦)*(?:找|查|看|调|翻)(?:一下|下|出|看)*(?:的)?(?:那[份个])?(?:上报件|上报稿|上报材料|签发件|情况报告)(?:看看|发我|在哪)*$`), (*turn).tellArchived},
		{pattern.MustCompile(`^(?:更正的?那?[份个]?(?:件|报告)?|报告|上报件|上报稿)(?:现在|今天)?(?:上?报|发|送)?了?(?:是)?(?:什么情况|怎么样了?|到哪了?|到哪一步了?|报了吗|吗|没有?)$`), (*turn).tellSent},
		{pattern.MustCompile(`^(?:今天|开会|会上|研判|会议|研判会)*的?材料(?:在哪里?(?:看|找)?|怎么看|去哪看|发了吗|呢|给我看看|看看)$`), func(t *turn, q bookQuestion) (bool, error) { return true, t.packCommand("") }},
		{ofTwoDays, (*turn).tellTwoDays},
		{ofTwoUnits, (*turn).tellTwoUnits},
		{pattern.MustCompile(`^(?:请问|那)?(.{2,10}?)的?(?:今天|现在)?(?:呢|(?:汇总|上报|报|更正|改)(?:了|过)?(?:吗|没有?|么)|(?:应该|好像)?还没(?:报|交)(?:吗|吧|呢)?|报的是(?:多少|什么|几).{0,8}|(?:是)?(?:谁|什么时候)报的)$`), (*turn).tellOneUnit},
	}
}

// tellThen tells a date's figures as they stood at the time that is asked for.
func (t *turn) tellThen(q bookQuestion) (bool, error) {
	if q.at.IsZero() {
		return false, nil
	}
	return true, t.asOfTold(q)
}

// tellArchived lists the reports of a date.
func (t *turn) tellArchived(q bookQuestion) (bool, error) {
	t.listPapers(string(q.date))
	return true, nil
}

// tellOneUnit tells all of one unit as it stands.
func (t *turn) tellOneUnit(q bookQuestion) (bool, error) {
	unit, ok := t.unitShort(q.of)
	if !ok || !q.at.IsZero() {
		return false, nil
	}
	return true, t.unitSummary(scope{date: q.date, unit: unit})
}

// tellTwoDays tells a unit's report of the day that is asked for, and of today.
func (t *turn) tellTwoDays(q bookQuestion) (bool, error) {
	unit, ok := t.unitShort(q.of)
	if !ok {
		return false, nil
	}
	if err := t.keeping(t.unitSummary(scope{date: q.date, unit: unit})); err != nil || q.date == t.today() {
		return true, err
	}
	return true, t.unitSummary(scope{date: t.today(), unit: unit})
}

// tellTwoUnits tells a figure of two units, one by one.
func (t *turn) tellTwoUnits(q bookQuestion) (bool, error) {
	m := ofTwoUnits.FindStringSubmatch(strings.TrimRight(bareWord(t.msg.Text), "?？ 啊呀"))
	if m == nil {
		return false, nil
	}
	for _, name := range m[1:3] {
		unit, ok := t.unitShort(name)
		if !ok {
			return false, nil
		}
		one := q
		one.of = t.unitName(unit).Name + m[3]
		if told, err := t.tellFigure(one); !told || err != nil {
			return told, err
		}
	}
	return true, nil
}

// unitShort is the unit that people call so: by its name, an alias, or the beginning of its name (护理, 护理院).
func (t *turn) unitShort(words string) (workgroup.UnitID, bool) {
	words = strings.TrimSpace(words)
	if u, rest, ok := t.unitBefore(words); ok && rest == "" {
		return u.ID, true
	}
	for _, begins := range []string{words, strings.TrimSuffix(words, "院")} {
		if u, ok := t.unitBegun(begins); ok {
			return u.ID, true
		}
	}
	unit := workgroup.UnitID(t.read(words, understand.Context{}).Unit)
	return unit, unit != ""
}
