package bot

import (
	"maps"
	"slices"
	"strconv"

	"fangkong/bot/dialog"
	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// take puts what was read into a draft: figures, and what has to be asked.
func (t *turn) take(d *workgroup.Draft, unit workgroup.Unit, r understand.Reading) {
	form := t.College.FormOn(d.Date)
	if r.Doubtful(understand.SameAsBefore) {
		t.butFor(d, form, unit, r)
	}
	for _, key := range sorted(r.Fields) {
		k := t.fitAmong(form, unit, workgroup.Key(key), r.Fields, d.Figures)
		d.Figures[k] = workgroup.Count(r.Fields[key])
		// News of a case says only what is new: whoever is new is also there.
		now := k.As(workgroup.Now)
		if base, m, _ := k.Parts(); r.Kind == understand.Urgent && m == workgroup.New && base != "death" && max(d.Figures[now], 0) < d.Figures[k] {
			t.forgetParts(d.Figures, unit, map[string]int{string(now): int(d.Figures[k])})
			d.Figures[now] = d.Figures[k]
		}
	}
	for _, key := range r.Unknown {
		k := t.fit(form, unit, workgroup.Key(key))
		d.Figures[k] = workgroup.Unsaid
		d.Asked = k
	}
	for _, doubt := range r.Doubts {
		switch doubt.Code {
		case understand.WhichField:
			d.Unplaced = append(d.Unplaced, doubt.Words)
		case understand.HowMany, understand.Contradiction:
			k := t.fit(form, unit, workgroup.Key(doubt.Key))
			if _, m, _ := k.Parts(); m == workgroup.Plain {
				k = k.As(workgroup.Now) // only what is counted was named
			}
			// Which question “隔离新增1人” belongs to is asked first: homeless.
			if dialog.Foreign(form, k) && d.Figures.Has(k.As(workgroup.New)) {
				continue
			}
			if now, follows := followsFlows(d.Figures, k); follows && doubt.Code == understand.HowMany {
				d.Figures[k] = now // 原有4人今天解除1人新来2人
			}
			// Two values that cannot both hold are read back, and held against each other there.
			if doubt.Key != "" && d.Asked == "" && !d.Figures.Has(k) {
				d.Asked = k
			}
		}
	}
	if r.Amend != nil {
		d.Doubtful, d.Unplaced = "", nil // which figure “2人应为3人” means is known here better than from the sentence
		t.amend(d, r.Amend)
	}
	if len(d.Unplaced) == 0 && d.Doubtful == "" {
		d.Doubtful = t.homelessWords(form, d.Figures, r)
	}
	d.AskNext()
	t.asksRuledOut(d, unit, r)
}

// followsFlows is the stock that follows from what was there, who is new and who was released, where all three are told and it is not.
func followsFlows(f workgroup.Figures, k workgroup.Key) (workgroup.Count, bool) {
	prev, had := f.Said(k.As(workgroup.Prev))
	added, came := f.Said(k.As(workgroup.New))
	released, went := f.Said(k.As(workgroup.Released))
	now := prev + added - released
	return workgroup.Count(now), k == k.As(workgroup.Now) && !f.Has(k) && had && came && went && now >= 0
}

// ruledOut is somebody counted of whom a bracket says that it is not so: 发热1人（已排除）. Whether anybody is left is asked, not taken for nothing.
var ruledOut = pattern.MustCompile(`[1-9一二两三四五六七八九十１-９][人例名个位][（(][^）)]{0,4}排除`)

// asksRuledOut asks how many there are of what a zero report names only to say that it was ruled out.
func (t *turn) asksRuledOut(d *workgroup.Draft, unit workgroup.Unit, r understand.Reading) {
	if !r.Zero || d.Asked != "" || d.Doubtful != "" || !ruledOut.MatchString(t.msg.Text) {
		return
	}
	form := t.College.FormOn(d.Date)
	for _, why := range r.Why {
		k := t.fit(form, unit, workgroup.Key(why.Key))
		if item, ok := dialog.ItemOf(form.For(unit.Kind), k); ok && item.Key == k && d.Figures[k] == 0 && ruledOut.MatchString(why.Words+"）") {
			d.Asked = k
			return
		}
	}
}

// butFor changes the figures of the day before by what a line says is not the same (“同昨日，居家隔离减1人”); what changes by an amount
// that is not clear is left open, to be asked.
func (t *turn) butFor(d *workgroup.Draft, form workgroup.Form, unit workgroup.Unit, r understand.Reading) {
	for _, doubt := range r.Doubts {
		k := t.fit(form, unit, workgroup.Key(doubt.Key))
		if doubt.Code != understand.HowMany || !d.Figures.Has(k) {
			continue
		}
		came, added := r.Fields[string(k.As(workgroup.New))]
		went, released := r.Fields[string(k.As(workgroup.Released))]
		if now := d.Figures[k] + workgroup.Count(came-went); (added || released) && now >= 0 {
			d.Figures[k] = now
		} else {
			delete(d.Figures, k)
		}
	}
}

// homelessWords are the words with which it is asked where homeless figures belong: those that were written, if they were.
func (t *turn) homelessWords(form workgroup.Form, f workgroup.Figures, r understand.Reading) string {
	base, asked := dialog.Homeless(form, f)
	for _, why := range r.Why {
		if b, _, _ := workgroup.Key(why.Key).Parts(); base != "" && b == base && r.Fields[why.Key] > 0 {
			return why.Words
		}
	}
	return asked
}

// speaksOf tells whether the words asked about are those of homeless figures.
func (t *turn) speaksOf(words, base string) bool {
	for key := range t.reader().Read(words, understand.Context{}).Fields {
		if b, _, _ := workgroup.Key(key).Parts(); b == base {
			return true
		}
	}
	return false
}

// rehome gives figures without a question to the one that their head chose, measure by measure.
func (t *turn) rehome(d *workgroup.Draft, base string, to workgroup.Key) {
	home, _, _ := to.Parts()
	for _, k := range sorted(d.Figures) {
		if b, m, g := k.Parts(); b == base {
			d.Figures[workgroup.K(home, m, g)] += d.Figures[k]
			delete(d.Figures, k)
		}
	}
}

// amend changes a figure named only by its old value: when several held it, which one is asked.
func (t *turn) amend(d *workgroup.Draft, a *understand.Amend) {
	var held []workgroup.Key
	for k, n := range d.Figures {
		if int(n) == a.From {
			held = append(held, k)
		}
	}
	switch {
	case a.Blind:
		d.Doubtful = words(a.To)
	case a.Key != "":
		d.Figures[workgroup.Key(a.Key)] = workgroup.Count(a.To)
	case len(held) == 1:
		d.Figures[held[0]] = workgroup.Count(a.To)
	default:
		d.Doubtful = words(a.To)
	}
}

// fit is a key as the unit's form has it: a unit with one group of people need not name it, and a cough is among the
// other symptoms unless the form asks for it by itself.
func (t *turn) fit(form workgroup.Form, unit workgroup.Unit, k workgroup.Key) workgroup.Key {
	base, m, g := k.Parts()
	if groups := unit.Kind.Groups(); len(groups) == 1 && g == groups[0] {
		g = workgroup.Everybody
	}
	if base == "cough" && dialog.Foreign(form, workgroup.K("cough", workgroup.Now, "")) {
		base = "symptom"
	}
	return workgroup.K(base, m, g)
}

// fitAmong is fit of a key beside others: where people of another group, or all of them, are told apart from the unit's only group, that group
// is not the whole (“外聘2人，职工0” of an office).
func (t *turn) fitAmong(form workgroup.Form, unit workgroup.Unit, k workgroup.Key, said map[string]int, stands workgroup.Figures) workgroup.Key {
	base, m, own := k.Parts()
	if groups := unit.Kind.Groups(); len(groups) > 1 || own != groups[0] {
		return t.fit(form, unit, k)
	}
	for _, g := range append([]workgroup.Group{workgroup.Everybody}, workgroup.Groups...) {
		other := workgroup.K(base, m, g)
		_, told := said[string(other)]
		if g != own && (told || g != workgroup.Everybody && stands.Has(other)) {
			return t.fit(form, workgroup.Unit{}, k)
		}
	}
	return t.fit(form, unit, k)
}

// forgetParts drops from base the groups of every count that is said anew, and where nobody is left its details. Where somebody is, who is new or
// released stays as it was said: nothing else was corrected, and what does not follow any more is asked.
func (t *turn) forgetParts(base workgroup.Figures, unit workgroup.Unit, said map[string]int) {
	form := t.College.FormOn(workgroup.DateOf(t.said))
	for key := range said {
		k := t.fitAmong(form, unit, workgroup.Key(key), said, base)
		item, ok := dialog.ItemOf(form.Items, k)
		if !ok || item.Key != k || base[k] == workgroup.Count(said[key]) {
			continue
		}
		parts := []workgroup.Key{k}
		if said[key] == 0 {
			parts = append(parts, item.Details...)
		}
		for _, part := range parts {
			if part != k {
				delete(base, part)
			}
			for _, g := range workgroup.Groups {
				delete(base, part.Of(g))
			}
		}
	}
}

func words(n int) string { return strconv.Itoa(n) }

func sorted[K ~string, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
