package workgroup

import "testing"

func TestTheDefaultFormIsShort(t *testing.T) {
	for _, kind := range UnitKinds {
		if n := len(DefaultForm().For(kind)); n < 1 || n > 9 {
			t.Errorf("%s gets %d questions, want at most nine", kind, n)
		}
	}
	for _, item := range DefaultForm().Items {
		for _, k := range append([]Key{item.Key}, item.Details...) {
			if l := DefaultForm().LabelOf(k); l.Name == "" || l.English == "" {
				t.Errorf("%s has no name in both languages: %v", k, l)
			}
		}
	}
}

func TestVersionsByDate(t *testing.T) {
	c := College{Forms: []Form{{Version: 1, From: "2020-01-01"}, {Version: 2, From: "2020-02-01"}, {Version: 3, From: "2020-02-10"}}}
	for _, x := range []struct {
		sentence string
		date     Date
		want     int
	}{
		{"before the first version the first holds", "2019-12-31", 1},
		{"the day before a new version", "2020-01-31", 1},
		{"a version holds from its date on", "2020-02-01", 2},
		{"and until the next", "2020-02-09", 2},
		{"the newest holds on", "2021-01-01", 3},
	} {
		if got := c.FormOn(x.date).Version; got != x.want {
			t.Errorf("%s: version %d on %s, want %d", x.sentence, got, x.date, x.want)
		}
	}
	if c.FormNumber(2).Version != 2 || c.FormNumber(9).Version != 1 {
		t.Error("a version is found by its number, the first where there is none")
	}
}

func TestZerosAndRest(t *testing.T) {
	form := Form{Items: []Item{{Key: "fever_now"}, {Key: "home_quarantine_now"}, {Key: "on_duty", Plain: true}, {Key: "gate_people", Kinds: []UnitKind{ServiceUnit}}}}
	if z := form.Zeros(OfficeUnit); len(z) != 2 || z.Has("on_duty") || z.Has("gate_people") || !z.Clean() {
		t.Errorf("an office states %v", z)
	}
	for _, c := range []struct {
		sentence string
		said     Figures
		zero     []Key
	}{
		{"nothing said: all are zero", Figures{}, []Key{"fever_now", "home_quarantine_now"}},
		{"what was said stays", Figures{"fever_now": 2}, []Key{"home_quarantine_now"}},
		{"a group is something said of it", Figures{"fever_now_student": 2}, []Key{"home_quarantine_now"}},
		{"a flow is not: the stock is still zero", Figures{"fever_new": 2}, []Key{"fever_now", "home_quarantine_now"}},
		{"an approximate figure is something said", Figures{"fever_now": Unsaid}, []Key{"home_quarantine_now"}},
		{"people on duty are no illness and never filled in", Figures{"on_duty": 3}, []Key{"fever_now", "home_quarantine_now"}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			got := form.Rest(OfficeUnit, c.said)
			want := c.said.Clone()
			for _, k := range c.zero {
				want[k] = 0
			}
			if len(Differ(got, want)) != 0 {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestPeopleOnDutyMakeNoAbnormalReport(t *testing.T) {
	form := Form{Items: []Item{{Key: "fever_now"}, {Key: "on_duty", Plain: true}}}
	for _, c := range []struct {
		figures Figures
		want    int
	}{
		{Figures{"fever_now": 0, "on_duty": 9}, 0},
		{Figures{"fever_now": 0, "mask_stock": 300, "staff_total": 121, "intern_now": 40}, 0}, // said beside the form
		{Figures{"fever_now": 0, "unreached": 3}, 1},
		{Figures{"fever_new_student": 1}, 1},
		{Figures{"death_total": 1}, 1},
	} {
		if n := abnormal(form, OfficeUnit, c.figures); n != c.want {
			t.Errorf("%v: %d abnormal, want %d", c.figures, n, c.want)
		}
	}
}
