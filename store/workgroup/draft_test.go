package workgroup

import "testing"

func TestConfirming(t *testing.T) {
	for _, c := range []struct {
		sentence string
		by       PersonID
		change   func(*rig, *Draft)
		version  int // behind the draft's
		code     RefusalCode
	}{
		{"its head confirms what was read back", "wang", nil, 0, ""},
		{"the deputy has a draft of their own, and not this one", "zhao", nil, 0, NotYours},
		{"a stranger to the unit cannot confirm it", "li", nil, 0, NotYours},
		{"an older version than what is shown is not what they saw", "wang", nil, 1, Changed},
		{"a question that is open comes first", "wang", func(_ *rig, d *Draft) { d.Asked = "fever_now" }, 0, StillAsking},
		{"so do words nobody understood", "wang", func(_ *rig, d *Draft) { d.Doubtful = "3" }, 0, StillAsking},
		{"an approximate figure is never filed", "wang", func(_ *rig, d *Draft) { d.Figures["fever_now"] = Unsaid }, 0, StillAsking},
		{"nor an approximate part", "wang", func(_ *rig, d *Draft) { d.Figures["home_quarantine_new"] = Unsaid }, 0, StillAsking},
		{"a unit outside the round is refused", "wang", func(r *rig, _ *Draft) { r.round.Units = []UnitID{"jidian"} }, 0, UnitNotInRound},
		{"whoever is no head any more is refused", "wang", func(r *rig, _ *Draft) { p := r.person("wang"); p.Duties = nil; People.Put(r, p) }, 0, NotAHead},
		{"whoever has become another unit's head meanwhile is refused", "wang",
			func(r *rig, _ *Draft) { p := r.person("wang"); p.Duties = []Duty{{Head, "jidian"}}; People.Put(r, p) }, 0, NotAHead},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			d := r.drafts("ruanjian", "wang", Figures{"home_quarantine_now": 2}, at("14:10"))
			if c.change != nil {
				c.change(r, &d)
			}
			report, changes, err := r.Confirm(r, r.round, d, d.Version-uint64(c.version), r.person(c.by), at("14:12"))
			if c.code != "" {
				refused(t, err, c.code)
				if revisions(r) != 0 {
					t.Error("it was filed all the same")
				}
				return
			}
			if err != nil || report.Revision != 1 || len(changes) != 9 || report.Zero {
				t.Fatalf("report %+v, changes %v, %v", report, changes, err)
			}
			if Drafts.Has(r, d.Key()) || Desks.Has(r, DeskKey("wang", 100)) {
				t.Error("the draft is still on the desk")
			}
		})
	}
}

func TestTwoHeadsAtOnce(t *testing.T) {
	r := newRig(t)
	first := r.drafts("ruanjian", "wang", Figures{"fever_now": 1}, at("14:10"))
	second := r.drafts("ruanjian", "zhao", Figures{"fever_now": 2}, at("14:10"))
	if first.Key() == second.Key() {
		t.Fatal("two heads share one draft")
	}
	Show(r, Card{Kind: TalkCard, Object: second.Key(), Chat: second.Chat}, at("14:10"))
	shown, _ := Cards.Get(r, CardKey(TalkCard, second.Key(), second.Chat))
	if _, _, err := r.Confirm(r, r.round, first, first.Version, r.person("wang"), at("14:11")); err != nil {
		t.Fatal(err)
	}
	if now, _ := Cards.Get(r, shown.Key()); now.Want == shown.Want {
		t.Error("the deputy's read-back does not learn that the head has filed")
	}
	report, changes, err := r.Confirm(r, r.round, second, second.Version, r.person("zhao"), at("14:12"))
	if err != nil || report.Revision != 2 || report.By != "zhao" {
		t.Fatalf("%+v %v", report, err)
	}
	if len(changes) != 1 || changes[0] != (Change{"fever_now", 1, 2}) {
		t.Errorf("the difference is %v", changes)
	}
}

