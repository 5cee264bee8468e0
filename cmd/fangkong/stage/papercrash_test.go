package stage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// filing is an archive into which two reports go on a day on which the power fails.
type filing struct {
	*rough
	days    [2]string // as the cards say them
	papers  [2]string
	senders [2]*sandbox.Person
	signer  *sandbox.Person
}

func newFiling(t testing.TB, cut func(int) bool) *filing {
	f := &filing{rough: newRough(t, scratch(t), cut, fewUnits()), days: [2]string{"1月30日", "1月31日"}, papers: [2]string{"2020-01-30/01", "2020-01-31/01"}}
	f.senders = [2]*sandbox.Person{f.Person("zhao-wangpu"), f.Person("zhu-sixi")}
	f.signer = f.Holder(workgroup.Director)
	return f
}

// seed has two reports wait for the director, with a card before each of the three people.
func (f *filing) seed() {
	for _, who := range append(f.senders[:], f.signer) {
		who.Starts()
	}
	f.settle()
	must(f.t, f.Store.Update(func(b workgroup.Book) error {
		for _, key := range f.papers {
			if workgroup.Papers.Has(b, key) {
				continue
			}
			p := workgroup.Paper{Date: workgroup.Date(key[:10]), Number: 1, Version: 1, State: workgroup.PaperToSign, Drafter: "zhao-wangpu", Drafted: f.Now(), Content: workgroup.PaperContent{
				Class: workgroup.PaperOrdinary, Parts: []workgroup.PaperPart{{Heading: "一、总体情况", Lines: []string{"无疑似病例、无确诊病例，实行零报告。"}}}}}
			workgroup.Papers.Put(b, p)
			for _, who := range workgroup.Holders(b, workgroup.Drafters...) {
				workgroup.ShowPaper(b, p, who, f.Now())
			}
		}
		return nil
	}))
	f.settle()
}

func (f *filing) state(i int) (state workgroup.PaperState) {
	must(f.t, f.Store.View(func(b workgroup.Book) error {
		p, _ := workgroup.Papers.Get(b, f.papers[i])
		state = p.State
		return nil
	}))
	return state
}

// button has somebody press a button of the newest card of a report, and tells whether there was one. Nothing is settled.
func (f *filing) button(i int, who *sandbox.Person, label string) bool {
	for _, m := range slices.Backward(who.Sees(nil)) {
		has := slices.ContainsFunc(m.Buttons, func(row []sandbox.Button) bool {
			return slices.ContainsFunc(row, func(b sandbox.Button) bool { return b.Text == label })
		})
		if has && strings.HasPrefix(m.Text, "📄 "+f.days[i]) {
			_, err := who.Presses(&m, label)
			must(f.t, err)
			return true
		}
	}
	return false
}

// bring has people do something over and over until both reports are in a state, as they do whom the power keeps from it.
func (f *filing) bring(to workgroup.PaperState, does func(i int)) {
	f.t.Helper()
	for range 40 {
		left := 0
		for i := range f.papers {
			if f.state(i) != to {
				does(i)
				left++
			}
		}
		if left == 0 {
			return
		}
		f.settle()
		f.wait(2 * time.Second)
	}
	f.t.Fatalf("they never come to %q: %q and %q", to, f.state(0), f.state(1))
}

// archives brings both reports from the signature to their numbers, the last step of both at the same moment.
func (f *filing) archives() {
	f.t.Helper()
	f.bring(workgroup.PaperSigned, func(i int) {
		f.button(i, f.signer, "签发")
		f.settle()
		f.wait(2 * time.Second)
		f.button(i, f.signer, "签发")
		f.settle()
	})
	f.wait(20 * time.Minute) // a document that was cut is made again later
	f.bring(workgroup.PaperSent, func(i int) {
		if f.button(i, f.senders[i], "登记上报") {
			f.settle()
			f.says(f.senders[i], nil, "传真；刚刚；王科长")
		}
	})
	f.bring(workgroup.PaperFiled, func(i int) { f.button(i, f.senders[i], "备案") })
	f.wait(time.Minute)
}

// checked fails unless the register has both reports under numbers 1 and 2, each with the document that was signed.
func (f *filing) checked() {
	f.t.Helper()
	f.frozen.Store(true)
	f.settle()
	found, err := f.Store.Verify()
	if err != nil || !found.Sound() || found.Papers != 2 {
		f.t.Errorf("after %d cuts: %+v, %v", f.cuts, found, err)
	}
	must(f.t, f.Store.View(func(b workgroup.Book) error {
		var numbers []int
		named := map[string]bool{}
		for e := range workgroup.PaperEntries.Each(b, "") {
			numbers, named[e.Paper] = append(numbers, e.Number), true
		}
		copies := 0
		for range workgroup.PaperCopies.Each(b, "") {
			copies++
		}
		if !slices.Equal(numbers, []int{1, 2}) || len(named) != 2 || copies < 2 || copies > 4 { // each with its annex; two may say the same
			f.t.Errorf("after %d cuts the register has %v of %v, and %d documents", f.cuts, numbers, named, copies)
		}
		return nil
	}))
	for kind, n := range map[workgroup.EventKind]int{workgroup.PaperSignedBy: 2, workgroup.PaperCopied: 2, workgroup.PaperSentOff: 2, workgroup.PaperArchived: 2} {
		if got := (&play{Stage: f.Stage, t: &testing.T{}}).events(kind); got != n {
			f.t.Errorf("after %d cuts %d × %s in the journal, want %d", f.cuts, got, kind, n)
		}
	}
	must(f.t, f.Close())
}

// The power fails at each commit in turn while two reports are signed, sent and filed: the numbers of the year follow one another without a
// gap, each names one report, and nothing is done twice.
func TestACutAtEveryCommitOfTheArchive(t *testing.T) {
	whole := newFiling(t, func(int) bool { return false })
	whole.seed()
	begun := whole.points
	whole.archives()
	points := whole.points - begun
	whole.checked()
	if points < 20 {
		t.Fatalf("%d commits test nothing", points)
	}
	// Five cuts a run, far enough apart that the house has long recovered; what is done again moves later points back.
	const slack = 6
	span := points/5 + 1
	for i := 1; i <= span+slack; i++ {
		if testing.Short() && i%9 != 0 {
			continue
		}
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			from := 0 // of the first that is not the seed's
			f := newFiling(t, func(n int) bool { return from > 0 && n >= from+i && (n-from-i)%span == 0 })
			f.seed()
			from = f.points
			f.archives()
			if f.checked(); f.cuts < 4 {
				t.Errorf("%d cuts", f.cuts)
			}
		})
	}
}

// And it fails over and over.
func TestManyCutsOfTheArchive(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			on, random := false, rand.New(rand.NewPCG(2020, seed))
			f := newFiling(t, func(int) bool { return on && random.IntN(6) == 0 })
			f.seed()
			on = true
			f.archives()
			if f.checked(); f.cuts < 5 {
				t.Errorf("%d cuts", f.cuts)
			}
		})
	}
}
