package understand

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write anew which sentences of the corpus are not fully right")

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

// unread names the sentences of the corpus that are not fully right, each behind how urgent it is read.
const unread = "testdata/unread.txt"

// What was read right stays right, and what is not yet is not heard as less urgent than it was: a share would not show it.
func TestNothingIsUnlearnt(t *testing.T) {
	known := map[string]string{}
	if text, err := os.ReadFile(unread); err == nil {
		for line := range strings.Lines(string(text)) {
			level, of, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			known[of] = level
		}
	}
	levels := []string{"no", "maybe", "yes"}
	r, wrong := New(roster()), map[string]string{}
	for _, e := range load(t, "testdata/corpus.jsonl") {
		got := e.read(r)
		f := e.faults(got)
		if len(f) == 0 {
			continue
		}
		of := fmt.Sprintf("%q %q %q", e.Text, e.Asked, e.Context)
		wrong[of] = got.Urgent.String()
		switch was, listed := known[of]; {
		case *update:
		case !listed:
			t.Errorf("%s was read right:\n\t%s\n\t%s", of, strings.Join(f, "; "), describe(got))
		case slices.Index(levels, wrong[of]) < slices.Index(levels, was):
			t.Errorf("%s was urgent: %s, and is: %s", of, was, wrong[of])
		}
	}
	for of := range known {
		if _, still := wrong[of]; !still && !*update {
			t.Logf("%s is read right now; -update strikes it off", of)
		}
	}
	if *update {
		var b strings.Builder
		for _, of := range slices.Sorted(maps.Keys(wrong)) {
			b.WriteString(wrong[of] + "\t" + of + "\n")
		}
		if err := os.WriteFile(unread, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
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
