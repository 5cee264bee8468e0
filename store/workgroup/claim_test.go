package workgroup

import (
	"slices"
	"testing"
)

const stranger = int64(900)

// vacant is the rig with a head of the software college whose account nobody knows.
func vacant(t *testing.T) *rig {
	r := newRig(t)
	People.Put(r, Person{ID: "wangxin", Name: "王新", Title: "书记", Duties: []Duty{{Head, "ruanjian"}}})
	return r
}

func (r *rig) claims(name string) Claim {
	r.Claim(r, Claim{Telegram: stranger, Chat: stranger, Name: name, Unit: "ruanjian", At: at("10:00"), Private: true}, at("10:00"))
	c, _ := Claims.Get(r, Claim{Telegram: stranger}.Key())
	return c
}

func TestCandidates(t *testing.T) {
	for _, c := range []struct {
		name string
		want []PersonID
	}{
		{"王新", []PersonID{"wangxin"}}, {"王老师", []PersonID{"wangxin"}}, {"王", []PersonID{"wangxin"}},
		{"王一", []PersonID{"wang", "wangxin"}}, // the whole name of one who has an account: they may have changed telephones
		{"李老师", nil}, {"", nil},
	} {
		r := vacant(t)
		var got []PersonID
		for _, p := range Candidates(r, Claim{Unit: "ruanjian", Name: c.name}) {
			got = append(got, p.ID)
		}
		same(t, "fits "+c.name, got, c.want)
	}
}

func TestDecidingAClaim(t *testing.T) {
	for _, c := range []struct {
		sentence string
		as       PersonID
		role     Role
		want     PersonID
		told     string
	}{
		{"as somebody of the roster", "wangxin", "", "wangxin", "say/claim-accepted"},
		{"as somebody whose account was another: they changed telephones", "wang", "", "wang", "say/claim-accepted"},
		{"as a new head", "", Head, "tg900", "say/claim-accepted"},
		{"as a new deputy", "", Deputy, "tg900", "say/claim-accepted"},
		{"not at all", "", "", "", "say/claim-refused"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := vacant(t)
			claim := r.claims("王一")
			if l := r.said()[0]; l.Person != "zhu" || len(l.Buttons) != 4 {
				t.Errorf("asked %s with %d rows of buttons", l.Person, len(l.Buttons))
			}
			if _, err := r.Decide(r, stranger, claim.Version, c.as, c.role, r.person("zhu"), at("10:01")); err != nil {
				t.Fatal(err)
			}
			got, known := PersonOf(r, stranger)
			if known != (c.want != "") || got.ID != c.want {
				t.Fatalf("is %q", got.ID)
			}
			if known && (!got.Speaks("ruanjian") || !got.Reachable() || c.role != "" && !got.Holds(c.role)) {
				t.Errorf("registered as %+v", got)
			}
			told := []string{c.told + " "}
			if known {
				told = []string{"say/approved zhu", c.told + " "}
			}
			if c.want == "wang" { // the account they had is told, too
				told = append([]string{"say/account-moved "}, told...)
			}
			same(t, "told", r.told(), told)
			if last := r.said()[len(told)-1]; last.Chat != stranger {
				t.Errorf("told %d", last.Chat)
			}
			_, err := r.Decide(r, stranger, claim.Version, c.as, c.role, r.person("zhu"), at("10:02"))
			refused(t, err, Settled)
		})
	}
}

func TestClaimsThatChanged(t *testing.T) {
	r := vacant(t)
	first := r.claims("王老师")
	second := r.claims("王新")
	if n := len(r.said()); n != 1 || second.Version != first.Version+1 {
		t.Errorf("%d questions wait, version %d: the newer replaces the older", n, second.Version)
	}
	_, err := r.Decide(r, stranger, first.Version, "wangxin", "", r.person("zhu"), at("10:01"))
	refused(t, err, Changed)

	r.Claim(r, Claim{Telegram: stranger + 1, Name: "王新", Unit: "ruanjian"}, at("10:02"))
	if _, err := r.Decide(r, stranger, second.Version, "wangxin", "", r.person("zhu"), at("10:03")); err != nil {
		t.Fatal(err)
	}
	waiting := func(telegram int64) uint64 {
		c, _ := Claims.Get(r, Claim{Telegram: telegram}.Key())
		return c.Version
	}
	_, err = r.Decide(r, stranger+1, waiting(stranger+1), "wangxin", "", r.person("zhu"), at("10:04"))
	refused(t, err, Settled) // the person has an account now
	r.Claim(r, Claim{Telegram: stranger + 3, Name: "王新", Unit: "ruanjian"}, at("10:04"))
	Bind(r, r.person("wangxin"), stranger+4, at("10:05"))
	_, err = r.Decide(r, stranger+3, waiting(stranger+3), "wangxin", "", r.person("zhu"), at("10:06"))
	refused(t, err, Settled) // they were bound to yet another account since the office was asked
	_, err = r.Decide(r, stranger+2, 1, "", Head, r.person("zhu"), at("10:04"))
	refused(t, err, Settled)
}

// A button of a claim that was refused means nothing of the next one, whatever it says.
func TestAButtonOfAnEarlierClaimIsOld(t *testing.T) {
	r := vacant(t)
	first := r.claims("王新")
	if _, err := r.Decide(r, stranger, first.Version, "", "", r.person("zhu"), at("10:01")); err != nil {
		t.Fatal(err)
	}
	second := r.claims("周老师")
	if _, err := r.Decide(r, stranger, first.Version, "wangxin", "", r.person("zhu"), at("10:03")); err == nil {
		t.Error("the old button has made them somebody else")
	}
	_, err := r.Decide(r, stranger, second.Version, "ban", "", r.person("zhu"), at("10:04"))
	refused(t, err, Settled) // nobody the office was asked about
}

