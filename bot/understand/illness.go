package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// addIllness enters what people say in daily words of somebody who has it, is shut in, or is in quarantine: test by test, place
// by place.
func (d *dictionary) addIllness() {
	each := func(c class, key string, parts ...string) {
		forms := []string{""}
		for _, part := range parts {
			var longer []string
			for _, f := range forms {
				for _, w := range strings.Fields(part) {
					longer = append(longer, f+strings.ReplaceAll(strings.Trim(w, "-"), "_", " "))
				}
			}
			forms = longer
		}
		for _, f := range forms {
			d.add(f, c, key)
		}
	}
	each(cText, "", "- 在 到 去", "隔离点 集中隔离点 隔离酒店 集中隔离酒店 隔离病房 发热门诊", "当志愿者 做志愿者 当义工 值班 值守 执勤 上班 工作 服务 支援 帮忙 轮转 实习")
	lines := "两道杠 两条杠 二道杠 2道杠 2条杠 两道红杠 两条红杠 两个杠 两杠 双杠 两条线 两道线"
	each(cSick, "", "核酸测试 抗原测试 核酸 抗原 核酸检测 抗原检测 核酸结果 抗原结果 检测结果 检测 复查 复测 复检 复核 混采 混管 单管 咽拭子 鼻拭子 化验 送检 单采 自测 结果 测出 测出来 查出 查出来 验出 出来", "- 是 为 又 又是 都 显示 显示为", lines+" 阳 阳了 阳性 呈阳 呈阳性 yang yang了 yang性 羊了")
	each(cSick, "", "核酸 抗原 结果 核酸出来 核酸出来了 结果出来 结果出来了 出来了", "是 又是 还是", "羊 阳")
	each(cSick, "", "- 又 转 变 也 都 确认", lines+" 阳了 阳啦 yang了 yang啦")
	each(cSick, "", "说是 说", "阳 阳的 阳了 阳性")
	each(cSick, "", "也阳 都阳 还阳 转阳 变阳 是阳的 又阳 又阳性 又复阳")
	each(cSick, "", "医院 医生 大夫 护士 疾控 疾控中心 社区", "说 通知 告知 打电话说 来电说 刚说 刚刚说 刚通知", "- 是 为 都是 他是 她是 还是", "阳性 阳性的 阳了 阳的")
	each(cSick, "", "得了 得的是 染上 感染 感染了 查出", "那个 这个 那种 那", diseases)
	each(cSick, "", "医院 医生 大夫 今天 刚 刚刚 查了 一查 检查 检查完", "说是 说得了 说感染了 说染上", diseases)
	each(cSick, "", "- 核酸 抗原 血检核酸 血检 核酸抗原 结果 复检", "双阳 双阳性 双阳了")
	each(cSick, "", "也 就 又 竟 居然 果然 第二次 第二次也 第二次又", "是阳 是阳的 阳了 是阳性")
	each(cSick, "sign", "初筛 复筛 单检 再检", "阳 阳了 是阳 是阳的")
	each(cText, "", "也 就 又 还 真 竟 居然 果然", "是阳光 是阳台 是阳历 是阳春")
	each(cSick, "sign", "胸片 ct 胸部ct 肺部ct 片子 拍片 肺部 肺上 肺里", "有 显示 显示有 发现 发现有", "阴影 感染 磨玻璃 炎症")
	each(cSick, "sign", "- 是 呈 又 还是 一次 核酸 抗原 结果", "弱阳 弱阳了 弱阳的")
	each(cSick, "sign", "核酸 抗原 核酸检测 抗原检测 核酸结果 抗原结果 检测结果 化验结果 化验 ct ct结果 ct报告 胸片 胸部ct 肺部ct 肺ct", "- 显示 提示 有 还是 又", "异常 问题 有问题 不正常 不太好 不好 可疑 不对")
	each(cText, "", "是 就是", "那个病毒的 这个病毒的 那种病毒的")
	each(cFear, "", "别 别再", "得 得了 得上 染上 感染 感染上", diseases)
	each(cSick, "sign", "- 就 确定 确定就 查出来 查出来就", "是那个病 是这个病 是那种病")
	each(cSick, "", "检出 检出了 检出来 查出来 查出来是 测出 测出来 测出来是 验出 验出来 得上 得上了 染上了 确定就是 确认就是", diseases)
	each(cCategory, "sealed", "刚 刚刚 全 全都 都 也 又 今早 今晨 今晚 昨晚 昨夜 凌晨 临时 突然", "- 被", "封 封了 封上了 封住了 封起来了")
	each(cCategory, "sealed", "谁都 谁也 一个都 人", "- 都", "不让出去 不让出来 不让出 不让进出 不准出去 出不来 出不去")
	each(cCategory, "sealed", "小区 小区里 村 村里 村子 社区 街道 楼 单元", "- 现在 今天", "只进不出")
	each(cSick, "", "得了 得的是 染上 染了 感染 感染了 查出 查出了 患 患上 患了 诊断为 诊断是 确定为 确定是 确认为 确认是", diseases)
	each(cSick, "", "为 是 系", diseases, "患者 病人 感染者")
	each(cWeak, "confirmed", diseases+" 感染")
	each(cCategory, "sealed", "封 被封 锁 被锁 困 被困 堵 被堵 被关 封控 被封控 管控 被管控", "在", "- 了", "家 家里 家中 屋里 屋内 楼里 楼内 楼上 小区 小区里 小区内 村 村里 村内 里面 里头 单元 宿舍 宿舍里 公寓 老家 出租屋 院里")
	each(cClinic, "", "去 到 在 送 进 转", "- 了", "- 县 市 区 镇 省", "医院 人民医院 中医院 卫生院 一院 二院 三院")
	each(cCategory, "sealed", "整层 整层楼 全层 整单元 整个单元 整栋 整栋楼 全楼 整个小区 全小区 整村 全村", "- 都 居家 一律 全部", "不许出 不许出门 不许出去 不许外出 不得外出 不能外出 禁止外出 不让外出 不得出门 禁止出门 不能出门 不让出门 不准出门 出不去 不能出 不让出")
	each(cCategory, "sealed", "单元门 楼门 楼道门 小区门 小区大门 院门 村口 路口 村路 进村路 进村的路 进村口", "- 被 都 也 已 已经 都已 都被 已被 今早被 刚被", "上锁 上锁了 锁了 锁上了 锁死 封死 焊死 焊上了 挖断 挖断了 堵了 堵上了 堵住了 堵死 拦住了 拦上了 设卡")
	each(cCategory, "sealed", "用 拿 被 - 都用 全用", "铁皮 围挡 铁丝网 挡板 铁皮板", "围起来 围起来了 围住 围住了 围上了 封起来 封上了 挡住了 封了 围了")
	each(cCategory, "sealed", "庄 庄子 村 村子 楼 单元 小区 寨子 胡同 家属院", "- 也 都 全 现 今早 昨天", "已封 已被封 已经封 已经封了 已全封")
	each(cCategory, "sealed", "- 只", "许进不许出 准进不准出 让进不让出")
	each(cCategory, "sealed", "楼 单元楼 整栋楼 小区 村 村里 家属院", "被 也 都 全 -", "管控了 封控了 管控起来 管控起来了")
	each(cCategory, "central_quarantine", "在 住 去 到 进 送", "集中点 集中点了")
	each(cText, "", "在 去 到", "集中点名 集中点餐 集中点验 集中点评")
	each(cCategory, "central_quarantine", "在 住 住在 住进 去 到 送到 转到 拉到", "- 了", "如家 汉庭 锦江之星 维也纳 速8 格林豪泰", "- 酒店 宾馆", "隔离 隔离观察 隔离着 集中隔离 观察")
	each(cText, "", "咱们 我们 咱 俺们 我们学校 咱们学校", "这 这儿 这边 这里", "怎么样 怎样 咋样 情况咋样 情况怎么样")
	each(cCategory, "cough", "- 一直 老 总 还 还在 又", "咳得厉害 咳得很厉害 咳得很 咳个不停 咳得不行")
	each(cCategory, "cough", "一直 一直在 老 老是 总是 还在", "咳")
	each(cCategory, "fever", "- 又 已经 都 连着", "烧了", "一 二 两 三 四 五 六 七 几 好几 1 2 3 4 5 6 7", "天 夜 晚 晚上 整夜")
	each(cCategory, "fever", "还 还在 一直 一直在 又 现在 正 正在 仍 仍在 人还在", "烧 烧着 烧着呢 烧起来 烧起来了")
	each(cText, "", "还 还在 一直 一直在 又 现在 正 正在 仍 仍在 人还在", "烧水 烧开水 烧饭 烧菜 烧纸 烧香 烧锅炉 烧炉子 烧煤 烧烤 烧着水 烧钱 烧脑")
	each(cText, "", "庄 庄子 村 村子 村里 楼 单元 小区 寨子 胡同 家属院", "- 也 都 全 现 均 今早 昨天", "已封闭管理 已封闭式管理 已全封闭管理")
	each(cCategory, "central_quarantine", "隔离在 被隔离在 隔离到", "酒店 宾馆 旅馆 招待所 党校 方舱 方舱医院")
	each(cCategory, "sealed", "locked sealed shut", "_in_ _in_at_ _in_my_ _in_his_ _in_her_ _in_their_ _in_our_ _in_the_", "building compound home house flat apartment village dorm dormitory")
	each(cCategory, "sealed", "谁也 谁都 全村都 全村 都", "出不来 出不去")
	each(cCategory, "central_quarantine", "进 进了 住进 住进了", "隔离点 集中隔离点 隔离酒店 隔离宾馆 集中观察点")
	each(cSource, "contact", "航班 航班上 飞机 飞机上 车 车上 车厢 车厢里 列车 列车上 火车 火车上 大巴 大巴上 高铁 高铁上 动车 动车上 公交 公交上 公交车上 出租车上 那趟车 那趟车上", "有 出现 出现了 有个 有一个 有1个", "确诊 确诊的 确诊病例 确诊患者 阳性 阳性的 疑似")
	each(cCategory, "central_quarantine", "在 住", "酒店 宾馆 党校 招待所", "集中隔离 隔离 集中观察 医学观察")
	each(cCategory, "central_quarantine", "- 进 进了 住 住进 住进了 在 转到 转入 转进 转去 送到 送进 送去 拉到 拉进 拉去 搬进", "方舱 方舱医院")
	each(cOther, "family", "我 俺 我的 俺的 他 她 其 他的 她的 老师 老师的 学生 学生的 同学 同学的 室友 室友的 同事 同事的 的", "对象")
	each(cOther, "family", "我 俺 他 她 其", "哥 姐 弟 妹 爷 奶 姥 娘 爹 叔 舅 姨 姑 嫂 婶")
}

