package bot

import (
	"strconv"

	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

var (
	// ofNotice says that words are about a notice, with its number where they name one.
	ofNotice = pattern.MustCompile(`第?\s*([0-9０-９]+)\s*号(?:通知)?|通知|(?i:\bnotice\s*(?:no\.?\s*)?([0-9]*))`)
	recalls  = pattern.MustCompile(`撤回|撤销|收回|作废|取消|(?i:\b(?:withdraw|recall|retract)\b)`)
	renews   = pattern.MustCompile(`改版|改成|改为|更正|修改|(?i:\bnew version\b|\b(?:change|correct)\b)`)
	unreads  = pattern.MustCompile(`(?:没有?|未)(?:阅|看|读)|(?i:\b(?:not|n't) read\b|\bunread\b)|催`)
	whoAsked = pattern.MustCompile(`谁|哪些|名单|多少|催|(?i:\bwho\b|\bremind\b)`)
)

// spokenNotice does what the office says in words of its notices: “撤回第1号通知”, “通知改成…”, “没阅的有谁”. Of none that is named the
// newest open one is meant; a recall still asks why, and a new version for its text.
func (t *turn) spokenNotice() (bool, error) {
	if !t.person.Holds(workgroup.Publishers...) {
		return false, nil
	}
	if done, err := t.saysOfNotice(); done || err != nil {
		return done, err
	}
	words := t.msg.Text
	m := ofNotice.FindStringSubmatch(words)
	switch {
	case unreads.MatchString(words) && whoAsked.MatchString(words):
		return true, t.unreadCommand("")
	case m == nil && bareWord(words) != "改版" && bareWord(words) != "new version", !recalls.MatchString(words) && !renews.MatchString(words):
		return false, nil
	}
	n, ok := t.noticeNamed(m)
	switch {
	case !ok:
		return true, workgroup.Refuse(workgroup.NoNotice, "words", "")
	case recalls.MatchString(words):
		return true, t.asksReason(n.Key())
	}
	return true, t.renewNotice(n.Key())
}

// noticeNamed is the notice whose number words name, else the newest open one.
func (t *turn) noticeNamed(m []string) (workgroup.Notice, bool) {
	for _, no := range m[min(1, len(m)):] {
		if n, err := strconv.ParseUint(people.Narrow(no), 10, 64); err == nil {
			return workgroup.Notices.Get(t.b, workgroup.NumberKey(n))
		}
	}
	for _, n := range workgroup.RecentNotices(t.b) {
		return n, true
	}
	return workgroup.Notice{}, false
}
