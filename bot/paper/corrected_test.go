package paper

import (
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// A correction says what it corrects, figure by figure and unit by unit, beside the whole report as it is now.
func TestACorrectionSaysWhatItChanges(t *testing.T) {
	r := report(t)
	r.Corrects = "1月31日16时40分已上报的报告（防控信〔2020〕3号）"
	r.Corrected = Corrected{Sums: []workgroup.Change{{Key: "home_quarantine_now", Before: 2, After: 5}, {Key: "sealed_now", Before: workgroup.Unsaid, After: 0}, {Key: "fever_now", Before: workgroup.Unsaid, After: 0}},
		Units: []UnitCorrected{
			{Unit: "软件学院", At: at, Changes: []workgroup.Change{{Key: "home_quarantine_now", Before: 2, After: 4}, {Key: "home_quarantine_now_student", Before: 2, After: workgroup.Unsaid}}, Why: "漏填返校学生。"},
			{Unit: "计划财务处", First: true, At: at, Changes: []workgroup.Change{{Key: "home_quarantine_now", Before: workgroup.Unsaid, After: 1}}}}}
	raw, err := Official{College: r.College, Date: r.Tally.Round.Date, Parts: r.Parts(), Again: true}.Document()
	if err != nil {
		t.Fatal(err)
	}
	words, _, _ := parts(t, raw)
	want := "本件更正1月31日16时40分已上报的报告（防控信〔2020〕3号），以本件为准。现将我院2020年1月31日（截至15时05分）疫情防控情况报告如下：\n更正内容\n" +
		"（一）全院合计：居家隔离现有由2人更正为5人；发热现有、封闭隔离现有由未报更正为0。\n" +
		"（二）软件学院（1月31日15时05分更正）：居家隔离现有由2人更正为4人；居家隔离现有（学生）由2人更正为未填。原因：漏填返校学生。\n" +
		"（三）计划财务处（1月31日15时05分补报）：居家隔离现有由未报更正为1人。\n一、总体情况\n"
	if !strings.Contains(words, want) {
		t.Errorf("lacks\n%s\nin\n%s", want, words)
	}
	r.Corrected = Corrected{Sums: []workgroup.Change{{Key: "home_quarantine_new", Before: 2, After: workgroup.Unsaid}, {Key: "fever_new", Before: 5, After: 3}},
		Units: []UnitCorrected{{Unit: "软件学院", At: at, Changes: []workgroup.Change{{Key: "home_quarantine_new", Before: 2, After: workgroup.Unsaid}, {Key: "fever_new", Before: 2, After: workgroup.Unsaid}}}}}
	want = "全院合计：发热新增由5人更正为3人（软件学院未填，不在合计内）；居家隔离新增由2人更正为未填（软件学院未填，不在合计内）。"
	if got := r.Parts()[1].Lines[0]; !strings.Contains(got, want) {
		t.Errorf("of what was left out: %s", got)
	}
	r.Corrected = Corrected{}
	if got := strings.Join(r.Parts()[1].Lines, "|"); got != "全院合计：各项合计没有变化。" {
		t.Errorf("of nothing: %s", got)
	}
	r.Corrects = ""
	if r.Parts()[1].Heading != "一、总体情况" {
		t.Errorf("a first report begins with %+v", r.Parts()[1])
	}
}
