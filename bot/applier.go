package bot

import (
	"context"
	"time"

	"github.com/rs/zerolog"

	"fangkong/store/workgroup"
)

// Inbox is where received updates wait, and where deciding over them is committed.
type Inbox interface {
	Inbox(max int) ([]workgroup.Received, error)
	Apply([]workgroup.Input, workgroup.Rules) ([]workgroup.Answer, error)
}

// Applier works the inbox: a batch of updates in one commit, then what came of it is made known.
type Applier struct {
	Inbox Inbox
	Rules workgroup.Rules
	Now   func() time.Time
	Toast func(workgroup.Toast) // after the commit, never before
	Done  func()                // after each commit: the courier and the sweeper have work
	Log   zerolog.Logger
	Batch int // updates a commit; 0: 400

	kicked chan struct{}
	ahead  *ahead
}

// NewApplier returns an applier that has not looked into the inbox yet.
func NewApplier(a Applier) *Applier {
	if a.Batch <= 0 {
		a.Batch = 400
	}
	a.kicked, a.ahead = make(chan struct{}, 1), &ahead{most: a.Batch, decoded: map[int64]workgroup.Input{}}
	return &a
}

// Kick says that the inbox holds something new. It never waits.
func (a *Applier) Kick() {
	select {
	case a.kicked <- struct{}{}:
	default:
	}
}

// Drain applies what is in the inbox until it is empty, and returns how many updates that were.
func (a *Applier) Drain() (int, error) {
	n := 0
	for {
		received, err := a.Inbox.Inbox(a.Batch)
		if err != nil || len(received) == 0 {
			return n, err
		}
		answers, err := a.Inbox.Apply(a.ahead.inputs(received, a.Now()), a.Rules)
		if err != nil {
			return n, err
		}
		for _, answer := range answers {
			for _, toast := range answer.Toasts {
				a.Toast(toast)
			}
		}
		n += len(received)
		a.Done()
	}
}

// Ahead is told of updates that are about to be kept. It does not wait for their decoding.
func (a *Applier) Ahead(received []workgroup.Received) { a.ahead.decode(received, a.Now()) }

// Run works the inbox until the context ends. A commit that fails is tried again after a pause: the inbox keeps what it
// has.
func (a *Applier) Run(ctx context.Context) error {
	for {
		if _, err := a.Drain(); err != nil {
			a.Log.Error().Err(err).Msg("inbox not applied; trying again")
			if !rest(ctx, time.Second) {
				return nil
			}
			continue
		}
		select {
		case <-ctx.Done():
			return nil
		case <-a.kicked:
		}
	}
}

func rest(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
