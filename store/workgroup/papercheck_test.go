package workgroup

import "testing"

// Who drafts, who checks and who signs are three people wherever the office has as many; a refusal says who can.
func TestWhoChecksDoesNotSign(t *testing.T) {
	staff := func(r *rig, ids ...PersonID) {
		for _, id := range ids {
			People.Put(r, Person{ID: id, Name: string(id), Duties: []Duty{{Role: Staff}}})
		}
	}
	round := func(r *rig) Paper {
		r.files("ruanjian", nil, at("14:10"))
		if _, err := r.DraftPaper(r, day, r.person("gao"), at("15:10")); err != nil {
			r.Fatal(err)
		}
		return r.goesRound("gao", at("15:12"))
	}
	can := func(err error) []Named {
		refusal, _ := err.(*Refusal)
		if refusal == nil {
			t.Fatal("not refused")
		}
		names, _ := refusal.Facts["can"].([]Named)
		return names
	}

	t.Run("the one director leaves the check to the staff", func(t *testing.T) {
		r := newRig(t)
		staff(r, "gao", "shi")
		p := round(r)
		_, err := r.CheckPaper(r, p.Key(), p.Version, r.person("zhu"), at("15:13"))
		refused(t, err, PaperSignsIt)
		same(t, "who can", can(err), []Named{{Name: "shi"}})
		_, err = r.CheckPaper(r, p.Key(), p.Version, r.person("gao"), at("15:13"))
		refused(t, err, PaperOwn)
		same(t, "who can", can(err), []Named{{Name: "shi"}})
	})
	t.Run("where nobody else is left the director does both", func(t *testing.T) {
		r := newRig(t)
		staff(r, "gao")
		p := round(r)
		p, err := r.CheckPaper(r, p.Key(), p.Version, r.person("zhu"), at("15:13"))
		if err == nil {
			_, err = r.SignPaper(r, p.Key(), p.Version, r.person("zhu"), at("15:30"))
		}
		if err != nil {
			t.Error(err)
		}
	})
	t.Run("of two directors one checks and the other signs", func(t *testing.T) {
		r := newRig(t)
		staff(r, "gao")
		People.Put(r, Person{ID: "fu", Name: "付主任", Duties: []Duty{{Role: Director}}})
		p := round(r)
		p, err := r.CheckPaper(r, p.Key(), p.Version, r.person("zhu"), at("15:13"))
		if err != nil {
			t.Fatal(err)
		}
		_, err = r.SignPaper(r, p.Key(), p.Version, r.person("zhu"), at("15:30"))
		refused(t, err, PaperCheckedIt)
		same(t, "who can", can(err), []Named{{Name: "付主任"}})
		if _, err = r.SignPaper(r, p.Key(), p.Version, r.person("fu"), at("15:30")); err != nil {
			t.Error(err)
		}
	})
	t.Run("checked while nobody else could, signed when somebody can", func(t *testing.T) {
		r := newRig(t)
		staff(r, "gao")
		p := round(r)
		p, err := r.CheckPaper(r, p.Key(), p.Version, r.person("zhu"), at("15:13"))
		if err != nil {
			t.Fatal(err)
		}
		staff(r, "shi")
		_, err = r.SignPaper(r, p.Key(), p.Version, r.person("zhu"), at("15:30"))
		refused(t, err, PaperCheckedIt)
	})
}
