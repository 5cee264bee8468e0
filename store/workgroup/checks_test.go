package workgroup

import (
	"maps"
	"testing"
)

// wide is a form with the questions that the default one does not ask.
func wide() Form {
	f := DefaultForm()
	f.Items = append(f.Items, Item{Key: "quarantine_now", Split: true}, Item{Key: "headcount_due", Plain: true},
		Item{Key: "mask_stock", Plain: true, Checks: []Check{V4}})
	return f
}

func TestChecks(t *testing.T) {
	college := Unit{ID: "ruanjian", Kind: CollegeUnit, Totals: map[Group]int{Students: 100, Workers: 10}}
	for _, c := range []struct {
		sentence  string
		unit      Unit
		now       Figures
		yesterday Figures
		want      []Check
		key       Key
		facts     Facts
	}{
		{sentence: "nothing said, nothing doubted", unit: college, now: Figures{}},
		{sentence: "zeros after zeros pass", unit: college, now: Figures{"fever_now": 0}, yesterday: Figures{"fever_now": 0}},

		{sentence: "V1 now = prev + new − released holds", unit: college, now: Figures{"home_quarantine_now": 6, "home_quarantine_new": 3, "home_quarantine_released": 1},
			yesterday: Figures{"home_quarantine_now": 4}},
		{sentence: "V1 does not hold", unit: college, now: Figures{"home_quarantine_now": 7, "home_quarantine_new": 3, "home_quarantine_released": 1},
			yesterday: Figures{"home_quarantine_now": 4}, want: []Check{V1}, key: "home_quarantine_now",
			facts: Facts{"now": 7, "prev": 4, "new": 3, "released": 1, "sum": 6}},
		{sentence: "V1 with a prev of their own", unit: college, now: Figures{"fever_now": 2, "fever_prev": 1, "fever_new": 3}, want: []Check{V1, V10}, key: "fever_now"},
		{sentence: "V1 is silent while only the stock is known", unit: college, now: Figures{"fever_now": 3}, yesterday: Figures{"fever_now": 1}},
		{sentence: "V1 for a group", unit: college, now: Figures{"fever_now_student": 3, "fever_new_student": 1}, yesterday: Figures{"fever_now_student": 1},
			want: []Check{V1}, key: "fever_now_student"},

		{sentence: "V2 now ≤ total", unit: college, now: Figures{"confirmed_now": 3, "confirmed_total": 2}, want: []Check{V2}, key: "confirmed_now", facts: Facts{"now": 3, "total": 2}},
		{sentence: "V2 total = now + released_total", unit: college, now: Figures{"suspected_now": 1, "suspected_total": 5, "suspected_released_total": 3}, want: []Check{V2},
			key: "suspected_now", facts: Facts{"now": 1, "total": 5, "out": 3}},
		{sentence: "V2 holds", unit: college, now: Figures{"suspected_now": 2, "suspected_total": 5, "suspected_released_total": 3}},

		{sentence: "V3 a total never falls", unit: college, now: Figures{"confirmed_now": 1, "confirmed_total": 2}, yesterday: Figures{"confirmed_total": 3}, want: []Check{V3}, key: "confirmed_now"},
		{sentence: "V3 a total grows by what is new", unit: college, now: Figures{"confirmed_now": 2, "confirmed_new": 1, "confirmed_total": 5}, yesterday: Figures{"confirmed_now": 1, "confirmed_total": 3},
			want: []Check{V3}, key: "confirmed_now", facts: Facts{"total": 5, "prev": 3, "new": 1}},
		{sentence: "V3 holds", unit: college, now: Figures{"confirmed_now": 2, "confirmed_new": 1, "confirmed_total": 4}, yesterday: Figures{"confirmed_now": 1, "confirmed_total": 3}},

		{sentence: "V4 their yesterday is not the yesterday they filed", unit: college, now: Figures{"fever_now": 2, "fever_prev": 2}, yesterday: Figures{"fever_now": 1},
			want: []Check{V4}, key: "fever_now", facts: Facts{"prev": 2, "stored": 1}},
		{sentence: "V4 without a yesterday there is nothing to hold it against", unit: college, now: Figures{"fever_now": 2, "fever_prev": 2}},

		{sentence: "V5 the parts do not add up", unit: college, now: Figures{"fever_now": 3, "fever_now_student": 1, "fever_now_staff": 1}, want: []Check{V5}, key: "fever_now", facts: Facts{"all": 3, "sum": 2}},
		{sentence: "V5 one part is more than all", unit: college, now: Figures{"fever_now": 1, "fever_now_student": 2}, want: []Check{V5}, key: "fever_now"},
		{sentence: "V5 is silent while a part is not given", unit: college, now: Figures{"fever_now": 3, "fever_now_student": 1}},
		{sentence: "V5 holds", unit: college, now: Figures{"fever_now": 3, "fever_now_student": 2, "fever_now_staff": 1}},
		{sentence: "V5 is no question to a unit of one group that does not tell it apart", unit: Unit{Kind: OfficeUnit}, now: Figures{"fever_now": 1}},
		{sentence: "V5 nobody is lost whom a unit of one group tells apart", unit: Unit{Kind: OfficeUnit}, now: Figures{"fever_now": 0, "fever_now_other": 2}, want: []Check{V5}, key: "fever_now", facts: Facts{"all": 0, "sum": 2}},
		{sentence: "V5 holds with people of a group that a unit does not have by itself", unit: college, now: Figures{"fever_now": 3, "fever_now_student": 1, "fever_now_staff": 0, "fever_now_other": 2}},

		{sentence: "V11 who is suspected no more went somewhere", unit: college, now: Figures{"suspected_now": 1}, yesterday: Figures{"suspected_now": 3}, want: []Check{V11}, key: "suspected_now",
			facts: Facts{"prev": 3, "now": 1, "gone": 2}},
		{sentence: "V11 excluded and confirmed are told", unit: college, now: Figures{"suspected_now": 1, "suspected_new": 1, "suspected_released": 2, "confirmed_now": 1, "confirmed_new": 1, "confirmed_total": 1},
			yesterday: Figures{"suspected_now": 3, "confirmed_total": 0}},
		{sentence: "V11 more are released than went", unit: college, now: Figures{"suspected_now": 4, "suspected_released": 3}, yesterday: Figures{"suspected_now": 5}, want: []Check{V1}, key: "suspected_now"},
		{sentence: "V15 of one group, while the sum stays", unit: college, now: Figures{"suspected_now": 3, "suspected_now_student": 0, "suspected_now_staff": 3},
			yesterday: Figures{"suspected_now": 3, "suspected_now_student": 3, "suspected_now_staff": 0}, want: []Check{V15}, key: "suspected_now_student"},
		{sentence: "V12 an unclear figure is reckoned with in nothing", unit: college, now: Figures{"confirmed_now": Unsaid, "confirmed_total": 5, "cured_total": 3}, want: []Check{V17}, key: "confirmed_now"},
		{sentence: "V12 the cured and the dead were confirmed", unit: college, now: Figures{"confirmed_now": 1, "confirmed_total": 4, "cured_total": 1, "death_total": 1}, want: []Check{V12}, key: "confirmed_now"},
		{sentence: "V12 holds", unit: college, now: Figures{"confirmed_now": 2, "confirmed_total": 4, "cured_total": 1, "death_total": 1}},
		{sentence: "V14 a fever, and somebody from Hubei", unit: college, now: Figures{"fever_now": 1, "hubei_left": 2}, want: []Check{V14}, key: "fever_now", facts: Facts{"now": 1, "hubei": 2}},
		{sentence: "V6 more people than the roster has", unit: college, now: Figures{"home_quarantine_now": 111}, want: []Check{V6}, key: "home_quarantine_now", facts: Facts{"now": 111, "roster": 110}},
		{sentence: "V6 more of a group than the roster has", unit: college, now: Figures{"home_quarantine_now": 11, "home_quarantine_now_staff": 11}, want: []Check{V6}, key: "home_quarantine_now_staff"},
		{sentence: "V6 everybody is not too many", unit: college, now: Figures{"home_quarantine_now": 110}},
		{sentence: "V6 a roster without a group's number does not know how many there are", unit: Unit{Kind: CollegeUnit, Totals: map[Group]int{Workers: 10}}, now: Figures{"home_quarantine_now": 40}},

		{sentence: "V7 somebody is not accounted for", unit: college, now: Figures{"headcount_due": 100, "headcount_reported": 97, "unreached": 1}, want: []Check{V7}, key: "headcount_due",
			facts: Facts{"due": 100, "reported": 97, "unreached": 1}},
		{sentence: "V7 holds", unit: college, now: Figures{"headcount_due": 100, "headcount_reported": 99, "unreached": 1}},
		{sentence: "V7 only the number due", unit: college, now: Figures{"headcount_due": 100}},

		{sentence: "V8 quarantine is at least home and central together", unit: college, now: Figures{"quarantine_now": 3, "home_quarantine_now": 2, "central_quarantine_now": 2}, want: []Check{V8},
			key: "quarantine_now", facts: Facts{"all": 3, "sum": 4}},
		{sentence: "V8 holds", unit: college, now: Figures{"quarantine_now": 4, "home_quarantine_now": 2, "central_quarantine_now": 2}},

		{sentence: "V9 more in Wuhan than in Hubei", unit: college, now: Figures{"hubei_now": 1, "wuhan_now": 2}, want: []Check{V9}, key: "wuhan_now", facts: Facts{"wuhan": 2, "hubei": 1}},
		{sentence: "V9 all of them in Wuhan", unit: college, now: Figures{"hubei_now": 2, "wuhan_now": 2}},

		{sentence: "V10 more released than there were", unit: college, now: Figures{"home_quarantine_now": 0, "home_quarantine_released": 3}, yesterday: Figures{"home_quarantine_now": 2}, want: []Check{V1, V10}, key: "home_quarantine_now"},
		{sentence: "V10 more new than there are", unit: college, now: Figures{"fever_now": 1, "fever_new": 2}, want: []Check{V10}, key: "fever_now"},
		{sentence: "V10 new ones may be released the same day", unit: college, now: Figures{"home_quarantine_now": 1, "home_quarantine_new": 2, "home_quarantine_released": 1}, yesterday: Figures{"home_quarantine_now": 0}},

		{sentence: "V15 a zero although two were there yesterday", unit: college, now: Figures{"home_quarantine_now": 0}, yesterday: Figures{"home_quarantine_now": 2}, want: []Check{V15}, key: "home_quarantine_now", facts: Facts{"prev": 2}},
		{sentence: "V15 all were released, and it was said", unit: college, now: Figures{"home_quarantine_now": 0, "home_quarantine_released": 2}, yesterday: Figures{"home_quarantine_now": 2}},
		{sentence: "V15 is asked once, not as a jump as well", unit: college, now: Figures{"home_quarantine_now": 0}, yesterday: Figures{"home_quarantine_now": 20}, want: []Check{V15}, key: "home_quarantine_now"},

		{sentence: "V16 from 4 to 8 is a jump", unit: college, now: Figures{"fever_now": 8}, yesterday: Figures{"fever_now": 4}, want: []Check{V16}, key: "fever_now", facts: Facts{"prev": 4, "now": 8}},
		{sentence: "V16 three more are none", unit: college, now: Figures{"fever_now": 3}, yesterday: Figures{"fever_now": 0}},
		{sentence: "V16 half as many again are none", unit: college, now: Figures{"fever_now": 12}, yesterday: Figures{"fever_now": 8}},
		{sentence: "V16 falling counts too", unit: college, now: Figures{"fever_now": 2}, yesterday: Figures{"fever_now": 9}, want: []Check{V16}, key: "fever_now"},
		{sentence: "V16 on the first day there is nothing to jump from", unit: college, now: Figures{"fever_now": 30}},

		{sentence: "V17 an approximate figure", unit: college, now: Figures{"fever_now": Unsaid}, want: []Check{V17}, key: "fever_now"},
		{sentence: "an item's own checks are all it gets", unit: college, now: Figures{"mask_stock": 9000}, yesterday: Figures{"mask_stock": 100}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			got := Examine(wide(), c.unit, c.now, c.yesterday)
			var checks []Check
			for _, d := range got {
				checks = append(checks, d.Check)
			}
			same(t, "doubts", checks, c.want)
			if len(got) == 0 {
				return
			}
			if got[0].Key != c.key {
				t.Errorf("about %s, want %s", got[0].Key, c.key)
			}
			if c.facts != nil && !maps.Equal(got[0].Facts, c.facts) {
				t.Errorf("facts %v, want %v", got[0].Facts, c.facts)
			}
		})
	}
}

