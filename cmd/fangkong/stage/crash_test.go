package stage

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

var errPower = errors.New("no power")

// smallCollege is the sample's, cut down to six units with one head each, and the people of the office.
func smallCollege() *settings.Roster {
	_, whole := settings.Sample()
	units := []workgroup.UnitID{"huli", "jidian", "ruanjian", "caiwu", "xuesheng", "renshi"}
	var r settings.Roster
	for _, u := range whole.Units {
		if slices.Contains(units, u.ID) {
			r.Units = append(r.Units, u)
		}
	}
	headed := map[workgroup.UnitID]bool{}
	for _, p := range whole.People {
		switch own := p.Units(); {
		case len(own) == 1 && slices.Contains(units, own[0]) && !headed[own[0]]:
			headed[own[0]] = true
		case p.ID != "lv-jinglin" && p.ID != "zhang-qiuxi": // the director, and one person on duty
			continue
		}
		r.People = append(r.People, p)
	}
	return &r
}

// rough is a day on which the power fails: whatever the house does is begun again after each cut.
type rough struct {
	*Stage
	t      testing.TB
	points int              // asked so far, over all lives
	cut    func(n int) bool // whether the power fails at a point
	cuts   int
	seen   map[workgroup.UnitID]bool // units whose head has seen that their report is filed
	frozen atomic.Bool
}

func newRough(t testing.TB, dir string, cut func(int) bool, roster ...*settings.Roster) *rough {
	r := &rough{t: t, cut: cut, seen: map[workgroup.UnitID]bool{}}
	college := append(roster, smallCollege())[0]
	s, err := New(Options{Dir: dir, Strict: true, Roster: college, Start: time.Date(2020, 1, 31, 13, 59, 0, 0, zone()), Crash: func(int) error {
		r.points++
		if !r.frozen.Load() && r.cut(r.points) {
			r.cuts++
			return errPower
		}
		return nil
	}})
	for err != nil && errors.Is(err, errPower) && s != nil {
		err = s.Raise()
	}
	if err != nil {
		t.Fatal(err)
	}
	r.Stage = s
	return r
}

func zone() *time.Location {
	s, _ := settings.Sample()
	return s.College.Zone
}

// again does something until it is not cut.
func (r *rough) again(do func() error) {
	r.t.Helper()
	for range 200 {
		err := do()
		if err == nil {
			return
		}
		if !errors.Is(err, errPower) {
			r.t.Fatalf("after %d cuts, at point %d: %v", r.cuts, r.points, err)
		}
		if err := r.Fall(); err != nil {
			r.t.Fatal(err)
		}
		for {
			err := r.Raise()
			if err == nil {
				break
			}
			if !errors.Is(err, errPower) {
				r.t.Fatal(err)
			}
		}
	}
	r.t.Fatal("cut for ever")
}

func (r *rough) settle() { r.t.Helper(); r.again(r.Stage.Settle) }

func (r *rough) until(at string) {
	r.t.Helper()
	to, err := r.Next(at)
	must(r.t, err)
	r.again(func() error { return r.Stage.until(to) })
}

func (r *rough) wait(d time.Duration) {
	r.t.Helper()
	to := r.Now().Add(d)
	r.again(func() error { return r.Stage.until(to) })
}

func (r *rough) says(who *sandbox.Person, where sandbox.Chat, words string) {
	r.t.Helper()
	who.Says(where, words)
	r.settle()
}

// presses presses until an answer comes, as people do, and returns it; "" when there is no such button.
func (r *rough) presses(who *sandbox.Person, where sandbox.Chat, label string) string {
	r.t.Helper()
	for range 20 {
		m := WithButton(who, where, label)
		if m == nil {
			return ""
		}
		press, err := who.Presses(m, label)
		must(r.t, err)
		r.settle()
		r.wait(2 * time.Second) // people read before they press again
		if text, _, ok := press.Answered(); ok {
			return text
		}
	}
	r.t.Fatalf("%q is never answered", label)
	return ""
}

// confirmed notes what a head was told.
func (r *rough) confirmed(unit workgroup.UnitID, toast string) bool {
	if strings.Contains(toast, "已报送") || strings.Contains(toast, "报送。如需更正") {
		r.seen[unit] = true
		return true
	}
	return false
}

