package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/button"
	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// paperVerb is how an act of a report is written instead of pressed. Loose words mean other things too: they are taken only where a report
// waits for that act.
type paperVerb struct {
	words []string
	loose bool
}

// paperVerbs are those words, beside the ones that stand on the buttons.
var paperVerbs = map[string]paperVerb{
	"work": {[]string{"写四", "write 4", "四怎么写"}, true}, "plans": {[]string{"写五", "write 5", "五怎么写"}, true}, "read": {nil, true}, "notes": {[]string{"工作动态", "用各单位的", "用各单位的工作动态", "看各单位的", "各单位的工作动态", "work notes", "use the units' work notes", "use the units'"}, true}, "raise": {nil, true}, "lower": {nil, true},
	"submit": {[]string{"送审核", "提请审核"}, false},
	"check":  {[]string{"通过审核", "审核无误", "审核同意", "同意审核通过"}, false},
	"review": {[]string{"研究意见", "记录研究意见"}, true},
	"sign":   {[]string{"同意签发", "确认签发", "签字", "签署", "签了", "签吧", "签了吧", "可以签", "可以签了", "可以签发", "签发吧", "我签", "我签了", "ok to sign", "i sign"}, false},
	"return": {[]string{"退回重拟", "退回修改", "退回去"}, true},
	"send":   {[]string{"已上报", "已报送", "已经上报", "已经报送", "已报出", "上报了", "报送了", "报出去了", "登记报送"}, true},
	"amend":  {[]string{"登记错了", "上报登记错了", "登记有误", "报送对象错了", "报送对象写错了", "更正上报登记"}, true},
	"file":   {[]string{"编号备案", "备案存档", "归档", "存档"}, true},
}

// weighs is which of both ways a report should go.
var weighs = pattern.MustCompile(`^(?:算了|[，, ]|那|还是|就|请|这个|这一?份|这次|先|改)*按(重要|一般)(?:性|疫情)?(?:信息|件)?(?:的?(?:办理?|上?报送?|处理|走|来)(?:吧|了)?|吧)$`)

// weighsAs is the act of each.
var weighsAs = map[string]string{"重要": "raise", "一般": "lower"}

// inPaper are the acts whose words may stand behind their verb: “退回：五要写”, “已报送：传真；刚刚；王科长”.
var inPaper = pattern.MustCompile(`(?s)^(写四|工作开展情况|写五|存在困难和下一步打算|退回重拟|退回修改|退回|已上报|已报送|登记上报|记?研究意见|按一般办理|(?i:return|sent|review of the report|treat as ordinary|write 4|write 5))\s*[：:，,]\s*(.+)$`)

// sentTo says to which of several addressees: “已报送省高工委教育厅：系统填报；刚刚；值班室”.
var sentTo = pattern.MustCompile(`(?s)^(?:已经?上报|已经?报送|登记上报)(?:给|到|至)?\s*([^：:，,；;\n]{2,40})[：:]\s*(.+)$`)

// inPaperAs is the act of each.
var inPaperAs = map[string]string{
	"写四": "work", "工作开展情况": "work", "写五": "plans", "存在困难和下一步打算": "plans",
	"退回重拟": "return", "退回修改": "return", "退回": "return", "return": "return",
	"已上报": "send", "已报送": "send", "登记上报": "send", "sent": "send",
	"按一般办理": "lower", "treat as ordinary": "lower", "write 4": "work", "write 5": "plans",
	"记研究意见": "review", "研究意见": "review", "review of the report": "review",
}

// wrongEntry says that what was entered of a sending is wrong; “写错了” alone may be meant of anything.
var wrongEntry = pattern.MustCompile(`^(?:刚才|刚刚|上面|那条|上报)*的?(登记|报送对象|上报对象|上报登记|接收人|收件人|签收人|发送时间|上报时间|报送时间|传真时间|报送方式|上报方式)(?:都|是)?(?:写|填|登|记|选)?(?:错|有误|反)了?|^(?:刚才|刚刚|上面)?(?:写|填|记|报)错了`)

// wrongTime says that the time of something is wrong: “15:12报错了，实际15:11发的”.
var wrongTime = pattern.MustCompile(`(?:[:：点][0-9]{2}|半|刻)分?(?:的|是|那条|那个|登记)*(?:写|填|记|报|登)?(?:错|不对)|^不是.{3,8}(?:发|传|报|送)的?[，, ]*是.{3,8}(?:发|传|报|送)`)

