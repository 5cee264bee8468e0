package paper

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"regexp"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// parts are the words of a .docx, and what stands at the head and the foot of its pages.
func parts(t *testing.T, raw []byte) (words, head, foot string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		xml, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(xml), "</w:p>", "\n")
		return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text, "")
	}
	return read("word/document.xml"), read("word/header1.xml"), read("word/footer1.xml")
}

func report(t *testing.T) Report {
	t.Helper()
	c, tallies := days(t, 2)
	return Report{College: c, Tally: tallies[1], Units: map[workgroup.UnitID]string{"ruanjian": "软件学院"}, At: at}
}

func TestTheReportToTheAuthorities(t *testing.T) {
	r := report(t)
	known := time.Date(2020, 1, 31, 13, 30, 0, 0, zone)
	r.Cases = []workgroup.Case{{Date: "2020-01-31", Number: 1, Kind: workgroup.CaseConfirmed, Unit: "ruanjian", Group: workgroup.Students, Known: known,
		OfUnit: workgroup.Leg{At: known.Add(20 * time.Minute)}, Holding: workgroup.Holding{Holder: "ban"}, Reporter: workgroup.Reporter{Name: "李明"}, Remarks: []workgroup.Remark{{Text: "李明在市医院"}},
		Told: map[workgroup.Channel]workgroup.Told{workgroup.Community: {At: known.Add(30 * time.Minute)}}}}
	raw, err := r.Document()
	if err != nil {
		t.Fatal(err)
	}
	words, head, foot := parts(t, raw)
	for _, want := range []string{"市疫情防控工作指挥部办公室：", "一、总体情况", "全院应报单位5家，已报4家，未报1家（计划财务处）。另有急-0131-01（软件学院确诊）尚未计入日报数据，正在与有关单位核对。",
		"发热：现有1人（与昨日持平）。", "居家隔离：现有4人（较昨日增加1人），新增1人。", "均为0。", "以上数据覆盖已报的4家单位。", "确诊：日报现有0人，急-0131-01未计入。", "三、重要情况\n急-0131-01：软件学院1名学生确诊，1月31日13时30分知悉，单位13时50分报告（知悉后20分钟），14时00分已报当地社区，正在核实处置。",
		"附件：疫情防控日报汇总表（2020年1月31日）", "鹤壁职业技术学院"} {
		if !strings.Contains(words, want) {
			t.Errorf("not in the report: %s\n%s", want, words)
		}
	}
	if strings.Contains(words, "李明") || strings.Contains(words, "防控信〔") {
		t.Errorf("a name, or a number before it is signed:\n%s", words)
	}
	if !strings.HasPrefix(strings.TrimSpace(words), "签发人：　　　\n") {
		t.Errorf("a draft that somebody signs:\n%s", words)
	}
	if head != "送审稿\n" || !strings.Contains(foot, "PAGE") {
		t.Errorf("head %q, foot %q", head, foot)
	}
	again, err := r.Document()
	if err != nil || !bytes.Equal(raw, again) {
		t.Errorf("written again it differs: %v", err)
	}
}

// A figure that some of those who have filed left out says of how many it is, and what has changed of which people.
func TestAFigureOfTheReportSaysWhoseItIs(t *testing.T) {
	c, units := college()
	b := workgroup.NewMemory()
	round := workgroup.Round{Date: "2020-01-31", Form: 1}
	file := func(u workgroup.Unit, date workgroup.Date, told workgroup.Figures) {
		f := c.FormOn(date).Zeros(u.Kind)
		maps.Copy(f, told)
		workgroup.Latest.Put(b, workgroup.Standing{Report: workgroup.Report{Unit: u.ID, Date: date, Revision: 1, Form: 1, Figures: f}})
	}
	for _, u := range units {
		workgroup.Units.Put(b, u)
		round.Units = append(round.Units, u.ID)
		file(u, "2020-01-30", nil)
	}
	file(units[0], "2020-01-30", workgroup.Figures{"hubei_now": 1, "hubei_now_student": 0})
	file(units[0], "2020-01-31", workgroup.Figures{"home_quarantine_now": 4, "home_quarantine_now_student": 3, "home_quarantine_now_staff": 1, "home_quarantine_new": 4, "home_quarantine_released": 0})
	file(units[1], "2020-01-31", workgroup.Figures{"home_quarantine_now": 2, "fever_now": workgroup.Unsaid})
	file(units[2], "2020-01-31", workgroup.Figures{"home_quarantine_now": 1})
	workgroup.Rounds.Put(b, round)
	r := Report{College: c, Tally: c.Count(b, round), At: at}
	words := strings.Join(r.figures(), "\n")
	for _, want := range []string{"居家隔离：现有7人（较昨日增加7人：学生增加3人、教职工增加2人、未分类增加2人），新增4人（3家中1家已填），其余增加3人未填新增或解除（2家），正在核对。", "滞留湖北", "发热（3家中2家已填）、", "以上数据，除注明家数的外，覆盖已报的3家单位。"} {
		if !strings.Contains(words, want) {
			t.Errorf("not in the report: %s\n%s", want, words)
		}
	}
}

