package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/rs/zerolog"

	"fangkong/store/workgroup"
)

const token = "123:secret"

// tray is an inbox in memory.
type tray struct {
	kept   []workgroup.Received
	offset int64
	err    error
}

func (t *tray) Offset() (int64, error) { return t.offset, nil }
func (t *tray) Receive(r []workgroup.Received, next int64) (int, error) {
	if t.err != nil {
		return 0, t.err
	}
	t.kept, t.offset = append(t.kept, r...), next
	return len(r), nil
}

// script answers requests one after the other; the last answer stays.
type script struct {
	mu       sync.Mutex
	answers  []answer
	requests []request
	at       []time.Time
}

type answer struct {
	status int
	body   string
	err    error
}

type request struct {
	method string
	params map[string]any
}

func (s *script) RoundTrip(r *http.Request) (*http.Response, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var params map[string]any
	_ = json.NewDecoder(r.Body).Decode(&params)
	s.requests = append(s.requests, request{r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:], params})
	s.at = append(s.at, time.Now())
	a := s.answers[0]
	if len(s.answers) > 1 {
		s.answers = s.answers[1:]
	}
	if a.err != nil {
		return nil, a.err
	}
	return &http.Response{StatusCode: a.status, Body: io.NopCloser(strings.NewReader(a.body)), Header: http.Header{}, Request: r}, nil
}

func said200(body string) answer { return answer{200, `{"ok":true,"result":` + body + `}`, nil} }

func saidNo(code int, description, more string) answer {
	return answer{code, fmt.Sprintf(`{"ok":false,"error_code":%d,"description":%q%s}`, code, description, more), nil}
}

func poller(in Inbox, s http.RoundTripper, log io.Writer) *Poller {
	return NewPoller(PollerOptions{
		Options: Options{Token: token + "\n", URL: "http://sandbox/", HTTP: &http.Client{Transport: s}},
		Inbox:   in, Log: zerolog.New(log), Now: time.Now,
	})
}

func TestOnceKeepsBytesAndOffset(t *testing.T) {
	var log strings.Builder
	update := `{"update_id":7,"message":{"text":"\u96f6\u62a5\u544a",  "unheard_of":[1]}}`
	s := &script{answers: []answer{said200("[" + update + `,{"update_id":"x"},{"update_id":9}]`)}}
	in := &tray{offset: 5}
	p := poller(in, s, &log)
	kicks := 0
	p.Kick = func() { kicks++ }
	n, err := p.Once(t.Context(), time.Hour)
	if err != nil || n != 2 || kicks != 1 {
		t.Fatalf("%d updates, %v, %d kicks", n, err, kicks)
	}
	if string(in.kept[0].Raw) != update || in.kept[0].Update != 7 || in.kept[0].Stored.IsZero() || in.offset != 10 {
		t.Errorf("kept %+v, offset %d", in.kept, in.offset)
	}
	r := s.requests[0]
	if r.method != "getUpdates" || r.params["offset"] != 5.0 || r.params["timeout"] != 50.0 || r.params["limit"] != 100.0 ||
		len(r.params["allowed_updates"].([]any)) != 6 {
		t.Errorf("asked %+v", r)
	}
	if !strings.Contains(log.String(), "without a number") {
		t.Error("the update without a number was not reported")
	}
}

func TestOnceStepsPastUpdatesWithoutNumber(t *testing.T) {
	in := &tray{offset: 5}
	if _, err := poller(in, &script{answers: []answer{said200(`[{},{"update_id":-1}]`)}}, io.Discard).Once(t.Context(), 0); err != nil || in.offset != 7 {
		t.Errorf("offset %d, %v", in.offset, err)
	}
}

func TestOnceFollowsALowerNumber(t *testing.T) {
	in := &tray{offset: 9000}
	if _, err := poller(in, &script{answers: []answer{said200(`[{"update_id":12}]`)}}, io.Discard).Once(t.Context(), 0); err != nil || in.offset != 13 {
		t.Errorf("offset %d, %v", in.offset, err)
	}
}

func TestOnceConfirmsNothingThatIsNotKept(t *testing.T) {
	in := &tray{offset: 5, err: errors.New("disk full")}
	if _, err := poller(in, &script{answers: []answer{said200(`[{"update_id":7}]`)}}, io.Discard).Once(t.Context(), 0); err == nil || in.offset != 5 {
		t.Errorf("offset %d, %v", in.offset, err)
	}
}

