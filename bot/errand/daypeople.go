package errand

import (
	"strings"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// cases are the urgent cases of the date, as their cards tell them, without anything that names a patient.
func (d daybook) cases() paper.Table {
	t := d.titled("cases", 11, 13, 18, 9, 11, 11, 11, 11, 20, 8, 9, 11, 26)
	for _, k := range workgroup.CasesOf(d.b, d.round.Date) {
		unit, _ := d.round.Unit(d.b, k.Unit)
		group, verdict := "", ""
		if k.Group != "" {
			group = d.word("group/" + string(k.Group))
		}
		if k.Verdict != "" {
			verdict = d.word("verdict/" + string(k.Verdict))
		}
		hour := d.word("book/kept")
		switch {
		case k.Void() || !k.Kind.Hard():
			hour = d.word("book/unasked")
		case k.Over(workgroup.LegUnit, d.now):
			hour = d.word("book/over")
		}
		var told []string
		for _, ch := range workgroup.Channels {
			if is, ok := k.Told[ch]; ok {
				told = append(told, d.word("channel/"+string(ch))+" "+d.at(is.At))
			}
		}
		t.Rows = append(t.Rows, []any{"急-" + k.Code(), d.word("book/case", "kind", k.Kind, "death", k.Death), d.named(unit.Named()), group, d.at(k.Known), d.at(k.Individual.At), d.at(k.OfUnit.At), hour, strings.Join(told, d.semicolon()), verdict, d.names([]workgroup.PersonID{k.Holder}), d.at(k.Closed), k.Outcome})
	}
	return t
}

// contacts are whom to telephone of the units that have not reported.
func (d daybook) contacts() paper.Table {
	t := d.titled("contacts", 26, 14, 18, 18)
	d.widen(t)
	for _, line := range d.day.Tally.Lines {
		if line.State == workgroup.Filed {
			continue
		}
		for _, p := range workgroup.Speakers(d.b, line.Unit.ID) {
			reach := d.word("book/unreached")
			if p.Reachable() {
				reach = d.word("book/reached")
			}
			t.Rows = append(t.Rows, []any{d.named(line.Unit.Named()), p.Name, p.Phone, reach})
		}
	}
	return t
}
