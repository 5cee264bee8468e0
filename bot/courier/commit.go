package courier

import (
	"fmt"
	"time"

	"github.com/rs/zerolog"

	"fangkong/store/workgroup"
)

// patience is how often an outcome may fail to be written down by itself before it is set aside.
const patience = 3

// commit writes down in one transaction what came of the flights that are back, and that the begun ones are about to be
// made. It returns those of begun that are to be carried, and how many people were told something.
func (c *Courier) commit(begun []*flight, now time.Time) (sent int, carried []*flight, err error) {
	c.collect()
	all := append(c.unsettled, begun...)
	c.unsettled = nil
	if len(all) == 0 {
		return 0, nil, nil
	}
	if err = c.write(all, now); err == nil {
		sent, carried = c.filed(all, now)
		return sent, carried, nil
	}
	// One of them may be at fault, then the others are not: each by itself.
	if down := c.Outbox.Update(func(workgroup.Book) error { return nil }); down != nil {
		for _, f := range all {
			c.keep(f, now)
		}
		return 0, nil, err
	}
	for _, f := range all {
		if c.write([]*flight{f}, now) != nil {
			c.unwritten(f, now)
			continue
		}
		n, more := c.filed([]*flight{f}, now)
		sent += n
		carried = append(carried, more...)
	}
	return sent, carried, nil
}

// collect takes in the calls that are back.
func (c *Courier) collect() {
	for {
		select {
		case f := <-c.landed:
			c.flying--
			c.unsettled = append(c.unsettled, f)
		default:
			return
		}
	}
}

// write is the transaction. Where there is nothing to write there is none.
func (c *Courier) write(flights []*flight, now time.Time) error {
	silent := true
	for _, f := range flights {
		silent = silent && !f.settles() && !f.noted()
		f.clear = true
	}
	if silent {
		return nil
	}
	err := c.Outbox.Update(func(b workgroup.Book) error {
		for _, f := range flights {
			if f.settles() {
				c.settle(b, f, now)
			} else {
				f.clear = f.begin(b, now)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("outbox: %d outcomes and attempts: %w", len(flights), err)
	}
	return nil
}

// settles tells whether a flight is back, or ended without a call; it is still to be made otherwise.
func (f *flight) settles() bool { return f.done || f.back }

// noted tells whether a call is written down before it is made.
func (f *flight) noted() bool { return f.kind == say || f.kind == react || f.kind == post }

// filed brings the queue up to what was just written.
func (c *Courier) filed(flights []*flight, now time.Time) (sent int, carried []*flight) {
	for _, f := range flights {
		switch {
		case f.settles():
			c.ended(f, now)
			if f.told {
				sent++
			}
			if f.lost && c.Lost != nil {
				c.Lost()
			}
		case f.clear:
			carried = append(carried, f)
		default:
			// Withdrawn, moved or changed since it was read: it is read again.
			c.putBack([]*flight{f}, now)
		}
	}
	return sent, carried
}

// ended moves the queue on after a settled flight.
func (c *Courier) ended(f *flight, now time.Time) {
	c.log(f)
	c.weather(f, now)
	c.through(f, now)
	if !f.done {
		c.OnOutcome(f.verdict.String())
		c.release(f, now)
	}
	if f.verdict == migrated || f.stirred {
		poke(c.kicked) // its cards are listed under their new chat; others show something else
	}
	if !f.again {
		c.queue.shift(f.lane, now)
		return
	}
	j := &f.lane.jobs[0]
	j.wait, j.kind, j.tries = f.wait, f.next, f.job.tries
	j.unsure = time.Time{}
	if f.verdict == unknown {
		j.tries++
		j.unsure = now
	}
	c.queue.place(f.lane, now)
}

// weather draws from one outcome what it means for the other work of its chat, and of all.
func (c *Courier) weather(f *flight, now time.Time) {
	switch {
	case f.done:
	case f.verdict == limited:
		chat := c.queue.chat(f.chat, c.Limits)
		if f.wait.After(chat.pause) {
			chat.pause = f.wait
		}
		c.outage.over()
	case f.verdict == unreachable, f.verdict == halted, f.verdict == unknown:
		if !c.outage.hit(now, f.chat, f.verdict != unknown) {
			return
		}
		if f.verdict == halted {
			c.Log.Error().Time("until", c.outage.until).Msg("Telegram refuses the token; nobody is told anything")
			return
		}
		c.Log.Warn().Time("until", c.outage.until).Msg("Telegram does not answer")
	default:
		c.outage.over()
	}
}

// unwritten deals with a flight that is at fault itself: after some tries its outcome is set aside. The letter then stands
// on disk as an attempt without an outcome, and is taken up again at the next start.
func (c *Courier) unwritten(f *flight, now time.Time) {
	f.unwritten++
	if f.settles() && f.unwritten >= patience {
		f.report = report{zerolog.ErrorLevel, "outcome could not be written down"}
		c.log(f)
		if !f.done {
			c.release(f, now)
		}
		c.queue.shift(f.lane, now)
		return
	}
	f.lane.jobs[0].wait = now.Add(mending)
	c.keep(f, now)
}

// keep has a flight that could not be written down come up again.
func (c *Courier) keep(f *flight, now time.Time) {
	if f.settles() {
		c.unsettled = append(c.unsettled, f)
		return
	}
	c.putBack([]*flight{f}, now)
}
