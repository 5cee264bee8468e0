package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// isOurs says yes to whether what somebody wrote is a case, in the words of the question or shorter: 是的，今天的, 我们学院的.
	isOurs = pattern.MustCompile(`(?i)^(?:` + itIs + `)(?:[，,。.！! 啊呀，]+.{0,24})?$|^(?:是|对)?(?:我们|我院|本院|我校|本校|咱们?|我班|我们班|本单位|我们单位|我们学院|我们学校)(?:学院|学校|单位)?的?(?:人|学生|老师|同学|职工|教师)?(?:[，,]?(?:是)?今[天日](?:新?发生|刚?知道)?的?)?$|^(?:是)?今[天日]新?(?:发生|出现|知道)?的$|^(?:one of ours|it is|it's ours|ours|today)$`)
	// isNone says no to it.
	isNone = pattern.MustCompile(`(?i)^(?:` + itIsNot + `|否|不是我们的?(?:人|学生)?|不是(?:我院|我校|本院|本校|本单位|我们学院|我们学校|今[天日])的?(?:人|学生)?|没这回?事|nope|not ours|it isn't|it is not)$`)
)

// notNew says no in words that answer nothing else: “集中隔离是上周的，不是新的”.
var notNew = pattern.MustCompile(`^(?:[^，。]{2,16}[，,])?(?:都|又|并)?不是(?:新的|新增的?|新发生的?|今[天日]新?(?:发生|新增|出现)的?)了?$`)

// answersMaybe takes words for the answer to whether what their writer wrote is a case, as its buttons are: the question was the last thing asked, or
// rings by itself. Where a filing waits for their word and nothing rings, they are the filing's.
func (t *turn) answersMaybe() (bool, error) {
	word := bareWord(t.msg.Text)
	yes := isOurs.MatchString(strings.TrimSpace(t.msg.Text)) || isOurs.MatchString(word)
	if !yes && !t.saysNone(word) {
		return false, nil
	}
	s, asked := t.askedBefore()
	if !asked {
		return false, nil
	}
	call, rings := workgroup.AskedAside(t.b, s.Source)
	rings = rings && !call.Doubtful
	if _, waits := t.readsBack(); waits && !rings && !notNew.MatchString(word) || t.cardAnswered(s, rings) || t.read(t.msg.Text, understand.Context{}).Urgent == understand.Yes {
		return false, nil
	}
	if t.openedAside(s) {
		t.mark("👌")
		return true, nil
	}
	if !yes {
		t.answersAside(s.Source)
		t.notNew(s.Source)
		t.used(s)
		t.reply("say/urgent-taken-back", workgroup.Facts{"by": "", "phone": t.dutyPhone()})
		return true, nil
	}
	workgroup.Withdraw(t.b, s.Source)
	how, told := t.isCase(strings.TrimPrefix(s.Source, maybeKey("")), "", false)
	t.answerUrgent(how, told)
	return true, nil
}

// isCase is its writer's word that what they were asked about is a case: it is alarmed, and reported with their words. Ours: what one of ours has is yet to
// be asked.
func (t *turn) isCase(object string, unit workgroup.UnitID, ours bool) (how workgroup.Ringing, told int) {
	t.answersAside(maybeKey(object))
	r, words := t.saidMaybe(object)
	if unit != "" {
		r.Unit = string(unit)
	}
	if ours {
		r.UrgentType = ""
	}
	if how, told = t.alarm(object, workgroup.UnitID(r.Unit), words); !how.Cut() {
		t.call(r, words, object)
	}
	return how, told
}

// noBecause is a no, and why.
var noBecause = pattern.MustCompile(`^(?:不是(?:的|新的|今天的|新发生的)?|没有|否|no)[，,。；;！! ]+(.{2,40})$`)

// butIs begins what it is instead: no reason for a no.
var butIs = pattern.MustCompile(`^(?:而|就|应该|其实)?是|^(?:还|又|另)?有|^(?:我们?|我院|本院|咱们?)[^，。]{0,6}(?:的|学生|老师)|^(?i:it(?:'s| is) )`)

// saysNone tells whether words say that something is no case, alone or with the reason for it (“不是，已经报过了”).
func (t *turn) saysNone(word string) bool {
	if isNone.MatchString(word) || notNew.MatchString(word) {
		return true
	}
	m := noBecause.FindStringSubmatch(word)
	return m != nil && !butIs.MatchString(m[1]) && t.read(m[1], understand.Context{}).Urgent == understand.No
}

// cardAnswered tells whether a bare yes is the answer to the card of a decision: it stands behind the question of a case, or of that nobody waits for an
// answer any more.
func (t *turn) cardAnswered(s workgroup.Slip, rings bool) bool {
	if word := bareWord(t.msg.Text); word == "是" || word == "是的" {
		return false // 是…吗？ is asked of the case
	}
	since := s.At
	if !rings {
		since = time.Time{}
	}
	return t.cardSince(since)
}

// cardSince tells whether words are a bare yes, and the card of a decision of the sender's asks for one that was begun at some time, or later.
func (t *turn) cardSince(at time.Time) bool {
	written := t.writtenHere()
	return len(written) > 0 && t.asksToRecord(written[0]) && slices.Contains(plain, bareWord(t.msg.Text)) && !time.UnixMilli(int64(written[0].Version)).Before(at.Truncate(time.Second))
}
