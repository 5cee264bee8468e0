package bot

import (
	"errors"
	"slices"
	"strings"

	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// reports tells whether a reading has something of a report.
func reports(r understand.Reading) bool {
	switch r.Kind {
	case understand.Zero, understand.Report, understand.Correction, understand.Urgent:
		return !bare(r)
	}
	return false
}

// readsWords reads the message at hand; true: whom it repeats is asked.
func (t *turn) readsWords() (asked bool) {
	t.reading, asked = t.above(t.read(t.msg.Text, understand.Context{}))
	return asked
}

// newsForwarded is a case told in a forward; the rows of its list are read back all the same.
func (t *turn) newsForwarded(r understand.Reading) (bool, error) {
	if t.msg.ForwardOrigin == nil || r.Urgent != understand.Yes {
		return false, nil
	}
	t.forwardedCase(r, t.msg.Text)
	if len(r.Rows) > 0 && t.known {
		return true, t.keeping(t.list(r))
	}
	return true, nil
}

// newsHeard is a case that its writer tells of. Its figures are the unit's all the same, and are read back like any others.
func (t *turn) newsHeard(r understand.Reading) (bool, error) {
	unplaced := t.unplacedCase(r)
	t.urgentHeard(r, t.msg.Text)
	if len(r.Rows) > 0 && t.known {
		return true, t.keeping(t.list(r))
	}
	if err := t.keeping(t.decidesBeside()); err != nil {
		return true, err
	}
	if done, err := t.answersBeside(); done || err != nil {
		return true, err // of which no report is made
	}
	if t.edited {
		return true, t.editedCase(r)
	}
	// Another unit's people are not reported in its name: it is asked as soon as the case is open.
	theirs := r.Unit != "" && !t.person.Speaks(workgroup.UnitID(r.Unit)) && !strings.Contains(t.msg.Text, "代")
	if len(r.Fields) == 0 || theirs || !t.heads() {
		return true, nil
	}
	if unplaced != "" {
		r.Doubts = append(r.Doubts, understand.Doubt{Code: understand.HowMany, Key: unplaced})
	}
	return true, t.keeping(t.line(t.inAll(r)))
}

// cries is a call for help: it is no report, and no question.
func (t *turn) cries(r understand.Reading) (bool, error) {
	if r.Cry {
		t.askUrgent(r)
	}
	return r.Cry, nil
}

// ofItsKind answers who says who they are, lets another file, or reports.
func (t *turn) ofItsKind(r understand.Reading) (bool, error) {
	switch r.Kind {
	case understand.Claim:
		if !t.known {
			return true, t.claim(r)
		}
		if t.private() && !t.edited {
			t.reply("say/known-as", workgroup.Facts{"name": t.person.Name, "duties": t.duties()})
			return true, nil
		}
	case understand.Delegate:
		return true, t.delegate(r)
	case understand.Zero, understand.Report, understand.Correction, understand.Urgent:
		if t.known && t.firsthand() && hardNews(r) {
			t.askUrgent(r) // how many the day's report counts can wait
			return true, nil
		}
		if t.maybeTold(r) {
			return true, nil
		}
		if !t.heads() {
			if done, err := t.lateWords(); done || err != nil {
				return done, err
			}
		}
		if err := t.reported(r); err != nil {
			return true, err
		}
		// Who stands around the patient of an open case has been asked about with it.
		if (t.heads() || t.namesPatient(r)) && !(t.whose && t.countsAround(r)) {
			t.askUrgent(t.feverBeside(r))
		}
		return true, nil
	}
	return false, nil
}

// maybeTold asks somebody of the roster who files for no unit, and has no case in hand, whether words tell of a case: they are no report that could be refused.
func (t *turn) maybeTold(r understand.Reading) bool {
	if r.Urgent != understand.Maybe || !t.known || t.heads() || !t.private() || !t.firsthand() || len(t.casesInHand()) > 0 {
		return false
	}
	t.askUrgent(r)
	return true
}

// maybeNews asks whether words tell of a case, in place of “not understood”: of a relative, of whoever lives with our students, or is named,
// in the group, in private.
func (t *turn) maybeNews(r understand.Reading) (bool, error) {
	if r.Urgent != understand.Maybe || !(t.private() || r.Family || r.Theirs && lodging.MatchString(t.msg.Text) || t.namesPatient(r)) {
		return false, nil
	}
	if cases := t.casesInHand(); !t.heads() && t.private() && len(cases) > 0 {
		t.askWhichCase(cases) // 转定点医院: of the case in hand
		return true, nil
	}
	t.askUrgent(r)
	return true, nil
}

// keeping answers a refusal here and keeps what was done before it, which an error would take back: the alarm beside figures that are
// refused, a look that is denied.
func (t *turn) keeping(err error) error {
	var refusal *workgroup.Refusal
	if errors.As(err, &refusal) {
		t.refuse(refusal)
		return nil
	}
	return err
}

// unplacedCase is the count that a head's report names without a figure (“居家隔离2人，张三确诊”), “” for none: rather one
// call too many than a case filed as nothing.
func (t *turn) unplacedCase(r understand.Reading) string {
	reports := r.Kind == understand.Report || r.Kind == understand.Zero || r.Kind == understand.Correction
	if r.Urgent != understand.Maybe || !reports || len(t.person.Units()) == 0 {
		return ""
	}
	for _, count := range []struct{ word, base string }{{"确诊", "confirmed"}, {"疑似", "suspected"}} {
		placed := slices.ContainsFunc(sorted(r.Fields), func(key string) bool { return strings.HasPrefix(key, count.base) })
		if strings.Contains(t.msg.Text, count.word) && !placed {
			return count.base + "_now"
		}
	}
	return ""
}

// reported is a message with figures, or with the word that there are none.
func (t *turn) reported(r understand.Reading) error {
	meant := t.addressed()
	switch {
	case !meant && bare(r):
		return nil // “3” in the group answers a colleague, not us
	case !t.known:
		// A stranger who reports is told once how to become known; their words are not kept.
		if meant || r.Unit != "" {
			return t.strangerOnce()
		}
		return nil
	case len(r.Rows) > 0:
		return t.list(r)
	case r.Doubtful(understand.BareNo) && r.Unit != "" && !t.person.Speaks(workgroup.UnitID(r.Unit)):
		return t.lost(r) // “软件学院 没有” from somebody else tells of it, and reports nothing
	case len(t.person.Units()) == 0 && t.private() && len(t.casesInHand()) > 0:
		t.askWhichCase(t.casesInHand()) // who files for no unit tells of a case
		return nil
	case t.private() && onlyFeverish(r) && t.mayBeAddition(r):
		return nil // a temperature is of the case as much as of the day
	case len(t.person.Units()) == 0:
		if meant || r.Unit != "" {
			return workgroup.Refuse(workgroup.NotAHead, "unit", t.unitName(workgroup.UnitID(r.Unit)))
		}
		return nil
	}
	return t.line(r)
}

// onlyFeverish tells whether a reading holds nothing but that somebody has a fever.
func onlyFeverish(r understand.Reading) bool {
	return !r.Zero && r.Unit == "" && len(r.Fields)+len(r.Unknown) == 0 && len(r.Doubts) == 1 && r.Doubts[0].Code == understand.HowMany && r.Doubts[0].Key == "fever_now"
}

// bare tells whether a reading holds nothing of a report but a number that could count anything.
func bare(r understand.Reading) bool {
	other := slices.ContainsFunc(r.Doubts, func(d understand.Doubt) bool { return d.Code != understand.WhichField })
	return !other && !r.Zero && r.Unit == "" && r.Amend == nil && len(r.Fields)+len(r.Unknown) == 0
}

// lost answers words that mean nothing to the bot: in private with what it can do, in the group only a head who has begun
// to report and would believe it done.
func (t *turn) lost(r understand.Reading) error {
	switch {
	case t.msg.ForwardOrigin != nil && t.private():
		return workgroup.Refuse(workgroup.ForwardedNews)
	case t.msg.ForwardOrigin != nil:
		return t.forwarded()
	case t.edited:
		return nil
	case t.siren(r):
		return nil
	}
	if t.known && t.addressed() {
		if done, err := t.asksWhatUnitSaid(r); done || err != nil {
			return err
		}
		if done, err := t.asksMatter(r); done || err != nil {
			return err
		}
		if done, err := t.asksOfTask(r); done || err != nil {
			return err
		}
		if t.asksOfNotice(r) {
			return nil
		}
	}
	switch {
	case t.asksUpward():
		return workgroup.Refuse(workgroup.PaperCollege)
	case t.known && t.addressed() && t.asksOrLeaves(r):
		return nil
	case !t.private():
		begun := r.Attempt || r.Kind == understand.Report
		if own := t.person.Speaks(workgroup.UnitID(r.Unit)); begun && (own || t.addressed() && len(t.person.Units()) > 0) && t.msg.ForwardOrigin == nil {
			t.whisper("say/lost", workgroup.Facts{})
		}
		return nil
	case !t.known && t.halfClaim(r):
		return nil
	case !t.known:
		return t.strangerOnce()
	}
	// Asked why their report was late, people simply type it.
	if of, asked := t.stillAskedWhy(); asked {
		_, err := t.reasonInWords(of)
		return err
	}
	if t.moreOfAsked() {
		return nil
	}
	// What waits for their word is not forgotten over other words.
	if d, waits := t.draftHere(); waits && (d.ReadsBack() || d.Doubtful != "" && d.Asked == "") {
		if !understand.Tells(t.msg.Text) || !t.mayBeAddition(r) {
			t.readAgain(d)
		}
		return nil
	}
	if r.Urgent == understand.No && t.heads() && !all(bareWord(t.msg.Text), greetings) && t.queriesAgain() {
		return nil
	}
	if done, err := t.receivesOne(); done || err != nil {
		return err
	}
	if done, err := t.ackedNotice(r); done || err != nil {
		return err
	}
	if done, err := t.lateWords(); done || err != nil {
		return err
	}
	if done, err := t.outOfTurn(); done || err != nil {
		return err
	}
	word := bareWord(t.msg.Text)
	greets, nods := all(word, greetings), all(word, thanks)
	switch {
	case t.gaveUp.What != "":
		t.reply("say/disarmed", workgroup.Facts{"what": t.gaveUp.What})
	case t.talkAsks():
	case saysYes(word) && t.yesUnheard(r):
	case (nods || saysYes(word)) && t.asksMeant(true):
	case nods:
		t.mark("👌")
	case !greets && t.mayBeAddition(r):
	case r.Kind == understand.Ack && t.yesUnheard(r):
	case r.Kind == understand.Ack && t.asksMeant(courteous(t.msg.Text)):
	case r.Kind == understand.Ack && courteous(t.msg.Text):
		t.mark("👌")
	case saysYes(word) && (surely.MatchString(word) || slices.Contains(yes, word)):
		t.nothingWaits(word)
	case t.heads() && speaksOfWork.MatchString(t.msg.Text):
		t.tellsNotes(t.noteUnit())
	case greets || r.Attempt || !t.asksMeant(false):
		t.saysWhatCan(greets)
	}
	return nil
}

// greetings are answered with what there is; thanks ask for no answer.
var (
	greetings = []string{"你好", "您好", "大家好", "在吗", "早上好", "上午好", "下午好", "晚上好", "hello", "hi"}
	thanks    = []string{"谢谢", "谢谢您", "谢谢你", "多谢", "感谢", "辛苦了", "辛苦", "收到", "好的", "好", "明白", "知道了", "thanks", "thank", "you"}
)

func (t *turn) unitName(id workgroup.UnitID) workgroup.Named {
	u, _ := workgroup.Units.Get(t.b, string(id))
	return u.Named()
}

// excerpt is a person's own words, short enough to keep with a revision.
func excerpt(s string) string {
	s = strings.TrimSpace(s)
	if r := []rune(s); len(r) > 1000 {
		return string(r[:1000]) + "…"
	}
	return s
}
