package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// reopening asks for a closed case to be gone on with; a code may stand before or behind it.
var reopening = pattern.MustCompile(`(?i)^(?:(?:其实|还|案子|这个|那个)*没(?:有)?(?:办完|处理完|完)[了的，,。\s]*)?(?:请|把|将|要|麻烦|帮我)*\s*(?:案子|这个案|这个|它)?(?:重新|再次|再)(?:打开|立案|开案|办理|办|处理|启动|开)(?:一下|案子|案件|这个)?(?:吧|了)?$|^(?:撤销|取消)办结$|^(?:please )?re-?open(?: it| the case)?(?: again)?$`)

// reopens begins an urgent report of what a closed case was, which names it: its hour runs anew, and it rings whoever is on duty now. What was found and
// told before stays with the closed one.
func (t *turn) reopens() (bool, error) {
	code, rest := cutCode(t.msg.Text)
	if !reopening.MatchString(strings.Trim(bareWord(rest), "，,：: ")) {
		return false, nil
	}
	k, ok := t.closedCase()
	if code != "" {
		k, ok = workgroup.CaseByCode(t.b, code, t.now)
	}
	switch {
	case !ok && code == "":
		return false, nil
	case !ok || !k.Sees(t.b, t.person, t.now) && !t.reportedBySender(k):
		return true, workgroup.Refuse(workgroup.NoCase)
	case k.Closed.IsZero():
		t.reply("say/case-still-open", workgroup.Facts{"code": k.Code()})
		return true, nil
	}
	if again := those(workgroup.Running(t.b), func(other workgroup.Case) bool { return other.Former == k.Key() }); len(again) > 0 {
		t.reply("say/case-still-open", workgroup.Facts{"code": again[0].Code()})
		return true, nil
	}
	call := t.callFrom(understand.Reading{Unit: string(k.Unit)}, t.msg.Text, "")
	call.Kind, call.Group, call.Former, call.Further = k.Kind, k.Group, k.Key(), nil
	if k.Unit == "" {
		call.Unit = ""
	}
	call.Leg = t.leg(call.Unit, call.Words)
	if slices.Contains([]workgroup.PersonID{k.Holder, k.ClosedBy}, t.person.ID) {
		call.Leg = "" // whoever had it tells what they were told
	}
	t.College.Begin(t.b, t.only(call), t.now)
	return true, nil
}
