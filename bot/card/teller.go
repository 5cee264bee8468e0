package card

import (
	"slices"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/clerk"
	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

// Teller knows how things are told in one college: in which words, and by which names and times. It is safe for several readers.
type Teller struct {
	*clerk.Clerk
	College workgroup.College
	Texts   *text.Texts
	Log     zerolog.Logger
}

// NewTeller returns the teller of a college, with a clerk of its own.
func NewTeller(college workgroup.College, texts *text.Texts, log zerolog.Logger) *Teller {
	return &Teller{Clerk: clerk.New(college), College: college, Texts: texts, Log: log}
}

// Clock is an instant as people read it.
func (tell *Teller) Clock(at time.Time) string { return at.In(tell.College.Zone).Format("15:04") }

// Moment is an instant as people read it beside another: with its day, where that is not the same.
func (tell *Teller) Moment(at, now time.Time) workgroup.Facts {
	return tell.College.MomentFacts(at, now)
}

// Lines are figures in the order of the form, those it does not ask for last; zeros only when asked for.
func (tell *Teller) Lines(form workgroup.Form, f workgroup.Figures, zeros bool) []workgroup.Facts {
	place := map[string]int{}
	for i, item := range form.Items {
		base, _, _ := item.Key.Parts()
		place[base] = i - len(form.Items)
	}
	measures := []workgroup.Measure{workgroup.Now, workgroup.Plain, workgroup.Prev, workgroup.New, workgroup.Released, workgroup.Total, workgroup.ReleasedTotal}
	rank := func(k workgroup.Key) (int, int, int) {
		base, m, g := k.Parts()
		return place[base], slices.Index(append([]workgroup.Group{workgroup.Everybody}, workgroup.Groups...), g), slices.Index(measures, m)
	}
	var keys []workgroup.Key
	for k, n := range f {
		if n != 0 || zeros {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b workgroup.Key) int {
		a1, a2, a3 := rank(a)
		b1, b2, b3 := rank(b)
		for _, d := range []int{a1 - b1, a2 - b2, a3 - b3} {
			if d != 0 {
				return d
			}
		}
		if a < b {
			return -1
		}
		return 1
	})
	out := []workgroup.Facts{}
	for _, k := range keys {
		line := workgroup.LabelFacts(form, k)
		line["n"] = f[k]
		out = append(out, line)
	}
	return out
}

// Told are the lines of a report, and apart from them what was said beside it and the form does not ask.
func (tell *Teller) Told(form workgroup.Form, kind workgroup.UnitKind, f workgroup.Figures) (lines, beside []workgroup.Facts) {
	asked, other := workgroup.Figures{}, workgroup.Figures{}
	for k, n := range f {
		if form.Beside(kind, k) {
			other[k] = n
		} else {
			asked[k] = n
		}
	}
	return tell.Lines(form, asked, false), tell.Lines(form, other, false)
}

// Changes are what differs between two filings, as people read them.
func (tell *Teller) Changes(form workgroup.Form, changed []workgroup.Change) []workgroup.Facts {
	out := []workgroup.Facts{}
	for _, c := range changed {
		line := workgroup.LabelFacts(form, c.Key)
		line["before"], line["after"] = c.Before, c.After
		out = append(out, line)
	}
	return out
}

// DoubtLines are doubts as questions, in a language.
func (tell *Teller) DoubtLines(date workgroup.Date, doubts []workgroup.Doubt, lang workgroup.Language) []string {
	form := tell.College.FormOn(date)
	out := []string{}
	for _, d := range doubts {
		facts := workgroup.LabelFacts(form, d.Key)
		for k, v := range d.Facts {
			facts[k] = v
		}
		line, err := tell.Texts.Plain(lang, "check/"+string(d.Check), facts)
		if err != nil {
			tell.Log.Error().Str("check", string(d.Check)).Msg("check has no text")
			continue
		}
		out = append(out, line)
	}
	return out
}
