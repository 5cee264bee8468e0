package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/button"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// arriving is whoever has come to their shift, in other words than its button's.
	arriving = pattern.MustCompile(`(?i)^(?:我?已经?到(?:岗|了|位)?|我?到(?:了|位了?|单位了|值班室了)|我?(?:来)?(?:签到|报到)了?|(?:i'?m |i am )?on duty(?: now)?|(?:i've |i have |i'?m |i am )?(?:arrived|checked in|checking in))$`)
	// phoneFails and phoneServes are what came of the test call of the duty phone.
	phoneFails  = pattern.MustCompile(`(?i)^(?:值班(?:室)?的?)?(?:电话|座机)(?:刚?试了|试过了?|打了)?[，,\s]*(?:一直|都|现在|还是|怎么)?(?:打不通|不通|没人接|没有?声音|没信号|坏了|断了|断线了?|停机了?|打不[出进]去?|接不通|不能用|用不了)(?:了|啊)?$|^(?:the )?duty (?:phone|line|number) (?:is |seems |has |does |went )*(?:dead|down|broken|out of order|not work(?:ing)?|failed|n't work)$|^(?:the )?duty (?:phone|line) doesn't work$|^no answer on the duty phone$`)
	phoneServes = pattern.MustCompile(`(?i)^(?:值班(?:室)?的?)?(?:电话|座机)(?:刚?试了|试过了?|打了)?[，,\s]*(?:已经?|现在|都|又)?(?:通了?|正常|没问题|打得通|好了|能打通|畅通|可以用|恢复了?)(?:的|了)?$|^(?:the )?duty (?:phone|line|number) (?:is |now )*(?:works|working|fine|ok|answered|back)(?: now| again)?$`)
	// offShift is whoever cannot do a shift of theirs.
	offShift = pattern.MustCompile(`(?i)(?:不能|没法|无法|不便|没办法)(?:去|来)?(?:值班|上班|到岗|带班)|值不了(?:这个)?班|上不了(?:这个)?班|(?:来|去|到)不了|(?:谁|哪位|有人)(?:能|可以|来)?(?:替|顶|换)(?:我|一下)|\b(?:can(?:'|no)?t|cannot|won't|unable to) (?:make|do|work|come to|be at|take) (?:my|the|tonight's|today's|tomorrow's) (?:shift|duty)\b|\bcan(?:'|no)?t (?:come|make it)(?: to duty)?(?: in)?(?: today| tonight)\b`)
	// comingLate is whoever is on the way to a shift that has begun.
	comingLate = pattern.MustCompile(`(?i)^(?:对不起|不好意思|抱歉|我|[，,\s])*(?:(?:要|会|还没到?|没到|迟到(?:了|一会儿?)?|晚到?(?:了|点|一会儿?|一点)?|堵车(?:了)?|路上堵车?(?:了)?|在路上(?:了)?|(?:(?:再|大概|大约|还要|还有|约)*[0-9一二两三四五六七八九十半]+(?:个)?(?:分钟|小时|刻钟)(?:后|内|以内|之内|左右)?(?:到|就到|能到|赶到)?)|(?:马上|很快|快|就|立即|立刻|尽快)(?:就)?(?:到|赶到|过来|过去|来)了?|正?(?:往|在)?(?:那边|单位|学校|值班室)?赶(?:过来|过去|来)?(?:呢|了)?)[，,。\s]*)+$|^(?:sorry,? )?(?:i'?m |i am |i will be |i'll be |running )*(?:late|on my way|stuck in traffic|coming)(?:[, ]+.{0,40})?$`)
	// noting is a hand-over note in one breath with the word for it: 交班：今天无事.
	noting = pattern.MustCompile(`(?is)^\s*(?:我?(?:要)?交班|hand[- ]?over(?: note)?)\s*[：:，,]\s*(\S.+)$`)
	// agreeing and refusing answer whoever asks to swap a shift.
	agreeing = pattern.MustCompile(`^(?:同意(?:调班|换班)?|我?可以(?:替|换|顶)?(?:你|您)?|行|好(?:的|吧|啊)?|没问题|中|我?(?:来)?(?:替|顶)(?:你|您|他|她)|批准|同意批准|准了|yes|ok(?:ay)?|sure|agreed|i agree|approved?|i'?ll cover(?: for (?:him|her|you))?|no problem)$`)
	refusing = pattern.MustCompile(`^(?:不同意|不行|不可以|不能(?:替|换|顶)?|不(?:替|换|批准|批)|我?(?:替|换)不了|没空|没时间|no|sorry,? (?:i can't|no)|i can(?:'|no)?t|can't|not approved|refused?|decline)$`)
)

