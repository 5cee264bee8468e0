package bot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// What a slip's words may be.
const (
	slipOutcome  = "outcome"  // with which a case is closed
	slipNews     = "news"     // more of a case, or another one
	slipAddition = "addition" // more of one of several cases, or of none
	slipKept     = "kept"     // more of a case, which has it already
	slipNamed    = "named"    // people by name, written in the group
	slipMaybe    = "maybe"    // what may be a case
	slipUnder    = "under"    // more of a case, written under its card in the group
	slipPhoned   = "phoned"   // what came of a call, made to somebody, for some case
	slipRota     = "rota"     // a duty roster
	slipRecall   = "recall"   // why a notice is taken back
	slipResult   = "result"   // of what a notice asks
	slipQuery    = "query"    // a question to a unit, about some item
	slipDecided  = "decided"  // what came of a decision
	slipPlea     = "plea"     // that more time is needed for a decision
	slipAsk      = "ask"      // what is asked of a decision
	slipMinutes  = "minutes"  // for the minutes of one of several meetings
	slipBring    = "bring"    // that asks for the minutes of one of several meetings
	slipFigure   = "figure"   // a number, of one of some figures of a talk
	slipPaper    = "paper"    // what is entered of one of several reports
	slipSettle   = "settle"   // who answers for a decision, or until when
	slipEither   = "either"   // what came of a decision, or the day's report
	slipProgress = "progress" // how far a decision has come
	slipAnswer   = "answer"   // what is answered to what was asked of a decision
	slipSum      = "sum"      // another sum of a lead unit's sheet
	slipGap      = "gap"      // why a unit is missing on a sheet
	slipDoubt    = "doubt"    // a question to a unit about one item, which is read back
	slipNotes    = "notes"    // what one of several units did today
	slipMeant    = "meant"    // for something that waits for their writer, and not understood
)

// slip keeps words of the message at hand until their writer says what they are; it returns the object of the buttons that do.
func (t *turn) slip(what, of, words string) string {
	source := workgroup.SourceKey(t.chat.ID, t.msg.ID)
	workgroup.Slips.Put(t.b, workgroup.Slip{Source: source, Person: t.deskOwner(), What: what, Of: of, Text: excerpt(words), At: t.said})
	return source
}

// askedLast is the slip of the sender's that was asked about last here, just now, where it is of some kinds; none where something else was asked since.
func (t *turn) askedLast(kinds ...string) (last workgroup.Slip, ok bool) {
	for s := range workgroup.Slips.Each(t.b, fmt.Sprintf("%d/", t.chat.ID)) {
		if s.Person == t.deskOwner() && t.said.Sub(s.At) <= patience && !s.At.Before(last.At) {
			last, ok = s, slices.Contains(kinds, s.What)
		}
	}
	return last, ok
}

// slipButton is one answer to what a slip's words are.
func slipButton(label, source, answer string, f workgroup.Facts) workgroup.Button {
	return workgroup.Button{Label: label, Facts: f, Verb: "slip", Object: source + "/" + answer}
}

// slipRows are the buttons of a slip whose words are of one of several things, one below the other: the answer and the facts of each, and what stands last,
// where anything does.
func slipRows[T any](label, source string, of []T, answer func(i int, one T) (string, workgroup.Facts), last ...workgroup.Button) (rows [][]workgroup.Button) {
	for i, one := range of {
		says, facts := answer(i, one)
		rows = append(rows, []workgroup.Button{slipButton(label, source, says, facts)})
	}
	if len(last) > 0 {
		rows = append(rows, last)
	}
	return rows
}

// used ends a slip whose words are used; of what stands in the group its writer can still be asked to take it out.
func (t *turn) used(s workgroup.Slip) {
	chat, _, _ := strings.Cut(s.Source, "/")
	if chat != strconv.FormatInt(t.College.GroupChat(t.b), 10) {
		workgroup.Slips.Drop(t.b, s.Source)
		return
	}
	s.What, s.Of, s.Text = slipNamed, "", ""
	workgroup.Slips.Put(t.b, s)
}

// closeWith closes a case with the outcome that was read back.
func (t *turn) closeWith(s workgroup.Slip) error {
	k, err := t.College.Close(t.b, s.Of, s.Text, t.person, t.now)
	if err != nil {
		return err
	}
	t.unexpect(workgroup.OutcomeDesk, s.Of)
	workgroup.Slips.Drop(t.b, s.Source)
	t.toast("toast/case-closed", false, workgroup.Facts{"code": k.Code()})
	if t.press == nil {
		t.reply("toast/case-closed", workgroup.Facts{"code": k.Code()})
	}
	return nil
}

// ofCase adds words to the case that they are about after all. Who was woken for them hears where they are now, and an urgent
// report that was begun with them ends.
func (t *turn) ofCase(s workgroup.Slip) error {
	if err := t.addsSlip(s, s.Of); err != nil {
		return err
	}
	t.unexpect(workgroup.RemarkDesk, s.Of)
	t.answersAside(s.Source)
	if call, ok := workgroup.Calls.Get(t.b, t.deskOwner()); ok && call.Source == s.Source {
		t.College.WithdrawCall(t.b, call, t.person, t.now)
	}
	if k, ok := workgroup.Cases.Get(t.b, s.Of); ok && workgroup.Alarms.Has(t.b, s.Source) {
		workgroup.Withdraw(t.b, "urgent/"+s.Source)
		for _, p := range workgroup.Woken(t.b, t.now) {
			t.College.Tell(t.b, p, workgroup.Letter{Text: "say/alarm-of-case", Lane: "urgent", Urgency: workgroup.Urgent, Written: t.now,
				Facts: workgroup.Facts{"code": k.Code(), "name": t.reporter().Name, "at": t.Clock(s.At)}})
		}
	}
	return nil
}

// asNews begins an urgent report with words that were no more of a case.
func (t *turn) asNews(s workgroup.Slip) {
	t.unexpect(workgroup.RemarkDesk, s.Of)
	if t.openedAside(s) {
		return
	}
	t.answersAside(s.Source)
	r := t.read(s.Text, understand.Context{})
	if !workgroup.Alarms.Has(t.b, s.Source) {
		t.alarm(s.Source, workgroup.UnitID(r.Unit), s.Text)
	}
	t.begin(r, s.Text, s.Source)
	t.toast("toast/continue-urgent", false, workgroup.Facts{"phone": t.dutyPhone()})
}

// unexpect takes back what a button asked for, where it is still asked.
func (t *turn) unexpect(what workgroup.Awaited, of string) {
	desk := t.deskHere()
	if desk.Expect == what && desk.Of == of {
		t.clearDesk(desk)
	}
}