func TestTheOneTimeCode(t *testing.T) {
	r := newRig(t)
	use := func(code string) error {
		_, err := r.UseCode(r, code, "新管理员", stranger, at("09:00"))
		return err
	}
	refused(t, use(""), WrongCode)
	refused(t, use("apple"), WrongCode) // none was issued
	IssueCode(r, "apple")
	if Office(r).Code == "apple" {
		t.Error("the code itself is kept, not its digest")
	}
	for _, wrong := range []string{"", "pear", "apple ", "Apple", Office(r).Code} {
		refused(t, use(wrong), WrongCode)
	}
	if err := use("apple"); err != nil {
		t.Fatal(err)
	}
	if p, ok := PersonOf(r, stranger); !ok || !p.Holds(Admin) || !p.Reachable() {
		t.Errorf("became %+v", p)
	}
	refused(t, use("apple"), WrongCode)
	if !slices.Contains(r.kinds(), CodeUsed) {
		t.Errorf("noted %v", r.kinds())
	}
}

func TestWhomTheCodeMakesAdministrator(t *testing.T) {
	for _, c := range []struct {
		sentence string
		before   func(*rig)
		telegram int64
		want     PersonID
	}{
		{"a stranger becomes a person of their own", nil, stranger, "tg900"},
		{"whom the roster names as administrator, once they are known", func(r *rig) { People.Put(r, Person{ID: "guan", Name: "管", Duties: []Duty{{Role: Admin}}}) }, stranger, "guan"},
		{"a head stays who they are", nil, 100, "wang"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			r := newRig(t)
			if c.before != nil {
				c.before(r)
			}
			IssueCode(r, "apple")
			p, err := r.UseCode(r, "apple", "管理员", c.telegram, at("09:00"))
			if err != nil || p.ID != c.want || !p.Holds(Admin) {
				t.Errorf("became %+v, %v", p, err)
			}
			if c.want == "wang" && !p.Speaks("ruanjian") {
				t.Error("lost their unit")
			}
		})
	}
}

// Whoever used the code after saying who they are must not lose it to their own claim.
func TestTheCodeSettlesAClaim(t *testing.T) {
	r := vacant(t)
	claim := r.claims("王老师")
	IssueCode(r, "apple")
	if _, err := r.UseCode(r, "apple", "王老师", stranger, at("10:05")); err != nil {
		t.Fatal(err)
	}
	_, err := r.Decide(r, stranger, claim.Version, "wangxin", "", r.person("zhu"), at("10:06"))
	refused(t, err, Settled)
	if p, _ := PersonOf(r, stranger); !p.Holds(Admin) {
		t.Errorf("the administrator is now %+v", p)
	}
	if len(r.said()) != 0 {
		t.Errorf("the office is still asked: %v", r.told())
	}
}

// Three claims of one account are passed on in a day; the same words again are none, and another day has its own three.
func TestThreeClaimsADay(t *testing.T) {
	r := newRig(t)
	r.hush()
	claims := func(name, clock string, private bool) (bool, error) {
		return r.Claim(r, Claim{Telegram: stranger, Name: name, Unit: "ruanjian", Private: private}, at(clock))
	}
	for i, c := range []struct {
		name    string
		private bool
		first   bool
	}{{"甲", false, true}, {"甲", false, false}, {"甲", true, false}, {"乙", false, false}, {"甲", false, false}} {
		if first, err := claims(c.name, "10:00", c.private); err != nil || first != c.first {
			t.Errorf("claim %d: %v, %v", i, first, err)
		}
	}
	if n := len(r.kinds()); n != 3 {
		t.Errorf("%d claims passed on", n)
	}
	kept, _ := Claims.Get(r, Claim{Telegram: stranger}.Key())
	if !kept.Private {
		t.Error("cannot be answered in private")
	}
	_, err := claims("丙", "10:01", true)
	refused(t, err, ClaimsSpent)
	// The office's word makes no room for more.
	if _, err := r.Decide(r, stranger, kept.Version, "", "", r.person("zhu"), at("10:02")); err != nil {
		t.Fatal(err)
	}
	_, err = claims("丙", "10:03", true)
	refused(t, err, ClaimsSpent)
	r.hush()
	if first, err := r.Claim(r, Claim{Telegram: stranger, Name: "丙", Unit: "ruanjian"}, on(day.Add(1), "00:10")); err != nil || !first {
		t.Errorf("the next day: %v, %v", first, err)
	}
	if told := r.told(); len(told) != 1 || told[0] != "say/claim zhu" {
		t.Errorf("told %v", told)
	}
}

func TestTheJoiningCardGoesWithItsDay(t *testing.T) {
	r := newRig(t)
	Show(r, Card{Kind: JoiningCard, Object: string(day), Chat: group}, at("10:00"))
	Show(r, Card{Kind: JoiningCard, Object: string(day.Add(1)), Chat: group}, at("23:59:59"))
	r.step(StepClose)
	for d, gone := range map[Date]bool{day: true, day.Add(1): false} {
		if c, _ := Cards.Get(r, CardKey(JoiningCard, string(d), group)); c.Gone != gone {
			t.Errorf("the card of %s: %+v", d, c)
		}
	}
}
