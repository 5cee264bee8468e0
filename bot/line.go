package bot

import (
	"maps"
	"slices"
	"strings"

	"fangkong/bot/dialog"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// line files one line in the sender's own words: it becomes a draft that is read back.
func (t *turn) line(r understand.Reading) error { return t.lineOf(r, false) }

// lineOf is line; of a row, which is all that its list says of the unit, nothing is added to what was said before.
func (t *turn) lineOf(r understand.Reading, row bool) error {
	date := workgroup.DateOf(t.said)
	for _, d := range r.Doubts {
		switch {
		case d.Code == understand.UnknownUnit:
			return workgroup.Refuse(workgroup.NoUnit, "words", d.Words, "begins", "") // never taken for the sender's own
		case d.Code == understand.Incomplete && r.Zero && !anybody(r) && !strings.Contains(t.msg.Text, "零报"):
			return workgroup.Refuse(workgroup.Unfinished)
		case d.Code == understand.DateMismatch && r.DateRef == "":
			return workgroup.Refuse(workgroup.NotADate, "words", d.Words) // 2月30日
		}
	}
	unit, err := t.unitOf(r)
	if err != nil {
		// Of which unit is no question where the figures would be no report of any.
		first, _ := workgroup.Units.Get(t.b, string(t.person.Units()[0]))
		if len(t.beside(r, first, date)) > 0 && r.Kind != understand.Correction && !t.addressed() {
			return nil
		}
		return err
	}
	switch {
	case r.DateRef != "":
		date = workgroup.Date(r.DateRef)
	case t.dated("明天"):
		return workgroup.Refuse(workgroup.FutureDay, "date", date.Add(1))
	}
	if r.Kind == understand.Urgent && !r.Zero && len(r.Doubts) == 0 && !anybody(r) && !strings.Contains(t.msg.Text, "零报") {
		return nil // “舅舅昨天确诊，学生没症状” is of the case alone, and no zero report
	}
	r = t.toldAsChange(t.ofOnlyGroups(r, unit, date), unit, date)
	if done, err := t.saysAgain(r, unit, date); done || err != nil {
		return err
	}
	if extra := t.beside(r, unit, date); len(extra) > 0 {
		return t.besideOnly(r, unit, date, extra)
	}
	round, err := t.round(date)
	if err != nil {
		return err
	}
	within := t.within(date, unit, r)
	d, err := t.College.StartDraft(t.b, round, unit, t.person, t.chat.ID, t.now)
	if err != nil {
		return err
	}
	base, err := t.basis(d, unit, r)
	if err != nil {
		return err
	}
	adds := !within && !row && t.adds(d, unit, r)
	if _, filed := workgroup.FiledOn(t.b, d.Date, unit.ID); filed && len(d.Figures) == 0 && d.Foreign(t.b) && (adds || r.Kind == understand.Correction || r.Amend != nil) {
		return workgroup.Refuse(workgroup.TheirFigures, "unit", unit.Named()) // what stays of it is not the writer's to see, and must not be lost
	}
	if within || adds {
		base = t.onward(d, unit, r)
	}
	left := t.replaces(d, unit, r, within || adds)
	was := d
	d.Figures, d.Zero, d.Guided, d.Answered, d.From, d.Rows = base.Clone(), r.Zero, false, nil, "", 0
	d.Asked, d.Doubtful, d.Unplaced, d.Picking, d.Left = "", "", nil, false, left
	d.NotNew = false
	d.Discreet = was.Discreet && (within || adds) || t.tellsOfSomebody()
	if len(base) == 0 && (!adds || was.Doubtful == "" && was.Asked == "") {
		d.Sources = nil // what was said before holds none of it any more
	}
	t.take(&d, unit, r)
	if adds {
		t.goesOn(&d, was, base, unit, r)
	}
	t.ofOnlyCount(&d, unit, base, r)
	answered := was.Answered
	for _, n := range d.Figures {
		if n > most {
			return workgroup.Refuse(workgroup.TooMany, "n", int(n))
		}
	}
	if d.Asked == "" && d.Doubtful == "" && !d.Zero && len(d.Figures) == 0 {
		return t.lost(r) // figures were meant, none was found, nothing to ask about
	}
	// More than was asked is no reason to forget the other questions.
	if within && !r.Zero && d.Asked == "" && d.Doubtful == "" {
		next, _ := dialog.Next(t.College.FormOn(date).For(unit.Kind), unit.Kind.Groups(), d.Figures)
		d.Guided, d.Asked = true, next.Key
		d.Answered = slices.DeleteFunc(slices.Clone(answered), func(k workgroup.Key) bool { return !d.Figures.Has(k) })
	}
	d = t.College.AskGrant(t.b, unit, d, t.person, t.now)
	t.source(&d)
	t.talk(d, true)
	t.sheetApart()
	return nil
}

// ofOnlyCount takes a number that a correction gives of nothing (“不对，是2人”) for that of the only count that stood; of several it is asked which.
func (t *turn) ofOnlyCount(d *workgroup.Draft, unit workgroup.Unit, base workgroup.Figures, r understand.Reading) {
	k, one := t.onlyCount(d.Date, t.College.Settled(workgroup.Draft{Date: d.Date, Figures: base.Clone()}, unit), unit)
	if !one || r.Kind != understand.Correction || d.Doubtful == "" || moves.MatchString(d.Doubtful) || len(d.Unplaced) > 0 || len(r.Fields)+len(r.Unknown) > 0 {
		return
	}
	if of, n, ok := t.numberFor(k, d.Doubtful); ok {
		t.puts(d, unit, t.fit(t.College.FormOn(d.Date), unit, of), n)
		d.Doubtful = ""
	}
}

// within tells whether a line stands in the middle of a guided talk here and adds to its answers (“居家隔离2人”, “其余正常”)
// instead of beginning anew, as one does that names the unit or is a zero report.
func (t *turn) within(date workgroup.Date, unit workgroup.Unit, r understand.Reading) bool {
	adds := r.Kind == understand.Report || r.Kind == understand.Urgent || r.Kind == understand.Zero && !strings.Contains(t.msg.Text, "零报")
	if t.edited || r.Unit != "" || !adds {
		return false
	}
	d, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(date, unit.ID, t.person.ID))
	return ok && d.Guided && d.Asked != "" && len(d.Answered) > 0 && d.Chat == t.chat.ID
}

