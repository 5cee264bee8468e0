package courier

import (
	"time"

	"golang.org/x/time/rate"

	"fangkong/store/workgroup"
)

// Limits are Telegram's, kept by us so that it does not have to: a 429 costs a chat far more than a second's wait.
type Limits struct {
	Off       bool    // no limit at all: for tests and benchmarks
	Overall   float64 // calls a second
	Chat      float64 // messages and edits a second in one chat
	ChatBurst int     // how many of them at once after a pause
	Group     int     // messages and edits in a group in any minute; edits alone get two thirds of them
	Urgent    int     // how many more of them when they are urgent
}

// Below Telegram's 30, 1 and 20, with room for the way a call takes. Edits count: Telegram counts them. Deletions and reactions count only overall: they are
// no messages, nobody is rung by them, and taking an old board away must not cost the place of a new one.
var defaults = Limits{Overall: 29, Chat: 0.9, ChatBurst: 3, Group: 18, Urgent: 2}

func (l Limits) orDefaults() Limits {
	if l == (Limits{}) {
		return defaults
	}
	return l
}

// halves are what one call costs of the limit over all chats.
const halves = 2

// overall is the limit over all chats. It saves up half a call more than one: a timer that comes late does not make all
// that follows later, and still no second holds more than a call above its share.
type overall struct{ *rate.Limiter }

func (l Limits) overall() overall {
	if l.Off {
		return overall{rate.NewLimiter(rate.Inf, halves)}
	}
	return overall{rate.NewLimiter(rate.Limit(halves*l.Overall), halves+1)}
}

// free is the first moment from now at which one more call may be made.
func (o overall) free(now time.Time) time.Time { return nextFree(o.Limiter, now, halves) }

// take counts one call.
func (o overall) take(now time.Time) { o.AllowN(now, halves) }

// chat is what we owe one chat: its pause, its pace, and in a group the last minute.
type chat struct {
	limits  Limits
	group   bool
	pause   time.Time // Telegram wants to hear nothing before
	pace    *rate.Limiter
	moments []time.Time // of the last minute, oldest first; groups only

	posting int     // calls on their way that a crash would have read twice
	parked  []*lane // wait until they have come back
}

// begin notes that a call is on its way.
func (c *chat) begin(k kind) {
	if k.doubles() {
		c.posting++
	}
}

// end notes that a call is not, and returns the lanes that have waited for it.
func (c *chat) end(k kind) (parked []*lane) {
	if k.doubles() {
		c.posting--
	}
	if c.posting == 0 {
		parked, c.parked = c.parked, nil
	}
	return parked
}

func newChat(id int64, l Limits) *chat {
	pace := rate.NewLimiter(rate.Limit(l.Chat), l.ChatBurst)
	if l.Off {
		pace = rate.NewLimiter(rate.Inf, 1)
	}
	return &chat{limits: l, group: id < 0, pace: pace}
}

// free is the first moment from now at which one more call of a kind may be made.
func (c *chat) free(now time.Time, k kind, u workgroup.Urgency) time.Time {
	at := now
	if c.pause.After(at) {
		at = c.pause
	}
	if c.limits.Off || !k.counts() {
		return at
	}
	if paced := nextFree(c.pace, now, 1); paced.After(at) {
		at = paced
	}
	if !c.group {
		return at
	}
	for len(c.moments) > 0 && now.Sub(c.moments[0]) >= time.Minute {
		c.moments = c.moments[1:]
	}
	if room := c.room(k, u); len(c.moments) >= room {
		if minute := c.moments[len(c.moments)-room].Add(time.Minute); minute.After(at) {
			at = minute
		}
	}
	return at
}

// room is how many calls of a kind fit into a minute of a group. Edits leave some of it to what is said, and both leave
// some to what is urgent: a busy board must not keep an alarm waiting.
func (c *chat) room(k kind, u workgroup.Urgency) int {
	switch {
	case u == workgroup.Urgent:
		return c.limits.Group + c.limits.Urgent
	case k == edit:
		return max(1, c.limits.Group*2/3)
	}
	return max(1, c.limits.Group)
}

// take counts one call.
func (c *chat) take(now time.Time, k kind) {
	if c.limits.Off || !k.counts() {
		return
	}
	c.pace.AllowN(now, 1)
	if c.group {
		c.moments = append(c.moments, now)
	}
}

// giveBack takes back the last count of a call that turned out not to be needed.
func (c *chat) giveBack(k kind) {
	if k.counts() && c.group && len(c.moments) > 0 {
		c.moments = c.moments[:len(c.moments)-1]
	}
}

// nextFree is when a limiter would let that many through, without asking it to.
func nextFree(l *rate.Limiter, now time.Time, n int) time.Time {
	r := l.ReserveN(now, n)
	defer r.CancelAt(now)
	return now.Add(r.DelayFrom(now))
}

// outage is how long to leave Telegram alone when it is not one chat's trouble but everybody's.
type outage struct {
	until time.Time
	pause time.Duration
	chats map[int64]bool // with nothing but unknown outcomes since the last answer
}

const (
	firstOutage = time.Second
	lastOutage  = 15 * time.Second
	everybody   = 3 // chats in a row that make it everybody's
)

// over says that Telegram answered.
func (o *outage) over() {
	if o.pause != 0 || len(o.chats) > 0 {
		*o = outage{until: o.until}
	}
}

// hit says that it did not; certain when no chat can have been reached. It tells whether an outage began.
func (o *outage) hit(now time.Time, chat int64, certain bool) bool {
	if o.chats == nil {
		o.chats = map[int64]bool{}
	}
	o.chats[chat] = true
	if !certain && len(o.chats) < everybody || o.until.After(now) {
		return false
	}
	began := o.pause == 0
	o.pause = min(max(2*o.pause, firstOutage), lastOutage)
	o.until = now.Add(o.pause)
	return began
}
