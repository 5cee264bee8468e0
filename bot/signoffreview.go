package bot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/clerk"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// What the leading group does with a report in words: it records what it found (记研究意见), and makes it an ordinary one (按一般办理).

// agreeDesk is what a report expects while it is asked whether a conclusion that does not say so is an approval; loweredDesk while a reason that
// was written beside the verb is read back. Their words lie on the desk until then.
const (
	agreeDesk   = "agree"
	loweredDesk = "lowered"
)

var (
	// approves is a conclusion that is an approval and nothing else.
	approves = pattern.MustCompile(`(?i)^(?:会议|领导小组|全体|大家|书记|院长|经研究|经讨论|研究|讨论|一致|均|都|决定|原则上?|[，,、\s])*(?:同意|通过|批准|按此|照此|可以?上报|准予上报|按本版)(?:上报|报送|报出|签发|发出|通过|按此|照此|本件|该件|此件|本版|报告|内容|按重要(?:疫情)?信息|按程序|及时|立即|的|[，,、\s])*$|^(?:we |all |unanimously )*(?:agreed?|approved?|passed|consent(?:ed)?)(?: to (?:send|sending)(?: it)?)?(?: as it (?:is|stands))?$|^send it(?: as it (?:is|stands))?$`)
	// against is one that is not for sending the report as it is, or makes it wait for something.
	against = pattern.MustCompile(`(?i)不同意|不赞成|不通过|不予|不宜|不可|不能|不[要必]?(?:上)?报|不行|否决|反对|暂缓|暂不|暂停|缓[一报]?缓|缓报|先别|先不|别报|退回|重拟|重写|修改|改后|但|不过|补充|再核|再查|核实|查清|弄清|有误|不对|\b(?:not|against|refus\w*|reject\w*|declin\w*|postpon\w*|hold|wait|but|provided|unless|until|once|after|if|however|amend\w*|revis\w*|return)\b`)
	// concludes begins a conclusion.
	concludes = pattern.MustCompile(`(?i)^(?:会议|领导小组|全体|大家|经研究|研究|讨论|一致|原则上?|均|都|我们?)*(?:不|同意|通过|批准|可以?上?报|反对|暂|先|缓|核实|修改|要|agree|approv|not\b|no\b|send)`)
	// myself is whoever writes, among those who met.
	myself = pattern.MustCompile(`^(?:我|i)((?:和|跟|与|及|同|、|，|,|\s|$))`)
	// andMyself is the same at the end.
	andMyself = pattern.MustCompile(`(和|跟|与|及|、|，|,|\s)(?:我|me|i)$`)
	// span is what stands between the beginning and the end of a meeting.
	span = pattern.MustCompile(`\s*(?:[-–—~～至到]| to )\s*`)
)

// metAt is when a meeting was, by its words; of one that is said from when to when it is the end.
func (t *turn) metAt(words string) time.Time {
	if at, ok := understand.Moment(words, t.said); ok {
		return at
	}
	parts := span.Split(words, -1)
	at, _ := understand.Moment(parts[len(parts)-1], t.said)
	return at
}

// reviewed records what the leading group found of a report. What is against it, or asks for something first, sends it back with that as the reason;
// what says neither is read back.
func (t *turn) reviewed(key string, version uint64, words string) error {
	fields := t.reviewFields(words)
	if len(fields) != 4 || slices.Contains([]string{"无", "没有", "none"}, bareWord(fields[2])) {
		return workgroup.Refuse(workgroup.PaperReviewWords)
	}
	if _, err := workgroup.MayReview(t.b, key, version, t.person); err != nil {
		return err
	}
	conclusion := strings.Trim(fields[3], "。.！! ")
	switch {
	case against.MatchString(conclusion):
		return t.sentBack(key, version, fields, conclusion)
	case !approves.MatchString(conclusion):
		t.keepsFor(agreeDesk, key, version, words)
		t.reply("say/paper-agree", workgroup.Facts{"words": conclusion})
		return nil
	}
	return t.recordReview(key, version, fields, fields[3])
}

