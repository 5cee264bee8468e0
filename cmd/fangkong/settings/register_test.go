package settings

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

var noon = time.Date(2020, time.January, 31, 12, 0, 0, 0, time.UTC)

// seeded is a book with the sample roster, its first two people known in chat.
func seeded(t *testing.T) (*workgroup.Memory, Roster) {
	t.Helper()
	_, r := Sample()
	b := workgroup.NewMemory()
	if !r.Seed(b, noon) {
		t.Fatal("an empty book was not seeded")
	}
	for i, p := range r.People[:2] {
		p = workgroup.Bind(b, p, int64(1000+i), noon)
		p.Language = workgroup.English
		workgroup.Reached(b, p, noon)
	}
	b.Events = nil
	_, again := Sample() // the test's own to change
	return b, again
}

// sentence is what a difference is to people.
func sentence(t *testing.T, d workgroup.Difference, l workgroup.Language) string {
	t.Helper()
	texts, err := text.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	line, err := texts.Difference(l, d)
	if err != nil {
		t.Error(err)
	}
	return line
}

func person(t *testing.T, b workgroup.Book, id workgroup.PersonID) workgroup.Person {
	t.Helper()
	p, ok := workgroup.People.Get(b, string(id))
	if !ok {
		t.Fatalf("nobody is %s", id)
	}
	return p
}

func TestSeedingHappensOnce(t *testing.T) {
	b, r := seeded(t)
	r.Units[0].Name = "别的学院"
	if r.Seed(b, noon) {
		t.Error("a book in use was seeded again")
	}
	if len(b.Events) > 0 || workgroup.Roster(b)[0].Name == "别的学院" {
		t.Errorf("it was changed: %v", b.Events)
	}
	if n := len(workgroup.Roster(b)); n != len(r.Units) || len(workgroup.Speakers(b, r.Units[0].ID)) != 3 {
		t.Errorf("%d units were seeded, want %d", n, len(r.Units))
	}
}

func TestNoRosterIsNotSeeded(t *testing.T) {
	b := workgroup.NewMemory()
	if (Roster{}).Seed(b, noon) || len(b.Events) > 0 {
		t.Error("an empty roster passed for the first one")
	}
	if _, r := Sample(); !r.Seed(b, noon) {
		t.Error("and the real one came too late")
	}
}

func TestImportingTheSameRosterChangesNothing(t *testing.T) {
	b, r := seeded(t)
	if d := r.Import(b, noon); len(d) > 0 || len(b.Events) > 0 {
		t.Errorf("differences %v, events %v", d, b.Events)
	}
}

