package bot

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// howReported are the words for the way in which a person has reported to their unit.
var howReported = pattern.MustCompile(`(?i)电话|微信|短信|当面|口头|来电|来人|亲自|语音|视频|钉钉|QQ|邮件|发消息|告诉|跟.{1,6}说|\b(?:by |on |over )?(?:the )?(?:phone|telephone|call(?:ed)?|wechat|text|message|e-?mail|in person)\b`)

// longestHow is how long the way may be that somebody has reported in.
const longestHow = 40

// asksHowReported asks whoever noted that the person has reported when that was, and in what way: it stands as noted until they answer.
func (t *turn) asksHowReported(k workgroup.Case) {
	if chat := t.privateChat(); chat != 0 {
		t.expectIn(chat, workgroup.LegDesk, k.Key())
		t.whisper("say/case-leg-ask", workgroup.Facts{"code": k.Code(), "at": t.Moment(k.Individual.At, t.now)})
	}
}

// legWords takes when and how the person reported. What says neither is about something else.
func (t *turn) legWords(desk workgroup.Desk, words string) (bool, error) {
	word := bareWord(words)
	k, ok := workgroup.Cases.Get(t.b, desk.Of)
	at, how, timed := understand.TimeAndName(words, t.said)
	switch {
	case !ok || t.dailyReport() || t.read(words, understand.Context{}).Urgent != understand.No:
		t.clearDesk(desk)
		return false, nil
	case slices.Contains(yes, word):
		how = "" // it is right as it was noted
	case all(word, thanks):
		t.mark("👌")
		return true, nil
	case !timed && howReported.MatchString(words):
		at, how = time.Time{}, words
	case !timed, how != "" && !howReported.MatchString(how):
		t.clearDesk(desk)
		return t.addition() // which it was held back from
	}
	return true, t.reportedHow(k, at, how)
}

// reportedHow puts right when and how the person reported, and reads it back.
func (t *turn) reportedHow(k workgroup.Case, at time.Time, how string) error {
	how = strings.Trim(how, " 。.！!，,：:")
	if utf8.RuneCountInString(how) > longestHow {
		how = string([]rune(how)[:longestHow]) + "…"
	}
	k, err := t.College.AmendLeg(t.b, k.Key(), workgroup.LegIndividual, at, how, t.person, t.now)
	if err != nil {
		return err
	}
	t.unexpect(workgroup.LegDesk, k.Key())
	t.whisper("say/case-leg-kept", workgroup.Facts{"code": k.Code(), "at": t.Moment(k.Individual.At, t.now), "how": k.Individual.Way(), "over": k.Over(workgroup.LegIndividual, t.now)})
	return nil
}
