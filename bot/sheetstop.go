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
		`|^(?:请|把|我要?|帮我|刚才|刚刚|那个?|学生|教职工|后勤|的)*汇总表?(?:(?:报|填|交|发|弄|搞)?(?:错了?|早了|有误|不对|有问题)|(?:还|先)?(?:要|得|需要?|想)(?:再|重新)?(?:改|修改|更正|调整)(?:一下)?)$|^(?:请|把|我要?|帮我|想)*(?:撤回|撤销|撤|收回|取消|作废)(?:一下)?(?:刚才|刚刚|已报|报送|的|学生|教职工|后勤)*汇总表?(?:的?报送)?(?:吧|了)?$|^(?:把)?汇总表?(?:请|先|给我)?(?:撤回|撤销|收回|作废)(?:来|一下)?(?:吧|了)?$` +
		`|^(?i)(?:do not|don't) (?:file|submit|send) (?:it|the (?:sheet|consolidation))(?: yet)?$|^(?:withdraw|take back|recall) the (?:sheet|consolidation)$|^the (?:sheet|consolidation) (?:is|was) wrong$`)
	// againBehind may stand behind such a clause.
	againBehind = pattern.MustCompile(`^(?:请|要|得|我|再|重新|让我)*(?:重报|再报|重新报|再看看|看看|核一?下|再核一?下|改一?下|重来|撤回|撤销|收回|作废)(?:送|来|一次|一遍|一下)?(?:吧|了)?$`)
	// awaits is a clause that waits for somebody, and promised one that says that they are about to report: beside it the sheet does not go up yet.
	awaits   = pattern.MustCompile(`^(?:先|再|我|我们|那|还是|就|要|得|还)*等(?:等|着|一?下|一?会儿?)?(?:他们|她们|大家|别的)?(?:\p{Han}{2,10}?)?(?:一?下|一?会儿?|(?:都|再)?(?:报|交|填)(?:了|完|齐|上来|来)*)?(?:再说|再报)?(?:吧|了|啊|的)*$`)
	promised = pattern.MustCompile(`^(?:\p{Han}{2,10}?)?(?:说|都)?(?:他们)?(?:马上|这就|快|就|正在|立刻|立即|一?会儿?|待会儿?|等会儿?|还要|还在|在)+(?:要|能)?(?:报|交|填|发)(?:上来|过来|了|送|完|好)*[了的啊呢]*$`)
	// ofSheet names the sheet.
	ofSheet = pattern.MustCompile(`汇总|(?i)\b(?:sheet|consolidation)\b`)
)

// stops tells whether a message has a lead unit's sheet not go up, and says nothing else; named: it names the sheet.
func stops(text string) (said, named bool) {
	if len(text) > 120 || strings.ContainsAny(text, "?？吗") {
		return false, false
	}
	word, named := bareWord(text), ofSheet.MatchString(text)
	if slices.Contains(holdOn, word) || notUp.MatchString(word) || awaits.MatchString(word) {
		return true, named // in English words stand apart anyway
	}
	for _, clause := range parts(word) {
		switch {
		case promised.MatchString(clause):
		case awaits.MatchString(clause):
			said = true
		case notUp.MatchString(clause), slices.Contains(holdOn, clause), backs(clause, leaves|withdraws):
			said = true
		case !againBehind.MatchString(clause) && !slices.Contains(yes, clause):
			return false, false
		}
	}
	return said, named
}

// awaitsUnit tells whether the words at hand wait for a unit that reports to a lead unit of the sender's: “先不报了，等护理”.
func (t *turn) awaitsUnit() bool {
	round, _ := workgroup.Rounds.Get(t.b, string(t.today()))
	return slices.ContainsFunc(parts(t.msg.Text), func(clause string) bool {
		_, behind, waits := strings.Cut(clause, "等")
		u, _, named := t.unitBefore(strings.TrimPrefix(strings.TrimLeft(behind, "等着"), "一下"))
		return waits && named && len(t.leadOver(round, u)) > 0
	})
}

// stopsSheet hears, in private, that the head of a lead unit does not want its sheet to go up: what was read back is void then, and of a sheet that has
// gone they read how it is put right. Words that name no sheet mean it where it was read back, or lies before them.
func (t *turn) stopsSheet() bool {
	said, named := stops(strings.TrimSpace(t.msg.Text))
	named = named || said && t.awaitsUnit()
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
