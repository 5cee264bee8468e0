package bot

import (
	"slices"
	"strings"

	"fangkong/bot/button"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// rumour takes what somebody of the roster has only heard (“听说软件学院有人确诊”): of another unit it is passed on as that, and the
// unit is asked; of their own, they are asked. What a head says of another unit's people, and counts nobody (“软件学院的也发烧了”), is
// no more than that.
func (t *turn) rumour(r understand.Reading) bool {
	rest, heard := understand.Heard(t.msg.Text)
	said := r
	switch {
	case heard:
		said = t.read(rest, understand.Context{})
	case !t.othersIll(r):
		return false
	}
	unit := workgroup.UnitID(said.Unit)
	if unit == "" {
		unit = workgroup.UnitID(t.patientsUnit(rest))
	}
	if unit == "" && heard {
		unit = t.shortlyNamed(rest)
	}
	own := unit != "" && t.person.Speaks(unit) || unit == "" && len(t.person.Units()) > 0 && ours.MatchString(rest)
	switch {
	case heard && unit == "" && !own && said.Urgent == understand.Yes && t.private():
		said.Urgent = understand.Maybe
		t.askUrgent(said) // whose it is, its writer may know
		return true
	case heard && said.Urgent == understand.No && !t.othersIll(said), unit == "" && !own:
		return false
	case own:
		said.Urgent = understand.Maybe
		t.askUrgent(said)
		return true
	}
	object := workgroup.SourceKey(t.chat.ID, t.msg.ID)
	asked := t.College.TellRumour(t.b, workgroup.Alarm{Object: object, Unit: unit, Rumour: excerpt(t.msg.Text)}, t.person, t.now)
	if t.privateChat() == 0 {
		t.mark("✍")
		return true
	}
	t.whisper("say/rumour-passed", workgroup.Facts{"unit": t.unitName(unit), "asked": asked, "phone": t.dutyPhone()})
	t.offerErase(object)
	return true
}

// justHeard begins what has been heard, and hasSome goes on, behind a unit, about somebody of it.
var (
	justHeard = pattern.MustCompile(`^(?:刚刚?|刚才|今[天早晚]|昨[天晚]|那个|[，,\s])*`)
	hasSome   = pattern.MustCompile(`^(?:学院|那边|那里|的|今天)*(?:有|一|两|几|[0-9])`)
)

// shortlyNamed is the unit by whose short name words begin that tell of somebody of it: 护理有个学生….
func (t *turn) shortlyNamed(words string) workgroup.UnitID {
	words = justHeard.ReplaceAllString(words, "")
	for _, u := range workgroup.Roster(t.b) {
		if short, cut := strings.CutSuffix(u.Name, "学院"); cut && strings.HasPrefix(words, short) && hasSome.MatchString(words[len(short):]) {
			return u.ID
		}
	}
	return ""
}

// othersIll tells whether a head says that there are ill people in a unit that they do not speak for, without how many: a report in its
// name would be one of figures.
func (t *turn) othersIll(r understand.Reading) bool {
	if r.Kind != understand.Report || r.Unit == "" || len(r.Fields)+len(r.Unknown)+len(r.Rows) > 0 || t.edited || strings.Contains(t.msg.Text, "代") {
		return false
	}
	ill := func(d understand.Doubt) bool {
		base, _, _ := workgroup.Key(d.Key).Parts()
		return d.Code == understand.HowMany && slices.Contains([]string{"fever", "cough", "symptom", "close_contact", "hospital"}, base)
	}
	return len(t.person.Units()) > 0 && !t.person.Speaks(workgroup.UnitID(r.Unit)) && slices.ContainsFunc(r.Doubts, ill)
}

// pressRumour is a head's word whether what was heard of their unit is so. If it is, it goes on as their own urgent report, which says
// who had heard it.
func (t *turn) pressRumour() error {
	object, answer := button.CutLast(t.button.Object)
	if !t.private() || answer != "yes" && answer != "no" {
		return workgroup.Refuse(workgroup.Changed)
	}
	a, err := t.College.SettleRumour(t.b, object, t.person, answer == "yes", t.now)
	if err != nil {
		return err
	}
	if answer == "no" {
		t.toast("toast/rumour-false", false, nil)
		return nil
	}
	rest, _ := understand.Heard(a.Rumour)
	r := t.read(rest, understand.Context{})
	r.Unit = string(a.Unit)
	words := a.Name + "：" + a.Rumour
	source := object + "/" + string(t.person.ID)
	t.alarm(source, a.Unit, words)
	t.call(r, words, source)
	t.toast("toast/continue-urgent", false, workgroup.Facts{"phone": t.dutyPhone()})
	return nil
}
