package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// towns are the places of Hubei that people name instead of the province; the first six stand for it and for Wuhan.
var towns = strings.Fields("湖北 鄂 武汉 汉口 武昌 汉阳 黄冈 孝感 襄阳 荆州 荆门 宜昌 十堰 咸宁 随州 恩施 鄂州 黄石 仙桃 潜江 天门 神农架")

// longBack tells of those who left Hubei before the tenth of January, after which the form asks: 5名同学元旦前就从武汉回来了.
var longBack = pattern.MustCompile(`(?:元旦(?:之?前|节?前|期间|时)|去年(?:[0-9一二三四五六七八九十]+月|国庆|暑假|夏天|秋天)|上学期|12月|十二月|1月[1-9][日号]|1月10[日号]之?以?前|[2-9]个月前|半年前|圣诞)[^，。；]{0,12}(?:武汉|湖北|黄冈|孝感|襄阳|荆州|荆门|宜昌|十堰|咸宁|随州|恩施|鄂州|黄石|仙桃|潜江|天门)[^，。；]{0,8}(?:回|离|返)`)

// itemSaid reports that an item is said anywhere in the message.
func (m *message) itemSaid(base string) bool {
	return slices.ContainsFunc(m.toks, func(t token) bool { return t.class == cCategory && t.key == base })
}

// ways are how people travel.
var ways = strings.Fields("坐车 开车 自驾 乘车 坐火车 坐高铁 乘高铁 乘火车 坐大巴 驾车 包车 放假 放寒假 实习结束 出差 探亲 打工")