// saysWrongEntry tells whether the message says so, and of a sending that was entered: it speaks of entering, or names an authority, or the
// way or the person that stand there.
func (t *turn) saysWrongEntry(text string) bool {
	if t.deniesReceiver(text) {
		return true
	}
	m := wrongEntry.FindStringSubmatch(text)
	if m != nil && m[1] != "" {
		return true
	}
	if m == nil && !(wrongTime.MatchString(text) && t.private()) {
		return false
	}
	if len(t.addresseesIn(text)) > 0 || takenBy.MatchString(text) && len(t.papersEntered()) > 0 {
		return true
	}
	for _, p := range t.papersEntered() {
		if slices.ContainsFunc(p.AllSendings(), func(s workgroup.Sending) bool { return strings.Contains(text, s.How) || t.speaksOfEntry(s, text) }) {
			return true
		}
	}
	return false
}

// papersEntered is the newest report of the last days of which a sending was entered.
func (t *turn) papersEntered() (found []workgroup.Paper) {
	for p := range workgroup.Papers.From(t.b, "", string(t.today().Add(-1))) {
		if len(p.AllSendings()) > 0 {
			found = []workgroup.Paper{p}
		}
	}
	return found
}

// onPaperTyped is the act of a report that the message names, the words behind it, and whether it can mean nothing else; "" for none.
func (t *turn) onPaperTyped() (act, words string, sure bool) {
	text := strings.TrimSpace(t.msg.Text)
	if sentTo.MatchString(text) {
		return "send", text, false
	}
	if t.readsPapers() {
		if words := t.saidSent(text); words != "" {
			return "send", words, true
		}
		if words, tells, waits := t.tellsSent(text); tells {
			return "send", words, !waits
		}
	}
	if t.readsPapers() && t.saysWrongEntry(text) {
		return "amend", text, false
	}
	if act, words, sure := partIn(text); act != "" {
		return act, words, sure
	}
	if m := inPaper.FindStringSubmatch(text); m != nil {
		act, words := inPaperAs[strings.ToLower(m[1])], strings.TrimSpace(m[2])
		return act, words, act == "review" && len(fieldsIn(words)) == fieldsWanted[act] // so much is written of nothing else
	}
	if why, drops := dropsIn(text); drops {
		return "drop", why, false
	}
	if reason, back := t.sentBackFor(text); back {
		return "return", reason, false
	}
	if m := weighs.FindStringSubmatch(bareWord(text)); m != nil {
		return weighsAs[m[1]], "", true
	}
	word := besideApproval(bareWord(text))
	if len(word) > 60 {
		return "", "", false
	}
	if letsPass(word) {
		return t.agreesTo(), "", false
	}
	if agreesPlainly(word) && t.signing() {
		return "sign", "", false
	}
	for _, a := range card.PaperActs {
		if slices.Contains(paperVerbs[a.Name].words, word) || t.types(word, a.Label) {
			return a.Name, "", !paperVerbs[a.Name].loose && word[0] >= utf8.RuneSelf // in English they are words of any day
		}
	}
	return t.meantOnPaper(bareWord(text)), "", false
}

// namesAct tells whether a word is that of an act of a report.
func (t *turn) namesAct(word string) bool {
	return slices.ContainsFunc(card.PaperActs, func(a card.PaperAct) bool {
		return slices.Contains(paperVerbs[a.Name].words, word) || t.types(word, a.Label)
	})
}

// typedOnPaper does with a report what the button does whose words are typed, in private: with the one whose card is answered, else with
// the one that waits for it. What is typed counts of a card that its writer could see.
func (t *turn) typedOnPaper() (bool, error) {
	act, words, sure := t.onPaperTyped()
	if act == "" {
		return t.begunPaper()
	}
	if many := fieldsWanted[act]; many > 0 && words != "" && len(fieldsOf(words, many)) != many && t.read(words, understand.Context{}).Urgent == understand.Yes {
		return false, nil // a case comes first
	}
	taken, err := t.doesTyped(act, words, sure)
	if taken && words != "" && fieldsWanted[act] == 0 {
		err = t.mayTell(words, err)
	}
	return taken, err
}

