package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// Report is the daily report to the authorities (上报信息) as a draft: it has no number, and nobody's name stands for a signature.
// It is an official paper and always Chinese.
type Report struct {
	College workgroup.College
	Tally   workgroup.Tally
	Cases   []workgroup.Case // of the date, opened on it; merged ones left out
	Begun   int              // urgent reports that are being made and are no case yet
	Units   map[workgroup.UnitID]string
	At      time.Time // as of when, in the college's zone

	Stated []Stated // sums that a lead unit states otherwise than the units make them

	Work, Plans string // 四、五, in the drafter's words; "": to be written
	Corrects    string // what it corrects, as the paper calls it; "" for a first report
	Corrected   Corrected
}

// Stated is such a sum, and whose sheet states it.
type Stated struct {
	workgroup.Contradicted
	Lead  string
	Group workgroup.Group // whom its sheet counts
}

// FileName is what the office calls it.
func (r Report) FileName() string {
	return "疫情防控情况报告（" + moment(workgroup.Chinese, r.Tally.Round.Date, r.At) + "，送审稿）.docx"
}

func (r Report) date() string { return Day{Tally: r.Tally, Language: workgroup.Chinese}.date() }

// Document is the report as a .docx, a draft.
func (r Report) Document() ([]byte, error) {
	return Official{College: r.College, Date: r.Tally.Round.Date, Parts: r.Parts()}.Document()
}

// Parts are what the report says: the state of things, the figures, what was important, and what people write themselves.
func (r Report) Parts() []workgroup.PaperPart {
	first := fmt.Sprintf("现将我院%s疫情防控情况报告如下：", r.date())
	if r.sameDay() {
		first = fmt.Sprintf("现将我院%s（截至%s）疫情防控情况报告如下：", r.date(), r.At.Format("15时04分"))
	}
	if r.Corrects != "" {
		first = fmt.Sprintf("本件更正%s，以本件为准。", r.Corrects) + first
	}
	begins := []workgroup.PaperPart{{Lines: []string{first}}}
	if r.Corrects != "" {
		begins = append(begins, workgroup.PaperPart{Heading: "更正内容", Lines: r.Corrected.lines(r.College.FormOn(r.Tally.Round.Date), r.College.Zone)})
	}
	return append(begins, []workgroup.PaperPart{
		{Heading: "一、总体情况", Lines: []string{r.state()}},
		{Heading: "二、数据情况", Lines: r.figures()},
		{Heading: "三、重要情况", Lines: r.important()},
		{Heading: "四、工作开展情况", Lines: points(r.Work, fmt.Sprintf("（由拟稿人填写，不超过%d条。）", workgroup.MostPoints))},
		{Heading: "五、存在困难和下一步打算", Lines: points(r.Plans, "（由拟稿人填写。）")},
	}...)
}

// until is when what it says holds: up to when it is drafted, and on a later day of the day that it is of. What has come to pass
// since is the next report's.
func (r Report) until() string {
	if r.sameDay() {
		return r.At.Format("截至1月2日15时04分")
	}
	return r.Tally.Round.Date.In(r.At.Location()).Format("1月2日")
}

// sameDay tells whether the report is drafted on the day that it is of.
func (r Report) sameDay() bool { return workgroup.DateOf(r.At) == r.Tally.Round.Date }

// ill are the figures that make a day no zero day.
func (r Report) ill() (suspected, confirmed int, told bool) {
	for _, line := range r.Tally.Totals {
		switch line.Key {
		case "suspected_now":
			suspected, told = line.Sum, line.Covered > 0
		case "confirmed_now":
			confirmed = line.Sum
		}
	}
	return suspected, confirmed, told
}

// grave is what else makes it none: people in places that were shut, in central quarantine, in contact with a case, and what else is open; “” when
// there is nothing.
func (r Report) grave() string {
	var there []string
	for _, line := range r.Tally.Totals {
		base, measure, group := line.Key.Parts()
		if measure == workgroup.Now && group == workgroup.Everybody && line.Sum > 0 && slices.Contains([]string{"sealed", "central_quarantine", "close_contact"}, base) {
			there = append(there, fmt.Sprintf("%s%d人", r.College.FormOn(r.Tally.Round.Date).LabelOf(line.Key).Name, line.Sum))
		}
	}
	open := len(r.Cases)
	for _, k := range r.Cases {
		if k.Void() {
			open--
		}
	}
	switch {
	case len(there) > 0:
		return "，现有" + strings.Join(there, "、")
	case open > 0:
		return fmt.Sprintf("，另有紧急情况%d起（见第三部分）", open)
	}
	return ""
}

