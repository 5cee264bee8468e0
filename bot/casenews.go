package bot

import (
	"regexp"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// about is what words written under a case are about.
type about int

const (
	ofThisCase  about = iota
	perhapsNews       // nobody can tell: their writer is asked
	ofAnother         // another unit, or somebody else
)

var (
	// onceMore are words that bring in somebody else: “又有一名学生”, “另一例”, “第二例”, “another student”.
	onceMore = regexp.MustCompile(`(?i)(?:又|另|还有|再有|新增|新发现?|又发现)[^，。；,;！!]{0,6}?(?:[一二两三四五六七八九十0-9０-９]+\s*(?:名|例|位|个|人)|学生|同学|教师|老师|职工|员工|有人)|` +
		`第[二三四五六七八九十2-9][例个名位]|另外[一二两三0-9]|\b(?:another|a second|a third|one more|two more|a new)\b`)
	// theSame are words that go on about somebody told of before.
	theSame = regexp.MustCompile(`(?i)[该此](?:名|位|确诊|疑似)*\s*(?:生|同学|学生|名|例|患者|病人|教师|老师|职工|员工|人|案)|患者|病人|当事人|本人|[他她其]|\b(?:he|she|his|her|the (?:patient|student|person|teacher))\b`)
	// somebody are words for a person who may be another one.
	somebody = regexp.MustCompile(`(?i)学生|同学|教师|老师|职工|员工|室友|家属|[名例位人]|\b(?:student|teacher|staff|somebody|someone|roommate)s?\b`)
	// prefixed is how an addition is headed, whomever it is about.
	prefixed = regexp.MustCompile(`(?i)^\s*(?:补充|续报|更正|追加|addition|further(?: report)?)\s*[：:，,。]?\s*`)
	// pointed are words for the one person told of before that sound like anybody.
	pointed = regexp.MustCompile(`[该此](?:名|位|确诊|疑似)*\s*(?:同学|学生|教师|老师|职工|员工|人)`)
	// besides are people around a patient who may be ours as well.
	besides = regexp.MustCompile(`(?i)室友|舍友|同寝|同宿舍|同屋|同住|同班|同实验室|同办公室|同事|(?:^|[^\p{Han}]|[他她其我的班室年])同学|` +
		`\b(?:roommate|flatmate|classmate|colleague|coworker|officemate)s?\b`)
	// family are people around a patient who are not the college's.
	family = regexp.MustCompile(`(?i)家属|家人|家长|父母|父亲|母亲|爸|妈|爱人|妻子|丈夫|爷爷|奶奶|\b(?:family|father|mother|parents?|wife|husband)\b`)
	// alike say that what happened to one has happened to another.
	alike = regexp.MustCompile(`(?i)也|亦|另有|另外|还有|同样|\b(?:too|also|as well)\b`)
	// ill are words for a diagnosis; feverish and shut off, what may be the same person's next day.
	ill     = regexp.MustCompile(`(?i)确诊|疑似|阳性|\b(?:confirmed|suspected|tested positive|positive)\b`)
	fevered = regexp.MustCompile(`(?i)发热|发烧|高烧|\bfever(?:ish)?\b`)
	shutOff = regexp.MustCompile(`(?i)隔离|封闭|封控|入院|住院|\b(?:quarantined?|sealed|hospitali[sz]ed)\b`)
	// notIll takes such words back, tells of the time before or after them, or is nothing of the one-hour rule.
	notIll = regexp.MustCompile(`(?i)(?:没有?|未|无|不是|并非|排除|不再|解除)[^，。；,;！!]{0,4}?(?:确诊|疑似|阳性|发热|发烧|高烧|隔离|封闭|封控|入院|住院)(?:症状)?|` +
		`居家(?:医学)?隔离|(?:确诊|疑似|阳性|发热|发烧)(?:之?[前后]|者|病[例人]|患者|门诊)|\b(?:not|no|nor|never|without)\b[^,.;!]{0,12}\b(?:confirmed|suspected|positive|fever(?:ish)?|quarantined?)\b`)
	// notExcluded sounds like a denial and is none.
	notExcluded = regexp.MustCompile(`(?:不|不能|无法|未)排除`)
	// myself is the writer as the patient.
	myself = regexp.MustCompile(`(?i)(?:^|[^\p{Han}])我(?:自己|本人)?(?:[今昨]天|刚刚?|已经?|也|被|的?核酸|检测)*(?:确诊|疑似|阳性|发热|发烧|被?隔离)|我本人|\bi (?:have |was |am |just |also )*(?:tested|confirmed|been confirmed|positive)\b`)
	// called is somebody with their name.
	called = regexp.MustCompile(`(?:学生|同学|教师|老师|职工|员工|室友|同事)([\p{Han}]{2})`)
	// illEnglish are the English words for a case of the one-hour rule.
	illEnglish = regexp.MustCompile(`(?i)\b(?:confirmed|suspected|tested positive|positive|quarantined?|sealed)\b`)
)

// aboutCase tells what words written under a case are about. Rather one question too many than a case filed as a remark.
func aboutCase(k workgroup.Case, r understand.Reading, words string) about {
	urgent := r.Urgent
	words = prefixed.ReplaceAllString(words, "")
	// Figures of another unit are no remark on this one's case.
	elsewhere := r.Unit != "" && k.Unit != "" && r.Unit != string(k.Unit)
	if elsewhere && len(r.Fields)+len(r.Doubts) > 0 && urgent == understand.No {
		urgent = understand.Maybe
	}
	if illEnglish.MatchString(words) && urgent == understand.No {
		urgent = understand.Maybe
	}
	more := onceMore.MatchString(words)
	if other := whoElse(k, words); other != ofThisCase {
		if other == perhapsNews && (elsewhere || more) && urgent == understand.Yes {
			return ofAnother
		}
		return other
	}
	switch {
	case urgent == understand.No && !more:
		return ofThisCase
	case r.Urgent == understand.Yes && (elsewhere || more):
		return ofAnother
	case elsewhere, more:
		return perhapsNews
	case theSame.MatchString(words), nameStands(k, words):
		return ofThisCase
	case r.Urgent == understand.Yes && somebody.MatchString(words):
		return perhapsNews
	}
	return ofThisCase
}

// whoElse tells whether words say of somebody beside a case's patient what a case is.
func whoElse(k workgroup.Case, words string) about {
	said := notIll.ReplaceAllString(notExcluded.ReplaceAllString(pointed.ReplaceAllString(words, ""), "疑似"), "")
	diagnosed, fever, shut := ill.MatchString(said), fevered.MatchString(said), shutOff.MatchString(said)
	others, too, more := besides.FindString(said), alike.MatchString(said), onceMore.MatchString(said)
	told := ""
	if len(k.Remarks) > 0 {
		told = k.Remarks[0].Text
	}
	switch {
	case !diagnosed && !fever && !shut:
		return ofThisCase
	case family.MatchString(said) && others == "" && !more:
		return ofThisCase // theirs is no case of the college
	case myself.MatchString(said) && told != "" && !myself.MatchString(told):
		return ofAnother // the case is somebody else's
	case others != "" && !too && !more && strings.Contains(told, others):
		return perhapsNews // it may be told of the same one again
	case others != "" && (diagnosed || fever), more && (diagnosed || fever):
		return ofAnother
	case others != "", more, too && diagnosed:
		return perhapsNews
	case too && fever && !theSame.MatchString(said):
		return perhapsNews
	}
	return ofThisCase
}

// nameStands tells whether words name somebody whom the case's own words name.
func nameStands(k workgroup.Case, words string) bool {
	for _, m := range called.FindAllStringSubmatch(words, -1) {
		if len(k.Remarks) > 0 && !noNames[m[1]] && strings.Contains(k.Remarks[0].Text, m[1]) {
			return true
		}
	}
	return false
}

// noNames stand after “学生” and name nobody.
var noNames = map[string]bool{"今天": true, "昨天": true, "昨晚": true, "今早": true, "刚刚": true, "已经": true, "确诊": true, "疑似": true, "核酸": true, "发热": true, "发烧": true, "被隔": true, "隔离": true}

// caseAsked takes words that 「续报」 or 「办结」 asked for. News of another case is alarmed at once and closes nothing; what can
// be either is alarmed and asked; an outcome is read back before it closes the case.
func (t *turn) caseAsked(desk workgroup.Desk, words string) (bool, error) {
	k, ok := workgroup.Cases.Get(t.b, desk.Of)
	if !ok {
		t.expected(desk)
		return false, nil
	}
	closes := desk.Expect == "outcome"
	if word := bareWord(words); bareAnswer(word) {
		// An answer to a filing, or to nothing: of the case it says nothing.
		if d, lies := t.draftHere(); lies {
			return t.answersFiling(d, word)
		}
		t.reply("say/case-ask-"+desk.Expect, workgroup.Facts{"code": k.Code()})
		return true, nil
	}
	r := t.read(words, understand.Context{})
	if r.Kind == understand.Zero && r.Urgent == understand.No && len(t.person.Units()) > 0 && strings.Contains(words, "零报") {
		return false, nil // the day's report goes on beside it
	}
	about := aboutCase(k, r, words)
	if about == ofThisCase && closes {
		if lacks := k.Lacks(words); len(lacks) > 0 || !k.Closed.IsZero() || k.Holder != t.person.ID {
			// Changed since it was asked for: say why it cannot be closed.
			t.expected(desk)
			_, err := t.College.Close(t.b, desk.Of, words, t.person, t.now)
			return true, err
		}
		source := t.slip(slipOutcome, desk.Of, words)
		t.reply("say/case-close-ask", workgroup.Facts{"code": k.Code(), "verdict": k.Verdict, "words": words},
			[]workgroup.Button{slipButton("button/close-yes", source, "close", nil)}, []workgroup.Button{slipButton("button/close-no", source, "case", nil)})
		return true, nil
	}
	if about == ofThisCase {
		k, err := t.College.AddRemark(t.b, desk.Of, workgroup.Remark{At: t.said, By: t.person.ID, Name: t.person.Name, Text: words}, t.person, t.now)
		if err != nil {
			return true, err
		}
		t.expected(desk)
		t.reply("say/case-remark-kept", workgroup.Facts{"code": k.Code()})
		return true, nil
	}
	t.news(k, about, r, words, closes)
	return true, nil
}

// news alarms for words that are of another case than the one they were written under, or may be: then their writer is asked.
func (t *turn) news(k workgroup.Case, is about, r understand.Reading, words string, closes bool) {
	source := t.slip(slipNews, k.Key(), words)
	how, told := t.ring(source, workgroup.UnitID(r.Unit), words, is == ofAnother)
	t.answerUrgent(how, told)
	t.asksNews(k, is, source, closes)
	if is == ofAnother && how != workgroup.CutOff && how != workgroup.StillCut {
		t.call(r, words, source)
	}
}

// asksNews says what words were taken for, with the buttons that put it right.
func (t *turn) asksNews(k workgroup.Case, is about, source string, closes bool) {
	facts := workgroup.Facts{"code": k.Code(), "closes": closes, "sure": is == ofAnother}
	buttons := [][]workgroup.Button{{slipButton("button/of-case", source, "case", workgroup.Facts{"code": k.Code()})}}
	if is == perhapsNews {
		buttons = append(buttons, []workgroup.Button{slipButton("button/other-case", source, "new", nil)})
	}
	t.reply("say/case-news", facts, buttons...)
}
