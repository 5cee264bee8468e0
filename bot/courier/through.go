package courier

import (
	"container/heap"
	"time"
)

// troubled are the chats for which nobody knows what became of a message, since the last one got through.
type troubled map[int64]bool

// through draws from one outcome whether messages get through again: one that does frees those that wait for another try, each of which would else
// learn of the end of an outage by itself, minutes after it. What one chat alone refuses to tell is tried again at once but one time, for
// each try of it may be read twice.
func (c *Courier) through(f *flight, now time.Time) {
	switch {
	case f.done || !f.kind.doubles():
	case f.verdict == unknown:
		c.troubled[f.chat] = true
	case f.verdict == delivered:
		c.queue.free(f.began, now, len(c.troubled) > 1)
		clear(c.troubled)
	}
}

// free has the lanes go now whose first job waits because the outcome of a try before a moment is not known; again: those that were freed before as well.
func (q *queue) free(before, now time.Time, again bool) {
	keep := q.waiting.lanes[:0]
	for _, l := range q.waiting.lanes {
		j := &l.jobs[0]
		if !j.unsure.Before(before) || j.unsure.IsZero() || j.freed && !again || !j.wait.After(now) {
			keep = append(keep, l)
			continue
		}
		j.wait, j.freed = now, true
		heap.Push(&q.ready, l)
	}
	clear(q.waiting.lanes[len(keep):])
	q.waiting.lanes = keep
	heap.Init(&q.waiting)
}
