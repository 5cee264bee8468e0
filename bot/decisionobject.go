package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// ownUnit is how people call their own unit.
const ownUnit = `(?:我们|俺们?|咱们?|我|本|我方)(?:这边|这里)?(?:单位|处室|处|学院|院|部门?|室|科|中心)?(?:这边|这里)?`

var (
	// notMine says that something is not its writer's to do, and ownTask that it is not a thing of theirs.
	notMine = pattern.MustCompile(`不(?:是|应该?|该|应当)?(?:归|由|该)` + ownUnit + `的?(?:来)?(?:管理?|分管|主管|负责|办理?|做|干|牵头|承办|承担)(?:的?[^的\p{Han}]|[了吧呀啊，呢]|的?$)`)
	ownTask = pattern.MustCompile(`不(?:归|是|算|属于?|在)` + ownUnit + `的?(?:职责|职能|分内|份内|业务|工作|任务|管辖|(?:负责|分管|主管)的?|该管的?)(?:的?(?:事情?|范围|内容|之内|内))?(?:[^的\p{Han}]|[了吧呀啊呢]|$)|不(?:归|是|算|属于?)` + ownUnit + `的(?:事情?|活儿?)(?:[^\p{Han}]|[了吧呀啊呢]|$)|^这[^，,。]{0,6}(?:跟|和|与)` + ownUnit + `(?:没有?关系|无关)|^这[^，,。]{0,4}(?:事情?|活儿?|任务|工作)不(?:是|归|属于?)` + ownUnit + `的?(?:[^\p{Han}]|$)|不是` + ownUnit + `该[管干做办]的|` + ownUnit + `(?:不负责这|没有?这[个项](?:职责|职能)|[管负]不了这)|^这[^，,。]{0,4}(?:事情?|活儿?|任务|工作)` + ownUnit + `(?:管不了|管不着|没法管|不管)`)
	// wrongOne says that something was given to the wrong one, or asks for another.
	wrongOne = pattern.MustCompile(`(?:[派找]错|(?:安排|分配|布置|交办)错)(?:了|人|单位|部门|对象)|(?:能不能|能否|可否|可不可以|请|建议|希望|最好)[^，,。]{0,4}(?:换|改)(?:个|一个|别的|其他|由别的|由其他)(?:单位|部门|人)|(?i:\bnot (?:our|my) (?:job|responsibility|business|department|task)\b|\bshould (?:be (?:done|handled) by|go to)\b)`)
	// theirsInstead says whose something is instead.
	theirsInstead = pattern.MustCompile(`(?:应该?|应当|该|建议|最好|能不能|能否|可否|请)(?:改)?(?:由|让|归|交给?|转给?|找|是)\s*([^，,。；;由归交]{2,24}?)(?:来)?(?:负责|牵头|承办|承担|办理?|管理?|去?做|去?干|落实|的(?:事情?|职责|活儿?|工作|任务|业务))(?:[吧呀啊的了]?(?:[^\p{Han}]|$))|(?:应该?|该|得|^这[^，,。]{0,4}请)([^，,。；;由归交是]{2,24}?)(?:来)?(?:管|负责|牵头|办|做|干)(?:[吧呀啊的]?(?:[^\p{Han}]|$))|^这[^，,。]{0,4}(?:应该?|该|应当|事|活|任务|工作)(?:派给|给|交给?|找)([^，,。；;由归交是]{2,24}?)[吧呀啊]?$|^这[^，,。]{0,6}?是([^，,。；;由归交是]{2,24}?)的(?:事情?|活儿?|职责|工作|任务)[吧呀啊]?$|^(?:这|该)[^，,。]{0,6}?(?:归|属于?|由)([^，,。；;由归交是]{2,24}?)的?(?:来)?(?:管理?|分管|主管|负责|牵头|承办|办理?)(?:[吧呀啊的]?(?:[^\p{Han}]|$))|^这[^，,。]{0,4}(?:应该?|该|应当)(?:是|由|让)?([^，,。；;由归交是]{2,10}?)(?:自己|自行|各自)(?:去|来)?\p{Han}|(?i:\bshould (?:be (?:done|handled) by|go to) (?:the )?([a-z][a-z ]{2,40}))`)
	// saidInstead says it behind words that disown it.
	saidInstead = pattern.MustCompile(`[，,。；;\s](?:这|那)?(?:应该?|应当)?(?:是|归|找|给)([^，,。；;由归交是]{2,24}?)的?(?:来)?(?:管|分管|负责)?的?(?:事情?)?(?:[吧呀啊]?(?:[^\p{Han}]|$))`)
	// asksWhose asks, and objects to nothing.
	asksWhose = pattern.MustCompile(`谁|哪|什么|怎么|要不要|是否|(?:吗|呢)\s*[?？]?$|(?i:^(?:who|which|what|how)\b)`)
	// ofSomebody is of a person, and of no task.
	ofSomebody = pattern.MustCompile(`^(?:(?:这|那)(?:个|位|名)?(?:老师|教师|职工|孩子|病人)|(?:(?:这|那)(?:个|位|名)?|此|该)(?:人(?:[^事]|$)|生[^产活]|同学|学生(?:[^处会]|$)))|[他她]们?(?:不|是|应|该|归)`)
	// inTheWay says that something is hard to do, and why.
	inTheWay = pattern.MustCompile(`有(?:些|一些|一点|点|一定的?|很大的?|较大的?|不少)?(?:困难|难度)(?:[^的\p{Han}]|$)|(?:人手|人员|人力|物资|经费|时间|口罩|消毒液|消毒水|车辆|房间|设备|防护用品)(?:都|确实|严重|实在|比较|太|还)?(?:不够|不足|紧张|紧缺|短缺|没到|没有到|跟不上)|[缺没]人手|没有人手|缺(?:物资|口罩|消毒液|车|经费|设备)|难以(?:落实|完成|做到|办)|不好办|[办忙顾]不过来|(?i:\b(?:difficult|difficult(?:y|ies)|short of|too few|not enough)\b)`)
	// lacks says of anything, behind a receipt, that there is too little of it.
	lacks = pattern.MustCompile(`(?:不够|不足|短缺|紧张|还?没有?到|联系不上|坏了)(?:[^的\p{Han}]|[了吧呀啊]|$)|[差缺少][0-9一二三四五六七八九十两几][0-9]*[张个台套把只支间人名]`)
	// ofTask speaks of what its writer was given to do, and ofThis begins with it.
	ofTask = pattern.MustCompile(`^(?:有|存在)\p{Han}{0,2}(?:困难|难度)|这(?:项|事|件|个任务)|该项|任务|议定|决定|办理|落实|完成|(?i:\b(?:task|decision|this)\b)`)
	ofThis = pattern.MustCompile(`^(?:(?:收到|好的?|知道了?|明白)(?:了)?(?:[，,。；;！! ]|但|不过|可是|就是)|(?:领导|老师|主任|您好|你好)*[，,]?(?:但是?|不过|可是|其实|恐怕|好像|我觉得|我们?认为|我看)*[，,]?(?:这|该项|此|不归|不是|不属|不应|不该|不由|应该|应由|应当|建议|最好|能不能|能否|可否|[派找]错|安排错)|(?i:this|it |not our|received|ok\b))`)
)

