package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/rs/zerolog"

	"fangkong/store/workgroup"
)

const (
	longest = 50 * time.Second // of a long poll; Telegram cuts longer ones
	batch   = 100              // updates an answer; Telegram's most
	margin  = 15 * time.Second // for the answer to come after the poll has ended

	firstPause = 500 * time.Millisecond
	lastPause  = 30 * time.Second
)

// allowed names every kind of update we read; some of them arrive only when they are named.
var allowed = []string{"message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction"}

// ErrToken is returned when Telegram does not know the token; polling on cannot help.
var ErrToken = errors.New("telegram: the token is refused: mistyped or revoked")

// Inbox is where updates are on disk.
type Inbox interface {
	// Receive keeps updates and the offset to ask from next in one commit, and tells how many of them were new.
	Receive([]workgroup.Received, int64) (int, error)
	// Offset is the one kept last; 0 before the first.
	Offset() (int64, error)
}

// PollerOptions says where updates come from and where they go.
type PollerOptions struct {
	Options
	Inbox Inbox
	Ahead func([]workgroup.Received) // called before each commit, with what it will keep
	Back  func(last time.Time)       // called when Telegram is heard again after it was asked in vain for longer than it keeps presses; before what it brings is kept
	Kick  func()                     // called after each commit that kept something
	Log   zerolog.Logger
	Now   func() time.Time // in the college's zone
}

// Poller asks Telegram for updates and keeps them. One poller a token: Telegram allows no second.
type Poller struct {
	PollerOptions
	wire    wire
	address string
	polled  atomic.Pointer[time.Time]
	deaf    atomic.Bool // Telegram was asked in vain since
}

// NewPoller returns a poller that has not asked yet.
func NewPoller(o PollerOptions) *Poller {
	if o.HTTP == nil {
		o.HTTP = NewHTTP(2)
	}
	if o.Ahead == nil {
		o.Ahead = func([]workgroup.Received) {}
	}
	if o.Back == nil {
		o.Back = func(time.Time) {}
	}
	if o.Kick == nil {
		o.Kick = func() {}
	}
	return &Poller{PollerOptions: o, wire: wire{o.HTTP}, address: address(o.URL, o.Token)}
}

// Last is when Telegram last answered a poll and what it answered was on disk; zero before the first. It may be asked from
// anywhere.
func (p *Poller) Last() time.Time {
	if at := p.polled.Load(); at != nil {
		return *at
	}
	return time.Time{}
}

// heard tells of a silence that has ended. What comes after it is kept after that is known, so that it is judged by it.
func (p *Poller) heard() {
	if last := p.Last(); p.deaf.Swap(false) && !last.IsZero() && p.Now().Sub(last) > workgroup.PressLife {
		p.Back(last)
	}
}

func (p *Poller) well() {
	now := p.Now()
	p.polled.Store(&now)
}

// Once asks one time, waiting at most timeout for something to happen, and keeps what came. It returns how many updates
// were new. What Telegram or the way to it did wrong is an *Error.
func (p *Poller) Once(ctx context.Context, timeout time.Duration) (int, error) {
	offset, err := p.Inbox.Offset()
	if err != nil {
		return 0, fmt.Errorf("inbox offset: %w", err)
	}
	timeout = min(max(timeout, 0), longest)
	ctx, cancel := context.WithTimeout(ctx, timeout+margin)
	defer cancel()
	raw, err := p.post(ctx, "getUpdates", map[string]any{
		"offset": offset, "limit": batch, "timeout": int(timeout.Seconds()), "allowed_updates": allowed,
	})
	if err != nil {
		p.deaf.Store(true)
		return 0, err
	}
	var updates []numbered
	if err := json.Unmarshal(raw, &updates); err != nil {
		p.deaf.Store(true)
		return 0, &Error{Method: "getUpdates", Description: Unreadable}
	}
	p.heard()
	if len(updates) == 0 {
		p.well()
		return 0, nil
	}
	kept, next := p.sort(updates, offset)
	p.Ahead(kept)
	n, err := p.Inbox.Receive(kept, next)
	if err != nil {
		return 0, fmt.Errorf("inbox: %d updates: %w", len(kept), err)
	}
	p.well()
	if len(kept) > 0 {
		p.Kick()
	}
	return n, nil
}

// numbered is an update as it came, and its number; 0 when it has none.
type numbered struct {
	id  int64
	raw json.RawMessage
}