// reviewFields are the four fields of a record: of more, as commas cut them, the conclusion begins where something is agreed to or not. Who says
// “我” is its writer.
func (t *turn) reviewFields(words string) []string {
	fields := fieldsFor("review", words)
	if from := slices.IndexFunc(fields[min(3, len(fields)):], concludes.MatchString); len(fields) > 4 && from >= 0 {
		fields = []string{fields[0], fields[1], strings.Join(fields[2:3+from], "、"), strings.Join(fields[3+from:], "，")}
	}
	if len(fields) == 4 && t.person.Name != "" {
		fields[2] = andMyself.ReplaceAllString(myself.ReplaceAllString(fields[2], t.person.Name+"${1}"), "${1}"+t.person.Name)
	}
	return fields
}

// recordReview records an approval.
func (t *turn) recordReview(key string, version uint64, fields []string, conclusion string) error {
	when, met := fields[0], t.metAt(fields[0])
	if !met.IsZero() && !clerk.ClockIn.MatchString(strings.ToLower(when)) {
		when = t.timeOf(met) // “刚刚” says nothing to who reads it later
	}
	_, err := t.College.ReviewPaper(t.b, key, version, workgroup.Review{Time: when, Met: met, Form: fields[1], People: fields[2], Conclusion: conclusion}, t.person, t.now)
	return err
}

// timeOf is a moment as a record says it: with its date where that is not today's.
func (t *turn) timeOf(at time.Time) string {
	at = at.In(t.College.Zone)
	if workgroup.DateOf(at) == t.today() {
		return at.Format("15:04")
	}
	return at.Format("2006-01-02 15:04")
}

// sentBack returns a report that the leading group does not let go as it is.
func (t *turn) sentBack(key string, version uint64, fields []string, conclusion string) error {
	reason := conclusion
	if len(fields) > 3 {
		reason += "（" + strings.Join(fields[:3], "，") + "）"
	}
	p, err := t.College.ReturnPaper(t.b, key, version, excerpt(reason), t.person, t.now)
	if err == nil {
		drafter, _ := workgroup.People.Get(t.b, string(p.Drafter))
		t.reply("say/paper-sent-back", workgroup.Facts{"date": p.Date, "words": conclusion, "drafter": drafter.Name})
	}
	return err
}

// agreedOrNot takes the answer to whether a conclusion is an approval; one that is written anew takes its place.
func (t *turn) agreedOrNot(key string, version uint64, words, before string) error {
	if len(fieldsIn(words)) == 4 {
		return t.reviewed(key, version, words)
	}
	fields, word := t.reviewFields(before), bareWord(words)
	conclusion := strings.Trim(fields[3], "。.！! ")
	switch {
	case slices.Contains(no, word) || word == "不" || word == "否":
		return t.sentBack(key, version, fields, conclusion)
	case against.MatchString(word):
		return t.sentBack(key, version, fields, conclusion+"；"+words)
	case agreesPlainly(word) || approves.MatchString(word):
		return t.recordReview(key, version, fields, conclusion+"；同意上报")
	}
	t.keepsFor(agreeDesk, key, version, before)
	t.reply("say/paper-agree", workgroup.Facts{"words": conclusion})
	return nil
}

// keepsFor has a report expect something of words that lie on the desk meanwhile.
func (t *turn) keepsFor(what, key string, version uint64, words string) {
	t.expect(workgroup.PaperDesk+workgroup.Awaited(what), key+"/"+strconv.FormatUint(version, 10))
	t.keepsWords(words)
}

// lowersPaper makes an important report an ordinary one with the reason that was asked for; a reason that nobody was asked for is read back first.
func (t *turn) lowersPaper(key string, version uint64, words string) error {
	if t.answersNothing(words) {
		return workgroup.Refuse(workgroup.PaperLowerWhy)
	}
	if desk := t.deskHere(); desk.Expect == workgroup.PaperDesk+"lower" {
		_, err := t.College.LowerPaper(t.b, key, version, excerpt(words), t.person, t.now)
		return err
	}
	p, err := workgroup.MayLower(t.b, key, version, t.person)
	if err == nil {
		t.keepsFor(loweredDesk, key, version, words)
		facts := t.PaperFacts(t.b, p)
		facts["words"] = words
		t.reply("say/paper-lower", facts)
	}
	return err
}

// loweredOrNot takes the answer to what was read back.
func (t *turn) loweredOrNot(key string, version uint64, words, reason string) error {
	if !agreesPlainly(bareWord(words)) {
		return t.lowersPaper(key, version, words)
	}
	_, err := t.College.LowerPaper(t.b, key, version, excerpt(reason), t.person, t.now)
	return err
}
