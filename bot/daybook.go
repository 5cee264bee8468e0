package bot

import (
	"fmt"
	"strings"
	"time"

	"fangkong/bot/paper"
	"fangkong/store/workgroup"
)

// daybook gathers the ledgers that stand behind the figures of a day in its workbook.
type daybook struct {
	*Bot
	b     workgroup.Book
	round workgroup.Round
	lang  workgroup.Language
	now   time.Time
	day   paper.Day
}

// tables are the ledgers for whoever reads them: those that tell of cases, and whom to telephone, only for those who draft and review what
// goes to the authorities, and so is who is away. Of a frozen pack there are those alone that its figures fill: the others are as they are now.
func (d daybook) tables(reader workgroup.Person, frozen bool) []paper.Table {
	out := []paper.Table{d.balances(), d.keyPeople(), d.stores()}
	if frozen {
		return out
	}
	out = append(out, d.decisions(), d.receipts(), d.duty(), d.reports())
	if reader.Holds(workgroup.PaperReaders...) {
		out = append(out, d.cases(), d.contacts(), d.away())
	}
	return out
}

func (d daybook) in(zh, en string) string {
	if d.lang == workgroup.English {
		return en
	}
	return zh
}

func (d daybook) named(n workgroup.Named) string {
	if n.English != "" {
		return d.in(n.Name, n.English)
	}
	return n.Name
}

// word is one of the office's words in the reader's language, with facts by name and value.
func (d daybook) word(name string, pairs ...any) string {
	facts := workgroup.Facts{}
	for i := 0; i+1 < len(pairs); i += 2 {
		facts[pairs[i].(string)] = pairs[i+1]
	}
	words, err := d.Texts.Plain(d.lang, name, facts)
	if err != nil {
		d.Log.Error().Str("text", name).Msg("a word of the workbook has no text")
		return ""
	}
	return words
}

func (d daybook) at(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(d.College.Zone).Format("01-02 15:04")
}

func (d daybook) asOf() string {
	return d.in("截至 ", "As of ") + d.now.In(d.College.Zone).Format("2006-01-02 15:04")
}

func (d daybook) names(ids []workgroup.PersonID) string {
	var all []string
	for _, id := range ids {
		if p, ok := workgroup.People.Get(d.b, string(id)); ok {
			all = append(all, p.Name)
		}
	}
	return strings.Join(all, d.in("、", ", "))
}

// balances is the college's day ledger (日台账).
func (d daybook) balances() paper.Table {
	t := paper.Table{Name: d.in("日台账", "Day ledger"), Title: d.College.Name + d.in("疫情防控日台账", ": day ledger"), Widths: []float64{22, 10, 10, 10, 10, 14, 16, 60},
		Below:  d.in("昨日＋新增－解除＝现有；没有昨日数、或新增解除没有分类的单位另列，未报不作 0", "yesterday + new − released = now; units without a figure of yesterday stand apart, and who has not filed is no 0"),
		Header: []string{d.in("项目", "Item"), d.in("昨日", "Yesterday"), d.in("新增", "New"), d.in("解除", "Released"), d.in("现有", "Now"), d.in("另列单位现有", "Apart, now"), d.in("已报/应报", "Filed/owed"), d.in("不平的单位", "Uneven")}}
	ledger, _ := d.College.Ledger(d.b, d.round, "")
	for _, line := range ledger.Lines {
		name := d.named(d.College.FormOn(d.round.Date).LabelOf(line.Item))
		covered := fmt.Sprintf("%d/%d", line.Covered, line.Due)
		if line.Covered == 0 {
			nobody := d.in("未报", "not filed")
			t.Rows = append(t.Rows, []any{name, nobody, nobody, nobody, nobody, nobody, covered, ""})
			continue
		}
		added, released := any(line.New), any(line.Released)
		if !line.Flows {
			added, released = d.in("／", "/"), d.in("／", "/")
		}
		prev, now := any(line.Prev), any(line.Now)
		if line.Known == 0 { // nothing can be held against yesterday: that is no 0
			const none = "—"
			prev, added, released, now = none, none, none, none
		}
		var uneven []string
		for _, u := range line.Uneven {
			uneven = append(uneven, fmt.Sprintf(d.in("%s：昨日%d＋新增%d－解除%d＝%d，报%d", "%s: %d + %d − %d = %d, reported %d"), d.named(u.Unit.Named()), u.Prev, u.New, u.Released, u.Sum(), u.Now))
		}
		for _, own := range line.Said {
			uneven = append(uneven, fmt.Sprintf(d.in("%s自报昨日%d，昨日所报%d", "%s says %d for yesterday, filed %d"), d.named(own.Unit.Named()), own.Says, own.Filed))
		}
		t.Rows = append(t.Rows, []any{name, prev, added, released, now, line.Rest, covered, strings.Join(uneven, d.in("；", "; "))})
	}
	return t
}