// known tells whether there is a case of somebody suspected or confirmed, though none of them is there any more.
func (r Report) known() bool {
	return slices.ContainsFunc(r.Cases, func(k workgroup.Case) bool {
		return (k.Kind == workgroup.CaseSuspected || k.Kind == workgroup.CaseConfirmed) && !k.Void()
	})
}

func (r Report) state() string {
	var missing []string
	for _, u := range r.Tally.In(workgroup.Missing) {
		missing = append(missing, u.Name)
	}
	for _, u := range r.Tally.In(workgroup.Awaiting) {
		missing = append(missing, u.Name+"（待确认）")
	}
	words := fmt.Sprintf("全院应报单位%d家，已报%d家", len(r.Tally.Lines), r.Tally.Filed())
	if len(missing) > 0 {
		words += fmt.Sprintf("，未报%d家（%s）", len(missing), strings.Join(missing, "、"))
	}
	words += "。"
	for _, one := range r.Tally.Beside(r.Cases) {
		if one.Counted > 0 { // of which none is counted is said below
			var codes []string
			for _, k := range one.Cases {
				codes = append(codes, "急-"+k.Code())
			}
			words += fmt.Sprintf("%s报告%s%d起（%s），日报计%d人，正在核对。", r.Units[one.Unit], ofKind[one.Kind], len(one.Cases), strings.Join(codes, "、"), one.Counted)
		}
	}
	var left []string
	for _, k := range r.Tally.Uncounted(r.Cases) {
		left = append(left, fmt.Sprintf("急-%s（%s%s）", k.Code(), r.Units[k.Unit], ofKind[k.Kind]))
	}
	if len(left) > 0 {
		return words + fmt.Sprintf("另有%s尚未计入日报数据，正在与有关单位核对。", strings.Join(left, "、"))
	}
	switch suspected, confirmed, told := r.ill(); {
	case r.Tally.Filed() == 0:
		words += "各单位均未报送，有无疑似、确诊病例正在核实。"
	case !told:
		words += "已报单位未填疑似、确诊情况，正在核实。"
	case suspected+confirmed == 0 && r.known():
		words += "已报单位现有疑似病例0例、确诊病例0例" + r.grave() + "。"
	case suspected+confirmed == 0 && r.Begun > 0:
		words += "已报单位师生员工无疑似病例、无确诊病例" + r.grave() + "；刚接到报告的情况正在核实。"
	case suspected+confirmed == 0 && len(missing) == 0:
		words += r.until() + "，我院师生员工无疑似病例、无确诊病例" + cmp.Or(r.grave(), "，实行零报告") + "。"
	case suspected+confirmed == 0:
		words += "已报单位师生员工无疑似病例、无确诊病例" + r.grave() + "；未报单位情况正在核实。"
	default:
		words += fmt.Sprintf("已报单位现有疑似病例%d例、确诊病例%d例。", suspected, confirmed)
	}
	return words
}

// figures are a sentence for each question that somebody answered with more than nothing, and one for the rest.
func (r Report) figures() (out []string) {
	form := r.College.FormOn(r.Tally.Round.Date)
	var none, untold []string
	left := map[string][]string{} // the cases that a figure does not hold
	for _, k := range r.Tally.Uncounted(r.Cases) {
		left[k.Kind.Item()] = append(left[k.Kind.Item()], "急-"+k.Code())
	}
	for _, item := range form.Items {
		label := form.LabelOf(item.Key).Name
		var parts []string
		covered, told := 0, ""
		for _, line := range r.Tally.Totals {
			base, measure, _ := line.Key.Parts()
			of, _, _ := item.Key.Parts()
			switch {
			case line.Key == item.Key:
				covered, told = line.Covered, tellers(line)
				if line.Sum > 0 {
					now := fmt.Sprintf("现有%d人", line.Sum)
					if line.Known > 0 {
						now += "（" + changed(line) + "）"
					}
					parts = append([]string{now + told}, parts...)
				}
			case base == of && line.Sum > 0:
				parts = append(parts, fmt.Sprintf("%s%d人", Day{Language: workgroup.Chinese}.measure(measure), line.Sum)+tellers(line))
			}
		}
		base, _, _ := item.Key.Parts()
		switch {
		case len(left[base]) > 0:
			switch {
			case len(parts) == 0 && covered == 0:
				parts = []string{"日报尚无此项数据"}
			case len(parts) == 0:
				parts = []string{"日报现有0人"}
			}
			out = append(out, label+"："+strings.Join(parts, "，")+"，"+strings.Join(left[base], "、")+"未计入。")
		case covered == 0:
			untold = append(untold, label)
		case len(parts) == 0:
			none = append(none, label+told)
		default:
			out = append(out, label+"："+strings.Join(parts, "，")+r.unexplained(item)+"。")
		}
	}
	out = r.rest(out, none, untold)
	for _, s := range r.Stated {
		out = append(out, s.words(form))
	}
	return out
}

