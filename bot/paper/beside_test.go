package paper

import (
	"slices"
	"testing"

	"fangkong/store/workgroup"
)

// A case that no figure holds is told where a 0 would be read as nobody: below the tables, behind the day's sums, and in the title of its curve.
func TestFiguresSayWhichCasesTheyDoNotHold(t *testing.T) {
	c, tallies := days(t, 1)
	of := func(n int, unit workgroup.UnitID, kind workgroup.CaseKind) workgroup.Case {
		return workgroup.Case{Date: "2020-01-31", Number: n, Kind: kind, Unit: unit, Group: workgroup.Workers, Known: at}
	}
	cases := []workgroup.Case{of(1, "huli", workgroup.CaseConfirmed), of(2, "ruanjian", workgroup.CaseExposed), of(3, "ruanjian", workgroup.CaseExposed), of(4, "huli", workgroup.CaseHospital)}
	excluded := of(5, "huli", workgroup.CaseSuspected)
	excluded.Verdict = workgroup.VerdictExcluded
	cases = append(cases, excluded)
	want := []string{"※ 急-0131-01尚未计入本表，正在与有关单位核对。", "※ 急-0131-02、急-0131-03共 2 起，本表只计 1 人，正在与有关单位核对。"}
	day := Day{College: c, Tally: tallies[0], Language: workgroup.Chinese, At: at}
	if got := day.besides(cases); !slices.Equal(got, want) {
		t.Errorf("below the table: %q", got)
	}
	if got := day.besides(cases[3:]); got != nil {
		t.Errorf("of whom no figure is asked: %q", got)
	}
	rows, _ := Period{College: c, From: "2020-01-31", To: "2020-01-31", Language: workgroup.Chinese, At: at, Days: tallies, Cases: map[workgroup.Date][]workgroup.Case{"2020-01-31": cases}}.open(t)
	if last := rows("每日合计")[1]; last[len(last)-1] != "带*的合计缺已报单位的数（未填或未分类），不作0；"+want[0]+"；"+want[1] {
		t.Errorf("behind the sums: %q", last)
	}
	span := Span{College: c, Days: tallies, Cases: cases, Language: workgroup.Chinese, At: at}
	for item, n := range map[workgroup.Key]int{"confirmed_now": 1, "fever_now": 0, "suspected_now": 0, "": 1} {
		if got := span.left(item); got != n {
			t.Errorf("%s: %d cases are not held", item, got)
		}
	}
}