// disowns tells whether words say that something is not their writer's to do; objects also whether they say whose it is instead.
func disowns(words string) bool {
	return notMine.MatchString(words) || ownTask.MatchString(words) || wrongOne.MatchString(words)
}

func objects(words string) bool {
	return (disowns(words) || theirsInstead.MatchString(words)) && !asksWhose.MatchString(words) && !ofSomebody.MatchString(words)
}

// pleaIn is what words ask of a decision that their writer answers for: that somebody else has it, more time, or help with what is in the way.
func (t *turn) pleaIn(words string) (kind workgroup.PleaKind, asked bool) {
	switch {
	case objects(words):
		return workgroup.PleaOwner, true
	case wantsTime(words) && asksIt.MatchString(words):
		return workgroup.PleaTime, true
	case inTheWay.MatchString(words) && !asksWhose.MatchString(words):
		return workgroup.PleaTrouble, true
	}
	if cannotFinish.MatchString(words) {
		return workgroup.PleaTime, true
	}
	rest, heard := receiptIn(words) // what is said against it, and what lacks, is in the way, though it is asked what to do
	return workgroup.PleaTrouble, heard && (butFirst.MatchString(rest) || inTheWay.MatchString(rest) || lacks.MatchString(rest)) && !saysDone(rest)
}

// plainly tells whether words can be of nothing else than what their writer was given to do.
func (t *turn) plainly(d workgroup.Decision, kind workgroup.PleaKind, words string) bool {
	switch {
	case kind == workgroup.PleaTime:
		return moreTime.MatchString(words) && !putOff.MatchString(words)
	case kind == workgroup.PleaOwner && !disowns(words) && len(t.instead(d, words)) == 0:
		return false // it names nobody
	}
	_, heard := receiptIn(words)
	return heard || ofThis.MatchString(words)
}

// ofTheirTask tells whether words that say that something is hard may be of what their writer was given to do: they speak of that, or of nothing else.
func ofTheirTask(words string) bool {
	return ofTask.MatchString(words) || utf8.RuneCountInString(words) <= 10
}

// instead are those whose a decision is, in words that say that it is not their writer's; none where they name nobody of the roster.
func (t *turn) instead(d workgroup.Decision, words string) (to []workgroup.Owner) {
	found := theirsInstead.FindAllStringSubmatch(words, -1)
	if disowns(words) {
		found = append(found, saidInstead.FindAllStringSubmatch(words, -1)...)
	}
	for _, m := range found {
		said := strings.Join(m[1:], "")
		if to, _ = t.OnlyNamed(t.b, said); len(to) == 0 {
			to = t.OwnersIn(t.b, said)
		}
		to = slices.DeleteFunc(to, func(o workgroup.Owner) bool { return slices.Contains(d.Owners(), o) })
		if len(to) > 0 {
			return to
		}
	}
	return nil
}

// pleadsInstead tells whether words that a decision's result was asked for ask something of it, because it is not done.
func (t *turn) pleadsInstead(words string) bool {
	kind, asked := t.pleaIn(words)
	return asked && !doneWords.MatchString(words) && (kind == workgroup.PleaTime || !workDone.MatchString(words))
}