// beside are the figures of a line that says nothing of what its unit's form asks (“口罩200个”, “在岗18人”), nil for a line
// that is a report, or changes one.
func (t *turn) beside(r understand.Reading, unit workgroup.Unit, date workgroup.Date) workgroup.Figures {
	form := t.College.FormOn(date)
	figures := workgroup.Figures{}
	for _, key := range sorted(r.Fields) {
		figures[t.fit(form, unit, workgroup.Key(key))] = workgroup.Count(r.Fields[key])
	}
	for _, key := range r.Unknown {
		figures[t.fit(form, unit, workgroup.Key(key))] = workgroup.Unsaid
	}
	asks := func(k workgroup.Key) bool {
		base, _, _ := k.Parts()
		return dialog.Foreign(form, k) || !form.Beside(unit.Kind, k) && base != "unreached"
	}
	if r.Zero || slices.ContainsFunc(sorted(figures), asks) {
		return nil
	}
	for _, d := range r.Doubts {
		switch d.Code {
		case understand.SameAsBefore, understand.NoNew, understand.WhichField, understand.WhichMessage:
			return nil
		case understand.HowMany, understand.Contradiction:
			if asks(t.fit(form, unit, workgroup.Key(d.Key))) {
				return nil
			}
		}
	}
	// A correction changes what was filed, whatever it names.
	if _, filed := workgroup.FiledOn(t.b, date, unit.ID); filed && (r.Kind == understand.Correction || r.Amend != nil) {
		return nil
	}
	return figures
}

// besideOnly tells a head that figures the form does not ask make no report. Among colleagues in the group such figures are
// often meant for somebody else: there only who names their unit, corrects, or answers the bot, is told.
func (t *turn) besideOnly(r understand.Reading, unit workgroup.Unit, date workgroup.Date, figures workgroup.Figures) error {
	named := t.person.Speaks(workgroup.UnitID(r.Unit))
	if t.addressed() || named || r.Kind == understand.Correction {
		t.whisper("say/beside", workgroup.Facts{"unit": unit.Named(), "lines": t.Lines(t.College.FormOn(date), figures, true)})
	}
	return nil
}