func TestAnImportSaysWhatItDoesAndKeepsWhatPeopleDid(t *testing.T) {
	b, r := seeded(t)
	first, second, third := r.People[0].ID, r.People[1].ID, r.People[3].ID
	director := slices.IndexFunc(r.People, func(p workgroup.Person) bool { return p.Holds(workgroup.Director) })

	r.Units[1].Name = "智能制造学院"
	r.Units[1].Totals = map[workgroup.Group]int{workgroup.Students: 1, workgroup.Workers: 2}
	r.Units[2].ID = "dianxin2" // one gone, one new; its heads move
	for i := range r.People {
		for j := range r.People[i].Duties {
			if r.People[i].Duties[j].Unit == "dianxin" {
				r.People[i].Duties[j].Unit = "dianxin2"
			}
		}
	}
	r.People[0].Name, r.People[0].Phone = "王新名", "139-0000-9999"
	r.People[director].Duties = nil
	r.People[3].Duties = []workgroup.Duty{{Role: workgroup.Head, Unit: "huli"}} // 机电 → 护理
	r.People = append(r.People[:1], r.People[2:]...)                            // the second head of 护理 goes

	shown := r.Differences(b)
	if len(b.Events) > 0 {
		t.Fatal("looking changed the book")
	}
	done := r.Import(b, noon)
	if !reflect.DeepEqual(shown, done) {
		t.Errorf("shown %v, done %v", shown, done)
	}
	var lines []string
	for _, d := range done {
		lines = append(lines, sentence(t, d, workgroup.Chinese))
		if english := sentence(t, d, workgroup.English); english == "" || strings.ContainsAny(english, "{}") {
			t.Errorf("%s in English reads %q", d.Kind, english)
		}
	}
	for _, want := range []string{
		"单位改名：机电工程学院 → 智能制造学院", "单位变动：智能制造学院（人数）", "新增单位：电子信息工程学院", "删去单位：电子信息工程学院",
		"人员改名：王秋禾 → 王新名", "人员变动：王新名（电话 139-0000-9999）", "删去人员：黄远川", "失去职责：黄远川，护理学院负责人",
		"人员调动：宋书朴，智能制造学院 → 护理学院（负责人）", "失去职责：" + r.People[director-1].Name + "，防控办主任",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("not said: %s\namong:\n%s", want, strings.Join(lines, "\n"))
		}
	}

	p := person(t, b, first)
	if p.Telegram != 1000 || p.Language != workgroup.English || p.Reach != workgroup.Open || p.Name != "王新名" {
		t.Errorf("what the first did in chat is lost: %+v", p)
	}
	if _, ok := workgroup.People.Get(b, string(second)); ok || workgroup.Accounts.Has(b, "1001") {
		t.Error("the second is gone, the account is not")
	}
	if !person(t, b, third).Speaks("huli") || workgroup.Units.Has(b, "dianxin") {
		t.Error("the move or the removal was not made")
	}
	if len(b.Events) != 1 || b.Events[0].Kind != workgroup.RosterImported {
		t.Errorf("events %v", b.Events)
	}
	if more := r.Differences(b); len(more) > 0 {
		t.Errorf("a second import would still change %v", more)
	}
}

func TestAUnitLessIsOneChange(t *testing.T) {
	b, r := seeded(t)
	gone := r.Units[2]
	r.Units = slices.Delete(r.Units, 2, 3)
	for i := range r.Units {
		r.Units[i].Order = i + 1
	}
	for _, d := range r.Differences(b) {
		if d.Unit != gone.ID {
			t.Errorf("also: %s", sentence(t, d, workgroup.Chinese))
		}
	}
	r.Units[0], r.Units[1] = r.Units[1], r.Units[0]
	r.Units[0].Order, r.Units[1].Order = 1, 2
	moved := 0
	for _, d := range r.Differences(b) {
		if d.Kind == workgroup.UnitChanged {
			moved++
		}
	}
	if moved == 0 {
		t.Error("another order is no change")
	}
}

// What an import brings with it is said beside what it changes.
func TestUnitsThatNobodyCanFileForAreNamed(t *testing.T) {
	b, r := seeded(t)
	r.People[0].Duties, r.People[1].Duties = nil, nil // both heads of 护理, the only ones with accounts
	find := func(k workgroup.DifferenceKind) bool {
		follows := workgroup.College{Zone: time.UTC}.Consequences(b, noon, func(b workgroup.Book) { r.Import(b, noon) })
		return slices.ContainsFunc(follows, func(d workgroup.Difference) bool { return d.Kind == k && d.Unit == "huli" })
	}
	if !find(workgroup.UnitLeft) {
		t.Error("a unit without a head is not named")
	}
	r.People[5].Duties = append(r.People[5].Duties, workgroup.Duty{Role: workgroup.Head, Unit: "huli"})
	if find(workgroup.UnitLeft) || !find(workgroup.UnitUnreachable) {
		t.Error("a unit whose new head has no account is not named as such")
	}
}

