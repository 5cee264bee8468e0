// Package workgroup is the prevention work group (疫情防控工作群) of a college as data and rules: who must report
// what, to whom, by when; who was told; who has not answered. It knows neither Telegram nor bbolt: a rule reads
// and writes a Book and leaves what came of it there, and one commit around the rule keeps all of it or none.
//
//	update or clock ──► rule(Book, by, now) ──► records, letters, cards, events ──► one commit ──► courier tells
//
// Time is a parameter. Every now and every instant given to a rule is in the college's zone; the date of a thing is
// the date of its instant there.
//
// The words of this house, each with the office's own:
//
//	unit      单位        reports every day; a lead unit (牵头单位) also consolidates the units that feed it
//	person    人员        known by a key of ours; Telegram's numeric id is bound to it, a @username never
//	duty      职责        what a person is in the group: head (负责人), deputy (副职), office staff, director …
//	register  名册        the units and people as a file has them; a difference is one change that it would make
//	form      报表        the questions of the daily report, as data, versioned from a date
//	figures   数据        counts by key (base_measure_group); Unsaid is a figure named only approximately
//	round     一日报送    one date's deadlines, and the units that owe an answer, frozen when it opens
//	step      节点        one deadline of a round: reminder, units due, leads due …
//	draft     待确认      a filing that its head has not confirmed yet
//	report    日报        one confirmed revision of a unit's answer (零报告, 有情况)
//	sheet     汇总        one revision of a lead unit's consolidation
//	worksheet 底稿        what a lead unit has put beside its sums: overrides (改合计), gaps (未报原因), that a filed sheet stays
//	query     询问        one question to a unit about one item of its report: a lead unit's (退回), or the day ledger's
//	ledger    日台账      today's stock against the day before: 昨日 + 新增 − 解除 = 现有; a balance is one line of it
//	page      翻页        where a reader of a sheet has turned to: item, unit, revision
//	share     份额        a unit's part of a sum on a sheet
//	work note 工作动态    what a unit did on a date, in at most five points; no report, and it counts nothing
//	grant     委托代报    a unit asks another to file for it on one date
//	intent    再按一次    the first of two presses that file a zero report
//	claim     身份申请    who an unknown person says they are; the office decides
//	approval  登记        what the office's word on a claim gave; taken back within seven days (撤销)
//	doubt     疑问        a check that the figures do not pass; asked, both values kept
//	overdue   逾时        after 14:30 (“原则上”); late 迟报: not before 15:00; missing 未报: not heard from
//	alarm     警报        the office and duty staff woken for what may be a case of the one-hour rule
//	invite    邀请链接    a one-time link that makes an account a person’s
//	coverage  可达        who can be written to in private, and why the others cannot
//	staffing  人员变更    who is to be what from now on: postings as they were written, shown with what follows, then made
//	caller    来电        an account that has rung the office lately, by claim or alarm
//	call      紧急报告    an urgent report being made; left unfinished it becomes a case by itself
//	case      紧急情况    a case of the one-hour rule, or a softer fact, with its clock and its code (急-0131-02)
//	leg       个人、单位报告  the two reports the rule asks for; one does not settle the other
//	ladder    呼叫梯次    who is woken for a case, and when: rungs (梯次); a rung rings (呼叫)
//	holder    接手人      who has taken a case; it expires without progress
//	verdict   核实结论    成立, 观察, 排除
//	remark    续报        a further report in words
//	finding   核实、更正   what was found of a case or put right, with what stood there before
//	shift     班次        one turn of duty: who leads it, who answers the phone, and what became of it
//	rota      值班表      a duty roster as the office sent it: read back, then in force
//	swap      调班        a place on a shift offered to another; a place taken (顶班) is at once
//	phoned    电话记录    one telephone call about a case, entered later with its true time
//	slip      待定        words that can be meant in two ways, until their writer says which
//	notice    通知        what people are asked to read (已阅), or to do as well (已办); renewed 改版, recalled 撤回通知; a press taken back 撤回已阅
//	plan      定时        a notice that goes out by itself at a time
//	edition   版本        what one version of a notice said, kept when the next takes its place
//	seat      应阅        whose receipt is asked for: a person, or a unit for which anybody may read
//	receipt   回执        what became of a notice at one seat; a reply 收到 is weaker than a press
//	proxy     代阅        a deputy's reading for the head
//	pack      研判材料    what lies before the daily analysis, frozen version by version; an annex (附件) hangs on it
//	meeting   研判会      one daily analysis (每日分析研判): its frame (形式、主持、参会、缺席), and notes under the five points of its agenda
//	decision  议定事项    what a meeting decided: owner (责任单位、责任人), deadline (时限), receipt (收到), result (办结); changed (更改) or taken back (撤销) with a reason
//	paper     上报件    a report to the authorities on its way: drafted, checked, reviewed, signed, sent by a person, filed (审签备案)
//	entry     备案登记    a paper’s line in the register, with its number of the year
//	call sheet 电话呼叫单 whom to telephone, and in which order, when Telegram is out
//	menu      命令菜单    the commands that Telegram offers in a chat
//	letter    消息        said once: a snapshot of facts, rendered in its reader's language
//	card      卡片        shown: a board, sheet or conversation, rendered when sent and edited in place
//	toast     提示        the short answer to a press; never kept
//	event     事项        one line of the journal (台账)
//	refusal   婉拒        what a person cannot do, and what to do instead
package workgroup