// diseases are its names.
const diseases = "新冠 新冠肺炎 新冠病毒 新型肺炎 新冠病例 新冠肺炎病例 新型冠状病毒 新型冠状病毒肺炎 新型冠状病毒感染的肺炎 冠状病毒"

// ailment is an illness that is not the one of the notice, said behind the diagnosis: 确诊为流感, 疑似阑尾炎.
var ailment = pattern.MustCompile(`(?:流感|感冒|[^肺]炎|骨折|手术|结石|结核|癌|肿瘤|糖尿病|高血压|心脏病|心梗|脑梗|抑郁|水痘|腮腺炎|手足口|诺如|过敏|中暑|贫血|\b(?:flu|influenza|cold|tuberculosis|cancer|appendicitis|pneumothorax)\b)`)

// otherCare drops those in hospital for an illness that is not the one of the notice: 1名学生阑尾炎住院，非疫情.
func (m *message) otherCare() {
	if !m.Zero && !slices.ContainsFunc(m.claims, func(cl claim) bool { return cl.base != "hospital" }) {
		return // it is all that is told
	}
	m.claims = slices.DeleteFunc(m.claims, func(cl claim) bool {
		if cl.base != "hospital" || cl.denied {
			return false
		}
		words := ""
		for i := range m.phrases {
			if m.phrases[i].sentence == cl.sentence {
				words += m.wrote(m.phrases[i]) + "，"
			}
		}
		return (ailment.MatchString(words) || nothingToDo.MatchString(words)) && !maybeIt.MatchString(words)
	})
}