func TestRunThroughTrouble(t *testing.T) {
	good := said200(`[{"update_id":7}]`)
	for _, c := range []struct {
		what     string
		trouble  []answer
		least    time.Duration // until the next question
		most     time.Duration
		says     string
		requests []string
	}{
		{"another poller", []answer{saidNo(409, "Conflict: terminated by other getUpdates request; make sure …", "")}, 250 * time.Millisecond, time.Second, "another program", nil},
		{"limited", []answer{saidNo(429, "Too Many Requests: retry after 40", `,"parameters":{"retry_after":40}`)}, 40 * time.Second, 41 * time.Second, "retry after 40s", nil},
		{"an error of Telegram's", []answer{saidNo(500, "Internal Server Error", "")}, 250 * time.Millisecond, time.Second, "internal server error", nil},
		{"a proxy's page", []answer{{502, "<html>张三</html>", nil}}, 250 * time.Millisecond, time.Second, "502 answer unreadable", nil},
		{"a captive portal", []answer{{200, "<html>张三</html>", nil}}, 250 * time.Millisecond, time.Second, "answer unreadable", nil},
		{"an answer cut short", []answer{{200, `{"ok":true,"result":[{"update_id":7,"mess`, nil}}, 250 * time.Millisecond, time.Second, "answer unreadable", nil},
		{"no network", []answer{{err: errors.New("dial http://sandbox/bot" + token)}}, 250 * time.Millisecond, time.Second, "unreachable", nil},
		{"a webhook", []answer{saidNo(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook", ""), said200("true")}, 0, time.Second, "webhook was set; removed", []string{"getUpdates", "deleteWebhook", "getUpdates"}},
		{"long trouble", []answer{{502, "", nil}, {502, "", nil}, {502, "", nil}, {502, "", nil}, {502, "", nil}, {502, "", nil}, {502, "", nil}, {502, "", nil}, {502, "", nil}}, 50 * time.Second, 120 * time.Second, "unreadable", nil},
	} {
		t.Run(c.what, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var log strings.Builder
				in := &tray{offset: 5}
				s := &script{answers: append(c.trouble, good)}
				p := poller(in, s, &log)
				ctx, cancel := context.WithCancel(t.Context())
				p.Kick = cancel
				start := time.Now()
				if err := p.Run(ctx); err != nil {
					t.Fatal(err)
				}
				if took := time.Since(start); took < c.least || took > c.most {
					t.Errorf("asked again after %s", took)
				}
				if in.offset != 8 {
					t.Errorf("offset %d", in.offset)
				}
				if !strings.Contains(log.String(), c.says) || strings.Contains(log.String(), "secret") || strings.Contains(log.String(), "张三") {
					t.Errorf("log %s", log.String())
				}
				if n := strings.Count(log.String(), "polling interrupted"); n != 1 {
					t.Errorf("said %d times", n)
				}
				for i, m := range c.requests {
					if s.requests[i].method != m {
						t.Errorf("asked %v", s.requests)
					}
					if m == "deleteWebhook" && s.requests[i].params["drop_pending_updates"] != false {
						t.Error("waiting updates are dropped")
					}
				}
			})
		})
	}
}

func TestRunEndsWhenTheTokenIsRefused(t *testing.T) {
	for _, a := range []answer{saidNo(401, "Unauthorized", ""), saidNo(404, "Not Found", "")} {
		err := poller(&tray{}, &script{answers: []answer{a}}, io.Discard).Run(t.Context())
		if !errors.Is(err, ErrToken) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%d: %v", a.status, err)
		}
	}
}

func TestAnswersAreBounded(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		chunk := make([]byte, 1<<20)
		for range largest>>20 + 2 {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	}))
	defer srv.Close()
	p := NewPoller(PollerOptions{Options: Options{Token: token, URL: srv.URL}, Inbox: &tray{}, Log: zerolog.Nop(), Now: time.Now})
	if _, err := p.Once(t.Context(), 0); !Is(err, TooLarge) {
		t.Errorf("got %v", err)
	}
}

// Only a silence in which Telegram was asked in vain is an outage, and it is told before what ended it is kept.
func TestASilenceThatEndedIsToldBeforeWhatEndedIt(t *testing.T) {
	in := &tray{}
	s := &script{answers: []answer{said200("[]"), said200("[]"), saidNo(502, "Bad Gateway", ""), said200("[]"), saidNo(502, "Bad Gateway", ""), saidNo(502, "Bad Gateway", ""), said200(`[{"update_id":7}]`), said200("[]")}}
	now := time.Date(2020, 1, 31, 14, 0, 0, 0, time.UTC)
	var silences []time.Time
	p := NewPoller(PollerOptions{Options: Options{Token: token, URL: "http://sandbox/", HTTP: &http.Client{Transport: s}}, Inbox: in, Log: zerolog.New(io.Discard), Now: func() time.Time { return now },
		Back: func(last time.Time) {
			if silences = append(silences, last); len(in.kept) > 0 {
				t.Error("the update was kept before the silence was known")
			}
		}})
	for _, after := range []time.Duration{0, 10 * time.Minute, time.Minute, time.Minute, time.Minute, time.Minute, time.Minute, time.Hour} {
		now = now.Add(after)
		_, _ = p.Once(t.Context(), 0) // some are meant to fail
	}
	// 14:12 was the last answer before two in vain; a quiet ten minutes, one failure between answers near each other and a quiet hour are nothing.
	if len(silences) != 1 || silences[0].Format("15:04") != "14:12" || len(in.kept) != 1 {
		t.Errorf("silences since %v, kept %d", silences, len(in.kept))
	}
}

func TestAPollerKnowsWhenTelegramLastAnswered(t *testing.T) {
	in := &tray{offset: 5}
	p := poller(in, &script{answers: []answer{said200(`[]`), saidNo(502, "Bad Gateway", ""), said200(`[{"update_id":7}]`), said200(`[{"update_id":8}]`)}}, io.Discard)
	now := time.Date(2020, 1, 31, 14, 0, 0, 0, time.UTC)
	p.Now = func() time.Time { return now }
	for i, c := range []struct {
		disk error
		last time.Time
	}{{nil, now}, {nil, now}, {nil, now.Add(2 * time.Minute)}, {errors.New("disk full"), now.Add(2 * time.Minute)}} {
		if i == 0 && !p.Last().IsZero() {
			t.Errorf("answered at %v before it was asked", p.Last())
		}
		in.err = c.disk
		_, err := p.Once(t.Context(), 0)
		if !p.Last().Equal(c.last) {
			t.Errorf("poll %d (%v): last answered at %v, want %v", i+1, err, p.Last(), c.last)
		}
		now = now.Add(time.Minute)
	}
}
