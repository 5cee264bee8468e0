package understand

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
)

// Subject is whom words written under a case are about.
type Subject int

const (
	TheSame      Subject = iota // the case's own patient
	MaybeAnother                // nobody can tell: their writer is asked
	Another                     // somebody else, or of another unit
)

// Told is a case as far as it has been told: of which unit, “” when nobody said, and in which words.
type Told struct{ Unit, Words string }

var (
	// onceMore are words that bring in somebody else: “又有一名学生”, “另一例”, “第二例”, “another student”.
	onceMore = pattern.MustCompile(`(?i)(?:又|另|还有|再有|新增|新发现?|又发现)[^，。；,;！!]{0,6}?(?:[一二两三四五六七八九十0-9０-９]+\s*(?:名|例|位|个|人)|学生|同学|教师|老师|职工|员工|有人)|` +
		`第[二三四五六七八九十2-9][例个名位]|另外[一二两三0-9]|\b(?:another|a second|a third|one more|two more|a new)\b`)
	// theSame are words that go on about somebody told of before.
	theSame = pattern.MustCompile(`(?i)[该此](?:名|位|确诊|疑似)*\s*(?:生|同学|学生|名|例|患者|病人|教师|老师|职工|员工|人|案)|那[个名位](?:确诊|疑似|发烧|发热|阳性)?的?(?:生|同学|学生|患者|病人|教师|老师|职工|员工|人)|患者|病人|当事人|本人|[他她其]|\b(?:he|she|his|her|the (?:patient|student|person|teacher))\b`)
	// somebody are words for a person who may be another one.
	somebody = pattern.MustCompile(`(?i)学生|同学|教师|老师|职工|员工|室友|家属|[名例位人]|\b(?:student|teacher|staff|somebody|someone|roommate)s?\b`)
	// prefixed is how an addition is headed, whomever it is about.
	prefixed = pattern.MustCompile(`(?i)^\s*(?:补充|续报|更正|追加|addition|further(?: report)?)\s*[：:，,。]?\s*`)
	// pointed are words for the one person told of before that sound like anybody.
	pointed = pattern.MustCompile(`[该此](?:名|位|确诊|疑似)*\s*(?:同学|学生|教师|老师|职工|员工|人)`)
	// around are people around a patient who may be ours as well.
	around = pattern.MustCompile(`(?i)室友|舍友|同寝|同宿舍|同屋|同住|同班|同实验室|同办公室|同事|(?:^|[^\p{Han}]|[他她其我的班室年])同学|` +
		`\b(?:roommate|flatmate|classmate|colleague|coworker|officemate)s?\b`)
	// family are people around a patient who are not the college's.
	family = pattern.MustCompile(`(?i)家属|家人|家长|父母|父亲|母亲|爸|妈|爱人|妻子|丈夫|爷爷|奶奶|\b(?:family|father|mother|parents?|wife|husband)\b`)
	// alike say that what happened to one has happened to another.
	alike = pattern.MustCompile(`(?i)也|亦|另有|另外|还有|同样|\b(?:too|also|as well)\b`)
	// ill are words for a diagnosis; feverish and shut off, what may be the same person's next day.
	ill     = pattern.MustCompile(`(?i)确诊|疑似|阳性|\b(?:confirmed|suspected|tested positive|positive)\b`)
	fevered = pattern.MustCompile(`(?i)发热|发烧|高烧|\bfever(?:ish)?\b`)
	shutOff = pattern.MustCompile(`(?i)隔离|封闭|封控|入院|住院|\b(?:quarantined?|sealed|hospitali[sz]ed)\b`)
	// notIll takes such words back, tells of the time before or after them, or is nothing of the one-hour rule.
	notIll = pattern.MustCompile(`(?i)(?:没有?|未|无|不是|并非|排除|不再|解除)[^，。；,;！!]{0,4}?(?:确诊|疑似|阳性|发热|发烧|高烧|隔离|封闭|封控|入院|住院)(?:症状)?|` +
		`居家(?:医学)?隔离|(?:确诊|疑似|阳性|发热|发烧)(?:之?[前后]|者|病[例人]|患者|门诊)|\b(?:not|no|nor|never|without)\b[^,.;!]{0,12}\b(?:confirmed|suspected|positive|fever(?:ish)?|quarantined?)\b`)
	// notExcluded sounds like a denial and is none.
	notExcluded = pattern.MustCompile(`(?:不|不能|无法|未)排除`)
	// myself is the writer as the patient.
	myself = pattern.MustCompile(`(?i)(?:^|[^\p{Han}])我(?:自己|本人)?(?:[今昨]天|刚刚?|已经?|也|被|的?核酸|检测)*(?:确诊|疑似|阳性|发热|发烧|被?隔离)|我本人|\bi (?:have |was |am |just |also )*(?:tested|confirmed|been confirmed|positive)\b`)
	// contacted is the writer as a contact.
	contacted = pattern.MustCompile(`我(?:自己|本人)?(?:是|成了?|被[判认列]?[定为]?为?|[刚已]经?)*(?:密接|次密接|密切接触者?)|(?i)\bi(?: am|'m|’m| was)(?: an?)? (?:close )?contact`)
	// called is somebody with their name.
	called = pattern.MustCompile(`(?:学生|同学|教师|老师|职工|员工|室友|同事)([\p{Han}]{2})`)
	// illEnglish are the English words for a case of the one-hour rule.
	illEnglish = pattern.MustCompile(`(?i)\b(?:confirmed|suspected|tested positive|positive|quarantined?|sealed)\b`)
)