// A case that was verified, and a report of the unit that says nobody is ill: the paper says both, and never that all is well.
func TestACaseThatTheFiguresDoNotHold(t *testing.T) {
	r := report(t)
	r.Tally.Lines, r.Tally.Missing = r.Tally.Lines[:2], 0
	k := workgroup.Case{Date: "2020-01-31", Number: 2, Kind: workgroup.CaseConfirmed, Unit: "ruanjian", Group: workgroup.Students, Known: at, Verdict: workgroup.VerdictStands}
	for _, c := range []struct {
		verdict workgroup.Verdict
		figure  workgroup.Count
		left    bool
	}{{workgroup.VerdictStands, 0, true}, {"", 0, true}, {workgroup.VerdictExcluded, 0, false}, {workgroup.VerdictStands, 1, false}} {
		k.Verdict = c.verdict
		r.Cases = []workgroup.Case{k}
		r.Tally.Lines[0].Standing.Figures["confirmed_now"] = c.figure
		raw, err := r.Document()
		if err != nil {
			t.Fatal(err)
		}
		words, _, _ := parts(t, raw)
		if got := strings.Contains(words, "另有急-0131-02（软件学院确诊）尚未计入日报数据，正在与有关单位核对。"); got != c.left || c.left && strings.Contains(words, "实行零报告") {
			t.Errorf("%s, counted %d: %v\n%s", c.verdict, c.figure, got, words)
		}
	}
}

// Where a case is of somebody who was new and is not there any more, nobody is said to be without one.
func TestNobodyIsThereOfACase(t *testing.T) {
	r := report(t)
	r.Tally.Lines, r.Tally.Missing = r.Tally.Lines[:2], 0
	r.Cases = []workgroup.Case{{Date: "2020-01-31", Number: 2, Kind: workgroup.CaseConfirmed, Unit: "ruanjian", Known: at}}
	r.Tally.Lines[0].Standing.Figures["confirmed_now"], r.Tally.Lines[0].Standing.Figures["confirmed_new"] = 0, 1
	if words := r.state(); !strings.Contains(words, "已报单位现有疑似病例0例、确诊病例0例，") || strings.Contains(words, "无确诊") || strings.Contains(words, "尚未计入") {
		t.Error(words)
	}
}

// A day on which all is well is reported too, in the words the authorities know; not before everybody has said so.
func TestAZeroDayIsReported(t *testing.T) {
	r := report(t)
	r.Tally.Lines = r.Tally.Lines[:2]
	r.Tally.Missing = 0
	raw, err := r.Document()
	if err != nil {
		t.Fatal(err)
	}
	words, _, _ := parts(t, raw)
	for _, want := range []string{"截至1月31日15时05分，我院师生员工无疑似病例、无确诊病例，实行零报告。", "今日无紧急情况。"} {
		if !strings.Contains(words, want) {
			t.Errorf("not in the report: %s\n%s", want, words)
		}
	}
}

// A day on which somebody is shut in or was in contact with a case is no zero day, though nobody is ill.
func TestADayWithSomebodyShutInIsNoZeroDay(t *testing.T) {
	for _, missing := range []bool{false, true} {
		r := report(t)
		if !missing {
			r.Tally.Lines, r.Tally.Missing = r.Tally.Lines[:2], 0
		}
		for i := range r.Tally.Totals {
			if r.Tally.Totals[i].Key == "sealed_now" {
				r.Tally.Totals[i].Sum = 1
			}
		}
		raw, err := r.Document()
		if err != nil {
			t.Fatal(err)
		}
		if words, _, _ := parts(t, raw); strings.Contains(words, "实行零报告") || !strings.Contains(words, "无疑似病例、无确诊病例，现有封闭隔离1人") {
			t.Errorf("somebody missing %v:\n%s", missing, words)
		}
	}
}

