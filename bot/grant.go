package bot

import (
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// delegate is “请软件学院代报”: a head's word that another unit may file for theirs today.
func (t *turn) delegate(r understand.Reading) error {
	own := t.person.Units()
	switch {
	case !t.known:
		return t.strangerOnce()
	case len(own) == 0:
		return workgroup.Refuse(workgroup.NotAHead, "unit", workgroup.Named{})
	case r.Unit == "":
		return workgroup.Refuse(workgroup.NameTheUnit)
	}
	unit, _ := workgroup.Units.Get(t.b, string(own[0]))
	if err := t.College.Grant(t.b, t.today(), unit, workgroup.UnitID(r.Unit), t.person, t.now); err != nil {
		return err
	}
	t.whisper("say/grant-kept", workgroup.Facts{"unit": unit.Named(), "units": workgroup.Names(workgroup.Helpers(t.b, t.today(), unit.ID))})
	return nil
}

// How a head takes back what “请软件学院代报” has given, or asks a unit that there is not; only the whole message counts.
var (
	takesBack = pattern.MustCompile(`^(取消|不用|不要|不需要|撤销|撤回|收回|停止|不再|不让|别让|别).{0,16}?(代报|代为报送)了?$`)
	asksFor   = pattern.MustCompile(`^(请|由|委托|麻烦)(.{2,16}?)(帮忙|帮我们|帮我院)?代报(一下)?$`)
)

// onBehalf answers what a head says of being filed for and the reader does not: consent taken back, and a unit that there is not.
func (t *turn) onBehalf(r understand.Reading) (bool, error) {
	own, word := t.person.Units(), bareWord(t.msg.Text)
	if done, err := t.standsIn(r, word); done || err != nil {
		return done, err
	}
	if m := asksFor.FindStringSubmatch(word); m != nil && r.Unit == "" {
		return true, t.noUnit(m[2], "")
	}
	if done, err := t.grantInWords(word); done || err != nil {
		return done, err
	}
	if !takesBack.MatchString(word) {
		return false, nil
	}
	any := false
	for _, id := range own {
		unit, _ := workgroup.Units.Get(t.b, string(id))
		if ended := t.College.TakeBack(t.b, t.today(), unit, workgroup.UnitID(r.Unit), t.person, t.now); len(ended) > 0 {
			t.whisper("say/grant-ended", workgroup.Facts{"unit": unit.Named(), "units": workgroup.Names(ended)})
			any = true
		}
	}
	if !any {
		return true, workgroup.Refuse(workgroup.NobodyFiles)
	}
	return true, nil
}

// noUnit says that there is no unit of that name, with an example that begins as theirs does; before everybody the name, which may be
// somebody's, is not repeated.
func (t *turn) noUnit(name, begins string) error {
	if !t.private() && !t.person.Reachable() {
		name = ""
	}
	return workgroup.Refuse(workgroup.NoUnit, "words", name, "begins", begins)
}

// pressGrant is 「同意代报」.
func (t *turn) pressGrant() error {
	date, id, rest := t.standing()
	unit, ok := workgroup.Units.Get(t.b, string(id))
	to := workgroup.UnitID(strings.Join(rest, ""))
	if _, known := workgroup.Units.Get(t.b, string(to)); !ok || !known {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err := t.onlyToday(date); err != nil {
		return err
	}
	if !workgroup.Granted(t.b, date, unit.ID, to) && !workgroup.Wanted(t.b, date, unit.ID, to) && t.person.Speaks(unit.ID) {
		return workgroup.Refuse(workgroup.GrantMoot, "to", t.unitName(to))
	}
	if err := t.College.Grant(t.b, date, unit, to, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/granted", false, workgroup.Facts{"to": t.unitName(to)})
	return nil
}

// pressDeny is 「不同意代报」.
func (t *turn) pressDeny() error {
	date, id, rest := t.standing()
	unit, ok := workgroup.Units.Get(t.b, string(id))
	to := workgroup.UnitID(strings.Join(rest, ""))
	if _, known := workgroup.Units.Get(t.b, string(to)); !ok || !known {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err := t.onlyToday(date); err != nil {
		return err
	}
	return t.noted(t.College.Deny(t.b, date, unit, to, t.person, t.now))
}

// agrees is a head's word that another unit may file for theirs (“对，帮他报”, “好的，你们代报吧”), refuses that it may not.
var (
	agrees  = pattern.MustCompile(`(?i)^(?:(?:对|好|好的|行|可以|嗯|是的?|没问题|麻烦(?:了|你们?|您)?|谢谢|辛苦了?)[，,。！! ]*)*(?:我?同意(?:了|代报|(?:由|让)?[你您他她]们?代?报)?|(?:就|请|麻烦|让|由)?[你您他她]们?(?:来|先)?(?:帮忙?|代|替我?们?)?报|(?:就|请|那就)?(?:帮(?:忙|我们?|[他她]们?|咱们?)?|代|替(?:我|我们|咱|[他她])?)(?:代?报|填|报送)|(?:i )?agree|(?:yes,? )?(?:please )?file (?:it )?for us)(?:吧|一下|了|啊|哈)*(?:[，,。！! ]*(?:谢谢|麻烦(?:了|你们?|您)?|辛苦(?:了|你们?)?|thanks?(?: you)?))*$`)
	refuses = pattern.MustCompile(`(?i)^(?:我?不同意(?:代报)?|(?:不用|不要|别)(?:帮|代|替)(?:我们?|他们?|咱们?)?报[了啊]?|(?:i )?(?:do not|don't) agree)$`)
)

// grantInWords is consent or its refusal in private, where another unit's filing waits for the sender's word.
func (t *turn) grantInWords(word string) (bool, error) {
	agreed := agrees.MatchString(word)
	if !t.private() || !agreed && !refuses.MatchString(word) {
		return false, nil
	}
	done := false
	for _, id := range t.person.Units() {
		unit, _ := workgroup.Units.Get(t.b, string(id))
		for _, to := range workgroup.GrantsAsked(t.b, t.today(), id) {
			answer := t.College.Deny
			if agreed {
				answer = t.College.Grant
			}
			if err := answer(t.b, t.today(), unit, to, t.person, t.now); err != nil {
				return true, err
			}
			t.reply("say/noted", workgroup.Facts{"word": word})
			done = true
		}
	}
	return done, nil
}

// pressReason is one of the ready reasons for being overdue.
func (t *turn) pressReason() error {
	date, unit, rest := t.standing()
	reason, err := t.Texts.Plain(workgroup.Chinese, "button/reason-"+strings.Join(rest, ""), nil)
	if err != nil {
		return workgroup.Refuse(workgroup.Changed)
	}
	if err := workgroup.Explain(t.b, date, unit, t.person, reason, t.now); err != nil {
		return err
	}
	t.answeredWhy()
	t.toast("toast/reason", false, nil)
	return nil
}

// answeredWhy clears the question from the sender's desk; a filing they have begun since stays there.
func (t *turn) answeredWhy() {
	if desk := t.deskHere(); desk.Expect == workgroup.ReasonDesk {
		t.clearDesk(desk)
	}
}

// patience is how long after a late filing plain words are taken for its reason; a reply to the question always is.
const patience = 30 * time.Minute

// stillAskedWhy tells of which filing the sender has just been asked the reason here.
func (t *turn) stillAskedWhy() (of string, asked bool) {
	desk := t.deskHere()
	if desk.Expect != workgroup.ReasonDesk {
		return "", false
	}
	date, unit, _ := strings.Cut(desk.Of, "/")
	s, ok := workgroup.FiledOn(t.b, workgroup.Date(date), workgroup.UnitID(unit))
	return desk.Of, ok && t.now.Sub(s.Confirmed) <= patience && t.read(t.msg.Text, understand.Context{}).Kind != understand.Ack
}

// reasonInWords is a typed reason for being overdue with what is named by date and unit. Words that are none leave it asked.
func (t *turn) reasonInWords(of string) (bool, error) {
	date, unit, _ := strings.Cut(of, "/")
	switch is := t.unfit(t.msg.Text); {
	case is == hollow && tellsNothing(t.msg.Text) && !noneGiven.MatchString(bareWord(t.msg.Text)):
		t.mark("👌")
		return true, nil
	case is != mayBeReason:
		t.asksReasonOn(of, is)
		return true, nil
	}
	t.answeredWhy()
	if err := workgroup.Explain(t.b, workgroup.Date(date), workgroup.UnitID(unit), t.person, excerpt(t.msg.Text), t.now); err != nil {
		return true, err
	}
	t.reply("say/reason-kept", workgroup.Facts{})
	return true, nil
}