func TestFilingTheSameAgainMakesNoRevision(t *testing.T) {
	r := newRig(t)
	r.files("ruanjian", Figures{"fever_now": 1}, at("14:10"))
	d := r.drafts("ruanjian", "zhao", Figures{"fever_now": 1}, at("14:20"))
	report, changes, err := r.Confirm(r, r.round, d, d.Version, r.person("zhao"), at("14:21"))
	if err != nil || report.Revision != 1 || report.By != "wang" || len(changes) != 0 || revisions(r) != 1 {
		t.Errorf("report %+v, changes %v, %v", report, changes, err)
	}
	if Drafts.Has(r, d.Key()) {
		t.Error("the draft stays")
	}
}

func TestFilingOnBehalf(t *testing.T) {
	r := newRig(t)
	d := r.drafts("jidian", "wang", Figures{"fever_now": 1}, at("14:10"))
	if d.For != "ruanjian" {
		t.Fatalf("files for %q, want the head's own unit", d.For)
	}
	_, _, err := r.Confirm(r, r.round, d, d.Version, r.person("wang"), at("14:11"))
	refused(t, err, NeedsGrant)

	d = r.AskGrant(r, r.unit("jidian"), d, r.person("wang"), at("14:11"))
	same(t, "asked", r.told(), []string{"say/grant-ask li"})
	r.AskGrant(r, r.unit("jidian"), d, r.person("wang"), at("14:12"))
	same(t, "asked once", r.told(), []string{"say/grant-ask li"})
	refused(t, r.Grant(r, day, r.unit("jidian"), "ruanjian", r.person("chen"), at("14:12")), NotAHead)
	refused(t, r.Grant(r, day, r.unit("jidian"), "jidian", r.person("li"), at("14:12")), OwnUnit)
	if err := r.Grant(r, day, r.unit("jidian"), "ruanjian", r.person("li"), at("14:12")); err != nil {
		t.Fatal(err)
	}
	same(t, "the question is withdrawn, the helpers are told", r.told(), []string{"say/granted wang", "say/granted zhao"})
	if err := r.Grant(r, day, r.unit("jidian"), "ruanjian", r.person("li"), at("14:12")); err != nil || len(r.said()) != 2 {
		t.Errorf("granted twice: %v, told %v", err, r.told())
	}

	report, _, err := r.Confirm(r, r.round, d, d.Version, r.person("wang"), at("14:13"))
	if err != nil || report.Unit != "jidian" || report.By != "wang" || report.For != "ruanjian" {
		t.Errorf("report %+v, %v", report, err)
	}
	// The word holds for that date and that unit only.
	if Granted(r, day.Add(1), "jidian", "ruanjian") || Granted(r, day, "jidian", "jiaowu") || Granted(r, day, "ruanjian", "jidian") {
		t.Error("the word reaches further than it was given")
	}
}

func TestAHeadOfTwoUnitsFilesAsTheOneThatWasAsked(t *testing.T) {
	r := newRig(t)
	p := r.person("wang")
	p.Duties = append(p.Duties, Duty{Head, "jiaowu"})
	People.Put(r, p)
	if err := r.Grant(r, day, r.unit("jidian"), "jiaowu", r.person("li"), at("14:00")); err != nil {
		t.Fatal(err)
	}
	d := r.drafts("jidian", "wang", Figures{}, at("14:10"))
	if _, _, err := r.Confirm(r, r.round, d, d.Version, r.person("wang"), at("14:11")); err != nil || d.For != "jiaowu" {
		t.Errorf("files for %s: %v", d.For, err)
	}
}

func TestNobodyElseStartsADraft(t *testing.T) {
	r := newRig(t)
	_, err := r.StartDraft(r, r.round, r.unit("jidian"), r.person("zhu"), 107, at("14:00"))
	refused(t, err, NotAHead)
	_, err = r.StartDraft(r, r.round, Unit{ID: "wu", Name: "无"}, r.person("wang"), 100, at("14:00"))
	refused(t, err, UnitNotInRound)
}

