package workgroup

import (
	"slices"
	"testing"
	"time"
)

// approves has the office decide a claim, and returns the approval.
func (r *rig) approves(name string, as PersonID, role Role) Approval {
	r.Helper()
	claim := r.claims(name)
	if _, err := r.Decide(r, stranger, claim.Version, as, role, r.person("zhu"), at("10:01")); err != nil {
		r.Fatal(err)
	}
	var last Approval
	for a := range Approvals.Each(r, "") {
		last = a
	}
	r.hush()
	return last
}

func TestUndoing(t *testing.T) {
	for _, c := range []struct {
		sentence string
		as       PersonID
		role     Role
		between  func(*rig)
		known    bool   // the account is still somebody's
		duties   []Duty // what is left of the person
		account  int64  // and their account
		refusal  RefusalCode
		at       time.Time
	}{
		{sentence: "a new head leaves", role: Head},
		{sentence: "a new deputy leaves", role: Deputy},
		{sentence: "a new head who has become an administrator keeps that", role: Head, known: true, duties: []Duty{{Role: Admin}}, account: stranger, between: func(r *rig) {
			IssueCode(r, "apple")
			if _, err := r.UseCode(r, "apple", "新", stranger, at("11:00")); err != nil {
				r.Fatal(err)
			}
		}},
		{sentence: "somebody of the roster has no account again", as: "wangxin", duties: []Duty{{Head, "ruanjian"}}},
		{sentence: "whoever changed telephones has the old one again", as: "wang", duties: []Duty{{Head, "ruanjian"}}, account: 100},
		{sentence: "unless it is another's by now", as: "wang", duties: []Duty{{Head, "ruanjian"}}, between: func(r *rig) {
			Bind(r, r.person("wangxin"), 100, at("11:00"))
		}},
		{sentence: "not after seven days", role: Head, at: at("10:01").Add(7*24*time.Hour + time.Second), refusal: Changed},
		{sentence: "but just before", role: Head, at: at("10:01").Add(7 * 24 * time.Hour)},
		{sentence: "not when the account is another person's", role: Head, refusal: Changed, between: func(r *rig) {
			Bind(r, r.person("wangxin"), stranger, at("11:00"))
		}},
		{sentence: "not when they have another telephone", as: "wangxin", refusal: Changed, between: func(r *rig) {
			Bind(r, r.person("wangxin"), 901, at("11:00"))
		}},
		{sentence: "not when the duty is another", role: Head, refusal: Changed, between: func(r *rig) {
			p := r.person("tg900")
			p.Duties = []Duty{{Head, "jidian"}}
			People.Put(r, p)
		}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := vacant(t)
			a := r.approves("王一", c.as, c.role)
			if c.between != nil {
				c.between(r)
			}
			if c.at.IsZero() {
				c.at = at("12:00")
			}
			r.hush()
			p, err := r.Undo(r, a.Key(), r.person("zhu"), c.at)
			if c.refusal != "" {
				refused(t, err, c.refusal)
				if len(r.said())+len(r.Events) > 0 {
					t.Errorf("told %v", r.told())
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			kept := r.person(p.ID)
			if _, known := PersonOf(r, stranger); known != c.known || kept.Telegram != c.account || kept.Name == "" || kept.Reachable() != (c.account != 0) {
				t.Errorf("known %v, left %+v", known, kept)
			}
			same(t, "duties left", kept.Duties, c.duties)
			same(t, "noted", r.kinds(), []EventKind{ClaimUndone})
			back := 0 // to the account that is theirs again
			if c.account != 0 && c.account != stranger {
				back = 1
			}
			if told := r.said(); len(told) != 1+back || told[0].Text != "say/approval-undone" || told[0].Chat != stranger {
				t.Errorf("told %v", r.told())
			}
			_, err = r.Undo(r, a.Key(), r.person("zhu"), c.at)
			refused(t, err, Settled)
		})
	}
}

func TestEverybodyWhoDecidesHearsOfAnApproval(t *testing.T) {
	r := vacant(t)
	for i, p := range []Person{{ID: "guan", Name: "管理", Duties: []Duty{{Role: Admin}}}, {ID: "gong", Name: "工作", Duties: []Duty{{Role: Staff}}}} {
		p = Bind(r, p, int64(200+i), at("09:00"))
		Reached(r, p, at("09:00"))
	}
	claim := r.claims("王一")
	if _, err := r.Decide(r, stranger, claim.Version, "", Head, r.person("zhu"), at("10:01")); err != nil {
		t.Fatal(err)
	}
	told := r.told()
	same(t, "told", told, []string{"say/approved gong", "say/approved guan", "say/approved zhu", "say/claim-accepted "})
	for _, l := range r.said()[:3] {
		if !l.Silent || l.Facts["by"] != "朱主任" || l.Facts["name"] != "王一" || l.Buttons[0][0].Verb != "undo" {
			t.Errorf("told %+v", l)
		}
	}
	// Taken back before it was delivered, it is not told any more; what is told instead goes to the others.
	if _, err := r.Undo(r, r.said()[0].Buttons[0][0].Object, r.person("guan"), at("10:02")); err != nil {
		t.Fatal(err)
	}
	same(t, "told after", r.told(), []string{"say/approval-undone ", "say/approval-gone gong", "say/approval-gone zhu"})
}

// What somebody had begun stays, and is no filing that anybody waits for; nobody is found by their name.
func TestWhatIsLeftOfWhoIsUndone(t *testing.T) {
	r := vacant(t)
	a := r.approves("钱新", "", Head)
	d := r.drafts("ruanjian", "tg900", Figures{"fever_now": 1}, at("14:05"))
	report := r.File(r, r.round, Filing{Unit: r.unit("jidian"), By: r.person("tg900"), Zero: true, Figures: Figures{}, At: at("14:06"), Now: at("14:06")})
	if !Pending(r, day, "ruanjian") {
		t.Fatal("not pending")
	}
	if _, err := r.Undo(r, a.Key(), r.person("zhu"), at("14:10")); err != nil {
		t.Fatal(err)
	}
	if again, ok := Drafts.Get(r, d.Key()); !ok || again.Version != d.Version || Pending(r, day, "ruanjian") {
		t.Errorf("the draft is %+v", again)
	}
	for range Desks.Each(r, "tg900@") {
		t.Error("a bare answer would still go to the draft")
	}
	_, _, err := r.Confirm(r, r.round, d, d.Version, r.person("tg900"), at("14:11"))
	refused(t, err, NotAHead)
	if by := r.person(report.By); by.Name != "钱新" {
		t.Errorf("filed by %+v", by)
	}
	if _, named := NamedIn(r, "我是钱新"); named || len(Candidates(r, Claim{Unit: "ruanjian", Name: "钱新"})) > 0 {
		t.Error("found by name")
	}
	// Registered again, they are a person like any other.
	if r.approves("钱新", "", Deputy); !r.person("tg900").Left.IsZero() || !slices.Contains(r.person("tg900").Duties, Duty{Deputy, "ruanjian"}) {
		t.Errorf("again %+v", r.person("tg900"))
	}
}

func TestApprovalsAreForgottenWhenTheyCannotBeTakenBack(t *testing.T) {
	r := vacant(t)
	a := r.approves("王一", "", Head)
	forgetApprovals(r, a.At.Add(regret))
	if !Approvals.Has(r, a.Key()) {
		t.Error("forgotten too early")
	}
	forgetApprovals(r, a.At.Add(regret+time.Second))
	if Approvals.Has(r, a.Key()) {
		t.Error("kept")
	}
}
