package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// noCorrection gives up a correction (更正件) in words, and says why behind it, or not: “更正件不要了，数据已改回”.
var noCorrection = pattern.MustCompile(`(?s)^(?:那|那么?|这|[这那]一?[份个]|今天的?|昨天的?|现在)*更正件(?:就|可以)?(?:不要|不用|不需要|不必|用不着|不拟|作废|撤下|撤销|撤掉|取消)(?:要|拟|报|发|写|弄|办)?(?:了|吧)*(?:[，,。；;：:！!\s]+(.*))?$|` +
	`^(?:不要|不用|不需要|撤下|撤销|撤掉|取消)(?:这|那)?一?[份个]?更正件(?:了|吧)*(?:[，,。；;：:！!\s]+(.*))?$|(?is)^(?:drop the correction|no correction(?: is)? needed)(?:[,;:.\s]+(.*))?$`)

// dropsIn is why words give a correction up, where they do; "" where they do not say why.
func dropsIn(text string) (why string, drops bool) {
	m := noCorrection.FindStringSubmatch(text)
	if m == nil || strings.ContainsAny(text, "?？") {
		return "", false
	}
	return strings.TrimSpace(strings.Join(m[1:], "")), true
}

// dropsCorrection gives a correction up that corrects nothing, for the reason that was asked for, or stands behind the word.
func (t *turn) dropsCorrection(key string, version uint64, words string) error {
	if t.answersNothing(words) {
		return workgroup.Refuse(workgroup.PaperDropWhy)
	}
	_, err := t.College.DropCorrection(t.b, key, version, excerpt(why.ReplaceAllString(words, "")), t.person, t.now)
	return err
}