// rest says below the figures which others are 0, which nobody has told, and of how many units all of it is.
func (r Report) rest(out, none, untold []string) []string {
	if r.Tally.Filed() == 0 {
		return append(out, "各单位均未报送，尚无数据。")
	}
	if len(none) > 0 {
		out = append(out, strings.Join(none, "、")+"均为0。")
	}
	if len(untold) > 0 {
		out = append(out, strings.Join(untold, "、")+"未填。")
	}
	words := "以上数据覆盖已报的%d家单位。"
	if strings.Contains(strings.Join(out, ""), "家已填）") {
		words = "以上数据，除注明家数的外，覆盖已报的%d家单位。"
	}
	return append(out, fmt.Sprintf(words, r.Tally.Filed()))
}

// unexplained says that a figure has changed since yesterday by more, or less, than is new and released: where some have not told either, that may be
// why; “” where all of it is told, or where a form does not ask for both.
func (r Report) unexplained(item workgroup.Item) string {
	var now, fresh, released workgroup.TotalLine
	for _, line := range r.Tally.Totals {
		switch line.Key {
		case item.Key:
			now = line
		case item.Key.As(workgroup.New):
			fresh = line
		case item.Key.As(workgroup.Released):
			released = line
		}
	}
	gap := now.Change - (fresh.Sum - released.Sum)
	if now.Known == 0 || gap == 0 || fresh.Key == "" || released.Key == "" {
		return ""
	}
	short := max(fresh.Filed-fresh.Covered, released.Filed-released.Covered)
	rest := "其余" + strings.TrimPrefix(change(gap), "较昨日")
	if now.Known < now.Covered { // who had not reported yesterday is new here and no change: by how many it differs is not known
		rest = "其余增减"
	}
	if fresh.Sum == 0 && released.Sum == 0 {
		rest = "增减" // all of it: there is no rest
	}
	switch {
	case short > 0:
		return fmt.Sprintf("，%s未填新增或解除（%d家），正在核对", rest, short)
	case now.Known == now.Covered:
		return "，" + rest + "与新增、解除数对不上，正在核对"
	}
	return ""
}

// tellers say how many of the units that have filed a figure is of, where some have left it out: that is no 0.
func tellers(line workgroup.TotalLine) string {
	if line.Covered == line.Filed {
		return ""
	}
	return fmt.Sprintf("（%d家中%d家已填）", line.Filed, line.Covered)
}

// words say what is stated otherwise: the figures above are those of the units.
func (s Stated) words(form workgroup.Form) string {
	_, measure, _ := s.Item.Parts()
	words := fmt.Sprintf("另：%s汇总的%s%s%s为%d人", s.Lead, ofMany[s.Group], form.LabelOf(s.Item).Name, Day{Language: workgroup.Chinese}.measure(measure), s.To)
	if s.Sum == workgroup.Unsaid {
		words += "，各单位没有分类报送此项"
	} else {
		words += fmt.Sprintf("，各单位分类报送的合计%d人", s.Sum)
	}
	if s.Reason != "" {
		words += "（" + strings.TrimRight(s.Reason, "。.；;") + "）"
	}
	return words + "，正在核对。"
}

// change is how an official paper says what became of a figure since yesterday.
func change(n int) string {
	switch {
	case n > 0:
		return fmt.Sprintf("较昨日增加%d人", n)
	case n < 0:
		return fmt.Sprintf("较昨日减少%d人", -n)
	}
	return "与昨日持平"
}

// changed is what became of a figure since yesterday, and of which groups, where they are told apart.
func changed(line workgroup.TotalLine) string {
	var parts []string
	for _, one := range line.Split {
		who := ofMany[one.Group]
		if one.Group == workgroup.Everybody {
			who = "未分类"
		}
		parts = append(parts, who+strings.TrimPrefix(change(one.Change), "较昨日"))
	}
	if len(parts) == 0 {
		return change(line.Change)
	}
	return change(line.Change) + "：" + strings.Join(parts, "、")
}

// ofMany is how an official paper says whose figures are meant.
var ofMany = map[workgroup.Group]string{workgroup.Students: "学生", workgroup.Workers: "教职工", workgroup.Others: "其他人员"}
