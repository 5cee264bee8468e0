package bot

import (
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// matter is what a question of whoever oversees the college is about, by a word or two of it: it is asked in more ways than anybody can list.
type matter struct {
	about *pattern.Pattern
	not   *pattern.Pattern // nil: nothing
	tell  func(*turn, bookQuestion) (bool, error)
}

// matters are looked at where nothing else has understood a question: no report, no news and no answer is taken for one. The first that it is
// of answers it.
var matters []matter

func init() {
	// Filled here because what answers a question is asked for by name as well.
	matters = []matter{
		{about: weekWords, not: ofOthers, tell: (*turn).tellWeek},
		{about: pattern.MustCompile(`[比和跟与较](?:一下)?(?:昨天|昨日|前一天|前天|上一天)(?:的)?(?:相?比|多|少|增|减|变|怎|如何|有什么|\S{0,2}$)|昨[天日].{0,3}今[天日].{0,4}比|(?i)(?:compared (?:to|with)|than) yesterday`), tell: (*turn).tellCompared},
		{about: pattern.MustCompile(`(?:谁|哪位|哪个人|哪几个人).{0,4}(?:值班|带班|当班|值守)|(?:值班|带班|当班|值守).{0,6}(?:谁|哪位|电话|号码|安排|表)|(?i)on duty|duty (?:phone|number|roster)`), tell: (*turn).tellDuty},
		{about: pattern.MustCompile(`(?:几点|什么时候|啥时候|何时|多会儿|今天|今儿|还).{0,4}(?:开会|开研判|碰头|研判会|分析会|会议|上会)|(?:开会|研判会|分析会|会议|碰头会).{0,6}(?:几点|什么时候|何时|开始|结束|开了|开完|推迟|时间)|^会(?:议)?(?:开始|开完|开|结束)|会(?:议)?(?:是|在)?(?:几点|什么时候|啥时候|何时)(?:开|开始|结束)?|开的会|(?i)(?:when|what time).{0,12}(?:meet|meeting|analysis)|(?:is|has) the meeting (?:over|begun|started|on)`),
			not: pattern.MustCompile(`定的|布置|议定|要求|纪要`), tell: (*turn).tellMeeting},
		{about: pattern.MustCompile(`纪要|(?i)\bminutes\b`), tell: (*turn).tellMinutes},
		{about: pattern.MustCompile(`研判材料|会议材料|(?:开会|会上)的?.{0,4}材料|材料.{0,4}(?:准备|好了|定稿|齐)|(?i)meeting pack|\bthe pack\b`), tell: (*turn).tellPack},
		{about: numbered, tell: (*turn).tellNumbered},
		{about: asksNumber, not: ofOtherNumbers, tell: (*turn).tellPaperNumber},
		{about: pattern.MustCompile(`议定|督办|决定.{0,8}(?:收到|落实|执行|办|完成|进展|怎|咋|如何|没|未|几|多少|哪|吗)|(?:几|哪|多少|谁|都).{0,8}决定|事项.{0,4}(?:超期|逾期|没办|到期)|(?:超期|逾期)的?.{0,2}(?:事|任务)|(?:会上|上次会|昨天会).{0,4}(?:定|议)|(?:那|这)(?:件|个|项)?事.{0,6}(?:办|完|落实|怎|咋|如何)|(?:会上|会议|上次|上回|昨天|前天|今天|领导).{0,4}(?:定|布置|安排|要求|说|交办|交代)(?:了|下来|下去)?的?.{0,8}(?:怎|咋|如何|落实|办|完成|做|进展|好了|到哪)|(?i)\bdecisions?\b|what (?:was|we) decided`), tell: (*turn).tellDecided},
		{about: pattern.MustCompile(`紧急|急件|急报|案子|病例|病人|患者|一小时|1小时|接的?手|谁在?.{0,2}(?:跟|盯)(?:着|进)?|谁在?(?:处理|跟进|负责)(?:的|呢|着)?$|(?:确诊|疑似|密接|发热|隔离|封闭)的?(?:那个|那名|那位|这个|这名)?(?:学生|老师|同学|教师|教工|人员?).{0,6}(?:怎|咋|如何|情况|送|报|接|处理)|(?:社区|疾控).{0,3}(?:报|知道|通知|联系)|(?:报|通知|联系)(?:给|了|过)?(?:社区|疾控)|(?i)urgent|\bcases?\b|the patient|disease control|community been told`), tell: (*turn).tellCasesOf},
		{about: pattern.MustCompile(`我.{0,4}(?:要|该|得)(?:干|做|办|处理|看)|(?:要|需要?|等|该|得|让|请|用得着)我.{0,4}(?:签|审|批|看|办|处理|定|拍板|决定|做)|(?:签|审|批)(?:什么|哪些|几[份个件])|待办|待签|待审|(?i)(?:waits?|waiting|anything) for me|need(?:s)? (?:my|me)|to sign`), tell: (*turn).tellMine},
		{about: pattern.MustCompile(`(?:谁|哪位|哪个|几个).{0,2}(?:还|都)?(?:没有?|未|该|要|来|负责)?(?:签|审)|(?:差|缺|等|剩|轮到|该|到)(?:谁|哪位|哪个).{0,3}(?:签|审)|(?:签|审核?|审批)到谁|归档|备案`), not: pattern.MustCompile(`签到|通知|决定`), tell: (*turn).tellSent},
		{about: pattern.MustCompile(`(?:报告|上报|材料|稿子?|文件|公文|审签单|登记).{0,8}(?:发|报|送|签|写|拟|好|批|审|到|出|交|进展|哪)|(?:市里|省里|市指挥部|指挥部|上级|上面|教育厅|高工委|厅里).{0,8}(?:发|报|送|收|交|知道)|(?:发|报|送|交|报给|发给)(?:给|到)?(?:市里|省里|市指挥部|指挥部|上级|上面|教育厅|厅里)|签(?:发|字)|(?:领导小组|主任|书记|院长|防控办).{0,4}(?:研究|签|审|批)|文号|省厅|(?i)\breport\b.{0,24}\b(?:sent|signed|drafted|ready|out|gone)|the (?:city|province|authorities)`),
			not: pattern.MustCompile(`日报|零报告|各?单位|学院|谁没|怎么报|如何报|(?:几点|什么时候)(?:之?前)?(?:报|交)`), tell: (*turn).tellSent},
		{about: pattern.MustCompile(`(?:通知|文件|公告).{0,8}(?:看|读|阅|收|发|下|到|知道)|(?:谁|哪些|多少|几个?).{0,6}(?:没|未)(?:看|读|阅|收到)|(?i)\bnotices?\b|(?:who|anybody) (?:has|have)(?: not|n't) read`), tell: (*turn).tellUnread},
		{about: pattern.MustCompile(`牵头|(?:没|未|报|交).{0,2}汇总|汇总.{0,4}(?:怎|咋|如何|到哪)|的表.{0,3}(?:交|报|发)|汇总表?(?:都|已经?)?(?:报|交|收|齐|好|上来)|(?i)lead units?|consolidation|sheets?`), tell: (*turn).tellSheets},
		{about: pattern.MustCompile(`(?:迟报|逾时|晚报|报晚|超时|报得晚|报得迟|迟到)|(?i)\b(?:late|overdue)\b`), not: pattern.MustCompile(`怎么算|算不算|规定|几点后|以后算`), tell: (*turn).tellLate},
		{about: pattern.MustCompile(`(?:谁|哪|几|多少|还有|还差|有没有).{0,8}(?:没|未|不)(?:报|交|填|动静|消息)|(?:报|交|收|填)(?:得|上来|的)?(?:怎么样|咋样|如何|齐|全|完|情况|进度)|报送(?:情况|进度)|(?:报|交)了?(?:几|多少)(?:家|个|份)?|(?:谁|几|哪|多少).{0,6}(?:没|未|待)确认|(?:没|未|待)确认.{0,6}(?:谁|几|哪|多少)|(?i)(?:who|which|how many).{0,20}(?:not|n't|missing|reported|filed)`), tell: (*turn).tellMissing},
		{about: pattern.MustCompile(`(?:哪(?:个|些|几个|几家|家)?(?:单位|学院|部门|处室)|(?:都|是|在|分别)*(?:哪(?:个|些|几个)?(?:单位|学院|部门|处室)|哪儿|哪里)的?)|哪家.{0,6}最[多少]|(?i)(?:which|whose) units?`), tell: (*turn).tellByUnit},
		{about: pattern.MustCompile(`^(?:现在|目前|今天|到底|咱们?|我们|学校|全校|学院|全院|还)*(?:有没有|有无|有|出现|还有没有|是否有)(?:人|学生|老师|教师|谁)?.{2,10}$|(?i)^(?:is|are) (?:anyone|anybody|there any(?:body|one)?).{2,40}$|^any (?:confirmed|suspected|fever|quarantine).{0,20}$`), not: pattern.MustCompile(`什么|问题|情况|疑问|事`), tell: (*turn).tellAny},
		{about: pattern.MustCompile(`^.{0,10}有.{2,10}的?(?:吗|没有?|么)$|^.{2,12}?(?:的|人员?|病例)*(?:有没有|有无)(?:人|了)*$|^.{2,12}?(?:有没有|有无)(?:人|学生|老师)?(?:在|被)?.{2,8}$`), not: pattern.MustCompile(`什么|问题|情况|疑问|事`), tell: (*turn).tellAny},
		{about: pattern.MustCompile(`疑问|存疑|补报|代报|漏报|更正|改.{0,3}(?:数|次)|待核|要核|对不上|不平|矛盾|数据.{0,6}(?:问题|对不对|准|全|靠谱|对吗)|(?i)doubtful|figures? (?:right|correct|wrong)`), tell: (*turn).tellDay},
		{about: pattern.MustCompile(`(?:发|给|要|看|导|来|打印|出|拉).{0,8}(?:汇总|日报|报表|表格|总表|数据|情况)|(?:汇总|日报|报表|表格|总表|数据).{0,6}(?:发|给|看|导|打印)|(?i)\b(?:send|show|give) me\b.{0,20}\b(?:summary|figures|workbook|table)`), tell: (*turn).tellDay},
		{about: pattern.MustCompile(`^(?:今天|今日|现在|目前|一共|总共|共|有|新增|增加|又|多|了|的|都|合计|总数)*(?:几|多少)(?:例|人|个|名|位)?(?:人|了|呢|啊|病例)*$|^.{0,6}(?:几|多少)例$|(?:情况|形势|状况|局面|态势).{0,3}(?:怎|咋|如何|好|正常|严重|稳定)|(?:什么|啥|有没有|有无|新)(?:新)?(?:的)?(?:情况|动静|变化|异常|事|问题)|^(?:怎么样|咋样|如何)了?$|(?:一切|都)(?:正常|还好|好)|(?i)^how (?:is|are) (?:things|it|we|today)|^(?:what(?:'s| is) )?(?:new|the situation|the state of things)\b|anything new`), tell: (*turn).tellDay},
	}
}

// howToReport are questions of how and when reports are made, which are answered to everybody alike.
var howToReport = pattern.MustCompile(`怎么(?:报|填|写|用|发|交|操作|更正|改)|如何(?:报|填|写|用)|咋(?:报|填)|截止|几点(?:之?前|开始)?(?:报|交|要)|什么时候(?:之?前)?(?:报|交|要)|(?:算|叫)(?:不算|什么|迟报|逾时)|(?i)how (?:do|to|can)|deadline|by when|when (?:is|are) .{0,20}\bdue`)

// asksMatter answers, in private, what whoever oversees the college asks and nothing else has understood. What nobody has told this house it
// says in one sentence, with what can be asked.
func (t *turn) asksMatter(r understand.Reading) (bool, error) {
	word := t.askedWord()
	if len([]rune(word)) > 40 || !t.firsthand() || !t.person.Holds(workgroup.Overseers...) || r.Kind == understand.Leave || r.Urgent != understand.No {
		return false, nil
	}
	q, rest, ok := t.whenAsked(word)
	asks := r.Kind == understand.Question || questions.MatchString(t.msg.Text)
	if howToReport.MatchString(word) || !asks && !wants.MatchString(word) && (len([]rune(rest)) > longestTopic || strings.HasSuffix(word, "了")) {
		return false, nil // it tells something
	}
	there, open := t.inPrivate()
	if _, why := t.stillAskedWhy(); why || !open {
		return false, nil
	}
	if ok && !q.at.After(t.now) {
		for _, one := range matters {
			m := one.about.FindStringSubmatch(rest)
			if m == nil {
				m = one.about.FindStringSubmatch(word)
			}
			if m == nil || one.not != nil && one.not.MatchString(word) {
				continue
			}
			q.of = rest
			if done, err := one.tell(there, q); done || err != nil {
				return done, err
			}
		}
		if done, err := there.tellThing(q, rest); done || err != nil {
			return done, err
		}
	}
	if !asks || understand.AsksForm(t.msg.Text) {
		return false, nil
	}
	there.reply("say/cannot-tell", workgroup.Facts{})
	return true, nil
}

// questions are the words of one.
var questions = pattern.MustCompile(`[?？]|几|多少|谁|哪|什么|啥|怎|咋|如何|为何|(?:吗|没有?|么|呢)$`)

// wants begin what is no question and wants to be told something.
var wants = pattern.MustCompile(`^(?:请|麻烦|帮我?|给我?|把|再|先)*(?:发|给|看|查|要|调|拉|导|打印|说|报)|^把.{1,10}(?:发|给|拉|导|打印)|(?i)^(?:please )?(?:send|show|give|tell) `)

// longestTopic is how long words may be that name a thing and say nothing of it: 值班电话, 会议时间.
const longestTopic = 6

// tellDay tells a date, or how it stood at a time of it.
func (t *turn) tellDay(q bookQuestion) (bool, error) {
	if !q.at.IsZero() {
		return true, t.asOfCommand(q.at.In(t.College.Zone).Format("15:04") + " " + string(q.date))
	}
	return true, t.summaryCommand(string(q.date))
}

func (t *turn) tellDuty(q bookQuestion) (bool, error) {
	date := q.date
	for word, days := range daysOff {
		if strings.Contains(q.of, word) {
			date = t.today().Add(days)
		}
	}
	return true, t.showDuty(date, 1)
}

// tellMeeting tells when the day's analysis is, and how far it has come.
func (t *turn) tellMeeting(q bookQuestion) (bool, error) {
	round, err := t.round(q.date)
	ahead := daysAhead.MatchString(q.of)
	if err != nil {
		return true, workgroup.Refuse(workgroup.NoSummary, "date", q.date)
	}
	facts := workgroup.Facts{"date": q.date, "at": t.Clock(round.At(workgroup.StepMeeting)), "pack": t.Clock(round.At(workgroup.StepFreeze)), "opened": "", "closed": "", "decided": 0, "past": q.date < t.today()}
	if ahead {
		facts["date"] = q.date.Add(1)
	}
	if m, ok := workgroup.LastMeeting(t.b, q.date); ok && !ahead {
		facts["opened"], facts["decided"] = t.Clock(m.Opened.At), len(workgroup.DecisionsOf(t.b, m.Key()))
		if !m.Open() {
			facts["closed"] = t.Clock(m.Closed.At)
		}
	}
	t.reply("say/meeting-when", facts)
	return true, nil
}

var daysAhead = pattern.MustCompile(`明[天日儿]|(?i)tomorrow`)

// tellMinutes brings the minutes of the last meeting of a date; of one that goes on, or that nobody has opened, how far it has come.
func (t *turn) tellMinutes(q bookQuestion) (bool, error) {
	m, ok := workgroup.LastMeeting(t.b, q.date)
	if !ok || m.Open() {
		return t.tellMeeting(q)
	}
	return true, t.bringsMinutes(m.Key())
}

func (t *turn) tellPack(bookQuestion) (bool, error) {
	c, _ := findCommand("pack")
	return true, t.run(c, "")
}

// numbered is a document by its number: “1号文签了吗”.
var numbered = pattern.MustCompile(`([0-9]{1,4})\s*号(?:文件?|件|报告|上报件)`)

func (t *turn) tellNumbered(q bookQuestion) (bool, error) {
	return true, t.archiveCommand(numbered.FindStringSubmatch(q.of)[1] + "号")
}

// tellCasesOf shows the open case where there is only one of what was asked of, else all of them.
func (t *turn) tellCasesOf(q bookQuestion) (bool, error) {
	seen := t.casesAsked(kindIn(q.of))
	if unit := workgroup.UnitID(t.reader().Read(q.of, understand.Context{}).Unit); unit != "" {
		if of := those(seen, func(k workgroup.Case) bool { return k.Unit == unit }); len(of) > 0 {
			seen = of
		}
	}
	if len(seen) != 1 {
		return true, t.caseCommand("")
	}
	t.College.ViewCase(t.b, seen[0], t.person, t.now)
	return true, nil
}

// tellMine tells what waits for the asker: the reports on their way, else what the day wants of them.
func (t *turn) tellMine(q bookQuestion) (bool, error) {
	if ofPapers.MatchString(q.of) || t.readsPapers() && len(workgroup.PapersOpen(t.b, t.today())) > 0 {
		return t.tellSent(q)
	}
	return t.tellDay(q)
}

// ofPapers are words of what is done with a report.
var ofPapers = pattern.MustCompile(`签|审|批|(?i)\b(?:sign|review|check)`)

// tellSheets tells how the sheets of the lead units stand, or that of the one that is named.
func (t *turn) tellSheets(q bookQuestion) (bool, error) {
	unit, _, _ := t.unitBefore(q.of)
	return true, t.tellSheet(unit.Name)
}

// tellMissing tells who has not reported: today, or on another date with who was late.
func (t *turn) tellMissing(q bookQuestion) (bool, error) {
	if q.date != t.today() || !q.at.IsZero() {
		return t.tellLate(q)
	}
	return true, t.missingCommand("")
}

// tellAny is tellFigure of what nobody says to be askedAny: “有没有发烧的”, “软件学院多少人隔离”.
func (t *turn) tellAny(q bookQuestion) (bool, error) {
	q.of = askedAny.ReplaceAllString(q.of, "")
	if len([]rune(q.of)) < 2 {
		return false, nil
	}
	return t.tellFigure(q)
}

// askedAny are the words of a question that count nothing.
var askedAny = pattern.MustCompile(`^(?:现在|目前|今天|到底|咱们?|我们|学校|全校|全院|还)+|(?:还)?(?:有没有|有无|是否有|出现|有)(?:人)?|(?:的)?(?:吗|没有?|么|呢|人员|病例|的)+$|(?:有|现在|目前)*(?:多少|几)(?:个|名|例|位)?(?:人)?(?:在)?|(?i)^(?:is|are) (?:anyone|anybody|there any(?:body|one)?)(?: in| with)? |^any `)

// tellByUnit tells which units have reported anybody of what is asked of. What names a person beside a unit's name is told by its case.
func (t *turn) tellByUnit(q bookQuestion) (bool, error) {
	most := strings.Contains(q.of, "最多")
	q.of = askedUnits.ReplaceAllString(q.of, "")
	keys := t.figuresOf(q, t.readsCounted(q))
	book := t.book(q)
	round, opened := workgroup.Rounds.Get(book, string(q.date))
	switch {
	case len(keys) == 0 && opened && most && ofPeople.MatchString(q.of):
		return true, t.tellMost(q, book, round)
	case len(keys) == 0 || !opened:
		return false, nil
	}
	hard := func(k workgroup.Key) bool { base, _, _ := k.Parts(); return card.Delicate(base) }
	grave := slices.DeleteFunc(slices.Clone(keys), func(k workgroup.Key) bool { return !hard(k) })
	if keys = slices.DeleteFunc(keys, hard); len(keys) == 0 {
		return t.tellCasesOf(q)
	}
	tally := t.College.Count(book, round)
	lines := []workgroup.Facts{}
	for _, l := range tally.Lines {
		if f := t.College.FigureOf(book, tally, keys[0], l.Unit.ID); f.Sum > 0 || f.Mixed > 0 {
			lines = append(lines, workgroup.Facts{"unit": l.Unit.Named(), "n": f.Sum, "mixed_n": f.MixedSum})
		}
	}
	slices.SortStableFunc(lines, func(a, b workgroup.Facts) int { return b["n"].(int) - a["n"].(int) })
	facts := missingIn(tally)
	facts["line"], facts["lines"], facts["at"] = t.College.LabelFacts(q.date, keys[0]), lines, t.asOf(q)
	facts["besides"], facts["uncounted"] = t.besides(q, book, tally, grave)
	t.reply("say/by-unit", facts)
	return true, nil
}

// besides are the figures of the college that are not told by unit, of which there is somebody, and the cases that they do not hold.
func (t *turn) besides(q bookQuestion, book workgroup.Book, tally workgroup.Tally, keys []workgroup.Key) (lines, cases []workgroup.Facts) {
	form, bases := t.College.FormOn(q.date), []string{}
	lines = []workgroup.Facts{}
	for _, k := range keys {
		base, _, _ := k.Parts()
		bases = append(bases, base)
		if f := t.College.FigureOf(book, tally, k, ""); f.Sum > 0 {
			one := workgroup.LabelFacts(form, k)
			one["n"] = f.Sum
			lines = append(lines, one)
		}
	}
	return lines, t.uncountedOf(q, tally, "", bases)
}

// ofPeople are the words that are left of a question which unit has the most, where it does not say of what.
var ofPeople = pattern.MustCompile(`^(?:报告?|的|人数?|有|情况|谁|哪家|哪些?|个|今天|现在|新增|增加)*$`)

// mostUnits is how many units a list of those with the most names of each figure.
const mostUnits = 3

// tellMost tells of every figure that any unit has reported which have the most. What names a person beside a unit's name is told by its case.
func (t *turn) tellMost(q bookQuestion, book workgroup.Book, round workgroup.Round) error {
	tally, lines := t.College.Count(book, round), []workgroup.Facts{}
	for _, item := range t.College.FormOn(q.date).Items {
		if base, _, _ := item.Key.Parts(); card.Delicate(base) || item.Plain {
			continue
		}
		units, key := []workgroup.Facts{}, item.Key
		if base, _, _ := key.Parts(); saysNew.MatchString(q.of) || strings.Contains(q.of, "增加") {
			key = workgroup.K(base, workgroup.New, "")
		}
		for _, l := range tally.Lines {
			if n, said := l.Standing.Figures.Said(key); said && n > 0 && l.State == workgroup.Filed {
				units = append(units, workgroup.Facts{"unit": l.Unit.Named(), "n": n})
			}
		}
		slices.SortStableFunc(units, func(a, b workgroup.Facts) int { return b["n"].(int) - a["n"].(int) })
		if one := t.College.LabelFacts(q.date, key); len(units) > 0 {
			one["units"], one["more"] = units[:min(mostUnits, len(units))], max(0, len(units)-mostUnits)
			lines = append(lines, one)
		}
	}
	facts := missingIn(tally)
	facts["lines"], facts["at"] = lines, t.asOf(q)
	t.reply("say/most", facts)
	return nil
}

// askedUnits are the words with which units are asked for.
var askedUnits = pattern.MustCompile(`(?:主要)?(?:都|是|在|分别)*哪(?:个|些|几个|几家|家)?(?:单位|学院|部门|处室|儿|里)(?:的|有|是)*|最[多少]|(?:的)?(?:人)?(?:都)?(?:是|在)?$|(?i)which units? (?:have|has|is|are)|the most`)