// paperRepliedTo is the report whose card is answered, and its version there.
func (t *turn) paperRepliedTo() (key string, version uint64, replied bool) {
	for _, press := range t.buttonsRepliedTo() {
		if press.Verb == "signoff" {
			key, _ = button.CutLast(press.Object)
			return key, press.Version, true
		}
	}
	return "", 0, false
}

// doesTyped does what was typed with the report that is meant.
func (t *turn) doesTyped(act, words string, sure bool) (bool, error) {
	a, _ := card.PaperActOf(act)
	if key, version, replied := t.paperRepliedTo(); replied {
		p, ok := workgroup.Papers.Get(t.b, key)
		if !ok {
			return true, workgroup.Refuse(workgroup.NoPaper)
		}
		return true, t.doPaper(a, p, version, words)
	}
	found, waits := t.papersFor(a)
	if _, drafted := workgroup.LastPaper(t.b, t.today()); sure && !waits && !drafted && slices.Contains(draftParts, act) {
		p, err := t.College.DraftPaper(t.b, t.today(), t.person, t.now) // whoever writes a part of it begins it
		if err == nil {
			err = t.doPaper(a, p, p.Version, words)
		}
		return true, err
	}
	switch {
	case !waits && !sure && act == "sign" && words == "":
		return t.asksOfPapers(), nil
	case !waits && act == "return" && words != "" && t.goneAlready():
		return true, nil
	case !waits && act == "raise" && len(found) > 0 && found[0].Class() == workgroup.PaperImportant:
		t.reply("say/paper-important", workgroup.Facts{"date": found[0].Date})
		t.showPapers()
		return true, nil
	case !waits && !sure && !t.writtenLate(act):
		return false, nil
	case len(found) == 0:
		t.showPapers()
		return true, nil
	case len(found) > 1:
		t.askWhichPaper(act, words, found)
		return true, nil
	}
	p := found[0]
	if waits && act != "raise" && !t.sawPaper(p) { // who raises one makes more eyes look at it
		workgroup.ShowPaper(t.b, p, t.person, t.now)
		return true, t.keeping(workgroup.Refuse(workgroup.PaperUnseen))
	}
	return true, t.doPaper(a, p, p.Version, words)
}

// readsPapers tells whether the sender sees reports on their way.
func (t *turn) readsPapers() bool { return t.person.Holds(workgroup.PaperReaders...) }

// begins are words that begin a report, beside those on the button.
var begins = []string{"拟稿", "起草上报稿", "起草上报件", "拟上报稿", "写上报稿", "开始拟稿"}

// corrects are words for a correction of a report, which begins by itself.
var corrects = []string{"拟更正件", "起草更正件", "写更正件", "更正件", "draft the correction", "the correction"}

// begunPaper begins today's report where its words say so, or shows how far those on their way have come.
func (t *turn) begunPaper() (bool, error) {
	word := bareWord(t.msg.Text)
	if slices.Contains(corrects, word) || len(word) < 120 && asksCorrection.MatchString(word) {
		t.showCorrections()
		return true, nil
	}
	if slices.Contains(begins, word) || len(word) < 60 && t.types(word, "button/paper-draft") {
		_, err := t.College.DraftPaper(t.b, t.today(), t.person, t.now)
		return true, err
	}
	return t.asksOfPapers(), nil
}

// showCorrections shows the corrections under way; where there are none it says when one begins.
func (t *turn) showCorrections() {
	shown := false
	for _, p := range workgroup.PapersOpen(t.b, t.today()) {
		if p.Corrects != "" {
			shown = true
			workgroup.ShowPaper(t.b, p, t.person, t.now)
		}
	}
	if shown {
		return
	}
	last, drafted := workgroup.LastPaper(t.b, t.today())
	t.reply("say/paper-no-correction", workgroup.Facts{"date": t.today(), "out": drafted && last.Out(), "drafted": drafted})
}

