package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// officeMatter is something that the office and the director would have otherwise, which they say in more ways than there are buttons: by which words
// it is known, and what answers it with how far it has come and who can do what about it.
type officeMatter struct {
	says *pattern.Pattern
	tell func(*turn, string) (bool, error)
}

// officeMatters are looked at where nobody has understood a sentence as something to be done. The first that it is of answers it.
var officeMatters []officeMatter

func init() {
	// Filled here because what answers them are commands as well.
	officeMatters = []officeMatter{
		{pattern.MustCompile(`(?:委托|授权|让|由|请|替|代|帮)(?:我|.{1,8}?)?(?:代|来|去|替我)*(?:签|签字|签发)(?:一下|吧|字)?$|不在.{0,8}签`), (*turn).signsAlone},
		{pattern.MustCompile(`^.{0,6}(?:撤回?|撤销|收回|作废|取消|删|退回?|重新?)(?:今天的?|昨天的?|这份|那份|的|一下|发|拟|写|一份|一遍)*(?:签字|签发|送审|更正件|上报件|上报稿|报告|稿子?)(?:了|吧|重写|重拟)*$|^.{0,8}?(?:更正件|上报件|上报稿|情况报告|报告|稿子?|签字|签发|送审|这份).{0,4}(?:撤|收回|作废|退回|先?不发|先?别发|不行|不要了|重写|重拟|改改|错别字|写错|有错|缓|不用报|不报了|没变)[^，。；;]{0,8}(?:[，,](?:数|数据|数字)?(?:都|又)?(?:没有?变|没有?变化|一样|改回去了|一致))?了?$|^(?:刚才|刚|我)*签错了?$|^(?:先|暂时?)(?:别|不|缓|停)(?:上报|报送|往上报|报上去|发报告|签发?)$|^暂缓上报$|^(?i:(?:withdraw|take back|void|cancel|hold) (?:my |the |this )?(?:signature|report|draft))$`), (*turn).undoesPaper},
		{pattern.MustCompile(`^.{0,4}(?:撤销|撤回|作废|取消|删掉?|删除)(?:刚才|上一?条|最后一?条|那一?条|这一?条|的)*(?:决定|议定事项)$|^.{0,8}?(?:决定|议定事项)(?:都|先)?(?:撤销|撤回|作废|取消|不算|错了|写错了|删掉|删了)(?:了|吧)?$|^(?i:(?:revoke|drop|cancel|withdraw) (?:the |that |this |last )*decision)$`), (*turn).undoesDecision},
		{pattern.MustCompile(`^.{0,6}(?:研判会|分析会|碰头会|会议|的会).{0,3}(?:推迟|延期|延后|改到|改为|改在|改成|提前|取消|不开|调整)[^，。；;]{0,8}$|^(?:更正|改一下|补充)?[：:，,]?.{0,4}(?:会议|开会|研判会)的?时间.{0,3}(?:是|改|为|到|在|错|有误|不对|[0-9])[^，。；;]{0,10}$|^.{0,4}(?:推迟|取消|提前|改期|延后)(?:一下|今天的?|明天的?)*(?:研判会|分析会|会议|会)$|^(?i:(?:postpone|cancel|move) (?:the |today's |tomorrow's )?meeting.{0,20})$`), (*turn).movesMeeting},
		{pattern.MustCompile(`^.{0,4}(?:新增|增加|加|新成立|成立|撤销|停用|合并|删掉?).{0,10}(?:单位|学院|部门|处室)$|^.{2,12}(?:单位|学院|部门|处|中心|馆)(?:改名|更名|并入|撤了|撤销了?|停用|换负责人|换了负责人|负责人换|负责人变)[^，。；;]{0,14}$|^把.{2,12}(?:改名|更名|并入|停用)[^，。；;]{0,14}$|^(?i:(?:add|rename|remove|merge) (?:a |the )?.{0,30}(?:unit|school|office|department).{0,20})$`), (*turn).changesRoster},
		{pattern.MustCompile(`^(?:再|重新|给.{1,8}|帮我|请|我要|想)*(?:发|补发|重发|写|拟)(?:一遍|一个|个|一次|一下|份|一份)*通知$|^.{0,6}通知.{0,6}(?:写错|发错|错了|有误|有错|不对)[^，。；;]{0,4}$|^通知.{0,3}(?:发早了|发晚了|发漏了|没发全|再发.{0,3})$|^通知(?:大家|各单位|各学院|所有人)[^，。；;]{1,12}$`), (*turn).writesNotices},
		{pattern.MustCompile(`^.{0,10}汇总表?.{0,3}(?:错|有误|不对|撤|退|重|作废)[^，。；;]{0,6}$|^.{0,10}(?:重新?|撤回?|退回?)(?:报|填)?(?:一下)?汇总表?$`), (*turn).undoesSheet},
		{pattern.MustCompile(`^(?:请|让|由|换成?|改由|改成)?\p{Han}{1,6}?(?:来|去)?(?:审核?|审一下)$|^(?:我|已经?|都|不|刚|还没有?|没有?)*(?:签|签字|签发|审|审核)(?:了|过了|完了|好了|过)*$|^等.{1,8}(?:研究|审核|签发)$`), (*turn).papersAsTheyAre},
		{pattern.MustCompile(`^.{0,10}(?:不用报|不用报送|不报|停报|停止报送|暂停报送)了?$|^.{0,4}报送?的?时间.{0,4}(?:改|调|提前|推迟|延)[^，。；;]{0,8}$|^改[成到在为].{1,5}点.{0,2}(?:前)?报$`), (*turn).changesDay},
		{pattern.MustCompile(`^.{0,4}(?:表|报表|表格|日报)(?:里|上|中)?.{0,3}(?:加|增加|添|去掉|删|减).{0,3}(?:项|栏|列)[^。；;]{0,10}$|^(?:加|增加|添|删|去掉)(?:掉)?(?:一个|一|那|这|个)?(?:项目|栏目|项|栏)[^。；;]{0,10}$`), (*turn).changesForm},
		{pattern.MustCompile(`^.{0,6}值班(?:表|人|员|电话|手机|号码)?.{0,3}(?:错|有误|改成|换成|改为|换人|换了|没电|停机|打不通|没人接)[^，。；;]{0,8}$`), (*turn).changesDuty},
		{pattern.MustCompile(`^.{0,6}(?:交班了|夜班|白班|值班)(?:没人|没有人|空着|缺人|排错了|有变动?|要调|换人)?了?$`), (*turn).dutyAsItIs},
		{pattern.MustCompile(`^(?:把|请)?(?:刚才|上一?[条个]|最后一?[条个]|前一?[条个]|这一?[条个]|那一?[条个]|的)*(?:作废|撤回|撤销|收回|删掉|删除|不算)(?:刚才|上一?[条个]|最后一?[条个]|这一?[条个]|那一?[条个]|的|了|吧)*$|^补一?份?更正件$|^(?i:(?:withdraw|take back|void|delete) (?:it|that|the last one)|take (?:it|that) back)$`), (*turn).undoesWhat},
	}
}

