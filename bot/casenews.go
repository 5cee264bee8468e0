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
	theSame = regexp.MustCompile(`(?i)^(?:补充|续报|更正|追加)|[该此]\s*(?:生|同学|学生|名|例|患者|病人|教师|老师|职工|员工|人|案)|患者|病人|当事人|本人|[他她其]|\b(?:he|she|his|her|the (?:patient|student|person|teacher))\b`)
	// somebody are words for a person who may be another one.
	somebody = regexp.MustCompile(`(?i)学生|同学|教师|老师|职工|员工|室友|家属|[名例位人]|\b(?:student|teacher|staff|somebody|someone|roommate)s?\b`)
	// illEnglish are the English words for a case of the one-hour rule.
	illEnglish = regexp.MustCompile(`(?i)\b(?:confirmed|suspected|tested positive|positive|quarantined?|sealed)\b`)
)

// aboutCase tells what words written under a case are about. Rather one question too many than a case filed as a remark.
func aboutCase(k workgroup.Case, r understand.Reading, words string) about {
	urgent := r.Urgent
	// Figures of another unit are no remark on this one's case.
	elsewhere := r.Unit != "" && k.Unit != "" && r.Unit != string(k.Unit)
	if elsewhere && len(r.Fields)+len(r.Doubts) > 0 && urgent == understand.No {
		urgent = understand.Maybe
	}
	if illEnglish.MatchString(words) && urgent == understand.No {
		urgent = understand.Maybe
	}
	more := onceMore.MatchString(words)
	switch {
	case urgent == understand.No && !more:
		return ofThisCase
	case r.Urgent == understand.Yes && (elsewhere || more):
		return ofAnother
	case elsewhere, more:
		return perhapsNews
	case theSame.MatchString(words):
		return ofThisCase
	case r.Urgent == understand.Yes && somebody.MatchString(words):
		return perhapsNews
	}
	return ofThisCase
}

// caseAsked takes words that 「续报」 or 「办结」 asked for. News of another case is alarmed at once and closes nothing; what can
// be either is alarmed and asked; an outcome is read back before it closes the case.
func (t *turn) caseAsked(desk workgroup.Desk, words string) (bool, error) {
	k, ok := workgroup.Cases.Get(t.b, desk.Of)
	if !ok {
		t.expected(desk)
		return false, nil
	}
	closes := desk.Expect == "outcome"
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
	source := t.slip(slipNews, desk.Of, words)
	how, told := t.alarm(source, workgroup.UnitID(r.Unit), words)
	t.answerUrgent(how, told)
	facts := workgroup.Facts{"code": k.Code(), "closes": closes, "sure": about == ofAnother}
	buttons := [][]workgroup.Button{{slipButton("button/of-case", source, "case", workgroup.Facts{"code": k.Code()})}}
	if about == perhapsNews {
		buttons = append(buttons, []workgroup.Button{slipButton("button/other-case", source, "new", nil)})
	}
	t.reply("say/case-news", facts, buttons...)
	if about == ofAnother {
		t.call(r, t.msg.Text, source)
	}
	return true, nil
}