// A doubt is asked, and both values are kept: nothing here refuses a figure at 14:29.
func TestADoubtDoesNotStopAFiling(t *testing.T) {
	r := newRig(t)
	got := r.files("ruanjian", Figures{"fever_now": 2000, "hubei_now": 1, "wuhan_now": 5}, at("14:29"))
	if got.Revision != 1 || len(got.Doubts) != 2 || got.Figures["fever_now"] != 2000 {
		t.Errorf("report %+v", got)
	}
}

func TestYesterdayIsTheDayBefore(t *testing.T) {
	r := newRig(t)
	before := r.OpenRound(r, day.Add(-1), timetable(day.Add(-1)), on(day.Add(-1), "08:00"))
	r.File(r, before, Filing{Unit: r.unit("ruanjian"), By: r.person("wang"), Figures: Figures{"fever_now": 2}, Now: on(before.Date, "14:00")})
	doubts := r.Doubts(r, r.unit("ruanjian"), day, DefaultForm().Zeros(CollegeUnit))
	if len(doubts) != 1 || doubts[0].Check != V15 {
		t.Errorf("doubts %v, want V15", doubts)
	}
	if doubts := r.Doubts(r, r.unit("ruanjian"), day.Add(1), DefaultForm().Zeros(CollegeUnit)); len(doubts) != 0 {
		t.Errorf("two days later: %v", doubts)
	}
}
