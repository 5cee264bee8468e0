package workgroup

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// schema is the office's list of what is counted, with the measures each has; plain keys have none.
const schema = `
staff_total student_total other_total headcount_due headcount_reported unreached on_campus on_duty in_city out_of_city abroad
returned_today intern:now hubei:now wuhan:now hubei_native hubei_left hubei_transit hubei_contact source_contact key_other key_total
key_new fever:new,now cough:new,now symptom:new,now close_contact:all home_quarantine:all central_quarantine:all quarantine:all
sealed:new,now,released hospital:new,now,released suspected:all confirmed:new,now,total cured:new,total death:new,total gate_people
gate_vehicles temp_checked mask_stock disinfectant_stock rooms_ready`

func TestPartsOfEveryKey(t *testing.T) {
	n := 0
	for _, entry := range strings.Fields(schema) {
		base, list, measured := strings.Cut(entry, ":")
		ms := []Measure{Plain}
		if measured {
			ms = nil
			for _, m := range strings.Split(strings.ReplaceAll(list, "all", "new,prev,released,now,total,released_total"), ",") {
				ms = append(ms, Measure(m))
			}
		}
		for _, m := range ms {
			for _, g := range append([]Group{Everybody}, Groups...) {
				k := base
				for _, part := range []string{string(m), string(g)} {
					if part != "" {
						k += "_" + part
					}
				}
				if b, gotM, gotG := Key(k).Parts(); b != base || gotM != m || gotG != g {
					t.Errorf("%s is (%s, %q, %q), want (%s, %q, %q)", k, b, gotM, gotG, base, m, g)
				}
				if got := K(base, m, g); got != Key(k) {
					t.Errorf("put together: %s, want %s", got, k)
				}
				if got := Key(k).Of(Workers); got != K(base, m, Workers) {
					t.Errorf("%s of the staff is %s", k, got)
				}
				if measured {
					if got := Key(k).As(ReleasedTotal); got != K(base, ReleasedTotal, g) {
						t.Errorf("%s as released in all is %s", k, got)
					}
				}
				n++
			}
		}
	}
	if n < 200 {
		t.Errorf("only %d keys were tried", n)
	}
}

func FuzzKey(f *testing.F) {
	for _, seed := range []string{"", "_", "_now", "_student", "home_quarantine_released_total_other", "staff_total_staff", "key_other_other", "发热_now"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		base, m, g := Key(s).Parts()
		if got := K(base, m, g); got != Key(s) {
			t.Errorf("%q is (%q, %q, %q), which is %q", s, base, m, g, got)
		}
		if g != Everybody && !slices.Contains(Groups, g) || m != Plain && !slices.Contains(measures, m) {
			t.Errorf("%q has measure %q, group %q", s, m, g)
		}
	})
}

func TestFiguresAsJSON(t *testing.T) {
	for _, c := range []struct {
		sentence string
		figures  Figures
		json     string
	}{
		{"numbers are numbers, zero too", Figures{"fever_now": 0, "sealed_now": 12}, `{"fever_now":0,"sealed_now":12}`},
		{"approximate is null, which is not zero", Figures{"fever_now": Unsaid}, `{"fever_now":null}`},
		{"nothing said is nothing", Figures{}, `{}`},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			raw, err := json.Marshal(c.figures)
			if err != nil || string(raw) != c.json {
				t.Fatalf("written %s, %v; want %s", raw, err, c.json)
			}
			var back Figures
			if err := json.Unmarshal(raw, &back); err != nil || len(Differ(c.figures, back)) != 0 || len(back) != len(c.figures) {
				t.Errorf("read back %v, %v", back, err)
			}
		})
	}
	var one Count
	if err := json.Unmarshal([]byte("null"), &one); err != nil || one != Unsaid {
		t.Errorf("null is %d, %v", one, err)
	}
	for _, bad := range []string{`{"fever_now":"2"}`, `{"fever_now":1.5}`, `[]`} {
		if err := json.Unmarshal([]byte(bad), &Figures{}); err == nil {
			t.Errorf("%s was taken", bad)
		}
	}
}

func TestDiffer(t *testing.T) {
	got := Differ(Figures{"fever_now": 1, "cough_now": 2, "sealed_now": 0}, Figures{"fever_now": 3, "sealed_now": 0, "hubei_now": 0})
	same(t, "changes in key order", got, []Change{{"cough_now", 2, Unsaid}, {"fever_now", 1, 3}, {"hubei_now", Unsaid, 0}})
	if len(Differ(nil, nil)) != 0 {
		t.Error("nothing differs from nothing")
	}
}

func TestAnApproximateFigureIsNoNumber(t *testing.T) {
	f := Figures{"fever_now": Unsaid, "cough_now": 0}
	if _, ok := f.Said("fever_now"); ok || !f.Has("fever_now") || f.Clean() {
		t.Error("Unsaid was taken for a number, or for nothing")
	}
	if n, ok := f.Said("cough_now"); !ok || n != 0 {
		t.Error("zero is a statement")
	}
	if f.Has("sealed_now") {
		t.Error("silence is not")
	}
}

// However figures are written, they are read as encoding/json reads them, null as Unsaid.
func FuzzFiguresAsJSON(f *testing.F) {
	for _, raw := range []string{`{}`, `{"fever_now":0}`, `{"fever_now":12,"hubei_now":null}`, `{"a":-1}`, `{"a":01}`, `{"a":1.5}`, `{"a":1e3}`, `{ "a" : 1 }`, `{"a":1,}`, `{"a\u0062":1}`,
		`{"发热":1}`, `{"a":1,"a":2}`, `{"a":99999999999}`, `{"a":"1"}`, `null`, `[]`, `{"a":1}}`, `{"a"`, `{"a":`, `{"a":nul}`, `{"a":1}x`} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		var got Figures
		err := got.UnmarshalJSON([]byte(raw))
		var plain map[Key]*int
		if want := json.Unmarshal([]byte(raw), &plain); (err == nil) != (want == nil) {
			t.Fatalf("%q: %v, want %v", raw, err, want)
		}
		if err != nil {
			return
		}
		if len(got) != len(plain) {
			t.Fatalf("%q: %v, want %d figures", raw, got, len(plain))
		}
		for k, n := range plain {
			if n == nil && got[k] != Unsaid || n != nil && got[k] != Count(*n) {
				t.Errorf("%q: %s is %d", raw, k, got[k])
			}
			if n != nil {
				got[k] = max(got[k], Unsaid) // whatever is below zero is not said
			}
		}
		// And written as encoding/json writes a map of counts.
		want, bad := json.Marshal(map[Key]Count(got))
		if own, err := json.Marshal(got); err != nil || bad != nil || string(own) != string(want) {
			t.Errorf("%q is written %s, want %s: %v %v", raw, own, want, err, bad)
		}
	})
}