// UnmarshalJSON reads no further than the number, which Telegram puts first.
func (n *numbered) UnmarshalJSON(raw []byte) error {
	n.raw = bytes.Clone(raw)
	var u struct {
		ID int64 `json:"update_id"`
	}
	if rest, ok := bytes.CutPrefix(raw, []byte(`{"update_id":`)); ok {
		if end := bytes.IndexAny(rest, ",}"); end > 0 && json.Unmarshal(rest[:end], &u.ID) == nil {
			n.id = u.ID
			return nil
		}
	}
	if json.Unmarshal(raw, &u) == nil {
		n.id = u.ID
	}
	return nil
}

// sort makes the inbox's own of updates. The offset is this batch's highest plus one, whatever it was before: after a quiet
// week Telegram starts from a random number, which may be lower.
func (p *Poller) sort(updates []numbered, offset int64) (kept []workgroup.Received, next int64) {
	now := p.Now()
	for _, u := range updates {
		if u.id <= 0 {
			p.Log.Error().Int64("offset", offset).Int("bytes", len(u.raw)).Msg("update without a number dropped")
			continue
		}
		kept = append(kept, workgroup.Received{Update: u.id, Stored: now, Raw: u.raw})
		next = max(next, u.id+1)
	}
	if next == 0 {
		// Nothing but updates without a number: step past them one by one, so that they do not come for ever.
		next = offset + int64(len(updates))
	}
	return kept, next
}

// Run polls until ctx ends (nil) or the token is refused (ErrToken). It says what is wrong once, not at every try.
func (p *Poller) Run(ctx context.Context) error {
	var trouble string
	var pause time.Duration
	for ctx.Err() == nil {
		_, err := p.Once(ctx, longest)
		if ctx.Err() != nil {
			return nil
		}
		if err == nil {
			if trouble != "" {
				p.Log.Info().Str("after", trouble).Msg("polling again")
			}
			trouble, pause = "", 0
			continue
		}
		var wait time.Duration
		var what string
		if wait, what, err = p.judge(ctx, err); err != nil {
			return err
		}
		if what != trouble {
			p.Log.Warn().Str("trouble", what).Dur("retry_after", wait).Msg("polling interrupted")
			trouble = what
		}
		// Where Telegram did not say how long, wait twice as long each time, and not all at the same moment.
		if wait == 0 {
			pause = min(max(2*pause, firstPause), lastPause)
			wait = pause/2 + rand.N(pause/2+1)
		}
		rest(ctx, wait)
	}
	return nil
}

// judge tells what to do about a failed poll: how long to wait (0: back off) and what to call it, or the error to end with.
func (p *Poller) judge(ctx context.Context, err error) (time.Duration, string, error) {
	var e *Error
	if !errors.As(err, &e) {
		// Not Telegram: our own disk. Nothing was confirmed, so nothing is lost.
		return 0, err.Error(), nil
	}
	switch {
	case e.TokenRefused():
		return 0, "", ErrToken
	case e.Code == http.StatusConflict && e.Description == WebhookIsSet:
		return p.takeOver(ctx)
	case e.Code == http.StatusConflict:
		return 0, "another program is polling with this token; only one can", nil
	case e.Code == http.StatusTooManyRequests:
		return max(e.RetryAfter, time.Second), e.Error(), nil
	}
	return 0, e.Error(), nil
}

// takeOver removes a webhook that somebody set; the updates that wait for it stay.
func (p *Poller) takeOver(ctx context.Context) (time.Duration, string, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if _, err := p.post(ctx, "deleteWebhook", map[string]any{"drop_pending_updates": false}); err != nil {
		return 0, "a webhook is set and could not be removed", nil
	}
	return time.Millisecond, "a webhook was set; removed", nil
}

func (p *Poller) post(ctx context.Context, method string, params any) (json.RawMessage, error) {
	body, err := json.Marshal(params)
	if err != nil {
		return nil, &Error{Method: method, Description: BadParameters}
	}
	var s said
	req, err := http.NewRequestWithContext(context.WithValue(ctx, saidKey{}, &s), http.MethodPost, p.address+method, bytes.NewReader(body))
	if err != nil {
		// Its text would hold the URL, and with it the token.
		return nil, &Error{Method: method, Description: BadParameters}
	}
	req.Header.Set("Content-Type", "application/json")
	if _, err := p.wire.Do(req); err != nil {
		return nil, err
	}
	return s.result, nil
}

// rest waits, or until ctx ends.
func rest(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