// What is being looked into is no case yet, and no day without one; whom nobody has taken is not said to be dealt with.
func TestWhatIsNotYetDealtWith(t *testing.T) {
	r := report(t)
	r.Tally.Lines, r.Tally.Missing, r.Begun = r.Tally.Lines[:2], 0, 1
	says := func() string {
		raw, err := r.Document()
		if err != nil {
			t.Fatal(err)
		}
		words, _, _ := parts(t, raw)
		return words
	}
	if words := says(); strings.Contains(words, "无紧急情况") || strings.Contains(words, "实行零报告") || !strings.Contains(words, "另有1起情况刚接到报告，正在核实。") {
		t.Errorf("one is being reported:\n%s", words)
	}
	k := workgroup.Case{Date: "2020-01-31", Number: 3, Kind: workgroup.CaseExposed, Unit: "ruanjian", Known: at, OfUnit: workgroup.Leg{At: at}}
	r.Begun, r.Cases = 0, []workgroup.Case{k}
	if words := says(); strings.Contains(words, "处置") || !strings.Contains(words, "软件学院1人发热且有接触史") || !strings.Contains(words, "（知悉后1分钟内）") || strings.Contains(words, "实行零报告") || !strings.Contains(words, "另有紧急情况1起（见第三部分）") {
		t.Errorf("nobody has taken it:\n%s", words)
	}
	k.Kind, k.Group, k.Holder = workgroup.CaseContact, workgroup.Students, "ban"
	r.Cases = []workgroup.Case{k}
	if words := says(); !strings.Contains(words, "软件学院1名学生为密切接触者") || !strings.Contains(words, "正在核实处置") || !strings.Contains(words, "密切接触者：日报现有0人，急-0131-03未计入。") {
		t.Errorf("somebody has it, and no figure holds it:\n%s", words)
	}
}

// A day of which nobody has said anything is no zero day: the paper has no figures to tell of, and does not say that nobody is ill.
func TestADayWithoutAnyReport(t *testing.T) {
	c, units := college()
	tally := workgroup.Tally{Round: workgroup.Round{Date: "2020-01-31"}, Missing: len(units)}
	for _, u := range units {
		tally.Lines = append(tally.Lines, workgroup.UnitLine{Unit: u, State: workgroup.Missing})
	}
	raw, err := Report{College: c, Tally: tally, At: at}.Document()
	if err != nil {
		t.Fatal(err)
	}
	words, _, _ := parts(t, raw)
	if strings.Contains(words, "零报告") || strings.Contains(words, "均为0") || !strings.Contains(words, "各单位均未报送，有无疑似、确诊病例正在核实。\n二、数据情况\n各单位均未报送，尚无数据。\n") {
		t.Errorf("silence is reported as nothing:\n%s", words)
	}
	beside := Report{College: c, Tally: tally, At: at, Cases: []workgroup.Case{{Date: "2020-01-31", Number: 1, Kind: workgroup.CaseConfirmed, Unit: "ruanjian", Known: at}}}
	if got := strings.Join(beside.Parts()[2].Lines, "|"); got != "确诊：日报尚无此项数据，急-0131-01未计入。|各单位均未报送，尚无数据。" {
		t.Errorf("beside a case: %s", got)
	}
	if _, err := (Day{College: c, Tally: tally, At: at}).Workbook(); err != nil {
		t.Errorf("no workbook: %v", err)
	}
}

// A report that is drafted on another day says as of which day, and what people wrote ends as sentences do.
func TestAReportDraftedLater(t *testing.T) {
	c, tallies := days(t, 1)
	r := Report{College: c, Tally: tallies[0], Units: map[workgroup.UnitID]string{}, At: at.AddDate(0, 0, 1), Work: "宿舍消毒两次\n食堂分餐；\n已告知。", Plans: "无"}
	words := ""
	for _, part := range r.Parts() {
		words += part.Heading + strings.Join(part.Lines, "|") + "\n"
	}
	if strings.Contains(words, "2月1日") {
		t.Errorf("speaks of a day after it:\n%s", words)
	}
	for _, want := range []string{"现将我院2020年1月31日疫情防控情况报告如下", "三、重要情况当日无紧急情况。", "四、工作开展情况（一）宿舍消毒两次。|（二）食堂分餐。|（三）已告知。", "五、存在困难和下一步打算无。"} {
		if !strings.Contains(words, want) {
			t.Errorf("lacks %q:\n%s", want, words)
		}
	}
}