func TestTheRosterKnowsBetterWhoseAnAccountIs(t *testing.T) {
	// The two swapped telephones when they first said who they are; the roster sets it right.
	b, r := seeded(t)
	r.People[0].Telegram, r.People[1].Telegram = 1001, 1000
	r.Import(b, noon)
	for i, want := range []int64{1001, 1000} {
		p := person(t, b, r.People[i].ID)
		owner, ok := workgroup.PersonOf(b, want)
		if p.Telegram != want || !ok || owner.ID != p.ID || p.Reach != workgroup.Unknown {
			t.Errorf("%s has %d, reach %q; %d is %s's", p.ID, p.Telegram, p.Reach, want, owner.ID)
		}
	}

	// And one account taken over by a third leaves its owner without.
	b, r = seeded(t)
	r.People[2].Telegram = 1000
	r.Import(b, noon)
	if owner, _ := workgroup.PersonOf(b, 1000); owner.ID != r.People[2].ID || person(t, b, r.People[0].ID).Telegram != 0 {
		t.Errorf("%s has the account", owner.ID)
	}
	for a := range workgroup.Accounts.Each(b, "") {
		if p := person(t, b, a.Person); strconv.FormatInt(p.Telegram, 10) != a.Key() {
			t.Errorf("account %s leads to %s, who has %d", a.Key(), p.ID, p.Telegram)
		}
	}
}

// joined lets somebody in from chat, as the office does with one press, reachable in English.
func joined(b workgroup.Book, telegram int64, name string, duties ...workgroup.Duty) workgroup.Person {
	p := workgroup.Bind(b, workgroup.Person{ID: workgroup.JoinedID(telegram), Name: name, Duties: duties, Language: workgroup.English}, telegram, noon)
	return workgroup.Reached(b, p, noon)
}

func said(t *testing.T, differences []workgroup.Difference) []string {
	out := []string{}
	for _, d := range differences {
		out = append(out, sentence(t, d, workgroup.Chinese))
	}
	return out
}

func TestWhoJoinedInChatStays(t *testing.T) {
	head := workgroup.Duty{Role: workgroup.Head, Unit: "huli"}
	for _, c := range []struct {
		sentence string
		duties   []workgroup.Duty
		change   func(r *Roster)
		want     []string
		left     []workgroup.Duty // nil: nobody is tg900 any more
	}{
		{"the file need not name them", []workgroup.Duty{head}, func(*Roster) {},
			[]string{"保留：何新（tg900），在聊天中登记，文件里没有"}, []workgroup.Duty{head}},
		{"a unit that goes takes its duty with it", []workgroup.Duty{head, {Role: workgroup.Admin}}, func(r *Roster) { r.Units = r.Units[1:] },
			[]string{"保留：何新（tg900），在聊天中登记，文件里没有", "失去职责：何新，护理学院负责人"}, []workgroup.Duty{{Role: workgroup.Admin}}},
		{"and whoever is nothing any more is no longer of the work group", []workgroup.Duty{head}, func(r *Roster) { r.Units = r.Units[1:] },
			[]string{"删去人员：何新", "失去职责：何新，护理学院负责人"}, nil},
		{"the file names them by their key, like anybody", []workgroup.Duty{head}, func(r *Roster) {
			r.People = append(r.People, workgroup.Person{ID: "tg900", Name: "何新", Phone: "139", Duties: []workgroup.Duty{{Role: workgroup.Deputy, Unit: "huli"}}})
		}, []string{"人员变动：何新（电话 139）", "失去职责：何新，护理学院负责人", "获得职责：何新，护理学院副职"}, []workgroup.Duty{{Role: workgroup.Deputy, Unit: "huli"}}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			b, r := seeded(t)
			joined(b, 900, "何新", c.duties...)
			b.Events = nil
			c.change(&r)
			lines := said(t, r.Import(b, noon))
			for _, want := range c.want {
				if !slices.Contains(lines, want) {
					t.Errorf("not said: %s\namong:\n%s", want, strings.Join(lines, "\n"))
				}
			}
			p, ok := workgroup.PersonOf(b, 900)
			if ok != (c.left != nil) || !slices.Equal(p.Duties, c.left) || ok && (!p.Reachable() || p.Language != workgroup.English) {
				t.Errorf("left: %+v %v", p, ok)
			}
			if workgroup.Accounts.Has(b, "900") != ok || workgroup.People.Has(b, "tg900") != ok {
				t.Error("the person and the account do not go together")
			}
			if more := r.Differences(b); workgroup.Changes(more) > 0 {
				t.Errorf("a second import would still change %v", said(t, more))
			}
		})
	}
}

