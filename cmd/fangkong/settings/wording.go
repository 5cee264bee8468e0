package settings

import "fangkong/store/workgroup"

// Code names a kind of fault. Each has its words in wordings.
type Code string

// The faults of a file as a whole, of its keys, of the settings and of the roster.
const (
	FileMissing    Code = "file-missing"
	FileUnreadable Code = "file-unreadable"
	FileTooBig     Code = "file-too-big"
	FileNotUTF8    Code = "file-not-utf8"
	FileWorkbook   Code = "file-workbook"
	Syntax         Code = "syntax"
	SyntaxMarks    Code = "syntax-marks"
	SyntaxZero     Code = "syntax-zero"
	UnknownKey     Code = "unknown-key"
	WrongType      Code = "wrong-type"

	NameMissing       Code = "name-missing"
	DutyPhoneMissing  Code = "duty-phone-missing"
	ZoneUnknown       Code = "zone-unknown"
	LanguageUnknown   Code = "language-unknown"
	GroupPositive     Code = "group-positive"
	TimeBad           Code = "time-bad"
	TimeOften         Code = "time-often"
	TimeNotDaily      Code = "time-not-daily"
	TimesOrder        Code = "times-order"
	RecipientNameless Code = "recipient-nameless"
	RecipientTwice    Code = "recipient-twice"
	FormEmpty         Code = "form-empty"
	FormKindEmpty     Code = "form-kind-empty"
	FormDate          Code = "form-date"
	FormVersion       Code = "form-version"
	FormOrder         Code = "form-order"
	QuestionsMany     Code = "questions-many"
	ItemKey           Code = "item-key"
	ItemLong          Code = "item-long"
	ItemTwice         Code = "item-twice"
	LabelMissing      Code = "label-missing"
	LabelTwice        Code = "label-twice"
	WordShort         Code = "word-short"
	WordKnown         Code = "word-known"
	WordTwice         Code = "word-twice"
	DetailUnknown     Code = "detail-unknown"
	ChecksNone        Code = "checks-none"
	CheckUnknown      Code = "check-unknown"
	KindUnknown       Code = "kind-unknown"
	MinutesBad        Code = "minutes-bad"
	LadderEmpty       Code = "ladder-empty"
	LadderFirst       Code = "ladder-first"
	LadderOrder       Code = "ladder-order"
	UntilUnknown      Code = "until-unknown"
	NoticeOrder       Code = "notice-order"
	NudgesMany        Code = "nudges-many"
	RungEmpty         Code = "rung-empty"
	RungRole          Code = "rung-role"

	UnitsNone        Code = "units-none"
	IDShape          Code = "id-shape"
	IDLong           Code = "id-long"
	IDReserved       Code = "id-reserved"
	UnitTwice        Code = "unit-twice"
	UnitNameless     Code = "unit-nameless"
	NameTwice        Code = "name-twice"
	AliasEmpty       Code = "alias-empty"
	UnitHeadless     Code = "unit-headless"
	HeadTwice        Code = "head-twice"
	PersonUnknown    Code = "person-unknown"
	GroupUnknown     Code = "group-unknown"
	LeadUnfed        Code = "lead-unfed"
	FeedsNobody      Code = "feeds-nobody"
	LeadsNone        Code = "leads-none"
	FeedsNoLead      Code = "feeds-no-lead"
	FeedsForeign     Code = "feeds-foreign"
	FeedsGap         Code = "feeds-gap"
	FeedsTwice       Code = "feeds-twice"
	TotalNegative    Code = "total-negative"
	TotalForeign     Code = "total-foreign"
	PersonNoID       Code = "person-no-id"
	PersonTwice      Code = "person-twice"
	PersonNameless   Code = "person-nameless"
	RoleUnknown      Code = "role-unknown"
	RoleOfUnit       Code = "role-of-unit"
	RoleUnheld       Code = "role-unheld"
	TelegramTwice    Code = "telegram-twice"
	TelegramNegative Code = "telegram-negative"
)

// phrase is what is wrong, and what to write instead.
type phrase struct{ what, instead string }

// wording is a phrase in both languages.
type wording struct{ chinese, english phrase }

func (w wording) in(l workgroup.Language) phrase {
	if l == workgroup.English {
		return w.english
	}
	return w.chinese
}