// saysOfShift takes what somebody of the duty roster says of their shift in other words than its buttons': that they have come, what came of the call to
// the duty phone, that they agree to swap, or that they cannot come.
func (t *turn) saysOfShift() (bool, error) {
	if m := noting.FindStringSubmatch(t.msg.Text); m != nil {
		return t.notesHandOver(strings.TrimSpace(m[1]))
	}
	word := strings.ToLower(strings.ReplaceAll(bareWord(t.msg.Text), "’", "'"))
	for _, one := range []struct {
		is   *pattern.Pattern
		does func(word string) (bool, error)
	}{
		{agreeing, func(string) (bool, error) { return t.answersSwap(true) }},
		{refusing, func(string) (bool, error) { return t.answersSwap(false) }},
		{arriving, t.saysArrived},
		{phoneFails, func(word string) (bool, error) { return t.saysPhone(word, "phonedead") }},
		{phoneServes, func(word string) (bool, error) { return t.saysPhone(word, "phoneok") }},
	} {
		if one.is.MatchString(word) {
			if done, err := one.does(word); done || err != nil {
				return done, err
			}
		}
	}
	if comingLate.MatchString(word) {
		return t.saysLate()
	}
	if offShift.MatchString(word) {
		return t.saysOffShift()
	}
	return false, nil
}

// answersSwap answers the one swap that waits for the sender's word. A filing that waits for it comes first.
func (t *turn) answersSwap(yes bool) (bool, error) {
	waits := workgroup.SwapsFor(t.b, t.person, t.now)
	if _, lies := t.draftHere(); lies || len(waits) != 1 || len(t.askedToTake()) > 0 {
		return false, nil
	}
	t.button = button.Press{Verb: "swapyes", Object: waits[0].Key()}
	if err := t.answerSwap(yes); err != nil {
		return true, err
	}
	t.reply("say/noted", workgroup.Facts{"word": excerpt(t.msg.Text)})
	return true, nil
}

// onIt are the running shifts that the sender is on.
func (t *turn) onIt() []workgroup.Shift {
	return slices.DeleteFunc(workgroup.ShiftsAt(t.b, t.now), func(s workgroup.Shift) bool { return !s.Has(t.person.ID) })
}

func (t *turn) saysArrived(word string) (bool, error) {
	mine := slices.DeleteFunc(t.onIt(), func(s workgroup.Shift) bool {
		return slices.ContainsFunc(s.Arrived, func(a workgroup.Act) bool { return a.By == t.person.ID })
	})
	if len(mine) != 1 {
		return false, nil // they may have come to a patient
	}
	t.button = button.Press{Verb: "arrive", Object: mine[0].Key()}
	return true, t.pressedInWords(word)
}

// notesHandOver takes a hand-over note that nobody has asked for, where it can be of one shift.
func (t *turn) notesHandOver(note string) (bool, error) {
	var mine []workgroup.Shift
	for _, s := range workgroup.ShiftsBetween(t.b, t.now.AddDate(0, 0, -2), t.now.Add(time.Nanosecond)) {
		if _, err := workgroup.MayHandOver(t.b, s.Key(), t.person, t.now); err == nil && t.now.Sub(s.To) < 24*time.Hour {
			mine = append(mine, s)
		}
	}
	if len(mine) != 1 {
		return false, nil
	}
	if err := t.College.HandOver(t.b, mine[0].Key(), t.person, excerpt(note), workgroup.SourceKey(t.chat.ID, t.msg.ID), t.now); err != nil {
		return true, err
	}
	t.reply("say/handed-over", workgroup.Facts{})
	t.newsInNote("")
	return true, nil
}

