package card

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"fangkong/bot/clerk"
	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// What a decision asks to be written, after workgroup.DecisionDesk on a desk.
const (
	DecisionOwner  = "owner"
	DecisionWhen   = "when"
	DecisionResult = "result"
	DecisionPlead  = "plead"  // why, and until when, more time is asked for
	DecisionLeave  = "refuse" // why it is left as it is, or the answer to a question of it

	DecisionTogether = "all"    // all who are named answer for it
	DecisionReopen   = "reopen" // it was closed by mistake
)

// What of a decision in force can be otherwise, beside who and until when; DecisionReason is why, asked where it was not said,
// and DecisionSure whether its new words are right.
const (
	DecisionText   = "text"
	DecisionRevoke = "revoke"
	DecisionReason = "reason"
	DecisionSure   = "sure"
)

// decisionChanges are what a card offers to change, in its order.
var decisionChanges = []struct{ what, label string }{
	{DecisionOwner, "button/decision-change-owner"}, {DecisionWhen, "button/decision-change-when"},
	{DecisionText, "button/decision-change-text"}, {DecisionRevoke, "button/decision-change-revoke"},
}

// IsChange tells whether an act of a decision's card changes it.
func IsChange(act string) bool {
	for _, one := range decisionChanges {
		if one.what == act {
			return true
		}
	}
	return false
}

// soon are the days ahead that are offered where it is asked until when.
var soon = []int{0, 1, 2}

// decisionCard is a decision: to who writes it with what is still to be settled, to who answers for it with what it asks of them.
func (r Renderer) decisionCard(b workgroup.Book, c workgroup.Card, lang workgroup.Language, now time.Time) (courier.Message, error) {
	d, ok := workgroup.Decisions.Get(b, c.Object)
	who, _ := workgroup.People.Get(b, string(c.Person))
	minutes := who.Holds(workgroup.PackReaders...)
	owes := d.Owes(b, who)
	if !ok || !minutes && !owes {
		return r.card(lang, "card/closed", workgroup.Facts{}, nil)
	}
	facts := r.College.DecisionFacts(b, d, now)
	facts["owes"], facts["among"], facts["received"] = d.Owing(b, who), len(d.Among), !d.Waits(b, who)
	if changes, _ := facts["changes"].([]workgroup.Facts); len(changes) > latest {
		facts["changes"] = changes[len(changes)-latest:]
	}
	var rows [][]workgroup.Button
	switch {
	case !d.Recorded.Done():
		rows = r.settleButtons(b, d, now)
	case d.Done.Done():
		if _, err := r.College.MayReopen(b, d.Key(), who, now); err == nil {
			rows = append(rows, []workgroup.Button{DecideButton(d, "button/decision-reopen", DecisionReopen, nil)})
		}
	case d.Open():
		if d.Waits(b, who) {
			rows = append(rows, []workgroup.Button{SeeButton(d, "button/decision-see", nil)})
		}
		if _, err := r.College.MayFinish(b, d.Key(), who, now); err == nil {
			row := []workgroup.Button{{Label: "button/decision-finish", Verb: "decide", Object: d.Key() + "/finish"}}
			if d.Owing(b, who) {
				row = append(row, workgroup.Button{Label: "button/decision-plead", Verb: "decide", Object: d.Key() + "/" + DecisionPlead})
			}
			rows = append(rows, row)
		}
		if minutes {
			rows = append(rows, changeButtons(d)...)
		}
	}
	if again, _ := facts["reopened"].([]workgroup.Facts); len(again) > latest {
		facts["reopened"] = again[len(again)-latest:]
	}
	return r.card(lang, "card/decision", facts, rows)
}

// settleButtons settle a decision that is not recorded yet: first who, then until when, then that it is recorded.
func (r Renderer) settleButtons(b workgroup.Book, d workgroup.Decision, now time.Time) (rows [][]workgroup.Button) {
	of := func(label, act string, facts workgroup.Facts) workgroup.Button {
		return DecideButton(d, label, act, facts)
	}
	switch {
	case !d.Owner.Settled():
		var all []workgroup.Button
		for i, one := range d.Among {
			all = append(all, of("button/decision-owner", "o"+strconv.Itoa(i), workgroup.Facts{"owner": r.College.OwnerNamed(b, one)}))
		}
		if len(all) > 1 {
			all = append(all, of("button/decision-together", DecisionTogether, nil))
		}
		rows = append(slices.Collect(slices.Chunk(all, 2)), []workgroup.Button{of("button/decision-write-owner", DecisionOwner, nil)})
	case d.Day.Valid() && len(r.hoursLeft(d, now)) > 0:
		rows = append(rows, r.hoursLeft(d, now), []workgroup.Button{of("button/decision-write-when", DecisionWhen, nil)})
	case d.Deadline.IsZero():
		var row []workgroup.Button
		for _, days := range soon {
			date := workgroup.DateOf(now.In(r.College.Zone)).Add(days)
			row = append(row, of("button/decision-day", string(date), workgroup.Facts{"date": date}))
		}
		rows = append(rows, row, []workgroup.Button{of("button/decision-write-when", DecisionWhen, nil)})
	default:
		rows = append(rows, []workgroup.Button{of("button/decision-record", "record", nil)},
			[]workgroup.Button{of("button/decision-write-owner", DecisionOwner, nil), of("button/decision-write-when", DecisionWhen, nil)})
	}
	return append(rows, []workgroup.Button{of("button/decision-drop", "drop", nil)})
}

// hoursLeft are the hours that are offered where a decision's words say a day and no hour, as far as they are ahead.
func (r Renderer) hoursLeft(d workgroup.Decision, now time.Time) (row []workgroup.Button) {
	if !d.Deadline.IsZero() {
		return nil
	}
	for _, minute := range clerk.HoursFor(d.Vague) {
		at := d.Day.In(r.College.Zone).Add(time.Duration(minute) * time.Minute)
		if at.After(now) {
			row = append(row, DecideButton(d, "button/decision-hour", "m"+strconv.Itoa(minute), workgroup.Facts{"hour": fmt.Sprintf("%02d:%02d", minute/60, minute%60)}))
		}
	}
	return row
}

// DecideButton is a button of a decision as it stands.
func DecideButton(d workgroup.Decision, label, act string, facts workgroup.Facts) workgroup.Button {
	return workgroup.Button{Label: label, Facts: facts, Verb: "decide", Object: d.Key() + "/" + act, Version: d.Version}
}

// SeeButton is 「收到」 of a decision as it stands: what was changed since is received anew.
func SeeButton(d workgroup.Decision, label string, facts workgroup.Facts) workgroup.Button {
	return workgroup.Button{Label: label, Facts: facts, Verb: "decide", Object: d.Key() + "/see", Version: uint64(len(d.Amended))}
}

// changeButtons change a decision in force, or take it back.
func changeButtons(d workgroup.Decision) [][]workgroup.Button {
	var all []workgroup.Button
	for _, one := range decisionChanges {
		all = append(all, DecideButton(d, one.label, one.what, nil))
	}
	return slices.Collect(slices.Chunk(all, 2))
}
