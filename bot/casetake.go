package bot

import (
	"strings"

	"fangkong/bot/button"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

var (
	// taking is whoever says that they take a case, or see to it.
	taking = pattern.MustCompile(`(?i)^(?:收到了?|好的?|行|嗯|中|没问题|明白了?|知道了|ok(?:ay)?|received|got it|copied|roger|on my way)?[\s，,。.！!、]*` +
		`(?:(?:这件|这个|这起|急件)?(?:由)?我?(?:已经?|马上|立刻|立即|现在|这就|先)?(?:来|去)?接手?(?:了|吧|一下)?|` +
		`(?:这件|这个|这起)?由?我(?:马上|立刻|立即|现在|这就|先)?(?:过?[来去]|赶过去|在|还是)?(?:处理|负责|跟进|处置|办|管|接)(?:了|吧|一下|中)?|由?我(?:马上|立刻|立即|现在|这就|先)?来(?:吧|弄|搞|看看?|看一下)?|交给我(?:吧|处理)?|接下了?|同意接手|` +
		`i take (?:it|this)(?: one)?|i(?:'| ha)?ve (?:got|taken) (?:it|this)|i(?:'| wi)ll (?:take|handle|deal with|see to) (?:it|this)(?: one)?|(?:i(?:'| a)m )?on it|i got (?:it|this)|i(?:'| wi)ll go and (?:handle|deal with|see to) it|leave it (?:to|with) me)$|^(?:收到了?|好的?|明白了?|知道了|ok(?:ay)?)[\s，,。.！!、]*我(?:马上|立刻|立即|现在|这就|先)?去(?:吧|弄|看看?|看一下)?$`)
	// coming is whoever says that they are on their way, or see to something: in one breath with a receipt, or without one.
	coming = pattern.MustCompile(`(?i)^(?:收到了?|好的?|明白了?|知道了|ok(?:ay)?)?[\s，,。.！!、]*我?(?:们)?(?:马上|立刻|立即|这就|正在?|现在)就?(?:到|来|去|过[去来]|赶(?:过[去来]|来|去)|处理|办|落实|联系|打电话|往\p{Han}{1,4}赶|在?路上)(?:了|吧)?$|^我?在?路上了?$|^on my way$|` +
		`^(?:收到了?|好的?|行|嗯|ok(?:ay)?)?[\s，,。.！!、]*我(?:们)?(?:马上|立刻|立即|这就|现在|先)?(?:过?[去来]|赶过去)(?:看看|看一下|看一看|瞧瞧|看)(?:情况|看情况)?(?:了|吧|啊)?$|` +
		`^(?:ok(?:ay)?|yes|sure|got it)?[\s,.!]*(?:i(?:'|’)?m |i am )?(?:heading|going|coming|driving|walking|running)(?: over| there| to \w+)?(?: right)?(?: now)?$`)
	// agreed says so, which takes no case that nobody has put to whoever says it.
	agreed = pattern.MustCompile(`(?i)^(?:我?同意|i agree|agreed)[了的吧]*$`)
	// thanking is a receipt that only thanks.
	thanking = pattern.MustCompile(`(?i)^(?:非常|十分)?(?:谢|多谢|感谢|辛苦|thank)`)
)

// receives tells whether words only say that a ring was heard, or promise to see to something (“收到，马上处理”).
func receives(words string) bool {
	return (understand.Nods(words) || coming.MatchString(bareWord(words))) && !thanking.MatchString(bareWord(words))
}

// receivesRing answers a receipt from whoever a case rings: it goes on ringing until somebody takes it. Whoever was asked to take one over and agrees has
// taken it. A receipt may also be the answer to a filing that waits.
func (t *turn) receivesRing() (bool, error) {
	word := bareWord(t.msg.Text)
	heard, will := receives(t.msg.Text), willTake(word)
	if !heard && !will {
		return false, nil
	}
	switch asked := t.askedToTake(); {
	case will && len(asked) == 1 && t.meansOffer(asked[0]):
		return true, t.takesOver(asked[0])
	case !heard && len(asked) == 0 && !agreed.MatchString(word):
		return false, nil
	}
	if _, lies := t.draftHere(); lies && bareAnswer(word) && !all(word, thanks) {
		return false, nil
	}
	return t.stillRings(those(workgroup.Running(t.b), t.ringsHere)), nil
}

// ringsHere tells whether the card of a case stands in this chat.
func (t *turn) ringsHere(k workgroup.Case) bool {
	return workgroup.Cards.Has(t.b, workgroup.CardKey(workgroup.CaseCard, k.Key(), t.chat.ID))
}

// takeRow is 「接手」 of the case whose code it names.
func takeRow(k workgroup.Case) []workgroup.Button {
	return []workgroup.Button{{Label: "button/take-code", Facts: workgroup.Facts{"code": k.Code()}, Verb: "take", Object: k.Key()}}
}

// stillRings tells, in private, whoever may take one of some cases that nobody has taken it yet, or that they are asked to; false: all are
// taken.
func (t *turn) stillRings(cases []workgroup.Case) bool {
	if _, replied := t.caseRepliedTo(); replied {
		cases = t.repliedOf(cases)
	}
	if t.stillAsked(cases) {
		return true
	}
	var rows [][]workgroup.Button
	codes := []string{}
	for _, k := range cases[max(0, len(cases)-mostCases):] {
		if k.Closed.IsZero() && t.mayTake(k) {
			codes = append(codes, k.Code())
			rows = append(rows, takeRow(k))
		}
	}
	if len(rows) == 0 {
		return false
	}
	if len(rows) == 1 {
		rows[0][0].Label, rows[0][0].Facts = "button/take", nil
	}
	t.whisper("say/case-still-rings", workgroup.Facts{"word": excerpt(t.msg.Text), "codes": codes}, rows...)
	return true
}

// takenAloud tells whoever says in the group that they take a case, and of none there, how to take the one that rings: among colleagues
// the words may be of anything.
func (t *turn) takenAloud() bool {
	_, text := cutCode(t.msg.Text)
	return taking.MatchString(strings.Trim(text, " 。.！!～~")) && t.stillRings(workgroup.Running(t.b))
}

// takenUnder takes a case in words written under its card in the group; who may not, or comes too late, is told so. A receipt there takes
// nothing, which whoever may is told in private. False: the words are neither.
func (t *turn) takenUnder(k workgroup.Case) (bool, error) {
	code, text := cutCode(t.msg.Text)
	text = strings.Trim(text, " 。.！!～~")
	informs, heard := understand.InformedIn(text, t.said)
	switch {
	case !t.known || !k.Closed.IsZero() || code != "" && code != k.Code():
		return false, nil
	case taking.MatchString(text):
		if _, err := t.College.TakeCase(t.b, k.Key(), t.person, t.now); err != nil {
			return true, err
		}
		t.mark("👌")
		t.whisper("say/case-is-yours", workgroup.Facts{"code": k.Code()})
		return true, nil
	case heard && t.mayInform(k, informs) && t.privateChat() != 0:
		t.mark("👌")
		return true, t.informed(k, informs)
	case t.askedOver(k) && declining.MatchString(bareWord(text)):
		return true, t.declined(k)
	case t.askedOver(k) && willTake(bareWord(text)) && t.privateChat() != 0:
		t.mark("👌")
		return true, t.takesOver(k)
	case receives(text) && t.mayTake(k) && t.privateChat() != 0:
		return t.stillRings([]workgroup.Case{k}), nil
	}
	return false, nil
}

// cannotTake says why none of some cases is taken in words: somebody has it, or the sender is none of those who may.
func (t *turn) cannotTake(seen []workgroup.Case) (bool, error) {
	_, err := t.College.TakeCase(t.b, seen[len(seen)-1].Key(), t.person, t.now)
	return true, err
}

// caseRepliedTo is the case of whose card, or of a message with whose buttons, the sender's words are a reply.
func (t *turn) caseRepliedTo() (workgroup.Case, bool) {
	if !t.repliesToBot() {
		return workgroup.Case{}, false
	}
	if k, ok := t.caseShownBy(t.msg.ReplyToMessage.ID); ok {
		return k, true
	}
	return t.caseOn(t.buttonsRepliedTo())
}

// caseOn is the one case that buttons name.
func (t *turn) caseOn(buttons []button.Press) (one workgroup.Case, ok bool) {
	for _, p := range buttons {
		parts := strings.Split(p.Object, "/")
		if len(parts) < 2 || !workgroup.Date(parts[0]).Valid() {
			continue
		}
		k, is := workgroup.Cases.Get(t.b, parts[0]+"/"+parts[1])
		if !is || ok && k.Key() != one.Key() {
			return workgroup.Case{}, false
		}
		one, ok = k, true
	}
	return one, ok
}

// repliedOf are those of some cases that the sender's words reply to; all where they reply to none.
func (t *turn) repliedOf(cases []workgroup.Case) []workgroup.Case {
	to, ok := t.caseRepliedTo()
	if !ok {
		return cases
	}
	return those(cases, func(k workgroup.Case) bool { return k.Key() == to.Key() })
}