// papersFor are the reports of the last days that wait for an act of the sender's; where none does, the newest that is not filed, which
// says why.
func (t *turn) papersFor(a card.PaperAct) (found []workgroup.Paper, waits bool) {
	if a.Name == "amend" {
		found = t.papersEntered()
		return found, len(found) > 0 && a.May(found[0], t.person)
	}
	var newest []workgroup.Paper
	for _, p := range workgroup.PapersOpen(t.b, t.today()) {
		newest = []workgroup.Paper{p}
		if a.Offered(t.b, p, t.person) || a.Name == "send" && wentVoid(p) && t.person.Holds(workgroup.Drafters...) {
			found = append(found, p)
		}
	}
	if len(found) == 0 && a.Name == "send" {
		found = t.papersSuperseded()
	}
	if len(found) > 0 {
		return found, true
	}
	return newest, false
}

// papersSuperseded are the reports that were corrected since some of the authorities got them: as long as no correction is signed, what the sender
// enters can only be of those.
func (t *turn) papersSuperseded() (out []workgroup.Paper) {
	for _, p := range workgroup.PapersOpen(t.b, t.today()) {
		if p.Out() && workgroup.Superseded(t.b, p) && len(t.College.Unsent(p)) > 0 && t.person.Holds(workgroup.Drafters...) {
			out = append(out, p)
		}
	}
	return out
}

// sawPaper tells whether the card of a report was up, as it is now, when the sender wrote.
func (t *turn) sawPaper(p workgroup.Paper) bool {
	_, up := t.upSince(workgroup.PaperCard, p.Key(), t.chat.ID)
	return up
}

// askWhichPaper asks with which of several reports something is to be done. What was written for it is kept until then, where a slip holds all of it.
func (t *turn) askWhichPaper(act, words string, found []workgroup.Paper) {
	keeps, source := words != "" && excerpt(words) == words, ""
	if keeps {
		source = t.slip(slipPaper, act, words)
	}
	var rows [][]workgroup.Button
	for _, p := range found {
		press := workgroup.Button{Label: "button/paper-which", Facts: t.PaperFacts(t.b, p), Verb: "signoff", Object: p.Key() + "/" + act, Version: p.Version}
		if keeps {
			press = slipButton("button/paper-which", source, strings.ReplaceAll(p.Key(), "/", "_"), press.Facts)
			press.Version = p.Version
		}
		rows = append(rows, []workgroup.Button{press})
	}
	t.reply("say/paper-which", workgroup.Facts{"n": len(found)}, rows...)
}

// paperSaid does with the report that was pressed what the words of a slip are for, as when they were written.
func (t *turn) paperSaid(s workgroup.Slip, answer string) error {
	p, ok := workgroup.Papers.Get(t.b, strings.ReplaceAll(answer, "_", "/"))
	part, adds := strings.CutPrefix(s.Of, adding)
	a, is := card.PaperActOf(part)
	switch {
	case !ok || !is:
		return workgroup.Refuse(workgroup.Changed)
	case adds:
		return t.addToPart(part, p, s.Text)
	}
	t.said = s.At
	return t.doPaper(a, p, t.button.Version, s.Text)
}

// doPaper does an act of a report with the words that were written for it; without any it asks for those it needs. The card goes below
// what was written.
func (t *turn) doPaper(a card.PaperAct, p workgroup.Paper, version uint64, words string) error {
	if a.Name == "amend" {
		return t.amendTyped(p, version, words)
	}
	if first, second, both := bothParts(words); both && a.Name == "work" {
		return t.doBoth(p, version, first, second)
	}
	t.leavesReturn(a.Name, p.Key())
	if words == "" {
		if err := paperDoes[a.Name](t, p, version); err != nil {
			return err
		}
	} else {
		desk := t.deskHere()
		if err := t.wordPaper(a.Name, p.Key(), version, words); err != nil {
			return err
		}
		t.settles(desk, a.Name)
	}
	asks := words == "" && slices.Contains([]string{"work", "plans", "review", "return", "send", "lower", "drop"}, a.Name)
	if now, ok := workgroup.Papers.Get(t.b, p.Key()); ok && !asks && now.Version != p.Version {
		workgroup.ShowPaper(t.b, now, t.person, t.now)
	}
	return nil
}

// settles takes from a desk what an act of a report was asked there, once its words were written beside its verb instead. What is asked of another
// of the draft's parts stays.
func (t *turn) settles(desk workgroup.Desk, act string) {
	what, is := desk.Expect.OfPaper()
	if !is || t.deskHere() != desk || what != act && slices.Contains(draftParts, what) && slices.Contains(draftParts, act) {
		return
	}
	t.clearDesk(desk)
}
