package courier

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// desk is a book on maps whose transactions are whole: what fails leaves nothing.
type desk struct {
	mu      sync.Mutex
	book    *workgroup.Memory
	commits int
	broken  error // of the next commits, while it is set
}

func (d *desk) View(f func(workgroup.Book) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return f(d.book)
}

func (d *desk) Update(f func(workgroup.Book) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.broken != nil {
		return d.broken
	}
	tx := &paper{Memory: d.book}
	if err := f(tx); err != nil {
		tx.undo()
		return err
	}
	if len(d.book.Faults) > 0 {
		tx.undo()
		err := d.book.Faults[0]
		d.book.Faults = nil
		return err
	}
	d.commits++
	return nil
}

// paper remembers how things were.
type paper struct {
	*workgroup.Memory
	undos []func()
}

func (p *paper) undo() {
	for _, u := range slices.Backward(p.undos) {
		u()
	}
}

func (p *paper) before(shelf, key string) {
	old := p.Read(shelf, key)
	p.undos = append(p.undos, func() {
		if old == nil {
			p.Memory.Erase(shelf, key)
		} else {
			p.Memory.Write(shelf, key, old, time.Time{})
		}
	})
}

func (p *paper) Write(shelf, key string, value []byte, due time.Time) {
	p.before(shelf, key)
	p.Memory.Write(shelf, key, value, due)
}

func (p *paper) Erase(shelf, key string) {
	p.before(shelf, key)
	p.Memory.Erase(shelf, key)
}

func (p *paper) Note(e workgroup.Event) {
	n := len(p.Events)
	p.undos = append(p.undos, func() { p.Events = p.Events[:n] })
	p.Memory.Note(e)
}

// wall is a Telegram that writes down what it is asked, and answers by script.
type wall struct {
	mu      sync.Mutex
	now     func() time.Time
	calls   []call
	numbers int
	script  func(call) error            // nil: yes
	entered func(context.Context, call) // before the answer, without the lock
	live    map[int64]map[int]string    // what stands in each chat
}

type call struct {
	at      time.Time
	method  string
	chat    int64
	message int
	text    string
	body    Message
}

func (c call) String() string { return fmt.Sprintf("%s %d %d %s", c.method, c.chat, c.message, c.text) }

func (w *wall) do(ctx context.Context, c call, effect func(c *call)) (int, error) {
	if w.entered != nil {
		w.entered(ctx, c)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	c.at = w.now()
	var err error
	if w.script != nil {
		err = w.script(c)
	}
	var e *telegram.Error
	if err == nil || errors.As(err, &e) && e.Ambiguous && e.Description == "after" {
		if w.live == nil {
			w.live = map[int64]map[int]string{}
		}
		if w.live[c.chat] == nil {
			w.live[c.chat] = map[int]string{}
		}
		effect(&c)
	}
	w.calls = append(w.calls, c)
	return c.message, err
}

func (w *wall) Send(ctx context.Context, chat int64, m Message) (int, error) {
	return w.do(ctx, call{method: "send", chat: chat, text: m.HTML, body: m}, func(c *call) {
		w.numbers++
		c.message = w.numbers
		w.live[chat][c.message] = m.HTML
	})
}

func (w *wall) Edit(ctx context.Context, chat int64, message int, m Message) error {
	_, err := w.do(ctx, call{method: "edit", chat: chat, message: message, text: m.HTML, body: m}, func(*call) { w.live[chat][message] = m.HTML })
	return err
}

func (w *wall) Delete(ctx context.Context, chat int64, message int) error {
	_, err := w.do(ctx, call{method: "delete", chat: chat, message: message}, func(*call) { delete(w.live[chat], message) })
	return err
}

func (w *wall) Pin(ctx context.Context, chat int64, message int) error {
	_, err := w.do(ctx, call{method: "pin", chat: chat, message: message}, func(*call) {})
	return err
}

func (w *wall) Unpin(ctx context.Context, chat int64, message int) error {
	_, err := w.do(ctx, call{method: "unpin", chat: chat, message: message}, func(*call) {})
	return err
}

func (w *wall) React(ctx context.Context, chat int64, message int, emoji string) error {
	_, err := w.do(ctx, call{method: "react", chat: chat, message: message, text: emoji}, func(*call) {})
	return err
}

func (w *wall) AnswerPress(ctx context.Context, press, text string, _ bool) error {
	_, err := w.do(ctx, call{method: "answer", text: press + " " + text}, func(*call) {})
	return err
}

// heard are the calls so far, each in one line, and forgets them.
func (w *wall) heard() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	var out []string
	for _, c := range w.calls {
		out = append(out, c.String())
	}
	w.calls = nil
	return out
}

// plain renders a letter as its text's name, and a card as what stands under its object on the shelf "facts".
type plain struct{}

func (plain) Letter(l workgroup.Letter) (Message, error) {
	switch l.Text {
	case "bad":
		return Message{}, errors.New("no such text: 张三确诊")
	case "panic":
		panic("张三确诊")
	}
	return Message{HTML: l.Text}, nil
}