// What was done stands point by point, numbered once: those whose writer has numbered them are no further in.
func TestWhatWasDoneStandsPointByPoint(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"宿舍消毒两次", "宿舍消毒两次。"},
		{"1.宿舍消毒两次\n2、食堂分餐\n（3）已告知", "（一）宿舍消毒两次。|（二）食堂分餐。|（三）已告知。"},
		{"① 宿舍消毒\n一、食堂分餐", "（一）宿舍消毒。|（二）食堂分餐。"},
		{"1.5米间隔就餐\n2人返校登记\n20日起停课", "（一）1.5米间隔就餐。|（二）2人返校登记。|（三）20日起停课。"},
		{"1、宿舍消毒两次", "宿舍消毒两次。"},
	} {
		r := report(t)
		r.Work = c.words
		if got := strings.Join(r.Parts()[4].Lines, "|"); got != c.want {
			t.Errorf("%q stands as %q, want %q", c.words, got, c.want)
		}
	}
}

// A unit with two cases whose report counts one: the paper says so by itself.
func TestAUnitWithMoreCasesThanItCounts(t *testing.T) {
	r := report(t)
	r.Tally.Lines[0].Standing.Figures["confirmed_now"] = 1
	defer func() { // several are numbered as what people write below a heading is
		if got := strings.Join(r.Parts()[3].Lines, "|"); !strings.HasPrefix(got, "（一）急-0131-01：") || !strings.Contains(got, "|（二）急-0131-02：") {
			t.Errorf("numbered %s", got)
		}
	}()
	for n := 1; n <= 2; n++ {
		r.Cases = append(r.Cases, workgroup.Case{Date: "2020-01-31", Number: n, Kind: workgroup.CaseConfirmed, Unit: "ruanjian", Group: workgroup.Students, Known: at, Verdict: workgroup.VerdictStands})
		words := strings.Join(r.Parts()[1].Lines, "\n")
		if got := strings.Contains(words, "软件学院报告确诊2起（急-0131-01、急-0131-02），日报计1人，正在核对。"); got != (n == 2) || strings.Contains(words, "尚未计入") {
			t.Errorf("%d cases: %s", n, words)
		}
	}
}

// A change that nobody's new and released people make up says how much of it that is, where it is known.
func TestAChangeThatIsNotExplainedSaysSo(t *testing.T) {
	r := report(t)
	item := workgroup.DefaultForm().Items[3]
	for _, c := range []struct {
		change, fresh, released, filed, told, known int
		want                                        string
	}{
		{9, 4, 1, 32, 28, 32, "，其余增加6人未填新增或解除（4家），正在核对"}, {-3, 0, 1, 32, 31, 32, "，其余减少2人未填新增或解除（1家），正在核对"}, {3, 4, 1, 32, 28, 32, ""},
		{9, 4, 1, 32, 32, 32, "，其余增加6人与新增、解除数对不上，正在核对"}, {9, 4, 1, 32, 28, 31, "，其余增减未填新增或解除（4家），正在核对"}, {9, 4, 1, 32, 32, 31, ""}, {9, 4, 1, 32, 28, 0, ""},
		{2, 0, 0, 32, 31, 32, "，增减未填新增或解除（1家），正在核对"}, {2, 0, 0, 32, 32, 32, "，增减与新增、解除数对不上，正在核对"},
	} {
		r.Tally.Totals = []workgroup.TotalLine{{Key: item.Key, Filed: c.filed, Covered: c.filed, Known: c.known, Change: c.change}, {Key: item.Key.As(workgroup.New), Filed: c.filed, Covered: c.told, Sum: c.fresh},
			{Key: item.Key.As(workgroup.Released), Filed: c.filed, Covered: c.told, Sum: c.released}}
		if got := r.unexplained(item); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}