// basis is what a line starts from: nothing, or what it changes, or the day it says is no different.
func (t *turn) basis(d workgroup.Draft, unit workgroup.Unit, r understand.Reading) (workgroup.Figures, error) {
	filed, ok := d.Basis(t.b, d.Date)
	switch {
	case (r.Doubtful(understand.SameAsBefore) || r.Doubtful(understand.NoNew)) && d.Foreign(t.b):
		return nil, workgroup.Refuse(workgroup.TheirYesterday, "unit", unit.Named())
	case r.Doubtful(understand.SameAsBefore), r.Doubtful(understand.NoNew):
		before, ok := d.Basis(t.b, d.Date.Add(-1))
		if !ok {
			return nil, workgroup.Refuse(workgroup.NoYesterday, "unit", unit.Named())
		}
		same := stocks(before.Figures)
		maps.DeleteFunc(same, func(k workgroup.Key, _ workgroup.Count) bool { return dialog.Foreign(t.College.FormOn(d.Date), k) }) // asked no longer
		return same, nil
	case ok && t.onlyNew(filed, unit, r):
		return filed.Figures.Clone(), nil
	case t.edited && r.Kind != understand.Correction && r.Amend == nil:
		return t.besideEdited(d, filed, unit), nil
	case r.Kind != understand.Correction && r.Amend == nil && !(ok && partly(r) && !d.Foreign(t.b)):
		return workgroup.Figures{}, nil
	case len(d.Figures) > 0:
		filed.Report = workgroup.Report{Figures: d.Figures} // what is corrected was not confirmed yet
	case !ok:
		return workgroup.Figures{}, nil
	}
	if r.Zero && len(r.Fields) == 0 && len(r.Unknown) == 0 && r.Amend == nil {
		return workgroup.Figures{}, nil // “更正：零报告”: all of it
	}
	base := filed.Figures.Clone()
	// What was a part of a corrected count no longer holds unless it is said again; a sum that nobody stated follows its groups.
	t.forgetParts(base, unit, r.Fields)
	for _, k := range filed.Summed {
		delete(base, k)
	}
	// Nor does a zero, once a group of it has people: nobody has counted that.
	for _, key := range sorted(r.Fields) {
		k := t.fitAmong(t.College.FormOn(d.Date), unit, workgroup.Key(key), r.Fields, base)
		b, m, g := k.Parts()
		if whole := workgroup.K(b, m, workgroup.Everybody); g != workgroup.Everybody && r.Fields[key] > 0 && base[whole] == 0 {
			delete(base, whole)
		}
	}
	return base, nil
}

// onlyNew tells whether a line answers only what has come into the form since its unit filed.
func (t *turn) onlyNew(filed workgroup.Standing, unit workgroup.Unit, r understand.Reading) bool {
	form := t.College.FormOn(filed.Date)
	items := t.College.Unasked(filed, unit.Kind)
	return len(r.Fields) > 0 && len(items) > 0 && !slices.ContainsFunc(sorted(r.Fields), func(key string) bool {
		_, one := dialog.ItemOf(items, t.fit(form, unit, workgroup.Key(key)))
		return !one
	})
}

// dated tells whether a word of time dates the report itself (“软件学院 昨天 零报告”) and not something told beside it
// (“零报告，昨天已传达”): it comes first, its clause holds the report, and today is not spoken of.
func (t *turn) dated(word string) bool {
	before, after, ok := strings.Cut(t.msg.Text, word)
	if !ok || strings.ContainsAny(before, "，,。；;\n零0123456789") || strings.Contains(after, "今") {
		return false
	}
	if end := strings.IndexAny(after, "，,。；;\n"); end >= 0 {
		after = after[:end]
	}
	return strings.ContainsAny(after, "零无0123456789一二两三四五六七八九十") || strings.Contains(after, "没有") || strings.Contains(after, "正常")
}

// unitOf is the unit a line speaks for: the one it names, else the sender's own.
func (t *turn) unitOf(r understand.Reading) (workgroup.Unit, error) {
	own := t.person.Units()
	id := workgroup.UnitID(r.Unit)
	if id == "" {
		switch len(own) {
		case 0:
			return workgroup.Unit{}, workgroup.Refuse(workgroup.NotAHead, "unit", workgroup.Named{})
		case 1:
			id = own[0]
		default:
			return workgroup.Unit{}, workgroup.Refuse(workgroup.NameTheUnit)
		}
	}
	u, ok := workgroup.Units.Get(t.b, string(id))
	if !ok {
		return u, workgroup.Refuse(workgroup.NameTheUnit)
	}
	return u, nil
}

// stocks are the figures of a day that stay true on the next when nothing changed.
func stocks(f workgroup.Figures) workgroup.Figures {
	out := workgroup.Figures{}
	for k, n := range f {
		if _, m, _ := k.Parts(); m == workgroup.Now || m == workgroup.Plain || m == workgroup.Total {
			out[k] = n
		}
	}
	return out
}

