package bot

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fangkong/bot/button"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// hearing is a clause that says that something was received, politely one that says nothing beside it, and seeing one that it will be seen to.
	hearing  = pattern.MustCompile(`(?i)^(?:嗯+|哦+|好的?|我们?|我处|我院|本?单位|已经?|均|都)*(?:收到|收悉|知悉|知晓|已阅|明白|遵照执行|照办)+(?:了|啦)?$|^知道了$|^(?:received|noted|got it|understood|roger)$`)
	politely = pattern.MustCompile(`(?i)^(?:嗯+|哦+|好(?:的|嘞|滴|哒|勒)?|行|没问题|ok(?:ay)?|sure|no problem|(?:谢谢|感谢|辛苦)?了?(?:您|你)?(?:领导|主任|老师|书记|各位)?)$`)
	seeing   = pattern.MustCompile(`(?i)^(?:我们?|我处|我院|本?单位)?(?:[会将]|马上|立即|立刻|这就|尽快|抓紧|今晚就?|明天就?)*(?:来|去)?(?:办|落实|处理|执行|安排|部署|照办|着手)(?:理)?(?:了|吧|好)?$|^(?:will do|we(?:'ll| will) see to it|on it)$`)
	// inOne begins a clause that says both without a mark between them (“收到我来办”).
	inOne = pattern.MustCompile(`^(?:嗯+|好的?|行)*(?:(?:收到|收悉|知悉|知晓|明白|知道)(?:了|啦)?|好的|好嘞|没问题)`)
	// afterClause is where one clause ends and the next begins, and decorated what stands around words and says nothing.
	afterClause = pattern.MustCompile(`[，,。.！!；;～~\s\n]+`)
	decorated   = strings.NewReplacer("🙏", "", "👌", "", "👍", "", "✅", "", "🆗", "", "🫡", "", "🤝", "", "💪", "")
)

// receiptIn tells whether words begin with a receipt, and what they say beside that.
func receiptIn(words string) (rest string, heard bool) {
	rest = strings.TrimSpace(decorated.Replace(words))
	if slices.Contains(acks, bareWord(words)) {
		return "", true
	}
	polite := false
	for rest != "" {
		clause, next := rest, ""
		if at := afterClause.FindStringIndex(rest); at != nil {
			clause, next = rest[:at[0]], rest[at[1]:]
		}
		switch {
		case hearing.MatchString(clause), polite && seeing.MatchString(clause), inOne.MatchString(clause) && seeing.MatchString(inOne.ReplaceAllString(clause, "")):
			heard = true
		case politely.MatchString(clause):
			polite = true
		case heard && seeing.MatchString(clause):
		default:
			return rest, heard || polite && butFirst.MatchString(rest)
		}
		rest = next
	}
	return "", heard
}

// butFirst begins what is said against something that was received.
var butFirst = pattern.MustCompile(`^(?:但是?|就是|不过|只是|可是|可|然而|问题是|只不过)[，,\s]*\p{Han}|^(?i:but|only|however)\b`)

// receives tells whether a message is a receipt of what its writer was given to do, and nothing that is of anything else.
func (t *turn) receives() bool {
	rest, heard := receiptIn(t.msg.Text)
	if !heard || rest == "" {
		return heard
	}
	r := t.read(t.msg.Text, understand.Context{})
	_, asks := t.pleaIn(t.msg.Text)
	return !asks && r.Urgent == understand.No && !reports(r) && len(r.Fields)+len(r.Rows) == 0 && r.Kind != understand.Leave && r.Kind != understand.Question &&
		!asksWhose.MatchString(rest) && !saysDone(rest) && utf8.RuneCountInString(rest) <= 40
}

// receivesDecision takes “收到” under a decision's card for its button.
func (t *turn) receivesDecision() (bool, error) {
	for _, p := range t.buttonsRepliedTo() {
		key, act := button.CutLast(p.Object)
		if p.Verb != "decide" || act != "see" || !t.receives() {
			continue
		}
		_, err := t.College.See(t.b, key, t.person, t.now)
		if err == nil {
			t.mark("👌")
		}
		return true, err
	}
	return false, nil
}

// allReceived says 收到 of everything that waits for it.
var allReceived = pattern.MustCompile(`^(?:[两二三四五六七八九几0-9]+[项条个件]|以上|上述|这些|各项|内容|议定事项|决定|事项|任务|通知)*(?:都|均|全部|全)(?:都|均)?(?:已经?)?(?:收到|收悉|知悉|知道|明白)(?:了|啦)?(?:[，,。！! ]+[^，,。？?吗没]{0,16})?$|^(?i:all received|received (?:them )?all|got them all)$`)

// receivesOne takes “收到” alone for the one decision that waits for it, and “都收到了” for all that do, and says so; of several, or with a notice that
// waits too, “收到” lists them with their buttons.
func (t *turn) receivesOne() (bool, error) {
	word := bareWord(t.msg.Text)
	every := allReceived.MatchString(word)
	if !t.firsthand() || !every && !t.receives() {
		return false, nil
	}
	var waiting []workgroup.Decision
	for _, d := range workgroup.StandingDecisions(t.b) {
		if d.Waits(t.b, t.person) {
			waiting = append(waiting, d)
		}
	}
	unread := t.owes(func(_ workgroup.Notice, r workgroup.Receipt) bool { return r.Waits() })
	switch {
	case len(waiting) == 0:
		return t.person.Holds(workgroup.PackReaders...) && len(unread) == 0 && t.saysLacking(t.writtenNow()), nil
	case !every && (len(waiting) > 1 || len(unread) > 0):
		return true, t.decisionsCommand("")
	}
	if err := t.hears(waiting); err != nil {
		return true, err
	}
	if len(unread) > 0 {
		return true, t.unreadCommand("")
	}
	return true, nil
}

// hears receives decisions and says which.
func (t *turn) hears(all []workgroup.Decision) error {
	lines := []workgroup.Facts{}
	for _, d := range all {
		if d.Waits(t.b, t.person) {
			var err error
			if d, err = t.College.See(t.b, d.Key(), t.person, t.now); err != nil {
				return err
			}
		}
		lines = append(lines, t.College.DecisionFacts(t.b, d, t.now))
	}
	if len(lines) > 0 {
		t.reply("say/decision-heard", workgroup.Facts{"lines": lines})
	}
	return nil
}
