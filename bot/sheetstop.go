package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// notUp is a clause that has a lead unit's sheet not go up, or come back: “先别报”, “汇总报错了”, “刚才那个先别算”.
	notUp = pattern.MustCompile(`^(?:等等|等一?下|那|我|刚才|刚刚|上面|这个|那个|那次|的)*(?:学生|教职工|后勤|我们的?|这张|那张|刚报的?)*(?:汇总表?|表)?(?:还是|就|暂时|先|都)*(?:不|别|不要|甭|缓|暂缓|暂不|不能|不用)(?:急着)?(?:报送?|上报|交|提交|算|发)(?:汇总表?)?(?:了|吧|啊|先)*$` +
		`|^(?:请|把|我要?|帮我|刚才|刚刚|那个?|学生|教职工|后勤|的)*汇总表?(?:报|填|交|发|弄|搞)?(?:错了?|早了|有误|不对|有问题)$|^(?:请|把|我要?|帮我|想)*(?:撤回|撤销|撤|收回|取消|作废)(?:一下)?(?:刚才|刚刚|已报|报送|的|学生|教职工|后勤)*汇总表?(?:的?报送)?(?:吧|了)?$|^(?:把)?汇总表?(?:请|先|给我)?(?:撤回|撤销|收回|作废)(?:来|一下)?(?:吧|了)?$` +
		`|^(?i)(?:do not|don't) (?:file|submit|send) (?:it|the (?:sheet|consolidation))(?: yet)?$|^(?:withdraw|take back|recall) the (?:sheet|consolidation)$|^the (?:sheet|consolidation) (?:is|was) wrong$`)
	// againBehind may stand behind such a clause.
	againBehind = pattern.MustCompile(`^(?:请|要|得|我|再|重新|让我)*(?:重报|再报|重新报|再看看|看看|核一?下|再核一?下|改一?下|重来)(?:送|一次|一遍|一下)?(?:吧|了)?$`)
	// ofSheet names the sheet.
	ofSheet = pattern.MustCompile(`汇总|(?i)\b(?:sheet|consolidation)\b`)
)

// stops tells whether a message has a lead unit's sheet not go up, and says nothing else; named: it names the sheet.
func stops(text string) (said, named bool) {
	if len(text) > 120 || strings.ContainsAny(text, "?？吗") {
		return false, false
	}
	word, named := bareWord(text), ofSheet.MatchString(text)
	if slices.Contains(holdOn, word) || notUp.MatchString(word) {
		return true, named // in English words stand apart anyway
	}
	for _, clause := range parts(word) {
		switch {
		case notUp.MatchString(clause), slices.Contains(holdOn, clause), backs(clause, leaves|withdraws):
			said = true
		case !againBehind.MatchString(clause) && !slices.Contains(yes, clause):
			return false, false
		}
	}
	return said, named
}

// stopsSheet hears, in private, that the head of a lead unit does not want its sheet to go up: what was read back is void then, and of a sheet that has
// gone they read how it is put right. Words that name no sheet mean it where it was read back, or lies before them.
func (t *turn) stopsSheet() bool {
	said, named := stops(strings.TrimSpace(t.msg.Text))
	intent, armed := workgroup.Armed(t.b, t.person.ID, t.now)
	armed = armed && intent.What == "sheet"
	desk := t.deskHere()
	asked := desk.Expect == workgroup.GapDesk
	if !said || !named && !armed && !asked || desk.Expect != nothing && !asked {
		return false
	}
	if _, waits := t.draftHere(); waits && !named {
		return false // the filing that lies here is meant
	}
	of := desk.Of
	switch round, err := t.round(t.today()); {
	case armed:
		of = intent.Of
	case asked:
	case err != nil:
		return false
	default:
		mine := slices.DeleteFunc(slices.Clone(round.Leads), func(id workgroup.UnitID) bool { return !t.person.Speaks(id) })
		if len(mine) != 1 {
			return false
		}
		of = workgroup.SheetObject(round.Date, mine[0])
	}
	round, lead, err := workgroup.RoundAndUnit(t.b, strings.Join(strings.Split(of, "/")[:2], "/"))
	if err != nil {
		return false
	}
	if armed {
		workgroup.Intents.Drop(t.b, intent.Key())
	}
	if asked {
		t.clearDesk(desk)
	}
	last, filed := workgroup.LastSheet(t.b, round.Date, lead.ID)
	at := ""
	if filed {
		at = t.Clock(last.Filed)
	}
	t.reply("say/sheet-stopped", workgroup.Facts{"group": lead.Leads, "at": at, "armed": armed})
	t.turnTo(workgroup.Page{Sheet: workgroup.SheetObject(round.Date, lead.ID), Chat: t.chat.ID}, true)
	return true
}
