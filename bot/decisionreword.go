package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

// otherWord puts one word of a decision in the place of another: “200改成300”, “把200元改为300元”.
var otherWord = pattern.MustCompile(`^(?:请)?(?:把|将)?\s*(.{1,16}?)\s*(?:改成|改为|换成|更正为|应为|应该是)\s*(.{1,30}?)[。.]?$`)

// followed are words of a decision with who answers for it and until when as that is now, where what was before stands in them; said is how the time was said.
func (t *turn) followed(d workgroup.Decision, text string, to workgroup.DecisionChange, said string) string {
	owners := append([]workgroup.Owner{to.Owner}, to.With...)
	if was := d.Owners(); len(was) == 1 && to.Owner.Settled() && !slices.Equal(was, owners) {
		named := t.College.OwnersNamed(t.b, owners)
		if !han.MatchString(text) && named.English != "" {
			named.Name = named.English
		}
		text = t.OwnerInstead(t.b, text, was[0], named.Name)
	}
	if !to.Until.IsZero() && !d.Deadline.IsZero() && !to.Until.Equal(d.Deadline) {
		text = t.TimeInstead(text, d.Deadline, d.Entered.At, t.saidTime(d, to.Until, said))
	}
	return text
}

// saidTime is a deadline in the words that said it, where they mean the same on the day that the decision was written, or else with its date.
func (t *turn) saidTime(d workgroup.Decision, until time.Time, said string) string {
	bare := bareTime(said)
	if at, ok := t.DeadlineOf(bare, d.Entered.At); ok && at.Equal(until) {
		return bare
	}
	if until = until.In(t.College.Zone); until.Hour()+until.Minute() == 0 {
		return until.AddDate(0, 0, -1).Format("1月2日")
	}
	return until.Format("1月2日15:04")
}

// granted are the words of a decision with what was asked for and is given.
func (t *turn) granted(d workgroup.Decision, to workgroup.DecisionChange) string {
	return t.followed(d, t.BodyOf(t.b, d), to, d.Plea.Words)
}

// worded is a decision that is not recorded yet with other words; who and until when stay.
func (t *turn) worded(d workgroup.Decision, text string) (workgroup.Decision, error) {
	if text == d.Text {
		return d, nil
	}
	anew := d
	anew.Text = text
	return t.College.WordDecision(t.b, d.Key(), d.Version, anew, t.person, t.now)
}

// rewords has a decision that is not recorded yet say something else, and shows it.
func (t *turn) rewords(d workgroup.Decision, text string) error {
	d, err := t.worded(d, text)
	if err != nil {
		return t.keeping(err)
	}
	workgroup.ShowDecision(t.b, d, t.person, t.now)
	t.mark("👌")
	return nil
}

// putsOtherWord takes, in private, that a word of the decision which the sender has written or recorded last, just now, is another: of one in force why is
// asked. What says who answers for it or until when settles that.
func (t *turn) putsOtherWord(text string, written []workgroup.Decision) (bool, error) {
	m := otherWord.FindStringSubmatch(people.Narrow(text))
	if m == nil {
		return false, nil
	}
	holds := func(d workgroup.Decision) bool { return strings.Count(d.Text, m[1]) == 1 && wordAt(d.Text, m[1]) >= 0 }
	if i := slices.IndexFunc(written, holds); i >= 0 {
		s, settles := t.settlingIn(m[2])
		if _, timed := t.DeadlineOf(m[2], t.said); settles && (timed || len(s.owners) > 0) && written[i].Settled() {
			return true, t.settle(written[i], s)
		}
		return true, t.rewords(written[i], strings.Replace(written[i].Text, m[1], m[2], 1))
	}
	last, ok := t.recordedLast()
	if !ok || !holds(last) {
		return false, nil
	}
	return true, t.keeping(t.asksWhyChanged(card.DecisionText, strings.Replace(t.BodyOf(t.b, last), m[1], m[2], 1), last))
}

// recordedLast is the decision that the sender has recorded last, in the meeting of today and just now.
func (t *turn) recordedLast() (of workgroup.Decision, ok bool) {
	last, held := workgroup.LastMeeting(t.b, t.today())
	if !held {
		return of, false
	}
	for _, d := range workgroup.DecisionsOf(t.b, last.Key()) {
		if d.Open() && d.Recorded.By == t.person.ID && !d.Recorded.At.Before(of.Recorded.At) {
			of = d
		}
	}
	return of, of.Open() && t.now.Sub(of.Recorded.At) <= patience
}
