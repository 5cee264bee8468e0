package sandbox

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

const (
	messageLife  = 24 * time.Hour    // how long Telegram keeps an update nobody fetches
	callbackLife = 150 * time.Second // and a press, after which it cannot be answered either
	quietWeek    = 7 * 24 * time.Hour
	longestPoll  = 50 // seconds
	maxPage      = 100
)

// updateKinds are the kinds of update the Bot API knows by name. The last three arrive only when asked for.
var (
	updateKinds = []string{"message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
		"edited_business_message", "deleted_business_messages", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
		"pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_join_request", "chat_boost",
		"removed_chat_boost", "guest_message", "managed_bot", "chat_member", "message_reaction", "message_reaction_count"}
	onlyOnRequest = []string{"chat_member", "message_reaction", "message_reaction_count"}
)

// The queue holds what the bot has not yet confirmed, in order.
type queue struct {
	s       *Server
	next    int64     // the id the next update gets
	last    time.Time // when the last update came
	waiting []update
	emitted []json.RawMessage
	allowed []string // as last asked for; empty means the default
	webhook webhook
	poll    *poll // the long poll in progress
}

type update struct {
	id      int64
	kind    string
	raw     json.RawMessage
	expires time.Time
}

// A poll is one getUpdates that waits.
type poll struct {
	wake    chan struct{}
	dropped chan struct{}
}

func (q *queue) start(s *Server) {
	q.s = s
	q.next = q.randomID()
	q.last = s.now()
}

func (q *queue) randomID() int64 { return 100_000_000 + q.s.random.Int64N(900_000_000) }

func (q *queue) wants(kind string) bool {
	if len(q.allowed) == 0 {
		return !slices.Contains(onlyOnRequest, kind)
	}
	return slices.Contains(q.allowed, kind)
}

// push queues an update, if the bot asked for its kind. What it asks for later does not bring back what was not queued.
func (q *queue) push(kind string, payload any) {
	now := q.s.now()
	if !q.wants(kind) {
		return
	}
	if now.Sub(q.last) >= quietWeek {
		q.next = q.randomID()
	}
	raw, err := json.Marshal(map[string]any{"update_id": q.next, kind: payload})
	if err != nil {
		// Every payload is a struct of ours; one that cannot be written is a fault of this package.
		panic(fmt.Sprintf("sandbox: update %s: %v", kind, err))
	}
	life := messageLife
	if kind == "callback_query" {
		life = callbackLife
	}
	q.waiting = append(q.waiting, update{id: q.next, kind: kind, raw: raw, expires: now.Add(life)})
	q.emitted = append(q.emitted, raw)
	q.next++
	q.last = now
	if q.poll != nil {
		select {
		case q.poll.wake <- struct{}{}:
		default: // already awake
		}
	}
}

// confirm forgets everything before the offset. An offset far beyond what exists is ignored, as Telegram ignores it: it belongs to ids from
// before a random jump.
func (q *queue) confirm(offset int64) {
	if offset <= 0 || offset > q.next+10 {
		return
	}
	q.waiting = slices.DeleteFunc(q.waiting, func(u update) bool { return u.id < offset })
}

func (q *queue) expire() {
	now := q.s.now()
	q.waiting = slices.DeleteFunc(q.waiting, func(u update) bool { return !now.Before(u.expires) })
}

func (q *queue) page(limit int) []json.RawMessage {
	q.expire()
	page := make([]json.RawMessage, 0, min(limit, len(q.waiting)))
	for _, u := range q.waiting[:min(limit, len(q.waiting))] {
		page = append(page, u.raw)
	}
	return page
}

var errOtherPoll = conflict("terminated by other getUpdates request; make sure that only one bot instance is running")

// getUpdates confirms, then answers at once if there is something, else waits.
func (s *Server) getUpdates(ctx context.Context, c *call) (any, *refusal) {
	limit := c.number("limit", maxPage)
	if limit < 1 || limit > maxPage {
		return nil, badRequest("parameter limit must be between 1 and 100")
	}
	offset := c.number("offset", 0)
	if offset < 0 {
		return nil, badRequest("parameter offset: the sandbox does not take a negative offset")
	}
	allowed, bad := allowedUpdates(c)
	if bad != nil {
		return nil, bad
	}
	p := &poll{wake: make(chan struct{}, 1), dropped: make(chan struct{})}

	s.mu.Lock()
	if s.queue.webhook.url != "" {
		s.mu.Unlock()
		return nil, conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
	}
	if s.queue.poll != nil {
		close(s.queue.poll.dropped)
	}
	s.queue.poll = p
	if c.has("allowed_updates") {
		s.queue.allowed = allowed
	}
	s.queue.confirm(offset)
	s.mu.Unlock()

	timer := time.NewTimer(time.Duration(min(c.number("timeout", 0), longestPoll)) * time.Second)
	defer timer.Stop()
	over := c.number("timeout", 0) <= 0
	for {
		s.mu.Lock()
		if s.queue.poll != p {
			s.mu.Unlock()
			return nil, errOtherPoll
		}
		page := s.queue.page(int(limit))
		if over || len(page) > 0 {
			s.queue.poll = nil
			s.mu.Unlock()
			return page, nil
		}
		s.mu.Unlock()
		select {
		case <-p.wake:
		case <-p.dropped:
		case <-timer.C:
			over = true
		case <-ctx.Done():
			over = true
		case <-s.doors.open.Done():
			over = true
		}
	}
}

func allowedUpdates(c *call) ([]string, *refusal) {
	var kinds []string
	c.into("allowed_updates", &kinds)
	for _, k := range kinds {
		if !slices.Contains(updateKinds, k) {
			return nil, badRequest("parameter allowed_updates: %q is no kind of update", k)
		}
	}
	return kinds, nil
}

// Pending counts the updates the bot has not confirmed.
func (s *Server) Pending() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue.expire()
	return len(s.queue.waiting)
}

// Idle tells whether a call now would find nothing out of the ordinary: no update waits and no fault is arranged.
func (s *Server) Idle() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue.expire()
	return len(s.queue.waiting) == 0 && len(s.faults) == 0
}

// Emitted returns every update ever queued, as sent, for checking against a Spec.
func (s *Server) Emitted() []json.RawMessage {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.queue.emitted)
}
