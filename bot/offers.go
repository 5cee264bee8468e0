package bot

import (
	"slices"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// offer is one place where a message is offered: it is taken there, or left to the next.
type offer struct {
	to   func(*turn) (taken bool, err error)
	is   being                        // all that the message must be
	at   func(workgroup.Awaited) bool // what its writer must be asked for here; nil: whatever they are
	when func(*turn) bool             // what else must be so; nil: nothing
}

// offers are the places where what is no command is offered, in their order. What a place costs, a reading of the words or a look at the open
// cases, comes behind what its message must be.
var offers []offer

func init() {
	// Filled here because a command may turn out to be none, and is offered like any words.
	offers = []offer{
		// What stands for itself, whatever its writer is in the middle of.
		{to: (*turn).meetingSpoken, is: inPrivate | byKnown | firsthand, at: neither(workgroup.HandoverDesk, workgroup.NameDesk)},
		{to: (*turn).saysWhoMeets, is: inPrivate | byKnown | firsthand, at: either(nothing)},
		{to: (*turn).saysWhichMeeting, is: inPrivate | byKnown | firsthand, at: either(nothing)},
		{to: (*turn).minutesSpoken, is: inPrivate | byKnown | firsthand, at: either(nothing)},
		{to: besideWhich((*turn).addsDecision), is: inPrivate | byKnown | firsthand},
		{to: besideWhich((*turn).meetingWords), is: inPrivate | byKnown | original},
		{to: (*turn).asksDecided, is: inPrivate | byKnown | firsthand, at: either(nothing)},
		{to: (*turn).asksOfCase, is: firsthand, at: either(nothing), when: (*turn).reportsNoCase},
		{to: takes((*turn).asksHow), is: firsthand, when: (*turn).reportsNoCase},
		{to: (*turn).underCase, is: inGroup | firsthand | replying},
		{to: takes((*turn).takenAloud), is: inGroup | byKnown | firsthand | reachable},

		// What its writer is in the middle of.
		{to: takes((*turn).stopsSheet), is: inPrivate | byKnown | firsthand, when: (*turn).heads},
		{to: takes((*turn).disarms), is: inPrivate | byKnown | firsthand},
		{to: (*turn).receivesDecision, is: inPrivate | byKnown | unedited | replying},
		{to: (*turn).acknowledged, is: byKnown | unedited | replying},
		{to: (*turn).answersQuestion, is: inPrivate | byKnown | firsthand | replying},
		{to: (*turn).atCall, is: inPrivate | unedited, when: func(t *turn) bool { return !t.known || !t.headsWork() }},
		{to: passes((*turn).forgets), is: unedited},
		{to: (*turn).noticeWords, is: inPrivate | byKnown | unedited},
		{to: (*turn).answersSlip, is: inPrivate | byKnown | firsthand, at: either(nothing)},
		{to: (*turn).wantsHeldBack, is: inPrivate | byKnown | firsthand, at: either(nothing), when: func(t *turn) bool { return t.person.Holds(workgroup.Director) }},
		{to: (*turn).refusesPaper, is: inPrivate | byKnown | firsthand, at: either(nothing), when: (*turn).readsPapers},
		{to: (*turn).addsToPart, is: inPrivate | byKnown | firsthand, when: (*turn).readsPapers},
		{to: (*turn).tellsConsent, is: inPrivate | byKnown | firsthand, at: either(nothing), when: (*turn).readsPapers},
		{to: (*turn).typedOnPaper, is: inPrivate | byKnown | firsthand, when: (*turn).readsPapers},
		{to: (*turn).sumSpoken, is: inPrivate | byKnown | firsthand, at: either(nothing, workgroup.SumDesk, workgroup.GapDesk), when: (*turn).heads},
		{to: (*turn).paperWords, is: inPrivate | byKnown | unedited, when: func(t *turn) bool { return t.writesPaper() && t.mayAnswer() }},
		{to: besideWhich((*turn).decisionWords), is: inPrivate | byKnown | unedited, when: func(t *turn) bool { return t.writesDecision() && t.mayAnswer() }},
		{to: (*turn).notesSpoken, is: byKnown | firsthand, at: neither(workgroup.HandoverDesk, workgroup.NameDesk)},
		{to: (*turn).changesNotes, is: byKnown | firsthand, at: neither(workgroup.HandoverDesk, workgroup.NameDesk)},
		{to: (*turn).notesGiven, is: byKnown | original, at: neither(workgroup.HandoverDesk, workgroup.NameDesk)},
		{to: passes((*turn).keptWaiting), is: inPrivate | byKnown | unedited},
		{to: besideWhich((*turn).settlesSpoken), is: inPrivate | byKnown | firsthand, at: either(nothing)},
		{to: besideWhich((*turn).decisionSpoken), is: inPrivate | byKnown | firsthand, at: either(nothing)},
		{to: takes((*turn).confirmsElsewhere), is: byKnown | unedited, when: func(t *turn) bool { return t.deskHere().Clear() }},
		{to: (*turn).saysWhyMissing, is: inPrivate | byKnown | firsthand, at: either(nothing, workgroup.GapDesk), when: (*turn).heads},
		{to: inTurn(typed), is: unedited, at: neither(workgroup.HandoverDesk, workgroup.NameDesk)},
		{to: (*turn).recordsSpoken, is: inPrivate | byKnown | firsthand, at: either(nothing)},
		{to: (*turn).addition, is: inPrivate | firsthand, at: either(nothing, workgroup.ReasonDesk)},
		{to: (*turn).repliesWhy, is: byKnown | unedited | replying},
		{to: (*turn).handoverNote, is: byKnown | unedited, at: either(workgroup.HandoverDesk)},
		{to: inTurn(awaited), is: unedited, when: (*turn).mayAnswer},
		{to: takes((*turn).amendedNote), is: inPrivate | byKnown | edited},

		// What is read in the words. Before anything else: could somebody be in danger?
		{to: takes((*turn).readsWords)},
		{to: takesReading((*turn).resultOrCase), is: inPrivate | byKnown | firsthand, when: func(t *turn) bool { return t.reading.Urgent == understand.Maybe }},
		{to: onReading((*turn).lowers), is: byKnown | firsthand, when: func(t *turn) bool { return t.heads() && !t.calm() }},
		{to: onReading((*turn).newsForwarded), when: (*turn).alarms},
		{to: onReading((*turn).countsCases), is: byKnown | firsthand, when: func(t *turn) bool { return t.heads() && t.alarms() }},
		{to: onReading((*turn).newsHeard), when: (*turn).alarms},
		{to: takesReading((*turn).deniesAloud), is: byKnown | firsthand, when: (*turn).calm},
		{to: takesReading((*turn).rumour), is: byKnown | firsthand},
		{to: takesReading((*turn).furtherInGroup), is: inGroup | byKnown | firsthand | reachable},
		{to: onReading((*turn).goesOnInGroup), is: inGroup | byKnown | firsthand},
		{to: passes((*turn).offerNamed), is: inGroup | byKnown | firsthand},
		{to: onReading((*turn).claimsByName), is: byStranger | unedited},
		{to: takesReading((*turn).strangersNews), is: byStranger | firsthand},
		{to: onReading((*turn).strangersMore), is: inPrivate | byStranger | unedited},
		{to: onReading((*turn).fromOutside), is: inPrivate | byStranger | firsthand, when: (*turn).calm},
		{to: passes((*turn).alarmEdited), is: edited},
		{to: onReading((*turn).editedWords), is: edited},
		{to: onReading((*turn).onBehalf), is: byKnown | firsthand, when: (*turn).heads},
		{to: (*turn).undone, is: byKnown | unedited, when: (*turn).heads},
		{to: besideWhich(onReading((*turn).resolves)), is: inPrivate | byKnown | firsthand, at: either(nothing)},
		{to: (*turn).spokenNotice, is: inPrivate | byKnown | firsthand, when: (*turn).calm},
		{to: onReading((*turn).maybeStaff), is: inPrivate | byKnown | firsthand, when: (*turn).calm},
		{to: takes((*turn).maybeRota), is: inPrivate | byKnown | unedited, when: func(t *turn) bool { return t.calm() && !t.heads() }},
		{to: takesReading((*turn).maybeResult), is: inPrivate | byKnown | firsthand, when: (*turn).calm},
		{to: onReading((*turn).progresses), is: inPrivate | byKnown | firsthand, at: either(nothing), when: (*turn).calm},
		{to: takesReading((*turn).maybeDecided), is: inPrivate | byKnown | firsthand, when: (*turn).calm},
		{to: onReading((*turn).officeSays), is: inPrivate | byKnown | firsthand, at: either(nothing), when: func(t *turn) bool { return t.calm() && !t.heads() }},
		{to: onReading((*turn).cries), is: byKnown | firsthand},
		{to: (*turn).filedAllOf, is: byKnown | firsthand, when: (*turn).heads},
		{to: onReading((*turn).ofItsKind)},
		{to: takes((*turn).maybeRota), is: inPrivate | byKnown | unedited},
		{to: onReading((*turn).maybeNews), is: byKnown | firsthand},
		{to: besideLost(onReading(func(t *turn, r understand.Reading) (bool, error) { return true, t.lost(r) }))},
	}
}

// typed are words that stand for a button, or ask for something, while nothing is asked that could be answered with a name or a note.
var typed = []offer{
	{to: (*turn).answersMaybe, is: inPrivate | firsthand},
	{to: (*turn).agreesToDoubt, is: inPrivate | byKnown | firsthand, at: either(nothing, workgroup.GapDesk), when: (*turn).heads},
	{to: (*turn).namesItem, is: inPrivate | byKnown | firsthand, at: either(nothing, workgroup.GapDesk), when: (*turn).heads},
	{to: (*turn).typedOnShift, is: inPrivate | byKnown},
	{to: (*turn).saysOfShift, is: inPrivate | byKnown | firsthand, at: either(nothing)},
	{to: (*turn).declines, is: byKnown | firsthand | reachable},
	{to: (*turn).takesNamed, is: inPrivate | byKnown | firsthand, at: either(nothing)},
	{to: takes((*turn).asksWhetherDrill), is: inPrivate | byKnown | firsthand, at: either(nothing)},
	{to: (*turn).reopens, is: inPrivate | byKnown | firsthand, at: either(nothing)},
	{to: (*turn).typedOnCase, is: inPrivate | byKnown | firsthand},
	{to: (*turn).worksOn, is: inPrivate | byKnown | firsthand, at: either(nothing)},
	{to: (*turn).receivesRing, is: inPrivate | byKnown | firsthand, at: either(nothing)},
	{to: (*turn).cannotCome, is: inPrivate | byKnown | firsthand, at: neither(workgroup.RemarkDesk, workgroup.OutcomeDesk)},
	{to: (*turn).takesBackAsked, is: inPrivate | firsthand},
	{to: (*turn).takesBackCase, is: inPrivate | firsthand},
	{to: (*turn).saysOtherUnit, is: byKnown | firsthand},
	{to: (*turn).typedOutcome, is: inPrivate | byKnown | firsthand},
	{to: (*turn).asksOwnSheet, is: inPrivate | byKnown | firsthand, at: either(nothing, workgroup.GapDesk, workgroup.ReasonDesk), when: (*turn).heads},
	{to: (*turn).asksOfSheet, is: inPrivate | byKnown | firsthand, at: either(nothing, workgroup.GapDesk), when: (*turn).heads},
	{to: (*turn).asksUnits, is: byKnown | firsthand},
	{to: (*turn).asksBook, is: byKnown | firsthand, at: either(nothing)},
	{to: (*turn).doneElsewhere, is: byKnown | firsthand},
	{to: (*turn).asksDuty, is: byKnown | firsthand},
	{to: (*turn).asksSwap, is: inPrivate | byKnown | firsthand, at: either(nothing)},
	{to: (*turn).asksHolder, is: byKnown | firsthand, at: either(nothing)},
	{to: (*turn).asksReporter, is: inPrivate | byKnown | firsthand, at: either(nothing)},
}

// awaited are the answers to what lies on the writer's desk.
var awaited = []offer{
	{to: (*turn).sheetsSpoken, is: inPrivate | byKnown | firsthand},
	{to: onDesk((*turn).caseWords)},
	{to: (*turn).doubtsUnit, is: inPrivate | byKnown | firsthand, at: either(nothing, workgroup.GapDesk), when: (*turn).heads},
	{to: onDesk((*turn).sheetWords)},
	{to: (*turn).tellsOfUnit, is: inPrivate | byKnown | firsthand, at: either(nothing, workgroup.GapDesk), when: (*turn).heads},
	{to: onDesk((*turn).queryWords)},
	{to: onDesk((*turn).claimName), at: either(workgroup.NameDesk)},
	{to: onDesk((*turn).draftWords), at: neither(workgroup.NameDesk)},
}

// words answers plain text.
func (t *turn) words() error {
	_, err := t.offered(offers)
	return err
}

// offered offers the message at hand to some places, until one of them takes it.
func (t *turn) offered(to []offer) (taken bool, err error) {
	is, desk, seen := t.being(), workgroup.Desk{}, false
	for _, o := range to {
		if o.at != nil && o.is&^is == 0 && !seen {
			desk, seen = t.deskHere(), true
		}
		if o.is&^is != 0 || o.at != nil && !o.at(desk.Expect) || o.when != nil && !o.when(t) {
			continue
		}
		if taken, err = o.to(t); taken || err != nil {
			return taken, err
		}
		seen = false // a place that leaves the message may have cleared the desk
	}
	return false, nil
}

// being is what a message is, beside its words: who has written it, and where.
type being uint16

const (
	inPrivate being = 1 << iota
	inGroup
	byKnown // its writer is on the roster
	byStranger
	edited
	unedited
	original  // no forward
	replying  // to a message of ours
	reachable // its writer can be asked in private

	firsthand = unedited | original
)

// being is all that the message at hand is.
func (t *turn) being() (is being) {
	for _, one := range []struct {
		so bool
		of being
	}{
		{t.private(), inPrivate}, {!t.private(), inGroup}, {t.known, byKnown}, {!t.known, byStranger}, {t.edited, edited}, {!t.edited, unedited},
		{t.msg.ForwardOrigin == nil, original}, {t.repliesToBot(), replying}, {t.privateChat() != 0, reachable},
	} {
		if one.so {
			is |= one.of
		}
	}
	return is
}

// nothing is asked of the writer, but for a filing that may lie on their desk.
const nothing workgroup.Awaited = ""

func either(asked ...workgroup.Awaited) func(workgroup.Awaited) bool {
	return func(one workgroup.Awaited) bool { return slices.Contains(asked, one) }
}

func neither(asked ...workgroup.Awaited) func(workgroup.Awaited) bool {
	return func(one workgroup.Awaited) bool { return !slices.Contains(asked, one) }
}

// inTurn offers a message to places that have something in common.
func inTurn(to []offer) func(*turn) (bool, error) {
	return func(t *turn) (bool, error) { return t.offered(to) }
}

// takes is a place that can refuse nothing.
func takes(does func(*turn) bool) func(*turn) (bool, error) {
	return func(t *turn) (bool, error) { return does(t), nil }
}

// passes is a place that leaves every message to the next.
func passes(does func(*turn)) func(*turn) (bool, error) {
	return func(t *turn) (bool, error) { does(t); return false, nil }
}

// onReading is a place that goes by what was read in the words.
func onReading(does func(*turn, understand.Reading) (bool, error)) func(*turn) (bool, error) {
	return func(t *turn) (bool, error) { return does(t, t.reading) }
}

func takesReading(does func(*turn, understand.Reading) bool) func(*turn) (bool, error) {
	return func(t *turn) (bool, error) { return does(t, t.reading), nil }
}

// onDesk is a place that goes by what lies on the writer's desk.
func onDesk(does func(*turn, workgroup.Desk) (bool, error)) func(*turn) (bool, error) {
	return func(t *turn) (bool, error) { return does(t, t.deskHere()) }
}

// reportsNoCase tells whether the sender is making no urgent report.
func (t *turn) reportsNoCase() bool { return !workgroup.Calls.Has(t.b, t.deskOwner()) }

// heads tells whether the sender speaks for a unit.
func (t *turn) heads() bool { return len(t.person.Units()) > 0 }

// calm tells whether nothing that was read could be a case.
func (t *turn) calm() bool { return t.reading.Urgent == understand.No }

// alarms tells whether what was read is a case, or counts one without a figure.
func (t *turn) alarms() bool {
	return t.reading.Urgent == understand.Yes || t.unplacedCase(t.reading) != ""
}
