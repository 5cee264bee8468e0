package bot

import (
	"slices"

	"fangkong/bot/dialog"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// going begins a line that goes on from what was said before: it never stands for the whole.
var going = pattern.MustCompile(`(?i)^\s*(?:(?:对|是|好|嗯|yes|right|ok)[的啊]?\s*[，,。.]?\s*)?(?:还有|还|另外|另有|另|又有|又|再加|此外|但是|但|不过|补充|also|and|another|in addition|plus|but|one more)`)

// more begins one whose people come to those that were said: “又有一个” after two makes three.
var more = pattern.MustCompile(`(?i)^\s*(?:(?:对|是|好|嗯|yes|right|ok)[的啊]?\s*[，,。.]?\s*)?(?:(?:但是|但|不过|补充|but)?\s*[：:，,]?\s*)?(?:还有|还新增|还发现|另外|另有|另|又有|又新增|又增|又发现|又来|又多|又添|再加|此外|also|and|another|in addition|plus|one more)`)

// adds tells whether a line is added to figures that stand: it goes on from them, or says nothing of the same people and is no whole
// report by itself.
func (t *turn) adds(d workgroup.Draft, unit workgroup.Unit, r understand.Reading) bool {
	switch {
	case t.keepsStanding(d, r):
		return true
	case t.edited || r.Kind == understand.Correction || r.Amend != nil || r.Zero || r.Doubtful(understand.SameAsBefore) || r.Doubtful(understand.NoNew):
		return false
	case r.Exposed && r.Kind == understand.Report && !whole(r):
		return true // whoever is called by where they are counted stays counted there
	case d.Picking && !whole(r):
		return true // “要改哪一项？” is answered by the one that changes
	case going.MatchString(t.onwards()):
		return true
	case d.From != "" || whole(r) || len(d.Sources) == 0 || d.Guided && d.Asked != "":
		return false
	}
	said := t.keysSaid(d.Date, unit, r)
	return !slices.ContainsFunc(d.Figures.Nonzero(), func(was workgroup.Key) bool {
		return slices.ContainsFunc(sorted(said), func(k workgroup.Key) bool { return samePeople(was, k) })
	})
}

// keepsStanding tells whether a line says only of the rest that there is nothing (“没有别的了”) where figures have been read back, or filed: it takes
// the place of none of them.
func (t *turn) keepsStanding(d workgroup.Draft, r understand.Reading) bool {
	if t.edited || !r.Rest {
		return false
	}
	_, filed := workgroup.FiledOn(t.b, d.Date, d.Unit)
	return filed || len(d.Sources) > 0 && !(d.Guided && d.Asked != "")
}

// onward are the figures that stand where a line adds to them, with room for what it says: those of the draft, else those filed.
func (t *turn) onward(d workgroup.Draft, unit workgroup.Unit, r understand.Reading) workgroup.Figures {
	base := d.Figures.Clone()
	if filed, ok := d.Basis(t.b, d.Date); ok && len(base) == 0 && !d.Zero {
		base = filed.Figures.Clone()
	}
	if more.MatchString(t.onwards()) {
		return base // nothing gives way to what comes to it
	}
	t.forgetParts(base, unit, r.Fields)
	for k, n := range t.keysSaid(d.Date, unit, r) {
		all := k.Of(workgroup.Everybody)
		if k != all {
			delete(base, all) // the sum follows from its groups
		}
		// Whoever is new is also there.
		if _, m, _ := k.Parts(); m == workgroup.New && base[k.As(workgroup.Now)] < n {
			delete(base, k.As(workgroup.Now))
		}
	}
	return base
}

// goesOn completes a draft that a line was added to: what was asked before and is not answered yet is asked again, and people who come to
// others are added up.
func (t *turn) goesOn(d *workgroup.Draft, was workgroup.Draft, base workgroup.Figures, unit workgroup.Unit, r understand.Reading) {
	said := t.keysSaid(d.Date, unit, r)
	if more.MatchString(t.onwards()) {
		d.Figures = plus(base, said, unit.Kind.Groups())
	}
	answers := slices.ContainsFunc(sorted(said), func(k workgroup.Key) bool { return samePeople(k, was.Asked) })
	if d.Asked == "" && was.Asked != "" && !answers {
		d.Asked = was.Asked
	}
	from, ours := dialog.Homeless(t.College.FormOn(d.Date), base) // which is asked in the form's words where its own are not at hand
	if was.Doubtful == "" || d.Doubtful != "" && d.Doubtful != was.Doubtful && d.Doubtful != ours {
		return
	}
	d.Doubtful, d.Unplaced = was.Doubtful, was.Unplaced
	// The number that stood alone, said with its item now.
	n, ok := firstNumber(was.Doubtful)
	if !ok || !slices.ContainsFunc(sorted(said), func(k workgroup.Key) bool { return said[k] == workgroup.Count(n) }) {
		return
	}
	if from != "" && (ours == was.Doubtful || t.speaksOf(was.Doubtful, from)) {
		for k := range base {
			if b, _, _ := k.Parts(); b == from {
				delete(d.Figures, k)
			}
		}
	}
	d.Doubtful = ""
	d.AskNext()
}

// replaces are the figures that the sender has said and that a line drops: they are read back as such. What they correct by name, or
// edit, they know; what stood in somebody else's list they have not said.
func (t *turn) replaces(d workgroup.Draft, unit workgroup.Unit, r understand.Reading, adds bool) workgroup.Figures {
	filed, ok := workgroup.FiledOn(t.b, d.Date, unit.ID)
	switch {
	case adds:
		return d.Left
	case t.edited || r.Kind == understand.Correction || r.Amend != nil || d.From != "":
		return nil
	case ok && len(workgroup.Differ(filed.Figures, d.Figures)) == 0:
		return nil // the read-back shows the difference
	}
	left := workgroup.Figures{}
	for k, n := range d.Figures {
		if n > 0 {
			left[k] = n
		}
	}
	return left
}

// besideEdited are the figures of a report that other messages than the edited one have given.
func (t *turn) besideEdited(d workgroup.Draft, filed workgroup.Standing, unit workgroup.Unit) workgroup.Figures {
	sources, stand := d.Sources, d.Figures
	if len(stand) == 0 {
		sources, stand = filed.Sources, filed.Stated()
	}
	mine := func(s workgroup.Source) bool { return s.Chat == t.chat.ID && s.Message == t.msg.ID }
	if !slices.ContainsFunc(sources, mine) || !slices.ContainsFunc(sources, func(s workgroup.Source) bool { return !mine(s) }) {
		return workgroup.Figures{}
	}
	base := stand.Clone()
	for _, s := range sources {
		if mine(s) {
			for k := range t.keysSaid(d.Date, unit, t.read(s.Text, understand.Context{})) {
				delete(base, k)
			}
		}
	}
	return base
}

// whole tells whether a line is a report of everything: it says what there is none of beside what there is, or names the unit with
// several items.
func whole(r understand.Reading) bool {
	bases, none, some := map[string]bool{}, false, len(r.Unknown) > 0
	for key, n := range r.Fields {
		base, _, _ := workgroup.Key(key).Parts()
		bases[base], none, some = true, none || n == 0, some || n > 0
	}
	return none && some || r.Unit != "" && len(bases) > 1
}

// anybody tells whether a reading counts somebody, or leaves open how many.
func anybody(r understand.Reading) bool {
	return len(r.Unknown) > 0 || slices.ContainsFunc(sorted(r.Fields), func(key string) bool { return r.Fields[key] > 0 })
}

// partly tells whether a line says something, and nothing of the rest: of a unit that has filed the rest stays as it is.
func partly(r understand.Reading) bool {
	return !r.Zero && !whole(r) && len(r.Fields)+len(r.Unknown)+len(r.Doubts) > 0
}

// samePeople tells whether two keys count the same: one of a group is among those of everybody.
func samePeople(a, b workgroup.Key) bool {
	base, m, g := a.Parts()
	other, n, h := b.Parts()
	return base == other && m == n && (g == h || g == workgroup.Everybody || h == workgroup.Everybody)
}

// keysSaid are the figures that a line alone would give.
func (t *turn) keysSaid(date workgroup.Date, unit workgroup.Unit, r understand.Reading) workgroup.Figures {
	alone := workgroup.Draft{Date: date, Unit: unit.ID, Figures: workgroup.Figures{}}
	t.take(&alone, unit, r)
	return alone.Figures
}

// plus adds the people of a line to those that stand. Of a sum whose groups are not all said no group is.
func plus(stand, said workgroup.Figures, groups []workgroup.Group) workgroup.Figures {
	out := stand.Clone()
	done := map[workgroup.Key]bool{}
	for _, k := range sorted(said) {
		all := k.Of(workgroup.Everybody)
		if done[all] {
			continue
		}
		done[all] = true
		was, wasParts := inAll(stand, all, groups)
		now, nowParts := inAll(said, all, groups)
		for _, g := range groups {
			part := all.Of(g)
			n, _ := said.Said(part)
			switch before, _ := stand.Said(part); {
			case !wasParts || !nowParts:
				delete(out, part)
			case said.Has(part) || stand.Has(part):
				out[part] = workgroup.Count(before + n)
			}
		}
		if was == workgroup.Unsaid || now == workgroup.Unsaid {
			out[all] = workgroup.Unsaid
		} else if stand.Has(all) || said.Has(all) || !wasParts || !nowParts {
			out[all] = was + now
		}
	}
	return out
}

// inAll is how many a count holds, and whether its groups say so too.
func inAll(f workgroup.Figures, all workgroup.Key, groups []workgroup.Group) (n workgroup.Count, parts bool) {
	sum := workgroup.Count(0)
	for _, g := range groups {
		switch one := f[all.Of(g)]; one {
		case workgroup.Unsaid:
			return workgroup.Unsaid, false
		default:
			sum += one
		}
	}
	if n, given := f[all]; given {
		return n, n == sum
	}
	return sum, true
}
