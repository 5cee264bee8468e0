package sandbox

import (
	"math"
	"time"
)

const (
	overallRate  = 30.0 // messages a second, all chats together
	privateRate  = 1.0  // a second in one private chat…
	privateBurst = 3.0  // …after a small burst
	groupWindow  = time.Minute
	groupBudget  = 20 // messages in one group within the window
)

// limits are Telegram's flood limits. Sending and editing count; answering a press, deleting, pinning and reacting do not.
type limits struct {
	overall bucket
	private map[int64]*bucket
	group   map[int64][]time.Time
}

func newLimits() *limits {
	return &limits{
		overall: bucket{rate: overallRate, size: overallRate},
		private: map[int64]*bucket{},
		group:   map[int64][]time.Time{},
	}
}

// take spends one message to a chat, or says how many whole seconds to wait.
func (l *limits) take(chat int64, group bool, now time.Time) (wait int) {
	var delay time.Duration
	if group {
		delay = l.groupDelay(chat, now)
	} else {
		delay = l.privateBucket(chat).delay(now)
	}
	delay = max(delay, l.overall.delay(now))
	if delay > 0 {
		return int(math.Ceil(delay.Seconds()))
	}
	l.overall.tokens--
	if group {
		l.group[chat] = append(l.group[chat], now)
	} else {
		l.private[chat].tokens--
	}
	return 0
}

func (l *limits) privateBucket(chat int64) *bucket {
	if l.private[chat] == nil {
		l.private[chat] = &bucket{rate: privateRate, size: privateBurst}
	}
	return l.private[chat]
}

// groupDelay looks at the sliding minute behind now.
func (l *limits) groupDelay(chat int64, now time.Time) time.Duration {
	sent := l.group[chat]
	for len(sent) > 0 && now.Sub(sent[0]) >= groupWindow {
		sent = sent[1:]
	}
	l.group[chat] = sent
	if len(sent) < groupBudget {
		return 0
	}
	return groupWindow - now.Sub(sent[0])
}

// A bucket refills at a rate and holds at most its size. It starts full.
type bucket struct {
	rate, size, tokens float64
	at                 time.Time
}

// delay refills the bucket up to now and says how long until one token is there.
func (b *bucket) delay(now time.Time) time.Duration {
	if b.at.IsZero() {
		b.tokens = b.size
	} else if passed := now.Sub(b.at); passed > 0 {
		b.tokens = min(b.size, b.tokens+passed.Seconds()*b.rate)
	}
	b.at = now
	// A hair below one is one: refilling in small steps must not cost a message.
	if b.tokens >= 1-1e-9 {
		return 0
	}
	return time.Duration((1 - b.tokens) / b.rate * float64(time.Second))
}