// zero presses 零报告 on the board until its head reads that it is filed.
func (r *rough) zero(unit workgroup.UnitID) {
	r.t.Helper()
	for range 20 {
		if r.confirmed(unit, r.presses(r.Head(unit), r.Group, "零报告")) {
			return
		}
		r.wait(2 * time.Second)
	}
	r.t.Fatalf("%s never got its zero report through", unit)
}

// confirm presses 确认报送 in private until the card or the toast says that it is filed.
func (r *rough) confirm(unit workgroup.UnitID) {
	r.t.Helper()
	head := r.Head(unit)
	for range 20 {
		if r.confirmed(unit, r.presses(head, nil, "确认报送")) {
			return
		}
		// The receipt stands in the chat, below whatever a cut has left there twice.
		if done, open := WithButton(head, nil, "更正"), WithButton(head, nil, "确认报送"); done != nil && (open == nil || open.ID < done.ID) {
			r.seen[unit] = true
			return
		}
		r.wait(time.Second)
	}
	r.t.Fatalf("%s never got its report confirmed:\n%v", unit, head.Sees(nil))
}

// busy is the day: zero reports, a line, a guided filing, a correction, two reminders, a sheet.
func (r *rough) busy() {
	r.t.Helper()
	for _, p := range r.Roster.People {
		r.Person(p.ID).Starts()
	}
	r.settle()
	r.until("14:00")
	r.zero("huli")
	r.says(r.Head("ruanjian"), nil, "居家隔离2人，无发热")
	r.confirm("ruanjian")
	r.until("14:20")
	// Guided: the answers are typed, and none is lost.
	guided := r.Head("caiwu")
	r.presses(guided, nil, "填报")
	for range 30 {
		if WithButton(guided, nil, "确认报送") != nil {
			break
		}
		r.says(guided, nil, "0")
	}
	r.confirm("caiwu")
	r.says(r.Head("ruanjian"), nil, "更正：居家隔离3人")
	r.confirm("ruanjian")
	r.zero("xuesheng")
	lead := r.Head("xuesheng")
	for range 20 {
		if toast := r.presses(lead, nil, "报送汇总"); strings.Contains(toast, "汇总已") {
			break
		}
		r.wait(2 * time.Second)
	}
	r.until("14:30")
	r.wait(time.Minute)
}

// checked is everything that must hold however often the power failed. plain is the day without a cut; nil when this is it.
func (r *rough) checked(plain map[int64]map[string]int) (said map[int64]map[string]int) {
	t := r.t
	t.Helper()
	r.frozen.Store(true)
	r.settle()
	p := &play{Stage: r.Stage, t: &testing.T{}}
	f, err := r.Store.Verify()
	if err != nil || !f.Sound() {
		t.Errorf("the store is not sound: %v %v", err, f.Faults)
	}
	if waiting, err := r.Store.Inbox(10); err != nil || len(waiting) > 0 {
		t.Errorf("%d updates wait, %v", len(waiting), err)
	}
	if dead := p.dead(); len(dead) > 0 {
		t.Errorf("set aside: %+v", dead)
	}
	// Whatever was confirmed is there once.
	want := map[workgroup.UnitID]int{"huli": 1, "ruanjian": 2, "caiwu": 1, "xuesheng": 1}
	got := map[workgroup.UnitID]int{}
	p.view(func(b workgroup.Book) {
		for report := range workgroup.Reports.Each(b, "2020-01-31/") {
			got[report.Unit]++
		}
		for l := range workgroup.Letters.Each(b, "") {
			t.Errorf("letter %s still waits", l.Text)
		}
		for l := range workgroup.Sent.Each(b, "") {
			if l.Failure != "" {
				t.Errorf("letter %s was lost: %s", l.Text, l.Failure)
			}
		}
		if s, ok := workgroup.LastSheet(b, "2020-01-31", "xuesheng"); !ok || s.Revision != 1 {
			t.Errorf("the sheet: %+v", s)
		}
		if s, _ := workgroup.FiledOn(b, "2020-01-31", "ruanjian"); s.Figures["home_quarantine_now"] != 3 {
			t.Errorf("the correction: %+v", s.Figures)
		}
	})
	if !maps.Equal(got, want) {
		t.Errorf("filed %v, want %v", got, want)
	}
	for unit := range want {
		if !r.seen[unit] {
			t.Errorf("%s has not seen its receipt", unit)
		}
	}
	for kind, n := range map[workgroup.EventKind]int{workgroup.ReportFiled: 4, workgroup.ReportAmended: 1, workgroup.SheetFiled: 1, workgroup.StepDone: 5, workgroup.StepMissed: 0, workgroup.LetterLost: 0} {
		if got := p.events(kind); got != n {
			t.Errorf("%d × %s in the journal, want %d", got, kind, n)
		}
	}
	said = r.letters()
	for chat, texts := range plain {
		doubled := 0
		for text, n := range texts {
			if said[chat][text] == 0 {
				t.Errorf("chat %d never heard %q", chat, text)
			}
			doubled += max(0, said[chat][text]-n)
		}
		if doubled > r.cuts {
			t.Errorf("chat %d heard %d letters twice after %d cuts", chat, doubled, r.cuts)
		}
	}
	return said
}

