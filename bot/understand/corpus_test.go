package understand

import (
	"maps"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"
)

// TestCorpus measures the reader on sentences as varied as offices write them, by kind. It fails under 97 % and on any of the
// worst errors; with -v it shows what was read wrong.
func TestCorpus(t *testing.T) {
	list := load(t, "testdata/corpus.jsonl")
	if len(list) < 250 {
		t.Fatalf("only %d sentences", len(list))
	}
	if share := measure(t, list); share < 97 {
		t.Errorf("%d %% fully right", share)
	}
}

// TestExamples measures the reader in the same way on the file named by EXAMPLES, which is kept outside the project: it must be
// fully right on 95 % of it.
func TestExamples(t *testing.T) {
	path := os.Getenv("EXAMPLES")
	if path == "" {
		t.Skip("EXAMPLES names no file")
	}
	list := load(t, path)
	for i := range list {
		list[i].Undated = true
	}
	if share := measure(t, list); share < 95 {
		t.Errorf("%d %% fully right", share)
	}
}

// measure is the share, in hundredths, of sentences that are fully right. It prints the share by kind, how often each of the worst
// errors was made, and how fast it went; it fails on such an error.
func measure(t *testing.T, list []example) int {
	t.Helper()
	r := New(roster())
	right, all := map[Kind]int{}, map[Kind]int{}
	worst := map[string]int{"urgent read as ordinary": 0, "talk stored as counts": 0, "approximate stored as exact": 0, "talk stored as zero": 0, "a unit's row stored as zero": 0}
	for _, e := range list {
		got := e.read(r)
		if w := e.worst(got); w != "" {
			worst[w]++
			t.Errorf("%s: %s\n\t%s", e.Text, w, describe(got))
		}
		all[e.Kind]++
		all[""]++
		if f := e.faults(got); len(f) > 0 {
			t.Logf("✗ %s\n\t%s\n\t%s", e.Text, strings.Join(f, "; "), describe(got))
			continue
		}
		right[e.Kind]++
		right[""]++
	}
	kinds := make([]string, 0, len(all))
	for k := range all {
		kinds = append(kinds, string(k))
	}
	sort.Strings(kinds)
	for _, k := range kinds {
		name := k
		if name == "" {
			name = "all"
		}
		t.Logf("%-12s %d of %d, %d %%", name, right[Kind(k)], all[Kind(k)], 100*right[Kind(k)]/all[Kind(k)])
	}
	for _, w := range slices.Sorted(maps.Keys(worst)) {
		t.Logf("%-28s %d", w, worst[w])
	}
	speed(t, r, list)
	return 100 * right[""] / all[""]
}

// speed prints how many sentences are read in a second, and what one allocates.
func speed(t *testing.T, r *Reader, list []example) {
	t.Helper()
	reads := func() {
		for _, e := range list {
			e.read(r)
		}
	}
	began := time.Now()
	reads()
	took := time.Since(began)
	t.Logf("%-28s %.0f", "sentences a second", float64(len(list))/took.Seconds())
	t.Logf("%-28s %.0f", "allocations a sentence", testing.AllocsPerRun(1, reads)/float64(len(list)))
}
