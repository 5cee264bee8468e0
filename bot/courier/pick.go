package courier

import (
	"container/heap"
	"errors"
	"time"

	"fangkong/store/workgroup"
)

// handful bounds what is begun and settled in one commit.
const handful = 256

// errUnreadable marks a record that cannot be read: it stays where it is, and holds up nothing.
var errUnreadable = errors.New("record unreadable")

// pick prepares what is ready, the most pressing first, as far as workers and limits go. Held is the moment everything
// that is ready has to wait for; zero when nothing has.
func (c *Courier) pick(now time.Time) (begun []*flight, held time.Time, err error) {
	carrying := c.flying
	for len(begun) < handful && c.queue.ready.Len() > 0 {
		l := c.queue.ready.lanes[0]
		j := l.jobs[0]
		if !c.canCarry(l, carrying) {
			break
		}
		// What is too late needs no call, so no limit holds it.
		if !j.expired(now) {
			// One at a time in a chat: were we killed now, no more than one would be read twice. An alarm waits for nothing.
			if chat := c.queue.chat(l.key.chat, c.Limits); j.kind.doubles() && j.urgency != workgroup.Urgent && chat.posting > 0 {
				heap.Pop(&c.queue.ready)
				chat.parked = append(chat.parked, l)
				continue
			}
			if at := c.queue.chat(l.key.chat, c.Limits).free(now, j.kind, j.urgency); at.After(now) {
				heap.Pop(&c.queue.ready)
				c.queue.hold(l, at)
				continue
			}
			if held = c.heldUntil(now); !held.IsZero() {
				break
			}
		}
		heap.Pop(&c.queue.ready)
		l.flying = true
		f, err := c.prepare(l, now)
		switch {
		case errors.Is(err, errUnreadable):
			c.Log.Error().Uint64("letter", j.letter).Str("card", j.card).Msg("outbox record unreadable")
			c.queue.shift(l, now)
		case err != nil:
			c.queue.place(l, now)
			return begun, held, err
		case f == nil:
			c.queue.shift(l, now)
		case f.done:
			begun = append(begun, f)
		case f.kind != j.kind:
			// It needs another call than it did when it was queued, and other limits count.
			l.jobs[0].kind = f.kind
			c.queue.place(l, now)
		default:
			c.queue.chat(f.chat, c.Limits).take(now, f.kind)
			c.queue.chat(f.chat, c.Limits).begin(f.kind)
			c.overall.take(now)
			carrying++
			begun = append(begun, f)
		}
	}
	return begun, held, nil
}

// canCarry tells whether a worker is free for a lane. The last one is kept for what is urgent: calls that hang must not
// keep an alarm waiting.
func (c *Courier) canCarry(l *lane, carrying int) bool {
	if l.jobs[0].urgency == workgroup.Urgent || c.Workers == 1 {
		return carrying < c.Workers
	}
	return carrying < c.Workers-1
}

// heldUntil is when the limit over all chats, or an outage, lets the next call through; zero: now.
func (c *Courier) heldUntil(now time.Time) time.Time {
	at := c.overall.free(now)
	if c.outage.until.After(at) {
		at = c.outage.until
	}
	if at.After(now) {
		return at
	}
	return time.Time{}
}

// putBack has flights that were prepared but cannot begin stand in their lanes again.
func (c *Courier) putBack(flights []*flight, now time.Time) {
	for _, f := range flights {
		if !f.done {
			c.queue.chat(f.chat, c.Limits).giveBack(f.kind)
			c.release(f, now)
		}
		c.queue.place(f.lane, now)
	}
}

// release has the lanes go on that waited for a flight to come back.
func (c *Courier) release(f *flight, now time.Time) {
	for _, l := range c.queue.chat(f.chat, c.Limits).end(f.kind) {
		c.queue.place(l, now)
	}
}
