package bot

import (
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// holdsIt is that a report which is signed is not to go out: “刚签的先别报”, “签错了”, “数字不对，先别发”.
	holdsIt = pattern.MustCompile(`(?:先|暂|暂时|都|还|请|快)*(?:别|甭|不要|不能|不可以|暂不|先不|暂缓|缓)(?:着急|急着)?(?:签|上?报|发|送|传)|(?:不|别)签了|(?:签|签发)(?:得|的)?(?:错|早|急)了|(?:撤|收|追)回(?:来|去)?|(?i:(?:do not|don't) (?:send|file) it|hold (?:it|the report)|signed (?:it )?too (?:soon|early))`)
	// ofSigned is what such words speak of beside it.
	ofSigned = pattern.MustCompile(`签|报|发|件|稿|(?i)sign|report|send`)
	// ofElse is what they speak of where another thing is meant.
	ofElse = pattern.MustCompile(`日报|昨天|前天|通知|汇总|值班|会议|决定|(?i)notice|meeting|yesterday`)
)

// wantsHeldBack hears, in private, that the director wants a report not to go out after having signed it: the office is told at once, in the director's own
// words. The signature holds until it is returned.
func (t *turn) wantsHeldBack() (bool, error) {
	text := strings.TrimSpace(t.msg.Text)
	if len(text) > 600 || !holdsIt.MatchString(text) || !ofSigned.MatchString(text) || ofElse.MatchString(text) || strings.ContainsAny(text, "?？吗") || t.namesUnit(text) || t.paperStep() != "" {
		return false, nil
	}
	p, ok := workgroup.LastPaper(t.b, t.today())
	if act, words, _ := t.onPaperTyped(); !ok || p.State != workgroup.PaperSigned || p.Out() || act == "return" || act != "" && words != "" {
		return false, nil
	}
	if t.read(text, understand.Context{}).Urgent != understand.No {
		return false, nil
	}
	facts := workgroup.Facts{"date": p.Date, "by": t.person.Name, "words": excerpt(text), "state": p.State}
	told := []string{}
	for _, one := range workgroup.Holders(t.b, workgroup.Drafters...) {
		if one.ID != t.person.ID && t.College.Tell(t.b, one, workgroup.Letter{Text: "say/paper-stop", Facts: facts, Urgency: workgroup.Urgent, Written: t.now}) {
			told = append(told, one.Name)
		}
	}
	var rows [][]workgroup.Button
	if a, _ := card.PaperActOf("return"); a.Offered(t.b, p, t.person) {
		rows = t.returnsSo(p, text)
	}
	mine := workgroup.Facts{"date": p.Date, "state": p.State, "told": told, "reason": len(rows) > 0}
	t.reply("say/paper-stopped", mine, rows...)
	return true, nil
}

// returnsSo is the button that returns a report for what its reader has just written.
func (t *turn) returnsSo(p workgroup.Paper, reason string) [][]workgroup.Button {
	press := slipButton("button/paper-return-so", t.slip(slipPaper, "return", reason), strings.ReplaceAll(p.Key(), "/", "_"), nil)
	press.Version = p.Version
	return [][]workgroup.Button{{press}}
}

// goneAlready tells whoever returns a report that is out how far it is, and how it is put right.
func (t *turn) goneAlready() bool {
	p, ok := workgroup.LastPaper(t.b, t.today())
	if !ok || !p.Out() {
		return false
	}
	t.reply("say/paper-gone", workgroup.Facts{"date": p.Date, "state": p.State})
	t.showPapers()
	return true
}
