package store

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// BenchmarkCommitDuringBackup commits while nothing else happens and while backups of the file are made one after another, in
// turn, so that both meet the same weather: p99 of either, and their ratio.
func BenchmarkCommitDuringBackup(b *testing.B) {
	s := benchStore(b)
	filler := strings.Repeat("居家隔离2人，无发热。", 100)
	for n := range 40 { // some hundred megabytes
		must(b, s.Update(func(book workgroup.Book) error {
			for i := range 1000 {
				reports.Put(book, record{ID: fmt.Sprintf("%d/%d", n, i), Text: filler})
			}
			return nil
		}))
	}
	n := 0
	commit := func() time.Duration {
		n++
		start := time.Now()
		_, err := s.Apply([]workgroup.Input{{Mark: fmt.Sprint("u", n), Now: noon}}, rules{decide: keep})
		must(b, err)
		return time.Since(start)
	}
	dir, made := b.TempDir(), 0
	var before, during []time.Duration
	var took time.Duration
	for b.Loop() {
		done := make(chan error, 1)
		start := time.Now()
		go func() {
			_, err := s.Backup(filepath.Join(dir, fmt.Sprint(made)), nil)
			took += time.Since(start)
			done <- err
		}()
		of := len(during)
		for running := true; running; {
			select {
			case err := <-done:
				must(b, err)
				running = false
			default:
				during = append(during, commit())
			}
		}
		made++
		for range len(during) - of {
			before = append(before, commit())
		}
	}
	p99 := func(all []time.Duration) time.Duration { slices.Sort(all); return all[len(all)*99/100] }
	quiet, busy := p99(before), p99(during)
	b.ReportMetric(float64(quiet.Microseconds()), "before-p99-µs")
	b.ReportMetric(float64(busy.Microseconds()), "during-p99-µs")
	b.ReportMetric(busy.Seconds()/quiet.Seconds(), "ratio")
	b.ReportMetric(took.Seconds()/float64(made), "s/backup")
	if ratio := busy.Seconds() / quiet.Seconds(); ratio > 10 {
		b.Errorf("commits wait %.1f times as long during a backup, at most 10", ratio)
	}
}