func (plain) Card(b workgroup.Book, c workgroup.Card, _ time.Time) (Message, error) {
	text := string(b.Read("facts", c.Object))
	if text == "panic" {
		panic("张三确诊")
	}
	return Message{HTML: text}, nil
}

// house is a courier with everything around it.
type house struct {
	*testing.T
	*Courier
	desk *desk
	wall *wall
	time time.Time
	mu   sync.Mutex
	log  strings.Builder
}

var noon = time.Date(2020, 1, 31, 12, 0, 0, 0, time.FixedZone("CST", 8*3600))

func newHouse(t *testing.T) *house {
	h := &house{T: t, desk: &desk{book: workgroup.NewMemory()}, time: noon}
	h.wall = &wall{now: h.now}
	h.restart()
	return h
}

// bounded is a house that keeps Telegram's limits.
func bounded(t *testing.T) *house {
	h := newHouse(t)
	h.restart(func(o *Options) { o.Limits = Limits{} })
	return h
}

// restart is the program started anew on the same book.
func (h *house) restart(with ...func(*Options)) {
	o := Options{
		Outbox: h.desk, Telegram: h.wall, Renderer: plain{}, Now: h.now, Workers: 4, Limits: Limits{Off: true},
		Log: zerolog.New(zerolog.SyncWriter(&h.log)),
	}
	for _, w := range with {
		w(&o)
	}
	h.Courier = New(o)
}

func (h *house) now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.time
}

func (h *house) advance(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.time = h.time.Add(d)
}

func (h *house) book(f func(b workgroup.Book)) {
	h.Helper()
	if err := h.desk.Update(func(b workgroup.Book) error { f(b); return nil }); err != nil {
		h.Fatal(err)
	}
	h.Kick()
}

// tell queues letters, written now unless they say otherwise.
func (h *house) tell(letters ...workgroup.Letter) {
	h.Helper()
	h.book(func(b workgroup.Book) {
		for _, l := range letters {
			if l.Written.IsZero() {
				l.Written = h.now()
			}
			workgroup.Tell(b, l)
		}
	})
}

// fact changes what cards about an object show, and touches them.
func (h *house) fact(object, text string) {
	h.Helper()
	h.book(func(b workgroup.Book) {
		b.Write("facts", object, []byte(text), time.Time{})
		workgroup.Touch(b, "board", object, h.now())
	})
}

func (h *house) show(c workgroup.Card) {
	h.Helper()
	h.book(func(b workgroup.Book) { workgroup.Show(b, c, h.now()) })
}

// drain drains, and checks that what was heard is this.
func (h *house) drain(want ...string) time.Time {
	h.Helper()
	next, _, err := h.Drain(context.Background())
	if err != nil {
		h.Fatal(err)
	}
	if got := h.wall.heard(); !slices.Equal(got, want) {
		h.Fatalf("Telegram heard\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
	return next
}

// until drains until nothing more is to come.
func (h *house) until() {
	h.Helper()
	for range 10000 {
		next, _, err := h.Drain(context.Background())
		if err != nil {
			h.Fatal(err)
		}
		if next.IsZero() {
			return
		}
		if !next.After(h.now()) {
			h.Fatalf("next moment %s is not after now %s", next, h.now())
		}
		h.advance(next.Sub(h.now()))
	}
	h.Fatal("never ends")
}

func (h *house) sent(id uint64) workgroup.Letter {
	h.Helper()
	l, ok := workgroup.Sent.Get(h.desk.book, workgroup.NumberKey(id))
	if !ok {
		h.Fatalf("letter %d is not among the sent", id)
	}
	if workgroup.Letters.Has(h.desk.book, l.Key()) {
		h.Fatalf("letter %d waits still", id)
	}
	return l
}

func (h *house) waiting(id uint64) workgroup.Letter {
	h.Helper()
	l, ok := workgroup.Letters.Get(h.desk.book, workgroup.NumberKey(id))
	if !ok {
		h.Fatalf("letter %d does not wait", id)
	}
	return l
}

func (h *house) card(key string) workgroup.Card {
	h.Helper()
	c, ok := workgroup.Cards.Get(h.desk.book, key)
	if !ok {
		h.Fatalf("no card %s", key)
	}
	return c
}

func (h *house) stale() int {
	n := 0
	for range workgroup.Stale.Each(h.desk.book, "") {
		n++
	}
	return n
}

func (h *house) events(kind workgroup.EventKind) int {
	n := 0
	for _, e := range h.desk.book.Events {
		if e.Kind == kind {
			n++
		}
	}
	return n
}

// once answers the first call of a method with an error, and all others with yes.
func once(method string, err error) func(call) error {
	done := false
	return func(c call) error {
		if done || c.method != method {
			return nil
		}
		done = true
		return err
	}
}

func raw(v any) []byte {
	b, _ := json.Marshal(v)
	return b
}
