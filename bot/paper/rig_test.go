package paper

import (
	"fmt"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

var zone = time.FixedZone("CST", 8*3600)

// college is a small one: two colleges, two offices and one service.
func college() (workgroup.College, []workgroup.Unit) {
	return workgroup.College{Name: "鹤壁职业技术学院", Zone: zone, DutyPhone: "0392-3280110", Forms: []workgroup.Form{workgroup.DefaultForm()}, Language: workgroup.Chinese},
		[]workgroup.Unit{
			{ID: "ruanjian", Order: 1, Name: "软件学院", English: "School of Software", Kind: workgroup.CollegeUnit},
			{ID: "huli", Order: 2, Name: "护理学院", English: "School of Nursing", Kind: workgroup.CollegeUnit},
			{ID: "caiwu", Order: 3, Name: "计划财务处", English: "Finance Office", Kind: workgroup.OfficeUnit},
			{ID: "evil", Order: 4, Name: "=1+1", English: "@SUM(A1:A9)", Kind: workgroup.OfficeUnit},
			{ID: "houqin", Order: 5, Name: "后勤集团", English: "Logistics Group", Kind: workgroup.ServiceUnit},
		}
}

// days are some days up to 31 January 2020, as they were tallied: more ill each day, one unit never heard from, one late.
func days(t testing.TB, n int) (workgroup.College, []workgroup.Tally) {
	t.Helper()
	c, units := college()
	b := workgroup.NewMemory()
	var ids []workgroup.UnitID
	for _, u := range units {
		workgroup.Units.Put(b, u)
		ids = append(ids, u.ID)
	}
	var out []workgroup.Tally
	for i := range n {
		date := workgroup.Date("2020-01-31").Add(i + 1 - n)
		at, err := time.ParseInLocation(time.DateOnly, string(date), zone)
		if err != nil {
			t.Fatal(err)
		}
		round := workgroup.Round{Date: date, Opened: at.Add(14 * time.Hour), Form: 1, Units: ids}
		workgroup.Rounds.Put(b, round)
		for j, u := range units {
			if u.ID == "caiwu" {
				continue
			}
			r := workgroup.Report{Unit: u.ID, Date: date, Revision: 1, Form: 1, Zero: j > 0, Figures: c.FormOn(date).Zeros(u.Kind), Filed: at.Add(14*time.Hour + time.Duration(5*j)*time.Minute)}
			if j == 0 {
				r.Figures["home_quarantine_now"], r.Figures["home_quarantine_new"], r.Figures["home_quarantine_released"] = workgroup.Count(i+3), 1, 0
				r.Figures["fever_now"], r.Figures["fever_new"] = 1, workgroup.Unsaid
			}
			if u.ID == "houqin" {
				r.Mark, r.Reason, r.Filed = workgroup.Late, "=HYPERLINK(\"http://x\")", at.Add(15*time.Hour+2*time.Minute)
			}
			workgroup.Latest.Put(b, workgroup.Standing{Report: r, First: r.Filed})
		}
		out = append(out, c.Count(b, round))
	}
	if len(b.Faults) > 0 {
		t.Fatal(fmt.Errorf("%v", b.Faults))
	}
	return c, out
}

// large is a day of a college of 33 units.
func large(t testing.TB) (workgroup.College, workgroup.Tally) {
	c, tallies := days(t, 1)
	tally := tallies[0]
	for len(tally.Lines) < 33 {
		line := tally.Lines[0]
		line.Unit.ID += workgroup.UnitID(fmt.Sprint(len(tally.Lines)))
		tally.Lines = append(tally.Lines, line)
	}
	return c, tally
}