func TestAConversationMovesWithItsHead(t *testing.T) {
	r := newRig(t)
	d, _ := r.StartDraft(r, r.round, r.unit("ruanjian"), r.person("wang"), group, at("14:00"))
	d = d.Keep(r)
	Show(r, Card{Kind: TalkCard, Object: d.Key(), Chat: group}, at("14:00"))
	moved, err := r.StartDraft(r, r.round, r.unit("ruanjian"), r.person("wang"), 100, at("14:01"))
	if err != nil || moved.Chat != 100 {
		t.Fatalf("%+v %v", moved, err)
	}
	if c, _ := Cards.Get(r, CardKey(TalkCard, d.Key(), group)); !c.Gone {
		t.Error("its message stays in the group")
	}
	if Desks.Has(r, DeskKey("wang", group)) {
		t.Error("answers in the group still belong to it")
	}
}

func TestSettledFigures(t *testing.T) {
	for _, c := range []struct {
		sentence string
		unit     UnitID
		said     Figures
		want     map[Key]Count // besides zeros; -2: not there
	}{
		{"the rest is zero", "ruanjian", Figures{"fever_now": 2}, map[Key]Count{"fever_now": 2, "home_quarantine_now": 0, "confirmed_now": 0}},
		{"all groups given: the sum follows", "ruanjian", Figures{"fever_now_student": 2, "fever_now_staff": 1}, map[Key]Count{"fever_now": 3}},
		{"one group given: the others are among the rest, and the sum follows", "ruanjian", Figures{"fever_now_student": 2},
			map[Key]Count{"fever_now": 2, "fever_now_student": 2, "fever_now_staff": 0}},
		{"a group the unit does not have is counted with the others", "ruanjian", Figures{"fever_now_other": 2}, map[Key]Count{"fever_now": 2, "fever_now_other": 2}},
		{"a sum that was said is kept, right or wrong", "ruanjian", Figures{"fever_now": 9, "fever_now_student": 2, "fever_now_staff": 1}, map[Key]Count{"fever_now": 9}},
		{"an approximate part leaves the sum open", "ruanjian", Figures{"fever_now_student": Unsaid}, map[Key]Count{"fever_now_student": Unsaid, "fever_now": -2}},
		{"a flow alone does not make a stock", "ruanjian", Figures{"fever_new": 2}, map[Key]Count{"fever_new": 2, "fever_now": 0}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			said := c.said.Clone()
			got := r.Settled(Draft{Date: day, Unit: c.unit, Figures: said}, r.unit(c.unit))
			for k, want := range c.want {
				n, ok := got[k]
				if want == -2 && ok || want != -2 && (!ok || n != want) {
					t.Errorf("%s: %d %v, want %d; in %v", k, n, ok, want, got)
				}
			}
			if len(Differ(said, c.said)) != 0 {
				t.Error("the draft itself was changed")
			}
		})
	}
}

func TestAskingForAReason(t *testing.T) {
	for _, c := range []struct {
		sentence string
		now      string
		want     []string
	}{
		{"in time nobody is asked why", "14:20", []string{}},
		{"overdue: the filer is asked", "14:41", []string{"say/ask-reason wang"}},
		{"late: the filer is asked", "15:10", []string{"say/ask-reason wang"}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			d := r.drafts("ruanjian", "wang", Figures{}, at(c.now))
			if _, _, err := r.Confirm(r, r.round, d, d.Version, r.person("wang"), at(c.now)); err != nil {
				t.Fatal(err)
			}
			same(t, c.sentence, r.told(), c.want)
			again := r.drafts("ruanjian", "wang", Figures{"fever_now": 1}, at("16:00"))
			if _, _, err := r.Confirm(r, r.round, again, again.Version, r.person("wang"), at("16:01")); err != nil {
				t.Fatal(err)
			}
			same(t, "a correction asks no reason", r.told(), c.want)
		})
	}
}

func TestGoingBack(t *testing.T) {
	d := Draft{Figures: Figures{}}
	d.Put("fever_now", 1)
	d.Put("fever_new", 2)
	d.Put("fever_now", 3) // answered anew: now the last answer
	same(t, "answered", d.Answered, []Key{"fever_new", "fever_now"})
	d.Back()
	if d.Figures.Has("fever_now") || !d.Figures.Has("fever_new") {
		t.Errorf("left %v", d.Figures)
	}
	d.Back()
	d.Back() // nothing to take back is no harm
	if len(d.Figures)+len(d.Answered) != 0 {
		t.Errorf("left %v", d.Figures)
	}
}
