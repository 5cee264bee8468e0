package rehearsal

import (
	"maps"
	"testing"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// What is signed at the end is today's report, and in it is what the visitor has made: the figures of their line, and the case.
func TestThePaperOfTheTourIsTodays(t *testing.T) {
	atLength(t)
	set, roster := settings.Sample()
	for what, o := range map[string]Options{"zh-CN": {}, "en": {Language: workgroup.English}, "drill": {Settings: &set, Roster: &roster, Day: "2020-01-31", Drill: true}} {
		h := open(t, o).stopped(t)
		asked := []tourAsked{{Do: "begin"}}
		for step := 1; step < len(steps); step++ {
			asked = append(asked, tourAsked{Do: "next", From: step})
		}
		for _, a := range append(asked, tourAsked{Do: "help", From: len(steps)}) {
			if err := h.guide(a); err != nil {
				t.Fatalf("%s: %+v: %v", what, a, err)
			}
		}
		err := h.do(func(p *performance) error {
			if p.tour.failed || !p.tour.seen[len(steps)] {
				t.Errorf("%s: failed %v, seen %v", what, p.tour.failed, p.tour.seen)
			}
			return p.Store.View(func(b workgroup.Book) error {
				for paper := range workgroup.Papers.Each(b, "") {
					if paper.Date != "2020-01-31" || !paper.Signature.Done() || len(paper.Content.Missing) > 0 || paper.Class() != workgroup.PaperImportant {
						t.Errorf("%s: %s is %s, %d are missing", what, paper.Key(), paper.State, len(paper.Content.Missing))
					}
					sums := map[string]int{}
					for key, n := range paper.Content.Sums {
						if n != 0 {
							sums[string(key)] = int(n)
						}
					}
					if want := map[string]int{"home_quarantine_now": 2, "sealed_now": 1}; !maps.Equal(sums, want) {
						t.Errorf("%s: the figures are %v, want %v", what, sums, want)
					}
				}
				return nil
			})
		})
		if err != nil {
			t.Error(err)
		}
	}
}