// wordings are the words of every fault; {names} are filled in from its facts.
var wordings = map[Code]wording{
	FileMissing: {
		phrase{"找不到这个文件", "先运行 fangkong init 生成样例，或用 --config、--roster 指明文件"},
		phrase{"there is no such file", "run “fangkong init” for samples, or name the file with --config or --roster"}},
	FileUnreadable: {
		phrase{"文件读不出来：{why}", "检查文件权限，并确认它是文件而不是目录"},
		phrase{"the file cannot be read: {why}", "check its permissions, and that it is a file and no directory"}},
	FileTooBig: {
		phrase{"文件超过 1 MiB", "确认没有选错文件"},
		phrase{"the file is larger than 1 MiB", "make sure that it is the right file"}},
	FileNotUTF8: {
		phrase{"文件不是 UTF-8 编码", "在编辑器里另存为 UTF-8"},
		phrase{"the file is not UTF-8", "save it as UTF-8 in the editor"}},
	Syntax: {
		phrase{"这一行写法有误：{why}", `每行写成 键 = "值"；文字加引号，列表用 [ ]，括号和引号成对`},
		phrase{"this line cannot be read: {why}", `key = "value" on each line; text in quotes, lists in [ ], brackets and quotes in pairs`}},
	FileWorkbook: {
		phrase{"这是 Office 文件（工作簿、文档）或压缩包，不是文本", "用 fangkong roster export 写出的、或 init 生成的 .toml 文本文件"},
		phrase{"this is an Office file or an archive and no text", "a .toml text, as “fangkong init” lays it out or “fangkong roster export” writes it"}},
	SyntaxMarks: {
		phrase{"这一行有中文标点（{marks}）", `引号、等号、逗号、括号都用英文的：key = "值"`},
		phrase{"this line has Chinese punctuation ({marks})", `ASCII quotes, equals signs, commas and brackets: key = "value"`}},
	SyntaxZero: {
		phrase{"以 0 开头的数字要加引号", `电话、日期、时间都写在引号里，如 "0392-0000000"`},
		phrase{"a number that begins with 0 needs quotes", `telephone numbers, dates and times in quotes, such as "0392-0000000"`}},
	UnknownKey: {
		phrase{"不认识的键 {key}", "改成这些之一，或删去这一行：{known}"},
		phrase{"unknown key {key}", "one of these, or delete the line: {known}"}},
	WrongType: {
		phrase{"{key} 的值类型不对（写成了{is.zh}）", "{key} = {like}"},
		phrase{"the value of {key} is of the wrong kind ({is.en})", "{key} = {like}"}},

	NameMissing: {
		phrase{"没有写学院名称", `name = "某某职业技术学院"`},
		phrase{"the college has no name", `name = "…"`}},
	DutyPhoneMissing: {
		phrase{"没有写24小时值班电话", `duty_phone = "0392-0000000"`},
		phrase{"the duty phone (24 hours) is missing", `duty_phone = "0392-0000000"`}},
	ZoneUnknown: {
		phrase{"不认识的时区 {zone}", `zone = "Asia/Shanghai"`},
		phrase{"unknown time zone {zone}", `zone = "Asia/Shanghai"`}},
	LanguageUnknown: {
		phrase{"不支持的语言 {language}", "{known} 之一"},
		phrase{"the bot does not speak {language}", "one of {known}"}},
	GroupPositive: {
		phrase{"群编号 {id} 是正数；群的编号总是负数", "id = -100…；不清楚就写 id = 0，由第一位管理员在群里确认"},
		phrase{"the group id {id} is positive; ids of groups are negative", "id = -100…; if in doubt id = 0, and the first administrator confirms the group in chat"}},
	TimeBad: {
		phrase{"时间 {time} 看不懂", "\"{like}\" 这样的24小时制时间，或五段 cron 表达式（如 \"30 14 * * *\"）"},
		phrase{"{time} is no time", "a time of 24 hours such as \"{like}\", or a cron expression of five fields (\"30 14 * * *\")"}},
	TimeOften: {
		phrase{"{time} 一天不止一次", "一天一次，如 \"{like}\""},
		phrase{"{time} comes more than once a day", "once a day, such as \"{like}\""}},
	TimeNotDaily: {
		phrase{"{time} 不是每天都有，但日报天天要报", "每天都有的时间，如 \"{like}\""},
		phrase{"{time} does not come every day, but reports are due every day", "a time of every day, such as \"{like}\""}},
	TimesOrder: {
		phrase{"{step}（{time}）不晚于 {before}（{than}）", "按一天的先后排：{order}"},
		phrase{"{step} ({time}) does not come after {before} ({than})", "times in the order of the day: {order}"}},
	RecipientNameless: {
		phrase{"报送对象没有名称", `name = "市疫情防控工作指挥部办公室"`},
		phrase{"the recipient has no name", `name = "…"`}},
	RecipientTwice: {
		phrase{"报送对象 {name} 写了两遍", "删去一处"},
		phrase{"the recipient {name} is there twice", "delete one of them"}},
	FormEmpty: {
		phrase{"报表没有一个问题", "至少写一个 [[form.items]]；整段 [[form]] 都不写则用默认九问"},
		phrase{"the form has no question", "at least one [[form.items]]; without any [[form]] the nine default questions are asked"}},
	FormKindEmpty: {
		phrase{"{kind} 类单位一个问题也没有", "给其中一项的 kinds 加上 \"{kind}\"，或去掉 kinds（所有单位都填）"},
		phrase{"units of kind {kind} get no question", "add \"{kind}\" to the kinds of an item, or leave kinds out (every unit)"}},
	FormDate: {
		phrase{"启用日期 {from} 不是日期", `from = "2020-02-01"`},
		phrase{"{from} is no date", `from = "2020-02-01"`}},
	FormVersion: {
		phrase{"报表版本号 {version} 不对", "从 1 起的整数"},
		phrase{"{version} is no version of a form", "a whole number, 1 or more"}},
	FormOrder: {
		phrase{"第 {version} 版没有排在第 {before} 版之后", "按版本号从小到大写，启用日期一版比一版晚"},
		phrase{"version {version} does not follow version {before}", "versions in rising order, each from a later date"}},
	QuestionsMany: {
		phrase{"{kind} 类单位要答 {n} 个问题", "最多 {most} 个；次要的放进 details，或用 kinds 限定单位"},
		phrase{"units of kind {kind} get {n} questions", "{most} at most; move the rest to details, or limit them with kinds"}},
	ItemKey: {
		phrase{"{key} 不能作为问题的键", "小写字母、数字和下划线，问现有数以 _now 结尾，如 fever_now；不带 _new、_total、_student 等"},
		phrase{"{key} cannot be the key of a question", "lower-case letters, digits and _, a stock ending in _now such as fever_now; no _new, _total, _student …"}},
	ItemLong: {
		phrase{"{key} 太长（{n} 个字符），按钮里放不下", "最多 {most} 个字符，如 {like}"},
		phrase{"{key} is too long for a button ({n} characters)", "{most} characters at most, such as {like}"}},
	ItemTwice: {
		phrase{"{key} 问了两遍", "删去一处"},
		phrase{"{key} is asked twice", "delete one of them"}},
	LabelMissing: {
		phrase{"{key} 没有中文名称", `label = "……"（单位看到的问题名称）`},
		phrase{"{key} has no label", `label = "…", what the units read`}},
	LabelTwice: {
		phrase{"{key} 和 {other} 的名称都是“{label}”，单位分不清", "换一个只指这一问的名称"},
		phrase{"{key} and {other} are both called “{label}”", "a label that means only this question"}},
	WordShort: {
		phrase{"说法“{word}”太短，会误读别的话", "至少两个字；不用就删去"},
		phrase{"the word “{word}” is too short and would be found in other words", "two letters at least, or delete it"}},
	WordKnown: {
		phrase{"“{word}”已经有别的意思", "换一个只指这一项的说法，或删去"},
		phrase{"“{word}” already means something else", "a word that means only this, or delete it"}},
	WordTwice: {
		phrase{"“{word}”写在两项里", "只留在它指的那一项"},
		phrase{"“{word}” stands with two questions", "with the one it means"}},
	DetailUnknown: {
		phrase{"不认识的细项 {key}", "已有项目加 _new、_released、_total 等，如 {like}"},
		phrase{"unknown detail {key}", "a known count with _new, _released, _total …, such as {like}"}},
	ChecksNone: {
		phrase{"checks 是空的", "删去这一行（全部核对），或至少写一项"},
		phrase{"checks is empty", "delete the line (all checks), or name at least one"}},
	CheckUnknown: {
		phrase{"不认识的核对规则 {check}", "{known} 之一"},
		phrase{"unknown check {check}", "one of {known}"}},
	KindUnknown: {
		phrase{"不认识的单位类别 {kind}", "{known} 之一（学院、附属单位、处室、后勤类）"},
		phrase{"unknown kind of unit {kind}", "one of {known}"}},
	MinutesBad: {
		phrase{"{minutes} 分钟不可用", "1 到 {most} 之间的整数（分钟）"},
		phrase{"{minutes} minutes cannot be", "a whole number of minutes from 1 to {most}"}},
	LadderEmpty: {
		phrase{"紧急呼叫没有任何一级", "至少写一级：[[urgent.ladder]]，after = 0，roles = [\"duty\"]"},
		phrase{"the urgent ladder has no rung", "at least one: [[urgent.ladder]], after = 0, roles = [\"duty\"]"}},
	LadderFirst: {
		phrase{"第一级在 {minutes} 分钟才呼叫", "after = 0：立案时就呼叫"},
		phrase{"the first rung rings only after {minutes} minutes", "after = 0: at the opening of the case"}},
	LadderOrder: {
		phrase{"这一级在 {minutes} 分钟，前一级在 {before} 分钟", "比前一级晚，且不超过 {most} 分钟"},
		phrase{"this rung rings after {minutes} minutes, the one before it after {before}", "later than the one before, and {most} minutes at most"}},
	NoticeOrder: {
		phrase{"催阅这一步在 {minutes} 分钟，前一步在 {before} 分钟", "比前一步晚（分钟），且不超过 {most} 分钟"},
		phrase{"this step of a notice comes after {minutes} minutes, the one before it after {before}", "later than the one before, in minutes, and {most} at most"}},
	NudgesMany: {
		phrase{"私聊催阅 {n} 次", "最多 {most} 次"},
		phrase{"{n} nudges in private", "{most} at most"}},
	UntilUnknown: {
		phrase{"不认识的 until：{until}", "taken（有人接手为止）或 closed（接手后也通知）"},
		phrase{"unknown until: {until}", "taken (until somebody takes it) or closed (told even then)"}},
	RungEmpty: {
		phrase{"这一级没有写呼叫谁", "roles = [\"duty\"]，可用：{known}"},
		phrase{"this rung names nobody", "roles = [\"duty\"]; there are: {known}"}},
	RungRole: {
		phrase{"{role} 不能接手紧急情况", "改成这些之一：{known}"},
		phrase{"{role} cannot take an urgent case", "one of these: {known}"}},

	UnitsNone: {
		phrase{"名册里没有单位", "每个单位一段 [[units]]"},
		phrase{"the roster has no unit", "a [[units]] for each unit"}},
	IDShape: {
		phrase{"代号 {id} 不能用", "小写字母开头，只用小写字母、数字和连字符，如 jidian；定了就不再改"},
		phrase{"{id} cannot be an id", "a lower-case letter first, then lower-case letters, digits and hyphens; never changed later"}},
	IDLong: {
		phrase{"代号 {id} 太长（{n} 个字符），按钮里放不下", "最多 {most} 个字符，如 {like}；heads、deputies、feeds 里一并改"},
		phrase{"the id {id} is too long for a button ({n} characters)", "{most} characters at most, such as {like}; in heads, deputies and feeds too"}},
	IDReserved: {
		phrase{"{id} 是职责的名称，不能作人员的代号", "换一个代号，如姓名拼音 wang-minghua"},
		phrase{"{id} is the name of a role and cannot be a person's id", "another id, such as wang-minghua"}},
	UnitTwice: {
		phrase{"两个单位的代号都是 {id}", "给其中一个换代号"},
		phrase{"two units have the id {id}", "another id for one of them"}},
	UnitNameless: {
		phrase{"单位 {id} 没有名称", `name = "……"`},
		phrase{"unit {id} has no name", `name = "…"`}},
	NameTwice: {
		phrase{"“{name}”已经指 {other}，{unit} 不能再用", "换一个只指 {unit} 的名称或简称，或删去"},
		phrase{"“{name}” already means {other}, not {unit}", "a name or alias that means only {unit}, or delete it"}},
	AliasEmpty: {
		phrase{"简称是空的", "删去空的一项"},
		phrase{"the alias is empty", "delete it"}},
	UnitHeadless: {
		phrase{"{unit} 没有负责人，没有人能报送", `heads = ["…", "…"]，填 [[people]] 里的 id，党政各一人`},
		phrase{"{unit} has no head, so nobody can report", `heads = ["…", "…"], ids of [[people]], a party and an administrative one`}},
	HeadTwice: {
		phrase{"{id} 在这个单位写了两次", "负责人或副职只写一次"},
		phrase{"{id} is named twice for this unit", "once, as head or as deputy"}},
	PersonUnknown: {
		phrase{"[[people]] 里没有 {id}", "改成已有人员的 id，或补一段 [[people]] id = \"{id}\""},
		phrase{"[[people]] has no {id}", "the id of somebody there, or a new [[people]] with id = \"{id}\""}},
	GroupUnknown: {
		phrase{"不认识的人群 {group}", "{known} 之一（学生、教职工、外聘及其他）"},
		phrase{"unknown group of people {group}", "one of {known}"}},
	LeadUnfed: {
		phrase{"牵头单位 {unit} 没有单位向它报送", "在有关单位的 feeds 里加上 \"{id}\"，或删去这里的 leads"},
		phrase{"no unit feeds the lead unit {unit}", "add \"{id}\" to the feeds of units, or delete leads here"}},
	FeedsNobody: {
		phrase{"{unit} 没有写向哪个牵头单位报送", `feeds = [ ]，从这些里选：{known}`},
		phrase{"{unit} feeds no lead unit", `feeds = [ ] with some of: {known}`}},
	LeadsNone: {
		phrase{"没有一个牵头单位，没有人汇总", `给汇总学生、教职工、外聘人员的单位各写上 leads = "student"、"staff"、"other"`},
		phrase{"there is no lead unit, so nobody consolidates", `leads = "student", "staff" or "other" for the units that consolidate them`}},
	FeedsNoLead: {
		phrase{"{unit} 要报给 {id}，但它不是牵头单位", "从这些里选：{known}；或给 {id} 写上 leads"},
		phrase{"{unit} feeds {id}, which is no lead unit", "one of {known}; or give {id} a leads"}},
	FeedsForeign: {
		phrase{"{unit}（{kind} 类）没有 {id} 汇总的人群 {group}", "从 feeds 里删去 \"{id}\"，或改正 kind"},
		phrase{"{unit} (kind {kind}) has no {group}, which {id} consolidates", "delete \"{id}\" from feeds, or mend kind"}},
	FeedsTwice: {
		phrase{"{unit} 的 {group} 报给 {other} 又报给 {id}，会算两遍", "feeds 里 \"{other}\" 和 \"{id}\" 只留一个"},
		phrase{"the {group} of {unit} go to {other} and to {id}, and would be counted twice", "keep one of \"{other}\" and \"{id}\" in feeds"}},
	FeedsGap: {
		phrase{"{unit} 的 {group} 没有牵头单位汇总", "feeds 里加上 {id}"},
		phrase{"nobody consolidates the {group} of {unit}", "add {id} to feeds"}},
	TotalNegative: {
		phrase{"人数 {n} 是负数", "0 或正整数"},
		phrase{"{n} people is a negative number", "0 or more"}},
	TotalForeign: {
		phrase{"{kind} 类单位不统计 {group}", "只写 {known}，或改正 kind"},
		phrase{"units of kind {kind} do not count {group}", "only {known}, or mend kind"}},
	PersonNoID: {
		phrase{"人员 {name} 没有代号", `id = "…"，如姓名拼音 wang-minghua`},
		phrase{"{name} has no id", `id = "…", such as wang-minghua`}},
	PersonTwice: {
		phrase{"两个人的代号都是 {id}", "给其中一人换代号，heads、deputies 里一并改"},
		phrase{"two people have the id {id}", "another id for one of them, in heads and deputies too"}},
	PersonNameless: {
		phrase{"人员 {id} 没有姓名", `name = "……"`},
		phrase{"{id} has no name", `name = "…"`}},
	RoleUnknown: {
		phrase{"不认识的职责 {role}", "{known} 之一"},
		phrase{"unknown role {role}", "one of {known}"}},
	RoleOfUnit: {
		phrase{"{role} 不写在人员这里", "在那个单位的 heads 或 deputies 里写 \"{id}\""},
		phrase{"{role} is not written with the person", "\"{id}\" in the heads or deputies of the unit"}},
	RoleUnheld: {
		phrase{"没有人担任 {role}", `给至少一个人写 roles = ["{one}"]`},
		phrase{"nobody is {role}", `roles = ["{one}"] for at least one person`}},
	TelegramTwice: {
		phrase{"Telegram 编号 {telegram} 已经是 {other} 的，{name} 不能再用", "写本人的编号，或写 telegram = 0（以后在聊天里确认）"},
		phrase{"the Telegram id {telegram} is {other}'s and cannot be {name}'s", "their own id, or telegram = 0 (confirmed in chat later)"}},
	TelegramNegative: {
		phrase{"Telegram 编号 {telegram} 是负数，那是群的编号", "本人的编号是正数；不清楚写 0"},
		phrase{"the Telegram id {telegram} is negative: that is a group's", "people have positive ids; 0 if in doubt"}},
}
