package courier

import (
	"container/heap"
	"slices"
	"time"

	"fangkong/store/workgroup"
)

// kind is what one call does.
type kind int

const (
	say    kind = iota // a letter
	react              // a letter that is an emoji
	post               // a card, as a new message
	edit               // a card, in place
	pin                // a card's message
	unpin              // a card's message
	remove             // a card's message
)

func (k kind) String() string {
	return [...]string{"say", "react", "post", "edit", "pin", "unpin", "remove"}[k]
}

// counts tells whether Telegram counts it as a message of the chat. A pin does: it leaves a service line.
func (k kind) counts() bool { return k != react && k != unpin && k != remove }

// doubles tells whether a call whose outcome is unknown is made again and then read twice.
func (k kind) doubles() bool { return k == say || k == post }

// job is one thing to be told, as far as its turn depends on it; the rest is read when its turn comes.
type job struct {
	letter  uint64 // a letter's number …
	card    string // … or a card's key
	kind    kind
	urgency workgroup.Urgency
	age     time.Time // since when it waits
	wait    time.Time // not before
	until   time.Time // not from then on; zero: never too late
	tries   int
	unsure  time.Time // since when it waits because nobody knows what became of the last try; zero: it does not
	freed   bool      // it was tried again before its time, because another got through
}

func (j job) expired(now time.Time) bool { return !j.until.IsZero() && !now.Before(j.until) }

// lane is work that keeps its order: only its first job can be ready.
type lane struct {
	key    laneKey
	jobs   []job
	flying bool      // the first is being carried
	at     time.Time // in the waiting heap: when to look again
}

type laneKey struct {
	chat int64
	name string
	card bool
}

// queue holds all lanes: a lane with work is flying, or ready, or waiting.
type queue struct {
	lanes   map[laneKey]*lane
	chats   map[int64]*chat
	ready   laneHeap
	waiting laneHeap
}

func newQueue() queue {
	return queue{
		lanes:   map[laneKey]*lane{},
		chats:   map[int64]*chat{},
		ready:   laneHeap{before: first},
		waiting: laneHeap{before: func(a, b *lane) bool { return a.at.Before(b.at) }},
	}
}

// first orders ready lanes: urgency, then age, then the order of writing.
func first(a, b *lane) bool {
	x, y := a.jobs[0], b.jobs[0]
	switch {
	case x.urgency != y.urgency:
		return x.urgency > y.urgency
	case !x.age.Equal(y.age):
		return x.age.Before(y.age)
	case x.letter != y.letter:
		return x.letter < y.letter
	}
	return x.card < y.card
}

// add puts a job into its lane in the order of writing.
func (q *queue) add(key laneKey, j job, now time.Time) {
	l := q.lanes[key]
	if l == nil {
		l = &lane{key: key}
		q.lanes[key] = l
	}
	if len(l.jobs) == 0 {
		l.jobs = append(l.jobs, j)
		q.place(l, now)
		return
	}
	// Nearly always the end. One that comes from a former group is older than those written for the supergroup.
	at := len(l.jobs)
	for at > 1 && l.jobs[at-1].letter > j.letter {
		at--
	}
	l.jobs = slices.Insert(l.jobs, at, j)
}

// place puts a lane that stands nowhere where it belongs by its first job.
func (q *queue) place(l *lane, now time.Time) {
	l.flying = false
	switch {
	case len(l.jobs) == 0:
		delete(q.lanes, l.key)
	case l.jobs[0].wait.After(now) && !l.jobs[0].expired(now):
		q.hold(l, l.jobs[0].wait)
	default:
		heap.Push(&q.ready, l)
	}
}

// hold has a lane wait until a moment, or until its first job is of no use any more.
func (q *queue) hold(l *lane, at time.Time) {
	l.at = at
	if u := l.jobs[0].until; !u.IsZero() && u.Before(at) {
		l.at = u
	}
	heap.Push(&q.waiting, l)
}

// arrive moves the lanes whose moment has come to the ready ones.
func (q *queue) arrive(now time.Time) {
	for q.waiting.Len() > 0 && !q.waiting.lanes[0].at.After(now) {
		heap.Push(&q.ready, heap.Pop(&q.waiting))
	}
}

// shift ends the first job of a lane and places the lane anew.
func (q *queue) shift(l *lane, now time.Time) {
	l.jobs = l.jobs[1:]
	q.place(l, now)
}

func (q *queue) chat(id int64, limits Limits) *chat {
	c := q.chats[id]
	if c == nil {
		c = newChat(id, limits)
		q.chats[id] = c
	}
	return c
}

// laneHeap is a heap of lanes by an order of its own.
type laneHeap struct {
	lanes  []*lane
	before func(a, b *lane) bool
}

func (h *laneHeap) Len() int           { return len(h.lanes) }
func (h *laneHeap) Less(i, j int) bool { return h.before(h.lanes[i], h.lanes[j]) }
func (h *laneHeap) Swap(i, j int)      { h.lanes[i], h.lanes[j] = h.lanes[j], h.lanes[i] }
func (h *laneHeap) Push(x any)         { h.lanes = append(h.lanes, x.(*lane)) }
func (h *laneHeap) Pop() any {
	l := h.lanes[len(h.lanes)-1]
	h.lanes[len(h.lanes)-1] = nil
	h.lanes = h.lanes[:len(h.lanes)-1]
	return l
}
