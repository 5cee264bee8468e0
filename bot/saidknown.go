package bot

import (
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// saysWhen tells whether words say since when something is known, and count nothing.
func (t *turn) saysWhen(r understand.Reading) bool {
	if len(r.Fields)+len(r.Unknown) > 0 || r.Zero || r.Urgent == understand.Yes {
		return false
	}
	_, ok := understand.KnownIn(t.msg.Text, t.said)
	return ok
}

// knownByOthers takes words of somebody who has no case of their own, that say since when one is known: they are kept with the open case that
// they may see and name, or with the report that another of their unit is making. Of several cases it is asked which.
func (t *turn) knownByOthers(r understand.Reading) (bool, error) {
	if !t.known || !t.saysWhen(r) {
		return false, nil
	}
	cases := those(t.seenCases(), func(k workgroup.Case) bool { return r.Unit == "" || string(k.Unit) == r.Unit })
	switch len(cases) {
	case 0:
		return t.toOthersCall(r), nil
	case 1:
		if err := t.addTo(cases[0], t.remark(excerpt(t.msg.Text), t.said)); err != nil {
			return true, err
		}
		t.added(cases[0])
	default:
		t.askWhichCase(cases)
	}
	return true, nil
}

// toOthersCall keeps words with the urgent report that somebody else is making of the sender's unit, or, of whoever watches, of the unit they
// name; who was woken reads them. False: there is no such report.
func (t *turn) toOthersCall(r understand.Reading) bool {
	var found []workgroup.Call
	for call := range workgroup.Calls.Each(t.b, "") {
		ours := t.person.Speaks(call.Unit) || t.person.Watches(t.b, t.now)
		if !call.Aside() && call.Unit != "" && call.Owner != t.deskOwner() && ours && (r.Unit == "" || string(call.Unit) == r.Unit) {
			found = append(found, call)
		}
	}
	if len(found) != 1 {
		return false
	}
	call := found[0]
	words := excerpt(t.msg.Text)
	t.College.Begin(t.b, workgroup.Call{Owner: call.Owner, Words: t.person.Name + "：" + words}, t.now)
	to := workgroup.Woken(t.b, t.now)
	if who, ok := workgroup.People.Get(t.b, string(call.Reporter.Person)); ok {
		to = append(to, who)
	}
	told := t.tellEach(to, workgroup.Letter{Text: "say/call-said-beside",
		Facts: workgroup.Facts{"name": t.person.Name, "phone": t.person.Phone, "reporter": call.Reporter.Name, "unit": t.unitName(call.Unit), "words": words}})
	t.whisper("say/call-beside-kept", workgroup.Facts{"reporter": call.Reporter.Name, "phone": t.dutyPhone(), "unreached": told == 0})
	return true
}
