package understand

import (
	"slices"
	"strconv"

	"fangkong/bot/pattern"
)

// What a report says is still lacking in it: no answer of some, nothing measured, nothing known of a group. It is then no whole answer, and no zero.

var (
	// unmeasured says that nobody's temperature has been taken.
	unmeasured = pattern.MustCompile(`(?:体温|温度)(?:今[天日早晚]|还|都|也|暂|尚|一直)*(?:没|未)有?(?:来得及)?(?:量|测|检)(?:过|呢|完|齐)?(?:$|[，。；！）])`)
	// unanswered says that some have not filed or answered yet.
	unanswered = pattern.MustCompile(`(?:[0-9]{1,3}|[一二两俩三四五六七八九十几]|有些|部分|个别)个?(?:班级?|同学|学生|老师|教师|职工|人|单位|学院|系部?|部门|教研室|科室|宿舍|楼栋?|组)(?:的?数据?)?(?:还|都|尚|暂|也|一直|到现在|至今)*(?:没有?|未)(?:回(?:复|信|话|消息|信息)?|(?:报|交|填|反馈|统计|上报|核)(?:上来|来|完|齐)?)(?:呢|的)?(?:$|[，。；！）])`)
	// ofSome says that nothing is known or filed yet of a group or a unit.
	ofSome = pattern.MustCompile(`(?:教职?工|教师|老师|职工|学生|同学|后勤|食堂|外聘|物业|宿舍|公寓|实习生|人事处|学生处)(?:那边|这边|那块|这块|方面|的|人员)*(?:数据|数字|情况|人数|数)?(?:还|都|暂|尚|目前)*(?:不清楚|不详|不明|不知道|不掌握|缺|缺着|空着|没出来|没有?出|未出|未报|没报|没数|没统计|未统计|没问到|待补|待报|待定|待统计)(?:呢|的|了)?(?:$|[，。；！）])`)
	// someZero counts how many units there are, and how many of them have nothing.
	someZero = pattern.MustCompile(`([0-9]{1,3})个(?:二级)?(?:学院|单位|部门|处室|班级?|系部?)(?:中|里|，|、)?(?:有|其中)?([0-9]{1,3})个?(?:都|均|为|是|报)*零报告`)
)

// lacks reports that a message tells of something, or that all is well, and says that some of it has not come in.
func (m *message) lacks() bool {
	if len(m.claims) == 0 && !m.Zero {
		return false
	}
	if n := someZero.FindStringSubmatch(m.plain); n != nil {
		all, _ := strconv.Atoi(n[1])
		some, _ := strconv.Atoi(n[2])
		return some < all
	}
	return m.anywhere(unmeasured) || m.anywhere(unanswered) || m.anywhere(ofSome) || m.unitOwes()
}

// unitOwes reports that behind a figure a unit is named that has not filed: 居家隔离合计12人（经管未报）.
func (m *message) unitOwes() bool {
	return len(m.claims) > 0 && slices.ContainsFunc(m.phrases, func(p phrase) bool {
		k := p.first(cPending)
		return k > 0 && p.toks[k].key == "owe" && p.toks[k-1].class == cUnit && p.only(cUnit, cList, cAnd, cEach, cPending)
	})
}

// silent are some who have not answered or filled something in, and are no figure of what was counted before them.
var silent = pattern.MustCompile(`^(?:[0-9]{1,3}|[一二两俩三四五六七八九十]{1,3})[个名位]?(?:班级?|同学|学生|老师|教师|职工|人|单位|学院|系部?|部门|教研室|科室|宿舍|楼栋?|组)?(?:还|都|尚|暂|也|一直|到现在|至今)*(?:没有?|未)(?:回(?:复|信|话)?|(?:填|交|反馈)(?:上来|来|完|齐)?)(?:呢|的)?(?:$|[，。；！）])`)

// notFilled makes no amount of the number of those: 居家隔离3人，2个同学没回.
func notFilled(toks []token, t *text, letters *pattern.Letters) {
	if !silent.Within(letters) {
		return
	}
	for i := range toks {
		if n := &toks[i]; n.class == cNumber && (i+1 == len(toks) || toks[i+1].class != cCategory && toks[i+1].class != cPending) {
			if silent.MatchString(string(t.runes[n.from:min(len(t.runes), n.to+16)])) {
				n.class, n.key = cFigure, "label"
			}
		}
	}
}