// maybeIt are signs that an illness may be the one of the notice.
var maybeIt = pattern.MustCompile(`发热|发烧|烧|咳|疑似|确诊|肺|阳性|湖北|武汉|接触|隔离|度`)

// notSo stand between a diagnosis and an ailment that it is not: 确诊前以为是感冒.
var notSo = pattern.MustCompile(`[，。；、\n]|不是|并非|以为|说是|当成|前|排除|新冠|not`)

// otherIllness makes plain text of a diagnosis that is of another illness.
func otherIllness(toks []token, t *text) {
	var all pattern.Letters
	if t.letters(&all, 0, len(t.runes)); !ailment.Within(&all) {
		return
	}
	cases := 0
	for i, tok := range toks {
		if tok.class != cCategory || tok.key != "confirmed" && tok.key != "suspected" {
			continue
		}
		if cases++; cases > longest {
			return // nobody tells of so many
		}
		behind := t.runes[tok.to:min(len(t.runes), tok.to+16)]
		if at := ailment.FindStringIndex(string(behind)); at != nil && !notSo.MatchString(string(behind)[:at[0]]) {
			toks[i].class = cText
		}
	}
}

// really takes back a drill or a rumour that is denied: 不是演练，我院一名学生确诊.
func really(toks []token) {
	for i := range toks {
		if toks[i].class != cDrill && toks[i].class != cHearsay {
			continue
		}
		no := i - 1
		for no > 0 && toks[no].class == cHave {
			no--
		}
		if no >= 0 && toks[no].class == cNot {
			toks[i].class, toks[no].class = cText, cText
		}
	}
}

