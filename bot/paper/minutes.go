package paper

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fangkong/store/workgroup"
)

// Minutes are the minutes of a daily analysis (会议纪要), a draft: time, form, chair, who was there and who was not, the five points, and
// what was decided with who is responsible and until when. They are an official paper and always Chinese.
type Minutes struct {
	College   workgroup.College
	Meeting   workgroup.Meeting
	Pack      workgroup.Pack // the last that lay before it
	Report    Report         // the figures of that pack
	Decisions []MinutesDecision
	Changed   []DecisionChanged // what of decisions was changed since the meeting before, or of this one's since
	Papers    []workgroup.Paper // reports of the date that were reviewed, or wait for it
}

// MinutesDecision is a decision with what is to be done and the name of whoever is responsible.
type MinutesDecision struct {
	workgroup.Decision
	Body  string
	Owner string
	Adder string // who wrote it when the meeting was over
}

// DecisionChanged is how a decision in force was changed or taken back: by whom and when stands in the record.
type DecisionChanged struct {
	workgroup.Decision
	At      time.Time
	Changes []string // what is otherwise, each with what it was and is
	Reason  string
}

// FileName is what the office calls it.
func (m Minutes) FileName() string {
	name := "每日分析研判会议纪要（" + m.date()
	if m.Meeting.Number > 1 {
		name += fmt.Sprintf("，第%d次", m.Meeting.Number)
	}
	return name + "，草稿）.docx"
}

func (m Minutes) date() string { return Official{Date: m.Meeting.Date}.date() }

// Document is the minutes as a .docx.
func (m Minutes) Document() ([]byte, error) {
	d := newDocument(m.College, "草稿")
	d.title("疫情防控每日分析研判会议纪要")
	d.gap()
	for _, line := range m.head() {
		d.text(line)
	}
	body := d.parts(m.parts())
	d.end(body, m.basis(), m.College.Name+m.College.Body("office").Name, m.date())
	raw, err := d.bytes()
	if err != nil {
		return nil, fmt.Errorf("minutes of %s: %w", m.Meeting.Key(), err)
	}
	return raw, nil
}

// framed are the names of the frame in the minutes.
var framed = map[workgroup.Frame]string{workgroup.FramePlace: "地点", workgroup.FrameForm: "形式", workgroup.FrameChair: "主持", workgroup.FrameRecorder: "记录", workgroup.FramePresent: "参会", workgroup.FrameAbsent: "缺席"}

// head is when and how the meeting was held, and by whom. What nobody has written is left to be written, and never made up.
func (m Minutes) head() []string {
	at := func(t time.Time) string { return t.In(m.College.Zone).Format("15时04分") }
	out := []string{"时间：" + m.date() + at(m.Meeting.Opened.At) + "至" + at(m.Meeting.Closed.At)}
	for _, f := range workgroup.Frames {
		words := strings.Join(strings.Fields(strings.ReplaceAll(m.Meeting.Frame[f], "\n", "、")), " ")
		if words == "" {
			words = "（待填）"
		}
		out = append(out, framed[f]+"："+words)
	}
	return out
}

// parts are the five points, in the order of the notice.
func (m Minutes) parts() []workgroup.PaperPart {
	notes := func(p workgroup.Point) (out []string) {
		for _, note := range m.Meeting.NotesOn(p) {
			for _, line := range written(note, "（未记录。）") {
				out = append(out, sentence(line))
			}
		}
		return out
	}
	or := func(lines []string, until string) []string {
		if len(lines) == 0 {
			return []string{until}
		}
		return lines
	}
	situation := append([]string{"截至" + m.Report.At.Format("15时04分") + "，" + m.Report.state()}, m.Report.figures()...)
	situation = append(situation, m.Report.important()...)
	return []workgroup.PaperPart{
		{Heading: "一、传达学习", Lines: or(notes(workgroup.PointHeard), "（未记录。）")},
		{Heading: "二、分析交流", Lines: append(situation, notes(workgroup.PointSituation)...)},
		{Heading: "三、研究决策", Lines: slices.Concat(notes(workgroup.PointDecided), m.decided(), m.changed())},
		{Heading: "四、审核上报信息", Lines: or(append(m.reviewed(), notes(workgroup.PointReports)...), "（未记录。）")},
		{Heading: "五、安排部署", Lines: or(notes(workgroup.PointArranged), "（未记录。）")},
	}
}

// decided are what was decided (议定事项), with who is responsible and until when; what nobody has recorded stands apart, to be settled.
func (m Minutes) decided() (out []string) {
	var open []string
	for _, d := range m.Decisions {
		body := sentence(strings.Join(strings.Fields(d.Body), " "))
		if !d.Recorded.Done() {
			open = append(open, pointOf(len(open)+1, body))
			continue
		}
		added := ""
		if d.Added {
			added = "（会后补记：" + d.Adder + "，" + d.Entered.At.In(m.College.Zone).Format("1月2日15时04分") + "）"
		}
		out = append(out, pointOf(len(out)+1, body)+m.responsible(d)+added)
	}
	switch {
	case len(out) > 0:
		out = append([]string{"会议议定以下事项："}, out...)
	case len(open) == 0:
		return []string{"本次会议没有议定事项。"}
	}
	if len(open) > 0 {
		out = append(append(out, "以下事项会上提出，尚未记为议定事项（待定）："), open...)
	}
	return out
}

