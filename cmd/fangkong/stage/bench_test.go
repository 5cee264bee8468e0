package stage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	library "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"fangkong/bot"
	"fangkong/bot/courier"
	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// crowd is how many updates wait at Telegram: what 66 heads, and everybody who talks beside them, leave in a busy hour.
const crowd = 5000

// chatter is what a work group says all day and the bot must read and leave alone.
var chatter = []string{"收到", "好的，马上报", "请问今天的表发哪里？", "各位老师辛苦了", "我这边网络不太好，稍等一下", "已转发各班辅导员，今晚再统计一次", "谢谢王老师", "明天的会几点？"}

// busy leaves a crowd of updates at a stage's Telegram: of ten, three presses on the board, two reports in one line, two
// commands in private and three remarks in the group that are none of the bot's business. It returns how many the bot must
// answer, and how many of those with a toast.
func busy(b *testing.B, s *Stage) (answers, toasts int) {
	b.Helper()
	board := s.Group.Posts()[0]
	var heads []workgroup.Person
	for _, p := range s.Roster.People {
		if len(p.Units()) > 0 {
			heads = append(heads, p)
		}
	}
	for i := range crowd {
		p := heads[i/10%len(heads)]
		who := s.Person(p.ID)
		switch i % 10 {
		case 0, 3, 6:
			if _, err := who.Presses(&board, "零报告"); err != nil {
				b.Fatal(err)
			}
			answers, toasts = answers+1, toasts+1
		case 1, 5:
			who.Says(s.Group, fmt.Sprintf("%s 居家隔离%d人，无发热", s.unit(p.Units()[0]), i/10%7+1))
			answers++
		case 2, 8:
			who.Says(nil, "/whoami")
			answers++
		default:
			who.Says(s.Group, chatter[i/10%len(chatter)])
		}
	}
	return answers, toasts
}

func (s *Stage) unit(id workgroup.UnitID) string {
	for _, u := range s.Roster.Units {
		if u.ID == id {
			return u.Name
		}
	}
	return ""
}

// newStage is a stage for a benchmark, at five past two: the board is up and everybody can be written to.
func newStage(b *testing.B) *Stage {
	b.Helper()
	s, err := New(Options{Dir: b.TempDir(), Limits: courier.Limits{Off: true}})
	must(b, err)
	b.Cleanup(func() { _ = s.Close() })
	for _, p := range s.Roster.People {
		s.Person(p.ID).Starts()
	}
	must(b, s.Until("14:05"))
	s.Person(s.Roster.People[0].ID).Says(s.Group, "收到") // the first sentence of a process finds its dictionary unwritten
	must(b, s.Settle())
	return s
}

// port is where a stage's Telegram listens on loopback: what is measured goes through the kernel, as in an office.
func port(b *testing.B, s *Stage) string {
	b.Helper()
	url, err := s.Telegram.Start()
	must(b, err)
	return url
}

// counted are rules that know how often they were asked.
type counted struct {
	*bot.Bot
	n atomic.Int64
}

func (c *counted) Decide(b workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
	c.n.Add(1)
	return c.Bot.Decide(b, in)
}

// BenchmarkUpdates measures the whole way of an update — poll, inbox on disk, applied on disk, its answer in the outbox or
// handed over as a toast — beside what go-telegram does with the same updates in memory: poll, decode, hand to a handler
// that counts. Both poll the same kind of server over loopback in the same process, one after the other; of several rounds
// (-benchtime 9x) the middle one counts.
func BenchmarkUpdates(b *testing.B) {
	var ours, theirs []time.Duration
	for b.Loop() {
		b.StopTimer()
		one, other := newStage(b), newStage(b)
		answers, toasts := busy(b, one)
		busy(b, other)
		runtime.GC()
		b.StartTimer()
		ours = append(ours, durable(b, one, answers, toasts))
		b.StopTimer()
		runtime.GC()
		theirs = append(theirs, inMemory(b, other))
		must(b, errors.Join(one.Close(), other.Close()))
		b.StartTimer()
	}
	mine, its := middle(ours).Seconds(), middle(theirs).Seconds()
	b.ReportMetric(crowd/mine, "durable-updates/s")
	b.ReportMetric(crowd/its, "library-updates/s")
	b.ReportMetric(its/mine, "ratio")
}

// durable runs the intake as it runs in the office until the crowd is applied, and checks that it was answered.
func durable(b *testing.B, s *Stage, answers, toasts int) time.Duration {
	b.Helper()
	before := written(b, s)
	rules := &counted{Bot: s.Bot}
	var toasted atomic.Int64
	finished := make(chan struct{})
	applier := bot.NewApplier(bot.Applier{Inbox: s.Store, Rules: rules, Now: s.Now, Log: s.options.Log,
		Toast: func(workgroup.Toast) { toasted.Add(1) },
		Done: func() {
			if rules.n.Load() >= crowd {
				close(finished)
			}
		}})
	poller := telegram.NewPoller(telegram.PollerOptions{Options: telegram.Options{Token: Token, URL: port(b, s)}, Inbox: s.Store,
		Ahead: applier.Ahead, Kick: applier.Kick, Log: s.options.Log, Now: s.Now})

	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 2)
	start := time.Now()
	go func() { ended <- poller.Run(ctx) }()
	go func() { ended <- applier.Run(ctx) }()
	<-finished
	took := time.Since(start)
	stop()
	must(b, errors.Join(<-ended, <-ended))

	if waiting, err := s.Store.Inbox(1); err != nil || len(waiting) > 0 {
		b.Fatalf("%d updates wait: %v", len(waiting), err)
	}
	if got := int(toasted.Load()); got != toasts {
		b.Fatalf("%d toasts, want %d", got, toasts)
	}
	if got := written(b, s) - before + toasts; got != answers {
		b.Fatalf("%d answers, want %d", got, answers)
	}
	return took
}

// written counts what the bot has to say in private and how often it was asked to show a filing.
func written(b *testing.B, s *Stage) (n int) {
	b.Helper()
	must(b, s.Store.View(func(book workgroup.Book) error {
		for range workgroup.Letters.Each(book, "") {
			n++
		}
		for c := range workgroup.Cards.Each(book, workgroup.TalkCard+"/") {
			n += int(c.Want)
		}
		return nil
	}))
	return n
}

// inMemory has the library poll and dispatch the crowd as it does by default: a goroutine an update.
func inMemory(b *testing.B, s *Stage) time.Duration {
	b.Helper()
	var seen atomic.Int64
	finished := make(chan struct{})
	client, err := library.New(Token, library.WithSkipGetMe(), library.WithServerURL(port(b, s)),
		library.WithHTTPClient(time.Minute, &http.Client{Transport: &http.Transport{}}),
		library.WithDefaultHandler(func(context.Context, *library.Bot, *models.Update) {
			if seen.Add(1) == crowd {
				close(finished)
			}
		}))
	must(b, err)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	start := time.Now()
	go func() { client.Start(ctx); close(ended) }()
	<-finished
	took := time.Since(start)
	stop()
	<-ended
	return took
}
