package stage

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"fangkong/bot"
	"fangkong/bot/telegram"
	"fangkong/cmd/fangkong/office"
	"fangkong/store/workgroup"
)

// few and many are how many receipts lie in the store while one person presses.
const (
	few  = 10
	many = 1_000_000
)

// withReceipts is a stage with a notice to each head, and so many receipts behind it: half under the same notice, as if it had gone to
// a large city, half under those before.
func withReceipts(b *testing.B, n int) (*Stage, workgroup.Notice) {
	b.Helper()
	s := newStage(b)
	var notice workgroup.Notice
	must(b, s.Store.Update(func(book workgroup.Book) error {
		author := workgroup.Holders(book, workgroup.Staff)[0]
		d, err := workgroup.StartNotice(book, author, dawn, 0, s.Now())
		if err == nil {
			notice, err = s.College.Publish(book, author, d.Version, s.Now())
		}
		return err
	}))
	for from := 0; from < n; from += 20_000 {
		must(b, s.Store.Update(func(book workgroup.Book) error {
			for i := from; i < min(from+20_000, n); i++ {
				r := workgroup.Receipt{Notice: notice.ID, Seat: "person/x" + strconv.Itoa(i), Person: workgroup.PersonID("x" + strconv.Itoa(i)),
					Reading: workgroup.Reading{Version: 1, Read: workgroup.Act{By: "x", At: s.Now()}}}
				if i%2 == 0 {
					r.Notice = notice.ID + uint64(1+i/100)
				}
				workgroup.Receipts.Put(book, r)
			}
			return nil
		}))
	}
	must(b, s.Settle())
	return s, notice
}

// pressOn is somebody's press under the notice in the group.
func pressOn(b *testing.B, s *Stage, verb string, n workgroup.Notice, by int64, update int) workgroup.Received {
	b.Helper()
	type object = map[string]any
	r := raw(b, object{"update_id": update, "callback_query": object{"id": "1", "chat_instance": "1", "data": verb + ":" + n.Key() + ":1",
		"from":    object{"id": by, "is_bot": false, "first_name": "x"},
		"message": object{"message_id": 9, "date": 1580450000, "chat": object{"id": s.Group.ID(), "type": "supergroup"}}}})
	r.Update = int64(update)
	return r
}

// BenchmarkNoticePress has a head press 「已阅」 in a store with ten receipts and in one with a million. It is measured as the rules decide
// it (ratio), and as it is applied and on disk, pressed and taken back in turn (disk-ratio). The middle of many counts; both
// stores take turns, so that they meet the same weather.
func BenchmarkNoticePress(b *testing.B) {
	small, one := withReceipts(b, few)
	large, other := withReceipts(b, many)
	head := small.Head("ruanjian").ID()
	applied := func(s *Stage, n workgroup.Notice, i int) time.Duration {
		verb := []string{"read", "unread"}[i%2]
		r := pressOn(b, s, verb, n, head, 1_000_000+i)
		r.Stored = s.Now()
		in := bot.Input(r, s.Now())
		start := time.Now()
		_, err := s.Store.Apply([]workgroup.Input{in}, s.Bot)
		must(b, err)
		return time.Since(start)
	}
	press, same := pressOn(b, small, "read", one, head, 1), pressOn(b, large, "read", other, head, 1)
	var ten, million, tenDisk, millionDisk []time.Duration
	i := 0
	for b.Loop() {
		if i%4 == 0 { // who comes first meets colder caches
			ten = append(ten, decides(b, small, press))
			million = append(million, decides(b, large, same))
		} else {
			million = append(million, decides(b, large, same))
			ten = append(ten, decides(b, small, press))
		}
		for range 2 {
			tenDisk, millionDisk = append(tenDisk, applied(small, one, i)), append(millionDisk, applied(large, other, i))
			i++
		}
	}
	a, z := middle(ten), middle(million)
	b.ReportMetric(float64(a.Nanoseconds()), "ten-ns")
	b.ReportMetric(float64(z.Nanoseconds()), "million-ns")
	b.ReportMetric(z.Seconds()/a.Seconds(), "ratio")
	b.ReportMetric(float64(middle(tenDisk).Nanoseconds()), "ten-disk-ns")
	b.ReportMetric(float64(middle(millionDisk).Nanoseconds()), "million-disk-ns")
	b.ReportMetric(middle(millionDisk).Seconds()/middle(tenDisk).Seconds(), "disk-ratio")
}

// copies is a client's transport that tells when the last of so many private chats was written to.
type copies struct {
	next http.RoundTripper
	all  chan time.Time

	mu   sync.Mutex
	want int
	seen map[string]bool // nil: nobody is waited for
}

// private is the number of a person's chat in a call's form.
var private = regexp.MustCompile(`name="chat_id"\r\n\r\n(\d+)\r\n`)

func (c *copies) RoundTrip(r *http.Request) (*http.Response, error) {
	if !strings.HasSuffix(r.URL.Path, "/sendMessage") {
		return c.next.RoundTrip(r)
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	if chat := private.FindSubmatch(body); chat != nil {
		c.count(string(chat[1]))
	}
	return c.next.RoundTrip(r)
}

func (c *copies) count(chat string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.seen == nil {
		return
	}
	if c.seen[chat] = true; len(c.seen) == c.want {
		c.seen = nil
		c.all <- time.Now()
	}
}

func (c *copies) waitFor(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.want, c.seen = n, map[string]bool{}
}

// BenchmarkNoticeDelivery has the office publish a notice to every head of the college, on the office as it runs, with the limits it
// keeps: from the commit to the last private copy leaving. Beside it Telegram's own bound for as many, which the courier keeps a
// little below: 29 calls a second. (-benchtime 3x: each round takes more than two seconds.)
func BenchmarkNoticeDelivery(b *testing.B) {
	s := newStage(b)
	url := port(b, s)
	must(b, s.Fall())
	road := &copies{next: telegram.NewHTTP(16).Transport, all: make(chan time.Time, 1)}
	h, err := office.Open(context.Background(), office.Options{College: s.College, Zone: s.config.Zone, Times: s.config.Times, Data: filepath.Join(s.options.Dir, "fangkong.db"),
		Token: Token, API: url, HTTP: &http.Client{Transport: road}, Now: time.Now})
	must(b, err)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- h.Run(ctx) }()

	var took []time.Duration
	readers := 0
	for b.Loop() {
		must(b, h.Store.Update(func(book workgroup.Book) error {
			author := workgroup.Holders(book, workgroup.Staff)[0]
			d, err := workgroup.StartNotice(book, author, dawn, 0, time.Now())
			if err != nil {
				return err
			}
			readers = len(d.Audience.Seats(book))
			road.waitFor(readers)
			_, err = h.Bot.College.Publish(book, author, d.Version, time.Now())
			return err
		}))
		start := time.Now()
		h.Courier.Kick()
		took = append(took, (<-road.all).Sub(start))
	}
	stop()
	must(b, errors.Join(<-ended, h.Close(), s.Raise()))
	bound := time.Duration(readers-1) * time.Second / 29
	b.ReportMetric(float64(readers), "readers")
	b.ReportMetric(middle(took).Seconds(), "s")
	b.ReportMetric(bound.Seconds(), "bound-s")
	b.ReportMetric(middle(took).Seconds()/bound.Seconds(), "ratio")
}
