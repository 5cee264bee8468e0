package courier

import (
	"context"
	"time"
)

const (
	grace   = 5 * time.Second // for calls in flight when we are told to stop
	mending = time.Second     // after the outbox could not be read or written
	breath  = time.Millisecond
)

// Run carries until ctx ends. Calls that are in flight then have a few seconds to come back, and what came of them is on
// disk when Run returns.
func (c *Courier) Run(ctx context.Context) error {
	for ctx.Err() == nil {
		next, _, err := c.Drain(ctx)
		if ctx.Err() != nil {
			break
		}
		if err != nil {
			c.Log.Error().Err(err).Msg("outbox not accessible")
			rest(ctx, mending)
			continue
		}
		c.await(ctx, next, nil)
	}
	return nil
}

// Drain tells everything that can be told now, and returns when nothing is in flight and nothing is ready. It returns the
// next moment something will be (zero: none), and how many letters were said and cards shown or taken away.
func (c *Courier) Drain(ctx context.Context) (next time.Time, sent int, err error) {
	c.turn.Lock()
	defer c.turn.Unlock()
	// Calls outlive ctx by the grace they are given; what they come back with must still be written down.
	calls, cut := context.WithCancel(context.WithoutCancel(ctx))
	defer cut()
	for ctx.Err() == nil {
		var n int
		var more bool
		next, n, more, err = c.tell(calls)
		sent += n
		if err != nil {
			break
		}
		if more || len(c.kicked) > 0 {
			continue
		}
		if c.flying == 0 && !c.toasting() {
			return next, sent, nil
		}
		c.await(ctx, next, c.landed)
	}
	c.land(ctx, cut)
	n, _, failed := c.commit(nil, c.Now())
	switch {
	case err != nil:
	case failed != nil:
		err = failed
	default:
		err = ctx.Err()
	}
	return next, sent + n, err
}

// tell is one turn: take up what is new, settle what came back and begin what is ready in one commit, then make the
// calls. More says that something is ready still, and could begin at once.
func (c *Courier) tell(calls context.Context) (next time.Time, sent int, more bool, err error) {
	now := c.Now()
	if taken(c.kicked) {
		if err := c.load(now); err != nil {
			poke(c.kicked)
			return next, 0, false, err
		}
	}
	c.queue.arrive(now)
	begun, held, err := c.pick(now)
	if err != nil {
		c.putBack(begun, now)
		return next, 0, false, err
	}
	sent, begun, err = c.commit(begun, now)
	for _, f := range begun {
		c.flying++
		go c.carry(calls, f)
	}
	if err != nil {
		return next, sent, false, err
	}
	more = len(c.unsettled) > 0 || held.IsZero() && c.queue.ready.Len() > 0 && c.canCarry(c.queue.ready.lanes[0], c.flying)
	next = held
	if c.queue.waiting.Len() > 0 {
		if at := c.queue.waiting.lanes[0].at; next.IsZero() || at.Before(next) {
			next = at
		}
	}
	return next, sent, more, nil
}

// await waits until a call lands, something happens, a moment comes (zero: none), or ctx ends.
func (c *Courier) await(ctx context.Context, next time.Time, landed <-chan *flight) {
	var due <-chan time.Time
	if !next.IsZero() {
		timer := time.NewTimer(max(next.Sub(c.Now()), breath))
		defer timer.Stop()
		due = timer.C
	}
	select {
	case f := <-landed:
		c.flying--
		c.unsettled = append(c.unsettled, f)
	case <-c.wake:
	case <-due:
	case <-ctx.Done():
	}
}

// land waits for the calls in flight. Once ctx has ended they have their grace, then they are cut.
func (c *Courier) land(ctx context.Context, cut func()) {
	stop := ctx.Done()
	timer := time.NewTimer(grace)
	timer.Stop()
	defer timer.Stop()
	for late := false; c.flying > 0; {
		select {
		case f := <-c.landed:
			c.flying--
			c.unsettled = append(c.unsettled, f)
		case <-stop:
			stop = nil
			timer.Reset(grace)
		case <-timer.C:
			if late {
				return // a call that does not even end when cut; its attempt is on disk as one without an outcome
			}
			late = true
			cut()
			timer.Reset(grace)
		}
	}
}

// rest waits, or until ctx ends.
func rest(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