// About tells whom words written under a case are about; r is their reading. Rather one question too many than a case filed as a
// remark.
func (c Told) About(r Reading, words string) Subject {
	urgent := r.Urgent
	words = prefixed.ReplaceAllString(words, "")
	// Figures of another unit are no remark on this one's case.
	elsewhere := r.Unit != "" && c.Unit != "" && r.Unit != c.Unit
	if elsewhere && len(r.Fields)+len(r.Doubts) > 0 && urgent == No {
		urgent = Maybe
	}
	if illEnglish.MatchString(words) && urgent == No {
		urgent = Maybe
	}
	more := onceMore.MatchString(words)
	if other := c.Besides(words); other != TheSame {
		if other == MaybeAnother && (elsewhere || more) && urgent == Yes {
			return Another
		}
		return other
	}
	switch {
	case urgent == No && !more:
		return TheSame
	case r.Urgent == Yes && (elsewhere || more):
		return Another
	case elsewhere, more:
		return MaybeAnother
	case theSame.MatchString(words), c.names(words):
		return TheSame
	case r.Urgent == Yes && somebody.MatchString(words):
		return MaybeAnother
	}
	return TheSame
}

// Besides tells whether words say of somebody beside a case's patient what a case is.
func (c Told) Besides(words string) Subject {
	words = prefixed.ReplaceAllString(words, "")
	said := notIll.ReplaceAllString(notExcluded.ReplaceAllString(pointed.ReplaceAllString(words, ""), "疑似"), "")
	diagnosed, fever, shut := ill.MatchString(said), fevered.MatchString(said), shutOff.MatchString(said)
	others, too, more := around.FindString(said), alike.MatchString(said), onceMore.MatchString(said)
	switch {
	case !diagnosed && !fever && !shut:
		return TheSame
	case family.MatchString(said) && others == "" && !more:
		return TheSame // theirs is no case of the college
	case myself.MatchString(said) && c.Words != "" && !myself.MatchString(c.Words) && !contacted.MatchString(c.Words):
		return Another // the case is somebody else's
	case others != "" && !too && !more && strings.Contains(c.Words, others):
		return MaybeAnother // it may be told of the same one again
	case others != "" && (diagnosed || fever), more && (diagnosed || fever), (diagnosed || fever) && c.namesAnother(said):
		return Another
	case others != "", more, too && diagnosed:
		return MaybeAnother
	case too && fever && !theSame.MatchString(said):
		return MaybeAnother
	}
	return TheSame
}

// BringsIn tells whether words bring in somebody beside those told of before (“又有一名学生”).
func BringsIn(words string) bool { return onceMore.MatchString(words) }

// OneMore tells whether words say that there is one more, or are, and nothing of what they have (“又多了一个”, “第二例也出来了”).
func OneMore(words string) bool { return oneMore.MatchString(strings.Trim(words, " 。.！!…")) }

var oneMore = pattern.MustCompile(`(?i)^(?:不好了?|糟了|完了|老师|主任|领导|[，,！!、\s])*(?:我们?|我|本|学)?(?:院|系|班|这边|这里|宿舍|里|上)*(?:现在|刚刚?|刚才|今[天早晚])*(?:又|还|再|另)(?:多|来|出|冒|添|增加?|新增|出现|发现|查出|检出|发生)?(?:了|出|来|有)*[一二两三四五1-5](?:个|例|名|位)(?:了|啊|呢)*$|` +
	`^(?:现在|刚刚?|今[天早晚])*(?:有|来|出)?第[二三四五六2-6](?:个|例|名|位)(?:病例|病人)?(?:也|又|都)?(?:出来|出现|来|有|查出来|发现|发生)?了?$|^(?:there(?:'s| is) |and )?(?:another|one more|a second|a third)(?: one| case| patient)?(?: now| too| here)?$`)

