package workgroup

import "time"

// Event is one line of the journal: what happened, to what, by whom. Its payload stands beside the chain, so that
// personal data can be erased by rule while the chain still verifies.
type Event struct {
	At      time.Time `json:"at"`
	Kind    EventKind `json:"kind"`
	Object  string    `json:"object,omitempty"`
	By      PersonID  `json:"by,omitempty"` // "" for the clock and the bot itself
	Payload Facts     `json:"-"`
}

// Seal is where the journal stands: its last line, and the digest that everything up to it leads to, in hex. Written down elsewhere it
// shows whether a line was changed since.
type Seal struct {
	Line   uint64 `json:"line"`
	Digest string `json:"digest"`
}

// EventKind names what happened. Each has a text in every language.
type EventKind string

// The events of this house.
const (
	RosterSeeded    EventKind = "roster.seeded"    // 名册载入
	RosterImported  EventKind = "roster.imported"  // 名册更新
	CodeUsed        EventKind = "office.code"      // 首位管理员
	GroupBound      EventKind = "group.bound"      // 工作群确认
	GroupMigrated   EventKind = "group.migrated"   // 工作群升级
	GroupLost       EventKind = "group.lost"       // 被移出工作群
	GroupRights     EventKind = "group.rights"     // 群内权限变化
	ClaimMade       EventKind = "claim.made"       // 身份申请
	ClaimDecided    EventKind = "claim.decided"    // 身份申请办结
	ClaimUndone     EventKind = "claim.undone"     // 登记撤销
	InviteMade      EventKind = "invite.made"      // 邀请链接
	InviteUsedUp    EventKind = "invite.used"      // 邀请链接已用
	InviteTakenBack EventKind = "invite.revoked"   // 邀请链接作废
	PersonReached   EventKind = "person.reached"   // 私聊已通
	PersonLost      EventKind = "person.lost"      // 私聊不通
	PersonGone      EventKind = "person.gone"      // 退出工作群
	PersonCame      EventKind = "person.came"      // 回到工作群
	DutyLost        EventKind = "duty.lost"        // 值守人员失联
	RoundOpened     EventKind = "round.opened"     // 开始报送
	StepDone        EventKind = "step.done"        // 节点已执行
	StepMissed      EventKind = "step.missed"      // 节点漏发
	UnitUrged       EventKind = "unit.urged"       // 催报
	FormGrown       EventKind = "form.grown"       // 当日增加项目
	DraftOpened     EventKind = "draft.opened"     // 开始填报
	DraftDropped    EventKind = "draft.dropped"    // 放弃填报
	RowOffered      EventKind = "row.offered"      // 名单转请核对
	DraftLapsed     EventKind = "draft.lapsed"     // 未确认作废
	DraftReminded   EventKind = "draft.reminded"   // 提醒确认更正
	ReportFiled     EventKind = "report.filed"     // 日报报送
	ReportAmended   EventKind = "report.amended"   // 更正
	SheetFiled      EventKind = "sheet.filed"      // 汇总报送
	SheetAmended    EventKind = "sheet.amended"    // 汇总更正
	SheetOverridden EventKind = "sheet.overridden" // 改合计
	SheetRestored   EventKind = "sheet.restored"   // 恢复合计
	GapExplained    EventKind = "sheet.gap"        // 未报原因
	SheetFlagged    EventKind = "sheet.flagged"    // 汇总报送后有变化
	SheetKept       EventKind = "sheet.kept"       // 汇总仍按原报
	SheetListed     EventKind = "sheet.owing"      // 汇总欠办，已列出
	UnitAsked       EventKind = "query.asked"      // 退回询问
	UnitChased      EventKind = "query.chased"     // 再次询问
	UnitAnswered    EventKind = "query.answered"   // 询问已答
	QueryListed     EventKind = "query.listed"     // 询问未答，已列出
	QueryUnanswered EventKind = "query.unanswered" // 询问到当日截止未答
	SheetTraced     EventKind = "sheet.traced"     // 查看原报
	UnitExported    EventKind = "unit.exported"    // 导出本单位数据
	GrantAsked      EventKind = "grant.asked"      // 请求代报
	GrantGiven      EventKind = "grant.given"      // 同意代报
	GrantTaken      EventKind = "grant.taken-back" // 收回代报
	DelegationMade  EventKind = "delegation.made"  // 委托
	DelegationBegun EventKind = "delegation.begun" // 委托开始
	DelegationEnded EventKind = "delegation.ended" // 委托结束
	ReasonGiven     EventKind = "reason.given"     // 逾时说明
	NoteKept        EventKind = "note.kept"        // 工作动态
	NoteTaken       EventKind = "note.taken-back"  // 撤回工作动态
	UrgentHeard     EventKind = "urgent.heard"     // 疑似紧急
	RumourHeard     EventKind = "rumour.heard"     // 传闻
	RumourSettled   EventKind = "rumour.settled"   // 传闻由单位答复
	OutsideHeard    EventKind = "outside.heard"    // 校外来信转防控办
	UrgentCut       EventKind = "urgent.cut"       // 紧急提醒过多，未转
	CallBegun       EventKind = "call.begun"       // 开始紧急报告
	CallWithdrawn   EventKind = "call.withdrawn"   // 撤销紧急报告
	CallUnanswered  EventKind = "call.unanswered"  // 是否紧急情况，问了没有回答
	CaseOpened      EventKind = "case.opened"      // 紧急情况立案
	CaseRung        EventKind = "case.rung"        // 呼叫
	CaseRead        EventKind = "case.read"        // 已阅
	CaseViewed      EventKind = "case.viewed"      // 查看详情
	CaseDenied      EventKind = "case.denied"      // 无权查看，未给看
	CaseTakenOn     EventKind = "case.taken"       // 接手
	CaseQuiet       EventKind = "case.quiet"       // 催接手人
	CaseLapsed      EventKind = "case.lapsed"      // 接手失效
	CaseGivenBack   EventKind = "case.given-back"  // 退回
	CaseOffered     EventKind = "case.offered"     // 移交
	CaseDeclined    EventKind = "case.declined"    // 不接移交
	CaseSnoozed     EventKind = "case.snoozed"     // 稍后处理
	CaseLeg         EventKind = "case.leg"         // 个人或单位报告
	CaseChased      EventKind = "case.chased"      // 催报告
	CaseVerified    EventKind = "case.verified"    // 核实
	CaseTold        EventKind = "case.told"        // 报社区、疾控
	CaseRemarked    EventKind = "case.remarked"    // 续报
	CasePhoned      EventKind = "case.phoned"      // 电话记录
	CaseDated       EventKind = "case.dated"       // 更正知悉时间
	CaseDetailed    EventKind = "case.detailed"    // 补充类别、单位
	CaseMerged      EventKind = "case.merged"      // 并案
	CaseApart       EventKind = "case.apart"       // 不是同一例
	CaseClosed      EventKind = "case.closed"      // 办结
	LadderGap       EventKind = "ladder.gap"       // 梯次缺人
	LadderWhole     EventKind = "ladder.whole"     // 梯次补上

	PersonPlaced      EventKind = "person.placed"   // 职责变动
	StaffingDone      EventKind = "staffing.made"   // 人员变更
	StaffingTakenBack EventKind = "staffing.undone" // 人员变更撤销

	RotaRead          EventKind = "rota.read"           // 值班表读入
	RotaAdopted       EventKind = "rota.adopted"        // 值班表启用
	RotaDropped       EventKind = "rota.dropped"        // 值班表放弃
	RotaTakenBack     EventKind = "rota.undone"         // 值班表撤销
	ShiftOpened       EventKind = "shift.opened"        // 班次开始
	ShiftMissed       EventKind = "shift.missed"        // 停机错过的班次
	ShiftManned       EventKind = "shift.manned"        // 到岗
	ShiftUnmanned     EventKind = "shift.unmanned"      // 无人到岗，已告带班领导
	ShiftUnmannedLong EventKind = "shift.unmanned-long" // 无人到岗，已告主任
	PhoneWorks        EventKind = "shift.phone-works"   // 值班电话试通
	PhoneDead         EventKind = "shift.phone-dead"    // 值班电话不通
	ShiftClosed       EventKind = "shift.closed"        // 班次结束
	ShiftNoted        EventKind = "shift.noted"         // 交班
	ShiftRelieved     EventKind = "shift.relieved"      // 接班
	ShiftUnrelieved   EventKind = "shift.unrelieved"    // 未交接，已告带班领导
	SwapOffered       EventKind = "swap.asked"          // 请求调班
	SwapTaken         EventKind = "swap.agreed"         // 对方同意调班
	SwapDone          EventKind = "swap.approved"       // 调班批准
	SwapEnded         EventKind = "swap.ended"          // 调班未成
	PlaceTaken        EventKind = "place.taken"         // 顶班
	PlaceGivenBack    EventKind = "place.given-back"    // 撤销顶班

	NoticePublished  EventKind = "notice.published" // 通知发布
	NoticeRenewed    EventKind = "notice.renewed"   // 通知改版
	NoticeTakenBack  EventKind = "notice.recalled"  // 通知撤回
	NoticeRead       EventKind = "notice.read"      // 已阅
	NoticeReadUndone EventKind = "notice.unread"    // 撤回已阅
	NoticeReplied    EventKind = "notice.replied"   // 回复收到
	NoticeDone       EventKind = "notice.done"      // 已办
	NoticeNudged     EventKind = "notice.nudged"    // 催阅
	NoticeNamed      EventKind = "notice.named"     // 群内列名
	NoticeListed     EventKind = "notice.listed"    // 名单交人
	NoticePlanned    EventKind = "notice.planned"   // 定时发布
	NoticeUnplanned  EventKind = "notice.unplanned" // 取消定时
	NoticeUnsent     EventKind = "notice.unsent"    // 定时未发出
	NoticeMissed     EventKind = "notice.missed"    // 催阅错过
	NoticeReseated   EventKind = "notice.reseated"  // 应阅随人员变更

	PaperDrafted        EventKind = "paper.drafted"     // 上报拟稿
	PaperWorded         EventKind = "paper.worded"      // 填写四、五
	PaperSubmitted      EventKind = "paper.submitted"   // 送审
	PaperRaised         EventKind = "paper.raised"      // 改为重要
	PaperLowered        EventKind = "paper.lowered"     // 降为一般
	PaperDropped        EventKind = "paper.dropped"     // 撤下更正件
	PaperPassed         EventKind = "paper.checked"     // 审核通过
	PaperStudied        EventKind = "paper.reviewed"    // 领导小组研究
	PaperReturned       EventKind = "paper.returned"    // 退回
	PaperSignedBy       EventKind = "paper.signed"      // 签发
	PaperSentVoid       EventKind = "paper.sent-void"   // 作废件已报出
	PaperVoidUnsent     EventKind = "paper.void-unsent" // 作废件没有报出
	PaperVoided         EventKind = "paper.voided"      // 数据更正，签字失效
	PaperOvertaken      EventKind = "paper.overtaken"   // 数据更正，退回重拟
	PaperCopied         EventKind = "paper.copied"      // 签发件已存
	PaperSentOff        EventKind = "paper.sent"        // 已上报
	PaperSendingAmended EventKind = "paper.resent"      // 更正上报登记
	PaperArchived       EventKind = "paper.filed"       // 备案编号
	PaperUnsent         EventKind = "paper.unsent"      // the office was reminded of an addressee's time

	PackFrozen         EventKind = "pack.frozen"       // 研判材料冻结
	MeetingBegun       EventKind = "meeting.begun"     // 研判会开始
	MeetingNoted       EventKind = "meeting.noted"     // 研判会记录
	MeetingEnded       EventKind = "meeting.ended"     // 研判会结束
	MeetingMended      EventKind = "meeting.mended"    // 研判会纪要补正
	MeetingTold        EventKind = "meeting.told"      // 研判会情况发群
	DecisionMade       EventKind = "decision.made"     // 写下决定
	DecisionDropped    EventKind = "decision.dropped"  // 放弃决定
	DecisionRecorded   EventKind = "decision.recorded" // 记为议定事项
	DecisionSeenBy     EventKind = "decision.seen"     // 收到
	DecisionAsked      EventKind = "decision.asked"    // 催收到
	DecisionListed     EventKind = "decision.listed"   // 无人收到，已交防控办
	DecisionReminded   EventKind = "decision.reminded" // 提醒时限
	DecisionLate       EventKind = "decision.late"     // 逾期催办
	DecisionDone       EventKind = "decision.done"     // 办结
	DecisionReopened   EventKind = "decision.reopened" // 重新办理
	DecisionAnswered   EventKind = "decision.answered" // 答复询问
	DecisionAmended    EventKind = "decision.amended"  // 更改
	DecisionPleaded    EventKind = "decision.pleaded"  // 申请延期
	DecisionProgressed EventKind = "decision.progress" // 报进展
	DecisionUnpleaded  EventKind = "decision.kept"     // 不同意延期
	DecisionTakenBack  EventKind = "decision.revoked"  // 撤销

	LanguageChosen EventKind = "language.chosen" // 语言
	BotReturned    EventKind = "bot.returned"    // 停机后恢复
	SelfChecked    EventKind = "bot.checked"     // 自检
	BackupMade     EventKind = "backup.made"     // 数据已备份
	BackupFailed   EventKind = "backup.failed"   // 备份失败
	LetterLost     EventKind = "letter.lost"     // 未能送达
	LetterDoubled  EventKind = "letter.doubled"  // 重复送达
	InputSetAside  EventKind = "input.set-aside" // 未能处理
)

