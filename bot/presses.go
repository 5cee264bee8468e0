package bot

import (
	"maps"
	"slices"
	"strings"

	"fangkong/bot/button"
	"fangkong/store/workgroup"
)

// presses are the verbs of all buttons.
var presses = map[string]func(*turn) error{
	"zero":   (*turn).pressZero,
	"fill":   (*turn).pressFill,
	"num":    (*turn).pressNumber,
	"back":   (*turn).pressBack,
	"pick":   (*turn).pressPick,
	"ask":    (*turn).pressAsk,
	"which":  (*turn).pressWhich,
	"ok":     (*turn).pressConfirm,
	"drop":   (*turn).pressDrop,
	"sheet":  (*turn).pressSheet,
	"turn":   (*turn).pressTurn,
	"gap":    (*turn).pressGap,
	"sum":    (*turn).pressSum,
	"unsum":  (*turn).pressUnsum,
	"keep":   (*turn).pressKeep,
	"query":  (*turn).pressQuery,
	"mend":   (*turn).pressMend,
	"stands": (*turn).pressStands,
	"flow":   (*turn).pressFlow,
	"ledger": (*turn).pressLedger,
	"export": (*turn).pressExport,
	"grant":  (*turn).pressGrant,
	"deny":   (*turn).pressDeny,
	"lend":   (*turn).pressLend,
	"unlend": (*turn).pressUnlend,
	"why":    (*turn).pressReason,
	"alarm":  (*turn).pressAlarm,
	"is":     (*turn).pressIs,
	"isnot":  (*turn).pressIsNot,
	"undo":   (*turn).pressUndo,
	"me":     (*turn).pressMe,
	"iam":    (*turn).pressIAm,
	"unit":   (*turn).pressUnit,
	"group":  (*turn).pressGroup,
	"speak":  (*turn).pressLanguage,

	"urgent":  (*turn).pressUrgent,
	"call":    (*turn).pressCall,
	"take":    onCase((*turn).pressTake),
	"seen":    onCase((*turn).pressSeen),
	"more":    onCase((*turn).pressMore),
	"leg":     onCase((*turn).pressLeg),
	"verdict": onCase((*turn).pressVerdict),
	"told":    onCase((*turn).pressTold),
	"word":    onCase((*turn).pressAskCase),
	"give":    onCase((*turn).pressGiveBack),
	"offer":   onCase((*turn).pressOffer),
	"hand":    onCase((*turn).pressHand),
	"decline": onCase((*turn).pressDecline),
	"pause":   onCase((*turn).pressPause),
	"same":    onCase((*turn).pressSame),
	"detail":  onCase((*turn).pressDetail),
	"phoned":  onCase((*turn).pressPhoned),
	"answer":  onCase((*turn).pressAnswer),
	"erase":   (*turn).pressErase,
	"slip":    (*turn).pressSlip,
	"rumour":  (*turn).pressRumour,
	"cases":   (*turn).pressCases,

	"rota":      (*turn).pressRota,
	"norota":    (*turn).pressNoRota,
	"unrota":    (*turn).pressUnRota,
	"whichrota": (*turn).pressWhichRota,
	"arrive":    (*turn).pressArrive,
	"phoneok":   (*turn).pressPhoneWorks,
	"phonedead": (*turn).pressPhoneDead,
	"handover":  (*turn).pressHandOver,
	"relieve":   (*turn).pressRelieve,
	"swap":      (*turn).pressSwap,
	"swapto":    (*turn).pressSwapTo,
	"swapyes":   (*turn).pressSwapYes,
	"swapno":    (*turn).pressSwapNo,
	"standin":   (*turn).pressStandIn,
	"standback": (*turn).pressStandBack,

	"staff":      (*turn).pressStaff,
	"nostaff":    (*turn).pressNoStaff,
	"unstaff":    (*turn).pressUnstaff,
	"whichstaff": (*turn).pressWhichStaff,

	"inviteall": (*turn).pressInviteAll,
	"revoke":    (*turn).pressRevoke,

	"notice":   (*turn).pressNotice,
	"publish":  (*turn).pressPublish,
	"nonotice": (*turn).pressNoNotice,
	"nowords":  (*turn).pressNoWords,
	"unplan":   (*turn).pressUnplan,
	"renew":    (*turn).pressRenew,
	"recall":   (*turn).pressRecall,
	"receipts": (*turn).pressReceipts,
	"read":     (*turn).pressRead,
	"unread":   (*turn).pressUnread,
	"did":      (*turn).pressDid,

	"annex":    (*turn).pressAnnex,
	"meet":     (*turn).pressMeeting,
	"decide":   (*turn).pressDecision,
	"paper":    (*turn).pressPaper,
	"draftout": (*turn).pressDraftPaper,
	"signoff":  (*turn).pressPaperAct,
	"register": (*turn).pressRegister,
}

// Verbs are what all buttons ask for, in order.
func Verbs() []string { return slices.Sorted(maps.Keys(presses)) }

// strangersPress are the verbs for people who are not on the roster.
var strangersPress = map[string]bool{"iam": true, "unit": true, "me": true, "urgent": true, "call": true, "slip": true, "alarm": true}

// pressed answers a press: whatever happens, the person gets an answer.
func (t *turn) pressed() error {
	p, err := button.Decode(t.press.Data)
	do, ok := presses[p.Verb]
	if err != nil || !ok {
		// Forged, or of a version long gone: nothing to do, and nothing to say but that.
		return workgroup.Refuse(workgroup.Changed)
	}
	t.button = p
	// Buttons of ours hang in private chats and in the work group, nowhere else.
	if !t.private() && !t.ours() {
		return workgroup.Refuse(workgroup.Changed)
	}
	if !t.known && !strangersPress[p.Verb] {
		return workgroup.Refuse(workgroup.Stranger)
	}
	t.reached()
	if err := do(t); err != nil {
		return err
	}
	t.toast("", false, nil)
	return nil
}

// object splits the object of a press into its parts.
func (t *turn) object() []string { return strings.Split(t.button.Object, "/") }

// standing reads an object that begins with a date and, where it names one, a unit.
func (t *turn) standing() (workgroup.Date, workgroup.UnitID, []string) {
	parts := t.object()
	date, unit := workgroup.Date(parts[0]), workgroup.UnitID("")
	if len(parts) > 1 {
		unit, parts = workgroup.UnitID(parts[1]), parts[2:]
	} else {
		parts = nil
	}
	return date, unit, parts
}