// ofPatients are words of a patient, of a disease and those who see to it: what holds them may be of a case.
var ofPatients = pattern.MustCompile(`学生|同学|室友|家长|家属|病|医|诊|核酸|检测|化验|疾控|社区|隔离|发热|发烧|体温|密接|[他她]|(?i)patient|hospital|student|test`)

// longestOffice is how long such a sentence may be, twice that in English; what is longer tells of more.
const longestOffice = 30

// officeSays answers, in private, what whoever oversees the college and speaks for no unit would undo, put off or have somebody else do, and what they
// say of a unit's report: it is none of their own to file. False: it is of something else, or may be of a case.
func (t *turn) officeSays(r understand.Reading) (bool, error) {
	word := t.askedWord()
	if n := len([]rune(word)); n > longestOffice && (han.MatchString(word) || n > 2*longestOffice) || !t.person.Holds(workgroup.Overseers...) || questions.MatchString(t.msg.Text) {
		return false, nil
	}
	unit, _ := t.unitIn(r, word)
	if !ofPatients.MatchString(strings.ReplaceAll(word, unit.Name, "")) { // 学生处 is nobody's illness
		for _, one := range officeMatters {
			if one.says.MatchString(word) {
				return one.tell(t, word)
			}
		}
	}
	return t.ofTheirReport(r, word)
}

// ofTheirReport answers words that would file or correct a unit's report with whose it is, how it stands and how its heads are reached.
func (t *turn) ofTheirReport(r understand.Reading, word string) (bool, error) {
	reports := r.Kind == understand.Report || r.Kind == understand.Zero || r.Kind == understand.Correction
	unit, named := t.unitIn(r, word)
	cases := t.casesInHand()
	ofCase := slices.ContainsFunc(cases, func(k workgroup.Case) bool { return k.Unit == "" || k.Unit == unit.ID })
	switch {
	case len(r.Rows) > 0 || ofCase || !named && len(cases) > 0:
		return false, nil
	case named && !reports && !theirReport.MatchString(word):
		return false, nil
	case !named && !reports:
		return false, nil
	case !named && r.Kind == understand.Correction && len(r.Fields) == 0 && !strings.ContainsAny(word, "报数"):
		return t.saysHow("undo")
	}
	round, err := t.round(t.today())
	if err != nil {
		return false, nil
	}
	facts := workgroup.Facts{"unit": unit.Named(), "state": workgroup.Missing, "at": "", "revision": 0, "leads": round.Names(t.b, unit.Feeds), "people": []string{}}
	if s, filed := workgroup.FiledOn(t.b, round.Date, unit.ID); named && filed {
		facts["state"], facts["at"], facts["revision"] = workgroup.Filed, t.Clock(s.Filed), s.Revision
	}
	if named {
		facts["people"] = workgroup.Phones(workgroup.Speakers(t.b, unit.ID))
	}
	t.reply("say/their-report", facts)
	return true, nil
}

