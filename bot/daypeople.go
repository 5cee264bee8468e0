package bot

import (
	"strings"
	"time"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// cases are the urgent cases of the date, as their cards tell them, without anything that names a patient.
func (d daybook) cases() paper.Table {
	t := paper.Table{Name: d.in("紧急情况", "Urgent cases"), Title: d.in("紧急情况登记", "Urgent cases"), Below: d.asOf() + d.in("　涉及个人健康，限有权限的人员查看，不得转发", ", health of single persons: not to be passed on"),
		Widths: []float64{14, 16, 20, 14, 16, 16, 16, 16, 22, 12, 14, 16, 36},
		Header: []string{d.in("编号", "Case"), d.in("类型", "Kind"), d.in("单位", "Unit"), d.in("人员类别", "Group"), d.in("知悉", "Known"), d.in("本人报告", "Person reported"), d.in("单位报告", "Unit reported"), d.in("一小时", "One hour"), d.in("已报社区、疾控", "Told"), d.in("核实", "Verified"), d.in("接手人", "Taken by"), d.in("办结", "Closed"), d.in("结果", "Outcome")}}
	for _, k := range workgroup.CasesOf(d.b, d.round.Date) {
		unit, _ := d.round.Unit(d.b, k.Unit)
		kind, group, verdict := d.in("情况待核", "to be verified"), "", ""
		if k.Kind != "" {
			kind = d.word("case/" + string(k.Kind))
		}
		if k.Death {
			kind += d.in("，死亡", ", died")
		}
		if k.Group != "" {
			group = d.word("group/" + string(k.Group))
		}
		if k.Verdict != "" {
			verdict = d.word("verdict/" + string(k.Verdict))
		}
		hour := d.in("未超", "kept")
		switch {
		case k.Void() || !k.Kind.Hard():
			hour = d.in("／", "/")
		case k.Over(workgroup.LegUnit, d.now):
			hour = d.in("超过一小时", "over one hour")
		}
		var told []string
		for _, ch := range workgroup.Channels {
			if is, ok := k.Told[ch]; ok {
				told = append(told, d.word("channel/"+string(ch))+" "+d.at(is.At))
			}
		}
		t.Rows = append(t.Rows, []any{"急-" + k.Code(), kind, d.named(unit.Named()), group, d.at(k.Known), d.at(k.Individual.At), d.at(k.OfUnit.At), hour, strings.Join(told, d.in("；", "; ")), verdict, d.names([]workgroup.PersonID{k.Holder}), d.at(k.Closed), k.Outcome})
	}
	return t
}

// contacts are whom to telephone of the units that have not reported.
func (d daybook) contacts() paper.Table {
	t := paper.Table{Name: d.in("未报联系人", "To telephone"), Title: d.in("未报单位联系人", "Whom to telephone of the units that have not reported"), Below: d.asOf(), Widths: []float64{26, 14, 18, 24},
		Header: []string{d.in("单位", "Unit"), d.in("负责人", "Head"), d.in("电话", "Phone"), d.in("私聊", "Private messages")}}
	for _, line := range d.day.Tally.Lines {
		if line.State == workgroup.Filed {
			continue
		}
		for _, p := range workgroup.Speakers(d.b, line.Unit.ID) {
			reach := d.in("收不到", "do not arrive")
			if p.Reachable() {
				reach = d.in("能收到", "arrive")
			}
			t.Rows = append(t.Rows, []any{d.named(line.Unit.Named()), p.Name, p.Phone, reach})
		}
	}
	return t
}

// looked notes that somebody has the cases of a date on paper: each look is on record.
func looked(b workgroup.Book, date workgroup.Date, by workgroup.Person, now time.Time) {
	if !by.Holds(workgroup.PaperReaders...) {
		return
	}
	for _, k := range workgroup.CasesOf(b, date) {
		b.Note(workgroup.Event{At: now, Kind: workgroup.CaseViewed, Object: k.Key(), By: by.ID})
	}
}
