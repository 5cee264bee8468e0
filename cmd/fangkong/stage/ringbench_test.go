package stage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fangkong/bot/courier"
	"fangkong/bot/telegram"
	"fangkong/cmd/fangkong/office"
	"fangkong/schedule"
	"fangkong/store/workgroup"
)

// others is how many further cases are open while one rings.
const others = 10_000

// leaving is a client's transport that notes when a request that holds some words leaves the process.
type leaving struct {
	next  http.RoundTripper
	mu    sync.Mutex
	words string
	left  chan time.Time
}

func (l *leaving) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil && strings.HasSuffix(r.URL.Path, "/sendMessage") {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		l.mu.Lock()
		if l.words != "" && bytes.Contains(body, []byte(l.words)) {
			l.words = ""
			l.left <- time.Now()
		}
		l.mu.Unlock()
	}
	return l.next.RoundTrip(r)
}

func (l *leaving) waitFor(words string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.words = words
}

// open writes so many cases whose ladder rings tomorrow.
func open(b *testing.B, h *office.Office, n int, closed bool) {
	b.Helper()
	now := time.Now().In(h.Bot.College.Zone)
	for from := 1; from <= n; from += 500 {
		must(b, h.Store.Update(func(book workgroup.Book) error {
			for i := from; i < min(from+500, n+1); i++ {
				k := workgroup.Case{Date: workgroup.DateOf(now).Add(-1), Number: i, Kind: workgroup.CaseConfirmed, Unit: "ruanjian", Known: now, Opened: now,
					Reporter: workgroup.Reporter{Name: "王一"}, Remarks: []workgroup.Remark{{At: now, Name: "王一", Text: "一名学生今天确诊"}}}
				if k.Next = now.Add(24*time.Hour + time.Duration(i)*time.Millisecond); closed {
					k.Next, k.Closed = time.Time{}, now
				} else {
					workgroup.OpenCases.Put(book, workgroup.OpenCase{Case: k.Key()})
				}
				workgroup.Cases.Put(book, k)
			}
			return nil
		}))
	}
}

// p99 is the value that one in a hundred exceeds.
func p99(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)*99/100]
}

// BenchmarkRing measures from the moment a rung is due to the moment the request that rings leaves the process, with ten
// thousand further cases open, on the office as it runs: real clock, real store, loopback. Beside it, in the same run, a
// bare timer of the same length.
func BenchmarkRing(b *testing.B) {
	s := newStage(b)
	must(b, s.Fall())
	road := &leaving{next: telegram.NewHTTP(16).Transport, left: make(chan time.Time, 1)}
	h, err := office.Open(context.Background(), office.Options{College: s.College, Zone: s.config.Zone, Times: s.config.Times, Data: filepath.Join(s.options.Dir, "fangkong.db"),
		Token: Token, API: port(b, s), HTTP: &http.Client{Transport: road}, Now: time.Now, Limits: courier.Limits{Off: true}})
	must(b, err)
	open(b, h, others, false)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- h.Run(ctx) }()

	var ours, bare []time.Duration
	number := others
	for b.Loop() {
		number++
		at := time.Now().Add(20 * time.Millisecond).In(s.College.Zone)
		k := workgroup.Case{Date: workgroup.DateOf(at), Number: number, Kind: workgroup.CaseConfirmed, Unit: "ruanjian", Known: at, Opened: at,
			Reporter: workgroup.Reporter{Name: "王一"}, Climb: workgroup.Climb{Base: at, Next: at}}
		road.waitFor(k.Code())
		fired := make(chan time.Duration, 1)
		time.AfterFunc(time.Until(at), func() { fired <- time.Since(at) })
		must(b, h.Store.Update(func(book workgroup.Book) error {
			workgroup.Cases.Put(book, k)
			workgroup.OpenCases.Put(book, workgroup.OpenCase{Case: k.Key()})
			return nil
		}))
		h.Sweeper.Kick()
		ours = append(ours, (<-road.left).Sub(at))
		bare = append(bare, <-fired)
	}
	stop()
	must(b, errors.Join(<-ended, h.Close(), s.Raise()))
	b.ReportMetric(float64(p99(ours).Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(ours[len(ours)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(p99(bare).Microseconds())/1000, "timer-p99-ms")
	b.ReportMetric(float64(p99(ours))/float64(max(p99(bare), 1)), "ratio")
}

// BenchmarkSweep measures a sweep that finds one case due, with nothing behind it and with ten thousand closed cases: the
// ratio says whether history costs anything.
func BenchmarkSweep(b *testing.B) {
	sweeps := func(h *office.Office, at *time.Time, rules workgroup.Rules) func() time.Duration {
		sweeper := schedule.NewSweeper(h.Store, rules, func() time.Time { return *at }, schedule.Options{})
		n := 0
		return func() time.Duration {
			n++
			*at = at.Add(time.Second)
			k := workgroup.Case{Date: workgroup.DateOf(*at), Number: n, Unit: "ruanjian", Known: *at, Opened: *at, Climb: workgroup.Climb{Base: *at, Next: *at}}
			must(b, h.Store.Update(func(book workgroup.Book) error { workgroup.Cases.Put(book, k); return nil }))
			start := time.Now()
			_, err := sweeper.Sweep()
			must(b, err)
			took := time.Since(start)
			k.Closed = *at
			must(b, h.Store.Update(func(book workgroup.Book) error { workgroup.Cases.Put(book, k); return nil }))
			return took
		}
	}
	one, other := newStage(b), newStage(b)
	open(b, other.Office, others, true)
	at, at2 := one.Now(), other.Now()
	short, long := sweeps(one.Office, &at, one.Bot), sweeps(other.Office, &at2, other.Bot)
	var without, with []time.Duration
	for b.Loop() {
		without, with = append(without, short()), append(with, long())
	}
	b.ReportMetric(float64(middle(with).Microseconds()), "µs-with-history")
	b.ReportMetric(middle(with).Seconds()/middle(without).Seconds(), "ratio")
}

// The code that a ringing card shows is what the benchmark waits for.
func TestALeavingRequestIsSeen(t *testing.T) {
	p := newPlay(t, Options{})
	p.until("14:05")
	p.calls(p.Head("ruanjian"), "确诊", "学生", "刚刚")
	if m := p.Holder(workgroup.DutyStaff).Last(nil); !strings.Contains(m.Text, fmt.Sprint(p.kase().Code())) {
		t.Errorf("the card does not show its code: %q", m.Text)
	}
}
