package understand

import "slices"

// surnames are the hundred commonest, which nine people in ten bear, without those that begin the verbs of an office.
var surnames = runeSet("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈任姚卢姜崔钟谭陆汪范廖石韦贾夏付邹熊白孟秦邱侯江尹薛段雷黎史龙陶贺顾毛郝龚邵万钱覃武戴莫孔汤")

func runeSet(s string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range s {
		set[r] = true
	}
	return set
}

// unnamed begin like a name and are none.
var unnamed = set("马上 周一 周二 周三 周四 周五 周六 周日 周末 周边 高度 高校 高中 金额 万一 段时间 程度 余下 余者 陆续 戴口罩 汪洋 秦皇岛 黄河 唐山 郑州 许昌 温度 武汉 江苏 湖北 史上 夏季 毛病 白天 石家庄 段落 孔子")

// named reports that an item is said of one person by name: 李四发热, 小李居家隔离, 李同学 发热. Who is named is one of those the form
// counts, and a report that says so is none of zeros.
func (s *clause) named(m *message, item token) bool {
	if s.p.has(cFine) {
		return false // 王老师居家隔离正常: how they are
	}
	end, _ := slices.BinarySearchFunc(m.toks, item.from, func(t token, from int) int { return t.from - from })
	over := func(i int, classes ...class) int {
		for i > 0 && slices.Contains(classes, m.toks[i-1].class) {
			i--
		}
		return i
	}
	end = over(end, cSpace, cColon)
	title := over(end, cGroup)
	first := over(title, cText)
	if first == title || over(first, cSpace, cComma, cStop, cLine, cList, cAnd, cUnit, cOurs, cGroup, cColon, cDate, cDay, cMeasure, cFigure) == first && first > 0 {
		return false
	}
	name := m.text.runes[m.toks[first].from:m.toks[title-1].to]
	titled := title < end
	if len(name) == 2 && (name[0] == '小' || name[0] == '老') {
		name, titled = name[1:], true
	}
	return surnames[name[0]] && !unnamed[string(name)] && len(name) <= 3 && (len(name) > 1 || titled)
}

// joinNames makes plain text of the number in a name: 李四, 王五, 赵六 are no four, five and six.
func joinNames(toks []token, t *text) {
	for i := 1; i < len(toks); i++ {
		name, n := toks[i-1], toks[i]
		if (n.class == cNumber || n.class == cFigure) && n.to == n.from+1 && !isDigit(t.runes[n.from]) && name.class == cText && name.to == name.from+1 && surnames[t.runes[name.from]] {
			toks[i].class = cText
		}
	}
}
