package bot

import (
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// ofTheRule are what an urgent report is made of.
	ofTheRule = pattern.MustCompile(`(?i)确诊|疑似|阳性|密接|密切接触|隔离|封闭|发烧|发热|病例|感染|紧急情况|疫情|新冠|\b(?:confirmed|suspected|positive|fever|quarantined?|lockdown|urgent case|covid)\b`)
	// howTo asks what to do, or whom to tell.
	howTo = pattern.MustCompile(`(?i)(?:怎么|咋|如何|怎样|咋样)(?:去|来|往上)?(?:办|处理|处置|做|上报|报|说|弄)|(?:报|上报|报告)(?:给|到)?(?:谁|哪|哪里|哪儿)|(?:找|问|联系|打给|告诉|跟|向)谁|多久(?:内)?(?:要|得|必须)?(?:上?报)|(?:上报|报告)(?:流程|程序)|` +
		`\bhow (?:do|should|can|to|would|must)\b|\bwhat (?:do|should|shall|must) (?:i|we)\b|\bwho(?:m)? (?:do|should|must) (?:i|we)\b`)
	// ofTheForm asks how to fill in the day's report.
	ofTheForm = pattern.MustCompile(`(?i)居家|填|写|日报|零报|表|栏|项|统计|算不算|\b(?:form|daily report|fill|home quarantine)\b`)
	// supposes asks for a day to come.
	supposes = pattern.MustCompile(`(?i)如果|假如|假设|万一|要是|倘若|若|以后|将来|\b(?:if|in case|suppose)\b`)
)

// asksHow answers how an urgent case is reported: the three ways, the hour, the duty phone; what may have happened has the button that
// begins. Of a fever of one's own, or of somebody near, it is asked. A question opens nothing by itself.
func (t *turn) asksHow() bool {
	words := t.msg.Text
	if !howTo.MatchString(words) || !ofTheRule.MatchString(words) || ofTheForm.MatchString(words) {
		return false
	}
	if _, reported := t.strangersCase(); reported {
		return false // it goes on about that
	}
	r := t.read(words, understand.Context{})
	switch {
	case r.Urgent == understand.Yes || r.Kind != understand.Question:
		return false
	case r.Urgent == understand.Maybe && (t.private() || t.privateChat() != 0):
		t.askUrgent(r)
		return true
	case !t.private() && !t.onceAnHour("how"):
		t.mark("🙏") // what was said just now says what to do
		return true
	}
	var rows [][]workgroup.Button
	real := !supposes.MatchString(words)
	if real {
		rows = append(rows, []workgroup.Button{{Label: "button/urgent", Verb: "urgent"}})
	}
	t.reply("say/case-how", workgroup.Facts{"phone": t.dutyPhone(), "private": t.private(), "bot": t.Username, "real": real}, rows...)
	return true
}
