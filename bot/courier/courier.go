package courier

import (
	"context"
	"sync"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// Message and Button are what a renderer makes and Telegram is given.
type (
	Message = telegram.Message
	Button  = telegram.Button
)

// Outbox is the book that letters and cards are in. Update commits all of it or nothing.
type Outbox interface {
	View(func(workgroup.Book) error) error
	Update(func(workgroup.Book) error) error
}

// Renderer turns what is to be told into a message in its reader's language.
type Renderer interface {
	// Letter renders from the letter's own facts, and nothing else.
	Letter(workgroup.Letter) (Message, error)
	// Card renders what a card shows as the book is now.
	Card(workgroup.Book, workgroup.Card, time.Time) (Message, error)
}

// Telegram is where it goes. Errors are *telegram.Error; any other is taken for an unknown outcome.
type Telegram interface {
	Send(ctx context.Context, chat int64, m Message) (message int, err error)
	Edit(ctx context.Context, chat int64, message int, m Message) error
	Delete(ctx context.Context, chat int64, message int) error
	Pin(ctx context.Context, chat int64, message int) error
	Unpin(ctx context.Context, chat int64, message int) error
	React(ctx context.Context, chat int64, message int, emoji string) error
	AnswerPress(ctx context.Context, press, text string, alert bool) error
}

// Options are what a courier works with. Limits and Workers have defaults.
type Options struct {
	Outbox   Outbox
	Telegram Telegram
	Renderer Renderer
	Log      zerolog.Logger
	Now      func() time.Time
	Limits   Limits
	Workers  int // calls at a time; one of them is kept for what is urgent
	// OnMigrate is called in the commit that moves a chat's letters and cards to its supergroup.
	OnMigrate func(b workgroup.Book, from, to int64)
	// OnLost is called in the commit that notes that a person cannot be reached, and Lost after it.
	OnLost func(b workgroup.Book, who workgroup.PersonID, now time.Time)
	Lost   func()
	// OnPosted is called in the commit that notes that a card has arrived as a new message, which rings; it tells whether it
	// changed what cards show.
	OnPosted func(b workgroup.Book, card workgroup.Card, now time.Time) bool
	// OnOutcome is told in one word how each call ended, when that is on disk.
	OnOutcome func(outcome string)
}

// Courier carries what is in the outbox. Kick and Toast may be called from anywhere.
type Courier struct {
	Options
	queue    queue
	overall  overall
	outage   outage
	troubled troubled
	toasts   toasts

	wake   chan struct{} // something happened: a kick, a toast that ended
	kicked chan struct{} // the outbox holds something new

	turn      sync.Mutex // held by Drain; guards what follows
	last      uint64     // the letter loaded last
	flying    int        // calls begun that have not come back
	landed    chan *flight
	unsettled []*flight // came back, outcome not on disk yet
}

// New returns a courier that has not looked into the outbox yet.
func New(o Options) *Courier {
	if o.Workers <= 0 {
		o.Workers = 16
	}
	if o.OnOutcome == nil {
		o.OnOutcome = func(string) {}
	}
	o.Limits = o.Limits.orDefaults()
	c := &Courier{
		Options:  o,
		queue:    newQueue(),
		overall:  o.Limits.overall(),
		troubled: troubled{},
		wake:     make(chan struct{}, 1),
		kicked:   make(chan struct{}, 1),
		landed:   make(chan *flight, o.Workers),
	}
	c.Kick()
	return c
}

// Kick says that the outbox holds something new. It never waits.
func (c *Courier) Kick() {
	poke(c.kicked)
	poke(c.wake)
}

// poke leaves a signal unless one is there already.
func poke(ch chan struct{}) {
	select {
	case ch <- struct{}{}:
	default:
	}
}

// taken tells whether a signal was left, and takes it.
func taken(ch chan struct{}) bool {
	select {
	case <-ch:
		return true
	default:
		return false
	}
}