// letters counts what was said in each chat, cards and answers to single messages aside.
func (r *rough) letters() map[int64]map[string]int {
	out := map[int64]map[string]int{}
	for _, e := range r.Telegram.Transcript() {
		if !e.Bot || e.What != sandbox.Said {
			continue
		}
		if !slices.ContainsFunc([]string{"前报送", "还未报送", "个单位未报", "已到", "截至", "催报"}, func(w string) bool { return strings.Contains(e.Text, w) }) ||
			strings.HasPrefix(e.Text, "📋") || strings.HasPrefix(e.Text, "📊") {
			continue
		}
		if out[e.Chat] == nil {
			out[e.Chat] = map[string]int{}
		}
		out[e.Chat][e.Text]++
	}
	return out
}

// TestACutAtEveryCommit plays the day once undisturbed, and then with the power failing at each of its commits: at a third of them in
// one day, far enough apart that the house has long recovered.
func TestACutAtEveryCommit(t *testing.T) {
	whole := newRough(t, t.TempDir(), func(int) bool { return false })
	whole.busy()
	points := whole.points
	plain := whole.checked(nil)
	must(t, whole.Close())
	if len(plain) < 5 || points < 60 {
		t.Fatalf("a day of %d points and %d chats tests nothing", points, len(plain))
	}
	t.Logf("%d points", points)
	// What is done again after a cut, some four points a time, moves later points back, so that the spans overlap.
	const slack = 12
	span := points/6*2 + 2 // even: what is cut just after a commit in one span is so in the next
	for i := 1; i <= span+slack; i++ {
		// Just after each commit always; just before it, where a call was made and not written down, now and then.
		if testing.Short() && i%7 != 0 || i%2 == 1 && i%3 != 0 {
			continue
		}
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			r := newRough(t, scratch(t), func(n int) bool { return n%span == i%span && n >= i })
			r.busy()
			r.checked(plain)
			if r.cuts < 2 {
				t.Errorf("%d cuts", r.cuts)
			}
			must(t, r.Close())
		})
	}
}

// TestManyCuts plays days on which the power fails again and again, at random.
func TestManyCuts(t *testing.T) {
	whole := newRough(t, scratch(t), func(int) bool { return false })
	whole.busy()
	plain := whole.checked(nil)
	must(t, whole.Close())
	days := uint64(24)
	if testing.Short() {
		days = 10
	}
	for seed := range days {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(seed, 31))
			rate := 8 + random.IntN(40)
			r := newRough(t, scratch(t), func(int) bool { return random.IntN(rate) == 0 })
			r.busy()
			r.checked(plain)
			must(t, r.Close())
			if r.cuts == 0 {
				t.Error("no cut")
			}
		})
	}
}

// scratch is a folder for a store: in memory where there is such a place, since what is tried here is a cut between
// commits and not the disk.
func scratch(t testing.TB) string {
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		dir, err := os.MkdirTemp("/dev/shm", "fangkong")
		if err == nil {
			t.Cleanup(func() { os.RemoveAll(dir) })
			return dir
		}
	}
	return t.TempDir()
}