// decisions are those of the date's meetings, and those of earlier ones that are not done (议定事项).
func (d daybook) decisions() paper.Table {
	t := paper.Table{Name: d.in("议定事项", "Decisions"), Title: d.in("议定事项督办台账", "Decisions to be followed up"), Below: d.asOf(), Widths: []float64{12, 60, 22, 14, 20, 20, 40},
		Header: []string{d.in("编号", "No."), d.in("事项", "Decision"), d.in("责任单位（人）", "Owner"), d.in("时限", "Until"), d.in("收到", "Received"), d.in("办结", "Done"), d.in("结果", "Result")}}
	all := workgroup.StandingDecisions(d.b)
	for one := range workgroup.Decisions.Each(d.b, string(d.round.Date)+"/") {
		if one.Recorded.Done() && !one.Open() {
			all = append(all, one)
		}
	}
	for _, one := range all {
		t.Rows = append(t.Rows, []any{d.in("决-", "") + one.Code(), one.Text, d.named(d.College.OwnerNamed(d.b, one.Owner)), d.at(one.Deadline), d.at(one.Seen.At), d.at(one.Done.At), one.Result})
	}
	return t
}

// receipts are how far the notices are read that were published on the date, or are still asked about (阅读回执).
func (d daybook) receipts() paper.Table {
	t := paper.Table{Name: d.in("阅读回执统计", "Receipts"), Title: d.in("通知阅读回执统计", "Receipts of notices"), Below: d.asOf(), Widths: []float64{8, 10, 60, 18, 10, 10, 10, 14},
		Header: []string{d.in("编号", "No."), d.in("类别", "Class"), d.in("通知", "Notice"), d.in("发布", "Published"), d.in("应阅", "Asked"), d.in("已阅", "Read"), d.in("已办", "Done"), d.in("中位用时（分）", "Median (min)")}}
	for n := range workgroup.Notices.Each(d.b, "") {
		if workgroup.DateOf(n.First.In(d.College.Zone)) != d.round.Date && !n.Waits() {
			continue
		}
		median := any("")
		if times := workgroup.ReadingTimes(n, n.All(d.b)); len(times) > 0 {
			median = int(times[len(times)/2].Round(time.Minute).Minutes())
		}
		t.Rows = append(t.Rows, []any{int(n.ID), d.word("class/" + string(n.Class)), excerptLine(n.Text), d.at(n.Published), n.Seats, n.Read, n.Did, median})
	}
	return t
}

// duty is who is on duty from the morning of the date to that of the next (值班表).
func (d daybook) duty() paper.Table {
	t := paper.Table{Name: d.in("值班表", "Duty"), Title: d.College.Name + d.in("疫情防控值班表", ": duty"), Below: d.in("值班电话 ", "Duty phone ") + d.College.DutyPhone, Widths: []float64{28, 24, 36, 18, 18},
		Header: []string{d.in("时段", "From, to"), d.in("带班领导", "Leaders"), d.in("值班人员", "Staff"), d.in("地点", "Place"), d.in("电话", "Phone")}}
	from := d.round.Date.In(d.College.Zone)
	for _, s := range workgroup.ShiftsBetween(d.b, from, from.AddDate(0, 0, 1)) {
		t.Rows = append(t.Rows, []any{d.at(s.From) + " — " + d.at(s.To), d.names(s.Leaders), d.names(s.Staff), s.Place, d.College.PhoneOf(s)})
	}
	return t
}

// reports are those of the date to the authorities, as the register has them (上报信息备案登记).
func (d daybook) reports() paper.Table {
	t := paper.Table{Name: d.in("上报信息备案", "Reports"), Title: d.in("上报信息备案登记", "Reports to the authorities"), Below: d.asOf(), Widths: []float64{20, 30, 16, 18, 30, 40, 14},
		Header: []string{d.in("编号", "Number"), d.in("标题", "Title"), d.in("类别", "Class"), d.in("状态", "State"), d.in("签发", "Signed"), d.in("上报", "Sent"), d.in("备案", "Filed")}}
	for p := range workgroup.Papers.Each(d.b, string(d.round.Date)+"/") {
		number, title := "", d.in("疫情防控情况报告", "Daily report")
		if e, ok := workgroup.EntryOf(d.b, p); ok {
			number = d.named(e.Named())
		}
		if p.Corrects != "" {
			title += d.in("（更正件）", " (a correction)")
		}
		var sent []string
		for _, s := range p.AllSendings() {
			sent = append(sent, strings.TrimSpace(s.To+" "+s.How+" "+d.at(s.At)+" "+s.Received))
		}
		signed := ""
		if p.Signature.Done() {
			signed = d.names([]workgroup.PersonID{p.Signature.By}) + " " + d.at(p.Signature.At)
		}
		t.Rows = append(t.Rows, []any{number, title, d.word("paperclass/" + string(p.Class())), d.word("paperstate/" + string(p.State)), signed, strings.Join(sent, d.in("；", "; ")), d.at(p.Filed.At)})
	}
	return t
}
