package workgroup

import (
	"maps"
	"slices"
	"time"
)

// Draft is a filing its head has not confirmed yet (待确认). It lives until its date closes.
type Draft struct {
	Date       Date      `json:"date"`
	Unit       UnitID    `json:"unit"`
	Person     PersonID  `json:"person"`
	For        UnitID    `json:"for,omitempty"` // 代报: the person's own unit
	GrantAsked bool      `json:"grant_asked,omitempty"`
	From       PersonID  `json:"from,omitempty"` // in whose list it stood; empty: its own person said it
	Rows       int       `json:"rows,omitempty"` // of how many rows of a list its figures are the sum
	Chat       int64     `json:"chat"`           // where the conversation is
	Opened     time.Time `json:"opened"`
	Said       time.Time `json:"said,omitzero"` // Telegram's date of what held its figures last
	Figures    Figures   `json:"figures"`
	Zero       bool      `json:"zero,omitempty"`      // “零报告”, “其余正常”
	Guided     bool      `json:"guided,omitempty"`    // one question at a time
	Answered   []Key     `json:"answered,omitempty"`  // in order, for going back
	Asked      Key       `json:"asked,omitempty"`     // what the card asks for now; empty: it reads back
	Doubtful   string    `json:"doubtful,omitempty"`  // words whose question is asked for
	Unplaced   []string  `json:"unplaced,omitempty"`  // further words of that kind, asked about one after another
	Picking    bool      `json:"picking,omitempty"`   // the card offers the questions, to choose one
	Left       Figures   `json:"left,omitempty"`      // figures said before that a zero report would replace
	Discreet   bool      `json:"discreet,omitempty"`  // its words told of a case, or of somebody by name: the group reads nothing of it
	Unread     bool      `json:"unread,omitempty"`    // what was said last under the read-back was no answer to it
	Overtaken  bool      `json:"overtaken,omitempty"` // somebody else has filed since its head was last shown it
	Sources    []Source  `json:"sources,omitempty"`
	NotNew     bool      `json:"not_new,omitempty"` // its writer was asked, and nobody whom it counts is a new case
	Version    uint64    `json:"version"`

	// Of a correction of what was filed; see OpenCorrection.
	Remind   time.Time `json:"remind,omitzero"`   // when its head is reminded that it is not confirmed
	Reminded time.Time `json:"reminded,omitzero"` // they were, last
	Raised   bool      `json:"raised,omitempty"`  // the office was told
}

// Key sorts drafts by date, unit and person: each head has one of their own.
func (d Draft) Key() string { return DraftKey(d.Date, d.Unit, d.Person) }

// Due is when its head is reminded of a correction that waits.
func (d Draft) Due() time.Time { return d.Remind }

// Copy is the draft, sharing nothing with it.
func (d Draft) Copy() Draft {
	d.Figures, d.Left, d.Answered = maps.Clone(d.Figures), maps.Clone(d.Left), slices.Clone(d.Answered)
	d.Unplaced, d.Sources = slices.Clone(d.Unplaced), slices.Clone(d.Sources)
	return d
}

// DraftKey is the key of a draft.
func DraftKey(date Date, u UnitID, p PersonID) string {
	return string(date) + "/" + string(u) + "/" + string(p)
}

// Drafts are the filings not confirmed yet.
var Drafts = copying[Draft]("drafts", 300)

// AskNext asks about the next of the words whose question is not known, where nothing else is asked of that kind.
func (d *Draft) AskNext() {
	if d.Doubtful == "" && len(d.Unplaced) > 0 {
		d.Doubtful, d.Unplaced = d.Unplaced[0], d.Unplaced[1:]
	}
}

// ReadsBack tells whether a draft asks for nothing but its head's word.
func (d Draft) ReadsBack() bool {
	return d.Asked == "" && d.Doubtful == "" && !d.Picking && (len(d.Figures) > 0 || d.Zero)
}

// Pending tells whether a unit has figures said that nobody has confirmed.
func Pending(b Book, date Date, u UnitID) bool { return len(unconfirmed(b, date, u)) > 0 }

// Stands tells whether whose draft it is may still confirm it: their registration may have been taken back since.
func (d Draft) Stands(b Book) bool {
	as := d.Unit
	if d.For != "" {
		as = d.For
	}
	p, ok := People.Get(b, string(d.Person))
	return ok && p.Telegram != 0 && p.Speaks(as)
}