func (t *turn) saysPhone(word, verb string) (bool, error) {
	mine := t.onIt()
	if len(mine) != 1 {
		return false, nil
	}
	t.button = button.Press{Verb: verb, Object: mine[0].Key()}
	return true, t.pressedInWords(word)
}

// pressedInWords does what the button at hand does, and says that it is noted.
func (t *turn) pressedInWords(word string) error {
	if err := presses[t.button.Verb](t); err != nil {
		return err
	}
	t.reply("say/noted", workgroup.Facts{"word": word})
	return nil
}

// saysLate passes on that somebody is on the way to the running shift that nobody has come to: to its leaders and the director. They are
// still to report in.
func (t *turn) saysLate() (bool, error) {
	mine := slices.DeleteFunc(t.onIt(), func(s workgroup.Shift) bool { return len(s.Arrived) > 0 })
	if len(mine) != 1 || slices.ContainsFunc(t.seenCases(), t.mayTake) {
		return false, nil // they may be coming to a case that rings
	}
	s := mine[0]
	facts := t.College.ShiftFacts(t.b, s, false)
	facts["name"], facts["own"], facts["words"] = t.person.Name, t.person.Phone, excerpt(t.msg.Text)
	told := t.tellEach(t.aboveShift(s), workgroup.Letter{Text: "say/shift-late", Facts: facts})
	t.whisper("say/shift-late-yours", workgroup.Facts{"unreached": told == 0, "phone": t.dutyPhone()}, []workgroup.Button{{Label: "button/arrive", Verb: "arrive", Object: s.Key()}})
	return true, nil
}

// aboveShift are the leaders of a shift, and the director, but for the sender.
func (t *turn) aboveShift(s workgroup.Shift) (to []workgroup.Person) {
	for _, id := range s.Leaders {
		if p, ok := workgroup.People.Get(t.b, string(id)); ok && id != t.person.ID {
			to = append(to, p)
		}
	}
	for _, p := range workgroup.Holders(t.b, workgroup.Director) {
		if p.ID != t.person.ID && !s.Has(p.ID) {
			to = append(to, p)
		}
	}
	return to
}

// saysOffShift passes on that somebody cannot do the shift that is theirs now, or next: to its leaders and the director. Until another stands in it stays theirs.
func (t *turn) saysOffShift() (bool, error) {
	mine := slices.DeleteFunc(workgroup.ShiftsBetween(t.b, t.now, t.now.AddDate(0, 0, weekAhead)), func(s workgroup.Shift) bool { return !s.Has(t.person.ID) || !t.now.Before(s.To) })
	if len(mine) == 0 {
		return false, nil
	}
	s := mine[0]
	facts := t.College.ShiftFacts(t.b, s, false)
	facts["name"], facts["own"], facts["words"] = t.person.Name, t.person.Phone, excerpt(t.msg.Text)
	told := t.tellEach(t.aboveShift(s), workgroup.Letter{Text: "say/shift-cannot", Facts: facts})
	mineFacts := t.College.SpanFacts(workgroup.Span{From: s.From, To: s.To})
	mineFacts["unreached"], mineFacts["phone"] = told == 0, t.dutyPhone()
	var rows [][]workgroup.Button
	if s.From.After(t.now) {
		rows = append(rows, []workgroup.Button{{Label: "button/swap", Facts: t.College.SpanFacts(workgroup.Span{From: s.From, To: s.To}), Verb: "swap", Object: s.Key()}})
	}
	t.whisper("say/shift-cannot-yours", mineFacts, rows...)
	return true, nil
}