// EventKinds are all of them.
var EventKinds = []EventKind{
	RosterSeeded, RosterImported, CodeUsed, GroupBound, GroupMigrated, GroupLost, GroupRights, ClaimMade, ClaimDecided, ClaimUndone, InviteMade, InviteUsedUp, InviteTakenBack, PersonReached, PersonLost, PersonGone, PersonCame, PersonPlaced, StaffingDone, StaffingTakenBack, DutyLost,
	RoundOpened, StepDone, StepMissed, UnitUrged, FormGrown, DraftOpened, RowOffered, DraftDropped, DraftLapsed, DraftReminded, ReportFiled, ReportAmended, SheetFiled,
	SheetAmended, SheetTraced, UnitExported, SheetOverridden, SheetRestored, GapExplained, SheetFlagged, SheetKept, SheetListed, UnitAsked, UnitChased, UnitAnswered, QueryListed, QueryUnanswered, GrantAsked, GrantGiven, GrantTaken, DelegationMade, DelegationBegun, DelegationEnded, ReasonGiven, UrgentHeard, OutsideHeard, UrgentCut, RumourHeard, RumourSettled,
	NoteKept, NoteTaken,
	CallBegun, CallWithdrawn, CallUnanswered, CaseOpened, CaseRung, CaseRead, CaseViewed, CaseDenied, CaseTakenOn, CaseQuiet, CaseLapsed, CaseGivenBack, CaseOffered, CaseDeclined, CaseSnoozed, CaseLeg, CaseChased, CaseVerified, CaseTold, CaseRemarked, CasePhoned, CaseDated, CaseDetailed, CaseMerged, CaseApart, CaseClosed, LadderGap, LadderWhole,
	LanguageChosen, BotReturned, SelfChecked, BackupMade, BackupFailed, LetterLost, LetterDoubled, InputSetAside,
	RotaRead, RotaAdopted, RotaDropped, RotaTakenBack, ShiftOpened, ShiftMissed, ShiftManned, ShiftUnmanned, ShiftUnmannedLong, PhoneWorks,
	PhoneDead, ShiftClosed, ShiftNoted, ShiftRelieved, ShiftUnrelieved, SwapOffered, SwapTaken, SwapDone, SwapEnded, PlaceTaken, PlaceGivenBack,
	NoticePublished, NoticeRenewed, NoticeTakenBack, NoticeRead, NoticeReadUndone, NoticeReplied, NoticeDone, NoticeNudged, NoticeNamed, NoticeListed, NoticePlanned, NoticeUnplanned, NoticeUnsent, NoticeMissed, NoticeReseated,
	PaperDrafted, PaperWorded, PaperSubmitted, PaperRaised, PaperLowered, PaperDropped, PaperPassed, PaperStudied, PaperReturned, PaperSignedBy, PaperVoided, PaperSentVoid, PaperVoidUnsent, PaperOvertaken, PaperCopied, PaperSentOff, PaperSendingAmended, PaperArchived, PaperUnsent,
	PackFrozen, MeetingBegun, MeetingNoted, MeetingEnded, MeetingMended, MeetingTold, DecisionMade, DecisionDropped, DecisionRecorded, DecisionSeenBy, DecisionAsked, DecisionListed, DecisionReminded, DecisionLate, DecisionDone, DecisionReopened, DecisionAnswered, DecisionAmended, DecisionPleaded, DecisionProgressed, DecisionUnpleaded, DecisionTakenBack,
}