// addHubei enters what is said of people in, from and back from Hubei, town by town.
func (d *dictionary) addHubei() {
	for _, town := range towns[6:] {
		d.add(town, cPlace, "town")
	}
	for _, town := range towns {
		here := "hubei_now"
		if town == "武汉" || strings.HasPrefix(town, "汉") || town == "武昌" {
			here = "wuhan_now"
		}
		for _, w := range strings.Fields("在 人在 仍在 还在 身在 现在 滞留 滞留在 留在 困在 老家 老家在 家住 目前在 均在 都在 现居 住在 家是") {
			if strings.ContainsAny(w, "家户") {
				d.add(w+town, cCategory, "hubei_native") // where they are is another matter
				continue
			}
			d.add(w+town, cCategory, here)
			if town != "湖北" && town != "鄂" {
				d.add(w+"湖北"+town, cCategory, here)
			}
		}
		for _, w := range strings.Fields("籍 户籍 人") {
			d.add(town+w, cCategory, "hubei_native")
		}
		for _, w := range strings.Fields("人民 人民医院 人员 人士") {
			d.add(town+w, cText, "")
		}
		for _, from := range []string{"从", "自", "由", "刚从", ""} {
			for _, back := range strings.Fields("开车回来 坐车回来 坐火车回来 坐高铁回来 自驾回来 乘车回来 开车返回 坐车返回 坐火车返回 自驾返回 自驾返鹤 乘车返鹤 开车返鹤 回来 返回 返鹤 归来 返乡 返校 回鹤 回鹤壁 返回鹤壁 回家 返家 回老家 离开 回到鹤壁 过来 返岗 探亲回来 打工回来 出差回来 旅游回来 探亲返回") {
				if from == "" && (back == "离开" || back == "过来") {
					continue
				}
				d.add(from+town+back, cCategory, "hubei_left")
				for _, by := range ways {
					d.add(from+town+by+back, cCategory, "hubei_left")
				}
				if town != "湖北" && town != "鄂" {
					d.add(from+"湖北"+town+back, cCategory, "hubei_left")
				}
			}
		}
		for _, w := range strings.Fields("离开 离") {
			d.add(w+town, cCategory, "hubei_left")
		}
		for _, from := range strings.Fields("从 自 刚从") {
			for _, w := range strings.Fields("来 来的 来鹤 来鹤壁 来到 赶来 赶回来") {
				d.add(from+town+w, cCategory, "hubei_left")
			}
			d.add(from+town+"来电", cText, "")
		}
		for _, w := range strings.Fields("出差 探亲 旅游 打工 看病 开会 走亲戚 过年 玩") {
			d.add("去"+town+w, cSource, "travel")
			d.add("到"+town+w, cSource, "travel")
		}
		for _, w := range strings.Fields("旅居史 居住史 旅行史 探亲史 停留史") {
			d.add(town+w, cSource, "travel")
		}
		for _, w := range strings.Fields("去过 到过 来自 之前在 此前在 以前在 曾在 前几天在 前段时间在 年前在 上周在") {
			d.add(w+town, cSource, "travel")
		}
	}
	for _, town := range towns {
		here := "hubei_now"
		if town == "武汉" || strings.HasPrefix(town, "汉") || town == "武昌" {
			here = "wuhan_now"
		}
		for _, why := range strings.Fields("过年 探亲 老家 老家过年 打工 实习 走亲戚 旅游") {
			for _, not := range strings.Fields("未返 未归 未回 未返回 未返校 未返鹤 没回来 没有回来 没返回 未回来") {
				for _, still := range []string{"", "至今", "尚", "还", "仍"} {
					for _, to := range []string{"回", "去", "在", "到", ""} {
						d.add(to+town+why+still+not, cCategory, here)
					}
				}
			}
		}
	}
	for _, country := range strings.Fields("英国 美国 加拿大 澳大利亚 澳洲 新西兰 日本 韩国 泰国 越南 新加坡 马来西亚 菲律宾 印度 印尼 俄罗斯 法国 德国 意大利 西班牙 荷兰 瑞典 芬兰 爱尔兰 白俄罗斯 乌克兰 哈萨克斯坦 巴基斯坦 埃及 南非 巴西 老挝 柬埔寨 缅甸 尼泊尔") {
		for _, w := range strings.Fields("在 人在 现在 仍在 还在 滞留") {
			d.add(w+country, cCategory, "abroad")
		}
	}
	for _, town := range []string{"湖北", "武汉"} {
		for _, who := range []string{"", "籍", "来的", "返乡", "返回", "回来的", "返鹤", "过来的"} {
			for _, end := range []string{"人员", "人", "的人"} {
				d.add("接触"+town+who+end, cCategory, "hubei_contact")
				d.add("接触过"+town+who+end, cCategory, "hubei_contact")
				for _, tail := range []string{"接触", "有接触", "有过接触", "接触过"} {
					d.add("与"+town+who+end+tail, cCategory, "hubei_contact")
					d.add("和"+town+who+end+tail, cCategory, "hubei_contact")
				}
			}
		}
	}
}

// townsApart drops the parts by town of those in the province who have been counted before: 在鄂教师2人，一人在黄冈.
func (m *message) townsApart() {
	whole := 0
	m.claims = slices.DeleteFunc(m.claims, func(cl claim) bool {
		if cl.base != "hubei_now" || cl.denied || !cl.known {
			return false
		}
		if cl.value < whole && cl.group == "" && ofTown(m.quote(cl.from, min(cl.to+townWord, len(m.text.runes)))) {
			return true
		}
		whole = max(whole, cl.value)
		return false
	})
}

// groupsOfWhole gives the groups told behind a part to the whole that they add up to: 在鄂8人，其中在汉3人，教师1人学生7人.
func (m *message) groupsOfWhole() {
	for i := 0; i+3 < len(m.claims); i++ {
		whole, part, a, b := m.claims[i], m.claims[i+1], &m.claims[i+2], &m.claims[i+3]
		if whole.base != "hubei_now" || part.base != "wuhan_now" || whole.group+part.group != "" || a.base != part.base || b.base != part.base || !someGroup(a.group) || !someGroup(b.group) || a.group == b.group {
			continue
		}
		if sum := a.value + b.value; sum == whole.value && sum > part.value {
			a.base, b.base = whole.base, whole.base
		}
	}
}

// townWord is how long a word for being in a town is.
const townWord = 4

// ofTown reports that words name a town of the province.
func ofTown(words string) bool {
	return slices.ContainsFunc(towns[6:], func(t string) bool { return strings.Contains(words, t) })
}