// source keeps the message that the draft's figures came from.
func (t *turn) source(d *workgroup.Draft) {
	d.Said = t.said
	if t.msg == nil {
		return
	}
	if t.quoted != nil {
		d.Sources = append(d.Sources, *t.quoted) // “同上” holds no figure itself
	}
	d.Sources = append(d.Sources, workgroup.Source{Chat: t.chat.ID, Message: t.msg.ID, Text: excerpt(t.msg.Text), At: t.said, Edited: t.edited})
	workgroup.Sources.Put(t.b, workgroup.SourceOf{Chat: t.chat.ID, Message: t.msg.ID, Date: d.Date, Unit: d.Unit, Person: d.Person})
}

// editedWords is an edited message: what it became is read again, and changes what it had become. A list is read anew.
func (t *turn) editedWords(r understand.Reading) (bool, error) {
	of, ok := workgroup.Sources.Get(t.b, workgroup.SourceKey(t.chat.ID, t.msg.ID))
	if !ok || len(r.Rows) > 0 {
		return false, nil
	}
	if !t.known || t.person.ID != of.Person {
		return true, nil
	}
	if d, ok := workgroup.Drafts.Get(t.b, workgroup.DraftKey(of.Date, of.Unit, of.Person)); ok {
		for _, s := range d.Sources {
			if s.Asked != "" && s.Chat == t.chat.ID && s.Message == t.msg.ID {
				return true, t.editedAnswer(d, s.Asked)
			}
		}
	}
	switch {
	case t.unsaid(r):
		t.editedOut(of)
		return true, nil
	case r.Kind != understand.Report && r.Kind != understand.Zero && r.Kind != understand.Correction:
		t.editedAway(of)
		return true, nil
	}
	// Another unit's figures are no correction of this one's.
	if r.Unit != "" && r.Unit != string(of.Unit) {
		return true, workgroup.Refuse(workgroup.EditedUnit, "unit", t.unitName(of.Unit), "named", t.unitName(workgroup.UnitID(r.Unit)))
	}
	r.Unit, r.DateRef = string(of.Unit), string(of.Date)
	return true, t.line(r)
}

// editedCase is a report edited into news of a case: its figures take the place of what the message held. Where they cannot be read, or
// are another unit's, the read-back that stands is taken back, never confirmed.
func (t *turn) editedCase(r understand.Reading) error {
	of, ok := workgroup.Sources.Get(t.b, workgroup.SourceKey(t.chat.ID, t.msg.ID))
	if !ok || !t.known || t.person.ID != of.Person {
		return nil
	}
	if len(r.Fields) > 0 && (r.Unit == "" || r.Unit == string(of.Unit)) {
		r.Unit, r.DateRef = string(of.Unit), string(of.Date)
		return t.line(r)
	}
	t.editedOut(of)
	return nil
}

// unsaid tells whether a message has been edited to the word that it was a mistake, or that whoever it told of is well (“没事了，误会”, “软件1802没事了”): a case
// is excluded by a person, and the day's report is not about it.
func (t *turn) unsaid(r understand.Reading) bool {
	if understand.AllClear(t.msg.Text) {
		return true
	}
	return r.Kind == understand.Zero && !dayWide.MatchString(t.msg.Text) && workgroup.Alarms.Has(t.b, workgroup.SourceKey(t.chat.ID, t.msg.ID))
}

// editedOut takes back the read-back that holds what a message said before it was edited; figures that are filed stand.
func (t *turn) editedOut(of workgroup.SourceOf) {
	d, waits := workgroup.Drafts.Get(t.b, workgroup.DraftKey(of.Date, of.Unit, of.Person))
	if waits && slices.ContainsFunc(d.Sources, func(s workgroup.Source) bool { return s.Chat == t.chat.ID && s.Message == t.msg.ID }) {
		t.drop(d)
		return
	}
	t.editedAway(of)
}

// editedAway tells whose message was edited into something that is no report, once, that its figures stand as they were.
func (t *turn) editedAway(of workgroup.SourceOf) {
	if of.Told {
		return
	}
	filed, ok := workgroup.FiledOn(t.b, of.Date, of.Unit)
	facts := workgroup.Facts{"unit": t.unitName(of.Unit), "date": of.Date, "filed": false, "at": "", "revision": 0}
	_, waits := workgroup.Drafts.Get(t.b, workgroup.DraftKey(of.Date, of.Unit, of.Person))
	switch {
	case ok && slices.ContainsFunc(filed.Sources, func(s workgroup.Source) bool { return s.Chat == of.Chat && s.Message == of.Message }):
		facts["filed"], facts["at"], facts["revision"] = true, t.Clock(filed.Filed), filed.Revision
	case !waits:
		return // nothing stands that it could have changed
	}
	of.Told = true
	workgroup.Sources.Put(t.b, of)
	t.whisper("say/edit-unread", facts)
}