// resultAlone makes a test's result of the one word that a phrase gives for it: 结果出来了，阳.
func resultAlone(toks []token, t *text) {
	tested := false
	for i, tok := range toks {
		tested = tested || tok.class == cGroup || tok.class == cSelf
		if tok.class != cText {
			continue
		}
		tested = tested || ofTests.MatchString(string(t.runes[tok.from:tok.to]))
		if tested && onlyWord(toks, i) && (t.is(tok, "阳") || t.is(tok, "阳的") || t.is(tok, "是阳")) {
			toks[i].class = cSick
		}
	}
	if !slices.ContainsFunc(toks, isDisease) || !resultOut.MatchString(string(t.runes)) {
		return
	}
	for i, tok := range toks {
		if isDisease(tok) {
			if onlyWord(toks, i) && !t.is(tok, "感染") {
				toks[i].class, toks[i].key = cSick, ""
			}
		}
	}
}

// isDisease reports that a word names the disease of the notice.
func isDisease(t token) bool { return t.class == cWeak && t.key == "confirmed" }

var (
	// ofTests are words of a test, resultOut say that there is a result.
	ofTests   = pattern.MustCompile(`结果|核酸|抗原|检测|化验|咽拭子`)
	resultOut = pattern.MustCompile(`(?:刚|才|今[天早]|医院)[^，。；]{0,3}出[^，。；]{0,3}结果(?:$|[，。；！ ])|结果(?:刚|已经?)?出来?了`)
)
