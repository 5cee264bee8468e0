package workgroup

import "fmt"

// Refusal is what a person cannot do, and why: a value, told in their language by the text of its code.
type Refusal struct {
	Code  RefusalCode
	Facts Facts
}

func (r *Refusal) Error() string { return "refused: " + string(r.Code) }

// Is lets errors.Is compare by code.
func (r *Refusal) Is(target error) bool {
	t, ok := target.(*Refusal)
	return ok && t.Code == r.Code
}

// Refuse makes a refusal; pairs are names and values of its facts.
func Refuse(code RefusalCode, pairs ...any) error {
	facts := Facts{}
	for i := 0; i+1 < len(pairs); i += 2 {
		facts[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return &Refusal{code, facts}
}

// RefusalCode names a refusal. Each has a text in every language.
type RefusalCode string

// The refusals of this house.
const (
	NotAHead          RefusalCode = "not-a-head"   // only heads and deputies file for their unit
	NotYours          RefusalCode = "not-yours"    // another person's conversation
	NotForYou         RefusalCode = "not-for-you"  // a command of the office
	Stranger          RefusalCode = "stranger"     // not on the roster: say who you are
	Changed           RefusalCode = "changed"      // the button is of an older state
	OtherDay          RefusalCode = "other-day"    // the button or the date is of another day
	FutureDay         RefusalCode = "future-day"   // a date that has not come
	StillAsking       RefusalCode = "still-asking" // a question is open
	NeedsGrant        RefusalCode = "needs-grant"  // the other unit has not agreed
	OwnUnit           RefusalCode = "own-unit"     // a unit cannot grant to itself
	UnitNotInRound    RefusalCode = "unit-not-in-round"
	NothingFiled      RefusalCode = "nothing-filed"
	NoneLeft          RefusalCode = "none-left"       // what was said is none of what the form asks, and nothing else was
	NoYesterday       RefusalCode = "no-yesterday"    // “同昨日”, and yesterday nothing was filed
	TheirFigures      RefusalCode = "their-figures"   // a change of what a unit has filed that has not agreed to be filed for
	TheirYesterday    RefusalCode = "their-yesterday" // “同昨日” of a unit that has not agreed to be filed for
	NothingOpen       RefusalCode = "nothing-open"    // nothing to cancel
	NotePoints        RefusalCode = "note-points"     // work notes of more points than a report has room for: n
	NoteLong          RefusalCode = "note-long"       // work notes of more characters than anybody reads: n
	NoteOtherDay      RefusalCode = "note-other-day"  // work notes of a day that is over, or has not come
	NoteSince         RefusalCode = "note-since"      // an edit of work notes that were written anew since
	NoteHeads         RefusalCode = "note-heads"      // work notes of whoever drafts the report, and heads no unit
	NoteNone          RefusalCode = "note-none"       // no work notes to take back
	NoteNobody        RefusalCode = "note-nobody"     // no unit has told of its work
	NoteGrant         RefusalCode = "note-grant"      // work notes of a unit that has not agreed to be filed for
	NoteWhich         RefusalCode = "note-which"      // several units have some
	NoRound           RefusalCode = "no-round"        // the day has not opened
	AlreadyFiled      RefusalCode = "already-filed"
	SheetUnchanged    RefusalCode = "sheet-unchanged"
	SheetStays        RefusalCode = "sheet-stays"      // it was decided already that it stays as filed
	QueryAsked        RefusalCode = "query-asked"      // a question about that waits for an answer
	QueryEnded        RefusalCode = "query-ended"      // it has been answered
	QueryOfNothing    RefusalCode = "query-of-nothing" // the unit has not filed: there is nothing to ask about
	QueryUnparted     RefusalCode = "query-unparted"   // nobody has told how many are of the group it is about
	QueryNotFed       RefusalCode = "query-not-fed"    // the unit’s figures are no part of the asker’s sheet
	OverrideMissing   RefusalCode = "override-missing" // no unit has said anything: 未报 is not 0
	OverrideReason    RefusalCode = "override-reason"  // another sum needs a reason
	OverrideSame      RefusalCode = "override-same"
	PlainNumber       RefusalCode = "plain-number" // a sum is a whole number of people
	NotALead          RefusalCode = "not-a-lead"   // reads no lead unit's sheet
	LeadsOnly         RefusalCode = "leads-only"   // a step of the lead units
	NoLedger          RefusalCode = "no-ledger"    // reads no day ledger, or not that one
	NoSheet           RefusalCode = "no-sheet"     // the unit owes none
	Settled           RefusalCode = "settled"      // somebody has decided since
	OwnAgain          RefusalCode = "own-again"    // they have done it already themselves
	WrongCode         RefusalCode = "wrong-code"
	ClaimsSpent       RefusalCode = "claims-spent" // three claims a day are passed on
	NotANumber        RefusalCode = "not-a-number"
	TooMany           RefusalCode = "too-many"        // more people than could be
	Unfinished        RefusalCode = "unfinished"      // nothing is there of those who were counted, and others are not counted yet
	Unreadable        RefusalCode = "unreadable"      // stickers, pictures: not a report
	OtherDaysList     RefusalCode = "other-days-list" // a list of several units that is not today's
	ForwardedNews     RefusalCode = "forwarded"       // a forward is never a report
	NameTheUnit       RefusalCode = "name-the-unit"   // heads of several units say which
	NotADate          RefusalCode = "not-a-date"
	NoScope           RefusalCode = "no-scope"
	NoUnit            RefusalCode = "no-unit"            // no unit of that name
	NoSummary         RefusalCode = "no-summary"         // of a day without reporting
	AsOfWhen          RefusalCode = "asof-when"          // a time to look back to that cannot be
	GrantMoot         RefusalCode = "grant-moot"         // whoever asked to file for a unit has given it up
	NobodyFiles       RefusalCode = "nobody-files"       // no other unit was asked to file
	DelegateWho       RefusalCode = "delegate-who"       // nobody of the roster was named to stand in
	DelegateMoot      RefusalCode = "delegate-moot"      // who was named speaks for the unit anyway
	DelegateDates     RefusalCode = "delegate-dates"     // past, turned round or too long
	DelegateTwice     RefusalCode = "delegate-twice"     // to the same person for those dates
	DelegateUnreached RefusalCode = "delegate-unreached" // who was named gets no private messages
	EditedUnit        RefusalCode = "edited-unit"        // an edit that names another unit than the message did
	Unconfirmed       RefusalCode = "unconfirmed"        // figures of the unit wait to be confirmed
	Unknowable        RefusalCode = "unknown-command"
	NotWatch          RefusalCode = "not-watch"  // may not take cases
	NoCase            RefusalCode = "no-case"    // no case of that code
	CaseOver          RefusalCode = "case-over"  // closed
	CaseTaken         RefusalCode = "case-taken" // somebody has taken it
	NotHolder         RefusalCode = "not-holder" // only who has taken it
	NotAsked          RefusalCode = "not-asked"  // only who is asked to take it over
	NotTheirs         RefusalCode = "not-theirs" // whoever an answer is for may not see the case any more
	LegFiled          RefusalCode = "leg-filed"  // the report was made
	CaseLacks         RefusalCode = "case-lacks" // cannot be closed yet
	NotYet            RefusalCode = "not-yet"    // a time that has not come
	LongAgo           RefusalCode = "long-ago"   // a time too far back
	NotATime          RefusalCode = "not-a-time"
	WhichHour         RefusalCode = "which-hour" // a day, and no time of it
	LongReason        RefusalCode = "long-reason"
	NoReason          RefusalCode = "no-reason" // a pause needs a reason
	Unreached         RefusalCode = "unreached" // cannot be written to
	WriteMe           RefusalCode = "write-me"  // no private chat: open one first
	Broken            RefusalCode = "broken"    // our fault: set aside under a reference number

	NotYourRota RefusalCode = "not-your-rota" // another's roster, read back to them
	RotaLeft    RefusalCode = "rota-left"     // it names somebody who has left
	EmptyRota   RefusalCode = "empty-rota"    // nothing of it can be put in force
	NoFile      RefusalCode = "no-file"       // a file that nothing is made of
	BadFile     RefusalCode = "bad-file"      // neither .xlsx nor .csv
	LargeFile   RefusalCode = "large-file"
	InPrivate   RefusalCode = "in-private" // rosters are sent in private
	NotOnShift  RefusalCode = "not-on-shift"
	ShiftAhead  RefusalCode = "shift-ahead" // it has not begun
	ShiftBegun  RefusalCode = "shift-begun" // too late to swap
	ShiftRuns   RefusalCode = "shift-runs"  // too early to hand over
	ShiftOver   RefusalCode = "shift-over"
	NoDutyRole  RefusalCode = "no-duty-role"
	Nobody      RefusalCode = "nobody"       // nobody is there to swap with
	CannotReach RefusalCode = "cannot-reach" // the other gets no private messages
	TooLate     RefusalCode = "too-late"     // what can be undone for a while
	StaffLate   RefusalCode = "staff-late"   // a change of people, likewise
	HeadsOnly   RefusalCode = "heads-only"   // for who heads a unit, themselves

	NoticeEmpty    RefusalCode = "notice-empty" // no text
	NoticeLong     RefusalCode = "notice-long"  // longer than Telegram takes
	NoticeNobody   RefusalCode = "notice-nobody"
	NoticeNowhere  RefusalCode = "notice-nowhere" // neither in the group nor in private
	NoticeFile     RefusalCode = "notice-file"    // a file sent in private
	NoticePrivate  RefusalCode = "notice-private" // goes on in private, and there is no private chat
	NoticeNewer    RefusalCode = "notice-newer"   // the button is of an older version
	NoticeRecalled RefusalCode = "notice-recalled"
	NotAddressed   RefusalCode = "not-addressed"
	NoNotice       RefusalCode = "no-notice" // no notice of that number
	NamesUnknown   RefusalCode = "names-unknown"
	DeadlinePast   RefusalCode = "deadline-past"
	RecallReason   RefusalCode = "recall-reason" // a recall says why
	NoResult       RefusalCode = "no-result"     // 已办 without words
	UndoLate       RefusalCode = "undo-late"
	DraftAtWork    RefusalCode = "draft-at-work"    // another notice that is not published would be lost
	PlanTime       RefusalCode = "plan-time"        // to go out before now, or after its deadline
	RenewedByOther RefusalCode = "renewed-by-other" // since its next version was begun

	InviteUnknown RefusalCode = "invite-unknown" // no link of ours, or not all of it
	InviteExpired RefusalCode = "invite-expired"
	InviteRevoked RefusalCode = "invite-revoked" // or of somebody who has left
	InviteUsed    RefusalCode = "invite-used"    // by another account
	InviteOthers  RefusalCode = "invite-others"  // somebody else’s, opened by who is registered
	InviteFull    RefusalCode = "invite-full"    // everybody of the unit is registered
	InviteNobody  RefusalCode = "invite-nobody"  // everybody has an account or a link
	InviteKnown   RefusalCode = "invite-known"   // whom it is for needs no link

	NoStaffing  RefusalCode = "no-staffing"  // nothing of it changes anything
	LastDecider RefusalCode = "last-decider" // nobody would be left who decides who is who
	StaffUnread RefusalCode = "staff-unread" // words about people that are not understood

	NoPaper          RefusalCode = "no-paper"
	PaperElsewhere   RefusalCode = "paper-elsewhere"    // it is at another step
	PaperNewer       RefusalCode = "paper-newer"        // the button is of an older version
	PaperNoSigner    RefusalCode = "paper-no-signer"    // the one director drafts, and nobody is left to sign
	PaperWordless    RefusalCode = "paper-wordless"     // 四 or 五 is not written
	PaperPoints      RefusalCode = "paper-points"       // 四 has more points than an authority reads: n
	PaperUnwritten   RefusalCode = "paper-unwritten"    // a draft says nothing yet
	PaperLower       RefusalCode = "paper-lower"        // only the leading group makes it ordinary
	PaperSignsIt     RefusalCode = "paper-signs-it"     // the one director checks, and nobody is left to sign
	PaperCheckedIt   RefusalCode = "paper-checked-it"   // not signed by who checked it
	PaperOwn         RefusalCode = "paper-own"          // neither checked nor signed by who drafted it
	PaperReviewer    RefusalCode = "paper-reviewer"     // only the leading group records its review
	PaperReviewWords RefusalCode = "paper-review-words" // not time, form, people and conclusion
	PaperNeeded      RefusalCode = "paper-needed"       // a correction that corrects something, or was signed
	PaperDropWhy     RefusalCode = "paper-drop-why"     // nobody says why it is given up
	PaperLowerWhy    RefusalCode = "paper-lower-why"    // nobody says why
	PaperReviewTime  RefusalCode = "paper-review-time"  // no time at which the leading group can have met
	PaperReviewEarly RefusalCode = "paper-review-early" // before this version was there
	PaperAgainst     RefusalCode = "paper-against"      // a conclusion against it returns it
	PaperReason      RefusalCode = "paper-reason"       // a return says why
	PaperSigner      RefusalCode = "paper-signer"       // only the director signs
	PaperReviewFirst RefusalCode = "paper-review-first" // important, and not reviewed as it stands
	PaperCaseSince   RefusalCode = "paper-case-since"   // news of a case that it does not tell
	PaperCopyless    RefusalCode = "paper-copyless"     // the signed document is still being made
	PaperAddressee   RefusalCode = "paper-addressee"    // nobody of that name is still to be sent it
	PaperUnentered   RefusalCode = "paper-unentered"    // nothing was entered that could be put right
	PaperUnseen      RefusalCode = "paper-unseen"       // it has changed since its writer could see it
	PaperSendWords   RefusalCode = "paper-send-words"   // not how, when and who took it
	PaperSentEarly   RefusalCode = "paper-sent-early"   // before it was signed
	PaperCollege     RefusalCode = "paper-college"      // the office alone reports for the college

	NoPack        RefusalCode = "no-pack" // of that date nothing was frozen
	NoPackVersion RefusalCode = "no-pack-version"
	PackNotYours  RefusalCode = "pack-not-yours" // it is for the leading group and the office

	NoMeeting        RefusalCode = "no-meeting"        // none goes on
	MeetingUnsettled RefusalCode = "meeting-unsettled" // decisions are not recorded yet
	MeetingGoesOn    RefusalCode = "meeting-goes-on"   // its summary is shared when it is over
	MeetingShared    RefusalCode = "meeting-shared"    // it was
	MinutesLater     RefusalCode = "minutes-later"     // the meeting goes on
	NoMinutes        RefusalCode = "no-minutes"        // there was no meeting on that date
	MinutesPast      RefusalCode = "minutes-past"      // they are too old to be put right here
	MinutesWhich     RefusalCode = "minutes-which"     // which of what stands under a point is to be put right
	DecisionStands   RefusalCode = "decision-stands"   // it is in force
	NoGroup          RefusalCode = "no-group"          // there is no work group to tell
	DecisionEmpty    RefusalCode = "decision-empty"    // no words
	DecisionUndone   RefusalCode = "decision-undone"   // a result that says it is not done
	DecisionOwner    RefusalCode = "decision-owner"    // nobody is responsible yet
	DecisionWhom     RefusalCode = "decision-whom"     // words that name nobody, or several
	DecisionWhen     RefusalCode = "decision-when"     // no deadline yet
	DecisionSeen     RefusalCode = "decision-seen"     // somebody has pressed 收到
	DecisionOver     RefusalCode = "decision-over"     // done
	DecisionOthers   RefusalCode = "decision-others"   // another answers for it
	DecisionTime     RefusalCode = "decision-time"     // a deadline that cannot be read, or says no hour
	OwnPlea          RefusalCode = "own-plea"          // nobody grants more time to themselves
	DecisionSame     RefusalCode = "decision-same"     // a change that changes nothing
	DecisionWhy      RefusalCode = "decision-why"      // no reason for a change
	DecisionRevoked  RefusalCode = "decision-revoked"  // taken back
	DecisionOffice   RefusalCode = "decision-office"   // the office opens it again
	DecisionGoesOn   RefusalCode = "decision-goes-on"  // it was not closed
)

// Refusals are all of them.
var Refusals = []RefusalCode{
	AsOfWhen, NotAHead, NotYours, NotForYou, Stranger, Changed, OtherDay, FutureDay, StillAsking, NeedsGrant, OwnUnit, UnitNotInRound,
	NothingFiled, NoneLeft, NoYesterday, TheirYesterday, TheirFigures, NothingOpen, NoRound, AlreadyFiled, SheetUnchanged, SheetStays, OverrideMissing, OverrideReason, OverrideSame, PlainNumber, QueryAsked, QueryEnded, QueryOfNothing, QueryUnparted, QueryNotFed, NotALead, LeadsOnly, NoSheet, NoLedger, Settled, OwnAgain, WrongCode, ClaimsSpent, NotANumber, TooMany, Unfinished, Unreadable,
	OtherDaysList, ForwardedNews, NameTheUnit, NotADate, NoScope, NoUnit, NoSummary, GrantMoot, NobodyFiles, DelegateWho, DelegateMoot, DelegateDates, DelegateTwice, DelegateUnreached, EditedUnit, Unconfirmed, Unknowable,
	NotePoints, NoteLong, NoteOtherDay, NoteSince, NoteHeads, NoteNone, NoteNobody, NoteGrant, NoteWhich,
	NotWatch, NoCase, CaseOver, CaseTaken, NotHolder, NotAsked, NotTheirs, LegFiled, CaseLacks, NotYet, LongAgo, NotATime, WhichHour, LongReason, NoReason, Unreached, WriteMe, Broken,
	NotYourRota, RotaLeft, EmptyRota, NoFile, BadFile, LargeFile, InPrivate, NotOnShift, ShiftAhead, ShiftBegun, ShiftRuns, ShiftOver, NoDutyRole, Nobody, CannotReach, TooLate, StaffLate, HeadsOnly,
	NoticeEmpty, NoticeLong, NoticeNobody, NoticeNowhere, NoticeFile, NoticePrivate, NoticeNewer, NoticeRecalled, NotAddressed, NoNotice, NamesUnknown, DeadlinePast,
	RecallReason, NoResult, UndoLate, DraftAtWork, RenewedByOther, PlanTime,
	InviteUnknown, InviteExpired, InviteRevoked, InviteUsed, InviteOthers, InviteFull, InviteNobody, InviteKnown,
	NoStaffing, LastDecider, StaffUnread,
	NoPaper, PaperElsewhere, PaperNewer, PaperNoSigner, PaperWordless, PaperPoints, PaperUnwritten, PaperNeeded, PaperDropWhy, PaperLower, PaperOwn, PaperSignsIt, PaperCheckedIt, PaperReviewer, PaperReviewWords, PaperLowerWhy, PaperReviewTime, PaperReviewEarly, PaperAgainst, PaperReason, PaperSigner, PaperReviewFirst, PaperCaseSince, PaperCopyless, PaperUnseen, PaperAddressee, PaperUnentered, PaperSendWords, PaperSentEarly, PaperCollege,
	NoPack, NoPackVersion, PackNotYours, NoMeeting, MeetingUnsettled, MeetingGoesOn, MeetingShared, MinutesLater, NoMinutes, MinutesPast, MinutesWhich, OwnPlea, NoGroup, DecisionEmpty, DecisionUndone, DecisionStands, DecisionOwner, DecisionWhom, DecisionWhen, DecisionSeen, DecisionOver, DecisionOthers, DecisionTime, DecisionSame, DecisionWhy, DecisionRevoked, DecisionOffice, DecisionGoesOn,
}
