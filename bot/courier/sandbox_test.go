package courier

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/sandbox"
	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// onSandbox is a house whose Telegram is the strict one, reached through the real client.
func onSandbox(t *testing.T, limits bool) (*house, *sandbox.Server) {
	t.Helper()
	h := newHouse(t)
	srv, err := sandbox.New(sandbox.Options{Token: "1:t", Now: h.now, Limits: limits})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(srv.Close)
	client, err := telegram.NewClient(telegram.Options{Token: "1:t", URL: "http://sandbox", HTTP: srv.Client()})
	if err != nil {
		t.Fatal(err)
	}
	h.restart(func(o *Options) {
		o.Telegram = client
		if limits {
			o.Limits = Limits{}
		}
	})
	return h, srv
}

func TestOnTheSandbox(t *testing.T) {
	h, srv := onSandbox(t, true)
	g := srv.BasicGroup("疫情防控工作群")
	g.AddBot(true)
	head := srv.Person("王", "建国")
	head.Joins(g)
	head.Starts()
	pinned := workgroup.Card{Kind: "board", Object: "day", Chat: g.ID(), Pin: true}
	h.book(func(b workgroup.Book) { b.Write("facts", "day", []byte("0/33"), time.Time{}) })
	h.show(pinned)
	h.tell(workgroup.Letter{Chat: head.ID(), Text: "请在 14:30 前报送"})
	h.until()
	if m := head.Last(g); m == nil || m.Text != "0/33" || !m.Pinned {
		t.Fatalf("the group shows %+v", m)
	}
	if m := head.Last(head.Private()); m == nil || m.Text != "请在 14:30 前报送" {
		t.Fatalf("the private chat shows %+v", m)
	}
	h.fact("day", "1/33")
	h.until()
	if m := head.Last(g); m.Text != "1/33" {
		t.Errorf("the group shows %q", m.Text)
	}
	// The group becomes a supergroup: the board stands there anew.
	g.Migrate()
	h.fact("day", "2/33")
	h.until()
	if m := head.Last(g); m == nil || m.Text != "2/33" || !m.Pinned {
		t.Errorf("the supergroup shows %+v", m)
	}
}

func TestFaultsOnTheSandbox(t *testing.T) {
	for _, kind := range []sandbox.Kind{sandbox.Cut, sandbox.Broken500, sandbox.Gateway502, sandbox.Truncated, sandbox.HTML} {
		for _, after := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s after %v", kind, after), func(t *testing.T) {
				h, srv := onSandbox(t, false)
				head := srv.Person("王", "建国")
				head.Starts()
				srv.Fail(sandbox.Fault{Method: "sendMessage", Kind: kind, After: after})
				h.tell(workgroup.Letter{Chat: head.ID(), Text: "ring"})
				h.until()
				want := 1
				if after {
					want = 2
				}
				n := 0
				for _, m := range head.Sees(head.Private()) {
					if m.Text == "ring" {
						n++
					}
				}
				if l := h.sent(1); n != want || !l.Doubled || l.SentAt.IsZero() {
					t.Errorf("%d messages, want %d; kept as %+v", n, want, l)
				}
			})
		}
	}
}

// A busy afternoon within our limits is never limited by Telegram.
func TestOurLimitsAreWithinTelegrams(t *testing.T) {
	h, srv := onSandbox(t, true)
	g := srv.Group("疫情防控工作群")
	g.AddBot(true)
	h.book(func(b workgroup.Book) { b.Write("facts", "day", []byte("0"), time.Time{}) })
	h.show(workgroup.Card{Kind: "board", Object: "day", Chat: g.ID()})
	for i := range 72 {
		p := srv.Person("头", fmt.Sprint(i))
		p.Starts()
		for n := range 5 {
			h.tell(workgroup.Letter{Chat: p.ID(), Lane: fmt.Sprint(n), Text: "x"})
		}
	}
	for i := range 40 {
		h.fact("day", fmt.Sprint(i+1))
		h.tell(workgroup.Letter{Chat: g.ID(), Lane: fmt.Sprint(i), Urgency: workgroup.Urgency(i % 3), Text: "y"})
		if _, _, err := h.Drain(context.Background()); err != nil {
			t.Fatal(err)
		}
		h.advance(time.Second)
	}
	h.until()
	for _, method := range []string{"sendMessage", "editMessageText"} {
		if calls, ok := srv.Count(method); calls != ok || calls == 0 {
			t.Errorf("%s: %d of %d calls were refused", method, calls-ok, calls)
		}
	}
	said := 0
	for l := range workgroup.Sent.Each(h.desk.book, "") {
		if l.Failure == "" {
			said++
		}
	}
	if said != 72*5+40 {
		t.Errorf("%d letters said", said)
	}
	if posts := g.Posts(); !slices.ContainsFunc(posts, func(m sandbox.Message) bool { return m.Text == "40" }) {
		t.Error("the board does not show the last state")
	}
}

func BenchmarkDrain(b *testing.B) {
	srv, err := sandbox.New(sandbox.Options{Token: "1:t", Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	defer srv.Close()
	url, err := srv.Start()
	if err != nil {
		b.Fatal(err)
	}
	client, err := telegram.NewClient(telegram.Options{Token: "1:t", URL: url})
	if err != nil {
		b.Fatal(err)
	}
	var chats []int64
	for i := range 72 {
		p := srv.Person("头", fmt.Sprint(i))
		p.Starts()
		chats = append(chats, p.ID())
	}
	d := &desk{book: workgroup.NewMemory()}
	c := New(Options{Outbox: d, Telegram: client, Renderer: plain{}, Log: zerolog.Nop(), Now: time.Now, Limits: Limits{Off: true}})
	for i := range b.N {
		workgroup.Tell(d.book, workgroup.Letter{Chat: chats[i%len(chats)], Lane: fmt.Sprint(i), Text: "x", Written: noon})
	}
	c.Kick()
	b.ResetTimer()
	if _, sent, err := c.Drain(context.Background()); err != nil || sent != b.N {
		b.Fatalf("sent %d of %d: %v", sent, b.N, err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "letters/s")
	b.ReportMetric(float64(d.commits)/float64(b.N), "commits/letter")
}