// StartDraft opens a draft, or goes on with the one there is.
func (c College) StartDraft(b Book, r Round, u Unit, by Person, chat int64, now time.Time) (Draft, error) {
	if err := c.MayFile(b, r, u, by); err != nil {
		return Draft{}, err
	}
	d, ok := Drafts.Get(b, DraftKey(r.Date, u.ID, by.ID))
	if !ok {
		d = Draft{Date: r.Date, Unit: u.ID, Person: by.ID, Opened: now, Figures: Figures{}}
		if !by.Speaks(u.ID) {
			d.For = speaksAs(b, r.Date, u.ID, by)
		}
		b.Note(Event{At: now, Kind: DraftOpened, Object: d.Key(), By: by.ID})
	}
	return d.Move(b, chat, now), nil
}

// Foreign tells whether a draft is of a unit that has not agreed yet to what its writer files for it: what that unit has filed is none of
// the writer's business, and nothing of it is shown to them.
func (d Draft) Foreign(b Book) bool { return d.For != "" && !Granted(b, d.Date, d.Unit, d.For) }

// Basis is what a unit has filed for a date, where the writer of a draft may start from it and see it; ok is false where it has filed
// nothing, and where the draft is Foreign.
func (d Draft) Basis(b Book, of Date) (filed Standing, ok bool) {
	if d.Foreign(b) {
		return Standing{}, false
	}
	return FiledOn(b, of, d.Unit)
}

// Move takes the conversation to another chat: nothing of it stays in the old one.
func (d Draft) Move(b Book, chat int64, now time.Time) Draft {
	if d.Chat != 0 && d.Chat != chat {
		TakeAway(b, CardKey(TalkCard, d.Key(), d.Chat), now)
		Desks.Drop(b, DeskKey(string(d.Person), d.Chat))
	}
	d.Chat = chat
	return d
}

// speaksAs is the unit for which somebody files on another's behalf: the one that was asked, else their first.
func speaksAs(b Book, d Date, u UnitID, by Person) UnitID {
	own := by.Units()
	for _, mine := range own {
		if Granted(b, d, u, mine) {
			return mine
		}
	}
	return own[0]
}

// MayFile tells whether a person may start filing for a unit: its own heads and deputies, or a head of another unit
// (代报), whose filing then waits until the unit has agreed.
func (c College) MayFile(b Book, r Round, u Unit, by Person) error {
	switch {
	case !r.Owes(u.ID):
		return Refuse(UnitNotInRound, "unit", u.Named())
	case len(by.Units()) == 0:
		return Refuse(NotAHead, "unit", u.Named())
	}
	return nil
}

// Keep keeps a draft after a change: what was shown before is a version behind.
func (d Draft) Keep(b Book) Draft {
	d.Version++
	Drafts.Put(b, d)
	Desks.Put(b, Desk{Person: string(d.Person), Chat: d.Chat, Draft: d.Key()})
	return d
}

// Put answers a question of the draft.
func (d *Draft) Put(k Key, n Count) {
	d.Figures[k] = n
	d.Answered = append(slices.DeleteFunc(d.Answered, func(x Key) bool { return x == k }), k)
}

// Back takes the last answer back.
func (d *Draft) Back() {
	if n := len(d.Answered); n > 0 {
		delete(d.Figures, d.Answered[n-1])
		d.Answered = d.Answered[:n-1]
	}
}

// Settled are the figures as they would be filed: the rest is zero, and sums follow from their groups.
func (c College) Settled(d Draft, u Unit) Figures {
	form := c.FormOn(d.Date)
	f := d.Figures.Clone()
	groups := u.Kind.Groups()
	for _, item := range form.For(u.Kind) {
		if !f.Has(item.Key) {
			follow(f, item.Key, groups)
		}
		for _, k := range item.parts() {
			followPart(f, item.Key, k, groups)
		}
	}
	return form.Rest(u.Kind, f)
}

