package settings

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// reread reads an exported roster as import would.
func reread(t *testing.T, raw []byte) Roster {
	t.Helper()
	file := reading{file: RosterFile}
	r := file.roster(file.parse(raw))
	if faults := append(file.faults, r.Check()...); len(faults) > 0 {
		t.Fatalf("%s\n%s", faults.Text(workgroup.English), raw)
	}
	return r
}

// Whatever the store holds, its export imported again changes nothing, and seeds an empty store with the same.
func TestAnExportedRosterIsTheOneInTheStore(t *testing.T) {
	words := []string{"软件", `"`, `\`, "'", "\t", "#", "a", "\x7f", "…", "=", "]", "\n", "\u2028", "<&>", "é", "😀"}
	for seed := range uint64(40) {
		dice := rand.New(rand.NewPCG(seed, 1))
		word := func() string {
			s := fmt.Sprint("x", dice.Uint32())
			for range dice.IntN(4) {
				s += words[dice.IntN(len(words))]
			}
			return s + "x"
		}
		b, r := seeded(t)
		for i := range dice.IntN(6) {
			joined(b, int64(900+i), word(), workgroup.Duty{Role: workgroup.Deputy, Unit: r.Units[dice.IntN(len(r.Units))].ID})
		}
		for range dice.IntN(8) {
			p := person(t, b, r.People[dice.IntN(len(r.People))].ID)
			p.Name, p.Title, p.Phone = word(), word(), word()
			workgroup.People.Put(b, p)
			u := r.Units[dice.IntN(len(r.Units))]
			u.Name, u.English, u.Aliases, u.Totals = word(), word(), []string{word(), word()}, nil
			workgroup.Units.Put(b, u)
		}
		raw := Export(b)
		again := reread(t, raw)
		if d := again.Differences(b); len(d) > 0 {
			t.Fatalf("seed %d: importing it again would change\n%s\n%s", seed, strings.Join(said(t, d), "\n"), raw)
		}
		fresh := workgroup.NewMemory()
		again.Seed(fresh, noon)
		if second := Export(fresh); string(second) != string(raw) {
			t.Fatalf("seed %d: an office seeded with it exports another\n%s\n%s", seed, raw, second)
		}
	}
}

func TestTheExportedSampleReadsLikeTheSample(t *testing.T) {
	b, r := seeded(t)
	raw := Export(b)
	again := reread(t, raw)
	if !slices.EqualFunc(r.Units, again.Units, func(a, b workgroup.Unit) bool { return reflect.DeepEqual(a, b) }) || len(again.People) != len(r.People) {
		t.Error("not the sample's units and people")
	}
	sample := string(SampleFile(RosterFile))
	lines := strings.Split(string(raw), "\n")
	for _, want := range []string{`feeds = ["xuesheng", "renshi"]`, `totals = { student = 3120, staff = 168 }`, `roles = ["director"]`, `leads = "student"`} {
		if !slices.Contains(lines, want) || !strings.Contains(sample, want) {
			t.Errorf("no line %s", want)
		}
	}
	if !slices.Contains(lines, "telegram = 1000") {
		t.Error("an account is missing")
	}
}
