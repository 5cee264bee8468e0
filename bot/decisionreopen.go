package bot

import (
	"strings"

	"fangkong/bot/pattern"
)

// reopenedCoded opens a decision again by its code: “决-0131-02 重新办理：门还没装”, “重新办理决-0131-02”, “决-0131-02 办结错了”.
var reopenedCoded = pattern.MustCompile(`(?is)^(?:请|把)?(?:重新办理|重新打开|重开|撤销办结|取消办结|撤回办结|reopen)\s*(?:议定事项)?\s*(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})[\s：:，,。]*(.*)$|^(?:请|把|将)?(?:决\s*[-—－]?\s*)?([0-9]{4}-[0-9]{2})\s*(?:的)?[，,：:]?\s*(?:(?:误|错)?办结(?:错了?|有误)|按错了|误办结)?[，,：:]?\s*(?:(?:请|要|需要?)?(?:重新办理|重新打开|重开|撤销办结|取消办结|撤回办结|恢复办理|reopen(?:ed)?)了?)[\s：:，,。]*(.*)$`)

// reopensSpoken takes, in private, that a decision which was closed by mistake is to be done after all, by the office.
func (t *turn) reopensSpoken(text string) (bool, error) {
	m := reopenedCoded.FindStringSubmatch(text)
	if m == nil || whetherDone.MatchString(text) {
		return false, nil
	}
	d, ok := t.decisionCoded(m[1] + m[3])
	if !ok {
		return false, nil
	}
	reason := excerpt(why.ReplaceAllString(strings.TrimSpace(m[2]+m[4]), ""))
	_, err := t.College.ReopenDecision(t.b, d.Key(), d.Version, reason, t.person, t.now)
	if err == nil {
		t.mark("👌")
	}
	return true, t.keeping(err)
}
