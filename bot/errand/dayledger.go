package errand

import (
	"fmt"
	"slices"
	"strings"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// keyFigures are what a unit's report tells of its key people (重点人员; notice 三（四）), and of those who are kept apart.
var keyFigures = []workgroup.Key{"hubei_now", "wuhan_now", "hubei_native", "hubei_left", "hubei_contact", "key_other", "close_contact_now", "home_quarantine_now", "central_quarantine_now", "sealed_now"}

// storeFigures are what it tells of supplies and of the gates (notice 三（五）, 三（七）).
var storeFigures = []workgroup.Key{"mask_stock", "disinfectant_stock", "rooms_ready", "gate_people", "gate_vehicles", "temp_checked"}

// keyPeople is the ledger of key people by unit (重点人员台账): counts and nobody's name, every unit with a row.
func (d daybook) keyPeople() paper.Table {
	t := d.titled("key", 22, 9, 9, 9, 12, 10, 10, 10, 9, 9, 9, 12)
	d.widen(t)
	return d.counted(t, keyFigures, func(workgroup.UnitLine) bool { return true })
}

// stores is the ledger of supplies and of the gates (物资台账): of the services, and of whoever has named any.
func (d daybook) stores() paper.Table {
	t := d.titled("stores", 22, 12, 12, 14, 12, 12, 12, 16)
	d.widen(t)
	return d.counted(t, storeFigures, func(line workgroup.UnitLine) bool {
		return line.Unit.Kind == workgroup.ServiceUnit || slices.ContainsFunc(storeFigures, func(k workgroup.Key) bool { _, told := d.told(line, k); return told })
	})
}

// titled is a ledger without rows: its sheet, title, what it is of, and its columns, as the texts have them.
func (d daybook) titled(name string, widths ...float64) paper.Table {
	word := func(part string) string {
		return d.word("book/"+name+part, "college", d.College.Name, "at", d.now.In(d.College.Zone).Format(d.in("2006年1月2日15:04", "2006-01-02 15:04")), "phone", d.College.DutyPhone)
	}
	return paper.Table{Name: word(""), Title: word("-title"), Below: word("-below"), Widths: widths, Header: strings.Split(word("-header"), "|")}
}

// widen makes room in a ledger whose rows are units for what they are called in English, and for the words above its figures.
func (d daybook) widen(t paper.Table) {
	if d.lang != workgroup.English {
		return
	}
	t.Widths[0] = 44
	for i := range t.Widths[1:] {
		t.Widths[i+1] = max(t.Widths[i+1], 13)
	}
}

// told is a figure of a unit, where it has stated one: for all of its people, or for its groups.
func (d daybook) told(line workgroup.UnitLine, k workgroup.Key) (n int, told bool) {
	if line.State != workgroup.Filed {
		return 0, false
	}
	figures, count := line.Standing.Figures, k
	if k == "wuhan_now" {
		count = "hubei_now" // asked for only where that is not zero
	}
	if n, told := figures.Given(count, k); told {
		return n, true
	}
	for _, g := range workgroup.Groups {
		if part, said := figures.Said(k.Of(g)); said {
			n, told = n+part, true
		}
	}
	return n, told
}

// counted gives a ledger a row for each unit that belongs there, their sum, and how many of those asked have stated what it adds up. Who has not reported
// is 未报, what a report left out is 未填, and neither is in a sum; what was never asked is neither.
func (d daybook) counted(t paper.Table, keys []workgroup.Key, belongs func(workgroup.UnitLine) bool) paper.Table {
	missing, untold, unasked := paper.Instead(d.word("book/missing")), paper.Instead(d.word("book/untold")), paper.Instead(d.word("book/unasked"))
	form := d.College.FormOn(d.day.Tally.Round.Date)
	sums, told, asked, left, due := make([]int, len(keys)), make([]int, len(keys)), make([]int, len(keys)), make([]int, len(keys)), 0
	filed := 0
	for _, line := range d.day.Tally.Lines {
		if !belongs(line) {
			continue
		}
		row := []any{d.named(line.Unit.Named())}
		due++
		for i, k := range keys {
			if _, said := d.told(line, k); said || form.Asks(line.Unit.Kind, k) {
				asked[i]++
			}
		}
		switch line.State {
		case workgroup.Filed:
			filed++
		case workgroup.Awaiting:
			t.Rows = append(t.Rows, append(row, paper.Missing(d.word("state/awaiting")), ""))
			continue
		default:
			t.Rows = append(t.Rows, append(row, paper.Missing(missing), ""))
			continue
		}
		for i, k := range keys {
			n, said := d.told(line, k)
			switch {
			case !said && !form.Asks(line.Unit.Kind, k):
				row = append(row, unasked)
				continue
			case !said:
				row, left[i] = append(row, untold), left[i]+1
				continue
			}
			row = append(row, n)
			sums[i], told[i] = sums[i]+n, told[i]+1
		}
		t.Rows = append(t.Rows, append(row, ""))
	}
	total, covers := []any{d.word("book/total")}, []any{d.word("book/told")}
	for i, sum := range sums {
		if asked[i] == 0 {
			total, covers = append(total, unasked), append(covers, unasked)
			continue
		}
		covers = append(covers, paper.Instead(fmt.Sprintf("%d/%d", told[i], asked[i])))
		switch {
		case told[i] > 0 && left[i] > 0:
			total = append(total, paper.Partial(sum))
		case told[i] > 0:
			total = append(total, sum)
		case filed > 0:
			total = append(total, untold)
		default:
			total = append(total, missing)
		}
	}
	t.Rows, t.Totals = append(t.Rows, append(total, d.word("book/filed", "filed", filed, "due", due)), append(covers, "")), 2
	return t
}

// away are those who have somebody report in their place on the date or later (请假、外出时的委托代报). Leave itself is granted elsewhere.
func (d daybook) away() paper.Table {
	t := d.titled("away", 14, 30, 14, 14, 14, 16, 20)
	for one := range workgroup.Delegations.Each(d.b, "") {
		if one.Until < d.round.Date || !one.Ended.IsZero() && workgroup.DateOf(one.Ended.In(d.College.Zone)) < d.round.Date {
			continue
		}
		var units []string
		for _, id := range one.Units {
			u, _ := workgroup.Units.Get(d.b, string(id))
			units = append(units, d.named(u.Named()))
		}
		t.Rows = append(t.Rows, []any{d.names([]workgroup.PersonID{one.By}), strings.Join(units, d.in("、", ", ")), d.names([]workgroup.PersonID{one.To}), string(one.From), string(one.Until), d.at(one.Made), d.at(one.Ended)})
	}
	return t
}