// theirReport says of a unit that what it has reported is wrong, or that it is to report again.
var theirReport = pattern.MustCompile(`(?:漏报|错报|报错|多报|少报|报多|报少|报的?(?:不对|有误|有问题)|重新?报|补报|改成|更正|报零|零报告)`)

// unitIn is the unit that a sentence is of: as it was read, else one whose name it begins with or holds behind a word or two.
func (t *turn) unitIn(r understand.Reading, word string) (workgroup.Unit, bool) {
	if u, ok := workgroup.Units.Get(t.b, r.Unit); ok {
		return u, true
	}
	u, _, ok := t.unitBefore(begunBy.ReplaceAllString(word, ""))
	return u, ok
}

var begunBy = pattern.MustCompile(`^(?:请|把|让|叫|给|帮|替|要)*`)

func (t *turn) signsAlone(string) (bool, error) { return true, workgroup.SignerOnly(t.b) }

// undoesPaper tells how far the report that is meant has come, and how it is taken back or put right from there.
func (t *turn) undoesPaper(word string) (bool, error) {
	if !t.readsPapers() {
		return false, nil
	}
	date := t.today()
	if q, _, ok := t.whenAsked(word); ok {
		date = q.date
	}
	p, ok := workgroup.LastPaper(t.b, date)
	if !ok {
		t.showPapers()
		return true, nil
	}
	step := "going"
	switch {
	case p.Out():
		step = "out"
	case p.State == workgroup.PaperDraft:
		step = "draft"
	case p.State == workgroup.PaperSigned:
		step = "signed"
	}
	facts := t.PaperFacts(t.b, p)
	facts["step"], facts["drafters"] = step, workgroup.DraftersNamed(t.b)
	t.reply("say/paper-undo", facts)
	return true, nil
}

// undoesDecision tells how a decision is taken back, or put right, below those that are in force.
func (t *turn) undoesDecision(string) (bool, error) {
	if !t.person.Holds(workgroup.PackReaders...) {
		return false, nil
	}
	if err := t.decisionsCommand(""); err != nil {
		return true, err
	}
	t.reply("say/office-how", workgroup.Facts{"what": "decision"})
	return true, nil
}

// movesMeeting tells when the meeting is, and how people hear that it is at another time.
func (t *turn) movesMeeting(word string) (bool, error) {
	if done, err := t.tellMeeting(bookQuestion{date: t.today(), of: word}); !done || err != nil {
		return done, err
	}
	t.reply("say/office-how", workgroup.Facts{"what": "meeting"})
	return true, nil
}

func (t *turn) changesRoster(string) (bool, error) { return t.saysHow("roster") }

func (t *turn) writesNotices(string) (bool, error) { return t.saysHow("notice") }

func (t *turn) undoesWhat(string) (bool, error) {
	if len(t.casesInHand()) > 0 {
		return false, nil // it may be of a case
	}
	return t.saysHow("undo")
}

func (t *turn) changesDay(string) (bool, error) { return t.saysHow("day") }

func (t *turn) changesForm(string) (bool, error) { return t.saysHow("form") }

func (t *turn) changesDuty(string) (bool, error) { return t.saysHow("duty") }

// undoesSheet shows how the sheet that is meant stands, and says whose it is to put right.
func (t *turn) undoesSheet(word string) (bool, error) {
	unit, _, _ := t.unitBefore(begunBy.ReplaceAllString(word, ""))
	if err := t.tellSheet(unit.Name); err != nil {
		return true, err
	}
	return t.saysHow("sheet")
}

// papersAsTheyAre shows how far the reports have come, and whose turn it is.
func (t *turn) papersAsTheyAre(string) (bool, error) {
	if !t.readsPapers() {
		return false, nil
	}
	t.showPapers()
	return true, nil
}

func (t *turn) saysHow(what string) (bool, error) {
	t.reply("say/office-how", workgroup.Facts{"what": what})
	return true, nil
}

func (t *turn) dutyAsItIs(string) (bool, error) { return true, t.showDuty(t.today(), 1) }
