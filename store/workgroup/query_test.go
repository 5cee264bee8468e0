package workgroup

import (
	"slices"
	"testing"
)

// asks has the lead unit of the students ask a unit about who is in home quarantine there.
func (r *rig) asks(u UnitID, clock string) Query {
	r.Helper()
	q, err := r.AskUnit(r, r.round, r.unit("xuesheng"), r.unit(u), "home_quarantine_now", "", r.person("xu"), at(clock))
	if err != nil {
		r.Fatal(err)
	}
	return q
}

func (r *rig) query(q Query) Query {
	now, _ := Queries.Get(r, q.Key())
	return now
}

func TestAQuestionEndsWithItsAnswer(t *testing.T) {
	stocks := func(n Count) Figures {
		return Figures{"home_quarantine_now": n, "home_quarantine_now_student": n, "home_quarantine_now_staff": 0}
	}
	for _, c := range []struct {
		sentence string
		answer   func(r *rig, q Query)
		end      QueryEnd
		by       PersonID
		now      Count
		told     []string
	}{
		{"a correction of the item answers it, whoever of the unit makes it", func(r *rig, q Query) { r.files("ruanjian", stocks(3), at("14:25")) }, QueryRevised, "wang", 3, []string{"say/query-answered xu"}},
		{"one of another item does not", func(r *rig, q Query) {
			f := stocks(2)
			f["fever_now"] = 1
			r.files("ruanjian", f, at("14:25"))
		}, QueryOpen, "", 0, []string{"say/query wang", "say/query zhao"}},
		{"the word that it is right answers it", func(r *rig, q Query) { _, _ = r.StandBy(r, q, r.person("zhao"), at("14:25")) }, QueryStands, "zhao", 2, []string{"say/query-answered xu"}},
		{"a correction that leaves the item as it was is that word", func(r *rig, q Query) {
			d := r.drafts("ruanjian", "wang", r.Rest("ruanjian", stocks(2)), at("14:24"))
			d.Answered = []Key{"home_quarantine_now"}
			d = d.Keep(r)
			if _, _, err := r.Confirm(r, r.round, d, d.Version, r.person("wang"), at("14:25")); err != nil {
				r.Fatal(err)
			}
		}, QueryStands, "wang", 2, []string{"say/query-answered xu"}},
		{"nobody else answers for the unit", func(r *rig, q Query) {
			_, err := r.StandBy(r, q, r.person("li"), at("14:25"))
			refused(r.T, err, NotAHead)
		}, QueryOpen, "", 0, []string{"say/query wang", "say/query zhao"}},
		{"the second answer is none", func(r *rig, q Query) {
			q, _ = r.StandBy(r, q, r.person("wang"), at("14:25"))
			_, err := r.StandBy(r, q, r.person("zhao"), at("14:26"))
			refused(r.T, err, QueryEnded)
			refused(r.T, r.MayMend(r, q, r.person("zhao")), QueryEnded)
		}, QueryStands, "wang", 2, []string{"say/query-answered xu"}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			r.files("ruanjian", stocks(2), at("14:05"))
			r.hush()
			q := r.asks("ruanjian", "14:20")
			c.answer(r, q)
			got := r.query(q)
			if got.End != c.end || got.AnsweredBy != c.by || got.End != QueryOpen && got.Now != c.now {
				t.Errorf("%+v", got)
			}
			if got.Open() == got.Due().IsZero() {
				t.Errorf("open %v, due %v", got.Open(), got.Due())
			}
			same(t, "told", r.told(), c.told)
			desk, lies := Desks.Get(r, DeskKey("wang", r.person("wang").Telegram))
			if waits := lies && desk.Expect == QueryDesk; waits != got.Open() {
				t.Errorf("wang's desk: %+v", desk)
			}
		})
	}
}

// Rest are figures with a zero for whatever else a unit is asked.
func (r *rig) Rest(u UnitID, f Figures) Figures { return DefaultForm().Rest(r.unit(u).Kind, f) }

func TestWhoMayAskAUnitAndWhen(t *testing.T) {
	r := newRig(t)
	ask := func(lead, unit UnitID, item Key, by PersonID) error {
		_, err := r.AskUnit(r, r.round, r.unit(lead), r.unit(unit), item, "", r.person(by), at("14:20"))
		return err
	}
	refused(t, ask("xuesheng", "ruanjian", "fever_now", "xu"), QueryOfNothing)
	r.files("ruanjian", nil, at("14:05"))
	r.files("jiaowu", nil, at("14:05"))
	refused(t, ask("xuesheng", "ruanjian", "fever_now", "ren"), NotAHead)
	refused(t, ask("xuesheng", "jiaowu", "fever_now", "xu"), Changed)
	refused(t, ask("xuesheng", "ruanjian", "mask_stock", "xu"), Changed)
	if err := ask("xuesheng", "ruanjian", "fever_now", "xu"); err != nil {
		t.Fatal(err)
	}
	refused(t, ask("xuesheng", "ruanjian", "fever_now", "xu"), QueryAsked)
	// Of its own people the other lead unit asks all the same.
	if err := ask("renshi", "ruanjian", "fever_now", "ren"); err != nil {
		t.Error(err)
	}
	if all := QueriesOf(r, day); len(all) != 2 || all[0].Key() == all[1].Key() {
		t.Errorf("questions: %+v", all)
	}
}

func TestAQuestionIsChasedListedAndEndsWithItsDate(t *testing.T) {
	for _, c := range []struct {
		sentence string
		before   func(r *rig)
		at1430   []string
		at1440   []string
	}{
		{"asked again, then listed", func(*rig) {}, []string{"say/query wang", "say/query zhao"}, []string{"say/query-unanswered xu", "say/query-unanswered zhu"}},
		{"where nobody gets it, it is listed at once", func(r *rig) { Lost(r, "wang", at("14:00")); Lost(r, "zhao", at("14:00")) }, []string{"say/query-unanswered xu", "say/query-unanswered zhu"}, []string{}},
		{"where the lead unit has nobody left to be told, the office is", func(r *rig) { Lost(r, "xu", at("14:21")) }, []string{"say/query wang", "say/query zhao"}, []string{"say/query-unanswered zhu"}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			r.files("ruanjian", nil, at("14:05"))
			c.before(r)
			r.hush()
			q := r.asks("ruanjian", "14:20")
			if none := len(r.told()) == 0; none != q.Unreached {
				t.Errorf("unreached %v, told %v", q.Unreached, r.told())
			}
			r.hush()
			r.WakeQuery(r, q.Key(), at("14:29"))
			same(t, "before it is due", r.told(), []string{})
			for _, step := range []struct {
				clock string
				want  []string
			}{{"14:30", c.at1430}, {"14:40", c.at1440}, {"14:50", []string{}}} {
				r.hush()
				r.WakeQuery(r, q.Key(), at(step.clock))
				same(t, step.clock, r.told(), step.want)
			}
			if now := r.query(q); !now.Listed || !now.Open() {
				t.Errorf("%+v", now)
			}
			r.hush()
			r.WakeQuery(r, q.Key(), on("2020-02-01", "00:00"))
			if now := r.query(q); now.End != QueryLapsed || !now.Due().IsZero() || !slices.Contains(r.kinds(), QueryUnanswered) {
				t.Errorf("%+v %v", now, r.kinds())
			}
		})
	}
}
