package workgroup

import (
	"testing"
	"time"
)

// A decision in force is changed with a reason by those whose meetings it is of: what it said is kept, who answers for it now is asked for its
// receipt anew, and whoever does no longer is told.
func TestADecisionInForceIsChanged(t *testing.T) {
	r := newRig(t)
	d := r.decided(Owner{Unit: "ruanjian"}, on("2020-02-01", "18:00"))
	shu, zhu, wang := r.person("shu"), r.person("zhu"), r.person("wang")
	if _, err := r.See(r, d.Key(), wang, at("16:10")); err != nil {
		t.Fatal(err)
	}
	d, _ = Decisions.Get(r, d.Key())
	later := DecisionChange{Until: on("2020-02-03", "12:00")}
	_, err := r.AmendDecision(r, d.Key(), d.Version, later, "人手不够", wang, at("16:20"))
	refused(t, err, PackNotYours)
	_, err = r.AmendDecision(r, d.Key(), d.Version, later, "", shu, at("16:20"))
	refused(t, err, DecisionWhy)
	_, err = r.AmendDecision(r, d.Key(), d.Version-1, later, "人手不够", shu, at("16:20"))
	refused(t, err, Changed)
	_, err = r.AmendDecision(r, d.Key(), d.Version, DecisionChange{Until: d.Deadline}, "人手不够", shu, at("16:20"))
	refused(t, err, DecisionSame)
	_, err = r.AmendDecision(r, d.Key(), d.Version, DecisionChange{Until: at("15:00")}, "人手不够", shu, at("16:20"))
	refused(t, err, DeadlinePast)
	r.hush()
	d, err = r.AmendDecision(r, d.Key(), d.Version, later, "人手不够", shu, at("16:20"))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Amended) != 1 || !d.Amended[0].Deadline.Equal(on("2020-02-01", "18:00")) || d.Amended[0].Reason != "人手不够" || d.Amended[0].By != "shu" || d.Seen.Done() || !d.Open() {
		t.Errorf("changed: %+v", d)
	}
	if due := r.DueAt(Decisions.Name, d.Key()); !due.Equal(at("16:50")) {
		t.Errorf("the receipt is asked for at %s", due)
	}
	if n := r.heard("say/decision-changed"); n == 0 {
		t.Error("the office is not told")
	}
	r.hush()
	d, err = r.AmendDecision(r, d.Key(), d.Version, DecisionChange{Owner: Owner{Unit: "jidian"}}, "软件学院人手不够", zhu, at("16:30"))
	if err != nil || len(d.Amended) != 2 || d.Owner.Unit != "jidian" || d.Amended[1].Owner.Unit != "ruanjian" {
		t.Errorf("given to another: %v %+v", err, d)
	}
	told := false
	for l := range Letters.Each(r, "") {
		told = told || l.Text == "say/decision-changed" && l.Person == "wang"
	}
	if !told {
		t.Error("whoever answered for it is not told")
	}
	_, err = r.See(r, d.Key(), wang, at("16:31"))
	refused(t, err, DecisionOthers)
	if was := d.AsOf(at("16:25")); was.Owner.Unit != "ruanjian" || !was.Deadline.Equal(later.Until) {
		t.Errorf("as of 16:25: %+v", was)
	}
	if first := d.AsOf(at("16:15")); !first.Deadline.Equal(on("2020-02-01", "18:00")) {
		t.Errorf("as of 16:15: %+v", first)
	}
}

// One that is taken back asks nobody for anything any more, and says so to whoever presses something of it.
func TestADecisionInForceIsTakenBack(t *testing.T) {
	r := newRig(t)
	d := r.decided(Owner{Unit: "ruanjian"}, on("2020-02-01", "18:00"))
	shu, wang := r.person("shu"), r.person("wang")
	_, err := r.RevokeDecision(r, d.Key(), d.Version, "", shu, at("16:20"))
	refused(t, err, DecisionWhy)
	_, err = r.RevokeDecision(r, d.Key(), d.Version, "与上级通知重复", wang, at("16:20"))
	refused(t, err, PackNotYours)
	d, err = r.RevokeDecision(r, d.Key(), d.Version, "与上级通知重复", shu, at("16:20"))
	if err != nil || d.Open() || !r.DueAt(Decisions.Name, d.Key()).IsZero() || len(StandingDecisions(r)) != 0 {
		t.Errorf("taken back: %v %+v", err, d)
	}
	_, err = r.See(r, d.Key(), wang, at("16:21"))
	refused(t, err, DecisionRevoked)
	_, err = r.Finish(r, d.Key(), "已备好", wang, at("16:21"))
	refused(t, err, DecisionRevoked)
	_, err = r.RevokeDecision(r, d.Key(), d.Version, "再撤", shu, at("16:21"))
	refused(t, err, DecisionRevoked)
	if all := DecisionsChanged(r, at("16:00")); len(all) != 1 || len(DecisionsChanged(r, at("16:20"))) != 0 {
		t.Errorf("changed since 16:00: %+v", all)
	}
	if !d.AsOf(at("16:15")).Open() {
		t.Error("it was in force at 16:15")
	}
	// What is done is done.
	other := r.decided(Owner{Unit: "ruanjian"}, on("2020-02-01", "18:00"))
	if _, err = r.Finish(r, other.Key(), "已备好", wang, at("17:00")); err != nil {
		t.Fatal(err)
	}
	other, _ = Decisions.Get(r, other.Key())
	_, err = r.RevokeDecision(r, other.Key(), other.Version, "晚了", shu, at("17:01"))
	refused(t, err, DecisionOver)
	_, err = r.AmendDecision(r, other.Key(), other.Version, DecisionChange{Text: "另一件", Until: time.Time{}}, "晚了", shu, at("17:01"))
	refused(t, err, DecisionOver)
}