// summed are the items of a draft whose figures are nobody's words, but the sums of their groups.
func (c College) summed(d Draft, u Unit, settled Figures) (out []Key) {
	for _, item := range c.FormOn(d.Date).For(u.Kind) {
		grouped := slices.ContainsFunc(Groups, func(g Group) bool { return d.Figures.Has(item.Key.Of(g)) })
		if grouped && !d.Figures.Has(item.Key) && settled.Has(item.Key) {
			out = append(out, item.Key)
		}
		for _, k := range item.parts() {
			if !d.Figures.Has(k) && settled.Has(k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// parts are what an item counts of its own coming and going (新增、解除), and who of its people are somewhere (其中在武汉).
func (i Item) parts() (out []Key) {
	own, _, _ := i.Key.Parts()
	for _, k := range i.Details {
		if base, m, _ := k.Parts(); base != own || m == New || m == Released {
			out = append(out, k)
		}
	}
	return out
}

// Stated are a report's figures without those that only add up their groups.
func (r Report) Stated() Figures {
	stated := r.Figures.Clone()
	for _, k := range r.Summed {
		delete(stated, k)
	}
	return stated
}

// follow fills in the sum of a count given by group. Whoever names one group and reads back “其余为0” has said that the
// others are zero. An approximate part leaves the sum open.
func follow(f Figures, k Key, groups []Group) {
	sum, given := 0, false
	for _, g := range Groups {
		n, said := f.Said(k.Of(g))
		if f.Has(k.Of(g)) && !said {
			return
		}
		sum, given = sum+n, given || said
	}
	if !given {
		return
	}
	for _, g := range groups {
		if !f.Has(k.Of(g)) {
			f[k.Of(g)] = 0
		}
	}
	f[k] = Count(sum)
}

// followPart fills in the sum of a part of a count given by group, where it is known of each group that has anybody: it is what the ledger and
// the college's sums stand on.
func followPart(f Figures, count, part Key, groups []Group) {
	if f.Has(part) {
		return
	}
	sum, given := 0, false
	for _, g := range groups {
		n, said := f.Said(part.Of(g))
		there, known := f.Said(count.Of(g))
		if !said && (f.Has(part.Of(g)) || !known || there > 0) {
			return
		}
		sum, given = sum+n, given || said
	}
	if given {
		f[part] = Count(sum)
	}
}

// Confirm files a draft. Only its own head can, of the version they were shown.
func (c College) Confirm(b Book, r Round, d Draft, version uint64, by Person, now time.Time) (Report, []Change, error) {
	u, _ := Units.Get(b, string(d.Unit))
	switch {
	case by.ID != d.Person:
		return Report{}, nil, Refuse(NotYours)
	case version != d.Version:
		return Report{}, nil, Refuse(Changed)
	case d.Asked != "" || d.Doubtful != "":
		return Report{}, nil, Refuse(StillAsking)
	}
	if err := c.MayFile(b, r, u, by); err != nil {
		return Report{}, nil, err
	}
	// Duties may have changed since the draft was opened.
	if as := d.For; as == "" && !by.Speaks(d.Unit) || as != "" && !by.Speaks(as) {
		return Report{}, nil, Refuse(NotAHead, "unit", u.Named())
	}
	if d.For != "" && !Granted(b, d.Date, d.Unit, d.For) {
		return Report{}, nil, Refuse(NeedsGrant, "unit", u.Named())
	}
	figures := c.Settled(d, u)
	for _, n := range figures {
		if n == Unsaid {
			return Report{}, nil, Refuse(StillAsking)
		}
	}
	var before Figures
	if old, ok := FiledOn(b, d.Date, d.Unit); ok {
		before = old.Figures
		if len(Differ(before, figures)) == 0 {
			c.standByAnswered(b, d, by, now)
			d.Leave(b, now)
			return old.Report, nil, nil
		}
	}
	report := c.File(b, r, Filing{Unit: u, Date: d.Date, By: by, For: d.For, Zero: abnormal(c.FormOn(d.Date), u.Kind, figures) == 0,
		Figures: figures, Summed: c.summed(d, u, figures), Sources: d.Sources, At: d.Said, Now: now})
	d.Leave(b, now)
	return report, Differ(before, figures), nil
}

// abnormal counts the figures that make a report more than a zero report.
func abnormal(form Form, kind UnitKind, figures Figures) int {
	plain := map[string]bool{}
	for _, i := range form.Items {
		base, _, _ := i.Key.Parts()
		plain[base] = i.Plain
	}
	n := 0
	for _, k := range figures.Nonzero() {
		if base, _, _ := k.Parts(); !plain[base] && !form.Beside(kind, k) {
			n++
		}
	}
	return n
}

// Drop gives a draft up.
func (d Draft) Drop(b Book, now time.Time, kind EventKind) {
	b.Note(Event{At: now, Kind: kind, Object: d.Key(), By: d.Person})
	d.Leave(b, now)
}

// Leave forgets a draft and what stood on its person's desk; in the group its working message goes too.
func (d Draft) Leave(b Book, now time.Time) {
	Drafts.Drop(b, d.Key())
	Withdraw(b, d.about().Object)
	if _, filed := FiledOn(b, d.Date, d.Unit); filed {
		showCorrections(b, d, now)
	}
	dropAside(b, d.Key(), d.Person, now) // what it would have rung for is confirmed, or given up
	// What else they are asked there by now, a reason for instance, stays.
	if desk, ok := Desks.Get(b, DeskKey(string(d.Person), d.Chat)); ok && desk.Draft == d.Key() {
		Desks.Drop(b, desk.Key())
	}
	if d.Chat < 0 {
		TakeAway(b, CardKey(TalkCard, d.Key(), d.Chat), now)
	} else {
		Touch(b, TalkCard, d.Key(), now)
	}
}