// pointOf is a point with its number, which the date that it may begin with is no part of.
func pointOf(n int, words string) string {
	if words != "" && words[0] >= '0' && words[0] <= '9' {
		return fmt.Sprintf("%d. %s", n, words)
	}
	return fmt.Sprintf("%d.%s", n, words)
}

// changed are the decisions in force that were changed or taken back, with what they said before and why.
func (m Minutes) changed() (out []string) {
	for _, d := range m.Changed {
		what := "更改：" + strings.Join(d.Changes, "，")
		if len(d.Changes) == 0 {
			what = "撤销"
		}
		body := strings.TrimRight(sentence(strings.Join(strings.Fields(d.Text), " ")), "。")
		out = append(out, fmt.Sprintf("%d.决-%s（%s）于%s%s。原因：%s", len(out)+1, d.Code(), body, d.At.In(m.College.Zone).Format("1月2日15时04分"), what, sentence(d.Reason)))
	}
	if len(out) > 0 {
		out = append([]string{"以下议定事项有更改："}, out...)
	}
	return out
}

// ChangesOf are what an amendment made otherwise, as an official paper writes it: owners by their names.
func (m Minutes) ChangesOf(was workgroup.Amendment, is workgroup.Decision, owner func([]workgroup.Owner) string) (out []string) {
	if !slices.Equal(was.Owners(), is.Owners()) {
		out = append(out, "责任由"+owner(was.Owners())+"改为"+owner(is.Owners()))
	}
	if !was.Deadline.Equal(is.Deadline) {
		out = append(out, "时限由"+m.deadline(was.Deadline)+"改为"+m.deadline(is.Deadline))
	}
	if was.Reworded(is) {
		out = append(out, "内容由“"+was.Text+"”改为“"+is.Text+"”")
	}
	return out
}

// responsible is who does it and until when, as far as its words do not say so themselves: a day that only its hearers knew (明天) is said again.
func (m Minutes) responsible(d MinutesDecision) string {
	var out []string
	if rest, begins := strings.CutPrefix(strings.TrimLeft(d.Body, "请由让"), d.Owner); !begins || strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "和") || strings.HasPrefix(rest, "与") {
		who := "责任单位："
		if d.Decision.Owner.Person != "" {
			who = "责任人："
		}
		out = append(out, who+d.Owner)
	}
	if !m.dated(d) {
		out = append(out, "时限："+m.deadline(d.Deadline))
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, "；") + "。"
}

// dated tells whether a decision's words name its deadline by the calendar, and by the hour where it has one.
func (m Minutes) dated(d MinutesDecision) bool {
	at := d.Deadline.In(m.College.Zone)
	day, hours := at.Format("1月2日"), []string{at.Format("15点"), at.Format("15时"), at.Format("15:04"), at.Format("15：04")}
	if at.Format("15:04") == "00:00" {
		day, hours = at.AddDate(0, 0, -1).Format("1月2日"), []string{""}
	}
	before, after, found := strings.Cut(d.Body, day)
	if !found || strings.HasSuffix(before, "1") { // of 12月2日 the end is no 2月2日
		return false
	}
	return slices.ContainsFunc(hours, func(hour string) bool { return strings.HasPrefix(after, hour) })
}

// sentence ends somebody's words as a sentence ends.
func sentence(words string) string {
	if words = strings.TrimRight(words, "；;，,、 "); strings.HasSuffix(words, "。") || strings.HasSuffix(words, "！") || strings.HasSuffix(words, "？") {
		return words
	}
	return strings.TrimRight(words, ".") + "。"
}

// deadline is until when, as an official paper writes it: midnight is the whole of the day before.
func (m Minutes) deadline(at time.Time) string {
	if at = at.In(m.College.Zone); at.Format("15:04") == "00:00" {
		return at.AddDate(0, 0, -1).Format("1月2日")
	}
	return at.Format("1月2日15时04分")
}

// reviewed are the reports of the date, with what the leading group found of them.
func (m Minutes) reviewed() (out []string) {
	class := map[workgroup.PaperClass]string{workgroup.PaperOrdinary: "一般性信息", workgroup.PaperImportant: "重要疫情信息"}
	for _, p := range m.Papers {
		words := fmt.Sprintf("《疫情防控情况报告（%s）》（%s）：", m.date(), class[p.Class()])
		switch {
		case p.Review.Done():
			words += m.College.Body("leading").Name + "研究意见：" + strings.TrimRight(p.Review.Conclusion, "。") + "。"
		case p.Signature.Done():
			words += "已由" + m.College.Body("office").Name + "主任审核签字。"
		case p.State == workgroup.PaperReview: // it lay before this meeting, and nobody has entered yet what it found
			words += "已提请会议研究，研究意见（待填）。"
		default:
			words += "尚未审定。"
		}
		out = append(out, words)
	}
	return out
}

// basis is what the figures are, so that they can be found again.
func (m Minutes) basis() string {
	if m.Pack.Version == 0 {
		return "依据：会前未形成研判材料。"
	}
	return fmt.Sprintf("依据：%s研判材料第%d版（%s冻结，校验%s，台账第%d行）。", m.date(), m.Pack.Version, m.Pack.At.In(m.College.Zone).Format("15时04分"), m.Pack.Digest[:8], m.Pack.Head.Line)
}
