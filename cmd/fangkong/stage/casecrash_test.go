package stage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// urgent is an hour with a case: reported from the board, rung up the whole ladder (whose top has nobody), then taken.
func (r *rough) urgent() {
	r.t.Helper()
	for _, p := range r.Roster.People {
		r.Person(p.ID).Starts()
	}
	r.settle()
	r.until("14:05")
	head, duty := r.Head("ruanjian"), r.Holder(workgroup.DutyStaff)
	// What was pressed and is on disk is not pressed again: the card has gone on.
	for _, label := range []string{"紧急报告", "确诊", "学生", "刚刚", "启动紧急报告"} {
		where := r.Group
		if label == "紧急报告" {
			r.presses(head, where, label)
			continue
		}
		r.presses(head, nil, label)
	}
	r.until("14:46")
	for range 20 {
		if toast := r.presses(duty, nil, "我来接手"); strings.Contains(toast, "由您接手") || strings.Contains(toast, "接手。") || toast == "" {
			break
		}
	}
	r.until("14:50")
}

// rung is what the journal says of rings: which rung at which minute.
func (r *rough) rung() (out []string) {
	r.t.Helper()
	r.frozen.Store(true)
	r.settle()
	p := &play{Stage: r.Stage, t: &testing.T{}}
	opened, taken := p.events(workgroup.CaseOpened), p.events(workgroup.CaseTakenOn)
	if opened != 1 || taken != 1 {
		r.t.Errorf("opened %d times, taken %d times", opened, taken)
	}
	p.view(func(b workgroup.Book) {
		for k := range workgroup.Cases.Each(b, "") {
			if k.Holder == "" || !k.Next.IsZero() || k.Quiet.IsZero() {
				r.t.Errorf("taken, it should wait for its holder alone: %+v, next %v", k.Holding, k.Next)
			}
			for _, ring := range k.Rings {
				out = append(out, fmt.Sprintf("%d at %s", ring.Rung, ring.At.In(r.College.Zone).Format("15:04")))
			}
		}
	})
	if n := p.events(workgroup.CaseRung); n != len(out) {
		r.t.Errorf("%d rings in the journal, %d on the case", n, len(out))
	}
	if f, err := r.Store.Verify(); err != nil || !f.Sound() {
		r.t.Errorf("the store is not sound: %v %v", err, f.Faults)
	}
	return out
}

// TestNoCutSilencesOrDoublesTheLadder plays the hour undisturbed, then with the power failing at each of its commits, then
// again and again at random: whatever happens, each step that fell due has rung once, and the case was opened once.
func TestNoCutSilencesOrDoublesTheLadder(t *testing.T) {
	whole := newRough(t, scratch(t), func(int) bool { return false })
	whole.urgent()
	points := whole.points
	plain := whole.rung()
	must(t, whole.Close())
	if want := []string{"0 at 14:05", "1 at 14:10", "2 at 14:15", "3 at 14:25", "3 at 14:35", "3 at 14:45"}; !slices.Equal(plain, want) {
		t.Fatalf("rings %v, want %v", plain, want)
	}
	try := func(name string, cut func(int) bool) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRough(t, scratch(t), cut)
			r.urgent()
			if got := r.rung(); !slices.Equal(got, plain) {
				t.Errorf("after %d cuts it rang %v, want %v", r.cuts, got, plain)
			}
			must(t, r.Close())
		})
	}
	// A third of the cuts in one evening, far enough apart that the house has long recovered.
	span := points/18*6 + 6
	for i := 6; i <= span; i += 6 {
		if !testing.Short() || i%24 == 0 {
			try(fmt.Sprint(i), func(n int) bool { return n%span == i%span && n >= i })
		}
	}
	hours := uint64(12)
	if testing.Short() {
		hours = 3
	}
	for seed := range hours {
		random := rand.New(rand.NewPCG(seed, 77))
		rate := 8 + random.IntN(40)
		try(fmt.Sprintf("random %d", seed), func(int) bool { return random.IntN(rate) == 0 })
	}
}
