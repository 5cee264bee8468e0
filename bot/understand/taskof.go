package understand

import "fangkong/bot/pattern"

var (
	// listOf goes on about a list of those whom an item names: 密接学生名单, 发热人员的台账.
	listOf = pattern.MustCompile(`^(?:病例|接触者|人员|学生|教师|老师|教职工|职工|同学|师生|人群|对象)*的?(?:名单|台账|花名册|底数|登记表|统计表|信息表|摸排|排查|筛查|核查)(?:[^里中上内出到]|$)`)
	// enlisted ends what says that somebody has come onto one.
	enlisted = pattern.MustCompile(`(?:列入|纳入|进入|进了|列为|列进|上了|在|出现在)$`)
	// taskOn ends a task whose object are those whom an item names: 摸排密接学生, 核实一下密接人员.
	taskOn = pattern.MustCompile(`(?:摸排|排摸|摸清|摸底|排查|筛查|统计|梳理|登记|核实|核查|核对|汇总)(?:一下|清楚|好)?(?:[各本我]?[院校系部处]的?|全[院校]的?|所有的?|全部|有无|有没有|是否有)?$`)
	// cameOut goes on behind those whom a task has found.
	cameOut = pattern.MustCompile(`^[^，。；！]{0,10}(?:[0-9一二两三四五六七八九十][人名例个位]|已|了$|了[，。；！])`)
)

// isTask reports that an item only says whom a task is about, which has found nobody yet: 把密接学生名单核实清楚, 摸排密接人员.
func (m *message) isTask(s mention, p phrase) bool {
	if s.counted || m.named(p) || p.has(cSelf) {
		return false
	}
	before, behind := string(m.text.runes[max(0, s.from-12):s.from]), string(m.text.runes[s.to:min(len(m.text.runes), s.to+14)])
	return listOf.MatchString(behind) && !enlisted.MatchString(before) || taskOn.MatchString(before) && !cameOut.MatchString(behind)
}
