package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/card"
	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// recordWords are what people write for 「记为议定事项」.
var recordWords = []string{"记为议定事项", "记为", "记", "记吧", "记上", "记下", "记下来", "记录", "确认记为议定事项", "record", "record it"}

// recordAll are the same for all of theirs that say who and until when.
var recordAll = []string{"都记下", "都记下来", "都记", "都记为议定事项", "全部记下", "全部记为议定事项", "全记下", "都对", "都确认", "record all", "record them all"}

// recordsIt tells whether words say yes to a decision's “对吗？”, and whether they name what is to be done with it.
func (t *turn) recordsIt(word string) (named, says bool) {
	alone := slices.Contains(courtesies, word)
	for _, c := range strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune("，,。！!；; ", r) }) {
		named = named || slices.Contains(recordWords, c)
		if !slices.Contains(recordWords, c) && !slices.Contains(yes, c) {
			named = slices.Contains(recordWords, word)
			return named, named || slices.Contains(yes, word) && !(alone && t.hearsOthers())
		}
		says = true
	}
	return named, says && !(alone && t.hearsOthers())
}

// hearsOthers tells whether something else waits for a receipt of the sender's.
func (t *turn) hearsOthers() bool {
	return slices.ContainsFunc(workgroup.StandingDecisions(t.b), func(d workgroup.Decision) bool { return d.Waits(t.b, t.person) }) ||
		len(t.owes(func(_ workgroup.Notice, r workgroup.Receipt) bool { return r.Waits() })) > 0
}

// recordsSpoken takes, in private, “对” under a decision's “对吗？”, and the words of its button whenever they come, for that button: of the one
// that the sender has settled last. The next of theirs is asked about after it.
func (t *turn) recordsSpoken() (bool, error) {
	word := bareWord(t.msg.Text)
	if slices.Contains(recordAll, word) && t.person.Holds(workgroup.PackReaders...) {
		return t.recordsAll()
	}
	if len(word) > 60 || !t.person.Holds(workgroup.PackReaders...) {
		return false, nil
	}
	named, says := t.recordsIt(word)
	if !says {
		return false, nil
	}
	written := t.writtenHere()
	if len(written) == 0 {
		return false, nil
	}
	d, rest := written[0], written[1:]
	_, files := t.readsBack()
	old := t.now.Sub(time.UnixMilli(int64(d.Version))) > patience
	if !named && (files || old || !d.Settled() && t.paperStep() != "") {
		return false, nil
	}
	if !named && letsPass(word) && t.paperStep() != "" { // which of the two is not said
		workgroup.ShowDecision(t.b, d, t.person, t.now)
		t.showPapers()
		return true, nil
	}
	if err := t.records(d.Key(), d.Version); err != nil {
		workgroup.ShowDecision(t.b, d, t.person, t.now)
		return true, t.keeping(err)
	}
	t.mark("👌")
	if len(rest) > 0 {
		d = rest[0]
	}
	workgroup.ShowDecision(t.b, d, t.person, t.now)
	return true, nil
}

// asksToRecord tells whether a decision's “对吗？” has stood there for so short that a bare yes answers it.
func (t *turn) asksToRecord(d workgroup.Decision) bool {
	return d.Settled() && t.now.Sub(time.UnixMilli(int64(d.Version))) <= patience
}

// yesWaits tells whether something that lies here, a read-back or a decision, waits for a bare yes.
func (t *turn) yesWaits() bool {
	_, waits := t.readsBack()
	written := t.writtenHere()
	return waits || len(written) > 0 && t.asksToRecord(written[0])
}

// recordsAll puts in force what the sender has written and what says who and until when, and says what the others lack.
func (t *turn) recordsAll() (bool, error) {
	written := t.writtenHere()
	for _, d := range slices.Backward(written) {
		if !d.Settled() {
			continue
		}
		if err := t.records(d.Key(), d.Version); err != nil {
			return true, t.keeping(err)
		}
	}
	if len(written) > 0 && !t.saysLacking(written) {
		t.mark("👌")
	}
	return len(written) > 0, nil
}

// records puts a decision in force. Of one that was added after its meeting the minutes follow anew.
func (t *turn) records(key string, version uint64) error {
	d, err := t.College.Record(t.b, key, version, t.person, t.now)
	if err == nil {
		t.settlesCase(d)
	}
	if err == nil && d.Added {
		workgroup.SendOnce(t.b, workgroup.Errand{Kind: errand.ForMinutes, Object: d.Meeting, Written: t.now})
	}
	return err
}

// writtenHere are the decisions that the sender has written and nobody has recorded, the one that was settled last first.
func (t *turn) writtenHere() (out []workgroup.Decision) {
	for _, date := range t.recentDays() {
		for _, d := range workgroup.UnrecordedOn(t.b, date) {
			if d.Entered.By == t.person.ID {
				out = append(out, d)
			}
		}
	}
	slices.Reverse(out)
	slices.SortStableFunc(out, func(a, b workgroup.Decision) int {
		return time.UnixMilli(int64(b.Version)).Compare(time.UnixMilli(int64(a.Version)))
	})
	return out
}

// recentDays are yesterday and today: what nobody has recorded of a meeting is brought on the morning after it.
func (t *turn) recentDays() []workgroup.Date { return []workgroup.Date{t.today().Add(-1), t.today()} }

// unrecorded is how many decisions nobody has recorded.
func (t *turn) unrecorded() (n int) {
	for _, date := range t.recentDays() {
		n += len(workgroup.UnrecordedOn(t.b, date))
	}
	return n
}

// tellUnrecorded lists the decisions that nobody has recorded to those whose meetings they are of, with the card of each.
func (t *turn) tellUnrecorded() {
	for _, date := range t.recentDays() {
		open := workgroup.UnrecordedOn(t.b, date)
		if len(open) == 0 {
			continue
		}
		t.reply("say/decisions-unrecorded", workgroup.UnrecordedFacts(t.b, date, open))
		for _, d := range open {
			workgroup.ShowDecision(t.b, d, t.person, t.now)
		}
	}
}

// begunNow are the decisions that the message at hand has begun.
func (t *turn) begunNow() []workgroup.Decision {
	return slices.DeleteFunc(t.writtenHere(), func(d workgroup.Decision) bool { return !d.Entered.At.Equal(t.now) })
}

// saysWritten says which decisions that the message at hand proposes stand already, and what those that it has begun lack; false: there is nothing to say.
func (t *turn) saysWritten() bool {
	if len(t.again) > 0 {
		codes := []string{}
		for _, d := range t.again {
			codes = append(codes, d.Code())
		}
		t.reply("say/decisions-again", workgroup.Facts{"codes": codes})
	}
	return t.saysLacking(t.begunNow()) || len(t.again) > 0
}

// saysLacking says what decisions lack that are not recorded, and whether any lacks something. Of one that was begun just now its card asks.
func (t *turn) saysLacking(of []workgroup.Decision) bool {
	lines := []workgroup.Facts{}
	for _, d := range slices.Backward(of) {
		if !d.Settled() {
			lines = append(lines, workgroup.Facts{"code": d.Code(), "text": card.FirstLine(d.Text), "owner": !d.Owner.Settled(), "when": d.Deadline.IsZero(), "day": d.Day, "vague": d.Vague})
		}
	}
	if len(lines) > 0 && (len(of) > 1 || !of[0].Entered.At.Equal(t.now)) {
		t.reply("say/decisions-lacking", workgroup.Facts{"n": len(of), "lines": lines})
	}
	return len(lines) > 0
}