// FirstHalf is what words say of somebody told of before ahead of news of another (“送医院了，又有一名学生确诊”); “”: nothing.
func FirstHalf(words string) string {
	words = prefixed.ReplaceAllString(words, "")
	at := -1
	for _, part := range clauses.FindAllStringIndex(words, -1) {
		if said := words[part[0]:part[1]]; onceMore.MatchString(said) || around.MatchString(said) {
			at = part[0]
			break
		}
	}
	if at <= 0 || !progress.MatchString(words[:at]) {
		return ""
	}
	return strings.Trim(words[:at], " ，,。；;！!\n")
}

// Tells tells whether words say something of what goes on, and are no more than a short answer.
func Tells(words string) bool { return progress.MatchString(words) || len(words) >= aSentence }

// OfPatient tells whether words say how it goes on with somebody who is ill: where they are, what they have, what was found.
func OfPatient(words string) bool {
	return progress.MatchString(words) || ill.MatchString(words) || fevered.MatchString(words) || shutOff.MatchString(words) || AllClear(words)
}

// aSentence is how long words are that answer nothing, in bytes: six characters, or three English words.
const aSentence = 18

// Around tells whether words speak of people around the patient (“他的3名室友”).
func (c Told) Around(words string) bool { return around.MatchString(words) || c.names(words) }

var (
	clauses = pattern.MustCompile(`[^，,。；;！!\n]+`)
	// progress are the words for how it goes on with a patient.
	progress = pattern.MustCompile(`(?i)已送|送(?:医|往|到|去|至|走|诊|市|县|省|人民|第|定点)|转(?:院|往|到|至|入|送|去|定点|重|轻|阴|阳)|医院|入院|住院|出院|病房|接走|救护|隔离|体温|退烧|核酸|阴性|阳性|稳定|好转|加重|社区|疾控|家长|家属|联系|电话|\b(?:taken|hospital|ambulance|quarantined?|stable|better|worse|negative|positive|community|called|told|family)\b`)
)

// names tells whether words name somebody whom the case's own words name.
func (c Told) names(words string) bool {
	for _, m := range called.FindAllStringSubmatch(words, -1) {
		if !noNames[m[1]] && strings.Contains(c.Words, m[1]) {
			return true
		}
	}
	return false
}

// namesAnother tells whether words bring in by name somebody whom the case's own words do not name (“还有陈静也确诊”).
func (c Told) namesAnother(words string) bool {
	return slices.ContainsFunc(broughtIn.FindAllStringSubmatch(words, -1), func(m []string) bool {
		name := m[1] + m[2]
		return !namesNobody(name) && !strings.Contains(c.Words, name)
	})
}

// broughtIn is a name behind what adds somebody, or before “也”.
var broughtIn = pattern.MustCompile(`(?:还有|另有|另外|再有|又有|加上)(?:一?[个名位])?(?:我院|我们学?院|本院)?的?(?:学生|同学|教师|老师|职工|员工|辅导员|叫|的)*([` + commonest + `]\p{Han}{1,2}?)(?:同学|老师|师傅)?(?:[今昨][天早晚]|刚刚?|已经?|[也亦被是核确疑阳发高，,\s])|` +
	`(?:^|[^\p{Han}]|学生|同学|教师|老师|辅导员)([` + commonest + `]\p{Han}{1,2}?)(?:同学|老师|师傅)?(?:[今昨][天早晚]|刚刚?)*[也亦](?:[今昨][天早晚]|刚刚?|已经?|被|是|核酸|检测)*(?:确诊|疑似|阳|发热|发烧|高烧)`)

// noNames stand after “学生” and name nobody.
var noNames = map[string]bool{"今天": true, "昨天": true, "昨晚": true, "今早": true, "刚刚": true, "已经": true, "确诊": true, "疑似": true, "核酸": true, "发热": true, "发烧": true, "被隔": true, "隔离": true}

// GoesOn tells whether words begin like those that go on about somebody told of before; a receipt may come before them.
func GoesOn(words string) bool { return goesOn.MatchString(receiptFirst.ReplaceAllString(words, "")) }

var goesOn = pattern.MustCompile(`(?i)^\s*(?:补充|续报|追加|[该此]|(?:[那这](?:个|名|位)|上次那个?|刚才那个?)(?:学生|同学|老师|病人|人|孩子|教师|职工)|学生(?:已|现|目前|刚|转|被|情况)|患者|病人|当事人|[他她其]|本人|(?:he|she|his|her|the (?:student|patient|person|teacher)|addition|further)\b)`)
