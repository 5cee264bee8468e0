package bot

import (
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// asksOrLeaves answers a question with how the sender's reporting stands and whom to ask, and words of leave with where leave is taken;
// false when the words are neither. What waits for the sender's word is shown again.
func (t *turn) asksOrLeaves(r understand.Reading) bool {
	text := map[understand.Kind]string{understand.Question: "say/question", understand.Leave: "say/leave"}[r.Kind]
	if text == "" || t.edited {
		return false
	}
	of, asked := t.stillAskedWhy()
	if on, replied := t.askedWhy(); replied {
		of, asked = on, true
	}
	if asked && t.unfit(t.msg.Text) != asksItself {
		return false // it is the reason
	}
	round, err := t.round(t.today())
	if err != nil {
		return false
	}
	units := []workgroup.Facts{}
	for _, id := range t.person.Units() {
		unit, _ := workgroup.Units.Get(t.b, string(id))
		one := workgroup.Facts{"unit": unit.Named(), "at": "", "waits": false, "past": round.Past(t.now), "by": ""}
		if past := round.Past(t.now); past != "" {
			one["by"] = t.Clock(round.Deadline(past))
		}
		if d, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(round.Date, id, t.person.ID)); ok {
			one["waits"] = d.ReadsBack()
		}
		if s, ok := workgroup.FiledOn(t.b, round.Date, id); ok {
			one["at"] = t.Clock(s.Filed)
		}
		units = append(units, one)
	}
	facts := t.College.Deadlines(round)
	facts["units"], facts["from"] = units, t.Clock(round.At(workgroup.StepRemind))
	facts["form"] = []workgroup.Facts(nil)
	if r.Kind == understand.Question && understand.AsksForm(t.msg.Text) {
		facts["form"] = t.ownItems()
	}
	facts["phone"], facts["watches"] = t.dutyPhone(), t.person.Watches(t.b, t.now)
	t.whisper(text, facts)
	if d, waits := t.readsBack(); waits {
		t.readAgain(d)
	}
	if asked {
		t.asksReasonOn(of, asksItself)
	}
	return true
}

// ownItems name what the form asks of the sender's units today, each once.
func (t *turn) ownItems() (items []workgroup.Facts) {
	form := t.College.FormOn(t.today())
	asked := map[string]bool{}
	for _, id := range t.person.Units() {
		unit, _ := workgroup.Units.Get(t.b, string(id))
		for _, item := range form.For(unit.Kind) {
			base, _, _ := item.Key.Parts()
			if !asked[base] {
				asked[base] = true
				one := workgroup.LabelFacts(form, item.Key)
				one["measure"], one["group"] = "", ""
				items = append(items, one)
			}
		}
	}
	return items
}
