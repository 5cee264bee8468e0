package bot

import (
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// cases that one message may be asked about.
const askedAbout = 3

// addition takes private words that go on about somebody reported before for a further report of that case. Where figures stand
// in them, or there are several cases, their writer is asked.
func (t *turn) addition() (bool, error) {
	cases := t.casesMeant()
	if len(cases) == 0 {
		r := t.read(t.msg.Text, understand.Context{})
		if done, err := t.knownByOthers(r); done || err != nil {
			return done, err
		}
		if understand.GoesOn(t.msg.Text) && r.Urgent != understand.Yes && len(r.Fields) == 0 && len(t.person.Units()) > 0 && t.toOthersCall(r) {
			return true, nil
		}
	}
	switch {
	case len(cases) == 0 && !understand.GoesOn(t.msg.Text):
		return false, nil
	case len(cases) > 0 && !t.known:
		return false, nil // all that a stranger writes belongs to their case
	}
	r := t.read(t.msg.Text, understand.Context{})
	switch {
	case r.Kind == understand.Claim:
		return false, nil
	case len(cases) == 0:
		return t.lateAddition(r)
	}
	is := about(cases[0], r, t.msg.Text)
	goesOn := understand.GoesOn(t.msg.Text) || understand.AllClear(t.msg.Text) || r.Urgent != understand.Yes && told(cases[0]).Names(t.msg.Text)
	if is == understand.TheSame && (t.saysWhen(r) || r.UrgentType == "hospital" && r.Unit == "" && r.Urgent == understand.Yes || understand.Reachable(t.msg.Text)) {
		goesOn = true // “120来了” after a case was reported
	}
	switch {
	case is == understand.Another && r.Urgent == understand.Yes:
		return false, nil // its figures are the unit's, too
	case is != understand.TheSame && t.oneMore():
		t.news(cases[0], is, r, t.msg.Text, false)
		return true, nil
	case is != understand.TheSame && len(r.Fields) > 0, t.countsAround(r):
		switch c := told(cases[0]); {
		case c.Around(t.msg.Text), t.countsAround(r):
			t.askWhichCase(cases) // beside the day's report
		case c.Besides(t.msg.Text) != understand.TheSame:
			t.passOn(cases, false) // its writer is asked what it is
		}
		return false, nil
	case is != understand.TheSame && (goesOn || told(cases[0]).Besides(t.msg.Text) != understand.TheSame):
		t.news(cases[0], is, r, t.msg.Text, false)
		return true, nil
	case is == understand.TheSame && t.countsNothing(r):
		t.askWhichCase(cases)
		return true, nil
	case is != understand.TheSame || !goesOn:
		return false, nil
	case len(r.Fields)+len(r.Unknown) > 0 || r.Zero && !understand.AllClear(t.msg.Text):
		t.askWhichCase(cases) // beside the day's report, which they may be too
		return false, nil
	case len(cases) > 1:
		t.askWhichCase(cases)
		return true, nil
	}
	k := cases[0]
	if err := t.addTo(k, t.remark(excerpt(t.msg.Text), t.said)); err != nil {
		return true, err
	}
	t.added(k)
	return true, nil
}

// added tells the sender that their words are of a case, and who has it.
func (t *turn) added(k workgroup.Case) {
	if t.holds(k) {
		var rows [][]workgroup.Button
		if _, ok := t.otherEnd(k); ok {
			rows = append(rows, t.sendButton(k, t.slip(slipKept, k.Key(), t.msg.Text)))
		}
		t.reply("say/case-remark-kept", workgroup.Facts{"code": k.Code()}, rows...)
		return
	}
	t.reply("say/case-addition-kept", workgroup.Facts{"code": k.Code(), "holder": t.nameOf(k.Holder)})
}

// countsNothing tells whether a message has a figure, says nothing of what it counts, and is no answer to anything (“有三个学生，都在天和小区”).
func (t *turn) countsNothing(r understand.Reading) bool {
	_, lies := t.draftHere()
	return !lies && r.Kind == understand.Report && r.Urgent == understand.No && bare(r) && !bareAnswer(bareWord(t.msg.Text))
}

// countsAround tells whether words count people around a patient, and nobody who has what a case is: who has the case traces them.
func (t *turn) countsAround(r understand.Reading) bool {
	return r.Urgent == understand.Maybe && r.UrgentType == "close_contact" && len(r.Fields) > 0 && r.Kind == understand.Report
}

// remark is what the sender says of a case.
func (t *turn) remark(words string, said time.Time) workgroup.Remark {
	return workgroup.Remark{At: said, By: t.person.ID, Name: t.reporter().Name, Text: words, Death: t.read(words, understand.Context{}).Death}
}

// ofReporter is what a case's reporter says of it now.
func (t *turn) ofReporter(k workgroup.Case, words string) workgroup.Remark {
	r := t.remark(excerpt(words), t.now)
	r.By, r.Name = k.Reporter.Person, k.Reporter.Name
	return r
}

// addTo adds a further report to a case and rings who has it, or whom the ladder rang last; the holder's own rings nobody. What its
// reporter writes who is not on the roster is only heard.
func (t *turn) addTo(k workgroup.Case, r workgroup.Remark) error {
	if worse, moved := t.worsens(k, r); moved {
		k = worse // its hour runs from when that was known
	} else {
		t.saysKnown(k, r)
	}
	switch {
	case !t.known:
		t.hear(k, r.Text)
		return nil
	case !t.holds(k):
		t.College.Link(t.b, k, r, t.now)
		return nil
	}
	_, err := t.College.AddRemark(t.b, k.Key(), r, t.person, t.now)
	return err
}

// hear adds to a case what somebody who is not on the roster writes about it. Who has the case reads it, and is not rung: a stranger
// does not keep anybody's telephone ringing.
func (t *turn) hear(k workgroup.Case, words string) {
	r := t.ofReporter(k, words)
	t.College.AddQuietly(t.b, k, r, t.now)
	t.tellHolder(k, r, true)
}

// strangersRings is how often in an hour what a stranger writes of their own case rings.
const strangersRings = 5

// ringsAgain adds to a stranger's case that it has grown worse, and rings whoever has it, or whom the ladder rang last.
func (t *turn) ringsAgain(k workgroup.Case) {
	lately := 0
	for _, r := range k.Remarks {
		if r.By == "" && t.now.Sub(r.At) < time.Hour {
			lately++
		}
	}
	if lately > strangersRings {
		t.hear(k, t.msg.Text)
		return
	}
	t.College.Link(t.b, k, t.ofReporter(k, t.msg.Text), t.now)
}

// askWhichCase asks of which case words are, or whether of any. Who has the cases reads them meanwhile.
func (t *turn) askWhichCase(cases []workgroup.Case) {
	if t.whose {
		return
	}
	t.whose = true
	told := t.passOn(cases, !understand.GoesOn(t.msg.Text))
	t.offersCases(cases, t.msg.Text, told > 0)
}

// offersCases asks of which case words are, or whether of any; told: who has the cases has read them.
func (t *turn) offersCases(cases []workgroup.Case, words string, told bool) {
	source := t.slip(slipAddition, "", words)
	var rows [][]workgroup.Button
	for _, k := range cases[:min(askedAbout, len(cases))] {
		rows = append(rows, []workgroup.Button{slipButton("button/of-case", source, "in-"+k.Code(), workgroup.Facts{"code": k.Code()})})
		if send := t.sendButton(k, source); send != nil {
			rows = append(rows, send)
		}
	}
	rows = append(rows, []workgroup.Button{slipButton("button/of-no-case", source, "no", nil)})
	t.whisper("say/case-which", workgroup.Facts{"words": excerpt(words), "told": told}, rows...)
}

// mayBeAddition asks about private words that nothing could be made of, where their writer has an open case: reported or held.
func (t *turn) mayBeAddition(r understand.Reading) bool {
	if !t.private() || !t.known || t.edited || r.Kind == understand.Ack && understand.Nods(t.msg.Text) || bareAnswer(bareWord(t.msg.Text)) {
		return false
	}
	cases := t.casesMeant()
	if len(cases) == 0 {
		return false
	}
	t.askWhichCase(cases)
	return true
}

// addsSlip adds a slip's words to a case.
func (t *turn) addsSlip(s workgroup.Slip, key string) error {
	k, ok := workgroup.Cases.Get(t.b, key)
	switch {
	case !ok || !t.reportedBySender(k) && !k.Sees(t.b, t.person, t.now):
		return workgroup.Refuse(workgroup.NoCase)
	case !k.Closed.IsZero():
		return k.IsOver()
	}
	if err := t.addTo(k, t.remark(s.Text, s.At)); err != nil {
		return err
	}
	t.toast("toast/case-added", false, workgroup.Facts{"code": k.Code()})
	return nil
}

// headedFurther tells whether words begin with 续报 where their writer has a case that they can go on about.
func (t *turn) headedFurther() bool {
	if !t.known || !headed.MatchString(t.msg.Text) {
		return false
	}
	return len(t.casesMeant()) > 0
}

var headed = pattern.MustCompile(`(?i)^\s*(?:续报|further report)\s*[：:，,。]`)

func (t *turn) nameOf(id workgroup.PersonID) string {
	p, _ := workgroup.People.Get(t.b, string(id))
	return p.Name
}

// slipCode is the code in the answer “in-0131-01”.
func slipCode(answer string) (string, bool) { return strings.CutPrefix(answer, "in-") }
