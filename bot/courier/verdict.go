package courier

import (
	"errors"
	"net/http"
	"time"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// verdict is what an outcome means for what was to be told.
type verdict int

const (
	delivered   verdict = iota
	unchanged           // an edit that changed nothing, a deletion of what is gone: as good as delivered
	limited             // Telegram wants to hear nothing for this chat for a while
	unknown             // it may have been carried out
	unreachable         // it was not, and nothing else can be just now
	halted              // the token is refused: nothing can be until an operator acts
	migrated            // the chat is another one now
	missing             // the message to work on is gone
	blocked             // the person cannot be written to
	refused             // it never will be
)

// String names a verdict.
func (v verdict) String() string {
	return [...]string{"delivered", "unchanged", "limited", "unknown", "unreachable", "halted", "migrated", "missing", "blocked", "refused"}[v]
}

// judge reads an outcome of a call of a kind to a chat.
func judge(k kind, chat int64, err error) verdict {
	if err == nil {
		return delivered
	}
	var e *telegram.Error
	if !errors.As(err, &e) {
		return unknown
	}
	switch {
	case e.MigrateTo != 0:
		return migrated
	case e.Code == http.StatusTooManyRequests:
		return limited
	case e.TokenRefused():
		return halted
	case e.Ambiguous:
		return unknown
	case e.Code == 0 && e.Description != telegram.BadParameters:
		return unreachable
	case k == remove:
		// Gone, too old, or not ours to delete: it will not go by asking again.
		return unchanged
	case k == edit && e.Description == telegram.NotModified:
		return unchanged
	case k == edit && (e.Description == telegram.EditNotFound || e.Description == telegram.CannotEdit || e.Description == "message_id_invalid"):
		return missing
	case e.Code == http.StatusForbidden, chat > 0 && e.Description == telegram.ChatNotFound:
		return blocked
	}
	return refused
}

const (
	firstPause  = 3 * time.Second
	lastPause   = 5 * time.Minute
	lastUrgent  = time.Minute // whoever is rung twice can bear it better than who is not
	shortest429 = time.Second
)

// pause is how long to wait before trying again after so many tries: a duplicate each time is the price of an unknown
// outcome, so the pauses grow.
func pause(tries int, u workgroup.Urgency) time.Duration {
	last := lastPause
	if u == workgroup.Urgent {
		last = lastUrgent
	}
	d := firstPause
	for i := 1; i < tries && d < last; i++ {
		d *= 2
	}
	return min(d, last)
}

// retryAfter is what Telegram asked for.
func retryAfter(err error) time.Duration {
	var e *telegram.Error
	if errors.As(err, &e) {
		return max(e.RetryAfter, shortest429)
	}
	return shortest429
}

// migratedTo is the supergroup a group has become.
func migratedTo(err error) int64 {
	var e *telegram.Error
	if errors.As(err, &e) {
		return e.MigrateTo
	}
	return 0
}