func TestKeepingSomebodyIsNoChange(t *testing.T) {
	b, r := seeded(t)
	joined(b, 900, "何新", workgroup.Duty{Role: workgroup.Head, Unit: "huli"})
	b.Events = nil
	if d := r.Import(b, noon); len(d) != 1 || workgroup.Changes(d) != 0 || len(b.Events) > 0 {
		t.Errorf("differences %v, events %v", said(t, d), b.Events)
	}
}

// The office has put somebody who joined in chat on the roster: the same account is the same person.
func TestTheRosterTakesThePlaceOfWhoJoinedInChat(t *testing.T) {
	head, deputy := workgroup.Duty{Role: workgroup.Head, Unit: "huli"}, workgroup.Duty{Role: workgroup.Deputy, Unit: "huli"}
	for _, c := range []struct {
		sentence string
		on       func(r *Roster) workgroup.PersonID // who has the account in the file
		want     []string
		not      string
	}{
		{"as somebody new", func(r *Roster) workgroup.PersonID {
			r.People = append(r.People, workgroup.Person{ID: "he-xin", Name: "何新生", Telegram: 900, Duties: []workgroup.Duty{deputy}})
			return "he-xin"
		}, []string{"合并：何新（tg900，在聊天中登记）→ 何新生", "失去职责：何新生，护理学院负责人", "获得职责：何新生，护理学院副职"}, "新增人员"},
		{"as somebody who is known and had another account", func(r *Roster) workgroup.PersonID {
			r.People[0].Telegram = 900
			return r.People[0].ID
		}, []string{"合并：何新（tg900，在聊天中登记）→ 王秋禾", "账号变动：王秋禾，Telegram 1000 → 900"}, "失去职责"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			b, r := seeded(t)
			joined(b, 900, "何新", head)
			id := c.on(&r)
			shown := r.Differences(b)
			lines := said(t, shown)
			if done := r.Import(b, noon); !reflect.DeepEqual(shown, done) {
				t.Errorf("shown %v, done %v", lines, said(t, done))
			}
			for _, want := range c.want {
				if !slices.Contains(lines, want) {
					t.Errorf("not said: %s\namong:\n%s", want, strings.Join(lines, "\n"))
				}
			}
			if text := strings.Join(lines, "\n"); strings.Contains(text, c.not) || strings.Contains(text, "删去") || strings.Contains(text, "保留") {
				t.Errorf("said too much:\n%s", text)
			}
			p, _ := workgroup.PersonOf(b, 900)
			if p.ID != id || !p.Reachable() || p.Language != workgroup.English || workgroup.People.Has(b, "tg900") || workgroup.Accounts.Has(b, "1000") == (id != "he-xin") {
				t.Errorf("the account is %+v's", p)
			}
			if more := r.Differences(b); len(more) > 0 {
				t.Errorf("a second import would still change %v", said(t, more))
			}
		})
	}
}

// Whoever has left is not brought back by the file that the data itself writes, and comes back as somebody new by one that names them.
func TestWhoHasLeftStaysAway(t *testing.T) {
	b, r := seeded(t)
	gone := person(t, b, r.People[5].ID)
	gone.Duties, gone.Left = nil, noon
	workgroup.People.Put(b, gone)
	again := reread(t, Export(b))
	if d := again.Differences(b); len(d) > 0 {
		t.Errorf("importing the export changes %v", said(t, d))
	}
	again.Import(b, noon)
	if person(t, b, gone.ID).Left.IsZero() {
		t.Error("the export brings back who has left")
	}
	if lines := said(t, r.Import(b, noon)); len(lines) < 2 || !strings.HasPrefix(lines[0], "新增人员："+gone.Name) {
		t.Errorf("coming back reads %v", lines)
	}
	if !person(t, b, gone.ID).Left.IsZero() {
		t.Error("the roster names them, and they are still gone")
	}
}
